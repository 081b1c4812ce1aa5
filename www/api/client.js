/**
 * @import { Measured, Progress } from "../shared/engine.d.ts"
 * @import { Method, Request, Response } from "../shared/messages.js"
 * @import { EngineSource } from "./start-worker.js"
 *
 * @typedef {object} WorkerLike
 * @property {(message: Request, transfer?: Transferable[]) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: MessageEvent) => void) | null} onmessage
 * @property {((event: any) => void) | null} onerror
 * @property {((event: any) => void) | null} onmessageerror
 *
 * @typedef {WebAssembly.Module | Uint8Array<ArrayBuffer>} EngineCode compiled, or still to be compiled by the worker
 *
 * @typedef {object} Wiring how a client gets its worker; tests give their own
 * @property {() => Promise<{ worker: WorkerLike, module: EngineCode, refused?: SillageError }>} connect `refused`: what it means
 *   that the worker never ran
 * @property {() => Promise<EngineCode>} [unpacker] the reader of containers, loaded when one is met
 * @property {number} [cores] how many threads work at once
 * @property {number} [handshakeMs] how long a worker may take to say that it is ready
 * @property {number} [graceMs] how long a cancel may take before the worker is ended by force
 * @property {number} [restMs] how long a helper that has nothing to do is kept
 * @property {number} [silenceMs] silence, while working, after which `stalled` is announced
 *
 * @typedef {object} Waiting
 * @property {(value: any) => void} resolve
 * @property {(error: SillageError) => void} reject
 * @property {((progress: Progress, elapsed: number) => void)} [onProgress]
 *
 * @typedef {{ signal?: AbortSignal, transfer?: Transferable[] }} CallOptions
 * @typedef {{ signal?: AbortSignal, onProgress?: (progress: Progress, elapsed: number) => void }} AnalyseOptions
 */
import { CODES, SillageError, cancelled, trapped } from "../shared/errors.js";
import { PROTOCOL } from "../shared/version.js";
import { Blocks } from "./blocks.js";
import { compile, startWorker, startWorkerAt } from "./start-worker.js";

/** Graces of a cancel that calling off what follows the ranking may take. */
const DEEPENING_GRACES = 8;

/**
 * One worker at a time, started when first needed and again after a crash or a forced stop.
 *
 * Events: `crashed` (detail: the error) after a trap; `stalled` when a working worker has been silent for too long,
 * `alive` when it speaks again. Every new worker has a new `generation`, and holds no data yet.
 */
