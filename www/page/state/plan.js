/**
 * What was decided about people: whom to recruit, in what order, at what cost, how far that is. All of it is the work of a
 * person, so that it is undone, saved and opened again; accounts are kept by name, since their numbers move when files do.
 *
 * @import { DiffusionModel, Platform, SizeTier, TeamOptions } from "../../shared/engine.d.ts"
 *
 * @typedef {"identify" | "contact" | "agreed" | "active" | "advocate"} Stage
 * @typedef {"open" | "must" | "never" | "rival"} Choice what the choice of a team may do with a person
 * @typedef {{ id: number, what: string, date: string, done: boolean }} Action something planned, or done; `date` is a day (ISO) or empty
 *
 * @typedef {object} Person
 * @property {string} handle
 * @property {Platform} platform
 * @property {boolean} listed on the shortlist
 * @property {Choice} choice
 * @property {string[]} tags
 * @property {Stage} stage
 * @property {string} note
 * @property {string} incentive
 * @property {number | null} cost
 * @property {Action[]} actions
 *
 * @typedef {object} TeamForm what the choice of a team is asked
 * @property {number} size
 * @property {number | null} budget
 * @property {Partial<Record<SizeTier, number>>} tiers cost of an account by its size
 * @property {number | null} minConfidence
 * @property {number | null} perCommunity
 * @property {"everybody" | "target"} audience
 * @property {DiffusionModel} model
 * @property {NonNullable<TeamOptions["probabilities"]>} probabilities
 * @property {number | null} hops
 * @property {number} messages that each member publishes
 * @property {number} seconds
 *
 * @typedef {{ people: readonly Person[], team: TeamForm }} Plan
 */
import { PLATFORMS } from "../../api/study.js";
import { FIRST_FORM } from "./first.js";

/** Steps of a relation, in their order. @type {readonly Stage[]} */
export const STAGES = ["identify", "contact", "agreed", "active", "advocate"];
/** @type {readonly Choice[]} */
export const CHOICES = ["open", "must", "never", "rival"];
/** @type {readonly SizeTier[]} */
export const TIERS = ["below", "nano", "micro", "mid", "macro", "mega"];
/** @type {readonly DiffusionModel[]} */
export const MODELS = ["independentCascade", "linearThreshold", "creditDistribution"];
/** @type {readonly NonNullable<TeamOptions["probabilities"]>[]} */
export const PROBABILITIES = ["auto", "learned", "weightedCascade"];
/** People that a plan holds. */
const MOST_PEOPLE = 2_000;
/** Members that a team may have. */
export const MOST_MEMBERS = 200;
const MOST_TAGS = 20;
const MOST_ACTIONS = 200;
const TEXT = 5_000;
const WORD = 60;
const MOST_COST = 1e12;

/**
 * By what a person is found again in another analysis.
 * @param {{ handle: string, platform: Platform }} of
 */
export function keyOf({ handle, platform }) {
  return `${platform}:${handle.toLowerCase()}`;
}

/** People by key, for each list of them that was asked. @type {WeakMap<readonly Person[], Map<string, Person>>} */
const indexes = new WeakMap();

/**
 * @param {Plan} plan
 * @param {string} key
 */
export function personIn({ people }, key) {
  let index = indexes.get(people);
  if (!index) indexes.set(people, (index = new Map(people.map((each) => [keyOf(each), each]))));
  return index.get(key);
}

/** Those on the shortlist, in its order. @param {Plan} plan */
export function shortlist(plan) {
  return plan.people.filter(({ listed }) => listed);
}

/**
 * The plan with something else decided about a person; who is not in it yet comes last.
 * @param {Plan} plan
 * @param {{ handle: string, platform: Platform }} who
 * @param {Partial<Omit<Person, "handle" | "platform">>} patch
 * @returns {Plan}
 */
export function decided(plan, who, patch) {
  const key = keyOf(who);
  const known = personIn(plan, key);
  if (!known && plan.people.length >= MOST_PEOPLE) return plan;
  if (!known) return { ...plan, people: [...plan.people, { ...blank(who), ...patch }] };
  // A person who comes back to the shortlist comes last.
  if (patch.listed && !known.listed) return { ...plan, people: [...plan.people.filter((each) => each !== known), { ...known, ...patch }] };
  const person = { ...known, ...patch };
  return { ...plan, people: plan.people.flatMap((each) => (each !== known ? each : forgettable(person) ? [] : person)) };
}

/**
 * The plan with a person of the shortlist some places further up (negative) or down.
 * @param {Plan} plan
 * @param {string} key
 * @param {number} by
 * @returns {Plan}
 */
export function moved(plan, key, by) {
  const listed = [...shortlist(plan)];
  const from = listed.findIndex((each) => keyOf(each) === key);
  const to = Math.max(0, Math.min(listed.length - 1, from + by));
  const [person] = from < 0 ? [] : listed.splice(from, 1);
  if (!person || from === to) return plan;
  listed.splice(to, 0, person);
  return { ...plan, people: [...listed, ...plan.people.filter((each) => !each.listed)] };
}

