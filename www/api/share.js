/**
 * A large file, two workers: the engine reads it from the beginning, a helper reads parts of it that come later. What the
 * helper makes of its parts comes in pieces, which the engine takes in once it stands where they begin.
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
import { Flight } from "./flight.js";
import { read, slices } from "./slices.js";

/** Files from that size on are shared: below, starting a helper takes longer than it saves. */
export const SHARED_BYTES = 16 << 20;
/** Bytes that tell what a file is: at least what the engine looks at (`SNIFF_BYTES` of src/limits.rs). */
const HEAD = 256 << 10;
/** Bytes in which the first record of a part is looked for. */
const NEAR = 256 << 10;
/** Parts begin at multiples of it: the blocks of the fingerprint. */
const BLOCK = 1 << 20;
/** Bytes that the two share at once: the engine reads the first of them, the helper the others. */
const ROUND = 16 << 20;
/** Share of a round that the engine reads. It has to take in the rest besides, which is less work. */
const OWN_SHARE = 0.43;
/** Bytes that the helper makes a piece of: names that come again and again in them are told once. */
const PIECE_BYTES = 2 << 20;
/** Bytes of pieces that may wait for the engine. */
const WAITING_BYTES = 12 << 20;
/** Silence of the helper, while the engine waits for it, after which it is given up. */
export const patience = { ms: 10_000 };

/**
 * Begins to read parts of a file in a worker of its own.
 * @param {Transport} transport
 * @param {Shared} shared
 * @returns {Helper | null} none where one worker does it alone
 */
export function share(transport, shared) {
  const helper = shared.blob.size >= SHARED_BYTES ? transport.helper?.() : null;
  return helper ? new Helper(helper, shared) : null;
}

/** The second worker. */
export class Helper {
  /**
   * @param {Transport} transport
   * @param {Shared} shared
   */
  constructor(transport, shared) {
    this.transport = transport;
    this.shared = shared;
    /** @type {Part[]} */
    this.parts = [];
    const { size } = shared.blob;
    const rounds = Math.max(1, Math.round(size / ROUND));
    const block = (/** @type {number} */ at) => Math.round(at / BLOCK) * BLOCK;
    for (let round = 0; round < rounds; round += 1) {
      const end = round + 1 < rounds ? block((size * (round + 1)) / rounds) : size;
      this.parts.push(new Part(this, block((size * (round + OWN_SHARE)) / rounds), end));
    }
    /** Bytes of pieces that wait. */
    this.waiting = 0;
    this.over = false;
    /** Who waits for the engine to take pieces in. @type {(() => void) | null} */
    this.drained = null;
    this.#read().catch(() => {}).finally(() => this.leave());
  }

  async #read() {
    const { name, blob, options } = this.shared;
    const head = await read(blob, 0, HEAD, name);
    if (!await this.transport.call("beginParts", [name, options, head], { transfer: [head.buffer] })) return;
    for (const part of this.parts) {
      if (this.over) return;
      await this.#part(part);
      part.end();
    }
  }

  /** @param {Part} part */
  async #part(part) {
    const { name, blob } = this.shared;
    const { at, to } = part;
    const near = await read(blob, at, Math.min(at + NEAR, to), name);
    const start = await this.transport.call("nextPart", [at, near], { transfer: [near.buffer] });
    part.begin(/** @type {number | undefined} */ (start) ?? null);
    if (start === undefined) return;
    const flight = new Flight();
    let [left, since] = [to - at, 0];
    for await (const chunk of slices(blob, at, to, name)) {
      if (this.over) return;
      const { length } = chunk;
      [left, since] = [left - length, since + length];
      const give = left === 0 || since >= PIECE_BYTES;
      const made = this.transport.call("readPart", [chunk, give, left === 0 && to === blob.size], { transfer: [chunk.buffer] });
      await flight.add(made.then((piece) => part.add(piece, length)), length);
      if (give) since = 0;
      while (this.waiting > WAITING_BYTES && !this.over) await new Promise((resolve) => (this.drained = () => resolve(undefined)));
    }
    await flight.land();
  }

  /** @param {number} bytes how much more waits, or less */
  waits(bytes) {
    this.waiting += bytes;
    if (bytes < 0) this.drained?.();
  }

  /** Lets the helper go. Pieces that are there are as good as ever. */
  leave() {
    this.#end(() => this.transport.leave?.());
  }

  /** Ends the helper by force. */
  close() {
    this.#end(() => this.transport.close());
  }

  /** @param {() => void} end */
  #end(end) {
    if (this.over) return;
    this.over = true;
    end();
    this.drained?.();
    this.parts.forEach((part) => part.end());
  }
}

