/**
 * How many tests a runner says have passed and failed.
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * @param {string} text
 * @param {RegExp} pattern with one group, a number
 */
function sum(text, pattern) {
  let total = 0;
  for (const match of text.matchAll(pattern)) total += Number(match[1]);
  return total;
}

/** Takes colours away. @param {string} text */
const plain = (text) => text.replace(/\u001b\[[0-9;]*m/g, "");

/**
 * `cargo test`, and wasm-bindgen's runner, which prints the same closing lines.
 * @param {string} text
 * @returns {Counts}
 */
export function cargoCounts(text) {
  const lines = plain(text);
  return {
    passed: sum(lines, /^test result: .*?(\d+) passed;/gm),
    failed: sum(lines, /^test result: .*?(\d+) failed;/gm),
  };
}

/**
 * `node --test` with the `spec` reporter. A test that was cancelled has not passed.
 * @param {string} text
 * @returns {Counts}
 */
export function nodeCounts(text) {
  const lines = plain(text);
  return {
    passed: sum(lines, /^[#ℹ] pass (\d+)$/gmu),
    failed: sum(lines, /^[#ℹ] fail (\d+)$/gmu) + sum(lines, /^[#ℹ] cancelled (\d+)$/gmu),
  };
}

/**
 * What a step adds to the total. A runner that fails without naming a failed test, or that ran nothing, is a failure.
 * @param {number} code the exit code
 * @param {string} text
 * @param {((text: string) => Counts) | null} read null: the step is one test
 * @returns {Counts & { note: string }}
 */
export function outcome(code, text, read) {
  if (!read) return code === 0 ? { passed: 1, failed: 0, note: "" } : { passed: 0, failed: 1, note: `exit code ${code}` };
  const { passed, failed } = read(text);
  if (failed > 0) return { passed, failed, note: "" };
  if (code !== 0) return { passed, failed: 1, note: `exit code ${code}` };
  if (passed === 0) return { passed, failed: 1, note: "ran no test" };
  return { passed, failed, note: "" };
}
