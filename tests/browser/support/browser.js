/**
 * A Chromium, and pages of it that remember everything that should not have happened.
 *
 * @import { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core"
 *
 * @typedef {object} Diary what a page did since it was opened
 * @property {string[]} errors console errors and uncaught exceptions
 * @property {string[]} violations of the content security policy, in the document
 * @property {string[]} requests addresses asked of a network: neither `blob:` nor `data:`
 * @property {string[]} dialogs
 * @property {string[]} navigations of the page itself, after the first
 *
 * @typedef {{ context: BrowserContext, page: Page, diary: Diary }} Opened
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Where a Chromium may be when `CHROME` does not say. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/**
 * @param {string[]} [args] more arguments
 * @returns {Promise<Browser>}
 */
export function launch(args = []) {
  const executablePath = process.env["CHROME"] || PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error("no Chromium found: set CHROME to its path");
  return chromium.launch({ executablePath, args: [...ARGS, ...args] });
}

/**
 * Opens an address in a context of its own.
 * @param {Browser} browser
 * @param {string} url
 * @param {object} [options]
 * @param {BrowserContextOptions} [options.context]
 * @param {string[]} [options.scripts] run before the page's own
 * @returns {Promise<Opened>}
 */
export async function openPage(browser, url, { context: given = {}, scripts = [] } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...given });
  const page = await context.newPage();
  const diary = watch(page);
  await page.addInitScript(() => {
    /** @type {any} */ (globalThis).__violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      /** @type {any} */ (globalThis).__violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  for (const content of scripts) await page.addInitScript({ content });
  await page.goto(url);
  diary.navigations.length = 0;
  return { context, page, diary };
}

/**
 * @param {Page} page
 * @returns {Diary}
 */
function watch(page) {
  /** @type {Diary} */
  const diary = { errors: [], violations: [], requests: [], dialogs: [], navigations: [] };
  /** @type {string | null} */
  let home = null;
  page.on("console", (message) => {
    if (message.type() === "error") diary.errors.push(message.text());
  });
  page.on("pageerror", (error) => diary.errors.push(String(error)));
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) diary.requests.push(request.url());
  });
  page.on("websocket", (socket) => diary.requests.push(socket.url()));
  page.on("dialog", (dialog) => {
    diary.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) return;
    // The part after # is rewritten by the page itself; that is no other document.
    const [document = ""] = frame.url().split("#");
    if (document !== home) diary.navigations.push(document);
    home ??= document;
  });
  return diary;
}

/**
 * Fails when the page complained, was stopped by its policy, or asked something.
 * @param {Opened} opened
 */
export async function nothingWrong({ page, diary }) {
  const violations = await page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).__violations));
  assert.deepEqual(violations, [], "violations of the policy");
  assert.deepEqual(diary.errors, [], "errors");
  assert.deepEqual(diary.dialogs, [], "dialogs");
}
