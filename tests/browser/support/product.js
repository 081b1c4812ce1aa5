/**
 * What a person does with the page, by the names a person would read.
 * @import { Locator, Page } from "playwright-core"
 * @import { Lang } from "../../../www/shared/translate.js"
 * @import { Summary } from "../../../www/shared/engine.d.ts"
 */
import { words } from "./words.js";

/** How long an analysis may take on a busy machine. */
const LONG = 60_000;

export class Product {
  /**
   * @param {Page} page
   * @param {Lang} lang the language that the page is in
   */
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
  }

  /**
   * @param {string} id of a message
   * @param {Record<string, string | number>} [values]
   */
  t(id, values) {
    return words[this.lang].t(id, values);
  }

  /**
   * @param {string} id of the message that is its name
   * @param {Record<string, string | number>} [values]
   */
  button(id, values) {
    return this.page.getByRole("button", { name: this.t(id, values), exact: true });
  }

  /**
   * A field by its label, on the screen that is shown: the subject and the objective stand on more than one.
   * @param {string} id
   * @param {Record<string, string | number>} [values]
   */
  field(id, values) {
    return this.page.getByLabel(this.t(id, values), { exact: true }).and(this.page.locator("input, select, textarea")).locator("visible=true");
  }

  /**
   * A part of the screen Objective, unfolded.
   * @param {"brands" | "audience" | "known" | "time" | "costs"} name
   */
  async unfold(name) {
    await this.go("objective");
    const part = this.page.locator(`sil-objective details.${name}`);
    if (!(await part.evaluate((each) => /** @type {HTMLDetailsElement} */ (each).open))) await part.locator("summary").first().click();
    await part.locator(".inside").first().waitFor();
  }

  /** The sample data, from one click to the ranking. */
  async demo() {
    await this.button("try-demo").click();
    await this.ranked();
  }

  /** Waits for a ranking that is on screen. */
  async ranked() {
    await this.rows().first().waitFor({ timeout: LONG });
    await this.idle();
  }

  /** Waits until what comes after the ranking is known. */
  async deepened() {
    await this.page.waitForFunction(() => {
      const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return state.summary?.stability && !state.deepening;
    }, undefined, { timeout: LONG });
    await this.idle();
  }

  /** Waits until nothing is under way. */
  async idle() {
    await this.page.waitForFunction(() => {
      const desk = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return desk.state.engine !== "starting" && desk.state.work === null && desk.working === null && !desk.rows.loading;
    }, undefined, { timeout: LONG });
  }

  /**
   * Chooses files as the file dialog would.
   * @param {string | string[] | { name: string, mimeType: string, buffer: Buffer }[]} files
   */
  async choose(files) {
    await this.page.locator("sil-ground #files").setInputFiles(files);
  }

  /** @param {string | string[] | { name: string, mimeType: string, buffer: Buffer }[]} files */
  async readAndAnalyse(files) {
    await this.choose(files);
    await this.cards("read").first().waitFor({ timeout: LONG });
    await this.idle();
    await this.analyse();
  }

  async analyse() {
    await this.button("analyse").click();
    await this.ranked();
  }

  /** Switches the language of the page. @param {Lang} lang */
  async speak(lang) {
    await this.page.getByRole("group", { name: this.t("language-label") }).locator(`[lang=${lang}]`).click();
    this.lang = lang;
  }

  /** @param {import("../../../www/page/state/screens.js").Screen} screen */
  async go(screen) {
    await this.button(`screen-${screen}`).click();
  }

  /**
   * File cards in a state.
   * @param {"waiting" | "reading" | "read" | "failed" | "stopped"} status
   * @returns {Locator}
   */
  cards(status) {
    return this.page.locator(`sil-file-card article.${status}`);
  }

  /** Rows of the ranking that are in the document and filled. @returns {Locator} */
  rows() {
    return this.page.locator("sil-ranking tbody tr[role=row]:not(.pending)");
  }

  /**
   * The first rows as they are read.
   * @param {number} count
   */
  async top(count) {
    const rows = this.rows();
    await rows.nth(count - 1).waitFor();
    return rows.evaluateAll((all, wanted) => all.slice(0, wanted).map((row) => ({
      rank: row.querySelector(".rank .value")?.textContent ?? "",
      handle: row.querySelector(".handle")?.textContent ?? "",
      score: row.querySelector(".score .value")?.textContent ?? "",
    })), count);
  }

  /** Opens the dossier of a row. @param {number} at from 0 */
  async openRow(at) {
    await this.rows().nth(at).getByRole("rowheader").getByRole("button").click();
    await this.dossier().waitFor();
  }

  /** Puts rows on the shortlist. @param {number[]} rows from 0 */
  async pick(...rows) {
    for (const at of rows) {
      const star = this.rows().nth(at).locator(".pick button");
      await star.click();
      await star.and(this.page.locator("[aria-pressed=true]")).waitFor();
    }
  }

  dossier() {
    // More than one screen has it.
    return this.page.locator("sil-dossier aside:visible");
  }

  /** What the engine says of the result on screen. @returns {Promise<Summary>} */
  summary() {
    return this.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.summary);
  }

  /** SHA-256 of the result that the engine holds. @returns {Promise<string>} */
  hash() {
    return this.page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.study.hash());
  }

  /**
   * The file that a button saves.
   * @param {string} id
   * @returns {Promise<{ name: string, bytes: Buffer }>}
   */
  async download(id) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.button(id).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}
