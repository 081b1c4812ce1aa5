/**
 * A listener on this machine that counts everything that reaches it: HTTP requests and WebSocket handshakes.
 * It answers as permissively as a hostile server would.
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** @typedef {{ url: string, socketUrl: string, port: number, hits: string[], close: () => Promise<void> }} Sink */

/** @returns {Promise<Sink>} */
export async function openSink() {
  /** @type {string[]} */
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, {
      "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Content-Type": "text/plain",
      "Cross-Origin-Resource-Policy": "cross-origin",
    }).end("ok");
  });
  server.on("upgrade", (request, socket) => {
    hits.push(`WS ${request.url}`);
    const key = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.on("error", () => {});
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`, socketUrl: `ws://127.0.0.1:${port}`, port, hits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}
