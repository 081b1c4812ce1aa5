//! Tables of R's rtweet (`write_as_csv`): a row carries the post that it re-shares or quotes, with its author.

use super::roles::{Field, IGNORED, Role, Side};
use crate::ingest::layout::Layout;

/// Whether a table is one of rtweet's.
pub fn detect(layout: &Layout) -> bool {
    let names: Vec<String> = layout.columns.iter().map(|name| plain(name)).collect();
    let has = |name: &str| names.iter().any(|c| c == name);
    has("status_id")
        && has("screen_name")
        && has("created_at")
        && (has("retweet_screen_name") || has("quoted_screen_name"))
}

/// The role of each column.
pub fn roles(layout: &Layout) -> Vec<Role> {
    layout.columns.iter().map(|name| role(&plain(name))).collect()
}

/// `Screen Name` as `screen_name`: spreadsheets and people rewrite headers.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '.', '-'], "_")
}

fn role(name: &str) -> Role {
    let sides = [("retweet_", Side::Repost), ("quoted_", Side::Quote)];
    for (prefix, side) in sides {
        if let Some(rest) = name.strip_prefix(prefix)
            && let Some(field) = of_original(rest)
        {
            return (side, field);
        }
    }
    match name {
        "reply_to_status_id" => (Side::Reply, Field::PostId),
        "reply_to_user_id" => (Side::Reply, Field::AuthorId),
        "reply_to_screen_name" => (Side::Reply, Field::Author),
        "is_retweet" => (Side::Row, Field::IsRepost),
        "quote_count" => (Side::Row, Field::Quotes),
        "reply_count" => (Side::Row, Field::Replies),
        "mentions_user_id" => (Side::Row, Field::MentionIds),
        "mentions_screen_name" => (Side::Row, Field::Mentions),
        "lang" => (Side::Row, Field::Lang),
        "status_url" => (Side::Row, Field::Url),
        // `is_quote` is true of re-shared quotes too: whom the row quotes is told by `quoted_status_id`.
        _ => of_original(name).map_or(IGNORED, |field| (Side::Row, field)),
    }
}

/// Columns that a row has three times: for itself, for the post it re-shares, for the one it quotes.
fn of_original(name: &str) -> Option<Field> {
    Some(match name {
        "status_id" => Field::PostId,
        "user_id" => Field::AuthorId,
        "screen_name" => Field::Author,
        "name" => Field::AuthorName,
        "text" => Field::Text,
        "created_at" => Field::Time,
        "favorite_count" => Field::Likes,
        "retweet_count" => Field::Reposts,
        "followers_count" => Field::Followers,
        "friends_count" => Field::Following,
        "statuses_count" => Field::PostsTotal,
        "description" => Field::Bio,
        "location" => Field::Location,
        "verified" => Field::Verified,
        _ => return None,
    })
}
