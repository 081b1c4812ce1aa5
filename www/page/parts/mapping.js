/**
 * @import { ColumnReading, ImportOptions, Receipt } from "../../shared/engine.d.ts"
 * @import { SillageError } from "../../shared/errors.js"
 * @import { Card } from "../state/files.js"
 */
import { html, nothing } from "lit";
import css from "../../styles/mapping.css?inline";
import { contentText, errorText, formatText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { cleaned, columnsIn, rolesShown, withRole } from "../state/mapping.js";
import { canSketch } from "../state/sketch.js";
import { missingRoles } from "../state/roles.js";
import { columnTable } from "./columns.js";
import { formatField, readingFields } from "./reading.js";
import "./kept.js";

/** How long a choice waits for the next one before its effect is looked at. */
const SETTLE_MS = 300;

/**
 * How one file is read, to be changed by hand: what each column is, and what the file is written in. Nothing is read
 * again before the button is pressed; meanwhile the first rows show what the choices would make of them.
 */
export class Mapping extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = {
    card: { attribute: false }, path: { attribute: false }, receipt: { attribute: false },
    draft: { state: true }, sample: { state: true }, problem: { state: true }, looking: { state: true }, filter: { state: true },
  };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
    /** @type {string | null} */
    this.path = null;
    /** Null for a table that was refused. @type {Receipt | null} */
    this.receipt = null;
    /** What is chosen and not yet applied. @type {ImportOptions} */
    this.draft = {};
    /** What the choices make of the first rows. @type {Receipt | null} */
    this.sample = null;
    /** @type {SillageError | null} */
    this.problem = null;
    this.looking = false;
    this.filter = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.settling = undefined;
    this.run = 0;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.settling);
    this.run += 1;
    this.desk.files.sketch.close();
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    // Read again, by this panel or by undo: the choices in force are those of the card.
    if (changed.get("receipt") || (changed.get("card") && /** @type {Card} */ (changed.get("card")).given !== this.card.given)) this.#begin();
  }

  /** Puts the cursor on the first column. */
  focusFirst() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("select"))?.focus();
  }

  get #given() {
    const { given } = this.card;
    return this.path === null ? given.mapping : given.parts[this.path] ?? {};
  }

  /** The file whose first rows can be looked at, and which part of it. @returns {{ file: File, path: string | null } | null} */
  get #file() {
    const { file, folder } = this.card;
    if (file) return { file, path: this.path };
    const inside = folder?.files.find(({ path }) => path === this.path);
    return inside ? { file: inside.file, path: null } : null;
  }

  /** Starts from what is in force. */
  #begin() {
    clearTimeout(this.settling);
    this.run += 1;
    this.looking = false;
    this.draft = this.receipt ? this.#given : { format: "posts", ...this.#given };
    this.sample = null;
    this.problem = null;
    if (!this.receipt) this.#look();
  }

  /** The columns as the choices make them, as far as that is known. */
  get #columns() {
    return columnsIn(this.sample ?? this.receipt);
  }

  /** @override */
  render() {
    const columns = this.#columns;
    const shown = this.sample ?? this.receipt;
    const roles = rolesShown(columns, this.draft);
    const change = (/** @type {Partial<ImportOptions>} */ patch, anew = false) => this.#change(patch, anew);
    const format = this.draft.format ?? shown?.format ?? "posts";
    const missing = columns.length > 0 && this.receipt === null ? missingRoles(format, Object.values(roles)) : [];
    return html`
      ${shown ? html`<div class="format">${formatField(this.desk.say, { draft: this.draft, receipt: shown, change })}</div>` : nothing}
      ${columns.length > 0 ? columnTable(this.desk.say, {
        columns, roles, filter: this.filter, given: this.draft.roles ?? {},
        choose: (name, role) => this.#choose(columns, name, role),
        search: (text) => (this.filter = text),
      }) : nothing}
      ${shown ? this.#reading(readingFields(this.desk.say, { draft: this.draft, receipt: shown, change }), columns.length > 0) : nothing}
      <div class="outcome" role="status" aria-live="polite">${this.#outcome(missing)}</div>
      ${this.path === null && this.card.file && columns.length > 0 ? html`<sil-kept .desk=${this.desk} .file=${this.card.file}></sil-kept>` : nothing}
      <div class="actions">
        <button type="button" class="primary" ?disabled=${!this.#changed} @click=${this.#apply}>${this.t("mapping-apply")}</button>
        <button type="button" ?disabled=${!this.#changed} @click=${this.#begin}>${this.t("mapping-cancel")}</button>
        ${Object.keys(this.#given).length > 0 && this.receipt
          ? html`<button type="button" @click=${() => this.desk.mapFile(this.card.id, this.path, {})}>${this.t("as-detected")}</button>` : nothing}
      </div>`;
  }

  /**
   * How the file is read: behind its columns, or where it has none, all that there is to choose.
   * @param {unknown} fields
   * @param {boolean} behind
   */
  #reading(fields, behind) {
    const shown = html`<div class="fields">${fields}</div>`;
    return behind ? html`<details class="reading"><summary>${this.t("reading-title")}</summary>${shown}</details>` : shown;
  }

  /** What the choices would make of the first rows, in words. @param {string[][]} missing */
  #outcome(missing) {
    const { say } = this.desk;
    if (this.looking && !this.sample) return html`<p>${this.t("mapping-looking")}</p>`;
    if (this.problem) return html`<p class="wrong">${errorText(say, this.problem)}</p>`;
    if (missing.length > 0) {
      const words = missing.map((group) => group.map((role) => this.t(`role-${role.replaceAll("_", "-")}`)).join(` ${this.t("or")} `));
      return html`<p class="wrong">${this.t("mapping-missing", { roles: say.list(words) })}</p>`;
    }
    if (!this.#changed) return html`<p>${this.t("mapping-unchanged")}</p>`;
    if (!this.sample) return html`<p>${this.t("mapping-changed")}</p>`;
    const { seen, kept, dropped, format } = this.sample;
    return html`<p>${this.t("mapping-outcome", { seen, kept, dropped })}
      <strong>${this.t("mapping-outcome-holds", { format: formatText(say, format), content: contentText(say, this.sample) })}</strong></p>`;
  }

  get #changed() {
    return JSON.stringify(cleaned(this.draft)) !== JSON.stringify(cleaned(this.#given));
  }

  /**
   * @param {Partial<ImportOptions>} patch
   * @param {boolean} [anew] the columns will be others: what was said of them does not hold any more
   */
  #change(patch, anew = false) {
    this.draft = cleaned({ ...this.draft, ...patch, ...(anew ? { roles: undefined } : {}) });
    this.#look();
  }

  /**
   * @param {ColumnReading[]} columns
   * @param {string} name
   * @param {string} role
   */
  #choose(columns, name, role) {
    this.draft = { ...this.draft, roles: withRole(columns, this.draft, name, role) };
    this.#look();
  }

  /** Looks at the first rows with the choices, once they have settled. */
  #look() {
    clearTimeout(this.settling);
    const file = this.#file;
    if (!file) return;
    const run = ++this.run;
    this.looking = true;
    this.settling = setTimeout(async () => {
      const seen = await canSketch(file.file) ? await this.#seen(file, cleaned(this.draft)) : {};
      if (run === this.run) Object.assign(this, seen, { looking: false });
    }, this.sample || this.receipt ? SETTLE_MS : 0);
  }

  /**
   * What the choices make of the first rows. Columns that do not say what they are can still be seen, and named.
   * @param {{ file: File, path: string | null }} of
   * @param {ImportOptions} draft
   * @returns {Promise<{ sample?: Receipt, problem: SillageError | null }>}
   */
  async #seen({ file, path }, draft) {
    const { sketch } = this.desk.files;
    try {
      return { sample: await sketch.read(file, draft, path), problem: null };
    } catch (error) {
      const problem = /** @type {SillageError} */ (error);
      if (problem.code !== "format.unknown" || draft.format) return { problem };
      const sample = await sketch.read(file, { ...draft, format: "posts" }, path).catch(() => null);
      return sample ? { sample, problem } : { problem };
    }
  }

  async #apply() {
    const mapping = cleaned(this.draft);
    const kept = /** @type {import("./kept.js").Kept | null} */ (this.renderRoot.querySelector("sil-kept"));
    await kept?.settle(mapping);
    await this.desk.mapFile(this.card.id, this.path, mapping);
  }
}

customElements.define("sil-mapping", Mapping);
