//! Network files, whole imports: the cases XML-1 to XML-6 and GRF-1, and what nodes become.

use crate::support::{Import, code, import, import_bundle, import_with, try_import};
use sillage::platform::ImportOptions;

fn gexf(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><gexf><graph defaultedgetype=\"directed\">{body}</graph></gexf>"
    )
}

/// The same import whatever the slices.
fn sliced(bytes: &[u8]) -> Import {
    let whole = import(bytes);
    for chunk in [1, 3, 64] {
        let (receipt, _) = try_import(bytes, chunk, ImportOptions::default()).unwrap();
        assert_eq!(receipt, whole.receipt, "slices of {chunk}");
    }
    whole
}

#[test]
fn xml_1_no_entity_is_expanded() {
    let laughs: String =
        (1..30).map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10))).collect();
    let text = format!(
        "<!DOCTYPE gexf [<!ENTITY l0 \"ha\"><!ENTITY % p SYSTEM \"http://127.0.0.1/x\">\
         <!ENTITY f SYSTEM \"file:///etc/passwd\">{laughs}]>{}",
        gexf("<nodes><node id=\"lea\" label=\"&l29; &f;\"/></nodes>")
    );
    let got = sliced(text.as_bytes());
    assert_eq!((got.receipt.format, got.rows()), ("gexf", (1, 1, 0, 0)));
    assert_eq!(got.issues(), ["graph.entity×3"]);
    assert_eq!(got.name("lea"), Some("&l29; &f;"));
}

#[test]
fn xml_2_a_tag_with_800_000_attributes() {
    let attributes: String = (0..800_000).map(|i| format!(" a{i}=\"{i}\"")).collect();
    let text = gexf(&format!("<nodes><node id=\"lea\"{attributes}/><node id=\"omar\"/></nodes>"));
    let got = import(&text);
    assert_eq!(got.receipt.seen, got.receipt.kept);
    assert!(got.find("omar") < 2);
    assert_eq!(got.issues().len(), 1, "{:?}", got.issues());
}

#[test]
fn xml_3_elements_nested_two_million_deep() {
    let text = gexf(&format!("<nodes><node id=\"lea\"/></nodes>{}<nodes/>", "<a>".repeat(2_000_000)));
    let got = import(&text);
    assert_eq!(
        (got.rows(), got.issues()),
        ((1, 1, 0, 0), vec!["file.truncated×1".into(), "graph.too_deep×1".to_string()])
    );
}

#[test]
fn xml_4_encodings_other_than_declared() {
    let text = gexf("<nodes><node id=\"1\" label=\"Zoé Brûlé\"/></nodes>");
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    for (bytes, encoding) in [
        (little.as_slice(), "utf-16le"),
        (big.as_slice(), "utf-16be"),
        (latin.as_ref(), "windows-1252"),
        (text.as_bytes(), "utf-8"),
    ] {
        let got = sliced(bytes);
        assert_eq!((got.receipt.encoding, got.rows()), (encoding, (1, 1, 0, 0)));
        assert!(got.find("zoé brûlé") == 0);
    }
    let lying = text.replace("UTF-8", "ISO-8859-1");
    assert!(import(&lying).find("zoé brûlé") == 0);
}

#[test]
fn xml_5_edges_to_nodes_that_do_not_exist() {
    let got = sliced(
        gexf("<nodes><node id=\"lea\"/></nodes><edges><edge source=\"lea\" target=\"omar\"/></edges>")
            .as_bytes(),
    );
    assert_eq!((got.rows(), got.issues()), ((2, 2, 0, 0), vec!["graph.node_missing×1".to_string()]));
    assert_eq!(got.ties(), ["lea link omar"]);
    assert_eq!(got.receipt.issues[0].places[0].excerpt, "omar");
}

