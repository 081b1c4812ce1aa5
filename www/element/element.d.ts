/** `<sillage-app>`: attributes, properties, methods and events, as docs/embedding.md tells them. */
import type { RankingRow, Settings, SettingsPatch, Summary } from "./types/shared/engine.d.ts";
import type { SillageError } from "./types/shared/errors.js";

/** A file, or files that belong together, by their path inside. */
export type SillageFile = File | { name: string; files: { path: string; file: File }[] };
export type SillageView = "full" | "results" | "map" | "table";
export type SillageKind = "csv" | "xlsx" | "json" | "gexf" | "graphml" | "report";

/** What came of an analysis: counts, and nobody's name. */
export interface SillageCounts {
  files: number;
  accounts: number;
  posts: number;
  /** Accounts with enough data to be ranked. */
  ranked: number;
  ties: number;
  communities: number | null;
  /** Version of the method. */
  method: string;
  /** Whether what comes after the ranking (intervals, communities) is known as well: each analysis is told twice. */
  complete: boolean;
}

/** Frozen. */
export interface SillageResults {
  readonly summary: Readonly<Summary>;
  /** In the order of the ranking, those listed apart after the others; 10,000 at the most. */
  readonly ranking: readonly Readonly<RankingRow>[];
}

export interface SillageExportChoice {
  who?: "all" | "shown";
  minFollowers?: number | null;
  /** `false`: pseudonyms in the place of names. */
  named?: boolean;
  dialect?: "fr" | "en" | "machine";
  /** People of the report. */
  top?: number;
  purpose?: string;
}

export interface SillageEventMap {
  "sillage-ready": CustomEvent<{ version: string }>;
  "sillage-progress": CustomEvent<{ task: "read" | "analyse" | "other"; phase: string; share: number; elapsed: number }>;
  /** `results` only with `expose-results`. */
  "sillage-result": CustomEvent<SillageCounts & { results?: SillageResults | null }>;
  "sillage-error": CustomEvent<{ code: string; fatal: boolean; directive?: string }>;
  /** Cancelable: the file is then not handed to the browser's downloads. `blob` and `name` only with `expose-results`. */
  "sillage-export": CustomEvent<{ kind: string; size: number; blob?: Blob; name?: string }>;
  /** `handle` and `platform` only with `expose-results`. */
  "sillage-select": CustomEvent<{ open: boolean; rank: number | null; handle?: string; platform?: string }>;
}

export class SillageApp extends HTMLElement {
  /** Milliseconds that an element which left the document keeps its engine. */
  static restMs: number;

  theme: "auto" | "light" | "dark";
  view: SillageView;
  /** Screens by name, separated by spaces, in the place of those of `view`. */
  sections: string;
  demo: boolean;
  readonly: boolean;
  /** `50MB`. */
  maxFileSize: string;
  storage: "none" | "session" | "local";
  workerSrc: string;
  exposeResults: boolean;

  /** What the host gave. */
  get files(): readonly SillageFile[];
  set files(value: Iterable<SillageFile> | null | undefined);
  get settings(): Readonly<Partial<Settings>>;
  set settings(value: SettingsPatch | null | undefined);
  get optOut(): readonly string[];
  set optOut(value: Iterable<string> | null | undefined);
  /** Null without `expose-results`. */
  readonly results: SillageResults | null;

  analyse(): Promise<SillageCounts>;
  cancel(): void;
  /** Gives the file with `expose-results`, else null. */
  export(kind: SillageKind, choice?: SillageExportChoice): Promise<Blob | null>;
  clear(): Promise<void>;

  addEventListener<K extends keyof SillageEventMap>(type: K, listener: (this: SillageApp, event: SillageEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: SillageApp, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export { SillageError };
export const VERSION: string;

declare global {
  interface HTMLElementTagNameMap {
    "sillage-app": SillageApp;
  }
}
