/**
 * @import { ImportOptions, Receipt } from "../shared/engine.d.ts"
 * @import { Transport } from "./study.js"
 */
import { cancelled } from "../shared/errors.js";
import { share } from "./share.js";
import { IN_FLIGHT, SLICE, read } from "./slices.js";

/**
 * Streams one file into the engine, slice by slice; the file is never held whole. A second worker reads the end of a
 * large one, where there can be one.
 *
 * @param {Transport} transport
 * @param {{ name: string, blob: Blob, options: ImportOptions }} source
 * @param {{ signal?: AbortSignal, onBytes?: (read: number, total: number) => void }} [hooks]
 * @returns {Promise<Receipt>}
 * @throws {SillageError} `file.changed`, `file.missing`, `cancelled`, or what the engine says of the content
 */
export async function feed(transport, { name, blob, options: given }, { signal, onBytes } = {}) {
  const total = blob.size;
  // The moment of the import is one, however many engines read.
  const options = { ...given, today: given.today ?? Date.now() };
  const file = /** @type {number} */ (await transport.call("beginFile", [name, total, options], { signal }));
  let done = 0;
  const onRead = (/** @type {number} */ bytes) => onBytes?.((done += bytes), total);

  /** Reads from one place to another. @param {number} from @param {number} to */
  const stream = async (from, to) => {
    /** @type {Promise<void>[]} */
    const flying = [];
    /** @type {{ error: unknown } | null} */
    let failed = null;
    for (let at = from; at < to && !failed; at += SLICE) {
      if (signal?.aborted) throw cancelled(signal.reason);
      const end = Math.min(at + SLICE, to);
      const chunk = await read(blob, at, end, name);
      if (flying.length >= IN_FLIGHT) await flying.shift();
      if (failed) break;
      flying.push(transport.call("push", [file, chunk], { signal, transfer: [chunk.buffer] }).then(
        () => onRead(end - at),
        (error) => void (failed ??= { error }),
      ));
    }
    await Promise.all(flying);
    if (failed) throw /** @type {{ error: unknown }} */ (failed).error;
  };

  const helper = share(transport, { name, blob, options, onRead });
  try {
    let from = 0;
    if (helper) {
      await stream(0, helper.at);
      const start = await helper.start;
      from = helper.at;
      if (start !== null) {
        await stream(from, start);
        await helper.handOver(transport, file, signal);
        from = /** @type {number} */ (await transport.call("resume", [file], { signal }));
      }
      helper.close();
    }
    await stream(from, total);
  } finally {
    helper?.close();
  }
  return /** @type {Promise<Receipt>} */ (transport.call("finishFile", [file], { signal }));
}
