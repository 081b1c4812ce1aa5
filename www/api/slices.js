import { CODES, SillageError } from "../shared/errors.js";

/** Bytes of one slice, at the most. */
export const SLICE = 2 << 20;
/** Bytes below which what a stream gives is put together. */
const LEAST = 256 << 10;

/**
 * @param {Blob} blob
 * @param {number} from
 * @param {number} to
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function read(blob, from, to, name) {
  const buffer = await blob.slice(from, to).arrayBuffer().catch((error) => Promise.reject(unreadable(error, name)));
  // Some browsers give a short answer instead of an error when the file shrank.
  if (buffer.byteLength !== to - from) throw new SillageError(CODES.fileChanged, { name });
  return new Uint8Array(buffer);
}

/**
 * Reads a part of a file slice by slice, each in a buffer of its own. A stream takes a browser less than half of the time
 * that reading slice after slice takes.
 * @param {Blob} blob
 * @param {number} from
 * @param {number} to
 * @param {string} name
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>}
 */
export async function* slices(blob, from, to, name) {
  const part = blob.slice(from, to);
  if (typeof part.stream !== "function") {
    for (let at = from; at < to; at += SLICE) yield read(blob, at, Math.min(at + SLICE, to), name);
    return;
  }
  const reader = part.stream().getReader();
  /** What is too short to go alone. @type {Uint8Array<ArrayBuffer>[]} */
  let short = [];
  let held = 0;
  let left = to - from;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => Promise.reject(unreadable(error, name)));
      if (value) {
        left -= value.length;
        if (left < 0) break;
        short.push(value);
        held += value.length;
      }
      if (held > SLICE) {
        // Some streams give all at once.
        const whole = joined(short, held);
        for (let at = 0; at < held; at += SLICE) yield whole.slice(at, at + SLICE);
        [short, held] = [[], 0];
      } else if (held >= LEAST || (done && held > 0)) {
        yield joined(short, held);
        [short, held] = [[], 0];
      }
      if (done) break;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  if (left !== 0) throw new SillageError(CODES.fileChanged, { name });
}

/**
 * @param {Uint8Array<ArrayBuffer>[]} parts
 * @param {number} bytes
 */
function joined(parts, bytes) {
  const [only] = parts;
  if (parts.length === 1 && only?.byteLength === only?.buffer.byteLength) return /** @type {Uint8Array<ArrayBuffer>} */ (only);
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * @param {unknown} error
 * @param {string} name
 */
function unreadable(error, name) {
  if (error instanceof SillageError) return error;
  const missing = error instanceof Error && error.name === "NotFoundError";
  return new SillageError(missing ? CODES.fileMissing : CODES.fileChanged, { name }, false, error);
}
