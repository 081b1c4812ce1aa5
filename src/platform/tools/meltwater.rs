//! Documents of Meltwater: UTF-16 with tabs under the name of CSV, date and time apart; and the older shape, with ids
//! guarded as `="123"`.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};

pub const TOOL: Tool = Tool {
    code: "meltwater",
    signature: "documentid inputname informationtype sourcetype sourcename sourcedomain authorhandle \
                openingtext hitsentence socialecho editorialecho globalreach nationalreach localreach ave \
                keyphrases estimatedviews documenttags customcategories",
    enough: 6,
    columns: &[
        ((Row, Time), "date"),
        ((Row, TimeOfDay), "time"),
        ((Row, PostId), "documentid"),
        ((Row, Author), "authorhandle"),
        ((Row, AuthorName), "authorname"),
        ((Row, Kind), "contenttype"),
        ((Row, Platform), "sourcetype sourcedomain"),
        ((Row, Outlet), "sourcename"),
        ((Row, Lang), "language"),
        ((Row, Likes), "likes reactions"),
        ((Row, Reposts), "reposts shares"),
        ((Row, Replies), "replies comments"),
        ((Row, Quotes), "quotes"),
        ((Row, Views), "views"),
        ((Row, Text), "hitsentence openingtext title headline"),
        ((Row, Url), "url"),
    ],
    left: "reach globalreach nationalreach localreach ave engagement links hashtags keywords inputname image \
           estimatedviews socialecho editorialecho informationtype sourcedomain",
    platform: None,
    ways: Ways { id_in_url: true, english_numbers: true, ..Ways::NONE },
};

pub const LEGACY: Tool = Tool {
    code: "meltwater",
    signature: "headline openingtext hitsentence influencer subregion desktopreach mobilereach \
                twittersocialecho facebooksocialecho redditsocialecho nationalviewership ave inputname \
                twitterauthority twitterscreenname twitterclient userprofileurl alternatedateformat",
    enough: 6,
    columns: &[
        ((Row, Time), "date alternatedateformat"),
        ((Row, PostId), "tweetid"),
        ((Row, Author), "twitterscreenname influencer"),
        ((Row, AuthorId), "twitterid"),
        ((Row, Bio), "twitterbio"),
        ((Row, Followers), "twitterfollowers"),
        ((Row, Following), "twitterfollowing"),
        ((Row, Platform), "source"),
        ((Row, Outlet), "source"),
        ((Row, Lang), "language"),
        ((Row, Text), "hitsentence openingtext title headline"),
        ((Row, Url), "url"),
    ],
    left: "time nationalviewership reach desktopreach mobilereach twittersocialecho facebooksocialecho redditsocialecho \
           twitterauthority twitterclient userprofileurl keywords",
    platform: None,
    ways: Ways { id_in_url: true, english_numbers: true, ..Ways::NONE },
};
