/** @import { Behaviour, Change, Dossier, Profile } from "../../shared/engine.d.ts" */
import { html, nothing, svg } from "lit";
import css from "../../styles/profile.css?inline";
import { slug } from "../../shared/translate.js";
import { Part, styles } from "../part.js";

/** Accounts of a size below which a percentile among them says nothing. */
const PEERS = 10;

/** What is known of an account beyond its score: how sure its rank is, what it is, what it sets off, where it is going. */
export class ProfilePanel extends Part {
  /** @override */ static styles = styles(css);
  /** @override @type {import("../part.js").Reads} */ static reads = (desk) => [desk.state.deepening, desk.state.summary];
  /** @override */ static properties = { dossier: { attribute: false } };

  constructor() {
    super();
    /** @type {Dossier | null} */
    this.dossier = null;
  }

  /** @override */
  render() {
    const profile = this.dossier?.profile;
    if (!profile) return nothing;
    const pending = profile.uncertainty === null || profile.influence === null && profile.types === null;
    return html`
      ${pending && this.desk.state.deepening ? html`<p class="note" role="status">${this.t("profile-pending")}</p>` : nothing}
      ${this.#sure(profile)}${this.#moves(profile)}${this.#who(profile)}${this.#influence(profile)}${this.#trend(profile)}${this.#genuine(profile)}`;
  }

