// What the page does with a container, with an engine and a reader that can be told to misbehave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { missingParts, together, togetherComplete } from "../../www/api/bundle.js";
import { isContainer } from "../../www/api/sniff.js";
import { Study } from "../../www/api/study.js";
import { ThreadTransport } from "../../www/api/thread.js";
import { CODES } from "../../www/shared/errors.js";
import { tar, xlsx, zip } from "./support/containers.js";

/** @import { UnpackEvent } from "../../www/shared/engine.d.ts" */

const ZERO = { accounts: 0, authors: 0, followers: 0, texts: 0, dated: 0, viewed: 0, valued: 0, priced: 0, listed: 0, layers: {} };

/** Reads a line as a row; a row `no` makes the file unknown, `half` fails after the rows before it. */
class FakeEngine {
  constructor() {
    FakeEngine.made += 1;
    /** @type {{ name: string, bundle: string, text: string, done: boolean }[]} */
    this.files = [];
  }
  static made = 0;

  /** @param {string} name @param {number} _ @param {{ bundle?: string }} options */
  beginFile(name, _, options) {
    assert.ok(this.files.every((file) => file.done), "one file at a time");
    return this.files.push({ name, bundle: options.bundle ?? "", text: "", done: false }) - 1;
  }
  /** @param {number} file @param {Uint8Array} bytes */
  push(file, bytes) {
    const found = this.#file(file);
    found.text += new TextDecoder().decode(bytes);
    if (found.text.includes("half")) {
      found.done = true;
      throw { code: "limit.reached", params: { limit: "IDS", value: 1 }, fatal: false };
    }
  }
  /** @param {number} file */
  finishFile(file) {
    const found = this.#file(file);
    found.done = true;
    if (found.text.includes("no\n")) {
      found.text = "";
      throw { code: "format.unknown", params: { seen: found.name }, fatal: false };
    }
    const seen = found.text.split("\n").length - 1;
    return {
      name: found.name, format: "posts", encoding: "utf-8", separator: ",", headerLine: null, bytes: found.text.length, seen, kept: seen - 1, dropped: 1,
      repaired: 0, posts: seen - 1, ties: 2, selfTies: 0, firstTime: 1, lastTime: seen, fingerprint: seen.toString(16).padStart(32, "0"),
      columns: [], issues: [], bundle: found.bundle, confidence: seen > 2 ? "certain" : "guess", questions: [], list: null, content: { ...ZERO, texts: seen, layers: { reply: 1 } },
    };
  }
  /** @param {number} file */
  abandonFile(file) {
    this.#file(file).done = true;
  }
  /** @param {string} path */
  verdict(path) {
    return path.endsWith(".jpg") ? "entry.media" : undefined;
  }
  configure() {
    return {};
  }
  resultHash() {
    return this.files.map((file) => `${file.bundle}|${file.name}|${file.text.replaceAll("\n", ";")}`).join(" ");
  }
  free() {}
  /** @param {number} file */
  #file(file) {
    const found = this.files[file];
    if (!found) throw new RangeError("no such file");
    return found;
  }
}

/** Gives the events it is told to. */
class FakeUnpacker {
  /** @type {(UnpackEvent | Error)[]} */
  static events = [];
  static made = 0;
  static living = false;
  /** @type {boolean[]} */
  static answers = [];

  /** @param {string} name */
  constructor(name) {
    assert.ok(FakeUnpacker.living);
    this.name = name;
    this.at = 0;
    this.taking = true;
  }
  next() {
    for (;;) {
      const event = FakeUnpacker.events[this.at];
      this.at += 1;
      if (event instanceof Error) throw event;
      if (!event) return /** @type {const} */ ({ type: "done" });
      // After a no, what belongs to the entry does not come.
      if (event.type === "entry") this.taking = true;
      else if (!this.taking && (event.type === "data" || event.type === "end" || event.type === "failed")) continue;
      return event;
    }
  }
  supply() {}
  /** @param {boolean} take */
  answer(take) {
    FakeUnpacker.answers.push(take);
    this.taking = take;
  }
  kind() {
    return "zip";
  }
  free() {}
  __destroy_into_raw() {
    return 0;
  }
}