export class WorkerClient extends EventTarget {
  /** @param {Wiring} wiring */
  constructor({ connect, unpacker, cores = 1, handshakeMs = 20_000, graceMs = 500, silenceMs = 15_000, restMs = 10_000 }) {
    super();
    this.generation = 0;
    /** Generation whose worker can read containers. */
    this.unpacks = -1;
    this.wiring = { connect, unpacker, cores, handshakeMs, graceMs, silenceMs, restMs };
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    /** @type {WorkerLike | null} */
    this.worker = null;
    /** @type {Promise<WorkerLike> | null} */
    this.starting = null;
    /** Ends the wait for a worker that is starting. @type {((reason: SillageError) => void) | null} */
    this.giveUp = null;
    this.lastId = 0;
    this.lastHeard = 0;
    this.stalled = false;
    this.closed = false;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.watch = undefined;
    /** Whom this one helps. @type {WorkerClient | null} */
    this.home = null;
    this.leaving = false;
    /** A helper that rests. @type {WorkerClient | null} */
    this.spare = null;
    /** When what rests is ended. */
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /** Makes sure that a worker is there. @returns {Promise<WorkerLike>} */
  start() {
    if (this.closed) return Promise.reject(new SillageError(CODES.closed));
    this.starting ??= this.#start().catch((error) => {
      this.starting = null;
      throw SillageError.from(error);
    });
    return this.starting;
  }

  async #start() {
    const generation = ++this.generation;
    const { worker, module, refused } = await this.wiring.connect();
    if (generation !== this.generation || this.closed) {
      worker.terminate();
      throw this.closed ? new SillageError(CODES.closed) : cancelled();
    }
    this.worker = worker;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let late;
    await new Promise((resolve, reject) => {
      this.giveUp = reject;
      late = setTimeout(() => reject(new SillageError(CODES.timeout, {}, true)), this.wiring.handshakeMs);
      worker.onmessage = ({ data }) => {
        const answer = /** @type {Response} */ (data);
        if (answer.type === "ready" && answer.protocol === PROTOCOL) resolve(undefined);
        else if (answer.type === "fatal") reject(SillageError.from(answer.error));
        else reject(new SillageError(CODES.protocol, {}, true));
      };
      // A worker that a policy forbids says nothing but an event without a message.
      worker.onerror = (event) => {
        event.preventDefault?.();
        reject(event.message ? trapped(new Error(event.message))
          : refused ?? new SillageError(CODES.policy, { directive: "worker-src blob:" }, true));
      };
      worker.postMessage({ type: "hello", protocol: PROTOCOL, module });
    }).catch((error) => {
      worker.terminate();
      if (this.worker === worker) this.worker = null;
      throw error;
    }).finally(() => clearTimeout(late));
    worker.onmessage = ({ data }) => this.#hear(worker, /** @type {Response} */ (data));
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#crash(worker, trapped(new Error(event.message || "the worker stopped")));
    };
    worker.onmessageerror = () => this.#crash(worker, trapped(new Error("a message could not be read")));
    return worker;
  }

  /**
   * Calls a method of the engine.
   * @param {Method} method
   * @param {unknown[]} args
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  async call(method, args, { signal, transfer } = {}) {
    return this.#ask((id) => ({ type: "call", id, method, args }), { signal, transfer, cancels: false });
  }

  /** Makes sure that containers can be read. */
  async loadUnpacker() {
    const { unpacker } = this.wiring;
    if (!unpacker) throw new SillageError("argument.invalid", { name: "unpacker", given: "" });
    const module = await unpacker();
    await this.start();
    if (this.unpacks === this.generation) return;
    const { generation } = this;
    await this.call("loadUnpacker", [module]);
    this.unpacks = generation;
  }

  /**
   * Another worker with an engine of its own, for a part of the work; none where it would only take turns with this one.
   * Whoever asked for it lets it go by `leave`, and it is nobody else's concern when it dies.
   */
  helper() {
    const { connect, handshakeMs, cores, restMs } = this.wiring;
    if (cores < 2 || this.closed) return null;
    clearTimeout(this.resting);
    const helper = this.spare ?? new WorkerClient({ connect, handshakeMs, restMs });
    this.spare = null;
    helper.home = this;
    return helper;
  }

  /** Ends the help. It can be asked for again for a while, which spares it the start. */
  leave() {
    const { home } = this;
    clearTimeout(this.resting);
    this.leaving = this.waiting.size > 0;
    if (this.leaving) {
      // Until it has done what nobody waits for any more, if it ever does.
      this.resting = setTimeout(() => this.close(), this.wiring.restMs);
      return;
    }
    if (!home || home.closed || home.spare || !this.worker) return this.close();
    home.spare = this;
    home.resting = setTimeout(() => {
      home.spare = null;
      this.close();
    }, this.wiring.restMs);
    // Node: a helper that rests must not keep the process alive.
    /** @type {{ unref?: () => void }} */ (/** @type {unknown} */ (home.resting)).unref?.();
  }

  /**
   * Runs the analysis to its end.
   * @param {AnalyseOptions} [options]
   * @returns {Promise<void>}
   */
  async analyse({ signal, onProgress } = {}) {
    return this.#ask((id) => ({ type: "analyse", id }), { signal, onProgress, cancels: true });
  }

  /**
   * Computes what comes after the ranking.
   * @param {AnalyseOptions} [options]
   * @returns {Promise<void>}
   */
  async deepen({ signal, onProgress } = {}) {
    // Some of its parts take longer than the grace of a cancel, and the ranking is worth more than half a second. A
    // worker that died without a word would be waited for for ever.
    return this.#ask((id) => ({ type: "deepen", id }), { signal, onProgress, cancels: true, graceMs: DEEPENING_GRACES * this.wiring.graceMs });
  }

  /**
   * Takes a measure of the graph.
   * @param {string} name
   * @param {Record<string, unknown>} params
   * @param {AnalyseOptions} [options]
   * @returns {Promise<Measured>}
   */
  async measure(name, params, { signal, onProgress } = {}) {
    const blocks = new Blocks(this);
    try {
      return await this.#ask((id) => ({ type: "measure", id, name, params }), {
        signal, cancels: true,
        onProgress(progress, elapsed) {
          blocks.hear(progress, elapsed);
          onProgress?.(progress, elapsed);
        },
      });
    } finally {
      blocks.close();
    }
  }

  /**
   * @param {(id: number) => Request} request
   * @param {CallOptions & AnalyseOptions & { cancels: boolean, graceMs?: number }} options `graceMs`: how long a cancel may take before the worker is ended by force
   * @returns {Promise<any>}
   */
  async #ask(request, { signal, transfer, onProgress, cancels, graceMs = this.wiring.graceMs }) {
    if (signal?.aborted) throw cancelled(signal.reason);
    const worker = await this.start();
    if (signal?.aborted) throw cancelled(signal.reason);
    // Ended in the meantime: it would never answer.
    if (worker !== this.worker) throw this.closed ? new SillageError(CODES.closed) : cancelled();
    const id = ++this.lastId;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let force;
    const abort = () => {
      if (cancels) worker.postMessage({ type: "cancel", id });
      force = setTimeout(() => {
        if (this.worker === worker && this.waiting.has(id)) this.restart(cancelled(signal?.reason));
      }, graceMs);
    };
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject, onProgress });
        this.#listen();
        signal?.addEventListener("abort", abort, { once: true });
        worker.postMessage(request(id), transfer);
      });
    } finally {
      clearTimeout(force);
      signal?.removeEventListener("abort", abort);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.#rest();
    }
  }

  /**
   * Ends the worker by force. The next call starts another one.
   * @param {SillageError} [reason] what pending calls get
   */
  restart(reason = cancelled()) {
    this.worker?.terminate();
    this.giveUp?.(reason);
    this.worker = null;
    this.starting = null;
    this.generation += 1;
    const pending = [...this.waiting.values()];
    this.waiting.clear();
    this.#rest();
    for (const { reject } of pending) reject(reason);
  }

  /** Ends the worker for good and gives its memory back. */
  close() {
    this.closed = true;
    clearTimeout(this.resting);
    this.spare?.close();
    this.restart(new SillageError(CODES.closed));
  }

  /**
   * @param {WorkerLike} worker
   * @param {Response} message
   */
  #hear(worker, message) {
    if (worker !== this.worker) return;
    this.lastHeard = performance.now();
    if (this.stalled) {
      this.stalled = false;
      this.dispatchEvent(new Event("alive"));
    }
    if (message.type === "fatal") return this.#crash(worker, SillageError.from(message.error));
    if (message.type === "ready") return;
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    if (message.type === "progress") waiting.onProgress?.(message.progress, message.elapsed);
    else if (message.type === "result") waiting.resolve(message.ok);
    else waiting.reject(SillageError.from(message.error));
  }

  /**
   * @param {WorkerLike} worker
   * @param {SillageError} error
   */
  #crash(worker, error) {
    if (worker !== this.worker) return;
    this.restart(error);
    this.dispatchEvent(new CustomEvent("crashed", { detail: error }));
  }

  /** Watches for silence while there is something to wait for. */
  #listen() {
    if (this.watch !== undefined) return;
    this.lastHeard = performance.now();
    this.watch = setInterval(() => {
      if (this.stalled || performance.now() - this.lastHeard < this.wiring.silenceMs) return;
      this.stalled = true;
      this.dispatchEvent(new Event("stalled"));
    }, Math.min(1_000, this.wiring.silenceMs / 2));
  }

  #rest() {
    clearInterval(this.watch);
    this.watch = undefined;
    if (this.leaving) this.leave();
    if (this.stalled) {
      this.stalled = false;
      this.dispatchEvent(new Event("alive"));
    }
  }
}

/**
 * A client of a real worker.
 * @param {() => Promise<EngineSource>} source
 * @param {() => Promise<Uint8Array<ArrayBuffer>>} unpackSource
 * @param {string} [workerUrl] address of the worker's script; it compiles the engine itself, since the page may not be allowed to
 */
export function workerClient(source, unpackSource, workerUrl) {
  return new WorkerClient({
    unpacker: async () => (workerUrl === undefined ? compile(await unpackSource()) : unpackSource()),
    cores: globalThis.navigator?.hardwareConcurrency ?? 1,
    async connect() {
      const { worker, wasm } = await source();
      if (workerUrl !== undefined) {
        const refused = new SillageError("argument.invalid", { name: "worker-src", given: workerUrl }, true);
        return { worker: /** @type {WorkerLike} */ (/** @type {unknown} */ (startWorkerAt(workerUrl, refused))), module: wasm, refused };
      }
      const module = await compile(wasm);
      return { worker: /** @type {WorkerLike} */ (/** @type {unknown} */ (startWorker(worker))), module };
    },
  });
}
