// What comes from a link or a command line is hostile until it is checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readHash, writeHash } from "../../www/page/state/hash.js";
import { safeLink } from "../../www/page/parts/link.js";
import { cleanBrief, halfLifeFrom, merged, settingsFrom, timeFrom, weightsFrom } from "../../www/shared/settings.js";

test("a good link gives its settings", () => {
  const { lang, theme, screen, settings } = readHash(
    "#lang=fr&theme=dark&screen=influencers&objective=awareness&weights=45-20-35&from=2026-01-01&to=2026-02-01&half-life=7&brief=caf%C3%A9");
  assert.deepEqual({ lang, theme, screen }, { lang: "fr", theme: "dark", screen: "influencers" });
  assert.deepEqual(settings, {
    objective: "awareness", brief: "café", weights: { reach: 45, relevance: 20, resonance: 35 },
    window: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) }, ties: { halfLifeDays: 7 },
  });
});

test("hostile links change nothing and throw nothing", () => {
  for (const hash of [
    "", "#", "#%", "#%E0%A4%A", "#lang=%3Cscript%3E", "#__proto__=1&constructor=2", "#objective=toString&theme=__proto__",
    "#weights=1e9-NaN-Infinity", "#weights=-1-2-3", "#weights=0-0-0", "#from=2026-02-30", "#from=9999999-01-01",
    "#from=2026-02-01&to=2026-01-01", "#half-life=0", "#half-life=-3", "#half-life=1e400", `#brief=${"x".repeat(20_000)}`,
  ]) {
    const read = readHash(hash);
    assert.deepEqual(read.settings, {}, hash);
    assert.equal(read.lang, null);
  }
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  assert.equal(readHash("#lang=fr&lang=en").lang, "fr");
});

test("a brief loses control characters and never passes the engine's limit", () => {
  assert.equal(cleanBrief("a\u0000b\nc"), "a b c");
  const long = cleanBrief("é".repeat(5_000));
  assert.ok(new TextEncoder().encode(long).length <= 4096);
  assert.ok(long.length > 1_500);
});

test("weights, moments and half-lives are in range or nothing", () => {
  assert.deepEqual(weightsFrom("200-0-50"), { reach: 100, relevance: 0, resonance: 50 });
  assert.equal(weightsFrom("1-2"), null);
  assert.equal(timeFrom("2012-07-04"), Date.UTC(2012, 6, 4));
  assert.equal(timeFrom("2012-07-04T02:00+02:00"), Date.UTC(2012, 6, 4));
  assert.equal(timeFrom("04/07/2012"), null);
  assert.equal(halfLifeFrom("auto"), "auto");
  assert.equal(halfLifeFrom("none"), null);
  assert.equal(halfLifeFrom("0.5"), 0.5);
  assert.equal(halfLifeFrom("x"), undefined);
});

test("a patch keeps what it leaves out", () => {
  const base = merged(/** @type {any} */ ({
    objective: "none", weights: null, brief: "a", window: { from: 1, to: 2 },
    ties: { weights: { repost: 1 }, halfLifeDays: "auto" }, seed: 0,
  }), { weights: { reach: 10 } });
  assert.deepEqual(base.weights, { reach: 10, relevance: 1, resonance: 1 });
  assert.equal(merged(base, { weights: null }).weights, null);
  assert.deepEqual(merged(base, { window: { to: 9 } }).window, { from: 1, to: 9 });
  assert.deepEqual(merged(base, { window: null }).window, { from: null, to: null });
  assert.equal(merged(base, { ties: { halfLifeDays: null } }).ties.halfLifeDays, null);
  assert.equal(merged(base, settingsFrom(new Map())).brief, "a");
});

test("the hash that is written holds no settings and reads back", () => {
  const hash = writeHash({ lang: "en", theme: "dark", screen: "influencers" });
  assert.deepEqual({ ...readHash(hash), settings: null }, { lang: "en", theme: "dark", screen: "influencers", settings: null });
});

test("only plain web addresses become links", () => {
  assert.equal(safeLink("https://x.com/a/status/1"), "https://x.com/a/status/1");
  for (const url of [
    "javascript:alert(1)", "JaVa\tscript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "http://user:pw@host/",
    "https://", "ftp://a", " https://a.b", `https://a.b/${"x".repeat(3_000)}`, "", null,
  ]) assert.equal(safeLink(url), null, String(url));
});
