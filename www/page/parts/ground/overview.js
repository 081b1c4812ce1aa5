/**
 * @import { Overview } from "../../../shared/engine.d.ts"
 * @import { Figure } from "./figure.js"
 */
import { html, nothing } from "lit";
import screen from "../../../styles/screen.css?inline";
import css from "../../../styles/overview.css?inline";
import { errorText, reasonText } from "../../../shared/phrases.js";
import { Part, styles } from "../../part.js";
import { SCREENS } from "../../state/screens.js";
import { Asking } from "../map/asking.js";
import "../chart.js";
import { activityFigure, trendText } from "./activity.js";
import { chart } from "./figure.js";
import { languagesFigure } from "./languages.js";
import { moving, themeTables, themesHeading } from "./themes.js";
import { voiceFigure, voiceHeading, voiceReasons, voiceTable } from "./voice.js";

/** The study at a glance, after an analysis: when people spoke, of what, in which languages, and each brand's share. */
export class OverviewView extends Part {
  /** @override */ static styles = styles(screen + css);
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state }) => [state.summary, state.stale, state.work === null, state.deepening, state.screen, state.communities];

  constructor() {
    super();
    /** @type {Asking<Overview>} */
    this.asking = new Asking(this);
    /** Figures of the answer in a language: a chart is drawn again only when it changed. @type {{ of: Overview, lang: string, activity: Figure | null, languages: Figure | null, voice: Figure | null } | null} */
    this.kept = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    this.asking.renew();
  }

  /** @override */
  updated() {
    const { summary, stale, work, deepening, screen } = this.desk.state;
    const { found, working, failed } = this.asking;
    // Asked by itself, once the screen is looked at and the engine is free.
    if (summary && !stale && !work && !deepening && screen === "ground" && !found && !working && !failed) void this.#ask();
  }

  #ask() {
    return this.asking.ask((study, signal) => study.overview({ signal }));
  }

  /** @param {Overview} found */
  #figures(found) {
    const { say, state: { lang } } = this.desk;
    if (this.kept?.of !== found || this.kept.lang !== lang) {
      this.kept = { of: found, lang, activity: activityFigure(say, found.activity), languages: languagesFigure(say, found.languages), voice: voiceFigure(say, found.voice) };
    }
    return this.kept;
  }

  /** @override */
  render() {
    const { summary, stale } = this.desk.state;
    if (!summary || stale) return nothing;
    const { found, failed } = this.asking;
    return html`<section class="overview" aria-label=${this.t("overview-title")}>
      ${found ? nothing : html`<h1>${this.t("overview-title")}</h1>`}
      ${failed ? html`<p class="failed" role="alert">${errorText(this.desk.say, failed)}
        <button type="button" @click=${() => this.#ask()}>${this.t("overview-again")}</button></p>` : nothing}
      ${found ? this.#shown(found) : failed ? nothing : html`<p class="note" role="status">${this.t("overview-working")}</p>`}
    </section>`;
  }

  /** @param {Overview} found */
  #shown(found) {
    const figures = this.#figures(found);
    const { first, trend } = this.#finding(found);
    return html`<div class="finding"><h1>${first}</h1>${trend ? html` <p class="lead">${trend}</p>` : nothing}</div>
      ${this.#activity(found, figures.activity)}
      ${this.#themes(found)}
      ${this.#voice(found, figures.voice)}
      ${figures.languages ? html`<div class="card narrow">${chart(this.desk, figures.languages)}</div>` : nothing}`;
  }

  /** The finding in words. @param {Overview} found */
  #finding({ activity }) {
    const { say } = this.desk;
    const { posts, interactions, accounts, from, to } = activity;
    const kind = posts > 0 ? "posts" : "ties";
    const values = { posts, interactions, accounts };
    const first = from === null || to === null ? this.t(`overview-${kind}-undated`, values)
      : say.day(from) === say.day(to) ? this.t(`overview-${kind}-day`, { ...values, date: say.day(from) }) : this.t(`overview-${kind}`, { ...values, ...say.range(from, to) });
    return { first, trend: trendText(say, activity) };
  }

  /** @param {Overview} found @param {Figure | null} figure */
  #activity({ activity: { reason, undated, periods, unit, window } }, figure) {
    if (!figure) return html`<div class="card"><h3>${this.t("activity-none")}</h3><p class="note">${reasonText(this.desk.say, reason)}</p></div>`;
    const without = undated[0] + undated[1];
    return html`<div class="card">${chart(this.desk, figure)}
      ${periods.some((period) => !period.complete) ? html`<p class="note">${this.t("activity-pale", { unit: unit ?? "day" })}</p>` : nothing}
      ${window[0] !== null || window[1] !== null ? html`<p class="note">${this.t("activity-window")}</p>` : nothing}
      ${without > 0 ? html`<p class="note">${this.t("activity-undated", { count: without })}</p>` : nothing}</div>`;
  }

  /** @param {Overview} found */
  #themes({ themes }) {
    const { say } = this.desk;
    if (themes.reason) return html`<div class="card"><h3>${this.t("themes-none")}</h3><p class="note">${reasonText(say, themes.reason)}</p></div>`;
    return html`<div class="card"><h3>${themesHeading(say, themes)}</h3>
      <p class="note">${this.t("themes-note")} ${themes.movesReason === null ? this.t(moving(themes) ? "themes-halves" : "themes-unmoved", { date: say.day(themes.middle) })
        : this.t(`themes-still-${themes.movesReason.replaceAll("_", "-")}`)}</p>
      ${themeTables(say, themes)}</div>`;
  }

  /** @param {Overview} found @param {Figure | null} figure */
  #voice({ voice }, figure) {
    const { say } = this.desk;
    if (voice.reason === "no_brand") {
      return html`<div class="card"><h3>${this.t("voice-none")}</h3><p class="note">${this.t("voice-none-how")}</p>
        <p><button type="button" @click=${() => this.desk.show(whereBrandsAre())}>${this.t("voice-give")}</button></p></div>`;
    }
    if (voice.reason) return html`<div class="card"><h3>${this.t("voice-none-told")}</h3><p class="note">${reasonText(say, voice.reason)}</p></div>`;
    const reasons = voiceReasons(say, voice);
    return html`<div class="card">
      ${figure ? chart(this.desk, figure) : this.#brands(voice)}
      <p class="note">${this.t("voice-note")}${voice.several > 0 ? ` ${this.t("voice-several", { count: voice.several })}` : nothing}${voice.official > 0
        ? ` ${this.t("voice-official", { count: voice.official })}` : nothing}</p>
      ${reasons.length > 0 ? html`<ul class="reasons">${reasons.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
      ${voice.brands.length === 1 ? html`<p><button type="button" @click=${() => this.desk.show(whereBrandsAre())}>${this.t("voice-give-more")}</button></p>` : nothing}
    </div>`;
  }

  /** Counts alone, where no share can be told. @param {Overview["voice"]} voice */
  #brands(voice) {
    const { say } = this.desk;
    const { caption, head, rows } = voiceTable(say, voice);
    return html`<h3>${voiceHeading(say, voice)}</h3>
      <div class="scroll" role="region" tabindex="0" aria-label=${caption}><table>
        <caption class="visually-hidden">${caption}</caption>
        <thead><tr>${head.map((name, at) => html`<th scope="col" class=${at > 0 ? "number" : ""}>${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => (at === 0 ? html`<th scope="row"><bdi>${cell}</bdi></th>`
          : html`<td class="number">${typeof cell === "number" ? say.number(cell) : cell}</td>`))}</tr>`)}</tbody>
      </table></div>`;
  }
}

/** The screen on which brands are named. */
function whereBrandsAre() {
  const objective = SCREENS.find((name) => /** @type {string} */ (name) === "objective");
  return objective ?? "influencers";
}

customElements.define("sil-overview", OverviewView);
