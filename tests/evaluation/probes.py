"""Probe sets: short passages of two outlets, written by hand before the code they probe was read.

    python tests/evaluation/probes.py order          found/conflicts false/look-alikes, odd and even ids apart
    python tests/evaluation/probes.py order --cases   and the odd ids that come out wrong

`probes/<family>.yml` is a list of {id, a, b, conflict}. Odd ids serve development; of even ids only the totals are looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(p) for p in (HERE.parent.parent, HERE) if str(p) not in sys.path]

from measure import _conflict_of  # noqa: E402

PROBES = HERE / "probes"
DATE = "2031-05-06"
"""The day on which both passages of a pair are taken to be published."""


class Probed(NamedTuple):
    """How many of the conflicts were found, and how many of the look-alikes were reported."""

    found: int
    conflicts: int
    false: int
    looks: int


def read_probes(family: str) -> list[dict[str, Any]]:
    """The pairs of a family."""
    probes: list[dict[str, Any]] = yaml.safe_load((PROBES / f"{family}.yml").read_text(encoding="utf-8"))
    return probes


def report_of(probe: dict[str, Any]) -> str:
    """What is reported on a pair, "" for nothing."""
    return _conflict_of({"text_a": probe["a"], "text_b": probe["b"], "context": {"date": DATE}})


def measure_probes(family: str, chosen: Callable[[int], bool] = lambda _: True) -> Probed:
    """The score of a family's probe set, or of the ids chosen."""
    found = conflicts = false = looks = 0
    for probe in read_probes(family):
        if not chosen(probe["id"]):
            continue
        reported = bool(report_of(probe))
        conflicts, looks = conflicts + probe["conflict"], looks + (not probe["conflict"])
        found, false = found + (reported and probe["conflict"]), false + (reported and not probe["conflict"])
    return Probed(found, conflicts, false, looks)


def _main(family: str, cases: bool) -> None:
    for name, rest in (("odd", 1), ("even", 0)):
        score = measure_probes(family, lambda number, rest=rest: number % 2 == rest)  # type: ignore[misc]
        print(f"{name:5s}{score.found}/{score.conflicts} found, {score.false}/{score.looks} false")
    for probe in read_probes(family) if cases else []:
        said = report_of(probe)
        if probe["id"] % 2 and bool(said) != probe["conflict"]:
            print(probe["id"], "missed" if probe["conflict"] else f"false {said}", probe["a"], "|", probe["b"])


if __name__ == "__main__":
    _main(sys.argv[1], "--cases" in sys.argv)
