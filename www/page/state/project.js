/**
 * The project file `.sillage`: what was decided, and, if the user wants that, the files themselves.
 *
 * Lines of JSON. The first is the project: settings, view, people, and of each file its name, size, fingerprint and how it
 * is read. The others, if any, are the bytes of the files, gzip in base64, piece by piece in the order of the files:
 * `{ "file": 0, "entry": 0, "data": "…" }`. A file may come from anybody: what is known and in range is kept, sizes are
 * held to what was announced, nothing else is believed.
 *
 * @import { ImportOptions, Layer, Settings, ToneLabel } from "../../shared/engine.d.ts"
 * @import { Lang } from "../../shared/translate.js"
 * @import { Dropped } from "./dropped.js"
 * @import { Given } from "./files.js"
 * @import { Plan } from "./plan.js"
 * @import { View } from "./state.js"
 *
 * @typedef {{ path: string, size: number }} Entry
 * @typedef {object} Held a file of the project, or a folder
 * @property {string} name
 * @property {boolean} folder
 * @property {boolean} demo
 * @property {string | null} fingerprint of the bytes, as its receipt gave it
 * @property {{ mapping: ImportOptions, parts: Record<string, ImportOptions> }} given
 * @property {Entry[]} entries one with an empty path, unless it is a folder
 *
 * @typedef {object} Project
 * @property {number} version
 * @property {string} saved moment, ISO
 * @property {boolean} withData
 * @property {Settings} settings
 * @property {View} view
 * @property {Plan} plan
 * @property {Held[]} files
 * @property {{ hash: string, method: string, accounts: number, ranked: number } | null} result
 *
 * @typedef {{ name: string, folder: boolean, demo: boolean, fingerprint: string | null, given: Given, blobs: { path: string, blob: Blob }[] }} Source
 */
import { SillageError } from "../../shared/errors.js";
import { PILLARS, PRESETS, SUB_FACTORS, cleanBrief, isObjective } from "../../shared/settings.js";
import { fromBase64, toBase64 } from "./base64.js";
import { COLUMNS, EXTRA_COLUMNS } from "./columns.js";
import { isMapping } from "./memory.js";
import { TIERS, planFrom } from "./plan.js";

const FORMAT = "sillage-project";
/** Version of the file; those before it still open. */
export const VERSION = 1;
/** What the name of a project ends with. */
export const ENDING = ".sillage";
/** Characters of a line; the first may hold long lists of people. */
const MOST_LINE = { first: 64_000_000, data: 8_000_000 };
/** Bytes of a file that a line holds, compressed. */
const PIECE = 1 << 20;
const MOST_FILES = 1_000;
const MOST_ENTRIES = 100_000;
/** Entries of a list in the settings. */
const MOST_LINES = 200_000;
/** Columns that a view may be sorted by. */
const SORTS = [...COLUMNS, ...EXTRA_COLUMNS, "handle"];
/** @type {readonly ToneLabel[]} */
const TONES = ["positive", "neutral", "negative"];
/** @type {readonly Layer[]} */
const LAYERS = ["repost", "quote", "reply", "mention", "like", "follow", "link"];

/**
 * Writes a project.
 * @param {Pick<Project, "settings" | "view" | "plan" | "result">} of
 * @param {readonly Source[]} sources
 * @param {{ withData: boolean, wanted?: readonly Held[], now?: number }} options `wanted`: files that the project waits for still
 * @returns {Promise<Blob>}
 */
export async function writeProject({ settings, view, plan, result }, sources, { withData, wanted = [], now = Date.now() }) {
  /** @type {Held[]} */
  const files = [...sources.map(({ name, folder, demo, fingerprint, given: { mapping, parts }, blobs }) => ({
    name, folder, demo, fingerprint, given: { mapping, parts }, entries: blobs.map(({ path, blob }) => ({ path, size: blob.size })),
  })), ...(withData ? [] : wanted)];
  const head = { format: FORMAT, version: VERSION, saved: new Date(now).toISOString(), withData, settings, view, plan, files, result };
  /** @type {BlobPart[]} */
  const parts = [`${JSON.stringify(head)}\n`];
  if (withData) {
    for (const [file, { blobs }] of sources.entries()) {
      for (const [entry, { blob }] of blobs.entries()) {
        for await (const piece of pieces(blob.stream().pipeThrough(new CompressionStream("gzip")))) {
          parts.push(new Blob([`${JSON.stringify({ file, entry, data: toBase64(piece) })}\n`]));
        }
      }
    }
  }
  return new Blob(parts, { type: "application/x-ndjson" });
}

/**
 * Reads a project, with the files that it holds.
 * @param {Blob} file
 * @returns {Promise<{ project: Project, items: Dropped[] }>} `items` in the order of `project.files`; empty where it holds none
 */
