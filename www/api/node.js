import { readFile } from "node:fs/promises";
import { Engine, initSync } from "virtual:sillage-glue";
import { Study } from "./study.js";
import { ThreadTransport } from "./thread.js";

export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";

/** The engine lies beside this file in the package. */
const WASM = "./sillage.wasm";

/** @type {Promise<void> | null} */
let ready = null;

/**
 * Opens an empty study with an engine in this thread.
 * @param {{ wasm?: Uint8Array<ArrayBuffer> }} [options] the engine's bytes, where they are not beside this file
 * @returns {Promise<Study>}
 */
export async function open({ wasm } = {}) {
  ready ??= (async () => {
    const bytes = wasm ?? new Uint8Array(await readFile(new URL(WASM, import.meta.url)));
    initSync({ module: await WebAssembly.compile(bytes) });
  })();
  await ready;
  const study = new Study(new ThreadTransport(() => new Engine()));
  await study.transport.start();
  return study;
}
