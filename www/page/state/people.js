/**
 * @import { ColumnName, Dossier, LookAlike, Movers } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 *
 * @typedef {{ of: string[], key: string, rows: LookAlike[] }} Alike who resembles whom
 * @typedef {{ handle: string[], visibility: Float64Array, capillarity: Float64Array, score: Float64Array }} Spread
 *
 * @typedef {object} Host
 * @property {() => Study | null} study
 * @property {() => Promise<unknown>} settled when nothing is computed in the background any more
 * @property {() => void} changed
 * @property {(error: SillageError) => void} failed
 */
import { CODES, SillageError } from "../../shared/errors.js";

/** People compared at the most. */
export const MOST = 10;
/** People ticked from which a profile says more than chance. */
export const ENOUGH = 3;
/** Look-alikes asked for. */
const ALIKE = 20;

/**
 * People ticked in the ranking, for the moment only, and what is asked about them; and what is told of everybody beside
 * the ranking, once somebody wants to see it.
 */
export class People {
  /** @param {Host} host */
  constructor(host) {
    this.host = { ...host, changed: () => {
      this.revision += 1;
      host.changed();
    } };
    /** Counts what changed, for parts that show some of it. */
    this.revision = 0;
    /** Handles by index. @type {Map<number, string>} */
    this.ticked = new Map();
    /** What is open. @type {"alike" | "compare" | null} */
    this.panel = null;
    this.loading = false;
    /** @type {Alike | null} */
    this.alike = null;
    /** @type {Dossier[] | null} */
    this.compared = null;
    /** @type {Movers | null} */
    this.movers = null;
    /** @type {Spread | null} */
    this.spread = null;
    /** @type {Map<ColumnName, Float64Array>} */
    this.columns = new Map();
    /** @type {Set<string>} */
    this.asked = new Set();
    this.data = "";
    this.version = 0;
    this.opened = 0;
  }

  /** Who is ticked, as one text. */
  get key() {
    return [...this.ticked.keys()].sort((a, b) => a - b).join();
  }

  /**
   * There is another result: what was asked of the last one is asked again when it is wanted.
   * @param {string} data what the result is made of; with other files, indices are those of other people
   */
  renew(data) {
    this.version += 1;
    this.revision += 1;
    if (data !== this.data) this.ticked.clear();
    this.data = data;
    this.movers = null;
    this.spread = null;
    this.columns = new Map();
    this.asked.clear();
    // What is on screen stays there until the new answer comes: nobody who reads it loses their place.
    if (this.panel && this.ticked.size > 0) void this.open(this.panel);
    else this.close();
  }

  /**
   * @param {number} index
   * @param {string} handle
   * @param {boolean} [on] by default, the other way round
   */
  tick(index, handle, on = !this.ticked.has(index)) {
    if (on) this.ticked.set(index, handle);
    else this.ticked.delete(index);
    this.host.changed();
  }

  untickAll() {
    this.ticked.clear();
    this.close();
  }

  close() {
    this.opened += 1;
    this.panel = null;
    this.alike = null;
    this.compared = null;
    this.loading = false;
    this.host.changed();
  }

  /**
   * Opens a panel about the people ticked.
   * @param {"alike" | "compare"} panel
   */
  async open(panel) {
    this.panel = panel;
    this.loading = true;
    this.host.changed();
    const run = (this.opened += 1);
    const [ticked, of, key] = [[...this.ticked.keys()], [...this.ticked.values()], this.key];
    if (panel === "alike") {
      // Any work but a question would call the background off; and what it finds is compared as well.
      await this.host.settled();
      if (run !== this.opened) return;
      const rows = await this.#tell((study) => study.lookAlikes(ticked, ALIKE), panel);
      if (rows && run === this.opened) this.alike = { of, key, rows };
    } else {
      const compared = await this.#tell((study) => Promise.all(ticked.slice(0, MOST).map((index) => study.account(index))), panel);
      if (compared && run === this.opened) this.compared = compared;
    }
    this.host.changed();
  }

  /** Rising and fading, when somebody looks. */
  async wantMovers() {
    if (!this.#once("movers")) return;
    this.movers = (await this.#tell((study) => study.movers())) ?? null;
    this.host.changed();
  }

  /** Visibility and capillarity of everybody, when somebody looks. */
  async wantSpread() {
    if (!this.#once("spread")) return;
    this.spread = (await this.#tell(async (study) => {
      const [{ handle }, visibility, capillarity, score] = await Promise.all([
        study.accounts(), study.column("visibility"), study.column("capillarity"), study.column("score")]);
      return { handle, visibility, capillarity, score };
    })) ?? null;
    this.host.changed();
  }

  /**
   * A column of everybody; empty until it is there.
   * @param {ColumnName} name
   */
  column(name) {
    const found = this.columns.get(name);
    if (!found && this.#once(name)) {
      void this.#tell((study) => study.column(name)).then((values) => {
        if (values) this.columns.set(name, values);
        this.host.changed();
      });
    }
    return found;
  }

  /** @param {string} what */
  #once(what) {
    if (this.asked.has(what)) return false;
    this.asked.add(what);
    return true;
  }

  /**
   * Asks, and forgets the answer when the question is over.
   * @template T
   * @param {(study: Study) => Promise<T>} ask
   * @param {"alike" | "compare"} [panel]
   * @returns {Promise<T | undefined>}
   */
  async #tell(ask, panel) {
    const study = this.host.study();
    const { version } = this;
    if (!study) return undefined;
    try {
      const answer = await ask(study);
      return version === this.version && (!panel || panel === this.panel) ? answer : undefined;
    } catch (error) {
      const known = SillageError.from(error);
      if (version === this.version && known.code !== CODES.cancelled) this.host.failed(known);
      return undefined;
    } finally {
      if (panel && version === this.version) this.loading = false;
    }
  }
}