export async function readProject(file) {
  /** @type {Project | null} */
  let project = null;
  /** Compressed pieces, by file and entry. @type {Blob[][][]} */
  const held = [];
  for await (const line of lines(file)) {
    const value = parsed(line);
    if (!project) {
      project = projectFrom(value);
      project.files.forEach(({ entries }) => held.push(entries.map(() => [])));
      continue;
    }
    const { file: at, entry, data } = record(value);
    const pieces = Number.isInteger(at) && Number.isInteger(entry) ? held[Number(at)]?.[Number(entry)] : undefined;
    if (!pieces || typeof data !== "string") throw damaged();
    pieces.push(new Blob([decoded(data)]));
  }
  if (!project) throw damaged();
  if (!project.withData) return { project, items: [] };
  /** @type {Dropped[]} */
  const items = [];
  for (const [at, { name, folder, entries }] of project.files.entries()) {
    const files = [];
    for (const [place, { path, size }] of entries.entries()) {
      const bytes = await inflated(new Blob(held[at]?.[place] ?? []), size);
      files.push({ path, file: new File(bytes, folder ? path.split("/").at(-1) || name : name) });
    }
    items.push(folder ? { name, files } : /** @type {File} */ (files[0]?.file));
  }
  return { project, items };
}

/**
 * The bytes that a piece stands for, no more than were announced.
 * @param {Blob} blob
 * @param {number} size
 * @returns {Promise<BlobPart[]>}
 */
async function inflated(blob, size) {
  /** @type {BlobPart[]} */
  const parts = [];
  let bytes = 0;
  try {
    for await (const piece of pieces(blob.stream().pipeThrough(new DecompressionStream("gzip")))) {
      bytes += piece.length;
      if (bytes > size) throw damaged();
      parts.push(new Blob([piece]));
    }
  } catch {
    throw damaged();
  }
  if (bytes !== size) throw damaged();
  return parts;
}

/**
 * What a stream gives, in pieces of one size.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
async function* pieces(stream) {
  const reader = stream.getReader();
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.length;) {
      const taken = Math.min(value.length - at, PIECE - filled);
      piece.set(value.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled === PIECE) {
        yield piece;
        piece = new Uint8Array(PIECE);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

/** The lines of a file, none of them longer than a project's. @param {Blob} file */
async function* lines(file) {
  const reader = file.stream().pipeThrough(new TextDecoderStream("utf-8")).getReader();
  /** @type {string[]} */
  let begun = [];
  let [length, first] = [0, true];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const [head = "", ...tail] = value.split("\n");
    const ended = [];
    begun.push(head);
    length += head.length;
    for (const next of tail) {
      ended.push(begun.join(""));
      begun = [next];
      length = next.length;
    }
    if (length > (first ? MOST_LINE.first : MOST_LINE.data)) throw damaged();
    for (const line of ended) {
      first = false;
      if (line.trim()) yield line;
    }
  }
  const last = begun.join("");
  if (last.trim()) yield last;
}

/** @param {string} line @returns {unknown} */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged();
  }
}

/** @param {string} data */
function decoded(data) {
  try {
    return fromBase64(data);
  } catch {
    throw damaged();
  }
}

/**
 * @param {unknown} value
 * @returns {Project}
 */
export function projectFrom(value) {
  const given = record(value);
  const version = given["version"];
  if (given["format"] !== FORMAT || typeof version !== "number" || !Number.isInteger(version) || version < 1) throw new SillageError("project.unknown");
  if (version > VERSION) throw new SillageError("project.newer", { version });
  const result = record(given["result"]);
  const hash = words(result["hash"], 64);
  return {
    version,
    saved: words(given["saved"], 40),
    withData: given["withData"] === true,
    settings: settingsIn(given["settings"]),
    view: viewIn(given["view"]),
    plan: planFrom(given["plan"]),
    files: list(given["files"], MOST_FILES).map(heldIn),
    result: /^[0-9a-f]{64}$/.test(hash) ? { hash, method: words(result["method"], 40), accounts: count(result["accounts"]), ranked: count(result["ranked"]) } : null,
  };
}

/** @param {unknown} value @returns {Held} */
function heldIn(value) {
  const given = record(value);
  const { mapping, parts } = record(given["given"]);
  const name = words(given["name"], 1_000);
  const folder = given["folder"] === true;
  const entries = list(given["entries"], MOST_ENTRIES).map((each) => {
    const { path, size } = record(each);
    return { path: words(path, 4_000), size: count(size) };
  });
  if (!name || entries.length === 0 || (!folder && entries.length !== 1)) throw damaged();
  const fingerprint = words(given["fingerprint"], 128);
  return {
    name, folder, demo: given["demo"] === true, fingerprint: fingerprint || null, entries,
    given: {
      mapping: isMapping(mapping) ? mapping : {},
      parts: Object.fromEntries(Object.entries(record(parts)).flatMap(([path, each]) => (isMapping(each) ? [[path, each]] : []))),
    },
  };
}

