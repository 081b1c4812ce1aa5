/**
 * People side by side: what stands in each row, and what is worth saying of it.
 *
 * @import { Dossier } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 *
 * @typedef {{ value: number | null, text: string, under: string }} Cell `text` is empty where the value is unknown, and `under` says why
 * @typedef {{ key: string, label: string, group: string, cells: Cell[], best: number }} Row `best`: who has most, −1 where nobody stands out
 */
import { factorText, reasonText } from "../../shared/phrases.js";
import { PILLARS, PILLAR_FACTORS } from "../../shared/settings.js";
import { slug } from "../../shared/translate.js";

/** Points by which one has to be ahead to be called so. */
const AHEAD = 1;

/**
 * @param {Translator} say
 * @param {readonly Dossier[]} people
 * @returns {Row[]}
 */
export function compareRows(say, people) {
  const t = say.t;
  /**
   * @param {string} key
   * @param {string} label
   * @param {string} group
   * @param {(person: Dossier) => Cell} cell
   * @param {boolean} [ranked] whether more is worth pointing out
   * @returns {Row}
   */
  const row = (key, label, group, cell, ranked = false) => {
    const cells = people.map(cell);
    return { key, label, group, cells, best: ranked ? best(cells.map(({ value }) => value)) : -1 };
  };
  const words = (/** @type {string | null | undefined} */ text, /** @type {string} */ why) => ({ value: null, text: text ?? "", under: text ? "" : why });
  const score = row("score", t("column-score"), "whole", (person) => number(say, person.score, 1, t("reason-account"), ranks(say, person)), true);
  // Whom the intervals do not tell apart, a tenth of a point does not either.
  const [first, second] = ordered(people);
  if (first && second && apart(first, second) === false) score.best = -1;
  return [
    score,
    row("interval", t("compare-interval"), "whole", ({ score: known, profile: { uncertainty } }) => {
      const { scoreLow = null, scoreHigh = null, reason = null } = uncertainty ?? {};
      if (known === null) return words(null, t("reason-account"));
      if (!uncertainty) return words(null, t("profile-pending"));
      if (scoreLow === null || scoreHigh === null) return words(null, t(reason && say.has(`sure-none-${slug(reason)}`) ? `sure-none-${slug(reason)}` : "sure-none"));
      return words(t("compare-range", { low: say.number(scoreLow, 1), high: say.number(scoreHigh, 1) }), "");
    }),
    ...PILLARS.flatMap((pillar) => [
      row(pillar, t(`pillar-${pillar}`), pillar, (person) => number(say, person.pillars[pillar], 0, t("reason-account")), true),
      ...PILLAR_FACTORS[pillar].map((name) => row(name, t(`factor-${name}`), pillar, ({ factors }) => {
        const factor = factors.find((each) => each.name === name);
        if (!factor) return words(null, t("reason-unknown"));
        const known = factor.available && factor.value !== null;
        return number(say, known ? factor.value : null, 0, factorText(say, factor), known ? factorText(say, factor) : "");
      }, true)),
    ]),
    row("size", t("compare-size"), "who", ({ followers, profile: { size } }) => {
      const text = size?.tier ? t(`facet-size-${size.tier}`) : null;
      return { ...words(text, size ? t("reason-no-followers") : t("profile-pending")), ...(text && followers !== null
        ? { under: t("compare-followers", { followers }) } : {}) };
    }),
    row("type", t("compare-type"), "who", ({ profile: { types } }) => words(
      types?.first ? t(`type-${slug(types.first)}`) : null, types ? t("type-none") : t("profile-pending"))),
    row("trend", t("compare-trend"), "who", ({ profile: { trend } }) => {
      if (!trend) return words(null, t("profile-pending"));
      if (trend.reason || trend.direction === "unknown") return words(null, trend.reason ? reasonText(say, trend.reason) : t("trend-unknown"));
      const times = trend.rise === null ? "" : t("compare-times", { times: say.number(2 ** trend.rise, 1) });
      return { value: null, text: t(`compare-${trend.direction}`), under: times };
    }),
    row("authenticity", t("compare-authenticity"), "who", ({ profile: { authenticity } }) => {
      const checks = authenticity?.signals.filter(({ toCheck }) => toCheck) ?? [];
      return number(say, authenticity?.confidence ?? null, 0, t("compare-authenticity-none"),
        checks.length > 0 ? say.list(checks.map(({ signal }) => t(`signal-${slug(signal)}`))) : t("genuine-nothing"));
    }),
  ];
}

