/**
 * What the main thread of a page does while a person does something: its processor time and its longest task, which other
 * work on the machine does not change.
 *
 * @typedef {import("playwright-core").Page} Page
 * @typedef {{ busy: number, longest: number, why: string[] }} Felt milliseconds of processor time
 */
import { Product } from "../../tests/browser/support/product.js";
import { openPage } from "../../tests/browser/support/browser.js";

/** How long a file of a million lines may take. */
export const LONG = 1_800_000;
/** What an explanation names at the most. */
const NAMED = 8;

/**
 * Waits until the page has drawn everything and nothing is computed any more.
 * @param {Page} page
 */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { desk } = /** @type {any} */ (document.querySelector("sillage-app"));
    return !desk.state.work && !desk.working && !desk.state.stale && !desk.state.deepening && !desk.state.opening && !desk.rows.loading;
  }, undefined, { timeout: LONG, polling: 100 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));
}

/**
 * Processor time of the main thread, and of its longest task, while something is done.
 * @param {Page} page
 * @param {import("playwright-core").CDPSession} client
 * @param {() => Promise<unknown>} act
 * @param {{ explain?: boolean }} [options] `explain`: what the longest task did; costs some time itself
 * @returns {Promise<Felt>}
 */
export async function measured(page, client, act, { explain = false } = {}) {
  await settled(page);
  /** @type {any[]} */
  const events = [];
  const take = (/** @type {{ value: any[] }} */ { value }) => void value.forEach((event) => events.push(event));
  client.on("Tracing.dataCollected", take);
  const more = explain ? ["devtools.timeline", "v8", "disabled-by-default-v8.cpu_profiler"] : [];
  await client.send("Tracing.start", { traceConfig: { includedCategories: ["toplevel", "__metadata", ...more], excludedCategories: ["*"] } });
  /** @type {unknown} */
  let fault = null;
  await act().then(() => settled(page)).catch((error) => (fault = error));
  const ended = new Promise((done) => client.once("Tracing.tracingComplete", () => done(undefined)));
  await client.send("Tracing.end");
  await ended;
  client.off("Tracing.dataCollected", take);
  if (fault) throw fault;
  const mains = new Set(events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  // Starting to explain takes time too, which is nobody's.
  const own = events.filter(({ name }) => name === "CpuProfiler::StartProfiling");
  /** @type {Map<string, { busy: number, longest: number, task: any }>} */
  const threads = new Map();
  for (const event of events) {
    const { name, ph, pid, tid, tdur } = event;
    const thread = `${pid} ${tid}`;
    if (ph !== "X" || tdur === undefined || !/RunTask$/.test(name) || !mains.has(thread)) continue;
    if (own.some((each) => each.pid === pid && each.tid === tid && each.ts >= event.ts && each.ts < event.ts + event.dur)) continue;
    const found = threads.get(thread) ?? { busy: 0, longest: 0, task: null };
    // Tasks are told twice, by the scheduler and by its controller: the outer one counts.
    if (name === "ThreadControllerImpl::RunTask") found.busy += tdur / 1_000;
    if (tdur / 1_000 > found.longest) [found.longest, found.task] = [tdur / 1_000, event];
    threads.set(thread, found);
  }
  const [found] = [...threads.values()].sort((one, other) => other.busy - one.busy);
  if (!found) return { busy: 0, longest: 0, why: [] };
  return { busy: found.busy, longest: found.longest, why: explain && found.task ? explained(events, found.task) : [] };
}

/**
 * What a task did: the browser's own work, then functions of the page by the time spent inside.
 * @param {any[]} events
 * @param {any} task
 */
function explained(events, task) {
  const inside = events.filter(({ pid, tid, ts, ph, name }) => pid === task.pid && tid === task.tid && ph === "X" && ts >= task.ts && ts < task.ts + task.dur && !/RunTask/.test(name));
  /** @type {Map<string, number>} */
  const work = new Map();
  for (const { name, dur = 0 } of inside) work.set(name, (work.get(name) ?? 0) + dur / 1_000);
  /** @type {Map<number, { name: string, parent: number }>} */
  const nodes = new Map();
  /** @type {Map<string, { self: number, total: number }>} */
  const functions = new Map();
  const profile = events.find(({ name, pid, tid }) => name === "Profile" && pid === task.pid && tid === task.tid);
  let at = profile?.args?.data?.startTime ?? 0;
  for (const { args } of events.filter(({ name, pid, id }) => name === "ProfileChunk" && pid === task.pid && id === profile?.id)) {
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const { id, parent, callFrame } of cpuProfile.nodes ?? []) {
      nodes.set(id, { name: `${callFrame.functionName || "?"} ${String(callFrame.url ?? "").split("/").pop()}:${callFrame.lineNumber}:${callFrame.columnNumber}`, parent });
    }
    (cpuProfile.samples ?? []).forEach((/** @type {number} */ id, /** @type {number} */ k) => {
      const spent = timeDeltas[k] ?? 0;
      at += spent;
      if (at < task.ts || at > task.ts + task.dur) return;
      const seen = new Set();
      for (let node = nodes.get(id), first = true; node; node = nodes.get(node.parent), first = false) {
        const entry = functions.get(node.name) ?? { self: 0, total: 0 };
        if (first) entry.self += spent / 1_000;
        if (!seen.has(node.name)) entry.total += spent / 1_000;
        seen.add(node.name);
        functions.set(node.name, entry);
      }
    });
  }
  const longest = (/** @type {[string, number][]} */ all) => all.sort((a, b) => b[1] - a[1]).slice(0, NAMED).map(([name, ms]) => `${ms.toFixed(0)} ${name}`).join(", ");
  /** @type {Map<string, number>} */
  const all = new Map();
  for (const { name, ph, pid, tid, tdur = 0 } of events) {
    if (ph === "X" && pid === task.pid && tid === task.tid && !/RunTask|CpuProfiler/.test(name)) all.set(name, (all.get(name) ?? 0) + tdur / 1_000);
  }
  return [
    `of all tasks: ${longest([...all])}`,
    `browser: ${longest([...work])}`,
    `inside: ${longest([...functions].map(([name, { total }]) => [name, total]))}`,
    `itself: ${longest([...functions].map(([name, { self }]) => [name, self]))}`,
  ];
}

/**
 * A page with the ranking on screen, of a file, or of the sample data.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {string} [file]
 * @param {string[]} [scripts]
 */
export async function ready(browser, url, file, scripts = []) {
  const { page, context } = await openPage(browser, `${url}#lang=en`, { scripts });
  page.setDefaultTimeout(LONG);
  const product = new Product(page, "en");
  await product.idle();
  if (file) {
    await product.choose(file);
    await product.cards("read").first().waitFor();
    await settled(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("sillage-app")).desk.analyse());
  } else {
    await product.button("try-demo").click();
  }
  await product.rows().first().waitFor();
  const client = await context.newCDPSession(page);
  await settled(page);
  return { page, client, product, context };
}

/** @param {number[]} list */
export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
