/** @import { ErrorValue } from "./engine.d.ts" */

/** Codes of this side of the boundary; those of the engine are in `src/error.rs`. */
export const CODES = /** @type {const} */ ({
  cancelled: "cancelled",
  closed: "study.closed",
  crashed: "engine.crashed",
  memory: "engine.memory",
  noWasm: "engine.no_wasm",
  noWorker: "engine.no_worker",
  policy: "engine.policy",
  timeout: "engine.timeout",
  protocol: "engine.protocol",
  fileChanged: "file.changed",
  fileMissing: "file.missing",
});

/**
 * Every error of the public module: a stable code and the values that its message needs, never prose.
 * `fatal` says that the engine which threw it is gone; a study starts another one by itself.
 */
export class SillageError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string | number>} [params]
   * @param {boolean} [fatal]
   * @param {unknown} [cause]
   */
  constructor(code, params = {}, fatal = false, cause = undefined) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = "SillageError";
    this.code = code;
    this.params = params;
    this.fatal = fatal;
  }

  /**
   * Whatever was thrown, as a `SillageError`.
   * @param {unknown} value
   * @returns {SillageError}
   */
  static from(value) {
    if (value instanceof SillageError) return value;
    if (isErrorValue(value)) return new SillageError(value.code, { ...value.params }, value.fatal === true);
    return new SillageError(CODES.crashed, { detail: describe(value) }, true, value);
  }

  /** @returns {ErrorValue} What crosses to another thread. */
  toValue() {
    return { code: this.code, params: this.params, fatal: this.fatal };
  }
}

/**
 * The error of a work that was called off.
 * @param {unknown} [reason]
 */
export function cancelled(reason) {
  return new SillageError(CODES.cancelled, {}, false, reason);
}

/**
 * Whether a value is what the engine throws by itself (a trap is an `Error` instead).
 * @param {unknown} value
 * @returns {value is ErrorValue}
 */
export function isErrorValue(value) {
  return typeof value === "object" && value !== null && !(value instanceof Error)
    && typeof (/** @type {Record<string, unknown>} */ (value).code) === "string";
}

/**
 * The fatal error that a trap stands for. Names the kind of trap only: nothing of the data is in it.
 *
 * A panic leaves its place in `globalThis.sillagePanic` (src/wasm/panic.rs). A trap of the kind `unreachable` without
 * one is how Rust ends where memory was refused to it.
 * @param {unknown} value
 */
export function trapped(value) {
  const scope = /** @type {{ sillagePanic?: string }} */ (globalThis);
  const panic = scope.sillagePanic;
  delete scope.sillagePanic;
  const kind = describe(value);
  const refused = !panic && /^RuntimeError: unreachable/.test(kind);
  // "Memory access out of bounds" is what a stack overflow looks like: not a lack of memory.
  const memory = refused || /allocat|out of memory/i.test(kind);
  return new SillageError(memory ? CODES.memory : CODES.crashed, { detail: panic ?? kind }, true, value);
}

/** @param {unknown} value */
function describe(value) {
  if (value instanceof Error) return `${value.name}: ${value.message}`.slice(0, 200);
  return typeof value;
}
