/**
 * A measure of the graph that takes long, two workers: the engine does its first blocks, a helper its last ones, one by
 * one until they meet. The engine adds them in their order (src/graph/blocks.rs), so the result never depends on who did
 * which, and a block that the helper does not bring back is done by the engine.
 *
 * @import { Progress } from "../shared/engine.d.ts"
 * @import { Transport } from "./study.js"
 *
 * @typedef {object} Work a job, and the graph by its rows
 * @property {string} job
 * @property {Uint32Array<ArrayBuffer>} start
 * @property {Uint32Array<ArrayBuffer>} to
 * @property {Float32Array<ArrayBuffer>} weight
 */

/** Work that is shorter than that is not worth a second worker. */
export const worth = { ms: 150 };
/** Nor is work of which more is done. */
const SHARE_DONE = 0.75;

/** Shares one measure, once it turns out to be long. */
export class Blocks {
  /** @param {Transport} engine that works on the measure */
  constructor(engine) {
    this.engine = engine;
    /** @type {Transport | null} */
    this.helper = null;
    this.begun = false;
    this.closed = false;
  }

  /**
   * Hears where the measure stands.
   * @param {Progress} progress
   * @param {number} elapsed
   */
  hear({ share, finished }, elapsed) {
    if (this.begun || this.closed || finished || elapsed < worth.ms || share > SHARE_DONE) return;
    this.begun = true;
    this.helper = this.engine.helper?.() ?? null;
    if (this.helper) this.#share(this.helper).catch(() => {}).finally(() => this.close());
  }

  /** @param {Transport} helper */
  async #share(helper) {
    await helper.start();
    if (this.closed) return;
    const work = /** @type {Work | undefined} */ (await this.engine.call("shareMeasure", []));
    if (!work || this.closed) return;
    const { job, start, to, weight } = work;
    await helper.call("beginHelp", [job, start, to, weight], { transfer: [start.buffer, to.buffer, weight.buffer] });
    while (!this.closed) {
      const block = /** @type {number | undefined} */ (await this.engine.call("giveBlock", []));
      if (block === undefined || this.closed) return;
      /** @type {Float64Array<ArrayBuffer> | null} */
      const partial = await helper.call("doBlock", [block]).catch(() => null);
      // Once the measure is over, a block may be another measure's.
      if (this.closed) return;
      if (!partial) {
        await this.engine.call("takeBlockBack", [block]);
        return;
      }
      await this.engine.call("takeBlock", [block, partial], { transfer: [partial.buffer] });
    }
  }

  /** The measure is over, or nothing is left to share. */
  close() {
    this.closed = true;
    this.helper?.close();
  }
}
