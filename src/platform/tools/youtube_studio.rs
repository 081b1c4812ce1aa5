//! Tables of YouTube Studio: the videos of one's own channel, under a row of totals, in the language of the page.
//!
//! No column names the channel: it is the user's. Subscribers are those that a video won or lost, impressions those of
//! its picture, and neither is a count of its audience. A table with a row for each day holds the figures of days.

use super::super::roles::{Field::*, Role, Side::*};
use super::{Tool, Ways};
use crate::model::Platform;

const ID: (Role, &str) =
    ((Row, PostId), "content video contenu inhalte inhalt contenido conteudo contenuti contenuto");
const TITLE: (Role, &str) = (
    (Row, Text),
    "videotitle titredelavideo videotitel titulodelvideo titulodovideo titolovideo titolodelvideo",
);
const TIME: (Role, &str) = (
    (Row, Time),
    "videopublishtime heuredepublicationdelavideo datedepublicationdelavideo veroffentlichungszeitdesvideos \
     veroffentlichungszeitpunktdesvideos videoveroffentlichungszeit horadepublicaciondelvideo \
     fechadepublicaciondelvideo horariodepublicacaodovideo horadepublicacaodovideo datadepublicacaodovideo \
     oradipubblicazionedelvideo oradipubblicazionevideo datadipubblicazionedelvideo",
);
/// A table of videos has three of them, one of days four.
const MARKS: &str = "date datum fecha data content contenu inhalte inhalt contenido conteudo contenuti \
                     contenuto videotitle titredelavideo videotitel titulodelvideo titulodovideo titolovideo \
                     titolodelvideo videopublishtime heuredepublicationdelavideo datedepublicationdelavideo \
                     veroffentlichungszeitdesvideos veroffentlichungszeitpunktdesvideos \
                     videoveroffentlichungszeit horadepublicaciondelvideo fechadepublicaciondelvideo \
                     horariodepublicacaodovideo horadepublicacaodovideo datadepublicacaodovideo \
                     oradipubblicazionedelvideo oradipubblicazionevideo datadipubblicazionedelvideo";

/// A row a video.
pub const VIDEOS: Tool = Tool {
    code: "youtube_studio",
    signature: MARKS,
    enough: 3,
    columns: &[
        ID,
        TITLE,
        TIME,
        ((Row, Views), "views vues aufrufe visualizaciones visualizacoes visualizzazioni vistas"),
        ((Row, Likes), "likes jaime mentionsjaime magichbewertungen megusta gostei marcacoesgostei mipiace"),
        (
            (Row, Replies),
            "commentsadded comments commentaires commentairesajoutes hinzugefugtekommentare kommentare \
             comentariosanadidos comentariosadicionados comentarios commentiaggiunti commenti",
        ),
        (
            (Row, Reposts),
            "shares partages geteilteinhalte teilungen compartidos compartilhamentos condivisioni",
        ),
    ],
    left: "subscribers* abonn* suscriptores* inscritos* iscritti* impressions* impressionen* impresiones* impressoes* \
           impressioni* duration duree dauer duracion duracao durata average* dislikes* likesvs* watchtime* your* \
           engaged* unique* youtubepremium* estimated*",
    platform: Some(Platform::YouTube),
    ways: Ways { own: true, ..Ways::NONE },
};

/// A row a day and video.
pub const DAYS: Tool = Tool {
    code: "youtube_studio",
    signature: MARKS,
    enough: 4,
    columns: &[ID, TITLE, TIME],
    left: "*",
    platform: Some(Platform::YouTube),
    ways: Ways { own: true, of_days: true, ..Ways::NONE },
};
