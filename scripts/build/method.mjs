import { readFileSync } from "node:fs";
import { marked } from "marked";
import { inRoot } from "./paths.mjs";

/**
 * @import { Plugin } from "vite"
 * @import { Token, Tokens } from "marked"
 * @import { Block, Inline } from "../../www/page/parts/prose.js"
 */

/** The method in each language: the very documents of `docs/`, as blocks that the page can show without markup. */
const SOURCES = { fr: "methode.md", en: "method.md" };

/**
 * Provides `virtual:sillage-method`.
 * @returns {Plugin}
 */
export function methodPages() {
  const id = "virtual:sillage-method";
  return {
    name: "sillage-method",
    enforce: "pre",
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load: (asked) => (asked === `\0${id}`
      ? Object.entries(SOURCES).map(([lang, file]) => `export const ${lang} = ${JSON.stringify(blocks(readFileSync(inRoot("docs", file), "utf8")))};`).join("\n")
      : null),
  };
}

/**
 * The blocks of a Markdown document. What the page does not know how to show is an error of the build.
 * @param {string} markdown
 * @returns {Block[]}
 */
export function blocks(markdown) {
  return marked.lexer(markdown).flatMap((token) => block(token));
}

/**
 * @param {Token} token
 * @returns {Block[]}
 */
function block(token) {
  if (token.type === "space") return [];
  if (token.type === "heading") return [{ is: "heading", depth: token["depth"], inside: inlines(token) }];
  if (token.type === "paragraph" || token.type === "text") return [{ is: "paragraph", inside: inlines(token) }];
  if (token.type === "code") return [{ is: "code", text: token["text"] }];
  if (token.type === "list") {
    const list = /** @type {Tokens.List} */ (token);
    return [{ is: "list", ordered: list.ordered, items: list.items.map((item) => item.tokens.flatMap((each) => block(each))) }];
  }
  if (token.type === "table") {
    const table = /** @type {Tokens.Table} */ (token);
    return [{ is: "table", header: table.header.map((cell) => inlines(cell)), rows: table.rows.map((row) => row.map((cell) => inlines(cell))) }];
  }
  throw new Error(`the method holds a ${token.type}, which the page cannot show: ${token.raw.slice(0, 60)}`);
}

/**
 * @param {{ tokens?: Token[] | undefined }} token
 * @returns {Inline[]}
 */
function inlines({ tokens = [] }) {
  return tokens.flatMap((token) => {
    if (token.type === "text" || token.type === "escape") return [{ is: "text", text: unescaped(token["text"]) }];
    if (token.type === "codespan") return [{ is: "code", text: unescaped(token["text"]) }];
    if (token.type === "strong" || token.type === "em") return [{ is: token.type, inside: inlines(token) }];
    // The page has no other documents to go to: a link is its words.
    if (token.type === "link") return inlines(token);
    if (token.type === "br") return [{ is: "text", text: " " }];
    throw new Error(`the method holds a ${token.type}, which the page cannot show: ${token.raw.slice(0, 60)}`);
  });
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'" })[/** @type {"amp"} */ (name)]);
}
