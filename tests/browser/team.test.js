/** Whom to recruit together: picked, ordered, followed, chosen under a budget, and what would happen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingWrong, openPage } from "./support/browser.js";
import { Product } from "./support/product.js";
import { browser, site, stage } from "./support/stage.js";

/** @import { Page } from "playwright-core" */

stage();

/** Names on the shortlist, in its order. @param {Page} page */
const listed = (page) => page.locator("sil-shortlist ol sil-person .name").allTextContents();

/** The element that has the focus, through all shadow roots. @param {Page} page */
const focused = (page) => page.evaluate(() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found?.getAttribute("aria-label") ?? found?.textContent?.trim() ?? "";
});

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`people are picked in the ranking and the dossier, ordered by buttons and keys, and every step can be undone, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await product.demo();
    const [a = "", b = "", c = ""] = (await product.top(3)).map(({ handle }) => handle);
    await product.pick(0, 1);
    await product.openRow(2);
    await product.dossier().getByRole("button", { name: product.t("list-add"), exact: true }).click();
    await page.keyboard.press("Escape");
    assert.equal(await product.rows().nth(2).locator(".pick button").getAttribute("aria-pressed"), "true");
    await product.go("team");
    await page.getByRole("heading", { level: 1, name: /3/ }).waitFor();
    assert.deepEqual(await listed(page), [a, b, c]);

    await product.button("move-up", { handle: c }).click();
    assert.deepEqual(await listed(page), [a, c, b]);
    assert.equal(await focused(page), product.t("move-up", { handle: c }), "the focus moves along");
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await listed(page), [c, a, b]);
    assert.equal(await focused(page), product.t("move-down", { handle: c }), "at the top, the other arrow has it");
    await product.button("list-take-out", { handle: a }).click();
    assert.deepEqual(await listed(page), [c, b]);
    assert.equal(await focused(page), product.t("list-take-out", { handle: b }), "the next one has the focus");
    for (const before of [[c, a, b], [a, c, b]]) {
      await product.button("undo").click();
      assert.deepEqual(await listed(page), before);
    }
    await product.button("redo").click();
    assert.deepEqual(await listed(page), [c, a, b]);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("the log of a relation is written, undone, and saved as a table without a formula", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const { page } = opened;
  const product = new Product(page, "fr");
  await product.idle();
  await product.demo();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.communities.length > 0, undefined, { timeout: 60_000 });
  const [{ handle } = { handle: "" }] = await product.top(1);
  await product.pick(0, 1);
  await product.go("team");
  const person = page.locator("sil-person").first();
  await person.getByText(product.t("log-title")).click();
  await person.getByLabel(product.t("field-stage")).selectOption("agreed");
  await person.getByLabel(product.t("field-choice")).selectOption("must");
  await person.getByLabel(product.t("field-cost")).fill("1 200,50");
  await person.getByLabel(product.t("field-note")).fill("=1+1; rappeler");
  await person.getByLabel(product.t("field-tags")).fill("presse, Lyon");
  await product.button("action-add").click();
  await page.keyboard.type("Envoyer un échantillon");
  await person.getByLabel(product.t("action-date", { action: product.t("action-unnamed") })).fill("2026-03-02").catch(() => {});
  await person.getByLabel(/^Date /).fill("2026-03-02");
  await person.getByRole("checkbox").check();
  await page.getByText(product.t("log-count", { done: 1, all: 1 })).waitFor();
  await page.getByText(product.t("list-stages", { stages: product.t("stage-count-agreed", { count: 1 }) })).waitFor();

  await person.getByLabel(product.t("field-cost")).fill("beaucoup");
  await person.getByLabel(product.t("field-cost")).blur();
  const cost = () => page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.plan.people[0].cost);
  assert.equal(await cost(), 1200.5, "what is no amount changes nothing");

  const list = (await product.download("list-export")).bytes.toString("utf8");
  assert.ok(list.startsWith("\ufeff"));
  const [, first = ""] = list.split("\r\n");
  assert.ok(first.startsWith(`1;${handle};`), first);
  assert.ok(first.includes(";1200,5;") && first.includes("\"'=1+1; rappeler\""), first);
  const { name, bytes } = await product.download("log-export");
  assert.equal(name, `sillage-${product.t("file-relations")}.csv`);
  const log = bytes.toString("utf8").split("\r\n");
  assert.equal(log.length, 4, "a head, an action, a person without one, and the end");
  assert.ok(log[1]?.includes("2026-03-02;Envoyer un échantillon;fait"), log[1]);

  await product.button("undo").click();
  await page.getByText(product.t("log-count", { done: 0, all: 1 })).waitFor();
  await nothingWrong(opened);
  await opened.context.close();
});

test("who is excluded is marked in the ranking and listed apart in the team", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  const [{ handle } = { handle: "" }] = await product.top(1);
  await product.openRow(0);
  await product.dossier().getByRole("button", { name: product.t("exclude"), exact: true }).click();
  await page.keyboard.press("Escape");
  await product.rows().first().getByText(product.t("mark-excluded")).waitFor();
  await product.go("team");
  await page.getByText(product.t("aside-title", { count: 1 })).click();
  await product.button("forget-person", { handle }).click();
  await product.go("influencers");
  assert.equal(await product.rows().first().getByText(product.t("mark-excluded")).count(), 0);
  await nothingWrong(opened);
  await opened.context.close();
});

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`a team is chosen: the finding in words, members, other choices, communities and overlap, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await product.demo();
    await product.pick(3, 4);
    await product.go("team");
    await page.getByLabel(product.t("team-size"), { exact: true }).fill("5");
    await product.button("choose").click();
    const members = page.getByRole("table", { name: product.t("members-caption") });
    await members.waitFor({ timeout: 60_000 });
    await product.idle();
    assert.equal(await members.getByRole("row").count(), 6);
    const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    assert.match(title, /5/);
    assert.match(title, lang === "fr" ? /fois/ : /times/);
    const team = await page.evaluate(() => {
      const { teamwork } = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-team");
      const { members, spread, guarantee, alternatives, overlap } = teamwork.team;
      return { members, spread, guarantee, overlap: [...overlap], alternatives: alternatives.map((/** @type {any} */ each) => each.name) };
    });
    assert.equal(team.members.length, 5);
    assert.equal(team.overlap.length, 25);
    assert.ok(team.alternatives.includes("shortlist"), "the shortlist is compared");
    assert.ok(team.members.reduce((/** @type {number} */ sum, /** @type {any} */ { gain }) => sum + gain, 0) <= team.spread.value * 1.05 + 1);
    await page.getByRole("heading", { name: product.t("alternatives-title") }).waitFor();
    await page.getByText(product.t("alternative-shortlist")).waitFor();
    await page.getByRole("heading", { name: product.t("reached-title") }).waitFor();
    const overlap = page.getByRole("table", { name: product.t("overlap-caption") });
    assert.equal(await overlap.getByRole("cell").count(), 26, "five by five, and the empty corner");

    await page.locator("sil-team-result .head button").click();
    const all = await listed(page);
    for (const { handle } of team.members) assert.ok(all.includes(handle), handle);
    // Somebody excluded is not chosen again.
    const out = team.members[1].handle;
    await members.getByLabel(product.t("choice-of", { handle: out })).selectOption("never");
    await product.button("choose-again").click();
    await product.idle();
    const again = await members.getByRole("rowheader").getByRole("button").allTextContents();
    assert.equal(again.length, 5);
    assert.ok(!again.includes(out), again.join(", "));
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("a budget is kept, people who are required are in, and a budget that pays nobody says so", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  await product.pick(5);
  const must = (await product.top(6))[5]?.handle ?? "";
  await product.go("team");
  await page.locator("sil-person").first().getByLabel(product.t("field-choice")).selectOption("must");
  await page.getByText(product.t("team-costs"), { exact: true }).click();
  for (const tier of ["below", "nano", "micro", "mid", "macro", "mega"]) {
    await product.field(`team-tier-${tier}`).fill("100");
  }
  await page.getByLabel(product.t("team-budget"), { exact: true }).fill("350");
  await product.button("choose").click();
  const members = page.getByRole("table", { name: product.t("members-caption") });
  await members.waitFor({ timeout: 60_000 });
  await product.idle();
  const handles = await members.getByRole("rowheader").getByRole("button").allTextContents();
  assert.equal(handles.length, 3, handles.join(", "));
  assert.ok(handles.includes(must));
  await page.locator("sil-person").first().getByLabel(product.t("field-choice")).selectOption("open");
  await page.getByLabel(product.t("team-budget"), { exact: true }).fill("5");
  await product.button("choose-again").click();
  await page.getByRole("heading", { level: 1, name: product.t("team-none") }).waitFor();
  await page.getByText(product.t("team-note-budget-below-every-cost")).first().waitFor();
  await nothingWrong(opened);
  await opened.context.close();
});

