//! What the downloads of Meta's networks share: text encoded twice, and values that stand beside a label in the
//! language of their owner.

use crate::ingest::number;
use crate::model::Counts;
use crate::platform::json::Value;
use std::borrow::Cow;

/// Text of a download, freed of its double encoding: Meta writes every byte of UTF-8 as the character of its number.
pub fn mend(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    match bytes.map(String::from_utf8) {
        Some(Ok(mended)) => Cow::Owned(mended),
        _ => Cow::Borrowed(text),
    }
}

/// A text member that says something, mended.
pub fn text<'v>(value: &'v Value<'_>, key: &str) -> Option<Cow<'v, str>> {
    crate::platform::json::text(value, key).map(mend)
}

/// A value beside its label.
#[derive(Debug, Clone)]
pub struct Labelled<'v> {
    /// In the language of the owner.
    pub label: Cow<'v, str>,
    /// What it says.
    pub value: Option<Cow<'v, str>>,
    /// Address that it leads to.
    pub href: Option<&'v str>,
    /// Moment.
    pub time: Option<i64>,
}

/// The labelled values of a record, in both forms that Meta writes: `string_map_data` and `label_values`.
pub fn labelled<'v>(record: &'v Value<'_>) -> Vec<Labelled<'v>> {
    let mut found = Vec::new();
    for (label, value) in record.get("string_map_data").map_or(&[][..], Value::members) {
        found.push(Labelled {
            label: mend(label),
            value: text(value, "value"),
            href: crate::platform::json::text(value, "href"),
            time: crate::platform::json::time(value, "timestamp"),
        });
    }
    if let Some(list) = record.get("label_values") {
        nested(list, 0, &mut found);
    }
    found
}

/// `{"label", "value"}` objects, however deep: the author of a post stands two lists further down than its address.
fn nested<'v>(value: &'v Value<'_>, depth: usize, found: &mut Vec<Labelled<'v>>) {
    const DEPTH: usize = 8;
    if depth > DEPTH {
        return;
    }
    for item in value.elements() {
        if let Some(label) = crate::platform::json::text(item, "label") {
            let time = crate::platform::json::time(item, "timestamp_value")
                .or_else(|| crate::platform::json::time(item, "timestamp"));
            let href = crate::platform::json::text(item, "href");
            found.push(Labelled { label: mend(label), value: text(item, "value"), href, time });
        }
        for key in ["dict", "vec"] {
            if let Some(inner) = item.get(key) {
                nested(inner, depth + 1, found);
            }
        }
    }
}

/// Whether a label is one of some words, whatever their case.
fn is_one_of(label: &str, words: &[&str]) -> bool {
    let label = label.trim().to_lowercase().replace('’', "'");
    words.contains(&label.as_str())
}

/// The label of a handle.
pub fn is_handle_label(label: &str) -> bool {
    is_one_of(
        label,
        &[
            "username",
            "user name",
            "nom d'utilisateur",
            "nom utilisateur",
            "nom de profil",
            "benutzername",
            "nutzername",
            "nombre de usuario",
            "usuario",
            "nome de usuário",
            "nome de utilizador",
            "nome utente",
            "gebruikersnaam",
            "användarnamn",
            "brukernavn",
            "brugernavn",
            "nazwa użytkownika",
            "kullanıcı adı",
            "author",
            "auteur",
            "autor",
            "作者",
        ],
    )
}

/// The label of a display name.
pub fn is_name_label(label: &str) -> bool {
    is_one_of(label, &["name", "nom", "nombre", "nome", "naam", "namn", "navn", "imię i nazwisko", "ad"])
}

/// The label of a self-description.
pub fn is_bio_label(label: &str) -> bool {
    is_one_of(label, &["bio", "biography", "biographie", "biografie", "biografía", "biografia", "steckbrief"])
}

/// The label of a comment's text.
pub fn is_comment_label(label: &str) -> bool {
    is_one_of(
        label,
        &[
            "comment",
            "commentaire",
            "kommentar",
            "comentario",
            "comentário",
            "commento",
            "opmerking",
            "reactie",
        ],
    )
}

/// The label of the account that a comment was written to.
pub fn is_media_owner_label(label: &str) -> bool {
    is_one_of(
        label,
        &[
            "media owner",
            "propriétaire du média",
            "propriétaire du contenu",
            "propriétaire du contenu multimédia",
            "medieninhaber",
            "inhaber des mediums",
            "eigentümer des mediums",
            "eigentümer der medien",
            "propietario del contenido multimedia",
            "propietario del contenido",
            "propietario del archivo multimedia",
            "proprietário da mídia",
            "proprietário do conteúdo multimédia",
            "proprietario del contenuto multimediale",
            "proprietario del contenuto",
            "media-eigenaar",
            "eigenaar van media",
        ],
    )
}

/// The counters among some labelled values.
pub fn counts(labels: &[Labelled<'_>]) -> Counts {
    let find = |words: &[&str]| {
        let held = labels.iter().find(|l| is_one_of(&l.label, words))?.value.as_deref()?;
        number::read(held, number::NumberStyle::default()).filter(|count| *count >= 0.0)
    };
    Counts {
        likes: find(&[
            "likes",
            "j'aime",
            "mentions j'aime",
            "gefällt mir",
            "\"gefällt mir\"-angaben",
            "„gefällt mir“-angaben",
            "me gusta",
            "curtidas",
            "gostos",
            "mi piace",
            "vind-ik-leuks",
        ]),
        reposts: find(&[
            "shares",
            "partages",
            "geteilt",
            "geteilte inhalte",
            "veces compartido",
            "compartilhamentos",
            "partilhas",
            "condivisioni",
        ]),
        replies: find(&[
            "comments",
            "commentaires",
            "kommentare",
            "comentarios",
            "comentários",
            "commenti",
            "opmerkingen",
        ]),
        views: find(&[
            "impressions",
            "impressionen",
            "impresiones",
            "impressões",
            "impressioni",
            "views",
            "vues",
            "weergaven",
        ]),
        saves: find(&[
            "saves",
            "enregistrements",
            "gespeichert",
            "gespeicherte inhalte",
            "guardados",
            "salvamentos",
            "elementi salvati",
        ]),
        ..Counts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_encoded_twice_is_mended_and_sound_text_left() {
        assert_eq!(mend("Caf\u{c3}\u{a9} \u{e2}\u{98}\u{95}"), "Café ☕");
        for sound in ["Café", "été ☕", "plain", "São", "Ã", "日本"] {
            assert_eq!(mend(sound), sound);
        }
    }

    #[test]
    fn labels_of_both_forms() {
        let record = Value::parse(
            r#"{"label_values":[{"label":"URL","value":"https://a.example","href":"https://a.example"},
            {"title":"Owner","dict":[{"title":"","dict":[{"label":"Nom d\u00e2\u0080\u0099utilisateur","value":"lea.brule"}]}]}]}"#,
        )
        .unwrap();
        let found = labelled(&record);
        assert_eq!(found.len(), 2);
        assert!(is_handle_label(&found[1].label), "{}", found[1].label);
        assert_eq!(found[1].value.as_deref(), Some("lea.brule"));
        let record = Value::parse(r#"{"string_map_data":{"Time":{"timestamp":1677661700}}}"#).unwrap();
        assert_eq!(labelled(&record)[0].time, Some(1_677_661_700_000));
    }
}
