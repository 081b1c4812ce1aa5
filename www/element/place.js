/**
 * @import { OpenOptions } from "../api/browser.js"
 * @import { Place } from "../page/state/place.js"
 * @import { Screen } from "../page/state/screens.js"
 * @import { SillageApp } from "./sillage-app.js"
 */
import { SCREENS } from "../page/state/screens.js";

/** Screens of each view. The first one is where files come in; it is shown before there is a result, whatever the view. */
export const VIEWS = /** @type {const} */ ({
  full: SCREENS,
  results: ["audiences", "influencers", "team", "measure"],
  map: ["audiences"],
  table: ["influencers"],
});
/** Screens that change the study. @type {readonly Screen[]} */
const CHANGING = ["ground", "objective"];

/**
 * Inside somebody else's page: nothing beyond the element is touched.
 * @implements {Place}
 */
export class ElementPlace {
  constructor() {
    /** @type {SillageApp | null} */
    this.element = null;
    this.own = false;
    /** Said by the frame's own document, whose policy is ours. */
    this.sealed = false;
  }

  get readonly() {
    return this.element?.readonly ?? false;
  }

  get plain() {
    const view = this.element?.view;
    return view === "map" || view === "table";
  }

  /** @returns {readonly Screen[]} */
  get screens() {
    const named = (this.element?.sections ?? "").split(/[\s,]+/);
    const listed = SCREENS.filter((screen) => named.includes(screen));
    const wanted = listed.length > 0 ? listed : SCREENS.filter((screen) => /** @type {readonly Screen[]} */ (VIEWS[this.element?.view ?? "full"]).includes(screen));
    return this.readonly ? wanted.filter((screen) => !CHANGING.includes(screen)) : wanted;
  }

  get mostBytes() {
    return bytesOf(this.element?.maxFileSize ?? "");
  }

  /** The address is the host's. */
  address() {}

  /** @returns {Storage | null} */
  storage() {
    const where = this.element?.storage;
    if (where === "local") return globalThis.localStorage ?? null;
    return where === "session" ? globalThis.sessionStorage ?? null : null;
  }

  /** @returns {OpenOptions} */
  engine() {
    const address = this.element?.workerSrc;
    return address ? { workerUrl: new URL(address, document.baseURI).href } : {};
  }

  /** @param {Blob} blob @param {string} name */
  gives(blob, name) {
    return this.element?.giving(blob, name) ?? true;
  }
}

const UNITS = { "": 1, k: 1e3, m: 1e6, g: 1e9 };

/**
 * `50MB`, `2 Go`, `800000` → bytes; what is no size is no limit.
 * @param {string} text
 */
export function bytesOf(text) {
  const match = /^\s*(\d{1,15}(?:[.,]\d{1,3})?)\s*([kmg]?)(?:i?[bo])?\s*$/i.exec(text);
  if (!match) return Infinity;
  const [, number = "", unit = ""] = match;
  return Number(number.replace(",", ".")) * UNITS[/** @type {keyof typeof UNITS} */ (unit.toLowerCase())];
}
