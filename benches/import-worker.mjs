/**
 * The import alone, from the bytes of a file to totals and ties, once per reader: ours and its neighbours. A worker of
 * its own for each measure, so that neither memory nor warm code is left from another; the first run is the cold one.
 *
 * @typedef {{ reader: string, file: File, runs: number }} Order
 */

/** As the page does. */
const SLICE = 1 << 20;
const MENTION = /(?:^|[\s("'])@(\w{1,30})/g;

/** @type {Record<string, (file: File, bytes: Uint8Array) => Promise<() => number[] | Promise<number[]>>>} */
const READERS = {
  async sillage(file, bytes) {
    const glue = await import(/** @type {string} */ ("/sillage/sillage.js"));
    const { memory } = await glue.default();
    return () => {
      const engine = new glue.Engine();
      const id = engine.beginFile(file.name, bytes.length, {});
      for (let at = 0; at < bytes.length; at += SLICE) engine.push(id, bytes.subarray(at, at + SLICE));
      const receipt = engine.finishFile(id);
      const { layers } = receipt.content;
      const totals = [receipt.seen, receipt.content.authors, layers.repost, layers.reply, layers.quote, layers.mention];
      /** @type {any} */ (globalThis).megabytes = memory.buffer.byteLength / 2 ** 20;
      engine.free();
      return totals;
    };
  },
  csv: (file, bytes) => rust("csv_job", bytes),
  "simd-csv": (file, bytes) => rust("simd_csv_job", bytes),
  async papaparse(file, bytes) {
    // A script of the old kind, which no module can import.
    new Function(await (await fetch("/papaparse.js")).text()).call(globalThis);
    const { Papa } = /** @type {any} */ (globalThis);
    return () => {
      const job = new Job();
      let header = true;
      Papa.parse(new TextDecoder().decode(bytes), {
        skipEmptyLines: true,
        step: (/** @type {{ data: string[] }} */ { data }) => {
          if (header) header = false;
          else job.row(data);
        },
      });
      return job.totals();
    };
  },
  async "duckdb-wasm"(file, bytes) {
    const duckdb = await import(/** @type {string} */ ("/duckdb/duckdb.js"));
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker("/duckdb/duckdb-browser-eh.worker.js"));
    await database.instantiate(new URL("/duckdb/duckdb-eh.wasm", globalThis.location.href).href);
    await database.registerFileBuffer("posts.csv", bytes);
    const connection = await database.connect();
    const job = (await (await fetch("/duckdb/import.sql")).text()).replace("{file}", "posts.csv");
    return async () => {
      const [totals] = (await connection.query(job)).toArray();
      return Object.values(totals.toJSON()).slice(0, 6).map(Number);
    };
  },
  async "json.parse"(file, bytes) {
    return () => {
      const job = new Job();
      for (const line of new TextDecoder().decode(bytes).split("\n")) {
        if (!line) continue;
        const post = JSON.parse(line);
        const others = [post.retweeted_status?.user.screen_name, post.in_reply_to_screen_name, post.quoted_status?.user.screen_name];
        job.row(["", post.user.screen_name, "", post.full_text, ...others.map((name) => name ?? ""),
          String(post.user.followers_count), String(post.favorite_count)]);
      }
      return job.totals();
    };
  },
};

/**
 * @param {"csv_job" | "simd_csv_job"} name
 * @param {Uint8Array} bytes
 */
async function rust(name, bytes) {
  const peers = await import(/** @type {string} */ ("/peers/import_peers.js"));
  await peers.default();
  return () => [...peers[name](bytes)];
}

/** Totals per author and counted ties, with the maps of JavaScript. */
class Job {
  rows = 0;
  /** @type {Map<string, number>} */
  numbers = new Map();
  /** @type {{ posts: number, likes: number, followers: number }[]} */
  authors = [];
  /** @type {Map<number, number>} */
  ties = new Map();
  kinds = [0, 0, 0, 0];

  /** @param {string} handle */
  number(handle) {
    const key = handle.toLowerCase();
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.numbers.set(key, (number = this.authors.length));
      this.authors.push({ posts: 0, likes: 0, followers: 0 });
    }
    return number;
  }

  /**
   * @param {number} from
   * @param {string} to
   * @param {0 | 1 | 2 | 3} kind
   */
  tie(from, to, kind) {
    const key = (from * 4_194_304 + this.number(to)) * 4 + kind;
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    this.ties.set(key, (this.ties.get(key) ?? 0) + 1);
  }

  /** @param {string[]} fields */
  row([, handle = "", , text = "", repost, reply, quote, followers, likes]) {
    this.rows += 1;
    const from = this.number(handle);
    const author = this.authors[from];
    if (author) {
      author.posts += 1;
      author.likes += Number(likes);
      author.followers = Math.max(author.followers, Number(followers));
    }
    if (repost) return this.tie(from, repost, 0);
    if (reply) this.tie(from, reply, 1);
    if (quote) this.tie(from, quote, 2);
    if (!text.includes("@")) return;
    const named = new Set([...text.matchAll(MENTION)].map(([, name = ""]) => name.toLowerCase()));
    if (reply) named.delete(reply.toLowerCase());
    for (const name of named) this.tie(from, name, 3);
  }

  /** @returns {number[]} */
  totals() {
    return [this.rows, this.authors.filter(({ posts }) => posts > 0).length, ...this.kinds];
  }
}

globalThis.onmessage = ({ data }) => {
  // What fails is told: a rejected promise would leave the page waiting.
  measure(data).then(
    (measured) => globalThis.postMessage(measured),
    (error) => globalThis.postMessage({ error: String(error) }),
  );
};

/** @param {Order} order */
async function measure({ reader, file, runs }) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const run = await /** @type {NonNullable<typeof READERS[string]>} */ (READERS[reader])(file, bytes);
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  let totals = [];
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now();
    totals = await run();
    times.push(performance.now() - began);
  }
  return { times, totals: totals.slice(0, 6), megabytes: /** @type {any} */ (globalThis).megabytes };
}
