//! Reads the names of columns: `Nb. de J’aime`, `tweet.public_metrics.like_count` and `likeCount` say one thing.

use super::concepts;
use super::roles::{Field, Role, Side};
use super::vocabulary::meanings;
use unicode_normalization::UnicodeNormalization;

/// Letters and digits of a column's name, lower case, without accents: `J’aime` and `jaime` are one word.
pub fn squeeze(name: &str) -> String {
    let name = match name.rfind(" (") {
        Some(at)
            if name.ends_with(')') && name[at + 2..name.len() - 1].bytes().all(|b| b.is_ascii_digit()) =>
        {
            &name[..at]
        }
        _ => name,
    };
    if name.is_ascii() {
        return name
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|b| b.to_ascii_lowercase() as char)
            .collect();
    }
    spelt(name).nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Letters that are two letters elsewhere: `cœurs`, `größe`.
fn spelt(name: &str) -> String {
    name.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae").replace('ß', "ss")
}

/// Names longer than this are sentences.
const NAME_CHARS: usize = 80;
/// Names of more words than this are sentences.
const NAME_WORDS: usize = 10;

/// Whether a name may be that of an author's handle, and says more than `name`.
pub fn names_author(name: &str) -> bool {
    let squeezed = squeeze(name);
    !matches!(squeezed.as_str(), "name" | "nom" | "nombre" | "nome" | "naam")
        && meanings(&squeezed).any(|(role, _)| role == (Side::Row, Field::Author))
}

/// Whether a name is that of a title.
pub fn is_title(name: &str) -> bool {
    among("title titre headline titulo titel titolo subject sujet posttitle", &squeeze(name))
}

/// Whether a name is that of the headline of an article.
pub fn is_headline(name: &str) -> bool {
    among("headline newsheadline articletitle titredelarticle schlagzeile titular manchete", &squeeze(name))
}

/// Whether a name has a number among its parts: `mentions/0`, `taggedUsers/0/username`.
pub fn is_numbered(name: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    name.contains(['/', '.']) && name.split(['/', '.']).skip(1).any(number)
}

/// Words around a name that count or place it, and say nothing of what it holds.
const FILLERS: &str = "nb nbr nbre nombre num number numero no count counts cnt total totals totales totale gesamt \
                       gesamtzahl sum somme suma summe soma aantal totaal of de del des du d do da dos das di della delle van het le la les l the el los \
                       las der die den dem von vom a an zu un une el en on sur anzahl cantidad quantidade qty qtd \
                       public metrics stats statistics value valeur valor wert";
/// Words for the post that a column is about, where it is about the row's own.
const CONTEXTS: &str = "post posts tweet tweets status statuses video item data node message publication publicacion \
                        publicacao beitrag beitrags content media medium contenu contenido conteudo legacy object \
                        attributes result snippet statistics x twitter tw facebook fb instagram ig insta tiktok \
                        youtube yt linkedin social organic public metrics stats engagement interactions comment \
                        entry record doc document row";
/// Words for the account that wrote the post.
const ACCOUNTS: &str = "user author account profile owner creator influencer auteur autor autora utilisateur usuario \
                        utilizador compte cuenta conta konto benutzer nutzer profil perfil channel chaine canal kanal \
                        page sender poster utente gebruiker commenter member membre from handle autors auteurs autores nutzers benutzers kontos";
/// Words that make a number something else than a count of the row's post.
const RATES: &str = "rate ratio taux tasa taxa quote pct percent percentage pourcentage porcentaje prozent average avg \
                     mean moyenne moyen moyens moyennes promedio medio media durchschnitt durchschnittliche median \
                     growth evolution change variation croissance delta diff score rank ranking rang per par por pro \
                     weekly monthly daily lifetime estimated potential paid fake faux falsos real quality suspicious \
                     authentic credible";

fn among(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|w| w == word)
}

/// Ranks from here on are of names that only hold the words of a role among others.
pub const BY_PARTS: usize = 400;

