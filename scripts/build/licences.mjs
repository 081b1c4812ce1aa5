import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./paths.mjs";
import { output } from "./run.mjs";

/**
 * @typedef {{ name: string, version: string, license: string, text: string }} Part
 * @typedef {{ id: string, name: string, version: string, license: string | null, manifest_path: string,
 *   targets: { kind: string[] }[] }} Crate
 * @typedef {{ id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }} CrateNode
 */

/**
 * Writes the names, licences and licence texts of every library that is inside what ships.
 * @param {string} folder
 * @param {Iterable<string>} modules paths of the modules that were bundled
 */
export async function writeLicences(folder, modules) {
  const parts = [...npmParts(modules), ...(await crateParts()), FONT, LEXICONS];
  const lines = [
    "Sillage holds the libraries below. Each comes under the licence named beside it.",
    ...parts.map(({ name, version, license, text }) => `\n${"=".repeat(80)}\n${name} ${version} (${license})\n\n${text || withoutText(license)}`),
  ];
  writeFileSync(path.join(folder, "THIRD-PARTY-LICENSES.txt"), `${lines.join("\n")}\n`);
}

/** The typeface of the page. @type {Part} */
const FONT = {
  name: "Newsreader", version: "2020", license: "OFL-1.1", text: readFileSync(inRoot("www", "fonts", "OFL.txt"), "utf8"),
};

/** The words of feeling inside the engine. @type {Part} */
const LEXICONS = {
  name: "vaderSentiment 3.3.2 and vaderSentiment-fr", version: "1.3.4", license: "MIT",
  text: readFileSync(inRoot("src", "text", "tone", "lexicon", "NOTICE.txt"), "utf8"),
};

/** @param {string} license */
const withoutText = (license) =>
  `The package holds no copy of its licence; the text of ${license} is at https://spdx.org/licenses/${license}.html`;

/**
 * @param {Iterable<string>} modules
 * @returns {Part[]}
 */
function npmParts(modules) {
  /** @type {Map<string, Part>} */
  const parts = new Map();
  for (const module of modules) {
    // The folder that the module itself lies in: a package may stand inside another one that needs a version of its own.
    const [folder, name] = /^\0?(.*node_modules\/((?:@[^/]+\/)?[^/]+))/.exec(module)?.slice(1) ?? [];
    if (!folder || !name || parts.has(name)) continue;
    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    parts.set(name, { name, version: manifest.version, license: manifest.license, text: textIn(folder) });
  }
  return [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The crates that are linked into the module: what only runs while it is compiled is left out.
 * @returns {Promise<Part[]>}
 */
async function crateParts() {
  const text = await output("cargo", ["metadata", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"]);
  if (!text) throw new Error("cargo metadata failed");
  const metadata = JSON.parse(text);
  /** @type {Map<string, Crate>} */
  const crates = new Map(metadata.packages.map((/** @type {Crate} */ crate) => [crate.id, crate]));
  /** @type {Map<string, CrateNode>} */
  const nodes = new Map(metadata.resolve.nodes.map((/** @type {CrateNode} */ node) => [node.id, node]));
  /** @type {Set<string>} */
  const linked = new Set([metadata.resolve.root]);
  for (const id of linked) {
    for (const { pkg, dep_kinds } of nodes.get(id)?.deps ?? []) {
      const normal = dep_kinds.some(({ kind }) => kind === null);
      const macro = crates.get(pkg)?.targets.some(({ kind }) => kind.includes("proc-macro"));
      if (normal && !macro) linked.add(pkg);
    }
  }
  linked.delete(metadata.resolve.root);
  return [...linked]
    .flatMap((id) => crates.get(id) ?? [])
    .map(({ name, version, license, manifest_path }) => ({
      name, version, license: license ?? "see below", text: textIn(path.dirname(manifest_path)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The licence files of a package, one after the other.
 * @param {string} folder
 */
function textIn(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name) && !/\.(js|json)$/i.test(name));
  return names
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      try {
        return [readFileSync(file, "utf8").trim()];
      } catch {
        return []; // a folder of licences; the name above tells which
      }
    })
    .join("\n\n");
}
