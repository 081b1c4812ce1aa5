//! The sentences that Facebook writes over comments and reactions, in five languages: whom they were for.

/// What stands before the name, and what ends it. The end of the sentence ends a name too where the second is empty.
const FRAMES: [(&str, &[&str]); 40] = [
    // English
    (" commented on ", &["'s ", "\u{2019}s "]),
    (" replied to ", &["'s ", "\u{2019}s "]),
    (" likes ", &["'s ", "\u{2019}s "]),
    (" liked ", &["'s ", "\u{2019}s "]),
    (" reacted to ", &["'s ", "\u{2019}s "]),
    (" loves ", &["'s ", "\u{2019}s "]),
    (" posted in ", &[]),
    // French
    (" la publication de ", &[]),
    (" le commentaire de ", &[]),
    (" au commentaire de ", &[]),
    (" à la publication de ", &[]),
    (" la photo de ", &[]),
    (" la vidéo de ", &[]),
    (" le lien de ", &[]),
    (" le statut de ", &[]),
    (" l’album de ", &[]),
    (" la publication d’", &[]),
    (" le commentaire d’", &[]),
    (" au commentaire d’", &[]),
    (" la photo d’", &[]),
    (" la vidéo d’", &[]),
    // German
    (" den Beitrag von ", &[" kommentiert", " reagiert", " gefällt"]),
    (" auf den Kommentar von ", &[" geantwortet", " reagiert"]),
    (" den Kommentar von ", &[" kommentiert", " geantwortet"]),
    (" das Foto von ", &[" kommentiert", " reagiert"]),
    (" gefällt der Beitrag von ", &[]),
    // Spanish
    (" la publicación de ", &[]),
    (" el comentario de ", &[]),
    (" al comentario de ", &[]),
    (" la foto de ", &[]),
    (" el video de ", &[]),
    // Portuguese
    (" na publicação de ", &[]),
    (" a publicação de ", &[]),
    (" da publicação de ", &[]),
    (" ao comentário de ", &[]),
    (" do comentário de ", &[]),
    (" da foto de ", &[]),
    // Italian and Dutch
    (" il post di ", &[]),
    (" al commento di ", &[]),
    (" op het bericht van ", &[]),
];

/// Whom a sentence says that its author, whose name it begins with, wrote to or reacted to.
pub fn addressee<'t>(title: &'t str, author: Option<&str>) -> Option<&'t str> {
    // The author's own name may hold any word: look behind it.
    let skip = author.filter(|name| title.starts_with(name)).map_or(0, str::len);
    let said = &title[skip..];
    let name = FRAMES.iter().find_map(|(before, ends)| {
        // Some sentences leave their author out: "Commented on Rémi Dupré's post."
        let bare = before.trim_start();
        let begins = said.get(..bare.len()).is_some_and(|start| start.eq_ignore_ascii_case(bare));
        let after = if begins { &said[bare.len()..] } else { &said[said.find(before)? + before.len()..] };
        if ends.is_empty() {
            return Some(sentence(after));
        }
        ends.iter().filter_map(|end| after.find(end)).min().map(|end| &after[..end])
    })?;
    let name = name.trim();
    let known = (2..=80).contains(&name.len())
        && name.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_ascii())
        && Some(name) != author;
    known.then_some(name)
}

/// The text up to the end of the sentence, without a group that it took place in.
fn sentence(text: &str) -> &str {
    let text = text.trim_end().trim_end_matches('.');
    [" dans ", " en el grupo ", " no grupo ", " in "]
        .iter()
        .fold(text, |text, word| text.split(word).next().unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_whom_they_are_for() {
        for (title, whom) in [
            ("Zoé Martin commented on Rémi Dupré's post.", Some("Rémi Dupré")),
            ("Zoé Martin replied to Rémi Dupré’s comment.", Some("Rémi Dupré")),
            ("Zoé Martin likes Rémi Dupré's photo.", Some("Rémi Dupré")),
            ("Zoé Martin a commenté la publication de Rémi Dupré.", Some("Rémi Dupré")),
            ("Zoé Martin a répondu au commentaire de Café Lumen dans Torréfacteurs.", Some("Café Lumen")),
            ("Zoé Martin aime la photo d’Anaïs Bel.", Some("Anaïs Bel")),
            ("Zoé Martin hat den Beitrag von Jörg Maier kommentiert.", Some("Jörg Maier")),
            ("Zoé Martin comentó la publicación de Álvaro Ruiz.", Some("Álvaro Ruiz")),
            ("Zoé Martin comentou na publicação de João Sá.", Some("João Sá")),
            ("Zoé Martin commented on her own post.", None),
            ("Zoé Martin a commenté sa propre publication.", None),
            ("Commented on Rémi Dupré's post", Some("Rémi Dupré")),
            ("commented on a post", None),
            ("Zoé Martin updated her status.", None),
            ("", None),
        ] {
            assert_eq!(addressee(title, Some("Zoé Martin")), whom, "{title}");
            assert_eq!(addressee(title, None), whom, "{title}");
        }
        assert_eq!(addressee("Al likes Tea commented on Bo Ek's post.", Some("Al likes Tea")), Some("Bo Ek"));
    }
}
