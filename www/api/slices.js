import { CODES, SillageError } from "../shared/errors.js";

/** Bytes of one slice. */
export const SLICE = 1 << 20;
/** Slices that may be on their way at once: one is read while another is worked on. */
export const IN_FLIGHT = 2;

/**
 * @param {Blob} blob
 * @param {number} from
 * @param {number} to
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function read(blob, from, to, name) {
  /** @type {ArrayBuffer} */
  let buffer;
  try {
    buffer = await blob.slice(from, to).arrayBuffer();
  } catch (error) {
    const missing = error instanceof Error && error.name === "NotFoundError";
    throw new SillageError(missing ? CODES.fileMissing : CODES.fileChanged, { name }, false, error);
  }
  // Some browsers give a short answer instead of an error when the file shrank.
  if (buffer.byteLength !== to - from) throw new SillageError(CODES.fileChanged, { name });
  return new Uint8Array(buffer);
}
