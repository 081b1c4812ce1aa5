/** @import { Scene } from "./scene.js" */
import { OTHER, SHAPES, styleOf } from "./palette.js";

/**
 * @typedef {object} Look colours of the page, as `#rrggbb`
 * @property {boolean} dark
 * @property {boolean} forced the system chooses the colours: shapes alone tell communities apart
 * @property {string} ground
 * @property {string} ink
 * @property {string} quiet
 * @property {string} mark what is chosen
 *
 * @typedef {object} Chosen what stands out
 * @property {number} at a place, −1: none
 * @property {number | null} community
 *
 * @typedef {object} Painted
 * @property {string[]} node colour of each
 * @property {Uint8Array} shape
 * @property {Uint8Array} rank 0 in the background, 1 as usual, 2 before the others
 * @property {string[]} edge colour of each; empty: not drawn
 * @property {Uint8Array} edgeRank
 */

/** @param {string} text `rgb(1, 2, 3)`, `color(srgb …)` or `#rrggbb` */
export function hex(text) {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  const numbers = (text.match(/[\d.]+/g) ?? ["0", "0", "0"]).slice(0, 3).map(Number);
  const scale = text.startsWith("color(") ? 255 : 1;
  return `#${numbers.map((value) => Math.round(value * scale).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * A colour over another, as one that covers: nothing has to be seen through.
 * @param {string} over
 * @param {string} under
 * @param {number} share of the first
 */
export function mixed(over, under, share) {
  const part = (/** @type {string} */ colour, /** @type {number} */ at) => Number.parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(share * part(over, at) + (1 - share) * part(under, at)).toString(16).padStart(2, "0")).join("")}`;
}

/** The colour of a style. @param {number} style @param {Look} look */
export function colourOf(style, { dark, forced, ink, quiet }) {
  if (forced) return style === OTHER ? quiet : ink;
  return styleOf(style)[dark ? "dark" : "light"];
}

/**
 * Colours of everything that is drawn, by what stands out.
 * @param {Scene} scene
 * @param {Look} look
 * @param {Chosen} chosen
 * @returns {Painted}
 */
export function paint(scene, look, { at: chosen, community }) {
  const { count, style, from, to, weight } = scene;
  const around = new Set(chosen >= 0 ? scene.near[chosen] : []);
  const one = chosen >= 0;
  const rank = new Uint8Array(count).fill(1);
  const shape = new Uint8Array(count);
  /** @type {string[]} */
  const node = [];
  for (let at = 0; at < count; at += 1) {
    const colour = colourOf(style[at] ?? OTHER, look);
    shape[at] = SHAPES.indexOf(styleOf(style[at] ?? OTHER).shape);
    const out = one ? at === chosen || around.has(at) : community === null || scene.community[at] === community;
    if (!out) rank[at] = 0;
    else if (one || community !== null) rank[at] = 2;
    node.push(at === chosen ? look.mark : out ? colour : mixed(colour, look.ground, look.forced ? 0.4 : 0.22));
  }
  const heaviest = weight.reduce((most, each) => Math.max(most, each), 0) || 1;
  const edgeRank = new Uint8Array(from.length).fill(1);
  /** @type {string[]} */
  const edge = [];
  from.forEach((a, at) => {
    const b = to[at] ?? 0;
    const share = 0.1 + 0.22 * Math.sqrt((weight[at] ?? 0) / heaviest);
    if (one) {
      const own = a === chosen || b === chosen;
      edgeRank[at] = own ? 2 : 0;
      edge.push(own ? mixed(look.mark, look.ground, 0.75) : "");
    } else if (community !== null) {
      const inside = (scene.community[a] === community ? 1 : 0) + (scene.community[b] === community ? 1 : 0);
      edgeRank[at] = inside;
      edge.push(inside === 0 ? "" : mixed(look.ink, look.ground, inside === 2 ? share + 0.18 : share));
    } else {
      edge.push(mixed(look.ink, look.ground, share));
    }
  });
  return { node, shape, rank, edge, edgeRank };
}
