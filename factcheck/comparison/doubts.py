"""Contradictions between figures that the figures around them explain: two votes, a headline that repeats another figure of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import Surroundings
from factcheck.mentions.slips import digits_of
from factcheck.model import Claim, Kind, Quantity, Reason, Relation

__all__ = ["settle_doubtful"]

_TALLY = "vote."
"""Attributes that one count gives together: for, against, abstentions."""
_SIDES = {"vote.for", "vote.against"}
TELLING = 3
"""Digits by which one figure is known again, whatever is said of it."""


def settle_doubtful(relations: Iterable[Relation], claims: Mapping[str, Claim], around: Surroundings) -> Iterator[Relation]:
    """The relations, with contradictions between figures turned into `incomparable` where the rest of the two articles speaks against them.
    `claims`: those of the relations by id."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for article, figures in around.figures.items():
        for claim in figures:
            sentences[article, claim.sentence.start].append(claim)
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        if relation.kind is not Kind.CONTRADICTS or not isinstance(a.value, Quantity) or relation.reason is Reason.ARITHMETIC:
            yield relation
        elif _two_tallies(a, b, sentences[a.article, a.sentence.start], sentences[b.article, b.sentence.start]):
            yield _incomparable(relation, Reason.OTHER_EVENT)
        elif _repeated(a, b, around.figures) or _repeated(b, a, around.figures):
            yield _incomparable(relation, Reason.MULTI_VALUED)
        else:
            yield relation


def _two_tallies(a: Claim, b: Claim, one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Whether both figures belong to a count of votes of which no figure is the same: 114 to 119 and 88 to 61 are two votes, a slip of the
    pen leaves the others as they are."""
    if not a.frame.concept.startswith(_TALLY) or not b.frame.concept.startswith(_TALLY):
        return False
    told = {c.frame.concept: c.value for c in one if c.frame.concept.startswith(_TALLY) and isinstance(c.value, Quantity)}
    common = [
        compare_quantities(told[c.frame.concept], c.value).meet for c in two if c.frame.concept in told and isinstance(c.value, Quantity)
    ]
    return len(common) >= 2 and not any(common) and _cast(one) != _cast(two)


def _cast(tally: Sequence[Claim]) -> Decimal:
    """The votes for and against together: 7比2 and 5比4 are of one bench of nine."""
    told = {c.frame.concept: c.value.low for c in tally if c.frame.concept in _SIDES and isinstance(c.value, Quantity)}
    return sum((v for v in told.values() if v is not None), Decimal(0))


def _repeated(one: Claim, other: Claim, values: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether the other article (for a headline its own text) has the very figure: of a headline always, else one with telling digits."""
    assert isinstance(one.value, Quantity)
    if one.article == other.article and not one.headline:
        return False
    if one.article != other.article and len(digits_of(one.value)) < TELLING:
        return False
    return any(
        c.id not in {one.id, other.id}
        and c.headline is other.headline
        and isinstance(c.value, Quantity)
        and c.value.dimension in {one.value.dimension, "number", "count"}
        and one.value.dimension in {c.value.dimension, "number", "count"}
        and (c.family is one.family or one.headline)
        and _one_number(c.value, one.value)
        for c in values.get(other.article, ())
    )


def _one_number(a: Quantity, b: Quantity) -> bool:
    """Whether two figures have the same bounds, whatever the sign: a fall by 50 is told as a cut of 50."""
    return (a.low, a.high) == (b.low, b.high) or (a.low is not None and b.low is not None and a.low == a.high == -b.low and b.low == b.high)


def _incomparable(relation: Relation, reason: Reason) -> Relation:
    return replace(relation, kind=Kind.INCOMPARABLE, reason=reason, gates=(*relation.gates, ("around", reason.value)))
