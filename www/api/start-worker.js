import { CODES, SillageError, trapped } from "../shared/errors.js";

/** @typedef {{ worker: string, wasm: Uint8Array<ArrayBuffer> }} EngineSource */
/** @typedef {{ createScriptURL(url: string): string }} ScriptPolicy */

/** @type {ScriptPolicy | null} */
let policy = null;
/** @type {Set<string>} Addresses that this module made. */
const made = new Set();
/** @type {WeakMap<Uint8Array, Promise<WebAssembly.Module>>} */
const compiled = new WeakMap();

/**
 * The engine's code, compiled once however many workers run it.
 * @param {Uint8Array<ArrayBuffer>} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
export function compile(wasm) {
  if (typeof WebAssembly === "undefined") return Promise.reject(new SillageError(CODES.noWasm, {}, true));
  let module = compiled.get(wasm);
  if (!module) {
    module = WebAssembly.compile(wasm).catch((error) => {
      compiled.delete(wasm);
      // A policy without 'wasm-unsafe-eval' refuses to compile, with an error that names it.
      if (/unsafe-eval|Content Security|CSP|disallowed by embedder/i.test(String(error))) {
        throw new SillageError(CODES.policy, { directive: "script-src 'wasm-unsafe-eval'" }, true, error);
      }
      throw error instanceof WebAssembly.CompileError ? new SillageError(CODES.noWasm, {}, true, error) : trapped(error);
    });
    compiled.set(wasm, module);
  }
  return module;
}

/**
 * A classic worker made from text.
 * @param {string} text
 * @returns {Worker}
 */
export function startWorker(text) {
  if (typeof Worker === "undefined") throw new SillageError(CODES.noWorker, {}, true);
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  made.add(url);
  try {
    return new Worker(scriptUrl(url), { name: "sillage" });
  } catch (error) {
    if (error instanceof SillageError) throw error;
    throw new SillageError(CODES.policy, { directive: "worker-src blob:" }, true, error);
  } finally {
    made.delete(url);
    // The browser has taken the text by the time the worker answers; half a minute is far past that.
    setTimeout(() => URL.revokeObjectURL(url), 30_000);
  }
}

/**
 * A classic worker from an address of the page's own site.
 * @param {string} address
 * @param {SillageError} refused what is thrown where the browser does not take it
 * @returns {Worker}
 */
export function startWorkerAt(address, refused) {
  if (typeof Worker === "undefined") throw new SillageError(CODES.noWorker, {}, true);
  made.add(address);
  try {
    return new Worker(scriptUrl(address), { name: "sillage" });
  } catch (error) {
    throw error instanceof SillageError ? error : refused;
  } finally {
    made.delete(address);
  }
}

/**
 * Where scripts need a trusted address: a policy that lets nothing through but the addresses made here.
 * @param {string} url
 * @returns {string}
 */
function scriptUrl(url) {
  const types = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } }} */ (
    /** @type {unknown} */ (globalThis)).trustedTypes;
  if (!types) return url;
  try {
    policy ??= types.createPolicy("sillage", {
      createScriptURL(asked) {
        if (made.has(asked)) return asked;
        throw new TypeError("not an address of ours");
      },
    });
  } catch (error) {
    throw new SillageError(CODES.policy, { directive: "trusted-types sillage" }, true, error);
  }
  return policy.createScriptURL(url);
}