/** @param {unknown} value @returns {View} */
function viewIn(value) {
  const given = record(value);
  return {
    sort: /** @type {View["sort"]} */ (SORTS.find((name) => name === given["sort"]) ?? null),
    descending: given["descending"] !== false,
    search: words(given["search"], 200),
    platform: null,
    minFollowers: wholeOrNull(given["minFollowers"]),
    enough: given["enough"] !== false,
    size: TIERS.find((each) => each === given["size"]) ?? null,
    language: words(given["language"], 20) || null,
    community: wholeOrNull(given["community"]),
    minPosts: wholeOrNull(given["minPosts"]),
    columns: Array.isArray(given["columns"]) ? [...COLUMNS, ...EXTRA_COLUMNS].filter((name) => list(given["columns"], 100).includes(name)) : null,
  };
}

/** @param {unknown} value */
function wholeOrNull(value) {
  return typeof value === "number" && value >= 0 ? Math.floor(value) : null;
}

/** @param {unknown} value @returns {Settings} */
function settingsIn(value) {
  const given = record(value);
  const objective = isObjective(given["objective"]) ? given["objective"] : "none";
  const { from, to } = record(given["window"]);
  const window = { from: time(from), to: time(to) };
  const { weights: tieWeights, halfLifeDays } = record(given["ties"]);
  const ties = weightsIn(tieWeights, LAYERS, 1);
  const audience = record(given["audience"]);
  const lists = record(given["lists"]);
  const seed = given["seed"];
  return {
    objective,
    weights: given["weights"] ? weightsIn(given["weights"], PILLARS, 0) ?? { ...PRESETS[objective] } : null,
    factorWeights: given["factorWeights"] ? weightsIn(given["factorWeights"], SUB_FACTORS, 1) : null,
    brief: cleanBrief(words(given["brief"], 10_000)),
    brand: given["brand"] ? brandIn(given["brand"]) : null,
    competitors: list(given["competitors"], 31).map(brandIn),
    audience: {
      communities: list(audience["communities"], 10_000).filter((each) => typeof each === "number" && Number.isInteger(each) && each >= 0).map(Number),
      languages: texts(audience["languages"], 100), places: texts(audience["places"], 1_000), accounts: texts(audience["accounts"], MOST_LINES),
    },
    lists: { employees: texts(lists["employees"], MOST_LINES), customers: texts(lists["customers"], MOST_LINES) },
    window: window.from !== null && window.to !== null && window.from >= window.to ? { from: null, to: null } : window,
    ties: {
      weights: ties ?? { repost: 1, quote: 0.8, reply: 0.5, mention: 0.3, like: 0.1, follow: 0.1, link: 1 },
      halfLifeDays: halfLifeDays === null || (typeof halfLifeDays === "number" && halfLifeDays > 0 && halfLifeDays <= 36_500) ? halfLifeDays : "auto",
    },
    discount: given["discount"] !== false,
    tones: Object.fromEntries(Object.entries(record(given["tones"])).slice(0, MOST_LINES).flatMap(([key, tone]) => {
      const found = TONES.find((each) => each === tone);
      return found && key.length <= 200 ? [[key, found]] : [];
    })),
    optOut: texts(given["optOut"], 100_000),
    seed: typeof seed === "number" && Number.isSafeInteger(seed) && seed >= 0 ? seed : 1,
  };
}

/**
 * @template {string} N
 * @param {unknown} value
 * @param {readonly N[]} names
 * @param {number} otherwise
 * @returns {Record<N, number> | null}
 */
function weightsIn(value, names, otherwise) {
  const given = record(value);
  if (!names.some((name) => typeof given[name] === "number")) return null;
  const weights = /** @type {Record<N, number>} */ ({});
  for (const name of names) {
    const weight = given[name];
    weights[name] = typeof weight === "number" && weight >= 0 && weight <= 1e6 ? weight : otherwise;
  }
  return weights;
}

/** @param {unknown} value */
function brandIn(value) {
  const { name, aliases } = record(value);
  return { name: words(name, 500), aliases: texts(aliases, 500) };
}

/** @param {unknown} value */
function time(value) {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 8.64e15 ? value : null;
}

/** @param {unknown} value */
function count(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** @param {unknown} value @param {number} most */
function texts(value, most) {
  return list(value, most).flatMap((each) => (typeof each === "string" ? [each.slice(0, 1_000)] : []));
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value @param {number} most @returns {unknown[]} */
function list(value, most) {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** @param {unknown} value @param {number} most */
function words(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}

function damaged() {
  return new SillageError("project.damaged");
}
