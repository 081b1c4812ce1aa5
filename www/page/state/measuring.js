/**
 * @import { BackTest, WindowComparison } from "../../shared/engine.d.ts"
 * @import { Desk } from "./desk.js"
 *
 * @typedef {{ from: number, to: number }} Span milliseconds; `to` left out
 * @typedef {{ before: Span, after: Span }} Windows
 */

const DAY = 86_400_000;

/** The back-test and the comparison of windows of the present result. */
export class Measuring {
  /**
   * @param {Desk} desk
   * @param {() => void} changed
   */
  constructor(desk, changed) {
    this.desk = desk;
    this.changed = changed;
    /** @type {{ value: BackTest, analysis: number } | null} */
    this.test = null;
    /** @type {{ value: WindowComparison, analysis: number } | null} */
    this.compared = null;
    /** The windows that were chosen; null: the usual ones. @type {Windows | null} */
    this.chosen = null;
  }

  /** The back-test of the result on screen. */
  get tested() {
    return this.test && this.test.analysis === this.desk.analysis.count ? this.test.value : null;
  }

  /** The comparison of the result on screen. */
  get comparison() {
    return this.compared && this.compared.analysis === this.desk.analysis.count ? this.compared.value : null;
  }

  /** The windows that are compared: those chosen, else the usual ones. */
  get windows() {
    return this.chosen ?? this.usual;
  }

  /**
   * The window of the settings against as long before it; without one, the first half against the second.
   * @returns {Windows | null}
   */
  get usual() {
    const { summary, settings } = this.desk.state;
    const first = summary?.firstTime ?? null;
    const last = summary?.lastTime ?? null;
    if (first === null || last === null || last <= first) return null;
    return settings.window.from === null ? halves(first, last) : against(settings.window.from, settings.window.to ?? last + 1);
  }

  /** @param {Windows | null} windows */
  choose(windows) {
    this.chosen = windows;
    this.changed();
  }

  async backTest() {
    const { desk } = this;
    desk.announce("announce-testing");
    const value = await desk.analysis.other((study, work) => study.backTest({}, work));
    if (!value) return;
    this.test = { value, analysis: desk.analysis.count };
    this.changed();
    desk.announce("announce-tested");
  }

  async compare() {
    const { desk, windows } = this;
    if (!windows) return;
    desk.announce("announce-comparing");
    const value = await desk.analysis.other((study, work) => study.compareWindows(windows, work));
    if (!value) return;
    this.compared = { value, analysis: desk.analysis.count };
    this.changed();
    desk.announce("announce-compared");
  }
}

/**
 * Two halves of a span, cut at the beginning of a day where it has some of them.
 * @param {number} first
 * @param {number} last the last moment itself
 * @returns {Windows}
 */
export function halves(first, last) {
  const long = last - first >= 6 * DAY;
  const start = long ? Math.floor(first / DAY) * DAY : minute(first);
  const end = long ? (Math.floor(last / DAY) + 1) * DAY : minute(last) + 60_000;
  const middle = long ? start + Math.round((end - start) / 2 / DAY) * DAY : minute((start + end) / 2);
  return { before: { from: start, to: middle }, after: { from: middle, to: end } };
}

/**
 * A window against as long before it.
 * @param {number} from
 * @param {number} to
 * @returns {Windows}
 */
export function against(from, to) {
  return { before: { from: from - (to - from), to: from }, after: { from, to } };
}

/** The beginning of a minute: what a field can hold. @param {number} time */
const minute = (time) => Math.floor(time / 60_000) * 60_000;

/**
 * A moment as a field for dates and times holds it, UTC.
 * @param {number} time
 */
export const written = (time) => (Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 16) : "");

/**
 * What a field holds as a moment; null where it holds none.
 * @param {string} text
 */
export function read(text) {
  const time = Date.parse(`${text}Z`);
  return text && Number.isFinite(time) ? time : null;
}
