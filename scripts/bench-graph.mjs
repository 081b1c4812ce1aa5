/**
 * Measures the graph engine beside the libraries that do the same, in one run, on the same network: in Node, in a
 * worker of Chromium, and (with `--native`, where the Python packages are there) beside scipy, igraph and NetworKit.
 * Every answer is checked against a reference computed apart; nothing else is asserted.
 *
 *   node scripts/bench-graph.mjs [--model social,rmat] [--nodes 100000] [--arcs 1000000] [--file edges.csv]
 *        [--host node,chromium] [--tasks pagerank,leiden] [--rounds 7] [--without graphology] [--native python3]
 *
 * `--file` takes lines `source,target,weight` under a header, nodes being numbers from 0, no arc twice.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { generate, writeArcs } from "../benches/generate-graph.mjs";
import { contest } from "../benches/graph/contest.mjs";
import { bundle, onlyChunk } from "./build/bundle.mjs";
import { inRoot } from "./build/paths.mjs";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "social,rmat" },
    nodes: { type: "string", default: "100000" },
    arcs: { type: "string", default: "1000000" },
    file: { type: "string" },
    host: { type: "string", default: "node,chromium" },
    tasks: { type: "string", default: "build,pagerank,harmonic,betweenness,core,triangles,leiden" },
    rounds: { type: "string", default: "7" },
    sources: { type: "string", default: "256" },
    without: { type: "string", default: "" },
    native: { type: "string" },
  },
});
const asked = {
  tasks: values.tasks.split(","),
  without: values.without.split(","),
  rounds: Number(values.rounds),
  sources: Number(values.sources),
};

/** The networks to measure, as files. @returns {string[]} */
function files() {
  if (values.file) return [path.resolve(values.file)];
  const folder = inRoot("build", "bench");
  mkdirSync(folder, { recursive: true });
  return values.model.split(",").map((model) => {
    if (model !== "rmat" && model !== "social") throw new Error(`--model ${model}`);
    const file = path.join(folder, `${model}-${values.nodes}-${values.arcs}.csv`);
    if (!existsSync(file)) writeArcs(file, generate({ model, nodes: Number(values.nodes), arcs: Number(values.arcs) }));
    return file;
  });
}

/** @param {string} file */
async function inNode(file) {
  const glue = await import(inRoot("build", "wasm", "sillage.js"));
  const { memory } = await glue.default({ module_or_path: readFileSync(inRoot("build", "wasm", "sillage_bg.wasm")) });
  await contest({ ...asked, bytes: new Uint8Array(readFileSync(file)), glue, memory, say: (line) => console.log(`  ${line}`) });
}

/** @param {string} file */
async function inChromium(file) {
  const worker = onlyChunk(await bundle({
    build: { lib: { entry: inRoot("benches", "graph", "page.mjs"), formats: ["es"], fileName: () => "worker.js" } },
  }), "worker.js").code;
  // Isolated, for finer clocks.
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    const type = url.endsWith(".wasm") ? "application/wasm" : url.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(200, { ...headers, "Content-Type": type });
    if (url.startsWith("/sillage/")) createReadStream(inRoot("build", "wasm", path.basename(url))).pipe(response);
    else if (url === "/data") createReadStream(file).pipe(response);
    else response.end(url === "/worker.js" ? worker : "<!doctype html><title>bench</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const browser = await chromium.launch({
    executablePath: process.env["CHROME"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.exposeFunction("say", (/** @type {string} */ line) => console.log(`  ${line}`));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate((asked) => new Promise((resolve, reject) => {
      const worker = new Worker("/worker.js", { type: "module" });
      worker.onmessage = ({ data }) => {
        if (data.line) /** @type {any} */ (globalThis).say(data.line);
        else if (data.error) reject(new Error(data.error));
        else resolve(undefined);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(asked);
    }), asked);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

console.log(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, Node ${process.versions.node}`);
for (const file of files()) {
  for (const host of values.host.split(",")) {
    console.log(`${path.basename(file)} in ${host}`);
    await (host === "chromium" ? inChromium : inNode)(file);
  }
  if (values.native) {
    console.log(`${path.basename(file)}, native`);
    execFileSync(values.native, [inRoot("benches", "graph", "native.py"), file, values.tasks, values.rounds, values.sources], { stdio: "inherit" });
  }
}
