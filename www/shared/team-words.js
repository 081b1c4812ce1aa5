/**
 * What a team comes to, in words.
 *
 * @import { Estimate, Team } from "./engine.d.ts"
 * @import { Translator } from "./translate.js"
 */
import { slug } from "./translate.js";

/** Baselines that the finding may be compared with, the plainest first. */
const AGAINST = /** @type {const} */ (["followers", "score"]);

/**
 * A number of people that is an estimate: three significant digits, fewer decimals than it has.
 * @param {Translator} say
 * @param {number | null} value
 */
export function about(say, value) {
  if (value === null || !Number.isFinite(value)) return say.number(null);
  if (Math.abs(value) < 10) return say.number(value, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1);
  if (Math.abs(value) < 1_000) return say.number(Math.round(value));
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  return say.number(Math.round(value / step) * step);
}

/**
 * The same in a column: all of them with a decimal where the largest has one.
 * @param {Translator} say
 * @param {number} value
 * @param {number} most
 */
export function inColumn(say, value, most) {
  return most < 100 ? say.number(value, 1) : about(say, Math.round(value));
}

/**
 * "3,400 (3,310 to 3,480)".
 * @param {Translator} say
 * @param {Estimate} estimate
 */
export function between(say, { value, low, high }) {
  return low === null || high === null ? about(say, value)
    : say.t("estimate-between", { value: about(say, value), low: about(say, low), high: about(say, high) });
}

/**
 * How one number of people stands to another: "7% more people than", "2.3 times as many people as".
 * @param {Translator} say
 * @param {number} ratio
 */
export function more(say, ratio) {
  if (ratio >= 2) return say.t("people-times", { ratio: times(say, ratio) });
  const share = Math.round(100 * (ratio - 1)) / 100;
  return share === 0 ? say.t("people-even") : say.t(share > 0 ? "people-more" : "people-fewer", { share: say.percent(Math.abs(share)) });
}

/**
 * The same, within bounds: "7% more people than the first of the ranking (between 5% and 9%)".
 * @param {Translator} say
 * @param {{ ratio: number, low: number | null, high: number | null }} over
 */
function overRanking(say, { ratio, low, high }) {
  const bound = (/** @type {number} */ value) => (ratio >= 2 ? times(say, value) : say.percent(Math.round(100 * (value - 1)) / 100));
  if (low === null || high === null || bound(low) === bound(high)) return say.t("team-over-ranking", { more: more(say, ratio) });
  return say.t("team-over-ranking-between", { more: more(say, ratio), low: bound(low), high: bound(high) });
}

/** Whether two estimates cannot be told apart. @param {Estimate} a @param {Estimate} b */
function alike(a, b) {
  return a.low !== null && a.high !== null && b.low !== null && b.high !== null && a.low <= b.high && b.low <= a.high;
}

/**
 * How many times one is the other: "1.07".
 * @param {Translator} say
 * @param {number} ratio
 */
export function times(say, ratio) {
  return say.number(ratio, ratio < 10 ? 2 : 0);
}

/**
 * The baseline that the finding names: by followers where they are known, else by score.
 * @param {Team} team
 */
export function baseline({ alternatives }) {
  for (const name of AGAINST) {
    const found = alternatives.find((each) => each.name === name && each.spread.value > 0);
    if (found) return found;
  }
  return null;
}

/**
 * The finding of a choice: whom these people reach, against the plainest other choice.
 * @param {Translator} say
 * @param {Team} team
 * @param {{ accounts: number, target: boolean }} among
 * @returns {{ first: string, others: string[] }}
 */
export function teamFinding(say, team, { accounts, target }) {
  const members = team.members.length;
  if (members === 0) return { first: say.t("team-none"), others: [] };
  const against = baseline(team);
  const ratio = against ? team.spread.value / against.spread.value : null;
  const compared = against && ratio !== null
    ? say.t(`team-against-${against.name}`, { more: alike(team.spread, against.spread) ? say.t("people-even") : more(say, ratio), count: against.members.length }) : null;
  const reach = { members, people: about(say, team.spread.value), accounts };
  const first = team.relative
    ? compared ? say.t("team-finding-relative", { members, compared }) : say.t("team-finding-alone", { members })
    : say.t(target ? "team-finding-target" : "team-finding", { ...reach, compared: compared ? say.t("team-finding-compared", { compared }) : "" });
  const others = [];
  if (team.guarantee !== null) others.push(say.t("team-guarantee", { share: say.percent(Math.floor(team.guarantee * 100) / 100) }));
  if (team.overRanking) {
    const { significant } = team.overRanking;
    if (!significant) others.push(say.t("team-as-ranking"));
    // Where the ranking is what the first sentence names, it has been said.
    else if (against?.name !== "score") others.push(overRanking(say, team.overRanking));
  }
  return { first, others };
}

/** What the reader has to know, in words. @param {Translator} say @param {{ notes: readonly string[] }} of @returns {string[]} */
export function notes(say, { notes: codes }) {
  return codes.map((code) => {
    const id = `team-note-${slug(code)}`;
    return say.has(id) ? say.t(id) : say.t("team-note-unknown", { code });
  });
}
