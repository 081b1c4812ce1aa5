// The command line says what it understood, or why it did not.
import assert from "node:assert/strict";
import { test } from "node:test";
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

test("the language is the one asked for, else the machine's", () => {
  assert.equal(language("fr", {}), "fr");
  assert.equal(language(undefined, { LANG: "fr_FR.UTF-8" }), "fr");
  assert.equal(language(undefined, { LANG: "fr_FR.UTF-8", LC_ALL: "C" }), "en");
  assert.equal(language(undefined, { LANG: "frisian" }), "en");
  assert.equal(language(undefined, {}), "en");
});
