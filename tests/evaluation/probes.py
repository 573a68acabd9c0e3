"""Probe pairs: two short passages on one affair, written before the code that is to read them.

python tests/evaluation/probes.py people          totals of a family, and its misses and false alarms with odd ids
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

from measure import shipped_rules  # noqa: E402
from predictions import is_reported  # noqa: E402

from factcheck import Article, check  # noqa: E402

PROBES = HERE / "probes"
DAY = datetime(2031, 5, 6)


class Probed(NamedTuple):
    """How many conflicts were found of how many, and how many look-alikes reported of how many."""

    found: int
    conflicts: int
    false: int
    looks: int


def read_probes(family: str) -> list[dict[str, object]]:
    """The pairs of a family: {id, a, b, conflict}."""
    return list(yaml.safe_load((PROBES / f"{family}.yml").read_text(encoding="utf-8")))


def reported(a: str, b: str) -> str:
    """Rule and values of the first reported finding across both passages, "" when there is none."""
    sides = [Article.from_text(text, id=side, source=f"outlet {side}", published=DAY) for side, text in (("a", a), ("b", b))]
    report = check(sides, shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {"a", "b"}:
            return f"{finding.rule}: {' / '.join(group.label for group in finding.values)}"
    return ""


def measure_probes(family: str, half: str = "all") -> Probed:
    """What is found of a family's pairs; `half` takes those with `odd` or `even` ids only."""
    rows = [p for p in read_probes(family) if half == "all" or int(str(p["id"])) % 2 == (half == "odd")]
    hits = [(bool(p["conflict"]), bool(reported(str(p["a"]), str(p["b"])))) for p in rows]
    conflicts, looks = [hit for conflict, hit in hits if conflict], [hit for conflict, hit in hits if not conflict]
    return Probed(sum(conflicts), len(conflicts), sum(looks), len(looks))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for half in ("odd", "even"):
            print(name, half, measure_probes(name, half))
        for probe in read_probes(name):
            if int(str(probe["id"])) % 2 and bool(found := reported(str(probe["a"]), str(probe["b"]))) != probe["conflict"]:
                print("false " if found else "missed", probe["id"], found, probe["a"], "|", probe["b"])
