// What the page makes of people: side by side, on a map, how far a ranking holds, columns, and who is ticked.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { COLUMNS, EXTRA_COLUMNS, columnText, columnTitle, leastWidth, shownColumns } from "../../www/page/state/columns.js";
import { compareRows, highlights } from "../../www/page/state/compare.js";
import { MOST, People } from "../../www/page/state/people.js";
import { placeLabels, scatter } from "../../www/page/state/scatter.js";
import { stabilityText } from "../../www/page/state/stability.js";
import { SUB_FACTORS, merged } from "../../www/shared/settings.js";
import { translator } from "../../www/shared/translate.js";

/** @import { Dossier } from "../../www/shared/engine.d.ts" */

const read = (/** @type {string} */ lang) => ["", "-results"].map((part) => readFileSync(new URL(`../../www/locales/${lang}${part}.ftl`, import.meta.url), "utf8"));
const [en, fr] = [translator("en", read("en")), translator("fr", read("fr"))];

/**
 * A dossier, as far as a comparison reads it.
 * @param {string} handle
 * @param {{ score?: number | null, low?: number, high?: number, value?: number, trust?: number | null, check?: boolean, coverage?: number }} of
 * @returns {Dossier}
 */
function person(handle, { score = 50, low = 48, high = 52, value = 50, trust = 40, check = false, coverage = 1 }) {
  const factor = (/** @type {string} */ name) => ({
    name, available: name !== "trust" || trust !== null, reason: name === "trust" && trust === null ? "no_time" : null,
    value: name === "trust" ? trust : value, natural: 12, unit: "followers", params: {},
  });
  return /** @type {any} */ ({
    index: handle.length, handle, rank: score === null ? null : 1, rankLow: 1, rankHigh: 3, score, coverage, followers: 1200,
    pillars: { reach: value, relevance: trust, resonance: 10 }, factors: SUB_FACTORS.map(factor),
    profile: {
      uncertainty: score === null ? { scoreLow: null, scoreHigh: null, reason: null } : { scoreLow: low, scoreHigh: high, reason: null },
      size: { tier: "nano", basis: "followers", part: "micro" }, types: { first: null }, trend: null,
      authenticity: { confidence: check ? 40 : 100, signals: [{ signal: "sudden_bursts", toCheck: check }] },
    },
  });
}

test("people side by side: every measure has a cell for each, and what is unknown says why", () => {
  const people = [person("ana", { score: 80, low: 78, high: 82, value: 70 }), person("bob", { score: 60, low: 55, high: 65, trust: null, coverage: 0.5 }), person("cleo", { score: null })];
  for (const say of [en, fr]) {
    const rows = compareRows(say, people);
    assert.deepEqual(rows.map(({ key }) => key), [
      "score", "interval", "reach", "popularity", "proximity", "goodwill", "relevance", "authority", "trust", "affinity",
      "resonance", "frequency", "period", "amplitude", "size", "type", "trend", "authenticity"]);
    for (const { key, label, cells } of rows) {
      assert.equal(cells.length, 3, key);
      assert.ok(label && label !== key, key);
      for (const { text, under } of cells) assert.ok(text || under.length > 3, `${key} says nothing`);
    }
    const of = (/** @type {string} */ key) => rows.find((row) => row.key === key) ?? assert.fail(key);
    assert.equal(of("score").best, 0);
    assert.equal(of("resonance").best, -1, "all the same");
    assert.deepEqual([of("trust").cells[1]?.text, of("trust").cells[1]?.under], ["", say.t("reason-no-time")]);
    assert.equal(of("trust").best, -1, "those known are equal");
    assert.equal(of("score").cells[2]?.under, say.t("reason-account"));
    assert.equal(of("interval").cells[2]?.under, say.t("reason-account"), "no score, no interval");
    for (const { cells } of rows) for (const { text, under } of cells) assert.doesNotMatch(`${text} ${under}`, /^[a-z]+-[a-z-]+|sure-none-/, "every code has its words");
    assert.equal(of("trend").cells[0]?.under, say.t("profile-pending"));
  }
});

