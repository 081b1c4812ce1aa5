import { FluentBundle, FluentResource } from "@fluent/bundle";

/**
 * Messages and numbers of one language.
 * @typedef {"fr" | "en"} Lang
 * @typedef {Record<string, string | number>} Values
 *
 * @typedef {object} Translator
 * @property {Lang} lang
 * @property {(id: string, values?: Values) => string} t the message; its id where there is none
 * @property {(id: string) => boolean} has
 * @property {(value: number | null | undefined, digits?: number) => string} number
 * @property {(value: number | null | undefined, digits?: number) => string} percent of a share, 0 to 1
 * @property {(time: number | null | undefined) => string} date day, in UTC
 * @property {(time: number | null | undefined) => string} day the same with the month in full, in UTC
 * @property {(from: number, to: number) => { from: string, to: string }} range two days with the month in full, what they share said once
 * @property {(time: number | null | undefined) => string} moment day and hour, in UTC
 * @property {(bytes: number) => string} size
 * @property {(items: string[]) => string} list
 */

/** What is shown where a value is unknown. */
export const UNKNOWN = "–";

/**
 * @param {Lang} lang
 * @param {string | readonly string[]} sources Fluent files
 * @returns {Translator}
 */
export function translator(lang, sources) {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  for (const source of [sources].flat()) for (const error of bundle.addResource(new FluentResource(source))) throw error;
  /** @type {Map<string, Intl.NumberFormat>} */
  const formats = new Map();
  /** @param {Intl.NumberFormatOptions} options */
  const format = (options) => {
    const key = JSON.stringify(options);
    let found = formats.get(key);
    if (!found) formats.set(key, (found = new Intl.NumberFormat(lang, options)));
    return found;
  };
  const day = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  const yearless = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", timeZone: "UTC" });
  const alone = new Intl.DateTimeFormat(lang, { day: "numeric", timeZone: "UTC" });
  const hour = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const list = new Intl.ListFormat(lang, { type: "conjunction" });
  /** @param {number | null | undefined} value @returns {value is number} */
  const known = (value) => typeof value === "number" && Number.isFinite(value);
  /** @param {number | null | undefined} time @returns {time is number} */
  const possible = (time) => known(time) && Math.abs(time) <= 8.64e15;
  /** The first of a month is an ordinal in French. @param {string} text */
  const first = (text) => (lang === "fr" ? text.replace(/^1(?=\s|$)/, "1er") : text);

  return {
    lang,
    has: (id) => bundle.hasMessage(id),
    t(id, values = {}) {
      const pattern = bundle.getMessage(id)?.value;
      if (!pattern) return id;
      /** @type {Values} */
      const safe = {};
      for (const [name, value] of Object.entries(values)) safe[name] = typeof value === "string" ? plain(value) : value;
      /** @type {Error[]} */
      const errors = [];
      return bundle.formatPattern(pattern, safe, errors);
    },
    number: (value, digits = 0) =>
      (known(value) ? format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value) : UNKNOWN),
    percent: (value, digits = 0) =>
      (known(value) ? format({ style: "percent", maximumFractionDigits: digits }).format(value) : UNKNOWN),
    date: (time) => (possible(time) ? first(day.format(time)) : UNKNOWN),
    day: (time) => (possible(time) ? first(long.format(time)) : UNKNOWN),
    range(from, to) {
      if (!possible(from) || !possible(to)) return { from: UNKNOWN, to: UNKNOWN };
      const [a, b] = [new Date(from).toISOString(), new Date(to).toISOString()];
      // French says the month after the day, English before it: only there can the month be left out.
      const shared = a.slice(0, 7) === b.slice(0, 7) && lang === "fr" ? alone : a.slice(0, 4) === b.slice(0, 4) ? yearless : long;
      return { from: first(shared.format(from)), to: first(long.format(to)) };
    },
    moment: (time) => (possible(time) ? first(hour.format(time)) : UNKNOWN),
    size(bytes) {
      const units = /** @type {const} */ (["byte", "kilobyte", "megabyte", "gigabyte"]);
      const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
      return format({
        style: "unit", unit: units[power] ?? "byte", unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: power > 1 ? 1 : 0,
      }).format(bytes / 1000 ** power);
    },
    list: (items) => list.format(items),
  };
}

/**
 * Text from data, made harmless to a sentence: control characters and overrides of the writing direction become
 * visible, line breaks and runs of spaces become one space.
 * @param {string} text
 */
export function plain(text) {
  return text
    .replace(/[\t\n\v\f\r\u2028\u2029]+| {2,}/g, " ")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "\u2423");
}

/**
 * `row.no_author` → `row-no-author`: codes as parts of message ids.
 * @param {string} code
 */
export function slug(code) {
  return code.replace(/[^a-z0-9]+/gi, "-");
}
