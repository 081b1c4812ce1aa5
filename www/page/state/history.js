/** How long changes of the same thing count as one change. */
const MERGE_MS = 1_000;
/** Steps kept. */
const DEPTH = 200;

/**
 * Undo and redo of a value that is replaced, never changed in place.
 * @template T
 */
export class History {
  /** @param {() => number} [now] */
  constructor(now = () => performance.now()) {
    this.now = now;
    /** @type {T[]} */
    this.past = [];
    /** @type {T[]} */
    this.future = [];
    this.last = { key: "", at: -Infinity };
  }

  /**
   * Notes the value as it was before a change.
   * @param {T} before
   * @param {string} key changes with the same key in a row (a slider, typing) are undone together
   */
  note(before, key) {
    const at = this.now();
    const joins = key === this.last.key && at - this.last.at < MERGE_MS && this.past.length > 0;
    this.last = { key, at };
    this.future.length = 0;
    if (joins) return;
    this.past.push(before);
    if (this.past.length > DEPTH) this.past.shift();
  }

  /**
   * @param {T} present
   * @returns {T | undefined} the value to go back to
   */
  undo(present) {
    const value = this.past.pop();
    if (value !== undefined) this.future.push(present);
    this.last = { key: "", at: -Infinity };
    return value;
  }

  /**
   * @param {T} present
   * @returns {T | undefined}
   */
  redo(present) {
    const value = this.future.pop();
    if (value !== undefined) this.past.push(present);
    this.last = { key: "", at: -Infinity };
    return value;
  }
}
