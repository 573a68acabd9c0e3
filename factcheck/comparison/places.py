"""Two claims about where: whether they are of one occasion, and whether both places can be right."""

from __future__ import annotations

import re
from itertools import product

from factcheck.alignment.linking import Linker
from factcheck.alignment.similarity import letters_overlap, noun_letters, noun_similarity
from factcheck.claims.cues import load_cues
from factcheck.claims.place_words import load_place_words
from factcheck.claims.places import OFF
from factcheck.claims.sides import SIDE
from factcheck.comparison.gates import share_no_name
from factcheck.comparison.happenings import fact_stance, row_of
from factcheck.comparison.place_parts import PlaceVerdict, bare_names_apart, compare_places, in_two_homes
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import days_apart, is_firm, overlap_in_time
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Kind, Name, Period, Reason, Relation, Stance

__all__ = ["relate_places", "relate_spots"]

NEEDED = 4
"""Points of evidence that make two places answers to one question, see `_evidence`; one less for a question that an affair answers once,
one more for a side of a thing, which every thing has."""
_LOOSE = frozenset({Stance.PLANS, Stance.FORECASTS, Stance.SUPPOSES, Stance.OPINES, Stance.DENIES})


def relate_places(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two places of one happening or thing."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    trace = Trace()
    if around.linker.surely_one_affair(a.article, b.article) and in_two_homes(a.value.key, b.value.key, around.linker):
        trace.steps.append(("home", "pass"))
        if trace.passes("stance", lambda: fact_stance(a, b)):
            return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)
        return trace.stopped(a, b)
    if not trace.passes("happening", lambda: None if _same_question(a, b) or _led_alike(a, b, around) else Reason.OTHER_ATTRIBUTE):
        return None
    verdict = _compare(a.value, b.value, around.linker)
    if verdict == "unknown" and (_lies_away(a, b) or _lies_away(b, a)):
        verdict = "apart"
    if verdict == "unknown" and _two_towns(a, b, around):
        verdict = "apart"
    agree = verdict in {"same", "inside"}
    found = [*_evidence(a, b, around), *([("one thing", 1)] if verdict == "opposed" and SIDE not in {a.value.type, b.value.type} else [])]
    trace.steps += [(name, f"{points:+d}") for name, points in found]
    needed = NEEDED + (SIDE in {a.value.type, b.value.type}) - ({a.frame.concept, b.frame.concept} <= load_place_words().once)
    if sum(points for _, points in found) < needed - agree or share_no_name(a, b, around.linker):
        return None
    if agree:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if verdict == "same" else Reason.MORE_PRECISE)
    for name, gate in (
        ("stance", lambda: None if _one_choice(a, b) or (_led_alike(a, b, around) and _only_meant(a, b)) else fact_stance(a, b)),
        ("event", lambda: _gate_occasion(a, b, around)),
        ("sole", lambda: _gate_sole(a, b, around) or _gate_sole(b, a, around)),
    ):
        if not trace.passes(name, gate):
            return trace.stopped(a, b)
    if verdict == "unknown":
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


def _compare(a: Name, b: Name, linker: Linker) -> PlaceVerdict:
    """Two places, or two sides of one thing."""
    if SIDE in {a.type, b.type}:
        return "same" if a.key == b.key else "opposed"
    return compare_places(a.key, b.key, linker)


