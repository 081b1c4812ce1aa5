/** @import { Audience, SettingsPatch } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import form from "../../../styles/objective-form.css?inline";
import { NOBODY } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { rowName } from "../../state/circles.js";
import { lines, parseLines } from "../../state/lists.js";
import { listedFound } from "./listed.js";

/** Communities and languages offered before the others are asked for. */
const OFFERED = { communities: 12, languages: 8 };

/** Whom the campaign wants to reach: communities, languages, places, accounts. */
export class AudienceForm extends Part {
  /** @override */ static styles = styles(form);
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary, communities, stale } }) => [settings.audience, summary, communities, stale];

  /** @override */
  render() {
    const { audience } = this.desk.state.settings;
    return html`<div class="group">
      <p class="help">${this.t("campaign-audience-help")}</p>
      ${this.#communities(audience)}
      ${this.#languages(audience)}
      <div class="fields">
        ${this.#text("languages", audience.languages.join(", "), false)}
        ${this.#text("places", audience.places.join(", "), false)}
        ${this.#text("accounts", lines(audience.accounts), true)}
      </div>
      ${this.#known(audience)}
      ${listedFound(this.desk, "audience")}
      ${JSON.stringify(audience) === JSON.stringify(NOBODY) ? nothing : html`<button type="button" class="link" @click=${() => this.#give(NOBODY)}>${this.t("audience-clear")}</button>`}
    </div>`;
  }

  /** @param {Audience} audience */
  #communities({ communities: chosen }) {
    const { communities, summary } = this.desk.state;
    const named = communities.filter(({ size }) => size > 1);
    const offered = named.filter(({ number }, at) => at < OFFERED.communities || chosen.includes(number));
    // Until communities are known by name, those chosen are counted.
    if (offered.length === 0) {
      return chosen.length === 0 ? html`<p class="help">${this.t(summary?.communities ? "audience-communities-wait" : "audience-communities-none")}</p>`
        : html`<p class="help">${this.t("campaign-communities", { count: chosen.length })}</p>`;
    }
    return html`<div class="field" role="group" aria-labelledby="communities"><span id="communities">${this.t("audience-communities")}</span>
      <div class="chips">${offered.map(({ number, name, size }) => this.#chip(
        rowName(this.desk.say, { number, name }), size, chosen.includes(number),
        (on) => this.#give({ communities: on ? [...chosen, number].sort((a, b) => a - b) : chosen.filter((each) => each !== number) })))}</div></div>`;
  }

  /** Languages that the accounts write in. @param {Audience} audience */
  #languages({ languages: chosen }) {
    const { lang, summary } = this.desk.state;
    const found = summary?.languages ?? [];
    if (found.length === 0) return nothing;
    const names = new Intl.DisplayNames(lang, { type: "language", fallback: "code" });
    return html`<div class="field" role="group" aria-labelledby="spoken"><span id="spoken">${this.t("audience-languages")}</span>
      <div class="chips">${found.filter(({ code }, at) => at < OFFERED.languages || chosen.includes(code)).map(({ code, accounts }) => this.#chip(nameOf(names, code), accounts, chosen.includes(code),
        (on) => this.#give({ languages: on ? [...chosen, code] : chosen.filter((each) => each !== code) })))}</div></div>`;
  }

  /** What places can be told by, and who belongs. @param {Audience} audience */
  #known({ places }) {
    const { summary } = this.desk.state;
    if (!summary) return nothing;
    const { accounts, audience: { members, located, described, either } } = summary;
    return html`${places.length === 0 ? nothing : html`<p class="help">${this.t(either === 0 ? "audience-places-unknown" : "audience-places-known", { accounts, located, described, unknown: accounts - either })}</p>`}
      ${members === null ? nothing : html`<p class="help" role="status">${this.t("audience-members", { members, accounts })}</p>`}`;
  }

  /**
   * @param {string} name
   * @param {number} count
   * @param {boolean} on
   * @param {(on: boolean) => void} give
   */
  #chip(name, count, on, give) {
    return html`<button type="button" aria-pressed=${on} @click=${() => give(!on)}><bdi>${name}</bdi> <small>${this.desk.say.number(count)}</small></button>`;
  }

  /**
   * @param {"languages" | "places" | "accounts"} name
   * @param {string} text
   * @param {boolean} long
   */
  #text(name, text, long) {
    const change = (/** @type {Event} */ event) => this.#give({ [name]: parseLines(/** @type {HTMLInputElement} */ (event.target).value) });
    return html`<label class="field"><span>${this.t(`campaign-${name}`)}</span>${long
      ? html`<textarea rows="3" spellcheck="false" .value=${text} placeholder=${this.t(`campaign-${name}-placeholder`)} @change=${change}></textarea>`
      : html`<input type="text" autocomplete="off" spellcheck="false" .value=${text} placeholder=${this.t(`campaign-${name}-placeholder`)} @change=${change}>`}</label>`;
  }

  /** @param {Partial<Audience>} part */
  #give(part) {
    /** @type {SettingsPatch} */
    const patch = { audience: { ...this.desk.state.settings.audience, ...part } };
    this.desk.change(patch, `audience ${Object.keys(part).join()}`);
  }
}

/**
 * @param {Intl.DisplayNames} names
 * @param {string} code as the file has it: it may be no code at all
 */
function nameOf(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

customElements.define("sil-audience-form", AudienceForm);
