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
 * @typedef {{ type: "deepen", id: number }} Deepen
 * @typedef {{ type: "measure", id: number, name: string, params: Record<string, unknown> }} Measure
 * @typedef {{ type: "cancel", id: number }} Cancel
 * @typedef {Hello | Call | Analyse | Deepen | Measure | Cancel} Request
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
  "beginFile", "push", "finishFile", "abandonFile", "beginParts", "nextPart", "readPart", "readPiece", "resume",
  "shareMeasure", "giveBlock", "takeBlock", "takeBlockBack", "beginHelp", "doBlock", "verdict", "configure",
  "summary", "handles", "platforms", "column", "ranking", "account", "export", "resultHash",
  "brandPeople", "communities", "movers", "suggestions", "lookAlikes", "fault",
]);

/** Those that may be called while the engine works: they share the work out. @type {readonly string[]} */
export const WHILE_WORKING = ["shareMeasure", "giveBlock", "takeBlock", "takeBlockBack"];

/** Those that only look at the ranking: they may be called while it is deepened. @type {readonly string[]} */
export const QUESTIONS = ["summary", "handles", "platforms", "column", "ranking", "account", "export", "resultHash", "brandPeople", "communities", "movers", "suggestions"];

/** Those of the reader of containers, in the same thread. */
export const CONTAINER_METHODS = /** @type {const} */ (["loadUnpacker", "openContainer", "stepContainer", "closeContainer"]);

/** @typedef {typeof METHODS[number] | typeof CONTAINER_METHODS[number]} Method */

/**
 * The buffers of an answer that can be handed over instead of copied: typed arrays, alone or up to two levels deep.
 * @param {unknown} value
 * @param {number} [levels]
 * @param {Set<ArrayBuffer>} [buffers]
 * @returns {ArrayBuffer[]}
 */
export function transferables(value, levels = 2, buffers = new Set()) {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  } else if (typeof value === "object" && value !== null && levels > 0) {
    for (const part of Object.values(value)) transferables(part, levels - 1, buffers);
  }
  return [...buffers];
}
