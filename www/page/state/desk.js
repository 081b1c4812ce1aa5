/**
 * @import { BrandPeople, ColumnName, CommunityRow, Dossier, ImportOptions, Phase, Platform, RankingQuery, Receipt, Settings, SettingsPatch, SizeTier, SubFactor, Suggestion, Summary } from "../../shared/engine.d.ts"
 * @import { Study, StudyProgress } from "../../api/study.js"
 * @import { Lang, Translator } from "../../shared/translate.js"
 * @import { Theme } from "./hash.js"
 * @import { Screen } from "./screens.js"
 * @import { Dropped } from "./dropped.js"
 * @import { Card, Given } from "./files.js"
 * @import { Place } from "./place.js"
 * @import { Plan } from "./plan.js"
 * @import { Open, Projects } from "./projects.js"
 *
 * @typedef {object} View how the ranking is looked at
 * @property {ColumnName | "handle" | null} sort `null`: as the objective orders
 * @property {boolean} descending
 * @property {string} search
 * @property {Platform | null} platform
 * @property {number | null} minFollowers
 * @property {boolean} enough `false`: those listed apart
 * @property {SizeTier | null} size
 * @property {string | null} language
 * @property {number | null} community
 * @property {number | null} minPosts
 * @property {readonly ColumnName[] | null} columns those chosen; null: as the order asks
 *
 * @typedef {{ settings: Settings, view: View, plan: Plan, givens: Record<number, Given> }} Moment what undo goes back to
 *
 * @typedef {{ kind: "read" | "analyse" | "other", phase: "read" | Phase, share: number, elapsed: number, name: string, part: string, quiet: boolean }} Work
 *
 * @typedef {object} State
 * @property {Lang} lang
 * @property {Theme} theme
 * @property {Screen} screen
 * @property {"starting" | "ready" | "unavailable"} engine
 * @property {SillageError | null} engineError
 * @property {Card[]} cards
 * @property {Settings} settings
 * @property {View} view
 * @property {Plan} plan what was decided about people
 * @property {Open | null} project the project that is open
 * @property {boolean} unsaved whether something was decided that no file holds
 * @property {Work | null} work
 * @property {boolean} stalled
 * @property {BrandPeople | null} brandPeople who stands up for the brand; null before that is known
 * @property {CommunityRow[]} communities by name; empty before they are known
 * @property {Suggestion[]} suggestions words that the brief could have as well
 * @property {boolean} deepening what comes after the ranking is being computed
 * @property {Summary | null} summary
 * @property {boolean} stale files or settings changed since the result on screen
 * @property {SillageError | null} crash
 * @property {SillageError | null} error of the last work
 * @property {Dossier | null} dossier
 * @property {number[]} trail accounts opened on the way to this one
 * @property {boolean} opening
 * @property {{ id: string, values?: Record<string, string | number> } | null} announced
 */
import { open } from "../../api/browser.js";
import { CODES, SillageError } from "../../shared/errors.js";
import { csvHeaders } from "../../shared/phrases.js";
import { EVEN, PRESETS, merged } from "../../shared/settings.js";
import { speaker } from "../locale.js";
import { SAMPLE_SETTINGS, preload, sample } from "../samples.js";
import { inPieces, save } from "./save.js";
import { Files } from "./files.js";
import { FIRST_PLAN, FIRST_SETTINGS, FIRST_VIEW } from "./first.js";
import { writeHash } from "./hash.js";
import { History } from "./history.js";
import { receiptCsv, total, withoutExcerpts } from "./receipts.js";
import { People } from "./people.js";
import { OWN_PAGE } from "./place.js";
import { Rows } from "./rows.js";

