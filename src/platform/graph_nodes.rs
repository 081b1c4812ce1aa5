//! Tables of nodes: `Id,Label,…` as Gephi writes them, and the `Vertices` of NodeXL. They join tables of edges.

use super::graph_naming::{Ids, Naming, is_account_id};
use super::graph_words::{OfNode, of_node};
use super::guess::{guess, values};
use super::naming::{readings, squeeze};
use super::roles::{Field, IGNORED, Role, Side};
use crate::ingest::layout::Layout;

/// Names of the column that holds the ids of nodes.
const IDS: [&str; 11] = [
    "id",
    "nodeid",
    "idnode",
    "node",
    "noeud",
    "nodo",
    "knoten",
    "key",
    "identifiant",
    "identificador",
    "kennung",
];
/// Names of the column that holds what they are called.
const LABELS: [&str; 8] =
    ["label", "libelle", "etiquette", "etiqueta", "beschriftung", "bezeichnung", "rotulo", "nodelabel"];

/// The roles of the columns when the table is a list of nodes.
pub fn detect(layout: &Layout) -> Option<Vec<Role>> {
    layout.header_line?;
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    let find = |words: &[&str]| names.iter().position(|name| words.contains(&name.as_str()));
    let place =
        |field: Field| guess(layout, |role| role == (Side::Row, field)).iter().position(|r| r.1 == field);
    // A description, or a title, is what a node may well have.
    let about =
        |column: usize| ["description", "title", "titre", "bio", "tooltip"].contains(&names[column].as_str());
    let text = place(Field::Text).is_some_and(|column| !about(column));
    // NodeXL's list of groups.
    if find(&["group"]).is_some() && find(&["vertexcolor", "vertices"]).is_some() {
        return None;
    }
    let (id, label) = match find(&["vertex"]) {
        // NodeXL names vertices by their handle.
        Some(vertex) if find(&["vertex1"]).is_none() => (vertex, find(&["name"]).or(find(&["label"]))),
        Some(_) => return None,
        None => {
            let (Some(id), Some(label)) = (find(&IDS), find(&LABELS)) else { return detect_bare(layout) };
            if text || (place(Field::Source).is_some() && place(Field::Target).is_some()) {
                return None;
            }
            (id, Some(label))
        }
    };
    Some(roles(layout, id, label))
}

/// The roles of a table of ids and names that says nothing else anyone knows: `id,name,group`.
fn detect_bare(layout: &Layout) -> Option<Vec<Role>> {
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    let find = |words: &[&str]| names.iter().position(|name| words.contains(&name.as_str()));
    let (id, name) = (find(&IDS)?, find(&["name", "nom", "nombre", "nome"])?);
    let other = |column: usize| column != id && column != name;
    let speaks = |column: usize| {
        let contact =
            ["mail", "phone", "tel", "ville", "city", "prenom"].iter().any(|w| names[column].contains(w));
        contact || !readings(&layout.columns[column]).is_empty()
    };
    let numbered = values(layout, id).next().is_some() && values(layout, id).all(is_account_id);
    (numbered && !(0..names.len()).any(|column| other(column) && speaks(column)))
        .then(|| roles(layout, id, Some(name)))
}

fn roles(layout: &Layout, id: usize, label: Option<usize>) -> Vec<Role> {
    let row = |field| (Side::Row, field);
    let mut found = vec![IGNORED; layout.columns.len()];
    let nodes = layout.sample.iter().filter_map(|cells| {
        let label = label.and_then(|column| cells.get(column)).map(|l| l.trim()).filter(|l| !l.is_empty());
        Some((cells.get(id)?.trim(), label))
    });
    let naming = Naming::of(nodes);
    // As tables of edges decide it, so that the two name one account alike.
    let by_id = values(layout, id).next().is_some() && values(layout, id).all(is_account_id);
    found[id] = row(if by_id { Field::AuthorId } else { Field::Author });
    if let Some(label) = label {
        let handle = by_id && (naming.labels_are_handles || naming.ids == Ids::Places);
        found[label] = row(if handle { Field::Author } else { Field::AuthorName });
    }
    for (column, name) in layout.columns.iter().enumerate() {
        if found[column] != IGNORED {
            continue;
        }
        let field = match of_node(name) {
            OfNode::Handle if by_id => Field::Author,
            OfNode::Id if !by_id => Field::AuthorId,
            OfNode::Name => Field::AuthorName,
            OfNode::Bio => Field::Bio,
            OfNode::Location => Field::Location,
            OfNode::Followers => Field::Followers,
            OfNode::Following => Field::Following,
            OfNode::Posts => Field::PostsTotal,
            OfNode::Verified => Field::Verified,
            OfNode::Platform => Field::Platform,
            OfNode::Url => Field::Url,
            _ => continue,
        };
        // A column of numbers must hold numbers, whatever its name.
        let numbers = || values(layout, column).all(|v| v.bytes().any(|b| b.is_ascii_digit()));
        if !found.contains(&row(field)) && (!field.is_number() || numbers()) {
            found[column] = row(field);
        }
    }
    found
}
