/** The two modules as they are shipped, in Node: `make test` builds before it runs this. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { inRoot } from "../../scripts/build/paths.mjs";
import { tar, xlsx, zip } from "./support/containers.js";

const { open } = /** @type {typeof import("../../www/api/node.js")} */ (await import(pathToFileURL(inRoot("dist", "node.js")).href));

const POSTS = "author,text,date\nada,RT @ben: bonjour,2026-01-05\nben,salut @cleo,2026-01-06\n";
const EDGES = "Source,Target\nada,ben\nben,cleo\ncleo,ada\n";

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} name @param {object} [options] */
async function receiptOf(bytes, name, options = {}) {
  const study = await open();
  try {
    const receipt = await study.add(bytes, { name, ...options });
    await study.analyse();
    return { receipt, hash: await study.hash() };
  } finally {
    study.close();
  }
}

/** @param {import("../../www/shared/engine.d.ts").Receipt} receipt */
const parts = (receipt) => (receipt.parts ?? []).map((part) => `${part.path} ${part.receipt ? `${part.receipt.format} ${part.receipt.kept}` : part.skipped ?? part.error?.code}`);

test("the same posts give the same study, however they are packed", async () => {
  const bytes = new TextEncoder().encode(POSTS);
  const plain = await receiptOf(bytes, "posts.csv");
  assert.deepEqual(plain.receipt.parts, []);
  const rows = POSTS.trim().split("\n").map((line) => line.split(","));
  /** @type {[string, Uint8Array<ArrayBuffer>, string][]} */
  const packed = [
    ["posts.zip", zip([{ name: "posts.csv", bytes }, { name: "media/a.jpg", bytes: "x" }]), "posts.csv posts 2"],
    ["posts.csv.gz", new Uint8Array(gzipSync(bytes)), "posts.csv posts 2"],
    ["posts.tar", tar([{ name: "posts.csv", bytes: POSTS }]), "posts.csv posts 2"],
    ["posts.tar.gz", new Uint8Array(gzipSync(tar([{ name: "posts.csv", bytes: POSTS }]))), "posts.csv posts 2"],
    ["posts.xlsx", xlsx({ Posts: rows, Empty: [] }), "Posts posts 2"],
    ["nested.zip", zip([{ name: "in.xlsx", bytes: xlsx({ Posts: rows }) }]), "in.xlsx/Posts posts 2"],
    ["renamed.csv", zip([{ name: "posts.csv", bytes }]), "posts.csv posts 2"],
  ];
  for (const [name, container, first] of packed) {
    const { receipt, hash } = await receiptOf(container, name);
    assert.equal(parts(receipt)[0], first, name);
    assert.deepEqual([receipt.seen, receipt.kept, receipt.format], [2, 2, "posts"], name);
    assert.equal(hash, plain.hash, name);
  }
});

test("ids of a workbook keep their digits", async () => {
  const long = ["1234567890123456789", "1234567890123456791"];
  const sheet = xlsx({ Posts: [["id", "author", "text", "likes"], ["1234567890123456789", "ada", "un", 3], ["1234567890123456791", "ben", "deux", 4]] });
  const study = await open();
  await study.add(sheet, { name: "posts.xlsx" });
  await study.analyse();
  const ids = await Promise.all(["ada", "ben"].map(async (name) => (await study.account(name)).evidence[0]?.id));
  assert.deepEqual(ids, long);
  study.close();
});

