/** What it costs to buy or arrange a rank: five attacks on accounts of the middle of the table. */
import { uniforms } from "../support/uniforms.mjs";
import { RESHARES, byHandle, study } from "./engine.mjs";
import { lines } from "./log.mjs";
import { ordered } from "./judge.mjs";

/** @import { Act } from "./log.mjs" */

/** The attacks, by letter. */
export const ATTACKS = {
  A: "100 puppets, one re-share each, over a day",
  B: "20 puppets, ten re-shares each, over a day",
  C: "a pod of 30 and the account, all mutual, over a day",
  D: "100 puppets within ten minutes",
  E: "100 puppets that first re-share three of the best known accounts each",
};

/**
 * Rows of an attack that ends at `end` (seconds).
 * @param {keyof typeof ATTACKS} kind
 * @param {string} target
 * @param {number} end
 * @param {() => number} random
 * @param {readonly string[]} known accounts in order of rank, that imitators re-share first
 * @returns {Act[]}
 */
export function attack(kind, target, end, random, known) {
  const ago = (/** @type {number} */ from, /** @type {number} */ to) => end - 1 - from - Math.floor(random() * (to - from));
  const act = (/** @type {string} */ actor, /** @type {string} */ to, /** @type {number} */ time) => ({ actor, target: to, time, type: "RT" });
  const puppet = (/** @type {number} */ i) => `puppet${i}`;
  const times = (/** @type {number} */ n, /** @type {(i: number) => Act | Act[]} */ make) => Array.from({ length: n }, (_, i) => make(i)).flat();
  const day = 86_400;
  switch (kind) {
    case "A":
      return times(100, (i) => act(puppet(i), target, ago(0, day)));
    case "B":
      return times(200, (i) => act(puppet(i % 20), target, ago(0, day)));
    case "C": {
      const members = [target, ...Array.from({ length: 30 }, (_, i) => puppet(i))];
      return members.flatMap((a) => members.filter((b) => b !== a).map((b) => act(a, b, ago(0, day))));
    }
    case "D":
      return times(100, (i) => act(puppet(i), target, ago(0, 600)));
    default:
      return times(100, (i) => [
        ...times(3, () => act(puppet(i), known[Math.floor(random() * known.length)] ?? target, ago(7_200, day))),
        act(puppet(i), target, ago(0, 3_600)),
      ]);
  }
}

/**
 * @param {readonly Act[]} all
 * @param {{ at: string, seeds: number, targets: number }} options
 */
export async function attacks(all, { at, seeds, targets }) {
  const end = Date.parse(`${at}T00:00:00Z`) / 1000;
  const before = all.filter(({ time }) => time < end);
  const text = lines(before);
  const settings = { objective: /** @type {const} */ ("none"), ties: { halfLifeDays: /** @type {const} */ ("auto"), weights: RESHARES } };
  const analysed = async (/** @type {readonly Act[]} */ more) => {
    const opened = await study(text + lines(more), "log.txt");
    const credit = async (/** @type {boolean} */ discount) => {
      await opened.configure({ ...settings, discount });
      await opened.analyse();
      const found = await byHandle(opened, await opened.column("credit"));
      return new Map([...found].filter(([, value]) => value > 0));
    };
    const orders = { without: await credit(false), with: await credit(true) };
    opened.close();
    return { without: ordered([...orders.without.keys()], orders.without), with: ordered([...orders.with.keys()], orders.with) };
  };
  const clean = (await analysed([])).with;
  const hundredth = Math.ceil(clean.length / 100);
  console.log(`\nBefore ${at}: ${clean.length} accounts with credit, the top 1 % ends at rank ${hundredth}; ${targets} accounts between the tenth and the half of the ranking, ${seeds} seeds.\n`);
  console.log("| attack | best rank without the discount | median | best rank with it | median | in the top 1 % |\n|---|---|---|---|---|---|");
  /** @type {Map<keyof typeof ATTACKS, { without: number[], with: number[] }>} */
  const ranks = new Map();
  const kinds = /** @type {(keyof typeof ATTACKS)[]} */ (Object.keys(ATTACKS));
  for (const kind of kinds) ranks.set(kind, { without: [], with: [] });
  for (let seed = 1; seed <= seeds; seed++) {
    const random = uniforms(seed);
    for (let i = 0; i < targets; i++) {
      const target = clean[Math.floor(clean.length * (0.1 + 0.4 * random()))] ?? "";
      for (const kind of kinds) {
        const found = await analysed(attack(kind, target, end, random, clean.slice(0, 2_000)));
        ranks.get(kind)?.without.push(found.without.indexOf(target) + 1);
        ranks.get(kind)?.with.push(found.with.indexOf(target) + 1);
      }
    }
  }
  let held = true;
  for (const [kind, found] of ranks) {
    const sorted = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b);
    const [without, kept] = [sorted(found.without), sorted(found.with)];
    const middle = Math.floor(kept.length / 2);
    const inside = kept.filter((rank) => rank <= hundredth).length;
    if (kind !== "E" && inside > 0) held = false;
    console.log(`| ${kind}: ${ATTACKS[kind]} | ${without[0]} | ${without[middle]} | ${kept[0]} | ${kept[middle]} | ${inside} of ${kept.length} |`);
  }
  console.log(held ? "\nA to D: held." : "\nA to D: NOT held.");
}
