/**
 * The shapes that cross the boundary between the page, the worker and the engine (Rust, WebAssembly).
 *
 * One place, imported by both sides. Rules: numbers cross as typed arrays, text crosses per visible window,
 * objects are small. Times are milliseconds since 1970 UTC. `null` (or NaN in a typed array) is unknown, never zero.
 * Codes are stable; the page translates them (locales/*.ftl), the engine never ships prose.
 */

export type Platform =
  | "unknown" | "x" | "instagram" | "facebook" | "tiktok" | "linkedin" | "youtube"
  | "mastodon" | "bluesky" | "reddit" | "telegram" | "threads" | "discord" | "slack" | "whatsapp" | "tumblr" | "truth"
  | "gab" | "vk" | "pinterest" | "web" | "email";
export type Layer = "repost" | "quote" | "reply" | "mention" | "like" | "follow" | "link";
export type PostKind = "original" | "repost" | "quote" | "reply";
export type Pillar = "reach" | "relevance" | "resonance";
export type SubFactor = "popularity" | "proximity" | "goodwill" | "authority" | "trust" | "affinity" | "frequency" | "period" | "amplitude";
/** `none` orders by distinct recent re-sharers (resonance first). */
export type Objective = "none" | "awareness" | "consideration" | "conversion" | "advocacy" | "crisis";

/** What the caller may decide about one file before it is read. Everything is optional: the engine sniffs. */
export interface ImportOptions {
  /** Format code that overrides detection (as in `Receipt.format`). */
  format?: string;
  encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "windows-1254"
    | "iso-8859-15" | "macintosh";
  /** One character. */
  separator?: string;
  /** `false`: quotes are ordinary characters (repairs a file with an unclosed quote). */
  quotes?: boolean;
  /** Column name → role, for tables: overrides what was detected. `ignored` drops a column. */
  roles?: Record<string, string>;
  /** Platform of the accounts where the file does not say it. */
  platform?: Platform;
  /** Order of day and month in dates like 05/02/2024, where the column itself cannot tell. */
  dayFirst?: boolean;
  /** What a single mark in numbers like `1,234` means, where the column itself cannot tell. */
  decimal?: "comma" | "point";
  /** Line of the row that names the columns, from 1; 0: there is none. */
  headerLine?: number;
  /** `false`: text that was encoded twice (`Ã©`) is left as it is. */
  repairText?: boolean;
  /** Whose list a list of people is. By default its columns and its name tell. */
  list?: "staff" | "customers" | "none";
  /** Archive, workbook or folder that the file is a part of: its parts may tell whose it is. Empty for a loose file. */
  bundle?: string;
  /** The moment of the import, in milliseconds: what is dated later is noted. By default, now. */
  today?: number;
}

/** Something only the user can tell: the same cell, read in two ways. */
export interface Question {
  kind: "number" | "date";
  column: string;
  sample: string;
  /** What to set so that it is read this way, and what the sample then is (a number, or an ISO date). */
  readings: { option: Pick<ImportOptions, "decimal" | "dayFirst">; shown: string }[];
}

/** One file inside an archive, a workbook or a folder. */
export interface Part {
  path: string;
  bytes: number;
  receipt: Receipt | null;
  /** Code of the reason why it was not read. */
  skipped: string | null;
  error: ErrorValue | null;
}

export type Confidence = "certain" | "likely" | "guess";

/** What a file added that scores are made of. */
export interface Content {
  /** Accounts that were not known before. */
  accounts: number;
  /** People who wrote the posts that it added. */
  authors: number;
  /** Accounts whose followers were not known before. */
  followers: number;
  /** Posts with a text, with a date, and with a count of views. */
  texts: number;
  dated: number;
  viewed: number;
  /** Accounts whose value, and whose cost, was not known before, and those that no list of staff or customers held. */
  valued: number;
  priced: number;
  listed: number;
  /** Ties by kind, those of an account with itself left out. */
  layers: Record<Layer, number>;
}

export type Severity = "note" | "repaired" | "dropped";
export interface Place { row: number; line: number; column: string | null; excerpt: string }
export interface Issue { code: string; severity: Severity; count: number; places: Place[] }
export interface ColumnReading {
  name: string;
  role: string;
  reading: string | null;
  samples: string[];
  /** How sure the role is; none for a column that plays none. */
  confidence: Confidence | null;
}

/** What became of one file. `seen === kept + dropped`, always. */
export interface Receipt {
  name: string;
  /** Adapter code: `rtweet`, `twarc_v1`, `twarc_v2`, `posts`, `interaction_log`, `edges`, `influencers`… */
  format: string;
  encoding: string;
  separator: string | null;
  headerLine: number | null;
  bytes: number;
  seen: number;
  kept: number;
  dropped: number;
  repaired: number;
  posts: number;
  ties: number;
  selfTies: number;
  firstTime: number | null;
  lastTime: number | null;
  /** XXH3-128 of the bytes, or of the hashes of their blocks: files with the same fingerprint are copies of one another. */
  fingerprint: string;
  columns: ColumnReading[];
  issues: Issue[];
  /** Archive, workbook or folder that the file is a part of. */
  bundle: string | null;
  /** How sure the format is. */
  confidence: Confidence;
  questions: Question[];
  /** Whose list it is, where it is one of a brand's own. */
  list: "staff" | "customers" | null;
  content: Content;
  /** Files inside, for an archive, a workbook or a folder; added by the public module, not by the engine. */
  parts?: Part[];
}

