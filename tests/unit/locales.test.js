// The two languages say the same things: same keys, same values inside them, nothing missing, nothing unused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { translator } from "../../www/shared/translate.js";

const WWW = new URL("../../www", import.meta.url).pathname;
const SRC = new URL("../../src", import.meta.url).pathname;

/** @param {string} lang */
const source = (lang) => readdirSync(join(WWW, "locales")).filter((name) => new RegExp(`^${lang}(-\\w+)?\\.ftl$`).test(name)).sort()
  .map((name) => readFileSync(join(WWW, "locales", name), "utf8")).join("\n");
/** @type {Record<string, string>} */
const texts = { fr: source("fr"), en: source("en") };

/**
 * @param {unknown} value
 * @param {Set<string>} names
 */
function variables(value, names = new Set()) {
  if (Array.isArray(value)) for (const each of value) variables(each, names);
  else if (value && typeof value === "object") {
    const node = /** @type {Record<string, unknown>} */ (value);
    if (node["type"] === "var") names.add(String(node["name"]));
    for (const each of Object.values(node)) variables(each, names);
  }
  return names;
}

/** @param {string} lang @returns {Map<string, string[]>} */
function messages(lang) {
  const found = new Map();
  for (const entry of new FluentResource(texts[lang] ?? "").body) {
    assert.ok(!found.has(entry.id), `${lang}: ${entry.id} stands twice`);
    found.set(entry.id, [...variables(entry.value)].sort());
  }
  return found;
}

/**
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]}
 */
function files(folder, name) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => name.test(path)).map((path) => join(folder, path));
}

const fr = messages("fr");
const en = messages("en");

test("both languages have the same messages with the same values in them", () => {
  assert.ok(fr.size > 200);
  assert.deepEqual([...fr.keys()].sort(), [...en.keys()].sort());
  for (const [id, names] of fr) assert.deepEqual(en.get(id), names, id);
});

test("every entry of a file is a message that parses", () => {
  for (const [lang, found] of /** @type {const} */ ([["fr", fr], ["en", en]])) {
    const written = (texts[lang] ?? "").match(/^[a-zA-Z][\w-]*(?= =)/gm) ?? [];
    assert.equal(written.length, found.size, lang);
  }
});

