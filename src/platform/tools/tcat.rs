//! Tables of DMI-TCAT: who is re-shared stands in the text alone.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "dmi_tcat",
    signature: "fromusername fromuserid fromuserrealname fromuserfollowercount fromuserfriendcount \
                fromusertweetcount fromuserlang fromuserutcoffset fromusertimezone fromuserlisted \
                fromuserfavouritescount fromuserdescription filterlevel withheldcopyright urlsexpanded \
                urlsfollowed tousername fromuserprofileimageurl",
    enough: 4,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "fromusername"),
        ((Row, AuthorId), "fromuserid"),
        ((Row, AuthorName), "fromuserrealname"),
        ((Row, Bio), "fromuserdescription"),
        ((Row, Location), "location"),
        ((Row, Text), "text"),
        ((Row, Time), "createdat time"),
        ((Row, Lang), "lang"),
        ((Row, Likes), "favoritecount"),
        ((Row, Reposts), "retweetcount"),
        ((Row, Followers), "fromuserfollowercount"),
        ((Row, Following), "fromuserfriendcount"),
        ((Row, PostsTotal), "fromusertweetcount"),
        ((Row, Verified), "fromuserverified"),
        ((Row, Mentions), "mentions"),
        ((Repost, PostId), "retweetid"),
        ((Quote, PostId), "quotedstatusid"),
        ((Reply, PostId), "inreplytostatusid"),
        ((Reply, Author), "tousername"),
        ((Reply, AuthorId), "touserid"),
    ],
    left: "source lat lng geo* fromuser* urls* media* hashtags filterlevel truncated",
    platform: Some(Platform::X),
    ways: Ways::NONE,
};
