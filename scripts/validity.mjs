/**
 * The protocol of validity, with the real engine and fixed seeds: does the ranking say who is re-shared next, what does it
 * cost to buy a rank, and does it find influence where the truth is known?
 *
 *   node scripts/validity.mjs [--log LOG[.gz]] [--cascades FILE,FILE] [--posts FILE] [--only day,attacks,cascades,synthetic,teams]
 *                             [--at 2012-07-04,2012-07-05] [--hours 24] [--top 100] [--seeds 3] [--targets 5]
 *                             [--size 10]
 *
 * LOG holds lines `actor target seconds type`, where type RT is a re-share; a cascade file holds lines
 * `originator time,participant time,...`. Neither is part of the project: the SNAP site publishes the first (Higgs),
 * benchmarks of cascade prediction the others; `--posts` takes tweets in the columns of rtweet. The invented network needs no file. What is predicted is counted here,
 * from the raw lines, by code that shares nothing with the engine. Needs `make build`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { logCoverage, postCoverage } from "../benches/validity/coverage.mjs";
import { attacks } from "../benches/validity/attacks.mjs";
import { cascades, predict } from "../benches/validity/cascades.mjs";
import { acts } from "../benches/validity/log.mjs";
import { nextDay } from "../benches/validity/next-day.mjs";
import { synthetic } from "../benches/validity/synthetic.mjs";

const { values } = parseArgs({
  options: {
    log: { type: "string" },
    cascades: { type: "string", default: "" },
    only: { type: "string", default: "day,attacks,cascades,synthetic,teams" },
    posts: { type: "string" },
    size: { type: "string", default: "10" },
    at: { type: "string", default: "2012-07-04,2012-07-05,2012-07-06" },
    hours: { type: "string", default: "24" },
    top: { type: "string", default: "100" },
    seeds: { type: "string", default: "3" },
    targets: { type: "string", default: "5" },
  },
});

/** @param {string} file */
function text(file) {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
}

const wanted = new Set(values.only.split(","));
const at = values.at.split(",");
if (values.log) {
  const all = acts(text(values.log));
  if (wanted.has("day")) {
    console.log("## Who is re-shared next");
    await nextDay(all, { at, hours: Number(values.hours), top: Number(values.top) });
  }
  if (wanted.has("attacks")) {
    console.log("\n## What a rank costs");
    await attacks(all, { at: at[Math.floor(at.length / 2)] ?? "", seeds: Number(values.seeds), targets: Number(values.targets) });
  }
  if (wanted.has("teams")) {
    console.log("\n## What teams reach later");
    await logCoverage(all, { at, hours: Number(values.hours), size: Number(values.size) });
  }
}
if (wanted.has("teams") && values.posts) {
  console.log("\n## What teams reach later, from posts");
  await postCoverage(text(values.posts), [0.5, 0.6, 0.7, 0.8], Number(values.size));
}
if (wanted.has("cascades") && values.cascades) {
  console.log("\n## Later cascades of the same originators");
  for (const file of values.cascades.split(",")) {
    for (const share of [0.5, 0.6, 0.7, 0.8]) await predict(path.basename(path.dirname(path.resolve(file))), cascades(text(file)), share);
  }
}
if (wanted.has("synthetic")) {
  console.log("\n## Influence that is known");
  await synthetic({ seeds: Number(values.seeds), posts: [5, 20] });
}
