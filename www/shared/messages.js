/**
 * What the page and the worker say to each other.
 *
 * Every request has an id and gets exactly one `result` or `error`, unless the instance died: then one `fatal`
 * comes, and nothing after it. `progress` may come any number of times before the answer.
 *
 * @import { ErrorValue, Progress } from "./engine.d.ts"
 *
 * @typedef {{ type: "hello", protocol: number, module: WebAssembly.Module }} Hello
 * @typedef {{ type: "call", id: number, method: Method, args: unknown[] }} Call
 * @typedef {{ type: "analyse", id: number }} Analyse
 * @typedef {{ type: "cancel", id: number }} Cancel
 * @typedef {Hello | Call | Analyse | Cancel} Request
 *
 * @typedef {{ type: "ready", protocol: number }} Ready
 * @typedef {{ type: "result", id: number, ok: unknown }} Result
 * @typedef {{ type: "error", id: number, error: ErrorValue }} Failure
 * @typedef {{ type: "progress", id: number, progress: Progress, elapsed: number }} Advance
 * @typedef {{ type: "fatal", error: ErrorValue }} Fatal
 * @typedef {Ready | Result | Failure | Advance | Fatal} Response
 */

/** The methods of the engine that a `call` may name. `fault` exists only in the builds of the crash tests. */
export const METHODS = /** @type {const} */ ([
  "beginFile", "push", "finishFile", "abandonFile", "beginPart", "readPart", "readPiece", "resume", "verdict",
  "configure", "summary", "handles", "platforms", "column", "measure", "ranking", "account", "export", "resultHash", "fault",
]);

/** Those of the reader of containers, in the same thread. */
export const CONTAINER_METHODS = /** @type {const} */ (["loadUnpacker", "openContainer", "stepContainer", "closeContainer"]);

/** @typedef {typeof METHODS[number] | typeof CONTAINER_METHODS[number]} Method */

/**
 * The buffers of an answer that can be handed over instead of copied: typed arrays, alone or one level deep.
 * @param {unknown} value
 * @returns {ArrayBuffer[]}
 */
export function transferables(value) {
  if (typeof value !== "object" || value === null) return [];
  const values = ArrayBuffer.isView(value) ? [value] : Object.values(value);
  /** @type {Set<ArrayBuffer>} */
  const buffers = new Set();
  for (const part of values) {
    if (ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer) buffers.add(part.buffer);
  }
  return [...buffers];
}
