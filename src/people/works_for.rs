//! Whether somebody says of themselves that they work for the brand.
//!
//! In a self-description: a word for a job beside the brand (`CM @marque`, `Founder of Marque`), `chez Marque`, `at
//! Marque`, `team Marque`. In a name: the brand behind a mark (`Zoé | Marque`, `Zoé (Marque)`), or the same patterns.
//! Whoever says that it is over (`ex-CM chez Marque`) does not. Case and accents do not count.

use crate::score::Brand;
use crate::text::fold;

/// Words for jobs, folded. Those that end in `*` are beginnings.
const JOBS: &str = "cm ceo cto cmo coo cfo cpo pdg dg drh dircom comms communication marketing responsable* manager* \
                    management fondat* cofondat* founder* cofounder* owner proprietaire gerant* gerante directeur \
                    directrice director head lead chef* cheffe* chief employe* salarie* collaborat* staff stagiaire \
                    intern alternant* apprenti* vendeur* vendeuse* conseiller* ingenieur* engineer* develop* designer* \
                    consultant* president* vp rh rp pr hr porteparole spokes* travaille* bosse* work works working \
                    growth sales commercial* barista* buyer acheteur acheteuse analyst* \
                    analyste* architect* architecte* editor redact* scientist* chercheu* researcher*";
/// Words that put somebody at a place of work.
const AT: [&str; 4] = ["chez", "at", "@", "team"];
/// Words that may stand between a job and the brand.
const OF: [&str; 14] =
    ["de", "du", "d", "des", "of", "for", "pour", "the", "la", "le", "l", "with", "in", "from"];
/// Words that say that it is over, or of somebody else.
const OVER: [&str; 17] = [
    "ex",
    "ancien",
    "ancienne",
    "anciennement",
    "former",
    "formerly",
    "previously",
    "ancient",
    "client",
    "cliente",
    "customer",
    "fan",
    "addict",
    "accro",
    "not",
    "pas",
    "past",
];
/// Words between a job and the brand, at most.
const BETWEEN: usize = 5;
/// What parts a name from a brand.
const MARK: &str = "|";

/// The names of a brand, ready to be found.
#[derive(Debug, Default)]
pub struct WorksFor {
    /// Words of each name, and its letters as a handle has them.
    names: Vec<(Vec<String>, String)>,
}

impl WorksFor {
    /// Looks for the names of a brand.
    ///
    /// ```
    /// use sillage::people::works_for::WorksFor;
    /// use sillage::score::Brand;
    /// let found = WorksFor::new(&Brand { name: "Café Lumen".into(), aliases: vec![] });
    /// assert!(found.in_bio("Community manager chez Café Lumen ☕") && found.in_bio("CEO @cafelumen"));
    /// assert!(!found.in_bio("ex-CM chez Café Lumen") && !found.in_bio("Fan de Café Lumen"));
    /// assert!(found.in_name("Zoé | Café Lumen") && !found.in_name("Café Lumen"));
    /// ```
    pub fn new(brand: &Brand) -> WorksFor {
        let names = brand.names().filter_map(|name| {
            let words: Vec<String> =
                words(&fold(name)).into_iter().filter(|w| w != "@" && w != MARK).collect();
            let letters: String = words.concat();
            (letters.len() >= 2).then_some((words, letters))
        });
        WorksFor { names: names.collect() }
    }

    /// Whether a self-description says so.
    pub fn in_bio(&self, bio: &str) -> bool {
        self.in_words(bio, false)
    }

    /// Whether a display name says so. One that is nothing but the brand's does not.
    pub fn in_name(&self, name: &str) -> bool {
        self.in_words(name, true)
    }

    fn in_words(&self, text: &str, is_name: bool) -> bool {
        if self.names.is_empty() || text.is_empty() {
            return false;
        }
        let folded = fold(text);
        let held = |(name, letters): &(Vec<String>, String)| {
            folded.contains(&name[0])
                || folded.contains('@') && folded.contains(letters.get(..2).unwrap_or(""))
        };
        if !self.names.iter().any(held) {
            return false;
        }
        let words = words(&folded);
        (0..words.len()).any(|at| {
            let found = self.names.iter().find_map(|(name, letters)| {
                let whole =
                    words[at..].len() >= name.len() && words[at..].iter().zip(name).all(|(a, b)| a == b);
                let handle = at > 0 && words[at - 1] == "@" && words[at] == *letters;
                (whole || handle).then_some(if whole { at + name.len() } else { at + 1 })
            });
            found.is_some_and(|end| works(&words, at, end, is_name))
        })
    }
}

