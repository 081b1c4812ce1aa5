/**
 * A team on the command line: as a table in words, or as CSV.
 *
 * @import { Summary, Team, TeamMember } from "../shared/engine.d.ts"
 * @import { Translator } from "../shared/translate.js"
 * @import { Asked } from "./cli-arguments.js"
 * @import { Study } from "./study.js"
 */
import { about, between, notes, teamFinding } from "../shared/team-words.js";
import { UNKNOWN, plain } from "../shared/translate.js";
import { columns } from "./cli-text.js";

/**
 * Chooses the team that was asked for.
 * @param {Study} study analysed
 * @param {Asked} asked
 * @param {AbortSignal} signal
 * @returns {Promise<Team>}
 */
export async function chosenTeam(study, asked, signal) {
  const indices = async (/** @type {string[]} */ handles) => {
    const found = [];
    for (const handle of handles) found.push((await study.account(handle)).index);
    return found;
  };
  const { mustHave, exclude, competitors } = asked.named;
  return study.team({
    ...asked.team, mustHave: await indices(mustHave), exclude: await indices(exclude), competitors: await indices(competitors),
  }, { signal });
}

/** Cells that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The members as CSV, in the dialect of the language; for programs, whose names of columns never change.
 * @param {Team} team
 * @param {"fr" | "en"} dialect
 */
export function teamCsv(team, dialect) {
  const [separator, mark] = dialect === "fr" ? [";", ","] : [",", "."];
  const cell = (/** @type {string | number | null} */ value) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", mark);
    const guarded = FORMULA.test(value) ? `'${value}` : value;
    return /["\r\n;,]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  const head = ["place", "handle", "name", "rank", "community", "cost", "cost_from", "gain", "alone", "unique", "why"];
  const row = (/** @type {TeamMember} */ m, /** @type {number} */ i) => [i + 1, m.handle, m.name, m.rank, m.community, m.cost, m.costFrom, m.gain, m.alone,
    m.unique, m.why];
  const lines = [head, ...team.members.map(row)].map((cells) => cells.map(cell).join(separator));
  return `${lines.join("\r\n")}\r\n`;
}

/**
 * The team in words.
 * @param {Translator} say
 * @param {Team} team
 * @param {Summary} summary
 */
export function teamText(say, team, summary) {
  const { first, others } = teamFinding(say, team, { accounts: summary.accounts, target: false });
  const lines = [first, ...others];
  if (team.members.length > 0) lines.push("", ...results(say, team));
  const known = new Set(lines);
  const more = notes(say, team).filter((note) => !known.has(note));
  if (more.length > 0) lines.push("", ...more.map((note) => `- ${note}`));
  return `${lines.join("\n")}\n`;
}

/**
 * @param {Translator} say
 * @param {Team} team
 */
function results(say, team) {
  const whole = team.spread.value || 1;
  const people = (/** @type {number} */ value) => (team.relative ? say.percent(value / whole) : about(say, value));
  const priced = team.members.some((member) => member.cost !== null);
  const head = [say.t("members-place"), say.t("column-account"), say.t("column-rank"), say.t("members-gain"), say.t("members-alone"),
    say.t("members-unique"), ...(priced ? [say.t("column-cost")] : [])];
  const rows = team.members.map((member, i) => [
    say.number(i + 1), plain(member.handle), member.rank === null ? UNKNOWN : say.number(member.rank), people(member.gain), people(member.alone),
    people(member.unique), ...(priced ? [member.cost === null ? UNKNOWN : say.number(member.cost)] : []),
  ]);
  const others = team.alternatives.map(({ name, members, spread, cost }) => [
    "", say.t(`alternative-${name}`), say.number(members.length), team.relative ? say.percent(spread.value / whole) : between(say, spread),
    ...(priced ? [cost === null ? UNKNOWN : say.number(cost)] : []),
  ]);
  const lines = [columns([head, ...rows]), "", say.t(team.relative ? "members-note-relative" : "members-note"), "", say.t("alternatives-title"), columns([
    ["", say.t("alternatives-choice"), say.t("alternatives-members"), say.t("alternatives-people"), ...(priced ? [say.t("column-cost")] : [])],
    ["", say.t("alternative-team"), say.number(team.members.length), team.relative ? say.percent(1) : between(say, team.spread),
      ...(priced ? [team.cost === null ? UNKNOWN : say.number(team.cost)] : [])],
    ...others,
  ])];
  if (!team.relative && team.costPerAdditional !== null && team.costPerAdditional > 0) {
    lines.push("", say.t("team-cost-additional", { cost: say.number(team.costPerAdditional, 2) }));
  }
  return lines;
}
