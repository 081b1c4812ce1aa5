//! Accounts of the fediverse, told by the addresses of profiles and posts.

use super::address;
use crate::error::Result;
use crate::model::{AccountIn, Builder, NameId, Platform};

/// The account of an address, or of a name written `@user@host`. Addresses that number their accounts are ids.
pub fn account(uri: &str, name: Option<&str>, into: &mut Builder) -> Result<Option<NameId>> {
    let derived = handle_of(uri);
    let host = address(uri).map(|(host, _)| host);
    let full = |name: &str| {
        let name = name.trim().trim_start_matches('@');
        match (name.contains('@'), host) {
            (false, Some(host)) if !name.is_empty() => format!("{name}@{host}"),
            _ => name.to_string(),
        }
    };
    let handle = derived.or_else(|| name.map(full)).filter(|handle| !handle.is_empty());
    let id = actor_id(uri).filter(|_| handle_of(uri).is_none());
    into.account(&AccountIn::named(Platform::Mastodon, id, handle.as_deref()))
}

/// The address of an account that is named by a number: `https://host/ap/users/1234/statuses/5` → the part before
/// `/statuses`.
pub fn actor_id(uri: &str) -> Option<&str> {
    let (_, path) = address(uri)?;
    let number = path.strip_prefix("ap/users/")?.split('/').next()?;
    let end = uri.find("/ap/users/")? + "/ap/users/".len() + number.len();
    (!number.is_empty()).then(|| uri.get(..end)).flatten()
}

/// `user@host`, where an address tells it: `https://host/users/u/statuses/1`, `https://host/@u/1`, and the like.
pub fn handle_of(uri: &str) -> Option<String> {
    let (host, path) = address(uri)?;
    let mut parts = path.split('/');
    let first = parts.next()?;
    let user = match first {
        "users" | "u" | "user" | "accounts" | "video-channels" | "author" | "profile" | "p" => {
            parts.next()?
        }
        _ => first.strip_prefix('@')?,
    };
    let user = user.trim_start_matches('@');
    if user.is_empty() || user.bytes().any(|b| b.is_ascii_whitespace()) {
        return None;
    }
    // Seen from another server, an account bears its own.
    if user.contains('@') { Some(user.to_string()) } else { Some(format!("{user}@{host}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_tell_their_authors() {
        for uri in [
            "https://o.example/users/lea/statuses/77",
            "https://o.example/users/lea",
            "https://o.example/@lea/77",
            "https://o.example/@lea",
            "https://m.example/@lea@o.example/77",
            "https://o.example/u/lea",
            "https://o.example/p/lea/77",
        ] {
            assert_eq!(handle_of(uri).as_deref(), Some("lea@o.example"), "{uri}");
        }
        for uri in
            ["https://o.example/objects/5f-2a", "https://o.example/notes/9abc", "https://o.example", "lea"]
        {
            assert_eq!(handle_of(uri), None, "{uri}");
        }
        assert_eq!(
            actor_id("https://o.example/ap/users/115/statuses/9"),
            Some("https://o.example/ap/users/115")
        );
        assert_eq!(actor_id("https://o.example/users/lea"), None);
    }
}
