/**
 * @import { ColumnReading } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 *
 * @typedef {object} ColumnsView
 * @property {readonly ColumnReading[]} columns
 * @property {Record<string, string>} roles
 * @property {Record<string, string>} given those that were chosen by hand
 * @property {string} filter
 * @property {(name: string, role: string) => void} choose
 * @property {(text: string) => void} search
 */
import { html, nothing } from "lit";
import { known } from "../../shared/phrases.js";
import { slug } from "../../shared/translate.js";
import { ROLE_GROUPS } from "../state/roles.js";

/** Columns beyond which one wants to search among them. */
const MANY = 20;
/** Columns beyond which the choices are filled in only when a column is about to be changed. */
const HEAVY = 120;
/** Columns shown at once; a search finds the others. */
const SHOWN = 400;

/**
 * Every column of a table: its name, what it is read as, and three of its values.
 * @param {Translator} say
 * @param {ColumnsView} view
 */
export function columnTable(say, { columns, roles, given, filter, choose, search }) {
  const wanted = filter.trim().toLowerCase();
  const found = wanted ? columns.filter(({ name }) => name.toLowerCase().includes(wanted)) : columns;
  const heavy = columns.length > HEAVY;
  return html`
    ${columns.length > MANY ? html`<div class="field search"><label for="columns-search">${say.t("columns-search")}</label>
      <input type="search" id="columns-search" .value=${filter} @input=${(/** @type {Event} */ event) => search(/** @type {HTMLInputElement} */ (event.target).value)}></div>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${say.t("columns-caption")}>
      <table>
        <caption class="visually-hidden">${say.t("columns-caption")}</caption>
        <thead><tr><th scope="col">${say.t("columns-name")}</th><th scope="col">${say.t("columns-role")}</th>
          <th scope="col">${say.t("columns-samples")}</th></tr></thead>
        <tbody>${found.slice(0, SHOWN).map((column) => row(say, column, {
          role: roles[column.name] ?? column.role, chosen: Object.hasOwn(given, column.name), heavy, choose,
        }))}</tbody>
      </table>
    </div>
    ${found.length > SHOWN ? html`<p class="more">${say.t("columns-cut", { shown: SHOWN, all: found.length })}</p>` : nothing}`;
}

/**
 * @param {Translator} say
 * @param {ColumnReading} column
 * @param {{ role: string, chosen: boolean, heavy: boolean, choose: ColumnsView["choose"] }} view
 */
function row(say, { name, role: detected, reading, samples, confidence }, { role, chosen, heavy, choose }) {
  const label = name || "∅";
  return html`<tr class=${role === "ignored" ? "ignored" : ""}>
    <th scope="row"><bdi>${label}</bdi></th>
    <td><select aria-label=${say.t("columns-role-of", { name: label })} .value=${role}
        @focus=${heavy ? (/** @type {Event} */ event) => fill(say, /** @type {HTMLSelectElement} */ (event.target), role) : nothing}
        @change=${(/** @type {Event} */ event) => choose(name, /** @type {HTMLSelectElement} */ (event.target).value)}>
        ${heavy ? option(say, role, true) : options(say, role)}</select>
      ${chosen ? html`<small>${say.t("columns-chosen")}</small>`
        : role === "ignored" || role !== detected ? nothing : html`<small class=${confidence ?? ""}>${[
          confidence ? say.t(`sure-${confidence}`) : "", reading ? known(say, "reading", reading) : ""].filter(Boolean).join(" · ")}</small>`}</td>
    <td class="samples">${samples.map((sample) => html`<span><bdi>${sample}</bdi></span>`)}${samples.length === 0 ? html`<span>${say.t("columns-empty")}</span>` : nothing}</td>
  </tr>`;
}

/**
 * @param {Translator} say
 * @param {string} role
 */
function options(say, role) {
  const listed = ROLE_GROUPS.some(([, roles]) => roles.includes(role));
  return html`${option(say, "ignored", role === "ignored")}
    ${listed || role === "ignored" ? nothing : option(say, role, true)}
    ${ROLE_GROUPS.map(([group, roles]) => html`<optgroup label=${say.t(`roles-${group}`)}>${roles.map((each) => option(say, each, each === role))}</optgroup>`)}`;
}

/**
 * @param {Translator} say
 * @param {string} role
 * @param {boolean} selected
 */
function option(say, role, selected) {
  return html`<option value=${role} ?selected=${selected}>${roleName(say, role)}</option>`;
}

/**
 * @param {Translator} say
 * @param {string} role
 */
function roleName(say, role) {
  return role === "ignored" ? say.t("role-none") : say.has(`role-${slug(role)}`) ? say.t(`role-${slug(role)}`) : role;
}

/**
 * Every choice, once the list is about to be opened: thousands of columns need not hold them all.
 * @param {Translator} say
 * @param {HTMLSelectElement} select
 * @param {string} role
 */
function fill(say, select, role) {
  if (select.options.length > 1) return;
  for (const [group, roles] of [["", ["ignored"]], ...ROLE_GROUPS]) {
    const into = group ? Object.assign(document.createElement("optgroup"), { label: say.t(`roles-${group}`) }) : select;
    for (const each of roles) if (each !== role) into.append(new Option(roleName(say, each), each));
    if (into !== select) select.append(into);
  }
}