/** What the map of a message shows, once it shows the step that is said. @param {Page} page */
async function painted(page) {
  const found = await page.waitForFunction(() => {
    const roots = /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-team").shadowRoot.querySelector("sil-whatif").shadowRoot;
    const part = roots.querySelector("sil-cascade-map");
    const map = part?.shadowRoot.querySelector("sil-map");
    if (!map?.painted || map.until !== part.hop || map.shown !== map.scene) return null;
    const { scene, painted: { node, shape, rank }, until } = map;
    const hops = [...scene.way.hop];
    const names = ["circle", "square", "triangle", "diamond", "cross", "inverted"];
    if (hops.some((hop, at) => (rank[at] > 0) !== (hop >= 0 && hop <= until))) return null;
    return {
      reached: [...rank].filter((each) => each > 0).length, until1: part.found.steps.hop.filter((/** @type {number} */ hop) => hop <= 1).length, colours: new Set(node).size,
      last: part.found.steps.hop.at(-1), accounts: part.draft.map.accounts,
      shapes: [...new Set(hops.map((hop, at) => (hop === 0 ? 0 : hop === 1 ? 1 : 2) + names[shape[at]]))].sort().map((each) => each.slice(1)),
    };
  }, undefined, { timeout: 60_000 });
  return /** @type {NonNullable<Awaited<ReturnType<typeof found.jsonValue>>>} */ (await found.jsonValue());
}

