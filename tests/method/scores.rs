//! Sub-factors, objectives, how sure a rank is, and what comes of it.

use super::document::{Document, row, says};
use sillage::graph::{credit, pagerank};
use sillage::math::{beta_binomial, scale};
use sillage::score::objective::{Effect, Gate, Lifetime, MIN_ON_TOPIC, Memory};
use sillage::score::{
    ENOUGH_COVERAGE, Objective, Pillar, SubFactor, affinity, frequency, goodwill, period, proximity,
    standing, trust,
};
use sillage::text::bm25::Bm25;
use sillage::text::stickiness;
use sillage::value::{Params, capillarity, observed_effect};
use sillage::{insight, uncertainty};

const HOUR: f64 = 3_600_000.0;

#[test]
fn the_nine_sub_factors() {
    says("7", "`k1 = {}`, `b = {}`", "`k1 = {}`, `b = {}`", &[Bm25::POSTS.k1, Bm25::POSTS.b]);
    let names = [
        ("popularity", "popularité"),
        ("proximity", "proximité"),
        ("goodwill", "bienveillance"),
        ("authority", "autorité"),
        ("trust", "confiance"),
        ("affinity", "affinité"),
        ("frequency", "fréquence"),
        ("period", "durée"),
        ("amplitude", "amplitude"),
    ];
    let pillars = |pillar| match pillar {
        Pillar::Reach => ("Reach", "Portée"),
        Pillar::Relevance => ("Relevance", "Pertinence"),
        Pillar::Resonance => ("Resonance", "Résonance"),
    };
    for document in Document::both() {
        let table: Vec<&str> = document.section("8").lines().filter(|l| l.starts_with('|')).skip(2).collect();
        assert_eq!(table.len(), SubFactor::ALL.len());
        for ((factor, (english, french)), line) in SubFactor::ALL.into_iter().zip(names).zip(table) {
            let (in_english, in_french) = pillars(factor.pillar());
            assert_eq!(factor.name(), english);
            let begins =
                format!("| {} | {} |", document.of(in_english, in_french), document.of(english, french));
            assert!(line.starts_with(&begins), "{line}");
        }
    }
    says("8.2", "M = {}\n", "M = {}\n", &[proximity::PRIOR]);
    says("8.3", "tone of {} down", "ton de {}", &[-goodwill::NEUTRAL]);
    says("8.3", "at least {} such people", "au moins {} telles personnes", &[beta_binomial::MIN_TRIALS]);
    says("8.4", "α = {}\n", "α = {}\n", &[pagerank::Params::default().damping]);
    says("8.5", "weight of {} people", "poids de {} personnes", &[trust::PRIOR]);
    says("8.6", "`K = {}` words", "`K = {}` mots", &[stickiness::PRIOR_WORDS]);
    says("8.6", "/ {} days)", "/ {} jours)", &[affinity::HALF_LIFE_DAYS]);
    let least = frequency::MIN_PERIODS as f64;
    says(
        "8.7",
        "span {} or more, else days, else hours; below {} hours",
        "au moins {}, sinon des jours, sinon des heures ; en dessous de {} heures",
        &[least, least],
    );
    says("8.7", "at most {})", "au plus {})", &[beta_binomial::MAX_PRIOR]);
    says("8.8", "at least {} dated re-shares", "au moins {} partages datés", &[period::MIN_SHARES as f64]);
    says("8.8", "until they have {}.", "jusqu’à en avoir {}.", &[period::MIN_SHARES as f64]);
    says(
        "9",
        "{} % and {} % quantiles",
        "quantiles {} % et {} %",
        &[100.0 * scale::LOW, 100.0 * scale::HIGH],
    );
    says("8.9", "a post of tone {} or less", "un post d’un ton de {} ou moins", &[-goodwill::NEUTRAL]);
    says("8.3", "as much as {} people", "autant que {} personnes", &[goodwill::PRIOR]);
    let observed = period::OBSERVED as f64 / HOUR;
    says("8.8", "the last {} hours", "des dernières {} heures", &[observed]);
}

#[test]
fn objectives_with_all_that_they_decide() {
    let names = [
        ("none", "aucun"),
        ("awareness", "notoriété"),
        ("consideration", "considération"),
        ("conversion", "conversion"),
        ("advocacy", "recommandation"),
        ("crisis", "crise"),
    ];
    for document in Document::both() {
        for (objective, (english, french)) in Objective::ALL.into_iter().zip(names) {
            let name = document.of(english, french);
            let weights = document.row("10", name, 0);
            for (pillar, cell) in Pillar::ALL.into_iter().zip(&weights) {
                assert_eq!(document.value(cell), objective.weights().of(pillar), "{objective:?} {pillar:?}");
            }
            let preset = objective.preset();
            let gate = match preset.gate {
                None => document.of("none", "aucune"),
                Some(Gate::OnTopicPosts) => document.of("posts on the subject", "posts sur le sujet"),
                Some(Gate::Ambassador) => document.of("ambassador", "ambassadeur"),
            };
            let effect = match preset.effect {
                Effect::Reshares => document.of("re-shares", "partages"),
                Effect::Clicks => document.of("clicks", "clics"),
                Effect::Negative => document.of("negative", "négatif"),
            };
            let lifetime = match preset.lifetime {
                Lifetime::Long => document.of("long", "longue"),
                Lifetime::Fast => document.of("fast", "rapide"),
            };
            let memory = match preset.memory {
                Memory::AsTested => document.of("as tested", "selon l’essai"),
                Memory::Long => document.of("long", "longue"),
                Memory::Short => document.of("short", "courte"),
            };
            assert_eq!(document.row("10", name, 1), [gate, effect, lifetime, memory], "{objective:?}");
        }
        let header = document.section("10").lines().find(|l| l.matches(" | ").count() == 6).unwrap();
        let order: Vec<&str> = header.trim_matches('|').split('|').map(str::trim).skip(1).collect();
        assert_eq!(order, names.map(|(english, french)| document.of(english, french)));
    }
    let factors = [
        "popularité",
        "proximité",
        "bienveillance",
        "autorité",
        "confiance",
        "affinité",
        "fréquence",
        "durée",
        "amplitude",
    ];
    for (factor, french) in SubFactor::ALL.into_iter().zip(factors) {
        let weights = Objective::ALL.map(|o| o.preset().factor_weights.weight(factor));
        let cells: Vec<(usize, f64)> = weights.into_iter().enumerate().collect();
        row("10", factor.name(), french, 0, &cells);
    }
    says("10", "asks for {} posts", "demande {} posts", &[MIN_ON_TOPIC]);
    let (day, span) = (24.0 * HOUR, 400.0 * 24.0 * HOUR);
    assert_eq!(Memory::Long.half_life(Some(day), span), Some(span / 4.0), "a quarter of the span");
    assert_eq!(Memory::Short.half_life(Some(span), span), Some(day), "at most a day");
    says("11", "less than {} of the best", "moins de {} du mieux", &[ENOUGH_COVERAGE]);
}

