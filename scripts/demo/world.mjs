// The simulated weeks: who posts, who re-shares, quotes and answers whom. Invented from the first to the last line.

import { createRandom } from "./random.mjs";
import { createWriter } from "./phrases.mjs";

/** @import { NewPost, Person, Post, Random, Story } from "./types.d.ts" */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Roles that are an audience of their own. */
/** @type {Record<string, string>} */
const ROLE_POOLS = { staff: "staff", customer: "customers", pod: "pod" };
const WEEKS = 12;
/** Hours of the day at which people post, each as often as it is drawn. */
const HOURS = [6, 7, 7, 8, 8, 8, 9, 9, 10, 11, 12, 12, 12, 13, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22, 23];
/** Delay of a reaction in minutes: bounds and weight. */
/** @type {Record<string, number>} */
const DELAYS = { "2-14": 3, "15-95": 4, "100-560": 3, "600-2400": 1 };

/**
 * @param {Story} story lists, texts, cast, crowds of one demo
 * @returns {Post[]} posts in order of time
 */
export function simulate(story) {
  const random = createRandom(story.file.seed);
  const writer = createWriter(random, story.lists);
  const start = Date.parse(story.file.start);
  const end = start + WEEKS * 7 * DAY;
  const people = createPeople(story, random);
  const pools = createPools(people);
  /** @type {Post[]} */
  const posts = [];

  const say = (/** @type {string} */ bank) => writer.write(story.texts[bank]);
  /**
   * A moment in the nth of `of` equal parts of the period: people post at a steady pace, not at a steady hour.
   * @param {number} n
   * @param {number} of
   */
  const moment = (n, of) => {
    const days = WEEKS * 7;
    const [first, last] = [Math.floor((n * days) / of), Math.floor(((n + 1) * days - 1) / of)];
    return start + random.between(first, last) * DAY + random.pick(HOURS) * 60 * MINUTE + random.between(0, 3_599) * 1000;
  };
  const later = (/** @type {number} */ time) => {
    const [low, high] = random.weighted(DELAYS).split("-").map(Number);
    return time + random.between(low * 60, high * 60) * 1000;
  };
  /** @param {NewPost} post */
  function add(post) {
    if (post.time >= end) return;
    posts.push({ id: "", ref: null, topic: null, likes: null, shares: null, replies: null, ...post });
  }

  // 1. Everybody's own posts.
  for (const author of people) {
    for (let n = 0; n < author.posts; n += 1) {
      const topic = random.weighted(author.topics);
      add({ time: moment(n, author.posts), author, kind: "original", topic, text: say(topic) });
    }
  }
  const originals = posts.slice();

  // 2. Re-shares and quotes of them.
  for (const post of originals) {
    const { author } = post;
    const mean = author.pullOf(post.topic, weekOf(post.time, story), random);
    const count = mean <= 0 ? 0 : random.between((mean + 1) >> 1, mean + (mean >> 1));
    for (const sharer of draw(count, author, pools, random)) {
      const quotes = author.role !== "pod" && author.role !== "celebrity" && random.chance(9);
      add({
        time: later(post.time), author: sharer, kind: quotes ? "quote" : "repost", ref: post,
        text: quotes ? say(story.banks.quote) : repostText(post),
      });
    }
  }

  // 3. Accounts that re-share one account only, and accounts that re-share anything.
  const target = originals.filter((post) => post.author.handle === story.oneTrick.target);
  for (const author of people.filter((one) => one.role === "one_purpose")) {
    for (const post of random.sample(target, within(story.oneTrick.each, random))) {
      add({ time: later(post.time), author, kind: "repost", ref: post, text: repostText(post) });
    }
  }
  const shareable = originals.filter((post) => !["hyperactive", "pod", "celebrity"].includes(post.author.role));
  for (const author of people.filter((one) => one.reshares > 0)) {
    for (const post of random.sample(shareable, author.reshares)) {
      add({ time: later(post.time), author, kind: "repost", ref: post, text: repostText(post) });
    }
  }

  // 4. Answers.
  const brand = people.find((one) => one.role === "brand");
  for (const post of originals) {
    const { author } = post;
    const answer = (/** @type {Person | undefined} */ from, /** @type {string} */ bank) => {
      if (!from || from === author) return;
      add({ time: later(post.time), author: from, kind: "reply", ref: post, text: `@${author.handle} ${say(bank)}` });
    };
    if (author.role === "specialist") {
      for (const from of draw(random.between(0, 2), author, pools, random)) answer(from, story.banks.replyToExpert);
    } else if (author.role === "brand") {
      for (const from of draw(random.between(0, 2), author, pools, random)) answer(from, story.banks.replyToBrand);
    } else if (post.topic && story.brandAnswers[post.topic]) {
      if (random.chance(55)) answer(brand, story.brandAnswers[post.topic]);
    } else if (author.community && author.role !== "hyperactive" && random.chance(author.role === "local" ? 45 : 17)) {
      answer(random.pick(pools[author.community]), story.banks.replyToFriend);
    }
  }

  return number(posts, story, random);
}

