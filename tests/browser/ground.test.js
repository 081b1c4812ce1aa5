/** I6, I10: files that say nothing by themselves, named by hand; what is kept of it; every row accounted for; what the data tell. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import Papa from "papaparse";
import { zip } from "../unit/support/containers.js";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { buildFolder } from "./support/shipped.js";
import { browser, site, stage } from "./support/stage.js";
import { LANGS } from "./support/words.js";

/** @import { Lang } from "../../www/shared/translate.js" */
/** @import { Opened } from "./support/browser.js" */

stage();

/** Posts under titles that mean nothing in any language, and without a text that would betray them. */
const MUTE = `zk1;zk2;zk3;zk4
7;ada;2026-01-05T10:00:00Z;
1;ben;2026-01-05T11:00:00Z;ada
2;cleo;2026-01-06T12:00:00Z;ada
3;dan;2026-01-15T12:00:00Z;ada
5;cleo;2026-01-20T09:00:00Z;
`;
const ROLES = { zk1: "likes", zk2: "author", zk3: "time", zk4: "repost_of" };

/** @param {string} name @param {string} text */
const table = (name, text) => [{ name, mimeType: "text/csv", buffer: Buffer.from(text) }];

/**
 * @param {Lang} lang
 * @param {Parameters<typeof openPage>[2]} [options]
 */
async function begin(lang, options) {
  const opened = await openPage(browser, `${site.url}#lang=${lang}`, options);
  const product = new Product(opened.page, lang);
  await product.idle();
  return { opened, product, page: opened.page };
}

/** @param {Product} product @param {Record<string, string>} roles */
async function nameColumns(product, roles) {
  await product.button("name-columns").click();
  for (const [name, role] of Object.entries(roles)) {
    await product.page.getByLabel(product.t("columns-role-of", { name }), { exact: true }).selectOption(role);
  }
}

/** Waits until the first rows have been looked at with the choices. @param {Product} product */
async function outcome(product) {
  await product.page.locator("sil-mapping .outcome strong").waitFor();
  return product.page.locator("sil-mapping .outcome").innerText();
}

/** What the browser holds for this address. @param {Opened["page"]} page @returns {Promise<Record<string, string>>} */
const stored = (page) => page.evaluate(() => ({ ...localStorage }));

