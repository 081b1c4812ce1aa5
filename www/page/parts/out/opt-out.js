import { html, nothing } from "lit";
import css from "../../../styles/out.css?inline";
import { entriesFrom } from "../../../shared/people-list.js";
import { leftOut } from "../../../shared/notes.js";
import { Part, styles } from "../../part.js";
import { fingerprints, matcher, peopleWithout, split } from "../../state/optout.js";
import { Sheet } from "../dialogs.js";

/** Bytes of a list that is read. */
const MOST = 20_000_000;

/** The list of people who asked to be left out: pasted, dropped, or chosen as a file. */
export class OptOutDialog extends Sheet {
  /** @override */ static styles = [...Sheet.styles, ...styles(css)];
  /** @override */ static properties = { text: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** What is written; null: what holds. @type {string | null} */
    this.text = null;
    this.said = "";
  }

  /** @override */
  show() {
    this.text = null;
    this.said = "";
    super.show();
  }

  /** @override */
  render() {
    const { settings, summary, stale } = this.desk.state;
    const { names, prints } = split(settings.optOut);
    const out = stale ? null : summary?.optOut;
    return this.frame(this.t("opt-out-title"), html`
      <p class="lead">${this.t("opt-out-lead")}</p>
      <p class="note">${this.t("opt-out-how")}</p>
      <form @submit=${this.#apply} @drop=${this.#drop}>
        <label class="field wide"><span>${this.t("opt-out-label")}<small>${this.t("opt-out-help")}</small></span>
          <textarea id="names" rows="7" spellcheck="false" autocomplete="off" .value=${this.text ?? names.join("\n")}
            @input=${(/** @type {Event} */ event) => (this.text = /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></label>
        ${prints.length === 0 ? nothing : html`<p class="note">${this.t("opt-out-prints", { count: prints.length })}
          <button type="button" class="link" @click=${this.#forget}>${this.t("opt-out-forget")}</button></p>`}
        <div class="actions">
          <button type="submit" class="primary">${this.t("opt-out-apply")}</button>
          <input type="file" id="list" hidden accept=".txt,.csv,.tsv,text/plain,text/csv" @change=${this.#chosen}>
          <button type="button" @click=${() => /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("#list"))?.click()}>${this.t("opt-out-file")}</button>
          ${names.length === 0 ? nothing : html`<button type="button" @click=${this.#hash}>${this.t("opt-out-hash")}</button>`}
        </div>
      </form>
      ${out ? html`<p class="left-out">${leftOut(this.desk.say, out)}</p>` : nothing}
      <p class="note">${this.t("opt-out-kept")}</p>
      <p class="said" role="status">${this.said}</p>`);
  }

  /** @param {Event} event */
  async #apply(event) {
    event.preventDefault();
    const { settings } = this.desk.state;
    await this.#set([...entriesFrom(this.text ?? split(settings.optOut).names.join("\n")), ...split(settings.optOut).prints]);
    this.text = null;
  }

  /** The list holds from now on, and people of the plan who are on it are in it no more: one step back undoes both. @param {string[]} optOut */
  async #set(optOut) {
    const { desk } = this;
    const { plan, settings, summary } = desk.state;
    if (JSON.stringify(optOut) === JSON.stringify(settings.optOut)) {
      this.said = this.t("opt-out-same");
      return;
    }
    desk.change({ optOut }, "optOut");
    if (plan.people.length > 0 && desk.study && globalThis.crypto?.subtle) {
      const prints = await fingerprints(desk.study, { ...settings, optOut });
      desk.set({ plan: { ...plan, people: await peopleWithout(plan.people, matcher(prints)) } });
    }
    this.said = this.t(summary ? "opt-out-applied" : "opt-out-will", { count: optOut.length });
  }

  async #hash() {
    const { study, state } = this.desk;
    if (!study || !globalThis.crypto?.subtle) return;
    const optOut = await fingerprints(study, state.settings);
    this.text = null;
    this.desk.change({ optOut }, "optOut");
    this.said = this.t("opt-out-hashed", { count: optOut.length });
  }

  async #forget() {
    await this.#set(split(this.desk.state.settings.optOut).names);
  }

  /** @param {Event} event */
  async #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = "";
    if (file) await this.#take(file);
  }

  /** A file on this window is a list, not a file of the study. @param {DragEvent} event */
  async #drop(event) {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    await this.#take(file);
  }

  /** @param {File} file */
  async #take(file) {
    const found = entriesFrom(await file.slice(0, MOST).text());
    const before = entriesFrom(this.text ?? split(this.desk.state.settings.optOut).names.join("\n"));
    this.text = [...new Set([...before, ...found])].join("\n");
    this.said = this.t("opt-out-read", { count: found.length });
  }
}

/** On the ground: who was left out, and the way to the list. */
export class OptOutNote extends Part {
  /** @override */ static styles = styles(css);

  /** @override */
  render() {
    const { summary, settings, stale } = this.desk.state;
    const out = stale ? null : summary?.optOut;
    return html`<section class="strip" aria-labelledby="left-out-title">
      <h2 id="left-out-title">${this.t("opt-out-title")}</h2>
      <p>${out ? leftOut(this.desk.say, out) : settings.optOut.length > 0 ? this.t("opt-out-will", { count: settings.optOut.length }) : this.t("opt-out-nobody")}</p>
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("sil-dialog", { detail: "sil-opt-out", bubbles: true, composed: true }))}>
        ${this.t("opt-out-change")}</button>
    </section>`;
  }
}

customElements.define("sil-opt-out", OptOutDialog);
customElements.define("sil-opt-out-note", OptOutNote);
