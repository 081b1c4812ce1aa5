/** @import { Part } from "../page/part.js" */
import { Part as Base } from "../page/part.js";

/** What a host may style with `::part()`, wherever it stands inside. */
const PARTS = /** @type {const} */ ({ button: "button", table: "table", map: ".stage", card: "article" });
const NAMES = ["header", ...Object.keys(PARTS)].join(", ");

/**
 * Every part of the product lets the named pieces of itself, and of what is inside it, be styled by the host.
 * @param {Part} part
 */
Base.guest = (part) => part.addController({
  hostConnected() {
    // What stands in the host's own document has nothing to pass on.
    if (part.localName.startsWith("sil-")) part.setAttribute("exportparts", NAMES);
  },
  hostUpdated() {
    for (const [name, selector] of Object.entries(PARTS)) for (const each of part.renderRoot.querySelectorAll(selector)) each.part.add(name);
  },
});
