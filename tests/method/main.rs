//! The method, as it is told, is the method that is computed: version, weights and constants of the code stand in both
//! documents, each in its own section. A constant that changes in one place alone fails here.

mod document;
mod documents;
mod people;
mod scores;
mod study;
mod ties;
