//! Results of Talkwalker: dotted attributes; the author's name is often a display name, the address tells the handle.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};

pub const TOOL: Tool = Tool {
    code: "talkwalker",
    signature: "extraauthorattributesid extraauthorattributesname extraauthorattributesshortname \
                extraauthorattributesurl extraauthorattributesgender extraauthorattributesdescription \
                sourceextendedattributes* articleextendedattributestwitterretweets \
                articleextendedattributestwitterlikes articleextendedattributes* \
                extraarticleattributesworlddata* extrasourceattributes* tagsinternal",
    enough: 4,
    columns: &[
        ((Row, Author), "extraauthorattributesshortname extraauthorattributesurl"),
        ((Row, AuthorName), "extraauthorattributesname"),
        ((Row, AuthorId), "extraauthorattributesid"),
        ((Row, Bio), "extraauthorattributesdescription"),
        ((Row, Time), "published"),
        ((Row, Text), "content contentsnippet title"),
        ((Row, Url), "url"),
        ((Row, Platform), "sourcetype posttype"),
        ((Row, Lang), "lang"),
        ((Row, CollectedAt), "indexed searchindexed"),
        ((Row, Outlet), "extrasourceattributesname domainurl roothost"),
        (
            (Row, Likes),
            "articleextendedattributestwitterlikes articleextendedattributesinstagramlikes \
             articleextendedattributesfacebooklikes articleextendedattributesyoutubelikes \
             articleextendedattributestiktoklikes articleextendedattributeslinkedinlikes",
        ),
        (
            (Row, Reposts),
            "articleextendedattributestwitterretweets articleextendedattributesfacebookshares \
             articleextendedattributestwittershares articleextendedattributestiktokshares \
             articleextendedattributeslinkedinshares",
        ),
        (
            (Row, Replies),
            "articleextendedattributestwitterreplies articleextendedattributesfacebookcomments \
             articleextendedattributesinstagramcomments articleextendedattributesyoutubecomments \
             articleextendedattributestiktokcomments articleextendedattributesnumcomments",
        ),
        (
            (Row, Views),
            "articleextendedattributestwitterimpressions articleextendedattributesyoutubeviews \
             articleextendedattributestiktokviews articleextendedattributesinstagramviews",
        ),
        (
            (Row, Followers),
            "sourceextendedattributestwitterfollowers sourceextendedattributesinstagramfollowers \
             sourceextendedattributesfacebookfollowers sourceextendedattributesyoutubesubscribers \
             sourceextendedattributestiktokfollowers",
        ),
    ],
    left: "sentiment reach engagement extra* tags* source* article* posttype",
    platform: None,
    ways: Ways { id_in_url: true, ..Ways::NONE },
};
