/**
 * Where people stand between being known and getting into many circles.
 *
 * @typedef {{ index: number, handle: string, visibility: number, capillarity: number, kind: "both" | "circles" | "known" | null, score: number }} Point
 * @typedef {{ points: Point[], outstanding: Point[], most: number, middle: number, unknown: number }} Scatter `middle`: the median number of circles
 * @typedef {{ point: Point, x: number, y: number, label: { x: number, y: number, anchor: "start" | "end" } | null }} Placed
 */

/** People who are named. */
const NAMED = 12;
/** Percentile from which somebody is well known. */
export const KNOWN = 75;
/** Points that are drawn at the most, the best known first. */
export const DRAWN = 20_000;

/**
 * @param {{ handle: readonly string[], visibility: ArrayLike<number>, capillarity: ArrayLike<number>, score: ArrayLike<number> }} of
 * @returns {Scatter}
 */
export function scatter({ handle, visibility, capillarity, score }) {
  /** @type {Point[]} */
  const points = [];
  for (let index = 0; index < visibility.length; index += 1) {
    const [x, y] = [visibility[index] ?? NaN, capillarity[index] ?? NaN];
    if (!Number.isNaN(x) && !Number.isNaN(y)) points.push({ index, handle: handle[index] ?? "", visibility: x, capillarity: y, kind: null, score: score[index] ?? NaN });
  }
  const sorted = points.map((point) => point.capillarity).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const most = Math.max(2, sorted[sorted.length - 1] ?? 2);
  for (const point of points) {
    const many = point.capillarity > middle;
    point.kind = point.visibility >= KNOWN ? (many ? "both" : "known") : many ? "circles" : null;
  }
  points.sort((a, b) => b.visibility - a.visibility || b.capillarity - a.capillarity || a.index - b.index);
  return { points, outstanding: named(points, most), most, middle, unknown: visibility.length - points.length };
}

/**
 * Those furthest out: half of them known and in many circles, the others in one way alone.
 * @param {readonly Point[]} points
 * @param {number} most
 */
function named(points, most) {
  const high = (/** @type {Point} */ { capillarity }) => (capillarity - 1) / (most - 1);
  const far = {
    both: (/** @type {Point} */ point) => point.visibility / 100 + high(point),
    circles: (/** @type {Point} */ point) => high(point) - point.visibility / 100,
    known: (/** @type {Point} */ point) => point.visibility / 100 - high(point),
  };
  const take = (/** @type {"both" | "circles" | "known"} */ kind, /** @type {number} */ count) => points.filter((point) => point.kind === kind)
    .sort((a, b) => far[kind](b) - far[kind](a) || a.index - b.index).slice(0, count);
  return [...take("both", NAMED / 2), ...take("circles", NAMED / 4), ...take("known", NAMED / 4)];
}

/**
 * Places points and those labels that do not run into others.
 * @param {readonly Point[]} outstanding
 * @param {{ x: (visibility: number) => number, y: (capillarity: number) => number, width: number, left?: number, letter?: number, line?: number }} scale
 * @returns {Placed[]}
 */
export function placeLabels(outstanding, { x, y, width, left: edge = 0, letter = 7, line = 15 }) {
  /** @type {{ left: number, right: number, top: number, bottom: number }[]} */
  const taken = outstanding.map((point) => box(x(point.visibility) - 5, x(point.visibility) + 5, y(point.capillarity), 10));
  return outstanding.map((point) => {
    const [px, py] = [x(point.visibility), y(point.capillarity)];
    const long = letter * Math.min(point.handle.length, 24);
    for (const anchor of /** @type {const} */ (["start", "end"])) {
      const [left, right] = anchor === "start" ? [px + 9, px + 9 + long] : [px - 9 - long, px - 9];
      const room = box(left, right, py, line);
      if (left < edge || right > width || taken.some((other) => meets(room, other))) continue;
      taken.push(room);
      return { point, x: px, y: py, label: { x: anchor === "start" ? px + 9 : px - 9, y: py + 4, anchor } };
    }
    return { point, x: px, y: py, label: null };
  });
}

/**
 * @param {number} left
 * @param {number} right
 * @param {number} middle
 * @param {number} height
 */
function box(left, right, middle, height) {
  return { left, right, top: middle - height / 2, bottom: middle + height / 2 };
}

/**
 * @param {{ left: number, right: number, top: number, bottom: number }} a
 * @param {{ left: number, right: number, top: number, bottom: number }} b
 */
function meets(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
