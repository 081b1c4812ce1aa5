import { html, nothing } from "lit";
import css from "../../styles/ground.css?inline";
import { Part, styles } from "../part.js";
import { icon, wake } from "../parts/marks.js";
import { chosenFolders } from "../state/dropped.js";
import { formatList } from "../parts/formats.js";
import "../parts/ground/paste.js";

/** The first screen: bring files in, see what became of every row. */
export class Ground extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    return this.desk.state.cards.length === 0 ? this.#empty() : this.#filled();
  }

  #chooser(primary = true) {
    return html`
      <input class="visually-hidden" type="file" id="files" multiple tabindex="-1" aria-label=${this.t("choose-files")}
        @change=${this.#chosen}>
      <input type="file" id="folder" webkitdirectory hidden
        @change=${this.#chosenFolder}>
      <button type="button" class=${primary ? "primary big" : ""} @click=${() => this.#choose("#files")}>
        ${icon("file")}${this.t(primary ? "choose-files" : "add-files")}</button>`;
  }

  #empty() {
    const { engine } = this.desk.state;
    return html`
      <section class="hero" aria-labelledby="hero-title">
        ${wake()}
        <div class="hero-text">
          <h1 id="hero-title">${this.t("hero-title")}</h1>
          <p class="lead">${this.t("hero-lead")}</p>
          <div class="actions">
            ${this.#chooser()}
            <button type="button" class="big" ?disabled=${engine === "unavailable"} @click=${() => this.desk.demo()}>
              ${this.t("try-demo")}</button>
          </div>
          <p class="hint">${this.t(this.desk.place.own ? "drop-hint" : "embed-drop-hint")}
            <button type="button" class="link" @click=${() => this.#choose("#folder")}>${this.t("choose-folder")}</button></p>
        </div>
      </section>
      <sil-paste .desk=${this.desk}></sil-paste>
      <section class="promises" aria-label=${this.t("how-label")}>
        ${/** @type {const} */ (["1", "2", "3"]).map((n) => html`
          <div><h2><span class="step" aria-hidden="true">${n}</span>${this.t(`how-${n}-title`)}</h2><p>${this.t(`how-${n}`)}</p></div>`)}
      </section>
      ${formatList(this.desk.say)}
      <sil-exports .desk=${this.desk}></sil-exports>`;
  }

  #filled() {
    const { cards, summary, stale, work, engine } = this.desk.state;
    const read = cards.filter((card) => card.status === "read");
    const kept = read.reduce((sum, card) => sum + (card.receipt?.kept ?? 0), 0);
    const failed = cards.filter((card) => card.status === "failed" || card.status === "stopped").length;
    const ready = read.length > 0 && !work;
    // Once there is a result, what it says of the files is the heading.
    const told = summary !== null && !stale;
    const held = read.length > 0 ? this.t("ground-lead", { files: read.length, kept }) : this.t(work?.kind === "read" ? "ground-reading" : "ground-none");
    const partial = failed > 0 ? this.t("ground-partial", { failed }) : nothing;
    return html`
      <section class="bench" aria-label=${this.t("screen-ground")}>
        <div class="bench-head">
          ${told ? html`<p class="over-title">${held} ${partial}</p>` : html`<div>
            <p class="over-title">${this.t("screen-ground")}</p>
            <h1>${held}</h1>
            ${failed > 0 ? html`<p class="lead">${partial}</p>` : nothing}
          </div>`}
          <div class="actions">
            ${this.#chooser(false)}
            <button type="button" @click=${() => this.#choose("#folder")}>${this.t("add-folder")}</button>
            ${told
              ? html`<button type="button" class="primary big" @click=${() => this.desk.show("influencers")}>${this.t("see-ranking")}</button>`
              : html`<button type="button" class="primary big" ?disabled=${!ready || engine !== "ready"}
                  @click=${() => this.desk.analyse()}>${this.t("analyse")}</button>`}
          </div>
        </div>
        ${told ? html`<sil-overview .desk=${this.desk}></sil-overview>
          <h2 class="files-title">${this.t("ground-files")}</h2>` : nothing}
        <ul class="cards">
          ${cards.map((card) => html`<li><sil-file-card .desk=${this.desk} .card=${card}></sil-file-card></li>`)}
        </ul>
        ${read.length > 1 ? html`<sil-total .desk=${this.desk}></sil-total>` : nothing}
        ${read.length > 0 ? html`<sil-coverage .desk=${this.desk}></sil-coverage>
          <sil-opt-out-note .desk=${this.desk}></sil-opt-out-note>` : nothing}
      </section>`;
  }

  /** @param {"#files" | "#folder"} which */
  #choose(which) {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector(which))?.click();
  }

  /** @param {Event} event */
  #chosenFolder(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    input.value = "";
    void this.desk.addFiles(chosenFolders(files));
  }

  /** @param {Event} event */
  #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = "";
    void this.desk.addFiles(files);
  }
}

customElements.define("sil-ground", Ground);
