/** @import { EngineSource } from "./start-worker.js" */
import { engineSource, unpackSource } from "virtual:sillage-engine";
import { workerClient } from "./client.js";
import { Study } from "./study.js";

export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";

/**
 * @typedef {object} OpenOptions
 * @property {() => Promise<EngineSource>} [source] another place to take the engine from
 * @property {() => Promise<Uint8Array<ArrayBuffer>>} [unpack] another place to take the reader of containers from
 * @property {string} [workerUrl] address, on the page's own site, of `worker.js`: for pages whose policy allows no worker
 *   from a blob, or no WebAssembly; the worker then goes by the policy that its own answer carries
 */

/**
 * Opens an empty study with an engine in a worker of its own.
 * @param {OpenOptions} [options]
 * @returns {Promise<Study>}
 * @throws {SillageError} where the browser or its policy does not let the engine run
 */
export async function open({ source = engineSource, unpack = unpackSource, workerUrl } = {}) {
  const study = new Study(workerClient(source, unpack, workerUrl));
  await study.transport.start();
  return study;
}
