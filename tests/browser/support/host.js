/** Somebody else's site, of another origin, with a page that holds the product. */
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { inRoot } from "../../../scripts/build/paths.mjs";

/**
 * @typedef {object} HostPage
 * @property {string} [lang]
 * @property {string} [head]
 * @property {string} body
 * @property {string} [csp]
 *
 * @param {Record<string, HostPage>} pages by path; everything else is what was built
 * @param {"dist" | "dist-fault"} [built]
 */
export async function hostSite(pages, built = "dist") {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const address = request.url ?? "/";
    const [name = "/"] = address.split("?");
    asked.push(address);
    const page = Object.hasOwn(pages, name) ? pages[name] : null;
    if (page) {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(page.csp ? { "Content-Security-Policy": page.csp } : {}) })
        .end(`<!doctype html><html lang="${page.lang ?? "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Harbour Agency</title><link rel="icon" href="data:,">${page.head ?? ""}</head><body>${page.body}</body></html>`);
      return;
    }
    const file = path.join(inRoot(built), path.basename(name));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": name.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8" }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** The line that an author writes. */
export const SCRIPT = `<script type="module" src="/element.js"></script>`;
