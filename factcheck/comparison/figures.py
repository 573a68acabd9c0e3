"""Two figures of one measure: an agreement, an update, a contradiction, or no comparison."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.alignment.similarity import noun_similarity, same_predicate, shared_words
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.bearers import gate_bearers
from factcheck.comparison.gates import (
    gate_base,
    gate_event,
    gate_part,
    gate_period,
    gate_place,
    gate_qualifiers,
    gate_stance,
    gate_subject,
    gate_topic,
    said_time,
    share_no_name,
)
from factcheck.comparison.growth import PART_SHARE, is_one_state
from factcheck.comparison.measures import folded_quote, gate_attribute, gate_magnitude, gate_unit, is_weak_match
from factcheck.comparison.openings import lies_before
from factcheck.comparison.quantities import compare_quantities, limits_differ
from factcheck.comparison.settings import gate_askers, gate_difference
from factcheck.comparison.surroundings import Surroundings, Trace, one_source
from factcheck.comparison.times import compare_periods, days_apart, overlap_in_time
from factcheck.mentions.slips import Slip, is_call_number, read_slip
from factcheck.model import Claim, Family, Hedge, Kind, Period, Quantity, Reason, Relation, Stance

__all__ = ["differ_in_time", "relate_quantities"]


_DENIABLE = {Family.COUNT, Family.MONEY, Family.SHARE, Family.CHANGE}
"""Figures that a denial is about; a place or a length named in what is denied (39公里处) is not what is denied."""
LAG = 0.9
"""A later report without an as-of time whose total is at most a tenth lower lags behind, as the slower outlets of a day do."""
_NOT_YET = re.compile(r"暂[未无]|尚[未无]|还没|目前[未没无]|仍未")
"""Words by which a report of nothing (暂未收到伤亡报告) itself says that it comes before any report of something."""
PLAN_DAYS = 0.8
"""Plans told this many days apart, where neither says on which day it was told, may have changed in between."""


def relate_quantities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation of two figures; None when they measure two things."""
    trace = Trace()
    found = _judge_quantities(a, b, around, trace)
    settled = found is not None and found.kind is not Kind.INCOMPARABLE
    if settled or not trace.steps or trace.steps[0][1] != "pass" or not _agree_by_figure(a, b, around):
        return found
    trace.steps.append(("figure", "pass"))
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    return trace.relation(a, b, Kind.AGREES, compare_quantities(a.value, b.value).reason)


