// A large file and two workers: whatever becomes of the second one, each byte is read once, in order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkerClient } from "../../www/api/client.js";
import { feed } from "../../www/api/feed.js";
import { SHARED_BYTES, patience } from "../../www/api/share.js";
import { serve } from "../../www/worker/loop.js";

const SIZE = SHARED_BYTES + 3_000_001;
const file = new Blob([new Uint8Array(SIZE)]);
/** Large enough for two parts. */
const large = new Blob([file, file]);

/** What happens to a helper. @typedef {{ refuses?: boolean, lost?: boolean, unfit?: number, dies?: number, hangs?: number, mute?: boolean, blocked?: boolean }} Fate */

/** An engine that only keeps account of what it read; pieces say from where to where they go. */
class Reader {
  /** @param {Fate} fate */
  constructor(fate) {
    this.fate = fate;
    this.at = 0;
    this.end = 0;
    this.pieces = 0;
    this.read = /** @type {string[]} */ ([]);
    this.today = /** @type {number | undefined} */ (undefined);
  }
  /** @param {string} name @param {number} bytes @param {{ today?: number }} options */
  beginFile(name, bytes, options) {
    this.today = options.today;
    return 0;
  }
  /** @param {number} id @param {Uint8Array} chunk */
  push(id, chunk) {
    this.at += chunk.length;
    if (this.read.at(-1) !== "own") this.read.push("own");
  }
  /** @param {string} name @param {{ today?: number }} options @param {Uint8Array} head */
  beginParts(name, options, head) {
    assert.ok(options.today && head.length >= 256 << 10);
    return !this.fate.refuses;
  }
  /** @param {number} at @param {Uint8Array} near */
  nextPart(at, near) {
    assert.ok(near.length > 0 && at % (1 << 20) === 0);
    this.end = at;
    this.at = at + 17;
    return this.fate.lost ? undefined : this.at;
  }
  /** @param {Uint8Array} chunk @param {boolean} give @param {boolean} last */
  readPart(chunk, give, last) {
    this.end += chunk.length;
    if (!give) return [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)];
    this.pieces += 1;
    if (this.pieces === this.fate.dies) throw new WebAssembly.RuntimeError("unreachable");
    const to = last ? this.end : this.end - 9;
    const piece = Float64Array.of(this.at, to, this.pieces === this.fate.unfit ? 1 : 0);
    this.at = to;
    return [new Uint8Array(piece.buffer), new Uint8Array(9), new Uint8Array(0)];
  }
  /** @param {number} id @param {Uint8Array} piece */
  readPiece(id, piece) {
    const [from, to = 0, unfit] = new Float64Array(piece.buffer);
    if (from !== this.at || unfit) return false;
    this.at = to;
    if (this.read.at(-1) !== "piece") this.read.push("piece");
    return true;
  }
  resume() {
    return this.at;
  }
  finishFile() {
    return { bytes: this.at, read: this.read.join() };
  }
}

/** @param {Fate} [fate] */
function workers(fate = {}) {
  /** @type {{ ended: boolean, engine: Reader | null }[]} */
  const made = [];
  let crashes = 0;
  const client = new WorkerClient({
    cores: 2,
    graceMs: 30,
    restMs: 50,
    connect: async () => {
      const helps = made.length > 0;
      if (helps && fate.blocked) throw new Error("a policy");
      const state = { ended: false, engine: /** @type {Reader | null} */ (null) };
      made.push(state);
      let heard = 0;
      const hears = fate.mute ? ["beginParts"] : ["readPart"];
      /** @type {import("../../www/api/client.js").WorkerLike} */
      const worker = {
        onmessage: null, onerror: null, onmessageerror: null,
        postMessage(message) {
          heard += Number(message.type === "call" && hears.includes(message.method));
          if (state.ended || (helps && fate.hangs && heard >= fate.hangs)) return;
          setTimeout(() => !state.ended && void answer(message));
        },
        terminate: () => void (state.ended = true),
      };
      const answer = serve({
        postMessage: (data) => void setTimeout(() => !state.ended && worker.onmessage?.(/** @type {MessageEvent} */ ({ data }))),
      }, () => /** @type {any} */ (state.engine = new Reader(helps ? fate : {})));
      return { worker, module: /** @type {any} */ ({}) };
    },
  });
  client.addEventListener("crashed", () => (crashes += 1));
  return { client, made, crashes: () => crashes };
}

