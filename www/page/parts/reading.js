/**
 * @import { ImportOptions, Receipt } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 *
 * @typedef {object} ReadingView
 * @property {ImportOptions} draft
 * @property {Receipt} receipt of the file, or of its first rows, as it is read now
 * @property {(patch: Partial<ImportOptions>, anew?: boolean) => void} change `anew`: the columns will be others
 */
import { html, nothing } from "lit";
import { PLATFORMS } from "../../api/study.js";
import { formatText } from "../../shared/phrases.js";
import { TABLE_FORMATS, valueKind } from "../state/roles.js";
import { separatorName } from "./receipt.js";

const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"];
const SEPARATORS = [",", ";", "\t", "|", " "];

/**
 * What kind of table it is.
 * @param {Translator} say
 * @param {ReadingView} view
 */
export function formatField(say, { draft, receipt, change }) {
  if (receipt.separator === null) return nothing;
  const formats = [...new Set([receipt.format, ...TABLE_FORMATS])];
  const detected = draft.format ? say.t("as-it-is") : say.t("as-detected-value", { value: formatText(say, receipt.format) });
  return field(say, "format", draft.format, [["", detected], ...formats.map((code) => /** @type {[string, string]} */ ([code, formatText(say, code)]))],
    (format) => change({ format: format || undefined }, true));
}

/**
 * The fields that say how its bytes are read: each begins with what was detected.
 * @param {Translator} say
 * @param {ReadingView} view
 */
export function readingFields(say, { draft, receipt, change }) {
  const table = receipt.separator !== null;
  const kinds = new Set(receipt.columns.map(({ role }) => valueKind(role)));
  const detected = say.t("as-it-is");
  return html`
    ${field(say, "platform", draft.platform, [["", detected], ...PLATFORMS.filter((name) => name !== "unknown").map((name) => /** @type {[string, string]} */ ([name, say.t(`platform-${name}`)]))],
      (platform) => change({ platform: /** @type {ImportOptions["platform"]} */ (platform || undefined) }))}
    ${field(say, "encoding", draft.encoding, [["", draft.encoding ? detected : say.t("as-detected-value", { value: receipt.encoding.toUpperCase() })], ...ENCODINGS.map((code) => /** @type {[string, string]} */ ([code, code.toUpperCase()]))],
      (encoding) => change({ encoding: /** @type {ImportOptions["encoding"]} */ (encoding || undefined) }))}
    ${table ? html`
      ${field(say, "separator", draft.separator, [["", draft.separator ? detected : say.t("as-detected-value", { value: separatorName(receipt.separator ?? "") })], ...SEPARATORS.map((code) => /** @type {[string, string]} */ ([code, say.t(`separator-${NAMES[code]}`)]))],
        (separator) => change({ separator: separator || undefined }, true))}
      <div class="field"><label for="reading-header">${say.t("reading-header-line")}</label>
        <input type="number" id="reading-header" aria-describedby="reading-header-help" min="0" max="1000" step="1" inputmode="numeric" .value=${String(draft.headerLine ?? receipt.headerLine ?? 0)}
          @change=${(/** @type {Event} */ event) => headerLine(event, change)}><small id="reading-header-help">${say.t("reading-header-help")}</small></div>
      ${kinds.has("number") ? field(say, "decimal", draft.decimal, [["", detected], ["comma", say.t("question-decimal-comma")], ["point", say.t("question-decimal-point")]],
        (decimal) => change({ decimal: /** @type {ImportOptions["decimal"]} */ (decimal || undefined) })) : nothing}
      ${kinds.has("time") ? field(say, "days", draft.dayFirst === undefined ? "" : String(draft.dayFirst), [["", detected], ["true", say.t("question-day-first")], ["false", say.t("question-month-first")]],
        (days) => change({ dayFirst: days === "" ? undefined : days === "true" })) : nothing}
      <label class="check"><input type="checkbox" .checked=${draft.quotes !== false}
        @change=${(/** @type {Event} */ event) => change({ quotes: checked(event) ? undefined : false }, true)}> ${say.t("reading-quotes")}</label>` : nothing}
    <label class="check"><input type="checkbox" .checked=${draft.repairText !== false}
      @change=${(/** @type {Event} */ event) => change({ repairText: checked(event) ? undefined : false })}> ${say.t("reading-repair")}</label>`;
}

/** @type {Record<string, string>} */
const NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "blanks" };

/**
 * @param {Translator} say
 * @param {string} name
 * @param {string | undefined} value
 * @param {[value: string, text: string][]} choices
 * @param {(value: string) => void} chosen
 */
function field(say, name, value, choices, chosen) {
  return html`<div class="field"><label for=${`reading-${name}`}>${say.t(`reading-${name}`)}</label>
    <select id=${`reading-${name}`} @change=${(/** @type {Event} */ event) => chosen(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${choices.map(([code, text]) => html`<option value=${code} ?selected=${code === (value ?? "")}>${text}</option>`)}
    </select></div>`;
}

/**
 * @param {Event} event
 * @param {ReadingView["change"]} change
 */
function headerLine(event, change) {
  const { valueAsNumber } = /** @type {HTMLInputElement} */ (event.target);
  change({ headerLine: Number.isInteger(valueAsNumber) && valueAsNumber >= 0 ? valueAsNumber : undefined }, true);
}

/** @param {Event} event */
function checked(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}
