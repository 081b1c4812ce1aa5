//! Posts of CrowdTangle, of Facebook pages and groups and of Instagram.
//!
//! The likes are one reaction of several, and are summed with the others once; the total of interactions is no count of
//! its own. A post whose link is a post of another page passes it on, with counters that are its own.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const FACEBOOK: Tool = Tool {
    code: "crowdtangle",
    signature: "pagename groupname facebookid pagecategory pageadmintopcountry likesatposting videosharestatus \
                isvideoowner postviews totalviewsforallcrossposts finallink linktext love wow haha sad angry \
                care",
    enough: 4,
    columns: &[
        ((Row, Author), "username"),
        ((Row, AuthorId), "facebookid"),
        ((Row, AuthorName), "pagename groupname"),
        ((Row, Bio), "pagedescription"),
        ((Row, Followers), "followersatposting"),
        ((Row, Time), "postcreated postcreateddate"),
        ((Row, Url), "url"),
        ((Row, Text), "message imagetext linktext"),
        ((Row, Likes), "likes"),
        ((Row, Reaction), "love wow haha sad angry care"),
        ((Row, Replies), "comments"),
        ((Row, Reposts), "shares"),
        ((Row, Views), "totalviewsforallcrossposts totalviews postviews"),
        ((Repost, Url), "link finallink"),
    ],
    left: "type totalinteractions likesatposting overperformingscore* sponsor* description page* video* \
           isvideoowner postcreated* size*",
    platform: Some(Platform::Facebook),
    ways: Ways { own_counts: true, id_in_url: true, english_numbers: true, ..Ways::NONE },
};

pub const INSTAGRAM: Tool = Tool {
    code: "crowdtangle",
    signature: "account username followersatposting postcreated postcreateddate postcreatedtime \
                totalinteractions photo imagetext sponsorid sponsorname overperformingscore*",
    enough: 6,
    columns: &[
        ((Row, Author), "username"),
        ((Row, AuthorName), "account"),
        ((Row, Followers), "followersatposting"),
        ((Row, Time), "postcreated postcreateddate"),
        ((Row, Url), "url"),
        ((Row, Text), "description title imagetext"),
        ((Row, Likes), "likes"),
        ((Row, Replies), "comments"),
        ((Row, Views), "views"),
    ],
    left: "type totalinteractions link photo overperformingscore* sponsor* postcreated* likesatposting",
    platform: Some(Platform::Instagram),
    ways: Ways { id_in_url: true, english_numbers: true, ..Ways::NONE },
};
