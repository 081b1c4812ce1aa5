// What leaves the study: workbook, report, link, and the list of people who are in none of them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { test } from "node:test";
import { cells, rankingBook } from "../../www/api/ranking-book.js";
import { letters, workbook } from "../../www/api/xlsx.js";
import { readHash } from "../../www/page/state/hash.js";
import { settingsLink, withoutAccounts } from "../../www/page/state/link.js";
import { isFingerprint, matcher, split, withoutNames } from "../../www/page/state/optout.js";
import { FIRST_PLAN, FIRST_SETTINGS, FIRST_VIEW } from "../../www/page/state/first.js";
import { decided } from "../../www/page/state/plan.js";
import { withoutExcerpts } from "../../www/page/state/receipts.js";
import { escaped, reportHtml } from "../../www/page/state/report.js";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "../../www/page/state/report-style.js";
import { entriesFrom } from "../../www/shared/people-list.js";
import { merged } from "../../www/shared/settings.js";
import { translator } from "../../www/shared/translate.js";

/** Texts of the entries of a zip, by their names, read from its directory. @param {Uint8Array} bytes */
function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  /** @type {Record<string, string>} */
  const found = {};
  const decoder = new TextDecoder();
  let at = view.getUint32(bytes.length - 6, true);
  for (let entry = 0; entry < view.getUint16(bytes.length - 12, true); entry += 1) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    const [packed, size, length, local] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + length));
    assert.equal(view.getUint32(local, true), 0x04034b50);
    const plain = inflateRawSync(bytes.subarray(local + 30 + length, local + 30 + length + packed));
    assert.equal(plain.length, size);
    found[name] = plain.toString("utf8");
    at += 46 + length;
  }
  return found;
}

test("a workbook holds texts as texts, numbers as numbers, and no formula", async () => {
  const parts = unzipped(await workbook([
    { name: "a/b: [1]", head: true, rows: [["id", "n"], ["1763000000000000000", 3.5], ["=1+1", null], ["@x <&>\"é😀\u0000\ud800_x0041_", -2], ["+33", Number.NaN]] },
    { name: "A b   1", rows: [["k", "v"]] },
  ]));
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  assert.ok(sheet.includes('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">1763000000000000000</t></is></c><c r="B2"><v>3.5</v></c>'));
  assert.ok(sheet.includes(">=1+1<") && sheet.includes(">+33<") && sheet.includes("&#60;&#38;&#62;&#34;é😀\ufffd\ufffd_x005F_x0041_"));
  assert.ok(!/<f[ >]/.test(sheet) && !sheet.includes("NaN") && !sheet.includes("<v>=1"));
  const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  assert.equal(new Set(names.map((name) => name?.toLowerCase())).size, 2);
  assert.ok(names.every((name) => name && !/[[\]:*?/\\]/.test(name) && name.length <= 31), String(names));
  assert.deepEqual([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
});

test("the ranking becomes a workbook as the engine wrote it", async () => {
  const table = '\ufeffrank,handle,name,profileUrl,platform,score\r\n1,zoe,"=Zoé ""B"", x\r\ny",,x,81.5\r\n,99999999999999999999,,,x,\r\n';
  assert.deepEqual([...cells(table)].map((row) => row.length), [6, 6, 6]);
  const parts = unzipped(await rankingBook(new TextEncoder().encode(table), { headers: { handle: "Compte" }, sheets: { ranking: "Classement", notes: "Notes" }, notes: [["Fait le", "1er mai"]] }));
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  assert.ok(sheet.includes(">Compte<") && sheet.includes('=Zoé &#34;B&#34;, x') && sheet.includes("<v>81.5</v>"));
  assert.ok(sheet.includes('t="inlineStr"><is><t xml:space="preserve">99999999999999999999<'), "a handle of digits stays a text");
  assert.ok((parts["xl/worksheets/sheet2.xml"] ?? "").includes(">1er mai<"));
});

const locale = (/** @type {"fr" | "en"} */ lang) => translator(lang, ["", "-results", "-team", "-out"].map((name) => readFileSync(new URL(`../../www/locales/${lang}${name}.ftl`, import.meta.url), "utf8")));
const EVIL = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</style><svg/onload=alert(1)>", "javascript:alert(1)", "`${alert(1)}`", "\u202egro.\u0000evil", "]]>&lt;b&gt;"];

