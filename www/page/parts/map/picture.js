/**
 * @import { Look, Painted } from "./paint.js"
 * @import { Scene } from "./scene.js"
 *
 * @typedef {object} Caption what stands beside the map
 * @property {string} title
 * @property {string} summary
 * @property {string} source with the date
 *
 * @typedef {object} Picture an SVG document, in parts that are drawn one above the other
 * @property {number} width
 * @property {number} height
 * @property {string} head
 * @property {string[]} layers
 */
import { pause } from "../../../shared/run.js";
import { Camera } from "./camera.js";
import { placed } from "./labels.js";
import { SHAPES, outline, styleOf } from "./palette.js";
import { colourOf } from "./paint.js";

const [WIDTH, MAP, HEAD, FOOT] = [1200, 900, 76, 44];
/** Height of a line of the summary, and letters on it. */
const [SUMMARY_ROW, SUMMARY_LETTERS] = [20, 150];
const LEGEND_ROW = 24;
/** Lines and marks of one layer: what is drawn as pixels in one go. */
const [LINES, MARKS] = [1_200, 500];
/** About the width of a letter of the labels, for browsers and for programs without a canvas alike. */
const LETTER = 6.6;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";

/** @param {string} text */
export function escaped(text) {
  // What XML does not allow is left out.
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}

/**
 * The whole map as a picture, with its legend, its date and its source.
 * @param {Scene} scene
 * @param {Painted} painted
 * @param {Look} look
 * @param {Caption} caption
 * @returns {Picture}
 */
export function picture(scene, painted, look, caption) {
  const columns = 3;
  const rows = Math.ceil(scene.groups.length / columns);
  const summary = folded(caption.summary);
  const head = HEAD + summary.length * SUMMARY_ROW;
  const height = head + MAP + rows * LEGEND_ROW + FOOT;
  const camera = new Camera();
  camera.width = WIDTH;
  camera.height = MAP;
  camera.fit(scene.box());
  camera.zoom *= 0.94;
  const n = (/** @type {number} */ value) => String(Math.round(10 * value) / 10);
  const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ size, /** @type {string} */ words, more = "") =>
    `<text x="${n(x)}" y="${n(y)}" font-size="${size}" ${more}>${escaped(words)}</text>`;
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  painted.edge.forEach((colour, at) => {
    if (!colour) return;
    const [a, b] = [scene.from[at] ?? 0, scene.to[at] ?? 0];
    const line = `M${n(camera.left(scene.x[a] ?? 0))} ${n(camera.top(scene.y[a] ?? 0))}L${n(camera.left(scene.x[b] ?? 0))} ${n(camera.top(scene.y[b] ?? 0))}`;
    const list = lines.get(colour);
    if (list) list.push(line);
    else lines.set(colour, [line]);
  });
  const edges = [...lines].flatMap(([colour, list]) => parts(list, LINES).map((some) => `<path d="${some.join("")}" stroke="${colour}"/>`));
  const marks = [...scene.order].reverse().map((at) => {
    const radius = (scene.size[at] ?? 0) * camera.growth;
    const path = outline(SHAPES[painted.shape[at] ?? 0] ?? "circle", camera.left(scene.x[at] ?? 0), camera.top(scene.y[at] ?? 0), radius);
    return `<path d="${path}" fill="${painted.node[at]}"><title>${escaped(scene.label[at] ?? "")}</title></path>`;
  });
  const names = placed(scene, painted, camera, { at: -1, community: null }, (words) => LETTER * words.length)
    .map(({ text: words, left, top }) => text(left, top + 4, 12, words));
  const legend = scene.groups.map(({ style, name, count }, at) => {
    const [x, y] = [32 + (at % columns) * ((WIDTH - 64) / columns), head + MAP + 8 + Math.floor(at / columns) * LEGEND_ROW];
    const words = `${name} (${count})`;
    const cut = words.length > 52 ? `${words.slice(0, 51)}…` : words;
    return `<path d="${outline(styleOf(style).shape, x, y, 6)}" fill="${colourOf(style, look)}"/>${text(x + 14, y + 5, 14, cut)}`;
  });
  const inMap = (/** @type {string} */ attributes, /** @type {string[]} */ inside) => `<g transform="translate(0 ${head})"${attributes}>${inside.join("")}</g>`;
  /** Lines of few colours are long paths, of many colours many short ones. @type {string[][]} */
  const strokes = [];
  let length = Infinity;
  for (const edge of edges) {
    if (length + edge.length > LINES * 24) {
      strokes.push([]);
      length = 0;
    }
    strokes.at(-1)?.push(edge);
    length += edge.length;
  }
  return {
    width: WIDTH,
    height,
    head: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" fill="${look.ink}">`,
    layers: [
      `<title>${escaped(caption.title)}</title>
<desc>${escaped(caption.summary)}</desc>
<rect width="${WIDTH}" height="${height}" fill="${look.ground}"/>
${text(32, 44, 26, caption.title, 'font-weight="600"')}
${summary.map((line, at) => text(32, 72 + at * SUMMARY_ROW, 15, line)).join("\n")}`,
      ...strokes.map((some) => inMap(' fill="none" stroke-width="1"', some)),
      ...parts(marks, MARKS).map((some) => inMap("", some)),
      inMap(` paint-order="stroke" stroke="${look.ground}" stroke-width="3.5" stroke-linejoin="round"`, names),
      `<g>${legend.join("")}</g>
${text(32, height - 18, 13, caption.source)}`,
    ],
  };
}

/** A text in lines that fit the picture. @param {string} words */
function folded(words) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < SUMMARY_LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} most
 */
function parts(list, most) {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, at) => list.slice(at * most, (at + 1) * most));
}

/** A picture as one SVG document. @param {Picture} picture */
export function svg({ head, layers }) {
  return `${head}\n${layers.join("\n")}\n</svg>\n`;
}

/** An SVG document, ready to be drawn. @param {string} source */
async function loaded(source) {
  const url = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = () => reject(new Error("the picture cannot be drawn"));
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * A picture as pixels, twice as fine; drawn layer by layer, so that the page is never held up.
 * @param {Picture} picture
 * @returns {Promise<Blob>}
 */
export async function png({ width, height, head, layers }) {
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("the picture cannot be drawn");
  for (const layer of layers) {
    const image = await loaded(`${head}${layer}</svg>`);
    await pause();
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    // Browsers put drawing off until they are asked for a pixel: all of it would come at once.
    pen.getImageData(0, 0, 1, 1);
    await pause();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture cannot be written"))), "image/png");
  });
}