const glue = {
  initSync() {
    if (!FakeUnpacker.living) FakeUnpacker.made += 1;
    FakeUnpacker.living = true;
  },
  Unpacker: /** @type {any} */ (FakeUnpacker),
  forget() {
    FakeUnpacker.living = false;
  },
};

function study() {
  FakeEngine.made = 0;
  FakeUnpacker.living = false;
  FakeUnpacker.made = 0;
  FakeUnpacker.answers = [];
  return new Study(new ThreadTransport(() => /** @type {any} */ (new FakeEngine()), {
    glue, module: async () => /** @type {any} */ ({}),
  }));
}

const SOME_ZIP = zip([{ name: "x", bytes: "x" }]);
/** @param {string} path @param {string} text @returns {UnpackEvent[]} */
const entry = (path, text) => [
  { type: "entry", path, bytes: text.length }, { type: "data", bytes: new TextEncoder().encode(text) }, { type: "end", notes: [] },
];

test("containers are told by their content", async () => {
  const blob = (/** @type {Uint8Array<ArrayBuffer> | string} */ bytes) => new Blob([bytes]);
  for (const bytes of [SOME_ZIP, xlsx({ a: [[1]] }), tar([{ name: "a", bytes: "b" }]), Uint8Array.of(0x1f, 0x8b, 8)]) {
    assert.equal(await isContainer(blob(bytes), ""), true);
  }
  const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, ...SOME_ZIP]);
  assert.equal(await isContainer(blob(program), ""), true);
  for (const text of ["", "a,b\n", "PK are two letters", `author,text\nada,"PK\x05\x06"\n`, "\0".repeat(600)]) {
    assert.equal(await isContainer(blob(text), ""), false, JSON.stringify(text.slice(0, 20)));
  }
});

test("one receipt whose sums are those of its parts", async () => {
  const s = study();
  FakeUnpacker.events = [
    ...entry("a.csv", "1\n2\n3\n"), { type: "entry", path: "b.jpg", bytes: 7 }, ...entry("c/d.csv", "1\n2\n"), ...entry("notes.csv", "no\n"),
    { type: "skipped", path: "../e", bytes: 3, code: "entry.path" },
    { type: "failed", path: "f.csv", error: { code: "entry.encrypted", params: {}, fatal: false } },
  ];
  /** @type {number[]} */
  const shares = [];
  const receipt = await s.add(SOME_ZIP, { name: "all.zip", onProgress: ({ share }) => shares.push(share) });
  assert.deepEqual([receipt.format, receipt.seen, receipt.kept, receipt.dropped, receipt.bytes], ["posts", 5, 3, 2, 10]);
  assert.deepEqual([receipt.confidence, receipt.firstTime, receipt.lastTime, receipt.content.texts], ["guess", 1, 3, 5]);
  assert.deepEqual(receipt.parts?.map((part) => [part.path, part.receipt?.seen ?? part.skipped ?? part.error?.code]), [
    ["a.csv", 3], ["b.jpg", "entry.media"], ["c/d.csv", 2], ["notes.csv", "format.unknown"], ["../e", "entry.path"], ["f.csv", "entry.encrypted"],
  ]);
  assert.deepEqual(FakeUnpacker.answers, [true, false, true, true]);
  assert.equal(await s.hash(), "all.zip|a.csv|1;2;3; all.zip|c/d.csv|1;2; all.zip|notes.csv|");
  assert.equal(FakeEngine.made, 1, "a file that is not known leaves nothing to clean");
});

