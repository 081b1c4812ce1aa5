/**
 * @import { RankingQuery, RankingRow } from "../../shared/engine.d.ts"
 * @import { Study } from "../../api/study.js"
 */
import { CODES, SillageError } from "../../shared/errors.js";

/** Rows asked for at once. */
const CHUNK = 200;

/**
 * The rows of the ranking that are on the page: asked for as they come into view, kept until the question changes.
 * Until the first answer to a new question, the rows of the previous one stay.
 */
export class Rows {
  /**
   * @param {() => Study | null} study
   * @param {() => void} changed
   * @param {(error: SillageError) => void} failed
   */
  constructor(study, changed, failed) {
    this.study = study;
    /** Counts what changed, for parts that show the rows. */
    this.revision = 0;
    this.changed = () => {
      this.revision += 1;
      changed();
    };
    this.failed = failed;
    /** @type {Map<number, RankingRow[]>} */
    this.chunks = new Map();
    /** @type {Set<number>} */
    this.asked = new Set();
    /** @type {RankingQuery} */
    this.query = {};
    this.version = 0;
    this.matched = 0;
    this.ranked = 0;
    this.apart = 0;
    this.loading = false;
  }

  /**
   * Asks a new question.
   * @param {RankingQuery} query
   */
  async ask(query) {
    const version = ++this.version;
    this.query = query;
    this.loading = true;
    this.revision += 1;
    await this.#fetch(0, version, true);
  }

  /** Forgets everything. */
  clear() {
    this.version += 1;
    this.revision += 1;
    this.chunks.clear();
    this.asked.clear();
    this.matched = this.ranked = this.apart = 0;
    this.loading = false;
  }

  /**
   * @param {number} at
   * @returns {RankingRow | undefined}
   */
  get(at) {
    return this.chunks.get(Math.floor(at / CHUNK))?.[at % CHUNK];
  }

  /**
   * Makes sure that a range is on its way.
   * @param {number} from
   * @param {number} to
   */
  want(from, to) {
    for (let chunk = Math.floor(from / CHUNK); chunk * CHUNK < Math.min(to, this.matched); chunk += 1) {
      if (!this.chunks.has(chunk) && !this.asked.has(chunk) && !this.loading) void this.#fetch(chunk, this.version, false);
    }
  }

  /**
   * @param {number} chunk
   * @param {number} version
   * @param {boolean} first
   */
  async #fetch(chunk, version, first) {
    const study = this.study();
    if (!study) return;
    this.asked.add(chunk);
    try {
      const window = await study.ranking({ ...this.query, from: chunk * CHUNK, to: (chunk + 1) * CHUNK });
      if (version !== this.version) return;
      if (first) {
        this.chunks.clear();
        this.asked.clear();
        this.loading = false;
      }
      this.asked.add(chunk);
      this.chunks.set(chunk, window.rows);
      this.matched = window.matched;
      this.ranked = window.ranked;
      this.apart = window.apart;
      this.changed();
    } catch (error) {
      if (version !== this.version) return;
      this.loading = false;
      this.asked.delete(chunk);
      const known = SillageError.from(error);
      if (known.code !== CODES.cancelled && known.code !== "analysis.missing") this.failed(known);
      this.changed();
    }
  }
}
