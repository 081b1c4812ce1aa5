/**
 * What the page starts with.
 *
 * @import { Settings } from "../../shared/engine.d.ts"
 * @import { View } from "./state.js"
 * @import { Plan, TeamForm } from "./plan.js"
 */
import { NO_FACETS } from "./columns.js";
import { NOBODY, UNLISTED } from "../../shared/settings.js";

/** @type {View} */
export const FIRST_VIEW = { sort: null, descending: true, search: "", platform: null, minFollowers: null, enough: true, ...NO_FACETS, columns: null };

/** What the engine starts with; replaced by its own answer as soon as it is there. @type {Settings} */
export const FIRST_SETTINGS = {
  objective: "none",
  weights: null,
  factorWeights: null,
  brief: "",
  brand: null,
  competitors: [],
  audience: NOBODY,
  lists: UNLISTED,
  window: { from: null, to: null },
  ties: { weights: { repost: 1, quote: 0.8, reply: 0.5, mention: 0.3, like: 0.1, follow: 0.1, link: 1 }, halfLifeDays: "auto" },
  discount: true,
  tones: {},
  optOut: [],
  seed: 1,
};

/** What the choice of a team is asked before anybody says something else. @type {TeamForm} */
export const FIRST_FORM = {
  size: 10, budget: null, tiers: {}, minConfidence: null, perCommunity: null, audience: "everybody",
  model: "independentCascade", probabilities: "auto", hops: 3, messages: 10, seconds: 2,
};

/** Nothing decided about anybody. @type {Plan} */
export const FIRST_PLAN = { people: [], team: FIRST_FORM };
