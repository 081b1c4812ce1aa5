/**
 * @import { Camera } from "./camera.js"
 * @import { Painted } from "./paint.js"
 * @import { Scene } from "./scene.js"
 */
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { FILL } from "./camera.js";
import { SHAPES } from "./palette.js";
import { ShapeProgram } from "./shape-program.js";

/** The map drawn by the graphics card. Moves come from the page, which lets no pointer through to sigma; sigma draws. */
export class GlDrawing {
  /**
   * @param {HTMLElement} box
   * @param {() => void} drawn called after each drawing
   */
  constructor(box, drawn) {
    this.kind = "webgl";
    this.box = document.createElement("div");
    this.box.className = "gl";
    box.append(this.box);
    this.drawn = drawn;
    /** Whether lines are left out: on the move, where drawing is slow. */
    this.light = false;
    /** @type {Sigma | null} */
    this.sigma = null;
  }

  /** @param {Scene} scene @param {Painted} painted */
  show(scene, painted) {
    this.sigma?.kill();
    this.sigma = null;
    const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false });
    for (let at = 0; at < scene.count; at += 1) {
      graph.addNode(String(at), { x: scene.x[at], y: scene.y[at], size: scene.size[at], at });
    }
    scene.from.forEach((a, at) => {
      graph.mergeEdgeWithKey(String(at), String(a), String(scene.to[at]), { at });
    });
    this.painted = painted;
    const isLight = () => this.light;
    class Lines extends EdgeLineProgram {
      /** @override @param {any} params */
      render(params) {
        if (!isLight()) super.render(params);
      }
    }
    const importance = new Uint32Array(scene.count);
    scene.order.forEach((at, k) => (importance[at] = scene.count - k));
    this.sigma = new Sigma(graph, this.box, {
      allowInvalidContainer: true,
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      enableCameraRotation: false,
      stagePadding: 0,
      minEdgeThickness: 1,
      zIndex: true,
      // Nothing is drawn above the map but by the page.
      defaultDrawNodeHover: () => {},
      zoomToSizeRatioFunction: (ratio) => (ratio * FILL) ** 0.4,
      defaultNodeType: "shape",
      nodeProgramClasses: { shape: ShapeProgram },
      defaultEdgeType: "line",
      edgeProgramClasses: { line: Lines },
      nodeReducer: (_, { at, ...data }) => ({
        ...data, type: "shape", label: null, color: this.painted?.node[at], shape: SHAPES[this.painted?.shape[at] ?? 0],
        zIndex: (this.painted?.rank[at] ?? 0) * (scene.count + 1) + (importance[at] ?? 0),
      }),
      edgeReducer: (_, { at }) => ({
        type: "line", size: 1, color: this.painted?.edge[at] || "#000000", hidden: !this.painted?.edge[at], zIndex: this.painted?.edgeRank[at] ?? 0,
      }),
    });
    // Of sigma's layers only two are used; the others would be laid over one another for nothing.
    for (const [name, canvas] of Object.entries(this.sigma.getCanvases())) {
      if (name !== "edges" && name !== "nodes") canvas.style.display = "none";
    }
    // The square that places lie in, whatever is drawn of it.
    this.sigma.setCustomBBox({ x: [-1, 1], y: [-1, 1] });
    this.sigma.on("afterRender", this.drawn);
    this.sigma.refresh();
  }

  /** @param {Painted} painted */
  repaint(painted) {
    this.painted = painted;
    this.sigma?.refresh({ skipIndexation: false });
  }

  /** @param {Camera} camera */
  draw(camera) {
    const { sigma } = this;
    if (!sigma) return;
    const { width, height } = sigma.getDimensions();
    if (width !== Math.floor(camera.width) || height !== Math.floor(camera.height)) sigma.resize(true);
    sigma.getCamera().setState({ x: camera.x / 2 + 0.5, y: camera.y / 2 + 0.5, ratio: 1 / (FILL * camera.zoom), angle: 0 });
    sigma.scheduleRender();
  }

  remove() {
    this.sigma?.kill();
    this.box.remove();
  }
}
