"""Contradictions that the two sentences explain themselves: one is of a day long past, the two figures are parts of two wholes, one adds
up to the other, an age is that of then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.cues import load_cues, word_pattern
from factcheck.comparison.measures import folded_quote
from factcheck.comparison.polarities import is_history
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import Surroundings
from factcheck.model import CONFLICT, Claim, Family, Kind, Quantity, Reason, Relation

__all__ = ["settle_explained"]

ALIKE = 2
"""Times by which parts may differ more than their wholes."""


def settle_explained(relations: Iterable[Relation], claims: Mapping[str, Claim], around: Surroundings) -> Iterator[Relation]:
    """The relations, with contradictions between two articles turned into `incomparable` that their sentences explain. `claims`: those of
    the relations by id."""
    for relation in relations:
        a, b = claims[relation.a], claims[relation.b]
        stopped = _explain(a, b, around) if relation.kind in CONFLICT and a.article != b.article else None
        if stopped is None:
            yield relation
        else:
            gates = (*relation.gates, (stopped[0], stopped[1].value))
            yield replace(relation, kind=Kind.INCOMPARABLE, reason=stopped[1], gates=gates)


def _explain(a: Claim, b: Claim, around: Surroundings) -> tuple[str, Reason] | None:
    """(gate, reason) of the first explanation that holds."""
    gates: tuple[tuple[str, Reason, Callable[[], bool]], ...] = (
        ("history", Reason.OTHER_PERIOD, lambda: _of_two_times(a, b)),
        ("then", Reason.OTHER_PERIOD, lambda: _of_two_ages(a, b)),
        ("wholes", Reason.PART_AND_WHOLE, lambda: _of_two_wholes(a, b, around)),
        ("sum", Reason.PART_AND_WHOLE, lambda: _adds_up(a, b, around) or _adds_up(b, a, around)),
    )
    return next(((name, reason) for name, reason, holds in gates if holds()), None)


def _of_two_times(a: Claim, b: Claim) -> bool:
    """Whether one of two tolls, or of two scenes, is told of a day long past (2018年3月2日, 一间仓库起火, 2人遇难) and the other is not."""
    happenings = all(c.family is Family.PLACE or (isinstance(c.value, Quantity) and c.time_behaviour == "cumulative") for c in (a, b))
    return happenings and is_history(a, around_it=True) != is_history(b, around_it=True)


def _of_two_ages(a: Claim, b: Claim) -> bool:
    """Whether one of two ages is expressly that of the time told of (时年, 享年) and the other is not."""
    ages = all(isinstance(c.value, Quantity) and c.value.dimension == "age" for c in (a, b))
    then = word_pattern(load_cues().age_then_in)
    return ages and bool(then.search(folded_quote(a))) != bool(then.search(folded_quote(b)))


def _of_two_wholes(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two figures are parts of wholes that their sentences give and that differ about as much (28人中学生17人, 41人包括学生24人):
    the wholes are what is compared."""
    if a.scope.part != "part" or b.scope.part != "part":
        return False
    one, other = _whole_of(a, around), _whole_of(b, around)
    if one is None or other is None or compare_quantities(one, other).meet:
        return False
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    parts, wholes = _times(a.value, b.value), _times(one, other)
    return parts is not None and wholes is not None and parts <= wholes * ALIKE


def _times(one: Quantity, other: Quantity) -> Decimal | None:
    """How many times the smaller figure the larger one is."""
    numbers = [_number(q) for q in (one, other)]
    low, high = min((n for n in numbers if n is not None), default=None), max((n for n in numbers if n is not None), default=None)
    return high / low if None not in numbers and low and high else None


_AMONG = re.compile("#[^#]{0,4}中")
"""28人中, the figure masked."""


def _is_divided(wording: str) -> bool:
    """Whether a clause, its figures masked, divides a total."""
    return word_pattern(load_cues().divides_in).search(wording) is not None or _AMONG.search(wording) is not None


def _whole_of(part: Claim, around: Surroundings) -> Quantity | None:
    """The figure of its unit that opens the sentence of a part and is divided there."""
    before = [c for c in _beside(part, around) if c.span.start < part.span.start]
    whole = min(before, key=lambda c: c.span.start, default=None)
    if whole is None or not isinstance(whole.value, Quantity):
        return None
    return whole.value if any(_is_divided(c.frame.wording) for c in (*before, part)) else None


def _adds_up(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether a small count makes the other together with the next of its unit in its sentence: 三项受贿罪及一项洗钱罪, 四项罪名."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or a.value.dimension not in {"count", "number"}:
        return False
    total, own = _number(b.value), _number(a.value)
    if total is None or own is None:
        return False
    following = [c for c in _beside(a, around) if c.span.start > a.span.start and _of_one_sort(a, c)]
    nearest = min(following, key=lambda c: c.span.start, default=None)
    other = _number(nearest.value) if nearest is not None and isinstance(nearest.value, Quantity) else None
    return other is not None and own + other == total


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether two figures count things of one sort: the dead and the injured are none, 受贿罪 and 洗钱罪 are."""
    if a.frame.concept or b.frame.concept:
        return a.frame.concept == b.frame.concept
    return a.frame.head[-1:] == b.frame.head[-1:] != ""


def _beside(claim: Claim, around: Surroundings) -> Sequence[Claim]:
    """The other figures of its unit in the sentence of a figure."""
    assert isinstance(claim.value, Quantity)
    unit = claim.value.unit
    return [
        c
        for c in around.figures.get(claim.article, ())
        if c.id != claim.id and c.sentence == claim.sentence and isinstance(c.value, Quantity) and c.value.unit == unit
    ]


def _number(quantity: Quantity) -> Decimal | None:
    return quantity.low if quantity.low == quantity.high else None
