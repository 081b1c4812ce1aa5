/**
 * Pours what a container holds into the engine, entry by entry, in the thread that has both: the page supplies ranges of
 * the file and hears what became of each entry; the data themselves never come back to it.
 *
 * @import { Engine, ErrorValue, ImportOptions, Part, Receipt, Unpacker } from "./engine.d.ts"
 *
 * @typedef {object} UnpackerGlue what the second module's glue gives
 * @property {(options: { module: WebAssembly.Module }) => unknown} initSync
 * @property {new (name: string, bytes: number) => Unpacker} Unpacker
 * @property {() => void} forget drops the instance, so that the next `initSync` makes another one
 *
 * @typedef {object} ContainerOptions
 * @property {ImportOptions} [mapping] for every entry
 * @property {Record<string, ImportOptions>} [parts] for single entries, by path
 * @property {Record<string, ErrorValue>} [refused] entries that failed half-way before, with why: they are not read again
 * @property {string} [bundle] name under which the entries belong together; that of the file by default
 *
 * @typedef {object} Step
 * @property {{ offset: number, length: number } | null} need what to supply with the next step; `null`: nothing
 * @property {Part[]} parts entries that were done with since the last step
 * @property {string | null} path of the entry that is being read
 * @property {boolean} done
 * @property {boolean} dirty rows of an entry that failed are in the engine
 * @property {string | null} kind `zip`, `tar`, `gzip` or `workbook`
 * @property {string | null} manifest what an archive says that it is made of
 */
import { CODES, SillageError, isErrorValue, trapped } from "./errors.js";

/** How long a step works before it lets others in. */
const STEP_MS = 40;
/** Errors that come before the first record, so that the engine holds nothing of the file. */
export const REFUSED = new Set(["file.empty", "file.blank", "format.unsupported", "format.unknown", "argument.invalid"]);
/** Lists the files of an archive of X, so that a missing one is known. */
const MANIFEST = /(^|\/)data\/manifest\.js$/;
const MANIFEST_BYTES = 4 << 20;

export class Containers {
  /**
   * @param {Engine} engine
   * @param {UnpackerGlue} glue
   */
  constructor(engine, glue) {
    this.engine = engine;
    this.glue = glue;
    /** @type {WebAssembly.Module | null} */
    this.module = null;
    /** @type {Pouring | null} */
    this.pouring = null;
  }

  /** @param {WebAssembly.Module} module */
  loadUnpacker(module) {
    this.module = module;
  }

  /**
   * @param {string} name
   * @param {number} bytes
   * @param {ContainerOptions} [options]
   */
  openContainer(name, bytes, options = {}) {
    this.closeContainer();
    const { glue, module } = this;
    if (!module) throw new SillageError("argument.invalid", { name: "container", given: name });
    const unpacker = this.#guard(null, () => {
      // Makes an instance where there is none.
      glue.initSync({ module });
      return new glue.Unpacker(name, bytes);
    });
    this.pouring = new Pouring(this.engine, unpacker, name, options);
  }

  /**
   * Goes on, with the bytes that were asked for if there were any.
   * @param {number | null} offset
   * @param {Uint8Array | null} chunk
   * @returns {Step}
   */
  stepContainer(offset = null, chunk = null) {
    const { pouring } = this;
    if (!pouring) throw new SillageError("argument.invalid", { name: "container", given: "" });
    try {
      return pouring.step(offset, chunk, (work) => this.#guard(pouring, work));
    } catch (error) {
      this.closeContainer();
      throw error;
    }
  }

  /** Ends what is under way. */
  closeContainer() {
    const { pouring } = this;
    this.pouring = null;
    if (!pouring) return;
    pouring.abandon();
    if (!pouring.dead) this.#guard(pouring, () => pouring.unpacker.free());
  }

  /**
   * Works with the unpacker. When it traps, its instance is dropped; the engine is another one and lives on.
   * @template T
   * @param {Pouring | null} pouring
   * @param {() => T} work
   * @returns {T}
   */
  #guard(pouring, work) {
    try {
      return work();
    } catch (error) {
      if (isErrorValue(error)) throw SillageError.from(error);
      const { code, params } = trapped(error);
      if (pouring) {
        pouring.dead = true;
        // Unregisters it without a call into the dead instance.
        pouring.unpacker.__destroy_into_raw();
      }
      this.glue.forget();
      throw new SillageError(code === CODES.memory ? "archive.memory" : "archive.crashed", params, false, error);
    }
  }
}

/** One container on its way into the engine. */
class Pouring {
  /**
   * @param {Engine} engine
   * @param {Unpacker} unpacker
   * @param {string} name
   * @param {ContainerOptions} options
   */
  constructor(engine, unpacker, name, { mapping = {}, parts = {}, refused = {}, bundle = name }) {
    this.engine = engine;
    this.unpacker = unpacker;
    this.options = { mapping, parts, refused, bundle };
    /** @type {Part[]} */
    this.parts = [];
    this.read = 0;
    this.dirty = false;
    /** @type {{ path: string, declared: number, file: number | null, bytes: number, skip: string | null } | null} */
    this.entry = null;
    /** Path of the container inside, whose entries are coming. @type {string | null} */
    this.inside = null;
    /** @type {string | null} */
    this.manifest = null;
    this.done = false;
    /** Whether its reader trapped. */
    this.dead = false;
  }

