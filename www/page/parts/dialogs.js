/** @import { Reads } from "../part.js" */
import { html } from "lit";
import css from "../../styles/dialogs.css?inline";
import { Part, styles } from "../part.js";
import { icon } from "./marks.js";

/** A dialog of the page: native, so that focus, Esc and the rest of the page behave. */
export class Sheet extends Part {
  /** @override */ static styles = styles(css);

  show() {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  hide() {
    this.renderRoot.querySelector("dialog")?.close();
  }

  /**
   * @param {string} title
   * @param {unknown} body
   */
  frame(title, body) {
    return html`<dialog aria-labelledby="title" @click=${this.#outside}>
      <div class="inside">
        <div class="head"><h2 id="title">${title}</h2>
          <button type="button" class="quiet" aria-label=${this.t("close")} @click=${this.hide}>${icon("close")}</button>
        </div>
        ${body}
      </div>
    </dialog>`;
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === event.currentTarget) this.hide();
  }
}

/** Why nothing can leave, how to check it, and what the promise does not cover. */
export class Proof extends Sheet {
  /** @override @type {Reads} */ static reads = () => [];

  /** @override */
  render() {
    // In somebody else's page their policy holds, and their scripts.
    if (!this.desk.place.sealed) {
      return this.frame(this.t("embed-proof-title"), html`
        <p class="lead">${this.t("embed-proof-lead")}</p>
        <h3>${this.t("proof-check-title")}</h3>
        <ol><li>${this.t("proof-check-1")}</li><li>${this.t("proof-check-2")}</li></ol>
        <h3>${this.t("proof-limits-title")}</h3>
        <ul><li>${this.t("embed-proof-limit")}</li><li>${this.t("proof-limit-1")}</li><li>${this.t("proof-limit-2")}</li><li>${this.t("proof-limit-3")}</li></ul>`);
    }
    return this.frame(this.t("proof-title"), html`
      <p class="lead">${this.t("proof-lead")}</p>
      <h3>${this.t("proof-check-title")}</h3>
      <ol><li>${this.t("proof-check-1")}</li><li>${this.t("proof-check-2")}</li><li>${this.t("proof-check-3")}</li></ol>
      <h3>${this.t("proof-limits-title")}</h3>
      <ul><li>${this.t("proof-limit-1")}</li><li>${this.t("proof-limit-2")}</li><li>${this.t("proof-limit-3")}</li></ul>`);
  }
}

/** The keys that work everywhere. */
export class Help extends Sheet {
  /** @override @type {Reads} */ static reads = () => [];

  /** @override */
  render() {
    const keys = /** @type {const} */ ([
      ["/", "key-search"], ["?", "key-help"], ["Esc", "key-escape"], ["Ctrl + Z", "key-undo"],
      ["Ctrl + Shift + Z, Ctrl + Y", "key-redo"], ["Ctrl + S", "key-save"], ["Tab", "key-tab"], ["← → ↑ ↓", "key-arrows"],
      ["+ − 0", "key-zoom"], ["Alt + ↑ ↓", "key-order"],
    ]);
    return this.frame(this.t("help-title"), html`
      <dl class="keys">${keys.map(([key, id]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${this.t(id)}</dd></div>`)}</dl>
      <h3>${this.t("help-brief-title")}</h3>
      <p>${this.t("help-brief")}</p>`);
  }
}

/** Asks before everything is erased. */
export class Erase extends Sheet {
  /** @override @type {Reads} */ static reads = () => [];

  /** @override */
  render() {
    return this.frame(this.t("erase-title"), html`
      <p>${this.t("erase-body")}</p>
      <div class="actions">
        <button type="button" class="danger" @click=${this.#erase}>${this.t("erase-confirm")}</button>
        <button type="button" @click=${this.hide}>${this.t("erase-keep")}</button>
      </div>`);
  }

  #erase() {
    this.hide();
    void this.desk.erase();
  }
}

customElements.define("sil-proof", Proof);
customElements.define("sil-help", Help);
customElements.define("sil-erase", Erase);
