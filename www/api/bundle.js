/** @import { Content, Issue, Part, Receipt } from "../shared/engine.d.ts" */
import { SillageError } from "../shared/errors.js";

const SUMS = /** @type {const} */ (["seen", "kept", "dropped", "repaired", "posts", "ties", "selfTies"]);
const CONFIDENCE = /** @type {const} */ (["guess", "likely", "certain"]);

/**
 * One receipt for a container or a folder, with those of its parts. Its numbers are the sums of theirs.
 * @param {string} name
 * @param {string} kind `zip`, `tar`, `gzip`, `workbook` or `folder`
 * @param {Part[]} parts
 * @param {Issue[]} issues of the container itself
 * @returns {Receipt}
 * @throws {SillageError} when nothing of it could be read: the error of the only part, or `archive.nothing_read`
 */
export function together(name, kind, parts, issues) {
  const read = parts.flatMap((part) => part.receipt ?? []);
  const [first] = read;
  if (!first) throw nothingRead(parts);
  /** @type {Receipt} */
  const receipt = {
    ...first,
    name,
    format: read.every(({ format }) => format === first.format) ? first.format : kind,
    encoding: read.every(({ encoding }) => encoding === first.encoding) ? first.encoding : "",
    separator: null,
    headerLine: null,
    bytes: 0,
    fingerprint: fingerprint(read),
    columns: [],
    questions: [],
    issues,
    bundle: null,
    list: read.every(({ list }) => list === first.list) ? first.list : null,
    parts,
    content: contentOf(read),
  };
  for (const field of SUMS) receipt[field] = read.reduce((sum, part) => sum + part[field], 0);
  receipt.bytes = read.reduce((sum, part) => sum + part.bytes, 0);
  const confidence = Math.min(...read.map((part) => CONFIDENCE.indexOf(part.confidence)));
  receipt.confidence = CONFIDENCE[confidence] ?? "guess";
  const times = read.flatMap(({ firstTime, lastTime }) => (firstTime === null ? [] : [firstTime, lastTime ?? firstTime]));
  receipt.firstTime = times.length > 0 ? Math.min(...times) : null;
  receipt.lastTime = times.length > 0 ? Math.max(...times) : null;
  return receipt;
}

/** @param {Part[]} parts */
function nothingRead(parts) {
  const failed = parts.filter((part) => part.error);
  const [only] = failed;
  const same = only?.error && failed.every((part) => part.error?.code === only.error?.code);
  if (only?.error && (failed.length === 1 || (same && only.error.code !== "format.unknown"))) return SillageError.from(only.error);
  return new SillageError("archive.nothing_read", { entries: parts.length });
}

/**
 * What the parts added: people known to an earlier part were not counted again by a later one.
 * @param {Receipt[]} read
 * @returns {Content}
 */
function contentOf(read) {
  /** @type {Record<string, any>} */
  const sum = {};
  for (const { content } of read) add(sum, content ?? {});
  return /** @type {Content} */ (sum);
}

/**
 * @param {Record<string, any>} sum
 * @param {Record<string, any>} values
 */
function add(sum, values) {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number") sum[name] = (sum[name] ?? 0) + value;
    else if (value && typeof value === "object") add((sum[name] ??= {}), value);
  }
}

/** The same parts in any order have the same fingerprint. @param {Receipt[]} read */
function fingerprint(read) {
  if (read.length === 1) return read[0]?.fingerprint ?? "";
  let sum = 0n;
  for (const part of read) if (/^[0-9a-f]+$/.test(part.fingerprint)) sum += BigInt(`0x${part.fingerprint}`);
  return (sum % (1n << 128n)).toString(16).padStart(32, "0");
}

const PART_MISSING = "archive.part_missing";

/** Files of an archive of X that tell of its owner or of his audience: the others may be left out by anybody. */
const TOLD = /^data\/(account|profile|tweets?|note-tweet|community-tweet|follower|following|like)(-part\d+)?\.js$/;

/** A file by its place inside an archive. @param {string} path */
const base = (path) => path.replaceAll("\\", "/").replace(/^.*?(?=data\/[^/]*$)/, "").toLowerCase();

/**
 * Receipts of one study, in which no file is called missing that another archive brought: a large archive comes in
 * several downloads.
 * @template {Pick<Receipt, "issues" | "parts">} T
 * @param {readonly T[]} receipts as they were handed out
 * @returns {T[]} the same ones, but for those that say less now
 */
export function togetherComplete(receipts) {
  const there = new Set(receipts.flatMap(({ parts }) => parts?.map(({ path }) => base(path)) ?? []));
  return receipts.map((receipt) => {
    const issues = receipt.issues.flatMap((issue) => {
      if (issue.code !== PART_MISSING) return [issue];
      const places = issue.places.filter(({ excerpt }) => !there.has(base(excerpt)));
      const count = issue.count - (issue.places.length - places.length);
      return count > 0 ? [{ ...issue, count, places }] : [];
    });
    const same = issues.length === receipt.issues.length && issues.every((issue, at) => issue.count === receipt.issues[at]?.count);
    return same ? receipt : { ...receipt, issues };
  });
}

/**
 * Files that an archive says it is made of, or whose numbering shows that they should be there, and that are not.
 * @param {string[]} paths of all that is there
 * @param {string | null} manifest
 * @returns {Issue[]}
 */
export function missingParts(paths, manifest) {
  const there = new Set(paths.map(base));
  /** @type {Set<string>} */
  const missing = new Set();
  for (const match of (manifest ?? "").matchAll(/"fileName"\s*:\s*"([^"]+)"/g)) {
    const name = match[1] ?? "";
    if (TOLD.test(name) && !there.has(base(name))) missing.add(name);
  }
  /** The highest number of each file that comes in parts. @type {Map<string, number>} */
  const last = new Map();
  for (const path of paths) {
    const [, stem, number] = /^(.*)-part(\d{1,3})\.js$/i.exec(path) ?? [];
    if (stem !== undefined) last.set(stem, Math.max(Number(number), last.get(stem) ?? 0));
  }
  for (const [stem, most] of last) {
    if (!there.has(base(`${stem}.js`)) && !there.has(base(`${stem}-part0.js`))) missing.add(`${stem}.js`);
    for (let part = 1; part <= most; part += 1) {
      if (!there.has(base(`${stem}-part${part}.js`))) missing.add(`${stem}-part${part}.js`);
    }
  }
  if (missing.size === 0) return [];
  const places = [...missing].slice(0, 20).map((excerpt) => ({ row: 0, line: 0, column: null, excerpt }));
  return [{ code: PART_MISSING, severity: "note", count: missing.size, places }];
}
