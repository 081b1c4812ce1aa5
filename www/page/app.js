/** @import { Desk } from "./state/desk.js" */
/** @import { Screen } from "./state/screens.js" */
import { html, nothing } from "lit";
import css from "../styles/app.css?inline";
import { SillageError } from "../shared/errors.js";
import { errorText } from "../shared/phrases.js";
import { Part, styles } from "./part.js";
import { MAX_FILES, droppedFiles } from "./state/dropped.js";
import { SCREENS } from "./state/screens.js";
import { icon, wake } from "./parts/marks.js";
import "./parts/dialogs.js";
import "./parts/progress.js";
import "./screens/ground.js";

/**
 * Header, screens, messages, and what works everywhere (drop, paste, keys): all of the product but what it does to the document
 * around it.
 */
export class App extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("./part.js").Reads} */ static reads = (desk) => {
    const { screen, theme, engine, engineError, cards, crash, error, announced, summary } = desk.state;
    return [screen, theme, engine, engineError, cards, crash, error, announced, summary, desk.canUndo, desk.canRedo, cards.length === 0 && desk.files.memory.any];
  };
  /** @override */ static properties = { over: { state: true } };

  /** @param {Desk} desk */
  constructor(desk) {
    super();
    this.desk = desk;
    this.over = false;
    this.dragDepth = 0;
    this.leave = new AbortController();
    /** @type {Map<Screen, Part>} */
    this.screens = new Map();
  }

  /** What files are dropped on, tables pasted into and keys pressed in. @returns {EventTarget} */
  get around() {
    return this;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.leave = new AbortController();
    const { signal } = this.leave;
    /**
     * @template {keyof DocumentEventMap} K
     * @param {K} type
     * @param {(event: DocumentEventMap[K]) => void} listener
     */
    const on = (type, listener) => this.around.addEventListener(type, /** @type {EventListener} */ (listener), { signal });
    on("dragenter", (event) => this.#drag(event, 1));
    on("dragleave", (event) => this.#drag(event, -1));
    on("dragover", (event) => event.preventDefault());
    on("drop", (event) => this.#drop(event));
    on("paste", (event) => this.#paste(event));
    on("keydown", (event) => this.#key(event));
    this.addEventListener("sil-dialog", (event) => void this.#dialog(/** @type {CustomEvent<string>} */ (event).detail), { signal });
    // Moved in the document, it keeps the study that it has.
    if (!this.desk.study) void this.desk.boot();
    void import("./later.js");
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave.abort();
  }

  /**
   * @param {DragEvent} event
   * @param {1 | -1} step
   */
  #drag(event, step) {
    if (!event.dataTransfer?.types.includes("Files") || this.desk.place.readonly) return;
    event.preventDefault();
    this.dragDepth = Math.max(0, this.dragDepth + step);
    this.over = this.dragDepth > 0;
  }

  /** Never lets the browser open what is dropped. @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    this.dragDepth = 0;
    this.over = false;
    const { dataTransfer } = event;
    if (!dataTransfer || this.desk.place.readonly) return;
    if (dataTransfer.files.length > 0) {
      this.desk.show("ground");
      void droppedFiles(dataTransfer).then(({ items, full }) => {
        const added = this.desk.addFiles(items);
        if (full) this.desk.set({ error: new SillageError("limit.reached", { limit: "DROP_FILES", value: MAX_FILES }) });
        return added;
      });
      return;
    }
    this.#text(dataTransfer.getData("text/plain"));
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    if (typing(event) || !event.clipboardData || this.desk.place.readonly) return;
    if (event.clipboardData.files.length > 0) void this.desk.addFiles(event.clipboardData.files);
    else this.#text(event.clipboardData.getData("text/plain"));
  }

  /** A pasted table has at least two lines. @param {string} text */
  #text(text) {
    if (!text.trim().includes("\n")) return;
    this.desk.show("ground");
    void this.desk.addText(text);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command && this.desk.place.readonly) return;
    if (command && key === "z" && !typing(event)) {
      event.preventDefault();
      if (event.shiftKey) this.desk.redo();
      else this.desk.undo();
    } else if (command && key === "y" && !typing(event)) {
      event.preventDefault();
      this.desk.redo();
    } else if (command && key === "s" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void this.#saveProject();
    } else if (command || event.altKey || typing(event)) {
      return;
    } else if (key === "?") {
      event.preventDefault();
      void this.#dialog("sil-help");
    } else if (key === "/" && this.desk.state.summary) {
      event.preventDefault();
      this.desk.show("influencers");
      const screen = /** @type {import("./screens/influencers.js").Influencers | null} */ (
        this.renderRoot.querySelector("sil-influencers"));
      void screen?.focusSearch();
    }
  }

  async #saveProject() {
    await customElements.whenDefined("sil-project");
    const dialog = /** @type {import("./parts/project.js").ProjectDialog | null} */ (this.renderRoot.querySelector("sil-project"));
    await dialog?.save();
  }

  /** @param {string} name */
  async #dialog(name) {
    // Some come after the first screen.
    await customElements.whenDefined(name);
    const dialog = /** @type {import("./parts/dialogs.js").Sheet | null} */ (this.renderRoot.querySelector(name));
    dialog?.show();
  }

  /** @override */
  render() {
    const { state, place } = this.desk;
    return html`
      ${this.#header()}
      ${this.#banners()}
      <sil-project-bar .desk=${this.desk}></sil-project-bar>
      ${place.own ? html`<main id="main" tabindex="-1">${this.screensShown()}</main>`
        : html`<div id="main" class="main" role="group" aria-label=${this.t(`screen-${state.screen}`)} tabindex="-1">${this.screensShown()}</div>`}
      <footer role=${place.own ? nothing : "none"}>
        <slot name="footer"><p>${this.t(place.sealed ? "footer-promise" : "embed-promise")}</p></slot>
        <p><button type="button" class="link" @click=${() => this.#dialog("sil-method")}>${state.summary
          ? this.t("footer-method", { version: state.summary.methodVersion }) : this.t("method-title")}</button></p>
      </footer>
      <sil-progress .desk=${this.desk}></sil-progress>
      ${this.over ? html`<div class="over" aria-hidden="true">${wake()}<p>${this.t("drop-here")}</p></div>` : nothing}
      <sil-proof .desk=${this.desk}></sil-proof>
      <sil-help .desk=${this.desk}></sil-help>
      <sil-method .desk=${this.desk}></sil-method>
      <sil-erase .desk=${this.desk}></sil-erase>
      <sil-project .desk=${this.desk}></sil-project>
      <sil-out .desk=${this.desk}></sil-out>
      <sil-opt-out .desk=${this.desk}></sil-opt-out>
      <p class="visually-hidden" role="status" aria-live="polite">
        ${state.announced ? this.t(state.announced.id, state.announced.values) : nothing}
      </p>`;
  }

  /** The screens that are shown here. @returns {unknown} */
  screensShown() {
    const { place } = this.desk;
    return SCREENS.filter((name) => place.screens.includes(name) || (name === "ground" && !place.readonly)).map((name) => this.#screen(name));
  }

  /** The element of a screen, made once: those that come later are filled in then. @param {Screen} name */
  #screen(name) {
    const screen = this.screens.get(name) ?? /** @type {Part} */ (document.createElement(`sil-${name}`));
    this.screens.set(name, screen);
    screen.desk = this.desk;
    screen.hidden = this.desk.state.screen !== name;
    return screen;
  }

  #skip() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#main"))?.focus();
  }

  #header() {
    const { state, place } = this.desk;
    const shown = SCREENS.filter((name) => place.screens.includes(name));
    const few = !place.own && (place.readonly || shown.length < 2);
    const changes = !place.readonly && !few;
    /** @param {Screen} name */
    const tab = (name) => html`
      <button type="button" class="tab" aria-current=${state.screen === name ? "page" : nothing}
        ?disabled=${name !== "ground" && !state.summary}
        @click=${() => this.desk.show(name)}>${this.t(`screen-${name}`)}</button>`;
    return html`
      <header part="header" role=${place.own ? nothing : "none"}>
        ${place.own ? html`<button type="button" class="skip" @click=${this.#skip}>${this.t("skip")}</button>` : nothing}
        <div class="brand"><slot name="logo">${wake("mark")}<span class="name">Sillage</span></slot></div>
        ${shown.length > 1 ? html`<nav aria-label=${this.t("nav-label")}>${shown.map(tab)}</nav>` : nothing}
        <button type="button" class="badge" @click=${() => this.#dialog("sil-proof")}>
          <span class="dot" aria-hidden="true"></span>
          ${place.sealed ? html`<span>${this.t("offline-badge")}</span><span class="more">${this.t("offline-badge-more")}</span>`
            : html`<span>${this.t("embed-badge")}</span>`}
        </button>
        <div class="tools">
          ${changes ? html`<button type="button" class="quiet" ?disabled=${!this.desk.canUndo} aria-label=${this.t("undo")}
            title="${this.t("undo")} (Ctrl+Z)" @click=${() => this.desk.undo()}>${icon("undo")}</button>
          <button type="button" class="quiet" ?disabled=${!this.desk.canRedo} aria-label=${this.t("redo")}
            title="${this.t("redo")} (Ctrl+Shift+Z)" @click=${() => this.desk.redo()}>${icon("redo")}</button>` : nothing}
          <button type="button" class="quiet" aria-label=${this.t("export")} title=${this.t("export")}
            @click=${() => this.#dialog("sil-out")}>${icon("download")}</button>
          ${changes ? html`<button type="button" class="quiet" aria-label=${this.t("project")} title="${this.t("project")} (Ctrl+S)"
            @click=${() => this.#dialog("sil-project")}>${icon("folder")}</button>` : nothing}
          <div class="switch" role="group" aria-label=${this.t("language-label")}>
            ${/** @type {const} */ (["fr", "en"]).map((lang) => html`
              <button type="button" lang=${lang} aria-pressed=${state.lang === lang}
                aria-label=${lang === "fr" ? "FR, français" : "EN, English"}
                @click=${() => this.desk.speak(lang)}>${lang.toUpperCase()}</button>`)}
          </div>
          ${place.own ? html`<button type="button" class="quiet" aria-label=${this.t("theme-label", { theme: this.t(`theme-${state.theme}`) })}
            title=${this.t("theme-label", { theme: this.t(`theme-${state.theme}`) })}
            @click=${() => this.desk.paint(NEXT_THEME[state.theme])}>${icon(`theme-${state.theme}`)}</button>` : nothing}
          ${few ? nothing : html`<button type="button" class="quiet" aria-label=${this.t("help")} title="${this.t("help")} (?)"
            @click=${() => this.#dialog("sil-help")}>${icon("help")}</button>`}
          ${place.readonly ? nothing : html`<button type="button" class="quiet" ?disabled=${state.cards.length === 0 && !this.desk.files.memory.any} aria-label=${this.t("erase")}
            title=${this.t("erase")} @click=${() => this.#dialog("sil-erase")}>${icon("erase")}</button>`}
        </div>
      </header>`;
  }

  #banners() {
    const { state } = this.desk;
    if (state.engine === "unavailable" && state.engineError) {
      return html`<div class="banner bad" role="alert">
        <div><strong>${this.t("unavailable-title")}</strong><p>${errorText(this.desk.say, state.engineError)}</p></div>
        <button type="button" @click=${() => this.desk.boot()}>${this.t("retry")}</button>
      </div>`;
    }
    if (state.crash) {
      return html`<div class="banner bad" role="alert">
        <div><strong>${this.t("crash-title")}</strong><p>${errorText(this.desk.say, state.crash)} ${this.t("crash-kept")}</p></div>
        <button type="button" class="primary" @click=${() => this.desk.analyse()}>${this.t("crash-restart")}</button>
      </div>`;
    }
    if (state.error) {
      return html`<div class="banner bad" role="alert">
        <div><strong>${this.t("error-title")}</strong><p>${errorText(this.desk.say, state.error)}</p></div>
        <button type="button" @click=${() => this.desk.set({ error: null })}>${this.t("close")}</button>
      </div>`;
    }
    return nothing;
  }
}

const NEXT_THEME = /** @type {const} */ ({ auto: "light", light: "dark", dark: "auto" });

/**
 * Whether the event comes from a place where keys write.
 * @param {Event} event
 */
function typing(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "range", "button", "file"].includes(target.type);
}
