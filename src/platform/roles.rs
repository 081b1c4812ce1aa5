//! What a column can mean.

/// What a value is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Field {
    Author,
    AuthorId,
    AuthorName,
    Text,
    Time,
    TimeOfDay,
    PostId,
    Kind,
    IsRepost,
    IsQuote,
    IsReply,
    Likes,
    Reposts,
    Replies,
    Quotes,
    Views,
    Saves,
    Clicks,
    Followers,
    Following,
    PostsTotal,
    Verified,
    Bio,
    /// Where an account says it is.
    Location,
    Lang,
    Url,
    Mentions,
    MentionIds,
    Platform,
    CollectedAt,
    Source,
    Target,
    Weight,
    Layer,
    Directed,
    /// Accounts that a post shows besides those its text names: people tagged, co-authors.
    Tagged,
    /// One of several reactions that together are the likes.
    Reaction,
    /// Whether the likes are hidden, so that the number shown is none.
    LikesHidden,
    /// The newspaper, site or channel that published a text without a named author.
    Outlet,
    FirstName,
    LastName,
    Email,
    /// What a customer is worth.
    Value,
    /// How many times a customer ordered.
    Orders,
    /// What it costs to work with somebody.
    Cost,
    Ignored,
}

/// How many fields there are.
pub const FIELDS: usize = Field::Ignored as usize + 1;

impl Field {
    /// Whether its values are counts.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Field::Likes
                | Field::Reposts
                | Field::Replies
                | Field::Quotes
                | Field::Views
                | Field::Saves
                | Field::Clicks
                | Field::Followers
                | Field::Following
                | Field::PostsTotal
                | Field::Weight
                | Field::Reaction
                | Field::Value
                | Field::Orders
                | Field::Cost
        )
    }

    /// Whether its values are moments.
    pub fn is_time(self) -> bool {
        matches!(self, Field::Time | Field::CollectedAt)
    }
}

/// Which post of a row a value is about: the row's own, or the one it re-shares, quotes or answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Side {
    /// The row's own post.
    Row,
    /// The post it re-shares.
    Repost,
    /// The post it quotes.
    Quote,
    /// The post it answers.
    Reply,
    /// The post it refers to, in whichever way.
    Any,
}

/// How many sides there are.
pub const SIDES: usize = 5;

/// The role of a column.
pub type Role = (Side, Field);

/// A column that is left alone.
pub const IGNORED: Role = (Side::Row, Field::Ignored);

const CODES: &[(&str, Role)] = {
    use Field::*;
    use Side::*;
    &[
        ("author", (Row, Author)),
        ("author_id", (Row, AuthorId)),
        ("author_name", (Row, AuthorName)),
        ("text", (Row, Text)),
        ("time", (Row, Time)),
        ("time_of_day", (Row, TimeOfDay)),
        ("post_id", (Row, PostId)),
        ("kind", (Row, Kind)),
        ("is_repost", (Row, IsRepost)),
        ("is_quote", (Row, IsQuote)),
        ("is_reply", (Row, IsReply)),
        ("likes", (Row, Likes)),
        ("reposts", (Row, Reposts)),
        ("replies", (Row, Replies)),
        ("quotes", (Row, Quotes)),
        ("views", (Row, Views)),
        ("saves", (Row, Saves)),
        ("clicks", (Row, Clicks)),
        ("followers", (Row, Followers)),
        ("following", (Row, Following)),
        ("posts_total", (Row, PostsTotal)),
        ("verified", (Row, Verified)),
        ("bio", (Row, Bio)),
        ("location", (Row, Location)),
        ("lang", (Row, Lang)),
        ("url", (Row, Url)),
        ("mentions", (Row, Mentions)),
        ("mention_ids", (Row, MentionIds)),
        ("platform", (Row, Platform)),
        ("collected_at", (Row, CollectedAt)),
        ("source", (Row, Source)),
        ("target", (Row, Target)),
        ("weight", (Row, Weight)),
        ("layer", (Row, Layer)),
        ("directed", (Row, Directed)),
        ("tagged", (Row, Tagged)),
        ("reaction", (Row, Reaction)),
        ("likes_hidden", (Row, LikesHidden)),
        ("outlet", (Row, Outlet)),
        ("first_name", (Row, FirstName)),
        ("last_name", (Row, LastName)),
        ("email", (Row, Email)),
        ("value", (Row, Value)),
        ("orders", (Row, Orders)),
        ("cost", (Row, Cost)),
        ("ignored", (Row, Ignored)),
        ("repost_of_url", (Repost, Url)),
        ("reply_to_url", (Reply, Url)),
        ("quote_of_url", (Quote, Url)),
        ("repost_of", (Repost, Author)),
        ("repost_of_id", (Repost, AuthorId)),
        ("repost_of_post", (Repost, PostId)),
        ("quote_of", (Quote, Author)),
        ("quote_of_id", (Quote, AuthorId)),
        ("quote_of_post", (Quote, PostId)),
        ("reply_to", (Reply, Author)),
        ("reply_to_id", (Reply, AuthorId)),
        ("reply_to_post", (Reply, PostId)),
        ("ref_author", (Any, Author)),
        ("ref_author_id", (Any, AuthorId)),
        ("ref_author_name", (Any, AuthorName)),
        ("ref_post", (Any, PostId)),
        ("ref_text", (Any, Text)),
        ("ref_time", (Any, Time)),
        ("ref_likes", (Any, Likes)),
        ("ref_reposts", (Any, Reposts)),
        ("ref_followers", (Any, Followers)),
        ("ref_following", (Any, Following)),
        ("ref_posts_total", (Any, PostsTotal)),
        ("ref_verified", (Any, Verified)),
        ("ref_bio", (Any, Bio)),
        ("ref_location", (Any, Location)),
    ]
};

/// The stable code of a role.
pub fn code(role: Role) -> &'static str {
    let find = |role: Role| CODES.iter().find(|(_, r)| *r == role).map(|(code, _)| *code);
    find(role).or_else(|| find((Side::Any, role.1))).unwrap_or("ignored")
}

/// The role of that code.
pub fn from_code(code: &str) -> Option<Role> {
    CODES.iter().find(|(c, _)| *c == code).map(|(_, role)| *role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_stable_both_ways() {
        for (name, role) in CODES {
            assert_eq!(code(*role), *name);
            assert_eq!(from_code(name), Some(*role));
        }
        assert_eq!(code((Side::Quote, Field::Text)), "ref_text");
    }
}
