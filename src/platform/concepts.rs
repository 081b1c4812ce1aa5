//! What a column's name is about when no list holds it: `Zitierter Nutzer`, `Fecha del tuit`, `Texte complet`.
//!
//! The words of a name are sorted by their beginnings, which five languages mostly share; what they say together is
//! the role.

use super::roles::{Field, Role, Side};

/// Beginnings of words for each thing that a column can be about.
const IDS: &str = "=id =ids =idstr identif =nr =no =numero =kennung =key";
const LINKS: &str =
    "=url =urls =link =links lien =enlace =uri permal vinculo ligac =href address adresse web";
const MOMENTS: &str = "date =datetime timestamp horodat fecha datum =data =created creat erstell publish publi publicad \
                       veroffentl zeitst zeitp marcadet =cree =creado =criado posted gepost parution =ligne moment";
/// Those that name a moment and nothing else.
const NOUNS: &str = "=date =datetime timestamp horodat fecha datum =tijd zeitst zeitp marcadet";
const TEXTS: &str = "text content conten conteu inhalt =body cuerpo corpo corps verbatim message mensa mensag nachricht \
                     caption legend leyend bildunt transcript testo";
const PEOPLE: &str = "user utilis usuar utiliz nutzer benutz konto account compt cuenta conta autor auteur author autrice \
                      profil perfil person handle pseudo screen tweeter poster creator createu creador criador channel \
                      chaine kanal influenc membre member";
const REPOSTS: &str = "retweet retuit repost repart reshare reblog republ weiterv geteilt shared partag compart \
                       partilh repubblic weiterg forward transf =rt =rts";
const QUOTES: &str = "quot cite citad citac citat =cita zitier zitat";
const REPLIES: &str = "repl repon repond respond respuest respost antwort answer";
const ORIGINS: &str = "original origin ursprung";
const MENTIONS: &str = "mention mencion menco erwahn cites";
const LIKES: &str = "like favor fav gefall curtid gosto coeur heart megust jaime";
const COMMENTS: &str = "comment kommentar coment";
const VIEWS: &str = "view impress vue visual visionn lectur plays reprod aufruf ansicht vista wiederg affich";
const FOLLOWERS: &str = "follower abonn seguidor subscri suscript inscrit assinant fans =fan";
/// Words that leave a column to itself.
const OTHERS: &str = "rate ratio taux tasa taxa prozent avg average mean moyen promedi durchschn media score \
                      rank growth evolution sentiment categ topic theme thema tema country pays pais land city ville \
                      gender genre genero language langue idioma sprache lang hashtag tag reach portee alcance source \
                      image photo bild avatar picture video type name nom nombre nome count location created_by \
                      keyword campaign query mail status start end update modif collect scrap extract birth join \
                      edit delet compan length longueur size token word words mot char emoji location retrieved";

fn is(words: &str, token: &str) -> bool {
    words.split_ascii_whitespace().any(|word| match word.strip_prefix('=') {
        Some(whole) => whole == token,
        None => token.starts_with(word),
    })
}

