"""One pair of claims in, one relation with its reason out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.alignment.linking import Linker, place_level
from factcheck.alignment.pairing import COURSE
from factcheck.alignment.similarity import letters_overlap, noun_letters, noun_similarity, same_predicate, shared_words
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.gates import (
    SAME_NOUN,
    gate_attribute,
    gate_base,
    gate_event,
    gate_magnitude,
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
PART_SHARE = 0.3
"""A later figure under three tenths of an earlier total counts a part of it (one airline's, one district's), not the total fallen."""
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
    """What comparison may know beyond the pair: the linked names, for `stale` the figures reported so far by attribute, and (ids) the claims
    that are the only ones of their article about such a happening."""

    linker: Linker
    reported: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    sole: frozenset[str] = frozenset()

    @classmethod
    def of(cls, claims: Sequence[Claim], linker: Linker) -> Surroundings:
        """What the claims of a run tell about each other."""
        reported: dict[str, list[Claim]] = defaultdict(list)
        told: dict[tuple[str, Family, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            reported[claim.attribute].append(claim)
            if not isinstance(claim.value, Quantity) and claim.frame.concept:
                told[claim.article, claim.family, claim.frame.concept].append(claim)
        sole = frozenset(c.id for group in told.values() if len({(repr(c.value), c.frame.head) for c in group}) == 1 for c in group)
        return cls(linker, reported, sole)


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
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or a.article == b.article or (a.family is Family.CHANGE) != (b.family is Family.CHANGE):
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
    common = (nouns or 0.0) >= 0.5 or shared_words(a.frame.words, b.frame.words) >= 1 or bool(same_predicate(a.frame.predicate, b.frame.predicate))
    return digits >= 3 or (digits == 2 and common)


def _telling_digits(value: Quantity) -> int:
    """The digits of a figure without the noughts at its end: 1,073 has four, 260 two, 3万 one. A range or an open bound has none."""
    if value.low is None or value.low != value.high:
        return 0
    return len(value.low.normalize().as_tuple().digits)


def _judge_quantities(a: Claim, b: Claim, around: Surroundings, trace: _Trace) -> Relation | None:
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
        ("period", lambda: gate_period(a, b)),
        ("event", lambda: gate_event(a, b, around.linker)),
        ("magnitude", lambda: gate_magnitude(a, b)),
    )
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    if a.family is Family.DURATION and not trace.passes("event", lambda: _gate_duration(a, b, around)):
        return trace.stopped(a, b)
    verdict = compare_quantities(a.value, b.value, difference=a.family is Family.CHANGE)
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
    if 0 < _middle(late) < PART_SHARE * _middle(early):
        return Kind.INCOMPARABLE, Reason.PART_AND_WHOLE
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


def _bare(verb: str) -> str:
    """A verb without the particle that segmenters join to it (收过)."""
    return verb[:-1] if len(verb) > 1 and verb[-1] in "了过着" else verb


_ACTORS = {"PER", "ORG", "PRODUCT"}
NEEDED = 3
"""Points of evidence that make two claims speak of one happening, see `_evidence`."""


def _same_happening(a: Claim, b: Claim, around: Surroundings, trace: _Trace) -> bool:
    """Whether two claims speak of one happening: verbs of one sort, and enough evidence that it is one and the same."""

    def verbs() -> Reason | None:
        return None if _same_verb(a, b) else Reason.OTHER_ATTRIBUTE

    def evidence() -> Reason | None:
        found = _evidence(a, b, around)
        trace.steps.append(("evidence", " ".join(f"{name}{points:+d}" for name, points in found)))
        return None if sum(points for _, points in found) >= needed else Reason.OTHER_EVENT

    needed = NEEDED - 1 if _same_value(a, b) else NEEDED
    return trace.passes("happening", verbs) and trace.passes("event", evidence)


def _same_value(a: Claim, b: Claim) -> bool:
    """Whether two happenings are given one time or place: that they are one is then the likelier."""
    if isinstance(a.value, Period) and isinstance(b.value, Period):
        return a.value.start is not None and compare_periods(a.value, b.value) == "same"
    return isinstance(a.value, Name) and isinstance(b.value, Name) and a.value.key == b.value.key


def _same_verb(a: Claim, b: Claim) -> bool:
    """Whether the verbs report one sort of happening: one event type, one verb, or two verbs of getting or having one and the same thing."""
    fa, fb = a.frame, b.frame
    if fa.concept == fb.concept or {fa.concept, fb.concept} <= COURSE:
        return True
    if sorted(_bare(fa.predicate)) == sorted(_bare(fb.predicate)):
        return True  # 侧翻, 翻侧; 收, 收过
    if not isinstance(a.value, Polarity):
        return False
    achieved = load_event_words().light | _ACHIEVED
    objects, subjects = noun_similarity(fa.head, fb.head) or 0.0, noun_similarity(fa.noun, fb.noun) or 0.0
    letters = len(noun_letters(fa.head) & noun_letters(fb.head))
    one_thing = (objects >= 0.99 and letters >= 3) or (objects >= 0.5 and letters >= 2 and subjects >= 0.5)
    return one_thing and _bare(fa.predicate) in achieved and _bare(fb.predicate) in achieved


def _evidence(a: Claim, b: Claim, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for two claims telling of one happening, and what against it: (name, points). Symmetric."""
    fa, fb = a.frame, b.frame
    words = load_event_words()
    found: list[tuple[str, int]] = []
    sweeping = "none" in {*a.scope.qualifiers, *b.scope.qualifiers}
    if around.linker.one_affair(a.article, b.article):
        found.append(("affair", 1))
    listed = fa.concept == fb.concept and fa.concept in words.types.values()
    if listed and fa.concept not in words.generic:
        found.append(("kind", 1))
    sole = a.id in around.sole and b.id in around.sole and fa.concept not in words.episodic
    if sweeping and listed:
        found.append(("sweeping", 2))
    if Stance.DENIES in {a.stance, b.stance}:
        found.append(("answered", 1))
    straight, things = noun_similarity(fa.head, fb.head), [(x, y) for x in (fa.head, fa.noun) for y in (fb.head, fb.noun)]
    things += [(fa.topic, y) for y in (fb.topic, fb.noun, fb.head)] + [(x, fb.topic) for x in (fa.noun, fa.head)]
    alike = max((letters_overlap(x, y) * min(2, len(noun_letters(x) & noun_letters(y))) / 2 for x, y in things), default=0.0)
    alike = max(alike, 1.0 if straight == 1.0 else 0.0)
    if alike >= SAME_NOUN:
        found.append(("thing", 2))
    elif alike >= 0.5:
        found.append(("thing", 1))
    elif fa.head and fb.head and straight is not None and straight < 0.5:
        found.append(("thing", -3))
    elif any(isinstance(c.value, Polarity) and not c.value.holds and c.frame.head and c.frame.head not in _EMPTY_HEADS for c in (a, b)):
        found.append(("thing", -2))  # what did not get this object may have got another
    if sole and (listed or alike >= 0.5):
        found.append(("sole", 2 if listed and isinstance(a.value, Polarity) else 1))
    shared = len({w for w in {*fa.words} & {*fb.words} if w not in {fa.predicate, fb.predicate}})
    if shared >= 2:
        found.append(("words", 1))
    persons = "PER" in {around.linker.type(a.subject), around.linker.type(b.subject)}
    reason = None if sweeping and persons else gate_subject(a, b, around.linker)
    if reason is not None:
        found.append(("subject", -2 if a.subject_text and b.subject_text else -1))
    elif around.linker.same(a.subject, b.subject) and around.linker.type(a.subject) in _ACTORS:
        found.append(("subject", 1))
    elif around.linker.any_same(fa.participants, fb.participants):
        found.append(("names", 1))
    return found


