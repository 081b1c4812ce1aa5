/** @import { Stability } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/insight.css?inline";
import { reasonText } from "../../../shared/phrases.js";
import { UNKNOWN, slug } from "../../../shared/translate.js";
import { Part, styles } from "../../part.js";
import { stabilityText } from "../../state/stability.js";

/** How far the ranking holds, folded: a sentence, and the numbers in a table. */
export class StabilityPanel extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [desk.state.summary];

  /** @override */
  render() {
    const { summary } = this.desk.state;
    const stability = summary?.stability;
    // Of one account, or of nobody, there is no order to speak of.
    if (!stability || stability.lines.length === 0 || summary.ranked < 2) return nothing;
    return html`<details>
      <summary>${stabilityText(this.desk.say, stability)}</summary>
      <div class="inside">
        <p class="note">${this.t("stability-meaning")}</p>
        ${stability.reason ? html`<p class="note">${this.#reason(stability.reason)}</p>` : nothing}
        ${stability.lines.some(({ top10, overlap }) => top10 !== null || overlap !== null) ? this.#table(stability) : nothing}
        <p class="note">${this.t("stability-note", { replicates: stability.replicates })}</p>
      </div>
    </details>`;
  }

  /** Why chance could not be tried. @param {string} reason */
  #reason(reason) {
    const { say } = this.desk;
    return say.has(`sure-none-${slug(reason)}`) ? say.t(`sure-none-${slug(reason)}`) : reasonText(say, reason);
  }

  /** @param {Stability} stability */
  #table({ lines }) {
    const { say } = this.desk;
    const share = (/** @type {number | null} */ value) => (value === null ? html`<span title=${this.t("stability-few")}><span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">${this.t("stability-few")}</span></span>` : say.percent(value));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t("stability-caption")}><table>
      <caption class="visually-hidden">${this.t("stability-caption")}</caption>
      <thead><tr><th scope="col">${this.t("stability-changed")}</th><th scope="col" class="number">${this.t("stability-top", { top: 10 })}</th>
        <th scope="col" class="number">${this.t("stability-top", { top: 50 })}</th><th scope="col" class="number" title=${this.t("stability-overlap-help")}>${this.t("stability-overlap")}</th>
        <th scope="col" class="number" title=${this.t("stability-tau-help")}>τ</th></tr></thead>
      <tbody>${lines.map((line) => html`<tr><th scope="row">${this.#what(line)}</th>
        <td class="number">${share(line.top10)}</td><td class="number">${share(line.top50)}</td>
        <td class="number">${line.overlap === null ? UNKNOWN : say.number(line.overlap, 2)}</td><td class="number">${line.tau === null ? UNKNOWN : say.number(line.tau, 2)}</td></tr>`)}</tbody>
    </table></div>`;
  }

  /** @param {Stability["lines"][number]} line */
  #what({ what, times, layer, objective }) {
    const doubled = (times ?? 1) > 1;
    if (what === "objective") return this.t("stability-objective", { name: this.t(`objective-${objective}`) });
    if (what === "layer") return this.t(doubled ? "stability-layer-more" : "stability-layer-less", { name: this.t(`layer-${layer}`) });
    if (what === "halfLife") return this.t(doubled ? "stability-half-life-more" : "stability-half-life-less");
    return this.t(`stability-what-${what}`);
  }
}

customElements.define("sil-stability", StabilityPanel);
