/**
 * @import { ImportOptions, SettingsPatch } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 * @import { Lang, Translator } from "../../shared/translate.js"
 * @import { Theme } from "./hash.js"
 * @import { Screen } from "./screens.js"
 * @import { Dropped } from "./dropped.js"
 * @import { Place } from "./place.js"
 * @import { Plan } from "./plan.js"
 * @import { Projects } from "./projects.js"
 * @import { Moment, State, View } from "./state.js"
 */
import { open } from "../../api/browser.js";
import { SillageError } from "../../shared/errors.js";
import { merged } from "../../shared/settings.js";
import { speaker } from "../locale.js";
import { SAMPLE_SETTINGS, preload, sample } from "../samples.js";
import { Analysis } from "./analysis.js";
import { Dossiers } from "./dossiers.js";
import { Files } from "./files.js";
import { writeHash } from "./hash.js";
import { History } from "./history.js";
import { queryOf } from "./inforce.js";
import { People } from "./people.js";
import { OWN_PAGE } from "./place.js";
import { Rows } from "./rows.js";
import { NOTHING, NO_RESULT, firstState } from "./state.js";

/**
 * The one store of the page and everything that can be done to it. Files and settings live here, never only in the
 * worker: a crash of the engine costs a re-read, nothing else.
 */
export class Desk extends EventTarget {
  /** @param {Pick<State, "lang" | "theme" | "screen"> & { settings?: SettingsPatch, place?: Place }} start */
  constructor({ lang, theme, screen, settings = {}, place = OWN_PAGE }) {
    super();
    this.place = place;
    /** @type {State} */
    this.state = firstState({ lang, theme, screen }, settings);
    /** @type {Study | null} */
    this.study = null;
    /** @type {History<Moment>} */
    this.history = new History();
    this.files = new Files(this);
    this.rows = new Rows(() => this.study, () => this.#tell(), (error) => this.set({ error }));
    this.people = new People({
      study: () => this.study, settled: () => this.analysis.deepened, changed: () => this.#tell(), failed: (error) => this.set({ error }),
    });
    this.analysis = new Analysis(this);
    this.dossiers = new Dossiers(this);
    /** Ends the work under way. @type {AbortController | null} */
    this.working = null;
    /** @type {Promise<void> | null} */
    this.booting = null;
    /** @type {Promise<Projects> | null} */
    this.projecting = null;
  }

  /** @returns {Translator} */
  get say() {
    return speaker(this.state.lang);
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    this.state = { ...this.state, ...patch };
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Says something to screen readers.
   * @param {string} id
   * @param {Record<string, string | number>} [values]
   */
  announce(id, values) {
    this.set({ announced: { id, values } });
  }

  /** Starts the engine, or tries again. Asked twice, it starts one. @returns {Promise<void>} */
  boot() {
    this.booting ??= this.#boot().finally(() => {
      this.booting = null;
    });
    return this.booting;
  }

