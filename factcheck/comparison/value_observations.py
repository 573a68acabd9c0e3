"""What can be observed of two values of one kind (figures, days) of two articles, whatever the kind: how their clauses fit, and who else
tells them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from factcheck.comparison.observations import Observer, content_words
from factcheck.comparison.surroundings import sentence_of
from factcheck.model import Claim

__all__ = ["ValueObserver"]


class ValueObserver(ABC):
    """Holds the values of one kind of all articles against each other. A kind says which values are one, which may differ, and which others
    of an article a value may be taken for."""

    def __init__(self, observer: Observer, claims: Iterable[Claim]) -> None:
        """`observer`: of the sentences; `claims`: those that tell such a value."""
        self._observer = observer
        self._of: dict[str, list[Claim]] = defaultdict(list)
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._tellers: dict[Hashable, set[str]] = defaultdict(set)
        for claim in claims:
            self._of[claim.article].append(claim)
            self._in[sentence_of(claim)].append(claim)
            self._tellers[self._value(claim)].add(claim.article)

    @abstractmethod
    def _value(self, claim: Claim) -> Hashable:
        """What a claim tells; the same for two that tell the same."""

    @abstractmethod
    def _may_differ(self, a: Claim, b: Claim) -> bool:
        """Whether two claims of two articles tell values that can be held against each other and are two. Symmetric."""

    @abstractmethod
    def _rivals(self, a: Claim, b: Claim) -> Iterable[Claim]:
        """The other claims of the article of `b` that `a` might be held against."""

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """Values that may differ, in sentences of two articles that are near each other (`Observer.candidates`)."""
        for one, other in self._observer.candidates():
            for a in self._in.get(sentence_of(one.claim), ()):
                for b in self._in.get(sentence_of(other.claim), ()):
                    if self._may_differ(a, b):
                        yield a, b

    def _hold(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """What is observed of any two values by name, that of their sentences included; None where a sentence is not known. Symmetric."""
        statements = self._observer.statements(a, b)
        if statements is None:
            return None
        fit = self._fit(a, b)
        margins = fit - self._rival(a, b), fit - self._rival(b, a)
        tellers = [self._tellers[self._value(c)] for c in (a, b)]
        thirds = [told - {a.article, b.article} for told in tellers]
        return {
            **self._observer.observe(*statements),
            "fit": fit,
            "fit_margin": min(margins),
            "other_fit_margin": max(margins),
            "same_attribute": float(a.attribute == b.attribute),
            "same_concept": float(a.frame.concept == b.frame.concept != ""),
            "same_subject": float(a.subject == b.subject != ""),
            "told_by_thirds": float(max(map(len, thirds))),
            "told_by_thirds_least": float(min(map(len, thirds))),
            "both_told_by_thirds": float(len(thirds[0] & thirds[1])),
            "told_here": float((b.article in tellers[0]) + (a.article in tellers[1])),
        }

    def _fit(self, a: Claim, b: Claim) -> float:
        """What the words of two clauses share. Symmetric."""
        return self._observer.fit(min(a.article, b.article), content_words(a), content_words(b))

    def _rival(self, a: Claim, b: Claim) -> float:
        """How well `a` fits the best other value of the article of `b`."""
        return max((self._fit(a, c) for c in self._rivals(a, b)), default=0.0)