def _agree_by_figure(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two figures of one affair are so much alike that they are one, however differently the articles put it: equal, converted or
    rounded, with three telling digits; or two, and a word of what is counted in common."""
    one, two = a.value, b.value
    if (
        not isinstance(one, Quantity)
        or not isinstance(two, Quantity)
        or a.article == b.article
        or (a.family is Family.CHANGE) != (b.family is Family.CHANGE)
    ):
        return False
    if not around.linker.one_affair(a.article, b.article) or (a.stance is Stance.DENIES) != (b.stance is Stance.DENIES):
        return False
    if {"from", "part"} & ({*a.scope.qualifiers} ^ {*b.scope.qualifiers}):
        return False
    verdict = compare_quantities(one, two, difference=a.family is Family.CHANGE)
    nouns = noun_similarity(a.frame.noun, b.frame.noun)
    if not (verdict.equal or (verdict.meet and one.unit != two.unit and one.factor and two.factor)) or (nouns == 0.0 and not verdict.equal):
        return False
    digits = min(_telling_digits(one), _telling_digits(two))
    common = (
        (nouns or 0.0) >= 0.5
        or shared_words(a.frame.words, b.frame.words) >= 1
        or bool(same_predicate(a.frame.predicate, b.frame.predicate))
    )
    return digits >= 3 or (digits == 2 and common)


def _gate_earlier(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Not the victims of an earlier case against those of the affair (`lies_before`)."""
    counted = all(c.attribute.startswith("casualties.") for c in (a, b))
    return Reason.OTHER_PERIOD if counted and lies_before(a, b, around.lead_days) else None


def _telling_digits(value: Quantity) -> int:
    """The digits of a figure without the noughts at its end: 1,073 has four, 260 two, 3万 one. A range or an open bound has none."""
    if value.low is None or value.low != value.high or is_call_number(value):
        return 0
    return len(value.low.normalize().as_tuple().digits)


def _judge_quantities(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Relation | None:
    if not trace.passes("unit", lambda: gate_unit(a, b)):
        return None
    weak = False
    if not trace.passes("attribute", lambda: gate_attribute(a, b)):
        weak = is_weak_match(a, b)
        if not weak:
            return trace.stopped(a, b) if trace.reason is Reason.OTHER_POPULATION else None
    gates: tuple[tuple[str, Callable[[], Reason | None]], ...] = (
        ("subject", lambda: gate_subject(a, b, around.linker)),
        ("topic", lambda: gate_topic(a, b, around.linker)),
        ("place", lambda: gate_place(a, b, around.linker)),
        ("part", lambda: gate_part(a, b)),
        ("base", lambda: gate_base(a, b)),
        ("qualifiers", lambda: gate_qualifiers(a, b)),
        ("period", lambda: gate_period(a, b) or _gate_earlier(a, b, around)),
        ("event", lambda: gate_event(a, b, around.linker)),
        ("magnitude", lambda: gate_magnitude(a, b)),
    )
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if a.family is Family.DURATION and not trace.passes("event", lambda: _gate_duration(a, b, around)):
        return trace.stopped(a, b)
    verdict = compare_quantities(a.value, b.value, difference=a.family is Family.CHANGE)
    if a.value.dimension == "age" and not verdict.meet and abs(_middle(a) - _middle(b)) <= 1:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)  # a birthday or another way of counting lies between
    for name, gate in gates:
        if not trace.passes(name, gate) and not (
            verdict.equal and trace.reason is Reason.OTHER_PERIOD and "from" in {*a.scope.qualifiers, *b.scope.qualifiers}
        ):
            return trace.stopped(a, b)
    if not trace.passes("stance", lambda: gate_stance(a, b)) and not verdict.meet:
        return trace.stopped(a, b)  # a plan that the result meets agrees with it
    trace.steps.append(("value", verdict.reason.value))
    if weak and not verdict.equal:
        return None
    denied = (a.stance is Stance.DENIES) != (b.stance is Stance.DENIES)
    if denied:
        if verdict.meet and {a.family, b.family} <= _DENIABLE:
            return trace.relation(a, b, Kind.CONTRADICTS, Reason.DENIED)
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_ATTRIBUTE)
    if verdict.meet:
        if not verdict.equal and _outgrown(a, b):
            return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
        if _floor_has_fallen(a, b) and trace.passes("setting", lambda: gate_difference(a, b, around.linker)):
            return trace.relation(a, b, *differ_in_time(a, b, around))
        if limits_differ(a.value, b.value):
            return trace.relation(a, b, Kind.REFINES, verdict.reason)
        kind = Kind.AGREES if verdict.equal or verdict.reason is not Reason.HEDGES_OVERLAP or _both_hedged_alike(a, b) else Kind.REFINES
        return trace.relation(a, b, Kind.AGREES if kind is Kind.REFINES and _mostly_equal(a, b) else kind, verdict.reason)
    if not trace.passes("setting", lambda: gate_difference(a, b, around.linker) or gate_bearers(a, b, around)):
        return trace.stopped(a, b)
    kind, reason = differ_in_time(a, b, around)
    if kind is Kind.CONTRADICTS and not trace.passes("askers", lambda: gate_askers(a, b, around.linker)):
        return trace.stopped(a, b)
    return trace.relation(a, b, kind, reason)


_TERM = re.compile(r"期[^间限满内中]")


