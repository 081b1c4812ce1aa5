import { html, nothing } from "lit";
import screen from "../../styles/screen.css?inline";
import css from "../../styles/measure.css?inline";
import { Part, styles } from "../part.js";
import { Measuring } from "../state/measuring.js";
import "../parts/chart.js";
import "../parts/dossier.js";
import "../parts/measure/compare.js";
import "../parts/measure/test.js";
import { compareFinding, testFinding } from "../../shared/measure-words.js";

const DAY = 86_400_000;

/** What changed between two windows, and whether the ranking is right on these very data. */
export class MeasureScreen extends Part {
  /** @override */ static styles = styles(screen + css);

  constructor() {
    super();
    /** @type {Measuring | null} */
    this.measuring = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.desk || this.measuring?.desk === this.desk) return;
    this.measuring = new Measuring(this.desk, () => this.desk.dispatchEvent(new Event("change")));
  }

  /** @override */
  render() {
    const { summary, dossier } = this.desk.state;
    const { measuring } = this;
    if (!summary || !measuring) return html`<p class="empty">${this.t("ranking-empty")}</p>`;
    return html`
      ${this.#words(measuring)}
      <div class=${dossier ? "split open" : "split"}>
        <div class="parts">
          <sil-windows .desk=${this.desk} .measuring=${measuring}></sil-windows>
          <sil-back-test .desk=${this.desk} .measuring=${measuring}></sil-back-test>
        </div>
        ${dossier && !this.hidden ? html`<sil-dossier .desk=${this.desk} @sil-close=${() => this.desk.dossiers.close()}></sil-dossier>` : nothing}
      </div>`;
  }

  /** Before anything is asked: how long a time these files cover, which is what can be compared. */
  #span() {
    const { say, state: { summary } } = this.desk;
    const { firstTime: from, lastTime: to } = summary ?? {};
    if (typeof from !== "number" || typeof to !== "number") return this.t("measure-undated");
    const days = Math.floor(to / DAY) - Math.floor(from / DAY) + 1;
    return days < 2 ? this.t("measure-day", { day: say.day(from) }) : this.t("measure-span", { days, ...say.range(from, to) });
  }

  /** @param {Measuring} measuring */
  #words({ comparison, tested }) {
    const { say, state } = this.desk;
    const told = [comparison ? compareFinding(say, comparison).first : "", tested ? testFinding(say, tested).first : ""].filter((text) => text !== "");
    const [first = this.#span(), ...others] = told;
    return html`<section class="words" aria-labelledby="measure-finding">
      <p class="over-title">${this.t("among", { accounts: state.summary?.accounts ?? 0 })}</p>
      <h1 id="measure-finding">${first}</h1>
      <p class="lead">${others.length > 0 ? others.join(" ") : told.length > 0 ? nothing : this.t("measure-how")}</p>
    </section>`;
  }
}

customElements.define("sil-measure", MeasureScreen);
