"""Two claims about happenings: when, where, in which order."""

from __future__ import annotations

from factcheck.alignment.linking import place_level
from factcheck.alignment.similarity import letters_overlap, noun_letters, noun_similarity
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.nouns import noun_group
from factcheck.comparison.gates import gate_place
from factcheck.comparison.sameness import same_happening
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import compare_periods, days_apart, is_firm
from factcheck.model import Claim, Family, Kind, Name, Order, Origin, Period, Reason, Relation, Stance

__all__ = ["fact_stance", "relate_dates", "relate_orders", "relate_places", "relate_spots"]


FIRST_WINDOW = 400.0
"""A first appearance is set against an earlier presence of at most about a year: beyond that it is another campaign, season or visit."""
ONCE_WINDOW = 1500.0
"""The same for what happens once to one named thing (a launch, a signing); beyond four years a namesake is likelier."""
DATE_WINDOW = 10.0
"""Dates of one happening that differ by more days than this are taken for two happenings."""


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


def relate_places(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two places of one happening."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = Trace()
    if not same_happening(a, b, around, trace):
        return None
    if not trace.passes("stance", lambda: fact_stance(a, b)):
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
        return relate_spots(a, b, around, trace)
    base_a, _, side_a = a.value.key.partition("/")
    base_b, _, side_b = b.value.key.partition("/")
    chain_a, chain_b = a.scope.qualifiers, b.scope.qualifiers
    if around.linker.same(base_a, base_b) or (
        min(len(base_a), len(base_b)) >= 2 and (base_a.startswith(base_b) or base_b.startswith(base_a))
    ):
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
    """Whether a happening is one by the noun both name it with (在云台站举行首发仪式, 首发仪式在江心洲站举行), in one affair;
    or by the person it happened to."""
    if not around.linker.one_affair(a.article, b.article):
        return False
    fa, fb = a.frame, b.frame
    pairs = [(x, y) for x in (fa.head, fa.noun, fa.topic) for y in (fb.head, fb.noun, fb.topic) if x and y]
    if any((noun_similarity(x, y) or 0.0) >= 0.9 and len(noun_letters(x) & noun_letters(y)) >= 3 for x, y in pairs):
        return True
    return around.linker.same(a.subject, b.subject) and around.linker.type(a.subject) == "PER"


def relate_spots(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Relation:
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
