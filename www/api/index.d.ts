/**
 * Sillage: who really moves an audience, from exports, in the browser or in Node.
 *
 * The same module everywhere: in a browser the engine runs in a worker of its own, in Node in the calling thread.
 * Every method that reaches the engine returns a promise; they run one after the other, in the order called.
 */
import type {
  BackTest, BackTestOptions, BrandPeople, ColumnName, CommunityRow, CompareWindowsOptions, Dossier, GraphSize,
  ImportOptions, LookAlike, Measured, Movers, NetworkOptions, Overview, Phase, Platform, Projection, ProjectionParams, RankingQuery,
  RankingWindow, Receipt, Settings, SettingsPatch, SimulateOptions, Simulated, Suggestion, Summary, Team,
  TeamOptions, WindowComparison,
} from "../shared/engine.d.ts";

export type * from "../shared/engine.d.ts";

export interface StudyProgress {
  /** `read`: a file; otherwise the phase of the analysis. */
  phase: "read" | Phase;
  /** Done, 0 to 1: of the file, or of the analysis. */
  share: number;
  finished: boolean;
  /** Milliseconds since this work began. */
  elapsed: number;
  /** The file, while one is read. */
  name?: string;
  /** The file inside it, where it is an archive, a workbook or a folder. */
  part?: string;
}

export interface WorkOptions {
  /** Calls the work off: the promise rejects with the code `cancelled` within a second. */
  signal?: AbortSignal;
  onProgress?: (progress: StudyProgress) => void;
}

export interface AddOptions extends WorkOptions {
  /** Name of the file; by default its own. */
  name?: string;
  /** What to decide instead of detecting it. */
  mapping?: ImportOptions;
}

/**
 * Every error of this module: a stable code with the values of its message, never prose.
 * `fatal`: the engine that threw it is gone. In a browser the study starts another one by itself and reads its files
 * again; in Node the process has to start over.
 */
export class SillageError extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly fatal: boolean;
}

export interface Study {
  /** Reads a file, slice by slice. The study keeps the handle, so that the file can be read again after a crash. */
  add(file: File | Blob | Uint8Array, options?: AddOptions): Promise<Receipt>;
  /** Takes a file out, by what was given to `add` or by name. `false` where it was not there. */
  remove(file: File | Blob | Uint8Array | string): Promise<boolean>;
  /** Changes settings; what a patch leaves out keeps its value. Gives them all. */
  configure(patch: SettingsPatch, options?: { signal?: AbortSignal }): Promise<Settings>;
  /** Computes what the files and settings allow; only what changed is computed again. */
  analyse(options?: WorkOptions & {
    /** `"ranking"`: what comes after it (uncertainty, value, types of people, time) is left to `deepen`. */
    until?: "ranking" | "end";
  }): Promise<Summary>;
  /**
   * Makes the graph alone, for `measure` and `projection`: nobody is ranked, and what needs a ranking says
   * `analysis.missing`. `analyse` goes on from it.
   */
  graph(options?: WorkOptions): Promise<GraphSize>;
  /** People who stand up for the brand, work for it, buy from it or speak against it, and posts about it to review. */
  brandPeople(): Promise<BrandPeople>;
  /** The largest communities, named by what their accounts say more than the others. */
  communities(): Promise<CommunityRow[]>;
  /** Who rises and who fades, the surest first, with the curve of each; null before `deepen`. */
  movers(): Promise<Movers | null>;
  /** Words and tags that the brief could have as well. */
  suggestions(): Promise<Suggestion[]>;
  /** The accounts nearest to some (by index), best first. */
  lookAlikes(ticked: readonly number[], most?: number): Promise<LookAlike[]>;
  /**
   * Computes what comes after the ranking. Questions are answered meanwhile, with what is there; any other work calls
   * it off (`cancelled`).
   */
  deepen(options?: WorkOptions): Promise<Summary>;
  /** Counts, window, coverage, findings, method version. */
  summary(): Promise<Summary>;
  /** Handles and networks, in the order of every column. */
  accounts(): Promise<{ handle: string[]; platform: Platform[] }>;
  /** One number an account; NaN is unknown. */
  column(name: ColumnName): Promise<Float64Array>;
  /** A measure of the graph by its name (docs/measures.md), on the ties that `params.graph` chooses. */
  measure(name: string, params?: Record<string, unknown>, options?: WorkOptions): Promise<Measured>;
  /** Accounts tied by what they have in common in their posts, or what goes with what. */
  projection(params: ProjectionParams, options?: WorkOptions): Promise<Projection>;
  /** The study at a glance: activity through time, languages, themes, share of voice (docs/method.md, section 22.1). */
  overview(work?: WorkOptions): Promise<Overview>;
  /** Whom to recruit together: members, what they reach, and what a plain ranking would (docs/team.md). */
  team(options?: TeamOptions, work?: WorkOptions): Promise<Team>;
  /** What would happen: a cascade step by step, a sweep of thresholds, or where opinions settle (docs/team.md). */
  simulate(options: SimulateOptions, work?: WorkOptions): Promise<Simulated>;
  /** Whether the ranking is right on these data: the early part is ranked, the later part is the judge (docs/back-test.md). */
  backTest(options?: BackTestOptions, work?: WorkOptions): Promise<BackTest>;
  /** What changed between two windows of the same files: totals, ranks, people, communities (docs/back-test.md). */
  compareWindows(options: CompareWindowsOptions, work?: WorkOptions): Promise<WindowComparison>;
  /** One window of the ranking. */
  ranking(query?: RankingQuery): Promise<RankingWindow>;
  /** The dossier of an account, by handle (any case, with or without @) or by index. */
  account(which: string | number): Promise<Dossier>;
  /**
   * A file: the ranking as `csv` (`dialect`, `raw`, `top`, `query`, `headers`), `xlsx` (`top`, `query`, `headers`, `sheets`,
   * `notes`) or `json` (`top`, `query`); the network as `gexf` (1.3) or `graphml` (`NetworkOptions`), ids as strings, what is
   * unknown left out. `pseudonyms: "Influencer"` leaves every name out; `key` (`pseudonyms`, `dialect`) says who is who.
   */
  export(kind: "csv" | "xlsx" | "json" | "key", options?: Record<string, unknown>): Promise<Uint8Array>;
  export(kind: "gexf" | "graphml", options?: NetworkOptions): Promise<Uint8Array>;
  /** The list of `settings.optOut` as fingerprints: what a file can keep without anybody's name. */
  optOutFingerprints(salt: string): Promise<string[]>;
  /** SHA-256 of the canonical result: equal on every engine for the same bytes and settings. */
  hash(): Promise<string>;
  /** Ends the engine and gives its memory back. */
  close(): void;
}

/** Where the engine comes from, in browsers: the text of a classic worker, and the WebAssembly module. */
export interface EngineSource {
  worker: string;
  wasm: Uint8Array<ArrayBuffer>;
}

export interface OpenOptions {
  /** Browsers: another place to take the engine from. */
  source?: () => Promise<EngineSource>;
  /** Node: the bytes of the engine, where `sillage.wasm` does not lie beside the module. */
  wasm?: Uint8Array<ArrayBuffer>;
}

/**
 * Opens an empty study.
 *
 * Throws a `SillageError` where the engine cannot run: `engine.no_wasm`, `engine.no_worker`, `engine.timeout`, or
 * `engine.policy` with the `directive` that the page's Content-Security-Policy lacks.
 */
export function open(options?: OpenOptions): Promise<Study>;

/** Version of the package. */
export const VERSION: string;
