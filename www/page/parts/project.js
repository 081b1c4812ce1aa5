/** @import { Studies } from "../state/studies.js" */
import { html, nothing } from "lit";
import css from "../../styles/project.css?inline";
import { Part, styles } from "../part.js";
import { ENDING } from "../state/project.js";
import { MOST_DATA } from "../state/projects.js";
import { MOST_STUDIES } from "../state/studies.js";
import { Sheet } from "./dialogs.js";
import { icon } from "./marks.js";

/** The project: new, open, save. */
export class ProjectDialog extends Sheet {
  /** @override */ static styles = [...Sheet.styles, ...styles(css)];
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.project, desk.state.unsaved, desk.state.cards];
  /** @override */ static properties = { withData: { state: true }, sure: { state: true }, studies: { state: true }, closing: { state: true } };

  constructor() {
    super();
    /** Whether the files go into the project: asked before the first save. @type {boolean | null} */
    this.withData = null;
    /** What is asked about, where something would be lost. @type {"fresh" | "open" | null} */
    this.sure = null;
    /** @type {Studies | null} */
    this.studies = null;
    /** The study that is to be closed, where something of it is not saved. @type {number | null} */
    this.closing = null;
    this.asked = () => {
      this.sure = "open";
      super.show();
    };
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!changed.has("desk")) return;
    this.desk.addEventListener("ask-project", this.asked);
    void this.desk.projects().then(({ studies }) => (this.studies = studies));
  }

  /** @override */
  show() {
    this.sure = null;
    super.show();
  }

  /** Saves as the last time; asks the first time. */
  async save() {
    const { project, cards } = this.desk.state;
    if (project && project.withData !== null) await (await this.desk.projects()).save({ withData: project.withData });
    else if (cards.length === 0) await (await this.desk.projects()).save({ withData: false });
    else this.show();
  }

  /** @override */
  render() {
    const { project, unsaved } = this.desk.state;
    return this.frame(project ? this.t("project-title-named", { name: project.name }) : this.t("project-title"), html`
      ${this.sure ? this.#sure() : html`
        <p class="state">${this.t(unsaved ? "project-unsaved" : project ? "project-saved" : "project-nothing")}</p>
        ${this.#save()}
        <div class="actions">
          <input type="file" id="file" accept=${ENDING} hidden @change=${this.#chosen}>
          <button type="button" @click=${this.#choose}>${this.t("project-open")}</button>
          <button type="button" @click=${this.#fresh}>${this.t("project-new")}</button>
        </div>
        <p class="note">${this.t("project-note")}</p>
        ${this.#studies()}`}`);
  }

  #save() {
    const { cards, project } = this.desk.state;
    const bytes = cards.reduce((sum, { size }) => sum + size, 0);
    const impossible = bytes > MOST_DATA || (project?.wanted.length ?? 0) > 0;
    const withData = !impossible && (this.withData ?? project?.withData ?? false);
    return html`<form @submit=${(/** @type {Event} */ event) => this.#submit(event, withData)}>
      ${cards.length === 0 ? nothing : html`<fieldset><legend>${this.t("project-data")}</legend>
        <label><input type="radio" name="data" .checked=${!withData} @change=${() => (this.withData = false)}>
          <span>${this.t("project-without")}<small>${this.t("project-without-help")}</small></span></label>
        <label><input type="radio" name="data" .checked=${withData} ?disabled=${impossible} @change=${() => (this.withData = true)}>
          <span>${this.t("project-with", { size: this.desk.say.size(bytes) })}<small>${this.t(impossible ? "project-with-impossible" : "project-with-help")}</small></span></label>
      </fieldset>`}
      <button type="submit" class="primary">${this.t("project-save")}</button>
    </form>`;
  }

  /** Studies that are open beside this one. */
  #studies() {
    const { studies } = this;
    if (!studies || (!studies.any && studies.waiting.length === 0)) return nothing;
    return html`<section aria-labelledby="studies-title">
      <h3 id="studies-title">${this.t("studies-title")}</h3>
      ${studies.waiting.length === 0 ? html`<p class="note">${this.t("studies-note")}</p>` : html`<ul class="studies">
        ${studies.waiting.map(({ id, name, files, accounts, unsaved }) => html`<li>
          <span><bdi>${name}</bdi> <small>${this.t("study-holds", { files })}${accounts === null ? nothing : ` · ${this.t("study-accounts", { accounts })}`}${unsaved
            ? ` · ${this.t("study-unsaved")}` : nothing}</small></span>
          <button type="button" @click=${() => this.#goTo(id)}>${this.t("study-go")}<span class="visually-hidden"> ${name}</span></button>
          <button type="button" class="quiet" aria-label=${this.t("study-close", { name })} title=${this.t("study-close", { name })}
            @click=${() => (unsaved ? (this.closing = id) : studies.close(id))}>${icon("close")}</button>
          ${this.closing === id ? html`<p class="sure" role="alert">${this.t("study-lose")}
            <button type="button" class="danger" @click=${() => (this.closing = null, studies.close(id))}>${this.t("study-close-sure")}</button>
            <button type="button" @click=${() => (this.closing = null)}>${this.t("project-back")}</button></p>` : nothing}</li>`)}</ul>`}
      ${studies.any ? html`<p><button type="button" ?disabled=${studies.waiting.length >= MOST_STUDIES} @click=${this.#beside}>${this.t("study-beside")}</button></p>` : nothing}
    </section>`;
  }

  async #beside() {
    this.hide();
    await this.studies?.fresh();
  }

  /** @param {number} id */
  async #goTo(id) {
    this.hide();
    await this.studies?.open(id);
  }

  /** What is not saved would be lost. */
  #sure() {
    return html`<p>${this.t("project-lose")}</p>
      <div class="actions">
        <button type="button" class="danger" @click=${this.#go}>${this.t(this.sure === "fresh" ? "project-lose-new" : "project-lose-open")}</button>
        ${this.sure === "fresh" ? html`<button type="button" @click=${this.#beside}>${this.t("study-beside")}</button>` : nothing}
        <button type="button" @click=${() => (this.sure = null)}>${this.t("project-back")}</button>
      </div>`;
  }

  /**
   * @param {Event} event
   * @param {boolean} withData
   */
  async #submit(event, withData) {
    event.preventDefault();
    if (await (await this.desk.projects()).save({ withData })) this.hide();
  }

  #choose() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("#file"))?.click();
  }

  /** @param {Event} event */
  async #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    if (!this.desk.state.unsaved) this.hide();
    await (await this.desk.projects()).ask(file);
  }

  async #fresh() {
    if (this.desk.state.unsaved) {
      this.sure = "fresh";
      return;
    }
    this.hide();
    await (await this.desk.projects()).fresh();
  }

  async #go() {
    const projects = await this.desk.projects();
    const { sure } = this;
    this.hide();
    if (sure === "open" && projects.waiting) await projects.open(projects.waiting);
    else if (sure === "fresh") await projects.fresh();
  }
}

/** What a project that was opened needs still, and whether it came to the same result. */
export class ProjectBar extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.project, desk.state.summary];
  /** @override */ static properties = { closed: { state: true } };

  constructor() {
    super();
    /** Message that was put away. */
    this.closed = "";
  }

  /** @override */
  render() {
    const { project, summary } = this.desk.state;
    if (!project) return nothing;
    const { wanted, changed, compared, result } = project;
    if (wanted.length > 0) {
      return html`<div class="bar" role="status"><div><strong>${this.t("wanted-title", { count: wanted.length })}</strong>
        <p>${this.t("wanted-note")}</p><ul>${wanted.slice(0, 12).map(({ name, entries }) => html`<li><bdi>${name}</bdi>
          <small>${this.desk.say.size(entries.reduce((sum, { size }) => sum + size, 0))}</small></li>`)}</ul></div></div>`;
    }
    const message = compared === null ? "" : compared === "same" ? this.t("project-same")
      : changed.length > 0 ? this.t("project-other-files", { names: this.desk.say.list([...changed]) })
        : result && summary && result.method !== summary.methodVersion ? this.t("project-other-method", { then: result.method, now: summary.methodVersion })
          : this.t("project-other");
    if (!message || message === this.closed) return nothing;
    return html`<div class="bar ${compared === "same" ? "good" : "warn"}" role="status"><p>${message}</p>
      <button type="button" @click=${() => (this.closed = message)}>${this.t("close")}</button></div>`;
  }
}

customElements.define("sil-project", ProjectDialog);
customElements.define("sil-project-bar", ProjectBar);