/**
 * @param {{ handle: string, platform: Platform }} who
 * @returns {Person}
 */
function blank({ handle, platform }) {
  return { handle, platform, listed: false, choice: "open", tags: [], stage: "identify", note: "", incentive: "", cost: null, actions: [] };
}

/** Whether nothing is left that was decided about a person. @param {Person} person */
function forgettable({ listed, choice, tags, stage, note, incentive, cost, actions }) {
  return !listed && choice === "open" && tags.length === 0 && stage === "identify" && !note && !incentive && cost === null && actions.length === 0;
}

/** "vip, press ,vip" → ["vip", "press"]. @param {string} text */
export function tagsFrom(text) {
  return [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim().slice(0, WORD)).filter(Boolean))].slice(0, MOST_TAGS);
}

/** A cost as it was typed, in either language: "1 200,50" → 1200.5; `null` where it is none. @param {string} text */
export function costFrom(text) {
  const plain = text.replace(/[\s\u00a0\u202f€$£]/g, "");
  if (!/^\d{1,12}([.,]\d{1,4})?$/.test(plain)) return null;
  return Number(plain.replace(",", "."));
}

/**
 * A plan from a file that anybody may have written: what is known and in range is kept, everything else is dropped.
 * @param {unknown} value
 * @returns {Plan}
 */
export function planFrom(value) {
  const { people, team } = record(value);
  /** @type {Map<string, Person>} */
  const found = new Map();
  for (const each of list(people, MOST_PEOPLE)) {
    const person = personFrom(each);
    if (person && !found.has(keyOf(person))) found.set(keyOf(person), person);
  }
  return { people: [...found.values()], team: formFrom(team) };
}

/**
 * @param {unknown} value
 * @returns {Person | null}
 */
function personFrom(value) {
  const given = record(value);
  const handle = text(given["handle"], 500);
  const platform = PLATFORMS.find((name) => name === given["platform"]);
  if (!handle || !platform) return null;
  return {
    handle, platform,
    listed: given["listed"] === true,
    choice: CHOICES.find((name) => name === given["choice"]) ?? "open",
    tags: tagsFrom(list(given["tags"], MOST_TAGS).map((tag) => text(tag, WORD)).join("\n")),
    stage: STAGES.find((name) => name === given["stage"]) ?? "identify",
    note: text(given["note"], TEXT),
    incentive: text(given["incentive"], TEXT),
    cost: number(given["cost"], 0, MOST_COST),
    actions: list(given["actions"], MOST_ACTIONS).map((each, at) => {
      const action = record(each);
      return { id: at + 1, what: text(action["what"], TEXT), date: dayFrom(action["date"]), done: action["done"] === true };
    }),
  };
}

/**
 * @param {unknown} value
 * @returns {TeamForm}
 */
function formFrom(value) {
  const given = record(value);
  const tiers = record(given["tiers"]);
  /** @type {TeamForm["tiers"]} */
  const costs = {};
  for (const tier of TIERS) {
    const cost = number(tiers[tier], 0, MOST_COST);
    if (cost !== null) costs[tier] = cost;
  }
  return {
    size: whole(given["size"], 1, MOST_MEMBERS) ?? FIRST_FORM.size,
    budget: number(given["budget"], 0, MOST_COST),
    tiers: costs,
    minConfidence: number(given["minConfidence"], 0, 100),
    perCommunity: whole(given["perCommunity"], 1, MOST_MEMBERS),
    audience: given["audience"] === "target" ? "target" : "everybody",
    model: MODELS.find((name) => name === given["model"]) ?? FIRST_FORM.model,
    probabilities: PROBABILITIES.find((name) => name === given["probabilities"]) ?? FIRST_FORM.probabilities,
    hops: given["hops"] === null ? null : whole(given["hops"], 1, 50) ?? FIRST_FORM.hops,
    messages: whole(given["messages"], 1, 1_000) ?? FIRST_FORM.messages,
    seconds: number(given["seconds"], 0, 60) ?? FIRST_FORM.seconds,
  };
}

/** A day of the calendar, else nothing. @param {unknown} value */
export function dayFrom(value) {
  const day = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "";
  const time = Date.parse(`${day}T00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? day : "";
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value @param {number} most @returns {unknown[]} */
function list(value, most) {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** @param {unknown} value @param {number} most */
function text(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}

/** @param {unknown} value @param {number} low @param {number} high */
function number(value, low, high) {
  return typeof value === "number" && value >= low && value <= high ? value : null;
}

/** @param {unknown} value @param {number} low @param {number} high */
function whole(value, low, high) {
  const found = number(value, low, high);
  return found !== null && Number.isInteger(found) ? found : null;
}
