/**
 * @import { Study, StudyProgress } from "../../api/study.js"
 * @import { Desk } from "./desk.js"
 * @import { Work } from "./state.js"
 */
import { CODES, SillageError } from "../../shared/errors.js";

/** How long a change of settings waits for the next one before it is applied. */
const SETTLE_MS = 200;
/** How long work that was called off may take to end before a worker that is silent is replaced. */
const REPLACE_MS = 1_000;
/** Why work is called off: settings changed, or somebody said so. */
const SETTINGS = "settings changed";
const STOPPED = "stopped";

/** The work of the engine on what was read: one at a time, with a bar of progress, called off or begun again as settings change. */
export class Analysis {
  /** How many there were: indices of one mean nothing in another. */
  count = 0;
  /** What comes after the ranking, under way or done. @type {Promise<unknown>} */
  deepened = Promise.resolve();
  /** Milliseconds that the last change of settings took to apply; what was never tried is slow. */
  #quietMs = Infinity;
  /** Whether settings changed while they were being applied. */
  #again = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling = undefined;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /**
   * Analyses what is there and shows the ranking.
   * @param {{ quiet?: boolean }} [options] `quiet`: a change of settings, the screen stays
   */
  async run({ quiet = false } = {}) {
    const { desk } = this;
    clearTimeout(this.#settling);
    if (desk.state.crash) {
      const cards = desk.state.cards.map((card) => (card.status === "stopped" ? { ...card, status: /** @type {const} */ ("waiting"), error: null } : card));
      desk.set({ crash: null, cards });
      await desk.files.readWaiting();
    }
    if (!desk.study || desk.working) return;
    const controller = (desk.working = new AbortController());
    const began = performance.now();
    this.#again = false;
    const { settings, cards } = desk.state;
    desk.set({ error: null, work: { kind: "analyse", phase: "model", share: 0, elapsed: 0, name: "", part: "", quiet } });
    if (!quiet) desk.announce("announce-analysing");
    try {
      const whole = await desk.study.configure(settings, { signal: controller.signal });
      const summary = await desk.study.analyse({
        signal: controller.signal,
        until: "ranking",
        onProgress: (progress) => this.progress("analyse", progress, quiet),
      });
      const same = desk.state.settings === settings;
      this.count += 1;
      this.#quietMs = quiet ? performance.now() - began : Infinity;
      desk.set({ summary, stale: !same || desk.state.cards !== cards, ...(same ? { settings: whole } : {}), ...(quiet ? {} : { screen: desk.shown("influencers") }) });
      desk.people.renew(cards.map(({ id, receipt }) => `${id} ${receipt?.fingerprint ?? ""} ${receipt?.kept ?? 0}`).join("\n"));
      await desk.ask();
      desk.set({ suggestions: await desk.study.suggestions() });
      await desk.dossiers.refresh();
      if (!quiet) desk.tellPlace();
      desk.announce("announce-analysed", { ranked: summary.ranked });
      this.#deepen();
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code === CODES.cancelled) {
        desk.set({ stale: true });
        if (!controller.signal.reason) desk.announce("announce-stopped");
      } else if (!desk.state.crash) desk.set({ error: known });
    } finally {
      if (desk.working === controller) desk.working = null;
      desk.set({ work: null });
      // Settings changed while this run was on its way.
      if (controller.signal.reason === SETTINGS || (this.#again && !controller.signal.aborted)) void this.run({ quiet: true });
      // Files that came in meanwhile.
      else void desk.files.readWaiting();
    }
  }

  /** Computes what comes after the ranking, while the ranking can be looked at. Other work calls it off. */
  #deepen() {
    this.deepened = this.#deeper();
  }

  async #deeper() {
    const { desk } = this;
    const { study } = desk;
    if (!study) return;
    desk.set({ deepening: true });
    try {
      const summary = await study.deepen();
      if (desk.study !== study) return;
      const [brandPeople, communities] = await Promise.all([study.brandPeople(), study.communities()]);
      if (desk.study !== study) return;
      desk.set({ summary: desk.state.summary && summary, brandPeople, communities });
      desk.people.renew(desk.people.data);
      await desk.ask();
      await desk.dossiers.refresh();
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code !== CODES.cancelled && !desk.state.crash) desk.set({ error: known });
    } finally {
      desk.set({ deepening: false });
    }
  }

  /**
   * Other work on the result, with the same bar of progress. What comes after the ranking goes on when it is done.
   * @template T
   * @param {(study: Study, options: { signal: AbortSignal, onProgress: (progress: StudyProgress) => void }) => Promise<T>} task
   * @returns {Promise<T | null>} null where it was called off, failed, or other work is under way
   */
  async other(task) {
    const { desk } = this;
    const { study } = desk;
    if (!study || desk.working) return null;
    const controller = (desk.working = new AbortController());
    const resume = desk.state.deepening;
    desk.set({ error: null, work: { kind: "other", phase: "measure", share: 0, elapsed: 0, name: "", part: "", quiet: false } });
    try {
      return await task(study, { signal: controller.signal, onProgress: (progress) => this.progress("other", progress) });
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code === CODES.cancelled) desk.announce("announce-stopped");
      else if (!desk.state.crash && desk.study === study) desk.set({ error: known });
      return null;
    } finally {
      if (desk.working === controller) desk.working = null;
      desk.set({ work: null });
      if (desk.state.stale && controller.signal.reason === SETTINGS) void this.run({ quiet: true });
      else {
        await desk.files.readWaiting();
        if (resume && desk.study === study && !desk.working) this.#deepen();
      }
    }
  }

  /**
   * Applies the settings to the result on screen, once they have settled; at once while they are followed and an analysis
   * takes no longer than a blink, one after the other.
   * @param {boolean} [live]
   */
  apply(live = false) {
    const { desk } = this;
    if (!desk.state.summary) return;
    desk.set({ stale: true });
    clearTimeout(this.#settling);
    if (live && this.#quietMs < SETTLE_MS && !desk.state.crash && (!desk.working || desk.state.work?.quiet)) {
      // An analysis under way is brought to its end: calling it off at every step of a slider would show none.
      if (desk.working) this.#again = true;
      else void this.run({ quiet: true });
      return;
    }
    this.#settling = setTimeout(() => {
      if (desk.working) {
        if (desk.state.work?.kind !== "read") desk.working.abort(SETTINGS);
      } else if (!desk.state.crash) void this.run({ quiet: true });
    }, SETTLE_MS);
  }

  /** Calls the present work off. What is on screen stays. */
  cancel() {
    const { desk } = this;
    clearTimeout(this.#settling);
    const { working } = desk;
    if (working) {
      working.abort(STOPPED);
      // Work may be waiting its turn behind a question that a dead worker never answers: then the worker is replaced.
      setTimeout(() => {
        if (desk.working === working && desk.state.stalled) desk.study?.transport.restart();
      }, REPLACE_MS);
    } else if (desk.state.stalled) {
      // A question hangs: the worker is replaced, and the files are read again with the next analysis.
      desk.study?.transport.restart();
      desk.set({ stale: desk.state.summary !== null });
    }
    desk.announce("announce-stopped");
  }

  /** Calls everything off, with nothing to come after it. */
  drop() {
    const { desk } = this;
    clearTimeout(this.#settling);
    desk.working?.abort(STOPPED);
    desk.working = null;
  }

  /**
   * @param {Work["kind"]} kind
   * @param {StudyProgress} progress
   * @param {boolean} [quiet]
   */
  progress(kind, { phase, share, elapsed, name = "", part = "" }, quiet = false) {
    this.desk.set({ work: { kind, phase, share, elapsed, name, part, quiet } });
  }
}