def _gate_duration(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """How long something took is compared only of one thing: a specific noun, and for talks the same parties."""
    fa, fb = a.frame, b.frame
    if share_no_name(a, b, around.linker):
        return Reason.OTHER_EVENT
    if any(_TERM.match(f.noun) for f in (fa, fb)):
        return Reason.OTHER_SUBJECT  # 5年期国债, 3年期国债: which of them, not how long something took
    nouns = noun_similarity(fa.noun, fb.noun)
    if noun_group(fa.noun) == "talks" or noun_group(fb.noun) == "talks":
        small, large = sorted(({around.linker.key(k) for k in f.participants} for f in (fa, fb)), key=len)
        return None if small and small <= large else Reason.OTHER_EVENT
    if fa.concept and fa.concept == fb.concept:
        return None
    if nouns is not None and nouns >= 0.66:
        return None
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if same_predicate(fa.predicate, fb.predicate) and shared_words(fa.words, fb.words) >= 2:
        return None  # 接报后6分钟赶到现场, 接获报案后16分钟才抵达现场
    meet = shared_words(fa.words, fb.words) >= 1 and compare_quantities(a.value, b.value).meet
    return None if a.value == b.value or meet else Reason.OTHER_EVENT


def _both_hedged_alike(a: Claim, b: Claim) -> bool:
    return isinstance(a.value, Quantity) and isinstance(b.value, Quantity) and a.value.hedge is b.value.hedge


def _mostly_equal(a: Claim, b: Claim) -> bool:
    """A hedged figure within its hedge of the other says the same (近24万 and 23.6万); an open bound only refines."""
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    soft = {Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY, Hedge.OVER}
    return a.value.hedge in soft and b.value.hedge in soft


def differ_in_time(a: Claim, b: Claim, around: Surroundings) -> tuple[Kind, Reason]:
    """Two values that do not meet: an update, a stale figure, or a contradiction, by how the measure behaves in time."""
    if one_source(a, b, around) and a.as_of == b.as_of and a.time_behaviour == "fixed":
        return Kind.CONTRADICTS, Reason.SAME_SPEAKER
    if _is_slip_not_growth(a, b):
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT  # nothing grows from 1386 to 1836, and no plan is changed so
    if a.stance in {Stance.PLANS, Stance.FORECASTS}:
        if _may_have_changed(a, b):
            return Kind.UPDATES, Reason.UPDATE_OVER_TIME
        return (Kind.CONTRADICTS, Reason.VALUES_DISJOINT) if a.stance is Stance.PLANS else (Kind.INCOMPARABLE, Reason.OPINION)
    if any(c.as_of is not None and c.as_of.start is None for c in (a, b)):
        if any(_NOT_YET.search(folded_quote(c)) and _middle(c) == 0 for c in (a, b)):
            return Kind.UPDATES, Reason.UPDATE_OVER_TIME
        return Kind.INCOMPARABLE, Reason.UNRESOLVED  # as of a time that is said but not known
    if is_one_state(a, b, around):
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    pa, pb = a.scope.period, b.scope.period
    dated = a.as_of is not None or b.as_of is not None or (pa is not None and pb is not None and not overlap_in_time(pa, pb))
    if "fixed" in {a.time_behaviour, b.time_behaviour} and not dated:
        if _has_grown(a, b):
            return Kind.UPDATES, Reason.UPDATE_OVER_TIME
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if _same_finished_period(a, b):
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    ta, tb = said_time(a), said_time(b)
    if a.as_of is not None and b.as_of is not None and compare_periods(a.as_of, b.as_of) == "same":
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if ta is None or tb is None or ta.start is None or tb.start is None:
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    slip = read_slip(a.value, b.value)
    if slip is Slip.REVERSED and days_apart(ta, tb) <= 1:
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if ta.start == tb.start and ta.granularity != "day":
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if a.scope.accumulation == b.scope.accumulation == "per_day" and pa is not None and pb is not None and pa.start == pb.start:
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT  # each day has its own, whenever it is told
    if _same_day(ta, tb):
        if _says_it_moved(a, b):
            return Kind.UPDATES, Reason.UPDATE_OVER_TIME
        return Kind.INCOMPARABLE, Reason.UNRESOLVED  # which of the two was later that day is not known
    early, late = (a, b) if ta.start < tb.start else (b, a)
    rising = _middle(late) > _middle(early)
    behaviours = {a.time_behaviour, b.time_behaviour}
    if "flow" in behaviours and (a.as_of is None or b.as_of is None):
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if "stock" in behaviours:
        return Kind.UPDATES, Reason.UPDATE_OVER_TIME
    if rising:
        return Kind.UPDATES, Reason.UPDATE_OVER_TIME
    if any(_counts_sent(c) for c in (a, b)):
        return Kind.UPDATES, Reason.UPDATE_OVER_TIME  # searchers sent one day may be fewer the next
    if 0 < _middle(late) < PART_SHARE * _middle(early):
        return Kind.INCOMPARABLE, Reason.PART_AND_WHOLE
    if _is_stale(late, early, around) or (
        late.frame.concept.startswith("casualties") and late.as_of is None and _middle(late) >= LAG * _middle(early)
    ):
        return Kind.UPDATES, Reason.STALE
    return Kind.CONTRADICTS, Reason.FALLING_TOTAL


_GROWS = {"casualties", "disaster", "health", "crowd"}
"""Groups of the attribute lexicon whose small counts change from report to report by any number: twelve, then twenty-one."""


def _is_slip_not_growth(a: Claim, b: Claim) -> bool:
    """Whether two figures of the same digits in another order are one and a slip of the pen, not an earlier and a later state: always where
    there are three digits; where there are two, unless what is counted grows by the day or both say as of when they hold."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return False
    slip = read_slip(a.value, b.value)
    if slip is not Slip.REVERSED:
        return slip is Slip.SWAPPED
    grows = {c.frame.concept.partition(".")[0] for c in (a, b)} & _GROWS
    return not grows and (a.as_of is None or b.as_of is None)


def _may_have_changed(a: Claim, b: Claim) -> bool:
    """Whether two plans were told far enough apart for one to have replaced the other: at least one of them on a day that is said."""
    ta, tb = said_time(a), said_time(b)
    if ta is None or tb is None or ta.start is None or tb.start is None:
        return False
    other_day = (a.as_of is not None or b.as_of is not None) and ta.start.date() != tb.start.date()
    return other_day or days_apart(ta, tb) >= PLAN_DAYS


def _counts_sent(claim: Claim) -> bool:
    """Whether a figure counts people or things sent somewhere, by its verb alone."""
    kind = load_event_words().event_type(claim.frame.predicate) if claim.frame.predicate else ""
    return not claim.frame.concept and kind in {"deploy", "arrive"}


def _same_finished_period(a: Claim, b: Claim) -> bool:
    """Whether both figures are of one day or longer stretch that was over when both appeared (4日全天停运186列)."""
    deed = all(c.frame.concept.startswith("law.") for c in (a, b))  # 9日拘捕4人: those of that day are known when it is over
    pa, pb = (c.scope.period or (c.frame.day if deed else None) for c in (a, b))
    if pa is None or pb is None or (pa.start, pa.end) != (pb.start, pb.end) or pa.end is None or pa.start is None or a.as_of or b.as_of:
        return False
    whole = (pa.end - pa.start).total_seconds() >= 86400
    return whole and all(
        (c.published is not None and pa.end <= c.published.replace(tzinfo=None)) or (c.published is not None and "全" in c.quote)
        for c in (a, b)
    )


def _has_grown(a: Claim, b: Claim) -> bool:
    """Whether the later of two claims says that the figure has grown (已增至47处) and it has."""
    ta, tb = said_time(a), said_time(b)
    if ta is None or tb is None or ta.start is None or tb.start is None or ta.start == tb.start:
        return False
    early, late = (a, b) if ta.start < tb.start else (b, a)
    return late.time_behaviour == "cumulative" and _middle(late) > _middle(early)


def _says_it_moved(a: Claim, b: Claim) -> bool:
    """Whether of two figures of one day just one says that it is where the other has come to: 死亡人数上升至67人 is later than 59人遇难."""
    moved = [c for c in (a, b) if "to" in c.scope.qualifiers]
    if len(moved) != 1 or not {a.time_behaviour, b.time_behaviour} & {"cumulative", "stock"}:
        return False
    late, early = (a, b) if moved[0] is a else (b, a)
    return "stock" in {a.time_behaviour, b.time_behaviour} or _middle(late) > _middle(early)


def _outgrown(a: Claim, b: Claim) -> bool:
    """Whether what only grows is told as a lower bound first (至少53人遇难) and higher later (59人遇难): the figure has risen since. Of
    two reports that do not tell their order the lower bound is the earlier."""
    ta, tb = said_time(a), said_time(b)
    if ta is None or tb is None or ta.start is None or tb.start is None or _same_day(ta, tb):
        early, late = (a, b) if _middle(a) < _middle(b) else (b, a)
    else:
        early, late = (a, b) if ta.start < tb.start else (b, a)
    assert isinstance(early.value, Quantity)
    assert isinstance(late.value, Quantity)
    open_above = early.value.hedge in {Hedge.AT_LEAST, Hedge.OVER} and late.value.hedge not in {Hedge.ABOUT, Hedge.NEARLY}
    return open_above and "cumulative" in {early.time_behaviour, late.time_behaviour} and _middle(late) > OUTGROWN * _middle(early)


def _floor_has_fallen(a: Claim, b: Claim) -> bool:
    """Whether the later of two lower bounds of what only grows is the lower (至少443人遇难, later 至少309人遇难): both count what is known,
    and what was known before is known still."""
    ta, tb = said_time(a), said_time(b)
    if ta is None or tb is None or ta.start is None or tb.start is None or _same_day(ta, tb):
        return False
    early, late = (a, b) if ta.start < tb.start else (b, a)
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    counted = a.time_behaviour == b.time_behaviour == "cumulative" and a.value.hedge is b.value.hedge is Hedge.AT_LEAST
    told = [len(v.low.normalize().as_tuple().digits) for v in (a.value, b.value) if v.low is not None]  # 至少300人 is a round guess
    return counted and len(told) == 2 and min(told) >= 2 and _middle(late) < LAG * _middle(early)


def _same_day(a: Period, b: Period) -> bool:
    """Whether two moments are of one day, of which at least one has no hour: which is the later is not known."""
    assert a.start is not None
    assert b.start is not None
    return a.start == b.start or ("day" in {a.granularity, b.granularity} and a.start.date() == b.start.date())


OUTGROWN = 1.05
"""A later total above a lower bound by more than a twentieth has grown; one nearer to it is the same figure, told exactly."""


def _middle(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    bounds = [float(v) * float(claim.value.factor or 1) for v in (claim.value.low, claim.value.high) if v is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


def _is_stale(late: Claim, early: Claim, around: Surroundings) -> bool:
    """Whether the late article repeats a figure that was already reported before the early claim's time."""
    limit = said_time(early)
    newer = late.as_of is not None and late.as_of.start is not None and limit is not None and limit.start is not None
    if newer and late.as_of.start.date() > limit.start.date():  # type: ignore[union-attr]
        return False  # 截至16日18时: it says itself that it is newer
    for other in around.reported.get(late.attribute, ()):
        when = said_time(other)
        if other.id in {late.id, early.id} or other.article in {late.article, early.article} or when is None or limit is None:
            continue
        if (
            when.start is not None
            and limit.start is not None
            and when.start <= limit.start
            and isinstance(other.value, Quantity)
            and isinstance(late.value, Quantity)
        ) and compare_quantities(other.value, late.value).equal:
            return True
    return False
