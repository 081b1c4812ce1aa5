//! Who works for the brand, who buys from it, and which accounts are the brand itself.

use super::works_for::WorksFor;
use crate::model::{Accounts, Asked, List, NONE, Platform, Strings};
use crate::score::{Brand, Lists};
use crate::text::fold;
use serde::Serialize;
use std::collections::HashMap;

/// What tells that somebody works for the brand, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// The caller's list.
    List,
    /// A list of staff among the files.
    File,
    /// What the account says of itself.
    Bio,
    /// Its display name.
    Name,
    /// The name of somebody on a list of staff that has no handles: to be confirmed.
    Namesake,
}

/// Who is known, before any post is read.
#[derive(Debug, Default)]
pub struct Known {
    /// Bits of lists by account, empty where nobody is on any.
    listed: Vec<u8>,
    /// Accounts of the brand itself, in order.
    brand: Vec<u32>,
    /// Folded names of the staff that is known by mail addresses alone.
    namesakes: HashMap<String, u32>,
    /// Spellings of the brand's names.
    spelt: Vec<String>,
    /// Accounts looked at.
    read: usize,
}

/// On a list that the caller typed.
const TYPED_STAFF: u8 = 1;
const TYPED_CUSTOMER: u8 = 2;

/// Letters that the name of a brand must have to be a handle's.
const SPELLING: usize = 3;

impl Known {
    /// Looks up the people whom the caller listed; [`Known::read`] goes on.
    pub fn of(accounts: &Accounts, strings: &Strings, brand: Option<&Brand>, lists: &Lists) -> Known {
        let spelt = brand.iter().flat_map(|b| b.names()).map(spelling);
        let mut known = Known { spelt: spelt.filter(|s| s.len() >= SPELLING).collect(), ..Known::default() };
        for (bit, names) in [(TYPED_STAFF, &lists.employees), (TYPED_CUSTOMER, &lists.customers)] {
            if names.is_empty() {
                continue;
            }
            known.listed.resize(accounts.len(), 0);
            Asked::new(names.iter().map(String::as_str)).each(accounts, strings, |_, account| {
                known.listed[account] |= bit;
            });
        }
        known
    }

    /// Looks at the next accounts for those of the brand and for staff that is known by mail; returns whether all are
    /// looked at.
    pub fn read(&mut self, accounts: &Accounts, strings: &Strings, most: usize) -> bool {
        let to = accounts.len().min(self.read + most);
        for account in self.read..to {
            let handle = strings.get(accounts.handle[account]);
            if self.spelt.iter().any(|name| same_spelling(handle, name)) {
                self.brand.push(account as u32);
            }
            let mailed = accounts.platform[account] == Platform::Email;
            let name = strings.get(accounts.name[account]);
            if mailed && accounts.is_listed(account, List::Staff) && is_whole(name) {
                self.namesakes.entry(fold(name)).or_insert(account as u32);
            }
        }
        self.read = to;
        to == accounts.len()
    }

    /// Whether an account is the brand's own.
    pub fn is_brand(&self, account: u32) -> bool {
        self.brand.binary_search(&account).is_ok()
    }

    /// Accounts of the brand itself.
    pub fn brand(&self) -> &[u32] {
        &self.brand
    }

    /// What tells that an account works for the brand. With the account of the list, where it is another one.
    pub fn employee(
        &self,
        accounts: &Accounts,
        strings: &Strings,
        account: usize,
        works_for: &WorksFor,
    ) -> Option<(Told, u32)> {
        if self.listed.get(account).is_some_and(|bits| bits & TYPED_STAFF != 0) {
            return Some((Told::List, NONE));
        }
        if accounts.is_listed(account, List::Staff) {
            return Some((Told::File, NONE));
        }
        let (bio, name) = (strings.get(accounts.bio[account]), strings.get(accounts.name[account]));
        if works_for.in_bio(bio) {
            return Some((Told::Bio, NONE));
        }
        if works_for.in_name(name) {
            return Some((Told::Name, NONE));
        }
        if !self.namesakes.is_empty() && is_whole(name) {
            return self.namesakes.get(&fold(name)).map(|listed| (Told::Namesake, *listed));
        }
        None
    }

    /// Whether a list says that an account is a customer's.
    pub fn is_customer(&self, accounts: &Accounts, account: usize) -> bool {
        self.listed.get(account).is_some_and(|bits| bits & TYPED_CUSTOMER != 0)
            || accounts.is_listed(account, List::Customers)
    }
}

/// A first and a last name.
fn is_whole(name: &str) -> bool {
    name.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2).count()
        >= 2
}

/// Letters and digits of a name, folded.
fn spelling(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a handle has these letters and digits, in this order and no others.
fn same_spelling(handle: &str, name: &str) -> bool {
    let plain = handle.split_once('@').filter(|(user, _)| !user.is_empty()).map_or(handle, |(user, _)| user);
    plain.len() >= name.len()
        && plain.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).eq(name.chars())
}

#[cfg(test)]
mod tests {
    use super::super::testing::Cast;
    use super::*;

    #[test]
    fn lists_files_bios_names_and_namesakes_tell_staff() {
        let mut cast = Cast::new();
        cast.is("cafe_lumen", "Café Lumen", "Le compte officiel");
        cast.is("lea_b", "Léa Brun", "barista");
        cast.is("omar_v", "Omar Vidal", "CM chez Café Lumen");
        cast.is("zoe", "Zoé Tran | Café Lumen", "thé");
        cast.is("ines", "INÈS MAHÉ", "");
        cast.is("max", "Max", "chats");
        cast.listed("ines@lumen.example", "Inès Mahé", List::Staff);
        cast.listed("max@lumen.example", "Max", List::Staff);
        let (data, strings) = (cast.data(), cast.strings());
        let brand = Brand { name: "Café Lumen".into(), aliases: vec!["#lumen".into()] };
        let lists = Lists { employees: vec!["@Lea_B".into()], customers: vec!["max".into()] };
        let mut known = Known::of(&data.accounts, strings, Some(&brand), &lists);
        while !known.read(&data.accounts, strings, 2) {}
        let works_for = WorksFor::new(&brand);
        let told = |handle: &str| {
            let found = known.employee(&data.accounts, strings, cast.find(handle), &works_for);
            found.map(|found| found.0)
        };
        assert_eq!(told("lea_b"), Some(Told::List));
        assert_eq!(told("omar_v"), Some(Told::Bio));
        assert_eq!(told("zoe"), Some(Told::Name));
        assert_eq!(told("ines"), Some(Told::Namesake));
        assert_eq!(told("max"), None, "a first name is nobody's alone");
        assert_eq!(told("ines@lumen.example"), Some(Told::File));
        assert_eq!(known.brand(), [cast.find("cafe_lumen") as u32]);
        assert!(known.is_customer(&data.accounts, cast.find("max")));
        assert!(!known.is_customer(&data.accounts, cast.find("zoe")));
    }

    #[test]
    fn handles_that_spell_a_name() {
        assert!(same_spelling("Cafe_Lumen", "cafelumen") && same_spelling("cafe.lumen@mas.to", "cafelumen"));
        assert!(!same_spelling("cafelumen2", "cafelumen") && !same_spelling("lumen", "cafelumen"));
    }
}
