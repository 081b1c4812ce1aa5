/**
 * @import {
 *   ColumnName, Dossier, ImportOptions, Phase, Platform, RankingQuery, RankingWindow, Receipt, Settings, SettingsPatch,
 *   Summary, TextColumn
 * } from "../shared/engine.d.ts"
 * @import { Method } from "../shared/messages.js"
 * @import { AnalyseOptions, CallOptions } from "./client.js"
 *
 * @typedef {object} Transport what carries calls to an engine: a worker, or this very thread
 * @property {number} generation another number means another engine, without data
 * @property {() => Promise<unknown>} start
 * @property {(method: Method, args: unknown[], options?: CallOptions) => Promise<any>} call
 * @property {(options?: AnalyseOptions) => Promise<void>} analyse
 * @property {() => void} restart
 * @property {() => void} close
 *
 * @typedef {{ phase: "read" | Phase, share: number, finished: boolean, elapsed: number, name?: string }} StudyProgress
 * @typedef {{ signal?: AbortSignal, onProgress?: (progress: StudyProgress) => void }} WorkOptions
 * @typedef {{ name?: string, mapping?: ImportOptions } & WorkOptions} AddOptions
 *
 * @typedef {object} Source one file of the study
 * @property {string} name
 * @property {Blob} blob
 * @property {ImportOptions} options
 * @property {File | Blob | Uint8Array} given
 * @property {Receipt | null} receipt
 */
import { SillageError, cancelled } from "../shared/errors.js";
import { feed } from "./feed.js";

/** Accounts in the order of every column. @typedef {{ handle: string[], platform: Platform[] }} Accounts */

/** @type {readonly Platform[]} In the order of the engine's codes. */
export const PLATFORMS = [
  "unknown", "x", "instagram", "facebook", "tiktok", "linkedin", "youtube", "mastodon", "bluesky", "reddit", "telegram",
  "threads", "discord", "slack", "whatsapp", "tumblr", "truth", "gab", "vk", "pinterest", "web", "email",
];

/** Errors that come before the first record, so that the engine holds nothing of the file. */
const REFUSED = new Set(["file.empty", "format.unsupported", "format.unknown"]);

/**
 * Files, settings and one engine.
 *
 * The study holds the files (as handles, not as bytes) and the settings, the engine holds the data. When the engine
 * dies or is stopped by force, the next work starts another one and reads the files again.
 */
