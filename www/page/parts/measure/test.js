/**
 * @import { BackTest } from "../../../shared/engine.d.ts"
 * @import { Look } from "../chart/look.js"
 */
import { html, nothing } from "lit";
import { csv } from "../../state/csv.js";
import { save } from "../../state/save.js";
import { found, order, orderName, testFinding, testNotes } from "../../../shared/measure-words.js";
import { MeasurePart } from "./part.js";

/** People listed before all are asked for. */
const FIRST = 10;
/** Orders of the chart; the best possible one is its frame. */
const DRAWN = /** @type {const} */ (["ours", "followers", "people", "reshares", "pagerank", "degree", "mentions", "activity", "random"]);

/** The back-test: the early part of the data is ranked, the later part is the judge. */
export class BackTestPart extends MeasurePart {
  /** @override */
  render() {
    const { tested } = this.measuring;
    const busy = this.desk.state.work !== null;
    return html`<section aria-labelledby="test-title">
      <h2 id="test-title">${this.t("test-title")}</h2>
      <p class="note">${this.t("test-about")}</p>
      <p class="row">
        <button type="button" class=${tested ? "" : "primary"} ?disabled=${busy || this.desk.state.stale} @click=${() => this.measuring.backTest()}>${this.t(tested ? "measure-again" : "test-go")}</button>
        ${tested && !tested.reason ? html`<button type="button" @click=${() => this.#save(tested)}>${this.t("test-csv")}</button>` : nothing}
      </p>
      ${tested ? this.#told(tested) : nothing}
    </section>`;
  }

  /** @param {BackTest} test */
  #told(test) {
    const { say } = this.desk;
    return html`<div class="block">
      ${this.said(testFinding(say, test))}
      ${test.reason ? nothing : html`
        <sil-chart .desk=${this.desk} .heading=${this.#heading(test)} .summary=${this.t("test-chart-summary", { top: found(say, test.top) })}
          .option=${this.drawn(test, () => this.#option(test))} .table=${this.#table(test)} .height=${360}></sil-chart>
        ${this.#people(test)}`}
      ${test.cuts.length > 0 ? this.#cuts(test) : nothing}
      ${test.notes.length > 0 ? html`<ul class="notes">${testNotes(say, test).map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    </div>`;
  }

  /** @param {BackTest} test */
  #heading(test) {
    const { say } = this.desk;
    const ours = order(test, "ours")?.marks?.found ?? 0;
    const beaten = DRAWN.filter((name) => name !== "ours" && order(test, name)?.verdict === "better").length;
    const rivals = DRAWN.filter((name) => name !== "ours" && order(test, name)?.marks).length;
    return this.t("test-chart", { found: found(say, ours), mattered: found(say, test.mattered), beaten, rivals });
  }

  /** @param {BackTest} test */
  #option(test) {
    const { say } = this.desk;
    const shown = DRAWN.filter((name) => order(test, name)?.marks).reverse();
    const names = shown.map((name) => orderName(say, test, name));
    const narrow = matchMedia("(max-width: 40rem)").matches;
    return (/** @type {Look} */ look) => ({
      grid: { left: 8, right: 48, top: 8, bottom: 24 },
      xAxis: { type: "value", min: 0, max: Math.max(1, Math.ceil(test.mattered)), minInterval: 1, name: "" },
      yAxis: { type: "category", data: names, axisLabel: { color: look.ink, width: narrow ? 120 : 260, overflow: "break", lineHeight: 14 } },
      tooltip: { trigger: "item", formatter: (/** @type {{ dataIndex: number, name: string }} */ { dataIndex, name }) =>
        this.t("test-bar", { name, found: found(say, order(test, shown[dataIndex] ?? "ours")?.marks?.found), mattered: found(say, test.mattered) }) },
      series: [{
        type: "bar", barWidth: "62%",
        data: shown.map((name) => ({ value: order(test, name)?.marks?.found ?? 0, itemStyle: { color: name === "ours" ? look.accent : name === "random" ? look.track : look.edge } })),
        label: { show: true, position: "right", color: look.ink, formatter: (/** @type {{ value: number }} */ { value }) => found(say, value) },
      }],
    });
  }

  /** @param {BackTest} test */
  #table(test) {
    const { say } = this.desk;
    const share = (/** @type {number | undefined} */ value) => (value === undefined ? null : say.percent(value, 1));
    const rows = test.orders.map(({ name, marks, difference, verdict }) => [
      orderName(say, test, name), found(say, marks?.found), share(marks?.precision), marks ? say.number(marks.ndcg, 3) : null, share(marks?.capture), marks ? say.number(Math.round(marks.covered)) : null,
      difference ? this.t("interval", { value: say.number(difference.value, 3), low: say.number(difference.low, 3), high: say.number(difference.high, 3) }) : null,
      name === "oracle" || !verdict ? null : this.t(`verdict-${verdict}`),
    ]);
    const head = ["order", "found", "precision", "ndcg", "capture", "covered", "difference", "verdict"].map((id) => this.t(`test-column-${id}`));
    return { caption: this.t("test-table"), head, rows };
  }

  /** @param {BackTest} test */
  #people(test) {
    const { say } = this.desk;
    const shown = this.all ? test.people : test.people.slice(0, FIRST);
    return html`<div><h3>${this.t("test-people", { date: say.day(test.cuts.findLast(({ enough }) => enough)?.at) })}</h3>
      ${this.wide(this.t("test-people-caption"), html`<th scope="col" class="number">${this.t("test-place")}</th><th scope="col">${this.t("column-account")}</th>
          <th scope="col" class="number">${this.t(`test-later-${test.outcome}`)}</th><th scope="col">${this.t("test-mattered")}</th>`,
        shown.map((person) => html`<tr><td class="number">${say.number(person.place)}</td>
          <th scope="row"><button type="button" class="link" @click=${() => this.desk.dossiers.open(person.index)}><bdi>${person.handle}</bdi></button></th>
          <td class="number">${say.number(person.later)}</td>
          <td class=${person.mattered ? "yes" : "no"}>${this.t(person.mattered ? "test-yes" : "test-no")}</td></tr>`))}
      <p>${this.fold(test.people.length, FIRST)}</p>
    </div>`;
  }

