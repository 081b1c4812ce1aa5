// The command line says what it understood, or why it did not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { teamCsv } from "../../www/api/cli-team.js";
import { language, readArguments } from "../../www/api/cli-arguments.js";

test("the documented command", () => {
  const asked = readArguments(["rank", "a.csv", "b.jsonl", "--objective", "consideration", "--brief", "café", "--top", "5",
    "--format", "json", "--from", "2012-07-01", "--to", "2012-07-04", "--half-life", "none", "--sort", "credit", "--receipt", "--out", "r.json"]);
  assert.equal(asked.command, "rank");
  assert.deepEqual(asked.files, ["a.csv", "b.jsonl"]);
  assert.deepEqual(asked.settings, {
    objective: "consideration", brief: "café", window: { from: Date.UTC(2012, 6, 1), to: Date.UTC(2012, 6, 4) },
    ties: { halfLifeDays: null },
  });
  assert.deepEqual([asked.top, asked.format, asked.sort, asked.receipt, asked.out], [5, "json", "credit", true, "r.json"]);
});

test("defaults", () => {
  const asked = readArguments(["rank", "a.csv"]);
  assert.deepEqual(asked.settings, {});
  assert.deepEqual([asked.top, asked.format, asked.sort, asked.lang], [20, "table", null, "en"]);
  assert.equal(readArguments([]).command, "help");
  assert.equal(readArguments(["rank", "--help"]).command, "help");
  assert.equal(readArguments(["-V"]).command, "version");
});

test("what is wrong is named", () => {
  /** @type {[string[], string][]} */
  const wrong = [
    [["frobnicate", "a"], "usage.command"], [["rank"], "usage.files"], [["explain", "a.csv"], "usage.account"],
    [["rank", "a.csv", "--nope"], "usage.option"], [["rank", "a.csv", "--top"], "usage.option"],
    [["rank", "a.csv", "--top", "0"], "usage.value"], [["rank", "a.csv", "--top", "1e3"], "usage.value"],
    [["rank", "a.csv", "--objective", "fame"], "usage.value"], [["rank", "a.csv", "--from", "yesterday"], "usage.value"],
    [["rank", "a.csv", "--from", "2020-01-02", "--to", "2020-01-01"], "usage.value"],
    [["rank", "a.csv", "--half-life", "soon"], "usage.value"], [["rank", "a.csv", "--format", "xml"], "usage.value"],
    [["rank", "a.csv", "--lang", "de"], "usage.value"],
  ];
  for (const [args, code] of wrong) assert.throws(() => readArguments(args), { name: "SillageError", code }, args.join(" "));
});

test("a team and what binds it", () => {
  const asked = readArguments(["team", "a.csv", "--size", "5", "--budget", "1200.50", "--costs", "nano=100,micro=800", "--must-have", "@ana, bob",
    "--exclude", "cid", "--per-community", "2", "--min-authenticity", "40", "--model", "creditDistribution", "--hops", "none", "--seconds", "0", "--csv"]);
  assert.deepEqual(asked.team, {
    size: 5, budget: 1200.5, minConfidence: 40, perCommunity: 2, hops: null, seconds: 0, model: "creditDistribution",
    costs: { tiers: { nano: 100, micro: 800 } },
  });
  assert.deepEqual(asked.named, { mustHave: ["@ana", "bob"], exclude: ["cid"], competitors: [] });
  assert.equal(asked.format, "csv");
  assert.equal(readArguments(["team", "a.csv", "--json"]).format, "json");
  for (const wrong of [["--size", "0"], ["--size", "2.5"], ["--budget", "-3"], ["--costs", "huge=3"], ["--costs", "nano"], ["--model", "klout"], ["--hops", "0"]]) {
    assert.throws(() => readArguments(["team", "a.csv", ...wrong]), { code: /^usage\./ }, wrong.join(" "));
  }
  assert.throws(() => readArguments(["rank", "a.csv", "--size", "3"]), { code: "usage.option" });
});

test("the members of a team as CSV", () => {
  const member = { index: 1, handle: "=ana", name: "Ana; \"A\"", rank: 2, community: null, cost: 10.5, costFrom: "file", gain: 3.25, alone: 4, unique: 1, why: "chosen" };
  const team = /** @type {import("../../www/shared/engine.d.ts").Team} */ (/** @type {unknown} */ ({ members: [member] }));
  const [head, row] = teamCsv(team, "fr").split("\r\n");
  assert.equal(head, "place;handle;name;rank;community;cost;cost_from;gain;alone;unique;why");
  assert.equal(row, "1;'=ana;\"Ana; \"\"A\"\"\";2;;10,5;file;3,25;4;1;chosen");
  assert.match(teamCsv(team, "en"), /,10\.5,file,3\.25,/);
});

test("the language is the one asked for, else the machine's", () => {
  assert.equal(language("fr", {}), "fr");
  assert.equal(language(undefined, { LANG: "fr_FR.UTF-8" }), "fr");
  assert.equal(language(undefined, { LANG: "fr_FR.UTF-8", LC_ALL: "C" }), "en");
  assert.equal(language(undefined, { LANG: "frisian" }), "en");
  assert.equal(language(undefined, {}), "en");
});