export interface Settings {
  objective: Objective;
  /** Weights of the pillars, replacing the objective's; they need not add up to 1. */
  weights: Record<Pillar, number> | null;
  /** Weights of the sub-factors inside their pillars, replacing the objective's; only the ratios inside a pillar count. */
  factorWeights: Record<SubFactor, number> | null;
  /** Words, "phrases", OR, -exclusion, #tag, prefix*; empty = no subject. */
  brief: string;
  /** The brand that the campaign is for; names are matched as the words of a brief. */
  brand: Brand | null;
  /** The brands it is compared with, 31 at the most. */
  competitors: Brand[];
  /** Whom the campaign wants to reach: accounts that meet one entry of every kind that has any, and those named. */
  audience: Audience;
  /** Whom the brand knows already: handles, addresses or e-mails. */
  lists: { employees: string[]; customers: string[] };
  /** Only what happened in [from, to) counts. `null` = open. */
  window: { from: number | null; to: number | null };
  ties: {
    /** Weight of each layer in the attention graph. */
    weights: Record<Layer, number>;
    /** `auto`: chosen by internal back-test; a number: days; `null`: no decay. */
    halfLifeDays: "auto" | number | null;
  };
  /** Whether engagement that asks to be checked counts less. */
  discount: boolean;
  /** Tones of posts that were corrected by hand, by `EvidencePost.tone.key`. A patch gives all of them. */
  tones: Record<string, ToneLabel>;
  /** People who asked to be left out: handles, addresses of profiles, or fingerprints (`sha256:<salt>:<hex>`). A patch gives all of them. */
  optOut: string[];
  seed: number;
}
export type ToneLabel = "positive" | "neutral" | "negative";
export interface Brand { name: string; aliases: string[] }
export interface Audience {
  /** Numbers of communities, as `column("community")` gives them. */
  communities: number[];
  /** Codes: `fr`. */
  languages: string[];
  /** Words of what accounts say of themselves. */
  places: string[];
  /** Handles or ids. */
  accounts: string[];
}
/** Any part may be left out; it keeps its present value. */
export type SettingsPatch = {
  [K in keyof Settings]?: Settings[K] extends unknown[] ? Settings[K] : Settings[K] extends object | null ? Partial<Settings[K]> | null : Settings[K];
};

export type Phase = "model" | "text" | "reading" | "graph" | "communities" | "credit" | "authenticity" | "authority" | "score" | "uncertainty" | "value" | "people" | "time" | "effect" | "measure" | "done";
export interface Progress { phase: Phase; share: number; finished: boolean }

export interface SubFactorCoverage {
  available: boolean;
  /** Why not: `no_followers`, `no_ties`, `no_text`, `no_brief`, `no_time`, `too_short`… */
  reason: string | null;
  /** Accounts for which it is known. */
  accounts: number;
}

export interface Summary {
  methodVersion: string;
  accounts: number;
  posts: number;
  ties: Record<Layer, number>;
  arcs: number;
  selfTies: number;
  components: number;
  largestComponent: number;
  /** Moments really covered by the data inside the window. */
  firstTime: number | null;
  lastTime: number | null;
  halfLife: {
    days: number | null;
    /** `back_test`, `default` (too few events to choose), `given`, `none` (no times). */
    source: string;
    /** What the internal back-test saw; empty when it did not run. */
    candidates: { days: number | null; ndcg: number }[];
  };
  /** Layers that credit is drawn from: re-shares where there are any, else replies, mentions and links. */
  creditLayers: Layer[];
  brief: { terms: string[]; matchingPosts: number | null; matchingAuthors: number | null };
  coverage: Record<SubFactor, SubFactorCoverage>;
  /** Weights really used. */
  weights: Record<Pillar, number>;
  /** Weights of the sub-factors really used. */
  factorWeights: Record<SubFactor, number>;
  /** What the objective asks of an account first; those that pass come before the others. Nothing is asked where `reason` says why. */
  gate: { gate: "on_topic_posts" | "ambassador"; reason: string | null; passed: number } | null;
  communities: { count: number; largest: number; modularity: number | null } | null;
  /** Accounts with at least half of the weights known: they are ranked; the others are listed apart. */
  ranked: number;
  /** Sentences of findings: codes with parameters. */
  findings: { code: string; params: Record<string, string | number> }[];
  /** Whom the settings name, how many of them are in the data, and the first of those who are not. */
  listed: Record<"employees" | "customers" | "audience", { given: number; found: number; missing: string[] }>;
  /** Accounts of the target audience (null: none is named), and those that say where they are, that describe themselves, that do either. */
  audience: { members: number | null; located: number; described: number; either: number };
  /** What became of the people of `settings.optOut`; null where nobody asked. */
  optOut: Withdrawn | null;
  /** Languages of accounts by code, the most frequent first. */
  languages: { code: string; accounts: number }[];
  /** Posts whose tone can be read, and those of them that have one; null without texts. */
  tone: { judged: number; toned: number } | null;
  /** How far the ranking holds; null before `deepen`. */
  stability: Stability | null;
}

/** People left out at their own wish. */
export interface Withdrawn {
  /** Names on the list, and those of them that the files hold. */
  asked: number;
  found: number;
  /** What was left out: accounts, posts (theirs, and those that only repeat them), ties. */
  accounts: number;
  posts: number;
  ties: number;
  /** Texts of others in which a name is covered. */
  covered: number;
}

/** What of the first places stays when something is changed. */
export interface Stability {
  lines: {
    /** Other people awake, other days, other weights of the pillars (drawn again); another half-life, weight of a layer, objective. */
    what: "people" | "time" | "weights" | "halfLife" | "layer" | "objective";
    /** What a half-life or a weight was multiplied by. */
    times: number | null;
    layer: Layer | null;
    objective: Objective | null;
    /** Share of the first 10 and 50 that stay among them, 0 to 1; null where no more than so many are ranked. */
    top10: number | null;
    top50: number | null;
    /** Rank-biased overlap of the first 100, and Kendall's τ_b of the first 1,000. */
    overlap: number | null;
    tau: number | null;
  }[];
  replicates: number;
  /** Weeks or days drawn again; 0 where the data span too few. */
  timeBlocks: number;
  reason: string | null;
}

/** Who rises and who fades. */
export interface Movers {
  period: "weeks" | "days";
  first: number;
  periods: number;
  compared: [number, number];
  rising: Mover[];
  fading: Mover[];
  risingTotal: number;
  fadingTotal: number;
  reason: string | null;
}
export interface Mover {
  index: number; handle: string; rank: number | null; rise: number | null; riseLow: number | null; riseHigh: number | null;
  /** People who made the posts travel, by period. */
  people: number[];
}