#[test]
fn standings_and_how_sure_a_rank_is() {
    let [_, nano, micro, macro_, mega] = standing::FOLLOWERS;
    says(
        "13",
        "below {} followers, from {}, from {}, from {}, from {}",
        "moins de {} abonnés, à partir de {}, de {}, de {}, de {}",
        &[nano, nano, micro, macro_, mega],
    );
    says("13", "from {}, {}, {} and {}", "à partir de {}, {}, {} et {}", &standing::REACH);
    let replicates = uncertainty::REPLICATES as f64;
    says("14", "drawn again {} times", "au sort, {} fois, de deux", &[replicates]);
    says("14", "are drawn {} times", "sont tirés {} fois", &[replicates]);
    let blocks = f64::from(uncertainty::MIN_BLOCKS);
    says(
        "14",
        "span {} or more, else each day, where there are {}",
        "couvrent {} ou plus, sinon chaque jour, s’il y en a {}",
        &[blocks, blocks],
    );
    says("14", "({} left out", "({} laissé", &[uncertainty::TAIL]);
    assert_eq!(1.0 - 2.0 * uncertainty::TAIL, 0.9, "the interval holds 90 %");
    says(
        "14",
        "first {}, {} and {}",
        "parmi les {}, {} et {} premiers",
        &uncertainty::TOP.map(|top| top as f64),
    );
    says("14", "concentration {}:", "concentration {} :", &[uncertainty::CLOSENESS]);
    says("14", "fewer than {} of the replicates", "moins de {} des tirages", &[uncertainty::APART]);
    says(
        "14",
        "(p = {}) of the first {} accounts",
        "p = {}) des {} premiers",
        &[uncertainty::PERSISTENCE, uncertainty::SHALLOW as f64],
    );
    says("14", "of the first {}.", "des {} premiers.", &[uncertainty::DEEP as f64]);
}

#[test]
fn influence_value_and_effect() {
    let params = Params::default();
    let most = params.most_led.unwrap();
    says("15", "1 / (R_j + κ), {} / R_j", "1 / (R_j + κ), {} / R_j", &[most]);
    says("15", "| at most {} |", "| au plus {} |", &[most]);
    says("15", "in responses | {} |", "en réponses | {} |", &[params.own_initiative]);
    says("15", "on a way is worth | {} |", "de plus sur un chemin | {} |", &[params.attenuation]);
    says("15", "| {} where nobody ever reacted", "| {} quand personne n’a jamais", &[credit::ONE_PURPOSE]);
    says("15", "tone {} or less", "ton de {} ou moins", &[-goodwill::NEUTRAL]);
    assert!(params.discount);
    says("17", "Below {} people", "En dessous de {} personnes", &[f64::from(capillarity::MIN_PEOPLE)]);
    let params = observed_effect::Params::default();
    let hours = f64::from(params.hours);
    says("18", "within {} hours are one", "moins de {} heures ne font", &[hours]);
    says("18", "the {} hours after", "les {} heures qui suivent", &[hours]);
    says("18", "more than {} people a sample", "au-delà de {} personnes", &[params.most_exposed as f64]);
    says("18", "{} draws each", "{} tirages chacun", &[f64::from(params.permutations)]);
    says("18", "false findings of {}", "{} de fausses découvertes", &[observed_effect::FALSE_FINDINGS]);
    says("18", "p of {} or less", "p de {} ou moins", &[observed_effect::ASTIR]);
    says(
        "18",
        "fewer than {} events, or fewer than {} people",
        "moins de {} événements, ou moins de {} personnes",
        &[params.min_events as f64, f64::from(params.min_exposed)],
    );
    assert!(!params.with_reactions);
    let (least, most) = (f64::from(capillarity::MIN_PEOPLE), capillarity::MOST as f64);
    says("17", "with at least {}, and {} at most", "qui en ont au moins {}, et {} au plus", &[least, most]);
    says("18", "the first {} accounts", "les {} premiers comptes", &[insight::MEASURED as f64]);
    says("18", "more than {} hours earlier", "plus de {} heures avant", &[hours]);
    says("18", "where the {} hours before", "là où les {} heures d’avant", &[hours]);
}
