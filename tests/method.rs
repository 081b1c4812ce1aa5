//! The method, as it is told, is the method that is computed: version, weights and constants of the code stand in both
//! documents, each in its own section. A constant that changes in one place alone fails here.

use sillage::authenticity::{
    Signal, TO_CHECK, burst, concentration, coordination, discount, duplicated, first_digits, follows,
    one_purpose, pods, rate,
};
use sillage::graph::community::participation;
use sillage::graph::{LayerWeights, credit, half_life, pagerank};
use sillage::math::{beta_binomial, scale};
use sillage::overview;
use sillage::people::ambassadors::Needs;
use sillage::people::size::{self, Scheme};
use sillage::people::types::Thresholds;
use sillage::people::{discoverer, look_alikes, regard};
use sillage::score::objective::{Effect, Gate, Lifetime, MIN_ON_TOPIC, Memory};
use sillage::score::{
    ENOUGH_COVERAGE, METHOD_VERSION, Objective, Pillar, SubFactor, affinity, frequency, goodwill, period,
    proximity, standing, trust,
};
use sillage::text::bm25::Bm25;
use sillage::text::{corrections, expansion, language, log_odds, stickiness, tone, vocabulary};
use sillage::value::{Params, capillarity, observed_effect};
use sillage::{insight, time, uncertainty};

const ENGLISH: &str = include_str!("../docs/method.md");
const FRENCH: &str = include_str!("../docs/methode.md");

const HOUR: f64 = 3_600_000.0;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Language {
    English,
    French,
}

use Language::{English, French};

/// One of the two documents.
struct Document {
    language: Language,
    text: String,
}

impl Document {
    fn both() -> [Document; 2] {
        // No-break spaces are spaces here.
        [(English, ENGLISH), (French, FRENCH)]
            .map(|(language, text)| Document { language, text: text.replace('\u{a0}', " ") })
    }

    /// The text under the heading that begins with a number such as `8` or `8.2`, up to the next heading of any section
    /// that is not below it.
    fn section(&self, number: &str) -> &str {
        let level = if number.contains('.') { "### " } else { "## " };
        let dot = if number.contains('.') { " " } else { ". " };
        let heading = format!("\n{level}{number}{dot}");
        let start = self.text.find(&heading).unwrap_or_else(|| panic!("{:?} has no {number}", self.language));
        let rest = &self.text[start + heading.len()..];
        let ends = ["\n## ", "\n### "].iter().filter(|end| level.len() >= end.len() - 1);
        &rest[..ends.filter_map(|end| rest.find(end)).min().unwrap_or(rest.len())]
    }

    /// Cells of the row of a section that begins with a name; the `nth` such row.
    fn row(&self, number: &str, name: &str, nth: usize) -> Vec<String> {
        let begins = format!("| {name} |");
        let row = self.section(number).lines().filter(|line| line.starts_with(&begins)).nth(nth);
        let row = row.unwrap_or_else(|| panic!("{:?}, section {number}: no row {nth} {name}", self.language));
        let cells = row.trim_matches('|').split(" | ");
        cells.skip(1).map(|cell| cell.trim_matches([' ', '|']).to_owned()).collect()
    }

    /// A number as the language writes it.
    fn number(&self, value: f64) -> String {
        let plain = format!("{value}");
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let (separator, point) = if self.language == English { (",", ".") } else { (" ", ",") };
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
        let mut grouped = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        if part.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{point}{part}") }
    }

    /// The number that a cell holds.
    fn value(&self, cell: &str) -> f64 {
        let plain: String = match self.language {
            English => cell.replace(',', ""),
            French => cell.replace(' ', "").replace(',', "."),
        };
        match plain.split_once('/') {
            Some((a, b)) => a.parse::<f64>().unwrap() / b.parse::<f64>().unwrap(),
            None => plain.parse().unwrap_or_else(|_| panic!("{:?}: {cell} is no number", self.language)),
        }
    }

    fn of<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        if self.language == English { english } else { french }
    }
}

