/** @import { EngineSource } from "./start-worker.js" */
import { engineSource, unpackSource } from "virtual:sillage-engine";
import { workerClient } from "./client.js";
import { Study } from "./study.js";

export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";

/**
 * Opens an empty study with an engine in a worker of its own.
 * @param {object} [options]
 * @param {() => Promise<EngineSource>} [options.source] another place to take the engine from
 * @param {() => Promise<Uint8Array<ArrayBuffer>>} [options.unpack] another place to take the reader of containers from
 * @returns {Promise<Study>}
 * @throws {SillageError} where the browser or its policy does not let the engine run
 */
export async function open({ source = engineSource, unpack = unpackSource } = {}) {
  const study = new Study(workerClient(source, unpack));
  await study.transport.start();
  return study;
}
