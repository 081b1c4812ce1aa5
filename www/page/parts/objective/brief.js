import { html, nothing } from "lit";
import form from "../../../styles/objective-form.css?inline";
import css from "../../../styles/objective-brief.css?inline";
import { cleanBrief } from "../../../shared/settings.js";
import { Part, styles } from "../../part.js";
import { withWord } from "../../state/words.js";

/** Words suggested at once. */
const SUGGESTED = 10;
/** Ways of writing a subject, each with an example and what it does. */
const SYNTAX = /** @type {const} */ (["or", "phrase", "not", "tag", "prefix"]);

/** The subject: words, phrases, exclusions and tags, how many posts speak of it, and words that go with it. */
export class Brief extends Part {
  /** @override */ static styles = [...styles(form), ...styles(css)];
  /** @override @type {import("../../part.js").Reads} */ static reads = ({ state: { settings, summary, stale, suggestions } }) => [settings.brief, summary, stale, suggestions];

  /** @override */
  render() {
    const { brief } = this.desk.state.settings;
    return html`<div class="group">
      <div class="field words">
        <label for="words">${this.t("words-label")}</label>
        <input id="words" type="text" autocomplete="off" spellcheck="false" .value=${brief} placeholder=${this.t("words-placeholder")}
          aria-describedby="words-help words-found" @input=${this.#words}>
        <p class="help" id="words-help">${this.t("words-help")}</p>
      </div>
      <p id="words-found" class="count" role="status">${this.#found()}</p>
      ${this.#suggested()}
      <details><summary>${this.t("syntax-title")}</summary>
        <dl class="syntax inside">${SYNTAX.map((name) => html`<dt><code>${this.t(`syntax-${name}`)}</code></dt><dd>${this.t(`syntax-${name}-help`)}</dd>`)}</dl>
      </details>
    </div>`;
  }

  /** How many posts speak of the subject, as of the last result. */
  #found() {
    const { summary, settings, stale } = this.desk.state;
    if (!settings.brief.trim()) return this.t("words-none");
    const { matchingPosts = null, matchingAuthors = null } = summary?.brief ?? {};
    if (stale) return this.t("words-counting");
    const nobody = matchingPosts === 0 || summary?.findings.some(({ code }) => code === "brief_no_match");
    if (nobody) return html`<span class="warn">${this.t("finding-brief-no-match")}</span>`;
    if (matchingPosts === null) return this.t("words-untold");
    return this.t("words-matches", { posts: matchingPosts, authors: matchingAuthors ?? 0 });
  }

  /** Words that go with the subject in these posts: a click adds one. */
  #suggested() {
    const { suggestions } = this.desk.state;
    if (suggestions.length === 0) return nothing;
    return html`<div class="chips" role="group" aria-label=${this.t("words-suggested")}><span class="help">${this.t("words-suggested")}</span>
      ${suggestions.slice(0, SUGGESTED).map(({ text }) => html`<button type="button" @click=${() => this.#add(text)}><bdi>${text}</bdi></button>`)}</div>`;
  }

  /** @param {string} word */
  #add(word) {
    this.desk.change({ brief: withWord(this.desk.state.settings.brief, word) }, "brief");
  }

  /** @param {Event} event */
  #words(event) {
    this.desk.change({ brief: cleanBrief(/** @type {HTMLInputElement} */ (event.target).value) }, "brief");
  }
}

customElements.define("sil-brief", Brief);