test("a message plays by itself on the map, step after step, until it is stopped or at its end, and is saved as a picture", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  await product.pick(0, 1, 2);
  await product.go("team");
  await product.button("cascade-go").click();
  await page.locator("sil-cascade-map sil-map canvas").first().waitFor({ timeout: 60_000 });
  const { last, accounts } = await painted(page);
  assert.ok(last >= 2, "the sample data carry a message on");
  await product.button("step-play").click();
  await product.button("step-pause").waitFor();
  await page.getByRole("status").filter({ hasText: product.t("step-said", { step: last, count: 0, all: 0 }).split(":")[0] ?? "" }).waitFor();
  await product.button("step-play").waitFor();
  const end = await painted(page);
  assert.ok(end.colours >= 4, `${end.colours} colours: starters, steps, the others`);
  const { name, bytes } = await product.download("map-svg");
  assert.equal(name, `sillage-${product.t("file-cascade-map")}.svg`);
  const text = bytes.toString("utf8");
  assert.ok(text.includes(product.t("cascade-map-summary", { step: last, last, all: end.reached, accounts })), "the picture says how far it is");
  assert.ok(text.includes(product.t("cascade-hop", { hop: 1 })));
  await page.getByRole("slider", { name: product.t("step-range") }).focus();
  await page.keyboard.press("Home");
  assert.equal((await painted(page)).reached, 3, "back to the start by a key");
  await page.locator("sil-cascade-map sil-map .stage").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await product.dossier().waitFor();
  await nothingWrong(opened);
  await opened.context.close();
});

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`what if: a message step by step, few or many, a message and a counter-message, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`, { context: { reducedMotion: "reduce" } });
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await product.demo();
    const rival = (await product.top(8))[7]?.handle ?? "";
    await product.pick(0, 1);
    await product.go("team");
    await product.button("cascade-go").click();
    await page.getByText(product.t("step-first", { count: 2 })).waitFor({ timeout: 60_000 });
    await product.idle();
    assert.equal(await product.button("step-play").count(), 0, "nothing moves by itself for whoever asked for calm");
    assert.equal(await product.button("step-back").isDisabled(), true);
    const map = page.locator("sil-cascade-map sil-map");
    await map.locator("canvas").first().waitFor({ timeout: 60_000 });
    assert.equal((await painted(page)).reached, 2, "those whom it starts from");
    if (await product.button("step-on").isEnabled()) {
      await product.button("step-on").click();
      const one = await painted(page);
      assert.ok(one.reached > 2 && one.reached === one.until1, JSON.stringify(one));
      assert.equal(one.shapes[0], "diamond", "a starter");
      assert.ok(one.shapes.slice(1).every((shape) => shape === "circle"), "after one re-share, and who is not reached");
      await page.getByRole("img", { name: product.t("cascade-map-summary", { step: 1, last: one.last, all: one.reached, accounts: one.accounts }) }).waitFor();
      const table = page.getByRole("table", { name: product.t("step-table", { step: 1 }) });
      await table.waitFor();
      assert.doesNotMatch(await table.innerText(), /…$/m);
      await product.button("step-back").click();
      await page.getByText(product.t("step-first", { count: 2 })).waitFor();
    }
    await product.button("threshold-go").click();
    await page.getByRole("img", { name: /./ }).filter({ has: page.locator("polyline") }).or(page.locator("svg.sweep")).first().waitFor();
    const advice = await page.locator("sil-whatif .advice strong").innerText();
    assert.ok(["few", "many", "unclear"].some((each) => advice === product.t(`advice-${each}`)), advice);
    await page.getByText(product.t("sweep-data")).click();
    assert.ok(await page.getByRole("table", { name: product.t("sweep-title") }).getByRole("row").count() > 5);
    await page.getByLabel(product.t("opinion-counter")).fill(`${rival}, nobody-of-that-name`);
    await product.button("opinion-go").click();
    await page.getByText(product.t("opinion-unknown", { names: "nobody-of-that-name" })).waitFor();
    const opinions = page.getByRole("table", { name: product.t("opinion-table") });
    await opinions.waitFor();
    assert.ok(await opinions.getByRole("columnheader").count() === 5);
    await nothingWrong(opened);
    await opened.context.close();
  });
}

