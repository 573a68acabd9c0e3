"""Trees laid out in arrays add up to what they do when they are walked one by one."""

from __future__ import annotations

from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.trees import Forest, Tree

SEEN = 3
"""How many observations the trees of these tests ask."""

values = st.floats(-4, 4).map(lambda value: round(value, 1))
trees: st.SearchStrategy[Tree] = st.recursive(
    values, lambda below: st.tuples(st.integers(0, SEEN - 1), values, below, below), max_leaves=12
)
rows = st.lists(values | st.just(inf), min_size=SEEN, max_size=SEEN)


def walk(tree: Tree, row: list[float]) -> float:
    """The leaf that values lead to."""
    if isinstance(tree, float):
        return tree
    index, cut, low, high = tree
    return walk(low if row[index] <= cut else high, row)


def add_up(grown: list[Tree], *given: list[float]) -> list[float]:
    sums: list[float] = Forest(grown).add_up(np.array(given)).tolist()
    return sums


@given(st.lists(trees, max_size=6), st.lists(rows, min_size=1, max_size=4))
def test_a_forest_says_what_its_trees_say_one_by_one(grown: list[Tree], given: list[list[float]]) -> None:
    expected = []
    for row in given:
        total = 0.0
        for tree in grown:
            total += walk(tree, row)
        expected.append(total)
    assert add_up(grown, *given) == expected


def test_a_value_on_the_cut_goes_the_way_of_those_below() -> None:
    tree: Tree = (1, 0.5, -1.0, (0, 2.0, 3.0, 4.0))
    assert add_up([tree], [9, 0.5, 0], [2, 0.6, 0], [2.1, 0.6, 0]) == [-1.0, 3.0, 4.0]


def test_trees_of_unlike_depth_stay_at_their_leaves() -> None:
    deep: Tree = (0, 0.0, 1.0, (0, 1.0, 2.0, (0, 2.0, 4.0, 8.0)))
    assert add_up([0.25, deep, (0, 5.0, 0.5, 0.75)], [3, 0, 0], [-1, 0, 0]) == [8.75, 1.75]


def test_without_trees_nothing_is_added() -> None:
    assert add_up([], [1, 2, 3], [4, 5, 6]) == [0.0, 0.0]
