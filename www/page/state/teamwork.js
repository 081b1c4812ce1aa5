/**
 * @import { Platform, SimulateOptions, Simulated, Team } from "../../shared/engine.d.ts"
 * @import { Cast } from "./cast.js"
 * @import { Desk } from "./desk.js"
 * @import { TeamForm } from "./plan.js"
 *
 * @typedef {Simulated["kind"]} Kind
 * @typedef {{ [K in Kind]?: { value: Extract<Simulated, { kind: K }>, analysis: number, options: SimulateOptions } }} Told
 */
import { teamOptions } from "./options.js";

/** The team that was chosen, and what was simulated with it. Numbers of accounts hold for one analysis. */
export class Teamwork {
  /**
   * @param {Desk} desk
   * @param {Cast} cast
   * @param {() => void} changed
   */
  constructor(desk, cast, changed) {
    this.desk = desk;
    this.cast = cast;
    this.changed = changed;
    /** @type {Team | null} */
    this.team = null;
    /** What the team was chosen with. @type {TeamForm | null} */
    this.form = null;
    this.analysis = -1;
    /** @type {Told} */
    this.told = {};
    /** Members as the plan knows people, by index. @type {Map<number, { handle: string, platform: Platform }>} */
    this.platforms = new Map();
  }

  /** Whether the team is of the result on screen. */
  get current() {
    return this.team !== null && this.analysis === this.desk.analysis.count;
  }

  /** Members whom a simulation starts from: the team, else the shortlist. @returns {number[]} */
  get starters() {
    if (this.team && this.current) return this.team.members.map(({ index }) => index);
    const { shortlist = [] } = teamOptions(this.desk.state.plan, (person) => this.cast.of(person));
    return shortlist;
  }

  /** Chooses a team with what the form and the people of the plan say. */
  async choose() {
    const { desk } = this;
    const form = desk.state.plan.team;
    desk.announce("announce-choosing");
    const team = await desk.analysis.other(async (study, work) => {
      await this.cast.refresh();
      const found = await study.team(teamOptions(desk.state.plan, (person) => this.cast.of(person)), work);
      const members = await Promise.all(found.members.map(({ index }) => study.account(index).catch(() => null)));
      this.platforms = new Map(members.flatMap((member) => (member ? [[member.index, member]] : [])));
      this.team = found;
      this.form = form;
      this.analysis = desk.analysis.count;
      this.told = {};
      return found;
    });
    if (!team) return;
    this.cast.remember(team.members);
    this.changed();
    desk.announce("announce-chosen", { members: team.members.length });
  }

  /** @param {SimulateOptions} options */
  async simulate(options) {
    const { desk } = this;
    const value = await desk.analysis.other((study, work) => study.simulate(options, work));
    if (!value) return;
    this.told = { ...this.told, [value.kind]: { value, analysis: desk.analysis.count, options } };
    this.changed();
    desk.announce("announce-simulated");
  }

  /**
   * What was simulated with the result on screen.
   * @template {Kind} K
   * @param {K} kind
   * @returns {Extract<Simulated, { kind: K }> | null}
   */
  simulated(kind) {
    const found = this.told[kind];
    return found && found.analysis === this.desk.analysis.count ? /** @type {any} */ (found.value) : null;
  }
}
