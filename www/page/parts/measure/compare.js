/**
 * @import { WindowComparison, WindowMark } from "../../../shared/engine.d.ts"
 * @import { Windows } from "../../state/measuring.js"
 * @import { Look } from "../chart/look.js"
 */
import { html, nothing } from "lit";
import { UNKNOWN } from "../../../shared/translate.js";
import { csv } from "../../state/csv.js";
import { against, halves, read, written } from "../../state/measuring.js";
import { save } from "../../state/save.js";
import { compareFinding, compareNotes, ratioBetween } from "../../../shared/measure-words.js";
import { MeasurePart } from "./part.js";

/** Accounts listed before all are asked for, and drawn. */
const FIRST = 12;
const DRAWN = 10;
const DAY = 86_400_000;
const ROWS = /** @type {const} */ (["posts", "authors", "interactions", "people", "received", "sources"]);

/** @typedef {WindowComparison["accounts"][number]} Account */

/** Two windows of the same files, side by side. */
export class ComparePart extends MeasurePart {
  /** @override */
  render() {
    const { comparison, windows } = this.measuring;
    return html`<section aria-labelledby="compare-title">
      <h2 id="compare-title">${this.t("compare-heading")}</h2>
      <p class="note">${this.t("compare-about")}</p>
      ${windows ? this.#form(windows) : html`<p class="note">${this.t("compare-reason-no-times")}</p>`}
      ${comparison ? this.#told(comparison) : nothing}
    </section>`;
  }

