/**
 * @import { ColumnReading, Issue, Receipt } from "../../shared/engine.d.ts"
 * @import { Card } from "../state/desk.js"
 */
import { html, nothing } from "lit";
import css from "../../styles/file-card.css?inline";
import { errorText, formatText, issueText, known } from "../../shared/phrases.js";
import { UNKNOWN } from "../../shared/translate.js";
import { Part, styles } from "../part.js";
import { icon } from "./marks.js";

/** Errors of the content: reading the same bytes again would end the same. */
const HOPELESS = /^(format\.|file\.(empty|blank)$)/;

/** One file: what it was understood to be, and what became of every row. */
export class FileCard extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { card: { attribute: false } };

  constructor() {
    super();
    /** @type {Card} */
    this.card = /** @type {Card} */ (/** @type {unknown} */ (null));
  }

  /** @override */
  render() {
    const { card } = this;
    const { say } = this.desk;
    return html`
      <article class=${card.status} aria-labelledby="name">
        <div class="head">
          <h2 id="name"><bdi>${card.file.name}</bdi></h2>
          <span class="meta">${say.size(card.file.size)} · ${this.t(`card-${card.status}`)}${card.demo ? ` · ${this.t("card-demo")}` : nothing}</span>
          <button type="button" class="quiet" aria-label=${this.t("remove-file", { name: card.file.name })}
            title=${this.t("remove")} @click=${() => this.desk.removeFile(card.id)}>${icon("close")}</button>
        </div>
        ${card.error && card.status !== "read" ? this.#problem() : nothing}
        ${card.receipt ? this.#receipt(card.receipt) : nothing}
      </article>`;
  }

  #problem() {
    const { card } = this;
    return html`<div class="problem" role=${card.status === "failed" ? "alert" : nothing}>
      <p>${card.error ? errorText(this.desk.say, card.error) : nothing}</p>
      ${card.error && HOPELESS.test(card.error.code) ? nothing : html`
        <button type="button" @click=${() => this.desk.readAgain(card.id)}>${this.t("read-again")}</button>`}
    </div>`;
  }

  /** @param {Receipt} receipt */
  #receipt(receipt) {
    const { say } = this.desk;
    const { seen, kept, dropped, repaired, posts, ties, firstTime, lastTime } = receipt;
    return html`
      <p class="understood">${this.t("understood-before")} <em>${formatText(say, receipt.format)}</em>${this.t("understood-after", { seen })}</p>
      <p class="sum">
        <span>${this.t("sum-seen", { seen })}</span><span class="sign">=</span>
        <span class="kept">${this.t("sum-kept", { kept })}</span>
        ${repaired > 0 ? html`<span class="repaired">(${this.t("sum-repaired", { repaired })})</span>` : nothing}<span class="sign">+</span>
        <span class=${dropped > 0 ? "dropped" : ""}>${this.t("sum-dropped", { dropped })}</span>
      </p>
      <dl class="facts">
        <div><dt>${this.t("fact-posts")}</dt><dd>${say.number(posts)}</dd></div>
        <div><dt>${this.t("fact-ties")}</dt><dd>${say.number(ties)}</dd></div>
        <div><dt>${this.t("fact-period")}</dt>
          <dd>${firstTime === null ? html`<span title=${this.t("reason-no-time")}>${UNKNOWN}</span>`
            : this.t("period", { from: say.date(firstTime), to: say.date(lastTime) })}</dd></div>
        <div><dt>${this.t("fact-encoding")}</dt><dd>${receipt.encoding.toUpperCase()}${receipt.separator === null ? nothing
          : html` · ${this.t("fact-separator", { separator: separatorName(receipt.separator) })}`}</dd></div>
      </dl>
      ${receipt.issues.length > 0 ? this.#issues(receipt.issues) : nothing}
      ${receipt.columns.length > 0 ? this.#columns(receipt.columns) : nothing}
      <div class="foot">
        <button type="button" class="link" @click=${() => this.desk.downloadReceipt(receipt)}>${icon("download")}${this.t("download-receipt")}</button>
        <span class="hash" title=${receipt.fingerprint}>XXH3 ${receipt.fingerprint.slice(0, 12)}…</span>
      </div>`;
  }

  /** @param {Issue[]} issues */
  #issues(issues) {
    return html`<details class="issues"><summary>${this.t("issues-title", { count: issues.length })}</summary>
      <ul>${issues.map((issue) => html`<li class=${issue.severity}>
        <span class="severity">${this.t(`severity-${issue.severity}`)}</span>
        <span>${issueText(this.desk.say, issue)}</span>
        ${issue.places.length === 0 ? nothing : html`
          <ol class="places">${issue.places.map((place) => html`<li>
            <span class="where">${place.line > 0 ? this.t("place", { row: place.row, line: place.line }) : this.t("place-row", { row: place.row })}${place.column
              ? html` · <bdi>${place.column}</bdi>` : nothing}</span>
            ${place.excerpt ? html`<code><bdi>${place.excerpt}</bdi></code>` : nothing}</li>`)}
          </ol>
          ${issue.count > issue.places.length ? html`<p class="more">${this.t("places-more", { more: issue.count - issue.places.length })}</p>` : nothing}`}
      </li>`)}</ul></details>`;
  }

  /** @param {ColumnReading[]} columns */
  #columns(columns) {
    const used = columns.filter((column) => column.role !== "ignored").length;
    return html`<details class="columns"><summary>${this.t("columns-title", { used, all: columns.length })}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${this.t("columns-caption")}>
        <table>
          <caption class="visually-hidden">${this.t("columns-caption")}</caption>
          <thead><tr><th scope="col">${this.t("columns-name")}</th><th scope="col">${this.t("columns-role")}</th>
            <th scope="col">${this.t("columns-samples")}</th></tr></thead>
          <tbody>${columns.map((column) => html`<tr class=${column.role === "ignored" ? "ignored" : ""}>
            <th scope="row"><bdi>${column.name || "∅"}</bdi></th>
            <td>${known(this.desk.say, "role", column.role)}${column.reading ? html` <small>${known(this.desk.say, "reading", column.reading)}</small>` : nothing}</td>
            <td class="samples">${column.samples.map((sample) => html`<span><bdi>${sample}</bdi></span>`)}</td>
          </tr>`)}</tbody>
        </table>
      </div></details>`;
  }
}

/** @param {string} separator */
function separatorName(separator) {
  return separator === "\t" ? "⇥" : separator === " " ? "␣" : separator;
}

customElements.define("sil-file-card", FileCard);