/** Two stars of different people, and one that shares most of its people with the first: re-shares that name no post. */
function stars() {
  /** @type {string[]} */
  const rows = [];
  /** @param {string} who @param {number} from @param {number} to */
  const star = (who, from, to) => { for (let n = from; n < to; n += 1) rows.push(`fan${n},${who},${1_700_000_000 + 3_600 * rows.length},RT`); };
  star("north", 0, 30);
  star("twin", 2, 29);
  star("south", 40, 60);
  return ["userA,userB,timestamp,type", ...rows, ""].join("\n");
}

/** @param {string} name @param {string} text */
const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a message of people whom nobody passes on ends with them, in words", async () => {
  const opened = await openPage(browser, `${site.url}#lang=fr`);
  const { page } = opened;
  const product = new Product(page, "fr");
  await product.idle();
  await product.readAndAnalyse([file("log.csv", stars())]);
  await product.deepened();
  await page.getByLabel(product.t("search-label")).fill("fan5");
  await product.rows().filter({ hasText: "fan50" }).waitFor();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.rows.matched < 20);
  await product.pick(0, 1);
  await product.go("team");
  await product.button("cascade-go").click();
  await page.getByText(product.t("cascade-nobody", { count: 2 })).waitFor({ timeout: 60_000 });
  assert.equal(await page.getByRole("group", { name: product.t("cascade-player") }).count(), 0, "there is no step to go to");
  await nothingWrong(opened);
  await opened.context.close();
});

