"""Articles that give one attribute several values: lists, timelines, two sources quoted side by side.

A figure of another article that meets one of them is not contradicted by the rest; and where an article gives three or more values
that nothing tells apart, none of them is set against another article's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.comparison.quantities import compare_quantities
from factcheck.model import Claim, Hedge, Kind, Quantity, Reason, Relation

__all__ = ["settle_multiple"]

MANY = 3
"""Distinct values of one attribute and unit in one article from which on they are a list."""


def settle_multiple(relations: Sequence[Relation], claims: Mapping[str, Claim]) -> list[Relation]:
    """The relations, with contradictions between figures turned into `incomparable` (`multi_valued`) where the articles themselves
    explain them."""
    meets: dict[tuple[str, str], set[str]] = defaultdict(set)  # (claim, other article) -> claims there whose value it meets
    for relation in relations:
        if relation.kind in {Kind.AGREES, Kind.REFINES}:
            a, b = claims[relation.a], claims[relation.b]
            meets[a.id, b.article].add(b.id)
            meets[b.id, a.article].add(a.id)
    siblings: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if isinstance(claim.value, Quantity):
            siblings[_kin(claim)].append(claim)
    return [_settle(r, claims, meets, siblings) for r in relations]


def _kin(claim: Claim) -> tuple[str, str, str, str]:
    """What one article's values of one measure share. What is said of somebody by name is that one's own value (each runner's time)."""
    assert isinstance(claim.value, Quantity)
    own = claim.subject if claim.subject_text else ""
    return claim.article, claim.frame.concept or claim.frame.head or claim.attribute, claim.value.unit, own


def _settle(
    relation: Relation,
    claims: Mapping[str, Claim],
    meets: Mapping[tuple[str, str], set[str]],
    siblings: Mapping[tuple[str, str, str, str], Sequence[Claim]],
) -> Relation:
    a, b = claims[relation.a], claims[relation.b]
    if relation.kind is not Kind.CONTRADICTS or not isinstance(a.value, Quantity) or relation.reason is Reason.ARITHMETIC:
        return relation
    for one, two in ((a, b), (b, a)):
        explained = [claims[c] for c in meets.get((one.id, two.article), ()) if c != two.id and not _bounds(claims[c], two)]
        if any(one.article == two.article or not (e.speaker and two.speaker and e.speaker != two.speaker) for e in explained):
            return _incomparable(relation)
        if (
            not _is_weighed(relation)
            and _distinct([c for c in siblings[_kin(one)] if c.scope.part == one.scope.part]) >= MANY
            and one.headline is two.headline
        ):
            return _incomparable(relation)
    return relation


_BOUNDS = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST})


def _bounds(rough: Claim, exact: Claim) -> bool:
    """Whether a value of one sentence only says above or below what another of it lies: 跌破3300点，报3289.09点 gives one level."""
    if not isinstance(rough.value, Quantity) or not isinstance(exact.value, Quantity) or rough.sentence != exact.sentence:
        return False
    return rough.value.hedge in _BOUNDS and exact.value.hedge is Hedge.EXACT and compare_quantities(rough.value, exact.value).meet


def _is_weighed(relation: Relation) -> bool:
    """Whether the pair was found by weighing (`comparison.weighing`), which has looked for better partners of its own."""
    return bool(relation.gates) and relation.gates[-1][0] == "digits"


def _distinct(group: Sequence[Claim]) -> int:
    """How many values of a group no other value of it meets."""
    kept: list[Quantity] = []
    for claim in group:
        value = claim.value
        if isinstance(value, Quantity) and not any(compare_quantities(value, k).meet for k in kept):
            kept.append(value)
    return len(kept)


def _incomparable(relation: Relation) -> Relation:
    return replace(
        relation, kind=Kind.INCOMPARABLE, reason=Reason.MULTI_VALUED, gates=(*relation.gates, ("multiple", Reason.MULTI_VALUED.value))
    )
