/**
 * @import { Overview, Theme } from "../../../shared/engine.d.ts"
 * @import { Translator } from "../../../shared/translate.js"
 */
import { html, nothing } from "lit";
import { UNKNOWN } from "../../../shared/translate.js";

/** Themes shown at once, and named in a sentence. */
const SHOWN = 10;
const NAMED = 3;
/** Share of its people who use a theme on the subject, from which it is said to be of it. */
const ON = 0.5;

const KINDS = /** @type {const} */ (["tags", "words", "sites", "links"]);

/**
 * The conclusion: of what people speak, and what rises.
 * @param {Translator} say
 * @param {Overview["themes"]} themes
 */
export function themesHeading(say, themes) {
  const named = themes.tags.length >= NAMED ? themes.tags : themes.words;
  if (named.length === 0) return say.t("themes-none");
  const rising = [...themes.tags, ...themes.words].filter((theme) => theme.moves === "up")
    .sort((a, b) => (b.change?.low ?? 0) - (a.change?.low ?? 0)).slice(0, NAMED - 1);
  const first = say.t("themes-said", { themes: say.list(named.slice(0, NAMED).map(({ text }) => text)) });
  return rising.length > 0 ? `${first} ${say.t("themes-rising", { themes: say.list(rising.map(({ text }) => text)), count: rising.length })}` : first;
}

/** Whether any theme rises or fades beyond chance. @param {Overview["themes"]} themes */
export function moving(themes) {
  return KINDS.some((kind) => themes[kind].some((theme) => theme.moves === "up" || theme.moves === "down"));
}

/**
 * Tables of tags, words, sites and pages, by people.
 * @param {Translator} say
 * @param {Overview["themes"]} themes
 */
export function themeTables(say, themes) {
  return html`<div class="themes">${KINDS.filter((kind) => themes[kind].length > 0).map((kind) => table(say, kind, themes))}</div>`;
}

/**
 * @param {Translator} say
 * @param {typeof KINDS[number]} kind
 * @param {Overview["themes"]} themes
 */
function table(say, kind, themes) {
  const rows = themes[kind];
  const most = Math.max(1, ...rows.map((theme) => theme.accounts));
  const moving = rows.some((theme) => theme.moves === "up" || theme.moves === "down");
  const body = (/** @type {Theme[]} */ shown) => shown.map((theme) => html`<tr>
    <th scope="row"><bdi>${theme.text}</bdi>${theme.onBrief !== null && theme.onBrief >= ON ? html` <small class="on">${say.t("theme-on")}</small>` : nothing}
      <span class="bar" aria-hidden="true" .style=${`width:${(100 * theme.accounts) / most}%`}></span></th>
    <td class="number">${say.number(theme.accounts)}</td>
    ${moving ? html`<td class="moves">${movement(say, theme)}</td>` : nothing}</tr>`);
  const head = html`<thead><tr><th scope="col">${say.t(`themes-${kind}`)}</th><th scope="col" class="number">${say.t("activity-accounts")}</th>
    ${moving ? html`<th scope="col">${say.t("themes-moves")}</th>` : nothing}</tr></thead>`;
  const rest = rows.slice(SHOWN);
  return html`<div class="theme">
    <table><caption class="visually-hidden">${say.t(`themes-${kind}-caption`)}</caption>${head}<tbody>${body(rows.slice(0, SHOWN))}</tbody></table>
    ${rest.length > 0 ? html`<details><summary>${say.t("themes-more", { count: rest.length })}</summary>
      <table><caption class="visually-hidden">${say.t(`themes-${kind}-caption`)}</caption>${head}<tbody>${body(rest)}</tbody></table></details>` : nothing}
  </div>`;
}

/** From which share to which; in words where chance would do it. @param {Translator} say @param {Theme} theme */
function movement(say, { moves, first, second }) {
  if (moves === null || first === null || second === null) return UNKNOWN;
  if (moves === "unclear") return html`<span class="quiet">${say.t("theme-unclear")}</span>`;
  return html`<span class=${moves}>${say.t(`theme-${moves}`, { first: say.percent(first), second: say.percent(second) })}</span>`;
}
