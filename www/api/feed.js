/**
 * @import { ImportOptions, Receipt } from "../shared/engine.d.ts"
 * @import { Transport } from "./study.js"
 */
import { CODES, SillageError, cancelled } from "../shared/errors.js";

/** Bytes of one slice. */
export const SLICE = 1 << 20;
/** Slices that may be on their way at once: one is read while another is worked on. */
const IN_FLIGHT = 2;

/**
 * Streams one file into the engine, slice by slice; the file is never held whole.
 *
 * @param {Transport} transport
 * @param {{ name: string, blob: Blob, options: ImportOptions }} source
 * @param {{ signal?: AbortSignal, onBytes?: (read: number, total: number) => void }} [hooks]
 * @returns {Promise<Receipt>}
 * @throws {SillageError} `file.changed`, `file.missing`, `cancelled`, or what the engine says of the content
 */
export async function feed(transport, { name, blob, options }, { signal, onBytes } = {}) {
  const total = blob.size;
  const file = /** @type {number} */ (await transport.call("beginFile", [name, total, options], { signal }));
  /** @type {Promise<void>[]} */
  const flying = [];
  /** @type {{ error: unknown } | null} */
  let failed = null;
  let done = 0;
  for (let at = 0; at < total && !failed; at += SLICE) {
    if (signal?.aborted) throw cancelled(signal.reason);
    const end = Math.min(at + SLICE, total);
    const chunk = await read(blob, at, end, name);
    if (flying.length >= IN_FLIGHT) await flying.shift();
    if (failed) break;
    flying.push(transport.call("push", [file, chunk], { signal, transfer: [chunk.buffer] }).then(
      () => onBytes?.((done += end - at), total),
      (error) => void (failed ??= { error }),
    ));
  }
  await Promise.all(flying);
  if (failed) throw /** @type {{ error: unknown }} */ (failed).error;
  return /** @type {Promise<Receipt>} */ (transport.call("finishFile", [file], { signal }));
}

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
