//! Whom and what a campaign is about: the brand and its competitors, the target audience, the people known already.

use crate::error::{ErrorKind, Result};
use crate::limits::{BRAND_BYTES, BRANDS, LISTED};
use serde::{Deserialize, Serialize};

/// A brand, and the other names it goes by. Matched as the words of a brief are: case and accents do not count, and a
/// name may be a phrase, a `#tag`, an `@handle` or a domain.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Its name.
    pub name: String,
    /// Other names, tags and handles.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Brand {
    /// The name and the aliases that hold anything, in that order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(|n| n.trim()).filter(|n| !n.is_empty())
    }

    fn check(&self, setting: &'static str) -> Result<()> {
        if self.names().next().is_none() {
            return Err(ErrorKind::InvalidArgument { name: setting, given: self.name.clone() }.into());
        }
        if self.names().map(str::len).sum::<usize>() > BRAND_BYTES {
            let limit = ErrorKind::LimitReached { limit: "BRAND_BYTES", value: BRAND_BYTES as f64 };
            return Err(limit.into());
        }
        Ok(())
    }
}

/// The audience that a campaign wants to reach: accounts that meet one entry of every kind that has any. Empty: no
/// target, everybody counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Audience {
    /// Numbers of communities, as the analysis gives them.
    pub communities: Vec<u32>,
    /// Languages by their code: `fr`.
    pub languages: Vec<String>,
    /// Words of the place that accounts give for themselves.
    pub places: Vec<String>,
    /// Handles or ids, one by one; they belong whatever else is asked.
    pub accounts: Vec<String>,
}

impl Audience {
    /// Whether no target is named.
    pub fn is_empty(&self) -> bool {
        self.communities.is_empty()
            && self.languages.is_empty()
            && self.places.is_empty()
            && self.accounts.is_empty()
    }
}

/// People whom the caller knows already, by handle, address or e-mail, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lists {
    /// People who work for the brand.
    pub employees: Vec<String>,
    /// People who bought from it.
    pub customers: Vec<String>,
}

/// Checks brands, audience and lists against their limits.
///
/// # Errors
/// `argument.invalid` for a brand without a name, `limit.reached` for too many or too long ones.
pub(super) fn check(
    brand: Option<&Brand>,
    competitors: &[Brand],
    audience: &Audience,
    lists: &Lists,
) -> Result<()> {
    brand.map_or(Ok(()), |b| b.check("brand"))?;
    competitors.iter().try_for_each(|b| b.check("competitors"))?;
    if competitors.len() > BRANDS {
        return Err(ErrorKind::LimitReached { limit: "BRANDS", value: BRANDS as f64 }.into());
    }
    let listed =
        [&audience.places, &audience.accounts, &audience.languages, &lists.employees, &lists.customers];
    if audience.communities.len().max(listed.iter().map(|l| l.len()).max().unwrap_or(0)) > LISTED {
        return Err(ErrorKind::LimitReached { limit: "LISTED", value: LISTED as f64 }.into());
    }
    Ok(())
}
