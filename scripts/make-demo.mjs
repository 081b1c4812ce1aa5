#!/usr/bin/env node
// Writes the invented demo data of www/samples: the same bytes at every run, on every machine.
//
//   node scripts/make-demo.mjs          writes the files
//   node scripts/make-demo.mjs --check  says whether the files there are what this script makes

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toCsv } from "./demo/csv.mjs";
import { simulate } from "./demo/world.mjs";
import * as cafe from "./demo/cafe.fr.mjs";
import * as tea from "./demo/tea.en.mjs";

/** Every demo: its story, its posts, and the bytes of its file. */
export function makeDemos() {
  /** @type {import("./demo/types.d.ts").Story[]} */
  const stories = [cafe, tea];
  return stories.map((story) => {
    const posts = simulate(story);
    return { name: story.file.name, story, posts, bytes: Buffer.from(toCsv(posts, story), "utf8") };
  });
}

/** Where a sample lies. @param {string} name */
export function samplePath(name) {
  return fileURLToPath(new URL(`../www/samples/${name}`, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  for (const { name, posts, bytes } of makeDemos()) {
    if (check) {
      if (!readFileSync(samplePath(name)).equals(bytes)) {
        console.error(`${name}: differs from what scripts/make-demo.mjs makes`);
        process.exitCode = 1;
      }
    } else {
      writeFileSync(samplePath(name), bytes);
      console.log(`${name}: ${posts.length} posts, ${bytes.length} bytes`);
    }
  }
}
