/**
 * Modules that `scripts/build.mjs` provides. The same page code serves the hosted page and the single file: only the
 * place where the engine's bytes come from differs, and that place is `virtual:sillage-engine`.
 */
declare module "virtual:sillage-engine" {
  /**
   * The text of the classic worker script and the bytes of the WebAssembly module.
   *
   * The hosted page loads a chunk of its own with the first call; the single file decodes a data block that it holds.
   * Nothing is fetched in either case. Later calls give the same promise.
   */
  export function engineSource(): Promise<{ worker: string; wasm: Uint8Array<ArrayBuffer> }>;
  /** The bytes of the second module, which reads containers; come by in the same way, and only when asked for. */
  export function unpackSource(): Promise<Uint8Array<ArrayBuffer>>;
}

/** The glue that wasm-bindgen wrote (`build/wasm/sillage.js`), for the worker and for Node. */
declare module "virtual:sillage-glue" {
  /** Makes the one instance of this realm from a compiled module. */
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const Engine: typeof import("../www/shared/engine.d.ts").Engine;
}

/** The glue of the second module (`build/wasm-unpack/sillage_unpack.js`). */
declare module "virtual:sillage-unpack-glue" {
  export function initSync(options: { module: WebAssembly.Module }): { memory: WebAssembly.Memory };
  export const Unpacker: typeof import("../www/shared/engine.d.ts").Unpacker;
  /** Drops the instance: the next `initSync` makes another one. */
  export function forget(): void;
}

/** The method, `docs/methode.md` and `docs/method.md`, as blocks of text. */
declare module "virtual:sillage-method" {
  export const fr: import("../www/page/parts/prose.js").Block[];
  export const en: import("../www/page/parts/prose.js").Block[];
}
