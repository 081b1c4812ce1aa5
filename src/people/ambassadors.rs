//! Ambassadors: who stands up for the brand, as its staff, as its customers, or of their own accord; and who speaks
//! against it.
//!
//! *Staff* are told by lists, by what accounts say of themselves, by their names. *Ambassadors* name the brand in at
//! least 3 posts of at least 3 weeks, are positive (the lower bound of the share of positive posts above one half), not
//! paid for it (advertising below a fifth) and genuine (authenticity of at least 60); a *customer* is one that a list
//! or the words of their posts say bought or uses it. *Detractors* are the same with negative posts. Whoever fails by
//! advertising alone is *paid*; whoever fails by authenticity alone is *doubtful*.
//!
//! Authenticity that is unknown speaks for nobody and against nobody, and is said to be untold. People whose posts the
//! study lacks, or whose tone nobody can tell, are no ambassadors and no detractors.

use super::regard::{BOUGHT, Regard, Signs, week};
use super::staff::{Known, Told};
use super::works_for::WorksFor;
use crate::error::{ErrorKind, Result};
use crate::graph::Window;
use crate::graph::steps::{Steps, run};
use crate::math::sqrt;
use crate::model::{Dataset, Layer, Strings};
use crate::score::{Brand, Lists};
use crate::text::marks::{AD, COMPLAINT};
use serde::Serialize;

/// How somebody stands to the brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// For it, again and again, unpaid.
    Ambassador,
    /// Against it, again and again.
    Detractor,
    /// For it, and says that it is advertising.
    Paid,
    /// For or against it, and what surrounds the account asks to be checked.
    Doubtful,
    /// None of these.
    None,
}

/// What is needed to be an ambassador. Opinions, all of them: shown, and open to change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needs {
    /// Posts that name the brand.
    pub mentions: u32,
    /// Weeks of them.
    pub weeks: u32,
    /// Lower bound of the share of positive posts, more than.
    pub share: f64,
    /// Share of advertising, less than.
    pub ads: f64,
    /// Authenticity, at least.
    pub authenticity: f64,
}

impl Default for Needs {
    fn default() -> Self {
        Needs { mentions: 3, weeks: 3, share: 0.5, ads: 0.2, authenticity: 60.0 }
    }
}

/// Somebody who matters to the brand.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Account.
    pub account: u32,
    /// How they stand to the brand.
    pub standing: Standing,
    /// What tells that they work for it.
    pub employee: Option<Told>,
    /// The account of the list of staff that bears the same name, where that is what tells it.
    pub namesake: Option<u32>,
    /// Whether a list says that they are a customer.
    pub listed_customer: bool,
    /// Whether a list or the words of their posts do.
    pub customer: bool,
    /// What their posts show.
    pub regard: Regard,
    /// Lower bounds of the shares of positive and of negative posts; NaN without a known tone.
    pub positive_low: f64,
    /// Lower bound of the share of negative posts.
    pub negative_low: f64,
    /// Authenticity, 0 to 100; NaN is untold.
    pub authenticity: f64,
    /// `A` of ambassadors and of those who are for the brand, the same with negative posts for those against it; NaN
    /// where the posts cannot tell.
    pub score: f64,
    /// What they are ordered by: `A · √(R_b + 1)`.
    pub order: f64,
    /// Advocacy, 0 to 100; NaN without a post that names the brand.
    pub advocacy: f64,
    /// Posts that show it, the most telling first.
    pub evidence: Vec<u32>,
}

/// Everybody who matters to the brand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ambassadors {
    /// People, in the order of [`Standing`], then the best first; those who are only known to work for the brand, or to
    /// be customers, by what is known of them.
    pub people: Vec<Person>,
    /// Weeks that the study spans; 0 without dates.
    pub weeks: u32,
    /// Why nobody can be an ambassador: a stable code.
    pub missing: Option<&'static str>,
}

impl Ambassadors {
    /// Accounts that work for the brand, in order.
    pub fn staff(&self) -> Vec<u32> {
        let mut staff: Vec<u32> = self
            .people
            .iter()
            .filter(|person| person.employee.is_some())
            .map(|person| person.account)
            .collect();
        staff.sort_unstable();
        staff
    }
}

/// What people are told by.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The study.
    pub data: &'a Dataset,
    /// Its texts.
    pub strings: &'a Strings,
    /// Span that counts.
    pub window: Window,
    /// What posts say.
    pub signs: Signs<'a>,
    /// The brand; without it nobody is told.
    pub brand: Option<&'a Brand>,
    /// People known already.
    pub lists: &'a Lists,
    /// Authenticity of accounts, 0 to 100, NaN untold; empty where it was not computed.
    pub authenticity: &'a [f64],
    /// Re-share credit R_b; empty where there is none.
    pub credit: &'a [f64],
    /// What is needed.
    pub needs: Needs,
}

