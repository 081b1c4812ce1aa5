/** @import { Cast } from "../../state/cast.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import css from "../../../styles/team-list.css?inline";
import { Part, styles } from "../../part.js";
import { keyOf, moved, shortlist } from "../../state/plan.js";
import { relationsCsv, shortlistCsv } from "../../state/relations.js";
import { save } from "../../state/save.js";
import { icon } from "../marks.js";
import "./person.js";

/** The people who were picked, in their order, and those who were set aside. */
export class Shortlist extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { cast: { attribute: false } };

  constructor() {
    super();
    /** @type {Cast} */
    this.cast = /** @type {Cast} */ (/** @type {unknown} */ (null));
  }

  /** @override */
  render() {
    const { plan } = this.desk.state;
    const listed = shortlist(plan);
    const aside = plan.people.filter((person) => !person.listed);
    return html`<section aria-labelledby="list-title">
      <div class="head">
        <h2 id="list-title" tabindex="-1">${this.t("list-title")}</h2>
        ${plan.people.length === 0 ? nothing : html`<div class="exports">
          <button type="button" class="link" ?disabled=${listed.length === 0} @click=${this.#saveList}>${icon("download")}${this.t("list-export")}</button>
          <button type="button" class="link" @click=${this.#saveLog}>${icon("download")}${this.t("log-export")}</button>
        </div>`}
      </div>
      ${listed.length === 0 ? html`<p class="note">${this.t("list-empty")}
          <button type="button" class="link" @click=${() => this.desk.show("influencers")}>${this.t("list-go")}</button></p>`
        : html`<p class="note">${this.t("list-note")}</p>
          <ol class="people" @sil-move=${this.#move} @sil-gone=${this.#gone}>
            ${repeat(listed, keyOf, (person, at) => html`<li>
              <sil-person .desk=${this.desk} .cast=${this.cast} .person=${person} .place=${at} .last=${listed.length - 1}></sil-person></li>`)}
          </ol>`}
      ${aside.length === 0 ? nothing : html`<details class="aside">
        <summary>${this.t("aside-title", { count: aside.length })}</summary>
        <ul class="people">${repeat(aside, keyOf, (person) => html`<li>
          <sil-person .desk=${this.desk} .cast=${this.cast} .person=${person} .place=${-1}></sil-person></li>`)}</ul>
      </details>`}
    </section>`;
  }

  /** @param {CustomEvent<{ key: string, by: number, from: string }>} event */
  async #move({ detail: { key, by, from } }) {
    const { plan } = this.desk.state;
    const next = moved(plan, key, by);
    const place = shortlist(next).findIndex((each) => keyOf(each) === key);
    this.desk.decide(next, `move ${key} ${place}`);
    this.desk.announce("announce-moved", { handle: shortlist(next)[place]?.handle ?? "", place: place + 1 });
    await this.updateComplete;
    // A person who moved took the focus along.
    await this.#person(key)?.focusOn(from);
  }

  /** Where somebody leaves the list, the focus goes to the next one. @param {CustomEvent<{ place: number }>} event */
  async #gone({ detail: { place } }) {
    await this.updateComplete;
    const listed = shortlist(this.desk.state.plan);
    const next = listed[Math.min(place, listed.length - 1)];
    if (next) await this.#person(keyOf(next))?.focusOn("remove");
    else /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#list-title"))?.focus();
  }

  /** @param {string} key */
  #person(key) {
    return [.../** @type {NodeListOf<import("./person.js").PersonCard>} */ (this.renderRoot.querySelectorAll("sil-person"))]
      .find(({ person }) => keyOf(person) === key);
  }

  async #saveList() {
    await this.cast.refresh();
    const { say, state } = this.desk;
    this.#save(shortlistCsv(say, shortlist(state.plan), this.cast.facts), "file-shortlist");
  }

  #saveLog() {
    this.#save(relationsCsv(this.desk.say, this.desk.state.plan.people), "file-relations");
  }

  /**
   * @param {string} text
   * @param {string} name
   */
  #save(text, name) {
    save(new Blob([text], { type: "text/csv;charset=utf-8" }), `sillage-${this.t(name)}.csv`, this.desk);
    this.desk.announce("announce-saved");
  }
}

customElements.define("sil-shortlist", Shortlist);
