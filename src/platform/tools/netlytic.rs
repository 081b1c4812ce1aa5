//! Data sets of Netlytic: whom a message answers stands in `to`.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};

pub const TOOL: Tool = Tool {
    code: "netlytic",
    signature: "guid link pubdate author title description source to profileurl userid numoflikes fromid toid",
    enough: 6,
    columns: &[
        ((Row, PostId), "guid"),
        ((Row, Url), "link"),
        ((Row, Time), "pubdate"),
        ((Row, Author), "author"),
        ((Row, AuthorId), "fromid userid"),
        ((Row, Text), "description title"),
        ((Row, Platform), "source"),
        ((Reply, Author), "to"),
        ((Reply, AuthorId), "toid"),
        ((Row, Likes), "numoflikes likecount"),
    ],
    left: "profileurl",
    platform: None,
    ways: Ways { id_in_url: true, ..Ways::NONE },
};
