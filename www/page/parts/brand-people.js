/** @import { BrandPeople } from "../../shared/engine.d.ts" */
import { html, nothing } from "lit";
import css from "../../styles/brand-people.css?inline";
import { reasonText } from "../../shared/phrases.js";
import { Part, styles } from "../part.js";

/** Rows of a list before it is unfolded. */
const FIRST = 8;

/** Who already stands up for the brand, who speaks against it, and which posts should be looked at. */
export class BrandPeoplePanel extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.brandPeople, desk.state.settings.brand];

  /** @override */
  render() {
    const { brandPeople, settings } = this.desk.state;
    if (!settings.brand) return nothing;
    if (!brandPeople) return nothing;
    const { people, paid, reason } = brandPeople;
    const of = (/** @type {(person: BrandPeople["people"][number]) => boolean} */ which) => people.filter(which);
    const staff = of((person) => person.employee);
    const lists = /** @type {const} */ ([
      ["ambassadors", of((person) => person.standing === "ambassador" && !person.employee)],
      ["staff", staff],
      ["detractors", of((person) => person.standing === "detractor")],
      ["doubtful", of((person) => person.standing === "doubtful" || person.standing === "paid")],
    ]);
    return html`<section aria-labelledby="brand-people">
      <h2 id="brand-people">${this.t("brand-title", { brand: settings.brand.name })}</h2>
      ${reason ? html`<p class="note">${reasonText(this.desk.say, reason)}</p>` : nothing}
      <div class="columns">${lists.map(([name, list]) => this.#list(name, list))}${this.#paid(paid)}</div>
      <p class="note">${this.t("brand-note")}</p>
    </section>`;
  }

  /**
   * @param {"ambassadors" | "staff" | "detractors" | "doubtful"} name
   * @param {BrandPeople["people"]} list
   */
  #list(name, list) {
    if (list.length === 0 && name !== "ambassadors") return nothing;
    const row = (/** @type {BrandPeople["people"][number]} */ person) => html`<li>
      <button type="button" class="link" @click=${() => this.desk.dossiers.open(person.index)}><bdi>${person.handle}</bdi></button>
      <span class="note">${this.t("brand-mentions", { mentions: person.mentions, weeks: person.weeks ?? 0 })}${person.positive !== null && person.negative !== null && person.toned > 0
        ? ` ${this.t("brand-tone", { positive: person.positive, negative: person.negative })}` : nothing}${person.customer ? ` ${this.t("brand-customer")}` : nothing}</span>
      ${person.evidence[0]?.text ? html`<blockquote dir="auto">${person.evidence[0].text}</blockquote>` : nothing}</li>`;
    return html`<div><h3>${this.t(`brand-${name}`, { count: list.length })}</h3>
      ${list.length === 0 ? html`<p class="note">${this.t("brand-none")}</p>` : html`<ul>${list.slice(0, FIRST).map(row)}</ul>`}
      ${list.length > FIRST ? html`<details><summary>${this.t("ties-more", { more: list.length - FIRST })}</summary><ul>${list.slice(FIRST).map(row)}</ul></details>` : nothing}</div>`;
  }

  /** @param {BrandPeople["paid"]} paid */
  #paid(paid) {
    const review = paid.filter(({ disclosed }) => !disclosed);
    if (paid.length === 0) return nothing;
    return html`<div><h3>${this.t("brand-paid", { count: paid.length })}</h3>
      <p class="note">${this.t("brand-review", { count: review.length })}</p>
      <ul>${review.slice(0, FIRST).map((row) => html`<li><button type="button" class="link" @click=${() => this.desk.dossiers.open(row.index)}><bdi>${row.handle}</bdi></button>
        <span class="note">${this.desk.say.list(row.reasons.map((reason) => this.t(`paid-${reason}`)))}</span>
        ${row.post.text ? html`<blockquote dir="auto">${row.post.text}</blockquote>` : nothing}</li>`)}</ul></div>`;
  }
}

customElements.define("sil-brand-people", BrandPeoplePanel);
