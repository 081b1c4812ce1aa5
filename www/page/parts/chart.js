/**
 * @import { Chart } from "./chart/drawing.js"
 * @import { Look } from "./chart/look.js"
 *
 * @typedef {{ caption: string, head: string[], rows: (string | number | null)[][] }} Table the first cell of a row is its name
 * @typedef {object} Option an option of ECharts, without colours where the theme's do
 */
import { html, nothing } from "lit";
import css from "../../styles/chart.css?inline";
import { UNKNOWN } from "../../shared/translate.js";
import { Part, styles } from "../part.js";
import { PROBES, look, theme } from "./chart/look.js";

/**
 * A chart: its conclusion as the title, a summary for those who do not see it, and the numbers as a table.
 *
 *   <sil-chart .desk=${desk} .heading=${"Posts doubled in May"} .summary=${"…"} .option=${(look) => ({ … })} .table=${…}>
 *
 * `option` is an option of ECharts, or what makes one from the colours of the moment; `height` is in pixels.
 */
export class ChartFigure extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = ({ state }) => [state.theme, state.screen];
  /** @override */ static properties = {
    ...Part.properties,
    heading: { attribute: false },
    summary: { attribute: false },
    option: { attribute: false },
    table: { attribute: false },
    height: { attribute: false },
    missing: { state: true },
  };

  constructor() {
    super();
    /** The conclusion, in words. */
    this.heading = "";
    /** What the chart shows, for screen readers. */
    this.summary = "";
    /** @type {Option | ((look: Look) => Option) | null} */
    this.option = null;
    /** @type {Table | null} */
    this.table = null;
    this.height = 260;
    /** Whether the drawing could not be brought: the table is open then. */
    this.missing = false;
    /** @type {Chart | null} */
    this.chart = null;
    /** The theme and option that are drawn. */
    this.drawn = "";
    /** @type {unknown} */
    this.shown = null;
    this.leave = new AbortController();
    this.sizes = new ResizeObserver(() => this.#resize());
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.leave = new AbortController();
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => this.#draw(), { signal: this.leave.signal });
    }
    if (this.hasUpdated) this.requestUpdate();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.leave.abort();
    this.sizes.disconnect();
    this.#end();
  }

  get box() {
    return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".stage"));
  }

  /** @override */
  updated() {
    const { box } = this;
    if (!box) return this.#end();
    this.sizes.observe(box);
    // The document has a new theme only after all of its parts were drawn.
    requestAnimationFrame(() => this.#draw());
  }

  #end() {
    this.chart?.dispose();
    this.chart = null;
    this.drawn = "";
  }

  /** Draws what changed: the option, or the colours. */
  async #draw() {
    const { signal } = this.leave;
    const { box, option } = this;
    if (!box || !option || signal.aborted) return;
    /** @type {typeof import("./chart/drawing.js")} */
    let drawing;
    try {
      drawing = await import("./chart/drawing.js");
    } catch {
      this.missing = true;
      return;
    }
    if (signal.aborted || box !== this.box || option !== this.option) return;
    if (box.clientWidth === 0) {
      // Out of sight: drawn when it is seen. What it showed may be in another language by then.
      if (option !== this.shown) this.#end();
      return;
    }
    const of = look(this.renderRoot);
    const drawn = JSON.stringify(of);
    if (this.chart && drawn !== this.drawn) this.#end();
    const fresh = !this.chart;
    this.chart ??= drawing.begin(box, theme(of, getComputedStyle(box).fontFamily), { width: box.clientWidth, height: this.height });
    if (!fresh && option === this.shown) return;
    this.drawn = drawn;
    this.shown = option;
    const made = /** @type {Record<string, any>} */ (typeof option === "function" ? option(of) : option);
    // The tooltip as a drawing: as markup, the page's policy would block it. Nothing moves by itself.
    const tooltip = made["tooltip"] ? { confine: true, ...made["tooltip"], renderMode: "richText" } : { show: false };
    this.chart.setOption({ animation: false, ...made, tooltip }, { notMerge: true });
    this.dispatchEvent(new Event("sil-drawn"));
  }

  #resize() {
    const { box, chart } = this;
    if (!box || box.clientWidth === 0) return;
    if (!chart) void this.#draw();
    else if (chart.getWidth() !== box.clientWidth || chart.getHeight() !== this.height) chart.resize({ width: box.clientWidth, height: this.height });
  }

  /** @override */
  render() {
    const { table } = this;
    return html`<figure>
      ${this.heading ? html`<figcaption>${this.heading}</figcaption>` : nothing}
      ${this.missing ? html`<p class="note">${this.t("chart-missing")}</p>` : html`
        <div class="stage" role="img" aria-label=${this.heading || this.summary} aria-describedby=${this.summary ? "summary" : nothing}
          .style=${`height:${this.height}px`}></div>`}
      ${this.summary ? html`<p class="visually-hidden" id="summary">${this.summary}</p>` : nothing}
      ${table ? html`<details ?open=${this.missing}><summary>${this.t("chart-data")}</summary>
        <div class="scroll" role="region" tabindex="0" aria-label=${table.caption}><table>
          <caption>${table.caption}</caption>
          <thead><tr>${table.head.map((name, at) => html`<th scope="col" class=${this.#numeric(table, at)}>${name}</th>`)}</tr></thead>
          <tbody>${table.rows.map((row) => html`<tr>${row.map((cell, at) => (at === 0
            ? html`<th scope="row"><bdi>${this.#cell(cell)}</bdi></th>`
            : html`<td class=${this.#numeric(table, at)}>${this.#cell(cell)}</td>`))}</tr>`)}</tbody>
        </table></div></details>` : nothing}
      ${PROBES.map((name) => html`<span class="probe ${name}" aria-hidden="true"></span>`)}
    </figure>`;
  }

  /** Columns of numbers stand to the right. @param {Table} table @param {number} at */
  #numeric({ rows }, at) {
    const known = at > 0 ? rows.map((row) => row[at]).filter((cell) => cell !== null && cell !== undefined) : [];
    return known.length > 0 && known.every((cell) => typeof cell === "number" || /^[^\p{L}]*$/u.test(cell)) ? "number" : "";
  }

  /** @param {string | number | null | undefined} cell */
  #cell(cell) {
    if (cell === null || cell === undefined) return UNKNOWN;
    return typeof cell === "number" ? this.desk.say.number(cell, Number.isInteger(cell) ? 0 : 1) : cell;
  }
}

customElements.define("sil-chart", ChartFigure);
