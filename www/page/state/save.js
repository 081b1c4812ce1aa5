/** @import { Desk } from "./desk.js" */
import { pause } from "../../shared/run.js";

/**
 * Hands a file to the browser's downloads, unless the place where the desk stands takes care of it. Nothing but a link to a
 * blob: no network.
 * @param {Blob} blob
 * @param {string} name
 * @param {Desk} desk that it comes from
 */
export function save(blob, name, { place }) {
  if (!place.gives(blob, name)) return;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Bytes that are copied at once. */
const PIECE = 4 << 20;

/**
 * A file of many bytes, copied in pieces between which the page goes on.
 * @param {Uint8Array} bytes
 * @param {string} type
 */
export async function inPieces(bytes, type) {
  /** @type {Blob[]} */
  const pieces = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    if (from > 0) await pause();
    pieces.push(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes.subarray(from, from + PIECE))]));
  }
  return new Blob(pieces, { type });
}