/** A report whose every text is hostile. @param {"fr" | "en"} lang @param {string} evil */
function report(lang, evil) {
  const factor = { name: "popularity", pillar: "reach", weight: 1, available: true, reason: null, value: 50, natural: 12, unit: "followers", params: {}, percentile: 50, contribution: 50 };
  const dossier = {
    index: 0, rank: 1, handle: evil, name: evil, platform: "x", score: 50, followers: 12, pillars: { reach: 50, relevance: null, resonance: 50 }, factors: [factor],
    explanation: { score: 50, baseline: 40, contributions: [] }, evidenceTotal: 3, reactorsTotal: 2, profile: { uncertainty: { rankLow: 1, rankHigh: 4 } },
  };
  const coverage = new Proxy({}, { get: (_, name) => ({ available: name !== "trust", reason: "no_ties", accounts: 5 }) });
  return reportHtml(/** @type {any} */ ({
    say: locale(lang), now: Date.UTC(2026, 4, 1), purpose: evil, named: true, hash: "ab12", findings: [evil],
    summary: { methodVersion: "0.2", accounts: 5, posts: 6, ties: { reply: 2 }, firstTime: null, lastTime: null, weights: { reach: 0.3, relevance: 0.3, resonance: 0.4 },
      halfLife: { days: null, source: "none" }, ranked: 5, coverage, optOut: { asked: 2, found: 1, accounts: 1, posts: 2, ties: 3, covered: 4 } },
    settings: { ...FIRST_SETTINGS, brief: evil }, sources: [{ name: evil, format: evil, holds: evil, rows: evil, fingerprint: "ff" }],
    people: [{ who: evil, name: evil, dossier }], circles: [{ name: evil, size: 3, central: [evil], interests: [evil] }],
    team: [{ name: evil, platform: "X", rank: 1, score: 2, stage: evil, cost: 3 }],
  }));
}

