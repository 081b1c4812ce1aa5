/** @import { Objective } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/objective-presets.css?inline";
import { OBJECTIVES, PILLARS, PRESETS } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { sharesOf } from "../../state/shares.js";

/** What the campaign is for: six choices, each with what it weighs. */
export class Presets extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary } }) => [settings.objective, settings.weights, summary?.gate];

  /** @override */
  render() {
    const { settings } = this.desk.state;
    return html`<fieldset>
      <legend class="visually-hidden">${this.t("objective-label")}</legend>
      <div class="choices">${OBJECTIVES.map((name) => this.#choice(name, name === settings.objective))}</div>
    </fieldset>
    ${this.#gate()}`;
  }

  /**
   * @param {Objective} name
   * @param {boolean} chosen
   */
  #choice(name, chosen) {
    return html`<label class=${chosen ? "choice chosen" : "choice"}>
      <input type="radio" name="objective" value=${name} .checked=${chosen} @change=${() => this.desk.change({ objective: name, weights: null, factorWeights: null }, "objective")}>
      <strong>${this.t(`objective-${name}`)}</strong>
      <span class="help">${this.t(`objective-${name}-help`)}</span>
      ${name === "none" ? html`<span class="plain">${this.t("objective-unweighted")}</span>` : this.#weights(name)}
    </label>`;
  }

  /** What an objective weighs: a bar in three parts, and the numbers. @param {Objective} name */
  #weights(name) {
    const shares = sharesOf(PILLARS, PRESETS[name]);
    return html`<span class="weights"><i class="parts" aria-hidden="true">${PILLARS.map((pillar) => html`<i class=${pillar} .style=${`flex-grow: ${shares[pillar]}`}></i>`)}</i>
      <span class="numbers">${PILLARS.map((pillar) => html`<span class=${pillar}><b>${this.desk.say.number(shares[pillar])}</b> ${this.t(`pillar-${pillar}`)}</span>`)}</span></span>`;
  }

  /** Who competes first, where the objective asks something of an account. */
  #gate() {
    const { summary, settings } = this.desk.state;
    const gate = summary?.gate;
    if (!gate || settings.objective === "none") return nothing;
    const kind = gate.gate === "ambassador" ? "ambassador" : "topic";
    return html`<p class="gate">${gate.reason ? this.t(`gate-${kind}-none`) : this.t(`gate-${kind}`, { count: gate.passed })}</p>`;
  }
}

customElements.define("sil-presets", Presets);