for (const lang of LANGS) {
  test(`I6 ${lang}: a table whose titles mean nothing is named by hand, shown before it is read, and undone`, async () => {
    const { opened, product, page } = await begin(lang);
    await product.choose(table("mute.csv", MUTE));
    await product.cards("failed").waitFor();
    await product.idle();
    assert.ok((await page.locator("sil-file-card .meta").innerText()).includes(product.t("card-unnamed")));
    await nameColumns(product, ROLES);
    assert.match((await outcome(product)).replace(/\s+/g, " "), /5/);
    assert.equal(await product.cards("read").count(), 0, "nothing enters the study before it is asked for");
    await product.button("mapping-apply").click();
    await product.cards("read").waitFor();
    await product.idle();
    await product.analyse();
    const names = (await product.top(4)).map(({ handle }) => handle).sort();
    assert.deepEqual(names, ["ada", "ben", "cleo", "dan"]);
    assert.equal((await product.summary()).ties.repost, 3);
    const hash = await product.hash();
    await product.go("ground");
    await product.button("undo").click();
    await product.cards("failed").waitFor();
    await product.idle();
    await product.button("redo").click();
    await product.cards("read").waitFor();
    await product.idle();
    await product.analyse();
    assert.equal(await product.hash(), hash);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("I6 a column that was mistaken is put right; the card keeps its place, and the way back is one click", async () => {
  const { opened, product, page } = await begin("en");
  await product.choose([...table("a.csv", "author,text,likes\nada,hello,3\nben,hi,4\n"), ...table("b.csv", "author,text\ncleo,salut\n")]);
  await product.cards("read").nth(1).waitFor();
  await product.idle();
  const first = page.locator("sil-file-card").first();
  await first.locator("details.columns summary").click();
  const likes = first.getByLabel(product.t("columns-role-of", { name: "likes" }), { exact: true });
  await likes.waitFor();
  assert.equal(await likes.inputValue(), "likes");
  await likes.selectOption("followers");
  await outcome(product);
  await product.button("mapping-apply").click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards[0].receipt.content.followers === 2);
  await product.idle();
  assert.deepEqual(await page.locator("sil-file-card h2").allTextContents(), ["a.csv", "b.csv"]);
  assert.equal(await likes.inputValue(), "followers");
  await first.locator(".confidence").getByRole("button", { name: product.t("as-detected") }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.cards[0].receipt.content.followers === 0);
  await product.idle();
  assert.equal(await likes.inputValue(), "likes");
  await nothingWrong(opened);
  await opened.context.close();
});

test("I6 a choice of role takes it from the column that had it, and another separator shows other columns", async () => {
  const { opened, product, page } = await begin("en");
  await product.choose(table("two.csv", "author,alias,text\nada,ana,hello\nben,bob,hi\n"));
  await product.cards("read").waitFor();
  await product.idle();
  await page.locator("details.columns summary").click();
  const role = (/** @type {string} */ name) => page.getByLabel(product.t("columns-role-of", { name }), { exact: true });
  await role("alias").selectOption("author");
  assert.equal(await role("author").inputValue(), "ignored");
  await outcome(product);
  await product.button("mapping-cancel").click();
  assert.equal(await role("author").inputValue(), "author");
  await page.locator("sil-mapping details.reading summary").click();
  await page.getByLabel(product.t("reading-separator"), { exact: true }).selectOption("|");
  await page.waitForFunction(() => {
    /** @param {Document | ShadowRoot} root @returns {Element[]} */
    const all = (root) => [...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? [each, ...all(each.shadowRoot)] : [each]));
    return all(document).filter((each) => each.matches("td.samples")).length === 1;
  });
  await nothingWrong(opened);
  await opened.context.close();
});

test("I6 nothing is kept unless asked; then the next file of that shape is read alike; forgotten by one click or with everything", async () => {
  const { opened, product, page } = await begin("en");
  await product.choose(table("mute.csv", MUTE));
  await product.cards("failed").waitFor();
  await product.idle();
  await nameColumns(product, ROLES);
  await outcome(product);
  const box = page.getByRole("checkbox", { name: product.t("keep-mapping") });
  await box.waitFor();
  assert.equal(await box.isChecked(), false);
  await product.button("mapping-apply").click();
  await product.cards("read").waitFor();
  await product.idle();
  assert.deepEqual(await stored(page), {}, "off by default");

  await page.locator("details.columns summary").click();
  await box.check();
  await page.locator("sil-mapping details.reading summary").click();
  await page.getByLabel(product.t("reading-platform"), { exact: true }).selectOption("mastodon");
  await outcome(product);
  await product.button("mapping-apply").click();
  await page.waitForFunction(() => Object.keys(localStorage).length === 1);
  await product.idle();
  const kept = await stored(page);
  for (const value of ["ada", "cleo", "2026-01-05"]) assert.ok(!JSON.stringify(kept).includes(value), "no value is kept");

  // Another visit, another file: the columns in another order.
  // Columns named by hand are work that is not saved: the browser asks first.
  page.removeAllListeners("dialog");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await product.idle();
  const other = MUTE.trim().split("\n").map((line) => line.split(";").reverse().join(";")).join("\n").replaceAll("ada", "eve");
  await product.choose(table("next.csv", `${other}\n`));
  await product.cards("read").waitFor();
  await product.idle();
  await page.getByText(product.t("confidence-remembered")).waitFor();
  assert.match((await page.locator("sil-file-card .sum").innerText()).replace(/\s+/g, " "), /5 rows seen = 5 kept/);

  await page.locator("details.columns summary").click();
  await page.locator("sil-kept summary").click();
  await product.button("kept-forget").click();
  assert.deepEqual(await stored(page), {});

  await page.locator("sil-mapping details.reading summary").click();
  await page.getByLabel(product.t("reading-platform"), { exact: true }).selectOption("bluesky");
  await page.getByRole("checkbox", { name: product.t("keep-mapping") }).check();
  await product.button("mapping-apply").click();
  await page.waitForFunction(() => Object.keys(localStorage).length === 1);
  await product.idle();
  await product.button("erase").click();
  await page.getByRole("dialog").getByRole("button", { name: product.t("erase-confirm"), exact: true }).click();
  await product.idle();
  assert.deepEqual(await stored(page), {}, "erased with everything");
  await nothingWrong(opened);
  await opened.context.close();
});

test("I6 where storage is denied, nothing offers to keep anything, and naming columns works", async () => {
  const denied = `Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });`;
  const { opened, product, page } = await begin("fr", { scripts: [denied] });
  await product.choose(table("mute.csv", MUTE));
  await product.cards("failed").waitFor();
  await product.idle();
  await nameColumns(product, ROLES);
  await outcome(product);
  assert.equal(await page.getByRole("checkbox", { name: product.t("keep-mapping") }).count(), 0);
  await product.button("mapping-apply").click();
  await product.cards("read").waitFor();
  await product.idle();
  await product.button("erase").click();
  await page.getByRole("dialog").getByRole("button", { name: product.t("erase-confirm"), exact: true }).click();
  await product.idle();
  await nothingWrong(opened);
  await opened.context.close();
});

test("I10 the receipts of all files add up, as they are shown and as they are downloaded", async () => {
  const { opened, product } = await begin("en");
  await product.choose([
    ...table("posts.csv", "author,text,date\nada,hello,2026-01-05\n,nobody,2026-01-06\nben,hi,never\n"),
    ...table("edges.csv", "Source,Target\nada,ben\nada,\nben,cleo\n"),
  ]);
  await product.cards("read").nth(1).waitFor();
  await product.idle();
  const { total, files } = JSON.parse((await product.download("download-all")).bytes.toString("utf8"));
  assert.equal(files.length, 2);
  assert.deepEqual([total.seen, total.kept, total.dropped], [6, 4, 2]);
  assert.equal(total.seen, total.kept + total.dropped);
  const csv = (await product.download("download-all-csv")).bytes.toString("utf8");
  const { data } = Papa.parse(csv.slice(1).trimEnd(), { header: true });
  const rows = /** @type {Record<string, string>[]} */ (data);
  const dropped = rows.filter((row) => row[product.t("csv-code")] === "row.no_author" && row[product.t("csv-row")]);
  assert.deepEqual(dropped.map((row) => [row[product.t("csv-file")], row[product.t("csv-row")]]), [["posts.csv", "2"]]);
  const shown = await opened.page.locator("sil-total .sum").innerText();
  assert.match(shown.replace(/\s+/g, " "), /seen 6 Kept 4/i);
  await nothingWrong(opened);
  await opened.context.close();
});

test("I10 what the data can tell is said before the analysis and after it, and one more export adds to it", async () => {
  const { opened, product, page } = await begin("en");
  /** @param {string} name */
  const state = (name) => page.locator("sil-coverage .factors li").filter({ hasText: product.t(`factor-${name}`) }).getAttribute("class");
  await product.choose(table("posts.csv", "author,text,date,retweet_of\nada,hello,2026-01-05,\nben,RT @ada: hello,2026-01-16,ada\ncleo,RT @ada: hello,2026-01-27,ada\n"));
  await product.cards("read").waitFor();
  await product.idle();
  assert.match(await state("popularity") ?? "", /^no /);
  assert.match(await state("affinity") ?? "", /^asks /);
  assert.match(await state("amplitude") ?? "", /^yes /);
  await page.getByText(product.t("gain-followers")).waitFor();
  await product.choose(table("people.csv", "account,followers\nada,100\nben,20\ncleo,7\n"));
  await product.cards("read").nth(1).waitFor();
  await product.idle();
  assert.match(await state("popularity") ?? "", /^yes /);
  assert.equal(await page.getByText(product.t("gain-followers")).count(), 0);
  await product.analyse();
  await product.go("ground");
  const { coverage } = await product.summary();
  for (const [name, { available, reason }] of Object.entries(coverage)) {
    assert.match(await state(name) ?? "", available ? /^yes / : reason === "no_brief" ? /^asks / : /^no /, name);
  }
  await page.getByText(product.t("tell-accounts", { accounts: coverage.popularity.accounts })).first().waitFor();
  await nothingWrong(opened);
  await opened.context.close();
});

/** Dates and numbers that can be read in two ways, and nothing beside them that tells. */
const OPEN = `author,text,date,followers
ada,hello,05/02/2026,"1,234"
ben,hi,06/03/2026,"2,345"
cleo,salut,07/04/2026,"3,456"
`;

test("I6 A07 what the values cannot tell is asked, and one click answers", async () => {
  const { opened, product, page } = await begin("en");
  await product.choose(table("open.csv", OPEN));
  await product.cards("read").waitFor();
  await product.idle();
  const asked = page.locator("sil-questions .question");
  const dates = asked.filter({ hasText: product.t("question-month-first") });
  await dates.waitFor();
  const used = await dates.locator("button").first().innerText();
  assert.ok(used.includes(product.t("question-used")));
  const before = await page.locator("sil-receipt .understood").first().innerText();
  await dates.locator("button").nth(1).click();
  await dates.waitFor({ state: "detached" });
  await product.idle();
  const after = await page.locator("sil-receipt .understood").first().innerText();
  assert.notEqual(after, before);
  const months = [before, after].map((text) => (/February/.test(text) ? "day first" : /May/.test(text) ? "month first" : text)).sort();
  assert.deepEqual(months, ["day first", "month first"]);
  await page.getByText(product.t("confidence-given")).waitFor();
  await product.button("undo").click();
  await dates.waitFor();
  await product.idle();
  assert.equal(await page.locator("sil-receipt .understood").first().innerText(), before);
  await nothingWrong(opened);
  await opened.context.close();
});

/** How French spreadsheets write an influencer list. Everybody in it is invented. */
const FRENCH = "Compte;Abonnés;Taux d’engagement\n@ada_invented;1,2 K;3,5 %\n@ben_invented;12,5 K;0,75 %\n@cleo_invented;234 567;1,25 %\n";

for (const lang of LANGS) {
  test(`A06 a French table: separator, decimal commas and thousands are told from the cells; another reading changes what is shown and the result, ${lang}`, async () => {
    const { opened, product, page } = await begin(lang);
    const followers = (/** @type {string} */ handle) => page.evaluate(async (wanted) => {
      const { study } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
      return (await study.account(wanted)).followers;
    }, handle);
    await product.choose(table("liste.csv", FRENCH));
    await product.cards("read").waitFor();
    await product.idle();
    await product.button("analyse").click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.summary);
    await product.idle();
    assert.deepEqual([await followers("ada_invented"), await followers("ben_invented"), await followers("cleo_invented")], [1_200, 12_500, 234_567]);
    await product.go("ground");
    // What the cells cannot tell is read in one way, and by hand in the other.
    await product.choose(table("open.csv", "Compte;Abonnés\n@dora_invented;12,500\n@emil_invented;3,250\n"));
    await product.cards("read").nth(1).waitFor();
    await product.idle();
    const second = page.locator("sil-file-card").nth(1);
    await second.locator("details.columns summary").click();
    await second.locator("sil-mapping details.reading summary").click();
    const decimal = second.getByLabel(product.t("reading-decimal"), { exact: true });
    /** @type {number[]} */
    const read = [];
    for (const reading of ["point", "comma"]) {
      await decimal.selectOption(reading);
      await second.locator("sil-mapping .outcome strong").waitFor();
      await second.getByRole("button", { name: product.t("mapping-apply"), exact: true }).click();
      await product.cards("read").nth(1).waitFor();
      await product.idle();
      await product.button("analyse").click();
      await page.waitForFunction(() => !/** @type {any} */ (document.querySelector("sillage-app")).desk.state.stale);
      await product.idle();
      read.push(await followers("dora_invented"));
      await product.go("ground");
    }
    assert.deepEqual(read, [12_500, 12.5], "each reading gives its result");
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("I2 I10 an archive is one card with its parts: read, passed over and why, unreadable and named by hand", async () => {
  const { opened, product, page } = await begin("en");
  const files = {
    "export/posts.csv": "author,text\nada,hello\n,nobody\n",
    "export/mute.csv": MUTE,
    "export/picture.jpg": "no picture",
    "__MACOSX/export/._posts.csv": "x",
  };
  await product.choose([{ name: "export.zip", mimeType: "application/zip", buffer: Buffer.from(zip(Object.entries(files).map(([name, bytes]) => ({ name, bytes })))) }]);
  await product.cards("read").waitFor();
  await product.idle();
  assert.equal(await page.locator("sil-archive h3").innerText(), product.t("parts-title", { all: 4, read: 1, failed: 1, skipped: 2 }));
  await page.locator("sil-archive details.skipped summary").click();
  const skipped = await page.locator("sil-archive .skipped dt").allInnerTexts();
  assert.deepEqual(skipped.map((text) => text.replace(/ \(1\)$/, "")).sort(), [product.t("skipped-entry-media"), product.t("skipped-entry-system")].sort());
  await page.locator("sil-archive .parts summary").filter({ hasText: "export/posts.csv" }).click();
  assert.match((await page.locator("sil-archive sil-receipt .sum").innerText()).replace(/\s+/g, " "), /2 rows seen = 1 kept \+ 1 left out/);
  await page.locator("sil-archive details.unnamed summary").click();
  await nameColumns(product, ROLES);
  await outcome(product);
  await product.button("mapping-apply").click();
  await page.getByText(product.t("parts-title", { all: 4, read: 2, failed: 0, skipped: 2 })).waitFor();
  await product.idle();
  const sum = await page.locator("sil-file-card > article > sil-receipt .sum").innerText();
  assert.match(sum.replace(/\s+/g, " "), /7 rows seen = 6 kept \+ 1 left out/);
  await product.analyse();
  assert.equal((await product.summary()).ties.repost, 3);
  await nothingWrong(opened);
  await opened.context.close();
});

test("I2 a folder is one card with its files, chosen without a mouse too", async () => {
  const { opened, product, page } = await begin("en");
  const folder = buildFolder("tests", "files", "folder");
  writeFileSync(path.join(folder, "posts.csv"), "author,text\nada,hello\n");
  writeFileSync(path.join(folder, "people.csv"), "account,followers\nada,100\n");
  writeFileSync(path.join(folder, "picture.png"), "no picture");
  page.on("filechooser", () => {});
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), product.button("choose-folder").press("Enter")]);
  await chooser.setFiles(folder);
  await product.cards("read").waitFor();
  await product.idle();
  assert.deepEqual(await page.locator("sil-file-card h2").allTextContents(), ["folder"]);
  assert.equal(await page.locator("sil-archive h3").innerText(), product.t("parts-title", { all: 3, read: 2, failed: 0, skipped: 1 }));
  await product.button("remove-file", { name: "folder" }).click();
  await product.idle();
  assert.equal(await page.locator("sil-file-card").count(), 0);
  await nothingWrong(opened);
  await opened.context.close();
});
