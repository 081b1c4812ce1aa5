/**
 * A back-test on the command line: in words, or as CSV.
 *
 * @import { BackTest } from "../shared/engine.d.ts"
 * @import { Translator } from "../shared/translate.js"
 */
import { found, orderName, testFinding, testNotes } from "../shared/measure-words.js";
import { UNKNOWN } from "../shared/translate.js";
import { columns } from "./cli-text.js";

/**
 * The back-test in words, and every order in a table.
 * @param {Translator} say
 * @param {BackTest} test
 */
export function backTestText(say, test) {
  const { first, others } = testFinding(say, test);
  const lines = [first, ...others];
  if (!test.reason) {
    const head = ["order", "found", "ndcg", "capture", "covered", "difference", "verdict"].map((id) => say.t(`test-column-${id}`));
    const rows = test.orders.map(({ name, marks, difference, verdict }) => [
      orderName(say, test, name), found(say, marks?.found), say.number(marks?.ndcg, 3), say.percent(marks?.capture, 1), say.number(marks ? Math.round(marks.covered) : null),
      difference ? say.t("interval", { value: say.number(difference.value, 3), low: say.number(difference.low, 3), high: say.number(difference.high, 3) }) : "",
      name === "oracle" || name === "ours" ? "" : verdict ? say.t(`verdict-${verdict}`) : UNKNOWN,
    ]);
    lines.push("", columns([head, ...rows].map((row) => ["", ...row])));
  }
  const notes = testNotes(say, test);
  if (notes.length > 0) lines.push("", ...notes.map((note) => `- ${note}`));
  return `${lines.join("\n")}\n`;
}

/**
 * Every order as CSV, in the dialect of the language; for programs, whose names of columns never change.
 * @param {BackTest} test
 * @param {"fr" | "en"} dialect
 */
export function backTestCsv(test, dialect) {
  const [separator, mark] = dialect === "fr" ? [";", ","] : [",", "."];
  const cell = (/** @type {string | number | null | undefined} */ value) => (value === null || value === undefined ? ""
    : typeof value === "number" ? String(value).replace(".", mark) : value);
  const head = ["order", "found", "mattered", "precision", "ndcg", "capture", "covered", "known", "difference", "difference_low", "difference_high", "verdict"];
  const rows = test.orders.map(({ name, marks, known, difference, verdict }) => [name, marks?.found, test.mattered, marks?.precision, marks?.ndcg, marks?.capture,
    marks?.covered, known, difference?.value, difference?.low, difference?.high, verdict]);
  return `${[head, ...rows].map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