/** Columns of `column(name)` and of `RankingQuery.sort`. */
export type ColumnName =
  | "score" | "rank" | Pillar | SubFactor | "community" | "participation" | "withinModule"
  | "rankLow" | "rankHigh" | "scoreLow" | "scoreHigh" | "inTop10" | "inTop50" | "inTop100" | "tier" | "percentile" | "percentileAmongPeers"
  | "authenticity" | "rawCredit" | "cie" | "cieDirect" | "cieIndirect" | "sourceCredit" | "relay" | "susceptibility" | "civDirect" | "civNet"
  | "spread" | "influence" | "socialImpact" | "visibility" | "capillarity" | "rise" | "riseLow" | "riseHigh" | "persistence" | "volatility"
  | "advocacy" | "value" | "cost" | "credit" | "resharers" | "pagerank" | "inDegree" | "outDegree"
  | "followers" | "posts" | "likes" | "coverage" | "component" | "topicShare" | "firstTime" | "lastTime";

export interface RankingQuery {
  /** `score` by default, or `credit` when the objective is `none`. `handle` sorts by name. */
  sort?: ColumnName | "handle";
  descending?: boolean;
  /** Part of a handle or of a display name, any case, accents ignored. */
  search?: string;
  platform?: Platform;
  /** Only this size; nobody before `deepen`. */
  size?: SizeTier;
  /** Only accounts of this language, by its code. */
  language?: string;
  /** `true` (default): only accounts with enough data. `false`: only those listed apart. `null`: all. */
  enough?: boolean | null;
  min?: Partial<Record<ColumnName, number>>;
  max?: Partial<Record<ColumnName, number>>;
  from?: number;
  to?: number;
}

export interface RankingRow {
  /** Index of the account in every column. */
  index: number;
  /** Rank in the order by objective among the accounts with enough data, from 1; null for those listed apart. */
  rank: number | null;
  handle: string;
  name: string | null;
  platform: Platform;
  score: number | null;
  reach: number | null;
  relevance: number | null;
  resonance: number | null;
  /** R_b: recent re-share credit, each pair counted once. */
  credit: number | null;
  /** Distinct people who re-shared. */
  resharers: number | null;
  followers: number | null;
  /** Posts inside the window; null when the data hold no post at all. */
  posts: number | null;
  coverage: number;
  enough: boolean;
  /** Interval of the rank (90 %) and tier; null before `deepen`, or where they cannot be told. */
  rankLow: number | null;
  rankHigh: number | null;
  tier: number | null;
  size: SizeTier | null;
  type: PersonType | null;
  direction: Direction | null;
  /** Confidence that engagement is genuine, 0 to 100. */
  authenticity: number | null;
}

export interface PostLine { text: string | null; time: number | null; tone: number | null; file: number; row: number }
export interface BrandPeople {
  people: {
    index: number; handle: string; name: string | null; standing: "ambassador" | "detractor" | "paid" | "doubtful" | "none";
    employee: boolean; customer: boolean; mentions: number; weeks: number | null;
    /** Of the posts about the brand; null where fewer than ten of them have a tone. */
    positive: number | null; negative: number | null; toned: number; ads: number;
    advocacy: number | null; authenticity: number | null; evidence: PostLine[];
  }[];
  total: number;
  /** Posts that say they are advertising, or that should perhaps. */
  paid: { index: number; handle: string; disclosed: boolean; reasons: string[]; post: PostLine }[];
  reason: string | null;
}
export interface CommunityRow {
  number: number; size: number; name: string[]; interests: { text: string; tag: boolean; z: number; accounts: number }[];
  central: { index: number; handle: string }[];
  /** Languages of its accounts, the most frequent first. */
  languages: { code: string; accounts: number }[];
  /** Share of the attention that its accounts give or get which stays inside, 0 to 1. */
  inside: number | null;
  /** The communities that it shares most attention with, and their shares of all of its attention. */
  near: { number: number; share: number }[];
  /** Its accounts with ties to the most people of other communities; most of those are in `towards`. */
  bridges: { index: number; handle: string; outside: number; inside: number; towards: number; participation: number | null }[];
}
/** What a network file holds. */
export interface NetworkOptions {
  /** Which accounts, as in the ranking; all by default, those listed apart included. */
  query?: RankingQuery;
  /** Accounts at the most, the best ranked first. */
  top?: number;
  /** Only these accounts, by index. */
  accounts?: number[] | Uint32Array;
  /** Where accounts are on a map: `accounts` by index (all, in their order, where it is left out), and places. */
  places?: { accounts?: number[] | Uint32Array; x: number[] | Float64Array; y: number[] | Float64Array };
  /** The word of pseudonyms: "Influencer" makes the first of the ranking "Influencer 001". Names, ids and addresses are left out then. */
  pseudonyms?: string;
}
export interface Suggestion { text: string; tag: boolean; z: number; npmi: number; accounts: number }
export interface LookAlike {
  index: number; handle: string; similarity: number; features: number | null; topics: number | null; circles: number | null;
  closest: string[]; different: string[];
}
export type SizeTier = "below" | "nano" | "micro" | "mid" | "macro" | "mega";
export type PersonType = "celebrity" | "opinion_leader" | "specialist" | "discoverer" | "networker" | "broadcaster" | "heavy_user";
export type Direction = "unknown" | "steady" | "rising" | "fading";

