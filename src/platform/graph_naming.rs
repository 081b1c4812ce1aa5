//! Who a node of a network is: whether ids and labels are handles, ids of accounts, names, or mere numbers of the file.
//!
//! Decided once a file, on its first nodes, so that all nodes are named in one way.

use super::words;
use crate::model::Platform;

/// What the ids of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// Places in the file: `0`, `1`, `n12`. Another file uses the same ones for others.
    Places,
    /// Ids that a network gave to its accounts.
    Accounts,
    /// Handles.
    Handles,
}

/// How the nodes of a file are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naming {
    /// What the ids are.
    pub ids: Ids,
    /// Labels look like handles rather than names with blanks in them.
    pub labels_are_handles: bool,
    /// The network that the ids show.
    pub platform: Platform,
}

/// Whether an id is one that networks give to accounts: digits, a channel of YouTube, a DID, an account of Reddit.
pub fn is_account_id(id: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(id) || platform_of_id(id).is_some()
}

fn platform_of_id(id: &str) -> Option<Platform> {
    let word = |s: &str| s.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    if id.len() == 24 && id.starts_with("UC") && word(id) {
        return Some(Platform::YouTube);
    }
    if id.starts_with("did:plc:") || id.starts_with("did:web:") {
        return Some(Platform::Bluesky);
    }
    let base36 = |s: &str| (3..=12).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    id.strip_prefix("t2_").filter(|rest| base36(rest)).map(|_| Platform::Reddit)
}

/// Whether an id is only a place in its file: up to seven digits, behind a letter or a short word or not.
fn is_place(id: &str) -> bool {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    let before = &id[..id.len() - digits.len()];
    const BEFORE: [&str; 9] = ["", "n", "v", "node", "node_", "n_", "id", "vertex", "geid_"];
    (1..=7).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word))
        || (id.contains("::") && id.starts_with('n'))
}

/// Whether a label looks like a handle: one word of the letters that networks allow.
pub fn is_handle(label: &str) -> bool {
    let bare = label.trim().trim_start_matches('@');
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@');
    !bare.is_empty()
        && bare.len() <= 64
        && bare.chars().all(allowed)
        && bare.contains(|c: char| c.is_alphabetic())
        || words::platform_of_url(label).is_some()
}

impl Naming {
    /// Decides on the first nodes: their ids, and their labels where they have one.
    pub fn of<'a>(nodes: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Naming {
        let (mut all, mut accounts, mut places, mut labels, mut handles) = (0, 0, 0, 0, 0);
        let mut platforms = [0_usize; Platform::ALL.len()];
        for (id, label) in nodes {
            all += 1;
            accounts += usize::from(is_account_id(id));
            places += usize::from(is_place(id));
            if let Some(platform) = platform_of_id(id) {
                platforms[platform as usize] += 1;
            }
            if let Some(label) = label {
                labels += 1;
                handles += usize::from(is_handle(label));
            }
        }
        let ids = if all > 0 && places * 10 >= all * 9 {
            Ids::Places
        } else if all > 0 && accounts * 10 >= all * 9 {
            Ids::Accounts
        } else {
            Ids::Handles
        };
        let platform = Platform::ALL.into_iter().find(|p| platforms[*p as usize] * 2 > all);
        Naming {
            ids,
            labels_are_handles: handles * 5 >= labels * 4,
            platform: platform.unwrap_or(Platform::Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(list: &[&'static str]) -> Ids {
        Naming::of(list.iter().map(|id| (*id, None))).ids
    }

    #[test]
    fn what_ids_are() {
        assert_eq!(ids(&["0", "1", "25"]), Ids::Places);
        assert_eq!(ids(&["n0", "n1"]), Ids::Places);
        assert_eq!(ids(&["n0::n1", "n0"]), Ids::Places);
        assert_eq!(ids(&["24744541", "1526540472222638081"]), Ids::Accounts);
        assert_eq!(ids(&["UCYpRDnhk5H8h16jpS84uqsA"]), Ids::Accounts);
        assert_eq!(ids(&["lea", "omar99", "2019"]), Ids::Handles);
        assert_eq!(ids(&[]), Ids::Handles);
    }

    #[test]
    fn what_labels_are() {
        for label in ["lea", "@Lea.B", "cafe-lumen", "lea@mas.to", "https://x.com/lea"] {
            assert!(is_handle(label), "{label}");
        }
        for label in ["Léa", "Jean Valjean", "12", "", "@"] {
            assert!(!is_handle(label), "{label}");
        }
        let of = Naming::of([("did:plc:abc", Some("lea")), ("did:plc:abd", Some("omar"))].into_iter());
        assert_eq!(of, Naming { ids: Ids::Accounts, labels_are_handles: true, platform: Platform::Bluesky });
    }
}
