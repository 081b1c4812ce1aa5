/**
 * @import { Camera } from "./camera.js"
 * @import { Painted } from "./paint.js"
 * @import { Scene } from "./scene.js"
 */
import { SHAPES, trace } from "./palette.js";

/** The map on a plain canvas, for browsers without WebGL. The same scene, the same colours. */
export class FlatDrawing {
  /**
   * @param {HTMLElement} box
   * @param {() => void} drawn called after each drawing
   */
  constructor(box, drawn) {
    this.canvas = document.createElement("canvas");
    box.append(this.canvas);
    this.drawn = drawn;
    this.kind = "canvas";
    /** Whether lines are left out: on the move, where drawing is slow. */
    this.light = false;
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Painted | null} */
    this.painted = null;
  }

  /** @param {Scene} scene @param {Painted} painted */
  show(scene, painted) {
    this.scene = scene;
    this.painted = painted;
  }

  /** @param {Painted} painted */
  repaint(painted) {
    this.painted = painted;
  }

  /** @param {Camera} camera */
  draw(camera) {
    const { canvas, scene, painted } = this;
    const ratio = globalThis.devicePixelRatio || 1;
    const [width, height] = [Math.round(camera.width * ratio), Math.round(camera.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d");
    if (!pen || !scene || !painted) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, camera.width, camera.height);
    if (!this.light) lines(pen, scene, painted, camera);
    marks(pen, scene, painted, camera);
    this.drawn();
  }

  remove() {
    this.canvas.remove();
  }
}

/**
 * Lines of a colour are one path: a stroke each would take ten times as long.
 * @param {CanvasRenderingContext2D} pen
 * @param {Scene} scene
 * @param {Painted} painted
 * @param {Camera} camera
 */
function lines(pen, scene, painted, camera) {
  for (const rank of [0, 1, 2]) {
    /** @type {Map<string, number[]>} */
    const of = new Map();
    painted.edge.forEach((colour, at) => {
      if (!colour || painted.edgeRank[at] !== rank) return;
      const list = of.get(colour);
      if (list) list.push(at);
      else of.set(colour, [at]);
    });
    pen.lineWidth = rank === 2 ? 1.5 : 1;
    for (const [colour, list] of of) {
      pen.strokeStyle = colour;
      pen.beginPath();
      for (const at of list) {
        const [a, b] = [scene.from[at] ?? 0, scene.to[at] ?? 0];
        pen.moveTo(camera.left(scene.x[a] ?? 0), camera.top(scene.y[a] ?? 0));
        pen.lineTo(camera.left(scene.x[b] ?? 0), camera.top(scene.y[b] ?? 0));
      }
      pen.stroke();
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Scene} scene
 * @param {Painted} painted
 * @param {Camera} camera
 */
function marks(pen, scene, painted, camera) {
  const margin = 20 * camera.growth;
  for (const rank of [0, 1, 2]) {
    // Less important ones first, so that the important ones are not covered.
    for (let k = scene.order.length - 1; k >= 0; k -= 1) {
      const at = scene.order[k] ?? 0;
      if (painted.rank[at] !== rank) continue;
      const [left, top] = [camera.left(scene.x[at] ?? 0), camera.top(scene.y[at] ?? 0)];
      if (left < -margin || top < -margin || left > camera.width + margin || top > camera.height + margin) continue;
      pen.fillStyle = painted.node[at] ?? "";
      pen.beginPath();
      trace(pen, SHAPES[painted.shape[at] ?? 0] ?? "circle", left, top, (scene.size[at] ?? 0) * camera.growth);
      pen.fill();
    }
  }
}
