/** @import { LookAlike } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/sheets.css?inline";
import { slug } from "../../../shared/translate.js";
import { styles } from "../../part.js";
import { ENOUGH } from "../../state/people.js";
import { PanelSheet } from "./panel-sheet.js";

/** Names in a sentence. */
const NAMED = 5;

/** Who resembles the people ticked, and in what. */
export class LookAlikesPanel extends PanelSheet {
  /** @override */ static styles = [...PanelSheet.styles, ...styles(css)];

  constructor() {
    super("alike");
  }

  /** @override */
  render() {
    const { people } = this.desk;
    const { alike, ticked } = people;
    if (people.panel !== "alike") return this.frame(this.t("alike-title"), nothing);
    const of = alike?.of ?? [...ticked.values()];
    return this.frame(this.t("alike-title"), html`
      <p class="lead">${this.t("alike-of", { people: this.#names(of), count: of.length })}</p>
      ${alike && alike.key !== people.key && ticked.size > 0 ? html`<p><button type="button" @click=${() => people.open("alike")}>${this.t("alike-again", { count: ticked.size })}</button></p>` : nothing}
      ${ticked.size < ENOUGH ? html`<p class="advice">${this.t("alike-advice", { enough: ENOUGH })}</p>` : nothing}
      ${alike === null ? html`<p class="note" role="status">${this.t(this.desk.state.deepening ? "alike-waiting" : "alike-looking")}</p>`
        : alike.rows.length === 0 ? html`<p role="status">${this.t("alike-none")}</p>` : this.#table(alike.rows)}
      <p class="note">${this.t("alike-note")}</p>`);
  }

  /** A few of some names. @param {readonly string[]} names */
  #names(names) {
    const more = names.length - NAMED;
    return this.desk.say.list([...names.slice(0, NAMED), ...(more > 0 ? [this.t("ties-more", { more })] : [])]);
  }

  /** @param {LookAlike[]} rows */
  #table(rows) {
    const { say } = this.desk;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t("alike-title")}><table role="table" class="stacked">
      <caption class="visually-hidden">${this.t("alike-title")}</caption>
      <thead role="rowgroup"><tr role="row">
        <th scope="col" role="columnheader">${this.t("column-account")}</th>
        <th scope="col" role="columnheader" class="number">${this.t("alike-similarity")}</th>
        <th scope="col" role="columnheader">${this.t("alike-closest")}</th>
        <th scope="col" role="columnheader">${this.t("alike-different")}</th>
        <th scope="col" role="columnheader" class="tick"><span class="visually-hidden">${this.t("column-tick")}</span></th>
      </tr></thead>
      <tbody role="rowgroup">${rows.map((row) => html`<tr role="row">
        <th scope="row" role="rowheader"><button type="button" class="link" @click=${() => this.leaveFor(row.index)}><bdi>${row.handle}</bdi></button></th>
        <td role="cell" class="number" data-label=${this.t("alike-similarity")}>${say.percent(Math.max(0, row.similarity))}
          <small>${this.#parts(row)}</small></td>
        <td role="cell" data-label=${this.t("alike-closest")}>${this.#features(row.closest)}</td>
        <td role="cell" data-label=${this.t("alike-different")}>${this.#features(row.different)}</td>
        <td role="cell" class="tick"><label><input type="checkbox" aria-label=${this.t("tick-one", { handle: row.handle })}
          .checked=${this.desk.people.ticked.has(row.index)} @change=${() => this.desk.people.tick(row.index, row.handle)}>
          <span aria-hidden="true">${this.t("alike-tick")}</span></label></td>
      </tr>`)}</tbody></table></div>`;
  }

  /** What the similarity is made of, as far as it could be compared. @param {LookAlike} row */
  #parts({ features, topics, circles }) {
    const { say } = this.desk;
    const parts = /** @type {const} */ ([["features", features], ["topics", topics], ["circles", circles]]);
    return say.list(parts.flatMap(([name, value]) => (value === null ? [] : [this.t(`alike-part-${name}`, { share: say.percent(Math.max(0, value)) })])));
  }

  /** @param {readonly string[]} names */
  #features(names) {
    return names.length === 0 ? "—" : this.desk.say.list(names.map((name) => this.t(`feature-${slug(name)}`)));
  }
}

customElements.define("sil-look-alikes", LookAlikesPanel);
