// A19: communities can be told apart on the map: against the page, and from one another, whatever one sees of colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { HOPS, OBJECT, OTHER, SHAPES, STYLES, outline, styleOf } from "../../www/page/parts/map/palette.js";

/** @typedef {[number, number, number]} Triple */
/** The page's grounds: paper and surface, as in www/styles/tokens.css. */
const page = readFileSync(inRoot("www", "styles", "tokens.css"), "utf8");
/** @param {string} name @param {"light" | "dark"} theme */
function ground(name, theme) {
  const found = new RegExp(`--${name}: (?:var\\(--sillage-color-${name}, )?light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(page);
  assert.ok(found, name);
  return String(theme === "light" ? found[1] : found[2]);
}

/** @param {string} colour @returns {Triple} */
const linear = (colour) => /** @type {Triple} */ ([1, 3, 5].map((at) => {
  const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}));
/** @param {readonly number[][]} matrix @param {Triple} v @returns {Triple} */
const times = (matrix, v) => /** @type {Triple} */ (matrix.map((row) => row.reduce((sum, each, at) => sum + each * (v[at] ?? 0), 0)));
/** @param {string} colour */
const luminance = (colour) => times([[0.2126, 0.7152, 0.0722]], linear(colour))[0];
/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
/** CIELAB of linear sRGB. @param {Triple} rgb @returns {Triple} */
function lab(rgb) {
  const xyz = times([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]], rgb);
  const white = [0.95047, 1, 1.08883];
  const [x = 0, y = 0, z = 0] = xyz.map((value, at) => {
    const part = value / (white[at] ?? 1);
    return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
/** What is left for who does not see green from red: Machado, Oliveira and Fernandes 2009, severity 1. */
const DEUTERANOPIA = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]];
/** @param {string} colour @param {boolean} deuteranopia */
const seen = (colour, deuteranopia) => lab(deuteranopia ? /** @type {Triple} */ (times(DEUTERANOPIA, linear(colour)).map((v) => Math.min(1, Math.max(0, v)))) : linear(colour));
/** @param {string} a @param {string} b @param {boolean} deuteranopia */
const distance = (a, b, deuteranopia) => Math.hypot(...seen(a, deuteranopia).map((value, at) => value - (seen(b, deuteranopia)[at] ?? 0)));

const all = [...STYLES, styleOf(OTHER), styleOf(OBJECT), ...HOPS];

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`A19 every style has a contrast of 3 with the page, ${theme}`, () => {
    for (const style of all) {
      for (const name of ["paper", "surface"]) {
        const found = contrast(style[theme], ground(name, theme));
        assert.ok(found >= 3, `${style[theme]} on ${name}: ${found.toFixed(2)}`);
      }
    }
  });

  test(`A19 every two communities, and every two steps of a message, differ in colour, also for deuteranopes, ${theme}`, () => {
    for (const styles of [STYLES, HOPS]) {
      for (const [at, a] of styles.entries()) {
        for (const b of styles.slice(at + 1)) {
          for (const deuteranopia of [false, true]) {
            const found = distance(a[theme], b[theme], deuteranopia);
            // Two colours are told apart from a ΔE of 10 or so; of small marks, from twice that.
            assert.ok(found >= 20, `${a[theme]} and ${b[theme]}: ${found.toFixed(1)} ${deuteranopia ? "for deuteranopes" : ""}`);
          }
        }
      }
    }
  });
}

test("the measure of difference is not blind: red and green of a traffic light are alike for deuteranopes alone", () => {
  assert.ok(distance("#a05a00", "#5f7d00", false) > 35);
  assert.ok(distance("#a05a00", "#5f7d00", true) < 12);
});

test("shape tells the six largest communities apart by itself", () => {
  assert.equal(new Set(STYLES.slice(0, SHAPES.length).map(({ shape }) => shape)).size, SHAPES.length);
  assert.equal(new Set(HOPS.map(({ shape }) => shape)).size, HOPS.length, "and the steps of a message");
  assert.equal(new Set(SHAPES.map((shape) => outline(shape, 9, 9, 6))).size, SHAPES.length);
});

test("legends in style sheets have the colours of the map", () => {
  const css = readFileSync(inRoot("www", "styles", "palette.css"), "utf8");
  for (const [at, { light, dark }] of all.entries()) assert.ok(css.includes(`.s${at} { fill: light-dark(${light}, ${dark}); }`), `s${at}`);
});
