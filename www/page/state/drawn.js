/**
 * The map of a study: who is on it, where, and which ties are drawn.
 *
 * @import { Study } from "../../api/study.js"
 *
 * @typedef {object} Drawn a map of a study, without words
 * @property {number} accounts of the study
 * @property {number} tied accounts of the study that have a tie
 * @property {Uint32Array} account those on the map, by index
 * @property {string[]} handle
 * @property {string[]} key handle and network: the same person after files changed
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {Float64Array} importance 0 to 1
 * @property {Int32Array} community
 * @property {Uint32Array} from place on the map
 * @property {Uint32Array} to
 * @property {Float32Array} weight
 * @property {number} ties among those on the map, those not drawn included
 */
import { pause } from "../../shared/run.js";

/** What is drawn at the most: more would be a grey cloud, and slow. */
export const MOST = { accounts: 3_000, ties: 12_000 };
/** Fewer accounts that may be drawn instead. */
const FEWER = [100, 300, 1_000];
/** A choice of so little less is none. */
const LESS = 0.8;

/**
 * How many accounts of a map may be drawn, all of them last.
 * @param {number} all
 */
export function countsOf(all) {
  return [...FEWER.filter((count) => count < LESS * all), all];
}

/** The last map of each study, with what it is of: another one of it begins there. @type {WeakMap<Study, { map: Drawn, of: unknown }>} */
const last = new WeakMap();

/**
 * Where accounts stand on the last map of a result; null where none was drawn of it.
 * @param {Study} study
 * @param {unknown} of the list of communities of the result
 */
export function placesOf(study, of) {
  const drawn = last.get(study);
  if (!drawn || drawn.of !== of || drawn.map.account.length === 0) return null;
  const { account, x, y } = drawn.map;
  return { accounts: account, x, y };
}

/**
 * Asks the engine for a map of the accounts that attention goes to: which, the strongest ties among them, their places.
 * People stay about where they were on the last map of the study.
 * @param {Study} study
 * @param {{ first?: readonly number[], of?: unknown, signal: AbortSignal, onShare?: (share: number) => void }} options `first`:
 *   accounts that come before all others, whoever attends to them; `of`: the list of communities of the result
 * @returns {Promise<Drawn>}
 */
export async function drawn(study, { first = [], of = null, signal, onShare }) {
  const { handle, platform } = await study.accounts();
  const [pagerank, community, incoming, outgoing] = await Promise.all([
    study.column("pagerank"), study.column("community"), study.column("inDegree"), study.column("outDegree"),
  ]);
  signal.throwIfAborted();
  const tied = withTies(incoming, outgoing);
  await pause();
  const value = (/** @type {number} */ at) => (Number.isFinite(pagerank[at]) ? pagerank[at] ?? 0 : 0);
  const asked = new Set(first.slice(0, MOST.accounts));
  const others = best(asked.size > 0 ? tied.filter((at) => !asked.has(at)) : tied, value, MOST.accounts - asked.size);
  const chosen = asked.size > 0 ? Uint32Array.from([...asked, ...others]).sort() : others;
  const { columns, facts } = await study.measure("ties", { accounts: Array.from(chosen), most: MOST.ties }, { signal });
  // Only those with a tie to somebody on the map.
  const ends = new Set([...(columns.from ?? []), ...(columns.to ?? [])]);
  const account = chosen.filter((at) => ends.has(at) || asked.has(at));
  const place = new Map(Array.from(account, (index, at) => [index, at]));
  const key = Array.from(account, (at) => `${platform[at]}\n${handle[at]}`);
  const { columns: places } = await study.measure("layout", {
    accounts: Array.from(account), communities: true, ...start(last.get(study)?.map ?? null, handle, platform),
  }, { signal, onProgress: ({ share }) => onShare?.(share) });
  const most = account.reduce((top, at) => Math.max(top, value(at)), 0) || 1;
  /** @type {Drawn} */
  const map = {
    accounts: handle.length,
    tied: tied.length,
    account,
    handle: Array.from(account, (at) => handle[at] ?? ""),
    key,
    x: Float64Array.from(account, (at) => finite(places.x?.[at])),
    y: Float64Array.from(account, (at) => finite(places.y?.[at])),
    importance: Float64Array.from(account, (at) => value(at) / most),
    community: Int32Array.from(account, (at) => (Number.isFinite(community[at]) ? community[at] ?? -1 : -1)),
    from: Uint32Array.from(columns.from ?? [], (at) => place.get(at) ?? 0),
    to: Uint32Array.from(columns.to ?? [], (at) => place.get(at) ?? 0),
    weight: Float32Array.from(columns.weight ?? []),
    ties: Number(facts["ties"] ?? 0),
  };
  last.set(study, { map, of });
  return map;
}

