/** @import { Brand } from "../../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import form from "../../../styles/objective-form.css?inline";
import css from "../../../styles/objective-brands.css?inline";
import { Part, styles } from "../../part.js";
import { parseLines } from "../../state/lists.js";
import { icon } from "../marks.js";

/** Competitors that the engine takes. */
const MOST = 31;

/** The brand and those it is compared with, each with the other names that people give it. */
export class Brands extends Part {
  /** @override */ static styles = [...styles(form), ...styles(css)];
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings } }) => [settings.brand, settings.competitors];
  /** @override */ static properties = { adding: { state: true } };

  constructor() {
    super();
    /** Whether a line waits for another competitor. */
    this.adding = false;
  }

  /** @override */
  render() {
    const { brand, competitors } = this.desk.state.settings;
    const lines = this.adding && competitors.length < MOST ? [...competitors, null] : competitors;
    return html`<div class="group">
      <fieldset class="own"><legend>${this.t("brands-own")}</legend>
        ${this.#brand("own", brand, (next) => this.desk.change({ brand: next }, "brand"))}
      </fieldset>
      <fieldset class="others"><legend>${this.t("brands-others")}</legend>
        ${competitors.length === 0 && !this.adding ? html`<p class="help">${this.t("brands-others-none")}</p>` : nothing}
        ${lines.map((each, at) => html`<div class="line">${this.#brand(`${at}-other`, each, (next) => this.#other(at, next), at + 1)}
          <button type="button" class="quiet" aria-label=${this.t("brands-remove", { name: each?.name ?? String(at + 1) })} @click=${() => this.#other(at, null)}>${icon("close")}</button></div>`)}
        <button type="button" class="add" ?disabled=${this.adding || competitors.length >= MOST} @click=${this.#add}>${icon("plus")}${this.t("brands-add")}</button>
      </fieldset>
    </div>`;
  }

  /**
   * @param {string} id
   * @param {Brand | null} brand
   * @param {(brand: Brand | null) => void} give
   * @param {number} [number] of a competitor
   */
  #brand(id, brand, give, number) {
    const field = (/** @type {string} */ which) => /** @type {HTMLInputElement} */ (this.shadowRoot?.getElementById(`${id}-${which}`)).value;
    const change = () => {
      const [first = "", ...others] = [field("name").trim(), ...parseLines(field("aliases"))].filter(Boolean);
      give(first ? { name: first, aliases: others } : null);
    };
    const label = (/** @type {"name" | "aliases"} */ which) => this.t(number ? `brands-other-${which}` : `brands-${which}`, number ? { number } : {});
    return html`<div class="pair">
      <label class="field"><span>${label("name")}</span><input id=${`${id}-name`} type="text" autocomplete="off" spellcheck="false" .value=${brand?.name ?? ""}
        placeholder=${number ? "" : this.t("brands-name-placeholder")} @change=${change}></label>
      <label class="field"><span>${label("aliases")}</span><input id=${`${id}-aliases`} type="text" autocomplete="off" spellcheck="false" .value=${brand?.aliases.join(", ") ?? ""}
        placeholder=${this.t(number ? "brands-other-placeholder" : "brands-aliases-placeholder")} ?disabled=${number !== undefined && brand === null} @change=${change}></label>
    </div>`;
  }

  async #add() {
    this.adding = true;
    await this.updateComplete;
    const { competitors } = this.desk.state.settings;
    /** @type {HTMLElement | null} */ (this.shadowRoot?.getElementById(`${competitors.length}-other-name`))?.focus();
  }

  /**
   * @param {number} at
   * @param {Brand | null} brand null: it goes
   */
  #other(at, brand) {
    const { competitors } = this.desk.state.settings;
    if (at >= competitors.length) this.adding = false;
    if (!brand && at >= competitors.length) return;
    const next = brand ? [...competitors.slice(0, at), brand, ...competitors.slice(at + 1)] : competitors.filter((_, place) => place !== at);
    // What is typed into one line is one step; taking a line out is another.
    this.desk.change({ competitors: next }, brand ? `competitor ${at}` : `competitor out ${competitors[at]?.name}`);
  }
}

customElements.define("sil-brands", Brands);
