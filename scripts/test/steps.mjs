import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../build/paths.mjs";
import { cargoCounts, nodeCounts } from "./counts.mjs";

/** @import { Counts } from "./counts.mjs" */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {"static" | "rust" | "wasm" | "build" | "unit" | "size" | "browser"} group
 * @property {string} program
 * @property {string[]} args
 * @property {Record<string, string>} [env]
 * @property {(text: string) => Counts} [counts] left out where the step is one test
 */

const WASM = "wasm32-unknown-unknown";
const node = process.execPath;
const tsc = inRoot("node_modules", "typescript", "bin", "tsc");

/**
 * Arguments of Node that run the tests of a folder. Without a file, `node --test` would look for tests elsewhere.
 * @param {string} folder
 * @param {string[]} [more]
 */
function nodeTests(folder, more = []) {
  const all = statSync(inRoot("tests", folder), { throwIfNoEntry: false }) ? readdirSync(inRoot("tests", folder)) : [];
  const files = all.filter((name) => name.endsWith(".test.js")).sort();
  if (files.length === 0) return ["-e", `console.error("no test in tests/${folder}"); process.exitCode = 1;`];
  return ["--test", "--test-reporter=spec", ...more, ...files.map((name) => path.join("tests", folder, name))];
}

/**
 * Everything `make test` runs, cheapest complaint first.
 * @param {object} options
 * @param {string} options.webdriver where the capabilities of the headless browser are written
 * @param {Record<string, string>} options.wasm environment in which the engine is compiled
 * @returns {Step[]}
 */
export function steps({ webdriver, wasm }) {
  // What `wasm-pack test` does, without its `--tests`, which would compile every native test for wasm32 as well.
  const inNode = { ...wasm, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner" };
  const inBrowser = {
    ...inNode,
    WASM_BINDGEN_USE_BROWSER: "1",
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: webdriver,
    WASM_BINDGEN_TEST_TIMEOUT: "120",
  };
  const wasmTest = ["test", "--release", "--target", WASM, "--test", "wasm"];
  return [
    { name: "formatting", group: "static", program: "cargo", args: ["fmt", "--check"] },
    { name: "types of page, scripts and tests", group: "static", program: node, args: [tsc, "-p", "tsconfig.json"] },
    { name: "types of the worker", group: "static", program: node, args: [tsc, "-p", "tsconfig.worker.json"] },
    { name: "clippy", group: "static", program: "cargo", args: ["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"] },
    {
      name: "clippy for WebAssembly", group: "static", program: "cargo",
      args: ["clippy", "--quiet", "--lib", "--test", "wasm", "--target", WASM, "--all-features", "--", "-D", "warnings"],
    },
    { name: "cargo test", group: "rust", program: "cargo", args: ["test", "--no-fail-fast"], counts: cargoCounts },
    { name: "WebAssembly in Node", group: "wasm", program: "cargo", args: wasmTest, env: inNode, counts: cargoCounts },
    { name: "WebAssembly in Chromium", group: "wasm", program: "cargo", args: wasmTest, env: inBrowser, counts: cargoCounts },
    { name: "build", group: "build", program: node, args: ["scripts/build.mjs"] },
    { name: "build that can crash", group: "build", program: node, args: ["scripts/build.mjs", "--fault"] },
    { name: "sizes within budget", group: "size", program: node, args: ["scripts/size.mjs"] },
    {
      name: "JavaScript units", group: "unit", program: node,
      args: nodeTests("unit"), counts: nodeCounts,
    },
    {
      // One file at a time: two browsers on two cores would measure each other.
      name: "journeys in Chromium", group: "browser", program: node,
      args: nodeTests("browser", ["--test-concurrency=1"]), counts: nodeCounts,
    },
  ];
}
