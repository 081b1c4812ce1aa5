/**
 * @import { Explanation } from "../../shared/engine.d.ts"
 */
import { html, nothing, svg } from "lit";
import css from "../../styles/waterfall.css?inline";
import { Part, styles } from "../part.js";
import { steps } from "./steps.js";

/** From the median account to this one: each pillar adds its points, and the steps end exactly on the score. */
export class Waterfall extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [];
  /** @override */ static properties = { explanation: { attribute: false } };

  constructor() {
    super();
    /** @type {Explanation} */
    this.explanation = { score: null, baseline: null, contributions: [] };
  }

  /** @override */
  render() {
    const { score, baseline } = this.explanation;
    if (score === null || baseline === null) return nothing;
    const { say } = this.desk;
    const list = steps(this.explanation);
    const summary = this.t("waterfall-summary", { score: say.number(score, 1), baseline: say.number(baseline, 1) });
    return html`
      <figure>
        <figcaption>${summary}</figcaption>
        <ol class="chart" aria-hidden="true">
          ${this.#bar(this.t("waterfall-baseline"), 0, baseline, "base", say.number(baseline, 1))}
          ${list.map((step) => this.#bar(this.t(`pillar-${step.pillar}`), step.from, step.to, step.pillar, signed(say.number(Math.abs(step.points), 1), step.points)))}
          ${this.#bar(this.t("column-score"), 0, score, "score", say.number(score, 1))}
        </ol>
        <details><summary>${this.t("waterfall-data")}</summary>
          <div class="scroll" tabindex="0" role="region" aria-label=${this.t("waterfall-caption")}><table>
            <caption class="visually-hidden">${this.t("waterfall-caption")}</caption>
            <thead><tr><th scope="col">${this.t("waterfall-pillar")}</th><th scope="col">${this.t("waterfall-weight")}</th>
              <th scope="col">${this.t("waterfall-value")}</th><th scope="col">${this.t("waterfall-median")}</th>
              <th scope="col">${this.t("waterfall-points")}</th></tr></thead>
            <tbody>
              <tr><th scope="row">${this.t("waterfall-baseline")}</th><td></td><td></td><td></td><td>${say.number(baseline, 2)}</td></tr>
              ${list.map((step) => html`<tr><th scope="row">${this.t(`pillar-${step.pillar}`)}</th><td>${say.percent(step.weight)}</td>
                <td>${say.number(step.value, 1)}</td><td>${say.number(step.median, 1)}</td>
                <td>${signed(say.number(Math.abs(step.points), 2), step.points)}</td></tr>
                ${step.parts.map((part) => html`<tr class="part"><th scope="row">${this.t(`factor-${part.factor}`)}</th><td>${say.percent(part.weight)}</td>
                  <td>${say.number(part.value, 1)}</td><td></td><td>${signed(say.number(Math.abs(part.points), 2), part.points)}</td></tr>`)}`)}
              <tr class="sum"><th scope="row">${this.t("column-score")}</th><td></td><td></td><td></td><td>${say.number(score, 2)}</td></tr>
            </tbody>
          </table></div>
        </details>
      </figure>`;
  }

  /**
   * @param {string} label
   * @param {number} from
   * @param {number} to
   * @param {string} colour
   * @param {string} figure
   */
  #bar(label, from, to, colour, figure) {
    const left = Math.min(from, to);
    const width = Math.max(Math.abs(to - from), 0.6);
    return html`<li class=${colour}><span class="label">${label}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
        ${svg`<rect class="track" width="100" height="10"></rect>
          <rect class=${to < from ? "fill down" : "fill"} x=${left} width=${width} height="10"></rect>`}</svg>
      <span class="figure">${figure}</span></li>`;
  }
}

/**
 * @param {string} text
 * @param {number} value
 */
function signed(text, value) {
  return value < 0 ? `−${text}` : `+${text}`;
}

customElements.define("sil-waterfall", Waterfall);
