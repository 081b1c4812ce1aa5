/**
 * Where a desk stands. On our own page the whole document is ours; inside somebody else's page nothing beyond the element
 * is.
 *
 * @import { OpenOptions } from "../../api/browser.js"
 * @import { Screen } from "./screens.js"
 *
 * @typedef {object} Place
 * @property {boolean} own whether the document is ours: its title, its address, its printing, its leaving
 * @property {boolean} sealed whether a policy of ours keeps everything inside the document
 * @property {boolean} readonly whether the study can be looked at, and not changed
 * @property {boolean} plain whether a screen is only what it is named after: its finding and its table, or its map
 * @property {readonly Screen[]} screens those that are shown
 * @property {number} mostBytes size of the largest file that is taken
 * @property {(hash: string) => void} address says in the address what is looked at
 * @property {() => Storage | null} storage where choices may be kept, at the user's word
 * @property {() => OpenOptions} engine where the engine is taken from
 * @property {(blob: Blob, name: string) => boolean} gives whether a file may be handed to the browser's downloads
 */
import { SCREENS } from "./screens.js";

/** Our own page. @type {Place} */
export const OWN_PAGE = Object.freeze({
  own: true,
  sealed: true,
  readonly: false,
  plain: false,
  screens: SCREENS,
  mostBytes: Infinity,
  address(/** @type {string} */ hash) {
    try {
      history.replaceState(null, "", hash);
    } catch {
      // Some frames forbid it; the page works without.
    }
  },
  storage: () => globalThis.localStorage ?? null,
  engine: () => ({}),
  gives: () => true,
});
