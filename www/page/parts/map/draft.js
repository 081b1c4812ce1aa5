/**
 * @import { Part } from "../../part.js"
 * @import { Drawn } from "../../state/drawn.js"
 * @import { Scene } from "./scene.js"
 */
import { html, nothing } from "lit";
import { CODES, SillageError } from "../../../shared/errors.js";
import { errorText } from "../../../shared/phrases.js";
import { drawn } from "../../state/drawn.js";

/**
 * A map of the study that a part of the page asks for, and keeps. Other work calls it off: the engine does one thing after
 * the other, and whatever else is asked of it comes first.
 */
export class Draft {
  /** @param {Part} part shown again when anything here changes */
  constructor(part) {
    this.part = part;
    /** @type {Drawn | null} */
    this.map = null;
    /** Share done while the map is being drawn. @type {number | null} */
    this.share = null;
    /** @type {SillageError | null} */
    this.failed = null;
    /** What the map is of: the list of communities of its result, or a message. @type {unknown} */
    this.of = null;
    /** @type {AbortController | null} */
    this.drawing = null;
    /** @type {{ map: Drawn, of: readonly unknown[], scene: Scene } | null} */
    this.kept = null;
  }

  /** Gives way to other work. @param {boolean} [more] another reason */
  giveWay(more = false) {
    if (this.part.desk.state.work || more) this.drawing?.abort();
  }

  /**
   * Draws, unless that is done or under way.
   * @param {unknown} of
   * @param {{ first?: readonly number[], done?: (map: Drawn) => void }} [options]
   */
  want(of, options) {
    const { study, state: { work, deepening, summary } } = this.part.desk;
    if (study && summary && of !== this.of && !this.drawing && !work && !deepening) void this.#draw(study, of, options);
  }

  /**
   * @param {import("../../../api/study.js").Study} study
   * @param {unknown} of
   * @param {{ first?: readonly number[], done?: (map: Drawn) => void }} [options]
   */
  async #draw(study, of, { first, done } = {}) {
    const controller = (this.drawing = new AbortController());
    const tell = (/** @type {number | null} */ share) => {
      this.share = share;
      this.part.requestUpdate();
    };
    this.failed = null;
    tell(0);
    try {
      const { communities } = this.part.desk.state;
      const map = await drawn(study, { ...(first ? { first } : {}), of: communities, signal: controller.signal, onShare: tell });
      this.of = of;
      this.map = map;
      done?.(map);
    } catch (error) {
      const known = SillageError.from(error);
      if (controller.signal.aborted || known.code === CODES.cancelled) return;
      this.of = of;
      this.failed = known;
    } finally {
      if (this.drawing === controller) this.drawing = null;
      tell(null);
    }
  }

  /** There is no result any more. */
  forget() {
    this.map = this.kept = this.of = this.failed = null;
  }

  again() {
    this.of = this.failed = null;
    this.part.requestUpdate();
  }

  /**
   * The map as a scene, made again only when it, or what else the scene is made of, is another.
   * @param {(map: Drawn) => Scene} make
   * @param {...unknown} of
   */
  scene(make, ...of) {
    const { map, kept } = this;
    if (!map) return null;
    if (kept?.map === map && kept.of.every((each, at) => each === of[at])) return kept.scene;
    return (this.kept = { map, of, scene: make(map) }).scene;
  }

  /** What went wrong, with a button to try again. */
  problem() {
    const { part, failed } = this;
    if (!failed) return nothing;
    return html`<p class="failed" role="alert">${errorText(part.desk.say, failed)} <button type="button" @click=${() => this.again()}>${part.t("retry")}</button></p>`;
  }

  /** How far it is. @param {string} words */
  waiting(words) {
    const { part, share } = this;
    return html`<p class="waiting" role="status">${words}
      ${share === null ? nothing : html`<progress max="1" .value=${share} aria-label=${part.t("map-drawing")}></progress>`}</p>`;
  }
}
