"""Short passages of one family of facts, written blind: what of their conflicts is found, and what else is reported.

    python tests/evaluation/probes.py FAMILY...          totals of the odd and of the even ids
    python tests/evaluation/probes.py -v FAMILY...       and each odd case that is not as it should be

`probes/FAMILY.yml` is a list of {id, a, b, conflict}: two articles (one where there is no `b`) of one day, and whether they conflict.
`probes/floors.yml` says of each family when its articles were published, how many conflicts are found at least, and how many look-alikes
are reported at most. They were written before the code of their family was read; those with odd ids were looked at while it was built,
those with even ids were only counted, so that the even half is the better guess at what unread text would give.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(p) for p in (ROOT, HERE) if str(p) not in sys.path]

from measure import shipped_rules  # noqa: E402
from predictions import is_reported  # noqa: E402

from factcheck import Article, check  # noqa: E402

PROBES = HERE / "probes"


class Scores(NamedTuple):
    """Conflicts found, conflicts there are, look-alikes reported, look-alikes there are."""

    found: int
    conflicts: int
    false: int
    looks: int


def read_floors() -> dict[str, dict[str, Any]]:
    """By family: `published`, `found`, `reported`."""
    floors: dict[str, dict[str, Any]] = yaml.safe_load((PROBES / "floors.yml").read_text(encoding="utf-8"))
    return floors


def read_probes(family: str) -> list[dict[str, Any]]:
    """The probes of one family as its file lists them."""
    probes: list[dict[str, Any]] = yaml.safe_load((PROBES / f"{family}.yml").read_text(encoding="utf-8"))
    return probes


def reports(probe: dict[str, Any], published: datetime) -> str:
    """The rule and the values of the first finding on a probe: of two articles on both of them, of one on its own sum; "" for none."""
    sides = [Article.from_text(probe[s], id=s, source=f"outlet {s}", published=published) for s in "ab" if s in probe]
    report = check(sides, shipped_rules())
    article = {claim.id: claim.article for claim in report.claims}
    for finding in report.findings:
        if is_reported(finding.level.value) and {article[c] for c in finding.claim_ids()} == {s.id for s in sides}:
            return f"{finding.rule}: {' / '.join(group.label for group in finding.values)}"
    return ""


def measure_probes(family: str, parity: int | None = None) -> Scores:
    """The scores of one family, of the odd (1) or even (0) ids alone where that is asked."""
    published = read_floors()[family]["published"]
    rows = [(p["conflict"], bool(reports(p, published))) for p in read_probes(family) if parity is None or _number(p) % 2 == parity]
    return Scores(
        sum(found for conflict, found in rows if conflict),
        sum(conflict for conflict, _ in rows),
        sum(found for conflict, found in rows if not conflict),
        sum(not conflict for conflict, _ in rows),
    )


def _number(probe: dict[str, Any]) -> int:
    return int(str(probe["id"]).lstrip("d"))


if __name__ == "__main__":
    for name in [a for a in sys.argv[1:] if a != "-v"]:
        for odd in (1, 0):
            print(name, "odd " if odd else "even", measure_probes(name, odd))
        if "-v" in sys.argv:
            for one in read_probes(name):
                if _number(one) % 2 and bool(told := reports(one, read_floors()[name]["published"])) != one["conflict"]:
                    print("missed" if one["conflict"] else "false ", one["id"], told, *(f"\n    {one[s]}" for s in "ab" if s in one))
