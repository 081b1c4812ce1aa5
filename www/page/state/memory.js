/**
 * Choices of columns kept in this browser, only if the user asked for it. Without that, nothing is read from the storage
 * beyond one key that is not there, and nothing is ever written.
 *
 * @import { ImportOptions } from "../../shared/engine.d.ts"
 * @typedef {{ columns: string[], mapping: ImportOptions }} Kept one shape of table and how it is read
 */

/** The only key that the page ever writes. */
export const KEY = "sillage.mappings";
/** Shapes kept; the oldest goes first. */
const MOST = 50;
/** A longer text is not ours. */
const MAX_LENGTH = 500_000;

export class Memory {
  /** @param {() => Storage | null} storage */
  constructor(storage) {
    this.storage = storage;
  }

  /** Whether this browser lets the page keep anything. */
  get allowed() {
    try {
      return this.storage() !== null;
    } catch {
      return false;
    }
  }

  /** Whether anything is kept. */
  get any() {
    return this.all().length > 0;
  }

  /** Everything that is kept, the latest first. @returns {Kept[]} */
  all() {
    try {
      const text = this.storage()?.getItem(KEY);
      if (!text || text.length > MAX_LENGTH) return [];
      const found = /** @type {unknown} */ (JSON.parse(text));
      return Array.isArray(found) ? found.filter(isKept) : [];
    } catch {
      return [];
    }
  }

  /**
   * How a table of that shape was last read.
   * @param {readonly string[]} columns
   * @returns {ImportOptions | null}
   */
  find(columns) {
    const shape = shapeOf(columns);
    return this.all().find((each) => shapeOf(each.columns) === shape)?.mapping ?? null;
  }

  /**
   * @param {readonly string[]} columns
   * @param {ImportOptions} mapping
   * @returns {boolean} whether it could be kept
   */
  keep(columns, mapping) {
    const shape = shapeOf(columns);
    const others = this.all().filter((each) => shapeOf(each.columns) !== shape);
    return this.#write([{ columns: [...columns], mapping }, ...others].slice(0, MOST));
  }

  /** @param {readonly string[]} columns */
  forget(columns) {
    const shape = shapeOf(columns);
    this.#write(this.all().filter((each) => shapeOf(each.columns) !== shape));
  }

  /** Leaves nothing behind. */
  clear() {
    this.#write([]);
  }

  /** @param {Kept[]} all */
  #write(all) {
    try {
      const storage = this.storage();
      if (!storage) return false;
      if (all.length === 0) storage.removeItem(KEY);
      else storage.setItem(KEY, JSON.stringify(all));
      return true;
    } catch {
      // Full, or forbidden since: the choice holds for this session all the same.
      return false;
    }
  }
}

/**
 * Two tables have the same shape when they have the same set of column names.
 * @param {readonly string[]} columns
 */
function shapeOf(columns) {
  return JSON.stringify([...new Set(columns)].sort());
}

/**
 * What is in the storage may come from anybody who shares the address.
 * @param {unknown} value
 * @returns {value is Kept}
 */
function isKept(value) {
  if (typeof value !== "object" || value === null) return false;
  const { columns, mapping } = /** @type {Record<string, unknown>} */ (value);
  return Array.isArray(columns) && columns.every((each) => typeof each === "string")
    && isMapping(mapping);
}

/** @type {Record<string, (value: unknown) => boolean>} */
const FORMS = {
  format: isWord, encoding: isWord, platform: isWord,
  separator: (value) => typeof value === "string" && value.length === 1,
  quotes: (value) => typeof value === "boolean",
  dayFirst: (value) => typeof value === "boolean",
  decimal: (value) => value === "comma" || value === "point",
  headerLine: (value) => Number.isInteger(value) && /** @type {number} */ (value) >= 0,
  repairText: (value) => typeof value === "boolean",
  list: isWord,
  roles: (value) => typeof value === "object" && value !== null && Object.values(value).every(isWord),
};

/**
 * Whether a value from outside can be choices of how a file is read.
 * @param {unknown} mapping
 * @returns {mapping is ImportOptions}
 */
export function isMapping(mapping) {
  return typeof mapping === "object" && mapping !== null && !Array.isArray(mapping) && Object.entries(mapping).every(([name, value]) => Object.hasOwn(FORMS, name) && FORMS[name]?.(value));
}

/** @param {unknown} value */
function isWord(value) {
  return typeof value === "string" && /^[a-z0-9_-]{1,40}$/.test(value);
}