/** What is known of an account beyond its score. What is null is not computed yet (see `deepen`), or cannot be told. */
export interface Profile {
  /** Percentiles, 0 to 100. */
  standing: { overall: number | null; amongPeers: number | null; peers: number | null; by: "followers" | "reach" | null } | null;
  /** 90 % intervals, chances of being among the first 10, 50 and 100. */
  uncertainty: {
    rankLow: number | null; rankHigh: number | null; tier: number | null; scoreLow: number | null; scoreHigh: number | null;
    inTop: (number | null)[]; inTopByWeights: (number | null)[]; byTime: boolean; replicates: number; reason: string | null;
  } | null;
  authenticity: {
    confidence: number | null;
    signals: {
      signal: string; strength: number | null; toCheck: boolean; reason: string | null; figures: [string, number | null][];
      accounts: { index: number; handle: string }[]; accountsTotal: number; postsTotal: number;
    }[];
    rawCredit: number; credit: number; rankRaw: number; rankDiscounted: number;
  } | null;
  trend: {
    period: "weeks" | "days"; first: number; people: number[]; direction: Direction; rise: number | null; riseLow: number | null;
    riseHigh: number | null; persistence: number | null; volatility: number | null; compared: [number, number]; reason: string | null;
  } | null;
  /** The smallest changes that would gain a place, lose one, or enter the first ten. */
  moves: { goal: "gain" | "lose" | "enter"; place: number; changes: Change[]; weights: Change[] }[];
  size: { tier: SizeTier | null; basis: "followers" | "reach" | "unknown"; part: "macro" | "micro" | "public" | "unknown" } | null;
  types: {
    first: PersonType | null; second: PersonType | null; provisional: boolean;
    rules: {
      of: PersonType; holds: boolean | null; membership: number | null;
      conditions: { input: string; value: number | null; threshold: number | null; atLeast: boolean; holds: boolean | null; margin: number | null }[][];
    }[];
  } | null;
  community: { number: number; size: number; withinModule: number | null; participation: number | null; role: string } | null;
  influence: {
    cie: number; direct: number; indirect: number; positive: number | null; negative: number | null; sourceCredit: number;
    relay: number | null; susceptibility: number; standing: "no_interaction" | "public" | "source" | "relay";
  } | null;
  worth: { own: number | null; direct: number; net: number; known: number; total: number } | null;
  spread: Behaviour | null;
  chain: Behaviour | null;
  socialImpact: Behaviour | null;
  /** Percentile of popularity, 0 to 100. */
  visibility: number | null;
  /** Effective number of communities. */
  capillarity: number | null;
  effect: {
    compatible: boolean; per100: number | null; publicPer100: number | null; othersPer100: number | null; events: number | null;
    exposed: number | null; p: number | null; q: number | null; pBefore: number | null; reason: string | null;
  } | null;
}
export interface Behaviour { perPost: number | null; atLeast: number | null; posts: number; inferred: boolean; reason: string | null }
export interface Change {
  what: { factor: SubFactor } | { weight: Pillar } | "credit";
  from: number; to: number; naturalFrom: number | null; naturalTo: number | null;
}

export interface RankingWindow {
  /** Accounts that match the filters. */
  matched: number;
  /** Accounts with enough data, and those listed apart, before filters. */
  ranked: number;
  apart: number;
  rows: RankingRow[];
}

export interface FactorDetail {
  name: SubFactor;
  pillar: Pillar;
  /** Share of its pillar after renormalisation over what is known. */
  weight: number;
  available: boolean;
  reason: string | null;
  /** 0 to 100. */
  value: number | null;
  /** The value in its natural unit, with the unit's code and the parameters of its sentence. */
  natural: number | null;
  unit: string;
  params: Record<string, number | string | null>;
  /** Mid-rank percentile among the accounts where it is known, 0 to 100. */
  percentile: number | null;
  /** Part of the pillar that it brings: `weight × value`; they add up to the pillar. */
  contribution: number | null;
}

export interface Explanation {
  score: number | null;
  /** Score of an account that would be at the median of every pillar known here. */
  baseline: number | null;
  /** `ln(score / baseline)` is exactly the sum of the contributions. */
  contributions: {
    pillar: Pillar; weight: number; value: number | null; median: number | null; contribution: number | null;
    /** The same in points of score: `score − baseline` is exactly their sum. */
    points: number | null;
    /** What the sub-factors bring: their contributions add up to the pillar's, and their points to its points. */
    shares: {
      factor: SubFactor; weight: number; value: number | null; ofPillar: number | null; contribution: number | null; points: number | null;
    }[];
  }[];
}

export interface EvidencePost {
  text: string | null;
  time: number | null;
  kind: PostKind;
  url: string | null;
  id: string | null;
  lang: string | null;
  /** Topic weight of the post for the brief, 0 to 1; null without brief. */
  topic: number | null;
  /** Distinct people of the data who re-shared it; null when the data do not say. */
  resharers: number | null;
  likes: number | null;
  reposts: number | null;
  replies: number | null;
  views: number | null;
  /** How it sounds: as it was read (−1 to 1), as it was corrected, and what counts; null where the text is unknown. */
  tone: { key: string; read: number | null; label: ToneLabel | null; sounds: ToneLabel | null; words: { text: string; value: number }[] } | null;
  file: number;
  row: number;
  /** Name of the file, with the archive or folder that it is a part of. */
  source: string | null;
}

export interface TieRow {
  index: number;
  handle: string;
  platform: Platform;
  layers: Partial<Record<Layer, number>>;
  /** Credit of the pair, 0 to 1; null for ties towards others. */
  credit: number | null;
  firstTime: number | null;
  lastTime: number | null;
}

export interface Dossier extends RankingRow {
  id: string | null;
  bio: string | null;
  /** Where the account says it is, as it stands in the files. */
  location: string | null;
  following: number | null;
  verified: boolean | null;
  pillars: Record<Pillar, number | null>;
  factors: FactorDetail[];
  explanation: Explanation;
  evidence: EvidencePost[];
  evidenceTotal: number;
  /** Who reacts to this account, most credit first. */
  reactors: TieRow[];
  reactorsTotal: number;
  /** To whom this account reacts. */
  reactsTo: TieRow[];
  reactsToTotal: number;
  selfTies: number;
  /** How the account's own posts sound; the counts are null where fewer than ten have a tone. */
  tone: { posts: number; toned: number; positive: number | null; neutral: number | null; negative: number | null } | null;
  profile: Profile;
}