#[test]
fn xml_6_what_is_not_as_it_should_be_is_told() {
    let got = sliced(
        gexf(
            "<attributes class=\"node\" mode=\"dynamic\"><attribute id=\"0\" title=\"followers\"/></attributes>\
             <nodes><node id=\"lea\"><attvalues><attvalue for=\"9\" value=\"x\"/><attvalue for=\"0\" value=\"12\"/>\
             </attvalues></node><node id=\"lea\"/><node id=\"omar\"><nodes><node id=\"nina\"/></nodes></node></nodes>\
             <edges><edge id=\"1\" source=\"lea\" target=\"omar\"><spells><spell start=\"2024-03-01\"/></spells></edge>\
             <edge id=\"1\" source=\"lea\" target=\"omar\"/></edges>",
        )
        .as_bytes(),
    );
    assert_eq!(got.rows(), (6, 6, 0, 0));
    assert_eq!(
        got.issues(),
        [
            "graph.attribute_undeclared×1",
            "graph.duplicate_edge×1",
            "graph.duplicate_node×1",
            "graph.dynamic×1",
            "graph.hierarchy×1"
        ]
    );
    assert_eq!((got.followers("lea"), got.receipt.ties), (12.0, 2));
    assert_eq!(got.receipt.first_time, Some(1_709_251_200_000.0));
    let ports = import(
        "<graphml><graph edgedefault=\"directed\"><node id=\"lea\"><port name=\"p\"/></node><node id=\"omar\"/>\
         <edge source=\"lea\" target=\"omar\" sourceport=\"p\"/><hyperedge><endpoint node=\"lea\"/></hyperedge></graph></graphml>",
    );
    assert_eq!((ports.rows(), ports.issues()), ((4, 3, 1, 0), vec!["graph.hyperedge×1".to_string()]));
    assert_eq!(ports.ties(), ["lea link omar"]);
}

#[test]
fn grf_1_the_smallest_networks() {
    let one = import(gexf("<nodes><node id=\"lea\"/></nodes>"));
    assert_eq!((one.rows(), one.ties().len()), ((1, 1, 0, 0), 0));
    let none = import(gexf(""));
    assert_eq!(none.rows(), (0, 0, 0, 0));
    let selves = import("*Vertices 2\n1 \"lea\"\n2 \"omar\"\n*Arcs\n1 1\n2 2\n");
    assert_eq!((selves.rows(), selves.receipt.ties, selves.receipt.self_ties), ((4, 4, 0, 0), 0, 2));
    let star = import("*Vertices 2\n1 \"lea\"\n2 \"omar\"\n*Edges\n1 2\n");
    assert_eq!(
        star.ties(),
        ["lea link omar", "omar link lea"],
        "an edge without direction is a tie each way"
    );
    assert_eq!((star.receipt.seen, star.receipt.ties), (3, 2), "and one record");
}

#[test]
fn grf_1_isolates_parallel_edges_and_parts() {
    let nodes: String = (0..50_000).map(|i| format!("<node id=\"user_{i}\"/>")).collect();
    let got = import(gexf(&format!("<nodes>{nodes}</nodes>")));
    assert_eq!(got.rows(), (50_000, 50_000, 0, 0));
    assert_eq!(got.accounts(), 50_000);
    let parallel = import(
        "graph [ directed 1 node [ id 1 label \"lea\" ] node [ id 2 label \"omar\" ] node [ id 3 label \"nina\" ]\
                           edge [ source 1 target 2 ] edge [ source 1 target 2 ] ]",
    );
    assert_eq!((parallel.ties(), parallel.accounts()), (vec!["lea link omar".to_string(); 2], 3));
}

#[test]
fn grf_1_weights_that_are_not_above_zero() {
    let got = sliced(b"nodedef>name VARCHAR\nlea\nomar\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\nlea,omar,0\nomar,lea,-2\nlea,omar,x\n");
    assert_eq!(
        (got.rows(), got.issues()),
        ((5, 3, 2, 1), vec!["weight.not_positive×2".into(), "weight.unreadable×1".to_string()])
    );
    assert_eq!(got.accounts(), 2);
}

