/**
 * @import { ImportOptions, Receipt } from "../../shared/engine.d.ts"
 * @import { Study, StudyProgress } from "../../api/study.js"
 * @import { Desk } from "./desk.js"
 * @import { Dropped, Folder } from "./dropped.js"
 *
 * @typedef {object} Given what was decided about a file by hand
 * @property {ImportOptions} mapping
 * @property {Record<string, ImportOptions>} parts by path inside an archive or a folder
 * @property {boolean} remembered taken from what this browser keeps
 *
 * @typedef {object} Card one file, archive or folder on the page
 * @property {number} id
 * @property {string} name
 * @property {number} size
 * @property {File | null} file
 * @property {Folder | null} folder
 * @property {"waiting" | "reading" | "read" | "failed" | "stopped"} status
 * @property {Receipt | null} receipt
 * @property {Receipt | null} told the receipt as it was handed out, before other files were known
 * @property {SillageError | null} error
 * @property {boolean} demo
 * @property {Given} given
 * @property {boolean} held whether the study has it
 */
import { togetherComplete } from "../../api/bundle.js";
import { CODES, SillageError } from "../../shared/errors.js";
import { Memory } from "./memory.js";
import { Sketch } from "./sketch.js";

/** @type {Given} */
const AS_DETECTED = Object.freeze({ mapping: {}, parts: {}, remembered: false });

