// The message loop and its client, joined by a wire that can be cut, with an engine that can be told to misbehave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { feed } from "../../www/api/feed.js";

import { WorkerClient } from "../../www/api/client.js";
import { Study } from "../../www/api/study.js";
import { ThreadTransport } from "../../www/api/thread.js";
import { serve } from "../../www/worker/loop.js";

const SETTINGS = { objective: "none", brief: "" };

/** An engine that does what the boundary says, and traps when asked. */
class FakeEngine {
  constructor() {
    FakeEngine.made += 1;
    this.files = /** @type {{ name: string, bytes: number }[]} */ ([]);
    this.done = 0;
    this.steps = 0;
    this.settings = { ...SETTINGS };
    this.analysed = "";
    this.deepened = 0;
  }
  static deep = 2;
  static made = 0;
  static trap = "";
  static steps = 3;

  /** @param {string} name */
  beginFile(name) {
    return this.files.push({ name, bytes: 0 }) - 1;
  }
  /** @param {number} file @param {Uint8Array} chunk */
  push(file, chunk) {
    if (FakeEngine.trap === "push") throw new WebAssembly.RuntimeError("unreachable");
    const found = this.files[file];
    if (found) found.bytes += chunk.length;
  }
  /** @param {number} file */
  finishFile(file) {
    const found = this.files[file];
    if (found?.name === "odd") throw { code: "format.unknown", params: { seen: "?" }, fatal: false };
    return { name: found?.name, bytes: found?.bytes };
  }
  /** @param {object} patch */
  configure(patch) {
    return (this.settings = { ...this.settings, ...patch });
  }
  start() {
    this.steps = 0;
  }
  step() {
    if (FakeEngine.trap === "step") throw new RangeError("WebAssembly.Memory(): could not allocate memory");
    this.steps += 1;
    const finished = this.steps >= FakeEngine.steps;
    if (finished) this.analysed = this.files.map((file) => `${file.name}:${file.bytes}`).join() + JSON.stringify(this.settings);
    return { phase: finished ? "done" : "graph", share: Math.min(1, this.steps / FakeEngine.steps), finished };
  }
  beginDeepening() {
    if (!this.analysed) throw { code: "analysis.missing", params: {}, fatal: false };
    this.deepened = 0;
  }
  deepen() {
    this.deepened += 1;
    const finished = this.deepened >= FakeEngine.deep;
    return { phase: finished ? "done" : "value", share: Math.min(1, this.deepened / FakeEngine.deep), finished };
  }
  summary() {
    if (!this.analysed) throw { code: "analysis.missing", params: {}, fatal: false };
    return { resultHash: this.analysed };
  }
  resultHash() {
    return this.analysed;
  }
  handles() {
    return { bytes: new TextEncoder().encode("zoéb"), ends: Uint32Array.of(4, 5) };
  }
  platforms() {
    return Uint8Array.of(1, 0);
  }
  column() {
    return Float64Array.of(1, Number.NaN);
  }
  free() {}
}

/**
 * A worker made of the real loop and the fake engine.
 * @param {{ deaf?: boolean }} [options] `deaf`: hears nothing after the handshake, like an endless loop
 */
function fakeWorker({ deaf = false } = {}) {
  const state = { ended: false, deaf };
  /** @type {import("../../www/api/client.js").WorkerLike} */
  const worker = {
    onmessage: null, onerror: null, onmessageerror: null,
    postMessage(message) {
      if (state.ended || (state.deaf && message.type !== "hello")) return;
      setTimeout(() => !state.ended && void answer(message), 0);
    },
    terminate() {
      state.ended = true;
    },
  };
  const answer = serve({
    postMessage(message) {
      setTimeout(() => !state.ended && worker.onmessage?.(/** @type {MessageEvent} */ ({ data: message })), 0);
    },
  }, () => /** @type {any} */ (new FakeEngine()));
  return { worker, state };
}

/** @param {Partial<import("../../www/api/client.js").Wiring> & { deaf?: boolean[] }} [wiring] */
function client({ deaf = [], ...wiring } = {}) {
  /** @type {ReturnType<typeof fakeWorker>[]} */
  const workers = [];
  const made = new WorkerClient({
    connect: async () => {
      const next = fakeWorker({ deaf: deaf[workers.length] });
      workers.push(next);
      return { worker: next.worker, module: /** @type {any} */ ({}) };
    },
    graceMs: 30, silenceMs: 60, ...wiring,
  });
  return { client: made, workers };
}

/** @param {import("node:test").TestContext} t */
function fresh(t) {
  FakeEngine.trap = "";
  FakeEngine.steps = 3;
  FakeEngine.deep = 2;
  FakeEngine.made = 0;
  t.after(() => (FakeEngine.trap = ""));
}

const blob = (/** @type {number} */ bytes) => new Blob([new Uint8Array(bytes)]);

