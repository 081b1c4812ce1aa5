/**
 * A small static server on this machine only, with the headers that hosts are told to send.
 *
 *   node scripts/serve.mjs [folder] [--port 8000] [--open]
 *
 * Without a port, a free one is taken. The address is the last line it prints.
 */
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { headersOf } from "./build/policy.mjs";
import { inRoot } from "./build/paths.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
};

/**
 * The file that an address names inside `root`, or null: no listing, no hidden file, nothing outside, links included.
 * @param {string} root
 * @param {string} address path and query of a request
 * @returns {Promise<string | null>}
 */
async function fileFor(root, address) {
  let name;
  try {
    name = decodeURIComponent(new URL(`http://localhost${address}`).pathname);
  } catch {
    return null;
  }
  if (name.includes("\0") || name.includes("\\") || name.split("/").some((part) => part.startsWith("."))) return null;
  const wanted = path.join(root, name.endsWith("/") ? `${name}index.html` : name);
  try {
    const [base, real] = await Promise.all([realpath(root), realpath(wanted)]);
    if (!real.startsWith(base + path.sep)) return null;
    return (await stat(real)).isFile() ? real : null;
  } catch {
    return null;
  }
}

/**
 * Serves a folder on 127.0.0.1.
 * @param {string} root
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {Record<string, string>} [options.headers] instead of the shipped ones
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(root, { port = 0, headers: given } = {}) {
  const server = createServer(async (request, response) => {
    const [address = "/"] = (request.url ?? "/").split("?");
    const headers = given ?? headersOf(path.basename(address));
    const answer = (/** @type {number} */ status, /** @type {string} */ text) => {
      response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end(text);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "method not allowed\n");
    const file = await fileFor(root, request.url ?? "/");
    if (!file) return answer(404, "not found\n");
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "Content-Type": type, "Cache-Control": "no-cache" });
    if (request.method === "HEAD") return void response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no address");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * Opens an address in the person's browser where there is one; never fails.
 * @param {string} url
 */
function openBrowser(url) {
  const { platform, env } = process;
  if (env.SILLAGE_NO_OPEN || env.CI) return;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [program, args] =
    platform === "darwin" ? ["open", [url]] : platform === "win32" ? ["cmd", ["/c", "start", "", url]] : ["xdg-open", [url]];
  spawn(program, args, { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string", default: "0" }, open: { type: "boolean", default: false } },
  });
  const root = path.resolve(positionals[0] ?? inRoot("dist"));
  if (!(await fileFor(root, "/"))) {
    console.error(`nothing to serve in ${root}: run \`make build\` first`);
    process.exit(1);
  }
  const { url, close } = await serve(root, { port: Number(values.port) });
  console.log(`Sillage is at ${url} (Ctrl+C stops it)`);
  if (values.open) openBrowser(url);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close().then(() => process.exit(0)));
}
