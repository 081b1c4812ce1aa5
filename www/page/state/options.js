/**
 * @import { TeamOptions } from "../../shared/engine.d.ts"
 * @import { Choice, Person, Plan } from "./plan.js"
 * @import { Facts } from "./relations.js"
 */
import { shortlist } from "./plan.js";

/**
 * What the engine is asked, from what was decided about people whom the files still hold.
 * @param {Plan} plan
 * @param {(person: Person) => Facts} factsOf
 * @returns {TeamOptions}
 */
export function teamOptions(plan, factsOf) {
  const { size, budget, tiers, minConfidence, perCommunity, audience, model, probabilities, hops, messages, seconds } = plan.team;
  /** @param {readonly Person[]} people */
  const indices = (people) => people.map((person) => factsOf(person).index).filter((index) => index !== null);
  /** @param {Choice} choice */
  const chosen = (choice) => indices(plan.people.filter((person) => person.choice === choice));
  /** @type {Record<number, number>} */
  const accounts = {};
  for (const person of plan.people) {
    const { index } = factsOf(person);
    if (person.cost !== null && index !== null) accounts[index] = person.cost;
  }
  return {
    size, budget, costs: { accounts, tiers }, mustHave: chosen("must"), exclude: chosen("never"), competitors: chosen("rival"),
    minConfidence, perCommunity, model, probabilities, audience, hops, messages, seconds, shortlist: indices(shortlist(plan)),
  };
}
