/** @import { Scene } from "./scene.js" */
import { html, nothing } from "lit";
import css from "../../../styles/map-table.css?inline";
import { Part, styles } from "../../part.js";

/** Rows shown at a time, and neighbours named in each. */
const PAGE = 50;
const NAMED = 6;

/** Everything on the map as a table: the accounts, the most important first, and whom they are tied to. */
export class MapTable extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { ...Part.properties, scene: { attribute: false }, community: { attribute: false }, from: { state: true }, open: { state: true } };

  constructor() {
    super();
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {number | null} */
    this.community = null;
    this.from = 0;
    this.open = false;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("scene") || changed.has("community")) this.from = 0;
  }

  /** @override */
  render() {
    const { scene, community } = this;
    if (!scene) return nothing;
    return html`<details ?open=${this.open} @toggle=${(/** @type {Event} */ event) => (this.open = /** @type {HTMLDetailsElement} */ (event.target).open)}>
      <summary>${this.t("map-table")}</summary>
      ${this.open ? this.#table(scene, scene.order.filter((at) => community === null || scene.community[at] === community)) : nothing}
    </details>`;
  }

  /** @param {Scene} scene @param {Uint32Array} rows */
  #table(scene, rows) {
    const to = Math.min(rows.length, this.from + PAGE);
    const group = (/** @type {number} */ at) => scene.groups.find(({ style }) => style === scene.style[at])?.name ?? "";
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${this.t("map-table")}><table>
      <caption>${this.t("map-table-caption", { from: rows.length === 0 ? 0 : this.from + 1, to, count: rows.length })}</caption>
      <thead><tr><th scope="col">${this.t("column-account")}</th><th scope="col">${this.t("map-table-community")}</th>
        <th scope="col" class="number">${this.t("map-table-ties")}</th><th scope="col">${this.t("map-table-with")}</th><th scope="col"><span class="visually-hidden">${this.t("map-table-show")}</span></th></tr></thead>
      <tbody>${Array.from(rows.subarray(this.from, to), (at) => this.#row(scene, at, group))}</tbody></table></div>
      ${rows.length > PAGE ? html`<p class="pages">
        <button type="button" ?disabled=${this.from === 0} @click=${() => (this.from = Math.max(0, this.from - PAGE))}>${this.t("page-before")}</button>
        <button type="button" ?disabled=${to >= rows.length} @click=${() => (this.from += PAGE)}>${this.t("page-next")}</button></p>` : nothing}`;
  }

  /**
   * @param {Scene} scene
   * @param {number} at
   * @param {(at: number) => string} group
   */
  #row(scene, at, group) {
    const near = [...new Set(scene.near[at])];
    const index = scene.account[at] ?? -1;
    const others = near.length - NAMED;
    return html`<tr>
      <th scope="row"><button type="button" class="link" @click=${() => this.desk.dossiers.open(index)}><bdi>${scene.label[at]}</bdi></button></th>
      <td><bdi>${group(at)}</bdi></td>
      <td class="number">${this.desk.say.number(near.length)}</td>
      <td><bdi>${near.slice(0, NAMED).map((other) => scene.label[other]).join(", ")}</bdi>${others > 0 ? ` ${this.t("map-table-others", { count: others })}` : nothing}</td>
      <td><button type="button" class="link" aria-label=${this.t("map-table-show-one", { handle: scene.label[at] ?? "" })}
        @click=${() => this.dispatchEvent(new CustomEvent("sil-find", { detail: { account: index } }))}>${this.t("map-table-show")}</button></td></tr>`;
  }
}

customElements.define("sil-map-table", MapTable);
