"""Two claims about happenings: whether, when, where."""

from __future__ import annotations

from factcheck.claims.lexicon import load_event_words
from factcheck.comparison.gates import gate_place, said_time
from factcheck.comparison.sameness import same_happening
from factcheck.comparison.surroundings import Surroundings, Trace, one_source
from factcheck.comparison.times import days_apart, is_firm
from factcheck.model import Claim, Family, Kind, Origin, Period, Polarity, Reason, Relation, Stance

__all__ = ["DATE_WINDOW", "fact_stance", "is_planned", "relate_polarities"]


DATE_WINDOW = 10.0
"""Dates of one happening that differ by more days than this are taken for two happenings."""


def relate_polarities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """That something is so and that it is not; whether somebody is in office."""
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    trace = Trace()
    if a.family is Family.OFFICE:
        if a.attribute != b.attribute or not around.linker.same(a.subject, b.subject):
            return None
        same = a.value.holds == b.value.holds
        return trace.relation(a, b, Kind.AGREES if same else Kind.CONTRADICTS, Reason.SAME_POLARITY if same else Reason.OPPOSITE)
    if not same_happening(a, b, around, trace):
        return None
    if not trace.passes("stance", lambda: _polarity_stance(a, b)):
        return trace.stopped(a, b)
    if not trace.passes("place", lambda: gate_place(a, b, around.linker)):
        return trace.stopped(a, b)
    yes, no = (a, b) if a.value.holds else (b, a)
    pa, pb = a.scope.period, b.scope.period
    if (
        "not_yet" not in no.scope.qualifiers
        and pa is not None
        and pb is not None
        and is_firm(pa)
        and is_firm(pb)
        and days_apart(pa, pb) > 31
    ):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if (pa is None) != (pb is None) and a.published is None and b.published is None and Stance.DENIES not in {a.stance, b.stance}:
        trace.steps.append(("period", Reason.UNRESOLVED.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)  # two undated articles, one speaks of a year, the other of none
    if (pa is None) != (pb is None) and _is_past(a if pa is not None else b):
        trace.steps.append(("event", Reason.OTHER_PERIOD.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    awaited = no.frame.concept in load_event_words().awaited and Stance.DENIES not in {a.stance, b.stance}
    if "not_yet" in no.scope.qualifiers or awaited:
        ta, tb = yes.scope.period or said_time(yes), said_time(no)
        if ta is not None and tb is not None and ta.start is not None and tb.start is not None and ta.start > tb.start:
            return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    if one_source(yes, no, around):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.SAME_SPEAKER)
    parties = yes.speaker and no.speaker and not around.linker.same(yes.speaker, no.speaker)
    if parties and no.stance is Stance.DENIES and "confirmed" not in yes.scope.qualifiers:
        return trace.relation(a, b, Kind.DISPUTES, Reason.DENIED)  # the parties disagree, and both articles say so
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.DENIED if Stance.DENIES in {a.stance, b.stance} else Reason.OPPOSITE)


PAST = 200.0
"""Days before its article from which on a dated happening is history, which an undated one of another article is not."""


def _is_past(claim: Claim) -> bool:
    period, published = claim.scope.period, claim.published
    if period is None or period.end is None or published is None:
        return False
    return (published.replace(tzinfo=None) - period.end).days > PAST


def _polarity_stance(a: Claim, b: Claim) -> Reason | None:
    loose = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.OPINION if Stance.OPINES in {a.stance, b.stance} else None


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