/// Posts and bytes of self-descriptions read in one step.
const STEP: usize = 1 << 15;
/// Posts of evidence.
const EVIDENCE: usize = 5;

/// Finds [`Ambassadors`], a block of accounts at a time.
///
/// `A = LCB10(positive share) · ln(1 + brand mentions) · brand weeks / weeks · (1 − ad share) · authenticity / 100`,
/// ordered by `A · √(R_b + 1)`. For a reader: who speaks well of the brand, often, for long, unpaid, and is listened to.
///
/// | here | in the formula |
/// |---|---|
/// | `positive_low` | LCB10, the Wilson bound at one tenth |
/// | `mentions`, `weeks` of [`Regard`] | brand mentions, brand weeks |
/// | `credit` | R_b |
///
/// # Complexity
/// O(accounts + posts + self-descriptions); one [`Person`] for each of those who matter.
///
/// # Errors
/// `memory.exhausted`.
#[derive(Debug)]
pub struct FindAmbassadors<'a> {
    sources: Sources<'a>,
    known: Known,
    works_for: WorksFor,
    weeks: f64,
    mentioned: bool,
    account: usize,
    about: Vec<u32>,
    people: Vec<Person>,
    failed: bool,
}

impl<'a> FindAmbassadors<'a> {
    /// Looks up who is known already.
    pub fn new(sources: Sources<'a>) -> FindAmbassadors<'a> {
        let Sources { data, strings, brand, lists, window, .. } = sources;
        let known = match brand {
            Some(_) => Known::of(&data.accounts, strings, brand, lists),
            None => Known::default(),
        };
        // Posts are in order of time, those without a moment last or first.
        let dated = |post: &usize| data.posts.time.at(*post).filter(|t| window.contains(Some(*t))).map(week);
        let first = (0..data.posts.known).find_map(|post| dated(&post));
        let last = (0..data.posts.known).rev().find_map(|post| dated(&post));
        let weeks = first.zip(last).map_or(f64::NAN, |(first, last)| (last - first + 1) as f64);
        let account = if brand.is_some() { 0 } else { data.accounts.len() };
        FindAmbassadors {
            sources,
            known,
            works_for: brand.map(WorksFor::new).unwrap_or_default(),
            weeks,
            mentioned: false,
            account,
            about: Vec::new(),
            people: Vec::new(),
            failed: false,
        }
    }

    /// Reads an account; returns about how much there was to read.
    fn look_at(&mut self, account: usize) -> usize {
        let Sources { data, strings, signs, window, .. } = self.sources;
        self.about.clear();
        let posts = data.posts.of(account);
        let inside = posts.iter().map(|p| *p as usize).filter(|p| window.contains(data.posts.time.at(*p)));
        let regard = Regard::read(data, inside, &signs, &mut self.about);
        let read = posts.len() + data.accounts.bio[account].len() / 4 + 8;
        if self.known.is_brand(account as u32) {
            return read;
        }
        self.mentioned |= regard.mentions > 0;
        let told = self.known.employee(&data.accounts, strings, account, &self.works_for);
        let listed_customer = self.known.is_customer(&data.accounts, account);
        let customer = listed_customer || regard.bought > 0;
        let standing = self.standing(account, &regard);
        let heard = regard.mentions > 0 && (listed_customer || (customer && regard.complaints > 0));
        if told.is_some() || standing != Standing::None || heard {
            self.failed |= self.people.try_reserve(1).is_err();
            if !self.failed {
                let person = self.person(account, regard, standing, told, (listed_customer, customer));
                self.people.push(person);
            }
        }
        read
    }

    fn authenticity(&self, account: usize) -> f64 {
        self.sources.authenticity.get(account).copied().unwrap_or(f64::NAN)
    }

    fn standing(&self, account: usize, regard: &Regard) -> Standing {
        let needs = self.sources.needs;
        let again = regard.mentions >= needs.mentions && regard.weeks.is_some_and(|w| w >= needs.weeks);
        let (supports, attacks) = (regard.positive_low() > needs.share, regard.negative_low() > needs.share);
        if !again || !(supports || attacks) {
            return Standing::None;
        }
        let authenticity = self.authenticity(account);
        if authenticity < needs.authenticity {
            Standing::Doubtful
        } else if regard.ad_share() >= needs.ads {
            // Whoever is paid to speak ill is nobody's ambassador either.
            Standing::Paid
        } else if supports {
            Standing::Ambassador
        } else {
            Standing::Detractor
        }
    }

    fn person(
        &self,
        account: usize,
        regard: Regard,
        standing: Standing,
        told: Option<(Told, u32)>,
        (listed_customer, customer): (bool, bool),
    ) -> Person {
        let Sources { signs, credit, .. } = self.sources;
        let (positive_low, negative_low) = (regard.positive_low(), regard.negative_low());
        let against = negative_low > positive_low;
        let authenticity = self.authenticity(account);
        let score = regard.score(if against { negative_low } else { positive_low }, self.weeks, authenticity);
        let credited = credit.get(account).copied().filter(|c| *c >= 0.0).unwrap_or(0.0);
        let answers = self.answers(account);
        let prompted = |post: &&u32| answers.binary_search(post).is_ok() || signs.has(**post as usize, AD);
        let advocacy = regard.advocacy(self.about.iter().filter(prompted).count() as u32);
        let mut evidence = self.about.clone();
        let tone = |post: u32| {
            let tone = signs.tone_of(post as usize);
            if tone.is_nan() { 0.0 } else { tone }
        };
        let telling = |post: u32| {
            let marks = if against { COMPLAINT } else { BOUGHT };
            (u8::from(signs.has(post as usize, marks)), if against { -tone(post) } else { tone(post) })
        };
        evidence.sort_by(|a, b| {
            let (a, b) = (telling(*a), telling(*b));
            b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
        });
        evidence.truncate(EVIDENCE);
        evidence.shrink_to_fit();
        Person {
            account: account as u32,
            standing,
            employee: told.map(|told| told.0),
            namesake: told.filter(|told| told.0 == Told::Namesake).map(|told| told.1),
            listed_customer,
            customer,
            positive_low,
            negative_low,
            authenticity,
            score,
            order: score * sqrt(credited + 1.0),
            advocacy,
            evidence,
            regard,
        }
    }

    /// Posts of an account that answer the brand, in order.
    fn answers(&self, account: usize) -> Vec<u32> {
        let ties = &self.sources.data.ties;
        if self.known.brand().is_empty() {
            return Vec::new();
        }
        let from = ties.from.partition_point(|f| (*f as usize) < account);
        let own = (from..ties.len()).take_while(|t| ties.from[*t] as usize == account);
        let answers = own.filter(|t| ties.layer[*t] == Layer::Reply && self.known.is_brand(ties.to[*t]));
        let mut posts: Vec<u32> = answers.map(|t| ties.post[t]).collect();
        posts.sort_unstable();
        posts
    }

    /// Why nobody can be an ambassador.
    fn missing(&self) -> Option<&'static str> {
        let Sources { data, brand, signs, .. } = self.sources;
        let posts = &data.posts;
        match () {
            () if brand.is_none() => Some("no_brand"),
            () if signs.brands.is_empty() || !posts.text[..posts.known].iter().any(|t| t.is_some()) => {
                Some("no_text")
            }
            () if !self.mentioned => Some("no_mention"),
            () if self.weeks.is_nan() => Some("no_time"),
            () => None,
        }
    }
}

