/**
 * @import { Part as Inside } from "../../shared/engine.d.ts"
 * @import { Card } from "../state/files.js"
 */
import { html, nothing } from "lit";
import css from "../../styles/archive.css?inline";
import { errorText, formatText, skippedText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import "./receipt.js";

/** Names listed for one reason; the receipt that is downloaded holds them all. */
const LISTED = 100;

/** The files of an archive, a workbook or a folder: read, passed over and why, or unreadable. */
export class Archive extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { card: { attribute: false }, parts: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
    /** @type {Inside[]} */
    this.parts = [];
    /** Paths of the receipts that are unfolded. @type {ReadonlySet<string>} */
    this.open = new Set();
    /** The part whose columns are being named. @type {string | null} */
    this.naming = null;
  }

  /** @override */
  updated() {
    const at = this.parts.filter((part) => part.receipt).findIndex((part) => part.path === this.naming);
    if (at < 0) return;
    // The panel that had the focus is gone with the refusal.
    this.naming = null;
    /** @type {HTMLElement | undefined} */ (this.renderRoot.querySelectorAll(".read > details > summary")[at])?.focus();
  }

  /** @override */
  render() {
    const read = this.parts.filter((part) => part.receipt);
    const failed = this.parts.filter((part) => part.error);
    const unnamed = failed.filter((part) => part.error?.code === "format.unknown");
    const skipped = this.parts.filter((part) => part.skipped);
    return html`
      <h3>${this.t("parts-title", { all: this.parts.length, read: read.length, failed: failed.length, skipped: skipped.length })}</h3>
      <ul class="parts">
        ${failed.filter((part) => !unnamed.includes(part)).map((part) => this.#failed(part))}
        ${read.map((part) => this.#part(part))}
      </ul>
      ${unnamed.length > 0 ? html`<details class="unnamed" ?open=${read.length === 0}><summary>${this.t("parts-unnamed", { count: unnamed.length })}</summary>
        <ul class="parts">${unnamed.map((part) => this.#failed(part))}</ul></details>` : nothing}
      ${skipped.length > 0 ? this.#skipped(skipped) : nothing}`;
  }

  /** A part that could not be read; the columns of one that says nothing can be named. @param {Inside} part */
  #failed({ path, error }) {
    if (!error) return nothing;
    const nameable = error.code === "format.unknown";
    return html`<li class=${nameable ? "failed unnamed" : "failed"}>
      <p><bdi class="path">${path}</bdi> <span>${errorText(this.desk.say, error)}</span>
        ${nameable && !this.open.has(path) ? html`<button type="button" @click=${() => this.#name(path)}>${this.t("name-columns")}</button>` : nothing}</p>
      ${nameable && this.open.has(path) ? html`<sil-mapping .desk=${this.desk} .card=${this.card} .path=${path} .receipt=${null}></sil-mapping>` : nothing}
    </li>`;
  }

  /** @param {string} path */
  #name(path) {
    this.naming = path;
    this.open = new Set([...this.open, path]);
  }

  /** @param {Inside} part */
  #part({ path, receipt }) {
    if (!receipt) return nothing;
    const { kept, dropped, questions, confidence } = receipt;
    const asks = questions.length > 0 || confidence === "guess";
    return html`<li class="read"><details ?open=${this.open.has(path)} @toggle=${(/** @type {Event} */ event) => this.#toggled(event, path)}>
      <summary><bdi class="path">${path}</bdi>
        <span class="what">${formatText(this.desk.say, receipt.format)} · ${this.t("sum-kept", { kept })}${dropped > 0
          ? html`, <span class="dropped">${this.t("sum-dropped", { dropped })}</span>` : nothing}${asks
          ? html` · <span class="asks">${this.t("part-asks")}</span>` : nothing}</span></summary>
      ${this.open.has(path) ? html`<sil-receipt .desk=${this.desk} .card=${this.card} .path=${path} .receipt=${receipt}></sil-receipt>` : nothing}
    </details></li>`;
  }

  /** @param {Inside[]} skipped */
  #skipped(skipped) {
    /** @type {Map<string, Inside[]>} */
    const reasons = new Map();
    for (const part of skipped) {
      const code = part.skipped ?? "";
      const known = reasons.get(code);
      if (known) known.push(part);
      else reasons.set(code, [part]);
    }
    return html`<details class="skipped"><summary>${this.t("parts-skipped", { count: skipped.length })}</summary>
      <dl>${[...reasons].map(([code, parts]) => html`<div>
        <dt>${skippedText(this.desk.say, code)} (${this.desk.say.number(parts.length)})</dt>
        <dd>${parts.slice(0, LISTED).map(({ path }) => html`<bdi class="path">${path}</bdi>`)}
          ${parts.length > LISTED ? html`<span>${this.t("places-more", { more: parts.length - LISTED })}</span>` : nothing}</dd>
      </div>`)}</dl></details>`;
  }

  /**
   * @param {Event} event
   * @param {string} path
   */
  #toggled(event, path) {
    const open = new Set(this.open);
    if (/** @type {HTMLDetailsElement} */ (event.target).open) open.add(path);
    else open.delete(path);
    this.open = open;
  }
}

customElements.define("sil-archive", Archive);
