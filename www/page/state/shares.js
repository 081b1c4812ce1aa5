/**
 * Weights as whole shares of 100.
 * @template {string} N
 * @param {readonly N[]} names
 * @param {Readonly<Record<N, number>>} weights
 * @returns {Record<N, number>}
 */
export function sharesOf(names, weights) {
  const sum = names.reduce((total, name) => total + weights[name], 0) || 1;
  return /** @type {Record<N, number>} */ (Object.fromEntries(names.map((name) => [name, Math.round((100 * weights[name]) / sum)])));
}

/**
 * One share moves, the others divide the rest in their proportion, so that all of them always add up to 100.
 * @template {string} N
 * @param {readonly N[]} names
 * @param {Readonly<Record<N, number>>} shares
 * @param {N} name
 * @param {number} asked
 * @returns {Record<N, number>}
 */
export function rebalanced(names, shares, name, asked) {
  const value = Math.min(100, Math.max(0, Math.round(asked)));
  const others = names.filter((each) => each !== name);
  const sum = others.reduce((total, each) => total + shares[each], 0);
  const result = /** @type {Record<N, number>} */ ({ ...shares, [name]: value });
  let rest = 100 - value;
  for (const [at, each] of others.entries()) {
    const left = others.length - at;
    const part = left === 1 ? rest : Math.min(rest, Math.round(sum > 0 ? ((100 - value) * shares[each]) / sum : (100 - value) / others.length));
    result[each] = part;
    rest -= part;
  }
  return result;
}
