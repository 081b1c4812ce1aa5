/** @import { Told } from "../../../shared/engine.d.ts" */
/** @import { Translator } from "../../../shared/translate.js" */
import { UNKNOWN } from "../../../shared/translate.js";

/**
 * A period by its name.
 * @param {Translator} say
 * @param {"day" | "week" | "month" | "year" | null} unit
 * @param {number} from
 */
export function periodName(say, unit, from) {
  if (unit === "week") return say.t("period-week", { date: say.day(from) });
  if (unit === "month" || unit === "year") return dateOf(say, from, unit === "month" ? { month: "long", year: "numeric" } : { year: "numeric" });
  return say.day(from);
}

/**
 * The same, short, for an axis.
 * @param {Translator} say
 * @param {"day" | "week" | "month" | "year" | null} unit
 * @param {number} from
 */
export function periodShort(say, unit, from) {
  if (unit === "year") return dateOf(say, from, { year: "numeric" });
  return dateOf(say, from, unit === "month" ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" });
}

/** @param {Translator} say @param {number} time @param {Intl.DateTimeFormatOptions} options */
function dateOf(say, time, options) {
  return Math.abs(time) <= 8.64e15 ? new Intl.DateTimeFormat(say.lang, { ...options, timeZone: "UTC" }).format(time) : UNKNOWN;
}

/** "63 % (50 to 75 %)". @param {Translator} say @param {Told | null} told */
export function shareText(say, told) {
  return told ? say.t("share-between", { share: say.percent(told.value), low: say.percent(told.low), high: say.percent(told.high) }) : UNKNOWN;
}

/** The name of a language in the language of the page. @param {Translator} say @param {string} code */
export function languageName(say, code) {
  try {
    return new Intl.DisplayNames([say.lang], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
