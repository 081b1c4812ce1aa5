import { App } from "./app.js";
import { preferred } from "./locale.js";
import { Desk } from "./state/desk.js";
import { readHash } from "./state/hash.js";

/** Our own page: the whole document is the product's. Its address says what is looked at, its title too. */
export class Page extends App {
  constructor() {
    const { lang, theme, screen, settings } = readHash(location.hash);
    super(new Desk({
      lang: lang ?? preferred(navigator.languages), theme: theme ?? "auto", screen: screen ?? "ground", settings,
    }));
  }

  /** @override @returns {EventTarget} */
  get around() {
    return document;
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.desk.study?.close();
    this.desk.study = null;
  }

  /** @override */
  updated() {
    const { lang, theme, screen } = this.desk.state;
    const root = document.documentElement;
    root.lang = lang;
    root.dataset["theme"] = theme;
    document.title = `${this.t(`screen-${screen}`)} · Sillage`;
  }
}

customElements.define("sillage-app", Page);