export interface ErrorValue { code: string; params: Record<string, string | number>; fatal: boolean }

/** A measure of the graph: one number an account, NaN where unknown. */
export interface Measured {
  /** The measure itself: the first of the columns. */
  values: Float64Array;
  /** All columns by name. */
  columns: Record<string, Float64Array>;
  /** What holds for the whole: iterations, error bounds, modularity… */
  facts: Record<string, any>;
  /** Names of what is tied, where a projection ties objects. */
  labels?: TextColumn;
}

/** How large the graph of a study is. */
export interface GraphSize {
  accounts: number;
  /** Ties as they were met: one for each repost, reply, mention… */
  ties: number;
  /** Pairs of accounts with a tie that counts, in one direction. */
  arcs: number;
}

/** What a projection is made of: `study.projection(params)`, or `graph: { project: params }` of any measure. */
export interface ProjectionParams {
  /** What accounts share; `coAction`: that they act on the same object within seconds, again and again. */
  of: "hashtag" | "link" | "domain" | "word" | "repost" | "coAction";
  /** What is tied: accounts (default), the objects themselves, or neither: `both`, side by side (see `docs/measures.md`). */
  onto?: "accounts" | "objects" | "both";
  /** With `both`: objects (60) and accounts (400) at the most. */
  objects?: number;
  accounts?: number;
  /** `newman` (default for accounts): 1/(k − 1) for each object of k accounts; `cosine` of TF-IDF; `npmi` (default for objects). */
  weighting?: "count" | "newman" | "cosine" | "npmi";
  /** Least in common: 1 for accounts, 5 for objects, 3 for co-action. */
  minShared?: number;
  /** Ties weigh more than this: 0, or 0.3 by default for objects. */
  minWeight?: number;
  /** What more than so many share makes no tie (1,000), and is counted in `facts.leftOut`. */
  maxDegree?: number;
  /** Co-action: what is acted on (`repost`). */
  on?: "hashtag" | "link" | "domain" | "word" | "repost";
  /** Co-action: seconds that may lie between (60). */
  window?: number;
  /** Co-action: ties have a cosine above this. */
  minCosine?: number;
  /** First moment that counts, in milliseconds; the study's window by default. Only for `study.projection`. */
  from?: number;
  /** First moment that no longer counts. */
  to?: number;
}

/** Ties, each once, the lower number first. */
export interface Projection {
  /** One end: an account by its index, or an object by its place in `labels`. */
  from: Uint32Array;
  to: Uint32Array;
  weight: Float64Array;
  /** What both have in common, counted. */
  shared: Uint32Array;
  /** Of the two accounts' vectors of TF-IDF; only for co-action. */
  cosine: Float64Array | null;
  /** Names of objects, where those are tied. */
  labels: string[] | null;
  /** `uses`, `makers` (objects that two or more share), `leftOut` of them for being too popular, `ties`, `groups`. */
  facts: Record<string, any>;
}

/** A share, or a difference, with its interval; `of`: out of how many. */
export interface Told { value: number; low: number; high: number; of: number }

/** A tag, a word, a site or a link. */
export interface Theme {
  text: string;
  /** Accounts that use it, one vote each, and posts that hold it. */
  accounts: number;
  posts: number;
  /** Share of those who wrote in each half that use it there. */
  first: number | null;
  second: number | null;
  /** The second share less the first, with its 99 % interval. */
  change: Told | null;
  moves: "up" | "down" | "unclear" | null;
  /** Share of its accounts that use it in posts on the subject; null without a brief. */
  onBrief: number | null;
}

/** What is said of a brand. */
export interface BrandVoice {
  name: string;
  /** Whether it is the brand of the settings. */
  own: boolean;
  posts: number;
  accounts: number;
  /** Share of the posts, of the accounts, of the reactions; a post or an account that names k brands gives 1/k to each. */
  share: Told | null;
  byAccounts: Told | null;
  byEngagement: Told | null;
  /** (positive − negative) / toned, of the posts that name this brand alone. */
  tone: { net: Told | null; toned: number; positive: number; negative: number };
  /** Share of the people who speak of the subject that name it. */
  awareness: Told | null;
}

/** The study at a glance: `study.overview()`. Where something cannot be told, `reason` says why by a stable code. */
export interface Overview {
  activity: {
    unit: "day" | "week" | "month" | "year" | null;
    /** First and last moment inside the window. */
    from: number | null;
    to: number | null;
    window: [number | null, number | null];
    /** `posts`: those with words of their own; `accounts`: those that wrote or interacted. */
    periods: { from: number; to: number; complete: boolean; posts: number; interactions: number; accounts: number }[];
    posts: number;
    interactions: number;
    accounts: number;
    /** Posts and interactions without a date. */
    undated: [number, number];
    /** What stands out: a peak (`ratio` times the usual period), or the second half against the first. */
    trend: { kind: "peak" | "rising" | "falling" | "steady"; ratio: number; at: number | null; of: "posts" | "interactions" } | null;
    reason: "no_time" | "empty_window" | "span_too_long" | null;
  };
  languages: {
    known: { code: string; posts: number; accounts: number }[];
    /** Posts and accounts whose language is not known. */
    unknown: [number, number];
    posts: number;
    accounts: number;
    reason: "no_text" | null;
  };
  themes: {
    tags: Theme[];
    words: Theme[];
    sites: Theme[];
    links: Theme[];
    /** Accounts that wrote: in all, in the first half, in the second, which begins at `middle`. */
    writers: number;
    writersFirst: number;
    writersSecond: number;
    middle: number | null;
    movesReason: "no_time" | "few_accounts" | null;
    reason: "no_text" | null;
  };
  voice: {
    /** The brand of the settings first, then the competitors. */
    brands: BrandVoice[];
    /** Posts and accounts that name any of them; posts that name several; posts by the brands' own handles, left out. */
    posts: number;
    accounts: number;
    several: number;
    official: number;
    /** Posts whose reactions are known, and where those come from. */
    counted: number;
    reactions: "counters" | "ties" | null;
    /** Whom awareness is among, and how many they are. */
    among: "topic" | "all" | null;
    amongAccounts: number;
    reasons: {
      share: "one_brand" | "few_posts" | null;
      byAccounts: "one_brand" | "few_accounts" | null;
      byEngagement: "one_brand" | "no_counters" | "few_reactions" | null;
      awareness: "few_accounts" | null;
    };
    reason: "no_brand" | "no_text" | null;
  };
}

