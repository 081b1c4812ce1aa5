/** @import { ImportOptions } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/kept.css?inline";
import { Part, styles } from "../part.js";
import { slug } from "../../shared/translate.js";

/** The choice to keep how a table is read in this browser, and everything that is kept there. */
export class Kept extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { file: { attribute: false }, keep: { state: true }, columns: { state: true } };

  constructor() {
    super();
    /** @type {File} */
    this.file = /** @type {File} */ (/** @type {unknown} */ (null));
    /** Off until the user says so; on where this shape is kept already. */
    this.keep = false;
    /** Names of the columns as they are detected. @type {string[] | null} */
    this.columns = null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    if (this.desk.files.memory.allowed) void this.#look();
  }

  async #look() {
    this.columns = await this.desk.files.sketch.columns(this.file);
    this.keep = this.columns !== null && this.desk.files.memory.find(this.columns) !== null;
  }

  /**
   * Keeps these choices, or forgets those of this shape, as the box says.
   * @param {ImportOptions} mapping
   */
  async settle(mapping) {
    const { memory } = this.desk.files;
    if (!this.columns) return;
    if (this.keep) memory.keep(this.columns, mapping);
    else if (memory.find(this.columns)) memory.forget(this.columns);
  }

  /** @override */
  render() {
    const { memory } = this.desk.files;
    if (!memory.allowed || !this.columns) return nothing;
    const all = memory.all();
    return html`
      <label class="check"><input type="checkbox" .checked=${this.keep}
        @change=${(/** @type {Event} */ event) => (this.keep = /** @type {HTMLInputElement} */ (event.target).checked)}>
        ${this.t("keep-mapping")}</label>
      <p class="note">${this.t("keep-note", { columns: this.columns.length })}</p>
      ${all.length === 0 ? nothing : html`<details><summary>${this.t("kept-title", { count: all.length })}</summary>
        <ul>${all.map(({ columns, mapping }) => html`<li>
          <p>${columns.map((name) => html`<bdi>${name}</bdi>${this.#role(mapping, name)} `)}</p>
          <button type="button" @click=${() => this.#forget(columns)}>${this.t("kept-forget")}</button>
        </li>`)}</ul></details>`}`;
  }

  /**
   * @param {ImportOptions} mapping
   * @param {string} name
   */
  #role({ roles }, name) {
    const role = Object.hasOwn(roles ?? {}, name) ? roles?.[name] : undefined;
    if (!role) return nothing;
    return html` <small>${role === "ignored" ? this.t("role-none") : this.t(`role-${slug(role)}`)}</small>`;
  }

  /** @param {readonly string[]} columns */
  #forget(columns) {
    this.desk.files.memory.forget(columns);
    this.requestUpdate();
    this.desk.announce("announce-forgotten");
  }
}

customElements.define("sil-kept", Kept);
