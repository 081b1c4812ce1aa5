/**
 * What teams really reach afterwards (y3): the distinct people who later re-share a member, beside teams that plain
 * rankings make. Teams see only what came before the cut; what came after is counted here, from the raw rows.
 */
import { fixed, ordered } from "./judge.mjs";
import { RESHARES, study } from "./engine.mjs";
import { decayed, distinct, lines, summed } from "./log.mjs";

/** @import { Act } from "./log.mjs" */
/** @import { SizeTier, TeamOptions } from "../../www/shared/engine.d.ts" */

/** Costs by size for the budget of the test; an opinion, as any. @type {Partial<Record<SizeTier, number>>} */
const TIERS = { below: 50, nano: 150, micro: 800, mid: 2_000, macro: 6_000, mega: 25_000 };

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} text what the engine reads: rows before the cut, or all of them with a window
 * @property {string} file
 * @property {number | null} until window's end, milliseconds
 * @property {Act[]} before re-shares before the cut
 * @property {Act[]} after re-shares after it, inside the horizon
 * @property {boolean} priced whether a budget by size is tried as well
 * @property {import("../../www/shared/engine.d.ts").SettingsPatch} settings
 */

/**
 * @param {readonly string[]} team
 * @param {ReadonlyMap<string, Set<string>>} later who re-shares whom
 */
function covered(team, later) {
  /** @type {Set<string>} */
  const people = new Set();
  for (const member of team) for (const who of later.get(member) ?? []) people.add(who);
  return people;
}

/** 95 % interval of the difference of two coverages, by drawing the people again. @param {Set<string>} a @param {Set<string>} b */
function interval(a, b) {
  // Only people whom one covers and the other does not count: a difference of two Poisson counts.
  const [onlyA, onlyB] = [[...a].filter((who) => !b.has(who)).length, [...b].filter((who) => !a.has(who)).length];
  const wide = 1.96 * Math.sqrt(onlyA + onlyB);
  return { difference: onlyA - onlyB, low: onlyA - onlyB - wide, high: onlyA - onlyB + wide };
}

/** @param {Case} of @param {number} k */
export async function coverage({ name, text, file, until, before, after, priced, settings }, k) {
  const opened = await study(text, file);
  await opened.configure({ ...settings, window: { from: null, to: until } });
  const summary = await opened.analyse();
  const { handle } = await opened.accounts();
  const named = (/** @type {readonly number[]} */ members) => members.map((i) => handle[i] ?? "");
  /** @type {Map<string, Set<string>>} */
  const later = new Map();
  for (const { actor, target } of after) (later.get(target) ?? later.set(target, new Set()).get(target))?.add(actor);
  const everybody = new Set(after.map(({ actor }) => actor));
  const candidates = [...distinct(before).keys()];
  const end = before.reduce((last, { time }) => Math.max(last, time), 0);
  const hours = summary.halfLife.days === null ? null : summary.halfLife.days * 24;
  // The best set that hindsight could choose, greedily.
  const hindsight = () => {
    /** @type {string[]} */
    const team = [];
    const people = new Set();
    for (let i = 0; i < k; i++) {
      let [best, most] = ["", -1];
      for (const who of candidates) {
        let gain = 0;
        for (const person of later.get(who) ?? []) if (!people.has(person)) gain++;
        if (gain > most) [best, most] = [who, gain];
      }
      team.push(best);
      for (const person of later.get(best) ?? []) people.add(person);
    }
    return team;
  };
  /** @type {[string, string[], string][]} */
  const teams = [];
  const choose = async (/** @type {string} */ title, /** @type {TeamOptions} */ options) => {
    const team = await opened.team({ size: k, seconds: 2, ...options });
    const told = [team.probabilities.from, team.guarantee === null ? "" : `≥ ${fixed(team.guarantee)} of the best`, team.cost === null ? "" : `cost ${team.cost}`,
      team.overRanking ? `${fixed(team.overRanking.ratio)} × the ranking, by the model` : "", team.notes.includes("no_gain_over_ranking") ? "no significant gain said" : ""];
    teams.push([title, team.members.map((m) => m.handle), told.filter(Boolean).join(", ")]);
    return team;
  };
  const plain = await choose("team, default options", {});
  if (plain.probabilities.from === "learned") {
    await choose("team, one message", { messages: 1 });
    await choose("team, weighted cascade", { probabilities: "weightedCascade" });
  }
  await choose("team, one re-share deep", { hops: 1 });
  const credit = await choose("team, Credit Distribution", { model: "creditDistribution" });
  if (credit.model !== "creditDistribution") teams.pop();
  for (const other of plain.alternatives) teams.push([`first by ${other.name}`, named(other.members), ""]);
  teams.push(["distinct re-sharers", ordered(candidates, distinct(before)).slice(0, k), ""]);
  teams.push(["re-share count", ordered(candidates, summed(before)).slice(0, k), ""]);
  if (hours !== null) teams.push(["decayed re-shares, same half-life", ordered(candidates, decayed(before, end, hours)).slice(0, k), ""]);
  teams.push(["hindsight, greedy", hindsight(), ""]);
  print(`${name}: ${candidates.length} candidates, ${everybody.size} people re-share later; k = ${k}`, teams, later, everybody.size, "first by score");
  if (priced) {
    teams.length = 0;
    const budget = { size: 500, budget: 5_000, costs: { tiers: TIERS } };
    const team = await choose("team within the budget", budget);
    for (const other of team.alternatives) teams.push([`by ${other.name}, as far as the budget goes`, named(other.members), other.cost === null ? "" : `cost ${other.cost}`]);
    print(`${name}: a budget of 5,000, costs by size ${JSON.stringify(TIERS)}`, teams, later, everybody.size, "by score, as far as the budget goes");
  }
  opened.close();
}

