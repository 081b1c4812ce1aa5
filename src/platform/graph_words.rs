//! What the named values of nodes and edges mean, by the same words as the columns of tables.

use super::naming::{readings, squeeze};
use super::roles::{Field, Side};

/// What a value of a node means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfNode {
    /// What the node is called.
    Label,
    /// A handle.
    Handle,
    /// The id of an account.
    Id,
    /// A display name.
    Name,
    /// A self-description.
    Bio,
    /// Where an account says it is.
    Location,
    /// Followers.
    Followers,
    /// Accounts followed.
    Following,
    /// Posts in all.
    Posts,
    /// Verified or not.
    Verified,
    /// The network.
    Platform,
    /// Address of the profile.
    Url,
    /// What sort of thing the node is: `user`, `hashtag`…
    Sort,
    /// Nothing that is used.
    Other,
}

/// Whether a word for the sort of a node says that it is nobody: networks of people and hashtags are common.
pub fn is_thing(word: &str) -> bool {
    const THINGS: [&str; 16] = [
        "hashtag", "hashtags", "tag", "tags", "url", "link", "domain", "domaine", "word", "mot", "keyword",
        "term", "video", "image", "topic", "emoji",
    ];
    THINGS.iter().any(|thing| word.eq_ignore_ascii_case(thing))
}

/// What a value of an edge means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfEdge {
    /// Its weight.
    Weight,
    /// What kind of tie it is, if the value is a word for one; or whether it has a direction.
    Kind,
    /// When.
    Time,
    /// Whether it has a direction.
    Directed,
    /// Nothing that is used.
    Other,
}

/// Meanings already looked up, by name: files repeat a few names for each of their nodes.
#[derive(Debug)]
pub struct Meanings<T> {
    known: Vec<(String, T)>,
    look_up: fn(&str) -> T,
}

impl<T: Copy> Meanings<T> {
    /// The meaning of a name.
    pub fn of(&mut self, name: &str) -> T {
        if let Some((_, meaning)) = self.known.iter().find(|(known, _)| known == name) {
            return *meaning;
        }
        let meaning = (self.look_up)(name);
        if self.known.len() < crate::limits::GRAPH_ATTRIBUTES {
            self.known.push((name.to_string(), meaning));
        }
        meaning
    }
}

impl Meanings<OfNode> {
    /// Meanings of the values of nodes.
    pub fn of_nodes() -> Self {
        Meanings { known: Vec::new(), look_up: of_node }
    }
}

impl Meanings<OfEdge> {
    /// Meanings of the values of edges.
    pub fn of_edges() -> Self {
        Meanings { known: Vec::new(), look_up: of_edge }
    }
}

/// What a value of a node of that name means.
pub fn of_node(name: &str) -> OfNode {
    let word = squeeze(name);
    match word.as_str() {
        "label" | "libelle" | "etiquette" | "etiqueta" | "beschriftung" | "rotulo" => return OfNode::Label,
        "name" | "nom" | "nombre" | "nome" | "realname" | "title" | "titre" => return OfNode::Name,
        "followed" | "followees" | "friends" => return OfNode::Following,
        "tweets" | "posts" | "nbtweets" => return OfNode::Posts,
        "isverified" => return OfNode::Verified,
        "url" | "web" | "website" | "profileurl" | "profile" | "link" => return OfNode::Url,
        // What a node is of, or how it is drawn; in a table these words stand for authors.
        "source" | "from" | "text" | "date" | "time" => return OfNode::Other,
        "location" => return OfNode::Location,
        "type" | "nodetype" | "kind" | "sort" | "class" => return OfNode::Sort,
        _ => {}
    }
    let found =
        readings(name).into_iter().filter(|((side, _), _)| *side == Side::Row).find_map(|((_, field), _)| {
            Some(match field {
                Field::AuthorName if word != "author" && word != "account" && word != "influencer" => {
                    OfNode::Name
                }
                Field::Author => OfNode::Handle,
                Field::AuthorId => OfNode::Id,
                Field::Bio => OfNode::Bio,
                Field::Location => OfNode::Location,
                Field::Followers => OfNode::Followers,
                Field::Following => OfNode::Following,
                Field::PostsTotal => OfNode::Posts,
                Field::Verified => OfNode::Verified,
                Field::Platform => OfNode::Platform,
                _ => return None,
            })
        });
    found.unwrap_or(OfNode::Other)
}

/// What a value of an edge of that name means.
pub fn of_edge(name: &str) -> OfEdge {
    let word = squeeze(name);
    match word.as_str() {
        "directed" => return OfEdge::Directed,
        "kind" | "edgekind" | "tietype" | "interactiontype" | "twittertype" | "category" | "categorie" => {
            return OfEdge::Kind;
        }
        "start"
        | "timeset"
        | "startdate"
        | "timestamps"
        | "relationshipdateutc"
        | "tweetdateutc"
        | "when" => {
            return OfEdge::Time;
        }
        _ => {}
    }
    let found =
        readings(name).into_iter().filter(|((side, _), _)| *side == Side::Row).find_map(|((_, field), _)| {
            Some(match field {
                Field::Weight => OfEdge::Weight,
                Field::Layer | Field::Kind => OfEdge::Kind,
                Field::Time => OfEdge::Time,
                _ => return None,
            })
        });
    found.unwrap_or(OfEdge::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_known_by_the_words_of_tables() {
        for (name, meaning) in [
            ("label", OfNode::Label),
            ("Followers", OfNode::Followers),
            ("followers_count", OfNode::Followers),
            ("abonnés", OfNode::Followers),
            ("friends_count", OfNode::Following),
            ("statuses_count", OfNode::Posts),
            ("screen_name", OfNode::Handle),
            ("real_name", OfNode::Name),
            ("description", OfNode::Bio),
            ("Location", OfNode::Location),
            ("user_location", OfNode::Location),
            ("user_id", OfNode::Id),
            ("modularity_class", OfNode::Other),
            ("type", OfNode::Sort),
        ] {
            assert_eq!(of_node(name), meaning, "{name}");
        }
        for (name, meaning) in [
            ("weight", OfEdge::Weight),
            ("Edge Weight", OfEdge::Weight),
            ("Relationship", OfEdge::Kind),
            ("kind", OfEdge::Kind),
            ("start", OfEdge::Time),
            ("Relationship Date (UTC)", OfEdge::Time),
            ("created_at", OfEdge::Time),
            ("colour", OfEdge::Other),
        ] {
            assert_eq!(of_edge(name), meaning, "{name}");
        }
    }
}
