/**
 * The policies that the build ships. One place, so that the page's own `<meta>`, the local server and the snippets for
 * hosts never differ.
 */

/**
 * @typedef {object} Sources
 * @property {string[]} script what may run, besides WebAssembly
 * @property {string[]} style
 * @property {string[]} font
 */

/** @type {Sources} */
export const HOSTED = { script: ["'self'"], style: ["'self'"], font: ["'self'"] };

/**
 * The content security policy. `connect-src 'none'`: the page cannot send anything anywhere, not even to its own host.
 * @param {Sources} sources
 * @param {{ header?: boolean }} [where] a `<meta>` must not carry the directives that browsers honour in a header only
 */
export function contentSecurityPolicy(sources, { header = false } = {}) {
  const directives = [
    "default-src 'none'",
    `script-src ${[...sources.script, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${sources.style.join(" ")}`,
    "img-src data: blob:",
    `font-src ${sources.font.join(" ")}`,
    "worker-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types sillage lit-html",
  ];
  if (header) directives.push("frame-ancestors 'self'");
  return directives.join("; ");
}

const NO_DEVICES = [
  "camera", "microphone", "geolocation", "usb", "serial", "hid", "payment", "display-capture", "browsing-topics",
];

/** Every header of the hosted page. */
export const HEADERS = Object.freeze({
  "Content-Security-Policy": contentSecurityPolicy(HOSTED, { header: true }),
  "Permissions-Policy": NO_DEVICES.map((name) => `${name}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
});

const { "Content-Security-Policy": _, "Cross-Origin-Opener-Policy": __, ...COMMON } = HEADERS;

/** Headers of `embed.html`: the document carries its policy itself, and any site may put it in a frame. */
export const FRAME_HEADERS = Object.freeze({ ...COMMON, "Cross-Origin-Resource-Policy": "cross-origin" });

/** Headers of `element.js`, which pages of other sites load. */
export const MODULE_HEADERS = Object.freeze({
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
});

/**
 * The headers that a file is served with.
 * @param {string} name of the file, without its folder
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOf(name) {
  if (name === "embed.html") return FRAME_HEADERS;
  return name === "element.js" ? MODULE_HEADERS : HEADERS;
}