/// Whether the words around the brand, which stands from `at` to before `end`, say that somebody works for it.
fn works(words: &[String], at: usize, end: usize, is_name: bool) -> bool {
    let (before, after) = (&words[..at], &words[end..]);
    // What is said between two marks is said together.
    let clause = |words: &[String]| words.iter().rev().take_while(|w| *w != MARK).count();
    let before_here = &before[before.len() - clause(before)..];
    let near = &before_here[before_here.len().saturating_sub(BETWEEN)..];
    if near.iter().any(|w| OVER.contains(&w.as_str())) {
        return false;
    }
    let last = near.last().map_or("", String::as_str);
    let job = |w: &String| is_job(w);
    let said_before = near.iter().any(job);
    // `Marketing lead, Marque` and `@marque CM`: the brand beside the job, and no other words between.
    let said_after = after.first().is_some_and(job)
        || (after.first().is_some_and(|w| w == MARK) && after.get(1).is_some_and(job));
    let linked = AT.contains(&last) || OF.contains(&last);
    let behind_mark = before.last().is_some_and(|w| w == MARK || w == "@");
    let beside = before.len() >= 2 && before[before.len() - 1] == MARK && is_job(&before[before.len() - 2]);
    match last {
        "chez" | "at" | "team" => true,
        _ if is_name && behind_mark && before.len() > 1 => true,
        _ => (said_before && (linked || near.last().is_some_and(job))) || said_after || beside,
    }
}

fn is_job(word: &str) -> bool {
    JOBS.split_ascii_whitespace().any(|job| match job.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == job,
    })
}

/// Words of a folded text; `@` and the marks that part clauses are words of their own.
fn words(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut handle = false;
    let mut open = false;
    for c in folded.chars() {
        match c {
            c if c.is_alphanumeric() => {
                match words.last_mut().filter(|_| open) {
                    Some(word) => word.push(c),
                    None => words.push(c.to_string()),
                }
                open = true;
            }
            // Inside a handle these part nothing.
            '_' | '.' if handle && open => {}
            '@' => {
                words.push("@".to_owned());
                (open, handle) = (false, true);
            }
            '|' | '(' | ')' | '·' | '•' | '/' | ';' | ',' | '\n' | '–' | '—' => {
                words.push(MARK.to_owned());
                (open, handle) = (false, false);
            }
            c => {
                open = false;
                // `@ Marque` is at the brand as well.
                handle &= !c.is_whitespace();
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand() -> WorksFor {
        let aliases = vec!["@lumen_fr".to_owned(), "#TeamLumen".to_owned()];
        WorksFor::new(&Brand { name: "Café Lumen".into(), aliases })
    }

    #[test]
    fn people_who_say_that_they_work_there() {
        for bio in [
            "CM chez Café Lumen",
            "Community manager @lumen_fr | chats",
            "Responsable marketing de CAFE LUMEN",
            "Co-fondatrice de Café Lumen, maman",
            "Fondateur @CafeLumen",
            "Barista chez Café Lumen à Lyon",
            "Head of roasting at Café Lumen. Opinions my own.",
            "I work for Café Lumen",
            "Je travaille pour Café Lumen",
            "PDG Café Lumen",
            "Café Lumen CEO",
            "Social media manager, Café Lumen",
            "team Café Lumen",
            "Vélo. Directrice du Café Lumen",
        ] {
            assert!(brand().in_bio(bio), "{bio}");
        }
    }

    #[test]
    fn people_who_do_not() {
        for bio in [
            "",
            "Fan de Café Lumen",
            "J'adore Café Lumen",
            "ex-CM chez Café Lumen",
            "Former head of roasting at Café Lumen",
            "Anciennement chez Café Lumen",
            "Cliente fidèle de Café Lumen",
            "CEO of Thé Vert, amateur d'espresso et de vélo, lectrice. Mon refuge: Café Lumen",
            "CM chez Café Lumière",
            "@lumen CEO",
            "Café, lumen et vélo",
            "content de mon Café Lumen",
            "ma marque préférée, Café Lumen",
        ] {
            assert!(!brand().in_bio(bio), "{bio}");
        }
    }

    #[test]
    fn names_that_bear_the_brand() {
        for name in [
            "Zoé | Café Lumen",
            "Zoé (Café Lumen)",
            "Zoé @ Café Lumen",
            "Zoé de chez Café Lumen",
            "Zoé @lumen_fr",
        ] {
            assert!(brand().in_name(name), "{name}");
        }
        for name in ["Café Lumen", "Café Lumen Lyon", "Zoé Café", "| Café Lumen", "Zoé aime Café Lumen"]
        {
            assert!(!brand().in_name(name), "{name}");
        }
        assert!(!WorksFor::new(&Brand::default()).in_bio("CM chez nous"));
    }
}