/// Asserts that a section says so in both languages, each `{}` being one of the values in turn.
fn says(section: &str, english: &str, french: &str, values: &[f64]) {
    for document in Document::both() {
        let pattern = document.of(english, french);
        let mut parts = pattern.split("{}");
        let mut expected = parts.next().unwrap().to_owned();
        let mut left = values.iter();
        for part in parts {
            let value = left.next().unwrap_or_else(|| panic!("{pattern}: too few values"));
            expected.push_str(&document.number(*value));
            expected.push_str(part);
        }
        assert!(left.next().is_none(), "{pattern}: too many values");
        let text = document.section(section);
        assert!(
            text.match_indices(&expected).any(|(at, _)| whole(text, at, &expected)),
            "{:?}, section {section}, does not say: {expected}",
            document.language
        );
    }
}

/// Whether what was found is not a part of a longer number.
fn whole(text: &str, at: usize, found: &str) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at + found.len()..].chars();
    let (next, second) = (after.next(), after.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let begins =
        !(digit(found.chars().next()) && before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ','));
    let goes_on = digit(next) || (matches!(next, Some('.' | ',')) && digit(second));
    begins && !(digit(found.chars().next_back()) && goes_on)
}

/// Asserts that cells of a row hold numbers; the first is the cell after the name.
fn row(section: &str, english: &str, french: &str, nth: usize, values: &[(usize, f64)]) {
    for document in Document::both() {
        let cells = document.row(section, document.of(english, french), nth);
        for (at, value) in values {
            let cell = cells[*at].split(' ').next().unwrap_or_default();
            let cell = if document.language == French { &cells[*at] } else { cell };
            assert_eq!(document.value(cell), *value, "{:?}, {section}, {cells:?}", document.language);
        }
    }
}

#[test]
fn the_version_is_that_of_the_results() {
    for document in Document::both() {
        let line = document.of("Method version **{}**.", "Version de la méthode : **{}**.");
        assert!(document.text.contains(&line.replace("{}", METHOD_VERSION)), "{:?}", document.language);
    }
    let changelog = include_str!("../CHANGELOG.md");
    let scores = changelog.split("### Scores").nth(1).unwrap_or_default();
    assert!(
        scores.contains(&format!("Method {METHOD_VERSION}")),
        "the changelog tells what {METHOD_VERSION} changes"
    );
}

#[test]
fn both_documents_have_the_same_sections_tables_and_formulas() {
    let [english, french] = Document::both();
    let numbers = |document: &Document| -> Vec<String> {
        let headings =
            document.text.lines().filter(|line| line.starts_with("## ") || line.starts_with("### "));
        headings.map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&english), numbers(&french));
    assert!(numbers(&english).len() > 30);
    for number in numbers(&english) {
        let number = number.trim_end_matches('.');
        let shape = |document: &Document| {
            let text = document.section(number);
            let count = |what: &str| text.lines().filter(|line| line.starts_with(what)).count();
            (count("|"), count("```"), count("- "), count("1. "))
        };
        assert_eq!(shape(&english), shape(&french), "section {number}");
    }
}

#[test]
fn a_number_is_looked_for_as_a_whole() {
    assert!(whole("at most 10,000 of", 8, "10,000") && whole("at 10. So", 3, "10"));
    assert!(!whole("at most 10,000 of", 8, "10") && !whole("of 310 so", 4, "10") && !whole("0.15", 2, "1"));
    let [english, french] = Document::both();
    assert_eq!((english.number(12345.5), french.number(-1234.5)), ("12,345.5".into(), "−1 234,5".into()));
    assert!(!english.section("8").contains("## 9") && english.section("8").contains("8.9"));
    assert!(!english.section("8.1").contains("8.2"));
}

