// What is decided about people, what the engine is asked with it, and what its answer says in words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { baseline, about, between, notes, teamFinding } from "../../www/shared/team-words.js";
import { Cast } from "../../www/page/state/cast.js";
import { bySource, countUntil, stepOf } from "../../www/page/state/cascade.js";
import { FIRST_FORM, FIRST_PLAN } from "../../www/page/state/first.js";
import { History } from "../../www/page/state/history.js";
import { teamOptions } from "../../www/page/state/options.js";
import { STAGES, CHOICES, TIERS, costFrom, dayFrom, decided, keyOf, moved, personIn, planFrom, shortlist, tagsFrom } from "../../www/page/state/plan.js";
import { UNSEEN, adjacentInterests, relationsCsv, shortlistCsv } from "../../www/page/state/relations.js";
import { words } from "../browser/support/words.js";

/** @import { CommunityRow, Team } from "../../www/shared/engine.d.ts" */
/** @import { Plan } from "../../www/page/state/plan.js" */

const [ada, ben, cleo] = /** @type {const} */ ([
  { handle: "ada", platform: "x" }, { handle: "Ben", platform: "instagram" }, { handle: "cleo", platform: "x" },
]);

/** @param {Plan} plan */
const handles = (plan) => shortlist(plan).map(({ handle }) => handle);

/** Three people on the shortlist. */
function three() {
  return [ada, ben, cleo].reduce((plan, who) => decided(plan, who, { listed: true }), FIRST_PLAN);
}

test("people are picked, reordered within bounds, taken off, and forgotten once nothing is said of them", () => {
  let plan = three();
  assert.deepEqual(handles(plan), ["ada", "Ben", "cleo"]);
  assert.equal(moved(plan, keyOf(ada), -1), plan, "the first cannot go up");
  plan = moved(plan, keyOf(cleo), -1);
  assert.deepEqual(handles(plan), ["ada", "cleo", "Ben"]);
  assert.deepEqual(handles(moved(plan, keyOf(ada), 99)), ["cleo", "Ben", "ada"]);
  assert.equal(moved(plan, "x:nobody", 1), plan);
  plan = decided(plan, { handle: "BEN", platform: "instagram" }, { listed: false });
  assert.deepEqual(handles(plan), ["ada", "cleo"]);
  assert.equal(personIn(plan, keyOf(ben)), undefined, "nothing else was said of Ben");
  plan = decided(decided(plan, ada, { note: "met in Lyon" }), ada, { listed: false });
  assert.equal(personIn(plan, keyOf(ada))?.note, "met in Lyon", "what was written stays");
  plan = decided(plan, ada, { listed: true });
  assert.deepEqual(handles(plan), ["cleo", "ada"], "who comes back comes last");
  assert.equal(FIRST_PLAN.people.length, 0, "no plan is changed in place");
});

test("the same handle on two networks is two people", () => {
  const plan = decided(three(), { handle: "ada", platform: "instagram" }, { listed: true, cost: 3 });
  assert.equal(handles(plan).length, 4);
  assert.equal(personIn(plan, keyOf(ada))?.cost, null);
});

test("one history undoes the shortlist, exclusions and the log, and typing is one step", () => {
  let now = 0;
  /** @type {History<Plan>} */
  const history = new History(() => now);
  let plan = FIRST_PLAN;
  const decide = (/** @type {Plan} */ next, /** @type {string} */ key) => {
    history.note(plan, key);
    plan = next;
  };
  decide(decided(plan, ada, { listed: true }), "list ada");
  now += 5_000;
  decide(decided(plan, ada, { note: "m" }), "note ada");
  now += 100;
  decide(decided(plan, ada, { note: "me" }), "note ada");
  now += 5_000;
  decide(decided(plan, ben, { choice: "never" }), "choice ben");
  const last = plan;
  plan = history.undo(plan) ?? plan;
  assert.equal(personIn(plan, keyOf(ben)), undefined);
  plan = history.undo(plan) ?? plan;
  assert.equal(personIn(plan, keyOf(ada))?.note, "");
  plan = history.undo(plan) ?? plan;
  assert.deepEqual(plan, FIRST_PLAN);
  for (let step = 0; step < 3; step += 1) plan = history.redo(plan) ?? plan;
  assert.deepEqual(plan, last);
});

test("amounts, tags and days are read as people write them", () => {
  assert.deepEqual(["1200", "1 200,50", "1\u202f200 €", "950.5", "", "-3", "1,2,3", "1e9", "=1+1"].map(costFrom), [1200, 1200.5, 1200, 950.5, null, null, null, null, null]);
  assert.deepEqual(tagsFrom(" vip, press ;vip\n,"), ["vip", "press"]);
  assert.deepEqual(["2026-02-28", "2026-02-30", "28/02/2026", 5, null].map(dayFrom), ["2026-02-28", "", "", "", ""]);
});

