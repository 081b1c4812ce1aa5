/**
 * `<sillage-app>`: the product inside somebody else's page. It listens on itself, writes nothing outside itself, and hands the
 * host counts, never people, unless the host says that it wants them.
 *
 * @import { RankingRow, Settings, SettingsPatch, Summary } from "../shared/engine.d.ts"
 * @import { Lang } from "../shared/translate.js"
 * @import { Choice, Kind } from "../page/state/out.js"
 * @import { State } from "../page/state/desk.js"
 * @import { Dropped } from "../page/state/dropped.js"
 * @import { Theme } from "../page/state/hash.js"
 *
 * @typedef {{ files: number, accounts: number, posts: number, ranked: number, ties: number, communities: number | null, method: string, complete: boolean }} Counts
 * @typedef {{ summary: Summary, ranking: readonly RankingRow[] }} Results
 */
import { html, nothing, unsafeCSS } from "lit";
import tokens from "../styles/tokens.css?inline";
import css from "../styles/element.css?inline";
import { App } from "../page/app.js";
import { preferred } from "../page/locale.js";
import { CODES, SillageError } from "../shared/errors.js";
import { merged } from "../shared/settings.js";
import { VERSION } from "../shared/version.js";
import { Desk } from "../page/state/desk.js";
import { Out } from "../page/state/out.js";
import { ElementPlace, VIEWS } from "./place.js";
import { brought } from "./font.js";
import "./words.js";

