/**
 * Builds everything that ships into `dist/`: the hosted page, `sillage.html`, the public module and the command line.
 *
 *   node scripts/build.mjs            the whole
 *   node scripts/build.mjs --fault    only a hosted page and the element, in `dist-fault/`, whose engine can crash on request (tests)
 */
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { bundledModules } from "./build/bundle.mjs";
import { buildFrame, buildHostedPage, buildSingleFile } from "./build/page.mjs";
import { buildElement, buildModule } from "./build/module.mjs";
import { buildWasm } from "./build/wasm.mjs";
import { buildWorker } from "./build/worker.mjs";
import { inRoot } from "./build/paths.mjs";
import { writeHosting } from "./build/hosting.mjs";
import { writeLicences } from "./build/licences.mjs";

const started = performance.now();
const fault = process.argv.includes("--fault");
const shipped = inRoot(fault ? "dist-fault" : "dist");
// Written aside and moved at the end: a build that fails leaves the last one in place.
const folder = inRoot("build", path.basename(shipped));

try {
  const { glue, wasm } = await buildWasm(fault ? "fault" : "engine");
  const unpack = await buildWasm("unpack");
  const engine = { glue, wasm, unpack, worker: await buildWorker(glue, unpack) };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildHostedPage(engine, folder);
  await buildElement(engine, folder);
  if (!fault) {
    await buildSingleFile(engine, path.join(folder, "sillage.html"));
    await buildFrame(engine, path.join(folder, "embed.html"));
    await buildModule(engine, folder);
    await writeLicences(folder, bundledModules);
    writeHosting(path.join(folder, "hosting"));
  }
  rmSync(shipped, { recursive: true, force: true });
  renameSync(folder, shipped);
  console.log(`built ${path.basename(shipped)}/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
