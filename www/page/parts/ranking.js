/**
 * @import { ColumnName, Platform } from "../../shared/engine.d.ts"
 * @import { Shown } from "./people/row.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import css from "../../styles/ranking.css?inline";
import { PLATFORMS } from "../../api/study.js";
import { COLUMNS, NO_FACETS, columnTitle, leastWidth, shownColumns } from "../state/columns.js";
import { Part, styles } from "../part.js";
import { byCredit, orderOf } from "../state/inforce.js";
import { decided, keyOf, personIn } from "../state/plan.js";
import { rerankOf } from "../state/rerank.js";
import { icon } from "./marks.js";
import { columnChoice, facets } from "./people/facets.js";
import { RowPool } from "./people/row-pool.js";
import { RowWords } from "./people/row-words.js";

/** @typedef {ColumnName | "handle"} SortName */

/** Heights of a row, in pixels, as in ranking.css: as a table, and as a card. */
const HEIGHT = { table: 52, card: 132 };
/** Height of the row of headings. */
const HEAD = 48;
/** Below this width of the list, rows are cards. */
const CARDS_BELOW = 640;
/** Rows beyond which browsers lose count of the scroll height. */
const MAX_ROWS = 200_000;
/** Rows ready above and below those in view, once the list rests; and from when on it does. */
const [READY, REST_MS] = [4, 120];

