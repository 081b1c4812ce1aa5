/**
 * @import { ImportOptions, Receipt } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 */
import { open } from "../../api/browser.js";
import { SillageError } from "../../shared/errors.js";

/** The engine itself decides on so many first bytes. */
const BYTES = 256 << 10;

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
   * @returns {Promise<Receipt>}
   * @throws {SillageError}
   */
  read(file, mapping) {
    const mine = this.turn.then(async () => {
      const study = await (this.study ??= open());
      const sample = await beginning(file);
      try {
        return await study.add(sample, { name: file.name, mapping });
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
 * The first bytes, cut after a line, so that no row is torn.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function beginning(file) {
  if (file.size <= BYTES) return file;
  const head = new Uint8Array(await file.slice(0, BYTES).arrayBuffer());
  const cut = head.lastIndexOf(10);
  if (cut < 0) return file.slice(0, BYTES);
  // UTF-16 with the low byte first writes a zero after each line feed.
  return file.slice(0, head[0] === 0xff && head[1] === 0xfe ? cut + 2 : cut + 1);
}
