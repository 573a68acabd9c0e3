"""Findings, baselines and decisions made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factcheck.model import Article, Claim, Family, Finding, Level, Quantity, Scope, Span, ValueGroup
from factcheck.review.identity import Seen, identify_findings
from factcheck.rules.fingerprint import Identity, identify_conflict


def figure(number: int) -> Quantity:
    return Quantity(Decimal(number), Decimal(number), unit="person", dimension="count", digits=str(number))


def claim(outlet: str, number: int, **changes: Any) -> Claim:
    """`outlet` says `number` of the dead of 东湾化工厂, in the article articles/<outlet>.md."""
    defaults: dict[str, Any] = {
        "id": f"c-{outlet}-{number}",
        "article": f"articles/{outlet}.md",
        "outlet": outlet,
        "span": Span(0, 2),
        "sentence": Span(0, 9),
        "quote": "引文",
        "family": Family.COUNT,
        "subject": "东湾化工厂",
        "attribute": "casualties.dead",
        "value": figure(number),
        "scope": Scope(event=changes.pop("event", "")),
    }
    return Claim(**{**defaults, **changes})


def article(outlet: str, **changes: Any) -> Article:
    path = f"articles/{outlet}.md"
    return Article(**{"id": path, "text": "引文", "path": path, "source": outlet, **changes})


def seen(*groups: Sequence[Claim], rule: str = "FC631", articles: Sequence[Article] = ()) -> Seen:
    """A finding of `rule` with a value group for each of `groups`."""
    members = [member for group in groups for member in group]
    values = tuple(ValueGroup(str(number), tuple(member.id for member in group)) for number, group in enumerate(groups))
    finding = Finding("F1", rule, Level.ERROR, Family.COUNT, "", identify(*members, rule=rule).fingerprint, values)
    return identify_findings([finding], members, articles)[0]


def identify(*members: Claim, rule: str = "FC631", articles: Sequence[Article] = ()) -> Identity:
    return identify_conflict(rule, members, {one.id: one for one in articles})
