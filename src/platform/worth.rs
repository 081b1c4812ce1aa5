//! Columns of a brand's own lists: what customers are worth, what people cost, and whose list it is.
//!
//! Their names (`CA`, `prix`, `value`) would mean anything in other tables, so only lists of people are asked for them.

use super::guess::{fits, values};
use super::naming::squeeze;
use super::roles::{Field, Role, Side};
use crate::ingest::layout::Layout;
use crate::model::List;

/// Names of columns for each of these fields, squeezed, the surest first.
const WORDS: [(Field, &str); 3] = [
    (
        Field::Value,
        "clv ltv cltv customerlifetimevalue lifetimevalue customervalue valeurclient valeurviedeclient valeurvieclient \
         valeurdeviedeclient valeurdevie kundenwert valordelcliente valordecliente valordocliente valorcliente \
         valoredelcliente totalspent totalspend amountspent moneyspent totaldepense montantdepense montanttotal \
         montantcumule montanttotaldesachats montantdesachats totaldesachats totalachats totalpurchases totalpurchase \
         purchaseamount totalgastado totalgasto gesamtumsatz totalrevenue chiffredaffaires \
         chiffredaffairestotal chiffredaffairescumule cacumule catotal caannuel caht cattc revenue revenu revenus ca umsatz ingresos receita \
         fatturato faturamento marge margin valeur value valor wert amount montant monetary",
    ),
    (
        Field::Orders,
        "orders ordercount orderscount ordersnumber numberoforders totalorders nborders commandes nbcommandes \
         nombredecommandes totaldescommandes achats nbachats nombredachats purchases purchasecount numberofpurchases \
         bestellungen anzahlbestellungen pedidos numerodepedidos compras numerodecompras ordini transactions \
         nbtransactions frequency frequence",
    ),
    (
        Field::Cost,
        "priceperpost costperpost feeperpost rateperpost ratepost prixparpost coutparpost tarifparpost prixpost \
         tarifpost coutpost prixdupost tarifdupost prixparpublication tarifparpublication prixdunepublication \
         tarifdunepublication coutdunepublication tarifdunpost prixdunpost precioporpost precioporpublicacion \
         precoporpost preisprobeitrag preispropost prezzoperpost priceperstory priceperreel pricepervideo prixparvideo \
         prixparstory tarif tarifs tarifht tarifeur prix price prices cost costs cout couts fee fees cachet cachets \
         honoraires remuneration precio tarifa preis kosten honorar costo coste custo preco prezzo prixeur priceeur \
         priceusd costusd costeur budget",
    ),
];

/// Columns that only lists of staff have, and those that they have among others.
const STAFF: &str = "employeeid employeenumber staffid matricule matriculesalarie matriculeemploye idsalarie idemploye \
                     numeroemploye numerosalarie hiredate hiringdate dateembauche datedembauche datedentree \
                     dateentree anciennete contracttype typedecontrat typecontrat salary salaire salairebrut \
                     manager managern1 superieurhierarchique personalnummer eintrittsdatum fechadecontratacion \
                     numerodeempleado employmenttype employmentstatus datedeprisedeposte";
const JOBS: &str = "department departement service direction pole jobtitle poste posteoccupe fonction intituleduposte \
                    intitulededeposte position role metier abteilung stelle stellenbezeichnung puesto cargo \
                    departamento reparto bureau office site etablissement team equipe";
/// Columns that only lists of customers have.
const CUSTOMERS: &str = "customerid clientid idclient codeclient numeroclient numclient nclient customernumber \
                         customersince clientdepuis lastorder lastorderdate lastpurchase lastpurchasedate \
                         dernierecommande datedernierecommande datedelaadernierecommande dernierachat \
                         datedernierachat firstorder firstorderdate firstpurchase premierecommande premierachat \
                         datepremierachat loyaltypoints pointsfidelite cartefidelite numerocartefidelite \
                         averageorder averageordervalue aov paniermoyen segmentclient customersegment typeclient \
                         customertype kundennummer ultimacompra ultimopedido recency recence rfm rfmscore";
/// Columns that number orders: such a list has a row an order, and none for what a customer is worth.
const ORDER_IDS: &str = "orderid ordernumber orderno ordername numerodecommande numerocommande ncommande idcommande \
                         numcommande referencecommande commandeid invoice invoiceid invoicenumber facture \
                         numerodefacture numerofacture transactionid idtransaction bestellnummer numerodepedido idpedido";

fn among(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|w| w == word)
}

/// The name of a column without what says its currency or its unit: `CLV (€)`, `Prix par post en EUR`.
fn bare(name: &str) -> String {
    let name = name.split(['(', '[']).next().filter(|name| !name.trim().is_empty()).unwrap_or(name);
    let squeezed = squeeze(name);
    for unit in ["eneuros", "ineuros", "eneur", "ineur", "inusd", "euros", "eur", "usd", "gbp"] {
        if let Some(rest) = squeezed.strip_suffix(unit).filter(|rest| rest.len() >= 2) {
            return rest.to_owned();
        }
    }
    squeezed
}

/// What a column's name says that it holds, with how sure the name is (0 is the surest).
pub fn reading(name: &str) -> Option<(Field, usize)> {
    let name = bare(name);
    WORDS.iter().find_map(|(field, words)| {
        let rank = words.split_ascii_whitespace().position(|word| word == name)?;
        Some((*field, rank))
    })
}

