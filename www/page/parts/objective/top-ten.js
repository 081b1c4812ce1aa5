/**
 * @import { Place } from "../../state/rerank.js"
 * @import { Rerank } from "../../state/rerank.js"
 */
import { html, nothing } from "lit";
import css from "../../../styles/objective-top.css?inline";
import { UNKNOWN } from "../../../shared/translate.js";
import { Part, styles } from "../../part.js";
import { byCredit } from "../../state/inforce.js";
import { rerankOf } from "../../state/rerank.js";
import { movedMark } from "./moved.js";

/** A movement is said once the order has rested for so long: a slider on its way says nothing. */
const REST_MS = 900;

/** The first ten as the present objective orders them, with the rank that each had before. */
export class TopTen extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { said: { state: true } };
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [rerankOf(desk).revision, desk.state.stale, desk.state.settings];

  constructor() {
    super();
    /** What is said to screen readers. */
    this.said = "";
    this.told = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  /** @override */
  updated() {
    const rerank = rerankOf(this.desk);
    if (rerank.revision === this.told || this.desk.state.stale) return;
    this.told = rerank.revision;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.said = rerank.differs ? this.#sentence(rerank) : "";
    }, REST_MS);
  }

  /** @override */
  render() {
    const rerank = rerankOf(this.desk);
    const { differs } = rerank;
    return html`<section aria-labelledby="top">
      <div class="head"><h2 id="top">${this.t("top-title")}</h2></div>
      <p class="note">${differs ? this.#sentence(rerank) : this.t("top-same")}</p>
      ${rerank.first.length === 0 ? html`<p class="note">${this.t("no-ranked")}</p>` : this.#table(rerank.places, differs)}
      <div class="foot">
        <button type="button" class="link" @click=${() => this.desk.show("influencers")}>${this.t("top-all")}</button>
        ${differs ? html`<button type="button" class="link" @click=${() => rerank.mark()}>${this.t("top-mark")}</button>` : nothing}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
    </section>`;
  }

  /**
   * @param {Place[]} places
   * @param {boolean} differs
   */
  #table(places, differs) {
    const { say, state } = this.desk;
    const reshares = byCredit(state);
    // What the order is made of, against the largest there can be.
    const amount = (/** @type {Place["row"]} */ row) => (reshares ? row.credit : row.score);
    const most = reshares ? Math.max(...places.map(({ row }) => row.credit ?? 0), 1e-9) : 100;
    return html`<table class=${state.stale ? "waiting" : ""}>
      <caption class="visually-hidden">${this.t("top-caption")}</caption>
      <thead><tr>
        <th scope="col" class="rank"><span class="visually-hidden">${this.t("column-rank")}</span><span aria-hidden="true">#</span></th>
        <th scope="col" class="who">${this.t("column-account")}</th>
        ${differs ? html`<th scope="col" class="was">${this.t("top-before")}</th><th scope="col" class="moved"><span class="visually-hidden">${this.t("top-moved")}</span></th>` : nothing}
        <th scope="col" class="score">${this.t(reshares ? "column-credit" : "column-score")}</th>
      </tr></thead>
      <tbody>${places.map(({ row, before, moved }) => html`<tr>
        <td class="rank">${say.number(row.rank)}</td>
        <th scope="row" class="who"><button type="button" class="link" @click=${() => this.#open(row.index)}><bdi>${row.handle}</bdi></button></th>
        ${differs ? html`<td class="was">${before === null ? html`<span aria-hidden="true">${UNKNOWN}</span><span class="visually-hidden">${this.t("moved-new")}</span>` : say.number(before)}</td>
          <td class="moved">${movedMark(say, { before, moved })}</td>` : nothing}
        <td class="score">${scored(say, amount(row), most)}</td>
      </tr>`)}</tbody>
    </table>`;
  }

  /** What the change does to the first ten, in words. @param {Rerank} rerank */
  #sentence(rerank) {
    const { places, shifted } = rerank;
    if (shifted === 0) return this.t("top-unmoved", { count: places.length });
    const risen = places.filter(({ before }) => before === null || before > places.length);
    const [best] = [...places].sort((a, b) => (b.moved ?? 0) - (a.moved ?? 0));
    const entered = risen.length > 0 ? ` ${this.t("top-entered", { count: risen.length, people: this.desk.say.list(risen.slice(0, 3).map(({ row }) => row.handle)) })}`
      : best?.moved && best.before !== null ? ` ${this.t("top-best", { handle: best.row.handle, before: best.before, now: best.row.rank ?? 0 })}` : "";
    return this.t("top-shifted", { count: shifted, of: places.length }) + entered;
  }

  /** The dossier is on the screen of influencers. @param {number} index */
  #open(index) {
    this.desk.show("influencers");
    void this.desk.dossiers.open(index);
  }
}

/**
 * An amount, and a bar that says it again.
 * @param {import("../../../shared/translate.js").Translator} say
 * @param {number | null} amount
 * @param {number} most
 */
function scored(say, amount, most) {
  return amount === null ? UNKNOWN : html`${say.number(amount, 1)}<i aria-hidden="true" .style=${`--share: ${Math.max(0, Math.min(100, (100 * amount) / most))}%`}></i>`;
}

customElements.define("sil-top-ten", TopTen);
