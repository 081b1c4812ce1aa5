/**
 * @import { ErrorValue, ImportOptions, Issue, Part, Receipt } from "../shared/engine.d.ts"
 * @import { ContainerOptions, Step } from "../shared/containers.js"
 * @import { Source, Transport } from "./study.js"
 *
 * @typedef {{ signal?: AbortSignal, onShare?: (share: number, part?: string) => void }} Hooks
 * @typedef {object} Outcome
 * @property {Receipt | null} receipt
 * @property {SillageError | null} error
 * @property {boolean} clean whether all that is in the engine is of whole files
 */
import { REFUSED } from "../shared/containers.js";
import { SillageError, cancelled } from "../shared/errors.js";
import { missingParts, together } from "./bundle.js";
import { feed } from "./feed.js";
import { isContainer } from "./sniff.js";
import { read } from "./slices.js";

/**
 * Reads a file, a container or a folder into the engine.
 * @param {Transport} transport
 * @param {Source} source
 * @param {Hooks} [hooks]
 * @returns {Promise<Outcome>}
 */
export async function readSource(transport, source, { signal, onShare } = {}) {
  const reading = new Reading(transport, source, signal, onShare ?? (() => {}));
  try {
    const receipt = source.folder ? await reading.folder() : await reading.file();
    return { receipt, error: null, clean: !reading.dirty };
  } catch (error) {
    const known = SillageError.from(error);
    const refused = REFUSED.has(known.code) || known.code.startsWith("archive.") || known.code.startsWith("workbook.")
      || known.code.startsWith("entry.");
    return { receipt: null, error: known, clean: !reading.dirty && refused };
  }
}

/** One source on its way into the engine. */
class Reading {
  /**
   * @param {Transport} transport
   * @param {Source} source
   * @param {AbortSignal | undefined} signal
   * @param {(share: number, part?: string) => void} onShare
   */
  constructor(transport, source, signal, onShare) {
    this.transport = transport;
    this.source = source;
    this.signal = signal;
    this.onShare = onShare;
    this.dirty = false;
    this.share = 0;
    /** What is being read inside the container or folder. @type {string | undefined} */
    this.part = undefined;
  }

