"""Probe pairs: short passages of two outlets on one affair, by family of fact, each a conflict or a look-alike of one.

    python tests/evaluation/probes.py place          totals of odd and even pairs, and the odd ones that went wrong
    python tests/evaluation/probes.py --all place    the even ones as well

A family's pairs are in probes/<family>.yml, written before its code was changed; the floors are in probes/floors.yml.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

from measure import shipped_rules  # noqa: E402
from predictions import is_reported  # noqa: E402

from factcheck import Article, check  # noqa: E402

PROBES = HERE / "probes"
PUBLISHED = datetime(2031, 5, 16)
"""The day both sides were published on: a day that no pair names."""


def read_probes(family: str) -> list[dict[str, Any]]:
    """The pairs of a family: id, a, b, conflict."""
    return list(yaml.safe_load((PROBES / f"{family}.yml").read_text(encoding="utf-8")))


def read_probe_floors() -> dict[str, dict[str, int]]:
    """By family: `found` (at least), `reported` (look-alikes, at most)."""
    return dict(yaml.safe_load((PROBES / "floors.yml").read_text(encoding="utf-8")))


def conflict_in(pair: Mapping[str, Any]) -> str:
    """Rule and values of the first reported finding that spans both sides, "" where there is none."""
    sides = [Article.from_text(pair[s], id=s, source=f"outlet {s}", published=PUBLISHED) for s in "ab"]
    report = check(sides, shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {"a", "b"}:
            return f"<{finding.rule}: {' / '.join(g.label for g in finding.values)}>"
    return ""


def _count(judged: Iterable[tuple[Mapping[str, Any], str]]) -> tuple[int, int, int, int]:
    rows = [(pair["conflict"], bool(found)) for pair, found in judged]
    return rows.count((True, True)), sum(c for c, _ in rows), rows.count((False, True)), sum(not c for c, _ in rows)


def measure_probes(family: str) -> tuple[int, int, int, int]:
    """Conflicts found, conflicts there are, look-alikes reported, look-alikes there are."""
    return _count((pair, conflict_in(pair)) for pair in read_probes(family))


def _main(arguments: list[str]) -> None:
    for family in (a for a in arguments if not a.startswith("--")):
        judged = [(pair, conflict_in(pair)) for pair in read_probes(family)]
        for parity, name in ((1, "odd"), (0, "even")):
            half = [(pair, found) for pair, found in judged if pair["id"] % 2 == parity]
            print(family, name, "found {} of {}, false {} of {}".format(*_count(half)))
            for pair, found in half:
                if pair["conflict"] != bool(found) and (parity or "--all" in arguments):
                    print("  missed" if pair["conflict"] else "  false ", pair["id"], found, pair["a"], "|", pair["b"])


if __name__ == "__main__":
    _main(sys.argv[1:])