/**
 * Sorts by time, gives ids, and the counters that a platform would show: at least what the rows themselves show.
 * @param {Post[]} posts
 * @param {Story} story
 * @param {Random} random
 */
function number(posts, story, random) {
  posts.sort((a, b) => a.time - b.time || (a.author.handle < b.author.handle ? -1 : 1));
  /** @type {Map<Post, { shares: number, replies: number }>} */
  const seen = new Map();
  posts.forEach((post, index) => {
    post.id = String(story.file.firstId + index * 3);
    if (!post.ref) return;
    const counts = seen.get(post.ref) ?? { shares: 0, replies: 0 };
    if (post.kind === "reply") counts.replies += 1;
    else counts.shares += 1;
    seen.set(post.ref, counts);
  });
  for (const post of posts) {
    // The counters of a re-share are those of the original: a row of its own says nothing new.
    if (post.kind === "repost") continue;
    const { shares, replies } = seen.get(post) ?? { shares: 0, replies: 0 };
    post.likes = post.kind === "original" ? within(post.author.likes, random) + shares * 3 : random.between(0, 6);
    post.shares = shares + random.between(0, (shares + 1) >> 2);
    post.replies = replies + random.between(0, (replies + 2) >> 1);
  }
  return posts;
}

/**
 * A re-share shows the beginning of the original.
 * @param {Post} post
 */
function repostText(post) {
  const letters = Array.from(post.text);
  const shown = letters.length > 90 ? `${letters.slice(0, 89).join("").trimEnd()}…` : post.text;
  return `RT @${post.author.handle}: ${shown}`;
}

/** An integer of a range. @param {number[]} range @param {Random} random */
function within([low = 0, high = 0], random) {
  return random.between(low, high);
}

/**
 * Distinct people of the author's audience, more active ones more often.
 * @param {number} count
 * @param {Person} author
 * @param {Record<string, Person[]>} pools
 * @param {Random} random
 */
function draw(count, author, pools, random) {
  /** @type {Person[]} */
  const taken = [];
  for (let attempt = 0; taken.length < count && attempt < 200; attempt += 1) {
    const one = random.pick(pools[random.weighted(author.audience)]);
    if (one !== author && !taken.includes(one)) taken.push(one);
  }
  return taken;
}

/** For each audience, its people, each as many times as they are active. @param {Person[]} people */
function createPools(people) {
  /** @type {Record<string, Person[]>} */
  const pools = {};
  for (const one of people) {
    for (const key of [one.community, ROLE_POOLS[one.role]]) {
      if (!key) continue;
      const pool = (pools[key] ??= []);
      for (let n = 0; n < one.activity; n += 1) pool.push(one);
    }
  }
  return pools;
}

/**
 * @param {Story} story
 * @param {Random} random
 */
