/**
 * What a back-test and a comparison of windows come to, in words.
 *
 * @import { BackTest, BackTestOrder, WindowComparison } from "./engine.d.ts"
 * @import { Translator } from "./translate.js"
 */
import { slug } from "./translate.js";

/** Orders that are plain to everybody, in the order in which a finding names them. */
const PLAIN = /** @type {const} */ (["followers", "people", "reshares", "pagerank", "degree", "mentions", "activity"]);

/**
 * People found: whole from ten on, else with a decimal where it is not whole.
 * @param {Translator} say
 * @param {number | null | undefined} value
 */
export function found(say, value) {
  if (value === null || value === undefined) return say.number(null);
  return say.number(value, value >= 10 || Number.isInteger(value) ? 0 : 1);
}

/**
 * @param {BackTest} test
 * @param {BackTestOrder} name
 */
export const order = (test, name) => test.orders.find((each) => each.name === name);

/**
 * The name of an order; what counts depends on the files.
 * @param {Translator} say
 * @param {BackTest} test
 * @param {BackTestOrder} name
 */
export function orderName(say, test, name) {
  return test.outcome === "reactions" && say.has(`order-${name}-reactions`) ? say.t(`order-${name}-reactions`) : say.t(`order-${name}`);
}

/**
 * What a back-test says, in sentences.
 * @param {Translator} say
 * @param {BackTest} test
 * @returns {{ first: string, others: string[] }}
 */
export function testFinding(say, test) {
  if (test.reason) {
    return {
      first: say.t("test-cannot"),
      others: [say.t(`test-reason-${slug(test.reason)}`, { have: say.number(test.have, test.have !== null && test.have < 10 && !Number.isInteger(test.have) ? 1 : 0), need: say.number(test.need) })],
    };
  }
  const marks = (/** @type {BackTestOrder} */ name) => order(test, name)?.marks ?? null;
  const against = PLAIN.find((name) => marks(name));
  const first = say.t(against ? "test-finding" : "test-finding-alone", {
    tests: test.enough,
    found: found(say, marks("ours")?.found),
    mattered: found(say, test.mattered),
    other: against ? orderName(say, test, against) : "",
    theirs: found(say, against ? marks(against)?.found : null),
    chance: found(say, marks("random")?.found),
  });
  const others = [];
  for (const verdict of /** @type {const} */ (["better", "alike", "worse"])) {
    const names = PLAIN.filter((name) => order(test, name)?.verdict === verdict).map((name) => orderName(say, test, name));
    if (names.length > 0) others.push(say.t(`test-${verdict}`, { names: say.list(names) }));
  }
  const ceilings = test.cuts.flatMap(({ enough, ceiling }) => (enough && ceiling !== null ? [ceiling] : []));
  if (ceilings.length > 0) {
    const mean = ceilings.reduce((sum, each) => sum + each, 0) / ceilings.length;
    if (mean < 0.995) others.push(say.t("test-ceiling", { share: say.percent(1 - mean) }));
  }
  return { first, others };
}

/**
 * What a reader of a back-test has to know.
 * @param {Translator} say
 * @param {BackTest} test
 */
export function testNotes(say, test) {
  const followers = order(test, "followers")?.known ?? 0;
  return test.notes.map((code) => say.t(`test-note-${slug(code)}`, { known: say.percent(followers), tests: test.enough, cuts: test.cuts.length }));
}

/**
 * How many times as many: "×2.3".
 * @param {Translator} say
 * @param {number} ratio
 */
export function factor(say, ratio) {
  return say.t("factor", { ratio: say.number(ratio, ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2) });
}

/**
 * A ratio with its interval: "×2.3 (1.4 to 3.8)".
 * @param {Translator} say
 * @param {{ ratio: number, low: number, high: number }} change
 */
export function ratioBetween(say, { ratio, low, high }) {
  const bare = (/** @type {number} */ value) => say.number(value, value >= 10 ? 0 : value >= 1 ? 1 : 2);
  return say.t("factor-between", { ratio: bare(ratio), low: bare(low), high: bare(high) });
}

/**
 * What a comparison says, in sentences. Never why.
 * @param {Translator} say
 * @param {WindowComparison} compared
 * @returns {{ first: string, others: string[] }}
 */
export function compareFinding(say, compared) {
  const { reason, up, down, appeared, gone } = compared;
  if (reason && reason !== "few_events") return { first: say.t("compare-cannot"), others: [say.t(`compare-reason-${slug(reason)}`)] };
  const others = [];
  const interactions = compared.totals.find(({ of }) => of === "interactions") ?? compared.totals.find(({ of }) => of === "posts");
  let first = say.t("compare-total-unknown");
  if (interactions) {
    const { low, high } = interactions;
    const way = low > 1 ? "more" : high < 1 ? "less" : "same";
    first = say.t(`compare-${interactions.of}-${way}`, { ratio: ratioBetween(say, interactions) });
  }
  if (reason) others.push(say.t("compare-reason-few-events", { have: say.number(compared.have), need: say.number(compared.need) }));
  else others.push(up + down === 0 ? say.t("compare-nobody", { tested: compared.tested }) : say.t("compare-people", { up, down, tested: compared.tested }));
  if (appeared + gone > 0) others.push(say.t("compare-turnover", { appeared, gone }));
  return { first, others };
}

/**
 * What a reader of a comparison has to know.
 * @param {Translator} say
 * @param {WindowComparison} compared
 */
export function compareNotes(say, compared) {
  const notes = compared.notes.map((code) => say.t(`compare-note-${slug(code)}`));
  const hours = Math.round(compared.unit / 3_600_000);
  notes.push(say.t("compare-unit", { unit: say.t(hours >= 24 ? "unit-day" : hours >= 6 ? "unit-quarter" : "unit-hour"), dispersion: say.number(compared.dispersion, 1) }));
  return notes;
}
