"""Two persons for one side of one deed (卡洛由外交部长签字), each of whom the other's article does not know at all.

Whether two deeds are one is weighed by what they were done to (`deeds`, `sameness`), which two newsrooms may word so differently that
nothing meets. Names tell it with fewer words: an article that tells who acted for a side knows who else of note did. Of the open corpora
every pair of persons in one role, strangers to the other's article, was a contradiction; of roles without a side too many are thinkable
that are two (a leader of each team), so that they are left to `deeds`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims.themes import MARKED
from factcheck.comparison.happenings import DATE_WINDOW, fact_stance
from factcheck.comparison.holders import persons_apart
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import days_apart, is_firm
from factcheck.model import CONFLICT, Claim, Family, Kind, Name, Reason, Relation

__all__ = ["find_fillers"]

_STOPS = frozenset({Reason.MULTI_VALUED, Reason.PLAN_AGAINST_RESULT, Reason.OTHER_SUBJECT, Reason.OTHER_PERIOD})
"""Reasons for which a pair that was compared stays apart: something was told that keeps the two apart, not too little that joins them."""


def find_fillers(claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> list[Relation]:
    """A contradiction for each pair of such persons whose names `relations` do not set against each other yet, in reading order."""
    by_id = {c.id: c for c in claims}
    told = {frozenset((r.a, r.b)): r for r in relations}
    settled = {
        frozenset(around.linker.key(c.value.key) for c in (by_id[r.a], by_id[r.b]) if isinstance(c.value, Name))
        for r in relations
        if r.kind in CONFLICT
    }
    found = []
    for a, b in _of_one_role(claims, around):
        assert isinstance(a.value, Name)
        assert isinstance(b.value, Name)
        names = frozenset((around.linker.key(a.value.key), around.linker.key(b.value.key)))
        relation = told.get(frozenset((a.id, b.id)))
        if names in settled or (relation is not None and (relation.kind is not Kind.INCOMPARABLE or relation.reason in _STOPS)):
            continue
        if _are_strangers(a, b, around) and not _two_deeds(a, b, around):
            settled.add(names)
            found.append(Relation(a.id, b.id, Kind.CONTRADICTS, Reason.OTHER_NAME, (("role", "strangers"),)))
    return found


def _of_one_role(claims: Sequence[Claim], around: Surroundings) -> Iterator[tuple[Claim, Claim]]:
    """Persons who did one kind of deed for a side in two articles of one affair: each the only one whom its article tells of, or in
    sentences that are each other's counterparts."""
    by_role: dict[str, list[Claim]] = defaultdict(list)
    names: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.family is Family.MEETING and claim.attribute.startswith("who|") and claim.scope.of and isinstance(claim.value, Name):
            if claim.value.type == "PER" and not claim.headline:
                by_role[claim.attribute].append(claim)
            names[claim.article, claim.attribute, claim.scope.of].add(around.linker.key(claim.value.key))
    for role in sorted(by_role):
        for a, b in combinations(by_role[role], 2):
            if a.article == b.article or not around.linker.one_affair(a.article, b.article):
                continue
            alone = all(len(names[c.article, c.attribute, c.scope.of]) == 1 for c in (a, b))
            if alone or around.margin(a, b) > 0:
                yield a, b


def _are_strangers(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether neither article names the person of the other, and the two are surely two."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    known = around.linker.named_in(b.article, a.value.key) or around.linker.named_in(a.article, b.value.key)
    return not known and persons_apart(a, b, around) is True


def _two_deeds(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether something tells that each did it for a side of his own, at another time, to another thing, or to one of several (甲案,
    记者会, 女单)."""
    if not around.linker.related(a.scope.of, b.scope.of):
        return True
    marks = ({*c.scope.qualifiers} - {MARKED} for c in (a, b))
    if len({frozenset(own) for own in marks}) > 1 or fact_stance(a, b) is not None:
        return True
    if _own_words(a, b, around) and _own_words(b, a, around):
        return True
    pa, pb = a.scope.period, b.scope.period
    return pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and days_apart(pa, pb) > DATE_WINDOW


def _own_words(claim: Claim, other: Claim, around: Surroundings) -> list[str]:
    """What a clause tells of the deed (座椅) that the other's sentence does not tell in any clause."""
    told = around.wordings.get(other.article, {}).get(other.sentence.start, frozenset[str]())
    return [w for w in claim.frame.words if w not in told and w not in other.frame.wording]