test("an archive inside has its own people; a packed file belongs to what is around it", async () => {
  const s = study();
  FakeUnpacker.events = [
    { type: "entry", path: "x.zip", bytes: 9 }, ...entry("x.zip/data/a.js", "1\n"),
    { type: "entry", path: "b.js.gz", bytes: 9 }, ...entry("b.js.gz/b.js", "2\n"), ...entry("c.js", "3\n"),
  ];
  await s.add(SOME_ZIP, { name: "all.zip" });
  assert.equal(await s.hash(), "all.zip/x.zip|data/a.js|1; all.zip|b.js|2; all.zip|c.js|3;");
});

test("a part that fails half-way leaves nothing behind, and what was before is read again", async () => {
  const s = study();
  await s.add(new Blob(["0\n"]), { name: "before.csv" });
  FakeUnpacker.events = [
    ...entry("a.csv", "1\n"), ...entry("b.csv", "half\n"), { type: "entry", path: "c.csv", bytes: 2 }, { type: "data", bytes: new TextEncoder().encode("9\n") },
    { type: "failed", path: "c.csv", error: { code: "entry.damaged", params: {}, fatal: false } }, ...entry("d.csv", "4\n"),
  ];
  const receipt = await s.add(SOME_ZIP, { name: "all.zip" });
  assert.deepEqual(receipt.parts?.map((part) => part.receipt?.seen ?? part.error?.code), [1, "limit.reached", "entry.damaged", 1]);
  assert.equal(FakeEngine.made, 2);
  assert.equal(await s.hash(), "|before.csv|0; all.zip|a.csv|1; all.zip|d.csv|4;");
  // It is not tried again when a crash has all files read anew.
  s.transport.restart();
  await s.remove("before.csv");
  await s.summary().catch(() => {});
  await s.configure({});
  assert.equal(FakeEngine.made, 3);
});

test("a trap of the reader is an error of that file alone", async () => {
  const s = study();
  FakeUnpacker.events = [new WebAssembly.RuntimeError("unreachable")];
  await assert.rejects(s.add(SOME_ZIP, { name: "bad.zip" }), { code: "archive.memory", fatal: false });
  FakeUnpacker.events = [...entry("a.csv", "1\n"), new WebAssembly.RuntimeError("memory access out of bounds")];
  const receipt = await s.add(SOME_ZIP, { name: "half.zip" });
  assert.deepEqual(receipt.parts?.map((part) => part.receipt?.seen ?? part.error?.code), [1, "archive.crashed"]);
  FakeUnpacker.events = entry("b.csv", "2\n");
  await s.add(SOME_ZIP, { name: "good.zip" });
  assert.equal(await s.hash(), "half.zip|a.csv|1; good.zip|b.csv|2;");
  assert.deepEqual([FakeEngine.made, FakeUnpacker.made], [1, 3], "the engine lives on, the reader is made again");
});

test("a container in which nothing can be read says why", async () => {
  const s = study();
  FakeUnpacker.events = entry("a.csv", "no\n");
  await assert.rejects(s.add(SOME_ZIP, { name: "a.zip" }), { code: "format.unknown" });
  FakeUnpacker.events = [...entry("a.csv", "no\n"), ...entry("b.csv", "no\n"), { type: "entry", path: "c.jpg", bytes: 1 }];
  await assert.rejects(s.add(SOME_ZIP, { name: "a.zip" }), { code: "archive.nothing_read", params: { entries: 3 } });
  FakeUnpacker.events = [{ type: "entry", path: "c.jpg", bytes: 1 }];
  await assert.rejects(s.add(SOME_ZIP, { name: "a.zip" }), { code: "archive.nothing_read" });
  assert.equal(s.sources.length, 0);
});

