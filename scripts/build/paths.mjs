import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/**
 * Every file under `start` (a file or a folder), sorted by path.
 * @param {string} start
 * @returns {string[]}
 */
export function filesUnder(start) {
  if (!statSync(start, { throwIfNoEntry: false })) return [];
  if (!statSync(start).isDirectory()) return [start];
  return readdirSync(start, { withFileTypes: true })
    .flatMap((entry) => filesUnder(path.join(start, entry.name)))
    .sort();
}

/**
 * SHA-256 over names and contents, so that a step whose inputs did not change can be left out.
 * @param {string[]} starts files and folders
 * @param {string[]} extra whatever else decides the result
 */
export function hashOfInputs(starts, extra = []) {
  const hash = createHash("sha256");
  for (const file of starts.flatMap(filesUnder)) {
    hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  for (const value of extra) hash.update(value).update("\0");
  return hash.digest("hex");
}
