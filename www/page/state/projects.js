/**
 * @import { Desk } from "./desk.js"
 * @import { Dropped } from "./dropped.js"
 * @import { Given } from "./files.js"
 * @import { Held, Project, Source } from "./project.js"
 *
 * @typedef {object} Open the project that is open
 * @property {string} name without its ending
 * @property {boolean | null} withData as it was last saved; null before that was asked
 * @property {readonly Held[]} wanted files that it was made of and that are not there yet
 * @property {readonly string[]} changed names of files that are not the same any more
 * @property {Project["result"]} result as it was saved
 * @property {"same" | "other" | null} compared what the analysis came to, against what was saved
 */
import { SillageError } from "../../shared/errors.js";
import { merged } from "../../shared/settings.js";
import { ENDING, readProject, writeProject } from "./project.js";
import { withoutNames } from "./optout.js";
import { save } from "./save.js";
import { Studies } from "./studies.js";

/** Bytes beyond which files are too much for a file of their own inside another. */
export const MOST_DATA = 2_000_000_000;

/** Work that lasts: saves, opens and starts anew, and knows whether something is not saved. */
export class Projects {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** What was last saved, opened or started from. */
    this.kept = "";
    this.seen = { settings: desk.state.settings, plan: desk.state.plan, cards: desk.state.cards, engine: desk.state.engine };
    this.settling = false;
    /** A project that was dropped while something is not saved. @type {File | null} */
    this.waiting = null;
    this.leave = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
    /** Studies that are open beside this one. */
    this.studies = new Studies(desk, this);
    this.mark();
    desk.addEventListener("change", () => this.#look());
  }

  /** From here on, only what changes is not saved. */
  mark() {
    this.kept = this.#work();
    this.#settle(false);
  }

  /** What was saved of a study that comes back on screen. @param {string} kept */
  keep(kept) {
    this.kept = kept;
    this.#settle(this.#work() !== kept);
  }

