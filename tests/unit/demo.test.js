// The demo data: the committed bytes are what the script makes, and the story they are meant to tell is in them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { makeDemos, samplePath } from "../../scripts/make-demo.mjs";

const WEEK = 7 * 86_400_000;

/** A small CSV reader of its own, so that what is tested is the file and not the script's memory. @param {string} text */
function parse(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += '"'; i += 1; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\n") {
      row.push(field);
      field = "";
      if (c === "\n") { rows.push(row); row = []; }
    } else field += c;
  }
  assert.equal(field, "", "the file ends with a line break");
  return rows;
}

/** Rows of a sample under common names. @param {string} name */
function read(name) {
  const [header, ...rows] = parse(readFileSync(samplePath(name), "utf8"));
  const posts = rows.map(([id = "", date = "", author = "", person = "", followers = "", text = "", likes = "", shares = "", replies = "", replyTo = "", shareOf = "", quoteOf = "", ref = ""]) => ({
    id, time: Date.parse(date), author, person, followers, text, likes, shares, replies, replyTo, shareOf, quoteOf, ref,
  }));
  return { header, posts };
}

/**
 * Distinct accounts that re-shared or quoted `handle`, on posts that `keep` accepts.
 * @typedef {ReturnType<typeof read>["posts"][number]} Row
 * @param {Row[]} posts
 * @param {string} handle
 * @param {(post: Row) => boolean} [keep]
 */
function sharers(posts, handle, keep = () => true) {
  return new Set(posts.filter((post) => (post.shareOf === handle || post.quoteOf === handle) && keep(post)).map((post) => post.author));
}

