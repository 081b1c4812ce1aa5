//! Tables of twarc-csv: dotted paths of API v2, lists as JSON in cells.
//!
//! A retweet's text and counters are those of the original, merged in: they are never the retweeter's.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "twarc_csv",
    signature: "referencedtweetsrepliedtoid referencedtweetsretweetedid referencedtweetsquotedid authorusername \
                retweetedusername quotedusername inreplytousername authorpublicmetricsfollowerscount \
                publicmetricslikecount publicmetricsretweetcount edithistorytweetids conversationid \
                twarcretrievedat authorpublicmetricstweetcount",
    enough: 5,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "authorusername"),
        ((Row, AuthorId), "authorid"),
        ((Row, AuthorName), "authorname"),
        ((Row, Bio), "authordescription"),
        ((Row, Location), "authorlocation"),
        ((Row, Text), "text"),
        ((Row, Time), "createdat"),
        ((Row, Lang), "lang"),
        ((Row, Likes), "publicmetricslikecount"),
        ((Row, Reposts), "publicmetricsretweetcount"),
        ((Row, Replies), "publicmetricsreplycount"),
        ((Row, Quotes), "publicmetricsquotecount"),
        ((Row, Views), "publicmetricsimpressioncount"),
        ((Row, Saves), "publicmetricsbookmarkcount"),
        ((Row, Followers), "authorpublicmetricsfollowerscount"),
        ((Row, Following), "authorpublicmetricsfollowingcount"),
        ((Row, PostsTotal), "authorpublicmetricstweetcount"),
        ((Row, Verified), "authorverified"),
        ((Row, Mentions), "entitiesmentions"),
        ((Row, CollectedAt), "twarcretrievedat"),
        ((Repost, PostId), "referencedtweetsretweetedid"),
        ((Repost, Author), "retweetedusername"),
        ((Repost, AuthorId), "retweeteduserid"),
        ((Quote, PostId), "referencedtweetsquotedid"),
        ((Quote, Author), "quotedusername"),
        ((Quote, AuthorId), "quoteduserid"),
        ((Reply, PostId), "referencedtweetsrepliedtoid"),
        ((Reply, Author), "inreplytousername"),
        ((Reply, AuthorId), "inreplytouserid"),
    ],
    left: "source conversationid author* geo* context* attachments* entities* withheld* editcontrols* \
           edithistorytweetids matchingrules twarcurl twarcversion replysettings possiblysensitive",
    platform: Some(Platform::X),
    ways: Ways::NONE,
};
