"""Probes: pairs of short passages on one affair, drawn up for one family of facts before its mechanism was built.

    python tests/evaluation/probes.py                 counts of every family, odd and even ids apart
    python tests/evaluation/probes.py denial --cases  and the odd ones that went wrong (even ones are only counted)

A family's file (tests/evaluation/probes/FAMILY.yml) is a list of {id, a, b, conflict}; what must be reached stands in probes/floors.yml.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from measure import shipped_rules
from predictions import is_reported

from factcheck import Article, check

FOLDER = Path(__file__).resolve().parent / "probes"
PUBLISHED = datetime(2031, 5, 6, 9, tzinfo=UTC)


@cache
def read_probes(family: str) -> list[dict[str, Any]]:
    """The probes of one family."""
    probes: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{family}.yml").read_text(encoding="utf-8"))
    return probes


def reported_on(probe: Mapping[str, Any]) -> str:
    """Rule and values of the first finding of level error or warning that spans both sides, "" where there is none."""
    report = check([Article.from_text(probe[s], id=s, source=f"outlet {s}", published=PUBLISHED) for s in "ab"], shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {"a", "b"}:
            return f"<{finding.rule}: {' / '.join(g.label for g in finding.values)}>"
    return ""


def measure_probes(family: str, wanted: Callable[[int], bool] = lambda _: True) -> tuple[int, int, int, int]:
    """Conflicts found, conflicts there are, look-alikes reported, look-alikes there are, among the ids that are `wanted`."""
    probes = [p for p in read_probes(family) if wanted(p["id"])]
    found = [bool(reported_on(p)) for p in probes]
    conflicts = [p["conflict"] for p in probes]
    hits = sum(f and c for f, c in zip(found, conflicts, strict=True))
    return hits, sum(conflicts), sum(found) - hits, len(probes) - sum(conflicts)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", help="default: all")
    parser.add_argument("--cases", action="store_true", help="print the odd ones that went wrong")
    given = parser.parse_args()
    for family in given.families or sorted(p.stem for p in FOLDER.glob("*.yml") if p.stem != "floors"):
        for name, rest in (("odd", 1), ("even", 0)):
            hits, conflicts, false, looks = measure_probes(family, lambda i, rest=rest: i % 2 == rest)
            print(f"{family} {name}: {hits} of {conflicts} conflicts found, {false} of {looks} look-alikes reported")
        for probe in read_probes(family) if given.cases else ():
            if probe["id"] % 2 and bool(result := reported_on(probe)) != probe["conflict"]:
                print(f"  {'missed' if probe['conflict'] else 'false '} {probe['id']} {result}\n    {probe['a']}\n    {probe['b']}")


if __name__ == "__main__":
    _main()