  /** What a person decided, as one text. */
  #work() {
    const { settings, plan, cards } = this.desk.state;
    return sorted({ settings, plan, cards: cards.map(({ name, given: { mapping, parts } }) => ({ name, mapping, parts })).filter(({ mapping, parts }) => Object.keys({ ...mapping, ...parts }).length > 0) });
  }

  /** Looks again, where something may have changed. */
  #look() {
    const { settings, plan, cards, engine, unsaved, project } = this.desk.state;
    const { seen } = this;
    if (settings === seen.settings && plan === seen.plan && cards === seen.cards && engine === seen.engine) return;
    this.seen = { settings, plan, cards, engine };
    // The engine's own defaults are nobody's work.
    if (engine !== seen.engine && !unsaved) this.kept = this.#work();
    this.#settle(this.#work() !== this.kept);
    if (cards !== seen.cards && project && project.wanted.length > 0 && !this.settling) void this.#settleWanted();
  }

  /** @param {boolean} unsaved */
  #settle(unsaved) {
    if (unsaved === this.desk.state.unsaved) return;
    // Only then may the browser ask before the page is left.
    if (unsaved && this.desk.place.own) addEventListener("beforeunload", this.leave);
    else removeEventListener("beforeunload", this.leave);
    this.desk.set({ unsaved });
  }

  // ---- saving

  /** Bytes of the files of the study. */
  get bytes() {
    return this.desk.state.cards.reduce((sum, { size }) => sum + size, 0);
  }

  /** @param {{ withData: boolean }} options */
  async save({ withData }) {
    const { desk } = this;
    if (withData && this.bytes > MOST_DATA) {
      desk.set({ error: new SillageError("project.too_large", { bytes: desk.say.size(this.bytes) }) });
      return false;
    }
    const { cards, summary, stale, project } = desk.state;
    const work = this.#work();
    try {
      const { settings, view, plan } = await withoutNames(desk.state, desk.study);
      const hash = summary && !stale && desk.study ? await desk.study.hash() : null;
      const result = hash && summary ? { hash, method: summary.methodVersion, accounts: summary.accounts, ranked: summary.ranked } : null;
      /** @type {Source[]} */
      const sources = cards.map(({ name, file, folder, demo, given, receipt }) => ({
        name, folder: folder !== null, demo, given, fingerprint: receipt?.fingerprint ?? null,
        blobs: folder ? folder.files.map(({ path, file: each }) => ({ path, blob: each })) : file ? [{ path: "", blob: file }] : [],
      }));
      const blob = await writeProject({ settings, view, plan, result }, sources, { withData, wanted: project?.wanted ?? [] });
      const name = project?.name ?? desk.say.t("file-project");
      save(blob, `${name}${ENDING}`, desk);
      this.kept = work;
      this.#settle(this.#work() !== work);
      desk.set({ project: { name, withData, wanted: project?.wanted ?? [], changed: [], result, compared: null } });
      desk.announce("announce-project-saved");
      return true;
    } catch (error) {
      desk.set({ error: SillageError.from(error) });
      return false;
    }
  }

  // ---- opening

  /** Opens a project; asks first where something is not saved. @param {File} file */
  async ask(file) {
    if (!this.desk.state.unsaved) return this.open(file);
    this.waiting = file;
    this.desk.dispatchEvent(new CustomEvent("ask-project"));
  }

  /** @param {File} file */
  async open(file) {
    const { desk } = this;
    this.waiting = null;
    try {
      const { project, items } = await readProject(file);
      await desk.erase({ kept: true });
      const name = file.name.replace(/\.sillage$/i, "").slice(0, 120) || desk.say.t("file-project");
      desk.set({
        settings: merged(desk.state.settings, project.settings), view: project.view, plan: project.plan,
        project: {
          name, withData: project.withData, wanted: project.withData ? [] : project.files, changed: [], result: project.result, compared: null,
        },
      });
      if (items.length > 0) {
        const { files } = project;
        await desk.files.add(items, { demo: (at) => files[at]?.demo ?? false, given: (_, at) => given(files[at]) });
      }
      this.mark();
      desk.announce("announce-project-opened", { name });
      if (items.length > 0) await this.#resume();
    } catch (error) {
      desk.set({ error: SillageError.from(error) });
    }
  }

  /** Everything from the beginning, without what is open. What this browser keeps by the user's wish stays. */
  async fresh() {
    this.waiting = null;
    await this.desk.erase({ kept: true });
    this.mark();
  }

  /**
   * Files that a project waits for, in its order, each with how it was read.
   * @param {readonly Dropped[]} items
   * @returns {{ items: Dropped[], given: (item: Dropped) => Given | null }}
   */
  arrange(items) {
    const wanted = this.desk.state.project?.wanted ?? [];
    const place = (/** @type {Dropped} */ item) => wanted.findIndex((held) => fits(held, item));
    const ordered = [...items].sort((a, b) => rank(place(a)) - rank(place(b)));
    const found = new Map(ordered.map((item) => [item, wanted[place(item)]]));
    return { items: ordered, given: (item) => given(found.get(item)) };
  }

  /** Takes what has come from what is waited for; the last one starts the analysis. */
  async #settleWanted() {
    const { desk } = this;
    this.settling = true;
    // The reading that is under way begins with this very change.
    await null;
    await desk.files.reading;
    this.settling = false;
    const { project, cards } = desk.state;
    if (!project || project.wanted.length === 0) return;
    const here = cards.filter((card) => card.status === "read");
    const match = (/** @type {Held} */ held) => here.find((card) => fits(held, card.folder ?? /** @type {File} */ (card.file)));
    const wanted = project.wanted.filter((held) => !match(held));
    const changed = project.wanted.filter((held) => {
      const card = match(held);
      return card && held.fingerprint && card.receipt && card.receipt.fingerprint !== held.fingerprint;
    }).map(({ name }) => name);
    if (wanted.length === project.wanted.length) return;
    desk.set({ project: { ...project, wanted, changed: [...project.changed, ...changed] } });
    if (wanted.length === 0) await this.#resume();
  }

  /** The analysis of what was opened, and whether it comes to the same. */
  async #resume() {
    const { desk } = this;
    const { result } = desk.state.project ?? {};
    if (!result || !desk.state.cards.some((card) => card.status === "read")) return;
    await desk.analyse();
    const { project, summary } = desk.state;
    if (!project || !summary || !desk.study) return;
    this.mark();
    const hash = await desk.study.hash().catch(() => null);
    desk.set({ project: { ...project, compared: hash === result.hash ? "same" : "other" } });
  }
}

/** @param {number} place */
function rank(place) {
  return place < 0 ? Infinity : place;
}

/**
 * @param {Held | undefined} held
 * @returns {Given | null}
 */
function given(held) {
  return held ? { ...held.given, remembered: false } : null;
}

/**
 * @param {Held} held
 * @param {Dropped} item
 */
function fits(held, item) {
  return held.name === item.name && held.folder === !(item instanceof File);
}

/** JSON with keys in one order, so that equal things are equal. @param {unknown} value */
function sorted(value) {
  return JSON.stringify(value, (_, each) => (typeof each === "object" && each !== null && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}