def _two_towns(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether the places are two bare names (银川, 贵阳) of which neither article knows the other's: what holds a town is mostly named
    with it somewhere."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not bare_names_apart(a.value.key, b.value.key, around.linker):
        return False
    crossed = ((a.article, b.value.key), (b.article, a.value.key))
    return not any(around.linker.named_in(article, unit) for article, key in crossed for unit in key.split("/"))


def _lies_away(a: Claim, b: Claim) -> bool:
    """Whether the place of `a` is told to lie miles away from the place of `b`."""
    assert isinstance(b.value, Name)
    return any(q.startswith(OFF) and q.removeprefix(OFF) in b.value.key for q in a.scope.qualifiers)


STANDING = "seat"
"""The question of where a thing stands or lies."""
KEPT = "hide"
"""The question of where a thing is kept, which may be moved."""
SCENE = "scene"
"""The question of what is only called 事发, 事故: it is that of any accident or crime."""


_WAY = re.compile(r"_(?:from|via)$")
"""Ends of the questions whence and by which way."""


def _way(question: str) -> str:
    found = _WAY.search(question)
    return found.group() if found else ""


def _bare(question: str) -> str:
    return _WAY.sub("", question)


def _same_question(a: Claim, b: Claim) -> bool:
    """Whether two places answer one question: of one sort of happening, or of one verb that no sort has."""
    one, two = a.frame.concept, b.frame.concept
    words = load_place_words()
    if one.isascii() != two.isascii() or not one.isascii():
        # a verb that no question has: the same for what another verb of its meaning is told of
        return one == two or (_way(one) == _way(two) and same_meaning(a.frame.predicate, b.frame.predicate))
    if words.kin_of(one) == words.kin_of(two):
        return True
    return one == two or (SCENE in {one, two} and one.partition("_")[0] == two.partition("_")[0] == SCENE)


def _led_alike(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether both articles open with a place of one and the same kind of ground (东岬发射场, 西湾发射场), one place each: that of what
    both are about, whatever is told of it: a question that an
    affair answers once, and a verb that asks none of its own (发射, 叫停)."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not {a.id, b.id} <= around.lead_places or _way(a.frame.concept) or _way(b.frame.concept):
        return False
    if not around.linker.one_affair(a.article, b.article):
        return False
    words = load_place_words()
    kinds = [a.frame.concept, b.frame.concept]
    if not any(k in words.once for k in kinds) or all(k in words.questions.values() for k in kinds):
        return False  # from one hall they set out, in another they met
    tails = [_ground_of(c.value.key) for c in (a, b) if isinstance(c.value, Name)]
    alone = [{c.value for c in around.places.get(one.article, ()) if c.id in around.lead_places} == {one.value} for one in (a, b)]
    return tails[0] == tails[1] != "" and all(alone)


def _only_meant(a: Claim, b: Claim) -> bool:
    """Whether one tells what was to be there, and the other what came of it: a launch that is called off was to be at one place."""
    return {a.stance, b.stance} == {Stance.PLANS, Stance.ASSERTS}


def _ground_of(key: str) -> str:
    """The word for the kind of ground or building, of two characters or more, that a place ends with; "" for none."""
    sorts = load_place_words().sorts
    return next((key[-n:] for n in range(min(6, len(key)), 1, -1) if sorts.get(key[-n:]) in _GROUNDS), "")


_GROUNDS = frozenset({"port", "hospital", "court", "prison", "venue"})


def _evidence(a: Claim, b: Claim, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for two places being given of one occasion, and what against it: (name, points). Symmetric."""
    fa, fb = a.frame, b.frame
    found: list[tuple[str, int]] = []
    if around.linker.one_affair(a.article, b.article):
        found.append(("affair", 2))
        if {a.id, b.id} <= around.lead_places and (fa.concept == fb.concept or _led_alike(a, b, around)):
            found.append(("lead", 2))
    elif around.linker.two_affairs(a.article, b.article):
        found.append(("affair", -3))
    asked = load_place_words()
    known = [c for c in (fa.concept, fb.concept) if _bare(c) in asked.questions.values()]
    if known:
        once = fa.concept in asked.once and fb.concept in asked.once
        found.append(("kind", 2 if once else int(all(_bare(c) not in asked.many for c in known))))
    if a.subject_text and b.subject_text:
        if around.linker.same(a.subject, b.subject):
            found.append(("subject", 2))
        elif not around.linker.related(a.subject, b.subject) and not _named_by(a, b, around):
            found.append(("subject", -2))
    elif ("affair", 2) not in found and around.linker.any_related((a.subject, *fa.participants), (b.subject, *fb.participants)):
        found.append(("names", 1))
    told = ((fa.head, fa.noun, fa.topic), (fb.head, fb.noun, fb.topic))
    things = [*product(*told), *product([fa.predicate], told[1]), *product(told[0], [fb.predicate])]
    alike = max((letters_overlap(x, y) for x, y in things if len(noun_letters(x) & noun_letters(y)) >= 2), default=0.0)
    if isinstance(a.value, Name) and a.value.type == SIDE:
        found.append(("thing", 1))
        if {*fa.words} & {*fb.words} - {fa.head}:
            found.append(("words", 1))
    elif alike >= 0.5:
        found.append(("thing", 1 if alike < 0.9 else 2))
    elif (foreign := _foreign(a, b)) and ("subject", 2) not in found:
        found.append(("thing", -foreign))
    if fa.concept == STANDING and not any(name in {"subject", "thing"} and points > 0 for name, points in found):
        found.append(("thing", -2))  # everything is somewhere
    if not _gate_sole(a, b, around) and not _gate_sole(b, a, around):
        found.append(("sole", 1))
    if a.scope.event and b.scope.event and around.linker.same(a.scope.event, b.scope.event):
        found.append(("event", 1))
    rows = row_of(a), row_of(b)
    if rows[0] == rows[1] != frozenset() and fa.concept == fb.concept:
        found.append(("first", 2))  # the first case is one case
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and pa.start is not None and pb.start is not None and pa.start.date() == pb.start.date():
        found.append(("time", 1))
    elif around.margin(a, b) > 0:
        found.append(("counterpart", 1))
    return found


def _foreign(a: Claim, b: Claim) -> int:
    """How much what is there differs: 1 where most of their nouns do, 1 more where both have an object and these do."""
    fa, fb = a.frame, b.frame
    heads = bool(fa.head and fb.head) and (noun_similarity(fa.head, fb.head) or 0.0) == 0.0
    one, two = noun_letters(fa.noun + fa.head), noun_letters(fb.noun + fb.head)
    return int(heads) + int(bool(one and two) and 2 * len(one & two) < min(len(one), len(two)))


def _named_by(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether the subject of one stands in the clause of the other: 警方抓获郭某, 郭某被捕."""
    return around.linker.any_related([a.subject], b.frame.participants) or around.linker.any_related([b.subject], a.frame.participants)


def _gate_occasion(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """No earlier occasion against this one, no other one of a row, no other day, no other named event, no place out of several."""
    one, two = set(a.scope.qualifiers), set(b.scope.qualifiers)
    pa, pb = a.scope.period, b.scope.period
    dated = pa is not None and pb is not None and overlap_in_time(pa, pb)
    if "past" in one | two and not dated:
        return Reason.OTHER_PERIOD
    rows = row_of(a), row_of(b)
    first = {"nth:1"} in rows and not all(rows) and a.frame.concept in load_place_words().once
    one_day = dated and not all(rows) and all(p is not None and is_firm(p) and _is_moment(p) for p in (pa, pb))
    if rows[0] != rows[1] and not first and not one_day:  # 第六轮谈判17日, 谈判17日: one leaves the number out
        return Reason.OTHER_EVENT
    if "another" in one ^ two:
        return Reason.OTHER_EVENT
    if "several" in one | two:
        return Reason.MULTI_VALUED
    if "moved" in one ^ two:
        return Reason.OTHER_EVENT
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > 2:
        return Reason.OTHER_EVENT
    if a.frame.concept == b.frame.concept == KEPT and _is_moment(pa) != _is_moment(pb):
        return Reason.OTHER_PERIOD  # 昨天摆在展厅: where a thing was shown on a day is not where it is kept
    if a.scope.event and b.scope.event and not around.linker.same(a.scope.event, b.scope.event):
        return Reason.OTHER_EVENT
    return None


def _one_choice(a: Claim, b: Claim) -> bool:
    """Whether both tell where something is to be: a plan, or a site that was chosen (选址合肥), which is no result yet."""
    ahead = [c.stance is Stance.PLANS or (c.stance is Stance.ASSERTS and c.frame.predicate in load_cues().chooses_site) for c in (a, b)]
    return a.frame.concept == b.frame.concept == "settle" and all(ahead)


def _is_moment(period: Period | None) -> bool:
    """Whether a time is a day or so."""
    return period is not None and period.start is not None and period.end is not None and (period.end - period.start).days <= 3


def _gate_sole(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether the article of `a` gives one place only for what is asked: not where it gives the other's place too, or a third."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    for other in around.places.get(a.article, ()):
        if other.id == a.id or not _same_question(other, a) or not isinstance(other.value, Name):
            continue
        if "past" in other.scope.qualifiers or other.stance in _LOOSE - {Stance.DENIES}:
            continue
        here = _compare(other.value, a.value, around.linker)
        if here not in {"same", "inside"} and _compare(other.value, b.value, around.linker) in {"same", "inside"}:
            if _only_holds(other.value, b.value):
                continue
            return Reason.MULTI_VALUED
        own = other.subject_text and a.subject_text and not around.linker.same(other.subject, a.subject)
        if not own and here in {"apart", "opposed"}:
            return Reason.MULTI_VALUED
    return None


def _only_holds(outer: Name, inner: Name) -> bool:
    """Whether a place is no more than one of the larger units that the other is told with (雾山县; 雾山县松河镇)."""
    last, held = outer.key.split("/")[-1], inner.key.split("/")
    return len(held) > 1 and last in held[:-1]


def relate_spots(a: Claim, b: Claim, around: Surroundings, trace: Trace) -> Relation:
    """Places told by a common noun (三号车间二层, 原料仓库): they agree where their words do, and differ where no character is shared."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    alike = noun_similarity(a.value.key, b.value.key)
    if alike is not None and alike >= 0.5:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE if a.value.key == b.value.key else Reason.MORE_PRECISE)
    if alike == 0.0 and (a.value.type == b.value.type or len(noun_letters(a.value.key)) >= 3 <= len(noun_letters(b.value.key))):
        return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)
    return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
