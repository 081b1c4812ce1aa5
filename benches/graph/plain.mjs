/**
 * The opponent that is honest: the same tasks by hand in JavaScript, on typed arrays.
 *
 * @typedef {object} Rows compressed sparse rows
 * @property {Uint32Array} start
 * @property {Uint32Array} other
 * @property {Float64Array} weight
 *
 * @typedef {object} Network
 * @property {number} nodes
 * @property {Uint32Array} from
 * @property {Uint32Array} to
 * @property {Uint32Array} weight
 * @property {Rows} out
 * @property {Rows} in
 * @property {Float64Array} strength weight of the arcs that leave each node
 * @property {Rows} flat both directions, each neighbour once, in order
 */

const at = (/** @type {ArrayLike<number>} */ column, /** @type {number} */ place) => /** @type {number} */ (column[place]);

/** @param {number} nodes @param {Uint32Array} from @param {Uint32Array} to @param {ArrayLike<number>} weight @returns {Rows} */
export function rows(nodes, from, to, weight) {
  const start = new Uint32Array(nodes + 1);
  for (let arc = 0; arc < from.length; arc += 1) start[from[arc] + 1] += 1;
  for (let node = 0; node < nodes; node += 1) start[node + 1] += start[node];
  const next = start.slice();
  const [other, weights] = [new Uint32Array(from.length), new Float64Array(from.length)];
  for (let arc = 0; arc < from.length; arc += 1) {
    const place = next[from[arc]]++;
    other[place] = to[arc];
    weights[place] = weight[arc];
  }
  return { start, other, weight: weights };
}

/** Both directions as one, neighbours in order and each once. @param {number} nodes @param {Rows} out @param {Rows} inn @returns {Rows} */
function undirected(nodes, out, inn) {
  const sum = new Float64Array(nodes);
  const [start, other, weight] = [new Uint32Array(nodes + 1), new Uint32Array(2 * out.other.length), new Float64Array(2 * out.other.length)];
  let end = 0;
  for (let node = 0; node < nodes; node += 1) {
    const first = end;
    for (const { start: s, other: o, weight: w } of [out, inn]) {
      for (let place = s[node]; place < s[node + 1]; place += 1) {
        if (o[place] === node) continue;
        if (sum[o[place]] === 0) other[end++] = o[place];
        sum[o[place]] += w[place];
      }
    }
    other.subarray(first, end).sort();
    for (let place = first; place < end; place += 1) {
      weight[place] = sum[other[place]];
      sum[other[place]] = 0;
    }
    start[node + 1] = end;
  }
  return { start, other: other.slice(0, end), weight: weight.slice(0, end) };
}

/** @param {{ nodes: number, from: Uint32Array, to: Uint32Array, weight: Uint32Array }} arcs @returns {Network} */
export function network({ nodes, from, to, weight }) {
  const [out, inn] = [rows(nodes, from, to, weight), rows(nodes, to, from, weight)];
  const strength = new Float64Array(nodes);
  for (let arc = 0; arc < from.length; arc += 1) strength[from[arc]] += weight[arc];
  return { nodes, from, to, weight, out, in: inn, strength, flat: undirected(nodes, out, inn) };
}

/** @param {Network} network @param {number} tolerance */
export function pagerank({ nodes, in: { start, other, weight }, strength }, tolerance) {
  let rank = new Float64Array(nodes).fill(1 / nodes);
  let next = new Float64Array(nodes);
  const share = new Float64Array(nodes);
  for (let iteration = 0; iteration < 1000; iteration += 1) {
    let [lost, moved] = [0, 0];
    for (let node = 0; node < nodes; node += 1) {
      if (strength[node] > 0) share[node] = rank[node] / strength[node];
      else lost += rank[node];
    }
    const base = (0.15 + 0.85 * lost) / nodes;
    for (let node = 0; node < nodes; node += 1) {
      let sum = 0;
      for (let place = start[node], end = start[node + 1]; place < end; place += 1) sum += share[other[place]] * weight[place];
      sum = base + 0.85 * sum;
      moved += Math.abs(sum - rank[node]);
      next[node] = sum;
    }
    [rank, next] = [next, rank];
    if (moved < tolerance) break;
  }
  return rank;
}

/** Brandes from some sources. @param {Network} network @param {number[]} sources */
export function betweenness({ nodes, out: { start, other } }, sources) {
  const [distance, paths, delta, sum] = [new Int32Array(nodes), new Float64Array(nodes), new Float64Array(nodes), new Float64Array(nodes)];
  const queue = new Uint32Array(nodes);
  for (const source of sources) {
    distance.fill(-1);
    paths.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    let [head, tail] = [0, 1];
    queue[0] = source;
    while (head < tail) {
      const node = queue[head++];
      const next = distance[node] + 1;
      for (let place = start[node], end = start[node + 1]; place < end; place += 1) {
        const reached = other[place];
        if (distance[reached] < 0) {
          distance[reached] = next;
          queue[tail++] = reached;
        }
        if (distance[reached] === next) paths[reached] += paths[node];
      }
    }
    while (tail-- > 1) {
      const node = queue[tail];
      const next = distance[node] + 1;
      let share = 0;
      for (let place = start[node], end = start[node + 1]; place < end; place += 1) {
        const reached = other[place];
        if (distance[reached] === next) share += (1 + delta[reached]) / paths[reached];
      }
      delta[node] = share * paths[node];
      sum[node] += delta[node];
    }
  }
  return sum;
}

