import { build } from "vite";
import { inRoot } from "./paths.mjs";

/** @import { InlineConfig, Rollup } from "vite" */

/** Browsers of the last three years: everything the page uses (wasm, `DecompressionStream`, Trusted Types or none). */
const BROWSERS = ["chrome111", "edge111", "firefox115", "safari16.4"];

/** Paths of the modules that went into anything built by this process. @type {Set<string>} */
export const bundledModules = new Set();

/**
 * One run of Vite without its defaults that would write, guess or fetch: no configuration file, no `public` folder, no
 * environment files, nothing written. The caller writes what comes back.
 * @param {InlineConfig} config
 * @returns {Promise<(Rollup.OutputChunk | Rollup.OutputAsset)[]>}
 */
export async function bundle(config) {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: inRoot("www"),
    base: "./",
    logLevel: "warn",
    clearScreen: false,
    ...config,
    build: {
      write: false,
      target: BROWSERS,
      modulePreload: false,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      ...config.build,
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = outputs.flatMap((each) => ("output" in each ? each.output : []));
  for (const file of files) {
    if (file.type === "chunk") for (const id of file.moduleIds) bundledModules.add(id);
  }
  return files;
}

/**
 * The only chunk of a build that must give one.
 * @param {(Rollup.OutputChunk | Rollup.OutputAsset)[]} output
 * @param {string} what named in the error
 */
export function onlyChunk(output, what) {
  const [chunk, ...others] = output;
  if (!chunk || chunk.type !== "chunk" || others.length > 0) {
    throw new Error(`${what} should be one script, not ${output.map((each) => each.fileName).join(", ") || "nothing"}`);
  }
  return chunk;
}