const code = files(WWW, /^(page|element|api|shared)\/.*\.js$/).map((path) => readFileSync(path, "utf8")).join("\n");
/** Keys written whole, and the beginnings of those that are put together. */
const whole = new Set([...code.matchAll(/["'`]([a-z][A-Za-z0-9-]+)["'`]/g)].map((match) => match[1]));
const begun = [...code.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].map((match) => match[1] ?? "");
/** Sub-families that `known()` puts together from two variables. */
const families = ["detected-", "format-", "limit-", "memory-", "reading-", "role-"];
/** Messages of the form `family-name-suffix`. */
const suffixed = [/^objective-\w+-help$/, /^pillar-\w+-help$/, /^accepts-\w+-title$/, /^how-\d-title$/, /^(reactors|reacts-to)-(title|none)$/];

test("no message is unused", () => {
  const unused = [...fr.keys()].filter((id) => !whole.has(id) && !begun.some((start) => id.startsWith(start))
    && !families.some((start) => id.startsWith(start)) && !suffixed.some((form) => form.test(id)));
  assert.deepEqual(unused, []);
});

test("no message is missing", () => {
  const asked = [...code.matchAll(/\bt\("([a-z][\w-]*)"|announce\("([a-z][\w-]*)"/g)].map((match) => match[1] ?? match[2] ?? "");
  assert.ok(asked.length > 80);
  assert.deepEqual(asked.filter((id) => !fr.has(id)), []);
  for (const start of new Set(begun)) {
    assert.ok([...fr.keys()].some((id) => id.startsWith(start)) || /^(range|sillage|sil)-$/.test(start), `nothing begins with ${start}`);
  }
});

/** @param {string} text @param {RegExp} form */
const found = (text, form) => [...new Set([...text.matchAll(form)].map((match) => match[1] ?? ""))];
/** @param {string} code */
const slug = (code) => code.replace(/[^a-z0-9]+/gi, "-");

test("every code of the engine has its message", () => {
  const rust = files(SRC, /\.rs$/).filter((path) => !/tests?\.rs$/.test(path))
    .map((path) => readFileSync(path, "utf8").replace(/#\[cfg\(test\)\][\s\S]*$/, "")).join("\n");
  const errors = found(rust, /ErrorKind::\w+(?: \{ \.\. \})? => "([a-z]+\.[a-z_]+)"/g);
  assert.ok(errors.length >= 8);
  const findings = found(rust, /say\(\s*"([a-z_]+)"/g).concat(found(rust, /say\(if \w+ \{ "([a-z_]+)" \}/g), found(rust, /say\(if \w+ \{ "[a-z_]+" \} else \{ "([a-z_]+)" \}/g));
  const reasons = found(rust, /(?:missing\([^)]*|reason = if \w+ \{ )"([a-z_]+)"/g).concat(found(rust, /else \{ "(no_[a-z]+)" \}/g));
  const units = found(rust.match(/pub enum Unit \{([\s\S]*?)\n\}/)?.[1] ?? "", /^ {4}(\w+),/gm)
    .map((name) => name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
  const issues = found(rust, /(?:add|note|note_file|repair|drop)\(\s*"([a-z_]+\.[a-z_]+)"/g)
    .concat(found(rust, /fault\([^"\n]*"([a-z_]+\.[a-z_]+)"/g), found(rust, /let code = if [\w.]+ \{ "([a-z_]+\.[a-z_]+)" \}/g), found(rust, /else \{ "(json\.[a-z_]+)" \}/g));
  const roles = found(readFileSync(join(SRC, "platform/roles.rs"), "utf8").match(/const CODES[\s\S]*?\n\};/)?.[0] ?? "", /\("([a-z_]+)",/g);
  const readings = found(rust.match(/fn date_reading[\s\S]*?\n\}/)?.[0] ?? "", /"([a-z ]+)"/g)
    .concat(found(rust.match(/pub fn reading\(self\)[\s\S]*?\n {4}\}/)?.[0] ?? "", /"([a-z ]+)"/g));
  const kinds = found(rust.match(/pub fn container[\s\S]*?\n\}/)?.[0] ?? "", /(?:=>|,) "([a-z0-9]+)"/g);
  const formats = [...rust.matchAll(/pub const (?:FORMATS|XML|TEXT): [^=]*= \[([^\]]*)\]/g)].flatMap((match) => found(match[1] ?? "", /"([a-z0-9_]+)"/g));
  formats.push(...found(rust, /^ {4}code: "([a-z0-9_]+)",/gm));
  const skipped = found(rust, /Skip\("([a-z_]+\.[a-z_]+)"/g);
  assert.ok(skipped.length >= 3);
  assert.ok(issues.length > 20 && roles.length > 40 && readings.length > 8 && kinds.length > 10 && formats.length >= 7);
  /** @type {[string, string[]][]} */
  const all = [["error", errors], ["finding", findings], ["reason", reasons], ["unit", units], ["issue", issues],
    ["role", roles], ["reading", readings], ["detected", kinds], ["format", formats],
    ["skipped", skipped]];
  for (const [family, codes] of all) {
    const missing = codes.map((each) => `${family}-${slug(each)}`).filter((id) => !fr.has(id));
    assert.deepEqual(missing, [], `${family}: no message for ${missing.join(", ")}`);
  }
});

test("French is set with its own spaces", () => {
  const lines = (texts["fr"] ?? "").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.replace(/^[\w-]+ = /, ""));
  const wrong = lines.filter((line) => /[^\s*[-] [;!?](\s|$)| :(\s|$)|« | »|\d %|\} %/.test(line.replace(/--.*/, "")));
  assert.deepEqual(wrong, []);
  assert.ok((texts["fr"] ?? "").includes("\u202f?"));
  assert.deepEqual(lines.filter((line) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(line)), [], "straight apostrophes");
});

test("numbers and plurals follow the language", () => {
  const say = translator("fr", texts["fr"] ?? "");
  assert.equal(say.t("matched", { count: 0 }).replace(/\s/g, " "), "0 compte");
  assert.equal(say.t("matched", { count: 12431 }).replace(/\s/g, " "), "12 431 comptes");
  assert.equal(translator("en", texts["en"] ?? "").t("matched", { count: 0 }), "0 accounts");
  assert.equal(say.number(null), "–");
  assert.equal(say.number(Number.NaN), "–");
  assert.equal(say.percent(0.5).replace(/\s/g, " "), "50 %");
});

test("text from data cannot turn a sentence around", () => {
  const say = translator("en", texts["en"] ?? "");
  const said = say.t("error-account-unknown", { asked: "\u202Egro.\u0000elgoog\n{ $name }" });
  assert.doesNotMatch(said, /[\u0000-\u001f\u202e]/);
  assert.match(said, /\{ \$name \}/);
});
