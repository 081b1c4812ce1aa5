/** @import { Event, Lane, Window } from "./history.js" */
import { html, nothing, svg } from "lit";
import asking from "../../../styles/asking.css?inline";
import css from "../../../styles/timeline.css?inline";
import palette from "../../../styles/palette.css?inline";
import { errorText } from "../../../shared/phrases.js";
import { Part, styles } from "../../part.js";
import { Asking } from "./asking.js";
import { continuity, lanes } from "./history.js";
import { OTHER, STYLES } from "./palette.js";
import { communityName } from "../../state/circles.js";

/** Windows of equal length. */
const CHOICES = [4, 6, 8, 12];
/** Where fewer people than this are found again, communities cannot last. */
const FOUND_AGAIN = 0.4;
const [LEFT, LANE, TOP, WIDTH] = [8, 44, 28, 720];

/** Communities through time: born, grown, merged, split, dissolved; a chart with its table. */
export class Timeline extends Part {
  /** @override */ static styles = styles(palette + asking + css);
  /** @override */ static properties = { ...Part.properties, windows: { state: true } };

  constructor() {
    super();
    this.windows = 6;
    /** @type {Asking<{ windows: Window[], lanes: Lane[], again: number | null }>} */
    this.asking = new Asking(this);
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    this.asking.renew();
  }

