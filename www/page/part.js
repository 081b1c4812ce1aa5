/** @import { Desk } from "./state/desk.js" */
import { LitElement, unsafeCSS } from "lit";
import baseText from "../styles/base.css?inline";

const base = unsafeCSS(baseText);

/**
 * The sheets of a part: what all parts share, then its own.
 * @param {string} own
 */
export function styles(own) {
  return [base, unsafeCSS(own)];
}

/** A component that shows the desk and is drawn again when the desk changes. */
export class Part extends LitElement {
  /** @override @type {import("lit").PropertyDeclarations} */
  static properties = { desk: { attribute: false } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk = /** @type {Desk} */ (/** @type {unknown} */ (null));
    this.redraw = () => this.requestUpdate();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.desk?.addEventListener("change", this.redraw);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.desk?.removeEventListener("change", this.redraw);
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("desk")) return;
    const before = /** @type {Desk | null | undefined} */ (changed.get("desk"));
    before?.removeEventListener("change", this.redraw);
    this.desk?.addEventListener("change", this.redraw);
  }

  /**
   * A message of the page's language.
   * @param {string} id
   * @param {Record<string, string | number>} [values]
   */
  t(id, values) {
    return this.desk.say.t(id, values);
  }
}
