//! An import, and what it made, in words.

use sillage::error::Result;
use sillage::issue::Receipt;
use sillage::model::{Builder, Dataset};
use sillage::platform::{ImportOptions, Importer};

/// An imported file and the study that it makes.
pub struct Import {
    pub receipt: Receipt,
    builder: Builder,
    data: Dataset,
}

pub fn try_import(bytes: &[u8], chunk: usize, options: ImportOptions) -> Result<(Receipt, Builder)> {
    let mut builder = Builder::new();
    builder.begin_file();
    let mut importer = Importer::new("file", options)?;
    for slice in bytes.chunks(chunk.max(1)) {
        importer.push(slice, &mut builder)?;
    }
    let receipt = importer.finish(&mut builder)?;
    assert_eq!(receipt.seen, receipt.kept + receipt.dropped);
    Ok((receipt, builder))
}

pub fn import_with(bytes: &[u8], options: ImportOptions) -> Import {
    let (receipt, builder) = try_import(bytes, usize::MAX, options).unwrap();
    let data = Dataset::of(&builder).unwrap();
    Import { receipt, builder, data }
}

/// Several files of one bundle, by name and content, in this order. The receipt is that of the last one.
pub fn import_bundle(bundle: &str, files: &[(&str, &[u8])]) -> (Vec<Receipt>, Import) {
    let mut builder = Builder::new();
    let mut receipts = Vec::new();
    for (name, bytes) in files {
        builder.begin_file();
        let options = ImportOptions { bundle: bundle.to_string(), ..ImportOptions::default() };
        let mut importer = Importer::new(name, options).unwrap();
        bytes.chunks(1 << 16).for_each(|slice| importer.push(slice, &mut builder).unwrap());
        let receipt = importer.finish(&mut builder).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(receipt.seen, receipt.kept + receipt.dropped, "{name}");
        receipts.push(receipt);
    }
    let data = Dataset::of(&builder).unwrap();
    let receipt = receipts.last().unwrap().clone();
    (receipts, Import { receipt, builder, data })
}

pub fn import(bytes: impl AsRef<[u8]>) -> Import {
    import_with(bytes.as_ref(), ImportOptions::default())
}

pub fn code(bytes: impl AsRef<[u8]>) -> &'static str {
    try_import(bytes.as_ref(), usize::MAX, ImportOptions::default()).unwrap_err().code()
}

/// The format, the rows that were kept, and the ties.
pub fn gives(found: &Import, format: &str, kept: u64, ties: &[&str]) {
    assert_eq!((found.receipt.format, found.receipt.kept), (format, kept), "{:?}", found.issues());
    assert_eq!(found.ties(), ties, "{:?}", found.roles());
}

/// Three rows that many tools would write: a post that names somebody, one who passes it on, one who answers it.
pub fn tells_of_a_post_passed_on(found: &Import, format: &str) {
    let ties = ["cafe_lumen mention atelier_nova", "nina repost cafe_lumen", "omar reply cafe_lumen"];
    gives(found, format, 3, &ties);
    assert_eq!((found.followers("cafe_lumen"), found.followers("nina")), (1500.0, 90.0));
    assert_eq!(found.likes("1740000000000000001"), Some(42.0));
    assert_eq!(found.likes("1740000000000000003"), Some(3.0));
}

impl Import {
    fn account(&self, account: u32) -> String {
        let accounts = &self.data.accounts;
        let strings = self.builder.strings();
        let handle = strings.get_some(accounts.handle[account as usize]);
        handle.unwrap_or_else(|| strings.get(accounts.key[account as usize])).to_lowercase()
    }

    /// `from layer to`, in order; an account with itself too.
    pub fn ties(&self) -> Vec<String> {
        let ties = &self.data.ties;
        let mut words: Vec<String> = (0..ties.len())
            .map(|i| {
                format!(
                    "{} {} {}",
                    self.account(ties.from[i]),
                    ties.layer[i].name(),
                    self.account(ties.to[i])
                )
            })
            .collect();
        words.sort();
        words
    }

    /// Index of an account by its handle.
    pub fn find(&self, handle: &str) -> usize {
        (0..self.data.accounts.len())
            .find(|&i| self.account(i as u32) == handle)
            .unwrap_or_else(|| panic!("no account {handle}"))
    }

    pub fn followers(&self, handle: &str) -> f64 {
        self.data.accounts.followers[self.find(handle)]
    }

    pub fn name(&self, handle: &str) -> Option<&str> {
        self.builder.strings().get_some(self.data.accounts.name[self.find(handle)])
    }

    pub fn bio(&self, handle: &str) -> Option<&str> {
        self.builder.strings().get_some(self.data.accounts.bio[self.find(handle)])
    }

    /// The accounts, a column each.
    pub fn accounts_column(&self) -> &sillage::model::Accounts {
        &self.data.accounts
    }

    /// How many accounts there are.
    pub fn accounts(&self) -> usize {
        self.data.accounts.len()
    }

    pub fn platform(&self, handle: &str) -> &'static str {
        self.data.accounts.platform[self.find(handle)].name()
    }

    /// `author kind id time text`, in order.
    pub fn posts(&self) -> Vec<String> {
        let posts = &self.data.posts;
        let strings = self.builder.strings();
        let mut words: Vec<String> = (0..posts.known)
            .map(|i| {
                format!(
                    "{} {:?} {} {:?} {}",
                    self.account(posts.author[i]),
                    posts.kind[i],
                    posts.id[i]
                        .to_text(strings)
                        .as_deref()
                        .filter(|id| !id.starts_with("made-"))
                        .unwrap_or("?"),
                    posts.time.at(i).map(|t| t / 1000),
                    strings.get_some(posts.text[i]).unwrap_or("?"),
                )
            })
            .collect();
        words.sort();
        words
    }

    /// Likes of the post of that id.
    pub fn likes(&self, id: &str) -> Option<f64> {
        let posts = &self.data.posts;
        let strings = self.builder.strings();
        let post = (0..posts.known).find(|&i| posts.id[i].to_text(strings).as_deref() == Some(id)).unwrap();
        posts.count(0, post)
    }

    /// Likes of the post whose text begins so.
    pub fn likes_of(&self, text: &str) -> Option<f64> {
        let posts = &self.data.posts;
        let strings = self.builder.strings();
        let begins = |i: &usize| strings.get_some(posts.text[*i]).is_some_and(|t| t.starts_with(text));
        posts.count(0, (0..posts.known).find(begins).unwrap())
    }

    /// `code×count`, in order of the receipt.
    pub fn issues(&self) -> Vec<String> {
        self.receipt.issues.iter().map(|i| format!("{}×{}", i.code, i.count)).collect()
    }

    /// `column=role`, ignored ones left out.
    pub fn roles(&self) -> Vec<String> {
        let read = self.receipt.columns.iter().filter(|c| c.role != "ignored");
        read.map(|c| format!("{}={}", c.name, c.role)).collect()
    }

    /// seen, kept, dropped, repaired.
    pub fn rows(&self) -> (u64, u64, u64, u64) {
        let r = &self.receipt;
        (r.seen, r.kept, r.dropped, r.repaired)
    }
}
