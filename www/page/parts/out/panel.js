/** @import { Choice, Kind } from "../../state/out.js" */
import { html, nothing } from "lit";
import css from "../../../styles/out.css?inline";
import { leftOut } from "../../../shared/notes.js";
import { styles } from "../../part.js";
import { choiceOf } from "../../state/choice.js";
import { settingsLink } from "../../state/link.js";
import { Out } from "../../state/out.js";
import { elements, reportBody } from "../../state/report.js";
import { Sheet } from "../dialogs.js";
import { printable } from "./print.js";
import { icon } from "../marks.js";

/** People that a report may tell of. */
const TOPS = [10, 20, 50, 100];
/** @type {readonly Kind[]} */
const KINDS = ["xlsx", "csv", "json", "gexf", "graphml"];

/** Everything that can leave the study, with the choices that hold for all of it. */
export class OutPanel extends Sheet {
  /** @override */ static styles = [...Sheet.styles, ...styles(css)];
  /** @override */ static properties = { said: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Whether the dialect was chosen; else it is the page's language. */
    this.chosen = false;
    /** What became of the last thing asked. */
    this.said = "";
    this.busy = false;
    /** @type {Out | null} */
    this.out = null;
  }

  /** @returns {Choice} */
  get choice() {
    return choiceOf(this.desk).choice;
  }

  /** @override */
  show() {
    this.said = "";
    super.show();
  }

  /** @override */
  render() {
    const { summary, lang, stale } = this.desk.state;
    if (!this.chosen) this.choice.dialect = lang;
    return this.frame(this.t("out-title"), html`
      <p class="lead">${this.t(summary ? "out-lead" : "out-nothing")}</p>
      ${stale && summary ? html`<p class="note" role="status">${this.t("out-stale")}</p>` : nothing}
      ${summary ? html`${this.#choices(summary.ranked)}${this.#files()}` : nothing}
      ${this.#work()}
      <p class="said" role="status">${this.said}</p>`);
  }

  /** @param {number} ranked */
  #choices(ranked) {
    const { choice } = this;
    const { optOut } = this.desk.state.summary ?? {};
    /** @param {keyof Choice} name @param {string | boolean} value @param {string} label @param {string} help */
    const radio = (name, value, label, help) => html`<label><input type="radio" name=${name} .checked=${choice[name] === value}
      @change=${() => this.#set({ [name]: value })}><span>${label}<small>${help}</small></span></label>`;
    return html`<form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <fieldset><legend>${this.t("out-who")}</legend>
        ${radio("who", "all", this.t("out-who-all", { ranked }), this.t("out-who-all-help"))}
        ${radio("who", "shown", this.t("out-who-shown"), this.t("out-who-shown-help"))}
        <label class="field"><span>${this.t("out-floor")}<small>${this.t("out-floor-help")}</small></span>
          <input type="number" id="floor" min="0" max="1000000000" step="1" inputmode="numeric" .value=${choice.minFollowers === null ? "" : String(choice.minFollowers)}
            @change=${this.#floor}></label>
      </fieldset>
      <fieldset><legend>${this.t("out-names")}</legend>
        ${radio("named", true, this.t("out-named"), this.t("out-named-help"))}
        ${radio("named", false, this.t("out-pseudonyms"), this.t("out-pseudonyms-help"))}
        ${choice.named ? nothing : html`<p><button type="button" class="link" @click=${() => this.#save((out) => out.saveKey(this.choice))}>${icon("download")}${this.t("out-key")}</button>
          <small>${this.t("out-key-help")}</small></p>`}
        <p class="left-out">${optOut ? leftOut(this.desk.say, optOut) : this.t("opt-out-nobody")}
          <button type="button" class="link" @click=${this.#optOut}>${this.t("opt-out-change")}</button></p>
      </fieldset>
    </form>`;
  }

  #files() {
    const { choice } = this;
    return html`
      <section aria-labelledby="out-read"><h3 id="out-read">${this.t("out-read")}</h3>
        <div class="fields">
          <label class="field wide"><span>${this.t("out-purpose")}<small>${this.t("out-purpose-help")}</small></span>
            <input type="text" id="purpose" maxlength="300" .value=${choice.purpose} @change=${(/** @type {Event} */ event) => this.#set({ purpose: value(event) })}></label>
          <label class="field"><span>${this.t("out-top")}</span>
            <select id="top" @change=${(/** @type {Event} */ event) => this.#set({ top: Number(value(event)) })}>
              ${TOPS.map((top) => html`<option value=${top} ?selected=${choice.top === top}>${top}</option>`)}</select></label>
        </div>
        <ul class="kinds">
          ${this.#kind("report", () => this.#save((out) => out.saveReport(this.choice)))}
          ${this.desk.place.own ? this.#kind("print", () => this.#print()) : nothing}
        </ul></section>
      <section aria-labelledby="out-use"><h3 id="out-use">${this.t("out-use")}</h3>
        <div class="fields"><label class="field"><span>${this.t("out-dialect")}</span>
          <select id="dialect" @change=${this.#dialect}>
            ${/** @type {const} */ (["fr", "en", "machine"]).map((name) => html`<option value=${name} ?selected=${choice.dialect === name}>${this.t(`dialect-${name}`)}</option>`)}</select></label></div>
        <ul class="kinds">${KINDS.map((kind) => this.#kind(kind, () => this.#save((out) => out.save(kind, this.choice))))}</ul>
        <p class="note places">${this.#places()}</p></section>`;
  }

  /** Whether network files hold places, and where pictures of the map are. */
  #places() {
    const places = (this.out ??= new Out(this.desk)).places;
    return places ? this.t("out-places", { drawn: places.accounts.length }) : this.t("out-places-none");
  }

  #work() {
    return html`<section aria-labelledby="out-work"><h3 id="out-work">${this.t("out-work")}</h3>
      <ul class="kinds">
        ${this.#kind("project", () => this.#project())}
        ${this.desk.place.own ? this.#kind("link", () => this.#link()) : nothing}
      </ul></section>`;
  }

  /**
   * @param {string} name
   * @param {() => unknown} act
   */
  #kind(name, act) {
    return html`<li><button type="button" id="out-${name}" aria-describedby="about-${name}" ?disabled=${this.busy} @click=${act}>${this.t(`out-kind-${name}`)}</button>
      <small id="about-${name}">${this.t(`out-about-${name}`)}</small></li>`;
  }

  /** @param {Partial<Choice>} patch */
  #set(patch) {
    choiceOf(this.desk).set(patch);
  }

