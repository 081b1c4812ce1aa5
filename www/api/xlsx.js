/**
 * A workbook (.xlsx) written sheet by sheet, straight into the zip that it is: memory for what is compressed alone.
 * Texts are texts and numbers are numbers: nothing is a formula, so that nothing a cell begins with can become one, and an
 * id of 19 digits stays what it is. Compression is the platform's own (`CompressionStream`), off the thread.
 *
 * @typedef {string | number | null} Cell a text, a number, or nothing
 * @typedef {object} Sheet
 * @property {string} name
 * @property {Iterable<readonly Cell[]>} rows the first one holds the titles of the columns, where `head` is set
 * @property {boolean} [head] the first row stays in sight
 * @property {readonly number[]} [widths] of the columns, in letters
 */

/** What a sheet of a spreadsheet holds. */
const MOST_ROWS = 1_048_576;
/** Letters of a cell. */
const MOST_TEXT = 32_767;
/** Letters of a name of a sheet, and those that it cannot have. */
const MOST_NAME = 31;
/** Text that is compressed at once. */
const PIECE = 1 << 17;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/**
 * @param {readonly Sheet[]} sheets
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function workbook(sheets) {
  const names = named(sheets);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`);
  const zip = new Zip();
  await zip.add("[Content_Types].xml", [`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join("")}</Types>`]);
  await zip.add("_rels/.rels", [`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`]);
  await zip.add("xl/workbook.xml", [`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`]);
  await zip.add("xl/_rels/workbook.xml.rels", [`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`]);
  await zip.add("xl/styles.xml", [`${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`]);
  for (const [at, sheet] of sheets.entries()) await zip.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet));
  return zip.finish();
}

/** Names of sheets as spreadsheets allow them, each once. @param {readonly Sheet[]} sheets */
function named(sheets) {
  /** @type {Set<string>} */
  const taken = new Set();
  return sheets.map(({ name }, at) => {
    let found = clean(name).replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, MOST_NAME) || String(at + 1);
    while (taken.has(found.toLowerCase())) found = `${found.slice(0, MOST_NAME - 4)} ${at + 1}`;
    taken.add(found.toLowerCase());
    return found;
  });
}

/** @param {Sheet} sheet */
function* sheetXml({ rows, head = false, widths = [] }) {
  yield `${HEAD}<worksheet xmlns="${MAIN}">`;
  if (head) yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  if (widths.length > 0) yield `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;
  yield "<sheetData>";
  let text = "";
  let number = 0;
  for (const row of rows) {
    if (number >= MOST_ROWS) break;
    number += 1;
    const titles = head && number === 1;
    text += `<row r="${number}">${row.map((cell, at) => cellXml(cell, `${letters(at)}${number}`, titles ? 1 : head ? 2 : 3)).join("")}</row>`;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield `${text}</sheetData></worksheet>`;
}

/**
 * @param {Cell} cell
 * @param {string} at
 * @param {number} style of a text
 */
function cellXml(cell, at, style) {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : "";
  // What looks like an escape of the format is none.
  const text = escaped(clean(cell).slice(0, MOST_TEXT).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. @param {number} at @returns {string} */
export function letters(at) {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));
}

/** Without what XML cannot hold. @param {string} text */
function clean(text) {
  return text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (letter) => (letter === "\r" ? "\n" : "\ufffd"));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A zip, written once from beginning to end; dates are those of no day. */
class Zip {
  constructor() {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    this.parts = [];
    /** @type {Uint8Array<ArrayBuffer>[]} */
    this.directory = [];
    this.at = 0;
  }

  /**
   * @param {string} name
   * @param {Iterable<string>} texts
   */
  async add(name, texts) {
    const encoder = new TextEncoder();
    let [crc, size] = [-1, 0];
    const source = texts[Symbol.iterator]();
    const plain = new ReadableStream({
      pull(controller) {
        const { value, done } = source.next();
        if (done) return controller.close();
        const bytes = encoder.encode(value);
        for (const byte of bytes) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
        size += bytes.length;
        controller.enqueue(bytes);
      },
    }, { highWaterMark: 0 });
    const squeezed = new Uint8Array(await new Response(plain.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
    const path = encoder.encode(name);
    /** @param {number} length @param {number} signature @param {number} from where the fields that both headers share begin */
    const header = (length, signature, from) => {
      const bytes = new Uint8Array(length + path.length);
      const view = new DataView(bytes.buffer);
      view.setUint32(0, signature, true);
      view.setUint16(from, 20, true);
      view.setUint16(from + 2, 0x0800, true); // names are UTF-8
      view.setUint16(from + 4, 8, true);
      view.setUint16(from + 8, 0x21, true); // 1 January 1980
      view.setUint32(from + 10, ~crc >>> 0, true);
      view.setUint32(from + 14, squeezed.length, true);
      view.setUint32(from + 18, size, true);
      view.setUint16(from + 22, path.length, true);
      bytes.set(path, length);
      return { bytes, view };
    };
    const { bytes } = header(30, 0x04034b50, 4);
    const entry = header(46, 0x02014b50, 6);
    entry.view.setUint16(4, 20, true);
    entry.view.setUint32(42, this.at, true);
    this.parts.push(bytes, squeezed);
    this.directory.push(entry.bytes);
    this.at += bytes.length + squeezed.length;
  }

  /** @returns {Uint8Array<ArrayBuffer>} */
  finish() {
    const size = this.directory.reduce((sum, { length }) => sum + length, 0);
    const end = new Uint8Array(22);
    const view = new DataView(end.buffer);
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, this.directory.length, true);
    view.setUint16(10, this.directory.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, this.at, true);
    const all = [...this.parts, ...this.directory, end];
    const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of all) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