export class Study {
  /** @param {Transport} transport */
  constructor(transport) {
    this.transport = transport;
    /** @type {Source[]} */
    this.sources = [];
    /** @type {Set<Source>} Those that the present engine has read. */
    this.loaded = new Set();
    this.generation = -1;
    /** @type {Settings | null} */
    this.settings = null;
    this.dirty = false;
    /** @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /**
   * Reads a file into the study.
   * @param {File | Blob | Uint8Array} file
   * @param {AddOptions} [options]
   * @returns {Promise<Receipt>} what was seen, kept, repaired and dropped
   */
  add(file, { name, mapping = {}, signal, onProgress } = {}) {
    const blob = file instanceof Blob ? file : new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (file)]);
    const named = name ?? (/** @type {{ name?: string }} */ (file).name || "data");
    /** @type {Source} */
    const source = { name: named, blob, options: mapping, given: file, receipt: null };
    return this.#turn(async () => {
      await this.#load({ signal, onProgress });
      return this.#read(source, { signal, onProgress }).then((receipt) => {
        this.sources.push(source);
        return receipt;
      });
    }, signal);
  }

  /**
   * Takes a file out. The others are read again with the next work.
   * @param {File | Blob | Uint8Array | string} file what was given to `add`, or its name
   * @returns {Promise<boolean>} whether it was there
   */
  remove(file) {
    return this.#turn(async () => {
      const at = this.sources.findIndex((source) => source.given === file || source.name === file);
      if (at < 0) return false;
      const [source] = this.sources.splice(at, 1);
      if (source && this.loaded.has(source)) this.dirty = true;
      return true;
    });
  }

  /**
   * Changes settings; what a patch leaves out keeps its value.
   * @param {SettingsPatch} patch
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<Settings>} all of them
   */
  configure(patch, { signal } = {}) {
    return this.#turn(async () => {
      await this.#engine();
      this.settings = /** @type {Settings} */ (await this.transport.call("configure", [patch], { signal }));
      return this.settings;
    }, signal);
  }

  /**
   * Computes everything that the files and settings allow. Only what changed is computed again.
   * @param {WorkOptions} [options]
   * @returns {Promise<Summary>}
   */
  analyse({ signal, onProgress } = {}) {
    return this.#turn(async () => {
      await this.#load({ signal, onProgress });
      await this.transport.analyse({
        signal,
        onProgress: (progress, elapsed) => onProgress?.({ ...progress, elapsed }),
      });
      return /** @type {Promise<Summary>} */ (this.transport.call("summary", []));
    }, signal);
  }

  /** Counts, window, coverage, method version. @returns {Promise<Summary>} */
  summary() {
    return this.#ask("summary", []);
  }

  /** Handles and platforms, in the order of every column. @returns {Promise<Accounts>} */
  async accounts() {
    return this.#turn(async () => {
      const handles = /** @type {TextColumn} */ (await this.transport.call("handles", []));
      const platforms = /** @type {Uint8Array} */ (await this.transport.call("platforms", []));
      return { handle: texts(handles), platform: Array.from(platforms, (code) => PLATFORMS[code] ?? "unknown") };
    });
  }

  /**
   * One number an account; NaN is unknown.
   * @param {ColumnName} name
   * @returns {Promise<Float64Array>}
   */
  column(name) {
    return this.#ask("column", [name]);
  }

  /**
   * A measure of the graph by name.
   * @param {string} name
   * @param {Record<string, unknown>} [params]
   * @returns {Promise<Float64Array>}
   */
  measure(name, params = {}) {
    return this.#ask("measure", [name, params]);
  }

  /**
   * One window of the ranking.
   * @param {RankingQuery} [query]
   * @returns {Promise<RankingWindow>}
   */
  ranking(query = {}) {
    return this.#ask("ranking", [query]);
  }

  /**
   * Everything about one account.
   * @param {string | number} which handle (any case, with or without @) or index
   * @returns {Promise<Dossier>}
   */
  account(which) {
    return this.#ask("account", [which]);
  }

  /**
   * A file to save.
   * @param {"csv" | "json"} kind
   * @param {Record<string, unknown>} [options]
   * @returns {Promise<Uint8Array>}
   */
  export(kind, options = {}) {
    return this.#ask("export", [kind, options]);
  }

  /** SHA-256 of the canonical result: equal on every engine for the same bytes and settings. @returns {Promise<string>} */
  hash() {
    return this.#ask("resultHash", []);
  }

  /** Ends the engine. The study cannot be used afterwards. */
  close() {
    this.transport.close();
  }

  /**
   * @param {Method} method
   * @param {unknown[]} args
   */
  #ask(method, args) {
    return this.#turn(async () => {
      await this.#engine();
      return this.transport.call(method, args);
    });
  }

  /** Makes sure of an engine with the settings; says nothing of files. */
  async #engine() {
    await this.transport.start();
    if (this.transport.generation === this.generation) return;
    this.loaded.clear();
    this.generation = this.transport.generation;
    if (this.settings) await this.transport.call("configure", [this.settings]);
  }

  /**
   * Makes sure of an engine that has read every file.
   * @param {WorkOptions} options
   */
  async #load({ signal, onProgress }) {
    if (this.dirty) {
      this.transport.restart();
      this.dirty = false;
    }
    await this.#engine();
    for (const source of this.sources) {
      if (!this.loaded.has(source)) await this.#read(source, { signal, onProgress });
    }
  }

  /**
   * @param {Source} source
   * @param {WorkOptions} options
   */
  async #read(source, { signal, onProgress }) {
    const began = performance.now();
    /** @param {number} share */
    const report = (share) => onProgress?.({
      phase: "read", share, finished: false, elapsed: performance.now() - began, name: source.name,
    });
    report(0);
    try {
      source.receipt = await feed(this.transport, source, {
        signal,
        onBytes: (read, total) => report(total > 0 ? read / total : 1),
      });
    } catch (error) {
      const known = SillageError.from(error);
      // Half a file may be in the engine: read the others again into a clean one.
      this.dirty ||= !REFUSED.has(known.code);
      throw known;
    }
    this.loaded.add(source);
    return source.receipt;
  }

  /**
   * One work at a time, in the order asked.
   * @template T
   * @param {() => Promise<T>} work
   * @param {AbortSignal} [signal]
   * @returns {Promise<T>}
   */
  #turn(work, signal) {
    const mine = this.turn.then(() => {
      if (signal?.aborted) throw cancelled(signal.reason);
      return work();
    });
    this.turn = mine.catch(() => {});
    return mine;
  }
}

/**
 * @param {TextColumn} column
 * @returns {string[]}
 */
export function texts({ bytes, ends }) {
  const decoder = new TextDecoder();
  let from = 0;
  return Array.from(ends, (end) => {
    const text = decoder.decode(bytes.subarray(from, end));
    from = end;
    return text;
  });
}
