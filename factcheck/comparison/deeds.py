"""Two doers of one deed, weighed: what was done to what, the first or the last of its like, told once in each article."""

from __future__ import annotations

from factcheck.alignment.similarity import letters_overlap, noun_letters
from factcheck.claims.roles import load_roles
from factcheck.claims.themes import MARKED
from factcheck.comparison.happenings import DATE_WINDOW, fact_stance
from factcheck.comparison.holders import persons_apart, told_together
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import days_apart, is_firm
from factcheck.language.contrasts import contrasted
from factcheck.language.thesaurus import same_meaning
from factcheck.model import Claim, Kind, Name, Reason, Relation, Stance

__all__ = ["is_deed", "relate_deeds", "themes_apart"]

NEEDED = 4
"""Points that make two claims tell of one deed."""
NEEDED_OF_ONE = 2
"""The same for a role that one fills in an affair (who chaired, who planned it) and that each article of the affair gives once."""
NEEDED_OF_TWO = 3
"""The same where several may fill the role, for two persons who are surely two: of the pairs of the open corpora with that and no theme
against them, all were one deed and a conflict. One point less where both articles single the doer out (由…, …的是)."""
LIKE_BODIES = 0.34
"""Bodies that share a third of the shorter name's characters may be one in other words."""


_TOLD = frozenset({Stance.ASSERTS, Stance.OPINES})
"""公诉人认为由甲策划 says who did it, as any report does."""


def is_deed(a: Claim, b: Claim) -> bool:
    """Whether two claims both give a person or body as the doer, so that they are compared as deeds."""
    return all(isinstance(c.value, Name) and c.value.type in {"PER", "ORG"} and c.frame.concept.startswith("deed|") for c in (a, b))


