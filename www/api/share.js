/**
 * A large file, two workers: the engine reads it from the beginning, a helper from somewhere in the middle on. What the
 * helper makes of each slice (a piece) is taken in by the engine once it stands where that slice begins.
 *
 * The engine decides whether a piece fits (src/platform/part.rs). Whatever goes wrong with the helper, it reads on by
 * itself from where it stands: the result never depends on the helper, only the time does.
 *
 * @import { ImportOptions } from "../shared/engine.d.ts"
 * @import { Transport } from "./study.js"
 *
 * @typedef {Uint8Array<ArrayBuffer>[]} Piece
 * @typedef {object} Shared what is being read, and who is told
 * @property {string} name
 * @property {Blob} blob
 * @property {ImportOptions} options
 * @property {(bytes: number) => void} onRead so many bytes more were read, or were not after all when negative
 */
import { cancelled } from "../shared/errors.js";
import { IN_FLIGHT, read } from "./slices.js";

/** Files from that size on are shared: below, starting a helper takes longer than it saves. */
export const SHARED_BYTES = 16 << 20;
/** Bytes that tell what a file is: at least what the engine looks at (`SNIFF_BYTES` of src/limits.rs). */
const HEAD = 256 << 10;
/** Bytes in which the first record of the part is looked for. */
const NEAR = 256 << 10;
/** The part begins at a multiple of it: the blocks of the fingerprint. */
const BLOCK = 1 << 20;
/** Bytes that the helper makes a piece of: names that come again and again in them are told once. */
const PIECE_BYTES = 4 << 20;
/** Share of the file that the engine reads by itself. It has to take in the rest besides, which is less work. */
const OWN_SHARE = 0.38;
/** Silence of the helper, while the engine waits for it, after which it is given up. */
export const patience = { ms: 10_000 };

/**
 * Begins to read the end of a file in a worker of its own.
 * @param {Transport} transport
 * @param {Shared} shared
 * @returns {Helper | null} none where one worker does it alone
 */
export function share(transport, shared) {
  const helper = shared.blob.size >= SHARED_BYTES ? transport.helper?.() : null;
  return helper ? new Helper(helper, shared) : null;
}

/** The second worker, and the pieces that it made. */
export class Helper {
  /**
   * @param {Transport} transport
   * @param {Shared} shared
   */
  constructor(transport, shared) {
    this.transport = transport;
    this.shared = shared;
    this.at = Math.round((shared.blob.size * OWN_SHARE) / BLOCK) * BLOCK;
    /** Bytes told as read that nobody has yet taken in. */
    this.ahead = 0;
    this.over = false;
    /** @type {{ piece: Piece, bytes: number }[]} */
    this.pieces = [];
    /** Somebody who waits for a piece. @type {(() => void) | null} */
    this.waiting = null;
    /** Where in the file its first record begins; none where the file cannot be shared. */
    this.start = this.#begin().catch(() => this.#fail(null));
  }

  /** @returns {Promise<number | null>} */
  async #begin() {
    const { name, blob, options } = this.shared;
    const head = await read(blob, 0, HEAD, name);
    const near = await read(blob, this.at, Math.min(this.at + NEAR, blob.size), name);
    const start = /** @type {number | undefined} */ (await this.transport.call("beginPart", [name, options, head, this.at, near], {
      transfer: [head.buffer, near.buffer],
    }));
    if (start === undefined) return this.#fail(null);
    this.#read().catch(() => this.#fail(null));
    return start;
  }

  /** Reads its part slice by slice. */
  async #read() {
    const { name, blob } = this.shared;
    /** @type {Promise<void>[]} */
    const flying = [];
    for (let at = this.at; at < blob.size && !this.over; at += PIECE_BYTES) {
      const end = Math.min(at + PIECE_BYTES, blob.size);
      const chunk = await read(blob, at, end, name);
      if (flying.length >= IN_FLIGHT) await flying.shift();
      if (this.over) return;
      const piece = /** @type {Promise<Piece>} */ (
        this.transport.call("readPart", [chunk, end === blob.size], { transfer: [chunk.buffer] }));
      flying.push(piece.then((made) => this.#made(made, end - at), () => void this.#fail(null)));
    }
    await Promise.all(flying);
    this.#end();
  }

  /**
   * @param {Piece} piece
   * @param {number} bytes
   */
  #made(piece, bytes) {
    if (this.over) return;
    this.ahead += bytes;
    this.shared.onRead(bytes);
    // Nothing could be told apart yet: the next piece will hold it.
    if (piece[0]?.length) this.pieces.push({ piece, bytes });
    this.waiting?.();
  }

  /** There will be no more pieces. */
  #end() {
    if (this.over) return;
    this.over = true;
    this.transport.close();
    this.waiting?.();
  }

  /**
   * It did not work: the engine reads on alone. Pieces that are there are as good as ever.
   * @template T
   * @param {T} value
   */
  #fail(value) {
    this.#end();
    return value;
  }

  /** The next piece, once it is there; none when there will be none. */
  async #next() {
    if (this.pieces.length === 0 && !this.over) {
      const late = setTimeout(() => this.#end(), patience.ms);
      await new Promise((resolve) => (this.waiting = () => resolve(undefined)));
      clearTimeout(late);
      this.waiting = null;
    }
    return this.pieces.shift() ?? null;
  }

  /**
   * Hands the pieces over to the engine, whose file was read up to the start of the part.
   * @param {Transport} engine
   * @param {number} file
   * @param {AbortSignal | undefined} signal
   */
  async handOver(engine, file, signal) {
    /** One piece is on its way while another is taken in. @type {Promise<void>[]} */
    const flying = [];
    /** @type {{ error: unknown } | null} */
    let failed = null;
    let fits = true;
    while (fits && !failed) {
      const next = await this.#next();
      if (signal?.aborted) throw cancelled(signal.reason);
      if (!next) break;
      const { piece, bytes } = next;
      if (flying.length >= IN_FLIGHT) await flying.shift();
      flying.push(engine.call("readPiece", [file, ...piece], { signal, transfer: piece.map((part) => part.buffer) }).then(
        (taken) => {
          fits &&= taken;
          if (taken) this.ahead -= bytes;
        },
        (error) => void (failed ??= { error }),
      ));
    }
    await Promise.all(flying);
    if (failed) throw /** @type {{ error: unknown }} */ (failed).error;
  }

  /** Ends the helper; what it read and nobody took in will be read again. */
  close() {
    this.#end();
    this.pieces = [];
    if (this.ahead > 0) this.shared.onRead(-this.ahead);
    this.ahead = 0;
  }
}
