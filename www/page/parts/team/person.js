/**
 * @import { Cast } from "../../state/cast.js"
 * @import { Action, Choice, Person, Stage } from "../../state/plan.js"
 */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import css from "../../../styles/person.css?inline";
import { Part, styles } from "../../part.js";
import { communityName } from "../../state/circles.js";
import { CHOICES, STAGES, costFrom, dayFrom, decided, keyOf, personIn, tagsFrom } from "../../state/plan.js";
import { adjacentInterests } from "../../state/relations.js";
import { icon } from "../marks.js";

/** One person of the plan: what is known, what was decided, and the log of the relation. */
export class PersonCard extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { cast: { attribute: false }, person: { attribute: false }, place: { attribute: false }, last: { attribute: false } };

  constructor() {
    super();
    /** @type {Cast} */
    this.cast = /** @type {Cast} */ (/** @type {unknown} */ (null));
    /** @type {Person} */
    this.person = /** @type {Person} */ (/** @type {unknown} */ (null));
    /** Place on the shortlist, from 0; -1 where the person is not on it. */
    this.place = -1;
    this.last = -1;
    this.addEventListener("keydown", (event) => {
      const from = event.composedPath()[0];
      if (!event.altKey || this.place < 0 || (event.key !== "ArrowUp" && event.key !== "ArrowDown") || !(from instanceof HTMLButtonElement)) return;
      event.preventDefault();
      this.#move(event.key === "ArrowUp" ? -1 : 1, from.dataset["focus"] ?? "name");
    });
  }

  /**
   * Gives the focus to a part of the card; to the other arrow where one is at its end.
   * @param {string} name
   */
  async focusOn(name) {
    await this.updateComplete;
    const all = ["up", "down", "name"];
    for (const each of [name, ...all]) {
      const found = /** @type {HTMLButtonElement | null} */ (this.renderRoot.querySelector(`[data-focus="${each}"]`));
      if (found && !found.disabled) return found.focus();
    }
  }

  /** @override */
  render() {
    const { person, place } = this;
    const { handle } = person;
    const { say, state } = this.desk;
    const { index, name, rank, followers, community, authenticity, cost } = this.cast.of(person);
    const known = [
      rank === null ? null : this.t("person-rank", { rank }),
      followers === null ? null : this.t("person-followers", { followers }),
      community === null ? null : this.#circle(community),
      authenticity === null ? null : this.t("person-authenticity", { confidence: say.number(authenticity) }),
    ].filter((text) => text !== null);
    return html`<article aria-label=${handle} class=${place < 0 ? "apart" : ""}>
      <header>
        ${place < 0 ? nothing : html`<span class="place" aria-hidden="true">${place + 1}</span>`}
        <div class="who">
          <button type="button" class="link name" data-focus="name" ?disabled=${index === null} @click=${() => index !== null && this.desk.dossiers.open(index)}><bdi>${handle}</bdi></button>
          <span class="under">${name && name !== handle ? html`<bdi>${name}</bdi>` : nothing}${person.platform === "unknown" ? nothing : html`<span class="platform">${this.t(`platform-${person.platform}`)}</span>`}</span>
          <span class="under">${known.length > 0 ? known.join(" · ") : state.summary && !this.cast.wanting ? this.t("person-absent") : nothing}</span>
        </div>
        <div class="tools">
          ${place < 0 ? html`<button type="button" @click=${() => this.#decide({ listed: true }, "list")}>${this.t("list-add")}</button>
              <button type="button" class="quiet" aria-label=${this.t("forget-person", { handle })} title=${this.t("forget-person", { handle })}
                @click=${() => this.#forget()}>${icon("erase")}</button>`
            : html`<button type="button" class="quiet" data-focus="up" ?disabled=${place === 0} aria-label=${this.t("move-up", { handle })}
                title="${this.t("move-up", { handle })} (Alt+↑)" @click=${() => this.#move(-1, "up")}>${icon("up")}</button>
              <button type="button" class="quiet" data-focus="down" ?disabled=${place === this.last} aria-label=${this.t("move-down", { handle })}
                title="${this.t("move-down", { handle })} (Alt+↓)" @click=${() => this.#move(1, "down")}>${icon("down")}</button>
              <button type="button" class="quiet" data-focus="remove" aria-label=${this.t("list-take-out", { handle })}
                title=${this.t("list-take-out", { handle })} @click=${this.#takeOut}>${icon("close")}</button>`}
        </div>
      </header>
      <div class="fields">
        <label>${this.t("field-stage")}<select @change=${(/** @type {Event} */ e) => this.#decide({ stage: /** @type {Stage} */ (value(e)) }, "stage")}>
          ${STAGES.map((stage) => html`<option value=${stage} .selected=${stage === person.stage}>${this.t(`stage-${stage}`)}</option>`)}</select></label>
        <label>${this.t("field-choice")}<select @change=${(/** @type {Event} */ e) => this.#decide({ choice: /** @type {Choice} */ (value(e)) }, "choice")}>
          ${CHOICES.map((choice) => html`<option value=${choice} .selected=${choice === person.choice}>${this.t(`choice-${choice}`)}</option>`)}</select></label>
        <label>${this.t("field-cost")}<input type="text" inputmode="decimal" autocomplete="off" .value=${person.cost === null ? "" : say.number(person.cost, Number.isInteger(person.cost) ? 0 : 2)}
          placeholder=${cost === null ? "" : this.t("cost-from-file", { cost: say.number(cost) })} @change=${this.#cost}></label>
        <label class="tags">${this.t("field-tags")}<input type="text" autocomplete="off" spellcheck="false" .value=${person.tags.join(", ")} placeholder=${this.t("tags-placeholder")}
          @change=${(/** @type {Event} */ e) => this.#decide({ tags: tagsFrom(value(e)) }, "tags")}></label>
      </div>
      <details>
        <summary>${this.t("log-title")}${person.actions.length > 0 ? html` <small>${this.t("log-count", { done: person.actions.filter(({ done }) => done).length, all: person.actions.length })}</small>` : nothing}</summary>
        ${this.#log()}
      </details>
    </article>`;
  }

  #log() {
    const { person } = this;
    const { state } = this.desk;
    const interests = adjacentInterests(state.communities, this.cast.of(person).community, state.settings.brief);
    return html`<div class="log">
      <label class="wide">${this.t("field-note")}<textarea rows="2" .value=${person.note} @change=${(/** @type {Event} */ e) => this.#decide({ note: value(e) }, "note")}></textarea></label>
      <label class="wide">${this.t("field-incentive")}<textarea rows="2" .value=${person.incentive} placeholder=${this.t("incentive-placeholder")}
        @change=${(/** @type {Event} */ e) => this.#decide({ incentive: value(e) }, "incentive")}></textarea></label>
      ${interests.length === 0 ? nothing : html`<p class="ideas"><span>${this.t("incentive-ideas")}</span>
        ${interests.map((word) => html`<button type="button" aria-label=${this.t("incentive-add", { interest: word })} @click=${() => this.#suggest(word)}><bdi>${word}</bdi></button>`)}</p>`}
      <fieldset class="wide"><legend>${this.t("actions-title")}</legend>
        ${person.actions.length === 0 ? html`<p class="under">${this.t("actions-none")}</p>` : html`<ul>${repeat(person.actions, ({ id }) => id, (action) => this.#action(action))}</ul>`}
        <button type="button" class="add" @click=${this.#add}>${this.t("action-add")}</button>
      </fieldset>
    </div>`;
  }

  /** @param {Action} action */
  #action({ id, what, date, done }) {
    const named = what || this.t("action-unnamed");
    return html`<li data-action=${id}>
      <input type="checkbox" .checked=${done} aria-label=${this.t("action-done", { action: named })}
        @change=${(/** @type {Event} */ e) => this.#change(id, { done: /** @type {HTMLInputElement} */ (e.target).checked })}>
      <input type="text" class="what" .value=${what} aria-label=${this.t("action-what")} placeholder=${this.t("action-placeholder")}
        @change=${(/** @type {Event} */ e) => this.#change(id, { what: value(e).trim() })}>
      <input type="date" .value=${date} aria-label=${this.t("action-date", { action: named })}
        @change=${(/** @type {Event} */ e) => this.#change(id, { date: dayFrom(value(e)) })}>
      <button type="button" class="quiet" aria-label=${this.t("action-remove", { action: named })} title=${this.t("action-remove", { action: named })}
        @click=${() => this.#drop(id)}>${icon("close")}</button>
    </li>`;
  }

  /** The person as decided by now: two fields may change before the card is drawn again. */
  get #now() {
    return personIn(this.desk.state.plan, keyOf(this.person)) ?? this.person;
  }

  /** @param {number} community */
  #circle(community) {
    const { communities } = this.desk.state;
    const named = communities.some(({ number, name }) => number === community && name.length > 0);
    return named ? this.t("person-circle", { name: communityName(this.desk.say, communities, community) }) : this.t("person-circle-number", { number: community + 1 });
  }

  /**
   * @param {Partial<Person>} patch
   * @param {string} what
   */
  #decide(patch, what) {
    this.desk.decide(decided(this.desk.state.plan, this.person, patch), `${what} ${keyOf(this.person)}`);
  }

  /** @param {Event} event */
  #cost(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const typed = field.value.trim();
    const cost = costFrom(typed);
    if (typed && cost === null) {
      field.setCustomValidity(this.t("cost-unread"));
      field.reportValidity();
      return;
    }
    field.setCustomValidity("");
    this.#decide({ cost }, "cost");
  }

  /** @param {string} word */
  #suggest(word) {
    const { incentive } = this.#now;
    const around = this.t("incentive-around", { interest: word });
    if (!incentive.includes(around)) this.#decide({ incentive: incentive.trim() ? `${incentive.trim()}, ${around}` : around }, "incentive");
  }

  async #add() {
    const id = Math.max(0, ...this.#now.actions.map((action) => action.id)) + 1;
    this.#decide({ actions: [...this.#now.actions, { id, what: "", date: "", done: false }] }, `action ${id}`);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-action="${id}"] .what`))?.focus();
  }

  /**
   * @param {number} id
   * @param {Partial<Action>} patch
   */
  #change(id, patch) {
    this.#decide({ actions: this.#now.actions.map((action) => (action.id === id ? { ...action, ...patch } : action)) }, `action ${id} ${Object.keys(patch).join()}`);
  }

  /** @param {number} id */
  async #drop(id) {
    this.#decide({ actions: this.#now.actions.filter((action) => action.id !== id) }, `action ${id}`);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".add"))?.focus();
  }

  #takeOut() {
    const { place } = this;
    const { parentElement } = this;
    this.#decide({ listed: false }, "list");
    parentElement?.dispatchEvent(new CustomEvent("sil-gone", { bubbles: true, detail: { place } }));
  }

  /** Everything about this person, at once; undo brings it back. */
  #forget() {
    const { plan } = this.desk.state;
    this.desk.decide({ ...plan, people: plan.people.filter((each) => each !== this.#now) }, `forget ${keyOf(this.person)}`);
  }

  /**
   * @param {number} by
   * @param {string} from what has the focus
   */
  #move(by, from) {
    this.dispatchEvent(new CustomEvent("sil-move", { bubbles: true, detail: { key: keyOf(this.person), by, from } }));
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define("sil-person", PersonCard);
