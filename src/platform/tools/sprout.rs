//! Post performance of Sprout Social: own posts, numbers as `1,234` and `2.5%`.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};

pub const TOOL: Tool = Tool {
    code: "sprout",
    signature: "network posttype contenttype profile sentby engagementrateperimpression engagementrateperreach \
                organicimpressions paidimpressions nonviralimpressions viralimpressions postlinkclicks \
                otherpostclicks postclicksall videoviews fullvideoviews partialvideoviews linkedcontent \
                engagements",
    enough: 6,
    columns: &[
        ((Row, Time), "date"),
        ((Row, PostId), "postid"),
        ((Row, Platform), "network"),
        ((Row, Author), "profile"),
        ((Row, Url), "link linkpermalink permalink"),
        ((Row, Text), "post posttext message text"),
        ((Row, Likes), "likes reactions"),
        ((Row, Replies), "comments replies"),
        ((Row, Reposts), "shares"),
        ((Row, Saves), "saves"),
        ((Row, Views), "impressions videoviews"),
        ((Row, Clicks), "postlinkclicks"),
    ],
    left: "type contenttype posttype sentby engagement* organic* paid* viral* nonviral* reach* fullvideo* \
           partialvideo* videoremoved* tags linkedcontent othe* unique*",
    platform: None,
    ways: Ways { english_numbers: true, month_first: true, ..Ways::NONE },
};
