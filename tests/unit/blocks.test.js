// A long measure and two workers: blocks are done once each, whatever becomes of the second worker.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { worth } from "../../www/api/blocks.js";
import { WorkerClient } from "../../www/api/client.js";
import { serve } from "../../www/worker/loop.js";

const BLOCKS = 24;
/** Steps before there are any blocks. */
const PREPARED = 6;

const { ms, warmMs } = worth;
Object.assign(worth, { ms: 20, warmMs: 20 });
after(() => void Object.assign(worth, { ms, warmMs }));

/** What happens to the helper. @typedef {{ dies?: number, blocked?: boolean }} Fate */

/** An engine whose measure is a list of who did which block, in the order in which they were added. */
class Measuring {
  /** @param {Fate} fate */
  constructor(fate) {
    this.fate = fate;
    this.at = 0;
    this.blocks = /** @type {string[]} */ ([]);
    this.served = 0;
    this.steps = 0;
    this.shares = true;
    this.prepared = 0;
  }
  /** @param {string} name */
  beginMeasure(name) {
    this.shares = name === "shared";
    this.prepared = 0;
    [this.at, this.blocks] = [0, Array.from({ length: BLOCKS }, () => "own")];
  }
  stepMeasure() {
    this.steps += 1;
    const until = performance.now() + 8;
    while (performance.now() < until);
    if (this.prepared < PREPARED) this.prepared += 1;
    else if (!this.isWaiting()) this.at += 1;
    return { phase: "measure", share: this.at / BLOCKS, finished: this.at === BLOCKS };
  }
  finishMeasure() {
    return { values: new Float64Array(0), columns: {}, facts: { blocks: this.blocks, steps: this.steps } };
  }
  isWaiting() {
    return this.blocks[this.at] === "given";
  }
  shareMeasure() {
    if (!this.shares) return undefined;
    return { job: "job", start: Uint32Array.of(0, 1, 1), to: Uint32Array.of(1), weight: Float32Array.of(1) };
  }
  giveBlock() {
    if (this.prepared < PREPARED) return null;
    const block = this.blocks.lastIndexOf("own");
    if (block <= this.at) return undefined;
    this.blocks[block] = "given";
    return block;
  }
  /** @param {number} block @param {Float64Array} partial */
  takeBlock(block, partial) {
    assert.equal(this.blocks[block], "given");
    assert.equal(partial[0], block);
    this.blocks[block] = "helper";
  }
  /** @param {number} block */
  takeBlockBack(block) {
    this.blocks[block] = "own";
  }
  /** @param {string} job @param {Uint32Array} start @param {Uint32Array} to @param {Float32Array} weight */
  beginHelp(job, start, to, weight) {
    assert.deepEqual([job, start.length, to.length, weight.length], ["job", 3, 1, 1]);
  }
  /** @param {number} block */
  doBlock(block) {
    this.served += 1;
    if (this.served === this.fate.dies) throw new WebAssembly.RuntimeError("unreachable");
    const until = performance.now() + 8;
    while (performance.now() < until);
    return Float64Array.of(block);
  }
}

/** @param {Fate} [fate] */
function workers(fate = {}) {
  /** @type {{ ended: boolean }[]} */
  const made = [];
  const client = new WorkerClient({
    cores: 2,
    restMs: 60,
    connect: async () => {
      const helps = made.length > 0;
      if (helps && fate.blocked) throw new Error("a policy");
      const state = { ended: false };
      made.push(state);
      /** @type {import("../../www/api/client.js").WorkerLike} */
      const worker = {
        onmessage: null, onerror: null, onmessageerror: null,
        // Not by timers, which Node lets wait while messages come.
        postMessage: (message) => queueMicrotask(() => !state.ended && void answer(message)),
        terminate: () => void (state.ended = true),
      };
      const answer = serve({
        postMessage: (data) => queueMicrotask(() => !state.ended && worker.onmessage?.(/** @type {MessageEvent} */ ({ data }))),
      }, () => /** @type {any} */ (new Measuring(helps ? fate : {})));
      return { worker, module: /** @type {any} */ ({}) };
    },
  });
  return { client, made };
}

/** @param {Fate} [fate] @param {string} [name] */
async function measure(fate, name = "shared") {
  const { client, made } = workers(fate);
  /** @type {number[]} */
  const shares = [];
  const { facts } = /** @type {any} */ (await client.measure(name, {}, { onProgress: ({ share }) => shares.push(share) }));
  assert.ok(shares.every((share, at) => at === 0 || share >= (shares[at - 1] ?? 0)), "progress never goes back");
  assert.equal(shares.at(-1), 1);
  assert.equal(made[0]?.ended, false);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(made.slice(1).every(({ ended }) => ended), "the helper is gone");
  client.close();
  const { blocks, steps } = /** @type {{ blocks: string[], steps: number }} */ (facts);
  assert.ok(steps <= 3 * BLOCKS + PREPARED, "nobody waits by asking again and again");
  assert.equal(blocks.length, BLOCKS);
  return { helped: blocks.filter((who) => who === "helper").length, tail: blocks.at(-1), workers: made.length };
}

test("the second worker does the last blocks", async () => {
  const { helped, tail, workers } = await measure();
  assert.ok(helped >= 1 && helped < BLOCKS, String(helped));
  assert.deepEqual([tail, workers], ["helper", 2]);
});

test("blocks that are not brought back are done by the engine", async () => {
  assert.deepEqual(await measure({ dies: 1 }), { helped: 0, tail: "own", workers: 2 });
  assert.equal((await measure({ dies: 2 })).helped, 1);
});

test("what cannot be shared, or not here, is done by one worker", async () => {
  assert.equal((await measure({}, "alone")).helped, 0);
  assert.deepEqual(await measure({ blocked: true }), { helped: 0, tail: "own", workers: 1 });
});

test("a cancel ends both, and the next measure is whole", async () => {
  const { client, made } = workers();
  const controller = new AbortController();
  await assert.rejects(client.measure("shared", {}, {
    signal: controller.signal, onProgress: ({ share }) => void (share > 0.8 && controller.abort()),
  }), { code: "cancelled" });
  assert.ok(made.length === 2);
  const { facts } = /** @type {any} */ (await client.measure("shared", {}));
  assert.equal(facts.blocks.includes("given"), false);
  client.close();
});

test("one helper serves one measure after another, and is ended with the engine", async () => {
  const { client, made } = workers();
  for (let at = 0; at < 3; at += 1) {
    const { facts } = /** @type {any} */ (await client.measure("shared", {}));
    assert.ok(facts.blocks.includes("helper"), String(at));
  }
  assert.equal(made.length, 2);
  client.close();
  assert.ok(made.every(({ ended }) => ended));
});
