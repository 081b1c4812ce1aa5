/** @import { Objective, SettingsPatch } from "../shared/engine.d.ts" */
import { parseArgs } from "node:util";
import { SillageError } from "../shared/errors.js";
import { OBJECTIVES, cleanBrief, halfLifeFrom, isObjective, timeFrom } from "../shared/settings.js";

const OPTIONS = /** @type {const} */ ({
  objective: { type: "string" },
  brief: { type: "string" },
  top: { type: "string" },
  format: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  "half-life": { type: "string" },
  sort: { type: "string" },
  account: { type: "string" },
  lang: { type: "string" },
  out: { type: "string" },
  receipt: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
});

export const COMMANDS = /** @type {const} */ (["rank", "receipt", "explain"]);
const FORMATS = /** @type {const} */ (["table", "csv", "json", "gexf", "graphml"]);
const SORTS = /** @type {const} */ (["score", "credit"]);
/** Rows that one window of a ranking may hold, as in `src/limits.rs`. */
const MAX_TOP = 10_000;

/**
 * What was asked for on the command line.
 * @typedef {object} Asked
 * @property {"help" | "version" | typeof COMMANDS[number]} command
 * @property {string[]} files
 * @property {SettingsPatch} settings
 * @property {number} top
 * @property {boolean} all no number of accounts was given
 * @property {typeof FORMATS[number]} format
 * @property {typeof SORTS[number] | null} sort
 * @property {string | null} account
 * @property {"fr" | "en"} lang
 * @property {string | null} out
 * @property {boolean} receipt
 */

/**
 * @param {string[]} args without `node` and the script
 * @param {Record<string, string | undefined>} [env]
 * @returns {Asked}
 * @throws {SillageError} `usage.*`, to be shown with the exit code 2
 */
export function readArguments(args, env = {}) {
  const { values, positionals } = parsed(args);
  const lang = language(values.lang, env);
  /** @type {Asked} */
  const asked = {
    command: "help", files: [], settings: {}, top: 20, all: false, format: "table", sort: null, account: null, lang,
    out: values.out ?? null, receipt: values.receipt === true,
  };
  if (values.version) return { ...asked, command: "version" };
  if (values.help || positionals.length === 0) return asked;

  const [command = "", ...files] = positionals;
  if (!is(COMMANDS, command)) throw new SillageError("usage.command", { given: command });
  if (files.length === 0) throw new SillageError("usage.files", { command });
  asked.command = command;
  asked.files = files;
  asked.format = choice("format", values.format, FORMATS) ?? "table";
  asked.sort = choice("sort", values.sort, SORTS);
  asked.account = values.account ?? null;
  if (command === "explain" && !asked.account) throw new SillageError("usage.account");
  if (values.top !== undefined) {
    if (!/^\d{1,5}$/.test(values.top) || Number(values.top) < 1 || Number(values.top) > MAX_TOP) {
      throw new SillageError("usage.value", { option: "--top", given: values.top, expected: `1…${MAX_TOP}` });
    }
    asked.top = Number(values.top);
  }
  asked.all = values.top === undefined;
  asked.settings = settings(values);
  return asked;
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const given = /'([^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    throw new SillageError("usage.option", { given }, false, error);
  }
}

/** @param {{ objective?: string, brief?: string, from?: string, to?: string, "half-life"?: string }} values */
function settings(values) {
  /** @type {SettingsPatch} */
  const patch = {};
  if (values.objective !== undefined) {
    if (!isObjective(values.objective)) throw unexpected("objective", values.objective, OBJECTIVES.join(", "));
    patch.objective = /** @type {Objective} */ (values.objective);
  }
  if (values.brief !== undefined) patch.brief = cleanBrief(values.brief);
  const from = moment("from", values.from);
  const to = moment("to", values.to);
  if (from !== null || to !== null) {
    if (from !== null && to !== null && from >= to) throw unexpected("to", values.to ?? "", `> ${values.from}`);
    patch.window = { from, to };
  }
  if (values["half-life"] !== undefined) {
    const halfLifeDays = halfLifeFrom(values["half-life"]);
    if (halfLifeDays === undefined) throw unexpected("half-life", values["half-life"], "auto, none, 7, 30…");
    patch.ties = { halfLifeDays };
  }
  return patch;
}

/**
 * @param {string} option
 * @param {string | undefined} text
 */
function moment(option, text) {
  if (text === undefined) return null;
  const time = timeFrom(text);
  if (time === null) throw unexpected(option, text, "2024-05-01, 2024-05-01T12:00Z");
  return time;
}

/**
 * The language asked for, else that of the environment, else English.
 * @param {string | undefined} given
 * @param {Record<string, string | undefined>} env
 * @returns {"fr" | "en"}
 */
export function language(given, env) {
  if (given !== undefined) return choice("lang", given, /** @type {const} */ (["fr", "en"])) ?? "en";
  const value = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^fr([_.@-]|$)/i.test(value) ? "fr" : "en";
}

/**
 * @template {string} T
 * @param {string} option
 * @param {string | undefined} given
 * @param {readonly T[]} allowed
 * @returns {T | null}
 */
function choice(option, given, allowed) {
  if (given === undefined) return null;
  if (!is(allowed, given)) throw unexpected(option, given, allowed.join(", "));
  return given;
}

/**
 * @template {string} T
 * @param {readonly T[]} allowed
 * @param {string} given
 * @returns {given is T}
 */
function is(allowed, given) {
  return allowed.includes(/** @type {T} */ (given));
}

/**
 * @param {string} option
 * @param {string} given
 * @param {string} expected
 */
function unexpected(option, given, expected) {
  return new SillageError("usage.value", { option: `--${option}`, given, expected });
}