test("a plan from a file is believed only where it makes sense", () => {
  for (const hostile of [null, 5, "x", [], { people: 5, team: "x" }, { people: [null, 5, {}, { handle: 3, platform: "x" }, { handle: "a", platform: "__proto__" }] }]) {
    assert.deepEqual(planFrom(hostile), FIRST_PLAN);
  }
  const plan = planFrom({
    people: [
      { handle: "ada", platform: "x", listed: true, choice: "always", stage: "constructor", tags: ["a", 5, "a"], cost: -1, note: 7, actions: [{ what: "call", date: "2026-13-01", done: "yes" }, null] },
      { handle: "ADA", platform: "x", note: "twice" },
    ],
    team: { size: 1e9, budget: Infinity, tiers: { nano: 5, toString: 3, mega: -1 }, minConfidence: 40, perCommunity: 1.5, model: "magic", hops: null, seconds: 99 },
  });
  assert.equal(plan.people.length, 1);
  assert.deepEqual(plan.people[0], {
    handle: "ada", platform: "x", listed: true, choice: "open", stage: "identify", tags: ["a"], cost: null, note: "", incentive: "",
    actions: [{ id: 1, what: "call", date: "", done: false }, { id: 2, what: "", date: "", done: false }],
  });
  assert.deepEqual(plan.team, { ...FIRST_FORM, tiers: { nano: 5 }, minConfidence: 40, hops: null });
  assert.deepEqual(planFrom(JSON.parse(JSON.stringify(three()))), three(), "what was written is read again");
});

test("the engine is asked with numbers of the accounts that the files still hold", () => {
  let plan = three();
  plan = decided(plan, ada, { choice: "must", cost: 250 });
  plan = decided(plan, ben, { choice: "never" });
  plan = decided(plan, { handle: "gone", platform: "x" }, { listed: true, choice: "must", cost: 9 });
  plan = decided(plan, { handle: "their", platform: "x" }, { choice: "rival" });
  plan = { ...plan, team: { ...plan.team, size: 4, budget: 900, tiers: { nano: 100 } } };
  const index = new Map([["ada", 7], ["Ben", 2], ["cleo", 0], ["their", 5]]);
  const options = teamOptions(plan, ({ handle }) => ({ ...UNSEEN, index: index.get(handle) ?? null }));
  assert.deepEqual(options, {
    size: 4, budget: 900, costs: { accounts: { 7: 250 }, tiers: { nano: 100 } }, mustHave: [7], exclude: [2], competitors: [5],
    minConfidence: null, perCommunity: null, model: "independentCascade", probabilities: "auto", audience: "everybody", hops: 3, messages: 10, seconds: 2,
    shortlist: [7, 2, 0],
  });
});

/** A study that knows some accounts, and counts what it is asked. @param {Record<string, any>[]} rows */
function fakeDesk(rows) {
  const asked = { accounts: 0, rankings: 0 };
  const study = {
    column: (/** @type {string} */ name) => Promise.resolve(Float64Array.from(rows, (row) => (name === "cost" ? row["cost"] ?? NaN : row["community"] ?? NaN))),
    account: (/** @type {string | number} */ which) => {
      asked.accounts += 1;
      const found = rows.find((row) => row["index"] === which || row["handle"] === String(which).toLowerCase());
      return found ? Promise.resolve(found) : Promise.reject(new Error("unknown"));
    },
    ranking: ({ search = "", platform = "" }) => {
      asked.rankings += 1;
      return Promise.resolve({ rows: rows.filter((row) => row["handle"].includes(search.toLowerCase()) && row["platform"] === platform) });
    },
  };
  return { desk: /** @type {any} */ ({ study, analysis: { count: 1 }, state: { summary: {}, plan: FIRST_PLAN, brandPeople: null } }), asked };
}

test("people are found again by name and network in every analysis, whatever their numbers are", async () => {
  const { desk, asked } = fakeDesk([
    { index: 0, handle: "ada", platform: "instagram", rank: 1, community: 3 },
    { index: 1, handle: "ada", platform: "x", rank: 2, community: 0, cost: 12 },
  ]);
  desk.state.plan = decided(decided(FIRST_PLAN, ada, { listed: true }), { handle: "gone", platform: "x" }, { listed: true });
  let told = 0;
  const cast = new Cast(desk, () => (told += 1));
  assert.equal(cast.wanting, true);
  await cast.refresh();
  assert.equal(cast.of(desk.state.plan.people[0]).index, 1, "the account of that network");
  assert.equal(cast.of(desk.state.plan.people[0]).cost, 12);
  assert.equal(cast.of(desk.state.plan.people[1]).index, null);
  assert.ok(told > 0);
  const before = { ...asked };
  await cast.refresh();
  assert.deepEqual(asked, before, "nothing is asked twice");
  desk.analysis.count = 2;
  assert.equal(cast.wanting, true);
  await cast.refresh();
  assert.equal(cast.wanting, false);
  assert.ok(asked.accounts > before.accounts);
});