describe("demo data", () => {
  for (const { name, bytes, story } of makeDemos()) {
    describe(name, () => {
      const { header, posts } = read(name);
      const start = Date.parse(story.file.start);
      const ofRole = (/** @type {string} */ role) => [
        ...story.cast.filter((one) => one.role === role).map((one) => one.handle),
        ...story.bits.filter((group) => group.role === role).flatMap((group) => group.people.map(([handle = ""]) => handle)),
      ];
      const subject = name.endsWith(".fr.csv") ? /café|torréf|espresso|filtre|barista/i : /\btea\b|leaf|oolong|gongfu|brew/i;

      it("is what the script makes, byte for byte", () => {
        assert.ok(readFileSync(samplePath(name)).equals(bytes));
      });

      it("has the size and the columns it announces", () => {
        assert.deepEqual(header, story.file.header);
        assert.ok(posts.length >= 2500 && posts.length <= 4000, `${posts.length} posts`);
        assert.ok(bytes.length <= 600_000, `${bytes.length} bytes`);
        assert.equal(new Set(posts.map((post) => post.id)).size, posts.length);
        assert.ok(posts.every((post, i) => i === 0 || posts[i - 1].time <= post.time));
        assert.ok(posts.every((post) => post.time >= start && post.time < start + 12 * WEEK));
        for (const post of posts) assert.doesNotMatch(post.text, /[{}<>]|undefined| {2}/);
      });

      it("gives re-shares as rows of their own, without counters", () => {
        const reposts = posts.filter((post) => post.shareOf);
        assert.ok(reposts.length > 1000);
        for (const post of reposts) {
          assert.ok(post.text.startsWith(`RT @${post.shareOf}: `));
          assert.notEqual(post.author, post.shareOf);
          assert.deepEqual([post.likes, post.shares, post.replies], ["", "", ""]);
        }
      });

      it("names, for each re-share, quote and answer, a post of the file by the author it says", () => {
        const authors = new Map(posts.map((post) => [post.id, post.author]));
        for (const post of posts) {
          const about = post.replyTo || post.shareOf || post.quoteOf;
          assert.equal(authors.get(post.ref) ?? "", about);
          assert.equal([post.replyTo, post.shareOf, post.quoteOf].filter(Boolean).length, about ? 1 : 0);
        }
      });

      it("leaves the followers of some people unknown", () => {
        const unknown = new Set(posts.filter((post) => post.followers === "").map((post) => post.author));
        const all = new Set(posts.map((post) => post.author));
        assert.ok(unknown.size / all.size > 0.03 && unknown.size / all.size < 0.15);
      });

      it("has a celebrity whose posts on the subject nobody re-shares", () => {
        const [star = ""] = ofRole("celebrity");
        const own = posts.filter((post) => post.author === star);
        assert.ok(own.every((post) => Number(post.followers) > 400_000));
        assert.ok(own.filter((post) => subject.test(post.text)).length >= 3);
        assert.equal(sharers(posts, star, (post) => subject.test(post.text)).size, 0);
        assert.ok(sharers(posts, star).size > 20);
      });

      it("has specialists whom more people re-share than anybody else", () => {
        const best = ofRole("specialist").map((handle) => sharers(posts, handle).size);
        assert.ok(Math.min(...best) >= 60, best.join(" "));
        const others = [...ofRole("pod"), ...ofRole("celebrity"), ...ofRole("local"), ...ofRole("bridge")];
        for (const handle of others) assert.ok(sharers(posts, handle).size < Math.min(...best), handle);
      });

      it("has one specialist who rises and one who fades", () => {
        const late = (/** @type {Row} */ post) => post.time >= start + 8 * WEEK;
        const early = (/** @type {Row} */ post) => post.time < start + 4 * WEEK;
        const rising = story.cast.find((one) => one.trend === "rising")?.handle ?? "";
        const fading = story.cast.find((one) => one.trend === "fading")?.handle ?? "";
        assert.ok(sharers(posts, rising, late).size >= 4 * sharers(posts, rising, early).size);
        assert.ok(sharers(posts, fading, early).size >= 4 * sharers(posts, fading, late).size);
      });

      it("has accounts that re-share one another, and accounts that re-share one account only", () => {
        const pod = ofRole("pod");
        let mutual = 0;
        let arcs = 0;
        for (const a of pod) for (const b of pod) {
          if (a === b || !sharers(posts, b).has(a)) continue;
          arcs += 1;
          if (sharers(posts, a).has(b)) mutual += 1;
        }
        assert.ok(arcs > 40 && mutual / arcs > 0.8, `${mutual} of ${arcs}`);
        const { target } = story.oneTrick;
        const single = [...sharers(posts, target)].filter((handle) =>
          posts.every((post) => (post.author !== handle || post.shareOf === target) && post.shareOf !== handle && post.replyTo !== handle));
        assert.ok(single.length >= 25, `${single.length}`);
      });

      it("has very active accounts that nobody re-shares", () => {
        for (const handle of ofRole("hyperactive")) {
          assert.ok(posts.filter((post) => post.author === handle).length >= 60, handle);
          assert.equal(sharers(posts, handle).size, 0, handle);
        }
      });

      it("has staff, customers and detractors who name the brand", () => {
        const brand = name.endsWith(".fr.csv") ? /café ?lumière|cafe_lumiere|ÉclatDePrintemps/i : /brackenfold|FirstFlushFriday/i;
        for (const role of ["staff", "customer", "detractor"]) {
          for (const handle of ofRole(role)) {
            assert.ok(posts.some((post) => post.author === handle && !post.shareOf && brand.test(post.text)), handle);
          }
        }
      });

      it("keeps its communities apart but for a few bridges", () => {
        // Re-shares of a local voice come from one crowd only: two local voices of different crowds share nobody.
        const locals = story.cast.filter((one) => one.role === "local" && Object.keys(one.audience).length === 1);
        const known = new Set([...story.cast.map((one) => one.handle), ...story.bits.flatMap((group) => group.people.map(([handle = ""]) => handle))]);
        for (const one of locals) for (const other of locals) {
          if (one.community === other.community) continue;
          const both = [...sharers(posts, one.handle)].filter((handle) => sharers(posts, other.handle).has(handle));
          const ordinary = both.filter((handle) => !known.has(handle));
          assert.deepEqual(ordinary, [], `${one.handle} ${other.handle}`);
        }
        for (const bridge of ofRole("bridge")) assert.ok(sharers(posts, bridge).size >= 15, bridge);
      });
    });
  }
});
