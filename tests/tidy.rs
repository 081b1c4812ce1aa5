//! The structure of the crate, checked: imports point downwards, the boundary stays at the boundary.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the bottom up. A module may use those of a lower layer, and of its own where it is said so.
const LAYERS: [(&[&str], bool); 14] = [
    (&["error", "limits", "issue", "progress", "math"], true),
    (&["model"], false),
    (&["ingest", "text", "graph", "unpack"], false),
    (&["authenticity"], false),
    (&["platform", "score"], false),
    (&["value", "uncertainty", "time", "diffusion"], false),
    (&["people"], false),
    (&["insight"], false),
    (&["backtest", "comparison"], false),
    (&["query", "measure"], false),
    (&["team", "overview"], false),
    (&["export"], false),
    (&["session"], false),
    (&["wasm"], false),
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|l| l.0.contains(&module))
}

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 30, "the sources were found");
    found
}

/// Top-level module of a source file; `None` for lib.rs.
fn module(path: &Path) -> Option<String> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
    let name = first.trim_end_matches(".rs");
    (name != "lib").then(|| name.to_owned())
}

/// Every `crate::name` of the code (comments left out), `use crate::{a, b}` included.
fn used(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        let names = match part.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![part],
        };
        for name in names {
            let end = name.trim_start().find(|c: char| !c.is_alphanumeric() && c != '_');
            let name = name.trim_start();
            found.push(name[..end.unwrap_or(name.len())].to_owned());
        }
    }
    found
}

#[test]
fn imports_point_downwards() {
    let mut upward = Vec::new();
    for (path, text) in sources() {
        let Some(own) = module(&path) else { continue };
        // Tests are not shipped: they may drive the whole to get at a real case.
        if path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("_tests")) {
            continue;
        }
        let rank = layer(&own).unwrap_or_else(|| panic!("{own} has no layer: add it to LAYERS"));
        for name in used(&text) {
            let Some(other) = layer(&name) else { continue };
            let allowed = name == own || other < rank || (other == rank && LAYERS[rank].1);
            if !allowed {
                upward.push(format!("{} uses crate::{name}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn the_walk_over_imports_sees_every_form() {
    let text = "use crate::{score::Scores, wasm};\n// crate::query\nlet x = crate::text::fold(\"a\");";
    assert_eq!(used(text), ["score", "wasm", "text"]);
}

#[test]
fn only_the_boundary_names_javascript() {
    for (path, text) in sources() {
        if module(&path).as_deref() != Some("wasm") {
            for name in ["wasm_bindgen", "js_sys", "web_sys"] {
                let named = text.lines().any(|l| l.contains(name) && !l.trim_start().starts_with("//"));
                assert!(!named, "{} names {name}", path.display());
            }
        }
    }
}

#[test]
fn the_engine_has_no_clock_no_unsafe_code_and_no_network() {
    for (path, text) in sources() {
        for word in ["SystemTime", "Instant::now", "unsafe {", "std::net", "std::thread", "std::fs"] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}
