// The posts as a CSV export: UTF-8, commas, ISO dates, quotes only where they are needed.

import { weekOf } from "./world.mjs";

function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @returns {string} the whole file; unknown values are empty cells */
export function toCsv(posts, story) {
  const lines = [story.file.header.map(cell).join(",")];
  for (const post of posts) {
    const to = (kind) => (post.kind === kind ? post.ref.author.handle : "");
    lines.push(
      [
        post.id, new Date(post.time).toISOString().replace(".000Z", "Z"), post.author.handle, post.author.name,
        post.author.followersAt(weekOf(post.time, story)), post.text, post.likes, post.shares, post.replies,
        to("reply"), to("repost"), to("quote"),
      ].map(cell).join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}
