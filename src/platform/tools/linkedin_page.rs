//! Posts of a LinkedIn page, below a line that describes the sheet: how each post did, no tie.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "linkedin_page",
    signature: "posttitle postlink posttype campaignname postedby createddate campaignstartdate \
                campaignenddate audience viewsexcludingoffsitevideoviews offsiteviews clickthroughratectr \
                clickthroughrate engagementrate contenttype follows reposts",
    enough: 6,
    columns: &[
        ((Row, Text), "posttitle"),
        ((Row, Url), "postlink"),
        ((Row, Author), "postedby"),
        ((Row, Time), "createddate"),
        ((Row, Views), "impressions views viewsexcludingoffsitevideoviews"),
        ((Row, Clicks), "clicks"),
        ((Row, Likes), "likes"),
        ((Row, Replies), "comments"),
        ((Row, Reposts), "reposts"),
    ],
    left: "posttype contenttype audience campaign* follows engagementrate clickthrough* offsiteviews",
    platform: Some(Platform::LinkedIn),
    ways: Ways { id_in_url: true, english_numbers: true, month_first: true, ..Ways::NONE },
};
