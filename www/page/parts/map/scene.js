/**
 * What a map shows, as columns: what is drawn at each place, and lines between.
 *
 * @typedef {object} Way how a message went
 * @property {Int32Array} hop of each place: after how many re-shares it was reached, −1: not reached
 * @property {Int32Array} line of each line: the same for whom it led to, −1: not taken
 *
 * @typedef {object} Group an entry of the legend
 * @property {number} style
 * @property {string} name
 * @property {number} count drawn here
 * @property {number | null} community
 *
 * @typedef {object} SceneParts
 * @property {Float32Array} x
 * @property {Float32Array} y
 * @property {Float32Array} importance 0 to 1: size, and whose name comes first
 * @property {Uint8Array} style
 * @property {Int32Array} community −1: none
 * @property {string[]} label
 * @property {Int32Array} account index of the account, −1 for what is none
 * @property {Uint32Array} from
 * @property {Uint32Array} to
 * @property {Float32Array} weight
 * @property {Group[]} groups
 * @property {Way | null} [way] of a message
 */
const [SMALLEST, LARGEST] = [2.2, 13];

/** Something to be drawn, and what can be asked of it. */
export class Scene {
  /** @param {SceneParts} parts */
  constructor({ x, y, importance, style, community, label, account, from, to, weight, groups, way = null }) {
    this.x = x;
    this.y = y;
    this.importance = importance;
    this.style = style;
    this.community = community;
    this.label = label;
    this.account = account;
    this.from = from;
    this.to = to;
    this.weight = weight;
    this.groups = groups;
    this.way = way;
    this.count = x.length;
    this.size = importance.map((value) => SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, Math.min(1, value))));
    /** From the most important on. */
    this.order = Uint32Array.from(x.keys()).sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
    /** @type {number[][]} */
    this.near = Array.from({ length: this.count }, () => []);
    from.forEach((a, at) => {
      this.near[a]?.push(to[at] ?? 0);
      this.near[to[at] ?? 0]?.push(a);
    });
    /** @type {Map<number, number>} */
    this.place = new Map();
    account.forEach((index, at) => {
      if (index >= 0) this.place.set(index, at);
    });
  }

  /**
   * The same places under other names.
   * @param {string[]} label
   * @param {Group[]} groups
   */
  named(label, groups) {
    return new Scene({ ...this, label, groups });
  }

  /**
   * What contains some of it, or all.
   * @param {(at: number) => boolean} [which]
   */
  box(which = () => true) {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let at = 0; at < this.count; at += 1) {
      if (!which(at)) continue;
      const [x, y] = [this.x[at] ?? 0, this.y[at] ?? 0];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    return left > right ? { left: -1, right: 1, bottom: -1, top: 1 } : { left, right, bottom, top };
  }

  /**
   * What lies under a point of the screen, −1 where nothing does. Small things are hit a little beside them too.
   * @param {import("./camera.js").Camera} camera
   * @param {number} left
   * @param {number} top
   */
  hit(camera, left, top) {
    let [found, best] = [-1, Infinity];
    for (let at = 0; at < this.count; at += 1) {
      const dx = camera.left(this.x[at] ?? 0) - left;
      const dy = camera.top(this.y[at] ?? 0) - top;
      const reach = Math.max(8, (this.size[at] ?? 0) * camera.growth + 3);
      const distance = dx * dx + dy * dy;
      if (distance <= reach * reach && distance < best) [found, best] = [at, distance];
    }
    return found;
  }

  /**
   * The neighbour that lies most in a direction from a place; −1 where there is none on that side.
   * @param {number} from
   * @param {number} dx
   * @param {number} dy upwards
   */
  towards(from, dx, dy) {
    const [x, y] = [this.x[from] ?? 0, this.y[from] ?? 0];
    let [found, best] = [-1, Infinity];
    for (const at of new Set(this.near[from])) {
      const [right, up] = [(this.x[at] ?? 0) - x, (this.y[at] ?? 0) - y];
      const along = right * dx + up * dy;
      if (along <= 0) continue;
      // As near as can be, and off the direction as little: what is twice as far aside counts as four times as far.
      const aside = Math.abs(right * dy - up * dx);
      const cost = along + 3 * aside;
      if (cost < best) [found, best] = [at, cost];
    }
    return found;
  }
}
