import { html } from "lit";
import css from "../../../styles/exports.css?inline";
import { Part, styles } from "../../part.js";

/** Where exports come from, those that most people can have first. */
const SOURCES = /** @type {const} */ (["listening", "x", "instagram", "facebook", "linkedin", "tiktok", "youtube", "mastodon", "collected", "sheet", "chats", "network"]);

/** How to get an export, source by source. */
export class Exports extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = () => [];

  /** @override */
  render() {
    return html`<details><summary>${this.t("exports-title")}</summary>
      <p class="note">${this.t("exports-note")}</p>
      <dl>${SOURCES.map((name) => html`<div><dt>${this.t(`exports-${name}-title`)}</dt><dd>${this.t(`exports-${name}`)}</dd></div>`)}</dl>
    </details>`;
  }
}

customElements.define("sil-exports", Exports);
