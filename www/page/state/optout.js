/**
 * People who asked to be left out. The engine leaves them out of everything; what is here reads their list, and keeps their
 * names out of what the page itself writes.
 *
 * @import { Settings } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 * @import { View } from "./state.js"
 * @import { Person, Plan } from "./plan.js"
 */
import { SillageError } from "../../shared/errors.js";

/** What an entry begins with that is only a fingerprint. */
const PRINT = "sha256:";
/** Whether an entry holds no name. @param {string} entry */
export function isFingerprint(entry) {
  return entry.startsWith(PRINT);
}

/** The entries that hold names, a line each, and how many hold none. @param {readonly string[]} list */
export function split(list) {
  return { names: list.filter((entry) => !isFingerprint(entry)), prints: list.filter(isFingerprint) };
}

/**
 * The list without names: each as the fingerprint of its one form, with a salt of this list.
 * @param {Study} study
 * @param {Settings} settings
 * @returns {Promise<string[]>}
 */
export async function fingerprints(study, settings) {
  await study.configure({ optOut: settings.optOut });
  return study.optOutFingerprints(salt());
}

function salt() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether names are on a list of fingerprints.
 * @param {readonly string[]} prints
 * @returns {(name: string) => Promise<boolean>}
 */
export function matcher(prints) {
  /** @type {Map<string, Set<string>>} */
  const bySalt = new Map();
  for (const [, own = "", print = ""] of prints.map((each) => each.split(":"))) {
    const known = bySalt.get(own);
    if (known) known.add(print);
    else bySalt.set(own, new Set([print]));
  }
  const encoder = new TextEncoder();
  return async (name) => {
    const bare = name.trim().replace(/^[@＠]+/, "").normalize("NFKC").toLowerCase();
    for (const [own, known] of bySalt) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(`${own}:${bare}`)));
      if (known.has(Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""))) return true;
    }
    return false;
  };
}

/**
 * What a file of the work may hold: nobody's name who asked to be left out, and their list as fingerprints.
 * @template {{ settings: Settings, view: View, plan: Plan }} W
 * @param {W} work
 * @param {Study | null} study
 * @returns {Promise<W>}
 */
export async function withoutNames(work, study) {
  const { settings, view, plan } = work;
  if (settings.optOut.length === 0) return work;
  // Without an engine, or where a browser makes no fingerprints, nothing is saved rather than a name.
  if (!study || !globalThis.crypto?.subtle) throw new SillageError("opt_out.unavailable");
  const optOut = await fingerprints(study, settings);
  const isOut = matcher(optOut);
  const { lists, audience } = settings;
  return {
    ...work,
    settings: {
      ...settings, optOut,
      lists: { employees: await those(lists.employees, isOut), customers: await those(lists.customers, isOut) },
      audience: { ...audience, accounts: await those(audience.accounts, isOut) },
    },
    view: { ...view, search: "" },
    plan: { ...plan, people: await peopleWithout(plan.people, isOut) },
  };
}

/** @param {readonly string[]} names @param {(name: string) => Promise<boolean>} isOut */
async function those(names, isOut) {
  const out = await Promise.all(names.map((name) => isOut(name)));
  return names.filter((_, at) => !out[at]);
}

/**
 * @param {readonly Person[]} people
 * @param {(name: string) => Promise<boolean>} isOut
 */
export async function peopleWithout(people, isOut) {
  const out = await Promise.all(people.map(({ handle }) => isOut(handle)));
  return people.filter((_, at) => !out[at]);
}
