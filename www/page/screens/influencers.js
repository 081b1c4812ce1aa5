import { html, nothing } from "lit";
import screen from "../../styles/screen.css?inline";
import own from "../../styles/influencers.css?inline";
import { findings, halfLifeText, reasonText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { icon } from "../parts/marks.js";
import { firstChoice } from "../state/choice.js";
import { Out } from "../state/out.js";
import "../parts/brand-people.js";
import "../parts/dossier.js";
import "../parts/objective/line.js";
import "../parts/people/compare.js";
import "../parts/people/look-alikes.js";
import "../parts/people/movers.js";
import "../parts/people/reach-map.js";
import "../parts/people/stability.js";
import "../parts/people/ticked.js";
import "../parts/ranking.js";

const css = screen + own;

/** The ranking: what it says in words, what it was asked, the accounts, and one account in detail. */
export class Influencers extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = ({ state: { summary, dossier, stale, work, crash, settings, cards }, place }) => [
    summary, dossier !== null, stale, work === null, crash, settings.window, cards, place.readonly, place.plain,
  ];

  /** Puts the cursor where accounts are searched for. */
  async focusSearch() {
    await this.updateComplete;
    /** @type {import("../parts/ranking.js").Ranking | null} */ (this.renderRoot.querySelector("sil-ranking"))?.focusSearch();
  }

  /** @override */
  render() {
    const { summary, dossier } = this.desk.state;
    const { readonly, plain } = this.desk.place;
    if (!summary) return html`<p class="empty">${this.t("ranking-empty")}</p>`;
    return html`
      ${this.#words()}
      ${readonly || plain ? nothing : html`<sil-objective-line .desk=${this.desk}></sil-objective-line>`}
      <sil-stability .desk=${this.desk}></sil-stability>
      <div class=${dossier ? "split open" : "split"}>
        <sil-ranking .desk=${this.desk}></sil-ranking>
        ${dossier ? html`<sil-dossier .desk=${this.desk} @sil-close=${this.#close}></sil-dossier>` : nothing}
      </div>
      ${plain ? nothing : html`<sil-movers .desk=${this.desk}></sil-movers>
      <sil-reach-map .desk=${this.desk}></sil-reach-map>
      <sil-brand-people .desk=${this.desk}></sil-brand-people>`}
      <sil-ticked .desk=${this.desk}></sil-ticked>
      <sil-look-alikes .desk=${this.desk}></sil-look-alikes>
      <sil-compare .desk=${this.desk}></sil-compare>`;
  }

  #words() {
    const { say, state } = this.desk;
    const { summary, stale, work, crash } = state;
    if (!summary) return nothing;
    // Nobody ranked comes before whatever else there is to say.
    const [first, ...others] = this.#nothingInWindow() ? [this.t("finding-empty-window")]
      : [...(summary.ranked === 0 ? [this.t("finding-none", { ranked: 0 })] : []), ...findings(say, summary)];
    const layers = say.list(summary.creditLayers.map((layer) => this.t(`layer-${layer}`)));
    const missing = Object.entries(summary.coverage).filter(([, coverage]) => !coverage.available);
    return html`
      <section class="words" aria-labelledby="finding">
        <div class="top">
          <p class="over-title">${this.t("among", { accounts: summary.accounts })}</p>
          <div class="exports">
            <button type="button" class="link" @click=${() => this.#save("csv")}>${icon("download")}${this.t("export-csv")}</button>
            <button type="button" class="link" @click=${() => this.#save("json")}>${icon("download")}${this.t("export-json")}</button>
          </div>
        </div>
        <h1 id="finding">${first ?? this.t("finding-none", { ranked: summary.ranked })}</h1>
        ${others.length > 0 ? html`<p class="lead">${others.join(" ")}</p>` : nothing}
        ${stale && !work && !crash ? html`<p class="stale" role="status">${this.t("stale")}
          <button type="button" @click=${() => this.desk.analyse({ quiet: true })}>${this.t("refresh")}</button></p>` : nothing}
        <details class="method">
          <summary>${this.t("coverage-title", { missing: missing.length, all: Object.keys(summary.coverage).length })}</summary>
          <ul>
            <li>${summary.creditLayers.length > 0 ? this.t("credit-layers", { layers }) : this.t("credit-none")}</li>
            <li>${halfLifeText(say, summary.halfLife)}</li>
            ${summary.firstTime === null ? html`<li>${this.t("reason-no-time")}</li>`
              : html`<li>${this.t("covered-period", { from: say.date(summary.firstTime), to: say.date(summary.lastTime) })}</li>`}
            ${summary.brief.matchingPosts === null ? nothing : html`<li>${this.t("brief-matches", {
              posts: summary.brief.matchingPosts, authors: summary.brief.matchingAuthors ?? 0 })}</li>`}
            ${missing.map(([name, coverage]) => html`<li class="missing"><strong>${this.t(`factor-${name}`)}</strong>
              ${reasonText(say, coverage.reason)}</li>`)}
            <li>${this.t("coverage-note")}</li>
          </ul>
        </details>
      </section>`;
  }

  /** The rows as they are looked at, with their names. @param {"csv" | "json"} kind */
  #save(kind) {
    void new Out(this.desk).save(kind, { ...firstChoice(this.desk.state.lang), who: "shown" });
  }

  /** Whether the chosen dates, and not the files, are why there is nothing to see. */
  #nothingInWindow() {
    const { summary, settings, cards } = this.desk.state;
    const chosen = settings.window.from !== null || settings.window.to !== null;
    return chosen && summary?.firstTime === null && cards.some((card) => (card.receipt?.firstTime ?? null) !== null);
  }

  #close() {
    this.desk.dossiers.close();
    /** @type {import("../parts/ranking.js").Ranking | null} */ (this.renderRoot.querySelector("sil-ranking"))?.focusOpened();
  }
}

customElements.define("sil-influencers", Influencers);