test("the report's policy allows its own style and nothing else", () => {
  assert.equal(REPORT_STYLE_HASH, `'sha256-${createHash("sha256").update(REPORT_STYLE).digest("base64")}'`);
  const html = report("fr", "Zoé");
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  assert.equal(style, REPORT_STYLE, "the text between the tags is what was hashed");
  assert.ok(!/[<]|url\(|@import/.test(REPORT_STYLE));
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  assert.equal(policy?.replaceAll("&#39;", "'"), `default-src 'none'; style-src ${REPORT_STYLE_HASH}; img-src data:; base-uri 'none'; form-action 'none'`);
  assert.ok(html.indexOf("Content-Security-Policy") < 200 && html.startsWith("<!doctype html>\n<html lang=\"fr\">"));
});

test("no text of the data becomes markup in the report", () => {
  const count = (/** @type {string} */ html) => (html.match(/<[a-z!/]/gi) ?? []).length;
  for (const lang of /** @type {const} */ (["fr", "en"])) {
    const tags = count(report(lang, "Zoe"));
    for (const evil of EVIL) {
      const html = report(lang, evil);
      assert.equal(count(html), tags, evil);
      assert.ok(!/<script|<img|<svg|\son\w+=|href=|src=/i.test(html.replace(/&#\d+;/g, " ").replace(/>[^<]*</g, "><")), evil);
      assert.ok(!/[\u202e\u0000]/.test(html));
    }
  }
  assert.equal(escaped("a\ud800b"), "a\ufffdb");
});

test("the report says what people need in both languages", () => {
  const fr = report("fr", "Zoé").replace(/[\u00a0\u202f]/g, " ");
  for (const words of ["Qui fait bouger cette audience", "Ce que ces données ne disent pas", "Confiance", "1 à 4", "Empreinte du résultat", "ab12", "Sur 2 de la liste, 1 se trouve"]) assert.ok(fr.includes(words), words);
  const en = report("en", "Zoé");
  for (const words of ["Who moves this audience", "What these data cannot tell", "Trust", "1 to 4", "Fingerprint of the result"]) assert.ok(en.includes(words), words);
  assert.ok(!/report-|opt-out-|header-/.test(en.replace(/<style>[\s\S]*?<\/style>/, "").replace(/class="[^"]*"/g, "")), "a message is missing");
});

test("a link holds settings and no name", () => {
  const settings = merged(FIRST_SETTINGS, {
    objective: "awareness", brief: 'café, "cold brew", @yannig_d, https://x.com/zoe, zoe_b, torréfaction -zoe_b, cold-brew', weights: { reach: 1, relevance: 2, resonance: 3 },
    lists: { employees: ["lea_k"], customers: ["lea@example.org"] }, audience: { accounts: ["max_m"] }, optOut: ["out_1"], brand: { name: "Marque", aliases: ["@marque_fr"] },
    tones: { "x:12": "positive" }, window: { from: Date.UTC(2026, 0, 2), to: null }, ties: { halfLifeDays: 7 },
  });
  const { hash, left } = settingsLink(settings, "fr", ["zoe_b", "café", "yannig_d"]);
  assert.ok(left);
  const plain = decodeURIComponent(hash.replaceAll("+", " "));
  for (const name of ["yannig", "zoe", "lea", "max_m", "out_1", "marque", "x:12", "Marque"]) assert.ok(!plain.includes(name), `${name} in ${plain}`);
  const back = readHash(hash);
  assert.equal(back.settings.brief, 'café, "cold brew", torréfaction, cold-brew');
  assert.deepEqual([back.settings.objective, back.settings.window, back.settings.ties], ["awareness", { from: Date.UTC(2026, 0, 2), to: null }, { halfLifeDays: 7 }]);
  assert.deepEqual(withoutAccounts("thé, \"oolong tea\"", []), { brief: 'thé, "oolong tea"', left: false });
});

test("a list of people is read from lines and from tables", () => {
  assert.deepEqual(entriesFrom("\ufeffhandle\r\n@Zoe\nhttps://x.com/max\n\n zoé l. \n@Zoe"), ["@Zoe", "https://x.com/max", "zoé l."]);
  assert.deepEqual(entriesFrom('Compte;Nom\n"@zoe";"Zoé Ducret"\nmax;Max B'), ["@zoe", "max"]);
  assert.deepEqual(split(["a", "sha256:s:ff"]), { names: ["a"], prints: ["sha256:s:ff"] });
});

const print = (/** @type {string} */ name) => `sha256:salt:${createHash("sha256").update(`salt:${name}`).digest("hex")}`;

test("a project without data keeps fingerprints, and nobody's name", async () => {
  const settings = merged(FIRST_SETTINGS, { optOut: ["@Zoe_B", "Max"], lists: { employees: ["@zoe_b", "lea"], customers: [] }, audience: { accounts: ["MAX", "tom"] } });
  const plan = decided(decided(FIRST_PLAN, { handle: "Zoe_B", platform: "x" }, { listed: true }), { handle: "lea", platform: "x" }, { listed: true });
  /** @type {any} */
  const study = { configure: async () => ({}), optOutFingerprints: async () => ["zoe_b", "max"].map(print) };
  const kept = await withoutNames({ settings, plan, view: { ...FIRST_VIEW, search: "zoe_b" } }, study);
  assert.ok(!/zoe|max/i.test(JSON.stringify(kept)), JSON.stringify(kept));
  assert.deepEqual([kept.settings.lists.employees, kept.settings.audience.accounts, kept.plan.people.map(({ handle }) => handle)], [["lea"], ["tom"], ["lea"]]);
  assert.ok(kept.settings.optOut.every(isFingerprint));
  await assert.rejects(withoutNames({ settings, plan, view: FIRST_VIEW }, null), /opt_out.unavailable/);
  const isOut = matcher([print("zoe_b")]);
  assert.deepEqual(await Promise.all(["@ZOE_B", "zoe", "lea"].map(isOut)), [true, false, false]);
});

test("receipts quote no cell while somebody is left out", () => {
  const receipt = /** @type {any} */ ({ issues: [{ code: "x", places: [{ excerpt: "@zoe", row: 1 }, { excerpt: "", row: 2 }] }], parts: [{ path: "a", receipt: { issues: [{ places: [{ excerpt: "zoe" }] }] } }, { path: "b", receipt: null }] });
  assert.ok(!JSON.stringify(withoutExcerpts(receipt)).includes("zoe"));
});
