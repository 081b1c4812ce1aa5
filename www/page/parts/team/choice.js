/**
 * @import { TeamForm } from "../../state/plan.js"
 * @import { Teamwork } from "../../state/teamwork.js"
 */
import { html, nothing } from "lit";
import css from "../../../styles/team-choice.css?inline";
import { NOBODY } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { MODELS, MOST_MEMBERS, PROBABILITIES, costFrom } from "../../state/plan.js";
import "../costs.js";
import "./result.js";

/** What a team is asked to be, and the team. */
export class TeamChoice extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { teamwork: { attribute: false } };

  constructor() {
    super();
    /** @type {Teamwork} */
    this.teamwork = /** @type {Teamwork} */ (/** @type {unknown} */ (null));
  }

  /** @override */
  render() {
    const { plan, settings, work } = this.desk.state;
    const form = plan.team;
    const target = JSON.stringify(settings.audience) !== JSON.stringify(NOBODY);
    return html`<section aria-labelledby="choice-title">
      <h2 id="choice-title">${this.t("choice-title")}</h2>
      <form aria-label=${this.t("choice-title")} @submit=${this.#submit}>
        <div class="main">
          ${this.#whole("size", form.size, 1, MOST_MEMBERS)}
          ${this.#money("team-budget", form.budget, (budget) => ({ budget }))}
          <label class="field">${this.t("team-audience")}<select ?disabled=${!target} @change=${(/** @type {Event} */ e) => this.#set({ audience: value(e) === "target" ? "target" : "everybody" }, "audience")}>
            <option value="everybody" .selected=${form.audience === "everybody" || !target}>${this.t("audience-everybody")}</option>
            <option value="target" .selected=${form.audience === "target" && target}>${this.t("audience-target")}</option></select>
            ${target ? nothing : html`<small>${this.t("team-audience-none")}</small>`}</label>
          <div class="go"><button type="submit" class="primary big" ?disabled=${work !== null}>${this.t(this.teamwork.team ? "choose-again" : "choose")}</button></div>
        </div>
        ${this.#people()}
        <details>
          <summary>${this.t("team-costs")}${Object.keys(form.tiers).length > 0 ? html` <small>${this.t("team-set", { count: Object.keys(form.tiers).length })}</small>` : nothing}</summary>
          <sil-costs .desk=${this.desk}></sil-costs>
        </details>
        <details>
          <summary>${this.t("team-more")}</summary>
          <div class="fields">
            ${this.#optional("minConfidence", form.minConfidence, 0, 100)}
            ${this.#optional("perCommunity", form.perCommunity, 1, MOST_MEMBERS)}
            <label class="field">${this.t("team-model")}<select @change=${(/** @type {Event} */ e) => this.#set({ model: MODELS.find((name) => name === value(e)) ?? form.model }, "model")}>
              ${MODELS.map((name) => html`<option value=${name} .selected=${name === form.model}>${this.t(`model-${name}`)}</option>`)}</select><small>${this.t(`model-help-${form.model}`)}</small></label>
            <label class="field">${this.t("team-probabilities")}<select @change=${(/** @type {Event} */ e) => this.#set({ probabilities: PROBABILITIES.find((name) => name === value(e)) ?? form.probabilities }, "probabilities")}>
              ${PROBABILITIES.map((name) => html`<option value=${name} .selected=${name === form.probabilities}>${this.t(`probabilities-${name}`)}</option>`)}</select><small>${this.t("team-probabilities-help")}</small></label>
            ${this.#optional("hops", form.hops, 1, 50)}
            ${this.#whole("messages", form.messages, 1, 1_000, true)}
            ${this.#whole("seconds", form.seconds, 0, 60)}
          </div>
        </details>
      </form>
      <sil-team-result .desk=${this.desk} .teamwork=${this.teamwork}></sil-team-result>
    </section>`;
  }

  /** Who has to be in, and who must not be: decided person by person. */
  #people() {
    const { people } = this.desk.state.plan;
    const lines = /** @type {const} */ (["must", "never", "rival"]).flatMap((choice) => {
      const handles = people.filter((person) => person.choice === choice).map(({ handle }) => handle);
      return handles.length > 0 ? [html`<li>${this.t(`people-${choice}`, { count: handles.length })} <bdi>${this.desk.say.list(handles.slice(0, 8))}</bdi>${handles.length > 8 ? "…" : nothing}</li>`] : [];
    });
    return lines.length === 0 ? html`<p class="help">${this.t("people-help")}</p>` : html`<ul class="given">${lines}</ul>`;
  }

  /**
   * @param {Partial<TeamForm>} patch
   * @param {string} key
   */
  #set(patch, key) {
    const { plan } = this.desk.state;
    this.desk.decide({ ...plan, team: { ...plan.team, ...patch } }, `team ${key}`);
  }

  /**
   * A whole number that has to be there.
   * @param {"size" | "messages" | "seconds"} name
   * @param {number} shown
   * @param {number} low
   * @param {number} high
   * @param {boolean} [helped] whether a line explains it
   */
  #whole(name, shown, low, high, helped = false) {
    return html`<label class="field">${this.t(`team-${name}`)}<input type="number" inputmode="numeric" required min=${low} max=${high} step="1" .value=${String(shown)}
      @change=${(/** @type {Event} */ e) => { const given = wholeIn(e, low, high); if (given !== null) this.#set({ [name]: given }, name); }}>${helped ? html`<small>${this.t(`team-${name}-help`)}</small>` : nothing}</label>`;
  }

  /**
   * A whole number that may be left out.
   * @param {"minConfidence" | "perCommunity" | "hops"} name
   * @param {number | null} shown
   * @param {number} low
   * @param {number} high
   */
  #optional(name, shown, low, high) {
    return html`<label class="field">${this.t(`team-${name}`)}<input type="number" inputmode="numeric" min=${low} max=${high} step="1" placeholder=${this.t("no-limit")}
      .value=${shown === null ? "" : String(shown)}
      @change=${(/** @type {Event} */ e) => { const given = wholeIn(e, low, high); if (given !== null || !value(e)) this.#set({ [name]: given }, name); }}>
      <small>${this.t(`team-${name}-help`)}</small></label>`;
  }

  /**
   * @param {string} name
   * @param {number | null} shown
   * @param {(value: number | null) => Partial<TeamForm>} patch
   */
  #money(name, shown, patch) {
    const change = (/** @type {Event} */ event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      const typed = field.value.trim();
      const given = costFrom(typed);
      field.setCustomValidity(typed && given === null ? this.t("cost-unread") : "");
      if (!field.reportValidity()) return;
      this.#set(patch(given), name);
    };
    return html`<label class="field">${this.t(name)}<input type="text" inputmode="decimal" autocomplete="off" placeholder=${this.t("no-limit")}
      .value=${shown === null ? "" : this.desk.say.number(shown, Number.isInteger(shown) ? 0 : 2)} @change=${change}></label>`;
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.desk.state.work === null) void this.teamwork.choose();
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/**
 * A whole number of a field, within its bounds.
 * @param {Event} event
 * @param {number} low
 * @param {number} high
 */
function wholeIn(event, low, high) {
  const text = value(event).trim();
  const number = Math.round(Number(text));
  return text && Number.isFinite(number) ? Math.max(low, Math.min(high, number)) : null;
}

customElements.define("sil-team-choice", TeamChoice);
