//! Two engines and one file (see `platform::part`).

use super::{FileState, Session, not_open};
use crate::error::Result;
use crate::model::{Builder, Mark, Piece, PieceRef};
use crate::platform::{ImportOptions, Importer};

impl Session {
    /// Prepares to read parts of a file for another session: `head` are its first bytes. Returns whether the file can be
    /// shared. This session is good for nothing else afterwards.
    ///
    /// # Errors
    /// As [`Session::push`].
    pub fn begin_parts(&mut self, name: &str, options: ImportOptions, head: &[u8]) -> Result<bool> {
        *self = Session { builder: Builder::taping(), ..Session::default() };
        let mut importer = Box::new(Importer::new(name, options)?);
        let shared = importer.begin_parts(head)?;
        self.files.push(FileState::Reading(importer, Mark::default()));
        Ok(shared)
    }

    /// Begins a part: `near` are bytes from `at` on. Returns where its first record begins; none where that cannot be
    /// told.
    ///
    /// # Errors
    /// `argument.invalid` before [`Session::begin_parts`].
    pub fn next_part(&mut self, at: u64, near: &[u8]) -> Result<Option<u64>> {
        self.builder = Builder::taping();
        match self.files.last_mut() {
            Some(FileState::Reading(importer, _)) => importer.next_part(at, near),
            _ => Err(not_open(0)),
        }
    }

    /// Reads the next bytes of the part. Where `give` is set, returns what became of all that was read since the last
    /// time, for [`Session::read_piece`] of the other session. `last` ends the file.
    ///
    /// # Errors
    /// As [`Session::push`].
    pub fn read_part(&mut self, bytes: &[u8], give: bool, last: bool) -> Result<Piece> {
        match self.files.last_mut() {
            Some(FileState::Reading(importer, _)) => importer.read_part(bytes, give, last, &mut self.builder),
            _ => Err(not_open(0)),
        }
    }

    /// Takes in what another session read of a file that is open here. Returns `false`, and changes nothing, where that
    /// does not go on from what was read here: [`Session::resume`] and [`Session::push`] then do.
    ///
    /// # Errors
    /// As [`Session::push`].
    pub fn read_piece(&mut self, file: usize, piece: PieceRef<'_>) -> Result<bool> {
        match self.files.get_mut(file) {
            Some(FileState::Reading(importer, _)) => {
                let read = importer.read_piece(piece, &mut self.builder);
                if read.is_err() {
                    self.files[file] = FileState::Failed;
                }
                read
            }
            _ => Err(not_open(file)),
        }
    }

    /// From where in the file on bytes are to be pushed, after pieces were taken in.
    ///
    /// # Errors
    /// `argument.invalid` for a file that is not open.
    pub fn resume(&mut self, file: usize) -> Result<u64> {
        match self.files.get_mut(file) {
            Some(FileState::Reading(importer, _)) => Ok(importer.resume()),
            _ => Err(not_open(file)),
        }
    }
}
