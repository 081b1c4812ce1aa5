/** @import { Lang, Translator } from "../shared/translate.js" */
import en from "../locales/en.ftl?raw";
import fr from "../locales/fr.ftl?raw";
import { translator } from "../shared/translate.js";

/** @type {Partial<Record<Lang, Translator>>} */
const made = {};
/** Messages of screens that come after the first. @type {Record<Lang, string>[]} */
const learnt = [];

/**
 * Messages and formats of a language, made once.
 * @param {Lang} lang
 * @returns {Translator}
 */
export function speaker(lang) {
  return (made[lang] ??= translator(lang, [lang === "fr" ? fr : en, ...learnt.map((more) => more[lang])]));
}

/**
 * Takes in the messages of a screen that came after the first.
 * @param {Record<Lang, string>} more Fluent files
 */
export function learn(more) {
  learnt.push(more);
  for (const lang of /** @type {Lang[]} */ (Object.keys(made))) delete made[lang];
}

/**
 * The first language of the browser that the page speaks.
 * @param {readonly string[]} wanted
 * @returns {Lang}
 */
export function preferred(wanted) {
  for (const tag of wanted) {
    if (/^fr\b/i.test(tag)) return "fr";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}