  /** @param {Windows} windows */
  #form(windows) {
    const { state } = this.desk;
    const { firstTime: first, lastTime: last } = state.summary ?? {};
    const busy = state.work !== null || state.stale;
    const field = (/** @type {"before" | "after"} */ side, /** @type {"from" | "to"} */ end) => html`<label class="field"><span>${this.t(end === "from" ? "window-begins" : "window-ends")}</span>
      <input type="datetime-local" name="${side}-${end}" required .value=${written(windows[side][end])}
        @change=${(/** @type {Event} */ event) => this.#set(windows, side, end, /** @type {HTMLInputElement} */ (event.target).value)}></label>`;
    const side = (/** @type {"before" | "after"} */ name) => html`<fieldset><legend>${this.t(`window-${name}`)}</legend>${field(name, "from")}${field(name, "to")}</fieldset>`;
    return html`<form @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      void this.measuring.compare();
    }}>
      ${side("before")}${side("after")}
      <p class="row">
        <button type="submit" class=${this.measuring.comparison ? "" : "primary"} ?disabled=${busy}>${this.t("compare-go")}</button>
        ${typeof first === "number" && typeof last === "number" ? html`<button type="button" class="link" @click=${() => this.measuring.choose(halves(first, last))}>${this.t("window-halves")}</button>
          <button type="button" class="link" @click=${() => this.measuring.choose(lastWeek(first, last))}>${this.t("window-last")}</button>` : nothing}
      </p>
      <p class="note">${this.t("window-utc")}</p>
    </form>`;
  }

  /**
   * @param {Windows} windows
   * @param {"before" | "after"} side
   * @param {"from" | "to"} end
   * @param {string} text
   */
  #set(windows, side, end, text) {
    const time = read(text);
    if (time === null) return this.requestUpdate();
    this.measuring.choose({ ...windows, [side]: { ...windows[side], [end]: time } });
  }

  /** @param {WindowComparison} compared */
  #told(compared) {
    const { say } = this.desk;
    const told = !compared.reason || compared.reason === "few_events";
    const changed = told ? strongest(compared) : [];
    return html`<div class="block">
      ${this.said(compareFinding(say, compared))}
      ${told ? html`${this.#totals(compared)}
        ${changed.length > 0 ? html`<sil-chart .desk=${this.desk} .heading=${this.t("compare-chart", { up: compared.up, down: compared.down })}
          .summary=${this.t("compare-chart-summary", { count: changed.length })} .option=${this.drawn(compared, () => this.#option(compared, changed))} .table=${this.#table(compared, changed)}
          .height=${72 + 44 * changed.length}></sil-chart>` : nothing}
        ${compared.accounts.length > 0 ? this.#accounts(compared) : nothing}
        ${compared.communities.length > 0 ? this.#communities(compared) : nothing}
        <ul class="notes">${compareNotes(say, compared).map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    </div>`;
  }

  /** @param {WindowComparison} compared */
  #totals({ before, after, totals }) {
    const { say } = this.desk;
    const ratio = (/** @type {string} */ name) => totals.find(({ of }) => of === name);
    const voice = (/** @type {[number, number, number] | null} */ share) => (share ? this.t("interval", { value: say.percent(share[0]), low: say.percent(share[1]), high: say.percent(share[2]) }) : UNKNOWN);
    // Whole days are said as days, the last one included.
    const range = (/** @type {number} */ from, /** @type {number} */ to) => (from % DAY !== 0 || to % DAY !== 0
      ? this.t("window-range", { from: say.moment(from), to: say.moment(to) }) : to - from === DAY ? say.day(from) : this.t("window-range", say.range(from, to - 1)));
    return this.wide(this.t("totals-title"), html`<td></td><th scope="col" class="number">${this.t("window-before")}<small>${range(before.from, before.to)}</small></th>
        <th scope="col" class="number">${this.t("window-after")}<small>${range(after.from, after.to)}</small></th><th scope="col" class="number">${this.t("totals-change")}</th>`,
      html`${ROWS.map((name) => {
          const change = ratio(name);
          return html`<tr><th scope="row">${this.t(`totals-${name}`)}</th><td class="number">${say.number(before[name])}</td><td class="number">${say.number(after[name])}</td>
            <td class="number">${change ? ratioBetween(say, change) : nothing}</td></tr>`;
        })}
        ${before.voice || after.voice ? html`<tr><th scope="row">${this.t("totals-voice")}</th><td class="number">${voice(before.voice)}</td><td class="number">${voice(after.voice)}</td><td></td></tr>` : nothing}
        ${before.toned + after.toned > 0 ? html`<tr><th scope="row">${this.t("totals-positive")}</th><td class="number">${say.percent(before.positive)}</td><td class="number">${say.percent(after.positive)}</td><td></td></tr>
          <tr><th scope="row">${this.t("totals-negative")}</th><td class="number">${say.percent(before.negative)}</td><td class="number">${say.percent(after.negative)}</td><td></td></tr>` : nothing}`);
  }

  /**
   * @param {WindowComparison} compared
   * @param {Account[]} changed
   */
  #option(compared, changed) {
    const { say } = this.desk;
    const shown = [...changed].reverse();
    const [before, after] = [this.t("window-before"), this.t("window-after")];
    const units = unitsOf(compared);
    const rate = (/** @type {WindowMark} */ mark, /** @type {number} */ count) => Math.round((100 * mark.times) / count) / 100;
    return (/** @type {Look} */ look) => ({
      grid: { left: 8, right: 24, top: 32, bottom: 8 },
      legend: { data: [before, after] },
      xAxis: { type: "value", min: 0, axisLabel: { formatter: (/** @type {number} */ value) => say.number(value, Number.isInteger(value) ? 0 : 1) } },
      yAxis: { type: "category", data: shown.map(({ handle }) => handle), axisLabel: { color: look.ink, width: 150, overflow: "truncate" } },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (/** @type {number} */ value) => say.number(value, value < 10 ? 1 : 0) },
      series: [
        { name: before, type: "bar", barMaxWidth: 14, itemStyle: { color: look.edge }, data: shown.map((account) => rate(account.before, units.before)) },
        { name: after, type: "bar", barMaxWidth: 14, itemStyle: { color: look.accent }, data: shown.map((account) => rate(account.after, units.after)) },
      ],
    });
  }

  /**
   * @param {WindowComparison} compared
   * @param {Account[]} changed
   */
  #table(compared, changed) {
    const { say } = this.desk;
    const units = unitsOf(compared);
    const rows = changed.map(({ handle, before, after, change }) => [handle, say.number(before.times / units.before, 1), say.number(after.times / units.after, 1), change ? ratioBetween(say, ratioOf(change)) : null]);
    return { caption: this.t("compare-rates"), head: [this.t("column-account"), this.t("window-before"), this.t("window-after"), this.t("totals-change")], rows };
  }

  /** @param {WindowComparison} compared */
  #accounts(compared) {
    const { say } = this.desk;
    const shown = this.all ? compared.accounts : compared.accounts.slice(0, FIRST);
    const rank = (/** @type {WindowMark} */ mark) => (mark.rank === null ? UNKNOWN
      : mark.rankLow === null || mark.rankHigh === null || mark.rankLow === mark.rankHigh ? say.number(mark.rank) : this.t("rank-between", { rank: say.number(mark.rank), low: say.number(mark.rankLow), high: say.number(mark.rankHigh) }));
    const said = (/** @type {Account} */ { only, change }) => (change && change.kind !== "same" ? this.t(`kind-${change.kind}`)
      : change && (change.low > 0 || change.high < 0) ? this.t("kind-unsure") : only ? this.t(`only-${only}`) : change ? this.t("kind-same") : UNKNOWN);
    return html`<div><h3>${this.t("accounts-title")}</h3>
      ${this.wide(this.t("accounts-title"), html`<th scope="col">${this.t("column-account")}</th><th scope="col" class="number">${this.t("rank-before")}</th><th scope="col" class="number">${this.t("rank-after")}</th>
          <th scope="col" class="number">${this.t("people-before")}</th><th scope="col" class="number">${this.t("people-after")}</th><th scope="col" class="number">${this.t("accounts-change")}</th><th scope="col">${this.t("accounts-said")}</th>`,
        shown.map((account) => html`<tr>
          <th scope="row"><button type="button" class="link" @click=${() => this.desk.dossiers.open(account.index)}><bdi>${account.handle}</bdi></button></th>
          <td class="number">${rank(account.before)}</td><td class="number">${rank(account.after)}</td>
          <td class="number">${say.number(account.before.people)}</td><td class="number">${say.number(account.after.people)}</td>
          <td class="number">${account.change ? ratioBetween(say, ratioOf(account.change)) : UNKNOWN}</td>
          <td class=${account.change?.kind ?? ""}>${said(account)}</td></tr>`))}
      <p class="row">${this.fold(compared.accounts.length, FIRST)}
        <button type="button" @click=${() => this.#save(compared)}>${this.t("compare-csv")}</button></p></div>`;
  }

  /** @param {WindowComparison} compared */
  #communities({ communities }) {
    const { say } = this.desk;
    const sizes = (/** @type {number[]} */ list) => (list.length > 0 ? list.map((size) => say.number(size)).join(" + ") : UNKNOWN);
    return html`<details><summary>${this.t("circle-fates", { count: communities.length })}</summary>
      ${this.wide(this.t("circle-fates-caption"), html`<th scope="col">${this.t("circle-fates-change")}</th><th scope="col" class="number">${this.t("circle-fates-before")}</th><th scope="col" class="number">${this.t("circle-fates-after")}</th><th scope="col">${this.t("circle-fates-central")}</th>`,
        communities.map(({ change, before, after, central }) => html`<tr><th scope="row">${this.t(`circle-${change}`)}</th>
          <td class="number">${sizes(before)}</td><td class="number">${sizes(after)}</td><td><bdi>${say.list(central)}</bdi></td></tr>`))}</details>`;
  }

  /** @param {WindowComparison} compared */
  #save(compared) {
    const head = ["handle", "rank_before", "rank_before_low", "rank_before_high", "rank_after", "rank_after_low", "rank_after_high", "people_before", "people_after",
      "posts_before", "posts_after", "log2_change", "log2_low", "log2_high", "p", "told"];
    const mark = (/** @type {WindowMark} */ { rank, rankLow, rankHigh }) => [rank, rankLow, rankHigh];
    const rows = compared.accounts.map(({ handle, before, after, change }) => [handle, ...mark(before), ...mark(after), before.people, after.people, before.posts, after.posts,
      change?.log2 ?? null, change?.low ?? null, change?.high ?? null, change?.p ?? null, change?.kind ?? null]);
    save(new Blob([csv(this.desk.state.lang, [head, ...rows])], { type: "text/csv" }), this.t("compare-file"), this.desk);
  }
}

/** @param {WindowComparison} compared */
function unitsOf({ before, after, unit }) {
  return { before: Math.max(1, (before.to - before.from) / unit), after: Math.max(1, (after.to - after.from) / unit) };
}

/** @param {{ log2: number, low: number, high: number }} change */
const ratioOf = ({ log2, low, high }) => ({ ratio: 2 ** log2, low: 2 ** low, high: 2 ** high });

/** Those who changed most surely, the surest first. @param {WindowComparison} compared */
function strongest({ accounts }) {
  const sure = (/** @type {Account} */ { change }) => (!change || change.kind === "same" ? 0 : change.kind === "up" ? change.low : -change.high);
  return accounts.filter((account) => sure(account) > 0).sort((a, b) => sure(b) - sure(a) || a.index - b.index).slice(0, DRAWN);
}

/**
 * The last week against the one before; the last quarter of what is there where that is shorter.
 * @param {number} first
 * @param {number} last
 */
function lastWeek(first, last) {
  const length = Math.min(7 * DAY, Math.floor((last + 1 - first) / 4 / 60_000) * 60_000 || 60_000);
  const end = Math.floor(last / 60_000) * 60_000 + 60_000;
  return against(end - length, end);
}

customElements.define("sil-windows", ComparePart);