test("wrong archives are named, and what can be read is read", async () => {
  const locked = zip([{ name: "a.csv", bytes: POSTS, flags: 0x801 }]);
  await assert.rejects(receiptOf(locked, "locked.zip"), { code: "archive.encrypted" });
  const good = zip([{ name: "a.csv", bytes: POSTS }]);
  await assert.rejects(receiptOf(good.slice(0, -30), "cut.zip"), { code: "archive.truncated" });
  await assert.rejects(receiptOf(zip([{ name: "word/document.xml", bytes: "<a/>" }]), "a.docx"), { code: "workbook.unsupported", params: { detail: "docx" } });
  const mixed = zip([
    { name: "bad.csv", bytes: POSTS, sum: 1 }, { name: "odd.csv", bytes: POSTS, method: 14 }, { name: "edges.csv", bytes: EDGES }, { name: "../evil.csv", bytes: POSTS },
  ]);
  const { receipt, hash } = await receiptOf(mixed, "mixed.zip");
  assert.deepEqual(parts(receipt), ["bad.csv entry.damaged", "odd.csv entry.method", "edges.csv edges 3", "../evil.csv entry.path"]);
  const alone = await receiptOf(new TextEncoder().encode(EDGES), "edges.csv");
  assert.equal(hash, alone.hash, "nothing of the damaged file is left");
});

test("a bomb is stopped, and the study goes on", async () => {
  const zeros = zip([{ name: "zeros.csv", bytes: new Uint8Array(120 << 20) }, { name: "edges.csv", bytes: EDGES }]);
  const study = await open();
  const receipt = await study.add(zeros, { name: "bomb.zip" });
  assert.match(parts(receipt)[0] ?? "", /^zeros\.csv (entry\.bomb|format\.unsupported|file\.blank)$/);
  assert.equal(parts(receipt)[1], "edges.csv edges 3");
  assert.equal((await study.analyse()).accounts, 3);
  study.close();
});

test("copies, removal and folders", async () => {
  const study = await open();
  const archive = zip([{ name: "edges.csv", bytes: EDGES }, { name: "posts.csv", bytes: POSTS }]);
  await study.add(archive, { name: "one.zip" });
  const copy = await study.add(new TextEncoder().encode(EDGES), { name: "copy.csv" });
  assert.deepEqual([copy.dropped, copy.issues[0]?.code, copy.issues[0]?.places[0]?.excerpt], [3, "file.duplicate", "one.zip/edges.csv"]);
  await study.analyse();
  const before = await study.hash();
  const folder = await study.addFolder("mine", [
    { path: "in/more.csv", file: new Blob(["Source,Target\nzoe,ada\n"]) }, { path: "in/picture.png", file: new Blob(["x"]) }, { path: "same.zip", file: archive },
  ]);
  assert.deepEqual(parts(folder).map((line) => line.split(" ").slice(0, 2).join(" ")),
    ["in/more.csv edges", "in/picture.png entry.media", "same.zip/edges.csv edges", "same.zip/posts.csv posts"]);
  assert.equal(folder.kept, 1);
  assert.equal((await study.analyse()).accounts, 4);
  assert.equal(await study.remove("mine"), true);
  await study.analyse();
  assert.equal(await study.hash(), before);
  study.close();
});

test("the command line opens archives and folders", () => {
  const folder = inRoot("build", "tests", "unpack");
  mkdirSync(path.join(folder, "mine"), { recursive: true });
  writeFileSync(path.join(folder, "a.zip"), zip([{ name: "edges.csv", bytes: EDGES }, { name: "b.jpg", bytes: "x" }]));
  writeFileSync(path.join(folder, "mine", "posts.csv"), POSTS);
  const run = (/** @type {string[]} */ ...args) => execFileSync(process.execPath, [inRoot("dist", "cli.js"), ...args, "--lang", "en"], { encoding: "utf8" });
  const text = run("receipt", path.join(folder, "a.zip"), path.join(folder, "mine"));
  assert.match(text, /edges\.csv/);
  assert.match(text, /posts\.csv/);
  const receipts = JSON.parse(run("receipt", path.join(folder, "a.zip"), path.join(folder, "mine"), "--format", "json"));
  assert.deepEqual(receipts.map((/** @type {any} */ receipt) => [receipt.name, receipt.kept, receipt.parts.length]), [["a.zip", 3, 2], ["mine", 2, 1]]);
});
