import { html, nothing } from "lit";
import css from "../../styles/project.css?inline";
import { Part, styles } from "../part.js";
import { ENDING } from "../state/project.js";
import { MOST_DATA } from "../state/projects.js";
import { Sheet } from "./dialogs.js";

/** The project: new, open, save. */
export class ProjectDialog extends Sheet {
  /** @override */ static styles = [...Sheet.styles, ...styles(css)];
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.project, desk.state.unsaved, desk.state.cards];
  /** @override */ static properties = { withData: { state: true }, sure: { state: true } };

  constructor() {
    super();
    /** Whether the files go into the project: asked before the first save. @type {boolean | null} */
    this.withData = null;
    /** What is asked about, where something would be lost. @type {"fresh" | "open" | null} */
    this.sure = null;
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
    void this.desk.projects();
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
        <p class="note">${this.t("project-note")}</p>`}`);
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

  /** What is not saved would be lost. */
  #sure() {
    return html`<p>${this.t("project-lose")}</p>
      <div class="actions">
        <button type="button" class="danger" @click=${this.#go}>${this.t(this.sure === "fresh" ? "project-lose-new" : "project-lose-open")}</button>
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
