/** @import { CommunityRow } from "../../shared/engine.d.ts" */
/** @import { Drawn } from "../parts/map/study-map.js" */
/** @import { Scene } from "../parts/map/scene.js" */
import { html, nothing } from "lit";
import css from "../../styles/audiences.css?inline";
import { CODES, SillageError } from "../../shared/errors.js";
import { errorText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { icon } from "../parts/marks.js";
import { communityName, drawn, sceneOf } from "../parts/map/study-map.js";
import "../parts/circles.js";
import "../parts/dossier.js";
import "../parts/map/interests.js";
import "../parts/map/map.js";
import "../parts/map/table.js";
import "../parts/map/timeline.js";

/** Communities of fewer people are none to speak of. */
const SMALLEST = 3;

/** Who is there: the network as a map, its communities, what they share, what became of them. */
export class Audiences extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = {
    ...Part.properties,
    map: { state: true },
    share: { state: true },
    failed: { state: true },
    community: { state: true },
  };

  constructor() {
    super();
    /** @type {Drawn | null} */
    this.map = null;
    /** @type {number | null} Share done while the map is being drawn. */
    this.share = null;
    /** @type {SillageError | null} */
    this.failed = null;
    /** @type {number | null} */
    this.community = null;
    /** Communities that the map is of: another list means another result. @type {unknown} */
    this.of = null;
    /** @type {AbortController | null} */
    this.drawing = null;
    this.opened = false;
    /** @type {HTMLElement | null} */
    this.opener = null;
    /** @type {{ map: Drawn, lang: string, rows: unknown, scene: Scene } | null} */
    this.kept = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { communities, summary, deepening, dossier, work } = this.desk.state;
    // Where to come back to when the dossier is closed.
    if (dossier && !this.opened) this.opener = focused();
    this.opened = dossier !== null;
    if (!summary && this.map) {
      this.map = this.kept = null;
      this.community = null;
      this.of = null;
    }
    // The engine does one thing after the other: whatever else is asked of it comes first.
    if (work && this.drawing) this.drawing.abort();
    if (this.onScreen && summary && !deepening && !work && !this.drawing && communities.length > 0 && communities !== this.of) void this.#draw();
  }

  async #draw() {
    const { study, state } = this.desk;
    if (!study) return;
    const controller = (this.drawing = new AbortController());
    const { communities } = state;
    this.failed = null;
    this.share = 0;
    try {
      const map = await drawn(study, { signal: controller.signal, onShare: (share) => (this.share = share) });
      this.of = communities;
      this.map = map;
      this.desk.announce("announce-map", { drawn: map.account.length });
    } catch (error) {
      const known = SillageError.from(error);
      if (controller.signal.aborted || known.code === CODES.cancelled) return;
      this.of = communities;
      this.failed = known;
    } finally {
      if (this.drawing === controller) this.drawing = null;
      this.share = null;
    }
  }

  /** @param {number | null} community */
  #only(community) {
    this.community = community;
    if (community !== null) void this.updateComplete.then(() => this.#mapElement?.fit());
  }

  get #mapElement() {
    return /** @type {import("../parts/map/map.js").NetworkMap | null} */ (this.renderRoot.querySelector("sil-map"));
  }

  /** The scene of the map, made again only when the map, the names or the language changed. */
  get #scene() {
    const { map } = this;
    if (!map) return null;
    const { lang, communities: rows } = this.desk.state;
    if (this.kept?.map !== map || this.kept.lang !== lang || this.kept.rows !== rows) {
      this.kept = { map, lang, rows, scene: sceneOf(map, this.desk.say, rows) };
    }
    return this.kept.scene;
  }

  /** @override */
  render() {
    const { summary, screen } = this.desk.state;
    // One dossier at a time: the other screen has its own.
    const dossier = screen === "audiences" ? this.desk.state.dossier : null;
    if (!summary) return html`<p class="empty">${this.t("ranking-empty")}</p>`;
    if (!summary.communities) {
      return html`<h1>${this.t("audiences-none")}</h1><p class="empty">${this.t("audiences-none-why")}</p>`;
    }
    return html`
      ${this.#words()}
      <div class=${dossier ? "split open" : "split"}>
        <div class="main">
          ${this.#map()}
          ${this.desk.place.plain ? nothing : html`<sil-circles .desk=${this.desk} .community=${this.community} @sil-community=${(/** @type {CustomEvent} */ event) => {
            this.#only(event.detail.community);
            if (event.detail.community !== null) this.#mapElement?.scrollIntoView({ block: "nearest" });
          }}></sil-circles>
          <sil-interests .desk=${this.desk}></sil-interests>
          <sil-timeline .desk=${this.desk}></sil-timeline>`}
        </div>
        ${dossier ? html`<sil-dossier .desk=${this.desk} @sil-close=${this.#close}></sil-dossier>` : nothing}
      </div>`;
  }

  #words() {
    const { say, state } = this.desk;
    const { summary, communities } = state;
    if (!summary?.communities) return nothing;
    const rows = communities.filter(({ size }) => size >= SMALLEST);
    const [first] = rows;
    const bridge = rows.flatMap((row) => row.bridges.map((each) => ({ ...each, own: row.number })))
      .sort((a, b) => b.outside - a.outside || a.index - b.index)[0];
    const { count } = summary.communities;
    const inside = keptInside(rows);
    const sentences = [
      ...(first ? [this.t("audiences-largest", { name: communityName(say, rows, first.number), size: first.size, share: say.percent(first.size / summary.accounts) })] : []),
      ...(bridge ? [this.t("audiences-bridge", { handle: bridge.handle, people: bridge.outside, own: communityName(say, rows, bridge.own),
        other: communityName(say, communities, bridge.towards) })] : []),
      ...(inside === null ? [] : [this.t(inside >= 0.8 ? "audiences-apart" : inside >= 0.5 ? "audiences-between" : "audiences-mixed", { share: say.percent(inside) })]),
    ];
    return html`<section class="words" aria-labelledby="audiences-finding">
      <p class="over-title">${this.t("among", { accounts: summary.accounts })}</p>
      <h1 id="audiences-finding">${this.t("audiences-finding", { count })}</h1>
      ${sentences.length > 0 ? html`<p class="lead">${sentences.join(" ")}</p>` : nothing}
    </section>`;
  }

  #map() {
    const { map, share, failed } = this;
    const { deepening, stale } = this.desk.state;
    const scene = this.#scene;
    const waiting = share !== null || (!map && !failed);
    const summary = map ? this.t(map.account.length === map.tied ? "map-summary-all" : "map-summary", {
      drawn: map.account.length, accounts: map.accounts, shown: map.from.length, ties: map.ties, communities: scene?.groups.filter(({ community }) => community !== null).length ?? 0,
    }) : "";
    return html`<section class="network" aria-labelledby="map-title">
      <div class="top"><h2 id="map-title">${this.t("map-title")}</h2>
        <div class="exports" role="group" aria-label=${this.t("map-exports")}>
          ${/** @type {const} */ (["gexf", "graphml"]).map((kind) => html`<button type="button" class="link" ?disabled=${stale} @click=${() => this.#network(kind)}>
            ${icon("download")}${this.t(`export-${kind}`)}</button>`)}
        </div></div>
      ${failed ? html`<p class="failed" role="alert">${errorText(this.desk.say, failed)} <button type="button" @click=${() => (this.of = null, this.failed = null)}>${this.t("retry")}</button></p>` : nothing}
      ${waiting ? html`<p class="waiting" role="status">${this.t(share === null && deepening ? "map-waiting" : "map-drawing")}
        ${share === null ? nothing : html`<progress max="1" .value=${share} aria-label=${this.t("map-drawing")}></progress>`}</p>` : nothing}
      ${map && map.account.length === 0 ? html`<p class="note">${this.t("map-empty")}</p>` : nothing}
      ${map && scene && map.account.length > 0 ? html`
        <p class="note">${summary} ${this.t("map-reading")}</p>
        <sil-map .desk=${this.desk} .scene=${scene} .heading=${this.t("map-title")} .summary=${summary} .stem=${this.t("file-map")} .community=${this.community}
          @sil-open=${(/** @type {CustomEvent} */ event) => this.desk.openAccount(event.detail.account)}
          @sil-community=${(/** @type {CustomEvent} */ event) => this.#only(event.detail.community)}></sil-map>
        ${this.community === null ? nothing : html`<p class="only" role="status">${this.t("map-only", { name: communityName(this.desk.say, this.desk.state.communities, this.community) })}
          <button type="button" class="link" @click=${() => (this.#only(null), this.#mapElement?.fit())}>${this.t("map-all")}</button></p>`}
        <sil-map-table .desk=${this.desk} .scene=${scene} .community=${this.community}
          @sil-find=${(/** @type {CustomEvent} */ event) => this.#mapElement?.find(event.detail.account)}></sil-map-table>` : nothing}
    </section>`;
  }

  /** The whole network as a file, with the places of those on the map. @param {"gexf" | "graphml"} kind */
  #network(kind) {
    const { map } = this;
    const places = map ? { accounts: map.account, x: map.x, y: map.y } : undefined;
    void this.desk.download(kind, places ? { places } : {});
  }

  #close() {
    this.desk.closeAccount();
    if (this.opener?.isConnected) this.opener.focus();
    else this.#mapElement?.box?.focus();
  }
}

/** What has the focus, inside whatever holds it. */
function focused() {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement ? found : null;
}

/**
 * How much of its attention a community keeps, on average over people; null where that is unknown.
 * @param {readonly CommunityRow[]} rows
 */
function keptInside(rows) {
  const known = rows.flatMap(({ inside, size }) => (inside === null ? [] : [{ inside, size }]));
  const people = known.reduce((sum, { size }) => sum + size, 0);
  return people === 0 ? null : known.reduce((sum, { inside, size }) => sum + inside * size, 0) / people;
}

customElements.define("sil-audiences", Audiences);
