/**
 * @import { Lang } from "../../shared/translate.js"
 * @import { Desk } from "./desk.js"
 * @import { Choice } from "./out.js"
 */
import { onePerDesk } from "./one.js";

/**
 * What is written before anything else is chosen.
 * @param {Lang} lang
 * @returns {Choice}
 */
export const firstChoice = (lang) => ({ who: "all", minFollowers: null, named: true, dialect: lang, top: 20, purpose: "" });

/** What was chosen for everything that leaves a study, wherever it is saved from. */
export const choiceOf = onePerDesk((desk) => new Chosen(desk));

/** The choices of the window for exports, which hold for pictures and network files beside the map as well. */
export class Chosen {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {Choice} */
    this.choice = firstChoice(desk.state.lang);
  }

  /** @param {Partial<Choice>} patch */
  set(patch) {
    this.choice = { ...this.choice, ...patch };
    this.desk.set({});
  }
}
