/**
 * One question at a time to the study, for a part of the page that keeps its answer.
 *
 * @import { Study } from "../../../api/study.js"
 * @import { Part } from "../../part.js"
 */
import { CODES, SillageError } from "../../../shared/errors.js";

/**
 * The answer belongs to the result that it was asked of, and is forgotten with it; other work calls the question off.
 * @template T
 */
export class Asking {
  /** @param {Part} part shown again when anything here changes */
  constructor(part) {
    this.part = part;
    /** @type {T | null} */
    this.found = null;
    this.working = false;
    /** @type {SillageError | null} */
    this.failed = null;
    /** The result that the answer is of. @type {unknown} */
    this.of = null;
    /** @type {AbortController | null} */
    this.asking = null;
  }

  /** Before the part is shown: gives up what other work needs the engine for, and an answer of another result. */
  renew() {
    const { communities, work } = this.part.desk.state;
    if (work) this.asking?.abort();
    if (this.of !== communities) this.found = null;
  }

  /**
   * Asks, in place of what was asked before.
   * @param {(study: Study, signal: AbortSignal) => Promise<T>} question
   */
  async ask(question) {
    const { study, state } = this.part.desk;
    if (!study || state.deepening) return;
    this.asking?.abort();
    const controller = (this.asking = new AbortController());
    this.working = true;
    this.failed = null;
    this.part.requestUpdate();
    try {
      this.found = await question(study, controller.signal);
      this.of = state.communities;
    } catch (error) {
      const known = SillageError.from(error);
      if (!controller.signal.aborted && known.code !== CODES.cancelled) this.failed = known;
    } finally {
      if (this.asking === controller) {
        this.asking = null;
        this.working = false;
      }
      this.part.requestUpdate();
    }
  }
}
