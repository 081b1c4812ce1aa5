import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { HEADERS } from "../../scripts/build/policy.mjs";
import { serve } from "../../scripts/serve.mjs";

const top = mkdtempSync(path.join(tmpdir(), "sillage-serve-"));
const root = path.join(top, "site");
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  mkdirSync(path.join(root, "assets"), { recursive: true });
  writeFileSync(path.join(top, "secret.txt"), "secret");
  writeFileSync(path.join(root, "index.html"), "<!doctype html>");
  writeFileSync(path.join(root, ".hidden"), "hidden");
  writeFileSync(path.join(root, "assets", "engine.wasm"), "wasm");
  symlinkSync(path.join(top, "secret.txt"), path.join(root, "link.txt"));
  server = await serve(root);
});

after(async () => {
  await server.close();
  rmSync(top, { recursive: true });
});

/**
 * A request as its bytes: `fetch` would tidy the path up before it is sent.
 * @param {string} line
 * @returns {Promise<{ status: number, text: string }>}
 */
async function raw(line) {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += chunk;
  return { status: Number(text.split(" ")[1]), text };
}

test("the page comes with every header that hosts are told to send", async () => {
  const answer = await fetch(server.url);
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), "<!doctype html>");
  for (const [name, value] of Object.entries(HEADERS)) assert.equal(answer.headers.get(name), value, name);
  assert.match(answer.headers.get("content-security-policy") ?? "", /connect-src 'none'/);
});

test("a module has the type that browsers compile while it streams", async () => {
  const answer = await fetch(`${server.url}assets/engine.wasm`);
  assert.equal(answer.headers.get("content-type"), "application/wasm");
});

for (const address of [
  "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/..\\secret.txt",
  "/link.txt", "/.hidden", "/assets", "/assets/", "/nothing.js", "/%00", "/%zz", "//secret.txt",
]) {
  test(`nothing is given for ${address}`, async () => {
    const { status, text } = await raw(`GET ${address}`);
    assert.ok(status === 404 || status === 400, `${status}`);
    assert.doesNotMatch(text, /secret\n?$|hidden$/);
  });
}

test("only reading is allowed", async () => {
  assert.equal((await raw("POST /")).status, 405);
  const head = await raw("HEAD /");
  assert.equal(head.status, 200);
  assert.doesNotMatch(head.text, /doctype/);
});
