/**
 * @import { Engine, Measured, Progress } from "../shared/engine.d.ts"
 * @import { UnpackerGlue } from "../shared/containers.js"
 * @import { Method } from "../shared/messages.js"
 * @import { AnalyseOptions, CallOptions } from "./client.js"
 */
import { CODES, SillageError, cancelled, isErrorValue, trapped } from "../shared/errors.js";
import { Containers } from "../shared/containers.js";
import { CONTAINER_METHODS, METHODS } from "../shared/messages.js";
import { PIECES, analysis, deepening, measure, pause, run } from "../shared/run.js";

/** An engine in this very thread, for Node: same calls as a worker, nothing crosses. */
export class ThreadTransport {
  /**
   * @param {() => Engine} makeEngine
   * @param {{ glue: UnpackerGlue, module: () => Promise<WebAssembly.Module> }} [unpacker] the reader of containers
   */
  constructor(makeEngine, unpacker) {
    this.makeEngine = makeEngine;
    this.unpacker = unpacker;
    /** @type {Containers | null} */
    this.containers = null;
    this.generation = 0;
    /** @type {Engine | null} */
    this.engine = null;
    /** @type {SillageError | null} Why nothing works any more: after a trap an instance is never called again. */
    this.dead = null;
  }

  async start() {
    if (this.dead) throw this.dead;
    if (!this.engine) {
      this.engine = this.#guard(this.makeEngine);
      this.containers = this.unpacker ? new Containers(this.engine, this.unpacker.glue) : null;
      this.generation += 1;
    }
  }

  /**
   * @param {Method} method
   * @param {unknown[]} args
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  async call(method, args, { signal } = {}) {
    if (signal?.aborted) throw cancelled(signal.reason);
    await this.start();
    const names = /** @type {readonly string[]} */ (METHODS);
    const target = /** @type {Record<string, unknown> | null} */ (/** @type {unknown} */ (
      names.includes(method) ? this.engine : /** @type {readonly string[]} */ (CONTAINER_METHODS).includes(method) ? this.containers : null));
    const found = target?.[method];
    if (typeof found !== "function") throw new SillageError("argument.invalid", { name: "method", given: String(method) });
    return this.#guard(() => found.apply(target, args));
  }

  /** Makes sure that containers can be read. */
  async loadUnpacker() {
    await this.start();
    if (this.containers?.module) return;
    const module = await this.unpacker?.module();
    await this.call("loadUnpacker", [module]);
  }

  /** @param {AnalyseOptions} [options] */
  async analyse(options = {}) {
    await this.#run((engine) => analysis(engine), options);
  }

  /** @param {AnalyseOptions} [options] */
  async deepen(options = {}) {
    await this.#run((engine) => deepening(engine), options);
  }

  /**
   * Takes a measure of the graph.
   * @param {string} name
   * @param {Record<string, unknown>} params
   * @param {AnalyseOptions} [options]
   * @returns {Promise<Measured>}
   */
  async measure(name, params, options = {}) {
    const engine = await this.#run((engine) => measure(engine, name, params), options, PIECES);
    return this.#guard(() => engine.finishMeasure());
  }

  /**
   * @param {(engine: Engine) => { start: () => void, step: (budget: number) => Progress }} work
   * @param {AnalyseOptions} options
   * @param {{ first?: number, most?: number }} [pace]
   */
  async #run(work, { signal, onProgress }, pace = {}) {
    if (signal?.aborted) throw cancelled(signal.reason);
    await this.start();
    const began = performance.now();
    const engine = /** @type {Engine} */ (this.engine);
    const { start, step } = work(engine);
    const finished = await run({
      start: () => this.#guard(start),
      step: (budget) => this.#guard(() => step(budget)),
    }, {
      cancelled: () => signal?.aborted === true,
      onProgress: (progress) => onProgress?.(progress, performance.now() - began),
      pause,
      ...pace,
    });
    if (!finished) throw cancelled(signal?.reason);
    return engine;
  }

  restart() {
    if (!this.dead) this.engine?.free();
    this.engine = null;
  }

  close() {
    this.restart();
    this.dead ??= new SillageError(CODES.closed);
  }

  /**
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  #guard(work) {
    try {
      return work();
    } catch (error) {
      if (isErrorValue(error)) throw SillageError.from(error);
      if (error instanceof SillageError) throw error;
      this.dead = trapped(error);
      throw this.dead;
    }
  }
}