def relate_deeds(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two doers of one kind of deed."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not told_together(a, b, around):
        return None
    trace, role = Trace(), a.attribute.removeprefix("role|")
    if a.attribute != b.attribute and not same_meaning(a.frame.predicate, b.frame.predicate):
        return None
    apart = _doers_apart(a, b, around)

    def weighed() -> Reason | None:
        found = _evidence(a, b, around)
        kinds = load_roles().kinds
        if a.attribute == b.attribute and apart is True and role in load_roles().apposed - load_roles().many:
            found = [(name, max(points, -1) if name == "theme" else points) for name, points in found]  # 主犯: of the one affair
        trace.steps += [(name, f"{points:+d}") for name, points in found]
        told = dict(found)
        once_each = told.get("affair") == told.get("sole") == 1 and told.get("theme", 0) > -2  # not the seats, and the livery
        needed = NEEDED
        if a.attribute == b.attribute and role in kinds and once_each:
            if role not in load_roles().many:
                needed = NEEDED_OF_ONE
            elif apart is True and told["told"] >= 0 and told.get("mark", 0) >= 0 and not _knows_both(a, b, around):
                needed = NEEDED_OF_TWO - told["told"]
        return None if sum(points for _, points in found) >= needed else Reason.OTHER_EVENT

    if not trace.passes("marks", lambda: _marks_meet(a, b)) or not trace.passes("event", weighed):
        return trace.stopped(a, b)
    if not trace.passes("stance", lambda: None if {a.stance, b.stance} <= _TOLD else fact_stance(a, b)):
        return trace.stopped(a, b)
    if apart is False:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    if apart is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    if not trace.passes("period", lambda: _one_time(a, b)) or not trace.passes("doer", lambda: _one_doer(a, b, around)):
        return trace.stopped(a, b)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


def _knows_both(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether an article names the other's doer too: several may have done it."""
    return any(around.linker.named_in(x.article, y.value.key) for x, y in ((a, b), (b, a)) if isinstance(y.value, Name))


def _doers_apart(a: Claim, b: Claim, around: Surroundings) -> bool | None:
    """Whether the doers are surely two; None for a person and a body (he may have acted for it)."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if a.value.type != b.value.type:
        return None
    if a.value.type == "PER":
        return persons_apart(a, b, around)
    if around.linker.related(a.value.key, b.value.key):
        return False
    return True if letters_overlap(a.value.key, b.value.key) < LIKE_BODIES else None


def _marks_meet(a: Claim, b: Claim) -> Reason | None:
    """The first and the last, or two numbered things of one kind (4号车厢, 9号车厢), are two."""
    one, two = ({*c.scope.qualifiers} - {MARKED} for c in (a, b))
    for x, y in (("first", "last"), ("female", "male")):
        if (x in one and y in two) or (y in one and x in two):
            return Reason.OTHER_EVENT
    if a.attribute == "role|chair" and ("press" in one) != ("press" in two):
        return Reason.OTHER_EVENT
    labels_a, labels_b = ({m.split(":")[0]: m for m in marks if ":" in m} for marks in (one, two))
    if any(labels_a[u] != labels_b[u] for u in labels_a.keys() & labels_b.keys()) or (
        a.scope.of and b.scope.of and a.scope.of != b.scope.of
    ):
        return Reason.OTHER_EVENT
    if contrasted(a.frame.noun, b.frame.noun):
        return Reason.OTHER_EVENT
    nth = any("no球" in labels or "no场" in labels for labels in (labels_a, labels_b))
    return Reason.OTHER_EVENT if nth and "first" in one ^ two else None  # 首球, 第二球


def _alike(one: str, two: str) -> bool:
    """Whether two plain nouns may name one thing: one holds the other, they are listed synonyms, or they share most of their characters.
    Words of one length that differ in one character stand against each other (开幕式, 闭幕式; 男主角, 女主角)."""
    if one in two or two in one or same_meaning(one, two):
        return True
    if len(one) == len(two) and sum(x != y for x, y in zip(one, two, strict=True)) == 1:
        return False
    return len(noun_letters(one) & noun_letters(two)) >= 2 and letters_overlap(one, two) >= 0.66


def themes_apart(a: Claim, b: Claim) -> Reason | None:
    """Whether each of two doers of one kind of deed did it to something that the other's sentence knows nothing of (引渡条约, 航空协定)."""
    one, two = a.frame.words, b.frame.words
    if any(_alike(x, y) for x in one for y in two) or not one or not two:
        return None
    known = [all(w in other.frame.noun for w in words) for words, other in ((one, b), (two, a))]
    return None if any(known) else Reason.OTHER_EVENT


def _theme_points(a: Claim, b: Claim, around: Surroundings, *, once: bool) -> list[tuple[str, int]]:
    """How far the two were done to one thing, by the plain nouns and the names around them. Names that both articles are full of show
    nothing; a noun on either side that the other lacks tells two things apart (园林, 主楼), one on one side only may be added detail."""
    one, two = a.frame.words, b.frame.words
    matched = [w for w in one if any(_alike(w, x) for x in two)]
    left_a = len([w for w in one if w not in matched and w not in b.frame.noun])
    left_b = len([x for x in two if not any(_alike(w, x) for w in one) and x not in a.frame.noun])
    points = []
    if matched and not (left_a and left_b):
        points.append(("theme", 3))
    elif len(matched) > max(1, min(left_a, left_b)):
        points.append(("theme", 1))
    elif left_a and left_b:
        points.append(("theme", -3 if once or not matched else -2))
    elif left_a or left_b:
        points.append(("theme", -3 if once else -1))
    elif around.linker.any_related(a.frame.participants, b.frame.participants):
        points.append(("with", 1))
    for kind in ("WORK", "PRODUCT", "EVENT", "GPE", "LOC"):
        names = [[k for k in c.frame.participants if around.linker.type(k) == kind] for c in (a, b)]
        if all(names) and not around.linker.any_related(*names):
            points.append(("names", -4))
            break
    return points


def _evidence(a: Claim, b: Claim, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for two claims telling of one deed, and what against it: (name, points). Symmetric."""
    found: list[tuple[str, int]] = []
    role = a.attribute.removeprefix("role|")
    if role in load_roles().once:
        found.append(("once", 2))
    found += _theme_points(a, b, around, once=role in load_roles().once)
    marks = [{*c.scope.qualifiers} & {"first", "last", "decisive", "only", "largest"} for c in (a, b)]
    pa, pb = a.scope.period, b.scope.period
    one_day = pa is not None and pb is not None and (pa.start, pa.end) == (pb.start, pb.end)
    if marks[0] & marks[1] & {"last", "decisive"} or (marks[0] & marks[1] and one_day):
        found = [(name, max(points, -1)) for name, points in found]  # 制胜球, 奠胜一球: one of its kind, whatever it is called
        found.append(("mark", 3))
    elif marks[0] & marks[1]:
        found.append(("mark", 2))
    elif marks[0] or marks[1]:
        found.append(("mark", -1))
    if a.id in around.sole and b.id in around.sole:
        found.append(("sole", 1))
    told = [MARKED in c.scope.qualifiers for c in (a, b)]
    if any(told):
        found.append(("told", 1 if all(told) else 0))
    else:
        found.append(("told", -3))
    if around.linker.one_affair(a.article, b.article):
        found.append(("affair", 1))
    elif around.linker.any_same((*a.frame.participants, *a.frame.context), (*b.frame.participants, *b.frame.context)):
        found.append(("names", 1))
    if a.frame.predicate == b.frame.predicate:
        found.append(("verb", 1))
    return found


def _shared(a: Claim, b: Claim) -> int:
    return len([w for w in a.frame.words if any(_alike(w, x) for x in b.frame.words)])


def _one_time(a: Claim, b: Claim) -> Reason | None:
    pa, pb = a.scope.period, b.scope.period
    apart = pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > DATE_WINDOW
    return Reason.OTHER_PERIOD if apart else None


def _one_doer(a: Claim, b: Claim, around: Surroundings) -> Reason | None:
    """Whether no article gives the deed to both, or to a third beside its own."""
    for claim, other in ((a, b), (b, a)):
        assert isinstance(other.value, Name)
        for third in around.reported.get(claim.attribute, ()):
            if third.article != claim.article or third.id == claim.id:
                continue
            if _doers_apart(third, claim, around) is not False and _shared(third, other) >= _shared(claim, other):
                return Reason.MULTI_VALUED
        if MARKED not in claim.scope.qualifiers and around.linker.named_in(claim.article, other.value.key):
            return Reason.UNRESOLVED
    return None
