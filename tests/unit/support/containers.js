/** Archives and workbooks made in the test. All people in them are invented. */
import { crc32, deflateRawSync } from "node:zlib";

/** @typedef {{ name: string, bytes: Uint8Array | string, flags?: number, sum?: number, method?: number }} Entry */

/**
 * A zip archive.
 * @param {Entry[]} entries
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(entries) {
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const directory = [];
  let at = 0;
  for (const { name, bytes, flags = 0x800, sum, method = 8 } of entries) {
    const [path, content] = [Buffer.from(name), Buffer.from(bytes)];
    const packed = method === 8 ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(sum ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), fields, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), fields, tail, path);
    bodies.push(body);
    at += body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...bodies, listing, Buffer.from("PK\x05\x06"), end]));
}

/**
 * A tar archive.
 * @param {{ name: string, bytes: Uint8Array | string }[]} entries
 */
export function tar(entries) {
  const blocks = entries.flatMap(({ name, bytes }) => {
    const content = Buffer.from(bytes);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write("0000644\0", 100);
    head.write(content.length.toString(8).padStart(11, "0"), 124);
    head.write("0", 156);
    head.write("ustar\x0000", 257);
    head.fill(" ", 148, 156);
    head.write(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0")}\0`, 148);
    return [head, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/**
 * A workbook with one sheet for each table of cells; numbers are numbers, everything else is text.
 * @param {Record<string, (string | number)[][]>} sheets
 */
export function xlsx(sheets) {
  const names = Object.keys(sheets);
  const escape = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const cell = (/** @type {string | number} */ value) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  return zip([
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    {
      name: "xl/workbook.xml",
      bytes: `<workbook><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i}"/>`).join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i}" Type="${relation}" Target="worksheets/s${i}.xml"/>`).join("")}</Relationships>`,
    },
    ...names.map((name, i) => ({
      name: `xl/worksheets/s${i}.xml`,
      bytes: `<worksheet><sheetData>${sheets[name]?.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`,
    })),
  ]);
}