#[test]
fn ties_and_their_decay() {
    let w = LayerWeights::default();
    let all = [w.repost, w.quote, w.reply, w.mention, w.like, w.follow, w.link];
    for document in Document::both() {
        let after = document.section("3").split(document.of("| repost |", "| partage |")).nth(1).unwrap();
        let cells = after.lines().nth(2).unwrap().trim_matches('|').split('|');
        let found: Vec<f64> = cells.map(|cell| document.value(cell.trim())).collect();
        assert_eq!(found, all, "{:?}", document.language);
    }
    says("4", "within {} of the best", "moins de {} du meilleur", &[half_life::AS_GOOD]);
    says("4", "fewer than {} dated ties", "moins de {} liens de crédit", &[half_life::MIN_EVENTS as f64]);
    says("4", "fewer than {} accounts", "moins de {} comptes", &[half_life::MIN_RESHARED as f64]);
    says("5", "`ρ_ab = {}`", "`ρ_ab = {}`", &[credit::RECIPROCATED]);
    says("5", "`κ_a = {}`", "`κ_a = {}`", &[credit::ONE_PURPOSE]);
    let least = participation::Params::default().min_degree as f64;
    says("3", "below {} neighbours", "en dessous de {} voisins", &[least]);
}

#[test]
fn signals_of_authenticity_and_the_discount() {
    let signals = [
        (
            Signal::Concentration,
            "concentration",
            "concentration",
            concentration::THRESHOLD,
            concentration::MIN_ENGAGERS,
        ),
        (Signal::Reciprocity, "reciprocity", "réciprocité", pods::THRESHOLD, pods::MIN_ENGAGERS),
        (
            Signal::OnePurpose,
            "one-purpose engagers",
            "comptes à usage unique",
            one_purpose::THRESHOLD,
            one_purpose::MIN_ENGAGERS,
        ),
        (
            Signal::DuplicatedText,
            "duplicated text",
            "texte dupliqué",
            duplicated::THRESHOLD,
            duplicated::MIN_COUNT,
        ),
        (
            Signal::Coordination,
            "coordination",
            "coordination",
            coordination::THRESHOLD,
            coordination::MIN_ENGAGERS,
        ),
        (Signal::Burst, "burst", "rafale", burst::THRESHOLD, burst::MIN_DATED as u32),
        (Signal::RateAnomaly, "rate anomaly", "taux anormal", rate::THRESHOLD, rate::MIN_POSTS),
        (Signal::FollowPattern, "follow pattern", "abonnements", follows::THRESHOLD, 0),
        (
            Signal::FirstDigits,
            "first digits",
            "premiers chiffres",
            first_digits::THRESHOLD,
            first_digits::MIN_KNOWN,
        ),
    ];
    assert_eq!(signals.map(|s| s.0), Signal::ALL);
    for (signal, english, french, threshold, least) in signals {
        row("6.1", english, french, 0, &[(1, threshold), (2, signal.weight())]);
        for document in Document::both() {
            let cells = document.row("6.1", document.of(english, french), 0);
            let found = cells[3].split(' ').next().unwrap();
            assert!(least == 0 || document.value(found) == f64::from(least), "{cells:?}");
        }
    }
    let most = 100.0 * Signal::ALL.iter().map(|s| s.weight()).fold(0.0, f64::max);
    says("6.1", "more than {}.", "plus de {}.", &[most]);
    says("6.1", "strength {} or more", "force de {} ou plus", &[TO_CHECK]);
    says("6.1", "more than {} are followed", "à partir de {} comptes suivis", &[follows::MIN_FOLLOWING]);
    says("6.1", ", {} accounts |", ", {} comptes |", &[rate::MIN_ACCOUNTS as f64]);
    says("6.1", "k of at least {}", "k d’au moins {}", &[f64::from(pods::MIN_CORE)]);
    says("6.1", "more than {} of all pairs", "plus de {} des couples", &[pods::MIN_DENSITY]);
    says(
        "6.1",
        "by at least {} accounts, each within {} hours",
        "chez au moins {} comptes, chacun à moins de {} heures",
        &[duplicated::MIN_ACCOUNTS as f64, duplicated::WITHIN as f64 / HOUR],
    );
    says(
        "6.1",
        "at least {} posts re-shared",
        "au moins {} posts partagés",
        &[f64::from(coordination::MIN_SHARED)],
    );
    says(
        "6.1",
        "cosine above {}; a group has at least {} accounts",
        "au-dessus de {} ; un groupe compte au moins {} comptes",
        &[coordination::MIN_COSINE, coordination::MIN_ACCOUNTS as f64],
    );
    says(
        "6.1",
        "more than {} accounts within one minute",
        "plus de {} comptes dans la même minute",
        &[coordination::MAX_TOGETHER as f64],
    );
    says(
        "6.1",
        "within {} seconds of the post",
        "dans les {} secondes du post",
        &[burst::INSTANT as f64 / 1000.0],
    );
    assert_eq!((burst::WINDOW, burst::TESTS.len()), (600_000, 5), "ten minutes, five tests");
    says("6.2", "λ_w = {} · max", "λ_w = {} · max", &[discount::MULTIPLE]);
    says("6.2", "max(1, {} · d̄", "max(1, {} · d̄", &[discount::MULTIPLE]);
    says("6.2", "at {} times what is usual", "à {} fois l’ordinaire", &[discount::MULTIPLE]);
    says("6.2", "+ {} · max", "+ {} · max", &[discount::EXCESS]);
    says("6.2", "quantile {} of the credit", "quantile {} du crédit", &[discount::FREE]);
    says("6.2", "fewer than {} accounts", "moins de {} comptes", &[discount::MIN_ACCOUNTS]);
    says("6.2", "weighs {}, as", "pèse {}, comme", &[credit::ONE_PURPOSE]);
    assert!(sillage::score::Settings::default().discount, "on by default");
}

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

