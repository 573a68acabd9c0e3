"""What can be observed of two sentences of two articles that tell which of two things came first, beside what any two sentences show
(`observations`): whether the earlier step of the one is the later step of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from factcheck.claims.statements import Statement
from factcheck.comparison.observations import OBSERVED, Observer
from factcheck.comparison.orders import step_likeness, steps_of
from factcheck.comparison.surroundings import Surroundings, sentence_of
from factcheck.model import Claim, Order, Stance, Step

__all__ = ["ORDER_OBSERVED", "OrderObserver"]

ORDER_OBSERVED = (
    *OBSERVED,
    "turned",
    "turned_least",
    "turned_most",
    "straight",
    "turned_characters",
    "turned_characters_least",
    "straight_characters",
    "turned_steps",
    "turned_steps_least",
    "straight_steps",
    "dated_least",
    "dated_most",
    "early_late",
    "unasserted",
    "pairs",
)
"""Names of the observations. Of the two orders that are most likely turned round: `turned`: what the earlier step of each shares with the
later step of the other, words and meanings; `turned_least`: the same of the two steps that share less; `straight`: what the earlier steps
share, and the later ones; `…_characters`: the same of characters; `…_steps`: how likely they are one step (`orders.step_likeness`);
`dated_…`: how many are told by dates alone; `early_late`: whether one stresses that something was done already, the other that it was not
done until then; `pairs`: how many orders either sentence tells, the fewer; `unasserted`: how many are planned, supposed or denied."""
_BY_CHARACTERS = 0.1
"""What a rare character that two steps share is worth beside surely being one step, where two orders are chosen."""


class OrderObserver:
    """Holds the orders of the sentences of all articles against each other."""

    def __init__(self, observer: Observer, claims: Sequence[Claim], around: Surroundings) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which those are taken that tell an order."""
        self._observer = observer
        self._around = around
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in claims:
            if isinstance(claim.value, Order):
                self._in[sentence_of(claim)].append(claim)

    def observe(self, one: Statement, other: Statement) -> dict[str, float]:
        """The observations of two sentences of two articles by name (`ORDER_OBSERVED`). Symmetric."""
        a, b = sorted((one, other), key=lambda t: (t.article, t.span.start))
        told = [self._in.get(sentence_of(t.claim), []) for t in (a, b)]
        fits = [self._hold(x, y) for x, y in product(*told)]
        best = max(fits, key=lambda fit: (fit.rank(), fit.one.id, fit.other.id), default=None)
        return {
            **self._observer.observe(a, b),
            **(dict.fromkeys(ORDER_OBSERVED[len(OBSERVED) :], 0.0) if best is None else best.observed()),
            "pairs": float(min(map(len, told))),
        }

    def _hold(self, a: Claim, b: Claim) -> _Fit:
        assert isinstance(a.value, Order)
        assert isinstance(b.value, Order)
        (first_a, then_a), (first_b, then_b) = steps_of(a.value), steps_of(b.value)
        article = min(a.article, b.article)
        turned = self._liken(article, (first_a, then_b), (then_a, first_b))
        return _Fit(a, b, turned, self._liken(article, (first_a, first_b), (then_a, then_b)))

    def _liken(self, article: str, *pairs: tuple[Step, Step]) -> _Likeness:
        """What the steps of each pair share."""
        worded = [[(*step.acts, *step.things, *step.agents) for step in pair] for pair in pairs]
        return _Likeness(
            [self._observer.fit(article, frozenset(x), frozenset(y)) for x, y in worded],
            [self._observer.characters_fit(article, "".join(x), "".join(y)) for x, y in worded],
            [step_likeness(x, y, self._around) for x, y in pairs],
        )


class _Likeness(NamedTuple):
    """What the two steps of either of two pairs share, and how likely they are one step."""

    words: Sequence[float]
    characters: Sequence[float]
    steps: Sequence[float]


class _Fit(NamedTuple):
    """Two orders, what the earlier step of each shares with the later one of the other, what the earlier ones share and the later ones."""

    one: Claim
    other: Claim
    turned: _Likeness
    straight: _Likeness

    def rank(self) -> float:
        """How much likelier the two are turned round than the same."""
        beyond = sum(self.turned.steps) - sum(self.straight.steps) + min(self.turned.steps)
        return beyond + _BY_CHARACTERS * (sum(self.turned.characters) - sum(self.straight.characters))

    def observed(self) -> dict[str, float]:
        """The observations of the two by name."""
        dated = [c.frame.concept == "dated" for c in (self.one, self.other)]
        said = [c.scope.qualifiers for c in (self.one, self.other)]
        return {
            "turned": sum(self.turned.words),
            "turned_least": min(self.turned.words),
            "turned_most": max(self.turned.words),
            "straight": sum(self.straight.words),
            "turned_characters": sum(self.turned.characters),
            "turned_characters_least": min(self.turned.characters),
            "straight_characters": sum(self.straight.characters),
            "turned_steps": sum(self.turned.steps),
            "turned_steps_least": min(self.turned.steps),
            "straight_steps": sum(self.straight.steps),
            "dated_least": float(all(dated)),
            "dated_most": float(any(dated)),
            "early_late": float(any("already" in p and "only_then" in q for p, q in (said, said[::-1]))),
            "unasserted": float(sum(c.stance is not Stance.ASSERTS for c in (self.one, self.other))),
        }
