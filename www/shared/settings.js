/** @import { Audience, Objective, Pillar, Settings, SettingsPatch, SubFactor } from "./engine.d.ts" */

/** @type {readonly Objective[]} */
export const OBJECTIVES = ["none", "awareness", "consideration", "conversion", "advocacy", "crisis"];
/** @type {readonly Pillar[]} */
export const PILLARS = ["reach", "relevance", "resonance"];
/** Bytes of the brief, as in `src/limits.rs`. */
const BRIEF_BYTES = 4 << 10;
/** Longest half-life that a link or a command line may ask for, in days. */
const MAX_DAYS = 36_500;
/** Largest moment of a `Date`. */
const MAX_TIME = 8.64e15;

/**
 * Weights of the pillars that an objective stands for, as the engine has them. Shown before the first analysis;
 * afterwards the page shows the weights that the engine really used.
 * @type {Readonly<Record<Objective, Record<Pillar, number>>>}
 */
export const PRESETS = {
  none: { reach: 1, relevance: 1, resonance: 1 },
  awareness: { reach: 45, relevance: 20, resonance: 35 },
  consideration: { reach: 20, relevance: 45, resonance: 35 },
  conversion: { reach: 15, relevance: 35, resonance: 50 },
  advocacy: { reach: 10, relevance: 40, resonance: 50 },
  crisis: { reach: 35, relevance: 25, resonance: 40 },
};

/** Sub-factors by pillar. @type {Readonly<Record<Pillar, readonly SubFactor[]>>} */
export const PILLAR_FACTORS = {
  reach: ["popularity", "proximity", "goodwill"],
  relevance: ["authority", "trust", "affinity"],
  resonance: ["frequency", "period", "amplitude"],
};
/** @type {readonly SubFactor[]} In the order of the pillars. */
export const SUB_FACTORS = PILLARS.flatMap((pillar) => PILLAR_FACTORS[pillar]);
/** What a weight is that is left out. */
export const EVEN = /** @type {Readonly<Record<SubFactor, number>>} */ (Object.fromEntries(SUB_FACTORS.map((name) => [name, 1])));

/** No target audience. @type {Audience} */
export const NOBODY = { communities: [], languages: [], places: [], accounts: [] };
/** @type {Settings["lists"]} */
export const UNLISTED = { employees: [], customers: [] };

/**
 * Settings from a source that nobody vouches for (a link, a stored value): what is known and in range is kept,
 * everything else is dropped, nothing throws.
 *
 * @param {ReadonlyMap<string, string>} values
 * @returns {SettingsPatch}
 */
export function settingsFrom(values) {
  /** @type {SettingsPatch} */
  const patch = {};
  const objective = values.get("objective");
  if (isObjective(objective)) patch.objective = objective;
  const brief = values.get("brief");
  if (brief !== undefined) patch.brief = cleanBrief(brief);
  const weights = weightsFrom(values.get("weights"));
  if (weights) patch.weights = weights;
  const from = timeFrom(values.get("from"));
  const to = timeFrom(values.get("to"));
  if ((from !== null || to !== null) && !(from !== null && to !== null && from >= to)) patch.window = { from, to };
  const half = halfLifeFrom(values.get("half-life"));
  if (half !== undefined) patch.ties = { halfLifeDays: half };
  return patch;
}

/**
 * @param {unknown} value
 * @returns {value is Objective}
 */
export function isObjective(value) {
  return OBJECTIVES.includes(/** @type {Objective} */ (value));
}

/**
 * A brief without control characters and within the engine's limit.
 * @param {string} text
 */
export function cleanBrief(text) {
  // eslint-disable-next-line no-control-regex
  let brief = text.replace(/[\u0000-\u001f\u007f]+/g, " ").trimStart();
  const encoder = new TextEncoder();
  while (encoder.encode(brief).length > BRIEF_BYTES) {
    brief = [...brief].slice(0, Math.floor([...brief].length * 0.9)).join("");
  }
  return brief;
}

/**
 * `45-20-35` → weights of reach, relevance and resonance, each 0 to 100 and not all 0.
 * @param {string | undefined} text
 * @returns {Record<Pillar, number> | null}
 */
export function weightsFrom(text) {
  const parts = text?.split("-") ?? [];
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,3}(\.\d{1,4})?$/.test(part))) return null;
  const [reach = 0, relevance = 0, resonance = 0] = parts.map((part) => Math.min(Number(part), 100));
  return reach + relevance + resonance > 0 ? { reach, relevance, resonance } : null;
}

/**
 * `2024-05-01` or an ISO 8601 moment → milliseconds since 1970; without a zone it is UTC.
 * @param {string | undefined} text
 * @returns {number | null}
 */
export function timeFrom(text) {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text ?? "");
  if (!match) return null;
  const [, day = "", clock = "00:00", zone = "Z"] = match;
  const time = Date.parse(`${day}T${clock}${zone}`);
  if (!Number.isFinite(time) || Math.abs(time) > MAX_TIME) return null;
  // `2024-02-30` would slide into March.
  return new Date(Date.parse(`${day}T00:00Z`)).toISOString().startsWith(day) ? time : null;
}

/**
 * @param {string | undefined} text `auto`, `none` or a number of days
 * @returns {"auto" | number | null | undefined} `undefined` where the text is none of these
 */
export function halfLifeFrom(text) {
  if (text === "auto") return "auto";
  if (text === "none") return null;
  if (text === undefined || !/^\d{1,5}(\.\d{1,6})?$/.test(text)) return undefined;
  const days = Number(text);
  return days > 0 && days <= MAX_DAYS ? days : undefined;
}

/**
 * A patch laid over settings, as the engine does it.
 * @param {Settings} settings
 * @param {SettingsPatch} patch
 * @returns {Settings}
 */
export function merged(settings, patch) {
  const ties = patch.ties ?? {};
  return {
    objective: patch.objective ?? settings.objective,
    weights: patch.weights === undefined ? settings.weights
      : patch.weights === null ? null
        : { ...(settings.weights ?? PRESETS[settings.objective]), ...patch.weights },
    factorWeights: patch.factorWeights === undefined ? settings.factorWeights
      : patch.factorWeights && /** @type {Record<SubFactor, number>} */ ({ ...EVEN, ...patch.factorWeights }),
    brief: patch.brief ?? settings.brief,
    brand: patch.brand === undefined ? settings.brand : patch.brand && { name: "", aliases: [], ...patch.brand },
    competitors: patch.competitors ?? settings.competitors,
    audience: patch.audience === undefined ? settings.audience : { ...NOBODY, ...patch.audience },
    lists: patch.lists === undefined ? settings.lists : { ...UNLISTED, ...patch.lists },
    window: patch.window === null ? { from: null, to: null } : { ...settings.window, ...patch.window },
    ties: {
      weights: { ...settings.ties.weights, ...ties.weights },
      halfLifeDays: ties.halfLifeDays === undefined ? settings.ties.halfLifeDays : ties.halfLifeDays,
    },
    discount: patch.discount ?? settings.discount,
    tones: patch.tones === undefined ? settings.tones : /** @type {Settings["tones"]} */ (patch.tones ?? {}),
    optOut: patch.optOut ?? settings.optOut,
    seed: patch.seed ?? settings.seed,
  };
}
