/**
 * How charts look: the page's own colours, and the theme that ECharts draws with.
 *
 * @typedef {Record<typeof PROBES[number], string>} Look colours as ECharts reads them
 */
import { STYLES } from "../map/palette.js";

/** Colours read from elements that have them: custom properties alone are not resolved. */
export const PROBES = /** @type {const} */ (["ground", "raised", "ink", "quiet", "line", "edge", "track", "accent", "second", "third", "mark", "good", "bad"]);

/**
 * The colours of the moment, light, dark or forced.
 * @param {ParentNode} root holds one element of the class `probe` for each
 * @returns {Look}
 */
export function look(root) {
  return /** @type {Look} */ (Object.fromEntries(PROBES.map((name) => {
    const probe = root.querySelector(`.probe.${name}`);
    return [name, probe ? getComputedStyle(probe).color : "#000"];
  })));
}

/**
 * Colours that tell series or groups apart, as on the maps; for more of them, a chart is the wrong picture.
 * @param {boolean} dark
 */
export function groups(dark) {
  return STYLES.map((style) => (dark ? style.dark : style.light));
}

/**
 * The theme: quiet axes, no ornament.
 * @param {Look} of
 * @param {string} font
 */
export function theme(of, font) {
  const axis = {
    axisLine: { show: true, lineStyle: { color: of.edge } },
    axisTick: { show: false },
    axisLabel: { color: of.quiet, fontSize: 12, hideOverlap: true },
    nameTextStyle: { color: of.quiet, fontSize: 12 },
    splitLine: { show: false, lineStyle: { color: of.line } },
  };
  return {
    color: [of.accent, of.mark, of.second, of.third, of.quiet],
    backgroundColor: "transparent",
    textStyle: { fontFamily: font, color: of.ink, fontSize: 12 },
    grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: "same" },
    categoryAxis: axis,
    timeAxis: axis,
    valueAxis: { ...axis, axisLine: { show: false }, splitLine: { show: true, lineStyle: { color: of.line } } },
    legend: { textStyle: { color: of.ink }, inactiveColor: of.edge, itemWidth: 18, itemHeight: 10, itemGap: 18, top: 0, left: 0 },
    tooltip: {
      backgroundColor: of.raised, borderColor: of.edge, borderWidth: 1, textStyle: { color: of.ink, fontSize: 13 },
      axisPointer: { lineStyle: { color: of.edge }, crossStyle: { color: of.edge }, shadowStyle: { color: of.track, opacity: 0.5 } },
    },
    line: { symbol: "none", lineStyle: { width: 2 } },
    bar: { barMaxWidth: 26 },
    scatter: { symbolSize: 9 },
  };
}