  /** @param {Event} event */
  #floor(event) {
    const text = value(event);
    const floor = Number(text);
    this.#set({ minFollowers: text === "" || !Number.isFinite(floor) || floor <= 0 ? null : Math.round(floor) });
  }

  /** @param {Event} event */
  #dialect(event) {
    this.chosen = true;
    this.#set({ dialect: /** @type {Choice["dialect"]} */ (value(event)) });
  }

  /** @param {(out: Out) => Promise<void>} what */
  async #save(what) {
    this.busy = true;
    this.said = "";
    try {
      await what((this.out ??= new Out(this.desk)));
      // An error is said by the page, behind this window.
      if (this.desk.state.error) this.hide();
      else this.said = this.t("announce-saved");
    } finally {
      this.busy = false;
    }
  }

  async #print() {
    this.busy = true;
    try {
      const report = await (this.out ??= new Out(this.desk)).report(this.choice);
      this.hide();
      if (!report) return;
      printable();
      const sheet = /** @type {HTMLElement} */ (document.querySelector("#sillage-print") ?? document.createElement("div"));
      sheet.id = "sillage-print";
      sheet.replaceChildren(elements(reportBody(report)));
      document.body.append(sheet);
      document.documentElement.dataset["print"] = "report";
      addEventListener("afterprint", () => {
        delete document.documentElement.dataset["print"];
        sheet.remove();
      }, { once: true });
      window.print();
    } finally {
      this.busy = false;
    }
  }

  #optOut() {
    this.hide();
    this.dispatchEvent(new CustomEvent("sil-dialog", { detail: "sil-opt-out", bubbles: true, composed: true }));
  }

  #project() {
    this.hide();
    this.dispatchEvent(new CustomEvent("sil-dialog", { detail: "sil-project", bubbles: true, composed: true }));
  }

  async #link() {
    const { settings, lang, summary } = this.desk.state;
    const handles = summary && this.desk.study ? (await this.desk.study.accounts()).handle : [];
    const { hash, left } = settingsLink(settings, lang, handles);
    const address = location.href.replace(/#.*$/, "") + hash;
    try {
      await navigator.clipboard.writeText(address);
      this.said = this.t(left ? "link-copied-without" : "link-copied");
    } catch {
      // Some browsers and frames forbid it: the address can be taken from here.
      this.said = this.t("link-here", { address });
    }
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}

customElements.define("sil-out", OutPanel);
