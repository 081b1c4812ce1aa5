/**
 * How communities look on a map. Colour and shape say the same thing, so that neither has to be seen. Every colour has a
 * contrast of 3 or more with the page, and every two of them differ for people who do not see green from red
 * (tests/unit/palette.test.js).
 *
 * @typedef {"circle" | "square" | "triangle" | "diamond" | "cross" | "inverted"} Shape
 * @typedef {{ light: string, dark: string, shape: Shape }} Style
 */

/** The largest communities, in their order. @type {readonly Style[]} */
export const STYLES = [
  { light: "#437cc3", dark: "#3770b5", shape: "circle" },
  { light: "#753c03", dark: "#e6c77c", shape: "square" },
  { light: "#a670a6", dark: "#f1dbfd", shape: "triangle" },
  { light: "#07633d", dark: "#98fec5", shape: "diamond" },
  { light: "#a58108", dark: "#a4580f", shape: "cross" },
  { light: "#133e49", dark: "#3b878e", shape: "inverted" },
  { light: "#cd6c62", dark: "#9c635d", shape: "circle" },
  { light: "#382773", dark: "#bda7ff", shape: "square" },
];

/** Accounts of smaller communities. */
export const OTHER = STYLES.length;
/** What accounts use: tags, words, links. */
export const OBJECT = STYLES.length + 1;

/** Who a message starts from; after one re-share, two, three; after four or more. @type {readonly Style[]} */
export const HOPS = [
  { light: "#10222c", dark: "#f1f5f5", shape: "diamond" },
  { light: "#561f78", dark: "#dcb0fa", shape: "circle" },
  { light: "#3a74b8", dark: "#6d9cee", shape: "square" },
  { light: "#2a9384", dark: "#3f9c94", shape: "triangle" },
  { light: "#a08410", dark: "#8a7430", shape: "inverted" },
];
/** The first of those, as a style. */
export const HOP = STYLES.length + 2;

/** @type {Style} */
const OTHER_STYLE = { light: "#7b868b", dark: "#74868f", shape: "circle" };
/** @type {Style} */
const OBJECT_STYLE = { light: "#10222c", dark: "#e8efef", shape: "diamond" };

/** @param {number} at @returns {Style} */
export function styleOf(at) {
  return STYLES[at] ?? HOPS[at - HOP] ?? (at === OBJECT ? OBJECT_STYLE : OTHER_STYLE);
}

/** The shapes, in the order of their numbers on the graphics card. @type {readonly Shape[]} */
export const SHAPES = ["circle", "square", "triangle", "diamond", "cross", "inverted"];

const ARM = 0.42;
/** Corners of the shapes, around a circle of radius 1 with about its area; y grows downwards. @type {Record<Exclude<Shape, "circle">, readonly [number, number][]>} */
const CORNERS = {
  square: [[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]],
  triangle: [[0, -1.3], [1.126, 0.65], [-1.126, 0.65]],
  inverted: [[0, 1.3], [-1.126, -0.65], [1.126, -0.65]],
  diamond: [[0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]],
  cross: [
    [-ARM, -1.15], [ARM, -1.15], [ARM, -ARM], [1.15, -ARM], [1.15, ARM], [ARM, ARM], [ARM, 1.15], [-ARM, 1.15], [-ARM, ARM],
    [-1.15, ARM], [-1.15, -ARM], [-ARM, -ARM],
  ],
};

/**
 * Adds a shape to a path of a canvas.
 * @param {CanvasRenderingContext2D | Path2D} path
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function trace(path, shape, x, y, radius) {
  if (shape === "circle") {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  CORNERS[shape].forEach(([dx, dy], at) => {
    if (at === 0) path.moveTo(x + radius * dx, y + radius * dy);
    else path.lineTo(x + radius * dx, y + radius * dy);
  });
  path.closePath();
}

/**
 * The same as the `d` of an SVG path.
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function outline(shape, x, y, radius) {
  const n = (/** @type {number} */ value) => String(Math.round(100 * value) / 100);
  if (shape === "circle") {
    return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0z`;
  }
  return `M${CORNERS[shape].map(([dx, dy]) => `${n(x + radius * dx)} ${n(y + radius * dy)}`).join("L")}z`;
}
