"""What sees the sentences of a folder, its figures, its deeds, its orders and its admissions, together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.statements import Statement
from factcheck.comparison.avowal_observations import AvowalObserver
from factcheck.comparison.deed_observations import DeedObserver
from factcheck.comparison.figure_observations import FigureObserver
from factcheck.comparison.observations import Observer
from factcheck.comparison.order_observations import OrderObserver
from factcheck.comparison.surroundings import Surroundings
from factcheck.model import Claim

__all__ = ["Observers"]


class Observers(NamedTuple):
    """Holds whole sentences, figures, deeds, orders and admissions of all articles against each other."""

    sentences: Observer
    figures: FigureObserver
    deeds: DeedObserver
    orders: OrderObserver
    avowals: AvowalObserver

    @classmethod
    def of(cls, sentences: Observer, claims: Sequence[Claim], around: Surroundings) -> Observers:
        """`claims`: of all articles that `sentences` sees."""
        return cls(
            sentences,
            FigureObserver(sentences, claims),
            DeedObserver(sentences, claims, around.linker),
            OrderObserver(sentences, claims, around),
            AvowalObserver(sentences, claims, around.linker),
        )

    def observe(self, kind: str, one: Statement, other: Statement) -> Mapping[str, float]:
        """What the model of a kind that weighs sentences ("denial", "avowal", "order" or "any" of `likelihood.KINDS`) observes of two of
        them, of two articles. Symmetric but for admissions, where the first tells what is admitted. KeyError for a kind that weighs
        claims."""
        observe = {
            "denial": self.deeds.observe_sentences,
            "avowal": self.avowals.observe,
            "order": self.orders.observe,
            "any": self.sentences.observe,
        }
        return observe[kind](one, other)