/** The ranking as a table: only the rows in view are in the document. */
export class Ranking extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [
    desk.rows.revision, desk.people.revision, desk.state.view, desk.state.plan.people, desk.state.summary, desk.state.communities, desk.state.dossier?.index,
    desk.state.settings.objective, rerankOf(desk).revision,
  ];
  /** @override */ static properties = { cards: { state: true } };

  constructor() {
    super();
    this.cards = false;
    this.opened = -1;
    this.version = -1;
    /** @type {ResizeObserver | null} */
    this.sizes = null;
    /** @type {RowPool | null} */
    this.pool = null;
    /** @type {RowWords | null} */
    this.words = null;
    /** What those words are of. @type {readonly unknown[]} */
    this.of = [];
    /** Height of the list, and how far it is scrolled. */
    this.height = 0;
    this.top = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /** Puts the cursor into the search field. */
  focusSearch() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("#search"))?.focus();
  }

  /** Gives the focus back to the row that opened the dossier. */
  focusOpened() {
    const button = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`button[data-index="${this.opened}"]`));
    (button ?? /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".scroller")))?.focus();
  }

  get #scroller() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector(".scroller"));
  }

  /** @override */
  firstUpdated() {
    const scroller = this.#scroller;
    this.pool = new RowPool(/** @type {HTMLElement} */ (this.renderRoot.querySelector("tbody")));
    this.sizes = new ResizeObserver(() => this.#measure());
    this.sizes.observe(scroller);
    this.#measure();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.sizes?.observe(this.#scroller);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes?.disconnect();
    clearTimeout(this.resting);
  }

  /** @override */
  updated() {
    const { version } = this.desk.rows;
    if (version !== this.version && this.top > 0) this.#scroller.scrollTop = this.top = 0;
    this.version = version;
    this.#fill(READY);
    this.pool?.arrange();
  }

  #measure() {
    const { clientWidth, clientHeight } = this.#scroller;
    // A screen that is not open has no size.
    if (clientWidth === 0) return;
    this.height = clientHeight;
    const cards = clientWidth < CARDS_BELOW;
    if (cards === this.cards) this.#fill(READY);
    this.cards = cards;
  }

  /** Rows that come into view are filled at once; the others, and their order in the document, once the list rests. */
  #scrolled() {
    this.top = this.#scroller.scrollTop;
    this.#fill(0, { spare: true });
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.#fill(READY);
      this.pool?.arrange();
    }, REST_MS);
  }

  /** Height of a row. */
  get #row() {
    return this.cards ? HEIGHT.card : HEIGHT.table;
  }

  /** Rows of the list, as many as can be scrolled. */
  get #count() {
    return Math.min(this.desk.rows.matched, MAX_ROWS);
  }

  /**
   * Shows the rows in view, and some around them.
   * @param {number} around
   * @param {{ spare?: boolean }} [options]
   */
  #fill(around, options) {
    const { rows, people, state } = this.desk;
    if (!this.pool || this.height === 0) return;
    const [count, row] = [this.#count, this.#row];
    const from = Math.min(Math.max(0, Math.floor(this.top / row) - around), Math.max(0, count - 1));
    const to = Math.min(count, Math.ceil((this.top + this.height - HEAD) / row) + around);
    if (to > from) rows.want(from, to);
    const of = [state.lang, this.columns.join(), state.summary];
    if (!this.words || of.some((each, at) => each !== this.of[at])) this.words = new RowWords(this.desk, this.columns);
    this.of = of;
    const { words } = this;
    const rerank = rerankOf(this.desk);
    const tiers = this.order.name === this.natural;
    this.pool.show(from, to, row, words, (at) => {
      const found = rows.get(at);
      const person = found ? personIn(state.plan, keyOf(found)) : undefined;
      const above = tiers && at > 0 ? rows.get(at - 1) : undefined;
      const was = found && rerank.differs ? rerank.of(found.index) : null;
      return {
        at, row: found, words, beside: people.columns.size, open: found !== undefined && state.dossier?.index === found.index,
        tier: found !== undefined && above !== undefined && found.tier !== null && above.tier !== found.tier,
        ticked: found !== undefined && people.ticked.has(found.index), listed: person?.listed ?? false, never: person?.choice === "never",
        before: was?.before ?? null, moved: was?.moved ?? null,
      };
    }, options);
  }

  /** @override */
  render() {
    const { rows } = this.desk;
    const { view } = this.desk.state;
    const none = !rows.loading && rows.matched === 0;
    return html`
      ${guard([view, rows.ranked, rows.apart, rows.matched, this.order.name, this.desk.state.summary, this.desk.state.communities, this.desk.state.lang], () => this.#filters())}
      <div class="scroller" tabindex="0" role="region" aria-label=${this.t("ranking-region")} aria-busy=${rows.loading} @scroll=${this.#scrolled}>
        <table role="table" aria-rowcount=${rows.matched + 1} class=${this.#look()} .style=${this.#width()}>
          <caption class="visually-hidden">${this.t(view.enough ? "ranking-caption" : "ranking-caption-apart", { count: rows.matched })}</caption>
          <thead role="rowgroup"><tr role="row" aria-rowindex="1">
            <th scope="col" role="columnheader" class="tick"><span class="visually-hidden">${this.t("column-tick")}</span></th>
            <th scope="col" role="columnheader" class="rank"><span class="visually-hidden">${this.t("column-rank")}</span><span aria-hidden="true">#</span></th>
            ${this.#head("handle", "account")}
            <th scope="col" role="columnheader" class="pick"><span class="visually-hidden">${this.t("column-pick")}</span></th>
            ${this.columns.map((name) => this.#head(name, COLUMNS.includes(name) ? name : "extra"))}
          </tr></thead>
          <tbody role="rowgroup" .style=${`height: ${this.#count * this.#row}px`} @click=${this.#clicked} @change=${this.#ticked}></tbody>
        </table>
        ${none ? this.#nobody() : nothing}
      </div>
      ${rows.matched > MAX_ROWS ? html`<p class="note">${this.t("ranking-cut", { shown: MAX_ROWS, matched: rows.matched })}</p>` : nothing}`;
  }

  #filters() {
    const { rows } = this.desk;
    const { view } = this.desk.state;
    return html`<div class="filters" role="search" aria-label=${this.t("filters-label")}>
      <div class="search">${icon("search")}
        <input id="search" type="search" autocomplete="off" spellcheck="false" aria-label=${this.t("search-label")}
          placeholder=${this.t("search-placeholder")} .value=${view.search} aria-keyshortcuts="/"
          @input=${(/** @type {Event} */ e) => this.desk.look({ search: value(e).slice(0, 200) }, "search")}></div>
      <label>${this.t("filter-platform")}
        <select @change=${(/** @type {Event} */ e) => this.desk.look({ platform: /** @type {Platform} */ (value(e)) || null }, "platform")}>
          <option value="" ?selected=${view.platform === null}>${this.t("filter-all")}</option>
          ${PLATFORMS.map((name) => html`<option value=${name} ?selected=${view.platform === name}>${this.t(`platform-${name}`)}</option>`)}
        </select></label>
      <label>${this.t("filter-followers")}
        <input class="small" type="number" min="0" step="1" inputmode="numeric" .value=${view.minFollowers === null ? "" : String(view.minFollowers)}
          @change=${(/** @type {Event} */ e) => this.desk.look({ minFollowers: whole(value(e)) }, "followers")}></label>
      <div class="switch" role="group" aria-label=${this.t("filter-enough")}>
        <button type="button" aria-pressed=${view.enough} @click=${() => this.desk.look({ enough: true }, "enough")}>${this.t("filter-ranked", { count: rows.ranked })}</button>
        <button type="button" aria-pressed=${!view.enough} title=${this.t("filter-apart-help")}
          @click=${() => this.desk.look({ enough: false }, "enough")}>${this.t("filter-apart", { count: rows.apart })}</button>
      </div>
      <p class="count" role="status">${this.t("matched", { count: rows.matched })}</p>
      ${facets(this.desk)}${columnChoice(this.desk)}
    </div>`;
  }

  /** The column of the objective's own order. @returns {SortName} */
  get natural() {
    return byCredit(this.desk.state) ? "credit" : "score";
  }

  /** The column that orders the rows now. @returns {{ name: SortName, descending: boolean }} */
  get order() {
    return orderOf(this.desk.state);
  }

  /**
   * @param {SortName} name
   * @param {string} label
   */
  #head(name, label) {
    const { order } = this;
    const here = order.name === name;
    const state = here ? (order.descending ? "descending" : "ascending") : "none";
    return html`<th scope="col" role="columnheader" class=${label} aria-sort=${state}>
      <button type="button" @click=${() => this.#sort(name, here)}>${columnTitle(this.desk.say, name)}
        <span class="arrow" aria-hidden="true">${here ? (order.descending ? "↓" : "↑") : ""}</span></button></th>`;
  }

  /**
   * @param {SortName} name
   * @param {boolean} here
   */
  #sort(name, here) {
    const { order } = this;
    this.desk.look({ sort: name, descending: here ? !order.descending : name !== "handle" }, "sort");
  }

  /** The account that somebody asks for in the list, and what about it. @param {Event} event */
  #asked({ target }) {
    const row = target instanceof Element ? this.pool?.around(target)?.shown?.row : undefined;
    return row ? { row, star: /** @type {Element} */ (target).closest(".pick button"), account: /** @type {Element} */ (target).closest(".account button") } : null;
  }

  /** @param {Event} event */
  #clicked(event) {
    const { row, star, account } = this.#asked(event) ?? {};
    if (!row) return;
    const { plan } = this.desk.state;
    const key = keyOf(row);
    if (star) this.desk.decide(decided(plan, row, { listed: !personIn(plan, key)?.listed }), `list ${key}`);
    else if (account) this.#open(row.index);
  }

  /** @param {Event} event */
  #ticked(event) {
    const { row } = this.#asked(event) ?? {};
    if (row) this.desk.people.tick(row.index, row.handle);
  }

  /** @returns {readonly ColumnName[]} */
  get columns() {
    return shownColumns(this.desk.state.view.columns, this.order.name);
  }

  /** Classes of the table. */
  #look() {
    const wide = leastWidth(this.columns) !== null && !this.cards;
    return `${this.cards ? "as-cards" : ""} ${this.columns.includes("credit") ? "by-credit" : ""} ${wide ? "wide" : ""}`;
  }

  /** Columns that were added make the table wider than its place: it is scrolled. */
  #width() {
    const least = leastWidth(this.columns);
    return least !== null && !this.cards ? `min-width: calc(var(--rem, 1rem) * ${least})` : "";
  }

  #nobody() {
    const { view } = this.desk.state;
    const filtered = view.search !== "" || [view.platform, view.minFollowers, view.size, view.language, view.community, view.minPosts].some((each) => each !== null);
    return html`<div class="nobody"><p>${this.t(filtered ? "no-match" : view.enough ? "no-ranked" : "no-apart")}</p>
      ${filtered ? html`<button type="button" @click=${() => this.desk.look(
        { search: "", platform: null, minFollowers: null, ...NO_FACETS }, "filters-clear")}>${this.t("clear-filters")}</button>` : nothing}</div>`;
  }

  /** @param {number} index */
  #open(index) {
    this.opened = index;
    void this.desk.dossiers.open(index);
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {string} text */
function whole(text) {
  const number = Math.floor(Number(text));
  return text.trim() && Number.isFinite(number) && number >= 0 ? number : null;
}

customElements.define("sil-ranking", Ranking);
