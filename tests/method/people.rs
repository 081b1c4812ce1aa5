//! Sizes, types, ambassadors, discoverers and people alike.

use super::document::{row, says};
use sillage::graph::community::participation;
use sillage::people::ambassadors::Needs;
use sillage::people::size::{self, Scheme};
use sillage::people::types::Thresholds;
use sillage::people::{discoverer, look_alikes, regard};
use sillage::text::tone;

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
