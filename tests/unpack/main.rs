//! Archives and workbooks: honest ones of every kind, and the hostile ones, built here.

mod archives;
mod damage;
mod support;
mod workbooks;
