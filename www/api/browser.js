/** @import { EngineSource } from "./start-worker.js" */
import { engineSource } from "virtual:sillage-engine";
import { workerClient } from "./client.js";
import { Study } from "./study.js";

export { SillageError } from "../shared/errors.js";
export { VERSION } from "../shared/version.js";

/**
 * Opens an empty study with an engine in a worker of its own.
 * @param {{ source?: () => Promise<EngineSource> }} [options] another place to take the engine from
 * @returns {Promise<Study>}
 * @throws {SillageError} where the browser or its policy does not let the engine run
 */
export async function open({ source = engineSource } = {}) {
  const study = new Study(workerClient(source));
  await study.transport.start();
  return study;
}
