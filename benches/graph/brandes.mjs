/** graphology's own Brandes from some sources: its public call has no such choice. */
import brandes from "graphology-shortest-path/indexed-brandes.js";

/** @import Graph from "graphology" */

/**
 * @param {Graph} graph
 * @param {number[]} sources by the order in which nodes were added
 * @returns {Float64Array} pairs through each node
 */
export function indexedBrandes(graph, sources) {
  const from = /** @type {any} */ (brandes).createUnweightedIndexedBrandes(graph);
  const [delta, sum] = [new Float64Array(graph.order), new Float64Array(graph.order)];
  for (const source of sources) {
    const [stack, before, paths] = from(source);
    delta.fill(0);
    while (stack.size !== 0) {
      const node = stack.pop();
      const share = (1 + (delta[node] ?? 0)) / paths[node];
      for (const earlier of before[node]) delta[earlier] = (delta[earlier] ?? 0) + paths[earlier] * share;
      if (node !== source) sum[node] = (sum[node] ?? 0) + (delta[node] ?? 0);
    }
  }
  return sum;
}