/// The role that the words of a name make together.
pub fn role(tokens: &[String]) -> Option<Role> {
    let tokens: Vec<String> = tokens.iter().flat_map(|token| compound(token)).collect();
    let about = |words: &str| tokens.iter().any(|token| is(words, token));
    let small = |words: &[&str]| tokens.iter().any(|token| words.contains(&token.as_str()));
    let other =
        |allowed: &[&str]| tokens.iter().any(|t| is(OTHERS, t) && !allowed.iter().any(|words| is(words, t)));
    let row = |field| Some((Side::Row, field));
    let counted =
        small(&["nb", "nbr", "count", "anzahl", "number", "num", "total", "cantidad", "qtd", "zahl"])
            || tokens.first().is_some_and(|first| matches!(first.as_str(), "n" | "no" | "numero" | "nombre"));
    let side = match () {
        () if about(MENTIONS) => None,
        () if about(REPLIES) => Some(Side::Reply),
        () if about(QUOTES) => Some(Side::Quote),
        () if about(REPOSTS) || (about(ORIGINS) && about(PEOPLE)) => Some(Side::Repost),
        () => None,
    };
    let towards = small(&[
        "of", "from", "to", "de", "do", "du", "a", "an", "auf", "von", "by", "em", "en", "par", "por",
    ]);
    let last = tokens.last().map(String::as_str).unwrap_or("");
    let ends =
        matches!(last, "of" | "from" | "to" | "de" | "a" | "an" | "auf" | "von" | "by" | "par" | "por");
    let names = &[PEOPLE, "name nom nombre nome"][..];
    if let Some(side) = side.filter(|_| !counted && !other(names)) {
        if about(IDS) {
            return Some((side, if about(PEOPLE) { Field::AuthorId } else { Field::PostId }));
        }
        if about(PEOPLE) || ends {
            return Some((side, Field::Author));
        }
    }
    if about(MENTIONS) && !counted && !about(LIKES) && !other(&[MENTIONS, "name", "nom", "user"]) {
        return if about(IDS) { row(Field::MentionIds) } else { row(Field::Mentions) };
    }
    if other(&["count", "nom", "nombre"]) || (about(PEOPLE) && !about(FOLLOWERS)) {
        return None;
    }
    if about(IDS) && !counted && side.is_none() && !about(FOLLOWERS) {
        return row(Field::PostId);
    }
    if about(LINKS) && !counted {
        return row(Field::Url);
    }
    // `Horodatage de création du commentaire` is no count of comments.
    if about(NOUNS) || (tokens.len() > 1 && tokens[0] == "data") {
        return row(Field::Time);
    }
    for (words, field) in [
        (FOLLOWERS, Field::Followers),
        (LIKES, Field::Likes),
        (COMMENTS, Field::Replies),
        (VIEWS, Field::Views),
        (REPOSTS, Field::Reposts),
        (REPLIES, Field::Replies),
        (QUOTES, Field::Quotes),
    ] {
        if about(words) && !(towards && ends) && !about(TEXTS) {
            return row(field);
        }
    }
    if about(TEXTS) {
        return row(Field::Text);
    }
    if about(MOMENTS) {
        return row(Field::Time);
    }
    None
}

/// `Nachrichtentext` in its two words.
fn compound(token: &str) -> Vec<String> {
    const LAST: [&str; 11] =
        ["text", "inhalt", "datum", "zahl", "link", "url", "autor", "name", "nutzer", "zeit", "anzahl"];
    for last in LAST {
        if let Some(first) = token.strip_suffix(last).filter(|first| first.len() >= 4) {
            return vec![first.to_owned(), last.to_owned()];
        }
    }
    vec![token.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::roles::code;

    #[test]
    fn words_make_roles_together() {
        for (names, said) in [
            ("zitierter nutzer|quoted author name|autor citado", "quote_of"),
            ("usuario respondido|responde a|antwortet auf", "reply_to"),
            ("compte retweete|usuario retuitado|ursprunglicher autor", "repost_of"),
            ("texte complet|nachrichtentext|cuerpo", "text"),
            ("fecha del tuit|mis en ligne le|date de parution", "time"),
            ("id del tuit|identifier of the post", "post_id"),
            ("enlace al post|link zum beitrag|adresse du post", "url"),
            ("erwahnte accounts|personnes mentionnees", "mentions"),
            ("weiterverbreitungen|republicaciones", "reposts"),
            ("follower des autors", "followers"),
        ] {
            for name in names.split('|') {
                let tokens: Vec<String> = name.split(' ').map(str::to_owned).collect();
                assert_eq!(role(&tokens).map(code), Some(said), "{name}");
            }
        }
        for name in [
            "country",
            "sentiment",
            "like rate",
            "user location",
            "tags",
            "engagement",
            "image url",
            "content type",
        ] {
            let tokens: Vec<String> = name.split(' ').map(str::to_owned).collect();
            assert_eq!(role(&tokens).map(code), None, "{name}");
        }
    }
}
