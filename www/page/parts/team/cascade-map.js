/**
 * @import { Drawn } from "../map/study-map.js"
 * @import { Scene } from "../map/scene.js"
 * @import { Cascade } from "../../state/cascade.js"
 */
import { html, nothing } from "lit";
import css from "../../../styles/cascade-map.css?inline";
import { CODES, SillageError } from "../../../shared/errors.js";
import { errorText } from "../../../shared/phrases.js";
import { Part, styles } from "../../part.js";
import { countUntil } from "../../state/cascade.js";
import "../map/map.js";
import { drawn } from "../map/study-map.js";
import { cascadeScene } from "./cascade-scene.js";

/** A message on the map of the network, after so many re-shares. */
export class CascadeMap extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = {
    ...Part.properties, found: { attribute: false }, hop: { attribute: false },
    map: { state: true }, share: { state: true }, failed: { state: true },
  };

  constructor() {
    super();
    /** @type {Cascade | null} */
    this.found = null;
    this.hop = 0;
    /** @type {Drawn | null} */
    this.map = null;
    /** @type {number | null} Share done while the map is being drawn. */
    this.share = null;
    /** @type {SillageError | null} */
    this.failed = null;
    /** What the map is of. @type {Cascade | null} */
    this.of = null;
    /** @type {AbortController | null} */
    this.drawing = null;
    /** @type {{ map: Drawn, lang: string, scene: Scene } | null} */
    this.kept = null;
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.drawing?.abort();
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { work, screen, deepening } = this.desk.state;
    // The engine does one thing after the other: whatever else is asked of it comes first.
    if (this.drawing && (work || (changed.has("found") && this.found !== this.of))) this.drawing.abort();
    if (this.found && this.found !== this.of && !this.drawing && !work && !deepening && screen === "team") void this.#draw(this.found);
  }

  /** @param {Cascade} found */
  async #draw(found) {
    const { study } = this.desk;
    if (!study) return;
    const controller = (this.drawing = new AbortController());
    this.failed = null;
    this.share = 0;
    try {
      const map = await drawn(study, { first: Array.from(found.steps.account), signal: controller.signal, onShare: (share) => (this.share = share) });
      this.of = found;
      this.map = map;
    } catch (error) {
      const known = SillageError.from(error);
      if (controller.signal.aborted || known.code === CODES.cancelled) return;
      this.of = found;
      this.failed = known;
    } finally {
      if (this.drawing === controller) this.drawing = null;
      this.share = null;
    }
  }

  /** @returns {Scene | null} */
  get #scene() {
    const { map, found } = this;
    if (!map || !found || found !== this.of) return null;
    const { lang } = this.desk.state;
    if (this.kept?.map !== map || this.kept.lang !== lang) this.kept = { map, lang, scene: cascadeScene(map, found, this.desk.say) };
    return this.kept.scene;
  }

  /** @override */
  render() {
    const { found, failed, share, hop } = this;
    if (!found) return nothing;
    if (failed) return html`<p class="failed" role="alert">${errorText(this.desk.say, failed)} <button type="button" @click=${() => (this.of = null, this.failed = null)}>${this.t("retry")}</button></p>`;
    const scene = this.#scene;
    if (!scene) {
      return html`<p class="waiting" role="status">${this.t("map-drawing")}
        ${share === null ? nothing : html`<progress max="1" .value=${share} aria-label=${this.t("map-drawing")}></progress>`}</p>`;
    }
    const reached = found.steps.account.length;
    const shown = scene.way?.hop.reduce((sum, each) => sum + (each >= 0 ? 1 : 0), 0) ?? 0;
    const last = found.steps.hop[reached - 1] ?? 0;
    const summary = this.t("cascade-map-summary", { step: hop, last, all: countUntil(found, hop), accounts: this.map?.accounts ?? 0 });
    return html`
      <p class="note">${this.t("cascade-map-reading")} ${shown < reached ? this.t("cascade-map-cut", { shown, reached }) : nothing}</p>
      <sil-map .desk=${this.desk} .scene=${scene} .until=${hop} .heading=${this.t("cascade-map-title")} .summary=${summary} .stem=${this.t("file-cascade-map")}
        @sil-open=${(/** @type {CustomEvent} */ event) => this.desk.openAccount(event.detail.account)}></sil-map>`;
  }
}

customElements.define("sil-cascade-map", CascadeMap);
