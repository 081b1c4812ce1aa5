// The posts as a CSV export: UTF-8, commas, ISO dates, quotes only where they are needed.

import { weekOf } from "./world.mjs";

/** @param {string | number | null} value */
function cell(value) {
  const text = value === null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {import("./types.d.ts").Post[]} posts
 * @param {import("./types.d.ts").Story} story
 * @returns {string} the whole file; unknown values are empty cells
 */
export function toCsv(posts, story) {
  const lines = [story.file.header.map(cell).join(",")];
  for (const post of posts) {
    const to = (/** @type {string} */ kind) => (post.ref && post.kind === kind ? post.ref.author.handle : "");
    lines.push(
      [
        post.id, new Date(post.time).toISOString().replace(".000Z", "Z"), post.author.handle, post.author.name,
        post.author.followersAt(weekOf(post.time, story)), post.text, post.likes, post.shares, post.replies,
        to("reply"), to("repost"), to("quote"), post.ref ? post.ref.id : "",
      ].map(cell).join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}
