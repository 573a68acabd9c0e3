"""One pair of claims in, one relation with its reason out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.alignment.linking import Linker, place_level
from factcheck.alignment.similarity import noun_letters, noun_similarity, same_predicate, shared_words
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.gates import (
    gate_attribute,
    gate_base,
    gate_event,
    gate_part,
    gate_period,
    gate_place,
    gate_qualifiers,
    gate_stance,
    gate_subject,
    gate_topic,
    gate_unit,
    is_weak_match,
    said_time,
)
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.times import compare_periods, days_apart, is_firm, overlap_in_time
from factcheck.model import Claim, Family, Hedge, Kind, Name, Order, Period, Polarity, Quantity, Reason, Relation, Stance

__all__ = ["Surroundings", "relate_claims", "relate_pairs"]

_NEEDS_BODY = {
    "chairman",
    "president",
    "vice_president",
    "premier",
    "foreign_minister",
    "defence_minister",
    "minister",
    "governor",
    "mayor",
    "magistrate",
    "director_general",
    "speaker",
    "commander",
    "principal",
    "secretary_general",
    "head_coach",
    "captain",
}
"""Offices that several persons of one affair may hold, each of another body: without the body nothing is compared."""
_ACHIEVED = frozenset(
    {"通过", "办理", "完成", "取得", "获得", "获批", "办妥", "拿到", "申请", "申领", "经过", "做过", "签过", "购买", "缴纳", "领取", "办过"}
)
"""Verbs by which one gets the same paper or passes the same step: 从未办理消防验收 denies 通过消防验收."""
_EMPTY_HEADS = {
    "计划",
    "报告",
    "情况",
    "消息",
    "现象",
    "行为",
    "事件",
    "事故",
    "意外",
    "说法",
    "行动",
    "工作",
    "迹象",
    "可能",
    "问题",
    "打算",
    "程序",
    "手续",
}
LAG = 0.9
"""A later report without an as-of time whose total is at most a tenth lower lags behind, as the slower outlets of a day do."""
PLAN_DAYS = 0.8
"""Plans told this many days apart may have changed in between."""
FIRST_WINDOW = 400.0
"""A first appearance is set against an earlier presence of at most about a year: beyond that it is another campaign, season or visit."""
ONCE_WINDOW = 1500.0
"""The same for what happens once to one named thing (a launch, a signing); beyond four years a namesake is likelier."""
DATE_WINDOW = 10.0
"""Dates of one happening that differ by more days than this are taken for two happenings."""


@dataclass(frozen=True)
class Surroundings:
    """What comparison may know beyond the pair: the linked names, and for `stale` the figures reported so far by attribute."""

    linker: Linker
    reported: Mapping[str, Sequence[Claim]] = field(default_factory=dict)


def relate_pairs(pairs: Iterable[tuple[Claim, Claim]], around: Surroundings) -> list[Relation]:
    """The relations of all pairs, in the order given. Pairs about two different attributes yield none."""
    found = []
    for a, b in pairs:
        relation = relate_claims(a, b, around)
        if relation is not None:
            found.append(relation)
    return found


def relate_claims(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation between two claims; None when they are not about one attribute at all. Symmetric but for the order of ids: the pair
    is judged in the
    order of publication and reading, whichever way it is given."""
    first, second = sorted((a, b), key=_reading_order)
    relation = _relate_ordered(first, second, around)
    return relation if relation is None or first is a else replace(relation, a=a.id, b=b.id)


def _reading_order(claim: Claim) -> tuple[str, str, int, int, str]:
    when = claim.published.replace(tzinfo=None).isoformat() if claim.published else ""
    return when, claim.article, claim.span.start, claim.span.end, claim.id


