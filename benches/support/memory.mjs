import { readFileSync, readdirSync } from "node:fs";

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * The most memory that one rendering process below a browser ever held, in MiB: the page, its workers and their
 * WebAssembly. NaN where there is no `/proc`.
 * @param {number} browser process id
 */
export function rendererPeak(browser) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const name of read("/proc/self/stat") ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const below = (/** @type {number} */ id) => {
    for (let at = id, steps = 0; at > 1 && steps < 30; steps += 1) {
      if (at === browser) return true;
      at = parents.get(at) ?? 0;
    }
    return false;
  };
  const peaks = [...parents.keys()]
    .filter((id) => below(id) && read(`/proc/${id}/cmdline`).includes("--type=renderer"))
    .map((id) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${id}/status`))?.[1]) / 1024)
    .filter(Number.isFinite);
  return peaks.length > 0 ? Math.max(...peaks) : NaN;
}
