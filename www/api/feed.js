/**
 * @import { ImportOptions, Receipt } from "../shared/engine.d.ts"
 * @import { Transport } from "./study.js"
 */
import { cancelled } from "../shared/errors.js";
import { Flight } from "./flight.js";
import { share } from "./share.js";
import { slices } from "./slices.js";

/**
 * Streams one file into the engine, slice by slice; the file is never held whole. A second worker reads parts of a large
 * one, where there can be one.
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
    const flight = new Flight();
    try {
      for await (const chunk of slices(blob, from, to, name)) {
        if (signal?.aborted) throw cancelled(signal.reason);
        const { length } = chunk;
        const pushed = transport.call("push", [file, chunk], { signal, transfer: [chunk.buffer] });
        await flight.add(pushed.then(() => onRead(length)), length);
      }
    } finally {
      await flight.land();
    }
  };

  const helper = share(transport, { name, blob, options, onRead });
  const end = () => helper?.close();
  signal?.addEventListener("abort", end, { once: true });
  try {
    let at = 0;
    for (const part of helper?.parts ?? []) {
      await stream(at, part.at);
      at = part.at;
      const start = await part.begun();
      if (signal?.aborted) throw cancelled(signal.reason);
      if (start === null) continue;
      await stream(at, start);
      await part.handOver(transport, file, signal);
      at = /** @type {number} */ (await transport.call("resume", [file], { signal }));
    }
    await stream(at, total);
    helper?.leave();
  } finally {
    end();
    signal?.removeEventListener("abort", end);
  }
  return /** @type {Promise<Receipt>} */ (transport.call("finishFile", [file], { signal }));
}
