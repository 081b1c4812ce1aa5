/** The contest in a worker of Chromium. */
import { contest } from "./contest.mjs";

globalThis.onmessage = async ({ data }) => {
  try {
    const glue = await import(/* @vite-ignore */ String("/sillage/sillage.js"));
    const { memory } = await glue.default();
    const bytes = new Uint8Array(await (await fetch("/data")).arrayBuffer());
    const entries = await contest({ ...data, bytes, glue, memory, say: (line) => postMessage({ line }) });
    postMessage({ entries });
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.stack : String(error) });
  }
};
