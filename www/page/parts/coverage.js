/** @import { FactorLine, MaterialLine } from "../state/coverage.js" */
import { html, nothing } from "lit";
import css from "../../styles/coverage.css?inline";
import { reasonText } from "../../shared/phrases.js";
import { PILLARS, PILLAR_FACTORS } from "../../shared/settings.js";
import { Part, styles } from "../part.js";
import { coverageOf } from "../state/coverage.js";
import { total } from "../state/receipts.js";

/** What these files allow, what they do not and why, and what one more export would add. */
export class CoverageView extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    const { cards, summary, stale } = this.desk.state;
    const { say } = this.desk;
    const current = stale ? null : summary;
    const { factors, materials, layers, gains } = coverageOf(total(cards.flatMap((card) => card.receipt ?? [])), current);
    return html`<section aria-labelledby="coverage">
      <h2 id="coverage">${this.t("tell-title")}</h2>
      <p class="lead">${this.t("tell-lead", { known: factors.filter(({ state }) => state !== "no").length, all: factors.length })}</p>
      <div class="columns">
        <div>
          <h3>${this.t("tell-measures")}</h3>
          <ul class="factors">${factors.map((line) => this.#factor(line))}</ul>
        </div>
        <div>
          <h3>${this.t("tell-materials")}</h3>
          <dl class="materials">${materials.map((line) => this.#material(line))}
            <div><dt>${this.t("tell-ties")}</dt>
              <dd>${layers.length === 0 ? this.t("tell-no-ties") : say.list(layers.map(({ layer, count }) => this.t(layer === "follow" ? "tie-follows" : `tie-${layer}`, { count })))}</dd></div>
          </dl>
        </div>
        ${gains.length === 0 ? nothing : html`<div>
          <h3>${this.t("tell-gains")}</h3>
          <ul class="gains">${gains.map((code) => html`<li><span class="sign" aria-hidden="true">+</span><span>${this.t(`gain-${code}`)}</span></li>`)}</ul>
        </div>`}
      </div>
    </section>`;
  }

  /** @param {FactorLine} line */
  #factor({ name, state, accounts, reason, basis }) {
    const text = state === "yes"
      ? accounts === null ? this.t(`basis-${basis}`) : this.t("tell-accounts", { accounts })
      : reasonText(this.desk.say, reason);
    const pillar = PILLARS.find((pillar) => PILLAR_FACTORS[pillar].includes(name));
    return html`<li class="${state} ${pillar}">
      <span class="sign" aria-hidden="true"></span>
      <span><strong>${this.t(`factor-${name}`)}</strong> <span class="state">${this.t(`tell-${state}`)}</span>
        <span class="why">${text}</span></span></li>`;
  }

  /** @param {MaterialLine} line */
  #material({ name, count, of }) {
    const { say } = this.desk;
    const share = of === null || of === 0 ? null : Math.min(1, count / of);
    return html`<div><dt>${this.t(`tell-${name}`)}</dt>
      <dd>${say.number(count)}${share === null ? nothing : html` <small>${say.percent(share)}</small>
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="track" width="100" height="4"></rect><rect class="fill" width=${share * 100} height="4"></rect></svg>`}</dd></div>`;
  }
}

customElements.define("sil-coverage", CoverageView);
