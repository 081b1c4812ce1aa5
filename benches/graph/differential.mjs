/**
 * Answers what `differential.py` asks: reads one question a line from standard input, `{ files: [{ name, text }],
 * measures: [[name, params], …] }`, gives the files to the published module as anybody would, and writes one answer a
 * line: `{ handles, answers: [{ columns, facts, labels } or { error }] }`. What is not a number is `null`.
 *
 *   node benches/graph/differential.mjs dist/node.js < questions > answers
 */
import { createInterface } from "node:readline";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { open } = await import(pathToFileURL(path.resolve(process.argv[2] ?? "dist/node.js")).href);
const encoder = new TextEncoder();
/** Infinity is told apart from what is unknown. @param {string} _ @param {unknown} value */
const told = (_, value) => (value === Infinity ? "Infinity" : value === -Infinity ? "-Infinity" : value);

for await (const line of createInterface({ input: process.stdin })) {
  const { files, measures } = JSON.parse(line);
  /** @type {any} */
  const answer = { handles: [], answers: [] };
  const study = await open();
  try {
    for (const { name, text } of files) await study.add(encoder.encode(text), { name });
    await study.analyse();
    answer.handles = (await study.accounts()).handle;
    for (const [name, params] of measures) {
      try {
        const { columns, facts, labels } = await study.measure(name, params);
        const lists = Object.entries(columns).map(([key, values]) => [key, Array.from(/** @type {any} */ (values))]);
        answer.answers.push({ columns: Object.fromEntries(lists), facts, labels });
      } catch (error) {
        answer.answers.push({ error: String(error) });
      }
    }
  } catch (error) {
    answer.error = String(error);
  }
  study.close?.();
  process.stdout.write(`${JSON.stringify(answer, told)}\n`);
}
