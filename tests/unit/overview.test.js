// The study at a glance in words: conclusions that the numbers bear, and nothing else; and the same from Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/build/paths.mjs";
import { activityFigure, trendText } from "../../www/page/parts/ground/activity.js";
import { languagesFigure } from "../../www/page/parts/ground/languages.js";
import { moving, themesHeading } from "../../www/page/parts/ground/themes.js";
import { voiceFigure, voiceHeading, voiceReasons, voiceTable } from "../../www/page/parts/ground/voice.js";
import { translator } from "../../www/shared/translate.js";

/** @import { Overview, Theme, Told } from "../../www/shared/engine.d.ts" */

/** @param {"fr" | "en"} lang */
const speaker = (lang) => translator(lang, ["", "-results", "-ground"].map((name) => readFileSync(inRoot("www", "locales", `${lang}${name}.ftl`), "utf8")));
const say = { fr: speaker("fr"), en: speaker("en") };
const plain = (/** @type {string | null} */ text) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const DAY = 86_400_000;
/** Monday 2 March 2026. */
const MONDAY = Date.UTC(2026, 2, 2);

/**
 * @param {number[]} posts
 * @param {Overview["activity"]["trend"]} trend
 * @returns {Overview["activity"]}
 */
const weeks = (posts, trend) => ({
  unit: "week", from: MONDAY, to: MONDAY + 7 * DAY * posts.length - 1, window: [null, null], undated: [0, 0], trend, reason: null,
  posts: 0, interactions: 0, accounts: 0,
  periods: posts.map((count, at) => ({ from: MONDAY + 7 * DAY * at, to: MONDAY + 7 * DAY * (at + 1), complete: at > 0, posts: count, interactions: 0, accounts: 3 })),
});

test("what stands out is said with its date and its size", () => {
  const peak = weeks([1, 10, 40, 10, 12], { kind: "peak", ratio: 4, at: 2, of: "posts" });
  assert.equal(plain(trendText(say.fr, peak)), "La semaine du 16 mars 2026 sort du lot : 4 fois plus de posts qu’une semaine ordinaire.");
  assert.equal(plain(trendText(say.en, peak)), "The week of March 16, 2026 stands out: 4 times as many posts as in a usual week.");
  const falling = weeks([9, 9], { kind: "falling", ratio: 0.5, at: null, of: "interactions" });
  assert.match(plain(trendText(say.en, falling)), /falls: .* 2 times as many interactions/);
  assert.equal(trendText(say.en, weeks([1], null)), null);
});

test("the chart of activity: the usual week of whole weeks, every week in the table, none without a date", () => {
  const figure = activityFigure(say.en, weeks([1, 10, 40, 10, 12], null));
  assert.equal(figure?.heading, "11 posts in a usual week, 40 in the busiest: week of March 16, 2026.");
  assert.deepEqual(figure?.table.rows.map((row) => row.slice(1)), [[1, 0, 3], [10, 0, 3], [40, 0, 3], [10, 0, 3], [12, 0, 3]]);
  assert.match(String(figure?.table.rows[0]?.[0]), /not whole/);
  const option = /** @type {any} */ (figure?.option(/** @type {any} */ ({})));
  assert.deepEqual(option.series.map((/** @type {any} */ series) => series.type), ["bar", "line"], "what is never there is not drawn");
  assert.equal(option.series[0].data[0].itemStyle.opacity < 1, true, "a week that is not whole is paler");
  assert.equal(activityFigure(say.en, weeks([1, 2], null))?.heading, "Activity, week by week", "two weeks have no usual one");
  assert.equal(activityFigure(say.en, { ...weeks([], null), reason: "no_time" }), null);
});

/** @param {number} value @param {number} low @param {number} high @returns {Told} */
const between = (value, low, high) => ({ value, low, high, of: 100 });

/**
 * @param {(Told | null)[]} shares
 * @param {Partial<Overview["voice"]>} [more]
 * @returns {Overview["voice"]}
 */
const voice = (shares, more = {}) => ({
  brands: shares.map((share, at) => ({
    name: ["Lumo", "Brisa", "Kova"][at] ?? "", own: at === 0, posts: 20, accounts: 10, share, byAccounts: share, byEngagement: null, awareness: null,
    tone: { net: at === 0 ? between(0.25, -0.05, 0.5) : null, toned: 12, positive: 5, negative: 2 },
  })),
  posts: 40, accounts: 20, several: 0, official: 0, counted: 0, reactions: null, among: "all", amongAccounts: 12,
  reasons: { share: null, byAccounts: null, byEngagement: "no_counters", awareness: "few_accounts" }, reason: null, ...more,
});