  /** @param {BackTest} test */
  #cuts(test) {
    const { say } = this.desk;
    return html`<details><summary>${this.t("test-cuts")}</summary>
      <p class="note">${this.t("test-cuts-about", { days: say.number(test.horizonDays, test.horizonDays < 10 ? 1 : 0) })}</p>
      ${this.wide(this.t("test-cuts"), html`<th scope="col">${this.t("test-cut-at")}</th>${["candidates", "passed", "mattered", "found", "ceiling", "halflife"].map((id) => html`<th scope="col" class="number">${this.t(`test-cut-${id}`)}</th>`)}`,
        test.cuts.map((cut) => html`<tr><th scope="row">${say.moment(cut.at)}</th>
          <td class="number">${say.number(cut.candidates)}</td><td class="number">${say.number(cut.passedOn)}</td><td class="number">${say.number(cut.mattered)}</td>
          <td class="number">${cut.enough ? found(say, cut.orders[0]?.marks?.found) : this.t("test-cut-few")}</td>
          <td class="number">${say.percent(cut.ceiling)}</td>
          <td class="number">${cut.halfLifeDays === null ? this.t("test-cut-never") : this.t("days", { days: say.number(cut.halfLifeDays, cut.halfLifeDays < 10 ? 1 : 0) })}</td></tr>`))}</details>`;
  }

  /** @param {BackTest} test */
  #save(test) {
    const head = ["order", "found", "mattered", "precision", "ndcg", "capture", "covered", "known", "difference", "difference_low", "difference_high", "verdict"];
    const rows = test.orders.map(({ name, marks, known, difference, verdict }) => [
      name, marks?.found ?? null, test.mattered, marks?.precision ?? null, marks?.ndcg ?? null, marks?.capture ?? null, marks?.covered ?? null, known,
      difference?.value ?? null, difference?.low ?? null, difference?.high ?? null, verdict,
    ]);
    const people = test.people.map(({ place, handle, later, mattered }) => [place, handle, later, mattered ? 1 : 0]);
    save(new Blob([csv(this.desk.state.lang, [head, ...rows, [], ["place", "handle", "later_people", "mattered"], ...people])], { type: "text/csv" }), this.t("test-file"), this.desk);
  }
}

customElements.define("sil-back-test", BackTestPart);
