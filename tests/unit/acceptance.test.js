// Each thing that the page is held to has a test that names it, or a reason; docs/acceptance.md says which.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/build/paths.mjs";

const NUMBERS = Array.from({ length: 32 }, (_, at) => `A${String(at + 1).padStart(2, "0")}`);
const read = (/** @type {string} */ file) => readFileSync(inRoot(file), "utf8");

/** Lines of the table: number, what, files, reason. */
const rows = read("docs/acceptance.md").split("\n").filter((line) => /^\| A\d/.test(line)).map((line) => {
  const [, number = "", what = "", tests = "", reason = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return { number, what, files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file), reason };
});

/** Files of tests that name a number. @param {string} number */
const naming = (number) => ["tests/browser", "tests/unit"].flatMap((folder) => readdirSync(inRoot(folder)).filter((name) => name.endsWith(".test.js"))
  .map((name) => `${folder}/${name}`)).filter((file) => file !== "tests/unit/acceptance.test.js" && new RegExp(`\\b${number}\\b`).test(read(file)));

test("every number has one line, with what it asks and a test or a reason", () => {
  assert.deepEqual(rows.map(({ number }) => number), NUMBERS);
  for (const { number, what, files, reason } of rows) {
    assert.ok(what.length > 20, number);
    assert.ok(files.length > 0 || reason.length > 20, `${number} has neither a test nor a reason`);
  }
});

test("a file that a line names is there and speaks of the number", () => {
  for (const { number, files } of rows) {
    for (const file of files) {
      assert.ok(existsSync(inRoot(file)), `${number}: ${file}`);
      assert.ok(naming(number).includes(file), `${file} does not speak of ${number}`);
    }
  }
});

test("a number without a test in its line has none anywhere: else the line is out of date", () => {
  for (const { number, files } of rows) {
    if (files.length === 0) assert.deepEqual(naming(number), [], number);
  }
});
