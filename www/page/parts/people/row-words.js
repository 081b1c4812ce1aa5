/**
 * @import { ColumnName, Pillar, RankingRow } from "../../../shared/engine.d.ts"
 * @import { Desk } from "../../state/desk.js"
 */
import { render } from "lit";
import { reasonText } from "../../../shared/phrases.js";
import { PILLAR_FACTORS } from "../../../shared/settings.js";
import { slug } from "../../../shared/translate.js";
import { columnText, columnTitle } from "../../state/columns.js";
import { movedMark } from "../objective/moved.js";

/** Confidence in engagement below which a row says so. */
const TO_CHECK = 60;

/** The words of rows of one result, in one language, with the same columns: asked for once where they are the same for all. */
export class RowWords {
  /** @param {Desk} desk @param {readonly ColumnName[]} columns */
  constructor(desk, columns) {
    this.desk = desk;
    this.say = desk.say;
    this.columns = columns;
    this.posted = desk.state.summary?.posts !== 0;
    /** @type {Map<string, string>} */
    this.fixed = new Map();
  }

  /** @param {string} id */
  #once(id) {
    const known = this.fixed.get(id) ?? this.say.t(id);
    this.fixed.set(id, known);
    return known;
  }

  /** @param {string | null} code */
  #reason(code) {
    const known = this.fixed.get(`reason ${code}`) ?? reasonText(this.say, code);
    this.fixed.set(`reason ${code}`, known);
    return known;
  }

  /** @param {ColumnName} name */
  title(name) {
    return columnTitle(this.say, name);
  }

  /** @param {string} handle */
  tick(handle) {
    return this.say.t("tick-one", { handle });
  }

  /** @param {string} handle */
  pick(handle) {
    return this.say.t("pick", { handle });
  }

  /** @param {boolean} listed */
  star(listed) {
    return this.#once(listed ? "list-remove" : "list-add");
  }

  /** Why somebody has no rank. */
  get apart() {
    return this.#once("apart-reason");
  }

  /** Where nine replicates in ten put an account. @param {number} low @param {number} high */
  interval(low, high) {
    const { say } = this;
    return { short: low === high ? say.number(low) : `${say.number(low)}–${say.number(high)}`, long: say.t("rank-interval", { low, high }) };
  }

  /** Why a pillar is unknown: what the data cannot tell, else that this account has too little. @param {"score" | Pillar} what */
  why(what) {
    const coverage = this.desk.state.summary?.coverage;
    for (const name of what === "score" ? [] : PILLAR_FACTORS[what]) {
      const found = coverage?.[name];
      if (found && !found.available) return this.#reason(found.reason);
    }
    return this.#once("reason-account");
  }

  /**
   * A number without a bar, or why there is none.
   * @param {ColumnName} name
   * @param {RankingRow} row
   * @returns {{ text: string, reason: string | null }}
   */
  other(name, row) {
    const count = (/** @type {number | null} */ value, /** @type {string} */ reason, digits = 0) =>
      (value === null ? { text: "", reason: this.#reason(reason) } : { text: this.say.number(value, digits), reason: null });
    switch (name) {
      case "credit": return count(row.credit, "no-ties", 1);
      case "resharers": return count(row.resharers, "no-reposts");
      case "followers": return count(row.followers, "no-followers");
      case "posts": return count(this.posted ? row.posts : null, "no-posts");
      default: {
        const value = this.desk.people.column(name)?.[row.index];
        return value !== undefined && Number.isNaN(value) ? { text: "", reason: this.#once("reason-account") } : { text: columnText(this.say, name, value), reason: null };
      }
    }
  }

  /**
   * What is known of a person, in a word each.
   * @param {RankingRow} row
   * @param {{ never: boolean, before: number | null, moved: number | null }} of
   * @returns {(string | HTMLElement)[]} what stands out as an element, all else as text
   */
  marks(row, { never, before, moved }) {
    /** @type {(string | HTMLElement)[]} */
    const marks = [];
    if (row.platform !== "unknown") marks.push(this.#once(`platform-${row.platform}`));
    if (before !== null && moved !== null && moved !== 0) {
      const mark = span("mark moved", ` ${this.say.t("row-was", { before })}`);
      const arrow = document.createElement("span");
      render(movedMark(this.say, { before, moved }), arrow);
      mark.prepend(arrow);
      marks.push(mark);
    }
    if (never) marks.push(span("mark check", this.#once("mark-excluded")));
    if (row.type) marks.push(this.#once(`type-${slug(row.type)}`));
    if (row.direction === "rising" || row.direction === "fading") marks.push(span(`mark ${row.direction}`, this.#once(`mark-${row.direction}`)));
    if (row.authenticity !== null && row.authenticity < TO_CHECK) marks.push(span("mark check", this.#once("mark-check")));
    return marks;
  }
}

/** @param {string} name @param {string} text */
function span(name, text) {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  return made;
}
