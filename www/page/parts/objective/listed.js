/** @import { Desk } from "../../state/desk.js" */
import { html, nothing } from "lit";

/**
 * How many of the names of a list the data hold, and which they do not.
 * @param {Desk} desk
 * @param {"employees" | "customers" | "audience"} name
 */
export function listedFound({ say, state: { summary, stale } }, name) {
  const list = summary?.listed[name];
  if (!list || list.given === 0 || stale) return nothing;
  const { given, found, missing } = list;
  return html`<p class="help found" role="status">${say.t("listed-found", { found, given })}${missing.length > 0
    ? html` ${say.t("listed-missing")} <bdi>${missing.join(", ")}</bdi>${given - found > missing.length ? "…" : ""}` : nothing}</p>`;
}
