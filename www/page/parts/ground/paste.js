import { html, nothing } from "lit";
import css from "../../../styles/paste.css?inline";
import { Part, styles } from "../../part.js";

/** A box to paste a table or lines into: what Ctrl+V does anywhere on the page, for everybody. */
export class PasteBox extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = () => [];
  /** @override */ static properties = { ...Part.properties, wrong: { state: true } };

  constructor() {
    super();
    this.wrong = false;
  }

  /** @override */
  render() {
    return html`<form @submit=${this.#read}>
      <label for="pasted">${this.t("paste-title")}</label>
      <textarea id="pasted" rows="3" spellcheck="false" autocomplete="off" placeholder=${this.t("paste-placeholder")}
        aria-describedby=${this.wrong ? "paste-wrong" : nothing} aria-invalid=${this.wrong ? "true" : nothing} @input=${() => {
          this.wrong = false;
        }}></textarea>
      ${this.wrong ? html`<p class="wrong" id="paste-wrong" role="alert">${this.t("paste-wrong")}</p>` : nothing}
      <button type="submit">${this.t("paste-read")}</button>
    </form>`;
  }

  /** A table has a line of names and at least one more. @param {Event} event */
  #read(event) {
    event.preventDefault();
    const box = /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector("textarea"));
    const text = box?.value ?? "";
    if (!text.trim().includes("\n")) {
      this.wrong = true;
      box?.focus();
      return;
    }
    void this.desk.addText(text);
  }
}

customElements.define("sil-paste", PasteBox);
