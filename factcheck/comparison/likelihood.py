"""How likely two sentences contradict each other, by what is observed of them (`observations`).

A model of `data/likelihood.json` is an ensemble of boosted decision trees (Friedman 2001): each adds to the log odds what it has at the
leaf that the observations lead to. The trees are learned by tests/evaluation/learn.py from the corpora of tests/corpora. What an
observation tells is told by leaving it out: how much the log odds fall when it is set to its typical value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from typing import Any

from factcheck.comparison.observations import OBSERVED
from factcheck.errors import ConfigError

__all__ = ["KINDS", "Likelihood", "Tree", "load_likelihoods", "parse_likelihoods"]

KINDS = ("any", "number", "date", "denial", "order", "person", "place")
"""What two sentences may contradict each other in; `any`: in anything."""

Tree = float | tuple[int, float, "Tree", "Tree"]
"""A leaf, or (number of an observation in `OBSERVED`, cut, the tree for values up to the cut, the tree for those above it)."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """`intercept`: the log odds before anything is observed; `typical`: the value that each of `OBSERVED` most often has."""

    intercept: float
    typical: tuple[float, ...]
    trees: tuple[Tree, ...]

    def probability(self, observed: Mapping[str, float]) -> float:
        """Between 0 and 1. `observed`: a value for each of `OBSERVED`."""
        return 1 / (1 + exp(-self._odds([observed[name] for name in OBSERVED])))

    def weigh(self, observed: Mapping[str, float]) -> list[tuple[str, float]]:
        """How much the log odds would fall if an observation had its typical value, the most telling first; those that tell nothing are
        left out."""
        values = [observed[name] for name in OBSERVED]
        odds = self._odds(values)
        found = []
        for index, name in enumerate(OBSERVED):
            if values[index] != self.typical[index]:
                found.append((name, odds - self._odds([*values[:index], self.typical[index], *values[index + 1 :]])))
        return sorted((f for f in found if f[1]), key=lambda f: (-abs(f[1]), f[0]))

    def _odds(self, values: Sequence[float]) -> float:
        return self.intercept + sum(_leaf(tree, values) for tree in self.trees)


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while not isinstance(tree, float):
        index, cut, low, high = tree
        tree = low if values[index] <= cut else high
    return tree


@cache
def load_likelihoods() -> Mapping[str, Likelihood]:
    """The shipped models by kind (`KINDS`)."""
    text = (resources.files("factcheck.comparison") / "data" / "likelihood.json").read_text(encoding="utf-8")
    return parse_likelihoods(text, name="likelihood.json")


def parse_likelihoods(text: str, *, name: str) -> dict[str, Likelihood]:
    """The models of a file: by kind `intercept`, `typical` (by observation) and `trees`, a tree being a number or
    `[observation, cut, tree, tree]`. Raises ConfigError (name, and where in it) for anything else, for a kind that is missing or unknown
    and for an unknown observation."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"is no JSON: {error.msg}", where=f"{name}:{error.lineno}") from None
    if not isinstance(given, dict) or given.keys() != set(KINDS):
        raise ConfigError(f"must hold a model for each of {', '.join(KINDS)}", where=name, hint=_AGAIN)
    return {kind: _parse_model(given[kind], f"{name}: {kind}") for kind in KINDS}


_AGAIN = "learn it anew with tests/evaluation/learn.py"


def _parse_model(given: Any, where: str) -> Likelihood:
    if not isinstance(given, dict) or given.keys() != {"intercept", "typical", "trees"}:
        raise ConfigError("a model is an intercept, typical values and trees", where=where, hint=_AGAIN)
    typical, trees = given["typical"], given["trees"]
    if not isinstance(typical, dict) or typical.keys() != set(OBSERVED) or not all(map(_is_number, typical.values())):
        raise ConfigError("typical must have a number for each observation", where=f"{where}.typical", hint=_AGAIN)
    if not _is_number(given["intercept"]) or not isinstance(trees, list):
        raise ConfigError("the intercept must be a number and trees a list", where=where, hint=_AGAIN)
    grown = tuple(_parse_tree(tree, f"{where}.trees[{number}]") for number, tree in enumerate(trees))
    return Likelihood(float(given["intercept"]), tuple(float(typical[o]) for o in OBSERVED), grown)


def _parse_tree(given: Any, where: str) -> Tree:
    if _is_number(given):
        return float(given)
    if not isinstance(given, list) or len(given) != 4 or given[0] not in OBSERVED or not _is_number(given[1]):
        raise ConfigError("a tree is a number, or an observation, a cut and two trees", where=where, hint=_AGAIN)
    return OBSERVED.index(given[0]), float(given[1]), _parse_tree(given[2], f"{where}[2]"), _parse_tree(given[3], f"{where}[3]")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
