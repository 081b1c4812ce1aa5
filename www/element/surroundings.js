/**
 * @import { Lang } from "../shared/translate.js"
 * @import { State } from "../page/state/state.js"
 */
import { preferred } from "../page/locale.js";

/** Pixels of our text, unless the host sets another size. */
const [LEAST_TEXT, TEXT] = [15, 16];
/** What of a page may change how it looks. */
const WATCHED = { attributes: true, attributeFilter: ["lang", "class", "style", "data-theme"] };

/** What the place says, in which an element stands: language, colours, type. */
export class Surroundings {
  /** Our type, by the text around. */
  sheet = new CSSStyleSheet();
  #written = "";
  /** The language that the host asked for last: a visitor may have chosen another one since. @type {Lang | null} */
  #wanted = null;
  #watching = new MutationObserver(() => this.look());

  /**
   * @param {Element} element
   * @param {{ state: Pick<State, "lang" | "theme">, set: (patch: Partial<Pick<State, "lang" | "theme">>) => void }} desk where it is taken over
   */
  constructor(element, desk) {
    this.element = element;
    this.desk = desk;
  }

  /** Follows the page, until it is left. @param {AbortSignal} signal */
  watch(signal) {
    for (const node of [document.documentElement, document.body]) {
      if (node) this.#watching.observe(node, WATCHED);
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.look(), { signal });
  }

  /** The page is not ours to follow any more. */
  leave() {
    this.#watching.disconnect();
  }

  /** Takes over what the place says. */
  look() {
    const { desk } = this;
    const lang = this.#language();
    if (lang !== this.#wanted) {
      this.#wanted = lang;
      if (lang !== desk.state.lang) desk.set({ lang });
    }
    const { colorScheme, fontSize, fontFamily } = getComputedStyle(this.element);
    const both = /dark/.test(colorScheme) && /light/.test(colorScheme);
    const dark = both ? matchMedia("(prefers-color-scheme: dark)").matches : /dark/.test(colorScheme);
    const theme = dark ? "dark" : "light";
    if (theme !== desk.state.theme) desk.set({ theme });
    // A theme may set the root's text to 10 px, and its own to 20: ours is measured by the text around it, within what can be
    // read and what leaves room for a table.
    const size = Math.min(Math.max(Number.parseFloat(fontSize) || TEXT, LEAST_TEXT), TEXT);
    const text = `:host { --rem: var(--sillage-font-size, ${size}px); --around: ${fontFamily}; }`;
    if (text !== this.#written) this.sheet.replaceSync(text);
    this.#written = text;
  }

  /** @returns {Lang} */
  #language() {
    for (let at = /** @type {Element | null} */ (this.element); at; at = around(at)) {
      const tag = at.getAttribute("lang");
      if (tag) return preferred([tag]);
    }
    return preferred(navigator.languages);
  }
}

/**
 * The element around another, across shadow trees.
 * @param {Element} element
 * @returns {Element | null}
 */
function around(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
