/** Entries of a list, and letters of one. */
const MOST = 100_000;
const LETTERS = 500;
/** Titles of a column of names, which are nobody's. */
const TITLES = new Set(["handle", "handles", "account", "accounts", "username", "user", "name", "url", "link", "profile",
  "compte", "comptes", "identifiant", "utilisateur", "nom", "lien", "profil", "pseudo", "@"]);

/**
 * The entries of a text: one a line, or the cells of a table. Of a line with several cells, those with a space in them are
 * not names.
 * @param {string} text
 * @returns {string[]}
 */
export function entriesFrom(text) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const line of text.replace(/^\ufeff/, "").split(/[\r\n]+/)) {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^["']+|["']+$/g, "").trim()).filter(Boolean);
    for (const cell of cells) {
      if (found.size >= MOST) return [...found];
      if (cell.length <= LETTERS && !TITLES.has(cell.toLowerCase()) && (cells.length === 1 || !/\s/.test(cell))) found.add(cell);
    }
  }
  return [...found];
}
