/** The parts of ECharts that the page uses; a file of its own, so that it comes when the first chart is shown. */
import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** @typedef {ReturnType<typeof init>} Chart */

/**
 * A chart in a box, as SVG.
 * @param {HTMLElement} box
 * @param {object} theme
 * @param {{ width: number, height: number }} size
 * @returns {Chart}
 */
export function begin(box, theme, size) {
  withoutMarkup(box);
  const chart = init(box, theme, { renderer: "svg", ...size });
  const drawing = box.querySelector("svg");
  if (drawing) withoutMarkup(drawing);
  return chart;
}

/**
 * ECharts empties its elements by writing to `innerHTML`, which the page's policy forbids, whatever is written.
 * @param {Element} element
 */
function withoutMarkup(element) {
  Object.defineProperty(element, "innerHTML", { configurable: true, get: () => "", set: () => element.replaceChildren() });
}