/** Sum over sources of 1 / distance from the source to each node. @param {Network} network @param {number[]} sources */
export function harmonic({ nodes, out: { start, other } }, sources) {
  const [distance, sum, queue] = [new Int32Array(nodes), new Float64Array(nodes), new Uint32Array(nodes)];
  for (const source of sources) {
    distance.fill(-1);
    distance[source] = 0;
    let [head, tail] = [0, 1];
    queue[0] = source;
    while (head < tail) {
      const node = queue[head++];
      for (let place = start[node], end = start[node + 1]; place < end; place += 1) {
        const reached = other[place];
        if (distance[reached] >= 0) continue;
        distance[reached] = distance[node] + 1;
        sum[reached] += 1 / distance[reached];
        queue[tail++] = reached;
      }
    }
  }
  return sum;
}

/** Core numbers by peeling. @param {Network} network */
export function core({ nodes, flat: { start, other } }) {
  const degree = Uint32Array.from({ length: nodes }, (_, node) => at(start, node + 1) - at(start, node));
  const bins = new Uint32Array(degree.reduce((most, d) => Math.max(most, d), 0) + 2);
  for (const d of degree) bins[d + 1] += 1;
  for (let d = 0; d + 1 < bins.length; d += 1) bins[d + 1] += bins[d];
  const next = bins.slice();
  const [order, place] = [new Uint32Array(nodes), new Uint32Array(nodes)];
  for (let node = 0; node < nodes; node += 1) order[place[node] = next[degree[node]]++] = node;
  for (let here = 0; here < nodes; here += 1) {
    const node = order[here];
    for (let p = start[node], end = start[node + 1]; p < end; p += 1) {
      const neighbour = other[p];
      if (degree[neighbour] <= degree[node]) continue;
      const first = bins[degree[neighbour]]++;
      const swapped = order[first];
      order[place[swapped] = place[neighbour]] = swapped;
      order[place[neighbour] = first] = neighbour;
      degree[neighbour] -= 1;
    }
  }
  return Float64Array.from(degree);
}

/** Triangles of each node, by intersecting forward neighbours in the order of degree. @param {Network} network */
export function triangles({ nodes, flat: { start, other } }) {
  const degree = (/** @type {number} */ node) => start[node + 1] - start[node];
  const order = Uint32Array.from({ length: nodes }, (_, node) => node).sort((a, b) => degree(a) - degree(b) || a - b);
  const rank = new Uint32Array(nodes);
  order.forEach((node, place) => (rank[node] = place));
  const first = new Uint32Array(nodes + 1);
  for (let place = 0; place < nodes; place += 1) {
    let count = 0;
    for (let p = start[order[place]]; p < start[order[place] + 1]; p += 1) if (rank[other[p]] > place) count += 1;
    first[place + 1] = first[place] + count;
  }
  const ahead = new Uint32Array(first[nodes]);
  for (let place = 0, end = 0; place < nodes; place += 1) {
    const from = end;
    for (let p = start[order[place]]; p < start[order[place] + 1]; p += 1) if (rank[other[p]] > place) ahead[end++] = rank[other[p]];
    ahead.subarray(from, end).sort();
  }
  const [found, marked] = [new Float64Array(nodes), new Uint8Array(nodes)];
  for (let a = 0; a < nodes; a += 1) {
    for (let p = first[a]; p < first[a + 1]; p += 1) marked[ahead[p]] = 1;
    for (let p = first[a]; p < first[a + 1]; p += 1) {
      const b = ahead[p];
      for (let q = first[b]; q < first[b + 1]; q += 1) {
        if (marked[ahead[q]] === 0) continue;
        found[order[a]] += 1;
        found[order[b]] += 1;
        found[order[ahead[q]]] += 1;
      }
    }
    for (let p = first[a]; p < first[a + 1]; p += 1) marked[ahead[p]] = 0;
  }
  return found;
}

/** Modularity of a partition of the undirected view. @param {Network} network @param {ArrayLike<number>} community */
export function modularity({ nodes, flat: { start, other, weight } }, community) {
  let [inside, whole] = [0, 0];
  /** @type {Map<number, number>} */
  const strength = new Map();
  for (let node = 0; node < nodes; node += 1) {
    const mine = at(community, node);
    let sum = 0;
    for (let place = start[node]; place < start[node + 1]; place += 1) {
      sum += weight[place];
      if (community[other[place]] === mine) inside += weight[place];
    }
    whole += sum;
    strength.set(mine, (strength.get(mine) ?? 0) + sum);
  }
  let q = inside / whole;
  for (const sum of strength.values()) q -= (sum / whole) ** 2;
  return q;
}