/// Every role that the name of a column may stand for, with how sure the name is (0 is the surest).
pub fn readings(name: &str) -> Vec<(Role, usize)> {
    let name = name.trim();
    // Cells of numbers and dates are asked about by the hundred when a header is looked for.
    if !name.contains(char::is_alphabetic) || name.chars().count() > NAME_CHARS {
        return Vec::new();
    }
    if is_numbered(name) {
        let number = |part: &&str| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = name.split(['/', '.']).filter(number).collect();
        return readings(&parts.join(" "));
    }
    let squeezed = squeeze(name);
    let percent = name.contains('%');
    let mut found: Vec<(Role, usize)> =
        meanings(&squeezed).filter(|((_, field), _)| !(percent && field.is_number())).collect();
    if !found.is_empty() {
        return found;
    }
    let tokens = tokens(name);
    if tokens.is_empty() || tokens.len() > NAME_WORDS {
        return found;
    }
    let rate = percent || tokens.iter().any(|t| among(RATES, t));
    let add = |role: Role, rank: usize, found: &mut Vec<(Role, usize)>| {
        let counted = !rate || !role.1.is_number();
        if counted && found.iter().all(|(r, _)| *r != role) {
            found.push((role, rank));
        }
    };
    for (role, rank) in of_account(&tokens) {
        add(role, 400 + rank, &mut found);
    }
    if let Some(role) = of_other_post(&tokens) {
        // Of two columns for one account, the one of handles comes before that of names.
        let named = tokens.last().is_some_and(|last| last == "name");
        add(role, if named { 460 } else { 450 }, &mut found);
    }
    if !found.is_empty() {
        return found;
    }
    // Without the words that only count; then without those that name the row's post.
    for (penalty, dropped) in [(500, [FILLERS, ""]), (600, [FILLERS, CONTEXTS])] {
        let kept: String = tokens
            .iter()
            .filter(|t| !dropped.iter().any(|words| among(words, t)))
            .map(String::as_str)
            .collect();
        for (role, rank) in meanings(&kept) {
            add(role, penalty + rank, &mut found);
        }
        if !found.is_empty() {
            return found;
        }
    }
    if let Some(role) = concepts::role(&tokens) {
        add(role, 720, &mut found);
    }
    if !found.is_empty() {
        return found;
    }
    // Written as one word: `messagebody`, `senderscreenname`.
    for word in CONTEXTS.split_ascii_whitespace().filter(|word| word.len() >= 4) {
        if let Some(rest) = squeezed.strip_prefix(word) {
            for (role, rank) in meanings(rest) {
                add(role, 800 + rank, &mut found);
            }
        }
    }
    for word in ACCOUNTS.split_ascii_whitespace().filter(|word| word.len() >= 4) {
        if let Some(rest) = squeezed.strip_prefix(word).filter(|rest| !rest.is_empty()) {
            for (role, rank) in account_fields(&[rest.to_owned()]) {
                add(role, 800 + rank, &mut found);
            }
        }
    }
    if !found.is_empty() {
        return found;
    }
    // Nothing but words of context: `Contenu du tweet`.
    let either = name.split_once('/').filter(|(one, _)| one.contains(' '));
    if let Some((one, _)) = either {
        // `Number of followers/daily visitors`: one or the other.
        return readings(one).into_iter().map(|(role, rank)| (role, rank + 100)).collect();
    }
    let telling = tokens.iter().filter(|t| !among(FILLERS, t));
    if telling.clone().all(|t| among(CONTEXTS, t)) {
        for (role, rank) in telling.flat_map(|token| meanings(token)).take(4) {
            add(role, 700 + rank, &mut found);
        }
    }
    found
}

/// Whether a name is one that a column of any export may bear.
pub fn is_known(name: &str) -> bool {
    !readings(name).is_empty()
}

