"""Probe pairs: two short passages of one affair, worded by two reporters, that contradict each other in one family of fact or only look so.

python tests/evaluation/probes.py dates              totals, and the cases of odd number (the others are only counted)
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

from predictions import is_reported  # noqa: E402

from factcheck import Article, check  # noqa: E402
from factcheck.rules import RuleSet, load_rules  # noqa: E402

PUBLISHED = datetime(2031, 5, 6)
"""Both passages of a pair were published on this Tuesday."""


class Totals(NamedTuple):
    """Contradictions reported of those there are, look-alikes reported of those there are."""

    found: int
    conflicts: int
    false: int
    looks: int


@cache
def shipped_rules() -> RuleSet:
    """The rules of the package, loaded once a process."""
    return load_rules()


def read_probes(family: str) -> list[dict[str, Any]]:
    """The pairs of probes/<family>.yml."""
    pairs: list[dict[str, Any]] = yaml.safe_load((HERE / "probes" / f"{family}.yml").read_text(encoding="utf-8"))
    return pairs


def reported_on(pair: Mapping[str, Any]) -> str:
    """Rule and values of the first finding of level error or warning that spans both passages, "" where there is none."""
    sides = [Article.from_text(pair[side], id=side, source=f"outlet {side}", published=PUBLISHED) for side in "ab"]
    report = check(sides, shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {"a", "b"}:
            return f"{finding.rule}: {' / '.join(group.label for group in finding.values)}"
    return ""


def count_probes(pairs: list[dict[str, Any]]) -> Totals:
    """What is reported of some pairs."""
    reported = [(pair["conflict"], bool(reported_on(pair))) for pair in pairs]
    return Totals(
        reported.count((True, True)),
        sum(conflict for conflict, _ in reported),
        reported.count((False, True)),
        sum(not conflict for conflict, _ in reported),
    )


def measure_probes(family: str) -> Totals:
    """What is reported of all pairs of a family."""
    return count_probes(read_probes(family))


def _main(families: list[str]) -> None:
    for family in families:
        pairs = read_probes(family)
        odd = [pair for pair in pairs if int(pair["id"][-1]) % 2]
        even = [pair for pair in pairs if pair not in odd]
        for pair in odd:
            finding = reported_on(pair)
            mark = "ok" if pair["conflict"] == bool(finding) else "MISSED" if pair["conflict"] else "FALSE"
            print(
                f"{mark:7s}{pair['id']} {finding}\n       {pair['a']}\n       {pair['b']}"
                if mark != "ok"
                else f"{mark:7s}{pair['id']} {finding}"
            )
        print(f"{family} odd {count_probes(odd)} even {count_probes(even)}")


if __name__ == "__main__":
    _main(sys.argv[1:])