#[test]
fn people() {
    let scheme = Scheme::default();
    let [nano, micro, _, macro_, mega] = scheme.top;
    assert_eq!(scheme.mid, None);
    row("19.1", "nano", "nano", 0, &[(0, scheme.nano), (1, nano)]);
    row("19.1", "micro", "micro", 0, &[(0, scheme.micro), (1, micro)]);
    row("19.1", "macro", "macro", 0, &[(0, scheme.macro_), (1, macro_)]);
    row("19.1", "mega", "méga", 0, &[(0, scheme.mega), (1, mega)]);
    let t = Thresholds::default();
    says(
        "19.2",
        "less than {} of its posts, reciprocity below {} |",
        "moins de {} de ses posts, réciprocité en dessous de {} |",
        &[t.celebrity_on_topic, t.celebrity_reciprocity],
    );
    says(
        "19.2",
        "Relevance of at least {}, z of at least {}",
        "Pertinence d’au moins {}, z d’au moins {}",
        &[t.leader_relevance, t.leader_z],
    );
    says(
        "19.2",
        "at least {} of its posts, authority of at least {} |",
        "au moins {} de ses posts, autorité d’au moins {} |",
        &[t.specialist_on_topic, t.specialist_authority],
    );
    says(
        "19.2",
        "at least {} hashtags or links that {} people came to use, used at a median rank of at most {} |",
        "au moins {} mots-dièse ou liens que {} personnes ont fini par employer, employés à un rang médian d’au plus {} |",
        &[t.discoverer_items, discoverer::AUTHORS as f64, t.discoverer_rank],
    );
    says("19.2", "participation above {};", "participation au-dessus de {} ;", &[t.networker_participation]);
    says(
        "19.2",
        "at least {} of its posts are re-shares, relay index above {} |",
        "au moins {} de ses posts sont des partages, indice de relais au-dessus de {} |",
        &[t.broadcaster_reshares, t.broadcaster_relay],
    );
    says("19.2", "(quantile {})", "(quantile {})", &[t.heavy_rhythm]);
    says(
        "19.2",
        "at least {} followers, or a popularity above that of {} %",
        "au moins {} abonnés, ou une popularité devant {} %",
        &[t.macro_followers, t.macro_popularity],
    );
    says(
        "20",
        "tone of {} up and negative from {} down",
        "ton de {} et négatif à partir de {}.",
        &[
            f64::from((regard::SIGNED * 100.0).round()) / 100.0,
            -f64::from((regard::SIGNED * 100.0).round()) / 100.0,
        ],
    );
    let needs = Needs::default();
    row(
        "20",
        "own posts that name the brand",
        "posts de sa main qui nomment la marque",
        0,
        &[(0, f64::from(needs.mentions))],
    );
    row("20", "weeks of them", "semaines où il le fait", 0, &[(0, f64::from(needs.weeks))]);
    row(
        "20",
        "lower bound of the share of positive posts, above",
        "borne basse de la part de posts positifs, au-dessus de",
        0,
        &[(0, needs.share)],
    );
    row("20", "share of advertising, below", "part de publicité, en dessous de", 0, &[(0, needs.ads)]);
    row("20", "confidence of §6.1, at least", "indice du §6.1, au moins", 0, &[(0, needs.authenticity)]);
    says("19.1", "is {} followers or more", "** : {} abonnés ou plus", &[size::MACRO_FOLLOWERS]);
    says(
        "19.1",
        "the top {} % by median views",
        "le premier {} % par vues médianes",
        &[100.0 * size::MACRO_TOP],
    );
    says("19.1", "z of {} or more", "z d’au moins {} dans", &[size::MICRO_Z]);
    says("19.1", "the top {} % of it", "les premiers {} % de celle-ci", &[100.0 * size::MICRO_TOP]);
    says("19.1", "of {} accounts or more", "de {} comptes ou plus", &[f64::from(size::MEMBERS)]);
    says(
        "20",
        "`{} cos(features) + {} cos(words) + {} overlap",
        "`{} cos(traits) + {} cos(mots) + {} recouvrement",
        &look_alikes::WEIGHTS,
    );
}

