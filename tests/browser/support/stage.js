/**
 * What every journey stands on: a Chromium, and the shipped page served to it.
 *
 * @import { Browser } from "playwright-core"
 * @typedef {Awaited<ReturnType<typeof serveShipped>>} Site
 */
import { after, before } from "node:test";
import { launch } from "./browser.js";
import { serveShipped } from "./shipped.js";

/** The browser of this file of tests. @type {Browser} */
export let browser;
/** What is served to it. @type {Site} */
export let site;

/**
 * Opens both before the first test of a file and closes them after the last.
 * @param {() => Promise<Site>} [serve] serves something else than the page as it is shipped
 */
export function stage(serve = () => serveShipped()) {
  before(async () => {
    site = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
}
