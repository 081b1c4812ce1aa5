/**
 * @import { Receipt } from "../../shared/engine.d.ts"
 * @import { Card } from "../state/files.js"
 */
import { html, nothing } from "lit";
import css from "../../styles/receipt.css?inline";
import { contentText, formatText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { saveReceipts } from "../state/receipt-file.js";
import { issueList } from "./issues.js";
import { icon } from "./marks.js";
import "./questions.js";

/** What one file was understood to be, and what became of every row of it. */
export class ReceiptView extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = {
    card: { attribute: false }, path: { attribute: false }, receipt: { attribute: false }, mapping: { state: true },
  };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
    /** The part of an archive or folder that the receipt is of; null for a file of its own. @type {string | null} */
    this.path = null;
    /** @type {Receipt} */
    this.receipt = /** @type {Receipt} */ (/** @type {unknown} */ (null));
    /** Whether the panel of columns is open. */
    this.mapping = false;
    /** What was pressed is gone: the focus goes on to the sentence that changed. */
    this.backToSentence = async () => {
      await this.updateComplete;
      const next = this.receipt.questions.length > 0 ? this.renderRoot.querySelector("sil-questions")?.shadowRoot?.querySelector("button") : null;
      (next ?? /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".understood")))?.focus();
    };
  }

  get #given() {
    const { given } = this.card;
    return this.path === null ? given.mapping : given.parts[this.path] ?? {};
  }

  /** @override */
  render() {
    const { receipt } = this;
    const container = (receipt.parts?.length ?? 0) > 0;
    return html`
      <p class="understood" tabindex="-1">${this.t(container ? "understood-inside" : "understood-before")} <em>${formatText(this.desk.say, receipt.format)}</em>${this.t(
        "understood-after", { content: contentText(this.desk.say, receipt) })}</p>
      ${container ? nothing : this.#confidence()}
      ${receipt.questions.length > 0
        ? html`<sil-questions .desk=${this.desk} .card=${this.card} .path=${this.path} .receipt=${receipt}
          .answered=${this.backToSentence}></sil-questions>` : nothing}
      ${this.#sum()}
      ${container ? nothing : this.#facts()}
      ${issueList(this.desk.say, receipt.issues)}
      ${container ? nothing : this.#columns()}
      <div class="foot">
        <button type="button" class="link" @click=${() => this.#download("csv")}>${icon("download")}${this.t("download-receipt-csv")}</button>
        <button type="button" class="link" @click=${() => this.#download("json")}>${icon("download")}${this.t("download-receipt")}</button>
        ${receipt.fingerprint ? html`<span class="hash" title=${receipt.fingerprint}>XXH3 ${receipt.fingerprint.slice(0, 12)}…</span>` : nothing}
      </div>`;
  }

  /** How sure it is, and the way back where the user decided. */
  #confidence() {
    const { confidence } = this.receipt;
    const own = Object.keys(this.#given).length > 0;
    const remembered = own && this.path === null && this.card.given.remembered;
    const id = remembered ? "confidence-remembered" : own ? "confidence-given" : `confidence-${confidence}`;
    return html`<p class="confidence ${own ? "given" : confidence}">
      <span class="sign" aria-hidden="true"></span><span>${this.t(id)}</span>
      ${own ? html`<button type="button" class="link" @click=${this.#asDetected}>${this.t("as-detected")}</button>`
        : confidence === "guess" && this.receipt.columns.length > 0
          ? html`<button type="button" class="link" @click=${this.#check}>${this.t("check-columns")}</button>` : nothing}
    </p>`;
  }

  #sum() {
    const { seen, kept, dropped, repaired } = this.receipt;
    return html`<p class="sum">
      <span>${this.t("sum-seen", { seen })}</span><span class="sign">=</span>
      <span class="kept">${this.t("sum-kept", { kept })}</span>
      ${repaired > 0 ? html`<span class="repaired">(${this.t("sum-repaired", { repaired })})</span>` : nothing}<span class="sign">+</span>
      <span class=${dropped > 0 ? "dropped" : ""}>${this.t("sum-dropped", { dropped })}</span>
    </p>`;
  }

  #facts() {
    const { say } = this.desk;
    const { encoding, separator, headerLine, content, posts, ties } = this.receipt;
    const read = [encoding.toUpperCase()];
    if (separator !== null) {
      read.push(this.t("fact-separator", { separator: separatorName(separator) }));
      read.push(headerLine === null ? this.t("fact-no-header") : this.t("fact-header", { line: headerLine }));
    }
    return html`<dl class="facts">
      <div><dt>${this.t("fact-posts")}</dt><dd>${say.number(posts)}</dd></div>
      <div><dt>${this.t("fact-accounts")}</dt><dd>${say.number(content.accounts)}</dd></div>
      <div><dt>${this.t("fact-ties")}</dt><dd>${say.number(ties)}</dd></div>
      <div><dt>${this.t("fact-read")}</dt><dd>${read.join(" · ")}</dd></div>
    </dl>`;
  }

  #columns() {
    const { columns } = this.receipt;
    const used = columns.filter((column) => column.role !== "ignored").length;
    const summary = columns.length > 0 ? this.t("columns-title", { used, all: columns.length }) : this.t("reading-title");
    return html`<details class="columns" @toggle=${this.#toggled}>
      <summary>${summary}</summary>
      ${this.mapping ? html`<sil-mapping .desk=${this.desk} .card=${this.card} .path=${this.path} .receipt=${this.receipt}></sil-mapping>` : nothing}
    </details>`;
  }

  /** The panel of columns is drawn only while it is asked for. @param {Event} event */
  #toggled(event) {
    const { open } = /** @type {HTMLDetailsElement} */ (event.target);
    this.mapping = open;
  }

  async #asDetected() {
    await this.desk.mapFile(this.card.id, this.path, {});
    await this.backToSentence();
  }

  #check() {
    const details = /** @type {HTMLDetailsElement | null} */ (this.renderRoot.querySelector("details.columns"));
    if (!details) return;
    details.open = true;
    details.querySelector("summary")?.focus();
  }

  /** @param {"csv" | "json"} kind */
  #download(kind) {
    saveReceipts(this.desk, kind, [this.receipt], this.receipt.name);
  }
}

/** @param {string} separator */
export function separatorName(separator) {
  return separator === "\t" ? "⇥" : separator === " " ? "␣" : separator;
}

customElements.define("sil-receipt", ReceiptView);
