"""How two short articles relate by the orders they tell."""

from __future__ import annotations

from factcheck import Article, check
from factcheck.model import Order

__all__ = ["kinds"]


def kinds(a: str, b: str) -> set[str]:
    """How the orders of two articles of one day relate."""
    report = check([Article.from_text(t, id=i, source=i, published="2031-03-16") for i, t in (("a", a), ("b", b))])
    told = {c.id for c in report.claims if isinstance(c.value, Order)}
    return {r.kind.value for r in report.relations if r.a in told}
