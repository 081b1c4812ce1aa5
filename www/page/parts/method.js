/** @import { Block } from "./prose.js" */
import { html } from "lit";
import css from "../../styles/method.css?inline";
import { en, fr } from "virtual:sillage-method";
import { styles } from "../part.js";
import { Sheet } from "./dialogs.js";
import { prose } from "./prose.js";

/** @type {Record<"fr" | "en", Block[]>} */
const METHOD = { fr, en };

/** Every formula behind the scores, as the documents of the project have it. */
export class Method extends Sheet {
  /** @override */ static styles = [...Sheet.styles, ...styles(css)];
  /** @override @type {import("../part.js").Reads} */ static reads = () => [];

  /** @override */
  render() {
    const { lang } = this.desk.state;
    // The document's own title is that of the dialog.
    const [, ...blocks] = METHOD[lang];
    return this.frame(this.t("method-title"), html`<div class="prose">${prose(blocks)}</div>`);
  }
}

customElements.define("sil-method", Method);
