import { html, nothing } from "lit";
import css from "../../styles/progress.css?inline";
import { Part, styles } from "../part.js";

/** Milliseconds a quiet work may take before it is worth a bar. */
const PATIENCE = 400;

/** What is being done, how far it is, and the way to stop it. */
export class ProgressBar extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.work, desk.state.stalled];

  /** @override */
  render() {
    const { work, stalled } = this.desk.state;
    if (!work) return stalled ? html`<section class="work">${this.#stalled()}</section>` : nothing;
    if (work.quiet && work.elapsed < PATIENCE && !stalled) return nothing;
    const { say } = this.desk;
    const label = work.kind === "read" ? this.t("phase-read", { name: work.name }) : this.t(`phase-${work.phase}`);
    const left = work.share > 0.05 && work.elapsed > 1_500 ? (work.elapsed / work.share) * (1 - work.share) : null;
    return html`
      <section class="work" aria-label=${this.t("progress-label")}>
        <div class="text">
          <strong id="label">${label}</strong>
          ${work.part ? html`<bdi class="part">${work.part}</bdi>` : nothing}
          <span class="figures">${say.percent(work.share)} · ${this.t("progress-elapsed", { seconds: Math.round(work.elapsed / 1000) })}
            ${left === null ? nothing : html` · ${this.t("progress-left", { seconds: Math.max(1, Math.round(left / 1000)) })}`}</span>
        </div>
        <progress max="1" value=${work.share} aria-labelledby="label"></progress>
        <button type="button" @click=${() => this.desk.cancel()}>${this.t("cancel")}</button>
        ${stalled ? this.#stalled() : nothing}
      </section>`;
  }

  #stalled() {
    return html`<p class="stalled" role="alert">${this.t("stalled")}
      <button type="button" @click=${() => this.desk.cancel()}>${this.t("stop")}</button></p>`;
  }
}

customElements.define("sil-progress", ProgressBar);