#[test]
fn the_accuracy_of_tone_is_that_of_its_own_page() {
    let rows: Vec<Vec<&str>> = include_str!("../docs/tone.md")
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains(" % |"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let number = |cell: &str| -> f64 { cell.trim_end_matches(" %").replace(',', "").parse().unwrap() };
    let figures: Vec<f64> = rows.iter().flat_map(|row| [number(row[3]), number(row[1])]).collect();
    says(
        "22",
        "{} % of {} English tweets, {} % of {} sentences of English product reviews, {} % of {} English tweets to \
         airlines, and {} % of {} French book reviews",
        "{} % de {} tweets anglais, {} % de {} phrases de critiques de produits en anglais, {} % de {} tweets anglais à \
         des compagnies aériennes, et {} % de {} critiques de livres en français",
        &figures,
    );
}

#[test]
fn time_and_words() {
    let least = time::MIN_PERIODS as f64;
    says("21", "Below {} complete weeks", "En dessous de {} semaines complètes", &[least]);
    says("21", "below {} days", "en dessous de {} jours", &[least]);
    says(
        "21",
        "last {} periods, `E_base` those of the {} before",
        "{} dernières périodes, `E_base` celles des {} d’avant",
        &[time::RECENT as f64, time::BASE as f64],
    );
    says("22", "its {} longest posts", "ses {} plus longs posts", &[language::VOTERS as f64]);
    says("22", "a word needs {} accounts", "il faut {} comptes à un mot", &[f64::from(vocabulary::FEWEST)]);
    says(
        "22",
        "more than {} uses by one account",
        "au-delà de {} emplois par un même compte",
        &[f64::from(vocabulary::VOTES)],
    );
    says("22", "prior of {} words", "Dirichlet de {} mots", &[log_odds::PRIOR]);
    says(
        "22",
        "z above {}, used on the subject by {} accounts ({} where fewer than {} accounts write on the subject, for there a sentence that a few people repeat is enough); a hashtag also from nPMI above {} and {} accounts",
        "z au-dessus de {}, employé sur le sujet par {} comptes ({} quand moins de {} comptes écrivent sur le sujet, car une phrase que quelques personnes répètent y suffit) ; un mot-dièse aussi à partir d’un nPMI au-dessus de {} et de {} comptes",
        &[
            expansion::ENOUGH_Z,
            f64::from(vocabulary::FEWEST),
            f64::from(expansion::ENOUGH_ACCOUNTS),
            f64::from(expansion::SMALL),
            expansion::ENOUGH_NPMI,
            f64::from(expansion::ENOUGH_ACCOUNTS),
        ],
    );
    says(
        "22",
        "z above {} and {} accounts",
        "z au-dessus de {} et {} comptes",
        &[expansion::ENOUGH_Z, f64::from(expansion::ENOUGH_ACCOUNTS)],
    );
    says(
        "22",
        "z above {} that {} times as many",
        "z au-dessus de {} que {} fois plus",
        &[expansion::ENOUGH_Z, expansion::ENOUGH_LIFT],
    );
    says("21", "between {} and {} people", "entre {} et {} personnes", &[time::PRIOR.0, time::PRIOR.1]);
    says("21", "top tenth ({})", "premier dixième ({})", &[(f64::from(time::TOP) * 100.0).round() / 100.0]);
    says("22", "√(s² + {})", "√(s² + {})", &[tone::ALPHA]);
    let labelled = f64::from(corrections::LABELLED);
    says("22", "counts as {}, 0 or {}", "compte alors pour {}, 0 ou {}", &[labelled, -labelled]);
    let enough = f64::from(sillage::query::tone::ENOUGH);
    says("22", "below {} posts that have one", "en dessous de {} posts qui en ont un", &[enough]);
    let kept = uncertainty::KEPT.map(|top| top as f64);
    says(
        "14",
        "the first {} and of the first {} that stay",
        "des {} et des {} premiers qui y restent",
        &kept,
    );
}

#[test]
fn teams() {
    use sillage::diffusion::{credit_distribution, probabilities, threshold};
    says("23", "min( {}", "min( {}", &[probabilities::MOST]);
    says(
        "23",
        "({} where no pair has enough)",
        "({} si aucune paire n’a assez d’essais)",
        &[probabilities::PRIOR],
    );
    says(
        "23",
        "from {} trials on the subject",
        "à partir de {} essais sur le sujet",
        &[probabilities::ON_SUBJECT],
    );
    says("23", "Below {} re-shares that", "En dessous de {} repartages qui", &[probabilities::LEAST as f64]);
    says(
        "23",
        "A campaign is {} messages",
        "Une campagne compte {} messages",
        &[f64::from(sillage::team::MESSAGES)],
    );
    says("23", "ratio below {},", "rapport inférieur à {},", &[sillage::team::WORTH_TELLING]);
    says("23", "(φ = {})", "(φ = {})", &[threshold::THRESHOLD]);
    let params = credit_distribution::Params::default();
    says("23", "(A_u + {})", "(A_u + {})", &[params.prior]);
    says("23", "Credit of {} and less", "Un crédit de {} ou moins", &[params.least]);
    let hops = sillage::team::TeamOptions::default().hops.unwrap();
    says("23", "over {} re-shares in a row", "sur {} repartages à la suite", &[f64::from(hops)]);
}

#[test]
fn the_study_at_a_glance_is_told_with_its_thresholds() {
    says(
        "22.1",
        "it holds {} times the median one",
        "elle tient au moins {} fois la période médiane",
        &[overview::PEAK],
    );
    says("22.1", "A theme needs {} accounts", "Un thème demande {} comptes", &[f64::from(overview::FEWEST)]);
    says(
        "22.1",
        "Below {} writers in either half",
        "En dessous de {} personnes dans l’une des moitiés",
        &[f64::from(overview::MIN_WRITERS)],
    );
    says(
        "22.1",
        "below {} posts that name a brand (posts, reactions), below {} accounts that name one",
        "en dessous de {} posts qui citent une marque (posts, réactions), en dessous de {} comptes qui en citent une",
        &[f64::from(overview::MIN_POSTS), f64::from(overview::MIN_AUTHORS)],
    );
    says(
        "22.1",
        "from {} such posts with a tone on",
        "à partir de {} d’entre eux dont le ton est connu",
        &[f64::from(overview::ENOUGH_TONED)],
    );
}
