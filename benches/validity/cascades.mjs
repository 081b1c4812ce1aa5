/** Is the predicted amplitude of an originator a better guess of later cascades than their mean or their volume? */
import { differences, fixed, ndcg, ordered, spearman } from "./judge.mjs";
import { byHandle, study } from "./engine.mjs";

/** @typedef {{ who: string, start: number, times: number[] }} Cascade seconds or whatever the file counts in */

/**
 * Lines `[key ]originator time,participant time,...`; of three words before the first comma, the first is a key.
 * @param {string} text
 * @returns {Cascade[]}
 */
export function cascades(text) {
  /** @type {Cascade[]} */
  const found = [];
  for (const line of text.split("\n")) {
    const acts = line.split(",").map((part) => part.trim().split(" ")).filter((part) => part.length >= 2);
    const [who = "", time = ""] = acts[0]?.slice(-2) ?? [];
    if (!who) continue;
    const times = acts.slice(1).map((part) => Number(part.at(-1))).filter((t) => Number.isFinite(t));
    found.push({ who, start: Number(time), times });
  }
  return found;
}

/**
 * Cascades that began before the split train, those after it test; sizes in training count what came before the split.
 * @param {string} name
 * @param {readonly Cascade[]} all
 * @param {number} share of the cascades that train
 */
export async function predict(name, all, share) {
  const starts = all.map(({ start }) => start).sort((a, b) => a - b);
  const split = starts[Math.floor(share * starts.length)] ?? 0;
  const known = all.filter(({ start }) => start < split).map(({ who, start, times }) => ({ who, start, size: times.filter((t) => t < split).length }));
  /** @type {Map<string, number[]>} */
  const later = new Map();
  for (const { who, start, times } of all) {
    if (start >= split) later.set(who, [...(later.get(who) ?? []), times.length]);
  }
  // The engine sees posts with a count of re-shares, a minute apart in the order of time.
  const csv = "id,author,created_at,text,retweets\n" + known.sort((a, b) => a.start - b.start)
    .map(({ who, size }, i) => `${i + 1},u${who},${new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString().slice(0, 19)}Z,post,${size}\n`).join("");
  const opened = await study(csv, "posts.csv");
  await opened.configure({ objective: "none" });
  await opened.analyse();
  const amplitude = await byHandle(opened, await opened.column("amplitude"));
  // The scale ends at 100: beyond it, the natural value orders.
  const { handle } = await opened.accounts();
  for (const [i, who] of handle.entries()) {
    if ((amplitude.get(who) ?? 0) >= 100) {
      const factor = (await opened.account(i)).factors.find((f) => f.name === "amplitude");
      amplitude.set(who, 100 + (factor?.natural ?? 0));
    }
  }
  opened.close();
  /** @type {Map<string, number[]>} */
  const sizes = new Map();
  for (const { who, size } of known) sizes.set(who, [...(sizes.get(who) ?? []), size]);
  const sum = (/** @type {readonly number[]} */ list) => list.reduce((a, b) => a + b, 0);
  const of = (/** @type {(list: number[]) => number} */ value) => new Map([...sizes].map(([who, list]) => [who, value(list)]));
  const candidates = [...sizes.keys()].filter((who) => later.has(who));
  const gains = new Map(candidates.map((who) => [who, sum(later.get(who) ?? []) / (later.get(who)?.length ?? 1)]));
  const ideal = ordered(candidates, gains);
  const top = Math.max(1, Math.min(100, Math.floor(candidates.length / 10)));
  /** @type {[string, Map<string, number>][]} */
  const scores = [
    ["predicted amplitude", new Map(candidates.map((who) => [who, amplitude.get(`u${who}`) ?? 0]))],
    ["raw mean", of((list) => sum(list) / list.length)],
    ["volume", of(sum)],
    ["largest", of((list) => Math.max(...list))],
  ];
  const orders = new Map(scores.map(([order, score]) => [order, ordered(candidates, score)]));
  const sure = differences(orders, ideal, gains, top);
  const found = candidates.filter((who) => (gains.get(who) ?? 0) > 0).length;
  console.log(`\n### ${name}: ${all.length} cascades, ${Math.round(100 * share)} % train; ${candidates.length} originators on both sides, ${found} with later re-shares\n`);
  if (found < 40) console.log("Fewer than 40 originators with later re-shares: nobody can tell.\n");
  console.log(`| order | NDCG@${top} | Spearman | amplitude − it, NDCG [95 %] |\n|---|---|---|---|`);
  for (const [order, score] of scores) {
    const { difference = NaN, low = NaN, high = NaN } = sure.get(order) ?? {};
    const rank = spearman(candidates.map((who) => score.get(who) ?? 0), candidates.map((who) => gains.get(who) ?? 0));
    const shown = order === "predicted amplitude" ? "" : `${fixed(difference)} [${fixed(low)}, ${fixed(high)}]${low <= 0 && high >= 0 ? ", cannot be told apart" : ""}`;
    console.log(`| ${order} | ${fixed(ndcg(orders.get(order) ?? [], ideal, gains, top))} | ${fixed(rank)} | ${shown} |`);
  }
}
