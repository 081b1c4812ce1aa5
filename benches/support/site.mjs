/** The page that both sides run in, served on this machine only. */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { bundle, onlyChunk } from "../../scripts/build/bundle.mjs";
import { inRoot } from "../../scripts/build/paths.mjs";

/**
 * Takes note of the memory of every engine that a worker makes, so that its size can be asked for.
 * Only here: the shipped page has no such thing.
 */
const WATCH_MEMORY = `{
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) {
    const made = new Instance(module, imports);
    globalThis.__memory = made.exports.memory;
    return made;
  };
}
`;

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>
<input type="file" id="file">
<script>
  const Plain = Blob;
  Blob = class extends Plain {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [${JSON.stringify(WATCH_MEMORY)}, ...parts] : parts, options);
    }
  };
</script>
<script src="/papaparse.js"></script>
<script type="module" src="/peer.js"></script>
<script type="module" src="/ours.js"></script>`;

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function openSite() {
  const peer = await bundle({
    build: { lib: { entry: inRoot("benches", "peer-page.mjs"), formats: ["es"], fileName: () => "peer.js" } },
  });
  /** @type {Record<string, [string, string | Uint8Array]>} */
  const files = {
    "/": ["text/html", PAGE],
    "/peer.js": ["text/javascript", onlyChunk(peer, "peer.js").code],
    "/papaparse.js": ["text/javascript", readFileSync(inRoot("node_modules", "papaparse", "papaparse.min.js"))],
    "/ours.js": ["text/javascript", readFileSync(inRoot("benches", "our-page.mjs"))],
    "/index.js": ["text/javascript", readFileSync(inRoot("dist", "index.js"))],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(body ? 200 : 404, { "Content-Type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => void (server.closeAllConnections(), server.close()) };
}
