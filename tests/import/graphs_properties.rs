//! Networks made of pieces, whole and broken: slices change nothing, and nothing panics.

use crate::support::try_import;
use proptest::prelude::*;
use sillage::issue::Receipt;
use sillage::model::Dataset;
use sillage::platform::ImportOptions;

fn outcome(
    bytes: &[u8],
    chunk: usize,
    format: Option<&str>,
) -> Result<(Receipt, usize, usize), &'static str> {
    let options = ImportOptions { format: format.map(str::to_string), ..ImportOptions::default() };
    let (receipt, builder) = try_import(bytes, chunk, options).map_err(|e| e.code())?;
    let data = Dataset::of(&builder).unwrap();
    Ok((receipt, data.accounts.len(), data.ties.len()))
}

/// Pieces of the formats, of what stands between them, and of what should not.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let fixed: Vec<&'static [u8]> = vec![
        b"<graph defaultedgetype=\"directed\" mode=\"dynamic\">",
        b"<nodes><node id=\"1\" label=\"lea\"/>",
        b"<node id='2'><attvalues><attvalue for=\"0\" value=\"3\"/></attvalues></node>",
        b"<attributes class=\"node\"><attribute id=\"0\" title=\"followers\"><default>1</default></attribute></attributes>",
        b"<edge source=\"1\" target=\"2\" weight=\"1.5\" start=\"2024-01-01\"/>",
        b"<edge source=\"1\" target=\"9\"><spells><spell start=\"2024\"/></spells></edge>",
        b"<key id=\"d0\" for=\"node\" attr.name=\"followers\"/><data key=\"d0\">7</data>",
        b"<!-- a > b --><![CDATA[ <node> ]]><?x ?>",
        b"<!DOCTYPE g [<!ENTITY a \"]>\">]>",
        b"&a;&#233;&amp;&",
        b"</node></edge></nodes>",
        b"<a b='",
        b"\">",
        b"<",
        b"graph [ directed 1 ",
        b"node [ id 1 label \"lea\" ] ",
        b"edge [ source 1 target 2 value -1 ] ",
        b"] ",
        b"*Vertices 3\n1 \"lea\"\n",
        b"*Arcs\n1 2 3\n",
        b"*Matrix\n0 1\n1 0\n",
        b"nodedef>name VARCHAR,label VARCHAR\n",
        b"edgedef>node1,node2,directed\na,'b,c',true\n",
        b"dl n=3 format=fullmatrix\nlabels embedded\ndata:\n",
        b"a b c\na 0 1 1\nb 1 0 0\n",
        b"DGS004\nx 0 0\nan a\nae 1 a > b\n",
        b"%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n1 2 0.5\n",
        b"% bip weighted\n1 2 3 4\n",
        b"3 2 1\n2 5 3 1\n1 5\n1 1\n",
        b"1 2 3\n2 1\n3\n",
        b"{\"nodes\":[{\"id\":1,\"followers\":\"x\"}],\"links\":[{\"source\":1,\"target\":0}]}",
        b"a b {'weight': 2, 'x': \"y, z\"}\n",
        b"\n",
        b"\r\n",
        b" ",
        b"\"",
        b"\xe9",
        b"\xff",
        b"\0",
    ];
    prop_oneof![
        9 => prop::sample::select(fixed).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ]
}

const FORMATS: [Option<&str>; 14] = [
    None,
    Some("gexf"),
    Some("graphml"),
    Some("gml"),
    Some("gdf"),
    Some("pajek"),
    Some("dgs"),
    Some("matrix_market"),
    Some("konect"),
    Some("ucinet"),
    Some("metis"),
    Some("adjacency_list"),
    Some("adjacency_matrix"),
    Some("networkx_edges"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slices_of_networks_change_nothing(
        pieces in prop::collection::vec(piece(), 0..30), chunk in 1usize..40, format in 0usize..FORMATS.len(),
    ) {
        let bytes = pieces.concat();
        let whole = outcome(&bytes, usize::MAX, FORMATS[format]);
        prop_assert_eq!(outcome(&bytes, chunk, FORMATS[format]), whole);
    }
}

#[test]
fn slices_change_nothing_past_the_first_look() {
    let nodes: String = (0..6_000).map(|i| format!("<node id=\"{i}\" label=\"user_{i}\"><attvalues><attvalue for=\"0\" value=\"{i}\"/></attvalues></node>\n")).collect();
    let edges: String = (0..6_000)
        .map(|i| format!("<edge id=\"{i}\" source=\"{i}\" target=\"{}\"/>\n", i * 7 % 6_100))
        .collect();
    let text = format!(
        "<gexf><graph defaultedgetype=\"directed\"><nodes>{nodes}</nodes><edges>{edges}</edges></graph></gexf>"
    );
    assert!(text.len() > sillage::limits::SNIFF_BYTES * 2);
    let whole = outcome(text.as_bytes(), usize::MAX, None).unwrap();
    assert_eq!((whole.0.seen, whole.0.kept), (12_000, 12_000));
    let missing =
        (0..6_000).map(|i| i * 7 % 6_100).filter(|t| *t >= 6_000).collect::<std::collections::HashSet<_>>();
    assert_eq!(whole.1, 6_000 + missing.len());
    for chunk in [1, 4_093, 1 << 20] {
        assert_eq!(outcome(text.as_bytes(), chunk, None).unwrap(), whole);
    }
}