/** The files of the page: read one after the other, read again when something was decided about them by hand. */
export class Files {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.memory = new Memory(() => desk.place.storage());
    this.sketch = new Sketch();
    this.lastId = 0;
    /** The reading under way, or the last one. @type {Promise<void>} */
    this.reading = Promise.resolve();
  }

  /** @returns {Card[]} */
  get cards() {
    return this.desk.state.cards;
  }

  /**
   * Takes files and folders in and reads them.
   * @param {Iterable<Dropped>} items
   * @param {{ demo?: boolean | ((at: number) => boolean), given?: (item: Dropped, at: number) => Given | null, id?: (at: number) => number | null }} [options] `given`:
   *   what is decided already; `id`: of the card that a file had before, when its study comes back
   */
  async add(items, { demo = false, given = () => null, id = () => null } = {}) {
    /** @type {Card[]} */
    const cards = [...items].map((item, at) => {
      const folder = item instanceof File ? null : item;
      const size = folder ? folder.files.reduce((sum, { file }) => sum + file.size, 0) : /** @type {File} */ (item).size;
      const { mostBytes } = this.desk.place;
      const error = size > mostBytes ? new SillageError("limit.reached", { limit: "FILE_BYTES", value: mostBytes }) : null;
      return {
        id: ++this.lastId, name: item.name, size, file: folder ? null : /** @type {File} */ (item), folder,
        status: error ? "failed" : "waiting", receipt: null, told: null, error, demo: typeof demo === "function" ? demo(at) : demo, given: given(item, at) ?? AS_DETECTED, held: false,
      };
    });
    if (cards.length === 0) return;
    for (const [at, card] of cards.entries()) card.id = id(at) ?? card.id;
    this.desk.set({ cards: [...this.cards, ...cards], stale: this.desk.state.summary !== null, error: null });
    await this.readWaiting();
  }

  /** Reads again a file that was stopped or failed. @param {number} id */
  async readAgain(id) {
    this.#change(id, { status: "waiting", error: null });
    await this.readWaiting();
  }

  /** @param {number} id */
  async remove(id) {
    const card = this.#card(id);
    if (!card) return;
    if (card.status === "reading") this.desk.cancel();
    this.desk.set({ cards: withWhole(this.cards.filter((each) => each.id !== id)), stale: this.desk.state.summary !== null });
    await this.#takeOut(card);
    this.desk.announce("announce-removed", { name: card.name });
  }

  /**
   * Reads a file again with other choices. The card keeps its place.
   * @param {number} id
   * @param {string | null} path of the part, inside an archive or a folder
   * @param {ImportOptions} mapping
   */
  async map(id, path, mapping) {
    const card = this.#card(id);
    if (!card) return;
    const { given } = card;
    await this.#give(card, path === null
      ? { ...given, mapping, remembered: false }
      : { ...given, parts: { ...given.parts, [path]: mapping } });
  }

  /** What was decided by hand, by card: what undo goes back to. @returns {Record<number, Given>} */
  givens() {
    return Object.fromEntries(this.cards.map(({ id, given }) => [id, given]));
  }

  /**
   * Goes back, or forth, to other choices; cards that have left since are let be.
   * @param {Record<number, Given>} givens
   */
  async restore(givens) {
    const changed = this.cards.filter(({ id, given }) => givens[id] && givens[id] !== given
      && !(givens[id] === AS_DETECTED && given.remembered));
    await Promise.all(changed.map((card) => this.#give(card, /** @type {Given} */ (givens[card.id]))));
  }

  /**
   * @param {Card} card
   * @param {Given} given
   */
  async #give(card, given) {
    if (card.status === "reading") {
      this.desk.cancel();
      await this.reading;
    }
    this.#change(card.id, { given });
    this.desk.set({ stale: this.desk.state.summary !== null });
    await this.#takeOut(this.#card(card.id) ?? card);
    this.#change(card.id, { status: "waiting", error: null, held: false });
    await this.readWaiting();
  }

  /** @param {Card} card */
  async #takeOut({ file, folder, name, held }) {
    if (held) await this.desk.study?.remove(file ?? folder?.files ?? name).catch(() => false);
  }

  /** Reads the files that wait, one after the other, unless other work is under way: that calls here when it ends. */
  readWaiting() {
    if (!this.desk.working) this.reading = this.#readAll();
    return this.reading;
  }

  async #readAll() {
    const { desk } = this;
    const controller = (desk.working = new AbortController());
    try {
      for (;;) {
        const card = this.cards.find((each) => each.status === "waiting");
        if (!card || controller.signal.aborted) break;
        await this.#readOne(card, controller.signal);
      }
    } finally {
      if (desk.working === controller) desk.working = null;
      desk.set({ work: null });
    }
  }

  /**
   * @param {Card} card
   * @param {AbortSignal} signal
   */
  async #readOne(card, signal) {
    const { desk } = this;
    if (!desk.study) await desk.boot();
    if (!desk.study) return this.#change(card.id, { status: "failed", error: desk.state.engineError });
    this.#change(card.id, { status: "reading" });
    desk.announce("announce-reading", { name: card.name });
    try {
      const given = await this.#remembered(card);
      const receipt = await this.#study(card, given, signal);
      this.#change(card.id, { status: "read", receipt, told: receipt, given, held: true });
      desk.announce("announce-read", { name: card.name, kept: receipt.kept });
    } catch (error) {
      const known = SillageError.from(error);
      const stopped = known.code === CODES.cancelled || known.fatal;
      this.#change(card.id, { status: stopped ? "stopped" : "failed", error: known, receipt: null, told: null });
      desk.announce(stopped ? "announce-cancelled" : "announce-failed", { name: card.name });
    }
  }

  /**
   * @param {Card} card
   * @param {Given} given
   * @param {AbortSignal} signal
   * @returns {Promise<Receipt>}
   */
  #study({ file, folder }, { mapping, parts }, signal) {
    const study = /** @type {Study} */ (this.desk.study);
    const options = { mapping, parts, signal, onProgress: (/** @type {StudyProgress} */ progress) => this.desk.analysis.progress("read", progress) };
    return folder ? study.addFolder(folder.name, folder.files, options) : study.add(/** @type {File} */ (file), options);
  }

  /**
   * How a table of this shape was read last time, where the user lets this browser keep that.
   * @param {Card} card
   * @returns {Promise<Given>}
   */
  async #remembered({ file, given }) {
    if (given !== AS_DETECTED || !file || !this.memory.any) return given;
    const columns = await this.sketch.columns(file);
    this.sketch.close();
    const mapping = columns && this.memory.find(columns);
    return mapping ? { mapping, parts: {}, remembered: true } : given;
  }

  /**
   * @param {number} id
   * @param {Partial<Card>} patch
   */
  #change(id, patch) {
    const cards = this.cards.map((card) => (card.id === id ? { ...card, ...patch } : card));
    this.desk.set({ cards: "told" in patch ? withWhole(cards) : cards });
  }

  /** @param {number} id */
  #card(id) {
    return this.cards.find((each) => each.id === id);
  }
}

/**
 * Each card with what its receipt says beside the files that are there now.
 * @param {Card[]} cards
 * @returns {Card[]}
 */
function withWhole(cards) {
  const whole = togetherComplete(cards.flatMap(({ told }) => told ?? []));
  return cards.map((card) => (card.told ? { ...card, receipt: /** @type {Receipt} */ (whole.shift()) } : card));
}
