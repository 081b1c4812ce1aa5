/**
 * @import { Scene } from "./scene.js"
 * @import { Chosen, Look, Painted } from "./paint.js"
 * @import { GlDrawing } from "./webgl.js"
 */
import { html, nothing, svg as tag } from "lit";
import css from "../../../styles/map.css?inline";
import palette from "../../../styles/palette.css?inline";
import { Part, styles } from "../../part.js";
import { choiceOf } from "../../state/choice.js";
import { icon } from "../marks.js";
import { Camera } from "./camera.js";
import { FlatDrawing } from "./flat.js";
import { listen } from "./gestures.js";
import { Labels } from "./labels.js";
import { hex, paint } from "./paint.js";
import { outline, styleOf } from "./palette.js";
import { savePicture } from "./save-picture.js";

/** Names offered while one is typed. */
const OFFERED = 12;
const STEP = 1.4;
const SHIFT = 60;
/** How long the note on two fingers stays. */
const NOTE_MS = 2_500;
/** A frame that takes longer is slow; whoever has not moved the map for so long lets it rest. */
const [SLOW_MS, REST_MS] = [70, 250];

/** The page's own colours, read from elements that have them. */
const PROBES = /** @type {const} */ (["ground", "ink", "quiet", "mark"]);

/**
 * A map of accounts: drawn by the graphics card, or on a plain canvas where there is none. What is drawn comes as a scene;
 * the place that is chosen is told by the event `sil-at`, an account to open by `sil-open`.
 */
export class NetworkMap extends Part {
  /** @override */ static styles = styles(palette + css);
  /** @override */ static properties = {
    ...Part.properties,
    scene: { attribute: false },
    heading: { attribute: false },
    summary: { attribute: false },
    unnamed: { attribute: false },
    counts: { attribute: false },
    most: { attribute: false },
    stem: { attribute: false },
    community: { attribute: false },
    until: { attribute: false },
    at: { state: true },
    note: { state: true },
    missing: { state: true },
    typed: { state: true },
    quiet: { state: true },
  };

