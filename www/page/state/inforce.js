/**
 * What is in force where the user said nothing, and what the ranking is asked.
 *
 * @import { ColumnName, RankingQuery, SubFactor } from "../../shared/engine.d.ts"
 * @import { State, View } from "./state.js"
 */
import { EVEN, PRESETS } from "../../shared/settings.js";

/**
 * The weights in force: those given, else those the engine used, else the objective's.
 * @param {Pick<State, "settings" | "summary" | "stale">} state
 */
export function weightsOf({ settings, summary, stale }) {
  if (settings.weights) return settings.weights;
  if (settings.objective === "none" && summary && !stale) return summary.weights;
  return PRESETS[settings.objective];
}

/**
 * The weights of sub-factors in force: those given, else those the engine used.
 * @param {Pick<State, "settings" | "summary">} state
 * @returns {Record<SubFactor, number>}
 */
export function factorWeightsOf({ settings, summary }) {
  return settings.factorWeights ?? summary?.factorWeights ?? EVEN;
}

/**
 * Whether re-shares give the order, as they do without an objective where there are any.
 * @param {Pick<State, "settings" | "summary">} state
 */
export function byCredit({ settings, summary }) {
  return settings.objective === "none" && (summary === null || summary.creditLayers.length > 0);
}

/**
 * The column that orders the rows now.
 * @param {Pick<State, "settings" | "summary" | "view">} state
 * @returns {{ name: ColumnName | "handle", descending: boolean }}
 */
export function orderOf(state) {
  const { view } = state;
  return view.sort ? { name: view.sort, descending: view.descending } : { name: byCredit(state) ? "credit" : "score", descending: true };
}

/**
 * The question to the ranking that a way of looking at it comes to.
 * @param {View} view
 * @returns {RankingQuery}
 */
export function queryOf(view) {
  /** @type {RankingQuery} */
  const query = { enough: view.enough };
  if (view.sort) {
    query.sort = view.sort;
    query.descending = view.descending;
  }
  if (view.search.trim()) query.search = view.search.trim();
  if (view.platform) query.platform = view.platform;
  if (view.size) query.size = view.size;
  if (view.language) query.language = view.language;
  /** @type {NonNullable<RankingQuery["min"]>} */
  const min = {};
  if (view.minFollowers !== null) min.followers = view.minFollowers;
  if (view.minPosts !== null) min.posts = view.minPosts;
  if (view.community !== null) {
    min.community = view.community;
    query.max = { community: view.community };
  }
  if (Object.keys(min).length > 0) query.min = min;
  return query;
}
