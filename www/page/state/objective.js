/**
 * What the objective looks for and what it changes, in words.
 *
 * @import { Pillar, RankingRow, Settings, Summary } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 */
import { reasonText } from "../../shared/phrases.js";
import { PILLARS, PILLAR_FACTORS, SUB_FACTORS } from "../../shared/settings.js";
import { sharesOf } from "./shares.js";

/** Letters of a subject that a sentence holds. */
const LETTERS = 80;

/**
 * The criteria that these data cannot tell, and why.
 * @param {Translator} say
 * @param {Pick<Summary, "coverage">} summary
 */
export function missingFactors(say, { coverage }) {
  return SUB_FACTORS.flatMap((name) => {
    const { available, reason } = coverage[name];
    return available ? [] : [{ name: say.t(`factor-${name}`), reason: reasonText(say, reason) }];
  });
}

/**
 * Share of the weights that these data can tell: of each pillar, the weights of the criteria that are there.
 * @param {Pick<Summary, "coverage" | "factorWeights">} summary
 * @param {Readonly<Record<Pillar, number>>} weights
 */
export function toldShare({ coverage, factorWeights }, weights) {
  let [told, all] = [0, 0];
  for (const pillar of PILLARS) {
    const names = PILLAR_FACTORS[pillar];
    const sum = names.reduce((total, name) => total + factorWeights[name], 0);
    const there = names.reduce((total, name) => total + (coverage[name].available ? factorWeights[name] : 0), 0);
    if (sum > 0) told += (weights[pillar] * there) / sum;
    all += weights[pillar];
  }
  return all > 0 ? told / all : 0;
}

/**
 * What is looked for, among how many, how much of it these data can tell, and what it changes at the top.
 * @param {Translator} say
 * @param {object} of
 * @param {Pick<Settings, "objective" | "brief">} of.settings
 * @param {Pick<Summary, "accounts" | "ranked" | "coverage" | "factorWeights" | "creditLayers">} of.summary
 * @param {Readonly<Record<Pillar, number>>} of.weights
 * @param {readonly Pick<RankingRow, "index" | "handle">[]} of.first by the objective
 * @param {readonly number[] | null} of.plain by re-shares alone
 * @returns {{ first: string, others: string[] }}
 */
export function objectiveFinding(say, { settings, summary, weights, first, plain }) {
  const { accounts } = summary;
  const subject = settings.brief.trim();
  const cut = subject.length > LETTERS ? `${[...subject].slice(0, LETTERS - 1).join("")}…` : subject;
  const told = SUB_FACTORS.filter((name) => summary.coverage[name].available).length;
  // Nobody is passed on where nothing ties accounts to one another: the score gives the order.
  if (summary.ranked === 0) return { first: say.t("finding-none", { ranked: 0 }), others: [say.t("seek-told", { told, all: SUB_FACTORS.length })] };
  const mute = settings.objective === "none" && summary.creditLayers.length === 0;
  const sentence = mute ? say.t("seek-none-score", { accounts }) : subject ? say.t(`seek-${settings.objective}-about`, { accounts, subject: cut }) : say.t(`seek-${settings.objective}`, { accounts });
  if (settings.objective === "none") return { first: sentence, others: [say.t("seek-choose"), say.t("seek-told", { told, all: SUB_FACTORS.length })] };
  const others = [told === SUB_FACTORS.length ? say.t("seek-told-all", { all: told }) : say.t("seek-told-share", { told, all: SUB_FACTORS.length, share: say.percent(toldShare(summary, weights)) })];
  const change = topChange(say, first, plain);
  return { first: sentence, others: change ? [...others, change] : others };
}

/**
 * What the objective changes among the first, against an order by re-shares alone.
 * @param {Translator} say
 * @param {readonly Pick<RankingRow, "index" | "handle">[]} first
 * @param {readonly number[] | null} plain
 */
function topChange(say, first, plain) {
  const [leader] = first;
  if (!plain || !leader || first.length < 2) return "";
  const here = new Set(plain);
  const others = first.filter(({ index }) => !here.has(index));
  const of = first.length;
  const head = plain[0] === leader.index ? say.t("change-same-first", { handle: leader.handle }) : say.t("change-first", { handle: leader.handle });
  return `${others.length === 0 ? say.t("change-none", { of }) : say.t("change-some", { count: others.length, of })} ${head}`;
}

/**
 * Weights as one line: "Reach 20, relevance 45, resonance 35".
 * @param {Translator} say
 * @param {Readonly<Record<Pillar, number>>} weights
 */
export function weightsText(say, weights) {
  const shares = sharesOf(PILLARS, weights);
  return PILLARS.map((pillar) => `${say.t(`pillar-${pillar}`)} ${say.number(shares[pillar])}`).join(" · ");
}
