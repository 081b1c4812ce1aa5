/** @import { Lang } from "../../shared/translate.js" */

/**
 * A table for a spreadsheet of the language: UTF-8 with a byte-order mark, CRLF, semicolon and decimal comma in French.
 * Text that a spreadsheet would take for a formula is guarded with `'`; numbers never are, unknown ones are empty.
 * @param {Lang} lang
 * @param {readonly (readonly (string | number | null)[])[]} rows
 * @returns {string}
 */
export function csv(lang, rows) {
  const separator = lang === "fr" ? ";" : ",";
  return `\ufeff${rows.map((row) => row.map((value) => cell(value, lang)).join(separator)).join("\r\n")}\r\n`;
}

/**
 * @param {string | number | null} value
 * @param {Lang} lang
 */
function cell(value, lang) {
  if (value === null) return "";
  if (typeof value === "number") {
    const text = Number.isFinite(value) ? String(value) : "";
    return lang === "fr" ? text.replace(".", ",") : text;
  }
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return guarded !== value || /[",;\t\r\n]|^\s|\s$/.test(value) ? `"${guarded.replaceAll('"', '""')}"` : value;
}
