import assert from "node:assert/strict";
import test from "node:test";
import { hashSource, inlineScript, withPolicy } from "../../scripts/build/page.mjs";
import { HOSTED, contentSecurityPolicy } from "../../scripts/build/policy.mjs";

test("nothing in a script ends its element or opens a comment", () => {
  const text = inlineScript('const a = "</script>", b = "</SCRIPT>", c = "<!-- <script>";');
  assert.doesNotMatch(text, /<\/script|<!--/i);
  assert.equal(Function(`${text} return a + b + c;`)(), "</script></SCRIPT><!-- <script>");
});

test("a script that needs a module's address is refused", () => {
  assert.throws(() => inlineScript("new URL('x', import.meta.url)"), /import\.meta/);
});

test("a hash is the one that browsers compute", () => {
  // The example of the CSP specification.
  assert.equal(hashSource("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
});

test("the policy stands before everything but the character encoding", () => {
  const html = withPolicy('<!doctype html><html><head>\n<title>x</title>\n<meta charset="utf-8">\n</head></html>', "default-src 'none'");
  assert.equal(
    html,
    '<!doctype html><html><head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' +
      "\n<title>x</title>\n</head></html>",
  );
  assert.throws(() => withPolicy(html, "x"), /policy of its own/);
});

test("the policy forbids every connection, and names what only a header may say in the header alone", () => {
  const meta = contentSecurityPolicy(HOSTED);
  assert.match(meta, /(^|; )connect-src 'none'(;|$)/);
  assert.match(meta, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(meta, /unsafe-inline|'unsafe-eval'|frame-ancestors|https?:|\*/);
  assert.match(contentSecurityPolicy(HOSTED, { header: true }), /frame-ancestors 'self'$/);
});