test("files, settings, analysis, columns", async (t) => {
  fresh(t);
  const { client: transport } = client();
  const study = new Study(transport);
  /** @type {number[]} */
  const shares = [];
  const receipt = await study.add(blob((1 << 21) + 5), { name: "a", onProgress: ({ share }) => shares.push(share) });
  assert.equal(receipt.bytes, (1 << 21) + 5);
  assert.equal(shares.at(-1), 1);
  await study.configure({ brief: "x" });
  /** @type {string[]} */
  const phases = [];
  await study.analyse({ onProgress: ({ phase }) => phases.push(phase) });
  assert.deepEqual(phases, ["graph", "graph", "done", "value", "done"]);
  assert.match(await study.hash(), new RegExp(`a:${(1 << 21) + 5}.*"brief":"x"`));
  assert.deepEqual(await study.accounts(), { handle: ["zoé", "b"], platform: ["x", "unknown"] });
  assert.ok(Number.isNaN((await study.column("score"))[1]));
  study.close();
  await assert.rejects(study.hash(), { code: "study.closed" });
});

test("the ranking comes first; what follows it is computed while questions are answered", async (t) => {
  fresh(t);
  const study = new Study(client().client);
  await study.add(blob(3), { name: "a" });
  /** @type {number[]} */
  const shares = [];
  await study.analyse({ until: "ranking", onProgress: ({ share, finished }) => shares.push(finished ? 10 + share : share) });
  assert.deepEqual(shares.map((share) => Math.round(share * 10) / 10), [0.3, 0.7, 11]);
  FakeEngine.deep = 1_000_000;
  let steps = 0;
  const deepening = study.deepen({ onProgress: () => (steps += 1) });
  const over = assert.rejects(deepening, { code: "cancelled" });
  assert.match(await study.hash(), /^a:3/, "a question is answered meanwhile");
  assert.ok(Number.isNaN((await study.column("score"))[1]));
  await study.configure({ brief: "y" });
  await over;
  assert.ok(steps > 0, "it had begun");
  FakeEngine.deep = 2;
  await study.analyse({ until: "ranking" });
  const finished = /** @type {boolean[]} */ ([]);
  await study.deepen({ onProgress: (progress) => finished.push(progress.finished) });
  assert.deepEqual(finished, [false, true]);
  const controller = new AbortController();
  FakeEngine.deep = 1_000_000;
  await assert.rejects(study.deepen({ signal: controller.signal, onProgress: () => controller.abort() }), { code: "cancelled" });
  assert.match(await study.hash(), /^a:3/, "the ranking stays");
});

test("a worker that died while it computed what follows the ranking: the next work waited for it for ever", async (t) => {
  fresh(t);
  const { client: transport, workers } = client({ graceMs: 5 });
  const study = new Study(transport);
  await study.add(blob(3), { name: "a" });
  await study.analyse({ until: "ranking" });
  FakeEngine.deep = 1_000_000;
  const over = assert.rejects(study.deepen({ onProgress: () => workers[0]?.worker.terminate() }), { code: "cancelled" });
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(workers[0]?.state.ended, true, "it is dead");
  await study.configure({ brief: "z" });
  await over;
  await study.analyse({ until: "ranking" });
  assert.equal(workers.length, 2);
  assert.match(await study.hash(), /^a:3.*"brief":"z"/, "another has taken the files and settings up");
  study.close();
});

test("errors of the engine keep their code and the engine", async (t) => {
  fresh(t);
  const study = new Study(client().client);
  await assert.rejects(study.add(blob(3), { name: "odd" }), { name: "SillageError", code: "format.unknown", fatal: false });
  await assert.rejects(study.summary(), { code: "analysis.missing" });
  await study.add(blob(3), { name: "a" });
  assert.equal(FakeEngine.made, 1);
  study.close();
});

test("a trap kills the instance; the next work starts another with files and settings", async (t) => {
  fresh(t);
  const { client: transport, workers } = client();
  const study = new Study(transport);
  let crashed = "";
  transport.addEventListener("crashed", (event) => (crashed = /** @type {CustomEvent} */ (event).detail.code));
  await study.add(blob(7), { name: "a" });
  await study.configure({ brief: "kept" });
  await study.analyse();
  const before = await study.hash();
  FakeEngine.trap = "step";
  await assert.rejects(study.analyse(), { code: "engine.memory", fatal: true });
  assert.equal(crashed, "engine.memory");
  assert.equal(workers[0]?.state.ended, true);
  FakeEngine.trap = "";
  await study.analyse();
  assert.equal(await study.hash(), before);
  assert.equal(workers.length, 2);
  study.close();
});

test("a dead instance answers nothing more", async (t) => {
  fresh(t);
  /** @type {import("../../www/shared/messages.js").Response[]} */
  const said = [];
  const answer = serve({ postMessage: (message) => void said.push(message) }, () => /** @type {any} */ (new FakeEngine()));
  await answer({ type: "hello", protocol: 1, module: /** @type {any} */ ({}) });
  FakeEngine.trap = "push";
  await answer({ type: "call", id: 1, method: "push", args: [0, new Uint8Array(1)] });
  await answer({ type: "call", id: 2, method: "resultHash", args: [] });
  assert.deepEqual(said.map((message) => message.type), ["ready", "fatal"]);
});

