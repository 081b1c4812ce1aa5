//! Time, words, teams, and the study at a glance.

use super::document::says;
use sillage::text::{corrections, expansion, language, log_odds, tone, vocabulary};
use sillage::{overview, time, uncertainty};

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
