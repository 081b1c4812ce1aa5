/**
 * @import { Desk } from "./state/desk.js"
 *
 * @typedef {((desk: Desk) => readonly unknown[]) | null} Reads
 */
import { LitElement, unsafeCSS } from "lit";
import baseText from "../styles/base.css?inline";
import { SCREENS } from "./state/screens.js";

const base = unsafeCSS(baseText);
/** Elements that are screens, by name of the element. @type {ReadonlyMap<string, string>} */
const SCREEN_OF = new Map(SCREENS.map((name) => [`sil-${name}`, name]));

/**
 * The sheets of a part: what all parts share, then its own.
 * @param {string} own
 */
export function styles(own) {
  return [base, unsafeCSS(own)];
}

/**
 * A component that shows the desk. It is drawn again when what it reads of the desk is another, and not while its screen
 * is out of sight, the language aside: it catches up when the screen is shown.
 */
export class Part extends LitElement {
  /** @override @type {import("lit").PropertyDeclarations} */
  static properties = { desk: { attribute: false } };

  /**
   * What of the desk the part shows, the language aside: values that are compared one by one, by identity. Without it the
   * part is drawn again whenever anything changes.
   * @type {Reads}
   */
  static reads = null;

  /**
   * What is added to every part where the product stands inside somebody else's page.
   * @type {((part: Part) => void) | null}
   */
  static guest = null;

  constructor() {
    super();
    Part.guest?.(this);
    /** @type {Desk} */
    this.desk = /** @type {Desk} */ (/** @type {unknown} */ (null));
    /** The screen that the part stands on; null where it stands on none. @type {string | null} */
    this.standsOn = null;
    /** What the desk said when the part was last asked to draw itself. @type {readonly unknown[] | null} */
    this.read = null;
    /** The language of the last time. @type {string | null} */
    this.spoken = null;
    this.redraw = () => this.#look();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.standsOn = screenAround(this);
    this.desk?.addEventListener("change", this.redraw);
    // Put back, it catches up with what it missed.
    if (this.hasUpdated && this.desk) this.#look();
    else this.spoken = this.desk?.state.lang ?? null;
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

  /** Whether the part is in sight, as far as screens decide that. */
  get onScreen() {
    return this.standsOn === null || this.desk.state.screen === this.standsOn;
  }

  /** Draws the part again, where it shows something that changed. */
  #look() {
    const { lang } = this.desk.state;
    // Words are changed everywhere: what is out of sight is still in the document.
    if (!this.onScreen && lang === this.spoken) return;
    const later = !this.onScreen;
    this.spoken = lang;
    const { reads } = /** @type {typeof Part} */ (this.constructor);
    if (reads) {
      const { read } = this;
      const now = [lang, ...reads(this.desk)];
      if (read && read.length === now.length && now.every((value, at) => Object.is(value, read[at]))) return;
      this.read = now;
    }
    // What nobody sees does not hold up what they do: each such part in a task of its own.
    if (later) setTimeout(() => this.requestUpdate(), 0);
    else this.requestUpdate();
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

/**
 * The screen that a node stands on, across the shadow trees in between.
 * @param {Node} node
 */
function screenAround(node) {
  for (let at = /** @type {Node | null} */ (node); at; ) {
    if (at instanceof Element) {
      const name = SCREEN_OF.get(at.localName);
      if (name) return name;
    }
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
  return null;
}
