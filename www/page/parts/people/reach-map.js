/** @import { Point, Scatter } from "../../state/scatter.js" */
import { html, nothing, svg } from "lit";
import css from "../../../styles/insight.css?inline";
import { reasonText } from "../../../shared/phrases.js";
import { UNKNOWN } from "../../../shared/translate.js";
import { Part, styles } from "../../part.js";
import { DRAWN, KNOWN, placeLabels, scatter } from "../../state/scatter.js";

/** Room around the plot: left, right, top, bottom. */
const MARGIN = { left: 44, right: 16, top: 32, bottom: 40 };
/** Names longer than this are cut on the map, not in the table. */
const LETTERS = 24;

/** How well known people are, and into how many circles they get: a map, and the same as a table. */
export class ReachMap extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [desk.state.summary, desk.state.deepening, desk.people.spread];
  /** @override */ static properties = { open: { state: true }, width: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.width = 640;
    /** @type {import("../../state/people.js").Spread | null} */
    this.of = null;
    /** @type {Scatter | null} */
    this.scatter = null;
    this.sizes = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.width) this.width = width;
    });
  }

  /** @override */
  updated() {
    const inside = this.renderRoot.querySelector(".inside");
    if (inside) this.sizes.observe(inside);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  /** @override */
  render() {
    const { people, state } = this.desk;
    if (!state.summary) return nothing;
    if (this.open && !state.deepening) void people.wantSpread();
    const { spread } = people;
    if (spread !== this.of) {
      this.of = spread;
      this.scatter = spread && scatter(spread);
    }
    return html`<details @toggle=${(/** @type {Event} */ event) => {
      this.open = /** @type {HTMLDetailsElement} */ (event.target).open;
    }}>
      <summary><h2>${this.t("spread-title")}</h2></summary>
      <div class="inside">${!this.open ? nothing : this.scatter ? this.#found(this.scatter) : html`<p class="note" role="status">${this.t("profile-pending")}</p>`}</div>
    </details>`;
  }

  /** @param {Scatter} found */
  #found(found) {
    const { points, outstanding, unknown } = found;
    const popularity = this.desk.state.summary?.coverage.popularity;
    if (popularity && !popularity.available) return html`<p class="note">${reasonText(this.desk.say, popularity.reason)}</p>`;
    if (points.length < 2) return html`<p class="note">${this.t("spread-none")}</p>`;
    return html`
      <p>${this.#sentence(found)}</p>
      <p class="note">${this.t("spread-note", { known: points.length, unknown })}${points.length > DRAWN ? ` ${this.t("spread-cut", { drawn: DRAWN })}` : nothing}</p>
      ${this.#chart(found)}
      <details open><summary>${this.t("spread-table")}</summary>${this.#table(outstanding)}</details>`;
  }

  /** @param {Scatter} found */
  #sentence({ outstanding, points }) {
    const of = (/** @type {Point["kind"]} */ kind) => outstanding.filter((point) => point.kind === kind).slice(0, 3).map(({ handle }) => handle);
    const [both, circles] = [of("both"), of("circles")];
    const { say } = this.desk;
    if (both.length > 0) return this.t("spread-both", { people: say.list(both), count: both.length });
    if (circles.length > 0) return this.t("spread-circles", { people: say.list(circles), count: circles.length });
    return this.t("spread-nobody", { count: points.length });
  }

  /** @param {Scatter} found */
  #chart({ points, outstanding, most, middle }) {
    const { say } = this.desk;
    const [width, height] = [this.width, Math.round(Math.min(420, Math.max(260, this.width * 0.6)))];
    const [right, bottom] = [width - MARGIN.right, height - MARGIN.bottom];
    // Only people with a public are on the map: they begin somewhere on the right.
    const from = Math.min(KNOWN - 25, 25 * Math.floor((points[points.length - 1]?.visibility ?? 0) / 25));
    const x = (/** @type {number} */ value) => MARGIN.left + ((value - from) / (100 - from)) * (right - MARGIN.left);
    const y = (/** @type {number} */ value) => bottom - ((value - 1) / (most - 1)) * (bottom - MARGIN.top);
    const crowd = points.slice(0, DRAWN).map((point) => `M${x(point.visibility).toFixed(1)} ${y(point.capillarity).toFixed(1)}h0`).join("");
    const placed = placeLabels(outstanding, { x, y, width, left: MARGIN.left });
    const step = Math.max(1, Math.ceil((most - 1) / 5));
    const rows = Array.from({ length: Math.floor((most - 1) / step) + 1 }, (_, at) => 1 + at * step);
    return html`<figure class="chart">
      <svg viewBox="0 0 ${width} ${height}" height=${height} role="img" aria-label=${this.t("spread-label", { count: points.length })}>
        ${rows.map((value) => svg`<text x=${MARGIN.left - 8} y=${y(value) + 4} text-anchor="end">${say.number(value)}</text>`)}
        ${[0, 25, 50, 60, 70, 75, 80, 90, 100].filter((value) => value >= from && (from >= 50 ? value % 10 === 0 : value % 25 === 0)).map((value) => svg`<text x=${x(value)} y=${bottom + 16} text-anchor="middle">${say.number(value)}</text>`)}
        <path class="axis" d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${right}"></path>
        <path class="grid" d="M${x(KNOWN)} ${MARGIN.top}V${bottom}M${MARGIN.left} ${y(middle)}H${right}"></path>
        <text x=${right} y=${height - 6} text-anchor="end">${this.t("spread-x")} →</text>
        <text x=${8} y=${16}>↑ ${this.t("spread-y")}</text>
        <path class="crowd" d=${crowd}></path>
        ${placed.map(({ x: px, y: py, point }) => svg`<circle class="one" cx=${px} cy=${py} r="5"><title>${point.handle}</title></circle>`)}
        ${placed.map(({ label, point }) => (label ? svg`<text class="label" x=${label.x} y=${label.y} text-anchor=${label.anchor}>${cut(point.handle)}</text>` : nothing))}
      </svg></figure>`;
  }

  /** @param {Point[]} outstanding */
  #table(outstanding) {
    const { say } = this.desk;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t("spread-table")}><table>
      <caption class="visually-hidden">${this.t("spread-table")}</caption>
      <thead><tr><th scope="col">${this.t("column-account")}</th><th scope="col" class="number">${this.t("column-visibility")}</th>
        <th scope="col" class="number">${this.t("spread-circles-short")}</th><th scope="col" class="number">${this.t("column-score")}</th><th scope="col">${this.t("spread-where")}</th></tr></thead>
      <tbody>${outstanding.map((point) => html`<tr><th scope="row"><button type="button" class="link" @click=${() => this.desk.dossiers.open(point.index)}><bdi>${point.handle}</bdi></button></th>
        <td class="number">${say.number(point.visibility, 0)}</td><td class="number">${say.number(point.capillarity, 1)}</td>
        <td class="number">${Number.isNaN(point.score) ? UNKNOWN : say.number(point.score, 1)}</td><td class="words">${this.t(`spread-kind-${point.kind}`)}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

/** @param {string} handle */
function cut(handle) {
  return handle.length > LETTERS ? `${handle.slice(0, LETTERS - 1)}…` : handle;
}

customElements.define("sil-reach-map", ReachMap);
