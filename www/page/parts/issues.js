/**
 * @import { Issue } from "../../shared/engine.d.ts"
 * @import { Translator } from "../../shared/translate.js"
 */
import { html, nothing } from "lit";
import { issueText } from "../../shared/phrases.js";

/**
 * What was met in a file, folded: what became of the rows, how many, where, and what stood there.
 * @param {Translator} say
 * @param {readonly Issue[]} issues
 */
export function issueList(say, issues) {
  if (issues.length === 0) return nothing;
  return html`<details class="issues"><summary>${say.t("issues-title", { count: issues.length })}</summary>
    <ul>${issues.map((issue) => html`<li class=${issue.severity}>
      <span class="severity">${say.t(`severity-${issue.severity}`)}</span>
      <span>${issueText(say, issue)}</span>
      ${issue.places.length === 0 ? nothing : places(say, issue)}
    </li>`)}</ul></details>`;
}

/**
 * @param {Translator} say
 * @param {Issue} issue
 */
function places(say, { places: known, count }) {
  return html`<ol class="places">${known.map(({ row, line, column, excerpt }) => {
    // A file without a header begins with its first row: both numbers are one.
    const where = row === 0 ? nothing : line > 0 && line !== row ? say.t("place", { row, line }) : say.t("place-row", { row });
    return html`<li>
      ${row === 0 && !column ? nothing : html`<span class="where">${where}${column ? html`${row === 0 ? nothing : " · "}<bdi>${column}</bdi>` : nothing}</span>`}
      ${excerpt ? html`<code><bdi>${excerpt}</bdi></code>` : nothing}</li>`;
  })}</ol>
  ${count > known.length ? html`<p class="more">${say.t("places-more", { more: count - known.length })}</p>` : nothing}`;
}