/** A value with its 95 % interval; `low` and `high` are null where nothing tells them. */
export interface Estimate { value: number; low: number | null; high: number | null }
export type DiffusionModel = "independentCascade" | "linearThreshold" | "creditDistribution";

/** What `study.team` may choose, and how. */
export interface TeamOptions {
  /** How many members: 10; with a budget, the most. */
  size?: number;
  /** What the team may cost, in the unit of the costs. */
  budget?: number | null;
  /** Costs over those that the files give: by index, and defaults by size (the names of `SizeTier`). A cost by index comes before that of a file (null: unknown), that of a file before that of a size. */
  costs?: { accounts?: Record<number, number | null>; tiers?: Partial<Record<SizeTier, number | null>> };
  /** Indices of accounts that are in the team whatever they bring. They are paid from the budget and count in `size`. */
  mustHave?: number[];
  /** Indices of accounts that are not to be chosen. They may still be reached. */
  exclude?: number[];
  /** Least authenticity, 0 to 100; an account whose authenticity is unknown passes. */
  minConfidence?: number | null;
  /** At most so many members of one community. */
  perCommunity?: number | null;
  /** Indices of accounts whose message is out already: the team reaches whom they do not. */
  competitors?: number[];
  model?: DiffusionModel;
  /** `auto`: learnt from the log where it has dated posts and re-shares, else the weighted cascade. */
  probabilities?: "auto" | "learned" | "weightedCascade";
  /** Who is worth reaching: everybody (default), or the audience of the settings. */
  audience?: "everybody" | "target";
  /** Re-shares from the team on at most: 3; null: no limit. */
  hops?: number | null;
  /** Messages that each member publishes: 10. Learnt chances are then those of re-sharing one of them at least. */
  messages?: number;
  /**
   * How long to go on sampling after the first certificate: 2. Counted in work (so that the result is the same on
   * every machine), of which a common laptop does about this much in so many seconds.
   */
  seconds?: number;
  seed?: number;
  /** A team of the caller's own to compare with: it comes back as the alternative `shortlist`. */
  shortlist?: number[];
}

export interface TeamMember {
  index: number;
  handle: string;
  name: string | null;
  /** Rank in the list by score; null where there are not enough data. */
  rank: number | null;
  community: number | null;
  cost: number | null;
  /** `file`: column of costs; `account` and `tier`: from the options. */
  costFrom: "file" | "account" | "tier" | null;
  /** People that this member adds to those before. */
  gain: number;
  /** People that this member would reach alone. */
  alone: number;
  /** People that nobody else in the team reaches. */
  unique: number;
  why: "chosen" | "mustHave";
}

export type AlternativeName = "followers" | "score" | "random" | "optimum" | "shortlist";
export interface Team {
  /** In the order in which they were chosen; must-haves first. */
  members: TeamMember[];
  /** People reached (weighted by the audience). */
  spread: Estimate;
  /** The most there is: weight of everybody whom the candidates together could reach if every try succeeded. */
  reachable: number;
  /** At least this share of the best possible team's spread, 0 to 1; null where the model gives none. */
  guarantee: number | null;
  /** Sum of the members' known costs; null where no member's cost is known. */
  cost: number | null;
  /**
   * What each person costs more whom the team reaches beyond the better of `followers` and `score`; 0 or less: it costs no
   * more and reaches more. Null where it reaches no more, or costs are unknown.
   */
  costPerAdditional: number | null;
  probabilities: {
    from: "learned" | "weightedCascade" | "cascades";
    /** Posts that somebody could have re-shared, each time for each of them, and those that were; 0 where nothing was learnt. */
    trials: number;
    successes: number;
    arcs: number;
    /** Whether they were learnt from posts on the subject of the brief. */
    onSubject: boolean;
  };
  /** Only ratios may be said: no probability was learnt. */
  relative: boolean;
  /** The largest 30 and those of members, largest first, then those in none (`community` null). Members 0 and reached 0: left out. */
  communities: { community: number | null; size: number; members: number; reached: number }[];
  /** Members × members, by rows: people that both reach alone, on average. The diagonal is what each reaches alone. */
  overlap: Float64Array;
  /** What simpler teams reach under the same rules. `random`: mean, least and most of 20 draws; members of the first. */
  alternatives: { name: AlternativeName; members: number[]; spread: Estimate; cost: number | null }[];
  /** Spread of the team over that of the first by score under the same conditions. Not significant: a ranking does as well. */
  overRanking: { ratio: number; low: number | null; high: number | null; significant: boolean } | null;
  /** Codes of what the reader has to know (docs/team.md). */
  notes: string[];
  model: DiffusionModel;
  messages: number;
  hops: number | null;
  seed: number;
  /** Samples drawn, or cascades read. */
  sets: number;
}

export type SimulateOptions =
  /** A cascade of these members step by step, and their spread over many. */
  | { kind: "cascade"; members: number[]; model?: "independentCascade" | "linearThreshold"; probabilities?: TeamOptions["probabilities"];
      audience?: "everybody" | "target"; hops?: number | null; messages?: number; runs?: number; seed?: number }
  /** What if people follow only once a share of those they attend to has: does the idea need few or many? */
  | { kind: "threshold"; members: number[]; seed?: number }
  /** Where opinions settle after a message, and with a counter-message. */
  | { kind: "opinion"; message: number[]; counter?: number[]; stubbornness?: number };

