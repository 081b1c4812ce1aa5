/** @import { Mover, Movers } from "../../../shared/engine.d.ts" */
import { html, nothing, svg } from "lit";
import css from "../../../styles/insight.css?inline";
import { reasonText } from "../../../shared/phrases.js";
import { Part, styles } from "../../part.js";

/** People of a list before it is unfolded. */
const FIRST = 8;
/** Periods that are drawn: those compared, and what came before. */
const DRAWN = 26;

/** Who rises and who fades, each with the curve that says so. */
export class MoversPanel extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [desk.state.summary, desk.state.deepening, desk.people.movers];
  /** @override */ static properties = { open: { state: true }, numbers: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.numbers = false;
  }

  /** @override */
  render() {
    const { people, state } = this.desk;
    if (!state.summary) return nothing;
    if (this.open && !state.deepening) void people.wantMovers();
    const { movers } = people;
    return html`<details @toggle=${(/** @type {Event} */ event) => {
      this.open = /** @type {HTMLDetailsElement} */ (event.target).open;
    }}>
      <summary><h2>${this.t("movers-title")}</h2>${movers && !movers.reason
        ? html`<span class="note">${this.t("movers-count", { rising: movers.risingTotal, fading: movers.fadingTotal })}</span>` : nothing}</summary>
      <div class="inside">${!this.open ? nothing : movers ? this.#movers(movers) : html`<p class="note" role="status">${this.t("profile-pending")}</p>`}</div>
    </details>`;
  }

  /** @param {Movers} movers */
  #movers(movers) {
    if (movers.reason) return html`<p class="note">${reasonText(this.desk.say, movers.reason)}</p>`;
    const [recent, base] = movers.compared;
    return html`
      <p class="note">${this.t(`movers-${movers.period}`, { recent, base })}${movers.periods > DRAWN ? ` ${this.t("movers-drawn", { drawn: DRAWN })}` : nothing}</p>
      <div class="columns">
        ${this.#list(movers, "rising", movers.rising, movers.risingTotal)}
        ${this.#list(movers, "fading", movers.fading, movers.fadingTotal)}
      </div>
      ${movers.rising.length + movers.fading.length > 0 ? html`<details @toggle=${(/** @type {Event} */ event) => {
        this.numbers = /** @type {HTMLDetailsElement} */ (event.target).open;
      }}><summary>${this.t("movers-table")}</summary>${this.numbers ? this.#table(movers) : nothing}</details>` : nothing}`;
  }

  /**
   * @param {Movers} movers
   * @param {"rising" | "fading"} way
   * @param {Mover[]} list
   * @param {number} total
   */
  #list(movers, way, list, total) {
    const row = (/** @type {Mover} */ one) => html`<li>
      <div class="who"><button type="button" class="link" @click=${() => this.desk.dossiers.open(one.index)}><bdi>${one.handle}</bdi></button>
        <small>${this.#times(one)}${one.rank === null ? nothing : html` · ${this.t("compare-rank", { rank: one.rank })}`}</small></div>
      ${this.#curve(movers, one)}</li>`;
    return html`<div><h3>${this.t(`movers-${way}`, { count: total })}</h3>
      ${list.length === 0 ? html`<p class="note">${this.t("movers-none")}</p>` : html`<ul class="movers">${list.slice(0, FIRST).map(row)}</ul>`}
      ${list.length > FIRST ? html`<details><summary>${this.t("ties-more", { more: list.length - FIRST })}</summary><ul class="movers">${list.slice(FIRST).map(row)}</ul></details>` : nothing}
      ${total > list.length ? html`<p class="note">${this.t("movers-cut", { shown: list.length, total })}</p>` : nothing}</div>`;
  }

  /** @param {Mover} one */
  #times({ rise, riseLow, riseHigh }) {
    const { say } = this.desk;
    const times = (/** @type {number | null} */ log) => say.number(log === null ? null : 2 ** log, 1);
    return this.t("movers-times", { times: times(rise), low: times(riseLow), high: times(riseHigh) });
  }

  /**
   * @param {Movers} movers
   * @param {Mover} one
   */
  #curve({ period, compared }, { people, handle }) {
    const drawn = people.slice(-DRAWN);
    const most = Math.max(1, ...drawn);
    const width = 100 / Math.max(1, drawn.length);
    const label = `${handle}. ${this.t(`trend-${period}`, { periods: drawn.length, most })}`;
    const bars = drawn.map((count, at) => `M${(at * width).toFixed(2)} 24v${((-24 * count) / most).toFixed(2)}h${(width - 0.6).toFixed(2)}V24z`);
    const from = Math.max(0, drawn.length - compared[0]);
    return html`<svg class="bars" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=${label}>
      ${svg`<path d=${bars.slice(0, from).join("")}></path><path class="recent" d=${bars.slice(from).join("")}></path>`}</svg>`;
  }

  /** The curves as numbers. @param {Movers} movers */
  #table({ period, first, periods, rising, fading }) {
    const { say } = this.desk;
    const length = (period === "weeks" ? 7 : 1) * 86_400_000;
    const from = Math.max(0, periods - DRAWN);
    const days = Array.from({ length: periods - from }, (_, at) => say.date(first + (from + at) * length));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.t("movers-table")}><table>
      <caption class="visually-hidden">${this.t(`movers-caption-${period}`)}</caption>
      <thead><tr><th scope="col">${this.t("column-account")}</th>${days.map((day) => html`<th scope="col" class="number">${day}</th>`)}</tr></thead>
      <tbody>${[...rising, ...fading].map((one) => html`<tr><th scope="row"><bdi>${one.handle}</bdi></th>${one.people.slice(from).map((count) => html`<td class="number">${say.number(count)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define("sil-movers", MoversPanel);
