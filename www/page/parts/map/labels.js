/**
 * @import { Camera } from "./camera.js"
 * @import { Chosen, Look, Painted } from "./paint.js"
 * @import { Scene } from "./scene.js"
 *
 * @typedef {{ at: number, text: string, left: number, top: number, strong: boolean }} Label where its line begins
 */
const SIZE = 12;
const LONGEST = 28;
/** Names at the most, however much room there is. */
const MOST = 60;
/** And where the way of a message is what matters. */
const FEW = 16;

/**
 * Names that fit, the most important first: what is chosen, what is around it, then the others by importance. No two
 * cover one another.
 * @param {Scene} scene
 * @param {Painted} painted
 * @param {Camera} camera
 * @param {Chosen} chosen
 * @param {(text: string) => number} measure width of a text
 * @returns {Label[]}
 */
export function placed(scene, painted, camera, chosen, measure) {
  /** @type {Label[]} */
  const labels = [];
  /** @type {[number, number, number, number][]} */
  const taken = [];
  const around = chosen.at >= 0 ? [chosen.at, ...new Set(scene.near[chosen.at])] : [];
  // The more is seen of the map, the fewer names.
  const most = Math.min(scene.way ? FEW + around.length : MOST, Math.round((camera.width * camera.height) / 14_000) + around.length);
  /** @param {number} at @param {boolean} needed */
  const put = (at, needed) => {
    const [left, top] = [camera.left(scene.x[at] ?? 0), camera.top(scene.y[at] ?? 0)];
    if (left < 0 || top < 0 || left > camera.width || top > camera.height) return;
    const text = short(scene.label[at] ?? "");
    const [wide, radius] = [measure(text), (scene.size[at] ?? 0) * camera.growth];
    // To the right; where that would leave the map, to the left.
    const begin = left + radius + 4 + wide > camera.width ? left - radius - 4 - wide : left + radius + 4;
    const box = /** @type {[number, number, number, number]} */ ([begin - 3, top - SIZE / 2 - 3, begin + wide + 3, top + SIZE / 2 + 3]);
    const free = taken.every(([l, t, r, b]) => box[2] < l || box[0] > r || box[3] < t || box[1] > b);
    if (!free && !needed) return;
    taken.push(box);
    labels.push({ at, text, left: begin, top, strong: at === chosen.at });
  };
  around.forEach((at, k) => put(at, k === 0));
  for (const at of scene.order) {
    if (labels.length >= most) break;
    if (painted.rank[at] !== 0 && !around.includes(at)) put(at, false);
  }
  return labels;
}

/** @param {string} text */
function short(text) {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : text;
}

/** The names, on a canvas above the map. */
export class Labels {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.canvas = document.createElement("canvas");
    this.canvas.className = "names";
    box.append(this.canvas);
    this.font = "system-ui, sans-serif";
    /** @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {Label[]} */
    this.shown = [];
  }

  /**
   * @param {Scene} scene
   * @param {Painted} painted
   * @param {Camera} camera
   * @param {Chosen} chosen
   * @param {Look} look
   */
  draw(scene, painted, camera, chosen, look) {
    const ratio = globalThis.devicePixelRatio || 1;
    const { canvas } = this;
    const [width, height] = [Math.round(camera.width * ratio), Math.round(camera.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, camera.width, camera.height);
    pen.font = `${SIZE}px ${this.font}`;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    const measure = (/** @type {string} */ text) => {
      const known = this.widths.get(text) ?? pen.measureText(text).width;
      this.widths.set(text, known);
      return known;
    };
    this.shown = placed(scene, painted, camera, chosen, measure);
    for (const { text, left, top, strong } of this.shown) {
      pen.font = `${strong ? "600 " : ""}${SIZE}px ${this.font}`;
      pen.lineWidth = 3.5;
      pen.strokeStyle = look.ground;
      pen.strokeText(text, left, top);
      pen.fillStyle = look.ink;
      pen.fillText(text, left, top);
    }
  }
}
