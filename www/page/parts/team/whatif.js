/**
 * @import { Simulated } from "../../../shared/engine.d.ts"
 * @import { Teamwork } from "../../state/teamwork.js"
 */
import { html, nothing, svg } from "lit";
import css from "../../../styles/whatif.css?inline";
import { UNKNOWN } from "../../../shared/translate.js";
import { Part, styles } from "../../part.js";
import { communityName } from "../../state/circles.js";
import { bySource, countUntil, stepOf } from "../../state/cascade.js";
import { about, between, notes, times } from "../../../shared/team-words.js";
import "./cascade-map.js";

/** @typedef {Extract<Simulated, { kind: "cascade" }>} Cascade */
/** @typedef {Extract<Simulated, { kind: "threshold" }>} Threshold */
/** @typedef {Extract<Simulated, { kind: "opinion" }>} Opinion */

/** Accounts of a step that are listed. */
const LISTED = 25;
/** Names of those whom somebody reached. */
const NAMED = 4;
/** Communities of a table. */
const CIRCLES = 12;
/** Milliseconds between two steps that play by themselves. */
const BEAT = 1_200;
const LINES = /** @type {const} */ (["team", "ordinary", "random"]);

/** What would happen: a message step by step, few people or many, and a message against a counter-message. */
export class WhatIf extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = {
    teamwork: { attribute: false }, hop: { state: true }, playing: { state: true }, counter: { state: true }, unknown: { state: true },
  };

  constructor() {
    super();
    /** @type {Teamwork} */
    this.teamwork = /** @type {Teamwork} */ (/** @type {unknown} */ (null));
    this.hop = 0;
    this.playing = false;
    this.counter = "";
    /** Names of the counter-message that no account has. @type {string[]} */
    this.unknown = [];
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.beat = undefined;
    /** @type {Cascade | null} */
    this.shown = null;
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const cascade = this.teamwork.simulated("cascade");
    if (cascade === this.shown) return;
    this.shown = cascade;
    this.#stop();
    this.hop = 0;
    if (cascade) this.#names(cascade);
  }

  /** @override */
  render() {
    const { starters } = this.teamwork;
    const busy = this.desk.state.work !== null;
    return html`<section aria-labelledby="if-title">
      <h2 id="if-title">${this.t("if-title")}</h2>
      ${starters.length === 0 ? html`<p class="note">${this.t("if-empty")}</p>` : html`
        <p class="note">${this.t(this.teamwork.current ? "if-team" : "if-shortlist", { count: starters.length })}</p>
        <div class="block"><h3>${this.t("cascade-title")}</h3>${this.#cascade(starters, busy)}</div>
        <div class="block"><h3>${this.t("threshold-title")}</h3>${this.#threshold(starters, busy)}</div>
        <div class="block"><h3>${this.t("opinion-title")}</h3>${this.#opinion(starters, busy)}</div>`}
    </section>`;
  }

  // ---- step by step

  /**
   * @param {number[]} members
   * @param {boolean} busy
   */
  #cascade(members, busy) {
    const found = this.teamwork.simulated("cascade");
    const { model, hops, messages, probabilities, audience } = this.desk.state.plan.team;
    const start = () => this.teamwork.simulate({ kind: "cascade", members, hops, messages, audience, probabilities, model: model === "linearThreshold" ? model : "independentCascade" });
    return html`<p class="note">${this.t("cascade-note")}</p>
      <p><button type="button" ?disabled=${busy} @click=${start}>${this.t(found ? "if-again" : "cascade-go")}</button></p>
      ${found ? this.#replay(found) : nothing}`;
  }

  /** @param {Cascade} found */
  #replay(found) {
    const { say } = this.desk;
    const last = found.steps.hop.length > 0 ? found.steps.hop[found.steps.hop.length - 1] ?? 0 : 0;
    const hop = Math.min(this.hop, last);
    const here = stepOf(found, hop);
    const before = countUntil(found, hop - 1);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return html`
      ${notes(say, found).map((text) => html`<p class="note">${text}</p>`)}
      ${found.relative ? html`<p>${this.t("cascade-relative")}</p>` : html`<p>${this.t("cascade-mean", { runs: say.number(found.runs), people: between(say, found.spread) })}</p>`}
      ${last === 0 ? html`<p class="said" role="status">${this.t(found.byHop.slice(1).some((people) => people > 0) ? "cascade-unlucky" : "cascade-nobody", { count: here.length })}</p>` : html`
      <div class="player" role="group" aria-label=${this.t("cascade-player")}>
        <button type="button" ?disabled=${hop === 0} @click=${() => this.#go(hop - 1)}>${this.t("step-back")}</button>
        <input type="range" min="0" max=${last} step="1" .value=${String(hop)} aria-label=${this.t("step-range")} aria-valuetext=${this.t("step-of", { step: hop, last })}
          @input=${(/** @type {Event} */ e) => this.#go(Number(/** @type {HTMLInputElement} */ (e.target).value))}>
        <button type="button" ?disabled=${hop === last} @click=${() => this.#go(hop + 1)}>${this.t("step-on")}</button>
        ${still ? nothing : html`<button type="button" @click=${() => this.#play(last)}>${this.t(this.playing ? "step-pause" : "step-play")}</button>`}
      </div>
      <p class="said" role="status">${hop === 0 ? this.t("step-first", { count: here.length }) : this.t("step-said", { step: hop, count: here.length, all: before + here.length })}</p>`}
      <sil-cascade-map .desk=${this.desk} .found=${found} .hop=${hop}></sil-cascade-map>
      ${hop === 0 ? nothing : html`<div class="wide" tabindex="0" role="region" aria-label=${this.t("step-table", { step: hop })}><table>
        <caption class="visually-hidden">${this.t("step-table", { step: hop })}</caption>
        <thead><tr><th scope="col">${this.t("step-by")}</th><th scope="col" class="number">${this.t("step-count")}</th><th scope="col">${this.t("step-who")}</th></tr></thead>
        <tbody>${bySource(found, here).slice(0, LISTED).map(({ by, accounts }) => html`<tr><th scope="row"><bdi>${this.#name(by)}</bdi></th>
          <td class="number">${say.number(accounts.length)}</td>
          <td>${this.#some(accounts)}</td></tr>`)}</tbody>
      </table></div>`}
      <details><summary>${this.t("cascade-hops")}</summary><div class="wide" tabindex="0" role="region" aria-label=${this.t("cascade-hops")}><table>
        <caption class="visually-hidden">${this.t("cascade-hops")}</caption>
        <thead><tr><th scope="col">${this.t("hop-column")}</th><th scope="col" class="number">${this.t(found.relative ? "hop-share" : "hop-people")}</th></tr></thead>
        <tbody>${found.byHop.map((people, at) => html`<tr><th scope="row">${this.t("hop-row", { hop: at })}</th><td class="number">${found.relative
          ? say.percent(found.spread.value > 0 ? people / found.spread.value : null, 1) : about(say, people)}</td></tr>`)}</tbody></table></div></details>
      <p class="note">${this.t("cascade-chance")}</p>`;
  }

  /** @param {number} hop */
  #go(hop) {
    this.hop = hop;
    if (this.shown) this.#names(this.shown);
  }

  /** @param {number} last */
  #play(last) {
    if (this.playing) return this.#stop();
    if (this.hop >= last) this.#go(0);
    this.playing = true;
    this.beat = setInterval(() => {
      this.#go(Math.min(last, this.hop + 1));
      if (this.hop >= last) this.#stop();
    }, BEAT);
  }

  #stop() {
    clearInterval(this.beat);
    this.playing = false;
  }

  /** Asks for the names that the present step shows. @param {Cascade} found */
  #names(found) {
    const groups = bySource(found, stepOf(found, this.hop)).slice(0, LISTED);
    void this.teamwork.cast.name(groups.flatMap(({ by, accounts }) => [by, ...accounts.slice(0, NAMED)]));
  }

  /** @param {readonly number[]} accounts */
  #some(accounts) {
    const shown = accounts.slice(0, NAMED).map((index) => this.#name(index));
    return accounts.length > NAMED ? this.t("step-more", { names: shown.join(", "), more: accounts.length - NAMED }) : this.desk.say.list(shown);
  }

  /** @param {number} index */
  #name(index) {
    return this.teamwork.cast.names.get(index) ?? "…";
  }

  // ---- few or many

  /**
   * @param {number[]} members
   * @param {boolean} busy
   */
  #threshold(members, busy) {
    const found = this.teamwork.simulated("threshold");
    return html`<p class="note">${this.t("threshold-note")}</p>
      <p><button type="button" ?disabled=${busy} @click=${() => this.teamwork.simulate({ kind: "threshold", members })}>${this.t(found ? "if-again" : "threshold-go")}</button></p>
      ${found ? this.#sweep(found) : nothing}`;
  }

  /** @param {Threshold} found */
  #sweep(found) {
    const { say } = this.desk;
    const { thresholds, multiplier, audienceRatio, susceptible } = found;
    const most = Math.max(1, ...LINES.flatMap((name) => found[name]));
    const x = (/** @type {number} */ at) => 4 + (292 * at) / Math.max(1, thresholds.length - 1);
    const y = (/** @type {number} */ value) => 114 - (108 * value) / most;
    return html`
      <p class="advice"><strong>${this.t(`advice-${found.advice}`)}</strong> ${multiplier === null ? nothing
        : audienceRatio === null ? this.t("advice-multiplier-alone", { times: times(say, multiplier) })
          : this.t("advice-multiplier", { times: times(say, multiplier), audience: times(say, audienceRatio) })}</p>
      ${notes(say, found).map((text) => html`<p class="note">${text}</p>`)}
      <figure>
        <figcaption>${this.t("sweep-title")}</figcaption>
        <svg class="sweep" viewBox="0 0 300 120" preserveAspectRatio="none" role="img" aria-label=${this.t("sweep-summary", { from: say.percent(thresholds[0]), to: say.percent(thresholds.at(-1)) })}>
          <path class="axis" d="M4 114H296"></path>
          ${LINES.map((name) => svg`<polyline class=${name} points=${found[name].map((value, at) => `${x(at)},${y(value)}`).join(" ")}></polyline>`)}
        </svg>
        <ul class="legend">${LINES.map((name) => html`<li class=${name}>${this.t(`sweep-${name}`)}</li>`)}</ul>
        <details><summary>${this.t("sweep-data")}</summary><div class="wide" tabindex="0" role="region" aria-label=${this.t("sweep-title")}><table>
          <caption class="visually-hidden">${this.t("sweep-title")}</caption>
          <thead><tr><th scope="col">${this.t("sweep-threshold")}</th>${LINES.map((name) => html`<th scope="col" class="number">${this.t(`sweep-${name}`)}</th>`)}</tr></thead>
          <tbody>${thresholds.map((threshold, at) => html`<tr><th scope="row">${say.percent(threshold)}</th>${LINES.map((name) => html`<td class="number">${about(say, found[name][at] ?? null)}</td>`)}</tr>`)}</tbody>
        </table></div></details>
      </figure>
      ${susceptible.length === 0 ? nothing : html`<p>${this.t("susceptible-title")}</p>
        <ul class="plain">${susceptible.slice(0, 10).map(({ index, handle, people }) => html`<li><button type="button" class="link" @click=${() => this.desk.dossiers.open(index)}><bdi>${handle}</bdi></button>
          <span>${this.t("susceptible-people", { people })}</span></li>`)}</ul>`}`;
  }

  // ---- opinions

  /**
   * @param {number[]} members
   * @param {boolean} busy
   */
  #opinion(members, busy) {
    const found = this.teamwork.simulated("opinion");
    const rivals = this.desk.state.plan.people.filter(({ choice }) => choice === "rival").map(({ handle }) => handle);
    return html`<p class="note">${this.t("opinion-note")}</p>
      <form @submit=${(/** @type {Event} */ event) => { event.preventDefault(); if (!busy) void this.#weigh(members); }}>
        <label class="field">${this.t("opinion-counter")}<input type="text" autocomplete="off" spellcheck="false" .value=${this.counter} placeholder=${rivals.length > 0 ? rivals.join(", ") : this.t("opinion-placeholder")}
          @change=${(/** @type {Event} */ e) => (this.counter = /** @type {HTMLInputElement} */ (e.target).value)}></label>
        <button type="submit" ?disabled=${busy}>${this.t(found ? "if-again" : "opinion-go")}</button>
      </form>
      ${this.unknown.length > 0 ? html`<p class="note" role="alert">${this.t("opinion-unknown", { names: this.desk.say.list(this.unknown) })}</p>` : nothing}
      ${found ? this.#settled(found) : nothing}`;
  }

  /** @param {number[]} message */
  async #weigh(message) {
    const { study, state } = this.desk;
    if (!study) return;
    const field = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("form input"));
    this.counter = field?.value ?? this.counter;
    const typed = this.counter.split(/[,;\s]+/).filter(Boolean);
    const names = typed.length > 0 ? typed : state.plan.people.filter(({ choice }) => choice === "rival").map(({ handle }) => handle);
    const accounts = await Promise.all(names.map((name) => study.account(name).catch(() => null)));
    this.unknown = names.filter((_, at) => accounts[at] === null);
    const counter = accounts.flatMap((account) => (account && !message.includes(account.index) ? [account.index] : []));
    await this.teamwork.simulate({ kind: "opinion", message, ...(counter.length > 0 ? { counter } : {}) });
  }

  /** @param {Opinion} found */
  #settled(found) {
    const { say } = this.desk;
    const countered = found.mean.withCounter !== null;
    const share = (/** @type {number | null} */ value) => (value === null ? UNKNOWN : say.percent(value, 1));
    const rows = found.communities.filter(({ community }) => community !== null).slice(0, CIRCLES);
    return html`<p class="said" role="status">${countered
        ? this.t("opinion-finding-countered", { after: share(found.mean.after), counter: share(found.mean.withCounter) })
        : this.t("opinion-finding", { after: share(found.mean.after) })}</p>
      ${notes(say, found).map((text) => html`<p class="note">${text}</p>`)}
      <div class="wide" tabindex="0" role="region" aria-label=${this.t("opinion-table")}><table>
        <caption class="visually-hidden">${this.t("opinion-table")}</caption>
        <thead><tr><th scope="col">${this.t("reached-community")}</th><th scope="col" class="number">${this.t("reached-size")}</th><th scope="col" class="number">${this.t("opinion-before")}</th>
          <th scope="col" class="number">${this.t("opinion-after")}</th>${countered ? html`<th scope="col" class="number">${this.t("opinion-with")}</th>` : nothing}</tr></thead>
        <tbody>${rows.map(({ community, size, before, after, withCounter }) => html`<tr><th scope="row">${this.#circle(community ?? 0)}</th><td class="number">${say.number(size)}</td>
          <td class="number">${share(before)}</td><td class="number">${share(after)}</td>${countered ? html`<td class="number">${share(withCounter)}</td>` : nothing}</tr>`)}</tbody>
      </table></div>
      <p class="note">${this.t("opinion-scale")}</p>`;
  }

  /** @param {number} community */
  #circle(community) {
    return communityName(this.desk.say, this.desk.state.communities, community);
  }
}

customElements.define("sil-whatif", WhatIf);
