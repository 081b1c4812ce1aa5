//! What every target asserts: an import never panics, accounts for every record, and is the same by any slices.

use sillage::issue::Receipt;
use sillage::model::{Builder, Dataset};
use sillage::platform::{ImportOptions, Importer};

/// All that an import says and makes, or the code of its refusal.
type Outcome = Result<(Receipt, usize, usize, usize), &'static str>;

/// Imports bytes by slices of `chunk`.
pub fn import(name: &str, bytes: &[u8], chunk: usize, options: &ImportOptions) -> Outcome {
    let read = || {
        let mut builder = Builder::new();
        builder.begin_file();
        let mut importer = Importer::new(name, options.clone())?;
        for slice in bytes.chunks(chunk.max(1)) {
            importer.push(slice, &mut builder)?;
        }
        let receipt = importer.finish(&mut builder)?;
        let data = Dataset::of(&builder)?;
        Ok((receipt, data.accounts.len(), data.posts.known, data.ties.len()))
    };
    read().map_err(|error: sillage::error::Error| error.code())
}

/// Imports bytes whole and by slices, and holds the two against each other.
pub fn check(name: &str, bytes: &[u8], chunk: usize, options: &ImportOptions) {
    let whole = import(name, bytes, usize::MAX, options);
    if let Ok((receipt, _, posts, _)) = &whole {
        assert_eq!(receipt.seen, receipt.kept + receipt.dropped, "every record is kept or dropped");
        assert!(receipt.repaired <= receipt.kept, "what is repaired is kept");
        assert!(receipt.posts as usize >= *posts, "a post is counted when it is added");
    }
    assert_eq!(import(name, bytes, chunk, options), whole, "by slices of {chunk}");
}
