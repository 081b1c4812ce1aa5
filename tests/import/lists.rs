//! Lists of a brand's own people: customers and what they are worth, staff, and what influencers cost.

use crate::support::*;
use sillage::model::List;
use sillage::platform::ImportOptions;
use std::collections::BTreeMap;

const CRM: &str = "Nom;Compte Twitter;Adresse e-mail;Chiffre d'affaires (€);Nb commandes\n\
                   Jeanne Martin;@jeanne_m;jeanne@exemple.fr;1 200,50 €;12\n\
                   Omar Verne;@omar;omar@exemple.fr;-30,00;1\n\
                   Zoé T;@zoe_t;zoe@exemple.fr;;2\n\
                   Léo P;@leo_p;leo@exemple.fr;inconnu;\n";

fn listed(got: &Import, handle: &str) -> Vec<List> {
    List::ALL.into_iter().filter(|list| got.accounts_column().is_listed(got.find(handle), *list)).collect()
}

fn value(got: &Import, handle: &str) -> f64 {
    got.accounts_column().value_of(got.find(handle))
}

fn cost(got: &Import, handle: &str) -> f64 {
    got.accounts_column().cost_of(got.find(handle))
}

fn with(options: ImportOptions, text: &str) -> Import {
    import_with(text.as_bytes(), options)
}

#[test]
fn customers_with_what_they_are_worth() {
    let got = import(CRM);
    assert_eq!((got.receipt.format, got.receipt.list), ("contacts", Some("customers")));
    assert_eq!(
        got.roles(),
        [
            "Nom=author_name",
            "Compte Twitter=author",
            "Adresse e-mail=email",
            "Chiffre d'affaires (€)=value",
            "Nb commandes=orders"
        ]
    );
    assert_eq!((value(&got, "jeanne_m"), value(&got, "omar")), (1200.5, -30.0));
    assert!(value(&got, "zoe_t").is_nan() && value(&got, "leo_p").is_nan(), "unknown is not zero");
    assert_eq!(got.accounts_column().orders_of(got.find("jeanne_m")), 12.0);
    assert_eq!(listed(&got, "leo_p"), [List::Customers]);
    assert_eq!(got.issues(), ["number.unreadable×1", "email.left_out×1"]);
    assert_eq!(got.receipt.columns[3].reading, Some("decimal comma"));
    let content = &got.receipt.content;
    assert_eq!((content.valued, content.priced, content.listed), (2, 0, 4));
}

#[test]
fn an_amount_that_the_file_leaves_open_is_asked_about() {
    let text = "Account,CLV\n@lea_b,\"1,234\"\n@omar_v,\"2,500\"\n";
    let got = import(text);
    assert_eq!((got.receipt.format, value(&got, "lea_b")), ("contacts", 1234.0));
    assert_eq!(got.receipt.questions.len(), 1);
    let comma = ImportOptions { decimal: Some("comma".into()), ..ImportOptions::default() };
    assert_eq!(value(&with(comma, text), "lea_b"), 1.234);
}

#[test]
fn roles_and_the_list_are_the_callers_to_choose() {
    let text = "Handle;E-mail;Score maison\n@lea_b;l@exemple.fr;4\n@omar_v;o@exemple.fr;7\n";
    let got = import(text);
    assert_eq!((got.receipt.list, got.accounts_column().value.len()), (None, 0));
    let roles = BTreeMap::from([("Score maison".to_owned(), "value".to_owned())]);
    let list = Some("customers".to_owned());
    let got = with(ImportOptions { roles, list, ..ImportOptions::default() }, text);
    assert_eq!((value(&got, "omar_v"), listed(&got, "lea_b")), (7.0, vec![List::Customers]));
    let none = ImportOptions { list: Some("none".into()), ..ImportOptions::default() };
    let got = with(none, CRM);
    assert_eq!((got.receipt.list, listed(&got, "omar"), value(&got, "omar")), (None, vec![], -30.0));
    let wrong = ImportOptions { list: Some("friends".into()), ..ImportOptions::default() };
    assert_eq!(try_import(CRM.as_bytes(), usize::MAX, wrong).unwrap_err().code(), "argument.invalid");
}

#[test]
fn staff_is_told_by_its_columns_or_by_the_name_of_the_file() {
    let got = import(
        "Prénom;Nom;E-mail;Matricule;Date d'embauche\nLéa;B;lea@exemple.fr;0012;03/02/2019\nOmar;V;o@exemple.fr;0013;13/02/2020\n",
    );
    assert_eq!((got.receipt.format, got.receipt.list), ("contacts", Some("staff")));
    assert_eq!(listed(&got, "lea@exemple.fr"), [List::Staff]);
    let text = "Prénom;Nom;E-mail\nLéa;B;lea@exemple.fr\nOmar;V;o@exemple.fr\n";
    let (receipts, _) =
        import_bundle("", &[("salariés.csv", text.as_bytes()), ("amis.csv", text.as_bytes())]);
    assert_eq!((receipts[0].list, receipts[1].list), (Some("staff"), None));
}

