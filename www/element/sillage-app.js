/**
 * `<sillage-app>`: the product inside somebody else's page. It listens on itself, writes nothing outside itself, and hands the
 * host counts, never people, unless the host says that it wants them.
 *
 * @import { Settings, SettingsPatch } from "../shared/engine.d.ts"
 * @import { Choice, Kind } from "../page/state/out.js"
 * @import { Dropped } from "../page/state/dropped.js"
 * @import { Theme } from "../page/state/hash.js"
 * @import { Counts } from "./telling.js"
 */
import { html, nothing, unsafeCSS } from "lit";
import tokens from "../styles/tokens.css?inline";
import css from "../styles/element.css?inline";
import { App } from "../page/app.js";
import { CODES, SillageError } from "../shared/errors.js";
import { merged } from "../shared/settings.js";
import { firstChoice } from "../page/state/choice.js";
import { Desk } from "../page/state/desk.js";
import { Out } from "../page/state/out.js";
import { ElementPlace, VIEWS } from "./place.js";
import { brought } from "./font.js";
import { Surroundings } from "./surroundings.js";
import { Telling } from "./telling.js";
import "./words.js";

/** Attributes, and the properties that say the same. */
const TEXTS = /** @type {const} */ ({ sections: "sections", maxFileSize: "max-file-size", workerSrc: "worker-src" });
const FLAGS = /** @type {const} */ ({ demo: "demo", readonly: "readonly", exposeResults: "expose-results" });
const OWN = ["lang", "theme", "view", "storage", ...Object.values(TEXTS), ...Object.values(FLAGS)];
/** Properties that may have been set before the element was defined. */
const UPGRADED = ["theme", "view", "storage", ...Object.keys(TEXTS), ...Object.keys(FLAGS), "files", "settings", "optOut"];

export class SillageApp extends App {
  /** @override */ static styles = [...App.styles, unsafeCSS(tokens), unsafeCSS(css)];

  /** Milliseconds that an element which left the document keeps its engine: it may only be on its way to another place. */
  static restMs = 10_000;

  /** Whether a policy of ours keeps everything inside the document; only our own frame says so. @param {boolean} value */
  set sealed(value) {
    /** @type {ElementPlace} */ (this.desk.place).sealed = value;
    this.requestUpdate();
  }

  static get observedAttributes() {
    return [...super.observedAttributes, ...OWN];
  }

  /** @type {readonly Dropped[]} */
  #files = Object.freeze([]);
  /** The reading of what the host gave. @type {Promise<unknown>} */
  #taking = Promise.resolve();
  /** @type {SettingsPatch | null} Settings to be put in when the element is in a document. */
  #patch = null;
  /** @type {readonly string[]} */
  #optOut = Object.freeze([]);
  /** @type {Blob | null} */
  #given = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving = undefined;
  /** Whether the engine was ended because the element left. */
  #rested = false;
  #surroundings = new Surroundings(this, this.desk);
  #telling = new Telling(this, () => this.#offer());
  /** @type {ElementInternals | null} */
  #internals = null;

  constructor() {
    const place = new ElementPlace();
    super(new Desk({ lang: "en", theme: "light", screen: "ground", place }));
    place.element = this;
    this.desk.addEventListener("change", () => {
      this.#state(this.desk.state.work !== null || this.desk.state.engine === "starting");
      this.#telling.tell();
    });
    try {
      this.#internals = this.attachInternals();
      this.#internals.role = "region";
      this.#internals.ariaLabel = "Sillage";
    } catch {
      // Safari before 16.4 has none: the region goes without a name.
    }
  }

  // ---- attributes

  get theme() {
    return oneOf(this.getAttribute("theme"), /** @type {const} */ (["auto", "light", "dark"]));
  }

  set theme(/** @type {Theme} */ value) {
    this.setAttribute("theme", value);
  }

  get view() {
    return oneOf(this.getAttribute("view"), /** @type {(keyof typeof VIEWS)[]} */ (Object.keys(VIEWS)));
  }

  set view(/** @type {keyof typeof VIEWS} */ value) {
    this.setAttribute("view", value);
  }

  get storage() {
    return oneOf(this.getAttribute("storage"), /** @type {const} */ (["none", "session", "local"]));
  }

  set storage(/** @type {"none" | "session" | "local"} */ value) {
    this.setAttribute("storage", value);
  }

  get sections() {
    return this.getAttribute("sections") ?? "";
  }

  set sections(value) {
    this.setAttribute("sections", value);
  }

