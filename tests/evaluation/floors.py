"""Figures, and the floors below which they must not fall (floors.yml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FLOORS = Path(__file__).with_name("floors.yml")
SHARE_NOTCH = 0.04
"""How far below what was reached a floor for a share is set: about one case of the smaller groups."""
HINT = 0.05
"""A share this far above its floor is worth pinning anew."""


@dataclass(frozen=True)
class Figure:
    """One number. `at_most`: smaller is better. `whole`: a count of cases, not a share."""

    value: float
    at_most: bool = False
    whole: bool = False

    @property
    def floor(self) -> float:
        """A notch worse than the value: what a later run must not fall behind."""
        if self.whole:
            return self.value + 1 if self.at_most else max(0, self.value - 1)
        notched = self.value + SHARE_NOTCH if self.at_most else self.value - SHARE_NOTCH
        return round(min(1.0, max(0.0, notched)), 3)

    def holds(self, floor: float) -> bool:
        return self.value <= floor if self.at_most else self.value >= floor

    def well_above(self, floor: float) -> bool:
        """Whether the floor could be pinned anew: two cases or `HINT` better than it."""
        margin = 2 if self.whole else HINT
        return (floor - self.value if self.at_most else self.value - floor) > margin

    def __str__(self) -> str:
        return f"{self.value:g}" if self.whole else f"{self.value:.3f}"


@dataclass(frozen=True)
class Measurement:
    """What one group reaches: its figures, and its cases gone wrong, the worst first, one printable line each."""

    group: str
    figures: Mapping[str, Figure]
    cases: Sequence[str] = field(default=())


def read_floors() -> dict[str, dict[str, float]]:
    """Group -> figure -> floor (for figures where less is better: the most that may be)."""
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def write_floors(measurements: Iterable[Measurement], *, lower: bool = False) -> list[str]:
    """Pins floors a notch below what was measured where that is stricter than what stands there.

    With `lower`, floors that are not reached are pinned anew as well. Returns a line for each floor that was lowered, and for each
    that is not reached and was left as it is.
    """
    floors, said = read_floors(), []
    for measurement in measurements:
        rows = floors.setdefault(measurement.group, {})
        for name, figure in measurement.figures.items():
            old = rows.get(name)
            stricter = old is None or (figure.floor < old if figure.at_most else figure.floor > old)
            if stricter:
                rows[name] = figure.floor
            elif lower and not figure.holds(old):
                said.append(f"{measurement.group}.{name}: lowered from {old:g} to {figure.floor:g}")
                rows[name] = figure.floor
            elif not figure.holds(old):
                said.append(f"{measurement.group}.{name}: {figure} does not reach {old:g}; left as it is (--lower would change it)")
    head = (
        "# What the checker must reach: `python tests/evaluation/measure.py --write-floors` pins these a notch below a run.\n"
        "# Lowering one needs --lower, and a word in the commit message why.\n"
    )
    FLOORS.write_text(head + yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")
    return said
