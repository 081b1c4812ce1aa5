import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/**
 * Runs a program in the repository's folder; its output goes to ours. Throws when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<void>}
 */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => reject(new Error(`${program}: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args[0] ?? ""} ended with ${code ?? signal}`));
    });
  });
}

/**
 * What a program prints, or "" when it is not there.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<string>}
 */
export function output(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.on("error", () => resolve(""));
    child.on("close", () => resolve(text.trim()));
  });
}
