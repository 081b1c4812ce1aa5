/**
 * @import { ImportOptions, Receipt } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 */
import { open } from "../../api/browser.js";
import { isContainer } from "../../api/sniff.js";
import { SillageError } from "../../shared/errors.js";

/** The engine itself decides on so many first bytes. */
const BYTES = 256 << 10;
/** A container has no beginning that can be read by itself; a larger one is not read twice for a look. */
const CONTAINER_BYTES = 48 << 20;

/**
 * Reads the beginning of a file in an engine of its own, to show what a choice of columns would make of it. Nothing of it
 * enters the study.
 */
export class Sketch {
  constructor() {
    /** @type {Promise<Study> | null} */
    this.study = null;
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /**
   * The receipt of the first rows.
   * @param {File} file
   * @param {ImportOptions} mapping
   * @param {string | null} [path] of one file inside the archive or workbook
   * @returns {Promise<Receipt>}
   * @throws {SillageError}
   */
  read(file, mapping, path = null) {
    const mine = this.turn.then(async () => {
      const study = await (this.study ??= open());
      const sample = await beginning(file);
      try {
        const receipt = await study.add(sample, path === null ? { name: file.name, mapping } : { name: file.name, parts: { [path]: mapping } });
        return ofPart(receipt, path);
      } catch (error) {
        throw SillageError.from(error);
      } finally {
        await study.remove(sample);
      }
    });
    this.turn = mine.catch(() => {});
    return mine;
  }

  /**
   * Names of the columns of a table as it is detected, whether it is understood or not; null for anything else, and for
   * a table that does not name its columns.
   * @param {File} file
   * @returns {Promise<string[] | null>}
   */
  async columns(file) {
    if (!await canSketch(file)) return null;
    const receipt = await this.read(file, {}).catch((error) =>
      (error.code === "format.unknown" ? this.read(file, { format: "posts" }).catch(() => null) : null));
    if (!receipt || receipt.headerLine === null || receipt.columns.length === 0) return null;
    return receipt.columns.map((column) => column.name);
  }

  /** Gives the memory back. It can be used again. */
  close() {
    const { study } = this;
    this.study = null;
    void this.turn.then(() => study?.then((each) => each.close(), () => {}));
  }
}

/**
 * The receipt of one part; of the only one that was read, where none is named.
 * @param {Receipt} receipt
 * @param {string | null} path
 * @returns {Receipt}
 */
function ofPart(receipt, path) {
  const { parts = [] } = receipt;
  if (parts.length === 0) return receipt;
  const part = path === null ? parts.find((each) => each.receipt) : parts.find((each) => each.path === path);
  if (part?.receipt) return part.receipt;
  throw SillageError.from(part?.error ?? new SillageError("format.unknown", { seen: "" }));
}

/**
 * Whether a file can be looked at without reading all of it.
 * @param {File} file
 * @returns {Promise<boolean>}
 */
export async function canSketch(file) {
  return file.size <= CONTAINER_BYTES || !await isContainer(file, file.name).catch(() => true);
}

/**
 * The first bytes, cut after a line, so that no row is torn.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function beginning(file) {
  if (file.size <= BYTES || await isContainer(file, file.name)) return file;
  const head = new Uint8Array(await file.slice(0, BYTES).arrayBuffer());
  const cut = head.lastIndexOf(10);
  if (cut < 0) return file.slice(0, BYTES);
  // UTF-16 with the low byte first writes a zero after each line feed.
  return file.slice(0, head[0] === 0xff && head[1] === 0xfe ? cut + 2 : cut + 1);
}
