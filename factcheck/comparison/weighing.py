"""Whether two figures that are worded differently are of one fact: evidence for and against, weighed.

The gates (`comparison.gates`) ask that noun, verb and subject fit each other, which two reporters' words for one fact often do not
(参加罢工的工人约1.8万人, 有1.3万名工人离开岗位). Where only these stand in the way, everything that tells which fact a figure belongs to is
counted: what is counted, what is done, the other words of the clause, the subject, the speaker, the time, figures beside it that agree;
and how the two numbers differ: 3620 and 3260 are one number and a slip, 12 and 307 are two numbers. A pair becomes a contradiction where
nothing of weight speaks against it, and neither article has a better partner for either figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.claims.cues import load_cues
from factcheck.claims.leftovers import is_bare
from factcheck.comparison.bearers import gate_bearers
from factcheck.comparison.figures import differ_in_time
from factcheck.comparison.likeness import AGAINST, Evidence, Known, is_comparable, told_elsewhere, weigh_evidence
from factcheck.comparison.quantities import QuantityVerdict, compare_quantities, limits_differ
from factcheck.comparison.settings import gate_difference
from factcheck.comparison.surroundings import Surroundings
from factcheck.language.contrasts import contrasted
from factcheck.mentions.slips import Slip, digits_of, read_slip
from factcheck.model import Claim, Family, Kind, Quantity, Reason, Relation, Stance

__all__ = ["matched_figures", "weigh_figures"]

Pairs = Sequence[tuple[Claim, Claim]]

NEEDED: Mapping[Slip, int] = {Slip.SWAPPED: 0, Slip.REVERSED: 2, Slip.ONE_DIGIT: 3, Slip.NONE: 5}
"""Points that the words must give (not counting the digits), by how the two numbers differ: three digits told in another order are
one number and a slip nearly always (one random pair in two hundred looks so), one differing digit says little."""
DOUBTED = 2
"""Points more where one digit differs and the gates hold the two for figures of two subjects."""
NEEDED_OF_COUNTERPARTS: Mapping[Slip, int] = {Slip.REVERSED: 0, Slip.ONE_DIGIT: 1}
"""The same where the two sentences are each other's counterpart, which outweighs what the gates doubt: of 40 such pairs of the open
corpora that other words did not relate, 36 contradict each other. Of figures with nothing in common it says too little (10 of 35)."""
NEEDED_EQUAL: Mapping[int, int] = {0: 4, 1: 3, 2: 0}
"""Points for an agreement, by how many telling digits the equal figures have; two digits that nothing speaks against are known
again. None (0): the two only meet."""
_SOFT = {
    Reason.OTHER_ATTRIBUTE,
    Reason.OTHER_POPULATION,
    Reason.OTHER_SUBJECT,
    Reason.PART_AND_WHOLE,
    Reason.OTHER_PERIOD,
    Reason.PLAN_AGAINST_RESULT,
}
"""Reasons of the gates that other evidence may outweigh."""


def weigh_figures(pairs: Iterable[tuple[Claim, Claim]], relations: Sequence[Relation], around: Surroundings) -> Iterator[Relation]:
    """Agreements, then contradictions and updates, between figures that the gates kept apart by their wording alone. `relations`: what the
    gates found."""
    pairs = list(pairs)
    claims = {c.id: c for pair in pairs for c in pair}
    judged = {frozenset((r.a, r.b)): r for r in relations}
    open_pairs = [p for p in pairs if _may_weigh(*p) and _is_open(judged.get(frozenset((p[0].id, p[1].id))))]
    agreeing = list(_find_agreements(open_pairs, Known.of(relations, claims, around)))
    yield from agreeing
    told = [*relations, *agreeing]
    settled = matched_figures(told, claims)
    done = {frozenset((r.a, r.b)) for r in agreeing}
    rest = [(a, b) for a, b in open_pairs if frozenset((a.id, b.id)) not in done and not {(a.id, b.article), (b.id, a.article)} & settled]
    yield from _find_contradictions(rest, judged, Known.of(told, claims, around))


def _is_open(relation: Relation | None) -> bool:
    """Whether the gates left a pair to the evidence."""
    return relation is None or (relation.kind is Kind.INCOMPARABLE and relation.reason in _SOFT)


def _find_agreements(pairs: Pairs, known: Known) -> Iterator[Relation]:
    for a, b in pairs:
        verdict = _compare(a, b)
        assert isinstance(a.value, Quantity)
        assert isinstance(b.value, Quantity)
        if not verdict.meet or limits_differ(a.value, b.value) or not known.one_affair(a, b) or not is_comparable(a, b, known.around):
            continue
        evidence = weigh_evidence(a, b, known, swapped=True)
        digits = min(len(digits_of(a.value)), len(digits_of(b.value))) if verdict.equal else 0
        if sum(p for _, p in evidence) >= NEEDED_EQUAL.get(digits, 0) and not _is_against(evidence):
            yield _relation(a, b, Kind.AGREES, verdict.reason, evidence, "same")


def _find_contradictions(pairs: Pairs, judged: Mapping[frozenset[str], Relation], known: Known) -> Iterator[Relation]:
    """The best pairs first; no figure in two of them with one article."""
    found: list[tuple[int, Claim, Claim, Evidence, Slip]] = []
    for a, b in pairs:
        if _compare(a, b).meet or not known.one_affair(a, b):
            continue
        relation = judged.get(frozenset((a.id, b.id)))
        assert isinstance(a.value, Quantity)
        assert isinstance(b.value, Quantity)
        slip = read_slip(a.value, b.value)
        stopped = relation is not None and relation.reason is not Reason.OTHER_ATTRIBUTE
        if (slip is Slip.NONE and stopped and not known.agreeing_beside(a, b)) or not is_comparable(a, b, known.around):
            continue
        if (
            gate_difference(a, b, known.around.linker)
            or gate_bearers(a, b, known.around)
            or contrasted(a.frame.predicate, b.frame.predicate)
        ):
            continue
        evidence = weigh_evidence(a, b, known, swapped=slip in {Slip.SWAPPED, Slip.REVERSED})
        doubted = relation is not None and relation.reason is Reason.OTHER_SUBJECT and slip is Slip.ONE_DIGIT
        points = sum(p for _, p in evidence)
        surplus = points - NEEDED[slip] - (DOUBTED if doubted else 0) if _says_what(evidence, slip) else -1
        if surplus < 0 and slip in NEEDED_OF_COUNTERPARTS and "part" not in dict(evidence) and _are_counterparts(a, b, known.around):
            surplus = points - NEEDED_OF_COUNTERPARTS[slip]
        if surplus < 0 or _is_against(evidence):
            continue
        figures = known.around.figures
        if not told_elsewhere(a, figures.get(b.article, ())) and not told_elsewhere(b, figures.get(a.article, ())):
            found.append((surplus, a, b, evidence, slip))
    taken: set[tuple[str, str]] = set()
    for _, a, b, evidence, slip in sorted(found, key=lambda f: (-f[0], f[1].id, f[2].id)):
        if not {(a.id, b.article), (b.id, a.article)} & taken:
            taken |= {(a.id, b.article), (b.id, a.article)}
            yield _relation(a, b, *differ_in_time(a, b, known.around), evidence, slip.value)


def _are_counterparts(a: Claim, b: Claim, around: Surroundings) -> bool:
    return not a.headline and not b.headline and around.margin(a, b) > 0


def _relation(a: Claim, b: Claim, kind: Kind, reason: Reason, evidence: Evidence, digits: str) -> Relation:
    return Relation(a.id, b.id, kind, reason, (*((name, f"{points:+d}") for name, points in evidence), ("digits", digits)))


def _compare(a: Claim, b: Claim) -> QuantityVerdict:
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    return compare_quantities(a.value, b.value, difference=a.family is Family.CHANGE)


def _is_against(evidence: Evidence) -> bool:
    return min((points for _, points in evidence), default=0) <= AGAINST


def _says_what(evidence: Evidence, slip: Slip) -> bool:
    """Whether the evidence is of what is counted, where the digits alone do not tell: who and when would fit any figure of the article."""
    if slip is Slip.SWAPPED:
        return True
    told = {name: points for name, points in evidence if points > 0}
    whole = "part" not in dict(evidence) or slip is Slip.REVERSED
    return whole and bool(told.keys() & {"concept", "noun", "verb", "time"} or told.get("words", 0) >= 2)


def _may_weigh(a: Claim, b: Claim) -> bool:
    """Whether two claims are figures at all that two articles assert."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or a.article == b.article:
        return False
    if is_bare(a) or is_bare(b):
        return False
    if Family.RANK in {a.family, b.family} or (a.family is Family.CHANGE) != (b.family is Family.CHANGE):
        return False
    if "score" in {a.value.dimension, b.value.dimension}:
        return False  # every match has its own
    return Stance.DENIES not in {a.stance, b.stance} and not any(c.frame.predicate in load_cues().relative for c in (a, b))


def matched_figures(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> set[tuple[str, str]]:
    """(claim, other article) where the other article has a figure that the claim's is surely compared with."""
    found = set()
    for relation in relations:
        if relation.kind is not Kind.INCOMPARABLE and isinstance(claims[relation.a].value, Quantity):
            found.add((relation.a, claims[relation.b].article))
            found.add((relation.b, claims[relation.a].article))
    return found
