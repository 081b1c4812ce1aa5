import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { ROOT, hashOfInputs, inRoot } from "./paths.mjs";
import { output, run } from "./run.mjs";

/** What rustc enables (its defaults for wasm32, and SIMD), so that wasm-opt may read and keep it. */
const FEATURES = [
  "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-call-indirect-overlong", "--enable-multivalue",
  "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext", "--enable-simd",
];
/**
 * Large functions stay functions of their own, even those that only one place calls: a browser swaps a function for its
 * optimised form between two calls, so what is inlined into the loop of a whole import stays slow while it runs.
 */
const OPTIMISE = ["-O3", "--one-caller-inline-max-function-size=200", "--strip-debug", "--strip-producers", "--strip-target-features"];

/**
 * The environment in which the engine is compiled, for the build and for the tests, so that they share their work.
 * Paths of this machine never enter the module: two checkouts in two folders give the same bytes.
 * @returns {Promise<Record<string, string>>}
 */
export async function wasmEnvironment() {
  const sysroot = await output("rustc", ["--print", "sysroot"]);
  const cargoHome = process.env.CARGO_HOME ?? path.join(homedir(), ".cargo");
  const flags = [
    // Every browser since 2023 has it: searching bytes, which is most of an import, goes two to four times as fast.
    "-Ctarget-feature=+simd128",
    `--remap-path-prefix=${sysroot}/lib/rustlib/src/rust=/rust`,
    `--remap-path-prefix=${cargoHome}=/cargo`,
    `--remap-path-prefix=${ROOT}=/sillage`,
  ];
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
}

/**
 * What can be built of the crate: the engine, the same with the crashes that the recovery tests ask for, and the reader
 * of containers.
 */
const KINDS = /** @type {const} */ ({
  engine: { folder: "wasm", features: "engine" },
  fault: { folder: "wasm-fault", features: "engine,fault" },
  unpack: { folder: "wasm-unpack", features: "unpack" },
});

/**
 * Builds one of them: `sillage.js`, the glue of wasm-bindgen's `web` target, and `sillage_bg.wasm`, optimised. Left out
 * when nothing that it depends on changed.
 * @param {keyof typeof KINDS} [kind]
 * @returns {Promise<{ glue: string, wasm: string }>} paths
 */
export async function buildWasm(kind = "engine") {
  const { features } = KINDS[kind];
  const fault = kind === "fault";
  const folder = inRoot("build", KINDS[kind].folder);
  const made = { glue: path.join(folder, "sillage.js"), wasm: path.join(folder, "sillage_bg.wasm") };
  const [rustc, bindgen] = await Promise.all([output("rustc", ["-vV"]), output("wasm-bindgen", ["--version"])]);
  if (!bindgen) throw new Error("wasm-bindgen is not on the path: run `make build`, which sets the tools up");
  const binaryen = readFileSync(inRoot("node_modules", "binaryen", "package.json"), "utf8");
  const inputs = hashOfInputs(
    [inRoot("src"), inRoot("Cargo.toml"), inRoot("Cargo.lock"), inRoot("scripts", "build", "wasm.mjs")],
    [rustc, bindgen, JSON.parse(binaryen).version, features],
  );
  const stamp = path.join(folder, "inputs.sha256");
  if (Object.values(made).every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === inputs) {
    console.log(`wasm: ${path.relative(ROOT, folder)} is up to date`);
    return made;
  }
  rmSync(stamp, { force: true });
  mkdirSync(folder, { recursive: true });
  // `--mode no-install`: wasm-pack would download the wasm-bindgen that scripts/setup has put on the path.
  const args = ["build", "--target", "web", "--release", "--no-pack", "--no-typescript", "--mode", "no-install"];
  await run(
    "wasm-pack",
    [...args, "--out-dir", path.relative(ROOT, folder), "--out-name", "sillage", ".", "--no-default-features", "--features", features],
    await wasmEnvironment(),
  );
  if (fault) {
    // Crashes need no speed.
    writeFileSync(stamp, inputs);
    return made;
  }
  const before = statSync(made.wasm).size;
  const optimised = `${made.wasm}.opt`;
  const started = performance.now();
  const wasmOpt = inRoot("node_modules", "binaryen", "bin", "wasm-opt");
  await run(process.execPath, [wasmOpt, ...OPTIMISE, ...FEATURES, made.wasm, "-o", optimised]);
  renameSync(optimised, made.wasm);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`wasm: wasm-opt ${before} → ${statSync(made.wasm).size} bytes in ${seconds} s`);
  writeFileSync(stamp, inputs);
  return made;
}
