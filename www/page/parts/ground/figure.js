/**
 * @import { Option, Table } from "../chart.js"
 * @import { Look } from "../chart/look.js"
 * @import { Desk } from "../../state/desk.js"
 *
 * @typedef {object} Figure a chart, ready to be shown
 * @property {string} heading
 * @property {string} summary
 * @property {number} height
 * @property {(look: Look) => Option} option
 * @property {Table} table
 */
import { html } from "lit";

/** @param {Desk} desk @param {Figure} figure */
export function chart(desk, { heading, summary, height, option, table }) {
  return html`<sil-chart .desk=${desk} .heading=${heading} .summary=${summary} .height=${height} .option=${option} .table=${table}></sil-chart>`;
}
