/** A04: the whole journey without a mouse, the focus always visible and never lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Page } from "playwright-core" */

stage();

/** What has the focus, through every shadow root, and whether a person sees that it has it. @param {Page} page */
function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const box = at.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
    /** @type {Element | null} */
    let over = document.elementFromPoint(x, y);
    while (over?.shadowRoot) {
      const inner = over.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === over) break;
      over = inner;
    }
    const style = getComputedStyle(at);
    const label = at.getRootNode() instanceof ShadowRoot && at.id
      ? /** @type {ShadowRoot} */ (at.getRootNode()).querySelector(`label[for="${at.id}"]`)?.textContent : null;
    return {
      tag: at.localName,
      id: at.id,
      name: (at.getAttribute("aria-label") ?? label ?? at.textContent ?? "").replace(/[↑↓]/g, "").replace(/\s+/g, " ").trim(),
      index: at.dataset["index"] ?? null,
      // Chromium draws its own ring around the button inside a date field, where a page's style does not reach.
      outlined: (at.localName === "input" && at.getAttribute("type") === "date") || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      inView: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
      covered: !(over !== null && (at.contains(over) || over.contains(at))),
    };
  });
}

/**
 * Presses Tab until something has the focus, looking at every stop on the way.
 * @param {Page} page
 * @param {(stop: NonNullable<Awaited<ReturnType<typeof focused>>>) => boolean} wanted
 * @param {string} [key]
 */
async function tabTo(page, wanted, key = "Tab") {
  /** @type {string[]} */
  const way = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (!stop) continue;
    way.push(`${stop.tag}#${stop.id} “${stop.name.slice(0, 40)}”`);
    assert.ok(stop.outlined, `the focus is not visible on ${way.at(-1)}`);
    assert.ok(stop.inView, `the focus is out of view on ${way.at(-1)}`);
    assert.ok(!stop.covered, `something covers ${way.at(-1)}`);
    if (wanted(stop)) return stop;
  }
  return assert.fail(`never reached; the way was ${way.join(", ")}`);
}

for (const lang of LANGS) {
  test(`A04 keyboard only, ${lang}: choose, analyse, sort, open a dossier, come back, export`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const { page } = opened;
    const product = new Product(page, lang);
    // A listener from the start: the browser is told to hand its file dialogs over before the key is pressed.
    page.on("filechooser", () => {});
    await product.idle();

    await tabTo(page, ({ name }) => name === product.t("choose-files"));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    assert.equal(chooser.isMultiple(), true);
    await chooser.setFiles([{ name: "posts.csv", mimeType: "text/csv", buffer: Buffer.from(SMALL) }]);
    await product.cards("read").waitFor();
    await product.idle();

    await tabTo(page, ({ name }) => name === product.t("analyse"));
    await page.keyboard.press("Enter");
    await product.ranked();

    await tabTo(page, ({ name }) => name === product.t("column-account"));
    await page.keyboard.press("Enter");
    const header = page.getByRole("columnheader", { name: product.t("column-account") });
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.rows.loading === false);
    assert.equal(await header.getAttribute("aria-sort"), "ascending");
    await page.keyboard.press("Enter");
    await product.idle();
    assert.equal(await header.getAttribute("aria-sort"), "descending");
    const handles = (await product.top(3)).map(({ handle }) => handle);
    assert.deepEqual(handles, [...handles].sort().reverse());

    const row = await tabTo(page, ({ index }) => index !== null);
    await page.keyboard.press("Enter");
    await product.dossier().waitFor();
    const inside = await focused(page);
    assert.equal(inside?.tag, "h2", "the focus moves into the dossier");
    assert.ok(row.name.startsWith(inside?.name ?? "?"), `${row.name} / ${inside?.name}`);
    await page.keyboard.press("Escape");
    await product.dossier().waitFor({ state: "detached" });
    assert.equal((await focused(page))?.index, row.index, "the focus comes back to the row");

    await tabTo(page, ({ name }) => name === product.t("export-csv"), "Shift+Tab");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), /^sillage-.*\.csv$/);

    await page.keyboard.press("/");
    assert.equal((await focused(page))?.tag, "input", "a key brings to the search");
    await nothingWrong(opened);
    await opened.context.close();
  });
}

/** A dozen invented posts: enough for a ranking. */
const SMALL = `author,created_at,text,retweet_of,followers
ada,2026-01-05T10:00:00Z,First roast of the year,,120
ben,2026-01-05T11:00:00Z,RT @ada: First roast of the year,ada,80
cleo,2026-01-05T12:00:00Z,RT @ada: First roast of the year,ada,4000
dan,2026-01-06T09:00:00Z,RT @ada: First roast of the year,ada,15
cleo,2026-01-07T09:00:00Z,A filter that never drips,,4000
ada,2026-01-08T09:00:00Z,RT @cleo: A filter that never drips,cleo,120
eve,2026-01-15T09:00:00Z,RT @cleo: A filter that never drips,cleo,60
ben,2026-01-16T09:00:00Z,Cups,,80
eve,2026-01-20T09:00:00Z,RT @ben: Cups,ben,60
dan,2026-01-27T09:00:00Z,RT @ada: First roast of the year,ada,15
`;
