/** Share of the smaller side that a map fills when it is shown whole. */
export const FILL = 0.9;
const [NEAREST, FARTHEST] = [60, 0.5];

/**
 * Which part of a map is seen. Places on a map lie within −1 and 1, y upwards; on screen y grows downwards.
 */
export class Camera {
  constructor() {
    this.x = 0;
    this.y = 0;
    /** 1: the square from −1 to 1 is shown whole. */
    this.zoom = 1;
    this.width = 1;
    this.height = 1;
  }

  /** Pixels of one unit of the map. */
  get scale() {
    return (FILL * Math.min(this.width, this.height) * this.zoom) / 2;
  }

  /** Growth of what is drawn: slower than the map, so that a closer look makes room. */
  get growth() {
    return this.zoom ** 0.4;
  }

  /** @param {number} x */
  left(x) {
    return this.width / 2 + (x - this.x) * this.scale;
  }

  /** @param {number} y */
  top(y) {
    return this.height / 2 - (y - this.y) * this.scale;
  }

  /** The place on the map under a point of the screen. @param {number} left @param {number} top */
  under(left, top) {
    return { x: this.x + (left - this.width / 2) / this.scale, y: this.y - (top - this.height / 2) / this.scale };
  }

  /** Moves what is seen by pixels. @param {number} left @param {number} top */
  pan(left, top) {
    this.x -= left / this.scale;
    this.y += top / this.scale;
    this.#bound();
  }

  /**
   * Comes closer; the point given stays where it is.
   * @param {number} times
   * @param {number} [left]
   * @param {number} [top]
   */
  approach(times, left = this.width / 2, top = this.height / 2) {
    const before = this.under(left, top);
    this.zoom = Math.min(NEAREST, Math.max(FARTHEST, this.zoom * times));
    const after = this.under(left, top);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
    this.#bound();
  }

  /**
   * Shows a part of the map whole.
   * @param {{ left: number, right: number, bottom: number, top: number }} box
   */
  fit({ left, right, bottom, top }) {
    this.x = (left + right) / 2;
    this.y = (bottom + top) / 2;
    const side = Math.min(this.width, this.height);
    const [wide, high] = [Math.max(right - left, 0.05), Math.max(top - bottom, 0.05)];
    this.zoom = Math.min(NEAREST, Math.max(FARTHEST, Math.min((2 * this.width) / (side * wide), (2 * this.height) / (side * high))));
  }

  /** Makes sure that a place is well inside what is seen. @param {number} x @param {number} y */
  reveal(x, y) {
    const [left, top] = [this.left(x), this.top(y)];
    const edge = 0.12;
    if (left < edge * this.width || left > (1 - edge) * this.width || top < edge * this.height || top > (1 - edge) * this.height) {
      this.x = x;
      this.y = y;
    }
  }

  #bound() {
    this.x = Math.min(1.2, Math.max(-1.2, this.x));
    this.y = Math.min(1.2, Math.max(-1.2, this.y));
  }
}
