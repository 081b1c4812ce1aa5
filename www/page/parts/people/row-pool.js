/**
 * @import { Shown } from "./row.js"
 * @import { RowWords } from "./row-words.js"
 */
import { TableRow } from "./row.js";

/**
 * The rows of the ranking that are in the document. Those that scroll out of sight are filled again for those that come
 * into it: none is made, none is moved while the list is. Once it rests, they stand in the document in their order again.
 */
export class RowPool {
  /** @param {HTMLElement} body */
  constructor(body) {
    this.body = body;
    /** By place in the list. @type {Map<number, TableRow>} */
    this.shown = new Map();
    /** @type {WeakMap<Element, TableRow>} */
    this.of = new WeakMap();
    /** @type {readonly unknown[]} */
    this.columns = [];
  }

  /** The row that an element is in. @param {Element} element */
  around(element) {
    const box = element.closest("tr");
    return (box && this.of.get(box)) ?? null;
  }

  /**
   * Shows a part of the list.
   * @param {number} from
   * @param {number} to
   * @param {number} height of a row
   * @param {RowWords} words
   * @param {(at: number) => Shown} what
   * @param {{ spare?: boolean }} [options] `spare`: rows that are not needed stay where they were, for the next ones to come
   */
  show(from, to, height, words, what, { spare = false } = {}) {
    if (words.columns.join() !== this.columns.join()) this.clear();
    this.columns = words.columns;
    const kept = this.focused;
    /** @type {[number, TableRow][]} */
    const free = [];
    for (const [at, row] of this.shown) {
      // Whoever reads with the keyboard keeps their place, wherever the list is scrolled to.
      if ((at < from || at >= to) && row !== kept) free.push([at, row]);
    }
    for (let at = from; at < to; at += 1) {
      let row = this.shown.get(at);
      if (!row) {
        const [before, old] = free.pop() ?? [-1, this.#made(words)];
        this.shown.delete(before);
        this.shown.set(at, (row = old));
      }
      row.show(what(at), at * height);
    }
    if (kept?.shown && (kept.shown.at < from || kept.shown.at >= to)) kept.show(what(kept.shown.at), kept.shown.at * height);
    if (spare) return;
    for (const [at, { box }] of free) {
      this.shown.delete(at);
      box.remove();
    }
  }

  /** @param {RowWords} words */
  #made(words) {
    const row = new TableRow(words);
    this.of.set(row.box, row);
    this.body.append(row.box);
    return row;
  }

  /** The row that has the focus. */
  get focused() {
    const root = /** @type {Document | ShadowRoot} */ (this.body.getRootNode());
    const { activeElement } = root;
    return activeElement && this.body.contains(activeElement) ? this.around(activeElement) : null;
  }

  /** Puts rows into the order of the list in the document as well; the one that has the focus is not touched. */
  arrange() {
    const rows = [...this.shown].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
    if (rows.every(({ box }, at) => box === this.body.children[at])) return;
    const kept = this.focused;
    const middle = Math.max(0, kept ? rows.indexOf(kept) : 0);
    const { body } = this;
    rows.slice(0, middle).forEach(({ box }) => kept && body.insertBefore(box, kept.box));
    let next = /** @type {ChildNode | null} */ (kept ? kept.box : body.firstChild);
    for (const { box } of rows.slice(middle)) {
      if (box === next) next = next.nextSibling;
      else body.insertBefore(box, next);
    }
  }

  clear() {
    for (const { box } of this.shown.values()) box.remove();
    this.shown.clear();
  }
}
