//! What makes a container, or one thing inside it, unreadable: stable codes with one parameter, never prose.

/// Why a container or an entry cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Stable code, such as `archive.encrypted`; pages translate it.
    pub code: &'static str,
    /// What it looks like, which method it is packed with or which limit was reached; empty where nothing needs saying.
    pub detail: String,
    /// The value of a limit that was reached.
    pub value: Option<u64>,
}

impl Fault {
    /// A fault that needs no detail.
    pub fn new(code: &'static str) -> Fault {
        Fault { code, detail: String::new(), value: None }
    }

    /// A fault with what its message names.
    pub fn with(code: &'static str, detail: impl Into<String>) -> Fault {
        Fault { code, detail: detail.into(), value: None }
    }

    /// The fault of a limit, by its name in `limits.rs`.
    pub fn limit(name: &str, value: u64) -> Fault {
        Fault { code: "limit.reached", detail: name.to_owned(), value: Some(value) }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.detail)
    }
}

impl std::error::Error for Fault {}

/// Why a step could not be made: bytes are wanted first, or there is a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// These bytes of the file are wanted; the same call is made again once they are there.
    Want {
        /// Where they begin.
        offset: u64,
        /// How many.
        length: u64,
    },
    /// It will not work.
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(fault)
    }
}
