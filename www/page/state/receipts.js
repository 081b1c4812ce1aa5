/**
 * @import { Content, ErrorValue, Receipt, Severity, Withdrawn } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 *
 * @typedef {object} Leaf one file that was looked at: a file of its own, or one inside an archive or a folder
 * @property {string} file
 * @property {string | null} part path inside the archive or folder
 * @property {Receipt | null} receipt
 * @property {string | null} skipped
 * @property {ErrorValue | null} error
 *
 * @typedef {{ code: string, severity: Severity, count: number }} Reason
 *
 * @typedef {object} Total all files together
 * @property {number} files
 * @property {number} bytes
 * @property {number} seen
 * @property {number} kept
 * @property {number} dropped
 * @property {number} repaired
 * @property {number} posts
 * @property {number} ties
 * @property {number | null} firstTime
 * @property {number | null} lastTime
 * @property {Content} content
 * @property {Reason[]} reasons what was met, dropped rows first
 */
import { errorText, formatText, issueText, skippedText } from "../../shared/phrases.js";
import { csv } from "./csv.js";

/** @returns {Content} */
function nothing() {
  return {
    accounts: 0, authors: 0, followers: 0, texts: 0, dated: 0, viewed: 0, valued: 0, priced: 0, listed: 0,
    layers: { repost: 0, quote: 0, reply: 0, mention: 0, like: 0, follow: 0, link: 0 },
  };
}

/**
 * Every file behind a receipt: itself, or its parts.
 * @param {Receipt} receipt
 * @returns {Leaf[]}
 */
export function leaves(receipt) {
  const file = receipt.name;
  const { parts = [] } = receipt;
  if (parts.length === 0) return [{ file, part: null, receipt, skipped: null, error: null }];
  const inside = parts.flatMap((part) => {
    const found = part.receipt?.parts?.length ? leaves(part.receipt) : [];
    return found.length > 0
      ? found.map((leaf) => ({ ...leaf, file, part: leaf.part === null ? part.path : `${part.path}/${leaf.part}` }))
      : [{ file, part: part.path, receipt: part.receipt, skipped: part.skipped, error: part.error }];
  });
  // What is said of the archive itself, such as a missing part.
  const own = receipt.issues.length > 0 ? [{ file, part: null, receipt: { ...receipt, parts: [] }, skipped: null, error: null }] : [];
  return [...own, ...inside];
}

/**
 * All receipts as one: seen = kept + dropped holds for the sum as it does for each.
 * @param {readonly Receipt[]} receipts
 * @returns {Total}
 */
export function total(receipts) {
  /** @type {Total} */
  const sum = {
    files: receipts.length, bytes: 0, seen: 0, kept: 0, dropped: 0, repaired: 0, posts: 0, ties: 0, firstTime: null, lastTime: null,
    content: nothing(), reasons: [],
  };
  /** @type {Map<string, Reason>} */
  const reasons = new Map();
  for (const receipt of receipts) {
    for (const name of /** @type {const} */ (["bytes", "seen", "kept", "dropped", "repaired", "posts", "ties"])) sum[name] += receipt[name];
    sum.firstTime = earliest(sum.firstTime, receipt.firstTime);
    sum.lastTime = latest(sum.lastTime, receipt.lastTime);
    addContent(sum.content, receipt);
    for (const { receipt: read } of leaves(receipt)) {
      for (const { code, severity, count } of read?.issues ?? []) {
        const key = `${severity} ${code}`;
        const known = reasons.get(key);
        if (known) known.count += count;
        else reasons.set(key, { code, severity, count });
      }
    }
  }
  sum.reasons = [...reasons.values()].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1));
  return sum;
}

/** What stands where a cell was. */
const COVERED = "•••";
const COLUMNS = ["file", "part", "what", "reason", "code", "count", "row", "line", "column", "excerpt"];
/** @type {Record<Severity, number>} */
const ORDER = { dropped: 0, repaired: 1, note: 2 };

/**
 * @param {Content} sum
 * @param {Receipt} receipt
 */
function addContent(sum, receipt) {
  const { layers, ...counts } = receipt.content;
  for (const name of /** @type {(keyof typeof counts)[]} */ (Object.keys(counts))) sum[name] += counts[name];
  for (const layer of /** @type {(keyof Content["layers"])[]} */ (Object.keys(sum.layers))) sum.layers[layer] += layers[layer] ?? 0;
}

/** @param {number | null} a @param {number | null} b */
function earliest(a, b) {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/** @param {number | null} a @param {number | null} b */
function latest(a, b) {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/**
 * Receipts as a table for a spreadsheet: a line for each file, then a line for each place where something was met.
 * Text that a spreadsheet would take for a formula is guarded; the separator is that of the language's spreadsheets.
 * @param {Translator} say
 * @param {readonly Receipt[]} receipts
 * @param {Withdrawn | null} [leftOut] people who asked for it
 * @returns {string}
 */
export function receiptCsv(say, receipts, leftOut = null) {
  /** @type {(string | number)[][]} */
  const lines = [COLUMNS.map((name) => say.t(`csv-${name}`))];
  for (const receipt of receipts) {
    for (const leaf of leaves(receipt)) lines.push(...leafLines(say, leaf));
  }
  if (leftOut) lines.push(["", "", say.t("csv-left-out"), "", "", leftOut.found, "", "", "", ""]);
  return csv(say.lang, lines);
}

/**
 * @param {Translator} say
 * @param {Leaf} leaf
 * @returns {(string | number)[][]}
 */
function leafLines(say, { file, part, receipt, skipped, error }) {
  const where = [file, part ?? ""];
  if (skipped) return [[...where, say.t("part-skipped"), skippedText(say, skipped), skipped, "", "", "", "", ""]];
  if (error) return [[...where, say.t("part-failed"), errorText(say, error), error.code, "", "", "", "", ""]];
  if (!receipt) return [];
  const { format, seen, kept, dropped, repaired } = receipt;
  /** @type {(string | number)[][]} */
  const lines = [
    [...where, say.t("csv-read-as"), formatText(say, format), format, "", "", "", "", ""],
    [...where, say.t("csv-seen"), "", "", seen, "", "", "", ""],
    [...where, say.t("csv-kept"), "", "", kept, "", "", "", ""],
    [...where, say.t("csv-repaired"), "", "", repaired, "", "", "", ""],
    [...where, say.t("csv-dropped"), "", "", dropped, "", "", "", ""],
  ];
  for (const issue of receipt.issues) {
    const what = [say.t(`severity-${issue.severity}`), issueText(say, issue), issue.code];
    lines.push([...where, ...what, issue.count, "", "", "", ""]);
    for (const place of issue.places) {
      lines.push([...where, ...what, "", place.row > 0 ? place.row : "", place.line > 0 ? place.line : "", place.column ?? "", place.excerpt]);
    }
  }
  return lines;
}

/**
 * Receipts without the cells that they quote: a cell may hold anybody's name.
 * @param {Receipt} receipt
 * @returns {Receipt}
 */
export function withoutExcerpts(receipt) {
  return {
    ...receipt,
    issues: receipt.issues.map((issue) => ({ ...issue, places: issue.places.map((place) => ({ ...place, excerpt: place.excerpt && COVERED })) })),
    ...(receipt.parts ? { parts: receipt.parts.map((part) => ({ ...part, receipt: part.receipt && withoutExcerpts(part.receipt) })) } : {}),
  };
}
