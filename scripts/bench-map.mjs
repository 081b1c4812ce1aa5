/**
 * How smoothly the map moves: pictures a second while it is panned, zoomed and pointed at, one move an animation frame, and
 * while the engine lays the next map out. On a plain canvas, and by WebGL, as far as this Chromium has it: without a
 * graphics card WebGL is imitated, and the page itself would choose the canvas.
 *
 *   node scripts/bench-map.mjs [--file posts.csv] [--page dist] [--seconds 3] [--size 1280x900]
 *
 * Without a file, 100,000 invented posts: their map has 3,000 accounts and 12,000 ties.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { writePosts } from "../benches/generate-posts.mjs";
import { launch } from "../tests/browser/support/browser.js";
import { inRoot } from "./build/paths.mjs";
import { LONG, median, ready, settled } from "./felt/measure.mjs";
import { serve } from "./serve.mjs";

const { values } = parseArgs({ options: {
  file: { type: "string" }, page: { type: "string", multiple: true, default: ["dist"] }, seconds: { type: "string", default: "3" }, size: { type: "string", default: "1280x900" },
} });
/** Gives an imitated card another name, so that the page draws with it. */
const WITH_CARD = `const of = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) { return name === 37446 ? "A card" : of.call(this, name); };`;
const ROWS = 100_000;
const folder = inRoot("build", "bench");
mkdirSync(folder, { recursive: true });
const file = values.file ?? path.join(folder, "posts.csv");
if (!values.file) writePosts(file, { rows: ROWS, seed: 1 });

/**
 * Moves the map once an animation frame.
 * @param {{ kind: "pan" | "zoom" | "hover" | "rest", seconds: number }} asked
 */
async function moved({ kind, seconds }) {
  const map = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
  const { box } = map;
  const { left, top, width, height } = box.getBoundingClientRect();
  /** @param {string} type @param {number} x @param {number} y */
  const pointer = (type, x, y) => box.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: "mouse", button: 0, clientX: left + x, clientY: top + y, bubbles: true }));
  box.setPointerCapture = () => {};
  if (kind === "pan") pointer("pointerdown", width / 2, height / 2);
  const [begin, drawn] = [performance.now(), map.frames];
  /** @type {number[]} */
  const gaps = [];
  let [at, step] = [begin, 0];
  while (at - begin < seconds * 1000) {
    step += 1;
    const [x, y] = [width / 2 + 0.3 * width * Math.cos(step / 12), height / 2 + 0.3 * height * Math.sin(step / 12)];
    if (kind === "pan") pointer("pointermove", x, y);
    if (kind === "hover") pointer("pointermove", x, y);
    if (kind === "zoom") box.dispatchEvent(new WheelEvent("wheel", { deltaY: step % 40 < 20 ? -40 : 40, ctrlKey: true, clientX: left + x, clientY: top + y, bubbles: true, cancelable: true }));
    const before = at;
    at = await new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)));
    gaps.push(at - before);
  }
  if (kind === "pan") pointer("pointerup", width / 2, height / 2);
  if (kind === "hover") box.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
  gaps.sort((a, b) => a - b);
  return { drawn: (map.frames - drawn) / ((at - begin) / 1000), frames: gaps.length / ((at - begin) / 1000), worst: gaps[gaps.length - 1] ?? 0 };
}

const [width = 1280, height = 900] = values.size.split("x").map(Number);
for (const folder of values.page) {
  for (const scripts of [[], [WITH_CARD]]) {
    const browser = await launch(scripts.length > 0 ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : []);
    const site = await serve(folder);
    try {
      const { page } = await ready(browser, site.url, file, scripts);
      await page.setViewportSize({ width, height });
      await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.show("audiences"));
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences")?.shadowRoot.querySelector("sil-map")?.frames > 0, undefined, { timeout: LONG });
      await page.locator("sil-audiences sil-map .stage").first().scrollIntoViewIfNeeded();
      await settled(page);
      const what = await page.evaluate(() => {
        const { scene, drawing, camera } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").shadowRoot.querySelector("sil-map");
        return `${drawing.kind}: ${scene.count} accounts, ${scene.from.length} ties, ${camera.width} × ${camera.height} px`;
      });
      console.log(`${folder.slice(-20)}, ${what}`);
      const seconds = Number(values.seconds);
      for (const kind of /** @type {const} */ (["pan", "zoom", "hover"])) {
        /** @type {Awaited<ReturnType<typeof moved>>[]} */
        const rounds = [];
        for (let round = 0; round < 3; round += 1) rounds.push(await page.evaluate(moved, { kind, seconds }));
        tell(kind, rounds);
        await page.waitForTimeout(400);
      }
      // Another result: the map stays, and is moved, while its successor is laid out.
      await page.evaluate(() => {
        const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
        desk.change({ ties: { halfLifeDays: 20 } }, "bench");
      });
      const busy = () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-audiences").draft.share !== null);
      while (!(await busy())) await page.waitForTimeout(20);
      /** @type {Awaited<ReturnType<typeof moved>>[]} */
      const rounds = [];
      while (rounds.length < 20 && await busy()) rounds.push(await page.evaluate(moved, { kind: /** @type {const} */ ("pan"), seconds: 0.5 }));
      tell("pan, next map laid out", rounds);
    } finally {
      await browser.close();
      await site.close();
    }
  }
}

/** @param {string} name @param {Awaited<ReturnType<typeof moved>>[]} rounds */
function tell(name, rounds) {
  if (rounds.length === 0) {
    console.log(`  ${name.padEnd(24)} over before it was measured`);
    return;
  }
  const of = (/** @type {"drawn" | "frames" | "worst"} */ key) => median(rounds.map((each) => each[key]));
  console.log(`  ${name.padEnd(24)} ${of("drawn").toFixed(1).padStart(6)} pictures a second, ${of("frames").toFixed(1).padStart(5)} animation frames, worst ${of("worst").toFixed(0).padStart(4)} ms`);
}