test("a folder is read as one, a container in it too", async () => {
  const s = study();
  FakeUnpacker.events = entry("in.csv", "5\n");
  const files = [
    { path: "a.csv", file: new Blob(["1\n2\n"]) }, { path: "b.jpg", file: new Blob(["x"]) }, { path: "c.zip", file: SOME_ZIP },
    { path: "d.csv", file: new Blob(["no\n"]) }, { path: "e.csv", file: new Blob([]) },
  ];
  const receipt = await s.addFolder("mine", files, { parts: { "a.csv": { platform: "x" } } });
  assert.deepEqual(receipt.parts?.map((part) => [part.path, part.receipt?.seen ?? part.skipped ?? part.error?.code]),
    [["a.csv", 2], ["b.jpg", "entry.media"], ["c.zip/in.csv", 1], ["d.csv", "format.unknown"], ["e.csv", "entry.empty"]]);
  assert.equal(receipt.name, "mine");
  assert.equal(await s.hash(), "mine|a.csv|1;2; mine/c.zip|in.csv|5; mine|d.csv|");
  assert.equal(await s.remove("mine"), true);
  await s.add(new Blob(["7\n"]), { name: "z.csv" });
  assert.equal(await s.hash(), "|z.csv|7;");
});

test("a container that is stopped leaves nothing behind", async () => {
  const s = study();
  const stop = new AbortController();
  FakeUnpacker.events = [...entry("a.csv", "1\n"), { type: "need", offset: 0, length: 5 }, { type: "need", offset: 0, length: 5 }, ...entry("b.csv", "2\n")];
  await assert.rejects(s.add(SOME_ZIP, { name: "a.zip", signal: stop.signal, onProgress: ({ share }) => share > 0 && stop.abort() }), { code: CODES.cancelled });
  FakeUnpacker.events = entry("c.csv", "3\n");
  await s.add(SOME_ZIP, { name: "c.zip" });
  assert.equal(await s.hash(), "c.zip|c.csv|3;");
});

test("parts of an archive that should be there are named", () => {
  assert.deepEqual(missingParts(["a.csv", "data/tweets.js", "data/tweets-part1.js"], null), []);
  const [issue] = missingParts(["data/tweets.js", "data/tweets-part3.js"], null);
  assert.deepEqual([issue?.code, issue?.count, issue?.places.map((place) => place.excerpt)],
    ["archive.part_missing", 2, ["data/tweets-part1.js", "data/tweets-part2.js"]]);
  assert.equal(missingParts(["tweets-part1.js"], null)[0]?.places[0]?.excerpt, "tweets.js");
  assert.deepEqual(missingParts(["tweets-part0.js", "tweets-part1.js"], null), []);
  const manifest = `window.__THAR_CONFIG = {"dataTypes":{"tweets":{"files":[{"fileName":"data/tweets.js","count":"9"},{"fileName" : "data/tweets-part1.js"}]}}}`;
  assert.deepEqual(missingParts(["twitter-2023/data/tweets.js", "twitter-2023/data/manifest.js"], manifest)[0]?.places.map((place) => place.excerpt), ["data/tweets-part1.js"]);
  assert.deepEqual(missingParts(["data/tweets.js", "data/tweets-part1.js"], manifest), []);
});

test("without a receipt there is no sum", () => {
  assert.throws(() => together("x", "zip", [], []), { code: "archive.nothing_read" });
});

test("no file is called missing that another download of the same archive brought", () => {
  const receipt = (/** @type {string[]} */ ...paths) => ({
    parts: paths.map((path) => ({ path, bytes: 1, receipt: null, skipped: null, error: null })), issues: missingParts(paths, null),
  });
  const all = [receipt("data/account.js", "data/tweets.js"), receipt("x/data/tweets-part1.js"), receipt("data/tweets-part3.js")];
  const missing = (/** @type {ReturnType<typeof receipt>[]} */ receipts) => togetherComplete(receipts)
    .map(({ issues }) => issues.map(({ count, places }) => [count, ...places.map(({ excerpt }) => excerpt)]));
  assert.deepEqual(missing(all), [[], [], [[1, "data/tweets-part2.js"]]]);
  assert.deepEqual(missing([...all, receipt("data/tweets-part2.js")]), [[], [], [], []]);
  assert.deepEqual(missing(all.slice(1)), [[[1, "x/data/tweets.js"]], [[2, "data/tweets.js", "data/tweets-part2.js"]]]);
});
