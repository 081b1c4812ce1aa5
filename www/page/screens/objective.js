import { html, nothing } from "lit";
import screen from "../../styles/screen.css?inline";
import css from "../../styles/objective.css?inline";
import { NOBODY } from "../../shared/settings.js";
import { Part, styles } from "../part.js";
import { weightsOf } from "../state/inforce.js";
import { missingFactors, objectiveFinding } from "../state/objective.js";
import { rerankOf } from "../state/rerank.js";
import "../parts/costs.js";
import "../parts/objective/audience.js";
import "../parts/objective/brands.js";
import "../parts/objective/brief.js";
import "../parts/objective/known.js";
import "../parts/objective/presets.js";
import "../parts/objective/time.js";
import "../parts/objective/top-ten.js";
import "../parts/objective/weights.js";

/** What is looked for, and what that changes: every choice is applied at once, and the first ten move beside it. */
export class ObjectiveScreen extends Part {
  /** @override */ static styles = styles(screen + css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => {
    const { summary, stale, work, crash, settings, plan } = desk.state;
    return [summary, stale, work === null, crash, settings, plan.team.tiers, rerankOf(desk).revision];
  };

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    // From now on it sees every result, whichever screen is shown.
    if (changed.has("desk")) rerankOf(this.desk);
  }

  /** @override */
  render() {
    const { settings, summary, plan } = this.desk.state;
    if (!summary) return html`<p class="empty">${this.t("objective-empty")}</p>`;
    const { brand, competitors, audience, lists, window, ties } = settings;
    return html`
      ${this.#words()}
      <div class="sheet">
        ${this.#section("presets", html`<sil-presets .desk=${this.desk}></sil-presets>`)}
        ${this.#section("weights", html`<sil-weights .desk=${this.desk}></sil-weights>`)}
        <sil-top-ten .desk=${this.desk}></sil-top-ten>
        ${this.#section("brief", html`<sil-brief .desk=${this.desk}></sil-brief>`)}
        ${this.#folded("brands", Number(brand !== null) + competitors.length, html`<sil-brands .desk=${this.desk}></sil-brands>`)}
        ${this.#folded("audience", Object.values({ ...NOBODY, ...audience }).filter((part) => part.length > 0).length, html`<sil-audience-form .desk=${this.desk}></sil-audience-form>`)}
        ${this.#folded("known", Number(lists.employees.length > 0) + Number(lists.customers.length > 0), html`<sil-known-people .desk=${this.desk}></sil-known-people>`)}
        ${this.#folded("time", Number(window.from !== null || window.to !== null) + Number(ties.halfLifeDays !== "auto"), html`<sil-time-and-ties .desk=${this.desk}></sil-time-and-ties>`)}
        ${this.#folded("costs", Object.keys(plan.team.tiers).length, html`<sil-costs .desk=${this.desk}></sil-costs>
          <p class="aside"><button type="button" class="link" @click=${() => this.desk.show("team")}>${this.t("costs-people")}</button></p>`)}
      </div>`;
  }

  #words() {
    const { say, state } = this.desk;
    const { summary, settings, stale, work, crash } = state;
    if (!summary) return nothing;
    const rerank = rerankOf(this.desk);
    const { first, others } = objectiveFinding(say, { settings, summary, weights: weightsOf(this.desk.state), first: rerank.first, plain: rerank.plain });
    const missing = missingFactors(say, summary);
    return html`<section class="words" aria-labelledby="objective-finding">
      <p class="over-title">${this.t("among", { accounts: summary.accounts })}</p>
      <h1 id="objective-finding">${first}</h1>
      ${others.length > 0 ? html`<p class="lead">${others.join(" ")}</p>` : nothing}
      ${missing.length === 0 ? nothing : html`<details class="method"><summary>${this.t("untold-title", { count: missing.length })}</summary>
        <ul>${missing.map(({ name, reason }) => html`<li><strong>${name}</strong> ${reason}</li>`)}</ul></details>`}
      ${stale && !work && !crash ? html`<p class="stale" role="status">${this.t("stale")}
        <button type="button" @click=${() => this.desk.analyse({ quiet: true })}>${this.t("refresh")}</button></p>` : nothing}
    </section>`;
  }

  /**
   * @param {string} name
   * @param {unknown} inside
   */
  #section(name, inside) {
    return html`<section class=${`part ${name}`} aria-labelledby=${`${name}-heading`}>
      <h2 id=${`${name}-heading`}>${this.t(`objective-part-${name}`)}</h2>
      <p class="intro">${this.t(`objective-intro-${name}`)}</p>
      ${inside}
    </section>`;
  }

  /**
   * What not everybody needs, folded; how much of it is in use is said beside the title.
   * @param {string} name
   * @param {number} used
   * @param {unknown} inside
   */
  #folded(name, used, inside) {
    return html`<details class=${`part ${name}`}>
      <summary><h2>${this.t(`objective-part-${name}`)}</h2>
        <span class="intro">${used > 0 ? html`<b>${this.t("campaign-used", { used })}</b>` : this.t(`objective-intro-${name}`)}</span></summary>
      <div class="inside">${inside}</div>
    </details>`;
  }
}

customElements.define("sil-objective", ObjectiveScreen);