for (const lang of /** @type {const} */ (["en", "fr"])) {
  test(`what no team can be chosen with is said in a sentence, never by silence, ${lang}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=${lang}`);
    const { page } = opened;
    const product = new Product(page, lang);
    await product.idle();
    await product.readAndAnalyse([file("log.csv", stars())]);
    await product.deepened();
    await product.pick(0, 1, 2);
    await product.go("team");
    const form = (/** @type {Record<string, unknown>} */ patch) => page.evaluate((patch) => {
      const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
      desk.decide({ ...desk.state.plan, team: { ...desk.state.plan.team, seconds: 0, ...patch } }, `test ${Object.keys(patch).join()}`);
    }, patch);
    const person = (/** @type {string} */ handle) => page.locator("sil-person").filter({ has: page.getByText(handle, { exact: true }) });
    const choice = (/** @type {string} */ handle, /** @type {string} */ value) => person(handle).getByLabel(product.t("field-choice")).selectOption(value);
    const cost = (/** @type {string} */ handle, /** @type {string} */ value) => person(handle).getByLabel(product.t("field-cost")).fill(value).then(() => page.keyboard.press("Tab"));
    const said = async (/** @type {string[]} */ ...notes) => {
      await page.locator("sil-team-choice button[type=submit]").click();
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.work === null);
      for (const note of notes) await page.locator("sil-team-result .notes").getByText(product.t(`team-note-${note}`), { exact: true }).waitFor();
      assert.notEqual((await page.getByRole("heading", { level: 1 }).innerText()).trim(), "");
    };
    const nobody = () => page.getByRole("heading", { level: 1, name: product.t("team-none") }).waitFor();
    const target = async (/** @type {string} */ account, /** @type {number} */ members) => {
      await page.evaluate((account) => /** @type {any} */ (document.querySelector("sillage-app")).desk.change({ audience: { accounts: [account] } }, "test audience"), account);
      await page.waitForFunction((members) => {
        const { state } = /** @type {any} */ (document.querySelector("sillage-app")).desk;
        return state.summary?.audience.members === members && state.summary.stability && !state.stale && !state.deepening;
      }, members, { timeout: 60_000 });
      await product.idle();
    };

    await form({ model: "creditDistribution" });
    await said("no-cascades", "relative-only", "disconnected-audience");
    await form({ model: "independentCascade", budget: 100 });
    await said("no-costs");
    await cost("south", "500");
    await said("budget-below-every-cost", "some-costs-unknown");
    await nobody();
    await cost("south", "0");
    await said("zero-costs");
    await page.locator("sil-team-choice details").first().evaluate((details) => details.setAttribute("open", ""));
    const tier = page.getByLabel(product.t("team-tier-nano"), { exact: true });
    await tier.fill("-5");
    await tier.blur();
    assert.equal(await tier.evaluate((field) => /** @type {HTMLInputElement} */ (field).validationMessage), product.t("cost-unread"), "no cost is below zero");
    await tier.fill("");
    await tier.blur();
    await form({ budget: null });
    for (const handle of ["north", "twin", "south"]) await choice(handle, "never");
    await said("all-excluded");
    await nobody();
    for (const handle of ["north", "twin", "south"]) await choice(handle, "open");
    await target("nobody-of-that-name", 0);
    await form({ audience: "target" });
    await said("target-empty");
    await nobody();
    await target("fan45", 1);
    await choice("south", "never");
    await said("target-unreachable");
    await nobody();
    await choice("south", "rival");
    await said("competitors-reach-all");
    await nobody();
    await nothingWrong(opened);
    await opened.context.close();
  });
}

for (const [name, text, note] of /** @type {const} */ ([
  ["chain.csv", "source,target\nb,a\nc,b\nd,c\n", "probabilities-one"],
  ["profiles.csv", "handle,followers\nana,1200\nbob,50000\n", "no-ties"],
])) {
  test(`a network where a team means nothing says so: ${note}`, async () => {
    const opened = await openPage(browser, `${site.url}#lang=fr`);
    const { page } = opened;
    const product = new Product(page, "fr");
    await product.idle();
    await product.choose([file(name, text)]);
    await product.cards("read").first().waitFor({ timeout: 60_000 });
    await product.idle();
    await product.button("analyse").click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.state.summary !== null, undefined, { timeout: 60_000 });
    await product.idle();
    await product.go("team");
    await page.locator("sil-team-choice button[type=submit]").click();
    await page.locator("sil-team-result .notes").getByText(product.t(`team-note-${note}`), { exact: true }).waitFor({ timeout: 60_000 });
    await nothingWrong(opened);
    await opened.context.close();
  });
}

test("a team is chosen from real cascades where the files hold them", async () => {
  const opened = await openPage(browser, `${site.url}#lang=en`);
  const { page } = opened;
  const product = new Product(page, "en");
  await product.idle();
  await product.demo();
  await product.go("team");
  await page.locator("sil-team-choice details").last().evaluate((details) => details.setAttribute("open", ""));
  await page.locator("sil-team-choice label").filter({ hasText: product.t("team-model") }).locator("select").selectOption("creditDistribution");
  await page.locator("sil-team-choice button[type=submit]").click();
  await page.getByRole("table", { name: product.t("members-caption") }).waitFor({ timeout: 60_000 });
  await page.getByText(product.t("team-note-no-interval")).waitFor();
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).shadowRoot.querySelector("sil-team").teamwork.team.probabilities.from), "cascades");
  await nothingWrong(opened);
  await opened.context.close();
});