  /**
   * @param {number | null} offset
   * @param {Uint8Array | null} chunk
   * @param {<T>(work: () => T) => T} guard around every call of the unpacker
   * @returns {Step}
   */
  step(offset, chunk, guard) {
    const until = performance.now() + STEP_MS;
    if (chunk && offset !== null) guard(() => this.unpacker.supply(offset, chunk));
    /** @type {Step["need"]} */
    let need = null;
    while (!this.done && !need && performance.now() < until) {
      let event;
      try {
        event = guard(() => this.unpacker.next());
      } catch (error) {
        // What was read before stays read; the rest cannot be had any more.
        if (this.read === 0 && this.parts.length === 0) throw error;
        event = { type: /** @type {const} */ ("failed"), path: this.entry?.path ?? "", error: SillageError.from(error).toValue() };
        this.done = true;
      }
      switch (event.type) {
        case "need":
          need = { offset: event.offset, length: event.length };
          break;
        case "entry":
          guard(() => this.unpacker.answer(this.#ask(event.path, event.bytes)));
          break;
        case "data":
          if (!this.#data(event.bytes)) guard(() => this.unpacker.answer(false));
          break;
        case "end":
          this.#end(event.notes);
          break;
        case "skipped":
          this.entry = null;
          this.#tell({ path: event.path, bytes: event.bytes, skipped: event.code });
          break;
        case "failed":
          this.#failed(event.path, event.error);
          break;
        default:
          this.done = true;
      }
    }
    const { parts, done, dirty, manifest } = this;
    this.parts = [];
    return { need, parts, path: this.entry?.path ?? null, done, dirty, manifest, kind: this.dead ? null : guard(() => this.unpacker.kind()) ?? null };
  }

  /** Leaves the entry that is under way. */
  abandon() {
    const file = this.entry?.file ?? null;
    if (file === null) return;
    this.engine.abandonFile(file);
    this.dirty = true;
    this.entry = null;
  }

  /**
   * Whether an entry is wanted.
   * @param {string} path
   * @param {number | null} bytes
   */
  #ask(path, bytes) {
    // No byte came of the entry that was taken: it is a container, and this one is inside it.
    if (this.entry && path.startsWith(`${this.entry.path}/`)) this.inside = this.entry.path;
    else if (this.inside !== null && !path.startsWith(`${this.inside}/`)) this.inside = null;
    const declared = bytes ?? 0;
    this.entry = null;
    const refused = this.options.refused[path];
    if (refused) {
      this.#tell({ path, bytes: declared, error: refused });
      return false;
    }
    const skip = this.engine.verdict(path) ?? null;
    const manifest = MANIFEST.test(path) && declared < MANIFEST_BYTES;
    if (skip && !manifest) {
      this.#tell({ path, bytes: declared, skipped: skip });
      return false;
    }
    if (manifest) this.manifest = "";
    this.entry = { path, declared, file: null, bytes: 0, skip };
    return true;
  }

  /**
   * Hands bytes on; whether more are wanted.
   * @param {Uint8Array} bytes
   */
  #data(bytes) {
    const { entry } = this;
    if (!entry) return false;
    entry.bytes += bytes.length;
    this.read += bytes.length;
    if (MANIFEST.test(entry.path)) this.manifest = (this.manifest ?? "") + new TextDecoder().decode(bytes);
    if (entry.skip) return true;
    try {
      // No size is declared: the archive's word for it may be a lie.
      entry.file ??= this.engine.beginFile(this.#name(entry.path), 0, this.#options(entry.path));
      this.engine.push(entry.file, bytes);
      return true;
    } catch (error) {
      this.#refuse(error);
      return false;
    }
  }

  /** @param {{ code: string, count: number }[]} notes */
  #end(notes) {
    const { entry } = this;
    if (!entry) return;
    if (entry.skip || entry.file === null) {
      this.entry = null;
      return this.#tell({ path: entry.path, bytes: entry.bytes, skipped: entry.skip ?? "entry.empty" });
    }
    try {
      const receipt = this.engine.finishFile(entry.file);
      const issues = notes.map(({ code, count }) => ({ code, severity: /** @type {const} */ ("note"), count, places: [] }));
      this.#tell({ path: entry.path, bytes: entry.bytes, receipt: { ...receipt, issues: [...receipt.issues, ...issues] } });
      this.entry = null;
    } catch (error) {
      this.#refuse(error);
    }
  }

  /**
   * The engine will not have this entry.
   * @param {unknown} error
   */
  #refuse(error) {
    // A trap of the engine is no matter of this entry alone.
    if (!isErrorValue(error)) throw error;
    const { path = "", declared = 0, bytes = 0 } = this.entry ?? {};
    this.entry = null;
    const value = SillageError.from(error).toValue();
    this.dirty ||= !REFUSED.has(value.code);
    this.#tell({ path, bytes: Math.max(declared, bytes), error: value });
  }

  /**
   * @param {string} path
   * @param {ErrorValue} error
   */
  #failed(path, error) {
    const bytes = this.entry?.bytes ?? 0;
    this.abandon();
    this.entry = null;
    this.#tell({ path, bytes, error });
  }

  /** @param {{ path: string, bytes: number, receipt?: Receipt, skipped?: string, error?: ErrorValue }} part */
  #tell({ path, bytes, receipt = undefined, skipped = undefined, error = undefined }) {
    this.parts.push({ path, bytes, receipt: receipt ?? null, skipped: skipped ?? null, error: error ?? null });
  }

  /** What the engine calls an entry: its path inside its own container. @param {string} path */
  #name(path) {
    return this.inside === null ? path : path.slice(this.inside.length + 1);
  }

  /**
   * @param {string} path
   * @returns {ImportOptions}
   */
  #options(path) {
    const { mapping, parts, bundle } = this.options;
    // A packed file inside belongs to what is around it; an archive inside is one of its own.
    const own = this.inside !== null && (!/\.gz$/i.test(this.inside) || /\.tar\.gz$/i.test(this.inside));
    return { bundle: own ? `${bundle}/${this.inside}` : bundle, ...mapping, ...parts[path] };
  }
}