for (const lang of /** @type {const} */ (["fr", "en"])) {
  test(`the shortlist and the log open in the spreadsheets of ${lang}, and no cell of them is a formula`, () => {
    const say = words[lang];
    let plan = decided(three(), ada, { note: "=HYPERLINK(\"http://x\")", tags: ["+1", "vip"], cost: 12.5, incentive: "@lui; \"là\"" });
    plan = decided(plan, ada, { actions: [{ id: 1, what: "call", date: "2026-03-02", done: false }, { id: 2, what: "-write", date: "2026-02-01", done: true }, { id: 3, what: "later", date: "", done: false }] });
    const facts = new Map([[keyOf(ada), { ...UNSEEN, index: 1, name: "Ada", rank: 3, score: 71.25, followers: 1234, community: 0 }]]);
    const separator = lang === "fr" ? ";" : ",";
    const list = shortlistCsv(say, shortlist(plan), facts);
    const [head = "", first = "", second = ""] = list.replace("\ufeff", "").split("\r\n");
    assert.ok(list.startsWith("\ufeff") && list.endsWith("\r\n"));
    assert.equal(head.split(separator).length, 13);
    assert.ok(first.startsWith(["1", "ada", "Ada"].join(separator)));
    assert.ok(first.includes(lang === "fr" ? ";71,3;1234;1;" : ",71.3,1234,1,"), first);
    assert.ok(first.includes(lang === "fr" ? ";12,5;" : ",12.5,"), first);
    assert.ok(first.includes("'=HYPERLINK(\"\"http://x\"\")"), first);
    assert.ok(first.includes("\"'+1, vip\""), first);
    assert.ok(second.startsWith(["2", "Ben", ""].join(separator)), "unknown is empty");
    const log = relationsCsv(say, plan.people).split("\r\n");
    assert.equal(log.length, 1 + 3 + 1 + 1 + 1, "a line for each action, and one for each person without");
    assert.ok(log[1]?.includes("2026-02-01") && log[1].includes("\"'-write\""), "in the order of days");
    assert.ok(log[3]?.includes("later"));
    assert.doesNotMatch(log.join("\n"), /(^|[;,\n])[=+@-]/);
  });

  test(`every stage, choice, size and note of the engine has words in ${lang}`, () => {
    const say = words[lang];
    for (const id of [...STAGES.map((each) => `stage-${each}`), ...CHOICES.map((each) => `choice-${each}`), ...TIERS.map((each) => `team-tier-${each}`)]) assert.ok(say.has(id), id);
    const rust = readFileSync(new URL("../../src/team/note.rs", import.meta.url), "utf8");
    const codes = [...rust.matchAll(/^ +[A-Z]\w+ "([a-z_]+)",/gm)].map((match) => match[1] ?? "");
    assert.ok(codes.length > 15, `codes found: ${codes.join(", ")}`);
    assert.deepEqual(notes(say, { notes: codes }).filter((text, at) => text.includes(codes[at] ?? "?")), []);
  });
}

/** @returns {Team} */
function fakeTeam(/** @type {Partial<Team>} */ patch = {}) {
  const member = { name: null, rank: 1, community: 0, cost: null, costFrom: null, why: /** @type {const} */ ("chosen") };
  return {
    members: [
      { ...member, index: 3, handle: "ada", gain: 800, alone: 800, unique: 700 },
      { ...member, index: 5, handle: "ben", gain: 270, alone: 370, unique: 270 },
    ],
    spread: { value: 1_070.4, low: 1_050, high: 1_090 }, reachable: 3_000, guarantee: 0.6189, cost: null, costPerAdditional: null,
    probabilities: { from: "learned", trials: 9_000, successes: 800, arcs: 4_000, onSubject: false }, relative: false,
    communities: [], overlap: new Float64Array(4), notes: [], model: "independentCascade", messages: 10, hops: 3, seed: 1, sets: 5_000,
    alternatives: [
      { name: "score", members: [1, 2], spread: { value: 900, low: 890, high: 910 }, cost: null },
      { name: "followers", members: [1, 9], spread: { value: 1_000, low: 990, high: 1_010 }, cost: null },
    ],
    overRanking: { ratio: 1.19, low: 1.15, high: 1.22, significant: true }, ...patch,
  };
}

