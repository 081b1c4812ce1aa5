/**
 * @import { Engine } from "../shared/engine.d.ts"
 * @import { UnpackerGlue } from "../shared/containers.js"
 * @import { Request, Response } from "../shared/messages.js"
 *
 * @typedef {{ postMessage(message: Response, transfer?: ArrayBuffer[]): void }} Port
 */
import { CODES, SillageError, isErrorValue, trapped } from "../shared/errors.js";
import { Containers } from "../shared/containers.js";
import { CONTAINER_METHODS, METHODS, QUESTIONS, WHILE_WORKING, transferables } from "../shared/messages.js";
import { PIECES, analysis, deepening, measure, pause, run } from "../shared/run.js";
import { PROTOCOL } from "../shared/version.js";

/** Methods that are done with what they were given. @type {readonly string[]} */
const READS = ["push", "readPart", "readPiece"];

/**
 * Gives the memory of slices back that were read: left to the collector, tens of megabytes of them pile up.
 * @param {unknown[]} args
 */
function release(args) {
  for (const arg of args) {
    if (!(arg instanceof Uint8Array)) continue;
    const buffer = /** @type {ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }} */ (arg.buffer);
    // To a length of nothing; browsers before 2024 do not have it.
    buffer.transfer?.(0);
  }
}

/**
 * The message loop around one engine.
 *
 * What the engine throws by itself answers the request. A trap (panic, memory, stack) kills the instance: one `fatal`
 * is posted and nothing is answered any more, because an instance goes on answering nonsense after a trap.
 *
 * @param {Port} port
 * @param {(module: WebAssembly.Module) => Engine} makeEngine
 * @param {UnpackerGlue | null} [glue] of the reader of containers
 * @returns {(message: Request) => Promise<void>} what to call with every message
 */
export function serve(port, makeEngine, glue = null) {
  /** @type {Engine | null} */
  let engine = null;
  /** @type {Containers | null} */
  let containers = null;
  let dead = false;
  /** @type {Set<number>} Work that was called off. */
  const off = new Set();
  /** What is being done. @type {"" | "analyse" | "deepen" | "measure"} */
  let working = "";
  /** Somebody who waits for a message. @type {(() => void) | null} */
  let heard = null;

  /** @param {Error | unknown} error */
  const die = (error) => {
    dead = true;
    port.postMessage({ type: "fatal", error: trapped(error).toValue() });
  };

  /**
   * @param {number} id
   * @param {unknown} error
   */
  const fail = (id, error) => {
    if (isErrorValue(error)) port.postMessage({ type: "error", id, error: SillageError.from(error).toValue() });
    else if (error instanceof SillageError) port.postMessage({ type: "error", id, error: error.toValue() });
    else die(error);
  };

  /** What a method is called on. @param {string} method */
  const targetOf = (method) => {
    if (/** @type {readonly string[]} */ (METHODS).includes(method)) return engine;
    return /** @type {readonly string[]} */ (CONTAINER_METHODS).includes(method) ? containers : null;
  };

  /** @param {Request & { type: "call" }} request */
  const call = ({ id, method, args }) => {
    const target = /** @type {Record<string, unknown> | null} */ (/** @type {unknown} */ (targetOf(method)));
    const found = target?.[method];
    if (typeof found !== "function") throw new SillageError("argument.invalid", { name: "method", given: String(method) });
    const allowed = WHILE_WORKING.includes(method) || (working === "deepen" && QUESTIONS.includes(method));
    if (working && !allowed) {
      throw new SillageError("argument.invalid", { name: "method", given: `${method} during other work` });
    }
    const ok = found.apply(target, args);
    if (READS.includes(method)) release(args);
    port.postMessage({ type: "result", id, ok }, transferables(ok));
  };

  /**
   * @param {Request & { type: "analyse" | "deepen" | "measure" }} request
   * @param {Engine} engine
   */
  const start = (request, engine) => {
    if (request.type === "measure") return measure(engine, request.name, request.params);
    return request.type === "deepen" ? deepening(engine) : analysis(engine);
  };

  /** @param {Request & { type: "analyse" | "deepen" | "measure" }} request */
  const work = async (request) => {
    const { id, type } = request;
    if (!engine || working) throw new SillageError("argument.invalid", { name: "method", given: type });
    working = type;
    const began = performance.now();
    try {
      const finished = await run(start(request, engine), {
        cancelled: () => off.has(id),
        onProgress: (progress) => port.postMessage({ type: "progress", id, progress, elapsed: performance.now() - began }),
        // While nothing can be done before another worker has done its block, the next message is waited for.
        pause: () => (engine?.isWaiting?.() ? new Promise((resolve) => (heard = () => resolve(undefined))) : pause()),
        ...(type === "measure" ? PIECES : {}),
      });
      if (!finished) throw new SillageError(CODES.cancelled);
      const ok = type === "measure" ? engine.finishMeasure() : null;
      port.postMessage({ type: "result", id, ok }, transferables(ok));
    } finally {
      working = "";
      off.delete(id);
    }
  };

  return async (message) => {
    if (dead) return;
    if (message.type === "hello") {
      try {
        if (message.protocol !== PROTOCOL) throw new SillageError(CODES.protocol, {}, true);
        engine = makeEngine(message.module);
        containers = glue && new Containers(engine, glue);
        port.postMessage({ type: "ready", protocol: PROTOCOL });
      } catch (error) {
        dead = true;
        const value = error instanceof SillageError ? error : trapped(error);
        port.postMessage({ type: "fatal", error: value.toValue() });
      }
      return;
    }
    try {
      if (message.type === "cancel") {
        if (working) off.add(message.id);
      }
      else if (message.type === "analyse" || message.type === "deepen" || message.type === "measure") await work(message);
      else call(message);
    } catch (error) {
      if ("id" in message) fail(message.id, error);
    }
    heard?.();
    heard = null;
  };
}
