"""What two short articles contradict each other in, by the digits of the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from factcheck import Article, check
from factcheck.model import Kind, Quantity

__all__ = ["digits_in_conflict"]


DAYS = (datetime(2031, 5, 19, 20), datetime(2031, 5, 20, 8), datetime(2031, 5, 20, 9))


def digits_in_conflict(texts: Sequence[str], days: Sequence[datetime] = DAYS) -> set[frozenset[str]]:
    """The pairs of digits, as written, that two or three articles, published on these days, contradict each other in."""
    articles = zip(("甲报", "乙报", "丙报"), texts, days, strict=False)
    report = check([Article.from_text(text, id=name, source=name, published=day) for name, text, day in articles])
    claims = {c.id: c.value for c in report.claims}
    found = set()
    for relation in report.relations:
        one, two = claims[relation.a], claims[relation.b]
        if relation.kind is Kind.CONTRADICTS and isinstance(one, Quantity) and isinstance(two, Quantity):
            found.add(frozenset((one.digits, two.digits)))
    return found
