/** @import { SettingsPatch } from "../shared/engine.d.ts" */
/** @import { Lang } from "../shared/translate.js" */

/** The questions that the invented campaigns answer well. @type {Record<Lang, SettingsPatch>} */
export const SAMPLE_SETTINGS = {
  fr: { objective: "consideration", brief: "café, torréfaction, espresso, barista" },
  en: { objective: "consideration", brief: "tea, oolong, gongfu, looseleaf, infusion" },
};

/**
 * Brings the samples in while the page is young, so that nothing at all is asked of the network once it works.
 * @returns {Promise<unknown>}
 */
export function preload() {
  return Promise.allSettled([sample("fr"), sample("en")]);
}

/**
 * The invented campaign of a language, as a file like any other. Loaded when first asked for.
 * @param {Lang} lang
 * @returns {Promise<File>}
 */
export async function sample(lang) {
  const [name, { default: text }] = lang === "fr"
    ? ["cafe-lumiere.fr.csv", await import("../samples/cafe-lumiere.fr.csv?raw")]
    : ["tea.en.csv", await import("../samples/tea.en.csv?raw")];
  return new File([text], name, { type: "text/csv" });
}