function createPeople(story, random) {
  /** @type {Person[]} */
  const people = [];
  for (const one of story.cast) {
    people.push({
      ...one,
      activity: one.role === "bridge" ? 8 : one.role === "local" ? 4 : 1,
      community: one.community ?? null,
      reshares: one.reshares ?? 0,
      posts: Math.floor((one.perWeek * WEEKS) / 10),
      followersAt: (week) => one.followers + (one.growth ?? 0) * week,
      pullOf: (topic, week) => (topic && one.draws.includes(topic) ? (one.pull[week] ?? 0) : one.elsewhere),
    });
  }
  for (const group of story.bits) {
    for (const [handle = "", name = ""] of group.people) {
      const followers = within(group.followers, random);
      people.push({
        handle, name, role: group.role, community: group.role === "pod" ? null : "public", activity: 3, topics: group.topics,
        posts: within(group.posts, random), followersAt: () => followers, likes: [1, 4 + (followers >> 8)], reshares: group.reshares ?? 0,
        audience: group.role === "pod" ? { pod: 1 } : { public: 2, [story.home]: 1, staff: 1 },
        pullOf: (_topic, _week, dice) => within(group.pull, dice),
      });
    }
  }
  const taken = new Set(people.map((one) => one.handle));
  for (const [community, crowd] of Object.entries(story.crowds)) {
    for (let n = 0; n < crowd.size; n += 1) {
      const { handle, name } = invent(story, random, taken);
      const followers = random.chance(7) ? null : inventFollowers(random);
      people.push({
        handle, name, role: "public", community, activity: random.pick([1, 1, 1, 2, 2, 3, 4, 6]), topics: crowd.topics,
        posts: within(crowd.perAccount, random), followersAt: () => followers, likes: [0, 3 + ((followers ?? 60) >> 7)], reshares: 0,
        audience: { [community]: 1 },
        pullOf: (_topic, _week, dice) => (dice.chance(22) ? 1 : 0),
      });
    }
  }
  for (let n = 0; n < story.oneTrick.accounts; n += 1) {
    const { handle, name } = invent(story, random, taken, true);
    const followers = random.chance(12) ? null : random.between(0, 24);
    people.push({
      handle, name, role: "one_purpose", community: null, activity: 0, posts: 0, topics: {}, likes: [0, 0], audience: {}, reshares: 0,
      followersAt: () => followers, pullOf: () => 0,
    });
  }
  return people;
}

/** Few followers for most, a few thousand for some. @param {Random} random */
function inventFollowers(random) {
  const scale = random.weighted({ 90: 3, 300: 5, 900: 3, 3200: 1 });
  return 8 + random.between(0, Number(scale)) + (random.between(0, Number(scale)) >> 1);
}

/**
 * A first name, an invented surname, and a handle built on them that nobody else has here.
 * @param {Story} story
 * @param {Random} random
 * @param {Set<string>} taken
 */
function invent(story, random, taken, numbered = false) {
  for (;;) {
    const first = random.pick(story.firstNames);
    const last = random.pick(story.surnameStarts) + random.pick(story.surnameEnds);
    const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/[^a-zA-Z]/g, "").toLowerCase();
    const digits = random.between(100, 9999);
    const handle = numbered
      ? `${plain(first)}${plain(last).slice(0, 4)}${digits}`
      : random.pick([`${plain(first)}_${plain(last)}`, `${plain(last)}_${plain(first)}`, `${plain(first)}${plain(last)}`, `${plain(first)[0]}_${plain(last)}${digits % 90}`]);
    if (taken.has(handle)) continue;
    taken.add(handle);
    return { handle, name: random.pick([`${first} ${last}`, `${first} ${last}`, `${first} ${last[0]}.`, first]) };
  }
}

/**
 * Week of the simulation a moment belongs to, from 0.
 * @param {number} time
 * @param {Story} story
 */
export function weekOf(time, story) {
  return Math.floor((time - Date.parse(story.file.start)) / (7 * DAY));
}
