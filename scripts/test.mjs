/**
 * Runs every check and test, one after the other, whatever fails. The last line is `N passed, N failed`; the exit code
 * is 1 when anything failed or a runner ran nothing.
 *
 *   node scripts/test.mjs [--only static,rust,wasm,build,size,unit,browser]
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ROOT, inRoot } from "./build/paths.mjs";
import { wasmEnvironment } from "./build/wasm.mjs";
import { CHROME, CHROME_ARGS } from "./test/chrome.mjs";
import { outcome } from "./test/counts.mjs";
import { steps } from "./test/steps.mjs";

/** @import { Step } from "./test/steps.mjs" */

/**
 * Runs a step; its output is shown as it comes and kept for the counts.
 * @param {Step} step
 * @returns {Promise<{ code: number, text: string }>}
 */
function runStep({ program, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    const keep = (/** @type {NodeJS.WriteStream} */ target) => (/** @type {string} */ chunk) => {
      text += chunk;
      target.write(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", keep(process.stdout));
    child.stderr.setEncoding("utf8").on("data", keep(process.stderr));
    child.on("error", (error) => resolve({ code: 127, text: `${text}\n${program}: ${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

const { values } = parseArgs({ options: { only: { type: "string" } } });
const groups = values.only?.split(",");
const webdriver = inRoot("build", "webdriver.json");
mkdirSync(inRoot("build"), { recursive: true });
writeFileSync(webdriver, JSON.stringify({ "goog:chromeOptions": { args: CHROME_ARGS, binary: CHROME } }));

const chosen = steps({ webdriver, wasm: await wasmEnvironment() }).filter((step) => !groups || groups.includes(step.group));
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
for (const step of chosen) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const { code, text } = await runStep(step);
  const { passed, failed, note } = outcome(code, text, step.counts ?? null);
  if (code === 127) console.log(text.trim());
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  summary.push(
    `${failed ? "✗" : "✓"} ${step.name.padEnd(34)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed` +
      ` ${seconds.padStart(7)} s${note ? `  (${note})` : ""}`,
  );
}
if (chosen.length === 0) {
  console.error(`no step in ${values.only}`);
  total.failed += 1;
}
console.log(`\n${summary.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