#[test]
fn ids_labels_and_handles() {
    // Numbers of the file: the labels are who they are, and two of one name stay two.
    let got = import(gexf(
        "<nodes><node id=\"0\" label=\"Jean Valjean\"/><node id=\"1\" label=\"Cosette\"/><node id=\"2\" label=\"Cosette\"/></nodes>\
         <edges><edge source=\"0\" target=\"1\"/><edge source=\"0\" target=\"2\"/></edges>",
    ));
    assert_eq!(got.accounts(), 3);
    assert_eq!(got.ties(), ["jean valjean link 2", "jean valjean link cosette"]);
    // Ids of accounts are kept beside the handle.
    let ids = import(
        "graph [ node [ id 24744541001 label \"@Lea\" ] node [ id 24744541002 label \"omar\" ] edge [ source 24744541001 target 24744541002 ] ]",
    );
    assert_eq!(ids.ties(), ["lea link omar", "omar link lea"], "GML without a word has no direction");
    // Handles as ids, names as labels; the words of tables for what else is said.
    let named = import(
        "graph [ directed 1 node [ id \"lea\" label \"L&#233;a B.\" followers_count 12 ] node [ id \"omar\" ] \
         edge [ source \"lea\" target \"omar\" kind \"Replies to\" created_at \"2024-03-01T10:00:00Z\" ] ]",
    );
    assert_eq!((named.name("lea"), named.followers("lea")), (Some("Léa B."), 12.0));
    assert_eq!(
        (named.ties(), named.receipt.first_time),
        (vec!["lea reply omar".to_string()], Some(1_709_287_200_000.0))
    );
}

#[test]
fn two_files_of_numbers_do_not_become_one() {
    let file = |a: &str, b: &str| {
        gexf(&format!(
            "<nodes><node id=\"0\" label=\"{a}\"/><node id=\"1\" label=\"{b}\"/></nodes><edges><edge source=\"0\" target=\"1\"/></edges>"
        ))
    };
    let got =
        import_bundle("", &[("a", file("lea", "omar").as_bytes()), ("b", file("omar", "nina").as_bytes())]).1;
    assert_eq!(got.ties(), ["lea link omar", "omar link nina"]);
}

#[test]
fn a_cut_network_keeps_what_was_whole() {
    let whole = "*Vertices 2\n1 \"lea\"\n2 \"omar\"\n*Arcs\n1 2\n";
    assert_eq!(import(whole).issues(), Vec::<String>::new());
    let text = gexf(
        "<nodes><node id=\"lea\"/><node id=\"omar\"/></nodes><edges><edge source=\"lea\" target=\"omar\"/></edges>",
    );
    for length in (120..text.len()).step_by(7) {
        let got = import(&text[..length]);
        assert_eq!(got.issues().first().map(String::as_str), Some("file.truncated×1"), "{length}");
    }
}

