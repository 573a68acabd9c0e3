"""What claims about happenings of every family share: whether they tell of what was or of what is to come."""

from __future__ import annotations

from factcheck.model import Claim, Origin, Period, Reason, Stance

__all__ = ["DATE_WINDOW", "fact_stance", "is_planned"]


DATE_WINDOW = 10.0
"""Dates of one happening that differ by more days than this are taken for two happenings."""


def fact_stance(a: Claim, b: Claim) -> Reason | None:
    """No forecast or view against a report, no plan against what happened."""
    loose = {Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.PLAN_AGAINST_RESULT if is_planned(a) != is_planned(b) else None


def is_planned(claim: Claim) -> bool:
    """Whether a claim tells of what is to come: by its words, or because its date lies after its article."""
    value = claim.value
    ahead = (
        isinstance(value, Period)
        and value.origin is not Origin.WRITTEN
        and value.start is not None
        and claim.published is not None
        and value.start.date() > claim.published.date()
    )
    return claim.stance is Stance.PLANS or ahead
