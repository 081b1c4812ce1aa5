/**
 * @import { Team, TeamMember } from "../../../shared/engine.d.ts"
 * @import { Teamwork } from "../../state/teamwork.js"
 */
import { html, nothing, svg } from "lit";
import css from "../../../styles/team-result.css?inline";
import { UNKNOWN } from "../../../shared/translate.js";
import { Part, styles } from "../../part.js";
import { communityName } from "../../state/circles.js";
import { CHOICES, decided, keyOf, personIn } from "../../state/plan.js";
import "./overlap.js";
import { about, between, inColumn, notes } from "../../../shared/team-words.js";

/** Communities shown before the list is unfolded. */
const CIRCLES = 8;

/** The team that was chosen: who brings what, whom it reaches, and what a plainer choice would have done. */
export class TeamResult extends Part {
  /** @override */ static styles = styles(css);
  /** @override */ static properties = { teamwork: { attribute: false } };

  constructor() {
    super();
    /** @type {Teamwork} */
    this.teamwork = /** @type {Teamwork} */ (/** @type {unknown} */ (null));
  }

  /** @override */
  render() {
    const { team, current } = this.teamwork;
    if (!team) return nothing;
    if (!current) return html`<p class="stale" role="status">${this.t("team-stale")} <button type="button" @click=${() => this.teamwork.choose()}>${this.t("choose-again")}</button></p>`;
    const said = notes(this.desk.say, team);
    return html`<div class="result">
      ${said.length === 0 ? nothing : html`<ul class="notes">${said.map((text) => html`<li>${text}</li>`)}</ul>`}
      ${team.members.length === 0 ? nothing : html`
        ${this.#members(team)}
        <div class="columns">${this.#alternatives(team)}${this.#communities(team)}</div>
        ${team.members.length < 2 ? nothing : html`<sil-overlap .desk=${this.desk} .team=${team}></sil-overlap>`}
        ${this.#method(team)}`}
    </div>`;
  }

  /** @param {Team} team */
  #members(team) {
    const { plan } = this.desk.state;
    const costs = team.members.some(({ cost }) => cost !== null);
    const missing = team.members.filter((member) => !this.#listed(member));
    return html`<div class="block">
      <div class="head"><h3 id="members">${this.t("members-title", { count: team.members.length })}</h3>
        <button type="button" ?disabled=${missing.length === 0} @click=${() => this.#listAll(missing)}>${this.t("members-list", { count: missing.length })}</button></div>
      <div class="wide" tabindex="0" role="region" aria-labelledby="members"><table>
        <caption class="visually-hidden">${this.t("members-caption")}</caption>
        <thead><tr><th scope="col" class="number">${this.t("members-place")}</th><th scope="col">${this.t("column-account")}</th>
          <th scope="col" class="number">${this.t("members-gain")}</th><th scope="col" class="number">${this.t("members-alone")}</th>
          <th scope="col" class="number">${this.t("members-unique")}</th>${costs ? html`<th scope="col" class="number">${this.t("field-cost")}</th>` : nothing}
          <th scope="col">${this.t("field-choice")}</th></tr></thead>
        <tbody>${team.members.map((member, at) => html`<tr>
          <td class="number">${at + 1}</td>
          <th scope="row"><button type="button" class="link" @click=${() => this.desk.dossiers.open(member.index)}><bdi>${member.handle}</bdi></button>
            <span class="under">${[member.why === "mustHave" ? this.t("member-must") : null, member.rank === null ? null : this.t("person-rank", { rank: member.rank }),
              member.community === null ? null : this.#circle(member.community)].filter(Boolean).join(" · ")}</span></th>
          <td class="number">${this.#people(team, member.gain)}${bar(member.gain, team.members[0]?.alone ?? member.alone)}</td>
          <td class="number">${this.#people(team, member.alone)}</td>
          <td class="number">${this.#people(team, member.unique)}</td>
          ${costs ? html`<td class="number">${this.#cost(member)}</td>` : nothing}
          <td>${this.#choice(plan, member)}</td></tr>`)}</tbody>
        ${team.cost === null ? nothing : html`<tfoot><tr><th scope="row" colspan="5">${this.t("members-cost")}</th><td class="number">${this.desk.say.number(team.cost)}</td><td></td></tr></tfoot>`}
      </table></div>
      <p class="note">${this.t(team.relative ? "members-note-relative" : "members-note")}</p>
    </div>`;
  }

  /** People as a number, or, where only ratios may be said, as a share of what the team reaches. @param {Team} team @param {number} people */
  #people(team, people) {
    const { say } = this.desk;
    return team.relative ? say.percent(team.spread.value > 0 ? people / team.spread.value : null, 1)
      : inColumn(say, people, Math.max(...team.members.map(({ alone }) => alone)));
  }

  /** @param {TeamMember} member */
  #cost({ cost, costFrom }) {
    return cost === null ? html`<span title=${this.t("cost-unknown")}>${UNKNOWN}<span class="visually-hidden">${this.t("cost-unknown")}</span></span>`
      : html`${this.desk.say.number(cost)}${costFrom === "tier" ? html` <small>${this.t("cost-from-tier")}</small>` : nothing}`;
  }

  /** @param {TeamMember} member */
  #who(member) {
    // Members come without their platform: it is that of the person of the plan, or asked when somebody is added.
    return this.teamwork.platforms.get(member.index) ?? null;
  }

  /** @param {TeamMember} member */
  #listed(member) {
    const who = this.#who(member);
    return who !== null && (personIn(this.desk.state.plan, keyOf(who))?.listed ?? false);
  }

  /** @param {readonly TeamMember[]} members */
  #listAll(members) {
    let { plan } = this.desk.state;
    for (const member of members) {
      const who = this.#who(member);
      if (who) plan = decided(plan, who, { listed: true });
    }
    this.desk.decide(plan, "list team");
    this.desk.announce("announce-listed", { count: members.length });
  }

  /**
   * @param {import("../../state/plan.js").Plan} plan
   * @param {TeamMember} member
   */
  #choice(plan, member) {
    const who = this.#who(member);
    if (!who) return nothing;
    const present = personIn(plan, keyOf(who))?.choice ?? "open";
    return html`<select aria-label=${this.t("choice-of", { handle: member.handle })} @change=${(/** @type {Event} */ event) => {
      const choice = CHOICES.find((each) => each === /** @type {HTMLSelectElement} */ (event.target).value) ?? "open";
      this.desk.decide(decided(this.desk.state.plan, who, { choice }), `choice ${keyOf(who)}`);
    }}>${CHOICES.map((choice) => html`<option value=${choice} .selected=${choice === present}>${this.t(`choice-${choice}`)}</option>`)}</select>`;
  }

  /** @param {Team} team */
  #alternatives(team) {
    const { say } = this.desk;
    const most = Math.max(team.spread.value, ...team.alternatives.map(({ spread }) => spread.value));
    const costs = team.cost !== null || team.alternatives.some(({ cost }) => cost !== null);
    /** @param {string} label @param {Team["spread"]} spread @param {number} members @param {number | null} cost @param {boolean} mine */
    const row = (label, spread, members, cost, mine) => html`<tr class=${mine ? "mine" : ""}><th scope="row">${label}</th>
      <td class="number">${members}</td>
      <td class="number">${team.relative ? say.percent(team.spread.value > 0 ? spread.value / team.spread.value : null) : between(say, spread)}${bar(spread.value, most)}</td>
      ${costs ? html`<td class="number">${cost === null ? UNKNOWN : say.number(cost)}</td>` : nothing}</tr>`;
    return html`<div class="block">
      <h3 id="alternatives">${this.t("alternatives-title")}</h3>
      <div class="wide" tabindex="0" role="region" aria-labelledby="alternatives"><table>
        <caption class="visually-hidden">${this.t("alternatives-title")}</caption>
        <thead><tr><th scope="col">${this.t("alternatives-choice")}</th><th scope="col" class="number">${this.t("alternatives-members")}</th>
          <th scope="col" class="number">${this.t(team.relative ? "alternatives-share" : "alternatives-people")}</th>${costs ? html`<th scope="col" class="number">${this.t("field-cost")}</th>` : nothing}</tr></thead>
        <tbody>${row(this.t("alternative-team"), team.spread, team.members.length, team.cost, true)}
          ${team.alternatives.map(({ name, spread, members, cost }) => row(this.t(`alternative-${name}`), spread, members.length, cost, false))}</tbody>
      </table></div>
      ${team.costPerAdditional === null ? nothing : html`<p>${this.t("team-cost-additional", { cost: say.number(team.costPerAdditional, team.costPerAdditional < 100 ? 2 : 0) })}</p>`}
    </div>`;
  }

  /** @param {Team} team */
  #communities(team) {
    const { say } = this.desk;
    const known = team.communities.filter(({ community }) => community !== null);
    const out = known.filter(({ members, reached }) => members === 0 && reached < 0.5);
    const largest = Math.max(1, ...known.map(({ size }) => size));
    /** @param {Team["communities"][number]} of */
    const row = ({ community, size, members, reached }) => html`<tr><th scope="row">${this.#circle(community ?? 0)}</th>
      <td class="number">${say.number(size)}</td><td class="number">${members}</td>
      <td class="number">${team.relative ? say.percent(team.spread.value > 0 ? reached / team.spread.value : null) : inColumn(say, reached, known[0]?.size ?? 0)}${bar(reached, size, size / largest)}</td></tr>`;
    if (known.length === 0) return nothing;
    const table = (/** @type {Team["communities"]} */ rows) => html`<table>
      <caption class="visually-hidden">${this.t("reached-title")}</caption>
      <thead><tr><th scope="col">${this.t("reached-community")}</th><th scope="col" class="number">${this.t("reached-size")}</th>
        <th scope="col" class="number">${this.t("reached-members")}</th><th scope="col" class="number">${this.t(team.relative ? "reached-share" : "reached-people")}</th></tr></thead>
      <tbody>${rows.map(row)}</tbody></table>`;
    return html`<div class="block">
      <h3 id="reached">${this.t("reached-title")}</h3>
      <p>${out.length === 0 ? this.t("reached-all", { count: known.length }) : this.t("reached-out", { count: out.length, all: known.length, names: say.list(out.slice(0, 4).map(({ community }) => this.#circle(community ?? 0))) })}</p>
      <div class="wide" tabindex="0" role="region" aria-labelledby="reached">${table(known.slice(0, CIRCLES))}</div>
      ${known.length > CIRCLES ? html`<details><summary>${this.t("reached-more", { count: known.length - CIRCLES })}</summary>
        <div class="wide" tabindex="0" role="region" aria-labelledby="reached">${table(known.slice(CIRCLES))}</div></details>` : nothing}
    </div>`;
  }

  /** @param {Team} team */
  #method(team) {
    const { say } = this.desk;
    const { from, trials, successes, arcs, onSubject } = team.probabilities;
    return html`<details class="method"><summary>${this.t("team-method")}</summary><ul>
      <li>${this.t(`model-help-${team.model}`)}${team.hops === null ? nothing : ` ${this.t("method-hops", { hops: team.hops })}`}</li>
      <li>${this.t(`method-${from}`, { trials: say.number(trials), successes: say.number(successes), arcs: say.number(arcs) })}${from === "learned" ? ` ${this.t("method-messages", { messages: team.messages })}` : nothing}${onSubject ? ` ${this.t("method-subject")}` : nothing}</li>
      <li>${team.relative ? this.t("method-relative") : this.t("method-reachable", { people: about(say, team.reachable), share: say.percent(team.reachable > 0 ? team.spread.value / team.reachable : null) })}</li>
      <li>${this.t("method-sets", { sets: say.number(team.sets), seed: String(team.seed) })}</li>
      <li>${this.t("method-caution")}</li></ul></details>`;
  }

  /** @param {number} community */
  #circle(community) {
    return communityName(this.desk.say, this.desk.state.communities, community);
  }
}

/**
 * A bar that says again what stands in the cell.
 * @param {number} value
 * @param {number} most
 * @param {number} [width] share of the room
 */
function bar(value, most, width = 1) {
  const share = most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${svg`<rect class="track" width=${100 * width} height="4"></rect><rect class="fill" width=${100 * width * share} height="4"></rect>`}</svg>`;
}

customElements.define("sil-team-result", TeamResult);
