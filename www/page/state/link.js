/** @import { Settings } from "../../shared/engine.d.ts" */
/** @import { Lang } from "../../shared/translate.js" */
import { PILLARS } from "../../shared/settings.js";

/** Words that name an account: handles, addresses of mail and of the web. */
const NAMES = /[@＠]|:\/\/|\bwww\.|^[^\s"]+\.[a-z]{2,}\//i;

/**
 * What an address says that opens the page with the same questions, and with nobody's data: objective, weights, words of the
 * brief, dates, half-life. Words that name an account are left out, lists of people, brands and corrections always are.
 * @param {Settings} settings
 * @param {Lang} lang
 * @param {Iterable<string>} [handles] of the study
 * @returns {{ hash: string, left: boolean }} `left`: whether words of the brief were left out
 */
export function settingsLink(settings, lang, handles = []) {
  const values = new URLSearchParams({ lang });
  const { objective, weights, window, ties } = settings;
  if (objective !== "none") values.set("objective", objective);
  if (weights) values.set("weights", PILLARS.map((pillar) => short(weights[pillar])).join("-"));
  const { brief, left } = withoutAccounts(settings.brief, handles);
  if (brief) values.set("brief", brief);
  if (window.from !== null) values.set("from", moment(window.from));
  if (window.to !== null) values.set("to", moment(window.to));
  if (ties.halfLifeDays === null) values.set("half-life", "none");
  else if (ties.halfLifeDays !== "auto") values.set("half-life", short(ties.halfLifeDays));
  return { hash: `#${values}`, left };
}

/**
 * A brief without the words that name an account. A phrase goes whole; a word that is both a word and a handle (`coffee`)
 * stays a word.
 * @param {string} brief
 * @param {Iterable<string>} handles
 */
export function withoutAccounts(brief, handles) {
  let left = false;
  const known = new Set(Array.from(handles, (handle) => handle.toLowerCase()));
  const isHandle = (/** @type {string} */ word) => /[_.\d-]/.test(word) && known.has(word.replace(/^[-"#]+|["*]+$/g, "").toLowerCase());
  const kept = brief.split(",").map((part) => {
    const words = part.match(/-?"[^"]*"?|\S+/g) ?? [];
    const plain = words.filter((word) => !NAMES.test(word) && !isHandle(word));
    left ||= plain.length < words.length;
    return plain.join(" ");
  }).filter(Boolean);
  return { brief: kept.join(", "), left };
}

/** Four digits after the point at the most, as the page reads them. @param {number} value */
function short(value) {
  return String(Math.round(value * 1e4) / 1e4);
}

/** @param {number} time */
function moment(time) {
  const text = new Date(time).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
