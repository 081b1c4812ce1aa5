/** @import { Pillar, SubFactor } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import form from "../../../styles/objective-form.css?inline";
import css from "../../../styles/objective-weights.css?inline";
import { reasonText } from "../../../shared/phrases.js";
import { PILLARS, PILLAR_FACTORS, SUB_FACTORS } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { byCredit, factorWeightsOf, weightsOf } from "../../state/inforce.js";
import { rebalanced, sharesOf } from "../../state/shares.js";

/** What counts, and how much: three pillars, and the three criteria inside each. Every move is applied at once. */
export class Weights extends Part {
  /** @override */ static styles = [...styles(form), ...styles(css)];
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary, stale } }) => [
    settings.objective, settings.weights, settings.factorWeights, settings.discount, summary, stale,
  ];

  /** @override */
  render() {
    const { settings } = this.desk.state;
    const shares = sharesOf(PILLARS, weightsOf(this.desk.state));
    return html`<div class="group">
      <fieldset class="weights">
        <legend class="visually-hidden">${this.t("weights-label")}</legend>
        ${PILLARS.map((pillar) => this.#weight(pillar, shares))}
      </fieldset>
      ${byCredit(this.desk.state) ? html`<p class="help">${this.t("weights-unused")}</p>` : nothing}
      <button type="button" class="link" ?disabled=${settings.weights === null && settings.factorWeights === null}
        @click=${() => this.desk.change({ weights: null, factorWeights: null }, "weights-reset")}>${this.t("weights-reset")}</button>
      <details><summary>${this.t("factors-title")}${settings.factorWeights ? html` <small>${this.t("factors-own")}</small>` : nothing}</summary>
        <div class="inside">
          <p class="help">${this.t("campaign-weights-help")}</p>
          <div class="pillars">${PILLARS.map((pillar) => this.#pillar(pillar))}</div>
        </div>
      </details>
      <label class="check"><input type="checkbox" .checked=${settings.discount}
        @change=${(/** @type {Event} */ event) => this.desk.change({ discount: /** @type {HTMLInputElement} */ (event.target).checked }, "discount")}>
        <span>${this.t("campaign-discount")}<small>${this.t("campaign-discount-help")}</small></span></label>
    </div>`;
  }

  /**
   * @param {Pillar} pillar
   * @param {Record<Pillar, number>} shares
   */
  #weight(pillar, shares) {
    const name = this.t(`pillar-${pillar}`);
    const move = (/** @type {Event} */ event) => {
      const asked = numberIn(event);
      if (asked !== null) this.desk.change({ weights: rebalanced(PILLARS, sharesOf(PILLARS, weightsOf(this.desk.state)), pillar, asked) }, `weight-${pillar}`, { live: true });
      else this.requestUpdate();
    };
    return html`<div class="weight ${pillar}">
      <label for=${`range-${pillar}`}>${name}</label>
      <input id=${`range-${pillar}`} type="range" min="0" max="100" step="1" .value=${live(String(shares[pillar]))} aria-valuetext=${this.desk.say.percent(shares[pillar] / 100)} @input=${move}>
      <input type="number" min="0" max="100" step="1" inputmode="numeric" aria-label=${this.t("weight-number", { pillar: name })} .value=${live(String(shares[pillar]))} @change=${move}>
      <span aria-hidden="true">%</span>
      <small>${this.t(`pillar-${pillar}-help`)}</small>
    </div>`;
  }

  /** @param {Pillar} pillar */
  #pillar(pillar) {
    const names = PILLAR_FACTORS[pillar];
    const shares = sharesOf(names, factorWeightsOf(this.desk.state));
    return html`<div class="pillar ${pillar}" role="group" aria-labelledby=${`${pillar}-heading`}>
      <h3 id=${`${pillar}-heading`}>${this.t(`pillar-${pillar}`)}</h3>
      ${names.map((name) => this.#factor(pillar, name, shares))}
    </div>`;
  }

  /**
   * @param {Pillar} pillar
   * @param {SubFactor} name
   * @param {Record<SubFactor, number>} shares
   */
  #factor(pillar, name, shares) {
    const title = this.t(`factor-${name}`);
    const coverage = this.desk.state.summary?.coverage[name];
    const untold = coverage && !coverage.available;
    const move = (/** @type {Event} */ event) => {
      const asked = numberIn(event);
      if (asked !== null) this.#weigh(pillar, rebalanced(PILLAR_FACTORS[pillar], sharesOf(PILLAR_FACTORS[pillar], factorWeightsOf(this.desk.state)), name, asked), name);
      else this.requestUpdate();
    };
    return html`<div class=${untold ? "factor untold" : "factor"}>
      <label for=${`range-${name}`}>${title}</label>
      <input id=${`range-${name}`} type="range" min="0" max="100" step="1" .value=${live(String(shares[name]))} aria-valuetext=${this.desk.say.percent(shares[name] / 100)} @input=${move}>
      <input type="number" min="0" max="100" step="1" inputmode="numeric" aria-label=${this.t("weight-number", { pillar: title })} .value=${live(String(shares[name]))} @change=${move}>
      <span aria-hidden="true">%</span>
      ${untold ? html`<small>${reasonText(this.desk.say, coverage.reason)}</small>` : nothing}
    </div>`;
  }

  /**
   * The criteria of one pillar get other weights, those of the others keep theirs.
   * @param {Pillar} pillar
   * @param {Record<SubFactor, number>} shares
   * @param {SubFactor} name
   */
  #weigh(pillar, shares, name) {
    const all = factorWeightsOf(this.desk.state);
    const factorWeights = /** @type {Record<SubFactor, number>} */ (Object.fromEntries(SUB_FACTORS.map((each) => [each, PILLAR_FACTORS[pillar].includes(each) ? shares[each] : all[each]])));
    this.desk.change({ factorWeights }, `weigh ${name}`, { live: true });
  }
}

/** The number of a field; null where there is none. @param {Event} event */
function numberIn(event) {
  const text = /** @type {HTMLInputElement} */ (event.target).value.trim();
  const number = Number(text);
  return text && Number.isFinite(number) ? number : null;
}

customElements.define("sil-weights", Weights);