  /** @returns {Promise<Receipt>} */
  async file() {
    const { name, files, options, parts, refused } = this.source;
    const blob = files[0]?.blob ?? new Blob();
    if (!await isContainer(blob, name)) return { ...await this.#plain(name, blob, options, (share) => this.#report(share)), parts: [] };
    const found = await this.#container(name, blob, { mapping: options, parts, refused }, (share) => this.#report(share));
    const issues = missingParts(found.parts.map((part) => part.path), found.manifest);
    this.#remember(found.parts);
    return together(name, found.kind, found.parts, issues);
  }

  /** @returns {Promise<Receipt>} */
  async folder() {
    const { name, files } = this.source;
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    let before = 0;
    /** @type {Part[]} */
    const parts = [];
    /** @type {string | null} */
    let manifest = null;
    for (const { path, blob } of files) {
      if (this.signal?.aborted) throw cancelled(this.signal.reason);
      if (/(^|\/)data\/manifest\.js$/.test(path)) manifest = await blob.slice(0, 4 << 20).text();
      const from = before;
      this.part = path;
      parts.push(...await this.#part(path, blob, (share) => this.#report((from + share * blob.size) / Math.max(total, 1))));
      before += blob.size;
    }
    this.#remember(parts);
    return together(name, "folder", parts, missingParts(files.map((file) => file.path), manifest));
  }

  /**
   * One file of a folder: a part, or those of the container that it is.
   * @param {string} path
   * @param {Blob} blob
   * @param {(share: number) => void} report
   * @returns {Promise<Part[]>}
   */
  async #part(path, blob, report) {
    const { name, options, parts, refused } = this.source;
    /** @type {Part} */
    const part = { path, bytes: blob.size, receipt: null, skipped: null, error: refused[path] ?? null };
    if (part.error) return [part];
    part.skipped = await this.transport.call("verdict", [path], { signal: this.signal }) ?? (blob.size === 0 ? "entry.empty" : null);
    if (part.skipped) return [part];
    try {
      if (!await isContainer(blob, path)) {
        part.receipt = await this.#plain(path, blob, { bundle: name, ...options, ...parts[path] }, report);
        return [part];
      }
      const inside = `${path}/`;
      const found = await this.#container(path, blob, {
        mapping: options, parts: below(parts, inside), refused: below(refused, inside), bundle: `${name}/${path}`,
      }, report);
      return found.parts.map((each) => ({ ...each, path: inside + each.path }));
    } catch (error) {
      const known = SillageError.from(error);
      if (known.fatal || known.code === "cancelled") throw known;
      part.error = known.toValue();
      return [part];
    }
  }

  /**
   * @param {string} name
   * @param {Blob} blob
   * @param {ImportOptions} options
   * @param {(share: number) => void} report
   */
  async #plain(name, blob, options, report) {
    try {
      return await feed(this.transport, { name, blob, options }, {
        signal: this.signal, onBytes: (done, total) => report(total > 0 ? done / total : 1),
      });
    } catch (error) {
      this.dirty ||= !REFUSED.has(SillageError.from(error).code);
      throw error;
    }
  }

  /**
   * Reads a container, range by range as it is asked for.
   * @param {string} name
   * @param {Blob} blob
   * @param {ContainerOptions} options
   * @param {(share: number) => void} report
   * @returns {Promise<{ kind: string, parts: Part[], manifest: string | null }>}
   */
  async #container(name, blob, options, report) {
    const { transport, signal } = this;
    await transport.loadUnpacker();
    await transport.call("openContainer", [name, blob.size, options], { signal });
    /** @type {Part[]} */
    const parts = [];
    try {
      /** @type {{ offset: number, chunk: Uint8Array<ArrayBuffer> } | null} */
      let next = null;
      for (;;) {
        if (signal?.aborted) throw cancelled(signal.reason);
        const step = /** @type {Step} */ (await transport.call("stepContainer", next ? [next.offset, next.chunk] : [], {
          signal, transfer: next ? [next.chunk.buffer] : [],
        }));
        parts.push(...step.parts);
        if (step.path !== null) this.part = this.source.folder ? `${name}/${step.path}` : step.path;
        this.dirty ||= step.dirty;
        if (step.done) {
          await transport.call("closeContainer", []);
          return { kind: step.kind ?? "zip", parts, manifest: step.manifest };
        }
        next = null;
        if (step.need) {
          const { offset, length } = step.need;
          next = { offset, chunk: await read(blob, offset, offset + length, name) };
          report(Math.min(1, (offset + length) / Math.max(blob.size, 1)));
        }
      }
    } catch (error) {
      // What it has read so far is not the whole of it.
      this.dirty ||= parts.some((part) => part.receipt) || SillageError.from(error).code === "cancelled";
      await transport.call("closeContainer", []).catch(() => {});
      throw error;
    }
  }

  /**
   * Parts that failed after their first rows are left out when the source is read again.
   * @param {Part[]} parts
   */
  #remember(parts) {
    if (!this.dirty) return;
    for (const { path, error } of parts) if (error && !REFUSED.has(error.code)) this.source.refused[path] = error;
  }

  /** Progress that never goes back: the directory of an archive lies at its end. @param {number} share */
  #report(share) {
    // The first range asked for may be the last of the file.
    if (share > this.share && (share < 1 || this.share > 0.5)) this.share = share;
    this.onShare(this.share, this.part);
  }
}

/**
 * What is said of paths below a prefix, by the rest of the path.
 * @template T
 * @param {Record<string, T>} values
 * @param {string} prefix
 * @returns {Record<string, T>}
 */
function below(values, prefix) {
  return Object.fromEntries(Object.entries(values).flatMap(([path, value]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : []));
}