test("who cannot be told apart by the intervals is not called the highest, neither in words nor in the table", () => {
  const close = [person("ana", { score: 80, low: 70, high: 85 }), person("bob", { score: 78, low: 75, high: 82 })];
  assert.equal(compareRows(en, close)[0]?.best, -1);
  assert.equal(highlights(en, close)[0], "ana (80.0) and bob (78.0) cannot be told apart by their score: the intervals overlap.");
  const clear = [person("ana", { score: 80, low: 79, high: 81, value: 90 }), person("bob", { score: 60, low: 55, high: 65, value: 50, check: true, trust: null, coverage: 0.7 })];
  const said = highlights(en, clear);
  assert.equal(said[0], "ana has the highest score (80.0), before bob (60.0).");
  assert.equal(said[1], "Ahead: ana (Reach).");
  assert.match(said[2] ?? "", /^Widest gap between ana and bob: \w+, 90 against 50\.$/);
  assert.ok(said.some((text) => text === "Engagement to be checked: bob.") && said.some((text) => text.startsWith("Something is unknown of bob")));
  assert.deepEqual(highlights(en, [person("ana", { score: null }), person("bob", { score: null })]).slice(0, 1), [en.t("compare-no-score")]);
  for (const text of highlights(fr, clear)) assert.doesNotMatch(text, /compare-|\{/, text);
});

test("how far a ranking holds is said of the change that costs most, and only of what is known", () => {
  const line = (/** @type {any} */ what, /** @type {number | null} */ top10) => ({ what, times: null, layer: null, objective: null, top10, top50: null, overlap: null, tau: null });
  assert.match(stabilityText(en, { lines: [line("people", 0.96), line("time", 0.71), line("weights", 0.9)] }), /Of the first ten, 7 would stay .*, 9 with other weights/);
  assert.match(stabilityText(en, { lines: [line("people", 0.96)] }), /first ten, 10 would stay had other people reacted\.$/);
  assert.match(stabilityText(en, { lines: [line("layer", 0.8), line("halfLife", 0.6)] }), /first ten, 6 would stay with other weights/);
  assert.equal(stabilityText(fr, { lines: [line("people", null)] }), fr.t("stability-title"));
});

test("the map names those who stand out either way, and leaves out of whom nothing is known", () => {
  const handle = Array.from({ length: 60 }, (_, at) => `p${at}`);
  const visibility = handle.map((_, at) => (at === 3 ? NaN : at + 40));
  const capillarity = handle.map((_, at) => (at === 4 ? NaN : 1 + (at % 6)));
  const found = scatter({ handle, visibility, capillarity, score: handle.map(() => 1) });
  assert.equal(found.points.length, 58);
  assert.equal(found.unknown, 2);
  assert.equal(found.most, 6);
  assert.ok(found.outstanding.length > 5 && found.outstanding.length <= 12);
  assert.deepEqual(found.outstanding[0]?.handle, "p59", "as well known as possible, in as many circles as possible");
  for (const { kind, visibility: known, capillarity: circles } of found.outstanding) {
    assert.equal(known >= 75, kind !== "circles");
    assert.equal(circles > found.middle, kind !== "known");
  }
  assert.deepEqual(scatter({ handle: [], visibility: [], capillarity: [], score: [] }).points, []);
});

test("labels of the map neither meet nor leave it", () => {
  const point = (/** @type {number} */ at, /** @type {number} */ visibility) => ({ index: at, handle: `somebody_${at}`, visibility, capillarity: 1 + at / 10, kind: /** @type {const} */ ("both"), score: 1 });
  const placed = placeLabels([point(0, 99), point(1, 99), point(20, 50), point(21, 50), point(60, 2)], { x: (value) => value * 3, y: (value) => 300 - value * 20, width: 300 });
  const boxes = placed.flatMap(({ label, point: { handle } }) => (label ? [{ left: label.anchor === "start" ? label.x : label.x - 7 * handle.length, right: label.anchor === "start" ? label.x + 7 * handle.length : label.x, y: label.y }] : []));
  assert.ok(boxes.length >= 3 && boxes.length < 5, `${boxes.length}`);
  for (const [at, { left, right, y }] of boxes.entries()) {
    assert.ok(left >= 0 && right <= 300);
    assert.ok(boxes.slice(at + 1).every((other) => other.right <= left || other.left >= right || Math.abs(other.y - y) >= 15), "two labels on one another");
  }
});

test("columns: those of the order, those chosen, and how they read", () => {
  assert.ok(!shownColumns(null, "score").includes("credit") && shownColumns(null, "credit").includes("credit"));
  assert.deepEqual(shownColumns(["posts"], "credit"), ["posts"]);
  assert.equal(leastWidth(COLUMNS), null, "as wide as its place");
  const wide = leastWidth([...COLUMNS, "trust"]) ?? 0;
  assert.ok(wide > 60 && (leastWidth([...COLUMNS, "trust", "rise"]) ?? 0) === wide + 7);
  for (const say of [en, fr]) {
    const titles = [...COLUMNS, ...EXTRA_COLUMNS].map((name) => columnTitle(say, name));
    assert.equal(new Set(titles).size, titles.length, "no two columns of one name");
    for (const [at, name] of [...COLUMNS, ...EXTRA_COLUMNS].entries()) assert.ok(!(titles[at] ?? "").startsWith("column-"), name);
  }
  assert.equal(columnText(en, "rise", 1), "× 2.0");
  assert.equal(columnText(en, "persistence", 0.25), "25%");
  assert.equal(columnText(en, "capillarity", 2.34), "2.3");
  assert.equal(columnText(en, "cost", NaN), "–");
});

test("tones that were corrected are given whole: a patch replaces them, and null takes them back", () => {
  const one = merged(/** @type {any} */ ({ ties: { weights: {} }, tones: {} }), { tones: { "x:1": "negative" } });
  assert.deepEqual(one.tones, { "x:1": "negative" });
  assert.deepEqual(merged(one, { seed: 2 }).tones, one.tones);
  assert.deepEqual(merged(one, { tones: { "x:2": "neutral" } }).tones, { "x:2": "neutral" });
  assert.deepEqual(merged(one, { tones: null }).tones, {});
});

/** A study that answers at once, and remembers what it was asked. */
function study() {
  /** @type {string[]} */
  const asked = [];
  return {
    asked,
    lookAlikes: async (/** @type {number[]} */ of) => (asked.push(`alike ${of}`), [{ index: 9 }]),
    account: async (/** @type {number} */ index) => (asked.push(`account ${index}`), { index }),
    column: async (/** @type {string} */ name) => (asked.push(name), new Float64Array([1])),
    movers: async () => (asked.push("movers"), { rising: [] }),
  };
}

test("people ticked stay while the files do; answers about another result are asked again", async () => {
  const engine = study();
  let settled = false;
  const people = new People({ study: () => /** @type {any} */ (engine), settled: async () => { settled = true; }, changed() {}, failed: assert.fail });
  people.renew("a.csv");
  people.tick(4, "ana");
  people.tick(7, "bob");
  await people.open("compare");
  assert.deepEqual(people.compared?.map(({ index }) => index), [4, 7]);
  await people.open("alike");
  assert.ok(settled, "the background is not called off");
  assert.deepEqual(people.alike?.of, ["ana", "bob"]);
  assert.equal(people.alike?.key, people.key);
  people.tick(2, "cleo");
  assert.notEqual(people.alike?.key, people.key, "somebody was ticked since");
  people.tick(2, "cleo", false);
  assert.equal(people.column("trust"), undefined);
  assert.equal(people.column("trust"), undefined, "asked once");
  await new Promise((done) => setTimeout(done));
  assert.equal(people.column("trust")?.[0], 1);
  await people.wantMovers();
  await people.wantMovers();
  assert.deepEqual(engine.asked, ["account 4", "account 7", "alike 4,7", "trust", "movers"]);
  people.renew("a.csv");
  assert.equal(people.ticked.size, 2);
  assert.equal(people.movers, null);
  assert.equal(people.panel, "alike", "what is open is asked again");
  people.renew("b.csv");
  assert.equal(people.ticked.size, 0, "an index of other files is somebody else");
  assert.equal(people.panel, null);
});

test("an answer that comes after the panel was closed, or after another result, is nobody's", async () => {
  const engine = study();
  const people = new People({ study: () => /** @type {any} */ (engine), settled: async () => {}, changed() {}, failed: assert.fail });
  people.renew("a.csv");
  for (let index = 0; index < MOST + 3; index += 1) people.tick(index, `p${index}`);
  const asking = people.open("compare");
  people.close();
  await asking;
  const compared = () => people.compared?.length ?? null;
  assert.equal(compared(), null);
  await people.open("compare");
  assert.equal(compared(), MOST);
  const again = people.open("compare");
  people.renew("b.csv");
  await again;
  assert.equal(compared(), null);
});