#[test]
fn rows_of_orders_are_customers_whose_value_nobody_has_summed() {
    let got = import(
        "Order ID,Customer email,Twitter handle,Amount,Date\nA1,l@exemple.fr,@lea_b,12.5,2024-02-03\nA2,l@exemple.fr,@lea_b,20,2024-03-03\n",
    );
    assert_eq!((got.receipt.format, got.receipt.list), ("contacts", Some("customers")));
    assert!(value(&got, "lea_b").is_nan());
    assert!(got.issues().contains(&"value.by_order×1".to_owned()), "{:?}", got.issues());
}

#[test]
fn what_influencers_cost() {
    let got = import(
        "Pseudo;Plateforme;Abonnés;Taux d'engagement;Prix par post (€)\n@lea.brule;Instagram;12 450;3,4 %;1 250,00 €\n@omar;TikTok;1,2 M;8,05 %;12 k€\n@nina;X;96,6k;;-\n",
    );
    assert_eq!((got.receipt.format, got.receipt.list), ("influencers", None));
    assert_eq!((cost(&got, "lea.brule"), cost(&got, "omar")), (1250.0, 12_000.0));
    assert!(cost(&got, "nina").is_nan());
    assert_eq!((got.receipt.content.priced, got.receipt.content.valued), (2, 0));
}

#[test]
fn a_list_of_customers_without_mail_is_no_table_of_posts_for_a_date_it_holds() {
    let got = import(
        "Twitter handle,Customer since,Last order date,LTV\n@lea_b,2019-02-03,2024-02-03,420.5\n@omar_v,2020-02-03,2024-03-09,99\n",
    );
    assert_eq!((got.receipt.format, got.receipt.list), ("contacts", Some("customers")));
    assert_eq!(value(&got, "lea_b"), 420.5);
    let got = import("author,date,likes,value\nlea_b,2024-02-03,4,420\nomar_v,2024-03-09,5,99\n");
    assert_eq!(got.receipt.format, "posts", "a value beside likes is no list of customers");
}

#[test]
fn a_list_joins_the_posts_of_its_accounts() {
    let posts =
        "author,text,date\njeanne_m,un café,2024-03-01\nomar,un thé,2024-03-02\nnobody,rien,2024-03-03\n";
    for files in [[("posts.csv", posts), ("crm.csv", CRM)], [("crm.csv", CRM), ("posts.csv", posts)]] {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let (_, got) = import_bundle("", &files);
        // The posts do not say their network; the list does.
        let known = (0..got.accounts()).filter(|a| !got.accounts_column().value_of(*a).is_nan()).count();
        assert_eq!(known, 2);
    }
}

#[test]
fn titles_of_people_are_no_posts() {
    let found = import(
        r#"Influencer Name,Influencer ID,Country,City,Title,Reach,Resonance,Relevance,Instagram Handle,Instagram Followers,Twitter Handle,Twitter Followers,Email
Léa Brûlé,9001,France,Lyon,Food writer,66,50,80,lea.brule,12450,lea_brule,900,lea@example.com
Omar Verne,9002,Belgium,Bruxelles,Coach,44,50,80,omar_v,900,,,
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!((found.followers("lea.brule"), found.followers("omar_v")), (12_450.0, 900.0));
}

#[test]
fn contacts_with_a_title_and_a_day() {
    let found = import(
        r#""Id","Salutation","FirstName","LastName","Name","Email","Title","MailingCity","MailingCountry","Account.Name","LeadSource","CreatedDate"
"0031","Mme","Léa","Brûlé","Léa Brûlé","lea@example.com","Cheffe","Lyon","France","Café Lumen","Web","2023-03-01T09:00:00.000Z"
"0032","M.","Omar","Verne","Omar Verne","omar@example.com","Coach","Bruxelles","Belgium","Vélo","Web","2023-03-14T09:00:00.000Z"
"#,
    );
    gives(&found, "contacts", 2, &[]);
}

#[test]
fn a_column_called_as_a_network_holds_its_handles() {
    let found = import(
        r#"Publisher ID;Publisher Name;Website;Instagram;Followers;Commission;Region
9001;Léa Brûlé;https://lea.example;lea.brule;12450;10 %;France
9002;Omar Verne;https://omar.example;omar_v;900;8 %;Belgique
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!(found.followers("lea.brule"), 12_450.0);
}

#[test]
fn names_beside_addresses_of_profiles() {
    let found = import(
        r#"Nom,Réseau,Lien,Abonnés,Statut,Tarif,Dernier contact
Léa Brûlé,Instagram,https://www.instagram.com/lea.brule/,"12,4k",En cours,350 €,1 mars 2023
Omar Verne,TikTok,https://www.tiktok.com/@omar,900,Signé,120 €,14 mars 2023
"#,
    );
    gives(&found, "influencers", 2, &[]);
    assert_eq!((found.followers("lea.brule"), found.name("omar")), (12_400.0, Some("Omar Verne")));
    assert_eq!((found.platform("lea.brule"), found.platform("omar")), ("instagram", "tiktok"));
}
