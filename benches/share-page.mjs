/**
 * The import of one file by the public module, with one worker or with two, as often as asked: how long it took from the
 * file to its receipt, and the receipt.
 *
 * Served as it is; `/index.js` is the built module.
 */

/** @type {any} */
const sillage = await import(/** @type {string} */ ("/index.js"));

/**
 * @param {File} file
 * @param {number} workers
 * @param {number} runs
 */
async function importJob(file, workers, runs) {
  /** @type {number[]} */
  const times = [];
  let receipt;
  for (let run = 0; run < runs; run += 1) {
    const study = await sillage.open();
    study.transport.wiring.cores = workers;
    const began = performance.now();
    receipt = await study.add(file, { mapping: { today: 0 } });
    times.push(performance.now() - began);
    study.close();
  }
  const { seen, content: { authors, layers } } = receipt;
  const totals = [seen, authors, layers.repost, layers.reply, layers.quote, layers.mention];
  return { times, totals, receipt: JSON.stringify(receipt) };
}

/** @type {any} */ (globalThis).importJob = importJob;
