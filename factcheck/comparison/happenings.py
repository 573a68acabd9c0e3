"""Two claims about happenings: whether, when, where, in which order."""

from __future__ import annotations

from factcheck.alignment.similarity import letters_overlap, noun_letters
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.gates import gate_place, said_time
from factcheck.comparison.sameness import same_happening
from factcheck.comparison.surroundings import Surroundings, Trace, one_source
from factcheck.comparison.times import compare_periods, days_apart, is_firm
from factcheck.model import Claim, Family, Kind, Order, Origin, Period, Polarity, Reason, Relation, Stance

__all__ = ["fact_stance", "relate_dates", "relate_orders", "relate_polarities"]


FIRST_WINDOW = 400.0
"""A first appearance is set against an earlier presence of at most about a year: beyond that it is another campaign, season or visit."""
ONCE_WINDOW = 1500.0
"""The same for what happens once to one named thing (a launch, a signing); beyond four years a namesake is likelier."""
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


def relate_dates(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two dates of one happening."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    if Family.FIRST in {a.family, b.family}:
        return _relate_firsts(a, b, around)
    trace = Trace()
    if not same_happening(a, b, around, trace):
        clock = a.value.granularity == b.value.granularity == "minute" and a.value.start == b.value.start is not None
        if not clock or a.article == b.article or not around.linker.one_affair(a.article, b.article):
            return None
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)  # the same minute of one affair
    for name, gate in (("stance", lambda: fact_stance(a, b)), ("place", lambda: gate_place(a, b, around.linker))):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    verdict = compare_periods(a.value, b.value)
    trace.steps.append(("value", verdict))
    if verdict in {"same", "inside"}:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if verdict == "same" else Reason.MORE_PRECISE)
    if verdict == "unknown":
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    if "carried" in a.scope.qualifiers or "carried" in b.scope.qualifiers:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    once = (
        a.frame.concept in load_event_words().once
        and bool(a.subject_text)
        and bool(b.subject_text)
        and around.linker.same(a.subject, b.subject)
    )
    if days_apart(a.value, b.value) > (ONCE_WINDOW if once else DATE_WINDOW):
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_DATE)


def _relate_firsts(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Somebody first appeared then; another article has them there before. Both must name the same sort of people or things and share
    a name."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    trace = Trace()
    groups_a, groups_b = ({noun_group(w) for w in (c.frame.noun, c.frame.head, *c.frame.words)} - {""} for c in (a, b))
    named = around.linker.any_related((*a.frame.participants, a.subject), (*b.frame.participants, b.subject))
    if a.article == b.article or not groups_a & groups_b or not named:
        return None
    trace.steps += [("happening", "pass"), ("subject", "pass")]
    if not trace.passes("stance", lambda: fact_stance(a, b)):
        return trace.stopped(a, b)
    verdict = compare_periods(a.value, b.value)
    if verdict in {"same", "inside"}:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if verdict == "same" else Reason.MORE_PRECISE)
    if verdict == "unknown" or a.value.start is None or b.value.start is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    first, other = (a, b) if a.family is Family.FIRST else (b, a)
    earlier = (
        other.value.start < first.value.start
        if isinstance(other.value, Period) and isinstance(first.value, Period) and other.value.start and first.value.start
        else False
    )
    if (a.family is b.family or earlier) and days_apart(a.value, b.value) <= FIRST_WINDOW:
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_DATE)
    return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)


def fact_stance(a: Claim, b: Claim) -> Reason | None:
    """No forecast or view against a report, no plan against what happened."""
    loose = {Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.PLAN_AGAINST_RESULT if _is_planned(a) != _is_planned(b) else None


def _is_planned(claim: Claim) -> bool:
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


_COURSE_WORDS = frozenset({"begin", "end", "hold", "last", "complete", "carry", "publish", "end_on", "located"})


def _one_step(x: str, y: str) -> bool:
    """Whether two steps of an order are one: they hold event words of one sort, or most of the shorter one's characters."""
    words = load_event_words()
    kinds = [
        {words.types[m.group()] for m in words.pattern.finditer(step)} | ({step} if step in words.types.values() else set())
        for step in (x, y)
    ]
    telling = [k - _COURSE_WORDS for k in kinds]
    if telling[0] & telling[1]:
        return True
    if telling[0] and telling[1]:
        return False
    if kinds[0] & kinds[1] and not telling[0] and not telling[1]:
        return True
    return letters_overlap(x, y) >= SAME_STEP and len(noun_letters(x) & noun_letters(y)) >= 2


SAME_STEP = 0.5
"""Share of the shorter step's characters that the longer must hold: 冻结 in 冻结账户."""


def relate_orders(a: Claim, b: Claim) -> Relation | None:
    """Two orders of the same two steps."""
    assert isinstance(a.value, Order)
    assert isinstance(b.value, Order)

    trace = Trace()
    straight = _one_step(a.value.first, b.value.first) and _one_step(a.value.then, b.value.then)
    crossed = _one_step(a.value.first, b.value.then) and _one_step(a.value.then, b.value.first)
    if straight == crossed:
        return None
    trace.steps.append(("happening", "pass"))
    return trace.relation(a, b, Kind.AGREES if straight else Kind.CONTRADICTS, Reason.SAME_VALUE if straight else Reason.OTHER_ORDER)
