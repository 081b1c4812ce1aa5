import { html } from "lit";
import form from "../../../styles/objective-form.css?inline";
import { Part, styles } from "../../part.js";
import { lines, parseLines } from "../../state/lists.js";
import { listedFound } from "./listed.js";

/** People whom the brand knows already: its teams and its customers. Ambassadors are looked for among them first. */
export class KnownPeople extends Part {
  /** @override */ static styles = styles(form);
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary, stale } }) => [settings.lists, summary, stale];

  /** @override */
  render() {
    return html`<div class="group">
      <p class="help">${this.t("campaign-lists-help")}</p>
      <div class="fields">${this.#list("employees")}${this.#list("customers")}</div>
    </div>`;
  }

  /** @param {"employees" | "customers"} name */
  #list(name) {
    const { lists } = this.desk.state.settings;
    return html`<div class="group"><label class="field"><span>${this.t(`campaign-${name}`)}</span>
      <textarea rows="3" spellcheck="false" .value=${lines(lists[name])} placeholder=${this.t(`campaign-${name}-placeholder`)}
        @change=${(/** @type {Event} */ event) => this.desk.change({ lists: { ...lists, [name]: parseLines(/** @type {HTMLTextAreaElement} */ (event.target).value) } }, name)}></textarea></label>
      ${listedFound(this.desk, name)}</div>`;
  }
}

customElements.define("sil-known-people", KnownPeople);
