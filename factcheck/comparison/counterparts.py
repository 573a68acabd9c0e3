"""Whether two sentences of two articles are each other's counterpart: of all sentences, the ones that tell of one thing.

Two reporters who tell of one fact use some rare words both, whatever they do with verbs and nouns. Sentences are weighed by the words
that they share, rare ones more than common ones; two are counterparts where neither article has a sentence that fits the other's better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from factcheck.comparison.surroundings import Surroundings
from factcheck.model import Claim

__all__ = ["Counterparts"]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The content words of all sentences of a run (by article and where the sentence starts), and in how many of them each word stands."""

    wordings: Mapping[str, Mapping[int, frozenset[str]]]
    spread: Counter[str]
    sentences: int

    @classmethod
    def of(cls, around: Surroundings) -> Counterparts:
        """Of what comparison knows."""
        told = [words for article in around.wordings.values() for words in article.values()]
        return cls(around.wordings, Counter(word for words in told for word in words), len(told))

    def are_best(self, a: Claim, b: Claim) -> bool:
        """Whether the sentences of two claims share more than either shares with any other sentence of the other's article. False for
        headlines, which share words with everything. Symmetric."""
        if a.headline or b.headline:
            return False
        one, two = self.wordings.get(a.article, {}), self.wordings.get(b.article, {})
        own, their = one.get(a.sentence.start, frozenset()), two.get(b.sentence.start, frozenset())
        tie = self._weigh(own & their)
        return tie > max(self._best(own, two, b.sentence.start), self._best(their, one, a.sentence.start))

    def _best(self, words: frozenset[str], others: Mapping[int, frozenset[str]], left_out: int) -> float:
        return max((self._weigh(words & other) for start, other in others.items() if start != left_out), default=0.0)

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(log((self.sentences + 1) / (self.spread[word] + 0.5)) for word in sorted(words))
