//! The rows behind a signal: which accounts, which posts, which figures.

use super::{
    Authenticity, Group, Parts, Signal, burst, concentration, coordination, duplicated, first_digits,
    follows, one_purpose, pods, rate,
};
use serde::Serialize;

/// Rows of each kind that are listed at the most.
pub const MOST: usize = 50;

/// What was seen of one signal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The signal.
    pub signal: Signal,
    /// Its strength, 0 to 1.
    pub strength: f64,
    /// Neutral word for it.
    pub code: &'static str,
    /// Figures by their stable names, the threshold among them.
    pub figures: Vec<(&'static str, f64)>,
    /// Accounts concerned, the most telling first; [`MOST`] at the most.
    pub accounts: Vec<u32>,
    /// How many there are.
    pub accounts_total: u32,
    /// Posts concerned; [`MOST`] at the most.
    pub posts: Vec<u32>,
    /// How many there are.
    pub posts_total: u32,
}

/// The rows behind one signal of an account.
pub(super) fn of(found: &Authenticity, parts: &Parts<'_>, signal: Signal, account: usize) -> Evidence {
    let mut shown = Evidence {
        signal,
        strength: found.strength(signal, account),
        code: super::TO_CHECK_CODE,
        figures: Vec::new(),
        accounts: Vec::new(),
        accounts_total: 0,
        posts: Vec::new(),
        posts_total: 0,
    };
    let ground = &found.ground;
    match signal {
        Signal::Concentration => {
            let shares = concentration::shares(ground, parts, account);
            shown.figures = vec![
                ("ratio", shares.ratio),
                ("threshold", concentration::THRESHOLD),
                ("top", shares.top),
                ("gini", shares.gini),
            ];
            shown.take(parts, found, account, |_, _| true);
        }
        Signal::Reciprocity => {
            shown.figures = vec![
                ("share", pods::share(ground, parts, account)),
                ("threshold", pods::threshold(ground)),
                ("usual", ground.usual_mutual),
            ];
            match group_of(&found.pods, account) {
                Some(pod) => shown.group(pod, account),
                None => shown.take(parts, found, account, |_, arc| ground.mutual[arc]),
            }
        }
        Signal::OnePurpose => {
            shown.figures = vec![
                ("share", one_purpose::share(ground, parts, account)),
                ("threshold", one_purpose::threshold(ground)),
                ("usual", ground.usual_one_purpose),
            ];
            shown.take(parts, found, account, |a, _| ground.one_purpose(a as usize));
        }
        Signal::Burst => shown.burst(parts, found, account),
        Signal::DuplicatedText => {
            let texts = &found.texts;
            shown.figures = vec![
                ("own", texts.own(account)),
                ("engagers", texts.of_engagers(ground, parts, account)),
                ("threshold", duplicated::THRESHOLD),
            ];
            match group_of(&texts.groups, account) {
                Some(group) => shown.group(group, account),
                None => shown.take(parts, found, account, |a, _| texts.texts[a as usize].1 > 0),
            }
            // The texts themselves, not the acts.
            (shown.posts, shown.posts_total) = (Vec::new(), 0);
            for post in texts.posts.iter().filter(|p| {
                let author = parts.data.posts.author[**p as usize];
                author as usize == account || shown.accounts.contains(&author)
            }) {
                shown.posts_total += 1;
                if shown.posts.len() < MOST {
                    shown.posts.push(*post);
                }
            }
        }
        Signal::Coordination => {
            shown.figures = vec![
                ("engagers", found.coordination.of_engagers(ground, parts, account)),
                ("threshold", coordination::THRESHOLD),
            ];
            match group_of(&found.coordination.groups, account) {
                Some(group) => shown.group(group, account),
                None => shown.take(parts, found, account, |a, _| found.coordination.member(a as usize)),
            }
        }
        Signal::RateAnomaly => {
            let of = |column: &[f64]| column.get(account).copied().unwrap_or(f64::NAN);
            shown.figures = vec![
                ("residual", of(&found.rates.residual)),
                ("comments", of(&found.rates.comments)),
                ("threshold", rate::THRESHOLD),
            ];
        }
        Signal::FollowPattern => {
            let accounts = &parts.data.accounts;
            shown.figures = vec![
                ("ratio", follows::ratio(parts, account)),
                ("threshold", follows::THRESHOLD),
                ("followers", accounts.followers[account]),
                ("following", accounts.following[account]),
            ];
        }
        Signal::FirstDigits => {
            let digits = first_digits::digits(ground, parts, account);
            let (beyond, n) = first_digits::deviation(&digits);
            shown.figures =
                vec![("deviation", beyond), ("threshold", first_digits::THRESHOLD), ("known", f64::from(n))];
            let names = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
            shown.figures.extend(names.into_iter().zip(digits.map(f64::from)));
        }
    }
    shown
}

