/**
 * @import { Desk } from "./desk.js"
 * @import { Choice } from "./out.js"
 */

/** @type {WeakMap<Desk, Chosen>} */
const made = new WeakMap();

/**
 * What was chosen for everything that leaves a study, wherever it is saved from.
 * @param {Desk} desk
 */
export function choiceOf(desk) {
  let chosen = made.get(desk);
  if (!chosen) made.set(desk, (chosen = new Chosen(desk)));
  return chosen;
}

/** The choices of the window for exports, which hold for pictures and network files beside the map as well. */
export class Chosen {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {Choice} */
    this.choice = { who: "all", minFollowers: null, named: true, dialect: desk.state.lang, top: 20, purpose: "" };
  }

  /** @param {Partial<Choice>} patch */
  set(patch) {
    this.choice = { ...this.choice, ...patch };
    this.desk.set({});
  }
}
