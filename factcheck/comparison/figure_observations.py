"""What can be observed of two figures of two articles beside their sentences (`observations`): how their clauses fit, how the two numbers
differ, who else tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import product
from math import log

from factcheck.claims.leftovers import is_bare
from factcheck.comparison.measures import gate_unit
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.value_observations import ValueObserver
from factcheck.mentions.slips import Slip, digits_of, read_slip
from factcheck.model import Claim, Family, Hedge, Quantity

__all__ = ["FIGURE_OBSERVED", "FigureObserver"]

FIGURE_OBSERVED = (
    *OBSERVED,
    "fit",
    "fit_margin",
    "other_fit_margin",
    "ratio",
    "slip",
    "digits",
    "same_head",
    "same_predicate",
    "same_attribute",
    "same_concept",
    "same_subject",
    "told_by_thirds",
    "told_by_thirds_least",
    "both_told_by_thirds",
    "told_here",
    "hedged",
    "qualifiers_differ",
    "parts_differ",
    "accumulation_differs",
    "period_on_one_side",
    "stances_differ",
    "behaviour",
    "dimension",
    "family",
    "units_unlike",
    "dimensions_unlike",
    "changes",
    "bare",
)
"""Names of the observations. `fit`: what the words of the two clauses share; `fit_margin`, `other_fit_margin`: how much more than with
another figure of that dimension in the other article; `ratio`: the logarithm of the larger number over the smaller; `slip`: see `_SLIPS`;
`told_by_thirds`: how many third articles tell either figure, the one told more first; `told_here`: how many of the two the other article
tells as well; `units_unlike`: whether their measure words count two sorts of things as far as is known (袋, 包);
`dimensions_unlike`: whether one leaves its unit out (欠了6480万); `changes`: how many are amounts of change; `bare`: of how many is only
known that they are told."""
_SLIPS = (Slip.NONE, Slip.ONE_DIGIT, Slip.REVERSED, Slip.SWAPPED)
_LIKE_A_SLIP = frozenset({Slip.SWAPPED, Slip.REVERSED})
_NEVER_WITHOUT = frozenset({"rank", "score", "age", "time"})
"""Dimensions whose figures are never told without a unit."""
_DIMENSIONS = ("count", "money", "length", "share", "time", "weight", "area", "volume", "number")
_FAMILIES = (Family.COUNT, Family.MONEY, Family.MEASURE, Family.CHANGE, Family.SHARE, Family.DURATION, Family.RANK, Family.OUTCOME)
_BEHAVIOURS = ("fixed", "stock", "cumulative", "flow")
_FAR = 9.0
"""`ratio` where one of the two is nought."""


class FigureObserver(ValueObserver):
    """Holds the figures of all articles against each other."""

    def __init__(self, observer: Observer, claims: Sequence[Claim]) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which the figures are taken."""
        super().__init__(observer, (c for c in claims if isinstance(c.value, Quantity)))

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """Figures that may differ, in sentences that are near each other; wherever they stand, where they look like a slip of one another
        (34 and 43)."""
        near = list(super().candidates())
        yield from near
        known = {(a.id, b.id) for a, b in near}
        by_digits = {article: _group_by_digits(told) for article, told in self._of.items()}
        for one, other in self._observer.article_pairs:
            here, there = by_digits.get(one, {}), by_digits.get(other, {})
            for a, b in (pair for digits in here if digits in there for pair in product(here[digits], there[digits])):
                if (a.id, b.id) not in known and _slip_of(a, b) in _LIKE_A_SLIP and self._may_differ(a, b):
                    yield a, b

    def observe(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """The observations of two figures of two articles by name (`FIGURE_OBSERVED`), None where a sentence is not known. Symmetric."""
        if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or (found := self._hold(a, b)) is None:
            return None
        first, second = sorted((a, b), key=lambda c: (c.article, c.span.start, c.id))
        one, other = first.scope, second.scope
        return {
            **found,
            "ratio": _ratio(a.value, b.value),
            "slip": float(_SLIPS.index(_slip_of(a, b))),
            "digits": float(min(len(digits_of(a.value)), len(digits_of(b.value)))),
            "same_head": float(a.frame.head == b.frame.head != ""),
            "same_predicate": float(a.frame.predicate == b.frame.predicate != ""),
            "hedged": float(sum(q.hedge is not Hedge.EXACT for q in (a.value, b.value))),
            "qualifiers_differ": float(len({*one.qualifiers} ^ {*other.qualifiers})),
            "parts_differ": float(one.part != other.part),
            "accumulation_differs": float(one.accumulation != other.accumulation),
            "period_on_one_side": float((one.period is None) != (other.period is None)),
            "stances_differ": float(a.stance is not b.stance),
            "behaviour": float(_number(_BEHAVIOURS, first.time_behaviour)),
            "dimension": float(min(_number(_DIMENSIONS, c.value.dimension) for c in (a, b) if isinstance(c.value, Quantity))),
            "family": float(_number(_FAMILIES, first.family)),
            "units_unlike": float(gate_unit(a, b) is not None),
            "dimensions_unlike": float(a.value.dimension != b.value.dimension),
            "changes": float(sum(c.family is Family.CHANGE for c in (a, b))),
            "bare": float(sum(map(is_bare, (a, b)))),
        }

    def _value(self, claim: Claim) -> Hashable:
        assert isinstance(claim.value, Quantity)
        return claim.value.dimension, claim.value.low, claim.value.high

    def _may_differ(self, a: Claim, b: Claim) -> bool:
        """Whether two figures are of one dimension, or one leaves its unit out, and do not meet."""
        assert isinstance(a.value, Quantity)
        assert isinstance(b.value, Quantity)
        one, other = a.value, b.value
        if one.dimension != other.dimension and not _leaves_unit_out({one.dimension, other.dimension}):
            return False
        if one.factor is None and other.factor is None and one.unit != other.unit and one.dimension not in {"money", "count", "number"}:
            return False
        return not compare_quantities(one, other, difference=a.family is b.family is Family.CHANGE).meet

    def _rivals(self, a: Claim, b: Claim) -> Iterable[Claim]:
        """The figures of its dimension."""
        assert isinstance(a.value, Quantity)
        return (c for c in self._of[b.article] if c.id != b.id and isinstance(c.value, Quantity) and c.value.dimension == a.value.dimension)


def _leaves_unit_out(dimensions: set[str]) -> bool:
    """Whether figures of two dimensions may be of one thing of which one does not give the unit: 6480万, 4860万元."""
    return "number" in dimensions and not dimensions & _NEVER_WITHOUT


def _group_by_digits(figures: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Figures by their digits in rising order, noughts left out: those of a slip in the order of digits are in one group."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        if isinstance(claim.value, Quantity):
            groups["".join(sorted(digits_of(claim.value).replace("0", "")))].append(claim)
    return groups


def _slip_of(a: Claim, b: Claim) -> Slip:
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    return read_slip(a.value, b.value)


def _ratio(a: Quantity, b: Quantity) -> float:
    low, high = sorted(abs(float((q.low if q.low is not None else q.high) or 0) * float(q.factor or 1)) for q in (a, b))
    return log(high / low) if low else _FAR


def _number(known: Sequence[object], item: object) -> int:
    return known.index(item) if item in known else len(known)
