//! Tables of 4CAT, one shape for each source: lists by comma, `yes` and `no`, what is missing left empty.
//!
//! Likes that are hidden are written 0 or -1, and are unknown. Ids of Telegram messages are `channel-12`, the message they
//! answer is `12`. Dates of LinkedIn are worked out from words such as "2w".

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TWITTER: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp body authorfullname languageguess possiblysensitive isretweet \
                retweeteduser isquotetweet quotetweetid quoteauthor quoteduser isreply repliedauthor \
                replieduser longlat isquotewithheld collectedfromurl",
    enough: 8,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "link tweeturl"),
        ((Row, Likes), "likecount"),
        ((Row, Reposts), "retweetcount"),
        ((Row, Replies), "replycount"),
        ((Row, Quotes), "quotecount"),
        ((Row, Views), "impressioncount"),
        ((Row, IsRepost), "isretweet"),
        ((Row, IsQuote), "isquotetweet"),
        ((Row, IsReply), "isreply"),
        ((Row, Mentions), "mentions"),
        ((Repost, Author), "retweeteduser"),
        ((Quote, Author), "quoteauthor quoteduser"),
        ((Quote, PostId), "quotetweetid"),
        ((Quote, Text), "quotebody"),
        ((Reply, Author), "repliedauthor replieduser"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning quote* isquotewithheld iswithheld longlat placename \
           possiblysensitive",
    platform: Some(Platform::X),
    ways: Ways::NONE,
};

pub const TIKTOK: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp authorfull authorlikes authorvideos authoravatar isduet isad tiktokurl \
                diversificationlabels locationcreated challenges plays musicname ispaidpartnership stickers",
    enough: 6,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "tiktokurl"),
        ((Row, Likes), "likes"),
        ((Row, Replies), "comments"),
        ((Row, Reposts), "shares"),
        ((Row, Views), "plays"),
        ((Row, PostsTotal), "authorvideos"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning videourl challenges diversificationlabels locationcreated \
           is*",
    platform: Some(Platform::TikTok),
    ways: Ways::NONE,
};

pub const TIKTOK_COMMENTS: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp posturl postbody postid commenturl islikedbypostauthor issticky \
                iscommentoncomment authorfull replies",
    enough: 5,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "commenturl"),
        ((Row, Likes), "likes"),
        ((Row, Replies), "replies"),
        ((Reply, PostId), "postid"),
        ((Reply, Url), "posturl"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning postbody is*",
    platform: Some(Platform::TikTok),
    ways: Ways { comments: true, ..Ways::NONE },
};

pub const INSTAGRAM: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp collectedfromview partialitem parentid likeshidden numlikes numcomments \
                nummedia mediatype usertags coauthors coauthorfullnames coauthorids playcount missingmedia \
                imageurls authorfullname",
    enough: 6,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "url"),
        ((Row, Likes), "numlikes"),
        ((Row, Replies), "numcomments"),
        ((Row, Views), "playcount"),
        ((Row, LikesHidden), "likeshidden"),
        ((Row, Tagged), "usertags coauthors"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning parentid coauthor* location* num* likeshidden missingmedia \
           image* partialitem",
    platform: Some(Platform::Instagram),
    ways: Ways::NONE,
};

pub const TELEGRAM: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp chat authorusername authorname authorisbot bodymarkdown isreply replyto \
                authorforwardedfromname authorforwardedfromusername authorforwardedfromid entitieslinked \
                entitiesmentioned allconnections timestampforwardedfrom",
    enough: 6,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Author), "authorusername"),
        ((Row, AuthorId), "author"),
        ((Row, AuthorName), "authorname"),
        ((Row, Text), "body"),
        ((Row, Views), "views"),
        ((Row, Reposts), "forwards"),
        ((Row, Likes), "reactions"),
        ((Row, Outlet), "chat"),
        ((Row, Mentions), "entitiesmentioned"),
        ((Repost, Author), "authorforwardedfromusername authorforwardedfromname"),
        ((Repost, AuthorId), "authorforwardedfromid"),
        ((Reply, PostId), "replyto"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning bodymarkdown isreply attachment* linked* entities* \
           allconnections timestampforwardedfrom is*",
    platform: Some(Platform::Telegram),
    ways: Ways { own_counts: true, scoped_ids: true, ..Ways::NONE },
};

