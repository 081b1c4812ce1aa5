/**
 * The roles that a column can play, in the order in which people look for them, and the kinds of tables that they make.
 * The codes are those of `src/platform/roles.rs`.
 */

/** @type {readonly (readonly [group: string, roles: readonly string[]])[]} */
export const ROLE_GROUPS = [
  ["account", ["author", "author_name", "author_id", "first_name", "last_name", "email", "outlet", "followers", "following", "posts_total", "verified", "bio", "location", "platform", "value", "orders", "cost"]],
  ["post", ["text", "time", "time_of_day", "post_id", "url", "lang", "kind", "is_repost", "is_quote", "is_reply", "collected_at"]],
  ["numbers", ["likes", "reposts", "replies", "quotes", "views", "saves", "clicks", "reaction", "likes_hidden"]],
  ["towards", [
    "mentions", "mention_ids", "tagged", "repost_of", "repost_of_id", "repost_of_post", "repost_of_url", "reply_to", "reply_to_id",
    "reply_to_post", "reply_to_url", "quote_of", "quote_of_id", "quote_of_post", "quote_of_url",
  ]],
  ["passed", [
    "ref_author", "ref_author_id", "ref_author_name", "ref_post", "ref_text", "ref_time", "ref_likes", "ref_reposts",
    "ref_followers", "ref_following", "ref_posts_total", "ref_verified", "ref_bio", "ref_location",
  ]],
  ["tie", ["source", "target", "weight", "layer", "directed"]],
];

/** The kinds of tables that any table can be read as, once its columns are named. */
export const TABLE_FORMATS = /** @type {const} */ (["posts", "interaction_log", "edges", "influencers", "contacts"]);

/** Roles whose values are counts, and those whose values are moments. */
const NUMBERS = /^(ref_)?(likes|reposts|replies|quotes|views|saves|clicks|followers|following|posts_total|weight|reaction|value|orders|cost)$/;
const TIMES = /^(ref_)?(time|collected_at)$/;

/**
 * What a column is read as, apart from its role: a number, a date, or the text that stands there.
 * @param {string} role
 * @returns {"number" | "time" | "text"}
 */
export function valueKind(role) {
  return NUMBERS.test(role) ? "number" : TIMES.test(role) ? "time" : "text";
}

/**
 * What is still missing before a table of that kind says anything: groups of roles, one of each being enough.
 * @param {string} format
 * @param {readonly string[]} roles those that columns play
 * @returns {string[][]}
 */
export function missingRoles(format, roles) {
  const needs = format === "edges" || format === "interaction_log" ? [["source"], ["target"]]
    : format === "influencers" ? [["author", "author_id"], ["followers"]]
      : [["author", "author_id"], ["text", "time"]];
  return needs.filter((group) => !group.some((role) => roles.includes(role)));
}