/// The words of a name, lower case and without accents: `likeCount` has two. What stands in brackets is a unit or a
/// remark, unless it is all there is.
fn tokens(name: &str) -> Vec<String> {
    let mut bare = String::with_capacity(name.len());
    let mut depth = 0_usize;
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    for c in spelt(&bare).nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        if !c.is_alphanumeric() || matches!(c, 'º' | 'ª') {
            // `J’aime` and `d’abonnés` are written apart, and read together.
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
        } else {
            if c.is_uppercase() && before.is_lowercase() && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// `author.followers_count`, `User ID`, `channel title`: what a column says of the account.
fn of_account(tokens: &[String]) -> Vec<(Role, usize)> {
    let Some(at) = tokens.iter().position(|t| among(ACCOUNTS, t)) else { return Vec::new() };
    if !tokens[..at].iter().all(|t| among(FILLERS, t) || among(CONTEXTS, t)) {
        // `Nombre d’abonnés du compte`: the account may be named last.
        return match at + 1 == tokens.len() {
            true => account_fields(&tokens[..at]),
            false => Vec::new(),
        };
    }
    account_fields(&tokens[at + 1..])
}

fn account_fields(rest: &[String]) -> Vec<(Role, usize)> {
    let rest: Vec<&str> = rest
        .iter()
        .map(String::as_str)
        .filter(|t| !among(FILLERS, t) && !among(ACCOUNTS, t) && !among("public metrics data attributes", t))
        .collect();
    let row = |field| (Side::Row, field);
    match rest.concat().as_str() {
        "" => vec![(row(Field::Author), 50)],
        "id" | "uid" | "key" | "idstr" | "identifiant" | "identificador" | "kennung" | "restid" => {
            vec![(row(Field::AuthorId), 0)]
        }
        "screenname" | "username" | "handle" | "login" | "pseudo" | "slug" | "uniqueid" | "acct" | "nick" => {
            vec![(row(Field::Author), 0)]
        }
        "name" | "nom" | "nome" | "display" | "displayname" | "fullname" | "nickname" | "title" | "titre"
        | "titel" | "titulo" | "realname" => vec![(row(Field::AuthorName), 0), (row(Field::Author), 60)],
        // The address of a profile tells the handle where nothing else does.
        "url" | "link" | "lien" | "uri" | "permalink" | "enlace" | "profile" => {
            vec![(row(Field::Author), 90)]
        }
        words => meanings(words)
            .filter(|((side, field), _)| {
                *side == Side::Row
                    && matches!(
                        field,
                        Field::Followers
                            | Field::Following
                            | Field::PostsTotal
                            | Field::Verified
                            | Field::Bio
                            | Field::Location
                    )
            })
            .collect(),
    }
}

/// `retweeted_status.user.screen_name`, `In reply to: author`: what a column says of the post that the row refers to.
fn of_other_post(tokens: &[String]) -> Option<Role> {
    const REPOST: &str = "retweeted retweet rt repost reposted reshared shared reblogged forwarded partage repartage \
                          retuit retuiteado compartido geteilt weitergeleitet compartilhado partilhado";
    const QUOTE: &str = "quoted quote cite citee zitiert citado citada zitat citation cita citacao";
    const REPLY: &str =
        "reply replied replying inreplyto reponse respuesta antwort resposta parent answered repond";
    let side_of = |t: &str| {
        [(REPOST, Side::Repost), (QUOTE, Side::Quote), (REPLY, Side::Reply)]
            .iter()
            .find(|(words, _)| among(words, t))
            .map(|(_, side)| *side)
    };
    let at = tokens.iter().position(|t| side_of(t).is_some())?;
    let side = side_of(&tokens[at])?;
    let around: Vec<&str> = tokens[..at].iter().chain(&tokens[at + 1..]).map(String::as_str).collect();
    const LINKS: &str = "in to of from de du a au en von an auf em em para by par por als";
    let account = around.iter().any(|t| among(ACCOUNTS, t));
    let linked = around.iter().any(|t| among(LINKS, t));
    let rest: String = around
        .iter()
        .filter(|t| !among(LINKS, t) && !among(ACCOUNTS, t) && !among(FILLERS, t) && !among(CONTEXTS, t))
        // `reply_parent_uri` says it twice.
        .filter(|t| side_of(t) != Some(side))
        .copied()
        .collect();
    let counted = around.iter().any(|t| among("count counts nb number total num nombre", t));
    Some(match rest.as_str() {
        "" if counted => return None,
        "" if account || linked => (side, Field::Author),
        "screenname" | "username" | "name" => (side, Field::Author),
        "id" | "idstr" | "uid" if account => (side, Field::AuthorId),
        "id" | "idstr" | "uri" => (side, Field::PostId),
        "url" | "link" if side != Side::Quote => (side, Field::Url),
        "text" | "fulltext" | "body" if side != Side::Reply => (side, Field::Text),
        "createdat" | "date" | "datetime" | "timestamp" | "time" if side != Side::Reply => {
            (side, Field::Time)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::roles::code;

    fn best(name: &str) -> &'static str {
        let mut found = readings(name);
        found.sort_by_key(|(_, rank)| *rank);
        found.first().map_or("none", |(role, _)| code(*role))
    }

    #[test]
    fn names_are_compared_without_their_clothes() {
        for name in [
            "Abonnés",
            "ABONNES",
            "abonnés ",
            "Followers (2)",
            "followers_count",
            "public_metrics.like_count",
        ] {
            assert!(is_known(name), "{name}");
        }
        assert!(!is_known("") && !is_known("#1") && !is_known("zorglub"));
        assert_eq!(squeeze("J\u{2019}aime"), "jaime");
    }

    #[test]
    fn one_thing_in_five_languages_and_many_wordings() {
        for (role, names) in [
            (
                "author",
                "Nom d’utilisateur|Nombre de usuario|Nome de usuário|Benutzername|Handle|Auteur du post|user.screen_name|Compte",
            ),
            (
                "text",
                "Texte du message|Texto de la publicación|Inhalt|Conteúdo do post|tweet.full_text|post_text|Message (contenu)|Contenu du tweet",
            ),
            (
                "time",
                "Date de publication|Publié le|Fecha de publicación|Erstellt am|Publicado em|created_at|post.createdAt|Date (UTC)",
            ),
            (
                "likes",
                "Nb. de J’aime|likeCount|Total likes|Likes (nombre)|Me gusta|Gefällt mir|Curtidas|Nombre de likes|Mentions J'aime|public_metrics.like_count|Anzahl Likes|Número de me gusta|Instagram Likes",
            ),
            (
                "reposts",
                "nb_retweets|Retweets (total)|Partages|Compartidos|Compartilhamentos|Geteilt|Nombre de partages|Shares",
            ),
            (
                "replies",
                "Nb de commentaires|Comentarios|Kommentare|comment_count|Réponses|Número de comentarios",
            ),
            (
                "views",
                "Nombre de vues|Visualizaciones|Aufrufe|Visualizações|Total Views|Impressions (organiques)|video.views",
            ),
            (
                "followers",
                "Nombre d’abonnés|Seguidores|Abonnenten|author.followers_count|Followers du compte|Número de seguidores",
            ),
            (
                "reply_to",
                "En réponse à|Antwort auf|En respuesta a|Em resposta a|In reply to user|replied_to.username",
            ),
            ("repost_of", "Retweet de|retweeted_status.user.screen_name|Geteilt von|Partagé de"),
            ("repost_of_post", "retweeted_status.id_str|Retweet of status ID"),
            ("quote_of", "Citation de|quoted_status.user.screen_name"),
            ("reply_to_post", "in_reply_to_status_id|Reply to tweet id|parent_id"),
            ("author_id", "User ID|author.id|id du compte|account id"),
            ("author_name", "author.name|User display name|channel title"),
            ("location", "user.location|User Location|author.location"),
            ("mentions", "Comptes mentionnés|Menciones|Erwähnungen|Menções|mentions"),
        ] {
            for name in names.split('|') {
                assert_eq!(best(name), role, "{name}");
            }
        }
    }

    #[test]
    fn rates_and_averages_are_no_counts() {
        for name in [
            "Like rate",
            "Taux de likes",
            "Average likes",
            "Views per post",
            "Followers growth",
            "Likes %",
            "profile_image",
        ] {
            assert_eq!(best(name), "none", "{name}");
        }
    }
}
