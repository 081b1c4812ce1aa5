//! Statistics of one's own posts, as the networks' studios write them. The rows are invented.

use crate::support::{code, gives, import, import_bundle};

/// The header of studio.youtube.com, advanced mode, "Content".
const VIDEOS: &str = r#"Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%),Likes,Comments added,Shares
Total,,,,"12,400",530.5,41,"90,000",4.2,512,33,20
dQw4w9WgXcA,Une visite avec @lea,"Mar 1, 2023",125,"12,000",510.0,40,"80,000",4.5,500,30,19
a1B2c3D4e5F,Les coulisses,"Mar 14, 2023",61,400,20.5,1,"10,000",2.0,12,3,1
"#;

#[test]
fn videos_of_youtube_studio() {
    let found = import(VIDEOS);
    assert_eq!(found.rows(), (3, 2, 1, 0), "{:?}", found.issues());
    assert_eq!(found.issues(), ["row.total×1", "posts.own×1"]);
    gives(&found, "youtube_studio", 2, &["(owner) mention lea"]);
    assert_eq!(found.likes("dQw4w9WgXcA"), Some(500.0));
    assert_eq!(found.platform("(owner)"), "youtube");
    assert!(found.followers("(owner)").is_nan(), "what a video won is not who follows the channel");
    assert_eq!(found.receipt.first_time, Some(1_677_628_800_000.0));
}

#[test]
fn videos_of_youtube_studio_in_french() {
    let found = import(
        "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage (heures),Abonnés,Impressions,Taux de clics par impressions (%)\n\
         Total,,,,12400,\"530,5\",41,90000,\"4,2\"\n\
         dQw4w9WgXcA,Une visite avec @lea,1 mars 2023,125,12000,\"510,0\",40,80000,\"4,5\"\n",
    );
    gives(&found, "youtube_studio", 1, &["(owner) mention lea"]);
    assert!(found.receipt.first_time.is_some());
    assert!(found.roles().contains(&"Vues=views".to_owned()), "{:?}", found.roles());
}

#[test]
fn days_of_youtube_studio_are_no_totals() {
    let found = import(
        r#"Date,Content,Video title,Video publish time,Duration,Views
2023-03-01,dQw4w9WgXcA,Une visite,"Mar 1, 2023",125,7
2023-03-02,dQw4w9WgXcA,Une visite,"Mar 1, 2023",125,9
2023-03-01,a1B2c3D4e5F,Les coulisses,"Mar 14, 2023",61,2
"#,
    );
    assert_eq!(found.rows(), (3, 3, 0, 0));
    assert_eq!(found.issues(), ["counts.of_days×1", "posts.own×1"]);
    assert_eq!(found.posts().len(), 2, "{:?}", found.posts());
    assert!(!found.roles().iter().any(|role| role.ends_with("=views")), "{:?}", found.roles());
}

#[test]
fn sums_of_days_are_named_and_refused() {
    assert_eq!(code("Date,Views\n2023-03-01,12\n2023-03-02,\"1,400\"\n"), "format.unsupported");
    assert_eq!(code("Date,Impressions,Engagements\n2023-03-01,12,1\n"), "format.unsupported");
    // Who says something is not a sum.
    assert_eq!(import("Date,Author,Views\n2023-03-01,lea,12\n").rows().1, 1);
}

#[test]
fn the_owner_of_a_download_is_the_owner_of_its_tables() {
    let (_, found) = import_bundle(
        "chaine.zip",
        &[("Table data.csv", VIDEOS.as_bytes()), ("Autre.csv", VIDEOS.as_bytes())],
    );
    assert_eq!(found.ties(), ["(chaine.zip) mention lea"]);
}

#[test]
fn totals_may_stand_behind_numbers_and_empty_cells() {
    let found = import(
        "N,Auteur,Date,Texte,Likes\n1,lea,2024-03-01,Avec @nina,5\n2,omar,2024-03-02,@lea oui,7\n3,,,Total,12\n,,Total,,12\n4,Total,,,\n",
    );
    assert_eq!(found.rows(), (5, 2, 3, 0), "{:?}", found.issues());
    assert_eq!(found.issues(), ["row.total×3"]);
    assert_eq!(found.accounts(), 3);
    // Who is called so and says something keeps his row.
    let found = import("N,Auteur,Date,Texte,Likes\n1,Total,2024-03-01,Avec @nina,5\n");
    assert_eq!(found.ties(), ["total mention nina"]);
}
