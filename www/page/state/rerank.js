/**
 * @import { RankingRow, Settings } from "../../shared/engine.d.ts"
 * @import { Desk } from "./desk.js"
 *
 * @typedef {{ row: RankingRow, before: number | null, moved: number | null }} Place somebody among the first, with the rank before and the places gained
 */
import { onePerDesk } from "./one.js";

/** People whose movement is shown. */
export const TOP = 10;

/** The comparison of a desk, made once. */
export const rerankOf = onePerDesk((desk) => new Rerank(desk));

/**
 * The order before and after a change of the objective: ranks as they were when the objective was opened, or when somebody
 * said so, beside those of the present result. Nothing of it is kept: it is a view of two results of the same files.
 */
export class Rerank {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** Counts what changed, for parts that show it. */
    this.revision = 0;
    /** Ranks by account; NaN is listed apart. @type {Float64Array | null} */
    this.before = null;
    /** @type {Float64Array | null} */
    this.now = null;
    /** What the ranks before were asked. @type {Settings | null} */
    this.asked = null;
    /** The first of the present result. @type {RankingRow[]} */
    this.first = [];
    /** Who would come first by re-shares alone; null where nobody is re-shared. @type {number[] | null} */
    this.plain = null;
    this.analysis = -1;
    this.data = "";
    this.screen = "";
    /** Whether the next result is the one to compare with. */
    this.marking = true;
    this.asking = false;
    desk.addEventListener("change", () => this.#look());
    this.#look();
  }

  #look() {
    const { state, analysis: { count: analyses } } = this.desk;
    if (state.screen !== this.screen) {
      this.screen = state.screen;
      if (this.screen === "objective") this.mark();
    }
    if (!state.summary && this.now) this.#forget();
    if (state.summary && analyses !== this.analysis && !this.asking) void this.#ask();
  }

  /** From here on, movements are counted from the present order. */
  mark() {
    const { state, analysis: { count: analyses }, people } = this.desk;
    // What is on screen may be of settings that have changed since: then the next result is the one.
    if (!this.now || state.stale || analyses !== this.analysis || people.data !== this.data) {
      this.marking = true;
      return;
    }
    this.before = this.now;
    this.asked = state.settings;
    this.marking = false;
    this.#changed();
  }

  /** Whether the present order is of something else than the one before. */
  get differs() {
    return this.before !== null && this.before !== this.now && this.asked !== null && JSON.stringify(this.asked) !== JSON.stringify(this.desk.state.settings);
  }

  /**
   * The rank before of an account, and how many places it gained; null where it was not ranked, or is not.
   * @param {number} index
   * @returns {{ before: number | null, moved: number | null }}
   */
  of(index) {
    const before = known(this.before?.[index]);
    const now = known(this.now?.[index]);
    return { before, moved: before !== null && now !== null ? before - now : null };
  }

  /** The first of the present order. @returns {Place[]} */
  get places() {
    return this.first.map((row) => ({ row, ...this.of(row.index) }));
  }

  /** How many of the first stand somewhere else than before. */
  get shifted() {
    return this.places.filter(({ moved }) => moved !== 0).length;
  }

  async #ask() {
    const { desk } = this;
    const { study, analysis: { count: analyses } } = desk;
    if (!study) return;
    this.asking = true;
    try {
      const { settings, summary } = desk.state;
      const [first, now, plain] = await Promise.all([
        study.ranking({ to: TOP }), study.column("rank"),
        summary && summary.creditLayers.length > 0 ? study.ranking({ to: TOP, sort: "credit" }) : null,
      ]);
      const { data } = desk.people;
      if (desk.analysis.count !== analyses) return;
      // Numbers of accounts mean nothing in other files.
      if (this.marking || data !== this.data || !this.before || this.before.length !== now.length) {
        this.before = now;
        this.asked = settings;
        this.marking = false;
      }
      this.data = data;
      this.now = now;
      this.first = first.rows;
      this.plain = plain && plain.rows.map(({ index }) => index);
      this.analysis = analyses;
      this.#changed();
    } catch {
      // The engine is gone or busy starting: asked again with the next change.
    } finally {
      this.asking = false;
      if (desk.analysis.count !== analyses) this.#look();
    }
  }

  #forget() {
    this.before = this.now = this.asked = this.plain = null;
    this.first = [];
    this.analysis = -1;
    this.marking = true;
  }

  #changed() {
    this.revision += 1;
    this.desk.dispatchEvent(new Event("change"));
  }
}

/** @param {number | undefined} rank */
function known(rank) {
  return rank === undefined || Number.isNaN(rank) ? null : rank;
}
