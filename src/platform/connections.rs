//! `Connections.csv` of a download from LinkedIn: the people that its owner is connected with, both ways.
//!
//! The header stands below a note, in the language of the account; older files have no addresses of profiles.

use super::naming::squeeze;
use super::roles::{Field, IGNORED, Side};
use super::tools::Found;
use crate::ingest::layout::Layout;

const FIRST: &str = "firstname prenom vorname nombre nome primernombre primeironome";
const LAST: &str = "lastname nom nomdefamille nachname apellidos apellido sobrenome apelido cognome";
const SINCE: &str = "connectedon connexionle connectele connecteele enrelationdepuis datedeconnexion verbundenam \
                     verbundenseit kontaktseit conectadoel fechadeconexion conectadoem dataconexao datadaconexao \
                     conectadodesde collegatoil";
const WORK: &str = "company entreprise societe firma unternehmen empresa azienda position poste intitule fonction cargo \
                    puesto posicao posizione stelle";

/// The roles of the columns when the table is such a list.
pub fn detect(layout: &Layout) -> Option<Found> {
    layout.header_line?;
    let names: Vec<String> = layout.columns.iter().map(|name| squeeze(name)).collect();
    let find = |words: &str| names.iter().position(|name| words.split_ascii_whitespace().any(|w| w == name));
    let (first, last) = (find(FIRST)?, find(LAST)?);
    let url = find("url profileurl urlduprofil profilurl urldelperfil urldoperfil");
    let since = find(SINCE);
    let work = names.iter().filter(|name| WORK.split_ascii_whitespace().any(|w| w == *name)).count();
    if first == last || (since.is_none() && (url.is_none() || work < 2)) || (since.is_some() && work == 0) {
        return None;
    }
    let mut found = Found::from(vec![IGNORED; names.len()]);
    let mut set = |column: Option<usize>, field| {
        if let Some(column) = column {
            found.roles[column] = (Side::Row, field);
        }
    };
    set(Some(first), Field::FirstName);
    set(Some(last), Field::LastName);
    set(url, Field::Url);
    set(since, Field::Time);
    let mail = names.iter().position(|name| {
        name.contains("email")
            || name.contains("mail")
            || name.contains("correo")
            || name.contains("courriel")
    });
    set(mail, Field::Email);
    Some(found)
}
