/**
 * One row of the ranking, made once and filled again and again while the list is scrolled.
 *
 * @import { ColumnName, Pillar, RankingRow } from "../../../shared/engine.d.ts"
 * @import { RowWords } from "./row-words.js"
 *
 * @typedef {object} Shown what a row shows
 * @property {number} at place in the list, from 0
 * @property {RankingRow | undefined} row what is there; not known yet: on its way
 * @property {boolean} open its dossier is
 * @property {boolean} tier a tier begins with it
 * @property {boolean} ticked
 * @property {boolean} listed on the shortlist
 * @property {boolean} never ruled out
 * @property {number | null} before rank under the objective of before
 * @property {number | null} moved places gained since
 * @property {RowWords} words
 * @property {unknown} beside what the columns that were added read, once it is known
 */
import { render } from "lit";
import { COLUMNS } from "../../state/columns.js";
import { UNKNOWN } from "../../../shared/translate.js";
import { icon } from "../marks.js";

/** Columns with a bar below the number, and the digits of the number. @type {ReadonlyMap<ColumnName, number>} */
const BARS = new Map([["score", 1], ["reach", 0], ["relevance", 0], ["resonance", 0]]);

/**
 * An element with attributes.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string>} [attributes]
 * @param {readonly Node[]} [inside]
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(name, attributes = {}, inside = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** Sets an attribute that is another than before. @param {Element} of @param {string} name @param {string} value */
function attribute(of, name, value) {
  if (of.getAttribute(name) !== value) of.setAttribute(name, value);
}

/** A piece of text that is written only when it changes. */
class Words {
  constructor() {
    this.node = document.createTextNode("");
    this.text = "";
  }

  /** @param {string} text */
  say(text) {
    if (text !== this.text) this.node.data = this.text = text;
  }
}

/** A cell with a number, a bar below it where its column has one; or why there is no number. */
class Cell {
  /** @param {ColumnName} name @param {string} label */
  constructor(name, label) {
    const known = COLUMNS.includes(name);
    this.box = element("td", { role: "cell", class: known ? name : "extra", ...(known && name !== "score" ? { "data-label": label } : {}) });
    this.number = new Words();
    this.bar = BARS.has(name) ? element("i", { class: "bar", "aria-hidden": "true" }) : null;
    this.value = this.bar ? element("span", { class: "value" }, [this.number.node]) : null;
    /** Made when somebody's number is unknown. @type {{ box: HTMLElement, why: Words } | null} */
    this.unknown = null;
    /** @type {"nothing" | "number" | "unknown"} */
    this.shows = "nothing";
    this.share = -1;
  }

  /** @param {"nothing" | "number" | "unknown"} what @param {readonly Node[]} nodes */
  #show(what, nodes) {
    if (this.shows === what) return;
    this.shows = what;
    this.box.replaceChildren(...nodes);
  }

  clear() {
    this.#show("nothing", []);
  }

  /** @param {string} text @param {number} value */
  known(text, value) {
    this.number.say(text);
    if (this.bar && this.value) {
      // Whole pixels at the most: rows of like numbers share their style.
      const share = Math.round(Math.max(0, Math.min(100, value)));
      if (share !== this.share) this.bar.style.backgroundSize = `${(this.share = share)}% 100%`;
      this.#show("number", [this.value, this.bar]);
    } else {
      this.#show("number", [this.number.node]);
    }
  }

  /** @param {string} reason */
  none(reason) {
    if (!this.unknown) {
      const why = new Words();
      const box = element("span", { class: "unknown" }, [
        element("span", { "aria-hidden": "true" }, [document.createTextNode(UNKNOWN)]), element("span", { class: "visually-hidden" }, [why.node])]);
      this.unknown = { box, why };
    }
    this.unknown.why.say(reason);
    attribute(this.unknown.box, "title", reason);
    this.#show("unknown", [this.unknown.box]);
  }
}

/** A row: what it shows is compared with what it showed, and only what is another is written. */
export class TableRow {
  /** @param {RowWords} words */
  constructor(words) {
    this.tick = element("input", { type: "checkbox" });
    this.rank = new Words();
    this.rankValue = element("span", { class: "value" }, [this.rank.node]);
    this.between = { short: new Words(), long: new Words() };
    this.interval = element("small", {}, [
      element("span", { "aria-hidden": "true" }, [this.between.short.node]), element("span", { class: "visually-hidden" }, [this.between.long.node])]);
    this.rankBox = element("td", { role: "cell", class: "rank" }, [this.rankValue]);
    this.handle = new Words();
    this.under = element("span", { class: "under" });
    this.name = new Words();
    this.nameBox = element("bdi", {}, [this.name.node]);
    /** What follows the name, where it is plain text; and what of that there is. */
    this.rest = new Words();
    this.form = "";
    this.account = element("button", { type: "button" }, [element("bdi", { class: "handle" }, [this.handle.node]), this.under]);
    this.star = element("button", { type: "button", class: "quiet" });
    render(icon("star"), this.star);
    this.cells = words.columns.map((name) => new Cell(name, words.title(name)));
    this.box = element("tr", { role: "row" }, [
      element("td", { role: "cell", class: "tick" }, [element("label", {}, [this.tick])]),
      this.rankBox,
      element("th", { scope: "row", role: "rowheader", class: "account" }, [this.account]),
      element("td", { role: "cell", class: "pick" }, [this.star]),
      ...this.cells.map(({ box }) => box)]);
    /** @type {Shown | null} */
    this.shown = null;
    this.top = -1;
  }

