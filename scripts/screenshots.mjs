/**
 * Pictures of every state of the page, from invented data, to be looked at by people: French and English, three widths,
 * light and dark. One contact sheet for each goes to `docs/screenshots/`, the pictures themselves to `build/screenshots/`.
 *
 *   node scripts/build.mjs && node scripts/screenshots.mjs [--only fr-1440-light]
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "../tests/browser/support/browser.js";
import { Product } from "../tests/browser/support/product.js";
import { serveShipped } from "../tests/browser/support/shipped.js";
import { everyState } from "../tests/browser/support/states.js";
import { LANGS } from "../tests/browser/support/words.js";
import { inRoot } from "./build/paths.mjs";

/** @import { Browser } from "playwright-core" */
/** @import { Lang } from "../www/shared/translate.js" */

/** Widths of the page, and how large and how high a picture stands on the sheet. */
const WIDTHS = /** @type {const} */ ([
  { width: 1440, height: 900, thumb: 400, most: 2_000, columns: 5 },
  { width: 768, height: 1024, thumb: 300, most: 1_900, columns: 6 },
  { width: 360, height: 780, thumb: 200, most: 1_400, columns: 9 },
]);
const THEMES = /** @type {const} */ (["light", "dark"]);
const SHEETS = inRoot("docs", "screenshots");
const PICTURES = inRoot("build", "screenshots");

/** @typedef {{ state: string, png: Buffer }} Picture */

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {{ lang: Lang, theme: "light" | "dark", size: typeof WIDTHS[number] }} look
 */
async function pictures(browser, url, { lang, theme, size }) {
  const { page, context } = await openPage(browser, `${url}#lang=${lang}&theme=${theme}`, {
    context: { viewport: { width: size.width, height: size.height }, reducedMotion: "reduce", colorScheme: theme },
  });
  /** @type {Picture[]} */
  const taken = [];
  await everyState(new Product(page, lang), async (state) => {
    const open = await page.getByRole("dialog").count() > 0;
    const whole = open ? size.height : await page.evaluate(() => document.documentElement.scrollHeight);
    const png = await page.screenshot(open ? {} : { fullPage: true, clip: { x: 0, y: 0, width: size.width, height: Math.min(whole, size.most) } });
    const name = `${lang}-${size.width}-${theme}-${String(taken.length + 1).padStart(2, "0")}-${state.replace(/\W+/g, "-")}.png`;
    writeFileSync(path.join(PICTURES, name), png);
    taken.push({ state, png });
  });
  await context.close();
  return taken;
}

/**
 * All of them on one sheet, in the order in which somebody meets them.
 * @param {Browser} browser
 * @param {Picture[]} taken
 * @param {{ title: string, thumb: number, columns: number }} sheet
 * @returns {Promise<Buffer>} WebP
 */
async function sheetOf(browser, taken, { title, thumb, columns }) {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async ({ pictures, heading, width, across }) => {
    const images = await Promise.all(pictures.map(async ({ state, data }) => ({ state, image: await createImageBitmap(await (await fetch(data)).blob()) })));
    const gap = 24;
    /** Each picture goes where the columns are shortest. */
    const ends = new Array(across).fill(72);
    const placed = images.map(({ state, image }) => {
      const column = ends.indexOf(Math.min(...ends));
      const [top, height] = [ends[column], Math.round((image.height * width) / image.width)];
      ends[column] += height + 22 + gap;
      return { state, image, left: gap + column * (width + gap), top, height };
    });
    const canvas = new OffscreenCanvas(across * (width + gap) + gap, Math.max(...ends));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#8a8a86";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#fff";
    context.font = "22px sans-serif";
    context.fillText(heading, gap, 40);
    context.font = "13px sans-serif";
    context.imageSmoothingQuality = "high";
    for (const { state, image, left, top, height } of placed) {
      context.fillText(state, left, top + 12, width);
      context.drawImage(image, left, top + 20, width, height);
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.6 })).arrayBuffer())];
  }, { pictures: taken.map(({ state, png }) => ({ state, data: `data:image/png;base64,${png.toString("base64")}` })), heading: title, width: thumb, across: columns });
  await page.close();
  return Buffer.from(bytes);
}

const { values } = parseArgs({ options: { only: { type: "string" } } });
mkdirSync(SHEETS, { recursive: true });
if (!values.only) rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
const site = await serveShipped();
const browser = await launch();
try {
  for (const lang of LANGS) {
    for (const size of WIDTHS) {
      for (const theme of THEMES) {
        const name = `${lang}-${size.width}-${theme}`;
        if (values.only && values.only !== name) continue;
        const taken = await pictures(browser, site.url, { lang, theme, size });
        const sheet = await sheetOf(browser, taken, { title: `Sillage ${version}: ${name}`, thumb: size.thumb, columns: size.columns });
        writeFileSync(path.join(SHEETS, `${name}.webp`), sheet);
        console.log(`${name}: ${taken.length} states, ${Math.round(sheet.length / 1000)} kB`);
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}