test("nobody has most of the voices where intervals overlap", () => {
  assert.match(voiceHeading(say.en, voice([between(0.7, 0.6, 0.8), between(0.3, 0.2, 0.4)])), /^Lumo has most of the voices: 70% of the people/);
  assert.match(voiceHeading(say.en, voice([between(0.3, 0.2, 0.4), between(0.7, 0.6, 0.8)])), /^Brisa has most/);
  assert.match(voiceHeading(say.en, voice([between(0.55, 0.45, 0.65), between(0.45, 0.35, 0.55)])), /cannot be told apart/);
  const few = voice([null, null], { posts: 3, reasons: { share: "few_posts", byAccounts: "few_accounts", byEngagement: "few_reactions", awareness: null } });
  assert.match(voiceHeading(say.en, few), /^3 posts name one of these brands: too few/);
  assert.equal(voiceFigure(say.en, few), null, "there is nothing to draw");
  assert.equal(voiceReasons(say.en, few).length, 3);
  assert.match(plain(voiceHeading(say.fr, voice([null]))), /^Lumo est citée par 10 personnes, dans 20 posts\.$/);
});

test("the table of brands has intervals, signs, and dashes where nothing is known", () => {
  const { head, rows } = voiceTable(say.en, voice([between(0.7, 0.6, 0.8), between(0.3, 0.2, 0.4)]));
  assert.equal(head.length, rows[0]?.length);
  assert.deepEqual(rows[0], ["Lumo (yours)", 20, 10, "70% (60% to 80%)", "70% (60% to 80%)", "–", "+25 (−5 to +50)", "–"]);
  assert.equal(rows[1]?.[6], "too few (12)");
});

test("themes: what people speak of, and what rises only where it does", () => {
  const theme = (/** @type {string} */ text, /** @type {Theme["moves"]} */ moves) => /** @type {Theme} */ ({ text, accounts: 9, posts: 9, first: 0.1, second: 0.3, change: between(0.2, 0.1, 0.3), moves, onBrief: null });
  /** @type {Overview["themes"]} */
  const themes = { tags: [theme("#a", "unclear"), theme("#b", "up"), theme("#c", "down")], words: [], sites: [], links: [], writers: 99, writersFirst: 50, writersSecond: 50, middle: 1, movesReason: null, reason: null };
  assert.equal(themesHeading(say.en, themes), "People speak most of #a, #b, and #c. #b is on the rise.");
  assert.ok(moving(themes));
  const still = { ...themes, tags: [theme("#a", "unclear"), theme("#b", null), theme("#c", "unclear")] };
  assert.equal(themesHeading(say.en, still), "People speak most of #a, #b, and #c.");
  assert.ok(!moving(still));
  assert.equal(themesHeading(say.en, { ...themes, tags: [] }), say.en.t("themes-none"));
});

test("languages: shares of people, those unknown among them, the long tail put together", () => {
  const known = ["fr", "en", "de", "it", "es", "pt", "nl", "ca"].map((code, at) => ({ code, posts: 20 - at, accounts: 10 - at }));
  const figure = languagesFigure(say.en, { known, unknown: [5, 4], posts: 137, accounts: 56, reason: null });
  assert.equal(figure?.heading, "18% of the people write in French.");
  assert.equal(figure?.table.rows.length, 9);
  const option = /** @type {any} */ (figure?.option(/** @type {any} */ ({ accent: "a", edge: "e" })));
  assert.deepEqual(option.series[0].data.map((/** @type {any} */ each) => each.value), [10, 9, 8, 7, 6, 5, 7, 4]);
  assert.deepEqual(option.yAxis.data.slice(-2), ["2 others", "Not known"]);
  assert.equal(languagesFigure(say.en, { known: [], unknown: [0, 0], posts: 0, accounts: 0, reason: "no_text" }), null);
});

test("Node tells the same study at a glance", async () => {
  const { open } = await import(pathToFileURL(inRoot("dist", "node.js")).href);
  const study = await open();
  try {
    await study.add(readFileSync(inRoot("www", "samples", "cafe-lumiere.fr.csv")), { name: "cafe.csv" });
    await study.configure({ brief: "café", brand: { name: "Lumière" }, competitors: [{ name: "espresso" }] });
    await study.analyse({ until: "ranking" });
    const { activity, languages, themes, voice: brands } = /** @type {Overview} */ (await study.overview());
    const sum = (/** @type {"posts" | "interactions"} */ of) => activity.periods.reduce((total, period) => total + period[of], 0);
    assert.deepEqual([sum("posts"), sum("interactions"), activity.undated], [activity.posts, activity.interactions, [0, 0]]);
    assert.equal(languages.known.reduce((total, each) => total + each.posts, 0) + languages.unknown[0], languages.posts);
    assert.ok(themes.tags[0]?.text.startsWith("#") && themes.writersFirst <= themes.writers);
    assert.ok(brands.brands[0]?.share && brands.brands[0].share.low < brands.brands[0].share.value);
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(study.overview({ signal: controller.signal }), { code: "cancelled" });
  } finally {
    study.close();
  }
});