def _relate_ordered(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """The relation of a pair in reading order."""
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return _relate_quantities(a, b, around)
    if isinstance(a.value, Polarity) and isinstance(b.value, Polarity):
        return _relate_polarities(a, b, around)
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return _relate_dates(a, b, around)
    if isinstance(a.value, Name) and isinstance(b.value, Name):
        return _relate_places(a, b, around) if a.family is Family.PLACE else _relate_persons(a, b, around)
    if isinstance(a.value, Order) and isinstance(b.value, Order):
        return _relate_orders(a, b)
    return None


class _Trace:
    """Runs gates in order and remembers each outcome."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str]] = []
        self.reason: Reason | None = None

    def passes(self, name: str, gate: Callable[[], Reason | None]) -> bool:
        reason = gate()
        self.steps.append((name, reason.value if reason else "pass"))
        self.reason = reason
        return reason is None

    def relation(self, a: Claim, b: Claim, kind: Kind, reason: Reason) -> Relation:
        return Relation(a.id, b.id, kind, reason, tuple(self.steps))

    def stopped(self, a: Claim, b: Claim) -> Relation:
        assert self.reason is not None
        return self.relation(a, b, Kind.INCOMPARABLE, self.reason)


def _relate_quantities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    trace = _Trace()
    if not trace.passes("unit", lambda: gate_unit(a, b)):
        return None
    weak = False
    if not trace.passes("attribute", lambda: gate_attribute(a, b)):
        weak = is_weak_match(a, b)
        if not weak:
            return trace.stopped(a, b) if trace.reason is Reason.OTHER_POPULATION else None
    gates: tuple[tuple[str, Callable[[], Reason | None]], ...] = (
        ("subject", lambda: gate_subject(a, b, around.linker)),
        ("topic", lambda: gate_topic(a, b)),
        ("place", lambda: gate_place(a, b, around.linker)),
        ("part", lambda: gate_part(a, b)),
        ("base", lambda: gate_base(a, b)),
        ("qualifiers", lambda: gate_qualifiers(a, b)),
        ("period", lambda: gate_period(a, b)),
        ("event", lambda: gate_event(a, b, around.linker)),
    )
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if a.family is Family.DURATION and not trace.passes("event", lambda: _gate_duration(a, b, around)):
        return trace.stopped(a, b)
    verdict = compare_quantities(a.value, b.value)
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
        if verdict.meet:
            return trace.relation(a, b, Kind.CONTRADICTS, Reason.DENIED)
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_ATTRIBUTE)
    if verdict.meet:
        kind = Kind.AGREES if verdict.equal or verdict.reason is not Reason.HEDGES_OVERLAP or _both_hedged_alike(a, b) else Kind.REFINES
        return trace.relation(a, b, Kind.AGREES if kind is Kind.REFINES and _mostly_equal(a, b) else kind, verdict.reason)
    kind, reason = _differ_in_time(a, b, around)
    return trace.relation(a, b, kind, reason)


def _gate_duration(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """How long something took is compared only of one thing: a specific noun, and for talks the same parties."""
    fa, fb = a.frame, b.frame
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


def _differ_in_time(a: Claim, b: Claim, around: Surroundings) -> tuple[Kind, Reason]:
    """Two values that do not meet: an update, a stale figure, or a contradiction, by how the measure behaves in time."""
    if _one_source(a, b, around) and a.as_of == b.as_of and a.time_behaviour == "fixed":
        return Kind.CONTRADICTS, Reason.SAME_SPEAKER
    if a.stance in {Stance.PLANS, Stance.FORECASTS}:
        ta, tb = said_time(a), said_time(b)
        if ta is not None and tb is not None and days_apart(ta, tb) >= PLAN_DAYS:
            return Kind.UPDATES, Reason.UPDATE_OVER_TIME
        return (Kind.CONTRADICTS, Reason.VALUES_DISJOINT) if a.stance is Stance.PLANS else (Kind.INCOMPARABLE, Reason.OPINION)
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
    if ta.start == tb.start and ta.granularity != "day":
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if "day" in {ta.granularity, tb.granularity} and ta.start.date() == tb.start.date():
        return Kind.INCOMPARABLE, Reason.UNRESOLVED  # which of the two was later that day is not known
    early, late = (a, b) if ta.start < tb.start else (b, a)
    rising = _middle(late) > _middle(early)
    behaviours = {a.time_behaviour, b.time_behaviour}
    if "flow" in behaviours:
        return Kind.CONTRADICTS, Reason.VALUES_DISJOINT
    if "stock" in behaviours:
        return Kind.UPDATES, Reason.UPDATE_OVER_TIME
    if rising:
        return Kind.UPDATES, Reason.UPDATE_OVER_TIME
    if _is_stale(late, early, around) or (
        late.frame.concept.startswith("casualties") and late.as_of is None and _middle(late) >= LAG * _middle(early)
    ):
        return Kind.UPDATES, Reason.STALE
    return Kind.CONTRADICTS, Reason.FALLING_TOTAL


def _same_finished_period(a: Claim, b: Claim) -> bool:
    """Whether both figures are of one day or longer stretch that was over when both appeared (4日全天停运186列)."""
    pa, pb = a.scope.period, b.scope.period
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


def _one_source(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two articles quote one person or body. A country or "the media" is no one source."""
    return (
        bool(a.speaker)
        and a.article != b.article
        and around.linker.same(a.speaker, b.speaker)
        and around.linker.type(a.speaker) in {"PER", "ORG"}
    )


def _middle(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    bounds = [float(v) * float(claim.value.factor or 1) for v in (claim.value.low, claim.value.high) if v is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


def _is_stale(late: Claim, early: Claim, around: Surroundings) -> bool:
    """Whether the late article repeats a figure that was already reported before the early claim's time."""
    limit = said_time(early)
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


# ------------------------------------------------------------------ happenings


def _same_happening(a: Claim, b: Claim, around: Surroundings, trace: _Trace, *, strict: bool) -> bool:
    """Whether two claims speak of one happening: the same event type, objects that fit, participants that fit."""

    def objects() -> Reason | None:
        fa, fb = a.frame, b.frame
        objects = noun_similarity(fa.head, fb.head)
        subjects = noun_similarity(fa.noun, fb.noun)
        crossed = max(noun_similarity(fa.head, fb.noun) or 0.0, noun_similarity(fa.noun, fb.head) or 0.0)
        best = max(objects or 0.0, subjects or 0.0, crossed)
        shared = shared_words(fa.words, fb.words)
        if fa.concept != fb.concept and isinstance(a.value, Polarity):
            achieved = load_event_words().light | _ACHIEVED
            if (
                objects is None
                or objects < 0.99
                or len(noun_letters(fa.head) & noun_letters(fb.head)) < 3
                or not (fa.predicate in achieved and fb.predicate in achieved)
            ):
                return Reason.OTHER_ATTRIBUTE
        telling = (
            fa.concept not in load_event_words().generic and fa.concept == fb.concept and fa.concept in load_event_words().types.values()
        )
        named = around.linker.any_same(fa.participants, fb.participants)
        person = around.linker.same(a.subject, b.subject) and around.linker.type(a.subject) in {
            "PER",
            "PRODUCT",
        }  # one person or craft, said or carried on
        named = named or person
        topics = noun_similarity(fa.topic, fb.topic)
        best = max(best, topics or 0.0, noun_similarity(fa.topic, fb.noun) or 0.0, noun_similarity(fa.noun, fb.topic) or 0.0)
        if objects is not None and objects < 0.5 and crossed < 0.5:
            return Reason.OTHER_ATTRIBUTE
        if strict and not telling and fa.concept not in load_event_words().types.values() and (best < 0.5 or not (named or shared >= 3)):
            return Reason.OTHER_ATTRIBUTE  # an unlisted verb: its nouns and something more must agree
        if (
            strict
            and max(objects or 0.0, crossed) < 0.5
            and any(
                isinstance(c.value, Polarity) and not c.value.holds and c.frame.head and c.frame.head not in _EMPTY_HEADS for c in (a, b)
            )
        ):
            return Reason.OTHER_ATTRIBUTE
        if strict and best < 0.5 and not (named and shared >= 1) and not telling and not person:
            return Reason.OTHER_ATTRIBUTE
        return None if best >= 0.5 or named or shared >= 2 or telling else Reason.OTHER_ATTRIBUTE

    return trace.passes("happening", objects) and trace.passes("subject", lambda: gate_subject(a, b, around.linker))


def _relate_polarities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    trace = _Trace()
    if a.family is Family.OFFICE:
        if a.attribute != b.attribute or not around.linker.same(a.subject, b.subject):
            return None
        same = a.value.holds == b.value.holds
        return trace.relation(a, b, Kind.AGREES if same else Kind.CONTRADICTS, Reason.SAME_POLARITY if same else Reason.OPPOSITE)
    if not _same_happening(a, b, around, trace, strict=True):
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
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if "not_yet" in no.scope.qualifiers:
        ta, tb = yes.scope.period or said_time(yes), said_time(no)
        if ta is not None and tb is not None and ta.start is not None and tb.start is not None and ta.start > tb.start:
            return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    if _one_source(yes, no, around):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.SAME_SPEAKER)
    if no.stance is Stance.DENIES and yes.speaker and no.speaker and not around.linker.same(yes.speaker, no.speaker):
        return trace.relation(a, b, Kind.DISPUTES, Reason.DENIED)  # the parties disagree, and both articles say so
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.DENIED if Stance.DENIES in {a.stance, b.stance} else Reason.OPPOSITE)


def _polarity_stance(a: Claim, b: Claim) -> Reason | None:
    loose = {Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.OPINION if Stance.OPINES in {a.stance, b.stance} else None


def _relate_dates(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    if Family.FIRST in {a.family, b.family}:
        return _relate_firsts(a, b, around)
    trace = _Trace()
    if not _same_happening(a, b, around, trace, strict=True):
        return None
    for name, gate in (("stance", lambda: _fact_stance(a, b)), ("place", lambda: gate_place(a, b, around.linker))):
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
    trace = _Trace()
    groups_a, groups_b = ({noun_group(w) for w in (c.frame.noun, c.frame.head, *c.frame.words)} - {""} for c in (a, b))
    named = around.linker.any_related((*a.frame.participants, a.subject), (*b.frame.participants, b.subject))
    if a.article == b.article or not groups_a & groups_b or not named:
        return None
    trace.steps += [("happening", "pass"), ("subject", "pass")]
    if not trace.passes("stance", lambda: _fact_stance(a, b)):
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


def _fact_stance(a: Claim, b: Claim) -> Reason | None:
    loose = {Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES}
    if {a.stance, b.stance} & loose:
        return Reason.PLAN_AGAINST_RESULT
    return Reason.PLAN_AGAINST_RESULT if (a.stance is Stance.PLANS) != (b.stance is Stance.PLANS) else None


def _relate_places(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = _Trace()
    if not _same_happening(a, b, around, trace, strict=False):
        return None
    if not trace.passes("stance", lambda: _fact_stance(a, b)):
        return trace.stopped(a, b)
    pa, pb = a.scope.period, b.scope.period
    one_event = bool(a.scope.event and b.scope.event) and around.linker.same(a.scope.event, b.scope.event)
    if a.frame.concept in load_event_words().generic - {"located", "arrest"} and not one_event and (pa is None or pb is None):
        trace.steps.append(("event", Reason.UNRESOLVED.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > 2:
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        trace.steps.append(("event", Reason.OTHER_EVENT.value))
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_EVENT)
    if "SPOT" in {a.value.type, b.value.type}:
        return _relate_spots(a, b, around, trace)
    base_a, _, side_a = a.value.key.partition("/")
    base_b, _, side_b = b.value.key.partition("/")
    chain_a, chain_b = a.scope.qualifiers, b.scope.qualifiers
    if around.linker.same(base_a, base_b):
        if side_a and side_b and _opposed_sides(side_a, side_b):
            return trace.relation(a, b, Kind.CONTRADICTS, Reason.VALUES_DISJOINT)
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if side_a == side_b else Reason.MORE_PRECISE)
    if around.linker.any_same(chain_a, [base_b]) or around.linker.any_same(chain_b, [base_a]) or around.linker.related(base_a, base_b):
        return trace.relation(a, b, Kind.AGREES, Reason.MORE_PRECISE)
    levels = {
        max((place_level(k) for k in chain), default=0) if place_level(base) == 0 else place_level(base)
        for base, chain in ((base_a, chain_a), (base_b, chain_b))
    }
    if max(levels) >= 5 and len(levels) > 1:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.VALUES_DISJOINT)


def _relate_spots(a: Claim, b: Claim, around: Surroundings, trace: _Trace) -> Relation:
    """Places told by a common noun (三号车间二层, 原料仓库): they agree where their words do, and differ where no character is shared."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    alike = noun_similarity(a.value.key, b.value.key)
    if alike is not None and alike >= 0.5:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if a.value.key == b.value.key else Reason.MORE_PRECISE)
    if alike == 0.0 and (a.value.type == b.value.type or len(noun_letters(a.value.key)) >= 3 <= len(noun_letters(b.value.key))):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.VALUES_DISJOINT)
    return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)


def _opposed_sides(a: str, b: str) -> bool:
    """东 against 西, 南 against 北; 东北 against 东 is not opposed."""
    one, two = {c for c in a if c in "东南西北"}, {c for c in b if c in "东南西北"}
    return any({x, y} <= one | two and (x in one) != (x in two) and (y in one) != (y in two) for x, y in (("东", "西"), ("南", "北")))


def _relate_persons(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = _Trace()
    if a.attribute != b.attribute:
        return None
    if a.scope.of and b.scope.of:
        if not around.linker.related(a.scope.of, b.scope.of):
            return None
    elif (a.family is Family.OFFICE and a.frame.concept in _NEEDS_BODY) or not around.linker.any_related(
        (a.scope.of or a.subject, *a.frame.context, *a.frame.participants),
        (b.scope.of or b.subject, *b.frame.context, *b.frame.participants),
    ):
        return None
    trace.steps.append(("subject", "pass"))
    if a.family is Family.MEETING and not _same_happening(a, b, around, trace, strict=False):
        return None
    if around.linker.same(a.value.key, b.value.key):
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > DATE_WINDOW:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.OTHER_PERIOD)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


def _relate_orders(a: Claim, b: Claim) -> Relation | None:
    assert isinstance(a.value, Order)
    assert isinstance(b.value, Order)

    def alike(x: str, y: str) -> bool:
        words = load_event_words()
        return x == y or bool(same_predicate(x, y)) or ((noun_similarity(x, y) or 0.0) >= 0.5 and words.types.get(x) is None)

    trace = _Trace()
    straight = alike(a.value.first, b.value.first) and alike(a.value.then, b.value.then)
    crossed = alike(a.value.first, b.value.then) and alike(a.value.then, b.value.first)
    if straight == crossed:
        return None
    trace.steps.append(("happening", "pass"))
    return trace.relation(a, b, Kind.AGREES if straight else Kind.CONTRADICTS, Reason.SAME_VALUE if straight else Reason.OTHER_ORDER)
