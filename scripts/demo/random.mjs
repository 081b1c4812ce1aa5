// Seeded pseudo-random draws on 32-bit integers only, so that every engine gives the same bytes.

/** @param {number} seed any integer */
export function createRandom(seed) {
  let state = seed >>> 0;

  /** Next unsigned 32-bit integer (mulberry32: integer operations only). */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return (z ^ (z >>> 14)) >>> 0;
  }

  /**
   * Integer in [low, high], both included.
   * @param {number} low
   * @param {number} high
   */
  function between(low, high) {
    return low + (next() % (high - low + 1));
  }

  /**
   * True `percent` times out of 100.
   * @param {number} percent
   */
  function chance(percent) {
    return next() % 100 < percent;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  function pick(list) {
    return list[next() % list.length];
  }

  /**
   * One key of `{ key: integer weight }`, with probability in proportion to its weight.
   * @param {Record<string, number>} weights
   */
  function weighted(weights) {
    const entries = Object.entries(weights);
    let total = 0;
    for (const [, weight] of entries) total += weight;
    let at = next() % total;
    for (const [key, weight] of entries) {
      if (at < weight) return key;
      at -= weight;
    }
    return entries[0][0];
  }

  /**
   * `count` distinct items of `list` (all of them when it is shorter), in random order.
   * @template T
   * @param {readonly T[]} list
   * @param {number} count
   */
  function sample(list, count) {
    const rest = list.slice();
    /** @type {T[]} */
    const taken = [];
    while (taken.length < count && rest.length > 0) {
      taken.push(rest.splice(next() % rest.length, 1)[0]);
    }
    return taken;
  }

  return { next, between, chance, pick, weighted, sample };
}
