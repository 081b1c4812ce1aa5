/** @import { CommunityRow } from "../../shared/engine.d.ts" */
/** @import { Drawn } from "../state/drawn.js" */
import { html, nothing } from "lit";
import screen from "../../styles/screen.css?inline";
import css from "../../styles/audiences.css?inline";
import { Part, styles } from "../part.js";
import { icon } from "../parts/marks.js";
import { Draft } from "../parts/map/draft.js";
import { sceneOf } from "../parts/map/study-scene.js";
import { communityName } from "../state/circles.js";
import { choiceOf } from "../state/choice.js";
import { countsOf, firstOf } from "../state/drawn.js";
import { Out } from "../state/out.js";
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
  /** @override */ static styles = styles(screen + css);
  /** @override */ static properties = {
    ...Part.properties,
    community: { state: true },
    most: { state: true },
  };

  constructor() {
    super();
    this.draft = new Draft(this);
    /** @type {number | null} */
    this.community = null;
    /** Accounts drawn at the most. */
    this.most = Infinity;
    /** @type {{ of: Drawn, most: number, map: Drawn } | null} */
    this.first = null;
    this.opened = false;
    /** @type {HTMLElement | null} */
    this.opener = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { communities, summary, dossier } = this.desk.state;
    // Where to come back to when the dossier is closed.
    if (dossier && !this.opened) this.opener = focused();
    this.opened = dossier !== null;
    const { draft } = this;
    if (!summary && draft.map) {
      draft.forget();
      this.community = null;
    }
    draft.giveWay();
    // Another list of communities means another result.
    if (this.onScreen && communities.length > 0) draft.want(communities, { done: ({ account }) => this.desk.announce("announce-map", { drawn: account.length }) });
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
    const { lang, communities: rows } = this.desk.state;
    return this.draft.scene((map) => sceneOf(this.#shown(map), this.desk.say, rows), lang, rows, this.most);
  }

  /** As much of the map as is asked for. @param {Drawn} map */
  #shown(map) {
    const { first, most } = this;
    if (first?.of === map && first.most === most) return first.map;
    return (this.first = { of: map, most, map: firstOf(map, most) }).map;
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
    const { map: all, share, failed } = this.draft;
    const map = all && this.#shown(all);
    const { deepening, stale } = this.desk.state;
    const scene = this.#scene;
    const waiting = share !== null || (!map && !failed);
    const counts = all ? countsOf(all.account.length) : [];
    const summary = map ? this.t(map !== all ? "map-summary-first" : map.account.length === map.tied ? "map-summary-all" : "map-summary", {
      drawn: map.account.length, accounts: map.accounts, shown: map.from.length, ties: map.ties, communities: scene?.groups.filter(({ community }) => community !== null).length ?? 0,
    }) : "";
    return html`<section class="network" aria-labelledby="map-title">
      <div class="top"><h2 id="map-title">${this.t("map-title")}</h2>
        <div class="exports" role="group" aria-label=${this.t("map-exports")}>
          ${/** @type {const} */ (["gexf", "graphml"]).map((kind) => html`<button type="button" class="link" ?disabled=${stale} @click=${() => this.#network(kind)}>
            ${icon("download")}${this.t(`export-${kind}`)}</button>`)}
        </div></div>
      ${this.draft.problem()}
      ${waiting ? this.draft.waiting(this.t(share === null && deepening ? "map-waiting" : "map-drawing")) : nothing}
      ${map && map.account.length === 0 ? html`<p class="note">${this.t("map-empty")}</p>` : nothing}
      ${map && scene && map.account.length > 0 ? html`
        <p class="note">${summary} ${this.t("map-reading")}</p>
        <sil-map .desk=${this.desk} .scene=${scene} .heading=${this.t("map-title")} .summary=${summary} .stem=${this.t("file-map")} .community=${this.community}
          .counts=${counts} .most=${Math.min(this.most, counts.at(-1) ?? 0)} @sil-most=${(/** @type {CustomEvent} */ event) => this.#draw(event.detail.most, counts)}
          @sil-open=${(/** @type {CustomEvent} */ event) => this.desk.dossiers.open(event.detail.account)}
          @sil-community=${(/** @type {CustomEvent} */ event) => this.#only(event.detail.community)}></sil-map>
        ${this.community === null ? nothing : html`<p class="only" role="status">${this.t("map-only", { name: communityName(this.desk.say, this.desk.state.communities, this.community) })}
          <button type="button" class="link" @click=${() => (this.#only(null), this.#mapElement?.fit())}>${this.t("map-all")}</button></p>`}
        <sil-map-table .desk=${this.desk} .scene=${scene} .community=${this.community}
          @sil-find=${(/** @type {CustomEvent} */ event) => this.#mapElement?.find(event.detail.account)}></sil-map-table>` : nothing}
    </section>`;
  }

  /** Draws so many accounts. @param {number} most @param {readonly number[]} counts */
  #draw(most, counts) {
    this.most = most === counts.at(-1) ? Infinity : most;
  }

  /** The whole network as a file, with the places of those on the map. @param {"gexf" | "graphml"} kind */
  #network(kind) {
    void new Out(this.desk).save(kind, { ...choiceOf(this.desk).choice, who: "all", minFollowers: null });
  }

  #close() {
    this.desk.dossiers.close();
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
