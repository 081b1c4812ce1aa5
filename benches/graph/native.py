"""The native libraries on the same network: scipy, igraph and NetworKit, each task timed inside the process, one thread.

Called by scripts/bench-graph.mjs --native: native.py FILE TASKS ROUNDS SOURCES. A package that is missing is left out.
"""
import os
import statistics
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

FILE, TASKS, ROUNDS, COUNT = sys.argv[1], sys.argv[2].split(","), int(sys.argv[3]), int(sys.argv[4])
ARCS = np.loadtxt(FILE, dtype=np.int64, delimiter=",", skiprows=1)
FROM, TO, WEIGHT = (np.ascontiguousarray(column) for column in ARCS.T)
WEIGHT = WEIGHT.astype(float)
N = int(max(FROM.max(), TO.max())) + 1
SOURCES = [(at * (N // COUNT or 1)) % N for at in range(min(COUNT, N))]
LOW, HIGH = np.minimum(FROM, TO), np.maximum(FROM, TO)
KEYS, PLACE = np.unique(LOW * N + HIGH, return_inverse=True)
A, B, TIE = KEYS // N, KEYS % N, np.bincount(PLACE, WEIGHT)


def modularity(labels):
    labels = np.unique(np.asarray(labels), return_inverse=True)[1]
    strength = np.bincount(A, TIE, N) + np.bincount(B, TIE, N)
    inside = 2 * TIE[labels[A] == labels[B]].sum()
    return inside / (2 * TIE.sum()) - (np.bincount(labels, strength) ** 2).sum() / (2 * TIE.sum()) ** 2


def measure(task, peer, run, check=lambda answer: ""):
    if task not in TASKS:
        return
    times, answer = [], None
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = run()
        times.append(1e3 * (time.perf_counter() - began))
        if sum(times) > 60e3:
            break
    print(f"  {task:12} {peer:17} {statistics.median(times):9.1f} ms  {check(answer)}", flush=True)


def quality(labels):
    return f"Q {modularity(labels):.4f}, {len(set(labels))} communities"


try:
    import scipy.sparse as sparse

    out = np.bincount(FROM, WEIGHT, N)
    matrix = sparse.csr_matrix((WEIGHT / out[FROM], (TO, FROM)), (N, N))
    dangling = out == 0

    def power():
        rank = np.full(N, 1 / N)
        for _ in range(200):
            after = 0.85 * (matrix @ rank + rank[dangling].sum() / N) + 0.15 / N
            moved = np.abs(after - rank).sum()
            rank = after
            if moved < 1e-6:
                return rank
        return rank

    measure("build", "scipy", lambda: sparse.csr_matrix((WEIGHT, (TO, FROM)), (N, N)))
    measure("pagerank", "scipy", power)
except ImportError:
    print("  scipy is not there")

try:
    import igraph

    def build():
        graph = igraph.Graph(n=N, edges=np.stack((FROM, TO), 1), directed=True)
        graph.es["w"] = WEIGHT
        return graph

    graph = build()
    flat = igraph.Graph(n=N, edges=np.stack((A, B), 1))
    flat.es["w"] = TIE
    measure("build", "igraph", build)
    measure("pagerank", "igraph", lambda: graph.pagerank(damping=0.85, weights="w"))
    measure("harmonic", "igraph", lambda: graph.harmonic_centrality(vertices=SOURCES, mode="out", normalized=False))
    measure("betweenness", "igraph", lambda: graph.betweenness(directed=True, sources=SOURCES))
    measure("core", "igraph", flat.coreness)
    measure("triangles", "igraph", lambda: flat.transitivity_local_undirected(mode="zero"))
    measure("leiden", "igraph", lambda: flat.community_leiden("modularity", weights="w", n_iterations=2).membership, quality)
except ImportError:
    print("  igraph is not there")

try:
    import networkit

    networkit.setNumberOfThreads(1)
    graph = networkit.GraphFromCoo((WEIGHT, (FROM, TO)), n=N, weighted=True, directed=True)
    flat = networkit.GraphFromCoo((TIE, (A, B)), n=N, weighted=True, directed=False)
    bare, bare_flat = networkit.graphtools.toUnweighted(graph), networkit.graphtools.toUnweighted(flat)

    def done(algorithm):
        algorithm.run()
        return algorithm

    def rank():
        sinks = networkit.centrality.SinkHandling
        walk = networkit.centrality.PageRank(graph, damp=0.85, tol=1e-6, distributeSinks=sinks.DISTRIBUTE_SINKS)
        walk.norm = networkit.centrality.Norm.L1_NORM
        return done(walk)

    measure("build", "NetworKit", lambda: networkit.GraphFromCoo((WEIGHT, (FROM, TO)), n=N, weighted=True, directed=True))
    measure("pagerank", "NetworKit", rank)
    measure("betweenness", "NetworKit", lambda: done(networkit.centrality.EstimateBetweenness(bare, COUNT)))
    measure("core", "NetworKit", lambda: done(networkit.centrality.CoreDecomposition(bare_flat)))
    measure("triangles", "NetworKit", lambda: done(networkit.centrality.LocalClusteringCoefficient(bare_flat, True)))
    measure("leiden", "NetworKit", lambda: done(networkit.community.ParallelLeiden(flat, iterations=3)).getPartition().getVector(), quality)
except (ImportError, AttributeError) as error:
    print(f"  NetworKit is not there ({error})")