/**
 * The accounts of a map to which most attention goes, with the ties among them that are drawn; who has none of those is left out.
 * @param {Drawn} map
 * @param {number} most
 * @returns {Drawn}
 */
export function firstOf(map, most) {
  if (most >= map.account.length) return map;
  const chosen = best(Uint32Array.from(map.account.keys()), (at) => map.importance[at] ?? 0, most);
  const wanted = new Set(chosen);
  const lines = [...map.from.keys()].filter((at) => wanted.has(map.from[at] ?? -1) && wanted.has(map.to[at] ?? -1));
  const tied = new Set(lines.flatMap((at) => [map.from[at] ?? 0, map.to[at] ?? 0]));
  const kept = chosen.filter((at) => tied.has(at));
  const place = new Map(Array.from(kept, (at, now) => [at, now]));
  return {
    ...map,
    account: Uint32Array.from(kept, (at) => map.account[at] ?? 0),
    handle: Array.from(kept, (at) => map.handle[at] ?? ""),
    key: Array.from(kept, (at) => map.key[at] ?? ""),
    x: Float64Array.from(kept, (at) => map.x[at] ?? 0),
    y: Float64Array.from(kept, (at) => map.y[at] ?? 0),
    importance: Float64Array.from(kept, (at) => map.importance[at] ?? 0),
    community: Int32Array.from(kept, (at) => map.community[at] ?? -1),
    from: Uint32Array.from(lines, (at) => place.get(map.from[at] ?? -1) ?? 0),
    to: Uint32Array.from(lines, (at) => place.get(map.to[at] ?? -1) ?? 0),
    weight: Float32Array.from(lines, (at) => map.weight[at] ?? 0),
    ties: lines.length,
  };
}

/** @param {number | undefined} value */
const finite = (value) => (value !== undefined && Number.isFinite(value) ? value : 0);

/**
 * Those with the largest values, in the order of `from`; among equals, the first.
 * @param {Uint32Array} from
 * @param {(at: number) => number} value
 * @param {number} most
 */
export function best(from, value, most) {
  if (from.length <= most) return from;
  // Plain loops: there may be hundreds of thousands of accounts, and the page waits.
  const values = new Float64Array(from.length);
  for (let at = 0; at < from.length; at += 1) values[at] = value(from[at] ?? 0);
  const limit = values.slice().sort()[values.length - most] ?? 0;
  let equals = most;
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? 0) > limit) equals -= 1;
  const kept = new Uint32Array(most);
  let count = 0;
  for (let at = 0; at < from.length && count < most; at += 1) {
    const own = values[at] ?? 0;
    if (own < limit || (own === limit && equals === 0)) continue;
    if (own === limit) equals -= 1;
    kept[count] = from[at] ?? 0;
    count += 1;
  }
  return kept;
}

/**
 * Accounts with a tie, in order.
 * @param {Float64Array} incoming
 * @param {Float64Array} outgoing
 */
function withTies(incoming, outgoing) {
  const found = new Uint32Array(incoming.length);
  let count = 0;
  for (let at = 0; at < incoming.length; at += 1) {
    if ((incoming[at] ?? 0) + (outgoing[at] ?? 0) > 0) {
      found[count] = at;
      count += 1;
    }
  }
  return found.slice(0, count);
}

/**
 * Where people were on the map before.
 * @param {Drawn | null} before
 * @param {string[]} handle
 * @param {string[]} platform
 */
function start(before, handle, platform) {
  if (!before) return {};
  const known = new Map(before.key.map((key, at) => [key, at]));
  /** @type {(number | null)[]} */
  const x = [];
  /** @type {(number | null)[]} */
  const y = [];
  let found = 0;
  handle.forEach((name, index) => {
    const at = known.get(`${platform[index]}\n${name}`);
    if (at !== undefined) found += 1;
    x.push(at === undefined ? null : before.x[at] ?? null);
    y.push(at === undefined ? null : before.y[at] ?? null);
  });
  // A handful of people hold nothing in its place.
  return found > handle.length / 10 || found > 100 ? { start: { x, y } } : {};
}