  /** @param {number | null} value @param {number} [digits] */
  #number(value, digits = 0) {
    return value === null || Number.isNaN(value) ? "" : this.desk.say.number(value, digits);
  }

  /** @param {Profile} profile */
  #sure({ uncertainty, standing }) {
    const { say } = this.desk;
    const { rank = null } = this.dossier ?? {};
    if (!uncertainty || rank === null) return nothing;
    const { rankLow, rankHigh, inTop, inTopByWeights, scoreLow, scoreHigh, byTime, reason } = uncertainty;
    if (rankLow === null || rankHigh === null) {
      return html`<section><h3>${this.t("sure-title")}</h3><p class="note">${this.t(reason ? `sure-none-${slug(reason)}` : "sure-none")}</p></section>`;
    }
    const chance = (/** @type {number | null | undefined} */ share) => (share === null || share === undefined || Number.isNaN(share) ? null : share);
    const [ten, fifty] = [chance(inTop[0]), chance(inTop[1])];
    const weights = chance(inTopByWeights[0]);
    return html`<section aria-labelledby="sure">
      <h3 id="sure">${this.t("sure-title")}</h3>
      <p>${rankLow === rankHigh ? this.t("sure-rank-one", { rank: rankLow }) : this.t("sure-rank", { low: rankLow, high: rankHigh })} ${scoreLow !== null && scoreHigh !== null && !Number.isNaN(scoreLow)
        ? this.t("sure-score", { low: say.number(scoreLow, 1), high: say.number(scoreHigh, 1) }) : nothing}</p>
      <ul class="plain">
        ${ten === null ? nothing : html`<li>${this.t("sure-top", { top: 10, share: say.percent(ten) })}</li>`}
        ${fifty === null || rank <= 10 ? nothing : html`<li>${this.t("sure-top", { top: 50, share: say.percent(fifty) })}</li>`}
        ${weights === null ? nothing : html`<li>${this.t("sure-weights", { share: say.percent(weights) })}</li>`}
        ${standing && standing.amongPeers !== null && standing.peers !== null && standing.peers >= PEERS ? html`<li>${this.t(standing.by === "followers" ? "sure-peers" : "sure-peers-reach", {
          percentile: Math.floor(standing.amongPeers), peers: standing.peers })}</li>` : nothing}
      </ul>
      <p class="note">${this.t(byTime ? "sure-how-time" : "sure-how", { replicates: uncertainty.replicates })}</p>
    </section>`;
  }

  /** @param {Profile} profile */
  #moves({ moves }) {
    const said = moves.filter(({ goal }) => goal !== "lose").flatMap(({ goal, place, changes, weights }) => {
      const [change] = changes;
      const [weight] = weights;
      const lines = [change, weight].flatMap((each) => (each ? [this.#change(each)] : []));
      return lines.length > 0 ? [html`<li>${this.t(`move-${goal}`, { rank: place + 1 })} ${this.desk.say.list(lines)}</li>`] : [];
    });
    if (said.length === 0) return nothing;
    return html`<section aria-labelledby="moves"><h3 id="moves">${this.t("move-title")}</h3><ul class="plain">${said}</ul></section>`;
  }

  /** @param {Change} change */
  #change({ what, from, to }) {
    const { say } = this.desk;
    if (what === "credit") return this.t("move-credit", { from: say.number(from, 1), to: say.number(to, 1) });
    if ("weight" in what) {
      return this.t("move-weight", { name: this.t(`pillar-${what.weight}`), from: say.percent(from), to: say.percent(to) });
    }
    return this.t("move-factor", { name: this.t(`factor-${what.factor}`), from: say.number(from, 1), to: say.number(to, 1) });
  }

  /** @param {Profile} profile */
  #who({ size, types, community, visibility, capillarity }) {
    const { say } = this.desk;
    if (!size && !types && !community) return nothing;
    const of = types?.rules.find((rule) => rule.of === types.first);
    return html`<section aria-labelledby="what">
      <h3 id="what">${this.t("who-title")}</h3>
      <ul class="plain">
        ${types?.first ? html`<li><strong>${this.t(`type-${slug(types.first)}`)}</strong>${types.second
          ? ` ${this.t("type-or", { second: this.t(`type-${slug(types.second)}`) })}` : nothing}. ${this.t(`type-${slug(types.first)}-why`)}
          ${of ? html`<details><summary>${this.t("type-rules")}</summary><ul class="rules">${types.rules.map((rule) => html`<li class=${rule.holds === true ? "holds" : ""}>
            <span>${this.t(`type-${slug(rule.of)}`)}</span> <small>${rule.holds === null ? this.t("type-untold") : rule.membership === null || Number.isNaN(rule.membership)
              ? nothing : this.t("type-margin", { share: say.percent(rule.membership) })}</small></li>`)}</ul></details>` : nothing}</li>`
          : types ? html`<li>${this.t("type-none")}</li>` : nothing}
        ${size ? html`<li>${this.t(`part-${size.part}`)}${size.tier ? ` ${this.t(`size-${size.tier}`)}` : nothing}${size.basis === "reach" ? ` ${this.t("size-by-reach")}` : nothing}</li>` : nothing}
        ${community ? html`<li>${this.t(`role-${slug(community.role)}`, { size: community.size, number: community.number + 1 })}</li>` : nothing}
        ${visibility !== null && capillarity !== null && !Number.isNaN(capillarity) ? html`<li>${this.t("capillarity", {
          percentile: Math.floor(visibility), communities: say.number(capillarity, 1) })}</li>` : nothing}
      </ul></section>`;
  }

  /** @param {Profile} profile */
  #influence({ influence, worth, spread, chain, socialImpact, effect }) {
    const { say } = this.desk;
    if (!influence && !spread && !effect) return nothing;
    return html`<section aria-labelledby="sets-off">
      <h3 id="sets-off">${this.t("influence-title")}</h3>
      <ul class="plain">
        ${effect ? html`<li><strong>${this.t("effect-title")}</strong> ${effect.reason ? this.t(`effect-none-${slug(effect.reason)}`) : this.t(effect.compatible ? "effect-compatible" : "effect-not-shown", {
          per100: this.#number(effect.per100, 1), events: effect.events ?? 0 })}</li>` : nothing}
        ${influence ? html`<li>${this.t(`standing-${slug(influence.standing)}`)}</li>` : nothing}
        ${influence && influence.direct + influence.indirect > 0 ? html`<li>${this.t("influence-cie", {
          direct: say.number(influence.direct, 1), indirect: say.number(influence.indirect, 1), share: say.percent(influence.cie) })}</li>` : nothing}
        ${influence?.negative ? html`<li>${this.t("influence-signed", {
          positive: say.number(influence.positive ?? 0, 1), negative: say.number(influence.negative, 1) })}</li>` : nothing}
        ${this.#behaviour("spread", spread)}${this.#behaviour("chain", chain)}${this.#behaviour("social-impact", socialImpact)}
        ${worth ? html`<li>${this.t("worth", { net: say.number(worth.net, 0), direct: say.number(worth.direct, 0), known: worth.known })}</li>` : nothing}
      </ul>
      <p class="note">${this.t("influence-note")}</p></section>`;
  }

  /**
   * @param {"spread" | "chain" | "social-impact"} name
   * @param {Behaviour | null} behaviour
   */
  #behaviour(name, behaviour) {
    if (!behaviour || behaviour.perPost === null || Number.isNaN(behaviour.perPost)) return nothing;
    return html`<li>${this.t(`behaviour-${name}`, { mean: this.#number(behaviour.perPost, 1), posts: behaviour.posts })}${behaviour.inferred
      ? ` ${this.t("behaviour-inferred")}` : nothing}</li>`;
  }

  /** @param {Profile} profile */
  #trend({ trend }) {
    if (!trend || trend.reason || trend.people.length < 2) return nothing;
    const most = Math.max(1, ...trend.people);
    const width = 100 / trend.people.length;
    const say = this.t(`trend-${trend.direction}`, {
      times: this.#number(trend.rise === null ? null : 2 ** trend.rise, 1), low: this.#number(trend.riseLow === null ? null : 2 ** trend.riseLow, 1),
      high: this.#number(trend.riseHigh === null ? null : 2 ** trend.riseHigh, 1),
    });
    return html`<section aria-labelledby="trend"><h3 id="trend">${this.t("trend-title")}</h3>
      <figure><figcaption>${say}</figcaption>
        <svg class="bars" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=${this.t(`trend-${trend.period}`, { periods: trend.people.length, most })}>
          ${trend.people.map((people, at) => svg`<rect x=${at * width} width=${Math.max(width - 0.6, 0.4)} y=${24 - (24 * people) / most} height=${(24 * people) / most}></rect>`)}
        </svg>
        <p class="note">${this.t(`trend-${trend.period}`, { periods: trend.people.length, most })}</p>
      </figure></section>`;
  }

  /** @param {Profile} profile */
  #genuine({ authenticity }) {
    if (!authenticity || authenticity.confidence === null) return nothing;
    const { say } = this.desk;
    const checks = authenticity.signals.filter((signal) => signal.toCheck);
    const moved = authenticity.rankRaw !== authenticity.rankDiscounted;
    return html`<section aria-labelledby="genuine"><h3 id="genuine">${this.t("genuine-title")}</h3>
      <p>${this.t("genuine-confidence", { confidence: say.number(authenticity.confidence, 0) })} ${checks.length === 0 ? this.t("genuine-nothing") : nothing}</p>
      ${checks.length === 0 ? nothing : html`<ul class="plain">${checks.map((signal) => html`<li><strong>${this.t(`signal-${slug(signal.signal)}`)}</strong>
        ${signal.accounts.length > 0 ? html`<span class="note">${say.list(signal.accounts.map(({ handle }) => handle))}${signal.accountsTotal > signal.accounts.length
          ? ` ${this.t("ties-more", { more: signal.accountsTotal - signal.accounts.length })}` : nothing}</span>` : nothing}</li>`)}</ul>`}
      ${moved ? html`<p class="note">${this.t("genuine-ranks", { raw: authenticity.rankRaw, discounted: authenticity.rankDiscounted })}</p>` : nothing}
      <p class="note">${this.t("genuine-note")}</p></section>`;
  }
}

customElements.define("sil-profile", ProfilePanel);
