/**
 * What became of communities.
 *
 * @typedef {"born" | "grown" | "shrunk" | "continued" | "merged" | "split" | "dissolved"} Change
 * @typedef {{ window: number, change: Change, before: number[], after: number[] }} Event
 * @typedef {{ from: number, to: number, communities: { id: number, size: number }[] }} Window
 *
 * @typedef {object} Lane a community through time
 * @property {number} id
 * @property {number} community of the study that most of its people are in today; −1: unknown
 * @property {(number | null)[]} size in each window; null: not there
 * @property {Event[]} events in which it has a part, apart from going on as it was
 */

/** Communities shown. */
const LANES = 10;

/**
 * The largest communities of any window, in the order in which they appear, with what happened to them.
 * @param {Window[]} windows
 * @param {Event[]} events
 * @param {Record<string, Float64Array>} columns `window0`, `window1`…: whose each account is
 * @param {Float64Array} community of the study, for names
 * @returns {Lane[]}
 */
export function lanes(windows, events, columns, community) {
  /** @type {Map<number, Lane>} */
  const found = new Map();
  windows.forEach(({ communities }, at) => {
    for (const { id, size } of communities) {
      const lane = found.get(id) ?? { id, community: -1, size: windows.map(() => null), events: [] };
      lane.size[at] = size;
      found.set(id, lane);
    }
  });
  const peak = (/** @type {Lane} */ lane) => Math.max(...lane.size.map((size) => size ?? 0));
  const first = (/** @type {Lane} */ lane) => lane.size.findIndex((size) => size !== null);
  const shown = [...found.values()].sort((a, b) => peak(b) - peak(a) || a.id - b.id).slice(0, LANES).sort((a, b) => first(a) - first(b) || peak(b) - peak(a) || a.id - b.id);
  const wanted = new Map(shown.map((lane) => [lane.id, /** @type {Map<number, number>} */ (new Map())]));
  windows.forEach((_, at) => {
    columns[`window${at}`]?.forEach((id, account) => {
      const votes = wanted.get(id);
      const own = community[account] ?? NaN;
      if (votes && Number.isFinite(own)) votes.set(own, (votes.get(own) ?? 0) + 1);
    });
  });
  for (const lane of shown) {
    const votes = [...(wanted.get(lane.id) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    lane.community = votes[0]?.[0] ?? -1;
    lane.events = events.filter(({ change, before, after }) => change !== "continued" && (before.includes(lane.id) || after.includes(lane.id)));
  }
  return shown;
}

/**
 * Of the accounts of a window, how many are in the next one too, on average over people; null where nobody can be.
 * @param {number} windows
 * @param {Record<string, Float64Array>} columns
 */
export function continuity(windows, columns) {
  let [present, again] = [0, 0];
  for (let at = 0; at + 1 < windows; at += 1) {
    const next = columns[`window${at + 1}`];
    columns[`window${at}`]?.forEach((id, account) => {
      if (Number.isNaN(id)) return;
      present += 1;
      if (!Number.isNaN(next?.[account] ?? NaN)) again += 1;
    });
  }
  return present === 0 ? null : again / present;
}
