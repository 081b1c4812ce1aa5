/**
 * @import { ImportOptions, Question, Receipt } from "../../shared/engine.d.ts"
 * @import { Card } from "../state/files.js"
 */
import { html, nothing } from "lit";
import css from "../../styles/questions.css?inline";
import { Part, styles } from "../part.js";

/** What only the user can tell: the same cell read in two ways, answered by one click. */
export class Questions extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { card: { attribute: false }, path: { attribute: false }, receipt: { attribute: false }, answered: { attribute: false } };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
    /** @type {string | null} */
    this.path = null;
    /** @type {Receipt} */
    this.receipt = /** @type {Receipt} */ (/** @type {unknown} */ (null));
    /** Called once the file has been read again. */
    this.answered = () => {};
  }

  /** @override */
  render() {
    return this.receipt.questions.map((question, at) => this.#question(question, at));
  }

  /**
   * @param {Question} question
   * @param {number} at
   */
  #question({ kind, column, sample, readings }, at) {
    return html`<div class="question" role="group" aria-labelledby=${`q${at}`}>
      <p id=${`q${at}`}>${this.t(`question-${kind}`, { sample, column })}</p>
      <div class="answers">${readings.map(({ option, shown }, i) => html`
        <button type="button" @click=${() => this.#answer(option)}>
          <strong>${kind === "number" ? this.#number(shown) : this.#date(shown)}</strong>
          <span>${this.#how(option, sample)}${i === 0 ? html` <em>${this.t("question-used")}</em>` : nothing}</span>
        </button>`)}</div>
    </div>`;
  }

  /** @param {string} shown */
  #number(shown) {
    const value = Number(shown);
    const digits = /\.(\d+)$/.exec(shown)?.[1]?.length ?? 0;
    return Number.isFinite(value) ? this.desk.say.number(value, digits) : shown;
  }

  /** @param {string} shown */
  #date(shown) {
    const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(shown) ? `${shown}T00:00:00Z` : shown);
    return Number.isFinite(time) ? this.desk.say.day(time) : shown;
  }

  /**
   * @param {Pick<ImportOptions, "decimal" | "dayFirst">} option
   * @param {string} sample
   */
  #how({ decimal, dayFirst }, sample) {
    if (decimal) {
      // Of the mark that stands there: what comes before decimals does not separate thousands.
      const mark = sample.includes(",") ? "comma" : "point";
      return this.t(mark === decimal ? `question-decimal-${mark}` : `question-thousands-${mark}`);
    }
    return this.t(dayFirst ? "question-day-first" : "question-month-first");
  }

  /** @param {Pick<ImportOptions, "decimal" | "dayFirst">} option */
  async #answer(option) {
    const { given } = this.card;
    const mapping = this.path === null ? given.mapping : given.parts[this.path] ?? {};
    await this.desk.mapFile(this.card.id, this.path, { ...mapping, ...option });
    this.answered();
  }
}

customElements.define("sil-questions", Questions);
