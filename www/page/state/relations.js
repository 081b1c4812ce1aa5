/**
 * People and relations as tables for a spreadsheet, and what could interest somebody.
 *
 * @import { CommunityRow, SizeTier } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 * @import { Person } from "./plan.js"
 *
 * @typedef {object} Facts what the last analysis says of a person; all null where the files do not hold the account any more
 * @property {number | null} index
 * @property {string | null} name
 * @property {number | null} rank
 * @property {number | null} score
 * @property {number | null} followers
 * @property {SizeTier | null} size
 * @property {number | null} community
 * @property {number | null} authenticity
 * @property {number | null} cost as the files give it
 */
import { csv } from "./csv.js";
import { keyOf } from "./plan.js";

/** Interests suggested at once. */
const SUGGESTED = 6;

/** @type {Facts} */
export const UNSEEN = { index: null, name: null, rank: null, score: null, followers: null, size: null, community: null, authenticity: null, cost: null };

/**
 * The shortlist, a line a person, in its order.
 * @param {Translator} say
 * @param {readonly Person[]} people
 * @param {ReadonlyMap<string, Facts>} facts
 */
export function shortlistCsv(say, people, facts) {
  const head = ["place", "handle", "name", "platform", "rank", "score", "followers", "community", "stage", "choice", "cost", "tags", "note"];
  return csv(say.lang, [
    head.map((name) => say.t(`list-column-${name}`)),
    ...people.map((person, at) => {
      const { name, rank, score, followers, community, cost } = facts.get(keyOf(person)) ?? UNSEEN;
      return [at + 1, person.handle, name ?? "", say.t(`platform-${person.platform}`), rank, score === null ? null : Math.round(score * 10) / 10,
        followers, community === null ? null : community + 1, say.t(`stage-${person.stage}`), say.t(`choice-${person.choice}`),
        person.cost ?? cost, person.tags.join(", "), person.note];
    }),
  ]);
}

/**
 * The log of relations: a line for each action, and one for each person without any.
 * @param {Translator} say
 * @param {readonly Person[]} people
 */
export function relationsCsv(say, people) {
  const head = ["handle", "platform", "stage", "incentive", "cost", "note", "date", "action", "done"];
  return csv(say.lang, [
    head.map((name) => say.t(`list-column-${name}`)),
    ...people.flatMap((person) => {
      const who = [person.handle, say.t(`platform-${person.platform}`), say.t(`stage-${person.stage}`), person.incentive, person.cost, person.note];
      if (person.actions.length === 0) return [[...who, "", "", ""]];
      return inTime(person.actions).map(({ what, date, done }) => [...who, date, what, say.t(done ? "action-is-done" : "action-is-planned")]);
    }),
  ]);
}

/**
 * Actions by day; those without one come last.
 * @template {{ date: string }} T
 * @param {readonly T[]} actions
 * @returns {T[]}
 */
function inTime(actions) {
  return [...actions].sort((a, b) => (a.date || "9").localeCompare(b.date || "9"));
}

/**
 * What the community of a person talks about beside the subject itself.
 * @param {readonly CommunityRow[]} communities
 * @param {number | null} community
 * @param {string} brief
 * @returns {string[]}
 */
export function adjacentInterests(communities, community, brief) {
  const found = communities.find(({ number }) => number === community);
  const subject = brief.toLowerCase();
  const words = new Set(subject.match(/[\p{L}\p{N}]+/gu) ?? []);
  const bare = (/** @type {string} */ word) => word.toLowerCase().replace(/^#/, "");
  return (found?.interests ?? []).map(({ text }) => text).filter((word) => !words.has(bare(word)) && !subject.includes(bare(word))).slice(0, SUGGESTED);
}
