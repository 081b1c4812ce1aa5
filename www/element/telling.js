/**
 * What the host is told: counts, never people, unless it wants them.
 *
 * @import { RankingRow, Summary } from "../shared/engine.d.ts"
 * @import { Desk } from "../page/state/desk.js"
 * @import { State } from "../page/state/state.js"
 * @import { SillageError } from "../shared/errors.js"
 *
 * @typedef {{ files: number, accounts: number, posts: number, ranked: number, ties: number, communities: number | null, method: string, complete: boolean }} Counts
 * @typedef {{ summary: Summary, ranking: readonly RankingRow[] }} Results
 * @typedef {EventTarget & { readonly desk: Desk, readonly exposeResults: boolean }} Teller the element: events are its own
 */
import { VERSION } from "../shared/version.js";

/** Rows that `results` holds at most. */
export const MOST_ROWS = 10_000;

/** The events of an element, and the result that its host may have. */
export class Telling {
  /** Whether the engine was there when it was last looked at. */
  ready = false;
  /** The result; null before there is one, and where the host does not want it. @type {Results | null} */
  results = null;
  /** What of the desk the host was last told. @type {Partial<State>} */
  #told = {};

  /**
   * @param {Teller} element
   * @param {() => void} begun called when the engine is there
   */
  constructor(element, begun) {
    this.element = element;
    this.begun = begun;
  }

  /** Tells what is new on the desk. */
  tell() {
    const now = this.element.desk.state;
    const before = this.#told;
    this.#told = now;
    if (now.engine !== before.engine) {
      this.ready = now.engine === "ready";
      if (this.ready) {
        this.emit("sillage-ready", { version: VERSION });
        this.begun();
      }
    }
    for (const name of /** @type {const} */ (["engineError", "error", "crash"])) {
      const error = now[name];
      if (error && error !== before[name]) this.#fail(error);
    }
    if (now.work && now.work !== before.work && !now.work.quiet) {
      const { kind, phase, share, elapsed } = now.work;
      this.emit("sillage-progress", { task: kind, phase, share, elapsed });
    }
    if (now.summary !== before.summary) {
      this.results = null;
      if (now.summary) void this.gather();
    }
    const shown = now.dossier;
    const key = (/** @type {State["dossier"] | undefined} */ of) => (of ? `${of.platform} ${of.handle}` : "");
    if (key(shown) !== key(before.dossier)) {
      const who = shown && this.element.exposeResults ? { handle: shown.handle, platform: shown.platform } : {};
      this.emit("sillage-select", { open: shown !== null, rank: shown?.rank ?? null, ...who });
    }
  }

  /** Only what names nobody. @param {SillageError} error */
  #fail({ code, params, fatal }) {
    const directive = params["directive"];
    this.emit("sillage-error", { code, fatal, ...(directive === undefined ? {} : { directive }) });
  }

  /** Tells what came of an analysis, with its rows where the host wants them. */
  async gather() {
    const { desk, exposeResults } = this.element;
    const { study } = desk;
    const { summary } = desk.state;
    if (!summary || !study) return;
    if (exposeResults) {
      const { rows } = await study.ranking({ enough: null, from: 0, to: MOST_ROWS }).catch(() => ({ rows: [] }));
      if (desk.state.summary !== summary) return;
      this.results = frozen(structuredClone({ summary, ranking: rows }));
    }
    this.emit("sillage-result", { ...this.counts(summary), ...(this.element.exposeResults ? { results: this.results } : {}) });
  }

  /** @param {Summary} summary @returns {Counts} */
  counts({ accounts, posts, ranked, ties, communities, methodVersion, stability }) {
    const read = this.element.desk.state.cards.filter(({ status }) => status === "read").length;
    return {
      files: read, accounts, posts, ranked, ties: Object.values(ties).reduce((sum, count) => sum + count, 0),
      communities: communities?.count ?? null, method: methodVersion, complete: Boolean(stability),
    };
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} detail
   * @param {boolean} [cancelable]
   */
  emit(type, detail, cancelable = false) {
    return this.element.dispatchEvent(new CustomEvent(type, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable }));
  }
}

/**
 * Frozen to its last value.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function frozen(value) {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}