test("methods that are not in the boundary are refused", async (t) => {
  fresh(t);
  const { client: transport } = client();
  for (const method of ["free", "constructor", "__proto__", "fault"]) {
    await assert.rejects(transport.call(/** @type {any} */ (method), []), { code: "argument.invalid" });
  }
  transport.close();
});

test("cancel is seen between steps, and the study goes on", async (t) => {
  fresh(t);
  FakeEngine.steps = 1_000_000;
  const { client: transport, workers } = client({ graceMs: 2_000 });
  const study = new Study(transport);
  await study.add(blob(1), { name: "a" });
  const controller = new AbortController();
  const began = performance.now();
  await assert.rejects(study.analyse({ signal: controller.signal, onProgress: () => controller.abort() }), { code: "cancelled" });
  assert.ok(performance.now() - began < 1_000);
  FakeEngine.steps = 3;
  await study.analyse();
  assert.equal(workers.length, 1);
  study.close();
});

test("a worker that does not hear is ended by force, and files are read again", async (t) => {
  fresh(t);
  const { client: transport, workers } = client();
  const study = new Study(transport);
  await study.add(blob(9), { name: "a" });
  const first = workers[0];
  if (first) first.state.deaf = true;
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 10);
  await assert.rejects(study.analyse({ signal: controller.signal }), { code: "cancelled" });
  assert.equal(first?.state.ended, true);
  await study.analyse();
  assert.equal((await study.hash()).startsWith("a:9"), true);
  study.close();
});

test("silence is announced while something is awaited, and its end too", async (t) => {
  fresh(t);
  const { client: transport } = client({ deaf: [true] });
  /** @type {string[]} */
  const events = [];
  for (const type of ["stalled", "alive"]) transport.addEventListener(type, () => events.push(type));
  const call = transport.call("resultHash", []).catch((error) => error.code);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(events, ["stalled"]);
  transport.restart();
  assert.equal(await call, "cancelled");
  assert.deepEqual(events, ["stalled", "alive"]);
});

test("a worker that a policy forbids gives the directive; one that never answers, a time-out", async () => {
  const silent = { onmessage: null, onerror: null, onmessageerror: null, postMessage() {}, terminate() {} };
  const late = new WorkerClient({ connect: async () => ({ worker: { ...silent }, module: /** @type {any} */ ({}) }), handshakeMs: 20 });
  await assert.rejects(late.start(), { code: "engine.timeout", fatal: true });
  const blocked = new WorkerClient({
    connect: async () => {
      /** @type {any} */
      const worker = { ...silent, postMessage: () => setTimeout(() => worker.onerror({ message: undefined })) };
      return { worker, module: /** @type {any} */ ({}) };
    },
  });
  await assert.rejects(blocked.start(), (/** @type {any} */ error) => error.code === "engine.policy" && error.params.directive === "worker-src blob:");
});

test("removing a file reads the others again", async (t) => {
  fresh(t);
  const study = new Study(client().client);
  const a = blob(1);
  await study.add(a, { name: "a" });
  await study.add(blob(2), { name: "b" });
  assert.equal(await study.remove(a), true);
  assert.equal(await study.remove("nothing"), false);
  await study.analyse();
  assert.equal((await study.hash()).startsWith("b:2{"), true);
  study.close();
});

test("a file that changed or went away says so", async () => {
  const transport = /** @type {any} */ ({ call: async () => 0 });
  /** @param {string} name */
  const gone = (name) => /** @type {any} */ ({
    size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(Object.assign(new Error("gone"), { name })) }),
  });
  await assert.rejects(feed(transport, { name: "f", blob: gone("NotReadableError"), options: {} }), { code: "file.changed" });
  await assert.rejects(feed(transport, { name: "f", blob: gone("NotFoundError"), options: {} }), { code: "file.missing" });
  const short = /** @type {any} */ ({ size: 10, slice: () => new Blob(["x"]) });
  await assert.rejects(feed(transport, { name: "f", blob: short, options: {} }), { code: "file.changed" });
});

test("the same study in this thread; after a trap it is dead for good", async (t) => {
  fresh(t);
  const study = new Study(new ThreadTransport(() => /** @type {any} */ (new FakeEngine())));
  await study.add(new Uint8Array(4), { name: "a" });
  await study.analyse();
  assert.equal((await study.hash()).startsWith("a:4"), true);
  const controller = new AbortController();
  FakeEngine.steps = 1_000_000;
  await assert.rejects(study.analyse({ signal: controller.signal, onProgress: () => controller.abort() }), { code: "cancelled" });
  FakeEngine.trap = "step";
  await assert.rejects(study.analyse(), { fatal: true });
  FakeEngine.trap = "";
  await assert.rejects(study.hash(), { fatal: true });
});
