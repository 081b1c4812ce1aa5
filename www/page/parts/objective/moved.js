/** @import { Translator } from "../../../shared/translate.js" */
import { html } from "lit";

/**
 * Places gained or lost since the order before: an arrow for the eye, words for the ear.
 * @param {Translator} say
 * @param {{ before: number | null, moved: number | null }} of
 */
export function movedMark(say, { before, moved }) {
  if (before === null || moved === null) return html`<span class="new">${say.t("moved-new")}</span>`;
  if (moved === 0) return html`<span class="same"><span aria-hidden="true">=</span><span class="visually-hidden">${say.t("moved-same")}</span></span>`;
  const up = moved > 0;
  const places = Math.abs(moved);
  return html`<span class=${up ? "up" : "down"}><span aria-hidden="true">${up ? "▲" : "▼"} ${say.number(places)}</span><span class="visually-hidden">${say.t(up ? "moved-up" : "moved-down", { places })}</span></span>`;
}
