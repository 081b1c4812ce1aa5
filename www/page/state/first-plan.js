/** @import { Plan, TeamForm } from "./plan.js" */

/** What the choice of a team is asked before anybody says something else. @type {TeamForm} */
export const FIRST_FORM = {
  size: 10, budget: null, tiers: {}, minConfidence: null, perCommunity: null, audience: "everybody",
  model: "independentCascade", probabilities: "auto", hops: 3, seconds: 2,
};

/** Nothing decided about anybody. @type {Plan} */
export const FIRST_PLAN = { people: [], team: FIRST_FORM };
