/** @import { Objective, Pillar } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/brief.css?inline";
import { OBJECTIVES, PILLARS, cleanBrief, timeFrom } from "../../shared/settings.js";
import { Part, styles } from "../part.js";

const DAY = 86_400_000;
/** Words suggested at once. */
const SUGGESTED = 6;

/** What is looked for: objective, words, weights, dates. Every change is applied at once and can be undone. */
export class Brief extends Part {
  /** @override */ static styles = styles(css);

  /** Weights as whole percents. @returns {Record<Pillar, number>} */
  get percents() {
    const { weights } = this.desk;
    const sum = PILLARS.reduce((total, pillar) => total + weights[pillar], 0) || 1;
    const percents = /** @type {Record<Pillar, number>} */ ({});
    for (const pillar of PILLARS) percents[pillar] = Math.round((100 * weights[pillar]) / sum);
    return percents;
  }

  /** @override */
  render() {
    const { settings, summary } = this.desk.state;
    const { brief } = settings;
    const matches = summary?.brief.matchingPosts ?? null;
    return html`
      <form aria-label=${this.t("brief-form")} @submit=${prevent}>
        <div class="field objective">
          <label for="objective">${this.t("objective-label")}</label>
          <select id="objective" .value=${settings.objective} aria-describedby="objective-help" @change=${this.#objective}>
            ${OBJECTIVES.map((name) => html`<option value=${name} ?selected=${name === settings.objective}>${this.t(`objective-${name}`)}</option>`)}
          </select>
          <p class="help" id="objective-help">${this.t(`objective-${settings.objective}-help`)}</p>
        </div>
        <div class="field words">
          <label for="words">${this.t("words-label")}</label>
          <input id="words" type="text" autocomplete="off" spellcheck="false" .value=${brief}
            placeholder=${this.t("words-placeholder")} aria-describedby="words-help" @input=${this.#words}>
          <p class="help" id="words-help">${matches !== null && brief
            ? this.t("words-matches", { posts: matches, authors: summary?.brief.matchingAuthors ?? 0 })
            : this.t("words-help")}</p>
          ${this.#suggested()}
        </div>
        <fieldset class="weights">
          <legend>${this.t("weights-label")}</legend>
          ${PILLARS.map((pillar) => this.#weight(pillar))}
          <button type="button" class="link" ?disabled=${settings.weights === null}
            @click=${() => this.desk.change({ weights: null }, "weights-reset")}>${this.t("weights-reset")}</button>
        </fieldset>
        <fieldset class="window" aria-describedby="window-help">
          <legend>${this.t("window-label")}</legend>
          <div class="dates">
            <label>${this.t("window-from")} <input id="from" type="date" .value=${dayText(settings.window.from)} @change=${this.#window}></label>
            <label>${this.t("window-to")} <input id="to" type="date"
              .value=${dayText(settings.window.to === null ? null : settings.window.to - 1)} @change=${this.#window}></label>
            ${settings.window.from === null && settings.window.to === null ? nothing : html`
              <button type="button" class="link" @click=${() => this.desk.change({ window: null }, "window-clear")}>${this.t("window-clear")}</button>`}
          </div>
          <p class="visually-hidden" id="window-help">${this.t("window-help")}</p>
        </fieldset>
      </form>`;
  }

  /** Words that go with the subject in these posts: a click adds one. */
  #suggested() {
    const { suggestions, stale } = this.desk.state;
    if (suggestions.length === 0 || stale) return nothing;
    return html`<p class="suggested"><span class="help">${this.t("words-suggested")}</span>
      ${suggestions.slice(0, SUGGESTED).map(({ text }) => html`<button type="button" @click=${() => this.#add(text)}><bdi>${text}</bdi></button>`)}</p>`;
  }

  /** @param {string} word */
  #add(word) {
    const { brief } = this.desk.state.settings;
    const quoted = /\s/.test(word) ? `"${word}"` : word;
    this.desk.change({ brief: cleanBrief(brief.trim() ? `${brief.replace(/[\s,;]+$/, "")}, ${quoted}` : quoted) }, "brief");
  }

  /** @param {Pillar} pillar */
  #weight(pillar) {
    const value = this.percents[pillar];
    const name = this.t(`pillar-${pillar}`);
    return html`<div class="weight ${pillar}">
      <label for=${`range-${pillar}`}>${name}</label>
      <input id=${`range-${pillar}`} type="range" min="0" max="100" step="1" .value=${String(value)}
        @input=${(/** @type {Event} */ event) => this.#weigh(pillar, event)}>
      <input type="number" min="0" max="100" step="1" aria-label=${this.t("weight-number", { pillar: name })} .value=${String(value)}
        @change=${(/** @type {Event} */ event) => this.#weigh(pillar, event)}><span aria-hidden="true">%</span>
    </div>`;
  }

  /** @param {Event} event */
  #objective(event) {
    const objective = /** @type {Objective} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    this.desk.change({ objective, weights: null }, "objective");
  }

  /** @param {Event} event */
  #words(event) {
    this.desk.change({ brief: cleanBrief(/** @type {HTMLInputElement} */ (event.target).value) }, "brief");
  }

  /**
   * One weight moves, the two others share the rest in their proportion, so that the three always add up to 100.
   * @param {Pillar} pillar
   * @param {Event} event
   */
  #weigh(pillar, event) {
    const asked = Number(/** @type {HTMLInputElement} */ (event.target).value);
    if (!Number.isFinite(asked)) return;
    const value = Math.min(100, Math.max(0, Math.round(asked)));
    const percents = this.percents;
    const [a, b] = /** @type {[Pillar, Pillar]} */ (PILLARS.filter((name) => name !== pillar));
    const rest = 100 - value;
    const sum = percents[a] + percents[b];
    const first = Math.round(sum > 0 ? (rest * percents[a]) / sum : rest / 2);
    const weights = /** @type {Record<Pillar, number>} */ ({});
    weights[pillar] = value;
    weights[a] = first;
    weights[b] = rest - first;
    this.desk.change({ weights }, `weight-${pillar}`);
  }

  /** Days are UTC; the last one counts whole. */
  #window() {
    const value = (/** @type {string} */ id) => timeFrom(/** @type {HTMLInputElement} */ (this.renderRoot.querySelector(id)).value);
    const from = value("#from");
    const last = value("#to");
    const to = last === null ? null : last + DAY;
    if (from !== null && to !== null && from >= to) {
      this.desk.announce("window-empty");
      this.requestUpdate();
      return;
    }
    this.desk.change({ window: { from, to } }, "window");
  }
}

/** @param {number | null} time */
function dayText(time) {
  return time === null ? "" : new Date(time).toISOString().slice(0, 10);
}

/** @param {Event} event */
function prevent(event) {
  event.preventDefault();
}

customElements.define("sil-brief", Brief);
