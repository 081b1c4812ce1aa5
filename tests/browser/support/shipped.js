/** The built product, served as hosts are told to. `make test` builds it before these tests run. */
import { existsSync, mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../../scripts/build/paths.mjs";
import { serve } from "../../../scripts/serve.mjs";

export const DIST = inRoot("dist");
export const SINGLE = pathToFileURL(inRoot("dist", "sillage.html")).href;
export const CAFE = inRoot("www", "samples", "cafe-lumiere.fr.csv");
export const TEA = inRoot("www", "samples", "tea.en.csv");

/** @param {"dist" | "dist-fault"} [name] */
export function serveShipped(name = "dist") {
  const folder = inRoot(name);
  if (!existsSync(`${folder}/index.html`)) {
    throw new Error(`${name} is missing: run \`node scripts/build.mjs${name === "dist" ? "" : " --fault"}\` first`);
  }
  return serve(folder);
}

/**
 * A folder under `build/`, made when missing.
 * @param {string[]} parts
 */
export function buildFolder(...parts) {
  const folder = inRoot("build", ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
