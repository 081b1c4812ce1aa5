/**
 * What the page knows.
 *
 * @import { BrandPeople, ColumnName, CommunityRow, Dossier, Phase, Platform, Settings, SettingsPatch, SizeTier, Suggestion, Summary } from "../../shared/engine.d.ts"
 * @import { SillageError } from "../../shared/errors.js"
 * @import { Lang } from "../../shared/translate.js"
 * @import { Card, Given } from "./files.js"
 * @import { Theme } from "./hash.js"
 * @import { Plan } from "./plan.js"
 * @import { Open } from "./projects.js"
 * @import { Screen } from "./screens.js"
 *
 * @typedef {object} View how the ranking is looked at
 * @property {ColumnName | "handle" | null} sort `null`: as the objective orders
 * @property {boolean} descending
 * @property {string} search
 * @property {Platform | null} platform
 * @property {number | null} minFollowers
 * @property {boolean} enough `false`: those listed apart
 * @property {SizeTier | null} size
 * @property {string | null} language
 * @property {number | null} community
 * @property {number | null} minPosts
 * @property {readonly ColumnName[] | null} columns those chosen; null: as the order asks
 *
 * @typedef {{ settings: Settings, view: View, plan: Plan, givens: Record<number, Given> }} Moment what undo goes back to
 *
 * @typedef {{ kind: "read" | "analyse" | "other", phase: "read" | Phase, share: number, elapsed: number, name: string, part: string, quiet: boolean }} Work
 *
 * @typedef {object} State
 * @property {Lang} lang
 * @property {Theme} theme
 * @property {Screen} screen
 * @property {"starting" | "ready" | "unavailable"} engine
 * @property {SillageError | null} engineError
 * @property {Card[]} cards
 * @property {Settings} settings
 * @property {View} view
 * @property {Plan} plan what was decided about people
 * @property {Open | null} project the project that is open
 * @property {boolean} unsaved whether something was decided that no file holds
 * @property {Work | null} work
 * @property {boolean} stalled
 * @property {BrandPeople | null} brandPeople who stands up for the brand; null before that is known
 * @property {CommunityRow[]} communities by name; empty before they are known
 * @property {Suggestion[]} suggestions words that the brief could have as well
 * @property {boolean} deepening what comes after the ranking is being computed
 * @property {Summary | null} summary
 * @property {boolean} stale files or settings changed since the result on screen
 * @property {SillageError | null} crash
 * @property {SillageError | null} error of the last work
 * @property {Dossier | null} dossier
 * @property {number[]} trail accounts opened on the way to this one
 * @property {boolean} opening
 * @property {{ id: string, values?: Record<string, string | number> } | null} announced
 */
import { merged } from "../../shared/settings.js";
import { FIRST_PLAN, FIRST_SETTINGS, FIRST_VIEW } from "./first.js";

/** No result. @type {Pick<State, "summary" | "brandPeople" | "communities" | "suggestions" | "stale" | "dossier" | "trail" | "error">} */
export const NO_RESULT = { summary: null, brandPeople: null, communities: [], suggestions: [], stale: false, dossier: null, trail: [], error: null };

/** Nothing done yet. @type {Omit<State, "lang" | "theme" | "screen" | "engine" | "engineError" | "unsaved" | "deepening" | "opening" | "announced">} */
export const NOTHING = {
  cards: [], settings: FIRST_SETTINGS, view: FIRST_VIEW, plan: FIRST_PLAN, project: null, work: null, stalled: false, crash: null, ...NO_RESULT,
};

/**
 * Before the engine is there.
 * @param {Pick<State, "lang" | "theme" | "screen">} start
 * @param {SettingsPatch} settings asked for from the outset
 * @returns {State}
 */
export function firstState(start, settings) {
  return {
    ...NOTHING, ...start, settings: merged(FIRST_SETTINGS, settings),
    engine: "starting", engineError: null, unsaved: false, deepening: false, opening: false, announced: null,
  };
}
