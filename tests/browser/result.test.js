/** A29, DET-1: the same bytes and settings give the same result in Chromium, in Node and natively. */
import assert from "node:assert/strict";
import { copyFileSync, openAsBlob, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";
import { serve } from "../../scripts/serve.mjs";
import { openPage } from "./support/browser.js";
import { CAFE, DIST, TEA, buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { SettingsPatch } from "../../www/shared/engine.d.ts" */

/** Written by the native tests: tests/session.rs. */
const golden = JSON.parse(readFileSync(inRoot("tests", "golden", "cafe.json"), "utf8"));
/** As `cafe_settings` of tests/common/mod.rs. @type {SettingsPatch} */
const SETTINGS = { objective: "consideration", brief: 'café, torréfaction, "café de spécialité"' };

/** A page of somebody else's, that embeds the module. */
stage(() => {
  const folder = buildFolder("tests", "host");
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>host</title>");
  copyFileSync(path.join(DIST, "index.js"), path.join(folder, "index.js"));
  return serve(folder, { headers: {} });
});

/**
 * The module in Node.
 * @param {Blob[]} files
 * @param {SettingsPatch} settings
 */
async function inNode(files, settings) {
  /** @type {typeof import("../../www/api/node.js")} */
  const { open } = await import(inRoot("dist", "node.js"));
  const study = await open();
  for (const [i, file] of files.entries()) await study.add(file, { name: `file ${i}.csv` });
  await study.configure(settings);
  await study.analyse();
  const { rows } = await study.ranking({ to: 10 });
  const hash = await study.hash();
  study.close();
  return { resultHash: hash, top: rows.map(({ handle }) => handle) };
}

/**
 * The module in Chromium, in a page that embeds it.
 * @param {string[]} texts
 * @param {SettingsPatch} settings
 */
async function inChromium(texts, settings) {
  const opened = await openPage(browser, site.url);
  const result = await opened.page.evaluate(async ([module, contents, patch]) => {
    const { open } = await import(module);
    const study = await open();
    for (const [i, text] of contents.entries()) await study.add(new File([text], `file ${i}.csv`));
    await study.configure(patch);
    await study.analyse();
    const { rows } = await study.ranking({ to: 10 });
    const resultHash = await study.hash();
    study.close();
    return { resultHash, top: rows.map((/** @type {{ handle: string }} */ row) => row.handle) };
  }, /** @type {const} */ ([`${site.url}index.js`, texts, settings]));
  await opened.context.close();
  return result;
}

test("A29 the module gives the golden result in Node", async () => {
  assert.match(golden.resultHash, /^[0-9a-f]{64}$/);
  assert.deepEqual(await inNode([await openAsBlob(CAFE)], SETTINGS), golden);
});

test("A29 the module gives the golden result in Chromium", async () => {
  assert.deepEqual(await inChromium([readFileSync(CAFE, "utf8")], SETTINGS), golden);
});

test("DET-1 two files, their order, and their rows in another order change nothing, in either", async () => {
  const [cafe, tea] = [readFileSync(CAFE, "utf8"), readFileSync(TEA, "utf8")];
  const [header = "", ...rows] = cafe.trimEnd().split("\n");
  // No cell of the sample holds a line break.
  const turned = `${[header, ...rows.reverse()].join("\n")}\n`;
  /** @type {SettingsPatch} */
  const settings = { objective: "awareness", brief: "café, tea" };
  const expected = await inNode([new Blob([cafe]), new Blob([tea])], settings);
  assert.deepEqual(await inNode([new Blob([tea]), new Blob([turned])], settings), expected);
  assert.deepEqual(await inChromium([tea, turned], settings), expected);
  assert.notEqual(expected.resultHash, golden.resultHash, "other settings, another result");
});
