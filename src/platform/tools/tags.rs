//! Sheets of TAGS: ids are often rounded by the spreadsheet, lists of names are JSON in a cell.
//!
//! There are no counters of posts; whom a tweet re-shares stands in its text.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "tags",
    signature: "idstr fromuser geocoordinates userlang inreplytouseridstr inreplytoscreenname fromuseridstr \
                inreplytostatusidstr profileimageurl userfollowerscount userfriendscount userlocation \
                statusurl entitiesstr",
    enough: 6,
    columns: &[
        ((Row, PostId), "idstr"),
        ((Row, Author), "fromuser"),
        ((Row, AuthorId), "fromuseridstr"),
        ((Row, AuthorName), "fromusername"),
        ((Row, Text), "text"),
        ((Row, Time), "createdat time"),
        ((Row, Url), "statusurl"),
        ((Row, Followers), "userfollowerscount"),
        ((Row, Following), "userfriendscount"),
        ((Row, Location), "userlocation"),
        ((Row, Mentions), "entitiesstr"),
        ((Reply, PostId), "inreplytostatusidstr"),
        ((Reply, Author), "inreplytoscreenname"),
        ((Reply, AuthorId), "inreplytouseridstr"),
    ],
    left: "source profileimageurl geocoordinates userlang",
    platform: Some(Platform::X),
    ways: Ways { id_in_url: true, ..Ways::NONE },
};
