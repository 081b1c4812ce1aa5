/** @import { Card } from "../state/files.js" */
import { html, nothing } from "lit";
import css from "../../styles/file-card.css?inline";
import { errorText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { icon } from "./marks.js";
import "./archive.js";
import "./receipt.js";

/** Errors of the content: reading the same bytes again would end the same. */
const HOPELESS = /^(format\.|archive\.|file\.(empty|blank)$)/;

/** One file, archive or folder: its name, what went wrong or its receipt, and what is inside. */
export class FileCard extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { card: { attribute: false }, naming: { state: true } };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
    /** Whether the columns of a refused table are being named. */
    this.naming = false;
  }

  /** @override */
  updated() {
    if (!this.naming || this.card.status !== "read") return;
    // The panel that had the focus is gone with the refusal.
    this.naming = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("h2"))?.focus();
  }

  /** @override */
  render() {
    const { card } = this;
    const { say } = this.desk;
    const { receipt } = card;
    const unnamed = card.status === "failed" && this.#nameable;
    return html`
      <article class=${unnamed ? "failed unnamed" : card.status} aria-labelledby="name" aria-busy=${card.status === "reading" ? "true" : "false"}>
        <div class="head">
          <h2 id="name" tabindex="-1"><bdi>${card.name}</bdi></h2>
          <span class="meta">${say.size(card.size)} · ${this.t(unnamed ? "card-unnamed" : `card-${card.status}`)}${card.demo ? ` · ${this.t("card-demo")}` : nothing}</span>
          <button type="button" class="quiet" aria-label=${this.t("remove-file", { name: card.name })}
            title=${this.t("remove")} @click=${() => this.desk.removeFile(card.id)}>${icon("close")}</button>
        </div>
        ${card.error && card.status !== "read" ? this.#problem() : nothing}
        ${receipt ? html`<sil-receipt .desk=${this.desk} .card=${card} .path=${null} .receipt=${receipt}></sil-receipt>` : nothing}
        ${receipt?.parts?.length ? html`<sil-archive .desk=${this.desk} .card=${card} .parts=${receipt.parts}></sil-archive>` : nothing}
      </article>`;
  }

  /** A table that was read but whose columns say nothing: the user can. */
  get #nameable() {
    return this.card.error?.code === "format.unknown" && this.card.file !== null;
  }

  #problem() {
    const { card } = this;
    const nameable = this.#nameable;
    return html`<div class="problem" role=${card.status === "failed" ? "alert" : nothing}>
      <p>${card.error ? errorText(this.desk.say, card.error) : nothing}</p>
      ${card.error && HOPELESS.test(card.error.code) ? nothing : html`
        <button type="button" @click=${() => this.desk.readAgain(card.id)}>${this.t("read-again")}</button>`}
      ${nameable && !this.naming ? html`<button type="button" @click=${this.#name}>${this.t("name-columns")}</button>` : nothing}
    </div>
    ${nameable && this.naming ? html`<sil-mapping .desk=${this.desk} .card=${card} .path=${null} .receipt=${null}></sil-mapping>` : nothing}`;
  }

  async #name() {
    this.naming = true;
    await this.updateComplete;
    const panel = /** @type {import("./mapping.js").Mapping | null} */ (this.renderRoot.querySelector("sil-mapping"));
    await panel?.updateComplete;
    panel?.focusFirst();
  }
}

customElements.define("sil-file-card", FileCard);