/**
 * @param {string} title
 * @param {[string, string[], string][]} teams
 * @param {ReadonlyMap<string, Set<string>>} later
 * @param {number} all
 * @param {string} against
 */
function print(title, teams, later, all, against) {
  const ranking = covered(teams.find(([name]) => name === against)?.[1] ?? [], later);
  console.log(`\n### ${title}\n\n| team | members | people who re-share it later | share | it − ranking [95 %] | what the engine says |\n|---|---|---|---|---|---|`);
  for (const [name, members, told] of teams) {
    const people = covered(members, later);
    const { difference, low, high } = interval(people, ranking);
    const shown = name === against ? "" : `${difference} [${fixed(low, 0)}, ${fixed(high, 0)}]`;
    console.log(`| ${name} | ${members.length} | ${people.size} | ${fixed(people.size / all)} | ${shown} | ${told} |`);
  }
}

/**
 * The log of re-shares, cut at the beginning of a day.
 * @param {readonly Act[]} all
 * @param {{ at: readonly string[], hours: number, size: number }} options
 */
export async function logCoverage(all, { at, hours, size }) {
  const reshares = all.filter(({ type }) => type === "RT");
  for (const day of at) {
    const end = Date.parse(`${day}T00:00:00Z`) / 1000;
    const seen = all.filter(({ time }) => time < end);
    await coverage({
      name: day, text: lines(seen), file: "log.txt", until: null, priced: false,
      before: reshares.filter(({ time }) => time < end), after: reshares.filter(({ time }) => time >= end && time < end + hours * 3600),
      settings: { objective: "none", ties: { weights: RESHARES } },
    }, size);
  }
}

/**
 * Tweets in the columns of rtweet, cut where so many of the re-shares have been made; all that follows is the horizon.
 * @param {string} text
 * @param {readonly number[]} shares
 * @param {number} size
 */
export async function postCoverage(text, shares, size) {
  const rows = table(text);
  const head = rows[0] ?? [];
  const at = (/** @type {string} */ name) => head.indexOf(name);
  const [actor, target, time, is] = [at("screen_name"), at("retweet_screen_name"), at("created_at"), at("is_retweet")];
  const seconds = (/** @type {readonly string[]} */ row) => Date.parse(row[time] ?? "") / 1000;
  const acts = rows.slice(1).filter((row) => /^true$/i.test(row[is] ?? "") && row[target] && row[actor] !== row[target])
    .map((row) => ({ actor: row[actor] ?? "", target: row[target] ?? "", time: seconds(row), type: "RT" })).sort((a, b) => a.time - b.time);
  for (const share of shares) {
    const cut = acts[Math.floor(share * acts.length)]?.time ?? 0;
    await coverage({
      name: `after ${fixed(100 * share, 0)} % of the re-shares`, text, file: "posts.csv", until: cut * 1000, priced: true,
      before: acts.filter((act) => act.time < cut), after: acts.filter((act) => act.time >= cut), settings: { objective: "none" },
    }, size);
  }
}

/** Rows of a table of quoted cells. @param {string} text @returns {string[][]} */
function table(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let [cell, quoted] = ["", false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      rows.at(-1)?.push(cell.replace(/\r$/, ""));
      cell = "";
      if (c === "\n") rows.push([]);
    } else cell += c;
  }
  rows.at(-1)?.push(cell);
  return rows.filter((row) => row.length > 1);
}
