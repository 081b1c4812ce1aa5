/** Who is re-shared on the day after: the default ranking beside decayed re-shares, counts and centralities. */
import { capture, differences, fixed, ndcg, ordered, precision, spearman } from "./judge.mjs";
import { RESHARES, byHandle, study } from "./engine.mjs";
import { coreNumbers, decayed, distinct, hIndex, lines, summed } from "./log.mjs";

/** @import { Act } from "./log.mjs" */

/**
 * @param {readonly Act[]} all
 * @param {{ at: readonly string[], hours: number, top: number }} options
 */
export async function nextDay(all, { at, hours, top: most }) {
  const reshares = all.filter(({ type }) => type === "RT");
  const text = lines(all);
  const opened = await study(text, "log.txt");
  for (const day of at) {
    const end = Date.parse(/T/.test(day) ? day : `${day}T00:00:00Z`) / 1000;
    const before = reshares.filter(({ time }) => time < end);
    const seen = all.filter(({ time }) => time < end);
    const after = reshares.filter(({ time }) => time >= end && time < end + hours * 3600);
    const later = distinct(after);
    const people = distinct(before);
    const candidates = [...people.keys()];
    const top = Math.min(most, Math.floor(candidates.length / 10));
    const ranked = async (/** @type {boolean} */ discount) => {
      await opened.configure({ objective: "none", window: { from: null, to: end * 1000 }, ties: { halfLifeDays: "auto", weights: RESHARES }, discount });
      await opened.analyse();
      return byHandle(opened, await opened.column("credit"));
    };
    const without = await ranked(false);
    const pagerank = await byHandle(opened, (await opened.measure("pagerank", { damping: 0.85 })).values);
    const ours = await ranked(true);
    const { days } = (await opened.summary()).halfLife;
    /** @type {[string, Map<string, number>][]} */
    const scores = [
      ["default ranking", ours],
      ["without the discount", without],
      ["decayed re-shares, 6 h", decayed(before, end, 6)],
      ["decayed re-shares, same half-life", days === null ? summed(before) : decayed(before, end, days * 24)],
      ["decayed re-shares, 24 h", decayed(before, end, 24)],
      ["re-share count", summed(before)],
      ["distinct re-sharers", people],
      ["in-degree, all ties", distinct(seen)],
      ["mentions", summed(seen.filter(({ type }) => type === "MT"))],
      ["PageRank on re-shares", pagerank],
      ["k-core", coreNumbers(before)],
      ["h-index of re-shares", hIndex(before)],
      ["own activity", summed(seen, undefined, "actor")],
    ];
    const ideal = ordered(candidates, later);
    const orders = new Map(scores.map(([name, score]) => [name, ordered(candidates, score)]));
    const sure = differences(orders, ideal, later, top);
    const reached = after.filter(({ target }) => people.has(target)).length / after.length;
    const enough = candidates.filter((who) => (later.get(who) ?? 0) > 0).length;
    console.log(`\n### ${day}: ${candidates.length} candidates, ${enough} re-shared later, who draw ${fixed(100 * reached, 0)} % of what is re-shared; half-life ${days === null ? "none" : `${fixed(days * 24, 2)} h`}\n`);
    if (enough < 40) console.log("Fewer than 40 candidates are re-shared later: nobody can tell.\n");
    console.log(`| order | NDCG@${top} | capture@${top} | precision@${top} | Spearman | default − it, NDCG [95 %] |\n|---|---|---|---|---|---|`);
    for (const [name, score] of scores) {
      const order = orders.get(name) ?? [];
      const rank = spearman(candidates.map((who) => score.get(who) ?? 0), candidates.map((who) => later.get(who) ?? 0));
      const { difference = NaN, low = NaN, high = NaN } = sure.get(name) ?? {};
      const shown = name === "default ranking" ? "" : `${fixed(difference)} [${fixed(low)}, ${fixed(high)}]`;
      console.log(`| ${name} | ${fixed(ndcg(order, ideal, later, top))} | ${fixed(capture(order, ideal, later, top))} | ${fixed(precision(order, ideal, top))} | ${fixed(rank)} | ${shown} |`);
    }
  }
  opened.close();
}
