//! Who the owner of an archive of X is, in the files that hold one object.

use super::Owner;
use crate::error::Result;
use crate::model::{AccountIn, Builder, Platform};
use crate::platform::json::{Adapter, At, JsonAdapter, Value, id, id_of, text};
use crate::platform::ledger::Ledger;
use std::borrow::Cow;

/// The files of such an archive that say whose it is and hold one object: `manifest.js`, and `user_details.js` of the
/// archives of 2012 to 2018.
pub const ADAPTER: Adapter = Adapter {
    code: "x_archive",
    paths: &["userInfo", "id", "screen_name", "full_name", "bio"],
    open: |head| {
        let manifest = head.variable.ends_with("__THAR_CONFIG")
            || head.has_key("userInfo") && head.has_key("archiveInfo");
        let known = manifest || matches!(head.variable, "user_details" | "payload_details");
        let owner = Owner::of(Platform::X, head.bundle);
        known.then(|| Box::new(Manifest { owner, said: Default::default() }) as Box<dyn JsonAdapter>)
    },
};

#[derive(Debug)]
struct Manifest {
    owner: Owner,
    /// Id, handle, name and self-description, as they come.
    said: [Option<String>; 4],
}

impl JsonAdapter for Manifest {
    fn record(
        &mut self,
        which: usize,
        value: &Value<'_>,
        place: &mut At,
        ledger: &mut Ledger,
        into: &mut Builder,
    ) -> Result<()> {
        if which == 0 {
            place.open(ledger);
            let own = id(value, "accountId");
            let name = AccountIn {
                name: text(value, "displayName"),
                ..AccountIn::named(Platform::X, own.as_deref(), text(value, "userName"))
            };
            return self.owner.is(&name, value, ledger, into);
        }
        if which == 2 {
            place.open(ledger);
            ledger.keep(None);
        }
        if let Some(held) = self.said.get_mut(which - 1) {
            *held = id_of(value).map(Cow::into_owned);
        }
        Ok(())
    }

    fn finish(&mut self, _ledger: &mut Ledger, into: &mut Builder) -> Result<()> {
        let [own, handle, name, bio] = &self.said;
        if handle.is_none() {
            return Ok(());
        }
        let account = AccountIn {
            name: name.as_deref(),
            bio: bio.as_deref(),
            ..AccountIn::named(Platform::X, own.as_deref(), handle.as_deref())
        };
        self.owner.is_also(&account, into)
    }
}
