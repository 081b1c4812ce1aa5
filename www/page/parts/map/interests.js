/**
 * @import { CommunityRow } from "../../../shared/engine.d.ts"
 * @import { Study } from "../../../api/study.js"
 * @import { Translator } from "../../../shared/translate.js"
 *
 * @typedef {object} Shared accounts and what they use, side by side
 * @property {string[]} name of each object
 * @property {Float64Array} users accounts that use it, those not shown included
 * @property {Float64Array} account indices
 * @property {string[]} handle
 * @property {Int32Array} community
 * @property {Float64Array} accountX
 * @property {Float64Array} accountY
 * @property {Float64Array} objectX
 * @property {Float64Array} objectY
 * @property {Float64Array} from
 * @property {Float64Array} to
 * @property {Float64Array} weight
 * @property {number} accounts that use any
 * @property {number} objects that anybody uses
 */
import { html, nothing } from "lit";
import asking from "../../../styles/asking.css?inline";
import css from "../../../styles/interests.css?inline";
import { texts } from "../../../api/study.js";
import { errorText } from "../../../shared/phrases.js";
import { Part, styles } from "../../part.js";
import { Asking } from "./asking.js";
import { OBJECT, OTHER, STYLES } from "./palette.js";
import { Scene } from "./scene.js";
import { communityName } from "../../state/circles.js";
import "./map.js";

const KINDS = /** @type {const} */ (["hashtag", "word", "domain", "link"]);
/** What is shown at the most. */
const MOST = { objects: 40, accounts: 400 };
const NAMED = 8;

/** What accounts have in common: tags, words, sites or links beside the people who use them, as a map and as a table. */
export class Interests extends Part {
  /** @override */ static styles = styles(asking + css);
  /** @override */ static properties = { ...Part.properties, kind: { state: true } };

  constructor() {
    super();
    /** @type {typeof KINDS[number]} */
    this.kind = "hashtag";
    /** @type {Asking<Shared>} */
    this.asking = new Asking(this);
    /** @type {{ found: Shared, lang: string, rows: unknown, scene: Scene } | null} */
    this.kept = null;
  }

