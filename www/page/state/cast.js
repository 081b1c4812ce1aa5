/**
 * @import { Desk } from "./desk.js"
 * @import { Person } from "./plan.js"
 * @import { Facts } from "./relations.js"
 * @import { Platform, RankingRow } from "../../shared/engine.d.ts"
 */
import { keyOf } from "./plan.js";
import { UNSEEN } from "./relations.js";

/** Rows looked through where a name stands on more than one platform. */
const SAME_NAME = 200;

/** What the last analysis says of the people of the plan, and names of other accounts. Asked once an analysis. */
export class Cast {
  /**
   * @param {Desk} desk
   * @param {() => void} changed
   */
  constructor(desk, changed) {
    this.desk = desk;
    this.changed = changed;
    /** @type {Map<string, Facts>} */
    this.facts = new Map();
    /** Names by index. @type {Map<number, string>} */
    this.names = new Map();
    /** Whom this version of the result was asked about. @type {Set<string>} */
    this.asked = new Set();
    this.analysis = -1;
    this.deep = false;
    /** @type {{ community: Float64Array, cost: Float64Array } | null} */
    this.columns = null;
    /** @type {Promise<void> | null} */
    this.asking = null;
  }

  /** @param {Person} person @returns {Facts} */
  of(person) {
    return this.facts.get(keyOf(person)) ?? UNSEEN;
  }

  /** Makes sure that everybody of the plan is known. @returns {Promise<void>} */
  refresh() {
    this.asking ??= this.#refresh().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** Whether somebody of the plan is not known yet. */
  get wanting() {
    const { summary, plan } = this.desk.state;
    return summary !== null && (!this.#current || plan.people.some((person) => !this.asked.has(keyOf(person))));
  }

  /** Whether what is known is of the result on screen. What comes after the ranking adds to it. */
  get #current() {
    return this.analysis === this.desk.analysis.count && this.deep === (this.desk.state.brandPeople !== null);
  }

  async #refresh() {
    const { desk } = this;
    while (this.wanting) {
      if (!desk.study) return;
      if (!this.#current) {
        if (this.analysis !== desk.analysis.count) {
          this.facts = new Map();
          this.names = new Map();
          this.columns = null;
        }
        this.analysis = desk.analysis.count;
        this.deep = desk.state.brandPeople !== null;
        this.asked.clear();
      }
      try {
        const columns = (this.columns ??= { community: await desk.study.column("community"), cost: await desk.study.column("cost") });
        const person = desk.state.plan.people.find((each) => !this.asked.has(keyOf(each)));
        if (!person) continue;
        const row = await this.#row(person);
        if (!this.#current) continue;
        this.asked.add(keyOf(person));
        this.facts.set(keyOf(person), row ? {
          index: row.index, name: row.name, rank: row.rank, score: row.score, followers: row.followers, size: row.size,
          community: known(columns.community[row.index]), authenticity: row.authenticity, cost: known(columns.cost[row.index]),
        } : UNSEEN);
      } catch {
        // The engine is gone or busy starting: asked again with the next change.
        return;
      }
      this.changed();
    }
  }

  /** @param {{ handle: string, platform: Platform }} person @returns {Promise<RankingRow | null>} */
  async #row(person) {
    const study = this.desk.study;
    if (!study) return null;
    const key = keyOf(person);
    const found = await study.account(person.handle).catch(() => null);
    if (found && keyOf(found) === key) return found;
    const { rows } = await study.ranking({
      search: person.handle, platform: person.platform, enough: null, sort: "handle", descending: false, from: 0, to: SAME_NAME,
    });
    return rows.find((row) => keyOf(row) === key) ?? null;
  }

  /** Keeps names that came along with something else. @param {readonly { index: number, handle: string }[]} accounts */
  remember(accounts) {
    for (const { index, handle } of accounts) this.names.set(index, handle);
  }

  /**
   * Names of accounts by index.
   * @param {Iterable<number>} indices
   */
  async name(indices) {
    const { study } = this.desk;
    if (!study) return;
    const missing = [...new Set(indices)].filter((index) => !this.names.has(index));
    await Promise.all(missing.map(async (index) => {
      const found = await study.account(index).catch(() => null);
      if (found) this.names.set(index, found.handle);
    }));
    if (missing.length > 0) this.changed();
  }
}

/** @param {number | undefined} value */
function known(value) {
  return value === undefined || Number.isNaN(value) ? null : value;
}
