/** @import { Engine, Progress } from "./engine.d.ts" */

/** How long one step should last: short enough for a cancel to be seen and progress to move, long enough to be cheap. */
const STEP_MS = 100;

/**
 * Drives long work to its end, step by step.
 *
 * The budget of a step follows the speed of the machine; the result never depends on it.
 *
 * @param {{ start: () => void, step: (budget: number) => Progress }} work
 * @param {object} hooks
 * @param {() => boolean} hooks.cancelled asked between steps
 * @param {(progress: Progress) => void} hooks.onProgress called after every step
 * @param {() => Promise<void>} hooks.pause lets waiting messages in
 * @param {number} [hooks.first] budget of the first step
 * @param {number} [hooks.most] largest budget of a step
 * @param {number} [hooks.aim] how long a step should last
 * @param {() => number} [hooks.now]
 * @returns {Promise<boolean>} whether it was finished, and not cancelled
 */
export async function run(work, { cancelled, onProgress, pause, first = STEP_MS / 2, most = 2_000, aim = STEP_MS, now = () => performance.now() }) {
  work.start();
  let budget = first;
  for (;;) {
    if (cancelled()) return false;
    const before = now();
    const progress = work.step(budget);
    const took = now() - before;
    onProgress(progress);
    if (progress.finished) return true;
    const next = budget * (aim / Math.max(took, 0.05));
    budget = Math.min(Math.max(next, budget / 4, 1), budget * 2, most);
    await pause();
  }
}

/** The analysis of an engine, as work. @param {Pick<Engine, "start" | "step">} engine */
export function analysis(engine) {
  return { start: () => engine.start(), step: (/** @type {number} */ budget) => engine.step(budget) };
}

/** What comes after the ranking, as work. @param {Pick<Engine, "beginDeepening" | "deepen">} engine */
export function deepening(engine) {
  return { start: () => engine.beginDeepening(), step: (/** @type {number} */ budget) => engine.deepen(budget) };
}

/**
 * A measure of the graph, as work. Its budget counts pieces, which may be of any size: it begins with one.
 * @param {Pick<Engine, "beginMeasure" | "stepMeasure">} engine
 * @param {string} name
 * @param {Record<string, unknown>} params
 */
export function measure(engine, name, params) {
  return {
    start: () => engine.beginMeasure(name, params),
    step: (/** @type {number} */ pieces) => engine.stepMeasure(pieces),
  };
}

/** How the pieces of a measure are paced: another worker that does some of them is heard between two steps. */
export const PIECES = { first: 1, most: 1e6, aim: 25 };

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
