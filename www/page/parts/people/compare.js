/** @import { Dossier } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/sheets.css?inline";
import { UNKNOWN } from "../../../shared/translate.js";
import { styles } from "../../part.js";
import { compareRows, highlights } from "../../state/compare.js";
import { PanelSheet } from "./panel-sheet.js";

/** People side by side, in numbers and in words. */
export class ComparePanel extends PanelSheet {
  /** @override */ static styles = [...PanelSheet.styles, ...styles(css)];

  constructor() {
    super("compare");
  }

  /** @override */
  render() {
    const { people } = this.desk;
    const title = this.t("compare-title", { count: people.compared?.length ?? people.ticked.size });
    if (people.panel !== "compare") return this.frame(title, nothing);
    if (!people.compared) return this.frame(title, html`<p class="note" role="status">${this.t("compare-looking")}</p>`);
    return this.frame(title, html`
      <ul class="highlights">${highlights(this.desk.say, people.compared).map((text) => html`<li>${text}</li>`)}</ul>
      ${this.#table(people.compared)}
      <p class="note">${this.t("compare-note")}</p>`);
  }

  /** @param {Dossier[]} people */
  #table(people) {
    const { accounts = 0 } = this.desk.state.summary ?? {};
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t("compare-title", { count: people.length })}>
      <table role="table" class="compare stacked">
        <caption class="visually-hidden">${this.t("compare-caption", { accounts })}</caption>
        <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="visually-hidden">${this.t("compare-measure")}</span></th>
          ${people.map((person) => html`<th scope="col" role="columnheader"><button type="button" class="link" @click=${() => this.leaveFor(person.index)}><bdi>${person.handle}</bdi></button>
            <small>${this.t(`platform-${person.platform}`)}</small></th>`)}</tr></thead>
        <tbody role="rowgroup">${compareRows(this.desk.say, people).map(({ key, label, group, cells, best }) => html`
          <tr role="row" class="${key === group ? "lead-row" : ""} ${group}">
            <th scope="row" role="rowheader">${label}</th>
            ${cells.map(({ text, under }, at) => html`<td role="cell" data-label=${people[at]?.handle ?? ""}>
              <span class="value">${text || html`<span aria-hidden="true">${UNKNOWN}</span>`}${at === best ? html` <em>${this.t("compare-highest")}</em>` : nothing}</span>
              ${under ? html`<small>${under}</small>` : nothing}</td>`)}
          </tr>`)}</tbody>
      </table></div>`;
  }
}

customElements.define("sil-compare", ComparePanel);
