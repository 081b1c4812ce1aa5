import { html, nothing } from "lit";

/**
 * @typedef {{ is: "text" | "code", text: string } | { is: "strong" | "em", inside: Inline[] }} Inline
 *
 * @typedef {{ is: "heading", depth: number, inside: Inline[] } | { is: "paragraph", inside: Inline[] } | { is: "code", text: string }
 *   | { is: "list", ordered: boolean, items: Block[][] } | { is: "table", header: Inline[][], rows: Inline[][][] }} Block
 */

/**
 * A document as blocks: everything reaches the page as text.
 * @param {readonly Block[]} blocks
 * @returns {unknown}
 */
export function prose(blocks) {
  return blocks.map((block) => {
    if (block.is === "heading") return block.depth <= 2 ? html`<h3>${spans(block.inside)}</h3>` : html`<h4>${spans(block.inside)}</h4>`;
    if (block.is === "paragraph") return html`<p>${spans(block.inside)}</p>`;
    if (block.is === "code") return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    if (block.is === "table") {
      return html`<div class="scroll" tabindex="0"><table>
        <thead><tr>${block.header.map((cell) => html`<th scope="col">${spans(cell)}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${spans(cell)}</td>`)}</tr>`)}</tbody>
      </table></div>`;
    }
    const items = block.items.map((item) => html`<li>${item.map((each) => (each.is === "paragraph" ? spans(each.inside) : prose([each])))}</li>`);
    return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  });
}

/**
 * @param {readonly Inline[]} inside
 * @returns {unknown}
 */
function spans(inside) {
  return inside.map((part) => {
    if (part.is === "text") return part.text;
    if (part.is === "code") return html`<code>${part.text}</code>`;
    if (part.is === "strong") return html`<strong>${spans(part.inside)}</strong>`;
    return part.is === "em" ? html`<em>${spans(part.inside)}</em>` : nothing;
  });
}
