/** @import { Cell } from "./xlsx.js" */
import { workbook } from "./xlsx.js";

/** Columns of the ranking that hold texts; all others hold numbers. */
const TEXTS = new Set(["handle", "name", "profileUrl", "platform"]);
const WIDTHS = { handle: 26, name: 26, profileUrl: 34, platform: 12 };

/**
 * @typedef {object} BookOptions how the workbook is written
 * @property {Record<string, string>} [headers] titles of the columns, by code
 * @property {{ ranking: string, notes: string }} [sheets] names of the sheets
 * @property {readonly (readonly [string, string | number])[]} [notes] what the second sheet says: sources, dates, method
 */

/**
 * The ranking as a workbook, with a sheet that says what it is made of.
 * @param {Uint8Array} table the ranking as machines read it: commas, points, codes for titles, texts as they are
 * @param {BookOptions} options
 */
export function rankingBook(table, { headers = {}, sheets = { ranking: "Ranking", notes: "Notes" }, notes = [] }) {
  const rows = cells(new TextDecoder().decode(table));
  const codes = /** @type {string[]} */ (rows.next().value ?? []);
  /** @returns {Generator<Cell[]>} */
  function* ranking() {
    yield codes.map((code) => headers[code] ?? code);
    for (const row of rows) yield row.map((cell, at) => (cell === "" ? null : TEXTS.has(codes[at] ?? "") ? cell : Number(cell)));
  }
  return workbook([
    { name: sheets.ranking, head: true, rows: ranking(), widths: codes.map((code) => WIDTHS[/** @type {keyof typeof WIDTHS} */ (code)] ?? 13) },
    ...(notes.length > 0 ? [{ name: sheets.notes, rows: notes, widths: [34, 96] }] : []),
  ]);
}

/**
 * Rows of a table with commas, as the engine writes it.
 * @param {string} text
 * @returns {Generator<string[]>}
 */
export function* cells(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/y;
  /** @type {string[]} */
  let row = [];
  cell.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return;
    row.push(found[1] === undefined ? found[2] ?? "" : found[1].replaceAll('""', '"'));
    if (found[3] === ",") continue;
    yield row;
    row = [];
  }
}
