import { gzipSync } from "node:zlib";
import Papa from "papaparse";
import { tar, xlsx, zip } from "../../tests/unit/support/containers.js";
import { HEADERS } from "./headers.mjs";

/** @typedef {{ kind: string, name: string, made: Uint8Array, cut?: boolean }} Variation */
/** @typedef {{ columns: { name: string, role: string }[], separator: string | null, headerLine: number | null, encoding: string, format: string }} Reading */

const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const MACINTOSH = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** @param {string} text @param {string} upper characters from 0x80 @param {number} from */
function singleByte(text, upper, from) {
  const high = upper.length + 0x80;
  return Uint8Array.from(text, (c) => {
    const code = c.codePointAt(0) ?? 63;
    const at = upper.indexOf(c);
    return code < 0x80 ? code : at >= 0 ? at + 0x80 : code >= from && code < 0x100 && high < 0x100 ? code : 63;
  });
}

/** A number below 1, the same on every run. @param {number} seed */
function random(seed) {
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** @template T @param {T[]} list @param {() => number} draw @returns {T[]} */
function shuffled(list, draw) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    [copy[i], copy[j]] = [/** @type {T} */ (copy[j]), /** @type {T} */ (copy[i])];
  }
  return copy;
}

/** XML holds no control characters. @param {string} text */
const writable = (text) => text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/gu, "");

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {string} text @param {boolean} little */
function utf16(text, little) {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

/**
 * The file in every disguise that says the same, and cut at some places.
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Reading} reading how the file was read
 * @returns {Generator<Variation>}
 */
export function* variations(name, bytes, reading) {
  const stem = name.replace(/\.\w+$/u, "");
  const ending = /\.\w+$/u.exec(name)?.[0] ?? "";
  const packed = bytes[0] === 0x1f || (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0;
  yield { kind: "name: none", name: "file", made: bytes };
  yield { kind: "name: another ending", name: `${stem}.bin`, made: bytes };
  const draw = random(bytes.length);
  for (const share of [draw(), draw(), draw(), 0.999]) {
    yield { kind: "cut", name, made: bytes.subarray(0, Math.floor(bytes.length * share)), cut: true };
  }
  if (!packed) {
    yield { kind: "packed: gzip", name: `${name}.gz`, made: gzipSync(bytes) };
    yield { kind: "packed: zip", name: `${stem}.zip`, made: zip([{ name, bytes }]) };
    yield { kind: "packed: zip with rubbish", name: `${stem}.zip`, made: zip([
      { name: `__MACOSX/._${name}`, bytes: Uint8Array.of(0, 5, 22, 7) }, { name: `export/${name}`, bytes }, { name: "photo.jpg", bytes: Uint8Array.of(255, 216, 255) }]) };
    yield { kind: "packed: tar.gz", name: `${stem}.tar.gz`, made: gzipSync(tar([{ name, bytes }])) };
  }
  const text = plain(bytes);
  if (text === null) return;
  yield* ofText(name, text, draw);
  if (reading.separator && reading.headerLine) yield* ofTable(stem, ending, text, reading, draw);
  if (/^\s*[[{]/u.test(text)) yield* ofJson(stem, text);
}

/** @param {Uint8Array} bytes @returns {string | null} */
function plain(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} text @param {() => number} draw @returns {Generator<Variation>} */
function* ofText(name, text, draw) {
  yield { kind: "encoding: UTF-8 with mark", name, made: bytesOf(`\ufeff${text}`) };
  yield { kind: "encoding: UTF-16 LE with mark", name, made: utf16(`\ufeff${text}`, true) };
  yield { kind: "encoding: UTF-16 BE with mark", name, made: utf16(`\ufeff${text}`, false) };
  yield { kind: "encoding: UTF-16 LE", name, made: utf16(text, true) };
  yield { kind: "encoding: Windows-1252", name, made: singleByte(text, CP1252, 0xa0) };
  yield { kind: "encoding: Macintosh", name, made: singleByte(text, MACINTOSH, 0x100) };
  yield { kind: "encoding: twice", name, made: bytesOf([...bytesOf(text)].map((b) => (b >= 0x80 && b < 0xa0 ? CP1252[b - 0x80] : String.fromCharCode(b))).join("")) };
  const broken = bytesOf(text);
  const at = Math.floor(broken.length * (0.5 + draw() / 2));
  if ((broken[at] ?? 0) > 96) yield { kind: "encoding: a broken byte", name, made: broken.map((b, i) => (i === at ? 0xff : b)), cut: true };
  const lines = text.replaceAll("\r\n", "\n");
  if (!/[^\r]\n/u.test(text.slice(0, 1e6)) || !text.includes("\r")) {
    yield { kind: "lines: CRLF", name, made: bytesOf(lines.replaceAll("\n", "\r\n")) };
    yield { kind: "lines: LF", name, made: bytesOf(lines) };
    yield { kind: "lines: CR", name, made: bytesOf(lines.replaceAll("\n", "\r")) };
    yield { kind: "lines: no last one", name, made: bytesOf(text.replace(/[\r\n]+$/u, "")) };
  }
}

/**
 * @param {string} stem
 * @param {string} ending
 * @param {string} text
 * @param {Reading} reading
 * @param {() => number} draw
 * @returns {Generator<Variation>}
 */
function* ofTable(stem, ending, text, reading, draw) {
  const all = /** @type {string[][]} */ (Papa.parse(text.replace(/^\ufeff/u, ""), { delimiter: reading.separator ?? ",", skipEmptyLines: true }).data);
  const first = reading.columns[0]?.name.replace(/^#\d+$/u, "") ?? "";
  const at = all.findIndex((row) => (row[0] ?? "").replaceAll(/\s+/gu, " ").trim() === first && row.length === reading.columns.length);
  const header = all[at];
  if (at < 0 || !header) return;
  const above = all.slice(0, at);
  const rows = all.slice(at + 1);
  if (rows.some((row) => row.length !== header.length)) return;
  const separator = reading.separator ?? ",";
  /** @param {string[]} names @param {string[][]} body @param {Papa.UnparseConfig} [config] */
  const write = (names, body, config = {}) => bytesOf(Papa.unparse([...above, names, ...body], { delimiter: separator, newline: "\r\n", ...config }));
  const name = `${stem}${ending || ".csv"}`;
  for (const [kind, delimiter] of /** @type {const} */ ([["comma", ","], ["semicolon", ";"], ["tab", "\t"], ["bar", "|"]])) {
    yield { kind: `separator: ${kind}`, name, made: write(header, rows, { delimiter }) };
  }
  yield { kind: "separator: said", name, made: bytesOf(`sep=;\r\n${Papa.unparse([header, ...rows], { delimiter: ";" })}`) };
  yield { kind: "quotes: all", name, made: write(header, rows, { quotes: true }) };
  yield { kind: "rows: title above", name, made: bytesOf(`Export of the campaign\r\n\r\n${Papa.unparse([header, ...rows], { delimiter: separator })}`) };
  yield { kind: "rows: titles above", name, made: bytesOf(`Report:${separator}March\r\nBrand:${separator}Café Lumen\r\nFrom:${separator}2023-03-01\r\n\r\n${Papa.unparse([header, ...rows], { delimiter: separator })}`) };
  yield { kind: "rows: blank ones", name, made: bytesOf(Papa.unparse([header, ...rows.flatMap((row) => [row, row.map(() => "")])], { delimiter: separator })), cut: true };
  const numeric = header.map((_, i) => rows.slice(0, 50).every((row) => /^\d{0,7}$/u.test(row[i] ?? "")) && rows.some((row) => row[i]));
  const total = (/** @type {string} */ word) => header.map((_, i) => (i === 0 ? word : numeric[i] ? "99999" : ""));
  if (numeric.slice(1).some(Boolean)) {
    for (const word of ["Total", "TOTAL GÉNÉRAL", "Gesamt"]) yield { kind: `rows: ${word}`, name, made: write(header, [...rows, total(word)]) };
  }
  yield { kind: "rows: header again", name, made: write(header, [...rows, header]) };
  /** @param {number[]} order */
  const picked = (order) => write(order.map((i) => header[i] ?? ""), rows.map((row) => order.map((i) => row[i] ?? "")));
  const order = header.map((_, i) => i);
  yield { kind: "columns: turned round", name, made: picked([...order].reverse()) };
  for (let i = 0; i < 3; i += 1) yield { kind: "columns: shuffled", name, made: picked(shuffled(order, draw)) };
  const roles = reading.columns.map(({ role }) => role);
  yield { kind: "columns: only those with a role", name, made: picked(order.filter((i) => roles[i] !== "ignored")) };
  yield { kind: "columns: half of those without", name, made: picked(order.filter((i) => roles[i] !== "ignored" || draw() < 0.5)) };
  yield { kind: "columns: numbered", name, made: write(["", ...header], rows.map((row, i) => [String(i), ...row])) };
  yield { kind: "columns: more of them", name, made: write(["Campaign", ...header, "Our notes", "internal_score"], rows.map((row) => ["spring", ...row, "seen", "0.5"])) };
  yield { kind: "columns: empty ones behind", name, made: write([...header, "", ""], rows.map((row) => [...row, "", ""])) };
  /** @param {(name: string) => string} change */
  const renamed = (change) => write(header.map(change), rows);
  yield { kind: "names: upper case", name, made: renamed((word) => word.toUpperCase()) };
  yield { kind: "names: lower case", name, made: renamed((word) => word.toLowerCase()) };
  yield { kind: "names: with blanks", name, made: renamed((word) => ` ${word.replaceAll("_", " ")} `) };
  yield { kind: "names: with underscores", name, made: renamed((word) => word.replaceAll(/[ .]+/gu, "_")) };
  yield { kind: "names: without accents", name, made: renamed((word) => word.normalize("NFD").replaceAll(/\p{M}/gu, "")) };
  yield { kind: "names: decomposed", name, made: renamed((word) => word.normalize("NFD")) };
  for (const [language, names] of Object.entries(HEADERS)) {
    const lists = Math.max(...Object.values(names).map((list) => list.length));
    for (let i = 0; i < lists; i += 1) {
      /** @type {Set<string>} */
      const taken = new Set();
      const there = new Set(header.map((word) => word.toLowerCase()));
      const told = header.map((word, column) => {
        const role = roles[column] ?? "ignored";
        const list = taken.has(role) ? undefined : names[role];
        taken.add(role);
        const name = list?.[i % list.length] ?? word;
        return there.has(name.toLowerCase()) ? word : name;
      });
      yield { kind: `names: in ${language}`, name, made: write(told, rows) };
    }
  }
  const records = rows.map((row) => Object.fromEntries(header.map((word, i) => [word || `#${i + 1}`, row[i] ?? ""])));
  if (new Set(header).size === header.length && !above.length) {
    yield { kind: "as JSON: array", name: `${stem}.json`, made: bytesOf(JSON.stringify(records)) };
    yield { kind: "as JSON: lines", name: `${stem}.jsonl`, made: bytesOf(records.map((record) => JSON.stringify(record)).join("\n")) };
    yield { kind: "as JSON: inside", name: `${stem}.json`, made: bytesOf(JSON.stringify({ exported: "2023-03-01", results: records }, null, 2)) };
  }
  yield { kind: "as a workbook", name: `${stem}.xlsx`, made: xlsx({ Sheet1: [...above, header, ...rows].map((row) => row.map(writable)) }) };
}

/** @param {string} stem @param {string} text @returns {Generator<Variation>} */
function* ofJson(stem, text) {
  /** @type {unknown[] | null} */
  let records = null;
  try {
    // Ids beyond what a number holds must stay as they are written.
    const whole = JSON.parse(text.replaceAll(/(?<=[:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/gu, '"$1"'));
    if (Array.isArray(whole)) records = whole;
  } catch {
    const lines = text.split("\n").filter((line) => line.trim());
    try {
      records = lines.map((line) => JSON.parse(line.replaceAll(/(?<=[:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/gu, '"$1"')));
    } catch {
      records = null;
    }
  }
  if (!records || records.length < 2) return;
  yield { kind: "JSON: as an array", name: `${stem}.json`, made: bytesOf(JSON.stringify(records)) };
  yield { kind: "JSON: as lines", name: `${stem}.jsonl`, made: bytesOf(records.map((record) => JSON.stringify(record)).join("\n")) };
  yield { kind: "JSON: inside", name: `${stem}.json`, made: bytesOf(JSON.stringify({ count: records.length, items: records })) };
  yield { kind: "JSON: indented", name: `${stem}.json`, made: bytesOf(JSON.stringify(records, null, 4)) };
}
