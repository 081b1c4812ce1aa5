/**
 * @import { SettingsPatch } from "../../shared/engine.d.ts"
 * @import { Lang } from "../../shared/translate.js"
 * @import { Screen } from "./screens.js"
 *
 * @typedef {"auto" | "light" | "dark"} Theme
 * @typedef {{ lang: Lang | null, theme: Theme | null, screen: Screen | null, settings: SettingsPatch }} Hash
 */
import { settingsFrom } from "../../shared/settings.js";
import { SCREENS } from "./screens.js";

/** A longer hash is nobody's settings. */
const MAX_LENGTH = 16_384;

/**
 * What the part of the address after `#` asks for. It may come from anybody: unknown keys are dropped, values are
 * checked one by one, nothing throws.
 *
 * @param {string} text with or without `#`
 * @returns {Hash}
 */
export function readHash(text) {
  /** @type {Map<string, string>} */
  const values = new Map();
  if (text.length <= MAX_LENGTH) {
    for (const [key, value] of new URLSearchParams(text.replace(/^#/, ""))) if (!values.has(key)) values.set(key, value);
  }
  return {
    lang: oneOf(values.get("lang"), /** @type {const} */ (["fr", "en"])),
    theme: oneOf(values.get("theme"), /** @type {const} */ (["auto", "light", "dark"])),
    screen: oneOf(values.get("screen"), SCREENS),
    settings: settingsFrom(values),
  };
}

/**
 * The hash that says the same; no data and no settings in it.
 * @param {{ lang: Lang, theme: Theme, screen: Screen }} state
 */
export function writeHash({ lang, theme, screen }) {
  const values = new URLSearchParams({ lang });
  if (theme !== "auto") values.set("theme", theme);
  if (screen !== "ground") values.set("screen", screen);
  return `#${values}`;
}

/**
 * @template {string} T
 * @param {string | undefined} value
 * @param {readonly T[]} allowed
 * @returns {T | null}
 */
function oneOf(value, allowed) {
  return allowed.includes(/** @type {T} */ (value)) ? /** @type {T} */ (value) : null;
}