  /** @override @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    this.asking.renew();
  }

  #ask() {
    return this.asking.ask((study, signal) => shared(study, this.kind, signal));
  }

  get #scene() {
    const { found } = this.asking;
    if (!found) return (this.kept = null);
    const { lang, communities: rows } = this.desk.state;
    if (this.kept?.found !== found || this.kept.lang !== lang || this.kept.rows !== rows) {
      this.kept = { found, lang, rows, scene: sceneOf(found, this.desk.say, rows, this.t(`interests-${this.kind}`)) };
    }
    return this.kept.scene;
  }

  /** @override */
  render() {
    const { summary, deepening } = this.desk.state;
    if (!summary || summary.posts === 0) return nothing;
    const { found, working, failed } = this.asking;
    const scene = this.#scene;
    return html`<section aria-labelledby="interests-title">
      <h2 id="interests-title">${this.t("interests-title")}</h2>
      <p class="note">${this.t("interests-note")}</p>
      <div class="ask">
        <label>${this.t("interests-by")}<select @change=${(/** @type {Event} */ event) => {
          this.kind = /** @type {typeof KINDS[number]} */ (/** @type {HTMLSelectElement} */ (event.target).value);
          if (found) void this.#ask();
        }}>${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${this.t(`interests-${kind}`)}</option>`)}</select></label>
        <button type="button" ?disabled=${working || deepening} @click=${() => this.#ask()}>${this.t(working ? "map-drawing" : "interests-draw")}</button>
      </div>
      ${failed ? html`<p class="failed" role="alert">${errorText(this.desk.say, failed)}</p>` : nothing}
      ${found && found.name.length === 0 ? html`<p class="note" role="status">${this.t("interests-empty")}</p>` : nothing}
      ${found && scene && found.name.length > 0 ? this.#shown(found, scene) : nothing}
    </section>`;
  }

  /** @param {Shared} found @param {Scene} scene */
  #shown(found, scene) {
    const top = found.users.indexOf(Math.max(...found.users));
    const summary = this.t("interests-summary", {
      shown: found.name.length, objects: found.objects, accounts: found.account.length, all: found.accounts, top: found.name[top] ?? "", users: found.users[top] ?? 0,
    });
    const unnamed = this.t("interests-summary-unnamed", { shown: found.name.length, objects: found.objects, accounts: found.account.length, all: found.accounts });
    return html`<p>${summary}</p>
      <sil-map .desk=${this.desk} .scene=${scene} .heading=${this.t("interests-title")} .summary=${summary} .unnamed=${unnamed} .stem=${this.t("file-interests")}
        @sil-open=${(/** @type {CustomEvent} */ event) => this.desk.dossiers.open(event.detail.account)}></sil-map>
      <details><summary>${this.t("interests-table")}</summary>
        <div class="scroll" role="region" tabindex="0" aria-label=${this.t("interests-table")}><table>
          <caption>${this.t("interests-table-caption", { count: found.name.length })}</caption>
          <thead><tr><th scope="col">${this.t(`interests-${this.kind}`)}</th><th scope="col" class="number">${this.t("interests-users")}</th>
            <th scope="col">${this.t("interests-who")}</th></tr></thead>
          <tbody>${found.name.map((name, object) => this.#row(found, name, object))}</tbody></table></div></details>`;
  }

  /**
   * @param {Shared} found
   * @param {string} name
   * @param {number} object
   */
  #row(found, name, object) {
    /** @type {[number, number][]} */
    const users = [];
    found.to.forEach((to, at) => {
      if (to === object) users.push([found.weight[at] ?? 0, found.from[at] ?? 0]);
    });
    users.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return html`<tr><th scope="row"><bdi>${name}</bdi></th><td class="number">${this.desk.say.number(found.users[object] ?? 0)}</td>
      <td>${users.slice(0, NAMED).map(([times, at], k) => html`${k > 0 ? ", " : nothing}<button type="button" class="link"
        @click=${() => this.desk.dossiers.open(found.account[at] ?? 0)}><bdi>${found.handle[at]}</bdi></button> (${this.desk.say.number(times)})`)}</td></tr>`;
  }
}

/**
 * @param {Study} study
 * @param {typeof KINDS[number]} of
 * @param {AbortSignal} signal
 * @returns {Promise<Shared>}
 */
async function shared(study, of, signal) {
  const { columns, facts, labels } = await study.measure("projection", { of, onto: "both", ...MOST }, { signal });
  const [{ handle }, community] = await Promise.all([study.accounts(), study.column("community")]);
  const none = new Float64Array();
  const { accounts: account = none, accountX = none, accountY = none, objectX = none, objectY = none, users = none, from = none, to = none, weight = none } = columns;
  const name = labels ? texts(labels) : [];
  return {
    name: name.map((text) => (of === "hashtag" ? `#${text}` : text)),
    users, account, accountX, accountY, objectX, objectY, from, to, weight,
    handle: Array.from(account, (at) => handle[at] ?? ""),
    community: Int32Array.from(account, (at) => (Number.isFinite(community[at]) ? community[at] ?? -1 : -1)),
    accounts: Number(facts["accounts"] ?? 0),
    objects: Number(facts["objects"] ?? 0),
  };
}

/**
 * Accounts first, then what they use.
 * @param {Shared} found
 * @param {Translator} say
 * @param {readonly CommunityRow[]} rows
 * @param {string} kind
 */
function sceneOf(found, say, rows, kind) {
  const accounts = found.account.length;
  const uses = new Float64Array(accounts);
  for (const from of found.from) uses[from] = (uses[from] ?? 0) + 1;
  const [most, widest] = [Math.max(1, ...uses), Math.max(1, ...found.users)];
  const style = Uint8Array.from([...found.community].map((community) => (community >= 0 && community < STYLES.length ? community : OTHER)).concat(found.name.map(() => OBJECT)));
  const count = (/** @type {number} */ of) => style.reduce((sum, each) => sum + (each === of ? 1 : 0), 0);
  return new Scene({
    x: Float32Array.from([...found.accountX, ...found.objectX]),
    y: Float32Array.from([...found.accountY, ...found.objectY]),
    // Names of what is shared come before names of people.
    importance: Float32Array.from([...Array.from(uses, (value) => (0.2 * value) / most), ...Array.from(found.users, (value) => 0.3 + (0.7 * value) / widest)]),
    style,
    community: Int32Array.from([...found.community, ...found.name.map(() => -1)]),
    label: [...found.handle, ...found.name],
    account: Int32Array.from([...found.account, ...found.name.map(() => -1)]),
    from: Uint32Array.from(found.from),
    to: Uint32Array.from(found.to, (to) => accounts + to),
    weight: Float32Array.from(found.weight),
    groups: [{ style: OBJECT, name: kind, count: found.name.length, community: null },
      ...[...STYLES.keys()].map((number) => ({ style: number, name: communityName(say, rows, number), count: count(number), community: null })).filter((group) => group.count > 0),
      ...(count(OTHER) > 0 ? [{ style: OTHER, name: say.t("map-others"), count: count(OTHER), community: null }] : [])],
  });
}

customElements.define("sil-interests", Interests);
