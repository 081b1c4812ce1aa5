import { read } from "./slices.js";

/** First bytes of a file that tell a container. */
const HEAD = 512;
/** The longest comment of a zip archive, and the record before it. */
const TAIL = 65_557;

const SIGNATURES = [
  [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8], [0x1f, 0x8b], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
];

/**
 * Whether a file is an archive, a compressed file or a workbook, by its content.
 * @param {Blob} blob
 * @param {string} name
 * @returns {Promise<boolean>}
 */
export async function isContainer(blob, name) {
  const head = await read(blob, 0, Math.min(HEAD, blob.size), name);
  if (SIGNATURES.some((bytes) => bytes.every((byte, i) => head[i] === byte)) || isTar(head)) return true;
  // Text is no archive; other bytes may be a program that unpacks itself.
  if (!head.subarray(0, 64).some((byte) => byte < 9)) return false;
  const tail = await read(blob, Math.max(0, blob.size - TAIL), blob.size, name);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6
      && at + 22 + (tail[at + 20] ?? 0) + 256 * (tail[at + 21] ?? 0) === tail.length) return true;
  }
  return false;
}

/** A header of tar has the sum of its own bytes in it. @param {Uint8Array} block */
function isTar(block) {
  if (block.length < HEAD || block[0] === 0) return false;
  const text = String.fromCharCode(...block.subarray(148, 156)).replaceAll(/[\0 ]/g, "");
  if (!/^[0-7]+$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < HEAD; at += 1) sum += at >= 148 && at < 156 ? 32 : block[at] ?? 0;
  return sum === Number.parseInt(text, 8);
}