#[test]
fn json_networks() {
    let networkx = import(
        "{\"directed\": false, \"multigraph\": false, \"graph\": {}, \"nodes\": [{\"followers\": 12, \"id\": \"lea\"}, {\"id\": \"omar\"}],\
         \"links\": [{\"kind\": \"mention\", \"source\": \"lea\", \"target\": \"omar\"}]}",
    );
    assert_eq!((networkx.receipt.format, networkx.rows()), ("node_link", (3, 3, 0, 0)));
    assert_eq!((networkx.ties().len(), networkx.followers("lea")), (2, 12.0));
    // d3: links before nodes, by their place.
    let d3 = import(
        "{\"links\":[{\"source\":1,\"target\":0,\"value\":3}],\"nodes\":[{\"name\":\"lea\"},{\"name\":\"omar\"}]}",
    );
    assert_eq!(
        (d3.ties(), d3.issues()),
        (vec!["omar link lea".to_string()], vec!["graph.direction_unknown×1".to_string()])
    );
    let by_name = import(
        "{\"nodes\":[{\"name\":\"lea\"},{\"name\":\"omar\"}],\"links\":[{\"source\":\"omar\",\"target\":\"lea\"}]}",
    );
    assert_eq!(by_name.ties(), ["omar link lea"]);
    let empty =
        import("{\"directed\": false, \"nodes\": [{\"id\": \"lea\", \"type\": \"hashtag\"}], \"links\": []}");
    assert_eq!((empty.accounts(), empty.issues()), (1, vec!["graph.not_people×1".to_string()]));
    let graphology = import(
        "{\"options\":{\"type\":\"mixed\"},\"attributes\":{},\"nodes\":[{\"key\":\"lea\",\"attributes\":{\"label\":\"Léa\"}},{\"key\":\"omar\",\"attributes\":{}}],\
         \"edges\":[{\"key\":\"1\",\"source\":\"lea\",\"target\":\"omar\",\"attributes\":{\"weight\":2}},{\"source\":\"lea\",\"target\":\"omar\",\"undirected\":true}]}",
    );
    assert_eq!((graphology.receipt.format, graphology.ties().len()), ("graphology", 3));
    assert_eq!(graphology.name("lea"), Some("Léa"));
    let cytoscape = import(
        "{\"elements\":{\"nodes\":[{\"data\":{\"id\":\"12\",\"name\":\"lea\"}},{\"data\":{\"id\":\"13\",\"name\":\"omar\"}}],\
         \"edges\":[{\"data\":{\"id\":\"9\",\"source\":\"12\",\"target\":\"13\",\"interaction\":\"retweet\"}}]}}",
    );
    assert_eq!(
        (cytoscape.receipt.format, cytoscape.ties()),
        ("cytoscape", vec!["lea repost omar".to_string()])
    );
    let gephi = import(
        "{\"type\":\"gephi-lite\",\"graphDataset\":{\"nodeData\":{\"0\":{\"label\":\"lea\",\"followers\":3},\"1\":{\"label\":\"omar\"}},\
         \"edgeData\":{\"e\":{\"weight\":0}},\"fullGraph\":{\"options\":{\"type\":\"directed\"},\"nodes\":[{\"key\":\"0\"},{\"key\":\"1\"}],\
         \"edges\":[{\"key\":\"e\",\"source\":\"0\",\"target\":\"1\"},{\"key\":\"f\",\"source\":\"1\",\"target\":\"0\"}]}}}",
    );
    assert_eq!((gephi.receipt.format, gephi.rows()), ("gephi_lite", (4, 3, 1, 0)));
    assert_eq!((gephi.ties(), gephi.followers("lea")), (vec!["omar link lea".to_string()], 3.0));
    let keyed = import(
        "{\"graph\":{\"directed\":true,\"nodes\":{\"lea\":{\"label\":\"Léa\"},\"omar\":{}},\"edges\":[{\"source\":\"lea\",\"target\":\"omar\",\"relation\":\"like\"}]}}",
    );
    assert_eq!((keyed.receipt.format, keyed.ties()), ("json_graph", vec!["lea like omar".to_string()]));
}

#[test]
fn a_format_may_be_forced() {
    let options = ImportOptions { format: Some("metis".into()), ..ImportOptions::default() };
    let got = import_with(b"2 1\n2\n1\n", options);
    assert_eq!((got.receipt.format, got.rows()), ("metis", (3, 3, 0, 0)));
    assert_eq!(code("<html><p>gexf</p></html>"), "format.unsupported");
}

#[test]
fn keys_of_prototypes_are_plain_names() {
    let got = import(gexf(
        "<attributes class=\"node\"><attribute id=\"__proto__\" title=\"constructor\"/></attributes><nodes>\
         <node id=\"__proto__\"><attvalues><attvalue for=\"__proto__\" value=\"x\"/></attvalues></node></nodes>",
    ));
    assert_eq!((got.rows(), got.find("__proto__")), ((1, 1, 0, 0), 0));
}
