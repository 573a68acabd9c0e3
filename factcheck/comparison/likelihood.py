"""How likely two sentences contradict each other, by what is observed of them (`observations`).

A model of `data/likelihood.yml` adds up what each observation is worth (boosted stumps, which is a generalised additive model: Lou,
Caruana, Gehrke 2012), so that a verdict can be taken apart into its observations. The weights are learned by tests/evaluation/learn.py from
the corpora of tests/corpora.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from pathlib import Path

from factcheck.comparison.observations import OBSERVED
from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError

__all__ = ["KINDS", "Likelihood", "Steps", "load_likelihoods", "parse_likelihoods"]

KINDS = ("any", "denial", "order", "person", "place")
"""What two sentences may contradict each other in; `any`: in anything."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What an observation is worth (log odds): `weights[i]` where i of the `cuts`, which ascend, are less than it."""

    cuts: tuple[float, ...]
    weights: tuple[float, ...]

    def worth(self, value: float) -> float:
        return self.weights[bisect_left(self.cuts, value)]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """`intercept`: the log odds before anything is observed; `steps` by observation."""

    intercept: float
    steps: Mapping[str, Steps]

    def weigh(self, observed: Mapping[str, float]) -> list[tuple[str, float]]:
        """What each observation adds to the log odds, the weightiest first. An observation that is not given adds nothing."""
        found = [(name, steps.worth(observed[name])) for name, steps in self.steps.items() if name in observed]
        return sorted(found, key=lambda f: (-abs(f[1]), f[0]))

    def probability(self, observed: Mapping[str, float]) -> float:
        """Between 0 and 1."""
        odds = self.intercept + sum(worth for _, worth in self.weigh(observed))
        return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def load_likelihoods() -> Mapping[str, Likelihood]:
    """The shipped models by kind (`KINDS`)."""
    with resources.as_file(resources.files("factcheck.comparison") / "data" / "likelihood.yml") as path:
        return parse_likelihoods(read_data(Path(path)))


def parse_likelihoods(file: DataFile) -> dict[str, Likelihood]:
    """The models of a file. Raises ConfigError (path:line) for a kind that is missing or unknown, an unknown observation, cuts that do not
    ascend, or weights that are not one more than the cuts."""
    found = {}
    for kind, model in (file.data or {}).items():
        if kind not in KINDS:
            raise _error(file, (kind,), f"unknown kind {kind!r}", f"known: {', '.join(KINDS)}")
        if not isinstance(model, dict) or not _is_number(model.get("intercept")) or not isinstance(model.get("steps"), dict):
            raise _error(file, (kind,), f"{kind} must have an intercept and steps", "learn it anew with tests/evaluation/learn.py")
        steps = {name: _parse_steps(file, (kind, "steps", name), entry) for name, entry in model["steps"].items()}
        found[kind] = Likelihood(float(model["intercept"]), steps)
    if missing := set(KINDS) - found.keys():
        raise ConfigError(f"missing kinds: {', '.join(sorted(missing))}", where=file.name)
    return found


def _parse_steps(file: DataFile, path: tuple[str, ...], entry: object) -> Steps:
    if path[-1] not in OBSERVED:
        raise _error(file, path, f"unknown observation {path[-1]!r}", "observations are listed in comparison/observations.py")
    cuts, weights = (entry.get("cuts"), entry.get("weights")) if isinstance(entry, dict) else (None, None)
    if not isinstance(cuts, list) or not isinstance(weights, list) or not all(map(_is_number, [*cuts, *weights])):
        raise _error(file, path, f"{path[-1]} must have cuts and weights, lists of numbers", "")
    if sorted(set(cuts)) != cuts or len(weights) != len(cuts) + 1:
        raise _error(file, path, f"the cuts of {path[-1]} must ascend and its weights be one more than its cuts", "")
    return Steps(tuple(map(float, cuts)), tuple(map(float, weights)))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _error(file: DataFile, path: tuple[str, ...], message: str, hint: str) -> ConfigError:
    return ConfigError(message, where=f"{file.name}:{file.position(path, key=True).line}", hint=hint)