/** @param {Fate} [fate] */
async function readWith(fate, read = file) {
  const { client, made, crashes } = workers(fate);
  /** @type {number[]} */
  const told = [];
  const receipt = /** @type {any} */ (await feed(client, { name: "f", blob: read, options: {} }, { onBytes: (bytes) => told.push(bytes) }));
  assert.equal(receipt.bytes, read.size);
  assert.equal(crashes(), 0, "the engine lives");
  assert.equal(made[0]?.ended, false);
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.ok(made.slice(1).every(({ ended }) => ended), "the helper is gone");
  const last = told.at(-1) ?? 0;
  assert.ok(last >= read.size && last < read.size + (5 << 20), "progress comes to its end");
  client.close();
  return { read: receipt.read, workers: made.length };
}

test("the second worker reads the end of the file", async () => {
  assert.deepEqual(await readWith(), { read: "own,piece", workers: 2 });
  // In turns, where it is so large that pieces would pile up.
  assert.deepEqual(await readWith({}, large), { read: "own,piece,own,piece", workers: 2 });
});

test("the engine reads on alone where the file cannot be shared, or no second worker starts", async () => {
  assert.deepEqual(await readWith({ refuses: true }), { read: "own", workers: 2 });
  assert.deepEqual(await readWith({ lost: true }), { read: "own", workers: 2 });
  assert.deepEqual(await readWith({ blocked: true }), { read: "own", workers: 1 });
});

test("the engine reads on from where the pieces end", async (t) => {
  const { ms } = patience;
  t.after(() => (patience.ms = ms));
  patience.ms = 150;
  assert.deepEqual(await readWith({ dies: 1 }), { read: "own", workers: 2 });
  assert.deepEqual(await readWith({ dies: 3 }), { read: "own,piece,own", workers: 2 });
  assert.deepEqual(await readWith({ hangs: 4 }), { read: "own,piece,own", workers: 2 });
  assert.deepEqual(await readWith({ hangs: 1, mute: true }), { read: "own", workers: 2 });
  assert.deepEqual(await readWith({ unfit: 1 }), { read: "own", workers: 2 });
  assert.deepEqual(await readWith({ unfit: 2 }), { read: "own,piece,own", workers: 2 });
  assert.deepEqual(await readWith({ unfit: 2 }, large), { read: "own,piece,own,piece", workers: 2 });
});

test("a small file, or a machine with one core, has one worker", async () => {
  const small = workers();
  await feed(small.client, { name: "f", blob: file.slice(0, SHARED_BYTES - 1), options: {} });
  assert.equal(small.made.length, 1);
  small.client.close();
  const alone = workers();
  alone.client.wiring.cores = 1;
  await feed(alone.client, { name: "f", blob: file, options: {} });
  assert.equal(alone.made.length, 1);
  alone.client.close();
});

test("a cancel ends the helper too", async () => {
  for (const after of [1, 4]) {
    const { client, made } = workers();
    const controller = new AbortController();
    let told = 0;
    await assert.rejects(feed(client, { name: "f", blob: file, options: {} }, {
      signal: controller.signal, onBytes: () => (told += 1) === after && controller.abort(),
    }), { code: "cancelled" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(made.slice(1).every(({ ended }) => ended));
    client.close();
  }
});

test("a file that changes while it is read says so", async () => {
  const { client, made } = workers();
  const half = /** @type {any} */ ({ size: SIZE, slice: (/** @type {number} */ from, /** @type {number} */ to) => file.slice(0, SIZE >> 1).slice(from, to) });
  await assert.rejects(feed(client, { name: "f", blob: half, options: {} }), { code: "file.changed" });
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.ok(made.slice(1).every(({ ended }) => ended));
  client.close();
});
