"""Two doers of one deed, weighed: what was done to what, the first or the last of its like, told once in each article."""

from __future__ import annotations

from factcheck.alignment.similarity import letters_overlap, noun_letters
from factcheck.claims.marks import MARKED
from factcheck.claims.roles import load_roles
from factcheck.comparison.happenings import DATE_WINDOW, fact_stance
from factcheck.comparison.holders import persons_apart, told_together
from factcheck.comparison.surroundings import Surroundings, Trace
from factcheck.comparison.times import days_apart, is_firm
from factcheck.model import Claim, Kind, Name, Reason, Relation

__all__ = ["is_deed", "relate_deeds"]

NEEDED = 4
"""Points that make two claims tell of one deed."""
LIKE_BODIES = 0.34
"""Bodies that share a third of the shorter name's characters may be one in other words."""


def is_deed(a: Claim, b: Claim) -> bool:
    """Whether two claims both give a person or body as the doer, so that they are compared as deeds."""
    return all(isinstance(c.value, Name) and c.value.type in {"PER", "ORG"} and c.frame.concept.startswith("deed|") for c in (a, b))


def relate_deeds(a: Claim, b: Claim, around: Surroundings) -> Relation | None:
    """Two doers of one kind of deed."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    if not told_together(a, b, around):
        return None
    trace = Trace()

    def weighed() -> Reason | None:
        found = _evidence(a, b, around)
        trace.steps += [(name, f"{points:+d}") for name, points in found]
        return None if sum(points for _, points in found) >= NEEDED else Reason.OTHER_EVENT

    if not trace.passes("marks", lambda: _marks_meet(a, b)) or not trace.passes("event", weighed):
        return trace.stopped(a, b)
    if not trace.passes("stance", lambda: fact_stance(a, b)):
        return trace.stopped(a, b)
    apart = _doers_apart(a, b, around)
    if apart is False:
        return trace.relation(a, b, Kind.AGREES, Reason.SAME_VALUE)
    if apart is None:
        return trace.relation(a, b, Kind.INCOMPARABLE, Reason.UNRESOLVED)
    if not trace.passes("period", lambda: _one_time(a, b)) or not trace.passes("doer", lambda: _one_doer(a, b, around)):
        return trace.stopped(a, b)
    return trace.relation(a, b, Kind.CONTRADICTS, Reason.OTHER_NAME)


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
    labels_a, labels_b = ({m.split(":")[0]: m for m in marks if ":" in m} for marks in (one, two))
    return Reason.OTHER_EVENT if any(labels_a[u] != labels_b[u] for u in labels_a.keys() & labels_b.keys()) else None


def _evidence(a: Claim, b: Claim, around: Surroundings) -> list[tuple[str, int]]:
    """What speaks for two claims telling of one deed, and what against it: (name, points). Symmetric."""
    found: list[tuple[str, int]] = []
    role = a.attribute.removeprefix("role|")
    if role in load_roles().once:
        found.append(("once", 2))
    shared = len(noun_letters(a.frame.noun) & noun_letters(b.frame.noun))
    alike = letters_overlap(a.frame.noun, b.frame.noun)
    both = bool(noun_letters(a.frame.noun)) and bool(noun_letters(b.frame.noun))
    if shared >= 2 and alike >= 0.5:
        found.append(("theme", 3))
    elif shared >= 2 and alike >= 0.25:
        found.append(("theme", 2))
    elif shared >= 2:
        found.append(("theme", 1))
    elif both and not shared:
        found.append(("theme", -3 if role in load_roles().once else -1))
    marks = [{*c.scope.qualifiers} & {"first", "last", "decisive", "only"} for c in (a, b)]
    if marks[0] & marks[1]:
        found.append(("mark", 2))
    elif marks[0] or marks[1]:
        found.append(("mark", -1))
    if a.id in around.sole and b.id in around.sole:
        found.append(("sole", 1))
    told = [MARKED in c.scope.qualifiers for c in (a, b)]
    if any(told):
        found.append(("told", 1 if all(told) else 0))
    else:
        found.append(("told", -2))
    if around.linker.one_affair(a.article, b.article):
        found.append(("affair", 1))
    elif around.linker.any_same((*a.frame.participants, *a.frame.context), (*b.frame.participants, *b.frame.context)):
        found.append(("names", 1))
    if len(set(a.frame.words) & set(b.frame.words) - {a.frame.predicate, b.frame.predicate}) >= 2:
        found.append(("words", 1))
    if a.frame.predicate == b.frame.predicate:
        found.append(("verb", 1))
    if a.subject_text and b.subject_text and not around.linker.related(a.subject, b.subject):
        found.append(("subject", -1))
    return found


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
            if _doers_apart(third, claim, around) is not False and letters_overlap(third.frame.noun, other.frame.noun) >= letters_overlap(
                claim.frame.noun, other.frame.noun
            ):
                return Reason.MULTI_VALUED
        if MARKED not in claim.scope.qualifiers and around.linker.named_in(claim.article, other.value.key):
            return Reason.UNRESOLVED
    return None
