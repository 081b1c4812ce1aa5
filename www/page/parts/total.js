import { html, nothing } from "lit";
import css from "../../styles/total.css?inline";
import { contentText, issueText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";
import { saveReceipts } from "../state/receipt-file.js";
import { total } from "../state/receipts.js";
import { icon } from "./marks.js";

/** All files together: every row seen is kept or left out, and why. */
export class TotalView extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    const receipts = this.desk.state.cards.flatMap((card) => card.receipt ?? []);
    const sum = total(receipts);
    const { say } = this.desk;
    const dropped = sum.reasons.filter(({ severity }) => severity === "dropped");
    const repaired = sum.reasons.filter(({ severity }) => severity === "repaired");
    return html`<section aria-labelledby="total">
      <h2 id="total">${this.t("total-title")}</h2>
      <p class="lead">${this.t("total-holds", { files: sum.files, content: contentText(say, sum) })}</p>
      <dl class="sum">
        <div><dt>${this.t("total-bytes")}</dt><dd>${say.size(sum.bytes)}</dd></div>
        <div><dt>${this.t("csv-seen")}</dt><dd>${say.number(sum.seen)}</dd></div>
        <div class="kept"><dt>${this.t("csv-kept")}</dt><dd>${say.number(sum.kept)}</dd></div>
        <div><dt>${this.t("csv-repaired")}</dt><dd>${say.number(sum.repaired)}</dd></div>
        <div class=${sum.dropped > 0 ? "dropped" : ""}><dt>${this.t("csv-dropped")}</dt><dd>${say.number(sum.dropped)}</dd></div>
      </dl>
      ${dropped.length + repaired.length === 0 ? nothing : html`<ul class="reasons">
        ${[...dropped, ...repaired].map((reason) => html`<li class=${reason.severity}>
          <span class="severity">${this.t(`severity-${reason.severity}`)}</span> <span>${issueText(say, reason)}</span></li>`)}</ul>`}
      <div class="foot">
        <button type="button" class="link" @click=${() => this.#download("csv")}>${icon("download")}${this.t("download-all-csv")}</button>
        <button type="button" class="link" @click=${() => this.#download("json")}>${icon("download")}${this.t("download-all")}</button>
      </div>
    </section>`;
  }

  /** @param {"csv" | "json"} kind */
  #download(kind) {
    saveReceipts(this.desk, kind, this.desk.state.cards.flatMap((card) => card.receipt ?? []), "sillage");
  }
}

customElements.define("sil-total", TotalView);
