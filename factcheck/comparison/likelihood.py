"""How likely two sentences contradict each other, by what is observed of them (`observations`).

A model of `data/likelihood.json` is an ensemble of boosted decision trees (Friedman 2001): each adds to the log odds what it has at the
leaf that the observations lead to. The trees are learned by tests/evaluation/learn.py from the corpora of tests/corpora. What an
observation tells is told by leaving it out: how much the log odds fall when it is set to its typical value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from math import exp, isfinite
from typing import Any

import numpy as np

from factcheck.comparison.avowal_observations import AVOWAL_OBSERVED
from factcheck.comparison.day_observations import DAY_OBSERVED
from factcheck.comparison.deed_observations import DEED_OBSERVED, DENIAL_OBSERVED
from factcheck.comparison.figure_observations import FIGURE_OBSERVED
from factcheck.comparison.observations import OBSERVED
from factcheck.comparison.order_observations import ORDER_OBSERVED
from factcheck.comparison.slot_observations import SLOT_OBSERVED
from factcheck.comparison.trees import Forest, Tree
from factcheck.errors import ConfigError

__all__ = ["KINDS", "Likelihood", "load_likelihoods", "parse_likelihoods"]

KINDS: Mapping[str, tuple[str, ...]] = {
    "denial": DENIAL_OBSERVED,
    "avowal": AVOWAL_OBSERVED,
    "order": ORDER_OBSERVED,
    "any": OBSERVED,
    "figure": FIGURE_OBSERVED,
    "deed": DEED_OBSERVED,
    "slot": SLOT_OBSERVED,
    "day": DAY_OBSERVED,
}
"""What a model tells the likelihood of, and what it observes: that one of two sentences denies what the other tells, or what the other
tells somebody to admit, that they tell it in another order, that they contradict each other in anything; that two figures contradict each
other; that two claims do, one that something is so and one that it is not; that two persons or two places are given for one, or two days
for one happening."""

_SHOWN = 3
"""How many observations a relation tells of."""
_LARGEST = 10**12
_SURELY_NOT = 100.0
"""Log odds against from which on a probability is nought as far as a computer can tell."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """`intercept`: the log odds before anything is observed; `typical`: the value that each observation most often has, in the order in
    which the trees number them."""

    intercept: float
    typical: Mapping[str, float]
    trees: tuple[Tree, ...]
    _forest: Forest = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_forest", Forest(self.trees))

    def probability(self, observed: Mapping[str, float]) -> float:
        """Between 0 and 1. `observed`: a value for each observation of the model."""
        (odds,) = self._odds([[observed[name] for name in self.typical]])
        return 1 / (1 + exp(-odds)) if odds > -_SURELY_NOT else 0.0

    def weigh(self, observed: Mapping[str, float]) -> list[tuple[str, float]]:
        """How much the log odds would fall if an observation had its typical value, the most telling first; those that tell nothing are
        left out."""
        seen = [observed[name] for name in self.typical]
        unusual = [(index, name) for index, (name, typical) in enumerate(self.typical.items()) if seen[index] != typical]
        odds, *others = self._odds([seen, *([*seen[:index], self.typical[name], *seen[index + 1 :]] for index, name in unusual)])
        found = [(name, odds - other) for (_, name), other in zip(unusual, others, strict=True)]
        return sorted((f for f in found if f[1]), key=lambda f: (-abs(f[1]), f[0]))

    def gates(self, observed: Mapping[str, float], *, against: bool = False) -> tuple[tuple[str, str], ...]:
        """What a relation tells of it: the probability, then the observations that speak for it most, or against it, each with what it is
        and what it adds to the log odds."""
        shown = [(name, worth) for name, worth in self.weigh(observed) if (worth < 0) is against][:_SHOWN]
        return (
            ("likely", f"{self.probability(observed):.2f}"),
            *((f"likely.{name}", f"{observed[name]:.2f} ({worth:+.2f})") for name, worth in shown),
        )

    def _odds(self, rows: list[list[float]]) -> list[float]:
        """The log odds of each row of values, one for each observation."""
        sums: list[float] = (self.intercept + self._forest.add_up(np.array(rows, np.float64))).tolist()
        return sums


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
    except RecursionError:
        raise ConfigError("is nested too deeply", where=name, hint=_AGAIN) from None
    if not isinstance(given, dict) or given.keys() != KINDS.keys():
        raise ConfigError(f"must hold a model for each of {', '.join(KINDS)}", where=name, hint=_AGAIN)
    return {kind: _parse_model(given[kind], observed, f"{name}: {kind}") for kind, observed in KINDS.items()}


_AGAIN = "learn it anew with tests/evaluation/learn.py"


def _parse_model(given: Any, observed: tuple[str, ...], where: str) -> Likelihood:
    if not isinstance(given, dict) or given.keys() != {"intercept", "typical", "trees"}:
        raise ConfigError("a model is an intercept, typical values and trees", where=where, hint=_AGAIN)
    typical, trees = given["typical"], given["trees"]
    if not isinstance(typical, dict) or typical.keys() != set(observed) or not all(map(_is_number, typical.values())):
        raise ConfigError("typical must have a number for each observation", where=f"{where}.typical", hint=_AGAIN)
    if not _is_number(given["intercept"]) or not isinstance(trees, list):
        raise ConfigError("the intercept must be a number and trees a list", where=where, hint=_AGAIN)
    grown = tuple(_parse_tree(tree, observed, f"{where}.trees[{number}]") for number, tree in enumerate(trees))
    return Likelihood(float(given["intercept"]), {name: float(typical[name]) for name in observed}, grown)


def _parse_tree(given: Any, observed: tuple[str, ...], where: str) -> Tree:
    if _is_number(given):
        return float(given)
    if not isinstance(given, list) or len(given) != 4 or given[0] not in observed or not _is_number(given[1]):
        raise ConfigError("a tree is a number, or an observation, a cut and two trees", where=where, hint=_AGAIN)
    low, high = (_parse_tree(given[side], observed, f"{where}[{side}]") for side in (2, 3))
    return observed.index(given[0]), float(given[1]), low, high


def _is_number(value: object) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) < _LARGEST
    return isinstance(value, float) and isfinite(value)
