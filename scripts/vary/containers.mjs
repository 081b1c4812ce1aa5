import { crc32, deflateRawSync } from "node:zlib";

/**
 * A zip archive.
 * @param {{ name: string, bytes: Uint8Array }[]} files
 * @returns {Uint8Array}
 */
export function zip(files) {
  /** @type {Buffer[]} */
  const local = [];
  /** @type {Buffer[]} */
  const directory = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const label = Buffer.from(name, "utf8");
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    local.push(Buffer.from("PK\u0003\u0004"), facts, label, packed);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), facts, rest, label);
    at += 30 + label.length + packed.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(names.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, names, Buffer.from("PK\u0005\u0006"), end]);
}

/**
 * A tar archive of one file.
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function tar(name, bytes) {
  const head = Buffer.alloc(512);
  head.write(Buffer.from(name).subarray(0, 99).toString("latin1"), 0, "latin1");
  head.write("0000644\0".padEnd(8), 100);
  head.write("0000000\0".padEnd(8), 108);
  head.write("0000000\0".padEnd(8), 116);
  head.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
  head.write(`${"0".repeat(11)}\0`, 136);
  head.write("        0", 148);
  head.write("ustar\u000000", 257);
  const sum = head.reduce((all, byte) => all + byte, 0);
  head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512 + 1024)]);
}

const escaped = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  // eslint-disable-next-line no-control-regex
  .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/gu, "");

/**
 * A workbook of one sheet, each cell a text.
 * @param {string[][]} rows
 * @returns {Uint8Array}
 */
export function workbook(rows) {
  const sheet = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => (cell === "" ? ""
    : `<c r="${letters(c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`)).join("")}</row>`).join("");
  const xml = (/** @type {string} */ body) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  return zip([
    { name: "[Content_Types].xml", bytes: xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>') },
    { name: "_rels/.rels", bytes: xml(`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
    { name: "xl/workbook.xml", bytes: xml(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
    { name: "xl/_rels/workbook.xml.rels", bytes: xml(`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`) },
    { name: "xl/worksheets/sheet1.xml", bytes: xml(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`) },
  ]);
}

/** @param {number} column */
function letters(column) {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
