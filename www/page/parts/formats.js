/** @import { Translator } from "../../shared/translate.js" */
import { html } from "lit";

/** Families of files that are read, in the order in which marketers have them. */
const FAMILIES = /** @type {const} */ (["listening", "networks", "collected", "tables", "graphs", "people", "chats", "containers"]);

/**
 * Everything that can be dropped.
 * @param {Translator} say
 */
export function formatList(say) {
  return html`<details class="formats">
    <summary>${say.t("formats-title")}</summary>
    <dl>${FAMILIES.map((name) => html`<div><dt>${say.t(`accepts-${name}-title`)}</dt><dd>${say.t(`accepts-${name}`)}</dd></div>`)}</dl>
    <p>${say.t("formats-note")}</p>
  </details>`;
}
