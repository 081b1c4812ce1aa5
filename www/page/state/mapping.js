/** @import { ColumnReading, ImportOptions, Receipt } from "../../shared/engine.d.ts" */

/**
 * The columns of a table; none for anything else.
 * @param {Receipt | null} receipt
 * @returns {ColumnReading[]}
 */
export function columnsIn(receipt) {
  return receipt?.columns ?? [];
}

/**
 * The role of each column: the one that was chosen, else the one that was detected.
 * @param {readonly ColumnReading[]} columns
 * @param {ImportOptions} draft
 * @returns {Record<string, string>}
 */
export function rolesShown(columns, draft) {
  return Object.fromEntries(columns.map(({ name, role }) => [name, Object.hasOwn(draft.roles ?? {}, name) ? draft.roles?.[name] ?? role : role]));
}

/** Roles that any number of columns may play. */
const SHARED = new Set(["ignored", "tagged", "reaction"]);

/**
 * The choices with one more. Most roles are played by one column: the one that had it is left out, visibly.
 * @param {readonly ColumnReading[]} columns
 * @param {ImportOptions} draft
 * @param {string} name
 * @param {string} role
 * @returns {Record<string, string>}
 */
export function withRole(columns, draft, name, role) {
  const before = rolesShown(columns, draft);
  /** @type {Record<string, string>} */
  const roles = { ...draft.roles, [name]: role };
  if (!SHARED.has(role)) {
    for (const [other, played] of Object.entries(before)) if (other !== name && played === role) roles[other] = "ignored";
  }
  return roles;
}

/**
 * Choices without those that choose nothing, in one order, so that equal choices are equal.
 * @param {ImportOptions} options
 * @returns {ImportOptions}
 */
export function cleaned(options) {
  const { roles, ...others } = options;
  /** @type {Record<string, unknown>} */
  const found = {};
  for (const [name, value] of Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== "") found[name] = value;
  }
  const chosen = Object.entries(roles ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (chosen.length > 0) found["roles"] = Object.fromEntries(chosen);
  return /** @type {ImportOptions} */ (found);
}
