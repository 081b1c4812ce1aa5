//! Tables of minet, gazouilloire and twitwi (Sciences Po): plural fields are joined by bars.
//!
//! A retweet shows the original's text and counters.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "minet",
    signature: "timestamputc localtime userscreenname tousername totweetid touserid retweeteduser retweetedid \
                quoteduser quotedid mentionednames mentionedids userfollowers userfriends usertweets \
                retweetedtimestamputc quotedtimestamputc matchquery collectiontime collectedvia \
                impressioncount",
    enough: 5,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "userscreenname"),
        ((Row, AuthorId), "userid"),
        ((Row, AuthorName), "username"),
        ((Row, Bio), "userdescription"),
        ((Row, Location), "userlocation"),
        ((Row, Text), "text"),
        ((Row, Time), "timestamputc localtime"),
        ((Row, Lang), "lang"),
        ((Row, Url), "url"),
        ((Row, Likes), "likecount"),
        ((Row, Reposts), "retweetcount"),
        ((Row, Replies), "replycount"),
        ((Row, Quotes), "quotecount"),
        ((Row, Views), "impressioncount"),
        ((Row, Followers), "userfollowers"),
        ((Row, Following), "userfriends"),
        ((Row, PostsTotal), "usertweets"),
        ((Row, Verified), "userverified"),
        ((Row, Mentions), "mentionednames"),
        ((Row, MentionIds), "mentionedids"),
        ((Row, CollectedAt), "collectiontime"),
        ((Repost, PostId), "retweetedid"),
        ((Repost, Author), "retweeteduser"),
        ((Repost, AuthorId), "retweeteduserid"),
        ((Repost, Time), "retweetedtimestamputc"),
        ((Quote, PostId), "quotedid"),
        ((Quote, Author), "quoteduser"),
        ((Quote, AuthorId), "quoteduserid"),
        ((Quote, Time), "quotedtimestamputc"),
        ((Reply, PostId), "totweetid"),
        ((Reply, Author), "tousername"),
        ((Reply, AuthorId), "touserid"),
    ],
    left: "links domains media* user* place* lat lng source* possiblysensitive matchquery collectedvia query",
    platform: Some(Platform::X),
    ways: Ways::NONE,
};
