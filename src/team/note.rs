//! What a reader of a team has to know, by stable codes.

use serde::{Serialize, Serializer};

/// Declares the notes: each variant with its code and its meaning.
macro_rules! notes {
    ($($(#[$meaning:meta])+ $note:ident $code:literal,)*) => {
        /// Something to know about a team or a simulation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Note {
            $($(#[$meaning])+ $note,)*
        }

        impl Note {
            /// Every note, in the order in which they are told.
            pub const ALL: &[Note] = &[$(Note::$note,)*];

            /// Its stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Note::$note => $code,)*
                }
            }
        }
    };
}

notes! {
    /// The files hold no tie between accounts: nothing says who reaches whom.
    NoTies "no_ties",
    /// Every probability is zero: nobody passes anything on.
    ProbabilitiesZero "probabilities_zero",
    /// Nobody may be chosen: no account passes all conditions and has anybody who attends to it.
    NoCandidates "no_candidates",
    /// The exclusions leave no candidate.
    AllExcluded "all_excluded",
    /// The budget is below the cost of every candidate.
    BudgetBelowEveryCost "budget_below_every_cost",
    /// Nobody in the files belongs to the audience.
    TargetEmpty "target_empty",
    /// No candidate reaches anybody of the audience.
    TargetUnreachable "target_unreachable",
    /// The competitors reach everybody whom the candidates could reach.
    CompetitorsReachAll "competitors_reach_all",
    /// No account was given to simulate.
    NoMembers "no_members",
    /// Some of the accounts named are not in the files; they were left out.
    UnknownAccounts "unknown_accounts",
    /// There are more must-haves than places: they are kept, and nobody is added.
    MustHaveOverSize "must_have_over_size",
    /// The must-haves alone cost more than the budget: they are kept, and nobody is added.
    MustHaveOverBudget "must_have_over_budget",
    /// A budget was given but no cost is known: it was not applied.
    NoCosts "no_costs",
    /// Accounts without a known cost were no candidates, because there is a budget.
    SomeCostsUnknown "some_costs_unknown",
    /// Negative costs were read as unknown.
    NegativeCosts "negative_costs",
    /// Some candidates cost nothing: they are chosen as long as they reach anybody new.
    ZeroCosts "zero_costs",
    /// Accounts below the authenticity asked for were no candidates.
    LowConfidenceLeftOut "low_confidence_left_out",
    /// There are fewer candidates than places.
    FewCandidates "few_candidates",
    /// The team is smaller than asked: nobody else adds anybody, or can be paid.
    FewerThanAsked "fewer_than_asked",
    /// The audience of the settings was asked for, but none is named there: everybody counts.
    NoTarget "no_target",
    /// A large part of the audience is in parts of the network that no tie joins to the largest one.
    DisconnectedAudience "disconnected_audience",
    /// No probability could be learnt: only comparisons mean anything, not numbers of people.
    RelativeOnly "relative_only",
    /// Learnt probabilities were asked for, but the files do not say enough: the weighted cascade was used.
    LearnedUnavailable "learned_unavailable",
    /// Real cascades were asked for, but no re-share says which post it re-shares: the independent cascade was used.
    NoCascades "no_cascades",
    /// Probabilities were learnt from few re-shares: numbers of people are orders of magnitude.
    FewTrials "few_trials",
    /// There are too few posts on the subject: probabilities are those of all posts.
    OffSubject "off_subject",
    /// Every probability is one: everybody passes everything on.
    ProbabilitiesOne "probabilities_one",
    /// Sampling ended before its bound was reached: the guarantee is weaker than usual.
    NotCertified "not_certified",
    /// The model gives no interval.
    NoInterval "no_interval",
    /// The first accounts of the list reach as many people, within the margin.
    NoGainOverRanking "no_gain_over_ranking",
    /// Too few accounts receive attention to compare those at the top with ordinary ones.
    TooSmall "too_small",
    /// Accounts that carry the message and the counter-message were left out of the counter-message.
    BothSides "both_sides",
    /// Opinions were still moving when the iteration ended.
    NotSettled "not_settled",
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Note;

    #[test]
    fn codes_are_distinct_words() {
        let mut codes: Vec<&str> = Note::ALL.iter().map(|note| note.code()).collect();
        assert!(codes.iter().all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Note::ALL.len());
    }
}
