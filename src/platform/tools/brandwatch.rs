//! Mentions of Brandwatch, below a preamble: whom a row re-shares or answers is told by the address of a status.
//!
//! Each network has columns of its own: a row fills in those of its network, and zeros elsewhere. Those of X are called
//! `Twitter …` in older exports.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};

pub const TOOL: Tool = Tool {
    code: "brandwatch",
    signature: "queryid queryname fulltext snippet threadentrytype threadauthor threadid twitterretweetof \
                twitterreplyto xrepostof xreplyto mentionedauthors pagetype reachnew impact twitterauthorid twitterfollowers xauthorid xfollowers \
                resourceid accounttype monthlyvisitors totalmonthlyvisitors engagementtype contentsource \
                contentsourcename",
    enough: 5,
    columns: &[
        ((Row, Time), "date"),
        ((Row, Text), "fulltext snippet title"),
        ((Row, Author), "author"),
        ((Row, AuthorName), "fullname"),
        ((Row, AuthorId), "twitterauthorid xauthorid facebookauthorid"),
        ((Row, Url), "url originalurl"),
        ((Row, Platform), "pagetype contentsource contentsourcename"),
        ((Row, Lang), "language"),
        ((Row, Kind), "threadentrytype"),
        ((Row, Mentions), "mentionedauthors"),
        ((Row, Outlet), "sitename blogname domain"),
        ((Row, Bio), "bio twitterbio"),
        ((Row, Location), "country"),
        (
            (Row, Likes),
            "twitterlikes xlikes twitterlikecount instagramlikes facebooklikes linkedinlikes tiktoklikes youtubelikes \
             blueskylikes threadslikes redditscore",
        ),
        (
            (Row, Reposts),
            "twitterretweets xreposts facebookshares linkedinshares tiktokshares blueskyreposts threadsreposts",
        ),
        (
            (Row, Replies),
            "twitterreplycount xreplycount facebookcomments instagramcomments linkedincomments redditcomments \
             tiktokcomments youtubecomments",
        ),
        ((Row, Views), "impressions youtubeviews tiktokviews linkedinimpressions"),
        ((Row, Followers), "twitterfollowers xfollowers instagramfollowers"),
        ((Row, Following), "twitterfollowing xfollowing instagramfollowing"),
        ((Row, PostsTotal), "twittertweets xposts instagramposts"),
        ((Row, Verified), "twitterverified xverified"),
        ((Repost, Author), "twitterretweetof xrepostof xretweetof"),
        ((Reply, Author), "twitterreplyto xreplyto"),
    ],
    left: "added updated lastassignmentdate threadcreateddate thread* twitter* xchannelrole facebook* instagram* linkedin* \
           reddit* resourceid queryid queryname parentpostid impact reachnew engagement* subreddit* checked",
    platform: None,
    ways: Ways { id_in_url: true, ..Ways::NONE },
};