pub const BLUESKY: Tool = Tool {
    code: "four_cat",
    signature: "threadid rank query likecount quotecount replycount repostcount quotedpost quoteduser \
                repliedtopost repliedtouser repliesallowed haspoll authordisplayname languages authorid",
    enough: 7,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "link url"),
        ((Row, Time), "createdat timestamp"),
        ((Row, Likes), "likecount"),
        ((Row, Reposts), "repostcount"),
        ((Row, Replies), "replycount"),
        ((Row, Quotes), "quotecount"),
        ((Row, Mentions), "mentions"),
        ((Quote, Author), "quoteduser"),
        ((Quote, PostId), "quotedpost"),
        ((Reply, Author), "repliedtouser"),
        ((Reply, PostId), "repliedtopost"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning rank query tags links labels repliesallowed haspoll",
    platform: Some(Platform::Bluesky),
    ways: Ways::NONE,
};

pub const TUMBLR: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp isreblog reblogtrail parentpostauthor parentpostid notecount \
                reblogcount authorsreplied authorsreblogged authorsliked rebloggedfrom",
    enough: 4,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "posturl url"),
        ((Row, Likes), "likecount"),
        ((Row, Reposts), "reblogcount"),
        ((Row, Replies), "replycount"),
        ((Row, IsRepost), "isreblog"),
        ((Repost, Author), "parentpostauthor"),
        ((Repost, PostId), "parentpostid"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning reblogtrail notecount authors*",
    platform: Some(Platform::Tumblr),
    ways: Ways::NONE,
};

pub const LINKEDIN: Tool = Tool {
    code: "four_cat",
    signature: "threadid timestampcollected timestampago ispromoted authormentions authornamementions \
                authortype authortitle authordescription authorprofileimage unixtimestamp",
    enough: 4,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Author), "author"),
        ((Row, AuthorName), "authorname"),
        ((Row, Url), "url posturl link"),
        ((Row, Likes), "likes reactions"),
        ((Row, Replies), "comments"),
        ((Row, Reposts), "shares reposts"),
        ((Row, Mentions), "authormentions"),
        ((Row, Bio), "authordescription"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning timestampago is* authornamementions",
    platform: Some(Platform::LinkedIn),
    ways: Ways { rough_dates: true, ..Ways::NONE },
};

pub const REDDIT: Tool = Tool {
    code: "four_cat",
    signature: "threadid unixtimestamp body subject subreddit score parent authorflair domain imagefile \
                imagemd5 postflair",
    enough: 6,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Text), "body subject"),
        ((Row, Likes), "score"),
        ((Row, Url), "url"),
        ((Reply, PostId), "parent"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account* source* music* \
           thumbnailurl stickers* effects warning domain image* subreddit authorflair",
    platform: Some(Platform::Reddit),
    ways: Ways::NONE,
};

pub const ANY: Tool = Tool {
    code: "four_cat",
    signature: "collectedfromurl threadid unixtimestamp timestamp body author",
    enough: 4,
    columns: &[
        ((Row, PostId), "id"),
        ((Row, Author), "author accountusername authorusername authorscreenname"),
        ((Row, AuthorId), "authorid accountid"),
        ((Row, AuthorName), "authorfullname authorfull authordisplayname authorname accountdisplayname"),
        ((Row, Followers), "authorfollowers accountfollowers"),
        ((Row, Text), "body subject"),
        ((Row, Time), "unixtimestamp timestamp createdat"),
        ((Row, Lang), "languageguess languages"),
        ((Row, CollectedAt), "collectedat timestampcollected"),
        ((Row, Verified), "verified isverified"),
        ((Row, Url), "url link posturl permalink"),
        ((Row, Likes), "likes likecount numlikes favouritescount reactioncount reactionscount upvotescount"),
        ((Row, Reposts), "reposts repostcount reblogscount reblogs shares sharecount"),
        ((Row, Replies), "replies replycount repliescount comments commentcount"),
        ((Row, Quotes), "quotes quotecount quotescount"),
        ((Row, Views), "views viewcount plays"),
        ((Row, Mentions), "mentions"),
        ((Reply, Author), "inreplytouser replytouser repliedtouser repliedauthor replieduser"),
        ((Quote, Author), "quoteduser quoteauthor"),
        ((Repost, Author), "reblogfrom repostedfrom retweeteduser"),
        ((Reply, PostId), "inreplytoid inreplytopostid replytopostid parent"),
    ],
    left: "thread collectedfromurl threadid hashtags urls images videos media* author* account*",
    platform: None,
    ways: Ways::NONE,
};
