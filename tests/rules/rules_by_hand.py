"""Claims, conflict sets and rule files made by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from factcheck.model import Claim, ConflictSet, Family, Hedge, Kind, Period, Quantity, Reason, Relation, Scope, Span, Value, ValueGroup
from factcheck.rules import RuleSet, load_rules

MESSAGE = {"zh": "{{ sides }}", "en": "{{ sides }}"}


def day(text: str, granularity: str = "day") -> Period:
    """One day as a period."""
    start = datetime.fromisoformat(text)
    return Period(start=start, end=start + timedelta(days=1), granularity=granularity)


def figure(
    number: float | str,
    *,
    hedge: Hedge = Hedge.EXACT,
    unit: str = "person",
    step: int = 1,
    factor: str | None = None,
    dimension: str = "count",
) -> Quantity:
    """A plain figure."""
    bound = Decimal(str(number))
    return Quantity(bound, bound, hedge, unit, dimension, Decimal(step), Decimal(factor) if factor else None, str(number))


def claim(name: str, value: Value, **changes: Any) -> Claim:
    """A claim of article `name`, outlet `name`报, unless `changes` say otherwise."""
    scope = changes.pop("scope", Scope(place=changes.pop("place", "")))
    defaults: dict[str, Any] = {
        "article": name,
        "outlet": f"{name}报",
        "quote": "引文",
        "family": Family.COUNT,
        "subject": "青河县",
        "attribute": "jobs.layoffs",
        "subject_text": "青河县",
        "attribute_text": "裁员人数",
        "span": Span(0, 2),
        "sentence": Span(0, 9),
    }
    return Claim(id=name, value=value, scope=scope, **{**defaults, **changes})


def conflict(
    *members: Claim,
    kind: Kind = Kind.CONTRADICTS,
    reason: Reason = Reason.VALUES_DISJOINT,
    name: str = "s1",
    origins: tuple[tuple[str, ...], ...] | None = None,
) -> ConflictSet:
    """A conflict set with a group for each claim and a relation between any two; unless `origins` say otherwise each is an origin."""
    first = members[0]
    origins = tuple((member.id,) for member in members) if origins is None else origins
    relations = tuple(Relation(a.id, b.id, kind, reason) for i, a in enumerate(members) for b in members[i + 1 :])
    groups = tuple(ValueGroup(f"值{member.id}", (member.id,), 1) for member in members)
    return ConflictSet(name, first.family, first.subject, first.attribute, first.scope.event, groups, relations, origins)


def write_rule(folder: Path, rule_id: str = "FC901", **parts: Any) -> Path:
    """A rule file that matches every contradiction, changed by `parts`."""
    data = {"id": rule_id, "name": {"zh": "规则", "en": "rule"}, "level": "warning", "report": {"message": MESSAGE}, **parts}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{rule_id}-rule.yml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


def make_rules(folder: Path, **parts: Any) -> RuleSet:
    """A rule set of one rule, made from a file."""
    write_rule(folder, **parts)
    return load_rules([folder], shipped=False)
