/**
 * Tries an import on variations of files that it reads: renamed, re-encoded, cut, compressed, with other separators,
 * line ends and quotes, columns turned round, left out and renamed in seven languages, as a workbook, as JSON. Each
 * must give what the file itself gives (records kept, posts, ties of each kind, accounts); of a cut file only that
 * every record is accounted for. Prints a table of what disagrees.
 *
 *   node scripts/vary-samples.mjs [--only REGEX] [--into FOLDER] [--write FOLDER] [--most 4000000] FILE|FOLDER...
 *
 * `--only` keeps the kinds of variation that it matches; `--into` keeps the files that disagree. `--write` writes all
 * variations, with an index of them, and tries none.
 * Reads with the built module: `make build` first.
 */
import { appendFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { inRoot } from "./build/paths.mjs";
import { variations } from "./vary/variations.mjs";

/** @typedef {{ kept: number, seen: number, posts: number, ties: string, accounts: number, format: string, receipt: any }} Outcome */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, into: { type: "string" }, write: { type: "string" }, most: { type: "string", default: "4000000" } },
});
if (!positionals.length) throw new Error("usage: node scripts/vary-samples.mjs [--only REGEX] [--into FOLDER] FILE|FOLDER...");
const only = new RegExp(values.only ?? "", "u");
const { open } = await import(pathToFileURL(inRoot("dist", "node.js")).href);

/** @param {string} place @returns {string[]} */
function filesOf(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).sort().flatMap((name) => filesOf(path.join(place, name)));
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {Promise<Outcome | string>} what came of it, or the code of the error
 */
async function read(name, bytes) {
  const study = await open();
  try {
    const receipt = await study.add(bytes, { name });
    const parts = receipt.parts?.map((/** @type {any} */ part) => part.receipt).filter(Boolean) ?? [receipt];
    for (const part of parts) if (part.seen !== part.kept + part.dropped) return "rows are missing from the receipt";
    const { accounts, layers } = receipt.content;
    return { kept: receipt.kept, seen: receipt.seen, posts: receipt.posts, accounts, ties: JSON.stringify(layers), format: parts[0]?.format ?? "", receipt: parts[0] ?? receipt };
  } catch (error) {
    const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
    return `${code ?? ""} ${code ? "" : message}`.trim();
  } finally {
    study.close();
  }
}

let tried = 0;
/** @type {Map<string, string[]>} */
const bad = new Map();
for (const file of positionals.flatMap(filesOf)) {
  const bytes = readFileSync(file);
  if (bytes.length > Number(values.most)) continue;
  const base = await read(path.basename(file), bytes);
  if (typeof base === "string") {
    console.log(`${file}: ${base}`);
    continue;
  }
  for (const { kind, name, made, cut } of variations(path.basename(file), bytes, base.receipt)) {
    if (!only.test(kind)) continue;
    tried += 1;
    if (values.write) {
      mkdirSync(values.write, { recursive: true });
      const folder = path.join(values.write, String(tried));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, name), made);
      appendFileSync(path.join(values.write, "index.jsonl"), `${JSON.stringify({ file, kind, cut, made: path.join(folder, name) })}\n`);
      continue;
    }
    const found = await read(name, made);
    const differs = typeof found === "string" ? (cut && !/missing|engine/u.test(found) ? "" : found)
      : cut ? "" : /** @type {const} */ (["kept", "posts", "ties", "accounts"]).filter((key) => found[key] !== base[key])
        .map((key) => `${key} ${found[key]} instead of ${base[key]}`).concat(found.format === base.format ? [] : `as ${found.format}`).join(", ");
    if (!differs || (differs.startsWith("as ") && !differs.includes(","))) continue;
    bad.set(kind, [...bad.get(kind) ?? [], `${path.basename(file)} (${base.format}): ${differs}`]);
    if (values.into) {
      mkdirSync(values.into, { recursive: true });
      writeFileSync(path.join(values.into, `${path.basename(file)}~${kind.replaceAll(/\W+/gu, "_")}~${name}`), made);
    }
  }
}
for (const [kind, lines] of [...bad].sort()) console.log(`\n${kind}: ${lines.length}\n  ${lines.join("\n  ")}`);
console.log(`\n${tried} variations, ${[...bad.values()].flat().length} disagree`);
process.exitCode = bad.size ? 1 : 0;
