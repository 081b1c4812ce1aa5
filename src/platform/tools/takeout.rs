//! Comments of a Google Takeout: all by its owner; the text is a row of JSON pieces in the newer shape.

use super::super::roles::{Field::*, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

pub const TOOL: Tool = Tool {
    code: "youtube_takeout",
    signature: "commentid channelid commentcreatetimestamp commentcreatetime price parentcommentid \
                toplevelcommentid postid videoid commenttext commenttextsegments idducommentaire iddelachaine \
                datedecreationducommentaire horodatagedecreationducommentaire prix idducommentaireparent \
                iddelavideo texteducommentaire kommentarid kanalid zeitpunktdererstellungdeskommentars \
                zeitstempelfurkommentarerstellung preis iddelcomentario iddelcanal \
                marcadetiempodecreaciondelcomentario precio iddelvideo textodelcomentario idevideo \
                textodocomentario iddocomentario iddocanal",
    enough: 4,
    columns: &[
        ((Row, PostId), "commentid idducommentaire kommentarid iddelcomentario iddocomentario"),
        ((Row, AuthorId), "channelid iddelachaine kanalid iddelcanal iddocanal"),
        (
            (Row, Time),
            "commentcreatetimestamp commentcreatetime datedecreationducommentaire \
             horodatagedecreationducommentaire zeitpunktdererstellungdeskommentars \
             zeitstempelfurkommentarerstellung marcadetiempodecreaciondelcomentario",
        ),
        (
            (Row, Text),
            "commenttext commenttextsegments texteducommentaire kommentartext textodelcomentario \
             textodocomentario",
        ),
        ((Reply, PostId), "parentcommentid idducommentaireparent videoid iddelavideo iddelvideo postid"),
    ],
    left: "price prix preis precio toplevelcommentid",
    platform: Some(Platform::YouTube),
    ways: Ways { comments: true, json_text: true, ..Ways::NONE },
};
