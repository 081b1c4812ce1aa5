/**
 * What a frame and the page around it say to each other: names, versions and shapes, checked on both ends of the wire. No data of
 * a study is ever among them.
 *
 * @typedef {{ type: "sillage:set", lang?: "fr" | "en", theme?: "auto" | "light" | "dark" }} Wish
 */

/** The version of this wire. */
export const WIRE = 1;

/**
 * Whether a message opens the wire.
 * @param {unknown} data
 */
export function isHello(data) {
  return typeof data === "object" && data !== null && /** @type {Record<string, unknown>} */ (data)["type"] === "sillage:hello"
    && /** @type {Record<string, unknown>} */ (data)["v"] === WIRE;
}

/**
 * What a host may ask of the frame; anything else is nothing.
 * @param {unknown} data
 * @returns {Wish | null}
 */
export function wishOf(data) {
  if (typeof data !== "object" || data === null) return null;
  const { type, lang, theme } = /** @type {Record<string, unknown>} */ (data);
  if (type !== "sillage:set") return null;
  /** @type {Wish} */
  const wish = { type: "sillage:set" };
  if (lang === "fr" || lang === "en") wish.lang = lang;
  if (theme === "auto" || theme === "light" || theme === "dark") wish.theme = theme;
  return wish;
}
