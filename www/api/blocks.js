/**
 * A measure of the graph that takes long, two workers: the engine does its first blocks, a helper its last ones, until
 * they meet (or every other one, where perhaps not all are needed). The engine adds them in their order
 * (src/graph/blocks.rs), so the result never depends on who did which, and a block that the helper does not bring back is
 * done by the engine.
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

/** Work that is shorter than that is not worth starting a second worker, nor one that is there already. */
export const worth = { ms: 150, warmMs: 20 };
/** Nor is work of which more is done. */
const SHARE_DONE = 0.75;
/** Blocks that the helper has in hand: while it does one, the engine hears of the other at its next pause. */
const IN_HAND = 2;

/** Shares one measure, once it turns out to be long. */
export class Blocks {
  /** @param {Transport} engine that works on the measure */
  constructor(engine) {
    this.engine = engine;
    /** @type {Transport | null} */
    this.helper = null;
    this.begun = false;
    this.closed = false;
    /** Whether the helper failed. */
    this.lost = false;
    /** Who waits for the engine to go on. @type {(() => void)[]} */
    this.later = [];
  }

  /**
   * Hears where the measure stands.
   * @param {Progress} progress
   * @param {number} elapsed
   */
  hear({ share, finished }, elapsed) {
    for (const go of this.later.splice(0)) go();
    if (this.begun || this.closed || finished || share > SHARE_DONE) return;
    if (elapsed < (this.engine.spare ? worth.warmMs : worth.ms)) return;
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
    await Promise.all(Array.from({ length: IN_HAND }, () => this.#help(helper)));
  }

  /** One block after another. @param {Transport} helper */
  async #help(helper) {
    /** @type {Promise<void>} */
    let taken = Promise.resolve();
    while (!this.closed) {
      const [block] = /** @type {[number | null | undefined, void]} */ (await Promise.all([this.engine.call("giveBlock", []), taken]));
      if (block === undefined || this.closed) return;
      if (block === null) {
        // The engine still prepares what the helper is prepared for.
        await new Promise((resolve) => this.later.push(() => resolve(undefined)));
        continue;
      }
      /** @type {Float64Array<ArrayBuffer> | null} */
      const partial = this.lost ? null : await helper.call("doBlock", [block]).catch(() => null);
      // Once the measure is over, a block may be another measure's.
      if (this.closed) return;
      if (!partial) {
        this.lost = true;
        await this.engine.call("takeBlockBack", [block]);
        return;
      }
      taken = this.engine.call("takeBlock", [block, partial], { transfer: [partial.buffer] });
    }
    await taken;
  }

  /** The measure is over, or nothing is left to share. */
  close() {
    this.closed = true;
    for (const go of this.later.splice(0)) go();
    this.helper?.leave?.();
    this.helper = null;
  }
}