def _relate_polarities(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Polarity)
    assert isinstance(b.value, Polarity)
    trace = _Trace()
    if a.family is Family.OFFICE:
        if a.attribute != b.attribute or not around.linker.same(a.subject, b.subject):
            return None
        same = a.value.holds == b.value.holds
        return trace.relation(a, b, Kind.AGREES if same else Kind.CONTRADICTS, Reason.SAME_POLARITY if same else Reason.OPPOSITE)
    if not _same_happening(a, b, around, trace):
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
    awaited = no.frame.concept in load_event_words().awaited and Stance.DENIES not in {a.stance, b.stance}
    if "not_yet" in no.scope.qualifiers or awaited:
        ta, tb = yes.scope.period or said_time(yes), said_time(no)
        if ta is not None and tb is not None and ta.start is not None and tb.start is not None and ta.start > tb.start:
            return trace.relation(a, b, Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    if _one_source(yes, no, around):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.SAME_SPEAKER)
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
    if not _same_happening(a, b, around, trace):
        clock = a.value.granularity == b.value.granularity == "minute" and a.value.start == b.value.start is not None
        if not clock or a.article == b.article or not around.linker.one_affair(a.article, b.article):
            return None
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)  # the same minute of one affair
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
    return Reason.PLAN_AGAINST_RESULT if _is_planned(a) != _is_planned(b) else None


def _is_planned(claim: Claim) -> bool:
    """Whether a claim tells of what is to come: by its words, or because its date lies after its article."""
    value = claim.value
    ahead = (
        isinstance(value, Period)
        and value.start is not None
        and claim.published is not None
        and value.start.date() > claim.published.date()
    )
    return claim.stance is Stance.PLANS or ahead


def _relate_places(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = _Trace()
    if not _same_happening(a, b, around, trace):
        return None
    if not trace.passes("stance", lambda: _fact_stance(a, b)):
        return trace.stopped(a, b)
    pa, pb = a.scope.period, b.scope.period
    one_event = bool(a.scope.event and b.scope.event) and around.linker.same(a.scope.event, b.scope.event)
    if (
        a.frame.concept in load_event_words().generic - {"located", "arrest"}
        and not one_event
        and (pa is None or pb is None)
        and not _one_named_by_noun(a, b, around)
    ):
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


def _one_named_by_noun(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether a happening is one by the noun both name it with (在云台站举行首发仪式, 首发仪式在江心洲站举行), in one affair; or by the person it
    happened to."""
    if not around.linker.one_affair(a.article, b.article):
        return False
    fa, fb = a.frame, b.frame
    pairs = [(x, y) for x in (fa.head, fa.noun) for y in (fb.head, fb.noun) if x and y]
    if any((noun_similarity(x, y) or 0.0) >= 0.9 and len(noun_letters(x) & noun_letters(y)) >= 3 for x, y in pairs):
        return True
    return around.linker.same(a.subject, b.subject) and around.linker.type(a.subject) == "PER"


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
    if a.family is Family.MEETING and not _same_happening(a, b, around, trace):
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