/**
 * What stands out, in sentences; never more sure than the intervals are.
 * @param {Translator} say
 * @param {readonly Dossier[]} people
 * @returns {string[]}
 */
export function highlights(say, people) {
  const [first, second] = ordered(people);
  if (!first || !second) return [say.t("compare-no-score")];
  const said = [say.t(apart(first, second) === false ? "compare-first-close" : "compare-first", {
    first: first.handle, second: second.handle, score: say.number(first.score, 1), other: say.number(second.score, 1) })];
  const leads = people.flatMap((person, at) => {
    const ahead = PILLARS.filter((pillar) => best(people.map(({ pillars }) => pillars[pillar])) === at);
    return ahead.length > 0 ? [say.t("compare-lead", { person: person.handle, pillars: say.list(ahead.map((pillar) => say.t(`pillar-${pillar}`))) })] : [];
  });
  if (leads.length > 0) said.push(say.t("compare-leads", { list: say.list(leads) }));
  const gap = widest(first, second);
  if (gap) {
    said.push(say.t("compare-widest", { first: first.handle, second: second.handle, factor: say.t(`feature-${gap.name}`),
      one: say.number(gap.one, 0), other: say.number(gap.other, 0) }));
  }
  const checked = people.filter(({ profile }) => profile.authenticity?.signals.some(({ toCheck }) => toCheck));
  if (checked.length > 0) said.push(say.t("compare-check", { people: say.list(checked.map(({ handle }) => handle)), count: checked.length }));
  const missing = people.filter(({ coverage }) => coverage < 1);
  if (missing.length > 0) said.push(say.t("compare-missing", { people: say.list(missing.map(({ handle }) => handle)), count: missing.length }));
  return said;
}

/**
 * @param {Translator} say
 * @param {number | null | undefined} value
 * @param {number} digits
 * @param {string} why it is unknown
 * @param {string} [under]
 * @returns {Cell}
 */
function number(say, value, digits, why, under = "") {
  return value === null || value === undefined || Number.isNaN(value) ? { value: null, text: "", under: why } : { value, text: say.number(value, digits), under };
}

/** Those with a score, the highest first. @param {readonly Dossier[]} people */
function ordered(people) {
  return people.filter((person) => person.score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
}

/** @param {Translator} say @param {Dossier} person */
function ranks(say, { rank, rankLow, rankHigh }) {
  if (rank === null) return "";
  return rankLow !== null && rankHigh !== null && rankLow !== rankHigh ? say.t("compare-rank-interval", { rank, low: rankLow, high: rankHigh })
    : say.t("compare-rank", { rank });
}

/**
 * Whether two intervals of the score leave each other alone; undefined where one is unknown.
 * @param {Dossier} first
 * @param {Dossier} second
 */
function apart(first, second) {
  const [low, high] = [first.profile.uncertainty?.scoreLow ?? null, second.profile.uncertainty?.scoreHigh ?? null];
  return low === null || high === null ? undefined : low > high;
}

/**
 * Who has clearly most; −1 where nobody does.
 * @param {readonly (number | null)[]} values
 */
function best(values) {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }])).sort((a, b) => b.value - a.value);
  const [first, second] = known;
  return first && second && first.value - second.value >= AHEAD ? first.at : -1;
}

/**
 * The sub-factor in which two people differ most, among those known of both.
 * @param {Dossier} first
 * @param {Dossier} second
 */
function widest(first, second) {
  const both = first.factors.flatMap(({ name, value: one }) => {
    const other = second.factors.find((factor) => factor.name === name)?.value ?? null;
    return one === null || other === null ? [] : [{ name, one, other, gap: Math.abs(one - other) }];
  });
  const found = both.sort((a, b) => b.gap - a.gap)[0];
  return found && found.gap >= 10 ? found : null;
}