  get maxFileSize() {
    return this.getAttribute("max-file-size") ?? "";
  }

  set maxFileSize(value) {
    this.setAttribute("max-file-size", value);
  }

  get workerSrc() {
    return this.getAttribute("worker-src") ?? "";
  }

  set workerSrc(value) {
    this.setAttribute("worker-src", value);
  }

  get demo() {
    return this.hasAttribute("demo");
  }

  set demo(value) {
    this.toggleAttribute("demo", Boolean(value));
  }

  get readonly() {
    return this.hasAttribute("readonly");
  }

  set readonly(value) {
    this.toggleAttribute("readonly", Boolean(value));
  }

  get exposeResults() {
    return this.hasAttribute("expose-results");
  }

  set exposeResults(value) {
    this.toggleAttribute("expose-results", Boolean(value));
  }

  /** @override @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    super.attributeChangedCallback(name, before, now);
    if (before === now || !this.isConnected) return;
    if (name === "lang" || name === "theme") this.#surroundings.look();
    else if (name === "demo") this.#offer();
    else if (name === "expose-results") void this.#telling.gather();
    else if (name === "view" || name === "sections" || name === "readonly") {
      const { screen, summary } = this.desk.state;
      const { screens } = this.desk.place;
      if (!screens.includes(screen)) this.desk.show(summary || this.readonly ? screens[0] ?? "ground" : "ground");
      this.desk.set({});
      this.requestUpdate();
    }
  }

  // ---- properties

  /** What the host gave: files, or folders as `{ name, files: [{ path, file }] }`. What visitors bring stays theirs. */
  get files() {
    return this.#files;
  }

  set files(/** @type {Iterable<Dropped> | null | undefined} */ value) {
    this.#files = Object.freeze([...value ?? []]);
    if (this.isConnected) this.#take();
  }

  /** What the study is asked; who is named in it only where results are exposed. @returns {Readonly<Partial<Settings>>} */
  get settings() {
    const { optOut: _, tones, lists, audience, brand, competitors, ...open } = this.desk.state.settings;
    return Object.freeze(structuredClone(this.exposeResults ? { ...open, tones, lists, audience, brand, competitors } : open));
  }

  set settings(/** @type {SettingsPatch | null | undefined} */ value) {
    if (typeof value !== "object" || value === null) return;
    this.#patch = { ...this.#patch, ...structuredClone(value) };
    if (this.isConnected) this.#ask();
  }

  /** The result; null before there is one, and always where results are not exposed. */
  get results() {
    return this.exposeResults ? this.#telling.results : null;
  }

  /** Accounts that asked to be left out, as the host gave them. */
  get optOut() {
    return this.#optOut;
  }

