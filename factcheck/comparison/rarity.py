"""What words are worth that two sentences share: the rarer in their affair, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from math import log

__all__ = ["RAREST", "Rarity"]

RAREST = 3.0
"""The most that one word is worth: about that of a word of one sentence in thirty."""


class Rarity:
    """What entries (words, meanings, characters) are worth: each the logarithm of the sentences of its affair to each that has it, at most
    `RAREST`. Counted when an article is first asked about."""

    def __init__(
        self,
        entries: Mapping[str, Collection[frozenset[str]]],
        one_affair: Callable[[str, str], bool],
        weight: Callable[[str], float] = lambda entry: 1.0,
    ) -> None:
        """`entries`: by article, what each sentence holds. `one_affair`: whether two articles are about one affair. `weight`: what an entry
        is worth beside others as rare."""
        self._entries = entries
        self._one_affair = one_affair
        self._weight = weight
        self._counts: dict[str, tuple[int, Counter[str]]] = {}

    def worth(self, article: str, entries: Iterable[str]) -> float:
        """What entries are worth together in the affair of an article."""
        size, counts = self._count(article)
        return sum(self._weight(e) * min(RAREST, max(0.0, log((size + 1) / (counts[e] + 0.5)))) for e in sorted(entries))

    def _count(self, article: str) -> tuple[int, Counter[str]]:
        """How many sentences the affair of an article has, and how many of them each entry."""
        if article not in self._counts:
            told = [e for other, held in self._entries.items() if other == article or self._one_affair(article, other) for e in held]
            self._counts[article] = len(told), Counter(entry for held in told for entry in held)
        return self._counts[article]
