/** @import { Engine, Progress } from "./engine.d.ts" */

/** How long one step should last: short enough for a cancel to be seen and progress to move, long enough to be cheap. */
const STEP_MS = 100;

/**
 * Drives an analysis to its end, step by step.
 *
 * The budget of a step follows the speed of the machine; the result never depends on it.
 *
 * @param {Pick<Engine, "start" | "step">} engine
 * @param {object} hooks
 * @param {() => boolean} hooks.cancelled asked between steps
 * @param {(progress: Progress) => void} hooks.onProgress called after every step
 * @param {() => Promise<void>} hooks.pause lets waiting messages in
 * @param {() => number} [hooks.now]
 * @returns {Promise<boolean>} whether it was finished, and not cancelled
 */
export async function run(engine, { cancelled, onProgress, pause, now = () => performance.now() }) {
  engine.start();
  let budget = STEP_MS / 2;
  for (;;) {
    if (cancelled()) return false;
    const before = now();
    const progress = engine.step(budget);
    const took = now() - before;
    onProgress(progress);
    if (progress.finished) return true;
    const aim = budget * (STEP_MS / Math.max(took, 1));
    budget = Math.min(Math.max(aim, budget / 4, 1), budget * 2, 2_000);
    await pause();
  }
}

/** @type {MessageChannel | null} */
let channel = null;
/** @type {(() => void)[]} */
const waiting = [];

/**
 * Gives the event loop one turn. Not `setTimeout`, which a hidden tab slows down to one call a second.
 * @returns {Promise<void>}
 */
export function pause() {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
    // Node: an idle channel must not keep the process alive.
    /** @type {{ unref?: () => void }} */ (/** @type {unknown} */ (channel.port1)).unref?.();
  }
  const { port1, port2 } = channel;
  const node = /** @type {{ ref?: () => void, unref?: () => void }} */ (/** @type {unknown} */ (port1));
  return new Promise((resolve) => {
    waiting.push(() => {
      if (waiting.length === 0) node.unref?.();
      resolve();
    });
    node.ref?.();
    port2.postMessage(0);
  });
}