  set optOut(/** @type {Iterable<string> | null | undefined} */ value) {
    this.#optOut = Object.freeze([...value ?? []].map(String));
    this.settings = { optOut: [...this.#optOut] };
  }

  // ---- methods

  /**
   * Analyses the files that are there.
   * @returns {Promise<Counts>} what came of it
   */
  async analyse() {
    this.#inDocument();
    await this.#taking;
    await this.#idle();
    await this.desk.analyse();
    const { error, crash, engineError, summary, stale } = this.desk.state;
    const failed = crash ?? error ?? engineError;
    if (failed) throw failed;
    if (!summary || stale) throw new SillageError(summary ? CODES.cancelled : "analysis.missing");
    return this.#telling.counts(summary);
  }

  /** Calls off what is under way. */
  cancel() {
    this.desk.cancel();
  }

  /**
   * Saves the ranking, the network or the report on the visitor's computer, as the visitor's own click would.
   * @param {Kind | "report"} kind
   * @param {Partial<Choice>} [choice]
   * @returns {Promise<Blob | null>} the file, where results are exposed
   */
  async export(kind, choice = {}) {
    this.#inDocument();
    if (!this.desk.state.summary) throw new SillageError("analysis.missing");
    await customElements.whenDefined("sil-out");
    const out = new Out(this.desk);
    const whole = { ...firstChoice(this.desk.state.lang), ...choice };
    this.#given = null;
    if (kind === "report") await out.saveReport(whole);
    else if (KINDS.includes(kind)) await out.save(kind, whole);
    else throw new SillageError("argument.invalid", { name: "kind", given: String(kind) });
    const { error } = this.desk.state;
    if (error && !this.#given) throw error;
    return this.exposeResults ? this.#given : null;
  }

  /** Forgets files, result and settings, and starts with a fresh engine. */
  async clear() {
    this.#files = Object.freeze([]);
    this.#optOut = Object.freeze([]);
    this.#telling.results = null;
    await this.desk.erase({ kept: true });
  }

  // ---- in the document

  /** @override */
  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of UPGRADED) this.#upgrade(name);
    this.#surroundings.look();
    const { screens, readonly } = this.desk.place;
    if (readonly && this.desk.state.screen === "ground") this.desk.set({ screen: screens[0] ?? "ground" });
    super.connectedCallback();
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    const { sheet } = this.#surroundings;
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#surroundings.watch(this.leave.signal);
    brought();
    if (this.#patch) this.#ask();
    if (this.#files.length > 0 && this.desk.state.cards.length === 0) this.#take();
    if (this.#rested) this.#resume();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#surroundings.leave();
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#rest(), SillageApp.restMs);
  }

  /** Ends the engine. Files, settings and what is on screen stay: it comes back with the next place in a document. */
  #rest() {
    const { desk } = this;
    if (!desk.study) return;
    this.#rested = true;
    desk.working?.abort("stopped");
    desk.study.transport.restart();
  }

  #resume() {
    this.#rested = false;
    const { cards, summary } = this.desk.state;
    void (async () => {
      for (const card of cards) if (card.status === "stopped") await this.desk.readAgain(card.id);
      if (summary) await this.desk.analyse({ quiet: true });
    })();
  }

  /** A property that was set on the element before it was one of ours. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  #inDocument() {
    if (!this.isConnected) throw new SillageError("argument.invalid", { name: "sillage-app", given: "isConnected: false" });
  }

  #take() {
    const { desk } = this;
    const wanted = this.#files;
    this.#taking = this.#taking.then(async () => {
      for (const { id } of desk.state.cards) await desk.removeFile(id);
      await desk.addFiles(wanted);
      await this.#idle();
    }).catch(() => {});
  }

  #ask() {
    const patch = this.#patch ?? {};
    this.#patch = null;
    const { desk } = this;
    // Before there is a result it is nobody's step, to be taken back.
    if (desk.state.summary) desk.change(patch, "host");
    else desk.set({ settings: merged(desk.state.settings, patch) });
  }

  #offer() {
    if (this.demo && this.#telling.ready && this.desk.state.cards.length === 0 && this.#files.length === 0) void this.desk.demo();
  }

  /** Waits until nothing is under way. @returns {Promise<void>} */
  async #idle() {
    const { desk } = this;
    await desk.booting;
    if (!desk.working) return;
    await new Promise((resolve) => {
      const look = () => {
        if (desk.working) return;
        desk.removeEventListener("change", look);
        resolve(undefined);
      };
      desk.addEventListener("change", look);
    });
  }

  /**
   * A file is about to be handed to the browser's downloads.
   * @param {Blob} blob
   * @param {string} name
   * @returns {boolean} whether it is; the host may take it over instead
   */
  giving(blob, name) {
    this.#given = blob;
    const kind = /\.([a-z]+)$/.exec(name)?.[1] ?? "";
    const whole = this.exposeResults ? { blob, name } : {};
    return this.#telling.emit("sillage-export", { kind, size: blob.size, ...whole }, true);
  }

  /** `:state(loading)`, where browsers have it. @param {boolean} loading */
  #state(loading) {
    try {
      if (loading) this.#internals?.states.add("loading");
      else this.#internals?.states.delete("loading");
    } catch {
      // Chromium before 125 wants another form of name.
    }
  }

  /** @override */
  render() {
    const { lang, theme, engine, engineError, cards, summary, work } = this.desk.state;
    const policy = engine === "unavailable" && engineError?.code === CODES.policy;
    const empty = cards.length === 0;
    return html`<div class=${policy ? "all blocked" : "all"} lang=${lang} data-scheme=${theme}>
      ${empty ? html`<slot name="intro"></slot>` : nothing}
      ${super.render()}
      ${policy ? html`<p class="how">${this.t("embed-blocked")}</p>` : nothing}
      ${this.readonly && !summary && !work && engine !== "unavailable" ? html`<p class="waiting">${this.t("embed-waiting")}</p>` : nothing}
    </div>`;
  }
}

/** @type {readonly string[]} */
const KINDS = ["csv", "xlsx", "json", "gexf", "graphml"];

/**
 * @template {string} T
 * @param {string | null} value
 * @param {readonly T[]} allowed the first is what everything else means
 * @returns {T}
 */
function oneOf(value, allowed) {
  return /** @type {T} */ (allowed.includes(/** @type {T} */ (value)) ? value : allowed[0]);
}