/** Pixels of our text, unless the host sets another size. */
const [LEAST_TEXT, TEXT] = [15, 16];
/** Rows that `results` holds at most. */
export const MOST_ROWS = 10_000;

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

  /** What of the desk the host was last told. @type {Partial<State>} */
  #told = {};
  #ready = false;
  /** @type {readonly Dropped[]} */
  #files = Object.freeze([]);
  /** The reading of what the host gave. @type {Promise<unknown>} */
  #taking = Promise.resolve();
  /** @type {SettingsPatch | null} Settings to be put in when the element is in a document. */
  #patch = null;
  /** @type {readonly string[]} */
  #optOut = Object.freeze([]);
  /** @type {Results | null} */
  #results = null;
  /** @type {Blob | null} */
  #given = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving = undefined;
  /** Whether the engine was ended because the element left. */
  #rested = false;
  #surroundings = new MutationObserver(() => this.#look());
  #sheet = new CSSStyleSheet();
  /** @type {ElementInternals | null} */
  #internals = null;

  constructor() {
    const place = new ElementPlace();
    super(new Desk({ lang: "en", theme: "light", screen: "ground", place }));
    place.element = this;
    this.desk.addEventListener("change", () => this.#tell());
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
    if (name === "lang" || name === "theme") this.#look();
    else if (name === "demo") this.#offer();
    else if (name === "expose-results") void this.#gather();
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
    return this.exposeResults ? this.#results : null;
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
    return this.#counts(summary);
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
    const whole = { who: /** @type {const} */ ("all"), minFollowers: null, named: true, dialect: this.desk.state.lang, top: 20, purpose: "", ...choice };
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
    this.#results = null;
    await this.desk.erase({ kept: true });
  }

  // ---- in the document

  /** @override */
  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of UPGRADED) this.#upgrade(name);
    this.#look();
    const { screens, readonly } = this.desk.place;
    if (readonly && this.desk.state.screen === "ground") this.desk.set({ screen: screens[0] ?? "ground" });
    super.connectedCallback();
    const root = /** @type {ShadowRoot} */ (this.renderRoot);
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    for (const node of [document.documentElement, document.body]) {
      if (node) this.#surroundings.observe(node, { attributes: true, attributeFilter: ["lang", "class", "style", "data-theme"] });
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#look(), { signal: this.leave.signal });
    brought();
    if (this.#patch) this.#ask();
    if (this.#files.length > 0 && this.desk.state.cards.length === 0) this.#take();
    if (this.#rested) this.#resume();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#surroundings.disconnect();
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

  /** Takes over what the place says: language, colours, type. */
  #look() {
    const lang = this.#language();
    if (lang !== this.#wanted) {
      this.#wanted = lang;
      if (lang !== this.desk.state.lang) this.desk.set({ lang });
    }
    const { colorScheme, fontSize, fontFamily } = getComputedStyle(this);
    const both = /dark/.test(colorScheme) && /light/.test(colorScheme);
    const dark = both ? matchMedia("(prefers-color-scheme: dark)").matches : /dark/.test(colorScheme);
    const theme = dark ? "dark" : "light";
    if (theme !== this.desk.state.theme) this.desk.set({ theme });
    // A theme may set the root's text to 10 px, and its own to 20: ours is measured by the text around it, within what can be
    // read and what leaves room for a table.
    const size = Math.min(Math.max(Number.parseFloat(fontSize) || TEXT, LEAST_TEXT), TEXT);
    const text = `:host { --rem: var(--sillage-font-size, ${size}px); --around: ${fontFamily}; }`;
    if (text !== this.#written) this.#sheet.replaceSync(text);
    this.#written = text;
  }

  #written = "";
  /** The language that the host asked for last: a visitor may have chosen another one since. @type {Lang | null} */
  #wanted = null;

  /** @returns {Lang} */
  #language() {
    for (let at = /** @type {Element | null} */ (this); at; at = around(at)) {
      const tag = at.getAttribute("lang");
      if (tag) return preferred([tag]);
    }
    return preferred(navigator.languages);
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
    if (this.demo && this.#ready && this.desk.state.cards.length === 0 && this.#files.length === 0) void this.desk.demo();
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

  // ---- what the host is told

  #tell() {
    const now = this.desk.state;
    const before = this.#told;
    this.#told = now;
    this.#state(now.work !== null || now.engine === "starting");
    if (now.engine !== before.engine) {
      this.#ready = now.engine === "ready";
      if (this.#ready) {
        this.#emit("sillage-ready", { version: VERSION });
        this.#offer();
      }
    }
    for (const name of /** @type {const} */ (["engineError", "error", "crash"])) {
      const error = now[name];
      if (error && error !== before[name]) this.#fail(error);
    }
    if (now.work && now.work !== before.work && !now.work.quiet) {
      const { kind, phase, share, elapsed } = now.work;
      this.#emit("sillage-progress", { task: kind, phase, share, elapsed });
    }
    if (now.summary !== before.summary) {
      this.#results = null;
      if (now.summary) void this.#gather();
    }
    const shown = now.dossier;
    const key = (/** @type {State["dossier"] | undefined} */ of) => (of ? `${of.platform} ${of.handle}` : "");
    if (key(shown) !== key(before.dossier)) {
      const who = shown && this.exposeResults ? { handle: shown.handle, platform: shown.platform } : {};
      this.#emit("sillage-select", { open: shown !== null, rank: shown?.rank ?? null, ...who });
    }
  }

  /** Only what names nobody. @param {SillageError} error */
  #fail({ code, params, fatal }) {
    const directive = params["directive"];
    this.#emit("sillage-error", { code, fatal, ...(directive === undefined ? {} : { directive }) });
  }

  /** Tells what came of an analysis, with its rows where the host wants them. */
  async #gather() {
    const { summary } = this.desk.state;
    const { study } = this.desk;
    if (!summary || !study) return;
    if (this.exposeResults) {
      const { rows } = await study.ranking({ enough: null, from: 0, to: MOST_ROWS }).catch(() => ({ rows: [] }));
      if (this.desk.state.summary !== summary) return;
      this.#results = frozen(structuredClone({ summary, ranking: rows }));
    }
    this.#emit("sillage-result", { ...this.#counts(summary), ...(this.exposeResults ? { results: this.#results } : {}) });
  }

  /** @param {Summary} summary @returns {Counts} */
  #counts({ accounts, posts, ranked, ties, communities, methodVersion, stability }) {
    const read = this.desk.state.cards.filter(({ status }) => status === "read").length;
    return {
      files: read, accounts, posts, ranked, ties: Object.values(ties).reduce((sum, count) => sum + count, 0),
      communities: communities?.count ?? null, method: methodVersion, complete: Boolean(stability),
    };
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
    return this.#emit("sillage-export", { kind, size: blob.size, ...whole }, true);
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} detail
   * @param {boolean} [cancelable]
   */
  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable }));
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
 * The element around another, across shadow trees.
 * @param {Element} element
 * @returns {Element | null}
 */
function around(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * @template {string} T
 * @param {string | null} value
 * @param {readonly T[]} allowed the first is what everything else means
 * @returns {T}
 */
function oneOf(value, allowed) {
  return /** @type {T} */ (allowed.includes(/** @type {T} */ (value)) ? value : allowed[0]);
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
