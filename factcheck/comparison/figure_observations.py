"""What can be observed of two figures of two articles beside their sentences (`observations`): how their clauses fit, how the two numbers
differ, who else tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from factcheck.claims.leftovers import is_bare
from factcheck.comparison.observations import OBSERVED, Observer, content_words
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import sentence_of
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
)
"""Names of the observations. `fit`: what the words of the two clauses share; `fit_margin`, `other_fit_margin`: how much more than with
another figure of that dimension in the other article; `ratio`: the logarithm of the larger number over the smaller; `slip`: see `_SLIPS`;
`told_by_thirds`: how many third articles tell either figure, the one told more first; `told_here`: how many of the two the other article
tells as well."""
_SLIPS = (Slip.NONE, Slip.ONE_DIGIT, Slip.REVERSED, Slip.SWAPPED)
_DIMENSIONS = ("count", "money", "length", "share", "time", "weight", "area", "volume", "number")
_FAMILIES = (Family.COUNT, Family.MONEY, Family.MEASURE, Family.CHANGE, Family.SHARE, Family.DURATION, Family.RANK, Family.OUTCOME)
_BEHAVIOURS = ("fixed", "stock", "cumulative", "flow")
_FAR = 9.0
"""`ratio` where one of the two is nought."""


class FigureObserver:
    """Holds the figures of all articles against each other."""

    def __init__(self, observer: Observer, claims: Sequence[Claim]) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which the figures are taken that say what they count."""
        self._observer = observer
        self._of: dict[str, list[Claim]] = defaultdict(list)
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._tellers: dict[tuple[object, ...], set[str]] = defaultdict(set)
        for claim in claims:
            if isinstance(claim.value, Quantity) and not is_bare(claim):
                self._of[claim.article].append(claim)
                self._in[sentence_of(claim)].append(claim)
                self._tellers[_value(claim)].add(claim.article)

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """Figures of one dimension that differ, in sentences of two articles that are near each other (`Observer.candidates`)."""
        for one, other in self._observer.candidates():
            for a in self._in.get(sentence_of(one.claim), ()):
                for b in self._in.get(sentence_of(other.claim), ()):
                    if _may_differ(a, b):
                        yield a, b

    def observe(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """The observations of two figures of two articles by name (`FIGURE_OBSERVED`), None where a sentence is not known. Symmetric."""
        one, other = self._observer.statement(*sentence_of(a)), self._observer.statement(*sentence_of(b))
        if one is None or other is None or not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
            return None
        first, second = sorted((a, b), key=lambda c: (c.article, c.span.start, c.id))
        fit = self._fit(first, second)
        margins = fit - self._rival(first, second), fit - self._rival(second, first)
        thirds = [self._tellers[_value(c)] - {a.article, b.article} for c in (a, b)]
        here = (b.article in self._tellers[_value(a)], a.article in self._tellers[_value(b)])
        one_scope, other_scope = a.scope, b.scope
        slip = read_slip(a.value, b.value)
        return {
            **self._observer.observe(one, other),
            "fit": fit,
            "fit_margin": min(margins),
            "other_fit_margin": max(margins),
            "ratio": _ratio(a.value, b.value),
            "slip": float(_SLIPS.index(slip)),
            "digits": float(min(len(digits_of(a.value)), len(digits_of(b.value)))),
            "same_head": float(a.frame.head == b.frame.head != ""),
            "same_predicate": float(a.frame.predicate == b.frame.predicate != ""),
            "same_attribute": float(a.attribute == b.attribute),
            "same_concept": float(a.frame.concept == b.frame.concept != ""),
            "same_subject": float(a.subject == b.subject != ""),
            "told_by_thirds": float(max(map(len, thirds))),
            "told_by_thirds_least": float(min(map(len, thirds))),
            "both_told_by_thirds": float(len(thirds[0] & thirds[1])),
            "told_here": float(sum(here)),
            "hedged": float(sum(q.hedge is not Hedge.EXACT for q in (a.value, b.value))),
            "qualifiers_differ": float(len({*one_scope.qualifiers} ^ {*other_scope.qualifiers})),
            "parts_differ": float(one_scope.part != other_scope.part),
            "accumulation_differs": float(one_scope.accumulation != other_scope.accumulation),
            "period_on_one_side": float((one_scope.period is None) != (other_scope.period is None)),
            "stances_differ": float(a.stance is not b.stance),
            "behaviour": float(_number(_BEHAVIOURS, first.time_behaviour)),
            "dimension": float(_number(_DIMENSIONS, a.value.dimension)),
            "family": float(_number(_FAMILIES, first.family)),
        }

    def _fit(self, a: Claim, b: Claim) -> float:
        return self._observer.fit(min(a.article, b.article), content_words(a), content_words(b))

    def _rival(self, a: Claim, b: Claim) -> float:
        """How well a figure fits another one of its dimension in the article of the second."""
        assert isinstance(a.value, Quantity)
        others = (
            c for c in self._of[b.article] if c.id != b.id and isinstance(c.value, Quantity) and c.value.dimension == a.value.dimension
        )
        return max((self._fit(a, c) for c in others), default=0.0)


def _may_differ(a: Claim, b: Claim) -> bool:
    """Whether two figures are of one dimension and units that can be told in each other, and do not meet."""
    assert isinstance(a.value, Quantity)
    assert isinstance(b.value, Quantity)
    one, other = a.value, b.value
    if one.dimension != other.dimension or (a.family is Family.CHANGE) != (b.family is Family.CHANGE):
        return False
    if one.factor is None and other.factor is None and one.unit != other.unit and one.dimension != "money":
        return False
    return not compare_quantities(one, other, difference=a.family is Family.CHANGE).meet


def _value(claim: Claim) -> tuple[object, ...]:
    assert isinstance(claim.value, Quantity)
    return claim.value.dimension, claim.value.low, claim.value.high


def _ratio(a: Quantity, b: Quantity) -> float:
    low, high = sorted(abs(float((q.low if q.low is not None else q.high) or 0) * float(q.factor or 1)) for q in (a, b))
    return log(high / low) if low else _FAR


def _number(known: Sequence[object], item: object) -> int:
    return known.index(item) if item in known else len(known)