  constructor() {
    super();
    /** @type {Scene | null} */
    this.scene = null;
    this.heading = "";
    this.summary = "";
    /** The summary without names, where it has any. */
    this.unnamed = "";
    /** How many accounts may be drawn, and how many are. @type {readonly number[]} */
    this.counts = [];
    this.most = 0;
    /** Whether lines are drawn only where somebody, or a community, is chosen. */
    this.quiet = false;
    /** Begins the names of files. */
    this.stem = "map";
    /** The community that stands out. @type {number | null} */
    this.community = null;
    /** Of a message on its way: re-shares so far. @type {number | null} */
    this.until = null;
    this.at = -1;
    this.over = -1;
    this.note = false;
    this.missing = "";
    this.typed = "";
    this.camera = new Camera();
    /** @type {FlatDrawing | GlDrawing | null} */
    this.drawing = null;
    /** @type {Labels | null} */
    this.labels = null;
    /** @type {Painted | null} */
    this.painted = null;
    /** @type {Look | null} */
    this.look = null;
    this.theme = "";
    /** Whether its colours are those of before: of a screen that was not open. */
    this.faded = false;
    /** Drawings so far. */
    this.frames = 0;
    this.due = 0;
    /** @type {Scene | null} What is drawn. */
    this.shown = null;
    this.leave = new AbortController();
    /** When, and at which frame, it was last moved; how often frames were slow. */
    this.movedAt = -1e9;
    this.movedFrames = 0;
    this.slow = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.noted = undefined;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.leave = new AbortController();
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => this.#repaint(), { signal: this.leave.signal });
    }
    if (this.hasUpdated) void this.#begin();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave.abort();
    cancelAnimationFrame(this.due);
    this.drawing?.remove();
    this.drawing = null;
    this.labels?.canvas.remove();
    this.labels = null;
    this.shown = null;
  }

  get box() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".stage"));
  }

  /** @override */
  firstUpdated() {
    void this.#begin();
  }

  /** @override @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("scene") && changed.get("scene") !== undefined) this.at = this.over = -1;
    const { theme } = this.desk.state;
    if (this.scene !== this.shown) this.#show();
    else if (changed.has("at") || changed.has("community") || changed.has("until") || changed.has("quiet")) this.#repaint();
    // The document has the new theme only after all of its parts were drawn.
    else if (theme !== this.theme) requestAnimationFrame(() => this.#repaint());
    this.theme = theme;
  }

  /** Makes what draws, and listens. */
  async #begin() {
    const { box } = this;
    if (!box) return;
    const { signal } = this.leave;
    listen(box, {
      pan: (left, top) => this.#move(() => this.camera.pan(left, top)),
      approach: (times, left, top) => this.#move(() => this.camera.approach(times, left, top)),
      pick: (left, top) => this.#pick(left, top),
      hover: (left, top) => this.#hover(left, top),
      leave: () => this.#hover(-1e6, -1e6),
      guarded: () => this.#guard(),
    }, signal);
    const drawing = await this.#drawing(box, signal);
    if (signal.aborted) {
      drawing.remove();
      return;
    }
    this.drawing = drawing;
    this.labels = new Labels(box);
    this.labels.font = getComputedStyle(box).fontFamily;
    // A card that lets go of its context leaves the plain canvas.
    box.addEventListener("webglcontextlost", () => this.#fall(box), { capture: true, signal });
    const sizes = new ResizeObserver(() => this.#measure());
    sizes.observe(box);
    signal.addEventListener("abort", () => sizes.disconnect());
    this.#measure();
    this.shown = null;
    this.#show();
  }

  /**
   * @param {HTMLElement} box
   * @param {AbortSignal} signal
   * @returns {Promise<FlatDrawing | GlDrawing>}
   */
  async #drawing(box, signal) {
    const drawn = () => this.#drawn();
    if (hasWebGl()) {
      try {
        const { GlDrawing } = await import("./webgl.js");
        if (!signal.aborted) return new GlDrawing(box, drawn);
      } catch {
        // No card, or not enough of one.
      }
    }
    return new FlatDrawing(box, drawn);
  }

  /** @param {HTMLElement} box */
  #fall(box) {
    if (this.drawing?.kind !== "webgl") return;
    this.drawing.remove();
    this.drawing = new FlatDrawing(box, () => this.#drawn());
    if (this.labels) box.append(this.labels.canvas);
    this.shown = null;
    this.#show();
  }

  #measure() {
    const { box, camera } = this;
    if (!box || box.clientWidth === 0) return;
    camera.width = box.clientWidth;
    camera.height = box.clientHeight;
    // Measured for the first time only now: a screen that was not open.
    if (this.scene && this.shown !== this.scene) this.#show();
    else if (this.faded) this.#repaint();
    this.#schedule();
  }

  #show() {
    const { scene, drawing, box } = this;
    if (!scene || !drawing || !box || box.clientWidth === 0) return;
    this.shown = scene;
    this.camera.width = box.clientWidth;
    this.camera.height = box.clientHeight;
    this.camera.fit(scene.box());
    this.look = this.#look();
    this.painted = paint(scene, this.look, this.#chosen);
    try {
      drawing.show(scene, this.painted);
    } catch {
      this.#fall(box);
      return;
    }
    this.#schedule();
  }

  #repaint() {
    const { scene, drawing, box } = this;
    if (!scene || !drawing || scene !== this.shown) return;
    this.faded = box?.clientWidth === 0;
    if (this.faded) return;
    this.look = this.#look();
    this.painted = paint(scene, this.look, this.#chosen);
    drawing.repaint(this.painted);
    this.#schedule();
  }

  /** @returns {Chosen} */
  get #chosen() {
    return { at: this.over >= 0 ? this.over : this.at, community: this.community, quiet: this.quiet, ...this.#way };
  }

  get #way() {
    return this.until === null ? {} : { until: this.until };
  }

  /** @returns {Look} */
  #look() {
    const of = Object.fromEntries(PROBES.map((name) => {
      const probe = this.renderRoot.querySelector(`.probe.${name}`);
      return [name, hex(probe ? getComputedStyle(probe).color : "#000000")];
    }));
    const [ground = "#ffffff", ink = "#000000", quiet = ink, mark = ink] = PROBES.map((name) => of[name]);
    return { ground, ink, quiet, mark, dark: Number.parseInt(ground.slice(3, 5), 16) < 128, forced: matchMedia("(forced-colors: active)").matches };
  }

  /** @param {{ moving?: boolean }} [options] */
  #schedule({ moving = false } = {}) {
    if (moving) this.#lighten();
    if (this.due) return;
    this.due = requestAnimationFrame(() => {
      this.due = 0;
      this.drawing?.draw(this.camera);
    });
  }

  /** Leaves lines out while the map is moved, where frames come too slowly; at rest, all is drawn. */
  #lighten() {
    const { drawing, frames } = this;
    if (!drawing) return;
    const now = performance.now();
    const gap = now - this.movedAt;
    if (gap > REST_MS) this.slow = 0;
    else if (frames > this.movedFrames) this.slow = gap > SLOW_MS ? this.slow + 1 : Math.max(0, this.slow - 0.25);
    if (gap > REST_MS || frames > this.movedFrames) [this.movedAt, this.movedFrames] = [now, frames];
    drawing.light ||= this.slow >= 2;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.slow = 0;
      if (!this.drawing?.light) return;
      this.drawing.light = false;
      this.#schedule();
    }, REST_MS);
  }

  #drawn() {
    this.frames += 1;
    const { scene, painted, look } = this;
    if (scene && painted && look && scene === this.shown) this.labels?.draw(scene, painted, this.camera, this.#chosen, look);
  }

  /** @param {() => void} how */
  #move(how) {
    how();
    this.#schedule({ moving: true });
  }

  /** @param {number} left @param {number} top */
  #pick(left, top) {
    if (!this.scene) return;
    this.over = -1;
    this.choose(this.scene.hit(this.camera, left, top));
  }

  /** @param {number} left @param {number} top */
  #hover(left, top) {
    const over = this.scene ? this.scene.hit(this.camera, left, top) : -1;
    if (over === this.over) return;
    this.over = over;
    this.box?.classList.toggle("on", over >= 0);
    this.#repaint();
  }

  #guard() {
    this.note = true;
    clearTimeout(this.noted);
    this.noted = setTimeout(() => (this.note = false), NOTE_MS);
  }

  /**
   * Chooses a place, −1 for none.
   * @param {number} at
   * @param {{ reveal?: boolean }} [options]
   */
  choose(at, { reveal = false } = {}) {
    this.at = at;
    this.missing = "";
    if (reveal && at >= 0 && this.scene) this.camera.reveal(this.scene.x[at] ?? 0, this.scene.y[at] ?? 0);
    this.dispatchEvent(new CustomEvent("sil-at", { detail: { at, account: this.scene?.account[at] ?? -1 } }));
  }

  /** Chooses an account, where it is on the map. @param {number} index @returns {boolean} */
  find(index) {
    const at = this.scene?.place.get(index);
    if (at === undefined) return false;
    this.camera.zoom = Math.max(this.camera.zoom, 2);
    this.camera.x = this.scene?.x[at] ?? 0;
    this.camera.y = this.scene?.y[at] ?? 0;
    this.choose(at);
    return true;
  }

  /** Shows a community whole, or the map. */
  fit() {
    const { scene, community } = this;
    if (scene) this.#move(() => this.camera.fit(scene.box((at) => community === null || scene.community[at] === community)));
  }

  #open() {
    const account = this.scene?.account[this.at] ?? -1;
    if (account >= 0) this.dispatchEvent(new CustomEvent("sil-open", { detail: { account } }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { camera, scene } = this;
    if (!scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = /** @type {Record<string, [number, number] | undefined>} */ ({
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
    })[event.key];
    if (way && event.shiftKey) this.#move(() => camera.pan(-SHIFT * way[0], SHIFT * way[1]));
    else if (way) this.#walk(...way);
    else if (event.key === "+" || event.key === "=") this.#move(() => camera.approach(STEP));
    else if (event.key === "-") this.#move(() => camera.approach(1 / STEP));
    else if (event.key === "0") this.fit();
    else if (event.key === "Enter") this.#open();
    else if (event.key === "Escape" && (this.at >= 0 || this.desk.state.dossier)) {
      if (this.desk.state.dossier) this.desk.dossiers.close();
      else this.choose(-1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the neighbour on that side; from nowhere, to the most important place. @param {number} dx @param {number} dy */
  #walk(dx, dy) {
    const { scene } = this;
    if (!scene) return;
    const next = this.at < 0 ? scene.order.find((at) => this.community === null || scene.community[at] === this.community) ?? -1
      : scene.towards(this.at, dx, dy);
    if (next >= 0) this.choose(next, { reveal: true });
  }

  /** @param {SubmitEvent} event */
  #search(event) {
    event.preventDefault();
    const [best] = this.#matches(1);
    if (best === undefined) {
      this.missing = this.typed.trim();
      return;
    }
    const { scene } = this;
    this.camera.zoom = Math.max(this.camera.zoom, 2.5);
    this.camera.x = scene?.x[best] ?? 0;
    this.camera.y = scene?.y[best] ?? 0;
    this.choose(best);
    this.box?.focus();
  }

  /** Places by name: equal, then beginning so, then holding it. @param {number} most @returns {number[]} */
  #matches(most) {
    const wanted = plain(this.typed);
    const { scene } = this;
    if (!scene || !wanted) return [];
    /** @type {[number[], number[], number[]]} */
    const found = [[], [], []];
    for (const at of scene.order) {
      const name = plain(scene.label[at] ?? "");
      if (name === wanted) found[0].push(at);
      else if (name.startsWith(wanted)) found[1].push(at);
      else if (name.includes(wanted)) found[2].push(at);
    }
    return found.flat().slice(0, most);
  }

  /** @param {"svg" | "png"} kind */
  #save(kind) {
    const { scene, look, community, quiet } = this;
    if (!scene || !look) return;
    void savePicture(this.desk, kind, {
      scene, look, chosen: { at: -1, community, quiet, ...this.#way }, title: this.heading, summary: this.summary, unnamed: this.unnamed || this.summary, stem: this.stem,
    });
  }

  /** @override */
  render() {
    const { scene } = this;
    if (!scene) return nothing;
    return html`
      <div class="bar">
        <form class="search" role="search" @submit=${this.#search}>
          ${icon("search")}
          <input type="search" list="names" autocomplete="off" spellcheck="false" aria-label=${this.t("map-search")} placeholder=${this.t("map-search")}
            .value=${this.typed} @input=${(/** @type {InputEvent} */ event) => (this.typed = /** @type {HTMLInputElement} */ (event.target).value)}>
          <datalist id="names">${this.#matches(OFFERED).map((at) => html`<option value=${scene.label[at] ?? ""}></option>`)}</datalist>
          <button type="submit">${this.t("map-find")}</button>
        </form>
        ${this.#choices(scene)}
        <div class="files" role="group" aria-label=${this.t("map-files")}>
          <label><input type="checkbox" .checked=${!choiceOf(this.desk).choice.named} @change=${(/** @type {Event} */ event) => {
            choiceOf(this.desk).set({ named: !(/** @type {HTMLInputElement} */ (event.target).checked) });
          }}> ${this.t("map-pseudonyms")}</label>
          <button type="button" class="link" @click=${() => this.#save("png")}>${icon("download")}${this.t("map-png")}</button>
          <button type="button" class="link" @click=${() => this.#save("svg")}>${icon("download")}${this.t("map-svg")}</button>
        </div>
      </div>
      ${this.missing ? html`<p class="missing" role="status">${this.t("map-not-found", { name: this.missing })}</p>` : nothing}
      <div class="frame">
        <div class="stage" role="img" tabindex="0" aria-label="${this.heading}. ${this.summary}" aria-describedby="keys" @keydown=${this.#key}
          @dblclick=${this.#open}></div>
        <div class="zoom" role="group" aria-label=${this.t("map-view")}>
          <button type="button" aria-label=${this.t("map-closer")} title=${this.t("map-closer")} @click=${() => this.#move(() => this.camera.approach(STEP))}>+</button>
          <button type="button" aria-label=${this.t("map-farther")} title=${this.t("map-farther")} @click=${() => this.#move(() => this.camera.approach(1 / STEP))}>−</button>
          <button type="button" aria-label=${this.t("map-fit")} title=${this.t("map-fit")} @click=${() => this.fit()}>${tag`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"></path></svg>`}</button>
          ${[["left", "←", SHIFT, 0], ["right", "→", -SHIFT, 0], ["up", "↑", 0, SHIFT], ["down", "↓", 0, -SHIFT]].map(([name, arrow, x, y]) => html`
            <button type="button" class="pan" aria-label=${this.t(`map-${name}`)} title=${this.t(`map-${name}`)}
              @click=${() => this.#move(() => this.camera.pan(Number(x), Number(y)))}>${arrow}</button>`)}
        </div>
        ${this.note ? html`<p class="guard" aria-hidden="true">${this.t("map-guard")}</p>` : nothing}
        <div class="card" aria-live="polite">${this.#card()}</div>
      </div>
      <p class="keys" id="keys">${this.t("map-keys")}</p>
      ${this.#legend()}
      ${PROBES.map((name) => html`<span class="probe ${name}" aria-hidden="true"></span>`)}`;
  }

  /** How many accounts, and which lines, are drawn. @param {Scene} scene */
  #choices(scene) {
    const value = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
    const accounts = (/** @type {number} */ most, /** @type {number} */ at) => (at === this.counts.length - 1 ? this.t("map-most-all", { count: most }) : this.t("map-most-first", { count: most }));
    return html`<div class="choices">
      ${this.counts.length > 1 ? html`<label>${this.t("map-most")} <select class="most" @change=${(/** @type {Event} */ event) => {
        this.dispatchEvent(new CustomEvent("sil-most", { detail: { most: Number(value(event)) } }));
      }}>${this.counts.map((most, at) => html`<option value=${most} ?selected=${most === this.most}>${accounts(most, at)}</option>`)}</select></label>` : nothing}
      ${scene.way ? nothing : html`<label>${this.t("map-ties")} <select class="ties" @change=${(/** @type {Event} */ event) => (this.quiet = value(event) === "chosen")}>
        <option value="all" ?selected=${!this.quiet}>${this.t("map-ties-all")}</option>
        <option value="chosen" ?selected=${this.quiet}>${this.t("map-ties-chosen")}</option></select></label>`}
    </div>`;
  }

  #card() {
    const { scene, at } = this;
    if (!scene || at < 0 || at >= scene.count) return nothing;
    const group = scene.groups.find(({ style }) => style === scene.style[at]);
    const near = new Set(scene.near[at]).size;
    const account = (scene.account[at] ?? -1) >= 0;
    return html`<p><strong><bdi>${scene.label[at]}</bdi></strong>${group ? html`<span class="of"><bdi>${group.name}</bdi></span>` : nothing}
      <span>${this.t(account ? "map-neighbours" : "map-users", { count: near })}</span></p>
      ${account ? html`<button type="button" @click=${this.#open}>${this.t("map-open")}</button>` : nothing}`;
  }

  #legend() {
    const { scene, community } = this;
    if (!scene) return nothing;
    /** @param {Scene["groups"][number]} group */
    const mark = ({ style }) => tag`<svg class="key" viewBox="0 0 18 18" aria-hidden="true"><path class="s${style}" d=${outline(styleOf(style).shape, 9, 9, 6)}></path></svg>`;
    return html`<ul class="legend" aria-label=${this.t("map-legend")}>${scene.groups.map((group) => html`<li>
      ${group.community === null ? html`<span>${mark(group)}<bdi>${group.name}</bdi> <small>${this.desk.say.number(group.count)}</small></span>`
        : html`<button type="button" aria-pressed=${community === group.community} @click=${() => this.#only(group.community)}>${mark(group)}<bdi>${group.name}</bdi>
          <small>${this.desk.say.number(group.count)}</small></button>`}</li>`)}</ul>`;
  }

  /** @param {number | null} community */
  #only(community) {
    this.dispatchEvent(new CustomEvent("sil-community", { detail: { community: this.community === community ? null : community } }));
  }
}

/** @param {string} text */
function plain(text) {
  return text.trim().replace(/^@/, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether there is a graphics card to ask: one that is only imitated draws more slowly than a plain canvas. */
function hasWebGl() {
  try {
    const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
    if (!context || !("WebGLRenderingContext" in globalThis)) return false;
    const named = context.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER;
    const name = String(context.getParameter(named));
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
  } catch {
    return false;
  }
}

customElements.define("sil-map", NetworkMap);
