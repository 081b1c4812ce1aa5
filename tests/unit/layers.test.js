// What the page is made of, from the bottom up: nothing imports what stands above it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";

/** Folders that a folder may import from, beside itself and packages. */
const BELOW = {
  shared: [],
  worker: ["shared"],
  api: ["shared", "worker", "locales"],
  "page/state": ["shared", "api"],
  "page/parts": ["shared", "api", "page/state"],
  "page/screens": ["shared", "api", "page/state", "page/parts"],
};
/** What every part of the page may use: its language and its samples. */
const FREE = ["page/locale.js", "page/samples.js", "page/words.js", "page/part.js"];
const WWW = inRoot("www");

/** @param {string} folder @returns {string[]} */
const scripts = (folder) => readdirSync(path.join(WWW, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => `${folder}/${name}`);

/** Addresses that a script imports, types included. @param {string} text */
const imported = (text) => [...text.matchAll(/(?:from|import\(?|@import \{[^}]*\} from) ?"(\.{1,2}\/[^"?]+)/g)].map(([, address]) => address ?? "");

test("imports of the page point downwards", () => {
  const upward = [];
  for (const [folder, below] of Object.entries(BELOW)) {
    const own = scripts(folder);
    assert.ok(own.length > 0, folder);
    for (const file of own) {
      for (const address of imported(readFileSync(path.join(WWW, file), "utf8"))) {
        const to = path.posix.normalize(path.posix.join(path.posix.dirname(file), address));
        if (!/\.js$/.test(to) || FREE.includes(to)) continue;
        if (![folder, ...below].some((allowed) => to.startsWith(`${allowed}/`))) upward.push(`${file} imports ${to}`);
      }
    }
  }
  assert.deepEqual(upward, []);
});

test("the look at imports sees every form", () => {
  const text = 'import { a } from "./a.js";\nimport "./b.js";\nvoid import("../c.js");\n/** @import { D } from "./d.js" */\nexport { e } from "./e.js";\nimport f from "lit";';
  assert.deepEqual(imported(text), ["./a.js", "./b.js", "../c.js", "./d.js", "./e.js"]);
});
