//! Tables of YouTube Data Tools: comments, and lists of videos.
//!
//! An answer names only the author of the comment that it stands under. minet writes the comments of the same interface
//! with the ids of the comment and of the video.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const COMMENTS: Tool = Tool {
    code: "youtube_data_tools",
    signature: "replycount likecount publishedat authorname authorchannelid authorchannelurl isreply isreplyto \
                isreplytoname",
    enough: 5,
    columns: &[
        ((Row, PostId), "id commentid"),
        ((Row, Author), "authorname"),
        ((Row, AuthorId), "authorchannelid"),
        ((Row, Time), "publishedat"),
        ((Row, Text), "text"),
        ((Row, Likes), "likecount"),
        ((Row, Replies), "replycount"),
        ((Reply, PostId), "isreplyto parentcommentid videoid"),
        ((Reply, Author), "isreplytoname"),
    ],
    left: "isreply authorchannelurl",
    platform: Some(Platform::YouTube),
    ways: Ways { comments: true, ..Ways::NONE },
};

pub const VIDEOS: Tool = Tool {
    code: "youtube_data_tools",
    signature: "videoid channelid channeltitle videotitle videodescription publishedat publishedatsql \
                videocategoryid videocategorylabel duration durationsec dislikecount favoritecount \
                commentcount viewcount likecount thumbnailmaxres licensedcontent locationdescription",
    enough: 7,
    columns: &[
        ((Row, PostId), "videoid"),
        ((Row, AuthorId), "channelid"),
        ((Row, AuthorName), "channeltitle"),
        ((Row, Time), "publishedat publishedatsql"),
        ((Row, Text), "videotitle videodescription"),
        ((Row, Views), "viewcount"),
        ((Row, Likes), "likecount"),
        ((Row, Replies), "commentcount"),
        ((Row, Lang), "defaultlanguage defaultlaudioanguage"),
    ],
    left: "favoritecount dislikecount position duration* tags video* thumbnail*",
    platform: Some(Platform::YouTube),
    ways: Ways::NONE,
};