  #ask() {
    return this.asking.ask(async (study, signal) => {
      const { columns, facts } = await study.measure("timeline", { windows: this.windows }, { signal });
      const windows = /** @type {Window[]} */ (facts["windows"] ?? []);
      return { windows, lanes: lanes(windows, facts["events"] ?? [], columns, await study.column("community")), again: continuity(windows.length, columns) };
    });
  }

  /** What a community is called here: as the one of the study that most of its people are in. @param {Lane} lane */
  #name({ community, id }) {
    const name = community < 0 ? this.t("timeline-unnamed", { number: id + 1 }) : communityName(this.desk.say, this.desk.state.communities, community);
    const alike = this.asking.found?.lanes.filter((lane) => lane.community === community) ?? [];
    // Several that ended up in one are told apart by a letter.
    const at = alike.findIndex((lane) => lane.id === id);
    return alike.length > 1 ? `${name} (${String.fromCharCode(97 + at)})` : name;
  }

  /** @override */
  render() {
    const { summary, deepening } = this.desk.state;
    if (!summary?.communities || summary.firstTime === null || summary.firstTime === summary.lastTime) return nothing;
    const { found, working, failed } = this.asking;
    return html`<section aria-labelledby="timeline-title">
      <h2 id="timeline-title">${this.t("timeline-title")}</h2>
      <p class="note">${this.t("timeline-note")}</p>
      <div class="ask">
        <label>${this.t("timeline-windows")}<select @change=${(/** @type {globalThis.Event} */ event) => {
          this.windows = Number(/** @type {HTMLSelectElement} */ (event.target).value);
          if (found) void this.#ask();
        }}>${CHOICES.map((count) => html`<option value=${count} ?selected=${count === this.windows}>${count}</option>`)}</select></label>
        <button type="button" ?disabled=${working || deepening} @click=${() => this.#ask()}>${this.t(working ? "timeline-working" : "timeline-follow")}</button>
      </div>
      ${failed ? html`<p class="failed" role="alert">${errorText(this.desk.say, failed)}</p>` : nothing}
      ${found && found.lanes.length === 0 ? html`<p class="note" role="status">${this.t("timeline-empty")}</p>` : nothing}
      ${found && found.lanes.length > 0 ? this.#chart(found) : nothing}
    </section>`;
  }

  /** @param {Window} window */
  #span({ from, to }) {
    const { from: begin, to: end } = this.desk.say.range(from, to - 1);
    return `${begin} – ${end}`;
  }

  /** @param {{ windows: Window[], lanes: Lane[], again: number | null }} found */
  #chart({ windows, lanes: shown, again }) {
    const { say } = this.desk;
    const step = (WIDTH - 2 * LEFT) / windows.length;
    const largest = Math.max(...shown.flatMap((lane) => lane.size.map((size) => size ?? 0)));
    const height = TOP + shown.length * LANE + 8;
    const y = (/** @type {number} */ lane) => TOP + lane * LANE + LANE / 2 + 6;
    const counts = /** @type {const} */ (["born", "grown", "shrunk", "merged", "split", "dissolved"]).map((change) =>
      [change, new Set(shown.flatMap(({ events }) => events.filter((event) => event.change === change && event.window > 0))).size]);
    const said = counts.filter(([, count]) => Number(count) > 0).map(([change, count]) => this.t(`timeline-count-${change}`, { count: Number(count) }));
    const title = said.length > 0 ? this.t("timeline-said", { events: say.list(said) }) : this.t("timeline-steady");
    /** Where two communities meet or part: from the one to the other. @type {{ x: number, a: number, b: number }[]} */
    const links = shown.flatMap(({ events }) => events).filter((event, at, all) => all.indexOf(event) === at && (event.change === "merged" || event.change === "split"))
      .flatMap(({ window, before, after }) => before.flatMap((b) => after.filter((a) => a !== b).map((a) => ({
        x: LEFT + window * step, a: shown.findIndex((lane) => lane.id === b), b: shown.findIndex((lane) => lane.id === a),
      }))).filter(({ a, b }) => a >= 0 && b >= 0));
    return html`<figure>
      <figcaption>${title}</figcaption>
      ${again !== null && again < FOUND_AGAIN ? html`<p class="note">${this.t("timeline-again", { share: say.percent(again) })}</p>` : nothing}
      <div class="scroll"><svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${title}>
        ${windows.map((window, at) => svg`<line class="grid" x1=${LEFT + at * step} x2=${LEFT + at * step} y1="20" y2=${height}></line>
          <text class="when" x=${LEFT + at * step + 4} y="14">${say.date(window.from)}</text>`)}
        ${shown.map((lane, row) => svg`
          ${lane.size.map((size, at) => (size === null ? nothing : svg`<rect class="s${lane.community >= 0 && lane.community < STYLES.length ? lane.community : OTHER}"
            x=${LEFT + at * step + 1} width=${step - 2} y=${y(row) - bar(size, largest) / 2} height=${bar(size, largest)} rx="2"></rect>`))}
          ${this.#label(lane, step, y(row) - LANE / 2 + 5)}`)}
        ${links.map(({ x, a, b }) => svg`<path class="link" d="M${x - 10} ${y(a)}C${x} ${y(a)} ${x} ${y(b)} ${x + 10} ${y(b)}"></path>`)}
      </svg></div>
      <details><summary>${this.t("timeline-table")}</summary>
        <div class="scroll" role="region" tabindex="0" aria-label=${this.t("timeline-table")}><table>
          <caption>${this.t("timeline-table-caption")}</caption>
          <thead><tr><th scope="col">${this.t("map-table-community")}</th>${windows.map((window) => html`<th scope="col" class="number">${this.#span(window)}</th>`)}
            <th scope="col">${this.t("timeline-events")}</th></tr></thead>
          <tbody>${shown.map((lane) => html`<tr><th scope="row"><bdi>${this.#name(lane)}</bdi></th>
            ${lane.size.map((size) => html`<td class="number">${size === null ? "–" : say.number(size)}</td>`)}
            <td>${this.#events(windows, shown, lane)}</td></tr>`)}</tbody></table></div></details>
    </figure>`;
  }

  /**
   * The name above the bars: from where they begin, or, in the right half, up to where they end.
   * @param {Lane} lane
   * @param {number} step
   * @param {number} y
   */
  #label(lane, step, y) {
    const first = Math.max(0, lane.size.findIndex((size) => size !== null));
    const last = lane.size.findLastIndex((size) => size !== null);
    return first < lane.size.length / 2 ? svg`<text class="name" x=${LEFT + first * step + 4} y=${y}>${this.#name(lane)}</text>`
      : svg`<text class="name" text-anchor="end" x=${LEFT + (last + 1) * step - 4} y=${y}>${this.#name(lane)}</text>`;
  }

  /**
   * @param {Window[]} windows
   * @param {Lane[]} shown
   * @param {Lane} lane
   */
  #events(windows, shown, lane) {
    const told = lane.events.filter(({ window }) => window > 0);
    if (told.length === 0) return nothing;
    const names = (/** @type {number[]} */ ids) => this.desk.say.list(ids.filter((id) => id !== lane.id).flatMap((id) => {
      const other = shown.find((each) => each.id === id);
      return other ? [this.#name(other)] : [];
    }));
    return html`<ul>${told.map(({ change, window, before, after }) => {
      const others = change === "merged" ? names([...before, ...after]) : change === "split" ? names([...after, ...before]) : "";
      const date = this.desk.say.date(windows[window]?.from ?? NaN);
      return html`<li>${others ? this.t(`timeline-${change}-with`, { date, others }) : this.t(`timeline-${change}`, { date })}</li>`;
    })}</ul>`;
  }
}

/** Height of a bar: its area tells the size. @param {number} size @param {number} largest */
function bar(size, largest) {
  return 3 + 21 * Math.sqrt(size / Math.max(1, largest));
}

customElements.define("sil-timeline", Timeline);
