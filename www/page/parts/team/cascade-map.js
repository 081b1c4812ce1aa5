/** @import { Cascade } from "../../state/cascade.js" */
import { html, nothing } from "lit";
import css from "../../../styles/cascade-map.css?inline";
import { Part, styles } from "../../part.js";
import { countUntil } from "../../state/cascade.js";
import "../map/map.js";
import { Draft } from "../map/draft.js";
import { cascadeScene } from "./cascade-scene.js";

/** A message on the map of the network, after so many re-shares. */
export class CascadeMap extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { ...Part.properties, found: { attribute: false }, hop: { attribute: false } };

  constructor() {
    super();
    /** @type {Cascade | null} */
    this.found = null;
    this.hop = 0;
    this.draft = new Draft(this);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.draft.giveWay(true);
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { draft, found } = this;
    draft.giveWay(changed.has("found") && found !== draft.of);
    if (found && this.desk.state.screen === "team") draft.want(found, { first: Array.from(found.steps.account) });
  }

  get #scene() {
    const { draft, found } = this;
    return found && found === draft.of ? draft.scene((map) => cascadeScene(map, found, this.desk.say), this.desk.state.lang) : null;
  }

  /** @override */
  render() {
    const { found, hop, draft } = this;
    if (!found) return nothing;
    if (draft.failed) return draft.problem();
    const scene = this.#scene;
    if (!scene) return draft.waiting(this.t("map-drawing"));
    const reached = found.steps.account.length;
    const shown = scene.way?.hop.reduce((sum, each) => sum + (each >= 0 ? 1 : 0), 0) ?? 0;
    const last = found.steps.hop[reached - 1] ?? 0;
    const summary = this.t("cascade-map-summary", { step: hop, last, all: countUntil(found, hop), accounts: draft.map?.accounts ?? 0 });
    return html`
      <p class="note">${this.t("cascade-map-reading")} ${shown < reached ? this.t("cascade-map-cut", { shown, reached }) : nothing}</p>
      <sil-map .desk=${this.desk} .scene=${scene} .until=${hop} .heading=${this.t("cascade-map-title")} .summary=${summary} .stem=${this.t("file-cascade-map")}
        @sil-open=${(/** @type {CustomEvent} */ event) => this.desk.dossiers.open(event.detail.account)}></sil-map>`;
  }
}

customElements.define("sil-cascade-map", CascadeMap);
