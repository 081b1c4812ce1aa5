/**
 * Sentences made of codes: the one place where a code of the engine becomes words.
 *
 * @import { FactorDetail, Issue, Receipt, Summary } from "./engine.d.ts"
 * @import { SillageError } from "./errors.js"
 * @import { Translator, Values } from "./translate.js"
 */
import { UNKNOWN, slug } from "./translate.js";

/**
 * What went wrong and what to do.
 * @param {Translator} say
 * @param {Pick<SillageError, "code" | "params">} error
 */
export function errorText(say, { code, params }) {
  const id = `error-${slug(code)}`;
  if (!say.has(id)) return say.t("error-unknown", { code });
  /** @type {Values} */
  const values = { ...params };
  if (code === "limit.reached") {
    const limit = String(params["limit"] ?? "");
    values["limit"] = known(say, "limit", limit);
    const value = params["value"];
    if (limit.endsWith("BYTES") && typeof value === "number") values["value"] = say.size(value);
  }
  if (code === "archive.unsupported" || code === "workbook.unsupported") {
    values["detail"] = known(say, "detected", String(params["detail"] ?? ""));
  }
  if (code === "format.unsupported") values["detected"] = known(say, "detected", String(params["detected"] ?? ""));
  if (code === "memory.exhausted") values["what"] = known(say, "memory", String(params["what"] ?? ""));
  return say.t(id, values);
}

/**
 * One issue of a receipt, in words.
 * @param {Translator} say
 * @param {Pick<Issue, "code" | "count">} issue
 */
export function issueText(say, { code, count }) {
  const id = `issue-${slug(code)}`;
  return say.has(id) ? say.t(id, { count }) : say.t("issue-unknown", { code, count });
}

/**
 * Why a file of an archive or a folder was passed over.
 * @param {Translator} say
 * @param {string} code
 */
export function skippedText(say, code) {
  const id = `skipped-${slug(code)}`;
  if (say.has(id)) return say.t(id);
  return say.has(`issue-${slug(code)}`) ? issueText(say, { code, count: 1 }) : say.t("skipped-unknown", { code });
}

/**
 * What a file holds, in words: "12,340 posts by 3,210 authors, 5,021 interactions, from 1 to 31 March 2023".
 * @param {Translator} say
 * @param {Pick<Receipt, "seen" | "posts" | "ties" | "content" | "firstTime" | "lastTime">} of
 */
export function contentText(say, { seen, posts, ties, content, firstTime, lastTime }) {
  const parts = [];
  if (posts > 0) parts.push(say.t("holds-posts", { posts, authors: content.authors }));
  if (ties > 0) parts.push(say.t("holds-ties", { ties }));
  if (posts === 0 && content.accounts > 0) parts.push(say.t("holds-accounts", { accounts: content.accounts }));
  if (parts.length === 0) parts.push(say.t("holds-rows", { seen }));
  const period = periodText(say, firstTime, lastTime);
  return period ? `${parts.join(", ")}, ${period}` : parts.join(", ");
}

/**
 * "from 1 March 2023 to 31 March 2023", or that one day; empty where no moment is known.
 * @param {Translator} say
 * @param {number | null} first
 * @param {number | null} last
 */
export function periodText(say, first, last) {
  if (first === null) return "";
  const to = last ?? first;
  return say.day(first) === say.day(to) ? say.t("period-day", { day: say.day(first) }) : say.t("period", say.range(first, to));
}

/**
 * What a file was understood to be: "posts, one a line".
 * @param {Translator} say
 * @param {string} format
 */
export function formatText(say, format) {
  return known(say, "format", format);
}

/**
 * Why a value is unknown.
 * @param {Translator} say
 * @param {string | null | undefined} reason
 */
export function reasonText(say, reason) {
  return reason && say.has(`reason-${slug(reason)}`) ? say.t(`reason-${slug(reason)}`) : say.t("reason-unknown");
}

/**
 * A sub-factor in its natural unit: "re-shared by 412 distinct people".
 * @param {Translator} say
 * @param {FactorDetail} factor
 */
export function factorText(say, factor) {
  if (!factor.available || factor.natural === null) return reasonText(say, factor.reason);
  const id = `unit-${slug(factor.unit)}`;
  /** @type {Values} */
  const values = { value: rounded(factor.natural) };
  for (const [name, value] of Object.entries(factor.params)) {
    values[name] = value === null ? UNKNOWN : typeof value === "number" ? rounded(value) : value;
  }
  return say.has(id) ? say.t(id, values) : say.t("unit-unknown", values);
}

/**
 * The findings of an analysis, as sentences.
 * @param {Translator} say
 * @param {Summary} summary
 * @returns {string[]}
 */
export function findings(say, summary) {
  return summary.findings.flatMap(({ code, params }) => {
    const id = `finding-${slug(code)}`;
    if (!say.has(id)) return [];
    /** @type {Values} */
    const values = {};
    for (const [name, value] of Object.entries(params)) values[name] = typeof value === "number" ? rounded(value) : value;
    return [say.t(id, values)];
  });
}

/** Columns of the exported table, as the engine names them. */
const CSV_COLUMNS = [
  "rank", "handle", "name", "profileUrl", "platform", "score", "reach", "relevance", "resonance", "popularity", "proximity", "goodwill",
  "authority", "trust", "affinity", "frequency", "period", "amplitude", "credit", "resharers", "followers", "posts", "inDegree", "pagerank", "coverage",
  "rankLow", "rankHigh", "tier", "inTop10", "inTop50",
];

/**
 * Titles of the exported table's columns.
 * @param {Translator} say
 * @returns {Record<string, string>}
 */
export function csvHeaders(say) {
  return Object.fromEntries(CSV_COLUMNS.map((code) => [code, say.t(`header-${code}`)]));
}

/**
 * How the half-life was chosen.
 * @param {Translator} say
 * @param {Summary["halfLife"]} halfLife
 */
export function halfLifeText(say, { days, source }) {
  const span = days === null ? "" : durationText(say, days);
  const id = `half-life-${slug(source)}${days === null ? "-off" : ""}`;
  return say.has(id) ? say.t(id, { span }) : say.t("half-life-none-off");
}

/**
 * "9 hours", "3.5 days".
 * @param {Translator} say
 * @param {number} days
 */
function durationText(say, days) {
  if (days < 2) return say.t("duration-hours", { hours: rounded(days * 24) });
  return say.t("duration-days", { days: rounded(days) });
}

/**
 * Seen = kept + dropped, in one sentence.
 * @param {Translator} say
 * @param {Receipt} receipt
 */
export function receiptSum(say, { seen, kept, dropped, repaired }) {
  return say.t("receipt-sum", { seen, kept, dropped, repaired });
}

/**
 * A code of a family in words; the code itself where there are none.
 * @param {Translator} say
 * @param {"detected" | "format" | "limit" | "memory" | "reading" | "role"} family
 * @param {string} code
 */
export function known(say, family, code) {
  const id = `${family}-${slug(code)}`;
  return say.has(id) ? say.t(id) : code;
}

/**
 * Three significant digits below a hundred, whole numbers above.
 * @param {number} value
 */
function rounded(value) {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(3));
}
