/** @import { Team } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/overlap.css?inline";
import { Part, styles } from "../../part.js";

/** Members whose pairs fit on a page. */
const SHOWN = 15;
/** Steps of the shading. */
const STEPS = 6;
/** Shares from which two audiences have something, and much, in common. */
const SOME = 0.2;
const MUCH = 0.5;

/** How much the audiences of the members are the same people: a table, shaded. */
export class Overlap extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { team: { attribute: false } };

  constructor() {
    super();
    /** @type {Team | null} */
    this.team = null;
  }

  /** Part of what `row` reaches alone that `column` reaches as well. @param {number} row @param {number} column */
  #share(row, column) {
    const { overlap, members } = /** @type {Team} */ (this.team);
    const alone = overlap[row * members.length + row] ?? 0;
    return alone > 0 ? Math.min(1, (overlap[row * members.length + column] ?? 0) / alone) : 0;
  }

  /** @override */
  render() {
    const { team } = this;
    if (!team) return nothing;
    const { say } = this.desk;
    const shown = team.members.slice(0, SHOWN);
    let [most, who] = [0, ["", ""]];
    team.members.forEach((a, row) => team.members.forEach((b, column) => {
      if (row === column || this.#share(row, column) <= most) return;
      [most, who] = [this.#share(row, column), [a.handle, b.handle]];
    }));
    return html`<section aria-labelledby="overlap">
      <h3 id="overlap">${most < 0.005 ? this.t("overlap-title-none") : this.t(most >= MUCH ? "overlap-title-much" : most >= SOME ? "overlap-title-some" : "overlap-title-little", { share: say.percent(most), one: who[0] ?? "", other: who[1] ?? "" })}</h3>
      <p class="note">${this.t("overlap-note")}</p>
      <div class="wide" tabindex="0" role="region" aria-labelledby="overlap"><table>
        <caption class="visually-hidden">${this.t("overlap-caption")}</caption>
        <thead><tr><td></td>${shown.map(({ handle }, at) => html`<th scope="col" title=${handle}><span aria-hidden="true">${at + 1}</span><span class="visually-hidden">${handle}</span></th>`)}</tr></thead>
        <tbody>${shown.map(({ handle }, row) => html`<tr><th scope="row"><span class="place">${row + 1}</span> <bdi>${handle}</bdi></th>
          ${shown.map((_, column) => row === column ? html`<td class="self"><span aria-hidden="true">·</span><span class="visually-hidden">${this.t("overlap-self")}</span></td>`
            : html`<td class=${`s${Math.min(STEPS - 1, Math.ceil(this.#share(row, column) * (STEPS - 1) - 0.005))}`}>${say.percent(this.#share(row, column))}</td>`)}</tr>`)}</tbody>
      </table></div>
      ${team.members.length > SHOWN ? html`<p class="note">${this.t("overlap-cut", { shown: SHOWN, all: team.members.length })}</p>` : nothing}
    </section>`;
  }
}

customElements.define("sil-overlap", Overlap);
