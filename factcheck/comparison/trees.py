"""Decision trees as they are read, and laid out in arrays so that all of an ensemble are walked at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray

__all__ = ["Forest", "Tree"]

Tree = float | tuple[int, float, "Tree", "Tree"]
"""A leaf, or (number of an observation, cut, the tree for values up to the cut, the tree for those above it)."""


class Forest:
    """Trees whose leaves are added up. The node for values above a cut stands right behind the one for those up to it; a leaf has a cut
    that nothing is above, and leads to itself: so all trees are walked as many steps as the deepest has."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        observed, cuts, low, leaves = [0] * len(trees), [inf] * len(trees), list(range(len(trees))), [0.0] * len(trees)
        level, self._depth = list(enumerate(trees)), -1
        while level:
            self._depth += 1
            below: list[tuple[int, Tree]] = []
            for node, tree in level:
                if isinstance(tree, float):
                    leaves[node] = tree
                    continue
                low[node] = len(low)
                observed[node], cuts[node] = tree[0], tree[1]
                below += [(low[node], tree[2]), (low[node] + 1, tree[3])]
                observed += [0, 0]
                cuts += [inf, inf]
                leaves += [0.0, 0.0]
                low += [low[node], low[node] + 1]
            level = below
        self._roots = np.arange(len(trees))
        self._observed, self._low = np.array(observed, np.intp), np.array(low, np.intp)
        self._cuts, self._leaves = np.array(cuts, np.float64), np.array(leaves, np.float64)

    def add_up(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each row (the values of all observations) the sum of the leaves it leads to, added in the order of the trees: the same to
        the last bit on every machine."""
        if not len(self._roots):
            return np.zeros(len(rows))
        at = np.tile(self._roots, (len(rows), 1))
        first = np.arange(len(rows))[:, np.newaxis] * rows.shape[1]
        for _ in range(self._depth):
            at = self._low[at] + (rows.take(first + self._observed[at]) > self._cuts[at])
        sums: NDArray[np.float64] = np.add.accumulate(self._leaves[at], axis=1)[:, -1]
        return sums
