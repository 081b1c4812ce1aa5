import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FRAME_HEADERS, HEADERS, MODULE_HEADERS } from "./policy.mjs";

const FOREVER = "public, max-age=31536000, immutable";
const FRESH = "no-cache";

/**
 * Ready settings for hosts, with the very headers that `make run` serves: `_headers` (Netlify, Cloudflare Pages; move
 * it beside `index.html`), nginx and Apache.
 * @param {string} folder
 */
export function writeHosting(folder) {
  const headers = Object.entries(HEADERS);
  const others = /** @type {const} */ ([["embed.html", Object.entries(FRAME_HEADERS)], ["element.js", Object.entries(MODULE_HEADERS)]]);
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string[]} */ lines) =>
    writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);

  write("_headers", [
    "# Netlify and Cloudflare Pages: move this file beside index.html.",
    "# What other sites embed has headers of its own. Rules that meet add up, so none of the page's may meet it.",
    ...["/", "/index.html", "/assets/*"].flatMap((place) => [place, ...headers.map(([name, value]) => `  ${name}: ${value}`)]),
    `  Cache-Control: ${FOREVER}`,
    ...others.flatMap(([file, own]) => [`/${file}`, ...own.map(([name, value]) => `  ${name}: ${value}`)]),
  ]);
  // nginx drops the headers of the outer level as soon as an inner one adds its own: they are repeated.
  const nginx = headers.map(([name, value]) => `add_header ${name} "${value}" always;`);
  write("nginx.conf", [
    "# Inside `server { … }`, after `root`. Serve over https.",
    "location / {",
    ...nginx.map((line) => `  ${line}`),
    `  add_header Cache-Control "${FRESH}" always;`,
    "}",
    ...others.flatMap(([file, own]) => [
      `location = /${file} {`,
      ...own.map(([name, value]) => `  add_header ${name} "${value}" always;`),
      `  add_header Cache-Control "${FRESH}" always;`,
      "}",
    ]),
    "location /assets/ {",
    ...nginx.map((line) => `  ${line}`),
    `  add_header Cache-Control "${FOREVER}" always;`,
    "}",
  ]);
  write("apache.conf", [
    "# In the virtual host, or as .htaccess beside index.html. Needs mod_headers. Serve over https.",
    ...headers.map(([name, value]) => `Header always set ${name} "${value}"`),
    `Header set Cache-Control "${FRESH}"`,
    ...others.flatMap(([file, own]) => [
      `<Files "${file}">`,
      ...headers.filter(([name]) => !own.some(([each]) => each === name)).map(([name]) => `  Header always unset ${name}`),
      ...own.map(([name, value]) => `  Header always set ${name} "${value}"`),
      "</Files>",
    ]),
    `<FilesMatch "-[A-Za-z0-9_-]{8}\\.(js|css|woff2)$">`,
    `  Header set Cache-Control "${FOREVER}"`,
    "</FilesMatch>",
  ]);
}