  async #boot() {
    this.set({ engine: "starting", engineError: null });
    try {
      this.study = await open(this.place.engine());
      const transport = /** @type {EventTarget} */ (/** @type {unknown} */ (this.study.transport));
      transport.addEventListener("crashed", (event) => {
        this.set({ crash: SillageError.from(/** @type {CustomEvent} */ (event).detail), stale: true });
      });
      transport.addEventListener("stalled", () => this.set({ stalled: true }));
      transport.addEventListener("alive", () => this.set({ stalled: false }));
      const defaults = await this.study.configure({});
      // The engine's own defaults, under what was chosen here until now.
      const { ties, seed: _, ...chosen } = this.state.settings;
      const settings = merged(defaults, { ...chosen, ties: { halfLifeDays: ties.halfLifeDays } });
      this.set({ engine: "ready", settings });
      void preload();
    } catch (error) {
      this.study = null;
      this.set({ engine: "unavailable", engineError: SillageError.from(error) });
    }
  }

  // ---- files

  /**
   * Takes files and folders in and reads them, one after the other. A project among them is opened.
   * @param {Iterable<Dropped>} items
   * @param {{ demo?: boolean }} [options]
   */
  async addFiles(items, options) {
    const all = [...items];
    const project = all.find((item) => item instanceof File && /\.sillage$/i.test(item.name));
    if (project instanceof File) return (await this.projects()).ask(project);
    const wanted = this.state.project?.wanted.length ? (await this.projects()).arrange(all) : null;
    return wanted ? this.files.add(wanted.items, { ...options, given: wanted.given }) : this.files.add(all, options);
  }

  /** Projects of this page; what they need comes after the first screen. */
  projects() {
    return (this.projecting ??= import("./projects.js").then(({ Projects }) => new Projects(this)));
  }

  /**
   * A table or lines of JSON that were pasted.
   * @param {string} text
   */
  async addText(text) {
    const name = `${this.say.t("pasted-name")} ${this.files.lastId + 1}.txt`;
    await this.addFiles([new File([text], name, { type: "text/plain" })]);
  }

  /** Reads again a file that was stopped or failed. @param {number} id */
  readAgain(id) {
    return this.files.readAgain(id);
  }

  /** @param {number} id */
  async removeFile(id) {
    await this.files.remove(id);
    if (this.state.cards.length === 0) this.#forgetResult();
  }

  /**
   * Reads a file again with what was decided about it.
   * @param {number} id
   * @param {string | null} path of the part, inside an archive or a folder
   * @param {ImportOptions} mapping
   */
  mapFile(id, path, mapping) {
    this.#note(`map ${id}`);
    return this.files.map(id, path, mapping);
  }

  /** The invented campaign of the page's language, from a click to its ranking. */
  async demo() {
    const { lang, unsaved } = this.state;
    this.#note("demo");
    this.set({ settings: merged(this.state.settings, SAMPLE_SETTINGS[lang]) });
    await this.addFiles([await sample(lang)], { demo: true });
    if (this.state.cards.some((card) => card.status === "read")) await this.analyse();
    // What the sample asks is nobody's work.
    if (!unsaved) (await this.projecting)?.mark();
  }

  #forgetResult() {
    this.rows.clear();
    this.people.renew("");
    this.set({ ...NO_RESULT, screen: this.#first });
    this.tellPlace();
  }

  // ---- work of the engine

  /** Analyses what is there; see {@link Analysis}. @param {{ quiet?: boolean }} [options] */
  analyse(options) {
    return this.analysis.run(options);
  }

  /** Calls the present work off. What is on screen stays. */
  cancel() {
    this.analysis.cancel();
  }

  /** Asks for the rows as they are looked at. */
  async ask() {
    if (this.state.summary) await this.rows.ask(queryOf(this.state.view));
  }

  // ---- settings, with undo

  /**
   * @param {SettingsPatch} patch
   * @param {string} key what is changed, for undo
   * @param {{ live?: boolean }} [options] `live`: a slider on its way, followed as closely as the engine can
   */
  change(patch, key, { live = false } = {}) {
    this.#note(key);
    this.set({ settings: merged(this.state.settings, patch) });
    this.analysis.apply(live);
  }

  /**
   * @param {Partial<View>} patch
   * @param {string} key
   */
  look(patch, key) {
    this.#note(key);
    this.set({ view: { ...this.state.view, ...patch } });
    void this.ask();
  }

  /**
   * Decides something about people. Nothing is computed again.
   * @param {Plan} plan
   * @param {string} key what is changed, for undo
   */
  decide(plan, key) {
    if (plan === this.state.plan) return;
    this.#note(key);
    this.set({ plan });
  }

  /** @param {string} key */
  #note(key) {
    this.history.note(this.#present(), key);
  }

  get canUndo() {
    return this.history.past.length > 0;
  }

  get canRedo() {
    return this.history.future.length > 0;
  }

  undo() {
    this.#step(this.history.undo(this.#present()), "announce-undone");
  }

  redo() {
    this.#step(this.history.redo(this.#present()), "announce-redone");
  }

  /** @returns {Moment} */
  #present() {
    const { settings, view, plan } = this.state;
    return { settings, view, plan, givens: this.files.givens() };
  }

  /**
   * @param {Moment | undefined} value
   * @param {string} said
   */
  #step(value, said) {
    if (!value) return;
    const { givens, view, plan } = value;
    // The engine hands settings back as objects of its own: equal ones are no change.
    const settings = JSON.stringify(value.settings) !== JSON.stringify(this.state.settings);
    this.set(settings ? { view, plan, settings: value.settings } : { view, plan });
    this.announce(said);
    void this.files.restore(givens);
    if (settings) this.analysis.apply();
    void this.ask();
  }

  // ---- the page itself

  /**
   * Erases files, result, settings and what this browser keeps, and starts with a fresh engine.
   * @param {{ kept?: boolean }} [options] `kept`: what this browser keeps stays
   */
  async erase({ kept = false } = {}) {
    if (!kept) {
      this.files.memory.clear();
      this.dispatchEvent(new Event("erased"));
    }
    this.files.sketch.close();
    this.analysis.drop();
    this.study?.close();
    this.study = null;
    this.history = new History();
    this.rows.clear();
    this.people.renew("");
    this.set({ ...NOTHING, screen: this.#first });
    this.tellPlace();
    this.announce("announce-erased");
    await this.boot();
    (await this.projecting)?.mark();
  }

  /** @param {Screen} screen */
  show(screen) {
    this.set({ screen: this.shown(screen) });
    this.tellPlace();
  }

  /** The screen without a result. */
  get #first() {
    return this.place.readonly ? this.place.screens[0] ?? "ground" : "ground";
  }

  /** The screen, or what stands for it where it is not shown: files come in on the first one, whatever is shown later. @param {Screen} screen */
  shown(screen) {
    const { screens } = this.place;
    return screen === "ground" || screens.includes(screen) ? screen : screens[0] ?? "ground";
  }

  /** @param {Lang} lang */
  speak(lang) {
    this.set({ lang });
    this.tellPlace();
  }

  /** @param {Theme} theme */
  paint(theme) {
    this.set({ theme });
    this.tellPlace();
  }

  /** The address says which settings and screen these are. */
  tellPlace() {
    this.place.address(writeHash(this.state));
  }
}
