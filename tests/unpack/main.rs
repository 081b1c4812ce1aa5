//! Archives and workbooks: honest ones of every kind, and the hostile ones, built here.

mod archives;
mod support;
mod workbooks;
