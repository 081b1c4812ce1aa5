/** @import { CommunityRow } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/circles.css?inline";
import { Part, styles } from "../part.js";

/** Communities shown. */
const SHOWN = 9;

/** The communities of the export: what they talk about, who is at the centre, and whether they are the target. */
export class Circles extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    const { communities, summary } = this.desk.state;
    const shown = communities.filter(({ size }) => size > 2).slice(0, SHOWN);
    if (shown.length < 2 || !summary?.communities) return nothing;
    return html`<section aria-labelledby="circles">
      <h2 id="circles">${this.t("circles-title", { count: summary.communities.count })}</h2>
      <p class="note">${this.t("circles-note", { shown: shown.length })}</p>
      <ol>${shown.map((row) => this.#row(row))}</ol>
    </section>`;
  }

  /** @param {CommunityRow} row */
  #row({ number, size, name, interests, central }) {
    const { audience } = this.desk.state.settings;
    const chosen = audience.communities.includes(number);
    const title = name.length > 0 ? name.join(" · ") : this.t("circle-unnamed", { number: number + 1 });
    const other = chosen ? audience.communities.filter((each) => each !== number) : [...audience.communities, number];
    return html`<li>
      <h3><bdi>${title}</bdi></h3>
      <p class="note">${this.t("circle-size", { size, number: number + 1 })}</p>
      <p class="who">${this.t("circle-central")} ${central.map(({ index, handle }, at) => html`${at > 0 ? ", " : nothing}<button type="button" class="link"
        @click=${() => this.desk.openAccount(index)}><bdi>${handle}</bdi></button>`)}</p>
      ${interests.length > 0 ? html`<p class="note">${this.t("circle-interests")} <bdi>${interests.slice(0, 6).map(({ text }) => text).join(", ")}</bdi></p>` : nothing}
      <label><input type="checkbox" .checked=${chosen} @change=${() => this.desk.change({ audience: { ...audience, communities: other } }, "audience")}>
        ${this.t("circle-target")}</label></li>`;
  }
}

customElements.define("sil-circles", Circles);
