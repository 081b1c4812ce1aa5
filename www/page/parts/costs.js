/** @import { SizeTier } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/costs.css?inline";
import { Part, styles } from "../part.js";
import { TIERS, costFrom } from "../state/plan.js";

/** What an account costs by its size: one place, shown where the objective is set and where a team is chosen. */
export class Costs extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = ({ state }) => [state.plan.team.tiers, state.plan.people];

  /** @override */
  render() {
    const { tiers } = this.desk.state.plan.team;
    const priced = this.desk.state.plan.people.filter(({ cost }) => cost !== null).length;
    return html`<p class="help">${this.t("team-costs-help")}${priced > 0 ? html` ${this.t("costs-priced", { count: priced })}` : nothing}</p>
      <div class="fields">${TIERS.map((tier) => this.#tier(tier, tiers[tier] ?? null))}</div>`;
  }

  /**
   * @param {SizeTier} tier
   * @param {number | null} shown
   */
  #tier(tier, shown) {
    const change = (/** @type {Event} */ event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      const typed = field.value.trim();
      const given = costFrom(typed);
      field.setCustomValidity(typed && given === null ? this.t("cost-unread") : "");
      if (field.reportValidity()) this.#give(tier, given);
    };
    return html`<label class="field">${this.t(`team-tier-${tier}`)}<input type="text" inputmode="decimal" autocomplete="off" placeholder=${this.t("no-cost")}
      .value=${shown === null ? "" : this.desk.say.number(shown, Number.isInteger(shown) ? 0 : 2)} @change=${change}></label>`;
  }

  /**
   * @param {SizeTier} tier
   * @param {number | null} cost
   */
  #give(tier, cost) {
    const { plan } = this.desk.state;
    const { [tier]: _, ...others } = plan.team.tiers;
    this.desk.decide({ ...plan, team: { ...plan.team, tiers: cost === null ? others : { ...others, [tier]: cost } } }, `team team-tier-${tier}`);
  }
}

customElements.define("sil-costs", Costs);
