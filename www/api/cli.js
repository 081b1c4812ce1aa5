#!/usr/bin/env node
/** @import { Receipt } from "../shared/engine.d.ts" */
/** @import { Translator } from "../shared/translate.js" */
/** @import { Study } from "./study.js" */
/** @import { Asked } from "./cli-arguments.js" */
import { openAsBlob } from "node:fs";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import enCli from "../locales/en-cli.ftl?raw";
import enMeasure from "../locales/en-measure.ftl?raw";
import enOut from "../locales/en-out.ftl?raw";
import enResults from "../locales/en-results.ftl?raw";
import enTeam from "../locales/en-team.ftl?raw";
import en from "../locales/en.ftl?raw";
import frCli from "../locales/fr-cli.ftl?raw";
import frMeasure from "../locales/fr-measure.ftl?raw";
import frOut from "../locales/fr-out.ftl?raw";
import frResults from "../locales/fr-results.ftl?raw";
import frTeam from "../locales/fr-team.ftl?raw";
import fr from "../locales/fr.ftl?raw";
import { CODES, SillageError } from "../shared/errors.js";
import { leftOut, notes, sourceOf } from "../shared/notes.js";
import { csvHeaders, errorText } from "../shared/phrases.js";
import { entriesFrom } from "../shared/people-list.js";
import { translator } from "../shared/translate.js";
import { VERSION } from "../shared/version.js";
import { togetherComplete } from "./bundle.js";
import { language, readArguments } from "./cli-arguments.js";
import { backTestCsv, backTestText } from "./cli-back-test.js";
import { chosenTeam, teamCsv, teamText } from "./cli-team.js";
import { explanationText, rankingTable, receiptText } from "./cli-text.js";
import { open } from "./node.js";

/** Accounts up to which a network file has places on a map. */
const MAPPED = 20_000;
const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 };

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  /** @param {"fr" | "en"} lang */
  const speak = (lang) => translator(lang, lang === "fr"
    ? [fr, frResults, frTeam, frMeasure, frOut, frCli] : [en, enResults, enTeam, enMeasure, enOut, enCli]);
  /** @type {Asked} */
  let asked;
  try {
    asked = readArguments(args, process.env);
  } catch (error) {
    const at = args.indexOf("--lang");
    const given = args[at + 1] === "fr" || args[at + 1] === "en" ? args[at + 1] : undefined;
    const say = speak(language(at < 0 ? undefined : given, process.env));
    process.stderr.write(`${errorText(say, SillageError.from(error))}\n${say.t("cli-see-help")}\n`);
    return EXIT.usage;
  }
  const say = speak(asked.lang);
  if (asked.command === "help") return print(`${say.t("cli-help")}\n`);
  if (asked.command === "version") return print(`sillage ${VERSION}\n`);

  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const study = await open();
  try {
    return await work(study, asked, say, stop.signal);
  } catch (error) {
    const known = SillageError.from(error);
    process.stderr.write(`${errorText(say, known)}\n`);
    return known.code === CODES.cancelled ? EXIT.interrupted : EXIT.failed;
  } finally {
    study.close();
  }
}

/**
 * @param {Study} study
 * @param {Asked} asked
 * @param {Translator} say
 * @param {AbortSignal} signal
 */
