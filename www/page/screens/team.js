import { html, nothing } from "lit";
import screen from "../../styles/screen.css?inline";
import css from "../../styles/team.css?inline";
import { NOBODY } from "../../shared/settings.js";
import { Part, styles } from "../part.js";
import { Cast } from "../state/cast.js";
import { STAGES, shortlist } from "../state/plan.js";
import { Teamwork } from "../state/teamwork.js";
import "../parts/dossier.js";
import "../parts/team/choice.js";
import "../parts/team/shortlist.js";
import "../parts/team/whatif.js";
import { teamFinding } from "../../shared/team-words.js";

/** Whom to recruit together, how far that is with each of them, and what would happen. */
export class TeamScreen extends Part {
  /** @override */ static styles = styles(screen + css);

  constructor() {
    super();
    /** @type {Cast | null} */
    this.cast = null;
    /** @type {Teamwork | null} */
    this.teamwork = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.desk || (this.cast && this.cast.desk === this.desk)) return;
    const tell = () => this.desk.dispatchEvent(new Event("change"));
    this.cast = new Cast(this.desk, tell);
    this.teamwork = new Teamwork(this.desk, this.cast, tell);
  }

  /** @override */
  updated() {
    if (this.cast?.wanting && !this.hidden) void this.cast.refresh();
  }

  /** @override */
  render() {
    const { summary, dossier } = this.desk.state;
    const { cast, teamwork } = this;
    if (!summary) return html`<p class="empty">${this.t("ranking-empty")}</p>`;
    return html`
      ${this.#words()}
      <div class=${dossier ? "split open" : "split"}>
        <div class="parts">
          <sil-team-choice .desk=${this.desk} .teamwork=${teamwork}></sil-team-choice>
          <sil-shortlist .desk=${this.desk} .cast=${cast}></sil-shortlist>
          <sil-whatif .desk=${this.desk} .teamwork=${teamwork}></sil-whatif>
        </div>
        ${dossier && !this.hidden ? html`<sil-dossier .desk=${this.desk} @sil-close=${() => this.desk.dossiers.close()}></sil-dossier>` : nothing}
      </div>`;
  }

  #words() {
    const { say, state } = this.desk;
    const accounts = state.summary?.accounts ?? 0;
    const { teamwork } = this;
    const found = teamwork?.team && teamwork.current ? teamFinding(say, teamwork.team, {
      accounts, target: teamwork.form?.audience === "target" && JSON.stringify(state.settings.audience) !== JSON.stringify(NOBODY),
    }) : this.#listFinding();
    return html`<section class="words" aria-labelledby="team-finding">
      <p class="over-title">${this.t("among", { accounts })}</p>
      <h1 id="team-finding">${found.first}</h1>
      ${found.others.length > 0 ? html`<p class="lead">${found.others.join(" ")}</p>` : nothing}
    </section>`;
  }

  /** What the shortlist says before a team was chosen. @returns {{ first: string, others: string[] }} */
  #listFinding() {
    const { state, say } = this.desk;
    const listed = shortlist(state.plan);
    if (listed.length === 0) return { first: this.t("team-start"), others: [this.t("team-start-how")] };
    const circles = new Set(listed.map((person) => this.cast?.of(person).community ?? null).filter((community) => community !== null));
    const begun = STAGES.slice(1).flatMap((stage) => {
      const count = listed.filter((person) => person.stage === stage).length;
      return count > 0 ? [this.t(`stage-count-${stage}`, { count })] : [];
    });
    const all = state.summary?.communities?.count ?? 0;
    return {
      first: circles.size > 0 && all > 0 ? this.t("list-finding", { count: listed.length, circles: circles.size, all }) : this.t("list-finding-plain", { count: listed.length }),
      others: [begun.length > 0 ? this.t("list-stages", { stages: say.list(begun) }) : this.t("list-unbegun")],
    };
  }
}

customElements.define("sil-team", TeamScreen);
