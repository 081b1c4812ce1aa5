import { html, nothing } from "lit";
import css from "../../../styles/ticked.css?inline";
import { MOST } from "../../state/people.js";
import { Part, styles } from "../../part.js";
import { decided, keyOf, personIn } from "../../state/plan.js";
import { icon } from "../marks.js";

/** The people ticked, and what can be asked about them. Follows the page as long as anybody is ticked. */
export class Ticked extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../../part.js").Reads} */ static reads = (desk) => [desk.people.revision, desk.state.plan.people, desk.state.screen];

  /** @override */
  updated() {
    // What has the focus is never below the bar.
    if (!this.desk.place.own) return;
    const some = this.desk.people.ticked.size > 0 && !this.hidden;
    document.documentElement.style.scrollPaddingBottom = some ? `${this.offsetHeight + 16}px` : "";
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.desk.place.own) document.documentElement.style.scrollPaddingBottom = "";
  }

  /** @override */
  render() {
    const { people } = this.desk;
    const { ticked } = people;
    if (ticked.size === 0) return nothing;
    return html`<section aria-label=${this.t("ticked-title", { count: ticked.size })}>
      <div class="who">
        <p role="status">${this.t("ticked-title", { count: ticked.size })}</p>
        <ul>${[...ticked].slice(0, MOST).map(([index, handle]) => html`<li><bdi>${handle}</bdi>
          <button type="button" class="quiet" aria-label=${this.t("tick-off", { handle })} @click=${() => people.tick(index, handle, false)}>${icon("close")}</button></li>`)}
          ${ticked.size > MOST ? html`<li class="more">${this.t("ties-more", { more: ticked.size - MOST })}</li>` : nothing}</ul>
      </div>
      <div class="what">
        <button type="button" @click=${() => people.open("alike")}>${this.t("alike-ask", { count: ticked.size })}</button>
        <button type="button" ?disabled=${ticked.size < 2 || ticked.size > MOST} title=${this.t("compare-limits")}
          @click=${() => people.open("compare")}>${this.t("compare-ask")}</button>
        <button type="button" @click=${this.#list}>${this.t("list-add")}</button>
        <button type="button" class="link" @click=${() => people.untickAll()}>${this.t("ticked-clear")}</button>
      </div>
    </section>`;
  }

  /** Puts everybody who is ticked on the shortlist, in the order of the ticks. */
  async #list() {
    const { study, people } = this.desk;
    if (!study) return;
    const accounts = (await Promise.all([...people.ticked.keys()].map((index) => study.account(index).catch(() => null)))).filter((account) => account !== null);
    let { plan } = this.desk.state;
    const before = accounts.filter((account) => personIn(plan, keyOf(account))?.listed).length;
    for (const account of accounts) plan = decided(plan, account, { listed: true });
    this.desk.decide(plan, "list ticked");
    this.desk.announce("announce-listed", { count: accounts.length - before });
  }
}

customElements.define("sil-ticked", Ticked);
