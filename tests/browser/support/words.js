/**
 * The page's own words, so that tests find things by their accessible names in either language.
 * @import { Lang, Translator } from "../../../www/shared/translate.js"
 */
import { readFileSync, readdirSync } from "node:fs";
import { inRoot } from "../../../scripts/build/paths.mjs";
import { translator } from "../../../www/shared/translate.js";

/** @param {Lang} lang */
export const fluent = (lang) => readdirSync(inRoot("www", "locales")).filter((name) => new RegExp(`^${lang}(-\\w+)?\\.ftl$`).test(name)).sort()
  .map((name) => readFileSync(inRoot("www", "locales", name), "utf8")).join("\n");

/** @type {Record<Lang, Translator>} */
export const words = { fr: translator("fr", fluent("fr")), en: translator("en", fluent("en")) };

/** @type {readonly Lang[]} */
export const LANGS = ["fr", "en"];

/**
 * Messages without parameters, by id.
 * @param {Lang} lang
 * @returns {Map<string, string>}
 */
export function fixedMessages(lang) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, id = ""] of fluent(lang).matchAll(/^([a-z][\w-]*) = ?(.*)$/gim)) {
    const text = words[lang].t(id);
    if (!/[{}]/.test(text)) found.set(id, text);
  }
  return found;
}