/** What the helper reads at a time, and the pieces that it made of it. */
class Part {
  /**
   * @param {Helper} helper
   * @param {number} at
   * @param {number} to
   */
  constructor(helper, at, to) {
    this.helper = helper;
    this.at = at;
    this.to = to;
    /** @type {Promise<number | null>} */
    this.start = new Promise((resolve) => (this.begin = resolve));
    /** @type {{ piece: Piece, bytes: number }[]} */
    this.pieces = [];
    /** Bytes told as read of which nothing was taken in. */
    this.ahead = 0;
    /** Bytes of the file that the next piece is of. */
    this.since = 0;
    this.ended = false;
    /** Who waits for a piece. @type {(() => void) | null} */
    this.heard = null;
  }

  /**
   * @param {Piece} piece
   * @param {number} bytes
   */
  add(piece, bytes) {
    if (this.ended) return;
    this.since += bytes;
    this.ahead += bytes;
    this.helper.shared.onRead(bytes);
    // Nothing to hand over yet: the next piece will hold it.
    if (!piece[0]?.length) return;
    this.pieces.push({ piece, bytes: this.since });
    this.since = 0;
    this.helper.waits(size(piece));
    this.heard?.();
  }

  /** There will be no more pieces. */
  end() {
    this.ended = true;
    this.begin(null);
    this.heard?.();
  }

  /** Where in the file its first record begins; none where the engine has to read it. */
  begun() {
    return this.#patiently(this.start);
  }

  /**
   * A helper that says nothing for too long is given up.
   * @template T
   * @param {Promise<T>} awaited
   */
  async #patiently(awaited) {
    const late = setTimeout(() => this.helper.close(), patience.ms);
    return awaited.finally(() => clearTimeout(late));
  }

  /** The next piece, once it is there; none when there will be none. */
  async #next() {
    if (this.pieces.length === 0 && !this.ended) {
      await this.#patiently(new Promise((resolve) => (this.heard = () => resolve(undefined))));
      this.heard = null;
    }
    const next = this.pieces.shift();
    if (next) this.helper.waits(-size(next.piece));
    return next ?? null;
  }

  /**
   * Hands the pieces over to the engine, whose file was read up to the start of the part.
   * @param {Transport} engine
   * @param {number} file
   * @param {AbortSignal | undefined} signal
   */
  async handOver(engine, file, signal) {
    const flight = new Flight();
    let fits = true;
    try {
      while (fits) {
        const next = await this.#next();
        if (signal?.aborted) throw cancelled(signal.reason);
        if (!next) break;
        const { piece, bytes } = next;
        const taken = engine.call("readPiece", [file, ...piece], { signal, transfer: piece.map((part) => part.buffer) });
        await flight.add(taken.then((fitted) => {
          fits &&= fitted;
          if (fitted) this.ahead -= bytes;
        }), size(piece));
      }
    } finally {
      await flight.land();
    }
    // What was not taken in will be read again.
    this.end();
    while (this.pieces.length > 0) await this.#next();
    if (this.ahead > 0) this.helper.shared.onRead(-this.ahead);
    this.ahead = 0;
  }
}

/** Bytes of a piece. @param {Piece} piece */
function size(piece) {
  return piece.reduce((sum, part) => sum + part.length, 0);
}
