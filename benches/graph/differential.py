"""Tries the published module on random and odd networks, beside networkx, igraph, NetworKit and dense algebra.

Every network goes in as a file (a table of edges, GEXF, GraphML, GML), every measure comes out of `study.measure`, and
every number of it is compared with one computed apart. A development tool: needs networkx, numpy, igraph, networkit.

    python3 benches/graph/differential.py [--module dist/node.js] [--networks 300] [--seed 1] [--only pagerank]

Prints each disagreement with the network that shows it, and a table: measure, comparisons, largest error.
"""
import argparse
import io
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from fractions import Fraction

import igraph
import networkit
import networkx as nx
import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--module", default="dist/node.js")
parser.add_argument("--networks", type=int, default=300)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--only", default="")
parser.add_argument("--most", type=int, default=40, help="disagreements to print")
GIVEN = parser.parse_args()
TINY, HUGE = float(np.finfo(np.float32).tiny), float(np.finfo(np.float32).max)


# Networks ------------------------------------------------------------------------------------------------------------

def ends(rng, kind, n):
    """Pairs of a family of networks."""
    if kind == "random":
        p = rng.choice([0.02, 0.08, 0.2, 0.5])
        return [(a, b) for a in range(n) for b in range(n) if rng.random() < p]
    if kind == "star in":
        return [(a, 0) for a in range(1, n)]
    if kind == "star out":
        return [(0, a) for a in range(1, n)]
    if kind == "star both":
        return [pair for a in range(1, n) for pair in ((a, 0), (0, a))]
    if kind == "clique":
        return [(a, b) for a in range(n) for b in range(n) if a != b]
    if kind == "tournament":
        return [(a, b) if rng.random() < 0.5 else (b, a) for a in range(n) for b in range(a)]
    if kind == "path":
        return [(a, a + 1) for a in range(n - 1)]
    if kind == "cycle":
        return [(a, (a + 1) % n) for a in range(n)]
    if kind == "grid":
        side = max(2, int(math.sqrt(n)))
        right = [(a, a + 1) for a in range(side * side) if a % side < side - 1]
        return right + [(a, a + side) for a in range(side * (side - 1))]
    if kind == "bipartite":
        return [(a, b) for a in range(n // 2) for b in range(n // 2, n) if rng.random() < 0.3]
    if kind == "power law":
        found, bag = [], [0]
        for a in range(1, n):
            for b in {rng.choice(bag) for _ in range(2)}:
                found.append((a, b) if rng.random() < 0.8 else (b, a))
                bag += [a, b]
        return found
    if kind == "tree":
        return [(a, rng.randrange(a)) for a in range(1, n)]
    if kind == "two parts":
        half = n // 2
        return [(a, b) for a in range(n) for b in range(n) if a != b and (a < half) == (b < half) and rng.random() < 0.2]
    if kind == "cliques in a ring":
        found = []
        for first in range(0, n - 4, 5):
            found += [(first + a, first + b) for a in range(5) for b in range(a)]
            found.append((first, (first + 5) % max(5, n - n % 5)))
        return found
    if kind == "layers":
        return [(a, b) for a in range(n) for b in range(n) if b // 4 == a // 4 + 1 and rng.random() < 0.7]
    if kind == "loops":
        return [(a, a) for a in range(n)]
    if kind == "hub and fringe":
        core = max(3, n // 4)
        found = [(a, b) for a in range(core) for b in range(core) if a != b and rng.random() < 0.5]
        return found + [(a, rng.randrange(core)) for a in range(core, n)] + [(rng.randrange(core), a) for a in range(core, n, 3)]
    raise ValueError(kind)


KINDS = ["random", "random", "random", "star in", "star out", "star both", "clique", "tournament", "path", "cycle", "grid",
         "bipartite", "power law", "tree", "two parts", "cliques in a ring", "layers", "loops", "hub and fringe"]
WEIGHTS = {
    "one": lambda rng: "1",
    "whole": lambda rng: str(rng.randint(1, 9)),
    "halves": lambda rng: str(rng.choice([0.25, 0.5, 1, 2, 4])),
    "real": lambda rng: repr(rng.random() + 1e-3),
    "skewed": lambda rng: repr(rng.paretovariate(0.6)),
    "odd": lambda rng: rng.choice(["1", "2", "0", "-1", "0.5", "-0.25", "3"]),
    "unknown": lambda rng: rng.choice(["1", "2", "", "NaN", "0.5"]),
    "huge": lambda rng: repr(rng.random() * 1e30),
    "tiny": lambda rng: repr(rng.random() * 1e-30),
    "mixed": lambda rng: repr(10.0 ** rng.randint(-6, 6)),
    "extreme": lambda rng: rng.choice(["1e300", "1e38", "3e38", "1", "1e-38", "1e-44", "1e-300"]),
}


class Network:
    """Rows as written, and what they mean."""

    def __init__(self, rng, at):
        self.kind = rng.choice(KINDS)
        self.weights = rng.choice(list(WEIGHTS))
        self.format = rng.choice(["csv", "csv", "csv", "gexf", "graphml", "gml"])
        self.directed = rng.random() < 0.7
        n = rng.choice([2, 3, 5, 8, 12, 20, 30, 45])
        pairs = [pair for pair in ends(rng, self.kind, n) if max(pair) < n]
        rng.shuffle(pairs)
        if rng.random() < 0.3:
            pairs += [(a, a) for a in range(0, n, 3)]
        parallel = self.format == "csv" and rng.random() < 0.4
        if parallel:
            pairs += [pair for pair in pairs if rng.random() < 0.3]
        elif not self.directed:
            pairs = list({(min(pair), max(pair)): pair for pair in pairs}.values())
        else:
            pairs = list(dict.fromkeys(pairs))
        self.isolates = rng.choice([0, 0, 3]) if self.format != "csv" else 0
        names = list(range(n + self.isolates))
        rng.shuffle(names)
        self.rows = [(f"u{names[a]}x", f"u{names[b]}x", WEIGHTS[self.weights](rng)) for a, b in pairs]
        self.nodes = {f"u{name}x" for name in names} if self.format != "csv" else set()
        self.name = f"network {at}: {self.kind}, {n} nodes, weights {self.weights}, {self.format}, {'directed' if self.directed else 'undirected'}"
        self.text = self.written()

    def written(self):
        if self.format == "csv":
            kind = "Directed" if self.directed else "Undirected"
            return "Source,Target,Type,Weight\n" + "".join(f"{a},{b},{kind},{w}\n" for a, b, w in self.rows)
        graph = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(sorted(self.nodes))
        self.rows = [row for row in self.rows if row[2] not in ("", "NaN")]
        for a, b, weight in self.rows:
            graph.add_edge(a, b, weight=float(weight))
        out = io.BytesIO()
        {"gexf": nx.write_gexf, "graphml": nx.write_graphml, "gml": nx.write_gml}[self.format](graph, out)
        return out.getvalue().decode()

    def read(self):
        """Nodes, and arcs with the weights that count: 32 bits, parallel ones added up, no loops."""
        nodes, arcs = set(self.nodes), defaultdict(float)
        for a, b, text in self.rows:
            weight = 1.0 if text in ("", "NaN") else float(text)
            if weight <= 0:
                continue
            nodes |= {a, b}
            weight = float(np.float32(min(max(weight, TINY), HUGE)))
            if a != b:
                arcs[a, b] += weight
                if not self.directed:
                    arcs[b, a] += weight
        return nodes, {pair: float(np.float32(min(weight, HUGE))) for pair, weight in arcs.items()}


class Truth:
    """What is computed apart, on nodes in the order of the module's handles."""

    def __init__(self, handles, arcs):
        self.handles, self.n = handles, len(handles)
        place = {handle: at for at, handle in enumerate(handles)}
        self.arcs = {(place[a], place[b]): weight for (a, b), weight in arcs.items()}
        self.directed = nx.DiGraph()
        self.directed.add_nodes_from(range(self.n))
        self.directed.add_weighted_edges_from((a, b, w) for (a, b), w in sorted(self.arcs.items()))
        flat = defaultdict(float)
        for (a, b), weight in self.arcs.items():
            flat[min(a, b), max(a, b)] += weight
        self.flat = {pair: float(np.float32(min(weight, HUGE))) for pair, weight in flat.items()}
        self.graph = nx.Graph()
        self.graph.add_nodes_from(range(self.n))
        self.graph.add_weighted_edges_from((a, b, w) for (a, b), w in sorted(self.flat.items()))
        self.matrix = np.zeros((self.n, self.n))
        for (a, b), weight in self.arcs.items():
            self.matrix[a, b] = weight
        self.unit = (self.matrix > 0).astype(float)
        self.sym = np.zeros((self.n, self.n))
        for (a, b), weight in self.flat.items():
            self.sym[a, b] = self.sym[b, a] = weight

    def pagerank(self, damping=0.85, matrix=None, start=None):
        matrix = self.matrix if matrix is None else matrix
        start = np.full(self.n, 1 / self.n) if start is None else start / start.sum()
        sums = matrix.sum(1)
        steps = np.where(sums[:, None] > 0, matrix / np.where(sums > 0, sums, 1)[:, None], start[None, :])
        return np.linalg.solve(np.eye(self.n) - damping * steps.T, (1 - damping) * start)

    def lengths(self, flat, length):
        found = defaultdict(list)
        for (a, b), weight in (self.flat if flat else self.arcs).items():
            far = Fraction(1) if length == "hop" else Fraction(weight) if length == "weight" else 1 / Fraction(weight)
            found[a].append((b, far))
            if flat:
                found[b].append((a, far))
        return found

    def far(self, source, flat, length):
        """Dijkstra by the book, in whole numbers."""
        ahead, far, done = self.lengths(flat, length), {source: Fraction(0)}, set()
        while len(done) < len(far):
            node = min((v for v in far if v not in done), key=lambda v: far[v])
            done.add(node)
            for other, step in ahead[node]:
                if other not in far or far[node] + step < far[other]:
                    far[other] = far[node] + step
        return far

    def between(self, flat, length):
        """Betweenness from all pairs, by counting paths in whole numbers."""
        far = [self.far(source, flat, length) for source in range(self.n)]
        ahead = self.lengths(flat, length)
        total = [Fraction(0)] * self.n
        for s in range(self.n):
            order = sorted(far[s], key=lambda v: far[s][v])
            ways = defaultdict(int, {s: 1})
            for v in order:
                for w, step in ahead[v]:
                    if far[s][v] + step == far[s][w]:
                        ways[w] += ways[v]
            part = defaultdict(Fraction)
            for v in reversed(order):
                for w, step in ahead[v]:
                    if far[s][v] + step == far[s][w]:
                        part[v] += Fraction(ways[v], ways[w]) * (1 + part[w])
                if v != s:
                    total[v] += part[v]
        return np.array([float(value / 2 if flat else value) for value in total])


# Comparisons ---------------------------------------------------------------------------------------------------------

SEEN, WORST, WRONG = Counter(), defaultdict(float), []


def compare(where, measure, got, wanted, tolerance, relative=True):
    """Numbers beside numbers; `nan` stands for unknown."""
    got = np.array([math.nan if v is None else float(v) for v in got])
    wanted = np.array(wanted, dtype=float)
    SEEN[measure] += 1
    if got.shape != wanted.shape:
        return WRONG.append((measure, where, f"{got.shape} values for {wanted.shape}"))
    if (np.isnan(got) != np.isnan(wanted)).any():
        at = int(np.flatnonzero(np.isnan(got) != np.isnan(wanted))[0])
        return WRONG.append((measure, where, f"at {at}: {got[at]} for {wanted[at]}"))
    if not len(got) or np.isnan(got).all():
        return None
    with np.errstate(invalid="ignore", over="ignore"):
        off = np.where(got == wanted, 0, np.abs(got - wanted))
        scale = max(1e-300, np.nanmax(np.abs(np.where(np.isfinite(wanted), wanted, 0)))) if relative else 1
        error = np.nanmax(off / scale)
    WORST[measure] = max(WORST[measure], error)
    if not error <= tolerance:
        at = int(np.nanargmax(np.where(np.isnan(off), -1, off)))
        WRONG.append((measure, where, f"at {at}: {got[at]!r} for {wanted[at]!r}, off by {error:.2g}"))
    return None


def same_parts(where, measure, got, parts):
    SEEN[measure] += 1
    found = defaultdict(set)
    for at, label in enumerate(got):
        found[label].add(at)
    if sorted(map(sorted, found.values())) != sorted(map(sorted, parts)):
        WRONG.append((measure, where, "another partition"))
    sizes = [len(found[label]) for label in sorted(found)]
    if sizes != sorted(sizes, reverse=True):
        WRONG.append((measure, where, "not numbered by size"))


def columns(name, wanted, tolerance=1e-9, params=None, relative=True):
    """A measure whose columns are known."""
    def check(truth, where, answer):
        for column, values in wanted(truth).items():
            compare(where, f"{name}{'.' + column if column != name else ''} {params or ''}".strip(),
                    answer["columns"][column], values, tolerance, relative)
    return name, params or {}, check


def linear(name, params):
    def check(truth, where, answer):
        matrix = truth.unit if params.get("weighting") == "structure" else truth.matrix
        facts, got = answer["facts"], answer["columns"][name]
        label = f"{name} {params or ''}".strip()
        if name == "socialPower":
            constant = params.get("constant", 1)
            sums = matrix.sum(1)
            own = np.minimum(sums / (sums + constant), 0.95)
            shares = matrix / np.where(sums > 0, sums, 1)[:, None]
            power = (1 - own) * np.linalg.solve(np.eye(truth.n) - (own[:, None] * shares).T, np.full(truth.n, 1 / truth.n))
            return compare(where, label, got, power, 1e-8)
        largest = matrix.max() if truth.arcs else 0
        radius = largest * max(abs(np.linalg.eigvals(matrix / largest))) if truth.arcs else 0
        alpha = facts["attenuation"]
        compare(where, f"{label}, spectral radius", [facts["spectralRadius"]], [radius], math.inf)
        if radius > 0 and not alpha * radius < 1 and name == "katz":
            WRONG.append((label, where, f"attenuation {alpha} at radius {radius}"))
        compare(where, label, got, np.linalg.solve(np.eye(truth.n) - alpha * matrix.T, np.ones(truth.n)), 1e-7)
        return None
    return name, params, check


def ranked(params, seeds=False):
    def check(truth, where, answer):
        matrix = truth.unit if params.get("weighting") == "structure" else truth.matrix
        start = None
        if "trusted" in params:
            start = ((truth.unit.sum(0) >= params["trusted"]) * 1.0)
            start = start if start.sum() else None
        elif seeds:
            start = np.zeros(truth.n)
            start[:2] = 1
        damping = params.get("damping", 0.85)
        wanted = truth.pagerank(damping, matrix, start)
        label = f"pagerank {dict(params, seeds=2) if seeds else params or ''}".strip()
        if "tolerance" in params:
            return compare(where, label, answer["columns"]["pagerank"], wanted, 8 * params["tolerance"], False)
        compare(where, label, answer["columns"]["pagerank"], wanted, 1e-10, False)
        if truth.arcs and max(truth.arcs.values()) < 1e20:
            weight = None if params.get("weighting") == "structure" else "weight"
            given = None if start is None else dict(enumerate(start / start.sum()))
            theirs = nx.pagerank(truth.directed, damping, given, 1000, 1e-14, weight=weight)
            compare(where, f"{label}, networkx", answer["columns"]["pagerank"], [theirs[v] for v in range(truth.n)], 1e-10, False)
        return None
    return "pagerank", params, check


def hits(truth, where, answer):
    matrix = truth.matrix / (truth.matrix.max() or 1)
    values, vectors = np.linalg.eigh(matrix.T @ matrix)
    if not truth.arcs:
        return compare(where, "hits", answer["columns"]["authority"], [math.nan] * truth.n, 0)
    if truth.n > 1 and values[-2] > 0.98 * values[-1]:
        SEEN["hits, degenerate"] += 1
        return None
    authority = np.abs(vectors[:, -1])
    hub = np.abs(matrix @ vectors[:, -1])
    compare(where, "hits.authority", answer["columns"]["authority"], authority / authority.sum(), 1e-7)
    compare(where, "hits.hub", answer["columns"]["hub"], hub / hub.sum(), 1e-7)
    return None


def betweenness(params):
    def check(truth, where, answer):
        flat = params.get("undirected", False)
        wanted = truth.between(flat, "inverse" if params.get("weighted") else "hop")
        n = truth.n
        if params.get("unit") == "share":
            wanted = wanted * (2 if flat else 1) / max(1, (n - 1) * (n - 2))
        compare(where, f"betweenness {params or ''}".strip(), answer["columns"]["betweenness"], wanted, 1e-9)
        if not params:
            edges = list(truth.arcs)
            theirs = igraph.Graph(n=n, edges=edges, directed=True).betweenness()
            compare(where, "betweenness, igraph", answer["columns"]["betweenness"], theirs, 1e-9)
    return "betweenness", params, check


def estimated(flat):
    def check(truth, where, answer):
        exact = truth.between(flat, "hop")
        pairs = truth.n * (truth.n - 1) / (2 if flat else 1)
        off = max((abs(a - b) for a, b in zip(answer["columns"]["betweenness"], exact)), default=0)
        name = f"betweenness estimated, {'undirected' if flat else 'directed'}"
        SEEN[name] += 1
        WORST[name] = max(WORST[name], off / max(pairs, 1))
        # One in ten may be off by more than epsilon; none by twice as much.
        if off > 2 * 0.05 * pairs + 1e-9:
            WRONG.append((name, where, f"off by {off / pairs:.3g} of all pairs"))
    return "betweenness", {"exact": False, "epsilon": 0.05, "undirected": flat, "seed": 3}, check


def harmonic(params):
    def check(truth, where, answer):
        flat, out = params.get("undirected", False), params.get("direction") == "outgoing"
        wanted = np.zeros(truth.n)
        for source in range(truth.n):
            for other, far in truth.far(source, flat, "hop").items():
                if other != source:
                    wanted[source if out else other] += 1 / float(far)
        compare(where, f"harmonic {params or ''}".strip(), answer["columns"]["harmonic"], wanted, 1e-12)
        if flat:
            graph = networkit.nxadapter.nx2nk(truth.graph)
            theirs = networkit.centrality.HarmonicCloseness(graph, False).run().scores() if truth.n else []
            compare(where, "harmonic, NetworKit", answer["columns"]["harmonic"], theirs, 1e-12)
    return "harmonic", params, check


def distance(length, flat):
    def check(truth, where, answer):
        far = truth.far(0, flat, length)
        wanted = [float(far[v]) if v in far else math.nan for v in range(truth.n)]
        compare(where, f"distance {length}{', undirected' if flat else ''}", answer["columns"]["distance"], wanted, 1e-12)
    return "distance", {"length": length, "undirected": flat, "from": 0}, check


def reach(truth, where, answer):
    # Counters of 4,096 registers: 1.6 % of standard error.
    reachable = np.array([sum(1 for v in range(truth.n) if nx.has_path(truth.directed, v, at)) for at in range(truth.n)])
    two = np.array([len(nx.single_source_shortest_path_length(truth.directed.reverse(copy=False), at, 2)) for at in range(truth.n)])
    got, audience = np.array(answer["columns"]["reachable"], float), np.array(answer["columns"]["audience"], float)
    SEEN["reach"] += 1
    for name, have, wanted in (("reachable", got, reachable), ("audience", audience, two)):
        # Whether an account counts as its own audience is told by the first of them.
        off = min(np.max(np.abs(have - wanted + own) / np.maximum(wanted, 1)) if truth.n else 0 for own in (0, 1))
        WORST["reach"] = max(WORST["reach"], off)
        if off > 0.1:
            WRONG.append(("reach", where, f"{name} off by {off:.2g}"))


def core(truth):
    found = nx.core_number(truth.graph)
    return {"core": [found[v] for v in range(truth.n)]}


def clustering(truth):
    return {"clustering": [nx.clustering(truth.graph)[v] for v in range(truth.n)],
            "triangles": [nx.triangles(truth.graph)[v] for v in range(truth.n)]}


def directed_clustering(truth):
    """As LDBC Graphalytics says it."""
    found = []
    for v in range(truth.n):
        near = set(truth.graph[v])
        among = sum(1 for a in near for b in near if a != b and (a, b) in truth.arcs)
        found.append(among / (len(near) * (len(near) - 1)) if len(near) > 1 else 0)
    return {"clustering": found}


def brokerage(truth):
    sums, most = truth.sym.sum(1), truth.sym.max(1, initial=0)
    size = []
    for i in range(truth.n):
        if sums[i] == 0:
            size.append(math.nan)
            continue
        p = truth.sym[i] / sums[i]
        size.append(sum(1 - sum(p[q] * (truth.sym[j, q] / most[j]) for q in truth.graph[i] if q != j) for j in truth.graph[i]))
    found = nx.constraint(truth.graph, weight="weight")
    return {"constraint": [found[v] for v in range(truth.n)], "effectiveSize": size}


def reciprocity(truth, where, answer):
    of = []
    for v in range(truth.n):
        out, into = set(truth.directed.successors(v)), set(truth.directed.predecessors(v))
        of.append(2 * len(out & into) / (len(out) + len(into)) if out or into else math.nan)
    compare(where, "reciprocity", answer["columns"]["reciprocity"], of, 1e-15)
    if truth.arcs:
        compare(where, "reciprocity of the whole, networkx", [answer["facts"]["reciprocity"]], [nx.overall_reciprocity(truth.directed)], 1e-15)


def assortativity(truth, where, answer):
    def correlation(pairs):
        if not pairs:
            return math.nan
        x, y = np.array(pairs, float).T
        if np.ptp(x) == 0 or np.ptp(y) == 0:
            return math.nan
        return np.corrcoef(x, y)[0, 1]
    into, out = dict(truth.directed.in_degree()), dict(truth.directed.out_degree())
    both = dict(truth.graph.degree())
    wanted = {"undirected": correlation([pair for a, b in truth.flat for pair in ((both[a], both[b]), (both[b], both[a]))])}
    for name, (x, y) in {"inIn": (into, into), "inOut": (into, out), "outIn": (out, into), "outOut": (out, out)}.items():
        wanted[name] = correlation([(x[a], y[b]) for a, b in truth.arcs])
    for name, value in wanted.items():
        compare(where, f"assortativity.{name}", [answer["facts"][name]], [value], 1e-9, False)


def degree(truth):
    return {"in": truth.unit.sum(0), "out": truth.unit.sum(1), "neighbours": [truth.graph.degree(v) for v in range(truth.n)],
            "inStrength": truth.matrix.sum(0), "outStrength": truth.matrix.sum(1)}


def modularity(truth, of):
    total = truth.sym.sum()
    if not total > 0:
        return math.nan
    sym = truth.sym / total
    inside = sum(sym[a, b] for a in range(truth.n) for b in range(truth.n) if of[a] == of[b])
    return inside - sum(sum(sym[v].sum() for v in range(truth.n) if of[v] == c) ** 2 for c in set(of))


def leiden(truth, where, answer):
    of = answer["columns"]["community"]
    compare(where, "leiden, modularity", [answer["facts"]["modularity"]], [modularity(truth, of)], 1e-9, False)
    heavy = truth.graph
    for label in set(of):
        members = [v for v in range(truth.n) if of[v] == label]
        if not nx.is_connected(heavy.subgraph(members)):
            WRONG.append(("leiden", where, f"community {label} is in parts"))
    if truth.flat:
        theirs = igraph.Graph(n=truth.n, edges=list(truth.flat))
        biggest = max(truth.flat.values())
        weights = [weight / biggest for weight in truth.flat.values()]
        best = max(theirs.modularity(theirs.community_leiden("modularity", weights=weights, n_iterations=-1), weights=weights) for _ in range(5))
        SEEN["leiden, below the best of igraph"] += 1
        below = best - answer["facts"]["modularity"]
        WORST["leiden, below the best of igraph"] = max(WORST["leiden, below the best of igraph"], below)
        if below > 0.005:
            WRONG.append(("leiden", where, f"Q {answer['facts']['modularity']}, igraph {best}"))
    p, z = [], []
    sums = truth.sym.sum(1)
    inside = [sum(truth.sym[v, w] for w in range(truth.n) if of[v] == of[w]) for v in range(truth.n)]
    for v in range(truth.n):
        shares = defaultdict(float)
        for w in range(truth.n):
            shares[of[w]] += truth.sym[v, w] / sums[v] if sums[v] else 0
        p.append(1 - sum(share ** 2 for share in shares.values()) if truth.graph.degree(v) >= 5 and sums[v] else math.nan)
        circle = [inside[w] for w in range(truth.n) if of[w] == of[v]]
        scale = max(circle) or 1
        spread = np.std(np.array(circle) / scale)
        z.append((inside[v] / scale - np.mean(np.array(circle) / scale)) / spread if spread > 1e-9 else 0)
    compare(where, "leiden.participation", answer["columns"]["participation"], p, 1e-9, False)
    known = [v for v in range(truth.n) if answer["columns"]["within"][v] is not None]
    compare(where, "leiden.within", [answer["columns"]["within"][v] for v in known], [z[v] for v in known], 1e-5, False)


def propagation(truth, where, answer):
    """As LDBC Graphalytics says it: of equals the smallest, a tie of both directions counts twice."""
    of = list(range(truth.n))
    for _ in range(10):
        after = []
        for v in range(truth.n):
            votes = Counter(of[w] for w in truth.directed.predecessors(v)) + Counter(of[w] for w in truth.directed.successors(v))
            after.append(min(votes, key=lambda label: (-votes[label], label)) if votes else of[v])
        of = after
    parts = defaultdict(set)
    for v, label in enumerate(of):
        parts[label].add(v)
    found = defaultdict(set)
    for v, label in enumerate(answer["columns"]["community"]):
        found[label].add(v)
    SEEN["labelPropagation"] += 1
    if sorted(map(sorted, found.values())) != sorted(map(sorted, parts.values())):
        WRONG.append(("labelPropagation", where, "another partition"))


def layout(truth, where, answer):
    SEEN["layout"] += 1
    x, y = answer["columns"]["x"], answer["columns"]["y"]
    if len(x) != truth.n or any(v is None or v == "Infinity" or not -1 <= float(v) <= 1 for v in x + y):
        WRONG.append(("layout", where, "a place that is none"))
    for a, b in truth.flat:
        if x[a] == x[b] and y[a] == y[b]:
            WRONG.append(("layout", where, "two in one place"))
            break


def ties(truth, where, answer):
    columns = answer["columns"]
    got = {(int(a), int(b)): float(w) for a, b, w in zip(columns["from"], columns["to"], columns["weight"])}
    pairs = sorted(truth.flat)
    compare(where, "ties", [got.get(pair) for pair in pairs] + [len(got)], [truth.flat[pair] for pair in pairs] + [len(pairs)], 1e-7)


def parts(name, of):
    return name, {}, lambda truth, where, answer: same_parts(where, name, answer["columns"]["component"], of(truth))


def unit_graph(name, strength):
    def check(truth, where, answer):
        matrix = truth.unit if strength == "unit" else 1 - np.exp(-np.minimum(truth.matrix, 700))
        tiny = strength == "saturated" and truth.arcs and min(truth.arcs.values()) < 1e-7
        if not tiny:
            compare(where, f"degree, strength {strength}", answer["columns"]["inStrength"], matrix.sum(0), 1e-6)
    return name, {"graph": {"strength": strength}}, check


MEASURES = [
    ranked({}), ranked({"damping": 0.5}), ranked({"weighting": "structure"}), ranked({"trusted": 2}), ranked({}, seeds=True), ranked({"tolerance": 1e-6}),
    linear("katz", {}), linear("katz", {"weighting": "structure"}), linear("hubbell", {}),
    linear("socialPower", {}), linear("socialPower", {"weighting": "structure", "constant": 2}),
    ("hits", {"maxIterations": 20000, "tolerance": 1e-13}, hits),
    betweenness({}), betweenness({"undirected": True}), betweenness({"weighted": True}),
    betweenness({"weighted": True, "undirected": True}), betweenness({"unit": "share"}), betweenness({"unit": "share", "undirected": True}),
    estimated(False), estimated(True),
    harmonic({}), harmonic({"direction": "outgoing"}), harmonic({"undirected": True}),
    ("reach", {"bits": 12, "steps": 2}, reach),
    distance("hop", False), distance("hop", True), distance("weight", False), distance("inverse", True),
    columns("core", core, 0), columns("clustering", clustering, 1e-15),
    columns("clustering", directed_clustering, 1e-15, {"directed": True}),
    columns("constraint", brokerage, 1e-6), ("reciprocity", {}, reciprocity), ("assortativity", {}, assortativity),
    columns("degree", degree, 1e-12), unit_graph("degree", "unit"), unit_graph("degree", "saturated"),
    parts("component", lambda truth: nx.weakly_connected_components(truth.directed)),
    parts("strongComponent", lambda truth: nx.strongly_connected_components(truth.directed)),
    ("leiden", {"seed": 5}, leiden), ("labelPropagation", {}, propagation), ("layout", {"communities": True}, layout), ("ties", {"most": 100000}, ties),
]


def main():
    rng = random.Random(GIVEN.seed)
    chosen = [measure for measure in MEASURES if not GIVEN.only or measure[0] in GIVEN.only.split(",")]
    networks = [Network(rng, at) for at in range(GIVEN.networks)]
    questions, known = [], []
    for network in networks:
        nodes, arcs = network.read()
        known.append((nodes, arcs))
        first = sorted(nodes)[:2]
        asked = []
        for at, (name, params, _) in enumerate(chosen):
            params = dict(params)
            if "from" in params:
                params["from"] = first[0] if first else "nobody"
            if name == "pagerank" and at == 4:
                params["seeds"] = first
            asked.append([name, params])
        questions.append(json.dumps({"files": [{"name": f"network.{network.format}", "text": network.text}], "measures": asked}))
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryFile("w+") as asked:
        asked.write("\n".join(questions) + "\n")
        asked.seek(0)
        told = subprocess.run(["node", os.path.join(here, "differential.mjs"), GIVEN.module], stdin=asked, stdout=subprocess.PIPE, text=True, check=True)
    for network, (nodes, arcs), line in zip(networks, known, told.stdout.splitlines()):
        answer, where = json.loads(line), network.name
        if "error" in answer:
            WRONG.append(("import", where, answer["error"]))
            continue
        if set(answer["handles"]) != nodes:
            WRONG.append(("import", where, f"{sorted(set(answer['handles']) ^ nodes)[:6]} are not on both sides"))
            continue
        order = answer["handles"]
        first = sorted(nodes)[:2]
        truth = Truth(order, arcs)
        for (name, params, check), got in zip(chosen, answer["answers"]):
            if "error" in got:
                if truth.n or "unknown" not in got["error"]:
                    WRONG.append((name, where, f"{params}: {got['error']}"))
                continue
            if truth.n == 0:
                continue
            seen = truth
            if "from" in params or check is MEASURES[4][2]:
                # The first by name is not the first of the module's order.
                swap = [order.index(handle) for handle in first]
                seen = Moved(truth, swap)
            try:
                check(seen, where, got)
            except Exception as error:  # noqa: BLE001
                WRONG.append((name, where, f"{params}: cannot be compared: {error!r}"))
    print("| measure | networks | largest difference |\n|---|---|---|")
    for name in SEEN:
        print(f"| {name} | {SEEN[name]} | {WORST[name]:.1e} |")
    for wrong in WRONG[: GIVEN.most]:
        print(" | ".join(wrong))
    print(f"{len(WRONG)} disagreements over {GIVEN.networks} networks, seed {GIVEN.seed}")
    sys.exit(bool(WRONG))


class Moved:
    """A truth whose first nodes, for what starts somewhere, are others."""

    def __init__(self, truth, first):
        self.truth, self.first = truth, first

    def __getattr__(self, name):
        return getattr(self.truth, name)

    def pagerank(self, damping, matrix, start):
        start = np.zeros(self.truth.n)
        start[self.first] = 1
        return self.truth.pagerank(damping, matrix, start)

    def far(self, source, flat, length):
        return self.truth.far(self.first[0], flat, length)


main()
