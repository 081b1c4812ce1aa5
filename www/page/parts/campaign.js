/** @import { Audience, Pillar, SubFactor } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/campaign.css?inline";
import { NOBODY, PILLARS, PILLAR_FACTORS, SUB_FACTORS } from "../../shared/settings.js";
import { Part, styles } from "../part.js";
import { brandLine, brandLines, lines, parseBrand, parseBrands, parseLines } from "../state/lists.js";

/** What sharpens the ranking: brand, competitors, audience, people known already, weights inside the pillars. */
export class Campaign extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    const { settings } = this.desk.state;
    const { brand, competitors, audience, lists, discount } = settings;
    return html`<details ?open=${false}>
      <summary>${this.t("campaign-title")}${this.#count()}</summary>
      <form aria-label=${this.t("campaign-title")} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        <fieldset>
          <legend>${this.t("campaign-brands")}</legend>
          ${this.#line("brand", brandLine(brand), (text) => ({ brand: parseBrand(text) }))}
          ${this.#lines("competitors", brandLines(competitors), (text) => ({ competitors: parseBrands(text) }))}
        </fieldset>
        <fieldset>
          <legend>${this.t("campaign-audience")}</legend>
          <p class="help">${this.t("campaign-audience-help")}</p>
          ${this.#line("languages", audience.languages.join(", "), (text) => this.#audience({ languages: parseLines(text) }))}
          ${this.#line("places", audience.places.join(", "), (text) => this.#audience({ places: parseLines(text) }))}
          ${this.#lines("accounts", lines(audience.accounts), (text) => this.#audience({ accounts: parseLines(text) }))}
          ${this.#found("audience")}
          ${audience.communities.length === 0 ? nothing : html`<p class="chosen">${this.t("campaign-communities", { count: audience.communities.length })}
            <button type="button" class="link" @click=${() => this.desk.change(this.#audience({ communities: [] }), "audience")}>${this.t("campaign-communities-clear")}</button></p>`}
        </fieldset>
        <fieldset>
          <legend>${this.t("campaign-lists")}</legend>
          <p class="help">${this.t("campaign-lists-help")}</p>
          ${this.#lines("employees", lines(lists.employees), (text) => ({ lists: { ...lists, employees: parseLines(text) } }))}
          ${this.#found("employees")}
          ${this.#lines("customers", lines(lists.customers), (text) => ({ lists: { ...lists, customers: parseLines(text) } }))}
          ${this.#found("customers")}
        </fieldset>
        <fieldset class="weights">
          <legend>${this.t("campaign-weights")}</legend>
          <p class="help">${this.t("campaign-weights-help")}</p>
          ${PILLARS.map((pillar) => this.#pillar(pillar))}
          <button type="button" class="link" ?disabled=${settings.factorWeights === null}
            @click=${() => this.desk.change({ factorWeights: null }, "factor-weights")}>${this.t("weights-reset")}</button>
          <label class="check"><input type="checkbox" .checked=${discount}
            @change=${(/** @type {Event} */ event) => this.desk.change({ discount: checked(event) }, "discount")}>
            <span>${this.t("campaign-discount")}<small>${this.t("campaign-discount-help")}</small></span></label>
        </fieldset>
      </form>
    </details>`;
  }

  /** How many of the names of a list the data hold, and which they do not. @param {"employees" | "customers" | "audience"} name */
  #found(name) {
    const { summary, stale } = this.desk.state;
    const list = summary?.listed[name];
    if (!list || list.given === 0 || stale) return nothing;
    const { given, found, missing } = list;
    return html`<p class="help found" role="status">${this.t("listed-found", { found, given })}${missing.length > 0
      ? html` ${this.t("listed-missing")} <bdi>${missing.join(", ")}</bdi>${given - found > missing.length ? "…" : ""}` : nothing}</p>`;
  }

  /** How many of these are in use, said beside the title. */
  #count() {
    const { brand, competitors, audience, lists, factorWeights, discount } = this.desk.state.settings;
    const used = [
      brand !== null, competitors.length > 0, JSON.stringify(audience) !== JSON.stringify(NOBODY),
      lists.employees.length > 0, lists.customers.length > 0, factorWeights !== null, !discount,
    ].filter(Boolean).length;
    return used > 0 ? html` <small>${this.t("campaign-used", { used })}</small>` : nothing;
  }

  /** @param {Partial<Audience>} part */
  #audience(part) {
    return { audience: { ...this.desk.state.settings.audience, ...part } };
  }

  /**
   * @param {"brand" | "languages" | "places"} name
   * @param {string} text
   * @param {(text: string) => import("../../shared/engine.d.ts").SettingsPatch} patch
   */
  #line(name, text, patch) {
    return html`<label class="field"><span>${this.t(`campaign-${name}`)}</span>
      <input type="text" autocomplete="off" spellcheck="false" .value=${text} placeholder=${this.t(`campaign-${name}-placeholder`)}
        @change=${(/** @type {Event} */ event) => this.desk.change(patch(value(event)), name)}></label>`;
  }

  /**
   * @param {"competitors" | "accounts" | "employees" | "customers"} name
   * @param {string} text
   * @param {(text: string) => import("../../shared/engine.d.ts").SettingsPatch} patch
   */
  #lines(name, text, patch) {
    return html`<label class="field"><span>${this.t(`campaign-${name}`)}</span>
      <textarea rows="3" spellcheck="false" .value=${text} placeholder=${this.t(`campaign-${name}-placeholder`)}
        @change=${(/** @type {Event} */ event) => this.desk.change(patch(value(event)), name)}></textarea></label>`;
  }

  /** @param {Pillar} pillar */
  #pillar(pillar) {
    const weights = this.desk.factorWeights;
    const total = PILLAR_FACTORS[pillar].reduce((sum, name) => sum + weights[name], 0) || 1;
    return html`<div class="pillar ${pillar}" role="group" aria-label=${this.t(`pillar-${pillar}`)}>
      <h4>${this.t(`pillar-${pillar}`)}</h4>
      ${PILLAR_FACTORS[pillar].map((name) => html`<label><span>${this.t(`factor-${name}`)}</span>
        <input type="range" min="0" max="4" step="0.25" .value=${String(weights[name])}
          aria-valuetext=${this.desk.say.percent(weights[name] / total)}
          @input=${(/** @type {Event} */ event) => this.#weigh(name, Number(value(event)))}>
        <output>${this.desk.say.percent(weights[name] / total)}</output></label>`)}
    </div>`;
  }

  /**
   * @param {SubFactor} name
   * @param {number} weight
   */
  #weigh(name, weight) {
    const all = this.desk.factorWeights;
    const factorWeights = /** @type {Record<SubFactor, number>} */ (Object.fromEntries(SUB_FACTORS.map((each) => [each, each === name ? weight : all[each]])));
    this.desk.change({ factorWeights }, `weigh ${name}`);
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {Event} event */
function checked(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}

customElements.define("sil-campaign", Campaign);
