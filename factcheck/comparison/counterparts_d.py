"""Which sentences of two articles tell of one thing: each other's best counterpart by the words that they share.

Of what is told in two articles, a pair of sentences that share more than either shares with any other sentence of the other article is
likely to be about one matter, whatever else it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from math import log

__all__ = ["Counterparts"]

Place = tuple[str, int]
"""An article and where one of its sentences starts."""


class Counterparts:
    """The sentences of all articles, compared on demand. A word is worth the logarithm of the number of sentences to each that has it."""

    def __init__(self, wordings: Mapping[str, Mapping[int, frozenset[str]]], tells: Callable[[str], bool]) -> None:
        """`wordings`: see `Surroundings`. `tells`: whether a word says anything of what a sentence is about."""
        self._words: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        counts: Counter[str] = Counter()
        for article, sentences in wordings.items():
            for start, words in sentences.items():
                self._words[article][start] = frozenset(filter(tells, words))
                counts.update(self._words[article][start])
        total = 1 + sum(map(len, self._words.values()))
        self._worth = {word: log(total / (count + 0.5)) for word, count in counts.items()}

    def margin(self, one: Place, other: Place) -> float:
        """How much more two sentences of two articles share than either with the next best of the other article; at most 0 where one of
        them has a better or an equal one."""
        shared = self._shared(one, other)
        return shared - max(self._next_best(one, other), self._next_best(other, one))

    def _next_best(self, one: Place, other: Place) -> float:
        article, start = other
        return max((self._shared(one, (article, at)) for at in self._words[article] if at != start), default=0.0)

    def _shared(self, one: Place, other: Place) -> float:
        common = self._words[one[0]].get(one[1], frozenset()) & self._words[other[0]].get(other[1], frozenset())
        return sum(self._worth[word] for word in sorted(common))
