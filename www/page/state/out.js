/**
 * Everything that leaves the study as a file: asked for in one place, written with the same choices.
 *
 * @import { Dossier, RankingQuery } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 * @import { Desk } from "./desk.js"
 * @import { Member, Report, Shown } from "./report.js"
 *
 * @typedef {"csv" | "xlsx" | "json" | "gexf" | "graphml"} Kind
 *
 * @typedef {object} Choice
 * @property {"all" | "shown"} who everybody who is ranked, or those that the table shows
 * @property {number | null} minFollowers
 * @property {boolean} named whether people keep their names
 * @property {"fr" | "en" | "machine"} dialect whom tables are written for
 * @property {number} top people of the report
 * @property {string} purpose what the report is for
 */
import { SillageError } from "../../shared/errors.js";
import { notes, sourceOf } from "../../shared/notes.js";
import { csvHeaders, findings } from "../../shared/phrases.js";
import { communityName } from "./circles.js";
import { placesOf } from "./drawn.js";
import { queryOf } from "./inforce.js";
import { keyOf, shortlist } from "./plan.js";
import { pseudonyms } from "./pseudonyms.js";
import { reportHtml } from "./report.js";
import { inPieces, save } from "./save.js";

/** Communities, people at the centre of one, and its words. */
const [CIRCLES, CENTRAL, INTERESTS] = [12, 5, 6];
const TYPES = {
  csv: "text/csv;charset=utf-8", json: "application/json", gexf: "application/xml", graphml: "application/xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What is written to files, at the user's word. */
export class Out {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /**
   * The ranking or the network as a file.
   * @param {Kind} kind
   * @param {Choice} choice
   */
  save(kind, choice) {
    return this.#try(async (study) => {
      const { say } = this.desk;
      const network = kind === "gexf" || kind === "graphml";
      const places = network ? this.places : null;
      const options = {
        ...(places ? { places } : {}),
        query: this.#query(choice, network), ...this.#pseudonyms(choice),
        ...(kind === "csv" ? this.#table(choice) : {}),
        ...(kind === "xlsx" ? {
          headers: csvHeaders(say), sheets: { ranking: say.t("sheet-ranking"), notes: say.t("sheet-notes") },
          notes: notes(await this.#basis(study, choice)),
        } : {}),
      };
      const bytes = await study.export(kind, options);
      this.#hand(await inPieces(bytes, TYPES[kind]), say.t(network ? "file-network" : "file-ranking"), kind, choice);
    });
  }

  /** Where accounts stand on the map of this result; null where it was not drawn. */
  get places() {
    const { study, state } = this.desk;
    return study ? placesOf(study, state.communities) : null;
  }

  /** Who is behind the pseudonyms. @param {Choice} choice */
  saveKey(choice) {
    return this.#try(async (study) => {
      const { say } = this.desk;
      const headers = Object.fromEntries(["pseudonym", "handle", "name", "platform", "id"].map((code) => [code, say.t(`key-${code}`)]));
      const bytes = await study.export("key", { pseudonyms: say.t("pseudonym-word"), dialect: choice.dialect === "fr" ? "fr" : "en", headers });
      this.#hand(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: TYPES.csv }), say.t("file-key"), "csv", { ...choice, named: true });
    });
  }

  /** The report as one HTML file. @param {Choice} choice */
  saveReport(choice) {
    return this.#try(async (study) => {
      const report = await this.#report(study, choice);
      this.#hand(new Blob([reportHtml(report)], { type: "text/html;charset=utf-8" }), this.desk.say.t("file-report"), "html", choice);
    });
  }

  /**
   * The report, to be shown; null where it cannot be.
   * @param {Choice} choice
   * @returns {Promise<Report | null>}
   */
  async report(choice) {
    /** @type {Report | null} */
    let report = null;
    await this.#try(async (study) => {
      report = await this.#report(study, choice);
    });
    return report;
  }

  /** @param {Choice} choice @returns {Record<string, unknown>} */
  #table({ dialect }) {
    return dialect === "machine" ? { raw: true } : { dialect, headers: csvHeaders(this.desk.say) };
  }

  /** @param {Choice} choice */
  #pseudonyms({ named }) {
    return named ? {} : { pseudonyms: this.desk.say.t("pseudonym-word") };
  }

  /**
   * @param {Choice} choice
   * @param {boolean} network it holds those listed apart as well
   * @returns {RankingQuery}
   */
  #query({ who, minFollowers }, network) {
    /** @type {RankingQuery} */
    const query = who === "shown" ? queryOf(this.desk.state.view) : { enough: network ? null : true };
    if (minFollowers === null) return query;
    const before = query.min?.followers ?? 0;
    return { ...query, min: { ...query.min, followers: Math.max(before, minFollowers) } };
  }

  /**
   * @param {Study} study
   * @param {Choice} choice
   */
  async #basis(study, { purpose, named }) {
    const { settings, summary, cards } = this.desk.state;
    if (!summary) throw new SillageError("analysis.missing");
    const { say } = this.desk;
    const sources = cards.flatMap(({ receipt }, at) => (receipt ? [sourceOf(say, receipt, at, named)] : []));
    return { say, now: Date.now(), purpose: purpose.trim(), named, summary, settings, hash: await study.hash(), sources };
  }

  /**
   * @param {Study} study
   * @param {Choice} choice
   * @returns {Promise<Report>}
   */
  async #report(study, choice) {
    const basis = await this.#basis(study, choice);
    const { say, state } = this.desk;
    const names = choice.named ? null : await this.#named(study);
    /** @param {number} index @param {string} handle */
    const call = (index, handle) => names?.get(index) ?? (names ? "" : handle);
    const { rows } = await study.ranking({ ...this.#query(choice, false), from: 0, to: choice.top });
    /** @type {Shown[]} */
    const people = [];
    for (const { index } of rows) {
      const dossier = await study.account(index);
      people.push({ who: call(index, dossier.handle), name: names ? null : dossier.name, dossier });
    }
    const circles = state.communities.filter(({ size }) => size > 2).slice(0, CIRCLES).map((row) => ({
      name: names ? say.t("circle-unnamed", { number: row.number + 1 }) : communityName(say, state.communities, row.number),
      size: row.size,
      central: row.central.slice(0, CENTRAL).map(({ index, handle }) => call(index, handle)),
      // Words may be somebody's name.
      interests: names ? [] : row.interests.slice(0, INTERESTS).map(({ text }) => text),
    }));
    const told = names
      ? findings(say, { ...basis.summary, findings: await this.#renamed(study, basis.summary.findings, names) }) : findings(say, basis.summary);
    return { ...basis, findings: told, people, circles, team: await this.#team(study, names) };
  }

  /**
   * Findings that name people by pseudonym.
   * @param {Study} study
   * @param {{ code: string, params: Record<string, string | number> }[]} of
   * @param {Map<number, string>} names
   */
  async #renamed(study, of, names) {
    return Promise.all(of.map(async ({ code, params }) => {
      const { handle } = params;
      if (typeof handle !== "string") return { code, params };
      const found = await study.account(handle).catch(() => null);
      return { code, params: { ...params, handle: (found && names.get(found.index)) ?? "" } };
    }));
  }

  /** Pseudonyms by index. @param {Study} study */
  #named(study) {
    return pseudonyms(study, this.desk.say.t("pseudonym-word"), this.desk.state.summary?.accounts ?? 0);
  }

  /**
   * The shortlist with what the result says of its people.
   * @param {Study} study
   * @param {Map<number, string> | null} names
   * @returns {Promise<Member[]>}
   */
  async #team(study, names) {
    const { say, state } = this.desk;
    /** @type {Member[]} */
    const members = [];
    for (const { handle, platform, stage, cost } of shortlist(state.plan)) {
      /** @type {Dossier | null} */
      const found = await study.account(handle).catch(() => null);
      const here = found && keyOf(found) === keyOf({ handle, platform }) ? found : null;
      // Who is not in these files has no number.
      if (names && !here) continue;
      members.push({
        name: names && here ? names.get(here.index) ?? "" : handle, platform: say.t(`platform-${platform}`), rank: here?.rank ?? null, score: here?.score ?? null,
        stage: say.t(`stage-${stage}`), cost,
      });
    }
    return members;
  }

  /**
   * @param {Blob} blob
   * @param {string} name
   * @param {string} ending
   * @param {Choice} choice
   */
  #hand(blob, name, ending, { named }) {
    save(blob, `sillage-${name}${named ? "" : `-${this.desk.say.t("file-pseudonyms")}`}.${ending}`, this.desk);
    this.desk.announce("announce-saved");
  }

  /** @param {(study: Study) => Promise<void>} what */
  async #try(what) {
    const { study } = this.desk;
    if (!study) return;
    try {
      await what(study);
    } catch (error) {
      this.desk.set({ error: SillageError.from(error) });
    }
  }
}
