//! The documents themselves: version, sections, and numbers that come from elsewhere.

use super::document::{Document, English, French, says, whole};
use sillage::score::METHOD_VERSION;
use sillage::text::{language, tone};

#[test]
fn the_version_is_that_of_the_results() {
    for document in Document::both() {
        let line = document.of("Method version **{}**.", "Version de la méthode : **{}**.");
        assert!(document.text.contains(&line.replace("{}", METHOD_VERSION)), "{:?}", document.language);
    }
    let changelog = include_str!("../../CHANGELOG.md");
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
fn the_accuracy_of_tone_is_that_of_its_own_page() {
    let rows: Vec<Vec<&str>> = include_str!("../../docs/tone.md")
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
