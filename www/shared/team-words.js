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
  if (members === 0) return { first: say.t("team-none"), others: notes(say, team) };
  const against = baseline(team);
  const ratio = against ? team.spread.value / against.spread.value : null;
  const compared = against && ratio !== null ? say.t(`team-against-${against.name}`, { ratio: times(say, ratio), count: against.members.length }) : null;
  const reach = { members, people: about(say, team.spread.value), accounts };
  const first = team.relative
    ? compared ? say.t("team-finding-relative", { members, compared }) : say.t("team-finding-alone", { members })
    : say.t(target ? "team-finding-target" : "team-finding", { ...reach, compared: compared ? say.t("team-finding-compared", { compared }) : "" });
  const others = [];
  if (team.guarantee !== null) others.push(say.t("team-guarantee", { share: say.percent(Math.floor(team.guarantee * 100) / 100) }));
  if (team.overRanking) {
    const { ratio: over, low, high, significant } = team.overRanking;
    const shown = times(say, over);
    others.push(!significant ? say.t("team-as-ranking", { ratio: shown })
      : low === null || high === null ? say.t("team-over-ranking", { ratio: shown })
        : say.t("team-over-ranking-between", { ratio: shown, low: times(say, low), high: times(say, high) }));
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
