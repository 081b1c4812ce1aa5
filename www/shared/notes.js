/**
 * What a file says of itself: sources, dates, method, purpose. The report and the second sheet of a workbook say the same.
 *
 * @import { Receipt, Settings, Summary } from "./engine.d.ts"
 * @import { Translator } from "./translate.js"
 *
 * @typedef {object} Source a file that the report is made of
 * @property {string} name
 * @property {string} format
 * @property {string} holds
 * @property {string} rows
 * @property {string} fingerprint
 *
 * @typedef {object} Basis what it rests on
 * @property {Translator} say
 * @property {number} now
 * @property {string} purpose
 * @property {boolean} named whether people have their names
 * @property {Summary} summary
 * @property {Settings} settings
 * @property {string} hash of the result
 * @property {Source[]} sources
 */
import { contentText, formatText, halfLifeText, periodText } from "./phrases.js";
import { PILLARS } from "./settings.js";

/**
 * A file as a source. Where people have no names its own is left out: the name of an archive is often that of its owner.
 * @param {Translator} say
 * @param {Receipt} receipt
 * @param {number} at from 0
 * @param {boolean} named
 * @returns {Source}
 */
export function sourceOf(say, receipt, at, named) {
  const { name, format, seen, kept, dropped, fingerprint } = receipt;
  return {
    name: named ? name : say.t("report-file", { number: at + 1 }), format: formatText(say, format), holds: contentText(say, receipt),
    rows: say.t("report-rows", { seen, kept, dropped }), fingerprint,
  };
}

/**
 * What the report says of itself: sources, dates, method, purpose. The workbook's second sheet says the same.
 * @param {Basis} of
 * @returns {[string, string][]}
 */
export function notes({ say, now, purpose, summary, settings, hash, sources, named }) {
  const weights = say.list(PILLARS.map((pillar) => `${say.t(`pillar-${pillar}`)} ${say.percent(summary.weights[pillar])}`));
  const out = summary.optOut;
  const period = periodText(say, summary.firstTime, summary.lastTime);
  /** @type {[string, string][]} */
  const lines = [
    [say.t("report-made"), say.moment(now)],
    ...(purpose ? [/** @type {[string, string]} */ ([say.t("out-purpose"), purpose])] : []),
    [say.t("report-data"), `${say.t("report-counts", { accounts: summary.accounts, posts: summary.posts, ties: Object.values(summary.ties).reduce((sum, count) => sum + count, 0) })}${period ? `, ${period}` : ""}`],
    [say.t("objective-label"), `${say.t(`objective-${settings.objective}`)} (${weights})`],
    [say.t("report-brief"), settings.brief || say.t("report-none")],
    [say.t("report-window"), settings.window.from === null && settings.window.to === null ? say.t("report-window-all")
      : `${say.date(settings.window.from)} – ${say.date(settings.window.to)}`],
    [say.t("report-method"), `${summary.methodVersion}. ${halfLifeText(say, summary.halfLife)}`],
    [say.t("report-hash"), hash],
    ...sources.map(({ name, format, holds, rows, fingerprint }) => /** @type {[string, string]} */ ([name, [format, holds, rows, say.t("report-fingerprint", { fingerprint })].filter(Boolean).join(" · ")])),
    ...(out ? [/** @type {[string, string]} */ ([say.t("report-left-out"), leftOut(say, out)])] : []),
    ...(named ? [] : [/** @type {[string, string]} */ ([say.t("report-names"), say.t("report-pseudonyms")])]),
  ];
  return lines;
}

/**
 * @param {Translator} say
 * @param {NonNullable<Summary["optOut"]>} out
 */
export function leftOut(say, { asked, found, accounts, posts, ties, covered }) {
  return `${say.t("opt-out-found", { asked, found })} ${accounts > 0 ? say.t("opt-out-gone", { accounts, posts, ties, covered }) : ""}`.trim();
}
