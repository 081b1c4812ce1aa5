/** @param {readonly string[]} entries */
export function lines(entries) {
  return entries.join("\n");
}

/**
 * Entries separated by commas, semicolons or line ends; each once.
 * @param {string} text
 */
export function parseLines(text) {
  return [...new Set(parts(text, /[,;\r\n\t]/))];
}

/**
 * @param {string} text
 * @param {RegExp} between
 */
function parts(text, between) {
  return text.split(between).map((part) => part.trim()).filter((part) => part !== "");
}
