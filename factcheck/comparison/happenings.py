"""What claims about happenings of every family share: whether they tell of what was or of what is to come."""

from __future__ import annotations

from factcheck.model import Claim, Origin, Period, Reason, Stance

__all__ = ["DATE_WINDOW", "PLAN_WINDOW", "fact_stance", "is_planned", "lies_ahead", "row_of"]


DATE_WINDOW = 10.0
"""Dates of one happening that differ by more days than this are taken for two happenings."""
PLAN_WINDOW = 60.0
"""Days that two dates of one thing to come may lie apart."""


def fact_stance(a: Claim, b: Claim) -> Reason | None:
    """No forecast or view against a report, no plan against what happened."""
    loose = {Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.PLAN_AGAINST_RESULT if is_planned(a) != is_planned(b) else None


def is_planned(claim: Claim) -> bool:
    """Whether a claim tells of what is to come: by its words, or because its date lies after its article."""
    value, published = claim.value, claim.published
    if claim.stance is Stance.PLANS:
        return True
    if not isinstance(value, Period) or value.start is None or published is None:
        return False
    timed = value.granularity in {"hour", "minute"} and bool(published.hour or published.minute)
    if timed and value.start > published.replace(tzinfo=None):
        return True  # 18日上午通报，当晚19时40分: which evening is not known
    return value.origin is not Origin.WRITTEN and value.start.date() > published.date()


def lies_ahead(claim: Claim, *others: Claim) -> bool:
    """Whether the date of a claim comes after its article, and after those of `others`, however it is written."""
    value, told = claim.value, [c.published for c in (claim, *others)]
    if not isinstance(value, Period) or value.start is None:
        return False
    return all(published is not None and value.start.date() > published.date() for published in told)


def row_of(claim: Claim) -> frozenset[str]:
    """Which of a row of occasions a claim is told of (首站, 第二轮), as its qualifiers say it: `nth:…` of a place, `#…` of a date."""
    return frozenset(q for q in claim.scope.qualifiers if q.startswith(("nth:", "#")))
