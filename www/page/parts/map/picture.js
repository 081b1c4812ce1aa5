/**
 * @import { Look, Painted } from "./paint.js"
 * @import { Scene } from "./scene.js"
 *
 * @typedef {object} Caption what stands beside the map
 * @property {string} title
 * @property {string} summary
 * @property {string} source with the date
 */
import { Camera } from "./camera.js";
import { placed } from "./labels.js";
import { SHAPES, outline, styleOf } from "./palette.js";
import { colourOf } from "./paint.js";

const [WIDTH, MAP, HEAD, FOOT] = [1200, 900, 96, 44];
const LEGEND_ROW = 24;
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
 * The whole map as an SVG document, with its legend, its date and its source.
 * @param {Scene} scene
 * @param {Painted} painted
 * @param {Look} look
 * @param {Caption} caption
 */
export function svg(scene, painted, look, caption) {
  const columns = 3;
  const rows = Math.ceil(scene.groups.length / columns);
  const height = HEAD + MAP + rows * LEGEND_ROW + FOOT;
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
  const edges = [...lines].map(([colour, list]) => `<path d="${list.join("")}" stroke="${colour}"/>`);
  const marks = [...scene.order].reverse().map((at) => {
    const radius = (scene.size[at] ?? 0) * camera.growth;
    const path = outline(SHAPES[painted.shape[at] ?? 0] ?? "circle", camera.left(scene.x[at] ?? 0), camera.top(scene.y[at] ?? 0), radius);
    return `<path d="${path}" fill="${painted.node[at]}"><title>${escaped(scene.label[at] ?? "")}</title></path>`;
  });
  const names = placed(scene, painted, camera, { at: -1, community: null }, (words) => LETTER * words.length)
    .map(({ text: words, left, top }) => text(left, top + 4, 12, words));
  const legend = scene.groups.map(({ style, name, count }, at) => {
    const [x, y] = [32 + (at % columns) * ((WIDTH - 64) / columns), HEAD + MAP + 8 + Math.floor(at / columns) * LEGEND_ROW];
    const words = `${name} (${count})`;
    const cut = words.length > 52 ? `${words.slice(0, 51)}…` : words;
    return `<path d="${outline(styleOf(style).shape, x, y, 6)}" fill="${colourOf(style, look)}"/>${text(x + 14, y + 5, 14, cut)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" fill="${look.ink}">
<title>${escaped(caption.title)}</title>
<desc>${escaped(caption.summary)}</desc>
<rect width="${WIDTH}" height="${height}" fill="${look.ground}"/>
${text(32, 44, 26, caption.title, 'font-weight="600"')}
${text(32, 72, 15, caption.summary)}
<g transform="translate(0 ${HEAD})">
<g fill="none" stroke-width="1">${edges.join("")}</g>
<g>${marks.join("")}</g>
<g paint-order="stroke" stroke="${look.ground}" stroke-width="3.5" stroke-linejoin="round">${names.join("")}</g>
</g>
<g>${legend.join("")}</g>
${text(32, height - 18, 13, caption.source)}
</svg>
`;
}

/**
 * The same as pixels, twice as fine.
 * @param {string} source an SVG document
 * @returns {Promise<Blob>}
 */
export async function png(source) {
  const url = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = () => reject(new Error("the picture cannot be drawn"));
      image.src = url;
    });
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture cannot be written"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
