/**
 * @import { Overview } from "../../../shared/engine.d.ts"
 * @import { Translator } from "../../../shared/translate.js"
 * @import { Figure } from "./figure.js"
 */
import { periodName, periodShort } from "./words.js";

/** What a period that the data do not cover whole keeps of its colour. */
const PALE = 0.45;
/** Whole periods from which one of them can be called usual. */
const FEW = 4;

/**
 * What stands out in the activity through time; null where nothing can be told to.
 * @param {Translator} say
 * @param {Overview["activity"]} activity
 */
export function trendText(say, { trend, unit, periods }) {
  if (!trend) return null;
  const times = Math.round(10 * (trend.kind === "falling" ? 1 / trend.ratio : trend.ratio)) / 10;
  const values = { ratio: say.number(times, Number.isInteger(times) ? 0 : 1), of: trend.of };
  const period = trend.at === null ? undefined : periods[trend.at];
  if (trend.kind === "peak" && period) return say.t(`activity-peak-${unit ?? "day"}`, { ...values, date: periodName(say, unit === "week" ? "day" : unit, period.from) });
  return say.t(`activity-${trend.kind}`, values);
}

/**
 * A usual period and the busiest one; null where there are too few to speak of a usual one.
 * @param {Translator} say
 * @param {Overview["activity"]} activity
 * @param {"posts" | "interactions" | "accounts"} kind
 */
function usualText(say, { periods, unit }, kind) {
  const complete = periods.filter((period) => period.complete).sort((a, b) => b[kind] - a[kind]);
  const [busiest] = complete;
  if (complete.length < FEW || !busiest) return null;
  const [low, high] = [complete[Math.floor(complete.length / 2)], complete[Math.ceil(complete.length / 2) - 1]];
  const usual = ((low?.[kind] ?? 0) + (high?.[kind] ?? 0)) / 2;
  const period = periodName(say, unit, busiest.from);
  return say.t(`activity-usual-${kind}`, {
    usual: Math.round(usual), unit: unit ?? "day", most: busiest[kind],
    // "Week of" begins with a capital, a name of a month keeps its own.
    period: unit === "week" ? period.charAt(0).toLocaleLowerCase(say.lang) + period.slice(1) : period,
  });
}

/**
 * Posts, interactions and people, period by period; null where there is no date.
 * @param {Translator} say
 * @param {Overview["activity"]} activity
 * @returns {Figure | null}
 */
export function activityFigure(say, activity) {
  const { periods, unit } = activity;
  if (activity.reason || periods.length === 0) return null;
  const kinds = /** @type {const} */ (["posts", "interactions", "accounts"]);
  const shown = kinds.filter((kind) => periods.some((period) => period[kind] > 0));
  const main = shown[0] ?? "posts";
  const counts = periods.map((period) => period[main]);
  return {
    heading: usualText(say, activity, main) ?? say.t(`activity-plain-${unit ?? "day"}`),
    summary: say.t("activity-summary", {
      kind: say.t(`activity-${main}`), unit: unit ?? "day", least: Math.min(...counts), most: Math.max(...counts), periods: periods.length,
    }),
    height: 280,
    option: () => ({
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (/** @type {number} */ value) => say.number(value) },
      legend: { data: shown.map((kind, at) => ({ name: say.t(`activity-${kind}`), ...(at === 0 ? { icon: "roundRect" } : {}) })) },
      grid: { left: 4, right: 8, top: 40, bottom: 4, outerBoundsMode: "same" },
      xAxis: { type: "category", data: periods.map(({ from }) => periodShort(say, unit, from)) },
      yAxis: { type: "value", minInterval: 1, splitNumber: 4, axisLabel: { formatter: (/** @type {number} */ value) => say.number(value) } },
      series: shown.map((kind, at) => ({
        name: say.t(`activity-${kind}`),
        type: at === 0 ? "bar" : "line",
        ...(at === 2 ? { lineStyle: { type: "dashed" } } : {}),
        // A line through one period would not be seen.
        ...(at > 0 && periods.length < 2 ? { symbol: "circle", symbolSize: 9 } : {}),
        data: periods.map((period) => (at > 0 || period.complete ? period[kind] : { value: period[kind], itemStyle: { opacity: PALE } })),
      })),
    }),
    table: {
      caption: say.t("activity-table"),
      head: [say.t(`unit-name-${unit ?? "day"}`), ...kinds.map((kind) => say.t(`activity-${kind}`))],
      rows: periods.map((period) => [
        period.complete ? periodName(say, unit, period.from) : say.t("activity-partial", { period: periodName(say, unit, period.from) }),
        ...kinds.map((kind) => period[kind]),
      ]),
    },
  };
}
