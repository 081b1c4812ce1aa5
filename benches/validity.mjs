/**
 * Does the ranking say who is re-shared next? For each moment T: rank on what came before T, count what came after.
 *
 *   node benches/validity.mjs LOG [--at 2012-07-04,2012-07-05] [--hours 24] [--top 100] [--half-life auto|none|DAYS]
 *
 * LOG holds lines `actor target seconds type`, where type RT is a re-share. The gains are counted here, from the raw
 * lines, by code that shares nothing with the engine:
 *
 * - candidates: accounts re-shared by somebody else before T;
 * - gain of a candidate: log2(1 + distinct accounts that re-share it in [T, T + hours));
 * - NDCG@100 and capture@100 (share of the re-sharers that the best possible hundred would have), ties by name.
 *
 * Compared: the engine's credit, the plain count of re-shares, distinct re-sharers, and PageRank on re-shares.
 */
import { openAsBlob, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inRoot } from "../scripts/build/paths.mjs";

/** @typedef {{ actor: string, target: string, time: number }} Reshare times in seconds */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: "string", default: "2012-07-04,2012-07-05,2012-07-06" },
    hours: { type: "string", default: "24" },
    top: { type: "string", default: "100" },
    "half-life": { type: "string", default: "auto" },
  },
});
const [log] = positionals;
if (!log) {
  console.error("node benches/validity.mjs LOG [--at DATE,DATE] [--hours 24] [--top 100]");
  process.exit(2);
}

/** @param {string} path @returns {Reshare[]} */
function reshares(path) {
  /** @type {Reshare[]} */
  const found = [];
  for (const line of readFileSync(path, "latin1").split("\n")) {
    const [actor = "", target = "", time = "", type] = line.split(" ");
    if (type === "RT" && actor !== target) found.push({ actor, target, time: Number(time) });
  }
  return found;
}

/**
 * Distinct re-sharers of every account over some re-shares.
 * @param {Reshare[]} some
 * @returns {Map<string, number>}
 */
function distinct(some) {
  /** @type {Map<string, Set<string>>} */
  const sets = new Map();
  for (const { actor, target } of some) {
    const set = sets.get(target);
    if (set) set.add(actor);
    else sets.set(target, new Set([actor]));
  }
  return new Map([...sets].map(([target, set]) => [target, set.size]));
}

/**
 * How good an order is, and the best order there could have been.
 * @param {string[]} candidates
 * @param {ReadonlyMap<string, number>} score
 * @param {ReadonlyMap<string, number>} later
 * @param {number} top
 */
function judge(candidates, score, later, top) {
  const value = (/** @type {string} */ who) => {
    const found = score.get(who) ?? 0;
    return Number.isNaN(found) ? 0 : found;
  };
  const byName = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);
  const order = [...candidates].sort((a, b) => value(b) - value(a) || byName(a, b)).slice(0, top);
  const ideal = [...candidates].sort((a, b) => (later.get(b) ?? 0) - (later.get(a) ?? 0) || byName(a, b)).slice(0, top);
  const gain = (/** @type {string[]} */ list) =>
    list.reduce((sum, who, i) => sum + Math.log2(1 + (later.get(who) ?? 0)) / Math.log2(i + 2), 0);
  const people = (/** @type {string[]} */ list) => list.reduce((sum, who) => sum + (later.get(who) ?? 0), 0);
  return { ndcg: gain(order) / gain(ideal), capture: people(order) / people(ideal) };
}

/** @param {import("../www/api/study.js").Study} study @param {Float64Array} column */
async function byHandle(study, column) {
  const { handle } = await study.accounts();
  return new Map(handle.map((who, i) => [who, column[i] ?? NaN]));
}

const all = reshares(log);
const top = Number(values.top);
const horizon = Number(values.hours) * 3600;
/** @type {typeof import("../www/api/node.js")} */
const { open } = await import(inRoot("dist", "node.js"));
const half = values["half-life"];
const study = await open();
const receipt = await study.add(await openAsBlob(log), { name: "log.txt" });
console.log(`${receipt.seen} rows seen = ${receipt.kept} kept + ${receipt.dropped} dropped, ${all.length} re-shares counted here\n`);
console.log(`| before (UTC) | candidates | half-life | order | NDCG@${top} | capture@${top} |\n|---|---|---|---|---|---|`);
for (const at of values.at.split(",")) {
  const to = Date.parse(/T/.test(at) ? at : `${at}T00:00:00Z`);
  const before = all.filter(({ time }) => time * 1000 < to);
  const later = distinct(all.filter(({ time }) => time * 1000 >= to && time * 1000 < to + horizon * 1000));
  const people = distinct(before);
  const candidates = [...people.keys()];
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const { target } of before) count.set(target, (count.get(target) ?? 0) + 1);

  await study.configure({
    objective: "none",
    window: { from: null, to },
    ties: {
      halfLifeDays: half === "auto" ? "auto" : half === "none" ? null : Number(half),
      // PageRank on re-shares alone, as the table of the method has it; credit draws on re-shares anyway.
      weights: { repost: 1, quote: 0, reply: 0, mention: 0, like: 0, follow: 0, link: 0 },
    },
  });
  const summary = await study.analyse();
  const { days, source } = summary.halfLife;
  const span = days === null ? "none" : days < 2 ? `${+(days * 24).toFixed(2)} h` : `${+days.toFixed(2)} d`;
  /** @type {[string, Map<string, number>][]} */
  const orders = [
    ["credit (R_b)", await byHandle(study, await study.column("credit"))],
    ["re-share count", count],
    ["distinct re-sharers", people],
    ["distinct re-sharers, engine", await byHandle(study, await study.column("resharers"))],
    ["PageRank on re-shares", await byHandle(study, (await study.measure("pagerank", { damping: 0.85 })).values)],
  ];
  for (const [name, score] of orders) {
    const { ndcg, capture } = judge(candidates, score, later, top);
    console.log(`| ${at} | ${candidates.length} | ${span} (${source}) | ${name} | ${ndcg.toFixed(3)} | ${capture.toFixed(3)} |`);
  }
}
study.close();