/// The group that holds an account.
fn group_of(groups: &[Group], account: usize) -> Option<&Group> {
    groups.iter().find(|g| g.accounts.binary_search(&(account as u32)).is_ok())
}

impl Evidence {
    /// Lists those who engage and pass a test, the most active first, with the posts by which they do.
    fn take(
        &mut self,
        parts: &Parts<'_>,
        found: &Authenticity,
        account: usize,
        test: impl Fn(u32, usize) -> bool,
    ) {
        let ground = &found.ground;
        let mut who: Vec<(u32, u32, usize)> = ground
            .engaged(parts, account)
            .filter(|(a, arc)| test(*a, *arc))
            .map(|(a, arc)| (u32::MAX - ground.uses[arc], a, arc))
            .collect();
        who.sort_unstable();
        self.accounts_total = who.len() as u32;
        self.accounts = who.iter().take(MOST).map(|w| w.1).collect();
        for (_, _, arc) in &who {
            self.posts_of(parts, *arc);
        }
    }

    fn posts_of(&mut self, parts: &Parts<'_>, arc: usize) {
        let ties = &parts.data.ties;
        for t in parts.attention.ties_of(arc, ties, parts.window) {
            if parts.credit_layers[ties.layer[t] as usize] && ties.post[t] != crate::model::NONE {
                self.posts_total += 1;
                if self.posts.len() < MOST {
                    self.posts.push(ties.post[t]);
                }
            }
        }
    }

    /// Lists the other members of a group.
    fn group(&mut self, group: &Group, account: usize) {
        self.figures.push(("members", group.accounts.len() as f64));
        self.figures.push(("density", group.density));
        let others = || group.accounts.iter().copied().filter(|a| *a as usize != account);
        self.accounts_total = others().count() as u32;
        self.accounts = others().take(MOST).collect();
    }

    fn burst(&mut self, parts: &Parts<'_>, found: &Authenticity, account: usize) {
        let ground = &found.ground;
        let Some(seen) = burst::timing(ground, parts, account, &mut Vec::new()) else { return };
        let chances = burst::chances(&seen, &found.usual_timing);
        self.figures = burst::TESTS.into_iter().zip(chances).filter(|(_, p)| *p < 1.0).collect();
        self.figures.extend([
            ("threshold", burst::THRESHOLD),
            ("dated", f64::from(seen.dated)),
            ("peak", f64::from(seen.peak)),
            ("peakStart", seen.peak_start as f64),
            ("peakStrangers", f64::from(seen.peak_strangers)),
        ]);
        let ties = &parts.data.ties;
        let peak = seen.peak_start..=seen.peak_start + burst::WINDOW;
        let inside = |arc: usize| {
            let mut moments =
                parts.attention.ties_of(arc, ties, parts.window).filter_map(|t| ties.time.at(t));
            moments.any(|time| peak.contains(&time))
        };
        self.take(parts, found, account, |_, arc| inside(arc));
    }
}
