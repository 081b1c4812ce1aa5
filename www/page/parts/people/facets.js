/**
 * What the ranking is narrowed down to, and which of its columns are shown.
 *
 * @import { ColumnName, SizeTier } from "../../../shared/engine.d.ts"
 * @import { Desk } from "../../state/desk.js"
 */
import { html, nothing } from "lit";
import { rowName } from "../../state/circles.js";
import { COLUMNS, EXTRA_COLUMNS, NO_FACETS, columnTitle, shownColumns } from "../../state/columns.js";
import { orderOf } from "../../state/inforce.js";
import { TIERS } from "../../state/plan.js";

/** How many facets are in use. @param {Desk} desk */
function used({ state: { view } }) {
  return [view.size, view.language, view.community, view.minPosts].filter((each) => each !== null).length;
}

/**
 * More ways to narrow the ranking down, folded.
 * @param {Desk} desk
 */
export function facets(desk) {
  const { say, state } = desk;
  const { view, summary, communities } = state;
  const count = used(desk);
  const names = new Intl.DisplayNames(say.lang, { type: "language", fallback: "code" });
  const named = communities.filter(({ size }) => size > 1);
  const text = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
  const whole = (/** @type {Event} */ event) => (text(event).trim() === "" ? null : Math.max(0, Math.floor(Number(text(event)) || 0)));
  return html`<details class="more"><summary>${say.t("facets-title")}${count > 0 ? html` <small>${say.t("campaign-used", { used: count })}</small>` : nothing}</summary>
    <div class="inside">
      <label>${say.t("facet-size")} <select @change=${(/** @type {Event} */ event) => desk.look({ size: /** @type {SizeTier} */ (text(event)) || null }, "size")}>
        <option value="" ?selected=${view.size === null}>${say.t("facet-any")}</option>
        ${TIERS.map((size) => html`<option value=${size} ?selected=${view.size === size}>${say.t(`facet-size-${size}`)}</option>`)}</select></label>
      ${named.length === 0 ? nothing : html`<label>${say.t("facet-community")} <select @change=${(/** @type {Event} */ event) => desk.look({ community: whole(event) }, "community")}>
        <option value="" ?selected=${view.community === null}>${say.t("facet-any-f")}</option>
        ${named.map(({ number, name, size }) => html`<option value=${String(number)} ?selected=${view.community === number}>${rowName(say, { number, name })} (${say.number(size)})</option>`)}</select></label>`}
      ${(summary?.languages.length ?? 0) === 0 ? nothing : html`<label>${say.t("facet-language")} <select @change=${(/** @type {Event} */ event) => desk.look({ language: text(event) || null }, "language")}>
        <option value="" ?selected=${view.language === null}>${say.t("facet-any-f")}</option>
        ${summary?.languages.map(({ code, accounts }) => html`<option value=${code} ?selected=${view.language === code}>${languageName(names, code)} (${say.number(accounts)})</option>`)}</select></label>`}
      <label>${say.t("facet-posts")} <input class="small" type="number" min="0" step="1" inputmode="numeric" .value=${view.minPosts === null ? "" : String(view.minPosts)}
        @change=${(/** @type {Event} */ event) => desk.look({ minPosts: whole(event) || null }, "posts")}></label>
      ${count === 0 ? nothing : html`<button type="button" class="link" @click=${() => desk.look(NO_FACETS, "facets-clear")}>${say.t("clear-filters")}</button>`}
    </div></details>`;
}

/**
 * Which columns are shown.
 * @param {Desk} desk
 */
export function columnChoice(desk) {
  const { say, state: { view } } = desk;
  const shown = shownColumns(view.columns, orderOf(desk.state).name);
  const box = (/** @type {ColumnName} */ name) => html`<label><input type="checkbox" .checked=${shown.includes(name)}
    @change=${() => desk.look({ columns: toggled(shown, name) }, `column ${name}`)}> ${columnTitle(say, name)}</label>`;
  return html`<details class="more"><summary>${say.t("shown-columns-title")}</summary>
    <div class="inside boxes" role="group" aria-label=${say.t("shown-columns-title")}>
      ${COLUMNS.map(box)}${EXTRA_COLUMNS.map(box)}
      <p class="note">${say.t("shown-columns-note")}</p>
      <button type="button" class="link" ?disabled=${view.columns === null} @click=${() => desk.look({ columns: null }, "columns-reset")}>${say.t("shown-columns-reset")}</button>
    </div></details>`;
}

/**
 * @param {readonly ColumnName[]} columns
 * @param {ColumnName} name
 */
function toggled(columns, name) {
  const wanted = new Set(columns);
  if (!wanted.delete(name)) wanted.add(name);
  return [...COLUMNS, ...EXTRA_COLUMNS].filter((each) => wanted.has(each));
}

/**
 * @param {Intl.DisplayNames} names
 * @param {string} code as the file has it: it may be no code at all
 */
function languageName(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
