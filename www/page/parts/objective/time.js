/** @import { Layer, Settings } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import form from "../../../styles/objective-form.css?inline";
import css from "../../../styles/objective-time.css?inline";
import { halfLifeText } from "../../../shared/phrases.js";
import { timeFrom } from "../../../shared/settings.js";
import { FIRST_SETTINGS } from "../../state/first.js";
import { Part, styles } from "../../part.js";

const DAY = 86_400_000;
/** Days back from the last moment of the files. */
const LATELY = [30, 90];
/** What a half-life is when somebody wants to say it. */
const FIRST_DAYS = 14;
/** The longest that may be asked, as the engine has it. */
const MOST_DAYS = 36_500;
/** Kinds of tie, in the order of what they cost those who make them. */
const LAYERS = /** @type {readonly Layer[]} */ (["repost", "quote", "reply", "mention", "link", "like", "follow"]);

/** What counts of what happened: which dates, how fast the past fades, and what each kind of tie is worth. */
export class TimeAndTies extends Part {
  /** @override */ static styles = [...styles(form), ...styles(css)];
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary, stale, cards } }) => [settings.window, settings.ties, summary, stale, cards];

  /** @override */
  render() {
    return html`<div class="group">${this.#window()}${this.#half()}${this.#ties()}</div>`;
  }

  #window() {
    const { window } = this.desk.state.settings;
    const { last } = this.#span;
    const lately = (/** @type {number} */ days) => ({ from: (last ?? 0) - days * DAY, to: null });
    return html`<fieldset class="group" aria-describedby="window-help"><legend>${this.t("window-label")}</legend>
      <div class="dates">
        <label>${this.t("window-from")} <input id="from" type="date" .value=${live(dayText(window.from))} @change=${this.#dates}></label>
        <label>${this.t("window-to")} <input id="to" type="date" .value=${live(dayText(window.to === null ? null : window.to - 1))} @change=${this.#dates}></label>
        <div class="chips">
          <button type="button" aria-pressed=${window.from === null && window.to === null} @click=${() => this.desk.change({ window: null }, "window-clear")}>${this.t("window-clear")}</button>
          ${last === null ? nothing : LATELY.map((days) => html`<button type="button" aria-pressed=${window.to === null && window.from === midnight(lately(days).from)}
            @click=${() => this.desk.change({ window: { from: midnight(lately(days).from), to: null } }, "window")}>${this.t("window-lately", { days })}</button>`)}
        </div>
      </div>
      <p class="help" id="window-help">${this.t("window-help")} ${this.#covered()}</p>
    </fieldset>`;
  }

  /** First and last moment of the files, whatever was chosen of them. */
  get #span() {
    const times = this.desk.state.cards.map(({ receipt }) => receipt).filter((receipt) => receipt !== null);
    const known = (/** @type {(number | null)[]} */ all) => all.filter((time) => time !== null);
    const [first, last] = [known(times.map(({ firstTime }) => firstTime)), known(times.map(({ lastTime }) => lastTime))];
    return { first: first.length > 0 ? Math.min(...first) : null, last: last.length > 0 ? Math.max(...last) : null };
  }

  #covered() {
    const { first, last } = this.#span;
    const { say } = this.desk;
    return first === null || last === null ? this.t("reason-no-time") : this.t("covered-period", { from: say.date(first), to: say.date(last) });
  }

  /** Days are UTC; the last one counts whole. */
  #dates() {
    const value = (/** @type {string} */ id) => timeFrom(/** @type {HTMLInputElement} */ (this.renderRoot.querySelector(id)).value);
    const [from, last] = [value("#from"), value("#to")];
    const to = last === null ? null : last + DAY;
    if (from !== null && to !== null && from >= to) {
      this.desk.announce("window-empty");
      this.requestUpdate();
      return;
    }
    this.desk.change({ window: { from, to } }, "window");
  }

  #half() {
    const { settings, summary } = this.desk.state;
    const { halfLifeDays } = settings.ties;
    const kind = halfLifeDays === "auto" ? "auto" : halfLifeDays === null ? "off" : "days";
    const give = (/** @type {Settings["ties"]["halfLifeDays"]} */ days) => this.desk.change({ ties: { halfLifeDays: days } }, "half-life");
    return html`<fieldset class="group"><legend>${this.t("half-label")}</legend>
      <div class="half">
        <select aria-label=${this.t("half-label")} @change=${(/** @type {Event} */ event) => {
          const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
          give(chosen === "auto" ? "auto" : chosen === "off" ? null : Math.round(summary?.halfLife.days ?? FIRST_DAYS) || FIRST_DAYS);
        }}>
          ${/** @type {const} */ (["auto", "days", "off"]).map((name) => html`<option value=${name} .selected=${name === kind}>${this.t(`half-${name}`)}</option>`)}
        </select>
        ${kind !== "days" ? nothing : html`<label class="half"><input type="number" min="0.1" max=${MOST_DAYS} step="any" inputmode="decimal" .value=${live(String(halfLifeDays))}
          aria-label=${this.t("half-number")} @change=${(/** @type {Event} */ event) => {
            const days = Number(/** @type {HTMLInputElement} */ (event.target).value);
            if (days > 0 && days <= MOST_DAYS) give(days);
            else this.requestUpdate();
          }}><span aria-hidden="true">${this.t("half-unit")}</span></label>`}
      </div>
      <p class="help">${summary ? halfLifeText(this.desk.say, summary.halfLife) : nothing}</p>
    </fieldset>`;
  }

  /** What each kind of tie is worth, in the network of attention. */
  #ties() {
    const { settings, summary } = this.desk.state;
    const { weights } = settings.ties;
    const own = LAYERS.some((layer) => weights[layer] !== FIRST_SETTINGS.ties.weights[layer]);
    const there = LAYERS.filter((layer) => (summary?.ties[layer] ?? 0) > 0);
    const give = (/** @type {Layer} */ layer, /** @type {Event} */ event) => {
      const text = /** @type {HTMLInputElement} */ (event.target).value.trim();
      const weight = Number(text);
      if (text && weight >= 0 && weight <= 1) this.desk.change({ ties: { weights: { ...weights, [layer]: weight } } }, `tie ${layer}`);
      else this.requestUpdate();
    };
    return html`<details><summary>${this.t("ties-weights-title")}${own ? html` <small>${this.t("factors-own")}</small>` : nothing}</summary>
      <div class="inside"><p class="help">${this.t("ties-weights-help")}</p>
        ${there.length === 0 ? html`<p class="help">${this.t("reason-no-ties")}</p>` : html`<div class="ties">${there.map((layer) => html`<div class="tie">
          <label for=${`${layer}-tie`}>${this.t(`layer-${layer}`)} <small>${this.desk.say.number(summary?.ties[layer] ?? 0)}</small></label>
          <input id=${`${layer}-tie`} type="range" min="0" max="1" step="0.05" .value=${live(String(weights[layer]))} @change=${(/** @type {Event} */ event) => give(layer, event)}>
          <input type="number" min="0" max="1" step="0.05" inputmode="decimal" .value=${live(String(weights[layer]))} aria-label=${this.t("tie-number", { layer: this.t(`layer-${layer}`) })}
            @change=${(/** @type {Event} */ event) => give(layer, event)}></div>`)}</div>`}
        <button type="button" class="link" ?disabled=${!own} @click=${() => this.desk.change({ ties: { weights: { ...FIRST_SETTINGS.ties.weights } } }, "ties")}>${this.t("ties-weights-reset")}</button>
      </div></details>`;
  }
}

/** @param {number | null} time */
function dayText(time) {
  return time === null ? "" : new Date(time).toISOString().slice(0, 10);
}

/** The beginning of the day (UTC). @param {number} time */
function midnight(time) {
  return Math.floor(time / DAY) * DAY;
}

customElements.define("sil-time-and-ties", TimeAndTies);
