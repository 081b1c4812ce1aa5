/** @import { Objective, SettingsPatch, SizeTier, TeamOptions } from "../shared/engine.d.ts" */
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
  "opt-out": { type: "string" },
  pseudonyms: { type: "boolean" },
  key: { type: "string" },
  receipt: { type: "boolean" },
  json: { type: "boolean" },
  csv: { type: "boolean" },
  size: { type: "string" },
  budget: { type: "string" },
  costs: { type: "string" },
  "must-have": { type: "string" },
  exclude: { type: "string" },
  competitors: { type: "string" },
  "min-authenticity": { type: "string" },
  "per-community": { type: "string" },
  model: { type: "string" },
  probabilities: { type: "string" },
  hops: { type: "string" },
  seconds: { type: "string" },
  seed: { type: "string" },
  messages: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
});

const COMMANDS = /** @type {const} */ (["rank", "receipt", "explain", "team", "backtest"]);
const FORMATS = /** @type {const} */ (["table", "csv", "xlsx", "json", "gexf", "graphml"]);
const SORTS = /** @type {const} */ (["score", "credit"]);
const MODELS = /** @type {const} */ (["independentCascade", "linearThreshold", "creditDistribution"]);
const PROBABILITIES = /** @type {const} */ (["auto", "learned", "weightedCascade"]);
const TIERS = /** @type {readonly SizeTier[]} */ (["below", "nano", "micro", "mid", "macro", "mega"]);
/** Options that only `team` takes. */
const OF_TEAM = /** @type {const} */ (["size", "budget", "costs", "must-have", "exclude", "competitors", "min-authenticity", "per-community",
  "model", "probabilities", "hops", "messages", "seconds", "seed"]);
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
 * @property {string | null} optOut file with the people to leave out
 * @property {boolean} pseudonyms
 * @property {string | null} key file that the key to pseudonyms goes to
 * @property {typeof FORMATS[number]} format
 * @property {typeof SORTS[number] | null} sort
 * @property {string | null} account
 * @property {"fr" | "en"} lang
 * @property {string | null} out
 * @property {boolean} receipt
 * @property {TeamOptions} team what `team` may choose
 * @property {{ mustHave: string[], exclude: string[], competitors: string[] }} named accounts of it, by handle
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
    out: values.out ?? null, receipt: values.receipt === true, team: {}, named: { mustHave: [], exclude: [], competitors: [] },
    optOut: values["opt-out"] ?? null, pseudonyms: values.pseudonyms === true || values.key !== undefined, key: values.key ?? null,
  };
  if (values.version) return { ...asked, command: "version" };
  if (values.help || positionals.length === 0) return asked;

  const [command = "", ...files] = positionals;
  if (!is(COMMANDS, command)) throw new SillageError("usage.command", { given: command });
  if (files.length === 0) throw new SillageError("usage.files", { command });
  asked.command = command;
  asked.files = files;
  asked.format = choice("format", values.format, FORMATS) ?? (values.json ? "json" : values.csv ? "csv" : "table");
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
  if (command !== "team") {
    const foreign = OF_TEAM.find((option) => values[option] !== undefined);
    if (foreign) throw new SillageError("usage.option", { given: `--${foreign}` });
    return asked;
  }
  asked.team = team(values);
  const handles = (/** @type {string | undefined} */ text) => (text ?? "").split(/[,\s]+/).filter(Boolean);
  asked.named = { mustHave: handles(values["must-have"]), exclude: handles(values.exclude), competitors: handles(values.competitors) };
  return asked;
}

/**
 * What a team may be.
 * @param {Partial<Record<typeof OF_TEAM[number], string>>} values
 * @returns {TeamOptions}
 */
function team(values) {
  /** @type {TeamOptions} */
  const options = {};
  const number = (/** @type {typeof OF_TEAM[number]} */ option, /** @type {number} */ low, /** @type {number} */ high, whole = true) => {
    const given = values[option];
    if (given === undefined) return undefined;
    const value = /^\d+([.,]\d+)?$/.test(given) ? Number(given.replace(",", ".")) : NaN;
    if (!(value >= low && value <= high) || (whole && !Number.isInteger(value))) throw unexpected(option, given, `${low}…${high}`);
    return value;
  };
  const size = number("size", 1, 500);
  if (size !== undefined) options.size = size;
  const budget = number("budget", 0, Number.MAX_SAFE_INTEGER, false);
  if (budget !== undefined) options.budget = budget;
  const least = number("min-authenticity", 0, 100, false);
  if (least !== undefined) options.minConfidence = least;
  const most = number("per-community", 1, 500);
  if (most !== undefined) options.perCommunity = most;
  if (values.hops === "none") options.hops = null;
  else {
    const hops = number("hops", 1, 100);
    if (hops !== undefined) options.hops = hops;
  }
  const messages = number("messages", 1, 1_000);
  if (messages !== undefined) options.messages = messages;
  const seconds = number("seconds", 0, 600, false);
  if (seconds !== undefined) options.seconds = seconds;
  const seed = number("seed", 0, Number.MAX_SAFE_INTEGER);
  if (seed !== undefined) options.seed = seed;
  const model = choice("model", values.model, MODELS);
  if (model) options.model = model;
  const probabilities = choice("probabilities", values.probabilities, PROBABILITIES);
  if (probabilities) options.probabilities = probabilities;
  if (values.costs !== undefined) options.costs = { tiers: costs(values.costs) };
  return options;
}

/**
 * Costs by size: `nano=100,micro=800`.
 * @param {string} text
 */
function costs(text) {
  /** @type {Partial<Record<SizeTier, number>>} */
  const found = {};
  for (const part of text.split(",").filter(Boolean)) {
    const [name = "", value = ""] = part.split("=");
    if (!is(TIERS, name) || !/^\d+(\.\d+)?$/.test(value)) throw unexpected("costs", part, TIERS.map((tier) => `${tier}=…`).join(","));
    found[name] = Number(value);
  }
  return found;
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
