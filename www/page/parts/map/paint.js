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
 * @property {number} [until] of a message: re-shares so far
 * @property {boolean} [quiet] lines only where something stands out
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
export function paint(scene, look, { at: chosen, community, until = Infinity, quiet = false }) {
  if (scene.way) return painted(scene, scene.way, look, chosen, until);
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
      edge.push(quiet ? "" : mixed(look.ink, look.ground, share));
    }
  });
  return { node, shape, rank, edge, edgeRank };
}

/**
 * A message on its way: whom it has reached in their colours, those of the last step before the others; whoever it has not
 * reached, or not yet, in the background.
 * @param {Scene} scene
 * @param {import("./scene.js").Way} way
 * @param {Look} look
 * @param {number} chosen
 * @param {number} until
 * @returns {Painted}
 */
function painted(scene, way, look, chosen, until) {
  const { count, style, from, to } = scene;
  const waiting = mixed(colourOf(OTHER, look), look.ground, look.forced ? 0.5 : 0.42);
  const reached = (/** @type {number} */ hop) => hop >= 0 && hop <= until;
  const rank = new Uint8Array(count);
  const shape = new Uint8Array(count);
  const node = Array.from(way.hop, (hop, at) => {
    if (reached(hop)) {
      rank[at] = hop === until || hop === 0 ? 2 : 1;
      shape[at] = SHAPES.indexOf(styleOf(style[at] ?? OTHER).shape);
    }
    return at === chosen ? look.mark : reached(hop) ? colourOf(style[at] ?? OTHER, look) : waiting;
  });
  const edgeRank = new Uint8Array(from.length);
  const edge = Array.from(way.line, (hop, at) => {
    const [a, b] = [from[at] ?? 0, to[at] ?? 0];
    // What is walked over by the keys, so that it can be seen where they lead.
    const own = chosen >= 0 && (a === chosen || b === chosen);
    if (!reached(hop)) return mixed(own ? look.mark : look.ink, look.ground, own ? 0.4 : 0.07);
    edgeRank[at] = hop === until ? 2 : 1;
    return own ? look.mark : mixed(colourOf(style[b] ?? OTHER, look), look.ground, hop === until ? 0.85 : 0.45);
  });
  return { node, shape, rank, edge, edgeRank };
}
