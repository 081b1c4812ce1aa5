/**
 * @import { Dossier, EvidencePost, FactorDetail, Pillar, TieRow } from "../../shared/engine.d.ts"
 */
import { html, nothing } from "lit";
import css from "../../styles/dossier.css?inline";
import { factorText } from "../../shared/phrases.js";
import { PILLARS } from "../../shared/settings.js";
import { UNKNOWN } from "../../shared/translate.js";
import { Part, styles } from "../part.js";
import { decided, keyOf, personIn } from "../state/plan.js";
import { safeLink } from "./link.js";
import { icon } from "./marks.js";
import { personTone, postTone } from "./people/tone.js";
import "./profile.js";
import "./waterfall.js";

/** One account: why this score, from which posts, and who is around it. */
export class DossierPanel extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.dossier, desk.state.trail, desk.state.summary, desk.state.plan, desk.people.revision, desk.state.settings.tones];

  constructor() {
    super();
    this.shown = -1;
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.#close();
    });
  }

  /** @override */
  updated() {
    const index = this.desk.state.dossier?.index ?? -1;
    if (index === this.shown) return;
    this.shown = index;
    const title = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("h2"));
    title?.focus();
    this.renderRoot.querySelector("aside")?.scrollTo(0, 0);
  }

  /** @override */
  render() {
    const { dossier, trail, summary } = this.desk.state;
    if (!dossier || !summary) return nothing;
    const { say } = this.desk;
    return html`<aside aria-labelledby="who">
      <div class="bar">
        ${trail.length > 0 ? html`<button type="button" class="link" @click=${() => this.desk.dossiers.back()}>${icon("back")}${this.t("dossier-back")}</button>` : html`<span></span>`}
        <button type="button" class="quiet" aria-label=${this.t("dossier-close")} title="${this.t("dossier-close")} (Esc)" @click=${this.#close}>${icon("close")}</button>
      </div>
      <header>
        <div class="avatar" aria-hidden="true">${initial(dossier.name ?? dossier.handle)}</div>
        <div class="who">
          <h2 id="who" tabindex="-1"><bdi>${dossier.handle}</bdi></h2>
          <p class="under">${dossier.name && dossier.name !== dossier.handle ? html`<bdi>${dossier.name}</bdi> · ` : nothing}${this.t(`platform-${dossier.platform}`)}${dossier.verified
            ? ` · ${this.t("verified")}` : nothing}</p>
        </div>
        <div class="total">
          ${dossier.score === null ? html`<span class="big" title=${this.t("reason-account")}>${UNKNOWN}</span>`
            : html`<span class="big">${say.number(dossier.score, 1)}</span>`}
          <span class="of">${this.t("score-of")}</span>
        </div>
      </header>
      <p class="place">${dossier.rank === null ? this.t("dossier-apart") : this.t("dossier-rank", { rank: dossier.rank, ranked: summary.ranked })}</p>
      ${this.#decide(dossier)}
      <p class="about">
        <button type="button" class="link" @click=${() => this.#alike(dossier)}>${this.t("alike-ask", { count: 1 })}</button>
        <label><input type="checkbox" .checked=${this.desk.people.ticked.has(dossier.index)}
          @change=${() => this.desk.people.tick(dossier.index, dossier.handle)}> ${this.t("tick-dossier")}</label>
      </p>
      ${dossier.bio ? html`<p class="bio"><bdi>${dossier.bio}</bdi></p>` : nothing}
      ${dossier.location ? html`<p class="bio">${this.t("dossier-location")} <bdi>${dossier.location}</bdi></p>` : nothing}
      <dl class="facts">
        ${this.#fact("column-followers", dossier.followers, "reason-no-followers")}
        ${this.#fact("fact-following", dossier.following, "reason-no-followers")}
        ${this.#fact("column-posts", summary.posts === 0 ? null : dossier.posts, "reason-no-posts")}
        ${this.#fact("column-resharers", dossier.resharers, "reason-no-reposts")}
      </dl>
      <section aria-labelledby="why">
        <h3 id="why">${this.t("why-title")}</h3>
        ${dossier.score === null ? html`<p class="note">${this.t("why-none")}</p>`
          : html`<sil-waterfall .desk=${this.desk} .explanation=${dossier.explanation}></sil-waterfall>`}
        ${PILLARS.map((pillar) => this.#pillar(dossier, pillar))}
        <p class="note">${this.t("coverage-account", { share: say.percent(dossier.coverage) })}</p>
      </section>
      <sil-profile .desk=${this.desk} .dossier=${dossier}></sil-profile>
      ${this.#evidence(dossier)}
      ${this.#ties(dossier.reactors, dossier.reactorsTotal, "reactors")}
      ${this.#ties(dossier.reactsTo, dossier.reactsToTotal, "reacts-to")}
      ${dossier.selfTies > 0 ? html`<p class="note">${this.t("self-ties", { count: dossier.selfTies })}</p>` : nothing}
    </aside>`;
  }

  /** On the shortlist or not, and never to be proposed. @param {Dossier} dossier */
  #decide(dossier) {
    const { plan } = this.desk.state;
    const person = personIn(plan, keyOf(dossier));
    const [listed, never] = [person?.listed ?? false, person?.choice === "never"];
    return html`<p class="decide">
      <button type="button" class=${listed ? "" : "primary"}
        @click=${() => this.desk.decide(decided(plan, dossier, { listed: !listed }), `list ${keyOf(dossier)}`)}>${this.t(listed ? "list-remove" : "list-add")}</button>
      <button type="button" class="link"
        @click=${() => this.desk.decide(decided(plan, dossier, { choice: never ? "open" : "never" }), `choice ${keyOf(dossier)}`)}>${this.t(never ? "exclude-undo" : "exclude")}</button></p>`;
  }

  /**
   * @param {string} label
   * @param {number | null} count
   * @param {string} reason
   */
  #fact(label, count, reason) {
    return html`<div><dt>${this.t(label)}</dt><dd>${count === null
      ? html`<span title=${this.t(reason)}>${UNKNOWN}<span class="visually-hidden">${this.t(reason)}</span></span>` : this.desk.say.number(count)}</dd></div>`;
  }

  /**
   * @param {Dossier} dossier
   * @param {Pillar} pillar
   */
  #pillar(dossier, pillar) {
    const factors = dossier.factors.filter((factor) => factor.pillar === pillar);
    const value = dossier.pillars[pillar];
    return html`<div class="pillar ${pillar}">
      <h4><span>${this.t(`pillar-${pillar}`)}</span><span>${value === null ? UNKNOWN : this.desk.say.number(value, 1)}</span></h4>
      <p class="meaning">${this.t(`pillar-${pillar}-help`)}</p>
      <ul>${factors.map((factor) => this.#factor(factor))}</ul>
    </div>`;
  }

  /** @param {FactorDetail} factor */
  #factor(factor) {
    const { say } = this.desk;
    const accounts = this.desk.state.summary?.coverage[factor.name].accounts ?? 0;
    const known = factor.available && factor.value !== null;
    return html`<li class=${known ? "" : "unknown"}>
      <div class="line"><span class="name">${this.t(`factor-${factor.name}`)}</span>
        <span class="part">${known ? html`${say.number(factor.value, 1)} <small>× ${say.percent(factor.weight)} = ${say.number(factor.contribution, 1)}</small>` : UNKNOWN}</span></div>
      <p>${factorText(say, factor)}${known && factor.percentile !== null
        ? html` <span class="percentile">${this.t("percentile", { percentile: Math.floor(factor.percentile), accounts })}</span>` : nothing}</p>
    </li>`;
  }

  /** @param {Dossier} dossier */
  #evidence(dossier) {
    const { evidence, evidenceTotal } = dossier;
    return html`<section aria-labelledby="evidence">
      <h3 id="evidence">${this.t("evidence-title")}</h3>
      ${evidence.length === 0 ? html`<p class="note">${this.t("evidence-none")}</p>` : html`
        <p class="note">${this.t("evidence-note", { shown: evidence.length, total: evidenceTotal })}</p>
        ${personTone(this.desk, dossier)}
        <ol class="posts">${evidence.map((post) => this.#post(post))}</ol>`}
    </section>`;
  }

  /** @param {EvidencePost} post */
  #post(post) {
    const { say } = this.desk;
    const link = safeLink(post.url);
    const { source } = post;
    const counters = /** @type {const} */ (["resharers", "reposts", "likes", "replies", "views"])
      // Nobody seen re-sharing says nothing where the data do not tie re-shares to a post: the platform's count does.
      .filter((name) => post[name] !== null && !(name === "resharers" && post[name] === 0)).map((name) => this.t(`counter-${name}`, { count: post[name] ?? 0 }));
    return html`<li>
      ${post.text === null ? html`<p class="note">${this.t("post-no-text")}</p>` : html`<blockquote dir="auto" lang=${post.lang ?? nothing}>${post.text}</blockquote>`}
      <p class="counters">
        <span>${post.time === null ? this.t("post-no-date") : say.moment(post.time)}</span>
        <span>${this.t(`kind-${post.kind}`)}</span>
        ${counters.map((text) => html`<span>${text}</span>`)}
        ${post.topic === null ? nothing : html`<span>${this.t("post-topic", { share: say.percent(post.topic) })}</span>`}
      </p>
      ${postTone(this.desk, post)}
      <p class="source">${link ? html`<a href=${link} target="_blank" rel="noopener noreferrer">${this.t("open-post")}</a> · ` : nothing}
        ${source ? html`<bdi>${source}</bdi> · ` : nothing}${this.t("place-row", { row: post.row })}</p>
    </li>`;
  }

  /**
   * @param {TieRow[]} ties
   * @param {number} total
   * @param {"reactors" | "reacts-to"} which
   */
  #ties(ties, total, which) {
    const { say } = this.desk;
    return html`<section aria-labelledby=${which}>
      <h3 id=${which}>${this.t(`${which}-title`, { count: total })}</h3>
      ${ties.length === 0 ? html`<p class="note">${this.t(`${which}-none`)}</p>` : html`
        <ul class="ties">${ties.map((tie) => html`<li>
          <button type="button" class="link" @click=${() => this.desk.dossiers.open(tie.index, { walk: true })}><bdi>${tie.handle}</bdi></button>
          <span>${say.list(Object.entries(tie.layers).map(([layer, count]) => this.t(`tie-${layer}`, { count: count ?? 0 })))}${tie.lastTime === null
            ? nothing : html` · ${this.t("tie-last", { date: say.date(tie.lastTime) })}`}</span>
        </li>`)}</ul>
        ${total > ties.length ? html`<p class="note">${this.t("ties-more", { more: total - ties.length })}</p>` : nothing}`}
    </section>`;
  }

  /** Who resembles this person, and those ticked already. @param {Dossier} dossier */
  #alike({ index, handle }) {
    this.desk.people.tick(index, handle, true);
    void this.desk.people.open("alike");
  }

  #close() {
    this.dispatchEvent(new CustomEvent("sil-close"));
  }
}

/** Pictures are never loaded: a letter stands for the person. @param {string} name */
function initial(name) {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? "·").toLocaleUpperCase();
}

customElements.define("sil-dossier", DossierPanel);
