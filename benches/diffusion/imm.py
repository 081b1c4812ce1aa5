"""IMM in numpy: the reference that the choice of teams is measured beside, where no public one can be installed.

Called by scripts/bench-diffusion.mjs --native python3: imm.py FILE SIZE EPSILON. Weighted cascade, p = 1 / in-degree.
Tang, Shi and Xiao 2015, with fresh sets for the choice (Chen 2018). Sets are drawn many at a time: a breadth-first
search backwards over arrays of (set, node). Prints one line of JSON; reading the file is not in its time.
"""
import json
import math
import sys
import time

import numpy as np

FILE, SIZE, EPSILON = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
ARCS = np.loadtxt(FILE, dtype=np.int64, delimiter=",", skiprows=1, usecols=(0, 1))
N = int(ARCS.max()) + 1
ORDER = np.argsort(ARCS[:, 1], kind="stable")
FROM = ARCS[ORDER, 0]
DEGREE = np.bincount(ARCS[:, 1], minlength=N)
START = np.concatenate(([0], np.cumsum(DEGREE)))
BATCH = max(1, min(20_000, 64_000_000 // N))
SEEN = np.zeros(BATCH * N, bool)
RNG = np.random.default_rng(1)


def draw(count):
    """Sets as (set, node) pairs, sets numbered from 0."""
    found = []
    for first in range(0, count, BATCH):
        size = min(BATCH, count - first)
        layer = np.arange(size, dtype=np.int64) * N + RNG.integers(0, N, size)
        seen = [layer]
        SEEN[layer] = True
        while layer.size:
            group, node = layer // N, layer % N
            degree = DEGREE[node]
            end = np.cumsum(degree)
            live = np.flatnonzero(RNG.random(int(end[-1])) * np.repeat(degree, degree) < 1.0)
            tried = np.searchsorted(end, live, side="right")
            arc = START[node[tried]] + live - (end - degree)[tried]
            keys = group[tried] * N + FROM[arc]
            layer = np.unique(keys[~SEEN[keys]])
            SEEN[layer] = True
            seen.append(layer)
        seen = np.sort(np.concatenate(seen))
        SEEN[seen] = False
        found.append(seen + first * N)
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def cover(keys, count):
    """The greedy team, and the share of sets that it hits."""
    group, node = keys // N, keys % N
    starts = np.searchsorted(group, np.arange(count + 1))
    by_node = np.argsort(node, kind="stable")
    ends = np.concatenate(([0], np.cumsum(np.bincount(node, minlength=N))))
    degree = np.diff(ends)
    hit = np.zeros(count, bool)
    team = []
    for _ in range(SIZE):
        best = int(degree.argmax())
        team.append(best)
        sets = group[by_node[ends[best]:ends[best + 1]]]
        sets = sets[~hit[sets]]
        hit[sets] = True
        if sets.size:
            lengths = starts[sets + 1] - starts[sets]
            place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
            degree = degree - np.bincount(node[np.repeat(starts[sets], lengths) + place], minlength=N)
        degree[best] = -1
    return team, hit.mean()


began = time.process_time()
ell = 1 + math.log(2) / math.log(N)
choose = math.lgamma(N + 1) - math.lgamma(SIZE + 1) - math.lgamma(N - SIZE + 1)
part = 1 - 1 / math.e
loose = math.sqrt(2) * EPSILON
step = (2 + 2 * loose / 3) * (choose + ell * math.log(N) + math.log(math.log2(N))) * N / loose**2
alpha = math.sqrt(ell * math.log(N) + math.log(2))
beta = math.sqrt(part * (choose + ell * math.log(N) + math.log(2)))
full = 2 * N * (part * alpha + beta) ** 2 / EPSILON**2
keys, count, least = np.zeros(0, np.int64), 0, 1.0
for i in range(1, int(math.log2(N))):
    x = N / 2**i
    more = math.ceil(step / x) - count
    keys, count = np.concatenate((keys, draw(more) + count * N)), count + more
    share = cover(keys, count)[1]
    if N * share >= (1 + loose) * x:
        least = N * share / (1 + loose)
        break
sets = math.ceil(full / least)
team, share = cover(draw(sets), sets)
print(json.dumps({"seconds": time.process_time() - began, "sets": count + sets, "team": team, "own": N * share}))
