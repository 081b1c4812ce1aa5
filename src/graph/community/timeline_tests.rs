use super::*;
use Change::*;

/// Partitions written as text, a character a node, windows parted by blanks: the same letter is the same community,
/// and `.` an absent node.
fn history(windows: &str, params: Params) -> History {
    let label = |c: char| if c == '.' { NONE } else { c as u32 - 'a' as u32 };
    let partitions = windows.split_whitespace().map(|window| window.chars().map(label).collect()).collect();
    timeline(partitions, params).unwrap()
}

fn events(windows: &str) -> Vec<(usize, Change, Vec<u32>, Vec<u32>)> {
    let events = history(windows, Params::default()).events;
    events.into_iter().map(|event| (event.window, event.change, event.before, event.after)).collect()
}

#[test]
fn one_that_stays() {
    assert_eq!(
        events("aaaaaaaaaabbbbb bbbbbbbbbbccccc"),
        [(1, Continued, vec![0], vec![0]), (1, Continued, vec![1], vec![1]),]
    );
    // One member more or less is no growth.
    assert_eq!(events("aaaaaaaaaa. aaaaaaaaaaa")[0].1, Continued);
}

#[test]
fn grown_and_shrunk() {
    assert_eq!(events("aaaaaaaaaa.. aaaaaaaaaaaa"), [(1, Grown, vec![0], vec![0])]);
    assert_eq!(events("aaaaaaaaaaaa aaaaaaaaaa.."), [(1, Shrunk, vec![0], vec![0])]);
    // Those who joined were in a community too small to follow.
    assert_eq!(events("aaaaaaaabb aaaaaaaaaa"), [(1, Grown, vec![0], vec![0])]);
    let same = Params { growth: 0.0, ..Params::default() };
    assert_eq!(history("aaaa aaaa", same).events[0].change, Continued);
}

#[test]
fn born_and_dissolved() {
    assert_eq!(
        events("aaaaa..... .....bbbbb"),
        [(1, Born, vec![], vec![1]), (1, Dissolved, vec![0], vec![]),]
    );
    assert_eq!(
        events("aaaaa..... aaaaabbbbb"),
        [(1, Continued, vec![0], vec![0]), (1, Born, vec![], vec![1]),]
    );
}

#[test]
fn merged() {
    // The larger keeps its number.
    assert_eq!(events("aaaabbbbbb cccccccccc"), [(1, Merged, vec![0, 1], vec![0])]);
    let made = history("aaaabbbbbb cccccccccc", Params::default());
    assert_eq!(
        made.windows[0].iter().map(|p| (p.id, p.label, p.size)).collect::<Vec<_>>(),
        [(0, 1, 6), (1, 0, 4)]
    );
    assert_eq!(made.of[0], [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(made.of[1], [0; 10]);
}

#[test]
fn split() {
    assert_eq!(events("aaaaaaaaaa aaaabbbbbb"), [(1, Split, vec![0], vec![0, 1])]);
    let made = history("aaaaaaaaaa aaaabbbbbb", Params::default());
    assert_eq!(made.of[1], [1, 1, 1, 1, 0, 0, 0, 0, 0, 0], "the larger part keeps the number");
}

#[test]
fn members_that_go_over_without_most_of_either_make_no_link() {
    // Two of ten change sides.
    assert_eq!(
        events("aaaaaaaaaabbbbbbbbbb aaaaaaaabbbbbbbbbbbb"),
        [(1, Grown, vec![1], vec![1]), (1, Shrunk, vec![0], vec![0])]
    );
    // A community that scatters in thirds is linked to none by members of its own, and to each by theirs.
    assert_eq!(events("aaaaaaaaa aaabbbccc"), [(1, Split, vec![0], vec![0, 1, 2])]);
}

#[test]
fn one_may_split_while_a_part_of_it_merges() {
    let found = events("aaaaaabbbbbb aaaccccccccc");
    assert_eq!(found, [(1, Merged, vec![0, 1], vec![1]), (1, Split, vec![0], vec![0, 1])]);
}

#[test]
fn numbers_last_through_many_windows_and_are_not_given_again() {
    let made = history("aaaabbbb.... bbbbaaaa.... ....cccc.... dddd....eeee", Params::default());
    assert_eq!(
        made.windows.iter().map(|w| w.iter().map(|p| p.id).collect()).collect::<Vec<Vec<_>>>(),
        [vec![0, 1], vec![0, 1], vec![1], vec![2, 3],]
    );
    assert_eq!(made.of[3], [2, 2, 2, 2, NONE, NONE, NONE, NONE, 3, 3, 3, 3], "what comes back is new");
    assert_eq!(made.communities, 4);
    let changes: Vec<(usize, Change)> = made.events.iter().map(|e| (e.window, e.change)).collect();
    assert_eq!(
        changes,
        [
            (1, Continued),
            (1, Continued),
            (2, Continued),
            (2, Dissolved),
            (3, Born),
            (3, Born),
            (3, Dissolved),
        ]
    );
}

#[test]
fn thresholds_decide() {
    // Three of five in common: Jaccard 3/7, containment 3/5.
    let windows = "aaaaa.. ..aaaaa";
    let with = |jaccard, containment| {
        let params = Params { jaccard, containment, ..Params::default() };
        history(windows, params).events.iter().map(|e| e.change).collect::<Vec<_>>()
    };
    assert_eq!(with(0.42, 1.0), [Continued]);
    assert_eq!(with(0.43, 1.0), [Born, Dissolved]);
    assert_eq!(with(1.0, 0.6), [Continued]);
    assert_eq!(with(1.0, 0.61), [Born, Dissolved]);
}

#[test]
fn too_small_to_follow() {
    let made = history("aabbb bbaaa", Params::default());
    assert_eq!(made.of[0], [NONE, NONE, 0, 0, 0]);
    assert_eq!(made.windows[1].len(), 1);
    let made = history("aabbb bbaaa", Params { min_size: 1, ..Params::default() });
    assert_eq!(made.of[0], [1, 1, 0, 0, 0]);
    assert_eq!(made.of[1], [1, 1, 0, 0, 0]);
}

#[test]
fn nothing_and_what_does_not_fit() {
    assert!(timeline(vec![], Params::default()).unwrap().windows.is_empty());
    assert!(timeline(vec![vec![], vec![]], Params::default()).unwrap().events.is_empty());
    assert!(events("... ...").is_empty());
    assert!(events("aaa").is_empty(), "the first window has no events");
    let refused = |partitions, params: Params| {
        let error = timeline(partitions, params).unwrap_err();
        assert_eq!(error.code(), "argument.invalid");
    };
    refused(vec![vec![0], vec![]], Params::default());
    refused(vec![vec![1]], Params::default());
    for jaccard in [0.0, 1.1, f64::NAN] {
        refused(vec![], Params { jaccard, ..Params::default() });
    }
    refused(vec![], Params { containment: -1.0, ..Params::default() });
    refused(vec![], Params { growth: f64::INFINITY, ..Params::default() });
}

#[test]
fn labels_of_a_window_may_be_named_anew_without_changing_anything() {
    let first = history("aaaabbbbbb.. aabbbbbbbbcc aaaabbbbcccc", Params::default());
    let named = history("hhhhaaaaaa.. ggbbbbbbbbaa ccccaaaabbbb", Params::default());
    assert_eq!((first.of, first.events), (named.of, named.events));
}
