/**
 * @import { Measuring } from "../../state/measuring.js"
 * @import { Look } from "../chart/look.js"
 *
 * @typedef {(look: Look) => object} Option
 */
import { html, nothing } from "lit";
import css from "../../../styles/measure-part.css?inline";
import { Part, styles } from "../../part.js";

/** One of the two questions of the screen Measure: what is asked, and its answer. */
export class MeasurePart extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { measuring: { attribute: false }, all: { state: true } };

  constructor() {
    super();
    /** @type {Measuring} */
    this.measuring = /** @type {Measuring} */ (/** @type {unknown} */ (null));
    /** Whether a table shows all its rows. */
    this.all = false;
    /** @type {{ of: object, lang: string, option: Option } | null} */
    this.drawing = null;
  }

  /**
   * The same option as long as it says the same: a chart is drawn again only for another.
   * @param {object} of the answer that it shows
   * @param {() => Option} make
   */
  drawn(of, make) {
    const { lang } = this.desk.say;
    if (this.drawing?.of !== of || this.drawing.lang !== lang) this.drawing = { of, lang, option: make() };
    return this.drawing.option;
  }

  /** The answer in words. @param {{ first: string, others: readonly string[] }} finding */
  said({ first, others }) {
    return html`<p class="said" role="status">${first}</p>
      ${others.length > 0 ? html`<p class="note">${others.join(" ")}</p>` : nothing}`;
  }

  /**
   * A table that can be wider than the screen.
   * @param {string} caption
   * @param {unknown} head
   * @param {unknown} rows
   */
  wide(caption, head, rows) {
    return html`<div class="wide" tabindex="0" role="region" aria-label=${caption}><table>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${head}</tr></thead>
      <tbody>${rows}</tbody>
    </table></div>`;
  }

  /**
   * The button that shows all rows of a table, or the first ones alone.
   * @param {number} count
   * @param {number} first
   */
  fold(count, first) {
    return count > first ? html`<button type="button" class="link" @click=${() => { this.all = !this.all; }}>${this.t(this.all ? "show-fewer" : "show-all", { count })}</button>` : nothing;
  }
}