test("the finding says whom the team reaches, against whom, and how good that is at least", () => {
  const among = { accounts: 5_000, target: false };
  const { first, others } = teamFinding(words.en, fakeTeam(), among);
  assert.equal(first, "These 2 people would reach about 1,070 of the 5,000 accounts, 7% more people than the 2 accounts with the most followers.");
  assert.match(others.join(" "), /at least 61% of what the best possible team/, "a guarantee is never rounded up");
  assert.match(others.join(" "), /19% more people than the first of the ranking \(between 15% and 22%\)/);
  assert.match(teamFinding(words.fr, fakeTeam(), among).first.replace(/\s/g, " "), /^Ces 2 personnes toucheraient environ 1 070 des 5 000 comptes, soit 7 % de personnes de plus que les 2 comptes les plus suivis/);
  assert.match(teamFinding(words.en, fakeTeam(), { ...among, target: true }).first, /target audience/);
  const even = fakeTeam({ overRanking: { ratio: 1.01, low: 0.98, high: 1.04, significant: false } });
  assert.match(teamFinding(words.en, even, among).others.join(" "), /No significant gain over the ranking/);
  const near = fakeTeam({ spread: { value: 1_015, low: 1_000, high: 1_030 } });
  assert.match(teamFinding(words.en, near, among).first, /about as many people as/, "estimates that overlap are not told apart");
  const [byScore] = fakeTeam().alternatives;
  const unfollowed = teamFinding(words.en, fakeTeam({ alternatives: byScore ? [byScore] : [] }), among);
  assert.match(unfollowed.first, /19% more people than the first 2 of the ranking/);
  assert.doesNotMatch(unfollowed.others.join(" "), /more people/, "nothing is said twice");
  assert.match(teamFinding(words.en, fakeTeam({ spread: { value: 2_300, low: 2_290, high: 2_310 } }), among).first, /2\.30 times as many people as/);
});

test("where only ratios may be said, no number of people is", () => {
  const { first, others } = teamFinding(words.en, fakeTeam({ relative: true }), { accounts: 5_000, target: false });
  assert.equal(first, "These 2 people together would reach 7% more people than the 2 accounts with the most followers.");
  assert.doesNotMatch([first, ...others].join(" "), /1,0\d\d|people would reach about/);
  const alone = teamFinding(words.en, fakeTeam({ relative: true, alternatives: [] }), { accounts: 5_000, target: false });
  assert.equal(alone.first, "2 people are proposed; the files do not say how many they would reach.");
});

test("nobody chosen is said with its reason, and nobody to compare with is no number", () => {
  const none = teamFinding(words.en, fakeTeam({ members: [], notes: ["budget_below_every_cost"] }), { accounts: 9, target: false });
  assert.equal(none.first, "No team can be chosen with these conditions.");
  assert.match(notes(words.en, { notes: ["budget_below_every_cost"] }).join(" "), /budget is below the cost/);
  assert.equal(baseline(fakeTeam({ alternatives: [{ name: "followers", members: [], spread: { value: 0, low: null, high: null }, cost: null }] })), null);
});

test("estimates have the digits that they have", () => {
  assert.deepEqual([1.04, 1.25, 12.4, 999.6, 1_234, 12_345, 0, NaN, null].map((value) => about(words.en, value)), ["1", "1.3", "12", "1,000", "1,230", "12,300", "0", "–", "–"]);
  assert.equal(between(words.en, { value: 1_234, low: 1_200, high: 1_260 }), "1,230 (1,200 to 1,260)");
  assert.equal(between(words.en, { value: 5, low: null, high: null }), "5");
});

test("what could interest somebody is what their community says beside the subject", () => {
  const row = { number: 2, size: 9, name: [], central: [], languages: [], inside: 0, near: [], bridges: [], interests: ["#oolong", "tea", "hiking", "ceramics"].map((text) => ({ text, tag: text.startsWith("#"), z: 3, accounts: 5 })) };
  assert.deepEqual(adjacentInterests([/** @type {CommunityRow} */ (row)], 2, "tea, oolong, gongfu"), ["hiking", "ceramics"]);
  assert.deepEqual(adjacentInterests([/** @type {CommunityRow} */ (row)], null, "tea"), []);
});

test("a message is told step by step, by whoever passed it on", () => {
  const cascade = { steps: { account: Uint32Array.of(1, 2, 5, 6, 7, 8), by: Uint32Array.of(1, 2, 2, 1, 1, 6), hop: Uint32Array.of(0, 0, 1, 1, 1, 2) } };
  assert.deepEqual(stepOf(cascade, 1), [2, 3, 4]);
  assert.equal(countUntil(cascade, 0), 2);
  assert.deepEqual(bySource(cascade, stepOf(cascade, 1)), [{ by: 1, accounts: [6, 7] }, { by: 2, accounts: [5] }]);
  assert.deepEqual(stepOf(cascade, 9), []);
});
