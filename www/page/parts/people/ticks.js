/**
 * The column of the ranking in which people are ticked.
 *
 * @import { RankingRow } from "../../../shared/engine.d.ts"
 * @import { Desk } from "../../state/desk.js"
 */
import { html } from "lit";

/** @param {Desk} desk */
export function tickHead(desk) {
  return html`<th scope="col" role="columnheader" class="tick"><span class="visually-hidden">${desk.say.t("column-tick")}</span></th>`;
}

/**
 * @param {Desk} desk
 * @param {RankingRow | undefined} row
 */
export function tickCell(desk, row) {
  if (!row) return html`<td role="cell" class="tick"></td>`;
  return html`<td role="cell" class="tick"><label><input type="checkbox" aria-label=${desk.say.t("tick-one", { handle: row.handle })}
    .checked=${desk.people.ticked.has(row.index)} @change=${() => desk.people.tick(row.index, row.handle)}></label></td>`;
}