/** How long a change of settings waits for the next one before it is applied. */
const SETTLE_MS = 200;
/** How long work that was called off may take to end before a worker that is silent is replaced. */
const REPLACE_MS = 1_000;

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
    this.state = {
      lang, theme, screen,
      engine: "starting", engineError: null, cards: [], settings: merged(FIRST_SETTINGS, settings), view: FIRST_VIEW, plan: FIRST_PLAN, project: null, unsaved: false,
      work: null, stalled: false, deepening: false, brandPeople: null, communities: [], suggestions: [], summary: null, stale: false, crash: null, error: null, dossier: null, trail: [],
      opening: false, announced: null,
    };
    /** @type {Study | null} */
    this.study = null;
    /** @type {History<Moment>} */
    this.history = new History();
    this.files = new Files(this);
    this.rows = new Rows(() => this.study, () => this.#tell(), (error) => this.set({ error }));
    this.people = new People({
      study: () => this.study, settled: () => this.deepened, changed: () => this.#tell(), failed: (error) => this.set({ error }),
    });
    /** What comes after the ranking, under way or done. @type {Promise<unknown>} */
    this.deepened = Promise.resolve();
    /** @type {AbortController | null} */
    this.working = null;
    /** @type {Promise<void> | null} */
    this.booting = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.settling = undefined;
    this.dossierRun = 0;
    /** @type {Promise<Projects> | null} */
    this.projecting = null;
    /** Milliseconds that the last change of settings took to apply; what was never tried is slow. */
    this.quietMs = Infinity;
    /** Whether settings changed while they were being applied. */
    this.again = false;
    /** How many analyses there were: indices of one mean nothing in another. */
    this.analyses = 0;
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

  // ---- analysis

  /**
   * Analyses what is there and shows the ranking.
   * @param {{ quiet?: boolean }} [options] `quiet`: a change of settings, the screen stays
   */
  async analyse({ quiet = false } = {}) {
    clearTimeout(this.settling);
    if (this.state.crash) {
      const cards = this.state.cards.map((card) => (card.status === "stopped" ? { ...card, status: /** @type {const} */ ("waiting"), error: null } : card));
      this.set({ crash: null, cards });
      await this.files.readWaiting();
    }
    if (!this.study || this.working) return;
    const controller = (this.working = new AbortController());
    const began = performance.now();
    this.again = false;
    const { settings, cards } = this.state;
    this.set({ error: null, work: { kind: "analyse", phase: "model", share: 0, elapsed: 0, name: "", part: "", quiet } });
    if (!quiet) this.announce("announce-analysing");
    try {
      const whole = await this.study.configure(settings, { signal: controller.signal });
      const summary = await this.study.analyse({
        signal: controller.signal,
        until: "ranking",
        onProgress: (progress) => this.progress("analyse", progress, quiet),
      });
      const same = this.state.settings === settings;
      this.analyses += 1;
      this.quietMs = quiet ? performance.now() - began : Infinity;
      this.set({ summary, stale: !same || this.state.cards !== cards, ...(same ? { settings: whole } : {}), ...(quiet ? {} : { screen: this.#shown("influencers") }) });
      this.people.renew(cards.map(({ id, receipt }) => `${id} ${receipt?.fingerprint ?? ""} ${receipt?.kept ?? 0}`).join("\n"));
      await this.#ask();
      this.set({ suggestions: await this.study.suggestions() });
      await this.#refreshDossier();
      if (!quiet) this.#writeHash();
      this.announce("announce-analysed", { ranked: summary.ranked });
      this.#deepen();
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code === CODES.cancelled) {
        this.set({ stale: true });
        if (!controller.signal.reason) this.announce("announce-stopped");
      } else if (!this.state.crash) this.set({ error: known });
    } finally {
      if (this.working === controller) this.working = null;
      this.set({ work: null });
      // Settings changed while this run was on its way.
      if (controller.signal.reason === SETTINGS || (this.again && !controller.signal.aborted)) void this.analyse({ quiet: true });
      // Files that came in meanwhile.
      else void this.files.readWaiting();
    }
  }

  /** Computes what comes after the ranking, while the ranking can be looked at. Other work calls it off. */
  #deepen() {
    this.deepened = this.#deeper();
  }

  async #deeper() {
    const { study } = this;
    if (!study) return;
    this.set({ deepening: true });
    try {
      const summary = await study.deepen();
      if (this.study !== study) return;
      const [brandPeople, communities] = await Promise.all([study.brandPeople(), study.communities()]);
      if (this.study !== study) return;
      this.set({ summary: this.state.summary && summary, brandPeople, communities });
      this.people.renew(this.people.data);
      await this.#ask();
      await this.#refreshDossier();
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code !== CODES.cancelled && !this.state.crash) this.set({ error: known });
    } finally {
      this.set({ deepening: false });
    }
  }

  /**
   * Other work on the result, with the same bar of progress. What comes after the ranking goes on when it is done.
   * @template T
   * @param {(study: Study, options: { signal: AbortSignal, onProgress: (progress: StudyProgress) => void }) => Promise<T>} task
   * @returns {Promise<T | null>} null where it was called off, failed, or other work is under way
   */
  async work(task) {
    const { study } = this;
    if (!study || this.working) return null;
    const controller = (this.working = new AbortController());
    const resume = this.state.deepening;
    this.set({ error: null, work: { kind: "other", phase: "measure", share: 0, elapsed: 0, name: "", part: "", quiet: false } });
    try {
      return await task(study, { signal: controller.signal, onProgress: (progress) => this.progress("other", progress) });
    } catch (error) {
      const known = SillageError.from(error);
      if (known.code === CODES.cancelled) this.announce("announce-stopped");
      else if (!this.state.crash && this.study === study) this.set({ error: known });
      return null;
    } finally {
      if (this.working === controller) this.working = null;
      this.set({ work: null });
      if (this.state.stale && controller.signal.reason === SETTINGS) void this.analyse({ quiet: true });
      else {
        await this.files.readWaiting();
        if (resume && this.study === study && !this.working) this.#deepen();
      }
    }
  }

  /** Calls the present work off. What is on screen stays. */
  cancel() {
    clearTimeout(this.settling);
    const { working } = this;
    if (working) {
      working.abort(STOPPED);
      // Work may be waiting its turn behind a question that a dead worker never answers: then the worker is replaced.
      setTimeout(() => {
        if (this.working === working && this.state.stalled) this.study?.transport.restart();
      }, REPLACE_MS);
    } else if (this.state.stalled) {
      // A question hangs: the worker is replaced, and the files are read again with the next analysis.
      this.study?.transport.restart();
      this.set({ stale: this.state.summary !== null });
    }
    this.announce("announce-stopped");
  }

  /**
   * @param {Work["kind"]} kind
   * @param {StudyProgress} progress
   * @param {boolean} [quiet]
   */
  progress(kind, { phase, share, elapsed, name = "", part = "" }, quiet = false) {
    this.set({ work: { kind, phase, share, elapsed, name, part, quiet } });
  }

  #forgetResult() {
    this.rows.clear();
    this.people.renew("");
    this.set({ ...NOTHING, stale: false, dossier: null, trail: [], error: null, screen: this.#first });
    this.#writeHash();
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
    this.#apply(live);
  }

  /**
   * @param {Partial<View>} patch
   * @param {string} key
   */
  look(patch, key) {
    this.#note(key);
    this.set({ view: { ...this.state.view, ...patch } });
    void this.#ask();
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
    if (settings) this.#apply();
    void this.#ask();
  }

  /**
   * Applies the settings to the result on screen, once they have settled; at once while they are followed and an analysis
   * takes no longer than a blink, one after the other.
   * @param {boolean} [live]
   */
  #apply(live = false) {
    if (!this.state.summary) return;
    this.set({ stale: true });
    clearTimeout(this.settling);
    if (live && this.quietMs < SETTLE_MS && !this.state.crash && (!this.working || this.state.work?.quiet)) {
      // An analysis under way is brought to its end: calling it off at every step of a slider would show none.
      if (this.working) this.again = true;
      else void this.analyse({ quiet: true });
      return;
    }
    this.settling = setTimeout(() => {
      if (this.working) {
        if (this.state.work?.kind !== "read") this.working.abort(SETTINGS);
      } else if (!this.state.crash) void this.analyse({ quiet: true });
    }, SETTLE_MS);
  }

  /** The weights in force: those given, else those the engine used, else the objective's. */
  get weights() {
    const { settings, summary, stale } = this.state;
    if (settings.weights) return settings.weights;
    if (settings.objective === "none" && summary && !stale) return summary.weights;
    return PRESETS[settings.objective];
  }

  /** The weights of sub-factors in force: those given, else those the engine used. @returns {Record<SubFactor, number>} */
  get factorWeights() {
    const { settings, summary } = this.state;
    return settings.factorWeights ?? summary?.factorWeights ?? EVEN;
  }

  // ---- ranking and dossier

  /** @returns {RankingQuery} */
  get query() {
    const { view } = this.state;
    /** @type {RankingQuery} */
    const query = { enough: view.enough };
    if (view.sort) {
      query.sort = view.sort;
      query.descending = view.descending;
    }
    if (view.search.trim()) query.search = view.search.trim();
    if (view.platform) query.platform = view.platform;
    if (view.size) query.size = view.size;
    if (view.language) query.language = view.language;
    /** @type {NonNullable<RankingQuery["min"]>} */
    const min = {};
    if (view.minFollowers !== null) min.followers = view.minFollowers;
    if (view.minPosts !== null) min.posts = view.minPosts;
    if (view.community !== null) {
      min.community = view.community;
      query.max = { community: view.community };
    }
    if (Object.keys(min).length > 0) query.min = min;
    return query;
  }

  /** Whether re-shares give the order, as they do without an objective where there are any. */
  get byCredit() {
    const { settings, summary } = this.state;
    return settings.objective === "none" && (summary === null || summary.creditLayers.length > 0);
  }

  /** The column that orders the rows now. @returns {{ name: ColumnName | "handle", descending: boolean }} */
  get order() {
    const { view } = this.state;
    return view.sort ? { name: view.sort, descending: view.descending } : { name: this.byCredit ? "credit" : "score", descending: true };
  }

  async #ask() {
    if (this.state.summary) await this.rows.ask(this.query);
  }

  /**
   * Opens an account's dossier.
   * @param {number | string} which
   * @param {{ walk?: boolean }} [options] `walk`: from the dossier that is open, to come back to
   */
  async openAccount(which, { walk = false } = {}) {
    if (!this.study) return;
    const run = ++this.dossierRun;
    const from = walk ? this.state.dossier : null;
    this.set({ opening: true });
    try {
      const dossier = await this.study.account(which);
      if (run !== this.dossierRun) return;
      this.set({ dossier, opening: false, trail: from ? [...this.state.trail, from.index] : [] });
    } catch (error) {
      if (run === this.dossierRun) this.set({ opening: false, error: SillageError.from(error) });
    }
  }

  /** Back to the dossier that this one was opened from. */
  async back() {
    const trail = [...this.state.trail];
    const index = trail.pop();
    if (index === undefined) return;
    await this.openAccount(index);
    this.set({ trail });
  }

  closeAccount() {
    this.dossierRun += 1;
    this.set({ dossier: null, trail: [], opening: false });
  }

  /** The open dossier, with the numbers of the last analysis. Accounts are found by name: indices may have moved. */
  async #refreshDossier() {
    const { dossier } = this.state;
    if (!dossier || !this.study) return;
    const run = ++this.dossierRun;
    const fresh = await this.study.account(dossier.index).catch(() => null);
    if (run !== this.dossierRun) return;
    const same = fresh && fresh.handle === dossier.handle && fresh.platform === dossier.platform;
    this.set({ dossier: same ? fresh : null, trail: same ? this.state.trail : [] });
  }

  // ---- output

  /**
   * The ranking as it is looked at, or the whole network.
   * @param {keyof typeof FILE_TYPES} kind
   * @param {Record<string, unknown>} [options]
   */
  async download(kind, options = {}) {
    if (!this.study) return;
    try {
      const { query } = this;
      const network = kind === "gexf" || kind === "graphml";
      const bytes = await this.study.export(kind, kind === "csv"
        ? { dialect: this.state.lang, headers: csvHeaders(this.say), query, ...options } : network ? options : { query, ...options });
      const name = this.say.t(network ? "file-network" : "file-ranking");
      save(await inPieces(bytes, FILE_TYPES[kind]), `sillage-${name}.${kind}`, this);
      this.announce("announce-saved");
    } catch (error) {
      this.set({ error: SillageError.from(error) });
    }
  }

  /**
   * Receipts as a file: `json` for programs, `csv` for people.
   * @param {"csv" | "json"} kind
   * @param {readonly Receipt[]} receipts
   * @param {string} name of what they are of
   */
  downloadReceipts(kind, receipts, name) {
    const stem = name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80) || "data";
    const { settings, summary } = this.state;
    const leftOut = settings.optOut.length > 0 ? summary?.optOut ?? null : null;
    const shown = settings.optOut.length > 0 ? receipts.map(withoutExcerpts) : receipts;
    const text = kind === "csv" ? receiptCsv(this.say, shown, leftOut)
      : `${JSON.stringify({ ...(shown.length === 1 ? shown[0] : { total: total(shown), files: shown }), ...(leftOut ? { leftOut } : {}) }, null, 2)}\n`;
    const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/json";
    save(new Blob([text], { type }), `${stem}.${this.say.t("file-receipt")}.${kind}`, this);
    this.announce("announce-saved");
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
    clearTimeout(this.settling);
    this.working?.abort(STOPPED);
    this.working = null;
    this.study?.close();
    this.study = null;
    this.history = new History();
    this.rows.clear();
    this.people.renew("");
    this.set({
      cards: [], settings: FIRST_SETTINGS, view: FIRST_VIEW, plan: FIRST_PLAN, project: null, work: null, stalled: false, ...NOTHING, stale: false,
      crash: null, error: null, dossier: null, trail: [], screen: this.#first,
    });
    this.#writeHash();
    this.announce("announce-erased");
    await this.boot();
    (await this.projecting)?.mark();
  }

  /** @param {Screen} screen */
  show(screen) {
    this.set({ screen: this.#shown(screen) });
    this.#writeHash();
  }

  /** The screen without a result. */
  get #first() {
    return this.place.readonly ? this.place.screens[0] ?? "ground" : "ground";
  }

  /** The screen, or what stands for it where it is not shown: files come in on the first one, whatever is shown later. @param {Screen} screen */
  #shown(screen) {
    const { screens } = this.place;
    return screen === "ground" || screens.includes(screen) ? screen : screens[0] ?? "ground";
  }

  /** @param {Lang} lang */
  speak(lang) {
    this.set({ lang });
    this.#writeHash();
  }

  /** @param {Theme} theme */
  paint(theme) {
    this.set({ theme });
    this.#writeHash();
  }

  #writeHash() {
    this.place.address(writeHash(this.state));
  }
}

/** No result. @type {Pick<State, "summary" | "brandPeople" | "communities" | "suggestions">} */
const NOTHING = { summary: null, brandPeople: null, communities: [], suggestions: [] };
const FILE_TYPES = {
  csv: "text/csv;charset=utf-8", json: "application/json", gexf: "application/xml", graphml: "application/xml",
};
const SETTINGS = "settings changed";
const STOPPED = "stopped";