/// Whether a list has a row for each order, so that no row tells what a customer is worth.
pub fn is_by_order(layout: &Layout) -> bool {
    layout.columns.iter().any(|name| among(ORDER_IDS, &squeeze(name)))
}

/// The column of an amount that was left alone because each row is an order.
pub fn left_alone<'a>(layout: &'a Layout, roles: &[Role]) -> Option<&'a str> {
    let amount = |name: &str| matches!(reading(name), Some((Field::Value, _)));
    let taken = roles.contains(&(Side::Row, Field::Value));
    let name = layout.columns.iter().find(|name| amount(name))?;
    (is_by_order(layout) && !taken).then_some(name)
}

/// Gives the columns of a list of people the roles of value, orders and cost. `fields` are those to look for.
pub fn settle(layout: &Layout, roles: &mut [Role], fields: &[Field]) {
    let by_order = is_by_order(layout);
    let mut found: Vec<(Field, usize, usize)> = Vec::new();
    for (column, name) in layout.columns.iter().enumerate().take(roles.len()) {
        if let Some((field, rank)) = reading(name)
            && fields.contains(&field)
            && fits(layout, column, (Side::Row, field))
            && values(layout, column).next().is_some()
        {
            found.push((field, rank, column));
        }
    }
    found.sort_unstable();
    for (field, _, column) in found {
        let whole = field == Field::Cost || !by_order;
        if whole && !roles.contains(&(Side::Row, field)) {
            roles[column] = (Side::Row, field);
        }
    }
}

/// Whether columns that no table of posts has say that this is a brand's own list, whatever dates it holds.
pub fn is_list(layout: &Layout) -> bool {
    /// Names from this rank on (`montant`, `value`) are found elsewhere too.
    const SURE: usize = 44;
    layout.columns.iter().any(|name| {
        let amount = matches!(reading(name), Some((Field::Value, rank)) if rank < SURE);
        let name = bare(name);
        amount || [STAFF, CUSTOMERS, ORDER_IDS].iter().any(|words| among(words, &name))
    })
}

/// Whose list a list of contacts is: its columns tell, else the words of its name.
pub fn list_of(layout: &Layout, roles: &[Role], file: &str) -> Option<List> {
    let columns: Vec<String> = layout.columns.iter().map(|name| bare(name)).collect();
    let any = |words: &str| columns.iter().any(|name| among(words, name));
    let has = |field| roles.contains(&(Side::Row, field));
    let company = any(
        "company companyname societe entreprise raisonsociale organisation organization account firma empresa",
    );
    let staff = any(STAFF) || columns.iter().filter(|name| among(JOBS, name)).count() >= 2 && !company;
    let customers = has(Field::Value) || has(Field::Orders) || any(CUSTOMERS) || any(ORDER_IDS);
    match (staff, customers) {
        (true, false) => Some(List::Staff),
        (false, true) => Some(List::Customers),
        _ => of_name(file),
    }
}

/// Whose list a file's own name says it is.
fn of_name(file: &str) -> Option<List> {
    const STAFF: &str = "staff hr rh employee employees employe employes employees salarie salaries personnel \
                         collaborateur collaborateurs effectif effectifs mitarbeiter personal empleados funcionarios \
                         dipendenti";
    const CUSTOMERS: &str = "crm customer customers client clients cliente clientes clienti kunden kunde buyers \
                             acheteurs acheteuses clientele fidelite loyalty";
    let folder = file.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let name = file.get(folder..).unwrap_or(file);
    let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(squeeze).collect();
    let any = |list: &str| words.iter().any(|word| among(list, word));
    match (any(STAFF), any(CUSTOMERS)) {
        (true, false) => Some(List::Staff),
        (false, true) => Some(List::Customers),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_amounts() {
        for (names, field) in [
            (
                "CLV|LTV (€)|Valeur client|Customer Lifetime Value|Chiffre d'affaires|CA|Total spent|CA total en EUR",
                Field::Value,
            ),
            ("Orders|Nb commandes|Nombre de commandes|Nombre d’achats", Field::Orders),
            ("Prix par post|Price per post (USD)|Tarif|Coût|Cost|Fee|Prix (€ HT)|Rate per post", Field::Cost),
        ] {
            for name in names.split('|') {
                assert_eq!(reading(name).map(|r| r.0), Some(field), "{name}");
            }
        }
        for name in ["Followers", "Engagement rate", "Nom", "Panier moyen", "Cost per click", "Country"] {
            assert_eq!(reading(name), None, "{name}");
        }
    }

    #[test]
    fn words_are_squeezed_and_stand_once() {
        let mut seen = std::collections::BTreeSet::new();
        for word in WORDS.iter().flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(squeeze(word), word);
            assert!(seen.insert(word), "{word} stands twice");
        }
    }

    #[test]
    fn sure_names_come_before_those_of_other_tables() {
        for (name, sure) in [("CA TTC", true), ("LTV", true), ("Revenue", false), ("Montant", false)] {
            assert_eq!(reading(name).unwrap().1 < 44, sure, "{name}");
        }
    }

    #[test]
    fn names_of_files() {
        for (name, list) in [
            ("exports/CRM_2024.csv", Some(List::Customers)),
            ("Fichier clients.xlsx/Feuil1", None),
            ("clients-fidèles.csv", Some(List::Customers)),
            ("salariés 2024.csv", Some(List::Staff)),
            ("RH.csv", Some(List::Staff)),
            ("clients_et_salaries.csv", None),
            ("chrome.csv", None),
        ] {
            assert_eq!(of_name(name), list, "{name}");
        }
    }
}
