//! Networks as tables: Gephi's two tables, NodeXL's sheets, matrices, lists of pairs.

use crate::support::{code, import, import_bundle};

#[test]
fn a_table_of_nodes_and_a_table_of_edges_join() {
    let nodes = "Id,Label,followers\n1,lea,1500\n2,omar,90\n3,nina,\n";
    let edges = "Source,Target,Type,Id,Label,timeset,Weight\n1,2,Directed,0,,,1\n2,9,Undirected,1,,,2.5\n";
    for files in [[("n.csv", nodes), ("e.csv", edges)], [("e.csv", edges), ("n.csv", nodes)]] {
        let (receipts, got) = import_bundle("", &files.map(|(name, text)| (name, text.as_bytes())));
        let mut formats: Vec<_> = receipts.iter().map(|r| r.format).collect();
        formats.sort_unstable();
        assert_eq!(formats, ["edges", "nodes"]);
        assert_eq!(got.ties(), ["9 link omar", "lea link omar", "omar link 9"]);
        assert_eq!((got.followers("lea"), got.accounts()), (1500.0, 4));
    }
    // Names beside handles.
    let named = import_bundle(
        "",
        &[
            ("n", "id;label;abonnés\nlea;Léa Brûlé;12\nomar;Omar;3\n".as_bytes()),
            ("e", b"source;target\nlea;omar\n"),
        ],
    );
    assert_eq!((named.1.ties(), named.1.name("lea")), (vec!["lea link omar".to_string()], Some("Léa Brûlé")));
}

#[test]
fn nodes_in_other_words() {
    let got = import(
        "Identifiant;Étiquette;Nombre d'abonnés;modularity_class\n24744541001;lea;12;3\n24744541002;omar;5;1\n",
    );
    assert_eq!((got.receipt.format, got.followers("lea")), ("nodes", 12.0));
    // Without any label, a name will do.
    let (_, bare) =
        import_bundle("", &[("n", b"id,name,ml_target\n0,lea,0\n1,omar,1\n"), ("e", b"id_1,id_2\n0,1\n")]);
    assert_eq!((bare.ties(), bare.accounts()), (vec!["lea link omar".to_string()], 2));
}

#[test]
fn edges_in_other_words() {
    for header in ["Von,Nach,Gewicht", "Origem,Destino,Peso", "zorg,blub,weight", "Quelle,Ziel,Gewicht"] {
        let got = import(format!("{header}\nlea,omar,2\nomar,nina,1\nnina,lea,1\n"));
        assert_eq!((got.receipt.format, got.rows()), ("edges", (3, 3, 0, 0)), "{header}");
        assert_eq!(got.ties()[0], "lea link omar");
    }
    let undirected = import("Origen;Destino;Tipo\nlea;omar;No dirigido\nomar;nina;Dirigido\n");
    assert_eq!(undirected.ties(), ["lea link omar", "omar link lea", "omar link nina"]);
    let told = import("source\ttarget\tdirected\nlea\tomar\tfalse\n");
    assert_eq!(told.receipt.ties, 2);
}

#[test]
fn nodexl_sheets() {
    let edges = ",,Visual Properties,,Labels,,,,\n\
        Vertex 1,Vertex 2,Color,Width,Label,Relationship,Relationship Date (UTC),Tweet,Retweet Count\n\
        lea,omar,,,,Retweet,2024-03-01 10:00:00,\"RT @omar: bonjour, tous\",12\n\
        lea,nina,,,,MentionsInRetweet,2024-03-01 10:00:00,\"RT @omar: bonjour, @nina\",12\n\
        omar,lea,,,,Replies to,2024-03-02 10:00:00,@lea oui,0\n\
        omar,omar,,,,Tweet,2024-03-03 10:00:00,bonjour,3\n\
        nina,lea,,,,Mentions,2024-03-04 10:00:00,avec @lea,0\n";
    let vertices = ",Visual Properties,,,,,,\n\
        Vertex,Color,Label,Degree,Name,Followed,Followers,Tweets,Description,Joined Twitter Date (UTC)\n\
        lea,Red,,2,Léa B.,10,1500,300,Torréfactrice,2010-01-01 00:00:00\n\
        omar,,,3,Omar,20,90,40,,2011-01-01 00:00:00\n\
        nina,,,1,Nina,5,7,2,,2012-01-01 00:00:00\n";
    let (receipts, got) =
        import_bundle("b.xlsx", &[("Edges", edges.as_bytes()), ("Vertices", vertices.as_bytes())]);
    assert_eq!(
        (receipts[0].format, receipts[0].header_line, receipts[0].seen),
        ("interaction_log", Some(2), 5)
    );
    assert_eq!((receipts[1].format, receipts[1].header_line, receipts[1].seen), ("nodes", Some(2), 3));
    assert_eq!(
        got.ties(),
        ["lea mention nina", "lea repost omar", "nina mention lea", "omar reply lea"],
        "a post of one's own is no tie"
    );
    assert_eq!(receipts[0].self_ties, 1);
    assert_eq!((got.followers("lea"), got.name("lea")), (1500.0, Some("Léa B.")));
    assert_eq!(receipts[0].first_time, Some(1_709_287_200_000.0));
    assert!(receipts[0].issues.is_empty(), "{:?}", receipts[0].issues);
}

#[test]
fn matrices_and_lists() {
    let matrix = import(";lea;omar;nina\nlea;0;1,5;0\nomar;;0;2\nnina;0;0;0\n");
    assert_eq!((matrix.receipt.format, matrix.rows()), ("adjacency_matrix", (5, 5, 0, 0)));
    assert_eq!(
        (matrix.ties(), matrix.accounts()),
        (vec!["lea link omar".to_string(), "omar link nina".into()], 3)
    );
    let list = import("1 2 3\n2 1\n3\n");
    assert_eq!(
        (list.receipt.format, list.ties()),
        ("adjacency_list", vec!["1 link 2".to_string(), "1 link 3".into(), "2 link 1".into()])
    );
    let snap = import("# Undirected graph: x\n# FromNodeId\tToNodeId\n1\t2\n2\t3\n");
    assert_eq!((snap.receipt.format, snap.receipt.seen, snap.receipt.ties), ("edges", 2, 4));
    let konect = import("% sym unweighted\n1\t2\n");
    assert_eq!((konect.receipt.format, konect.receipt.ties), ("konect", 2));
}

#[test]
fn a_first_line_of_counts_is_no_tie() {
    let got = import(format!("3 30\n{}", "0 1 0.5\n1 2 0.5\n2 0 0.5\n".repeat(10)));
    assert_eq!((got.receipt.seen, got.receipt.kept, got.accounts()), (31, 30, 3));
    assert!(got.issues().contains(&"row.counts×1".to_string()));
}

#[test]
fn numbers_that_tell_no_tie_are_refused() {
    assert_eq!(code("1 0.666\n2 0.15\n3 0.2\n"), "format.unknown");
    assert_eq!(code("1\t2\t3\n4\t5\n6\t7\t8\t9\n10\t11\n12\t13\t14\n15\t16\n"), "format.unknown");
    assert_eq!(
        code("566 23498972,2515 120971777,2201 169447119\n712 21478000,474 38608746,390 122690371\n"),
        "format.unsupported"
    );
}

#[test]
fn ids_of_channels_stay_ids() {
    let got = import("Source,Target\nUCYpRDnhk5H8h16jpS84uqsA,UCYpRDnhk5H8h16jpS84uqsB\n");
    assert_eq!(got.ties(), ["ucyprdnhk5h8h16jps84uqsa link ucyprdnhk5h8h16jps84uqsb"]);
}