export type Simulated =
  | {
      kind: "cascade";
      /** In the order in which they were reached: who, by whom (itself for members), after how many re-shares. */
      steps: { account: Uint32Array; by: Uint32Array; hop: Uint32Array };
      spread: Estimate;
      /** People first reached after 0, 1, 2… re-shares, on average. */
      byHop: number[];
      communities: { community: number | null; size: number; reached: number }[];
      probabilities: Team["probabilities"]; relative: boolean; runs: number; notes: string[];
    }
  | {
      kind: "threshold";
      /** Share of an account's attention that has to be active before it follows: 0.05 to 0.5. */
      thresholds: number[];
      /** Accounts active in the end: from the members; the mean over draws of as many random accounts; of as many ordinary ones (the middle half by attention received). */
      team: number[]; random: number[]; ordinary: number[];
      /** Accounts with the most people who need nobody else to follow them (at a threshold of 0.18). */
      susceptible: { index: number; handle: string; people: number }[];
      /** Cascade of the most attended tenth over that of ordinary accounts, one at a time, beside the multiple of their attention. */
      multiplier: number | null;
      /** Its 95 % interval. */
      multiplierLow: number | null; multiplierHigh: number | null;
      audienceRatio: number | null;
      /** `few`: those at the top set off far more than their audience; `many`: no more than it; `unclear`. */
      advice: "few" | "many" | "unclear";
      notes: string[];
    }
  | {
      kind: "opinion";
      /** Opinion from -1 (counter-message) over 0 to 1 (message), means over accounts; largest communities first. */
      communities: { community: number | null; size: number; before: number; after: number; withCounter: number | null }[];
      mean: { before: number; after: number; withCounter: number | null };
      notes: string[];
    };

/** How good an order was after a cut, or on average over the cuts that can tell (docs/back-test.md). */
export interface BackTestMarks {
  /** People who mattered next among the first places, and that over the places looked at. */
  found: number; precision: number;
  /** Gains of the first places over the best possible ones; their later re-sharers over those of the best possible ones. */
  ndcg: number; capture: number;
  /** Distinct people who passed on somebody of the first places. */
  covered: number;
  /** NDCG by later re-shares a post; null where too few posted twice. */
  perPost: number | null;
}

export type BackTestOrder = "ours" | "followers" | "reshares" | "people" | "degree" | "mentions" | "pagerank" | "activity" | "random" | "oracle";

export interface BackTestOptions {
  /** Where the data are cut, as shares of the time between the first and the last event: 0.5, 0.6, 0.7, 0.8. */
  shares?: number[];
  /** Moments to cut at instead, in milliseconds. */
  at?: number[];
  /** How long people are looked at after a cut; a sixth of the whole time. */
  horizonDays?: number | null;
  /** First places that are looked at: 100, and no more than a tenth of the candidates. */
  top?: number;
  /** Replicates of the bootstrap: 300. */
  replicates?: number;
}

export interface BackTest {
  /** Why nothing can be told: `no_ties`, `no_times`, `few_events`, `short_span`, `few_people`; `have` and `need` say how far. */
  reason: string | null; have: number | null; need: number | null;
  /** What counts as having mattered. */
  outcome: "reshares" | "reactions";
  /** Whether posts on the subject of the brief alone count. */
  onSubject: boolean;
  events: number; from: number | null; to: number | null; horizonDays: number;
  cuts: {
    at: number; until: number;
    /** Accounts that had received anything before, and those of them passed on afterwards. */
    candidates: number; passedOn: number;
    top: number; mattered: number; laterEvents: number;
    /** Share of what came later that candidates received: nobody can foretell newcomers. */
    ceiling: number | null;
    laterPeople: number; halfLifeDays: number | null;
    /** Whether enough candidates were passed on (40) to tell orders apart. */
    enough: boolean;
    posted: number;
    orders: { name: BackTestOrder; marks: BackTestMarks | null }[];
  }[];
  /** Cuts that can tell; means over them. */
  enough: number; top: number; mattered: number;
  orders: {
    name: BackTestOrder; marks: BackTestMarks | null;
    /** Share of the candidates that the order knows anything of. */
    known: number;
    /** NDCG of ours less its own, with a 95 % interval. */
    difference: { value: number; low: number; high: number } | null;
    verdict: "better" | "alike" | "worse" | null;
  }[];
  /** Whom our ranking put first at the last cut that can tell. */
  people: { index: number; handle: string; place: number; later: number; mattered: boolean }[];
  replicates: number; seed: number; notes: string[];
}

/** A span of time, in milliseconds: `from` included, `to` left out; open where it is left out. */
export interface TimeSpan { from?: number | null; to?: number | null }

export interface CompareWindowsOptions {
  before: TimeSpan; after: TimeSpan;
  /** Whether to say how sure ranks are; most of the time is theirs. */
  intervals?: boolean;
  /** Accounts listed at the most from each ranking: 100. */
  most?: number;
}

export interface WindowTotals {
  from: number; to: number; days: number;
  posts: number; authors: number; interactions: number;
  /** Accounts that made interactions, accounts that received some, accounts of whom something was passed on. */
  people: number; received: number; sources: number;
  halfLifeDays: number | null;
  brand: number | null; named: number | null;
  /** Share of voice of the brand, and its 95 % interval. */
  voice: [number, number, number] | null;
  toned: number; positive: number | null; negative: number | null;
}

export interface WindowMark { rank: number | null; rankLow: number | null; rankHigh: number | null; people: number; times: number; posts: number }

export interface WindowComparison {
  /** Why nothing is compared: `no_times`, `overlap`, `reversed`, `empty_before`, `empty_after`, `few_events`. */
  reason: string | null; have: number | null; need: number | null;
  outcome: "reshares" | "reactions";
  before: WindowTotals; after: WindowTotals;
  /** Ratios of rates, after over before, with 90 % intervals. */
  totals: { of: "posts" | "interactions"; ratio: number; low: number; high: number }[];
  /** Milliseconds of the unit in which a person counts once, and how much more counts vary than chance would make them. */
  unit: number; dispersion: number;
  tested: number; up: number; down: number; appeared: number; gone: number;
  /** The first of both rankings and those who changed most surely, by their rank after. */
  accounts: {
    index: number; handle: string; before: WindowMark; after: WindowMark;
    only: "before" | "after" | null;
    /** `log2` of the ratio of rates, its 90 % interval, and what is told with false alarms counted. */
    change: { log2: number; low: number; high: number; p: number; kind: "up" | "down" | "same" } | null;
  }[];
  communities: { change: "continued" | "grown" | "shrunk" | "merged" | "split" | "born" | "dissolved"; before: number[]; after: number[]; central: string[] }[];
  notes: string[];
}

