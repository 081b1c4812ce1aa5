/**
 * @import { ColumnName, Pillar, Platform, RankingRow } from "../../shared/engine.d.ts"
 * @import { TemplateResult } from "lit"
 */
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import css from "../../styles/ranking.css?inline";
import { PLATFORMS } from "../../api/study.js";
import { reasonText } from "../../shared/phrases.js";
import { PILLARS, PILLAR_FACTORS } from "../../shared/settings.js";
import { COLUMNS, NO_FACETS, columnText, columnTitle, leastWidth, shownColumns } from "../state/columns.js";
import { UNKNOWN, slug } from "../../shared/translate.js";
import { Part, styles } from "../part.js";
import { decided, keyOf, personIn } from "../state/plan.js";
import { rerankOf } from "../state/rerank.js";
import { icon } from "./marks.js";
import { movedMark } from "./objective/moved.js";
import { columnChoice, facets } from "./people/facets.js";
import { tickCell, tickHead } from "./people/ticks.js";

/** @typedef {ColumnName | "handle"} SortName */

/** Heights of a row, in pixels, as in ranking.css: as a table, and as a card. */
const HEIGHT = { table: 52, card: 132 };
/** Confidence in engagement below which a row says so. */
const TO_CHECK = 60;
/** Below this width of the list, rows are cards. */
const CARDS_BELOW = 640;
/** Rows beyond which browsers lose count of the scroll height. */
const MAX_ROWS = 200_000;

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
    /** @type {Virtualizer<HTMLElement, HTMLElement> | null} */
    this.virtual = null;
    this.release = () => {};
    this.opened = -1;
    this.count = 0;
    this.version = -1;
    /** @type {ResizeObserver | null} */
    this.sizes = null;
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

  /** @override */
  firstUpdated() {
    const scroller = /** @type {HTMLElement} */ (this.renderRoot.querySelector(".scroller"));
    this.sizes = new ResizeObserver(() => {
      const cards = scroller.clientWidth < CARDS_BELOW;
      if (cards !== this.cards) {
        this.cards = cards;
        this.#setUp();
      }
    });
    this.sizes.observe(scroller);
    this.cards = scroller.clientWidth > 0 && scroller.clientWidth < CARDS_BELOW;
    this.#setUp();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes?.disconnect();
    this.release();
  }

  /** @override */
  updated() {
    const { matched, version } = this.desk.rows;
    const count = Math.min(matched, MAX_ROWS);
    if (!this.virtual || (count === this.count && version === this.version)) return;
    const asked = version !== this.version;
    this.count = count;
    this.version = version;
    this.#setUp();
    if (asked && this.virtual.scrollElement && this.virtual.scrollOffset) this.virtual.scrollToOffset(0);
  }

  #setUp() {
    const scroller = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".scroller"));
    if (!scroller) return;
    const options = {
      count: this.count,
      getScrollElement: () => scroller,
      estimateSize: () => (this.cards ? HEIGHT.card : HEIGHT.table),
      overscan: 4,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.requestUpdate(),
    };
    if (this.virtual) {
      this.virtual.setOptions(options);
      this.virtual.measure();
    } else {
      this.virtual = new Virtualizer(options);
      this.release = this.virtual._didMount();
    }
    this.virtual._willUpdate();
    this.requestUpdate();
  }

  /** @override */
  render() {
    const { rows } = this.desk;
    const { view } = this.desk.state;
    const items = this.virtual?.getVirtualItems() ?? [];
    const first = items[0];
    const last = items[items.length - 1];
    if (first && last) rows.want(first.index, last.index + 1);
    const total = this.virtual?.getTotalSize() ?? 0;
    const none = !rows.loading && rows.matched === 0;
    return html`
      ${guard([view, rows.ranked, rows.apart, rows.matched, this.order.name, this.desk.state.summary, this.desk.state.communities, this.desk.state.lang], () => this.#filters())}
      <div class="scroller" tabindex="0" role="region" aria-label=${this.t("ranking-region")} aria-busy=${rows.loading}>
        <table role="table" aria-rowcount=${rows.matched + 1} class=${this.#look()} .style=${this.#width()}>
          <caption class="visually-hidden">${this.t(view.enough ? "ranking-caption" : "ranking-caption-apart", { count: rows.matched })}</caption>
          <thead role="rowgroup"><tr role="row" aria-rowindex="1">
            ${tickHead(this.desk)}
            <th scope="col" role="columnheader" class="rank"><span class="visually-hidden">${this.t("column-rank")}</span><span aria-hidden="true">#</span></th>
            ${this.#head("handle", "account")}
            <th scope="col" role="columnheader" class="pick"><span class="visually-hidden">${this.t("column-pick")}</span></th>
            ${this.columns.map((name) => this.#head(name, COLUMNS.includes(name) ? name : "extra"))}
          </tr></thead>
          <tbody role="rowgroup">
            ${spacer(first?.start ?? 0)}
            ${repeat(items, (item) => item.key, (item) => this.#kept(item.index, rows.get(item.index)))}
            ${spacer(last ? total - last.end : 0)}
          </tbody>
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
    return this.desk.state.settings.objective === "none" ? "credit" : "score";
  }

  /** The column that orders the rows now. @returns {{ name: SortName, descending: boolean }} */
  get order() {
    return this.desk.order;
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

  /**
   * Where nine replicates in ten put the account, once they are computed.
   * @param {RankingRow} row
   */
  #interval({ rankLow, rankHigh }) {
    if (rankLow === null || rankHigh === null) return nothing;
    const { say } = this.desk;
    const words = this.t("rank-interval", { low: rankLow, high: rankHigh });
    return html`<small title=${words}><span aria-hidden="true">${say.number(rankLow)}${rankLow === rankHigh
      ? nothing : html`–${say.number(rankHigh)}`}</span><span class="visually-hidden">${words}</span></small>`;
  }

  /**
   * A row, made again only when something that it shows is another: scrolling leaves those that stay alone.
   * @param {number} at
   * @param {RankingRow | undefined} row
   */
  #kept(at, row) {
    const { state, people } = this.desk;
    const rerank = rerankOf(this.desk);
    const shown = row ? [rerank.differs ? rerank.revision : 0, row, at > 0 ? this.desk.rows.get(at - 1)?.tier : null, state.dossier?.index === row.index, people.ticked.has(row.index), personIn(state.plan, keyOf(row))] : [null];
    return guard([at, this.columns.join(), this.order.name, state.lang, state.summary, people.columns.size, ...shown], () => this.#row(at, row));
  }

  /**
   * @param {number} at
   * @param {RankingRow | undefined} row
   * @returns {TemplateResult}
   */
  #row(at, row) {
    const { columns } = this;
    if (!row) {
      return html`<tr role="row" aria-rowindex=${at + 2} class="pending">${tickCell(this.desk, row)}<td role="cell" class="rank"></td>
        <th scope="row" role="rowheader" class="account">…</th><td role="cell" class="pick"></td>${columns.map((name) => html`<td role="cell" class=${COLUMNS.includes(name) ? name : "extra"}></td>`)}</tr>`;
    }
    const { say, state } = this.desk;
    const open = state.dossier?.index === row.index;
    const before = at > 0 && this.order.name === this.natural ? this.desk.rows.get(at - 1) : undefined;
    const tier = before && row.tier !== null && before.tier !== row.tier ? "tier" : "";
    return html`<tr role="row" aria-rowindex=${at + 2} class="${open ? "open" : ""} ${tier}">
      ${tickCell(this.desk, row)}
      <td role="cell" class="rank">${row.rank === null ? html`<span title=${this.t("apart-reason")}>${UNKNOWN}</span>` : html`<span class="value">${say.number(row.rank)}</span> ${this.#interval(row)}`}</td>
      <th scope="row" role="rowheader" class="account">
        <button type="button" data-index=${row.index} aria-expanded=${open} @click=${() => this.#open(row.index)}>
          <bdi class="handle">${row.handle}</bdi>
          <span class="under">${row.name && row.name !== row.handle ? html`<bdi>${row.name}</bdi>` : nothing}${row.platform === "unknown"
            ? nothing : html`<span class="platform">${this.t(`platform-${row.platform}`)}</span>`}${this.#marks(row)}</span>
        </button></th>
      ${this.#pick(row)}
      ${columns.map((name) => this.#cell(name, row))}
    </tr>`;
  }

  /** The star that puts a person on the shortlist. @param {RankingRow} row */
  #pick(row) {
    const key = keyOf(row);
    const listed = personIn(this.desk.state.plan, key)?.listed ?? false;
    return html`<td role="cell" class="pick"><button type="button" class="quiet" aria-pressed=${listed} aria-label=${this.t("pick", { handle: row.handle })}
      title=${this.t(listed ? "list-remove" : "list-add")} @click=${() => this.desk.decide(decided(this.desk.state.plan, row, { listed: !listed }), `list ${key}`)}>${icon("star")}</button></td>`;
  }

  /**
   * @param {ColumnName} name
   * @param {RankingRow} row
   */
  #cell(name, row) {
    const { say, people, state } = this.desk;
    const label = columnTitle(say, name);
    const cell = (/** @type {unknown} */ content) => html`<td role="cell" class=${name} data-label=${name === "score" ? nothing : label}>${content}</td>`;
    switch (name) {
      case "score": return cell(this.#scored(row.score, 1, "score", "score"));
      case "reach": case "relevance": case "resonance": return cell(this.#scored(row[name], 0, name, name));
      case "credit": return cell(row.credit === null ? this.#unknown(reasonText(say, "no-ties")) : say.number(row.credit, 1));
      case "resharers": return cell(this.#count(row.resharers, "no-reposts"));
      case "followers": return cell(this.#count(row.followers, "no-followers"));
      case "posts": return cell(this.#count(state.summary?.posts === 0 ? null : row.posts, "no-posts"));
      default: {
        const value = people.column(name)?.[row.index];
        return html`<td role="cell" class="extra">${value !== undefined && Number.isNaN(value) ? this.#unknown(this.t("reason-account")) : columnText(say, name, value)}</td>`;
      }
    }
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

  /** Where the account stood before the objective was changed; nowhere while nothing changed. @param {RankingRow} row */
  #moved({ index }) {
    const rerank = rerankOf(this.desk);
    return rerank.differs ? rerank.of(index) : { before: null, moved: null };
  }

  /** What is known of a person, in a word each. @param {RankingRow} row */
  #marks(row) {
    const marks = [];
    const { before, moved } = this.#moved(row);
    if (before !== null && moved !== null && moved !== 0) marks.push(html`<span class="mark moved">${movedMark(this.desk.say, { before, moved })} <span>${this.t("row-was", { before })}</span></span>`);
    if (personIn(this.desk.state.plan, keyOf(row))?.choice === "never") marks.push(html`<span class="mark check">${this.t("mark-excluded")}</span>`);
    if (row.type) marks.push(html`<span class="mark">${this.t(`type-${slug(row.type)}`)}</span>`);
    if (row.direction === "rising" || row.direction === "fading") marks.push(html`<span class="mark ${row.direction}">${this.t(`mark-${row.direction}`)}</span>`);
    if (row.authenticity !== null && row.authenticity < TO_CHECK) marks.push(html`<span class="mark check">${this.t("mark-check")}</span>`);
    return marks;
  }

  /**
   * @param {number | null} score
   * @param {number} digits
   * @param {string} colour
   * @param {"score" | Pillar} what
   */
  #scored(score, digits, colour, what) {
    if (score === null) return this.#unknown(this.#why(what));
    const width = Math.max(0, Math.min(100, score));
    return html`<span class="value">${this.desk.say.number(score, digits)}</span>
      <i class="bar ${colour}" aria-hidden="true" .style=${`--share: ${width}%`}></i>`;
  }

  /**
   * @param {number | null} count
   * @param {string} reason
   */
  #count(count, reason) {
    return count === null ? this.#unknown(reasonText(this.desk.say, reason)) : this.desk.say.number(count);
  }

  /** @param {string} why */
  #unknown(why) {
    return html`<span class="unknown" title=${why}><span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">${why}</span></span>`;
  }

  /** Why a pillar is unknown: what the data cannot tell, else that this account has too little. @param {"score" | Pillar} what */
  #why(what) {
    const coverage = this.desk.state.summary?.coverage;
    for (const name of what === "score" ? [] : PILLAR_FACTORS[what]) {
      const found = coverage?.[name];
      if (found && !found.available) return reasonText(this.desk.say, found.reason);
    }
    return this.t("reason-account");
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
    void this.desk.openAccount(index);
  }
}

/**
 * Room for the rows that are not in the document.
 * @param {number} height
 */
function spacer(height) {
  if (height <= 0) return nothing;
  return html`<tr class="spacer" aria-hidden="true"><td .style=${`height: ${height}px`}></td></tr>`;
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