  /** @param {Shown} next @param {number} top where the row stands, in pixels */
  show(next, top) {
    const { shown } = this;
    if (shown?.at !== next.at) attribute(this.box, "aria-rowindex", String(next.at + 2));
    if (this.top !== top) this.box.style.transform = `translateY(${(this.top = top)}px)`;
    if (shown && same(shown, next)) return;
    this.shown = next;
    const { row, words, open, tier } = next;
    attribute(this.box, "class", [open ? "open" : "", tier ? "tier" : "", row ? "" : "pending"].filter(Boolean).join(" "));
    // Whatever is set by hand is set back too.
    this.tick.checked = next.ticked;
    if (!row) {
      this.#empty();
      return;
    }
    attribute(this.star, "aria-pressed", String(next.listed));
    attribute(this.star, "title", words.star(next.listed));
    attribute(this.account, "aria-expanded", String(open));
    const again = shown?.row !== row || shown.words !== words;
    if (again || shown.never !== next.never || shown.moved !== next.moved || shown.before !== next.before) this.#under(next, row);
    if (!again && shown.beside === next.beside) return;
    attribute(this.tick, "aria-label", words.tick(row.handle));
    attribute(this.star, "aria-label", words.pick(row.handle));
    attribute(this.account, "data-index", String(row.index));
    this.handle.say(row.handle);
    this.#rank(row, words);
    words.columns.forEach((name, at) => this.#cell(name, row, words, this.cells[at]));
  }

  #empty() {
    this.handle.say("…");
    this.form = "";
    this.under.replaceChildren();
    this.rank.say("");
    this.interval.remove();
    for (const cell of this.cells) cell.clear();
  }

  /** @param {RankingRow} row @param {RowWords} words */
  #rank({ rank, rankLow, rankHigh }, words) {
    this.rank.say(rank === null ? UNKNOWN : words.say.number(rank));
    if (rank === null) attribute(this.rankValue, "title", words.apart);
    else this.rankValue.removeAttribute("title");
    if (rank === null || rankLow === null || rankHigh === null) {
      this.interval.remove();
      return;
    }
    const { short, long } = words.interval(rankLow, rankHigh);
    this.between.short.say(short);
    this.between.long.say(long);
    attribute(this.interval, "title", long);
    if (!this.interval.parentNode) this.rankBox.append(this.interval);
  }

  /** What is known of a person, in a word each, below the name. @param {Shown} shown @param {RankingRow} row */
  #under({ never, before, moved, words }, row) {
    const named = row.name !== null && row.name !== "" && row.name !== row.handle;
    if (named) this.name.say(row.name ?? "");
    const marks = words.marks(row, { never, before, moved });
    const plain = marks.every((mark) => typeof mark === "string");
    const form = `${named ? "name" : ""} ${plain ? "plain" : "marked"}`;
    if (plain) this.rest.say([...(named ? [""] : []), ...marks].join(" · "));
    if (plain && form === this.form) return;
    this.form = form;
    const nodes = plain ? [this.rest.node] : marks.flatMap((mark, at) => (at > 0 || named ? [" · ", mark] : [mark]));
    this.under.replaceChildren(...(named ? [this.nameBox] : []), ...nodes);
  }

  /**
   * @param {ColumnName} name
   * @param {RankingRow} row
   * @param {RowWords} words
   * @param {Cell | undefined} cell
   */
  #cell(name, row, words, cell) {
    if (!cell) return;
    const { say } = words;
    const digits = BARS.get(name);
    if (digits !== undefined) {
      const value = row[/** @type {"score" | Pillar} */ (name)];
      if (value === null) cell.none(words.why(/** @type {"score" | Pillar} */ (name)));
      else cell.known(say.number(value, digits), value);
      return;
    }
    const { text, reason } = words.other(name, row);
    if (reason === null) cell.known(text, 0);
    else cell.none(reason);
  }
}

/** @param {Shown} one @param {Shown} other */
function same(one, other) {
  return one.row === other.row && one.words === other.words && one.open === other.open && one.tier === other.tier && one.ticked === other.ticked
    && one.listed === other.listed && one.never === other.never && one.before === other.before && one.moved === other.moved && one.beside === other.beside
    && one.at === other.at;
}