/** Text columns cross as one block of UTF-8 and the end offset of each value. */
export interface TextColumn { bytes: Uint8Array; ends: Uint32Array }

/** The class that wasm-bindgen exports. Any throw is an `ErrorValue`; any trap kills the instance. */
export class Engine {
  constructor();
  beginFile(name: string, bytes: number, options: ImportOptions): number;
  push(file: number, chunk: Uint8Array): void;
  /** Code of the reason to leave a file of an archive or folder alone, by its path; `undefined`: read it. */
  verdict(path: string): string | undefined;
  finishFile(file: number): Receipt;
  /** Prepares to read parts of a file for another engine: `head` are its first bytes. `false`: it cannot be shared. */
  beginParts(name: string, options: ImportOptions, head: Uint8Array): boolean;
  /** Begins a part: `near` are bytes from `at` on. Where its first record begins; nothing where that cannot be told. */
  nextPart(at: number, near: Uint8Array): number | undefined;
  /**
   * Reads the next bytes of the part, from `at` on. Where `give` is set, a piece in three for `readPiece` of all that was
   * read since the last time; empty otherwise, or where there is nothing to tell. `last` ends the file.
   */
  readPart(chunk: Uint8Array, give: boolean, last: boolean): Uint8Array[];
  /** Takes in what another engine read; `false`, and nothing changed, where it does not go on from what was read here. */
  readPiece(file: number, head: Uint8Array, records: Uint8Array, texts: Uint8Array): boolean;
  /** From where in the file on bytes are to be pushed after that. */
  resume(file: number): number;
  /** What another engine needs to help with the measure under way; nothing where none can. */
  shareMeasure(): { job: string; start: Uint32Array; to: Uint32Array; weight: Float32Array } | undefined;
  /** Gives a block of it away that nobody has begun: its number, `null` where there will be some once it is prepared, nothing where none is left. */
  giveBlock(): number | null | undefined;
  /** Takes what a block came to that was given away. */
  takeBlock(block: number, partial: Float64Array): void;
  /** Takes a block back that nobody will do. */
  takeBlockBack(block: number): void;
  /** Whether nothing can be done before a block comes that was given away. */
  isWaiting(): boolean;
  /** Prepares to do blocks for another engine. */
  beginHelp(job: string, start: Uint32Array, to: Uint32Array, weight: Float32Array): void;
  /** Does a block: what it comes to. */
  doBlock(block: number): Float64Array;
  /** Gives a file up that was opened; rows of it that were read stay in the study. */
  abandonFile(file: number): void;
  /** Merges a patch into the settings, checks them, and returns them whole. */
  configure(patch: SettingsPatch): Settings;
  /** Begins (or begins again) the analysis; only what the last changes touched is computed again. */
  start(): void;
  /** Works for about `budget` units (1 unit ≈ 1 ms of native work), then says where it stands. */
  step(budget: number): Progress;
  /** People who stand up for the brand, work for it, buy from it or speak against it, and posts about it to review. */
  brandPeople(): BrandPeople;
  /** The largest communities, named by what their accounts say more than the others. */
  communities(): CommunityRow[];
  /** Who rises and who fades; null before that is computed. */
  movers(): Movers | null;
  /** Words and tags that the brief could have as well. */
  suggestions(): Suggestion[];
  /** The accounts nearest to those ticked. */
  lookAlikes(ticked: Uint32Array, most: number): LookAlike[];
  /** Begins what comes after the ranking: uncertainty, value, types of people, time; only what is missing is computed. */
  beginDeepening(): void;
  /** Works for about `budget` units at it. */
  deepen(budget: number): Progress;
  summary(): Summary;
  handles(): TextColumn;
  platforms(): Uint8Array;
  column(name: ColumnName): Float64Array;
  /** Begins a measure of the graph; what was under way is given up. */
  beginMeasure(name: string, params: Record<string, unknown>): void;
  /** Does about `pieces` pieces of it. */
  stepMeasure(pieces: number): Progress;
  finishMeasure(): Measured;
  ranking(query: RankingQuery): RankingWindow;
  /** By index, or by handle (any case, with or without @). */
  account(which: number | string): Dossier;
  /** `csv` (options: `dialect: "en" | "fr"`, `raw`, `top`, `query`), `json`, `gexf` or `graphml`. */
  export(kind: "csv" | "json" | "gexf" | "graphml", options: Record<string, unknown>): Uint8Array;
  /** SHA-256 of the canonical result: equal on every engine for the same bytes and settings. A pass over everything. */
  resultHash(): string;
  free(): void;
}

/** What a step of the reader of containers gives (src/unpack/mod.rs). */
export type UnpackEvent =
  | { type: "need"; offset: number; length: number }
  | { type: "entry"; path: string; bytes: number | null }
  | { type: "data"; bytes: Uint8Array }
  | { type: "end"; notes: { code: string; count: number }[] }
  | { type: "skipped"; path: string; bytes: number; code: string }
  | { type: "failed"; path: string; error: ErrorValue }
  | { type: "done" };

/** The class of the second module. Any throw is an `ErrorValue`; any trap kills its instance, and not the engine. */
export class Unpacker {
  constructor(name: string, bytes: number);
  next(): UnpackEvent;
  supply(offset: number, bytes: Uint8Array): void;
  /** Takes the entry that was announced, or drops the one that is under way. */
  answer(take: boolean): void;
  kind(): string | undefined;
  free(): void;
  /** Takes the object from its instance without a call into it. */
  __destroy_into_raw(): number;
}
