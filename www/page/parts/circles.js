/** @import { CommunityRow } from "../../shared/engine.d.ts" */
import { html, nothing, svg } from "lit";
import css from "../../styles/circles.css?inline";
import palette from "../../styles/palette.css?inline";
import { Part, styles } from "../part.js";
import { OTHER, STYLES, outline, styleOf } from "./map/palette.js";
import { communityName } from "../state/circles.js";

/** Communities shown at first, and words of what they talk about. */
const SHOWN = 8;
const WORDS = 6;

/** The communities: what they talk about, who is at the centre and between, and whether they are the target. */
export class Circles extends Part {
  /** @override */ static styles = styles(palette + css);
  /** @override */ static properties = { ...Part.properties, community: { attribute: false }, all: { state: true } };

  constructor() {
    super();
    /** The one that the map shows. @type {number | null} */
    this.community = null;
    this.all = false;
  }

  /** @override */
  render() {
    const { communities, summary, deepening } = this.desk.state;
    const rows = communities.filter(({ size }) => size > 2);
    if (!summary?.communities || (rows.length === 0 && !deepening)) return nothing;
    const shown = this.all ? rows : rows.slice(0, SHOWN);
    return html`<section aria-labelledby="circles">
      <h2 id="circles">${this.t("circles-title", { count: summary.communities.count })}</h2>
      ${rows.length === 0 ? html`<p class="note" role="status">${this.t("map-waiting")}</p>` : html`
        <p class="note">${this.t("circles-note", { shown: shown.length })}</p>
        <ol>${shown.map((row) => this.#row(row))}</ol>
        ${rows.length > SHOWN ? html`<button type="button" class="link more" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
          ${this.t(this.all ? "circles-fewer" : "circles-all", { count: rows.length })}</button>` : nothing}`}
    </section>`;
  }

  /** @param {CommunityRow} row */
  #row(row) {
    const { number, size, interests, central, languages, inside, near, bridges } = row;
    const { say, state } = this.desk;
    const { audience } = state.settings;
    const chosen = audience.communities.includes(number);
    const other = chosen ? audience.communities.filter((each) => each !== number) : [...audience.communities, number];
    const title = communityName(say, state.communities, number);
    const shown = this.community === number;
    const name = (/** @type {number} */ of) => communityName(say, state.communities, of);
    return html`<li class=${shown ? "shown" : ""}>
      <h3>${mark(number)}<bdi>${title}</bdi></h3>
      <p class="note">${this.t("circle-size", { size, number: number + 1 })}</p>
      ${inside === null ? nothing : html`<p class="note">${this.t("circle-inside", { share: say.percent(inside) })}</p>`}
      <p class="who">${this.t("circle-central")} ${central.map(({ index, handle }, at) => html`${at > 0 ? ", " : nothing}${this.#person(index, handle)}`)}</p>
      ${bridges.length > 0 ? html`<p class="who">${this.t("circle-bridges")} ${bridges.slice(0, 3).map(({ index, handle, outside, towards }, at) => html`${at > 0 ? ", " : nothing}${this.#person(index, handle)}
        <small>${at === 0 ? this.t("circle-bridge", { people: outside, name: name(towards) }) : `(${say.number(outside)})`}</small>`)}</p>` : nothing}
      ${interests.length > 0 ? html`<p class="note">${this.t("circle-interests")} <bdi>${interests.slice(0, WORDS).map(({ text }) => text).join(", ")}</bdi></p>` : nothing}
      ${near.length > 0 ? html`<p class="note">${this.t("circle-near")} <bdi>${near.map((each) => `${name(each.number)} (${say.percent(each.share)})`).join(", ")}</bdi></p>` : nothing}
      ${languages.length > 0 ? html`<p class="note">${this.t("circle-languages")} ${languages.map(({ code, accounts }) => `${language(state.lang, code)} (${say.number(accounts)})`).join(", ")}</p>` : nothing}
      <p class="do">
        <button type="button" aria-pressed=${shown} @click=${() => this.#show(shown ? null : number)}>${this.t("circle-show")}</button>
        ${this.desk.place.readonly ? nothing : html`<button type="button" aria-pressed=${chosen} @click=${() => this.desk.change({ audience: { ...audience, communities: other } }, "audience")}>${this.t(chosen ? "circle-target-off" : "circle-target")}</button>`}
      </p></li>`;
  }

  /** @param {number} index @param {string} handle */
  #person(index, handle) {
    return html`<button type="button" class="link" @click=${() => this.desk.dossiers.open(index)}><bdi>${handle}</bdi></button>`;
  }

  /** @param {number | null} community */
  #show(community) {
    this.dispatchEvent(new CustomEvent("sil-community", { detail: { community } }));
  }
}

/** The sign of a community on the map. @param {number} number */
function mark(number) {
  const style = number < STYLES.length ? number : OTHER;
  return svg`<svg class="key" viewBox="0 0 18 18" aria-hidden="true"><path class="s${style}" d=${outline(styleOf(style).shape, 9, 9, 6)}></path></svg>`;
}

/** A language by its name. @param {string} lang @param {string} code */
function language(lang, code) {
  try {
    return new Intl.DisplayNames(lang, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

customElements.define("sil-circles", Circles);