async function work(study, asked, say, signal) {
  const receipts = await read(study, asked, say, signal);
  if (asked.command === "receipt") {
    return write(asked, asked.format === "json" ? json(receipts) : receipts.map((r) => receiptText(say, r)).join("\n"));
  }
  for (const receipt of receipts) process.stderr.write(receiptText(say, receipt, asked.receipt));
  await study.configure({ ...asked.settings, ...(asked.optOut ? { optOut: await optedOut(asked.optOut) } : {}) });
  const summary = await study.analyse({ signal });
  if (summary.optOut) process.stderr.write(`${leftOut(say, summary.optOut)}\n`);
  const word = say.t("pseudonym-word");
  const named = asked.pseudonyms ? { pseudonyms: word } : {};
  if (asked.key) {
    const headers = Object.fromEntries(["pseudonym", "handle", "name", "platform", "id"].map((code) => [code, say.t(`key-${code}`)]));
    await writeFile(asked.key, await study.export("key", { pseudonyms: word, dialect: asked.lang, headers }));
  }

  if (asked.command === "team") {
    const team = await chosenTeam(study, asked, signal);
    if (asked.format === "json") return write(asked, json({ ...team, overlap: [...team.overlap] }));
    return write(asked, asked.format === "csv" ? teamCsv(team, asked.lang) : teamText(say, team, summary));
  }
  if (asked.command === "backtest") {
    const test = await study.backTest({}, { signal });
    if (asked.format === "json") return write(asked, json(test));
    return write(asked, asked.format === "csv" ? backTestCsv(test, asked.lang) : backTestText(say, test));
  }
  if (asked.command === "explain") {
    const dossier = await study.account(/** @type {string} */ (asked.account));
    return write(asked, asked.format === "json" ? json(dossier) : explanationText(say, dossier, summary));
  }
  const sort = asked.sort ?? undefined;
  if (asked.format === "table") {
    const window = await study.ranking({ sort, descending: true, from: 0, to: asked.top });
    return write(asked, rankingTable(say, window, summary));
  }
  if (asked.format === "gexf" || asked.format === "graphml") {
    // The whole network, unless fewer accounts were asked for, with places on a map where that does not take for ever.
    const layout = summary.accounts <= MAPPED ? await study.measure("layout", { communities: true }, { signal }) : null;
    const places = layout ? { places: { x: layout.columns.x ?? [], y: layout.columns.y ?? [] } } : {};
    return write(asked, await study.export(asked.format, { ...(asked.all ? {} : { top: asked.top }), ...places, ...named }));
  }
  const query = sort ? { sort, descending: true } : {};
  const options = { top: asked.top, query, ...named };
  if (asked.format === "xlsx") {
    const sources = receipts.map((receipt, at) => sourceOf(say, receipt, at, !asked.pseudonyms));
    const settings = await study.configure({});
    const basis = { say, now: Date.now(), purpose: "", named: !asked.pseudonyms, summary, settings, hash: await study.hash(), sources };
    const sheets = { ranking: say.t("sheet-ranking"), notes: say.t("sheet-notes") };
    return write(asked, await study.export("xlsx", { ...options, headers: csvHeaders(say), sheets, notes: notes(basis) }));
  }
  return write(asked, await study.export(asked.format, asked.format === "csv"
    ? { ...options, dialect: asked.lang, headers: csvHeaders(say) } : options));
}

/**
 * @param {Study} study
 * @param {Asked} asked
 * @param {Translator} say
 * @param {AbortSignal} signal
 */
async function read(study, asked, say, signal) {
  /** @type {Receipt[]} */
  const receipts = [];
  for (const path of asked.files) {
    const name = basename(resolve(path));
    try {
      const folder = await filesUnder(path);
      receipts.push(folder ? await study.addFolder(name, folder, { signal }) : await study.add(await openFile(path), { name, signal }));
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code === CODES.cancelled || known.fatal) throw known;
      if (known.code !== CODES.fileMissing) process.stderr.write(`${say.t("cli-file", { name: path })} `);
      throw known;
    }
  }
  return togetherComplete(receipts);
}

/**
 * The people of a list to leave out.
 * @param {string} path
 */
async function optedOut(path) {
  try {
    return entriesFrom(await readFile(path, "utf8"));
  } catch (error) {
    throw new SillageError(CODES.fileMissing, { name: path }, false, error);
  }
}

/**
 * The files of a folder, sorted by their paths inside it; `null` when it is no folder.
 * @param {string} folder
 */
async function filesUnder(folder) {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) return null;
  /** @type {string[]} */
  const paths = [];
  const walk = async (/** @type {string} */ at) => {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) paths.push(path);
    }
  };
  await walk(folder);
  const named = paths.map((path) => ({ path: relative(folder, path).split(sep).join("/"), at: path }));
  named.sort((a, b) => (a.path < b.path ? -1 : 1));
  return Promise.all(named.map(async ({ path, at }) => ({ path, file: await openFile(at) })));
}

/**
 * The file as a blob that is read from disk slice by slice.
 * @param {string} path
 */
async function openFile(path) {
  try {
    return await openAsBlob(path);
  } catch (error) {
    throw new SillageError(CODES.fileMissing, { name: path }, false, error);
  }
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * @param {Asked} asked
 * @param {string | Uint8Array} content
 */
async function write(asked, content) {
  if (asked.out) await writeFile(asked.out, content);
  else await print(content);
  return EXIT.ok;
}

/**
 * Waits for the pipe, so that nothing is cut when the process ends.
 * @param {string | Uint8Array} content
 * @returns {Promise<number>}
 */
function print(content) {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve(EXIT.ok)));
  });
}

process.stdout.on("error", (error) => {
  // `sillage rank … | head` closes the pipe: not an error of ours.
  process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE" ? EXIT.ok : EXIT.failed);
});

process.exitCode = await main(process.argv.slice(2));
