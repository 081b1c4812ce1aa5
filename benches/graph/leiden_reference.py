"""The best modularity that leidenalg and igraph find: what `examples/leiden_seeds.rs` is held against.

Reads the same files as it does: leiden_reference.py [--seeds 20] [--directions] FILE... Prints FILE=Q, ready to be
given to it.
"""
import argparse
import random

import igraph
import leidenalg

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs="+")
parser.add_argument("--seeds", type=int, default=20)
parser.add_argument("--directions", action="store_true")
given = parser.parse_args()


def arcs(path):
    """Pairs of nodes, each with its weight; a tie of both directions twice."""
    with open(path) as file:
        lines = [line for line in file if not line.startswith(("%", "#"))]
    if path.endswith(".graph"):
        head = lines[0].split()
        weighted = len(head) > 2 and head[2].endswith("1")
        for node, line in enumerate(lines[1 : int(head[0]) + 1]):
            row = line.split()
            for at in range(0, len(row), 2 if weighted else 1):
                yield node, int(row[at]) - 1, float(row[at + 1]) if weighted else 1.0
        return
    for line in lines:
        cells = line.replace(",", " ").split()
        if len(cells) > 1 and cells[0].isdigit() and cells[1].isdigit():
            yield int(cells[0]), int(cells[1]), float(cells[2]) if len(cells) > 2 else 1.0


for path in given.files:
    weights = {}
    for a, b, weight in arcs(path):
        pair = (min(a, b), max(a, b))
        if a != b:
            weights[pair] = weights.get(pair, 0) + weight if given.directions else weight
    names = {name: at for at, name in enumerate(sorted({end for pair in weights for end in pair}))}
    graph = igraph.Graph(n=len(names), edges=[(names[a], names[b]) for a, b in weights])
    graph.es["weight"] = list(weights.values())
    best = 0.0
    for seed in range(given.seeds):
        found = leidenalg.find_partition(
            graph, leidenalg.ModularityVertexPartition, weights="weight", n_iterations=-1, seed=seed
        )
        random.seed(seed)
        other = graph.community_leiden("modularity", weights="weight", n_iterations=-1)
        best = max(best, found.quality(), graph.modularity(other, weights="weight"))
    print(f"{path}={best:.6f}", flush=True)