impl Steps for FindAmbassadors<'_> {
    type Output = Result<Ambassadors>;

    fn step(&mut self) -> bool {
        let Sources { data, strings, .. } = self.sources;
        let (mut read, all) = (0, data.accounts.len());
        if self.account < all && !self.known.read(&data.accounts, strings, STEP) {
            return false;
        }
        while read < STEP && self.account < all {
            read += self.look_at(self.account);
            self.account += 1;
        }
        self.account == all || self.failed
    }

    fn share_done(&self) -> f64 {
        self.account as f64 / self.sources.data.accounts.len().max(1) as f64
    }

    fn finish(mut self) -> Result<Ambassadors> {
        if self.failed {
            return Err(ErrorKind::OutOfMemory { what: "people" }.into());
        }
        let missing = self.missing();
        let known = |order: f64| if order.is_nan() { f64::NEG_INFINITY } else { order };
        self.people.sort_by(|a, b| {
            let surest = |p: &Person| p.employee.map_or(u8::MAX, |told| told as u8);
            a.standing
                .cmp(&b.standing)
                .then_with(|| known(b.order).total_cmp(&known(a.order)))
                .then_with(|| surest(a).cmp(&surest(b)))
                .then_with(|| a.account.cmp(&b.account))
        });
        let weeks = if self.weeks.is_nan() { 0 } else { self.weeks as u32 };
        Ok(Ambassadors { people: self.people, weeks, missing })
    }
}

/// [`Ambassadors`] in one call; see [`FindAmbassadors`].
///
/// # Errors
/// As [`FindAmbassadors`].
pub fn ambassadors(sources: Sources<'_>) -> Result<Ambassadors> {
    run(FindAmbassadors::new(sources))
}
