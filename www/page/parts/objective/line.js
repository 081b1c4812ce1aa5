/** @import { Objective } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../../styles/objective-line.css?inline";
import { periodText } from "../../../shared/phrases.js";
import { OBJECTIVES, cleanBrief } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { byCredit, weightsOf } from "../../state/inforce.js";
import { weightsText } from "../../state/objective.js";
import { rerankOf } from "../../state/rerank.js";
import { withWord } from "../../state/words.js";

/** Words suggested at once. */
const SUGGESTED = 4;

/** The objective in one line above the ranking: the two things that are changed all the time, the others said in words. */
export class ObjectiveLine extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [
    desk.state.settings, desk.state.summary, desk.state.stale, desk.state.suggestions, rerankOf(desk).revision,
  ];

  constructor() {
    super();
    /** Whether something was typed since the field was entered. */
    this.typing = false;
  }

  /** @override */
  render() {
    const { settings, summary } = this.desk.state;
    const { brief } = settings;
    const matches = summary?.brief.matchingPosts ?? null;
    return html`<form aria-label=${this.t("brief-form")} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <div class="objective">
        <label for="objective">${this.t("objective-label")}</label>
        <select id="objective" .value=${settings.objective} @change=${this.#objective}>
          ${OBJECTIVES.map((name) => html`<option value=${name} ?selected=${name === settings.objective}>${this.t(`objective-${name}`)}</option>`)}
        </select>
      </div>
      <div class="words">
        <label for="words">${this.t("words-label")}</label>
        <input id="words" type="text" autocomplete="off" spellcheck="false" .value=${brief} placeholder=${this.t("words-placeholder")} aria-describedby="words-help"
          @focus=${() => (this.typing = false)} @input=${this.#words}>
      </div>
      <div class="rest">
        <p>${byCredit(this.desk.state) ? this.t("objective-unweighted") : weightsText(this.desk.say, weightsOf(this.desk.state))}<span class="also">${this.#also()}</span></p>
        <button type="button" class="link" @click=${() => this.desk.show("objective")}>${this.t("objective-change")}</button>
      </div>
      <div class="under">
        <p class="help" id="words-help">${brief && matches !== null ? this.t("words-matches", { posts: matches, authors: summary?.brief.matchingAuthors ?? 0 }) : this.t("words-help")}</p>
        ${this.#suggested()}
      </div>
      ${this.#moved()}
    </form>`;
  }

  /** What else narrows or bends the ranking, so that nobody overlooks it. */
  #also() {
    const { settings } = this.desk.state;
    const { window, audience, brand } = settings;
    const parts = [];
    if (window.from !== null || window.to !== null) {
      parts.push(window.from === null ? this.t("line-until", { day: this.desk.say.day((window.to ?? 0) - 1) })
        : window.to === null ? this.t("line-since", { day: this.desk.say.day(window.from) }) : periodText(this.desk.say, window.from, window.to - 1));
    } else parts.push(this.t("line-always"));
    if (brand) parts.push(brand.name);
    if (Object.values(audience).some((part) => part.length > 0)) parts.push(this.t("line-audience"));
    return html` · <bdi>${parts.join(" · ")}</bdi>`;
  }

  /** Words that go with the subject in these posts: a click adds one. */
  #suggested() {
    const { suggestions, stale } = this.desk.state;
    if (suggestions.length === 0 || stale) return nothing;
    return html`<p class="suggested"><span class="help">${this.t("words-suggested")}</span>
      ${suggestions.slice(0, SUGGESTED).map(({ text }) => html`<button type="button" @click=${() => this.#give(withWord(this.desk.state.settings.brief, text))}><bdi>${text}</bdi></button>`)}</p>`;
  }

  /** That ranks are compared with those before, and the way to stop it. */
  #moved() {
    const rerank = rerankOf(this.desk);
    if (!rerank.differs || this.desk.state.stale) return nothing;
    return html`<p class="moved" role="status">${this.t("top-shifted", { count: rerank.shifted, of: rerank.first.length })}
      <button type="button" class="link" @click=${() => rerank.mark()}>${this.t("top-mark")}</button></p>`;
  }

  /** @param {Event} event */
  #objective(event) {
    const objective = /** @type {Objective} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    rerankOf(this.desk).mark();
    this.desk.change({ objective, weights: null, factorWeights: null }, "objective");
  }

  /** @param {Event} event */
  #words(event) {
    // Movements are counted from the order before the first letter.
    if (!this.typing) rerankOf(this.desk).mark();
    this.typing = true;
    this.#give(cleanBrief(/** @type {HTMLInputElement} */ (event.target).value));
  }

  /** @param {string} brief */
  #give(brief) {
    this.desk.change({ brief }, "brief");
  }
}

customElements.define("sil-objective-line", ObjectiveLine);
