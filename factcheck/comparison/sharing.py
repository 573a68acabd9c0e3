"""How much the sentences of two articles share, and how much more than others do: over words and their meanings, or over characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.comparison.rarity import Rarity

__all__ = ["Sharing", "Table"]

Table = Mapping[tuple[int, int], float]
"""What two sentences share by their numbers in their articles, those left out that share nothing."""


class Sharing:
    """What sentences share, each entry worth what `Rarity` says."""

    def __init__(
        self,
        entries: Mapping[str, Sequence[frozenset[str]]],
        one_affair: Callable[[str, str], bool],
        weight: Callable[[str], float] = lambda entry: 1.0,
    ) -> None:
        """`entries`: by article, what each sentence holds. `one_affair`: whether two articles are about one affair. `weight`: what an entry
        is worth beside others as rare."""
        self.entries = entries
        self._one_affair = one_affair
        self._rarity = Rarity(entries, one_affair, weight)
        self._where: dict[str, dict[str, list[int]]] = {}
        for article, sentences in entries.items():
            places: dict[str, list[int]] = defaultdict(list)
            for index, held in enumerate(sentences):
                for entry in sorted(held):
                    places[entry].append(index)
            self._where[article] = dict(places)
        self._tables: dict[tuple[str, str], Table] = {}
        self._best: dict[tuple[str, str], Mapping[int, float]] = {}
        self._beside: dict[str, Sequence[str]] = {}

    def worth(self, article: str, entries: Iterable[str]) -> float:
        """What entries are worth in the affair of an article."""
        return self._rarity.worth(article, entries)

    def table(self, first: str, second: str) -> Table:
        """What the sentences of two articles share. The same for both directions but for the order of the numbers."""
        if (first, second) not in self._tables:
            low, high = sorted((first, second))
            table: dict[tuple[int, int], float] = defaultdict(float)
            one, other = self._where[low], self._where[high]
            for entry in sorted(one.keys() & other.keys()):
                value = self.worth(low, [entry])
                for i in one[entry] if value else ():
                    for j in other[entry]:
                        table[i, j] += value
            self._tables[low, high] = dict(table)
            self._tables[high, low] = {(j, i): value for (i, j), value in table.items()}
        return self._tables[first, second]

    def shared(self, first: str, i: int, second: str, j: int) -> float:
        """What a sentence of one article shares with one of another."""
        return self.table(first, second).get((i, j), 0.0)

    def margins(self, first: str, i: int, second: str, j: int) -> tuple[float, float]:
        """How much more two sentences share than each does with the next best of the other article, the more first."""
        table, value = self.table(first, second), self.shared(first, i, second, j)
        mine = value - max((v for (x, y), v in table.items() if x == i and y != j), default=0.0)
        theirs = value - max((v for (x, y), v in table.items() if y == j and x != i), default=0.0)
        return max(mine, theirs), min(mine, theirs)

    def ranks(self, first: str, i: int, second: str, j: int) -> tuple[int, int]:
        """With how many sentences of the second article the first one's shares more, and the other way round."""
        table, value = self.table(first, second), self.shared(first, i, second, j)
        return sum(v > value for (x, _), v in table.items() if x == i), sum(v > value for (_, y), v in table.items() if y == j)

    def nearest(self, first: str, second: str, most: int) -> set[tuple[int, int]]:
        """The pairs of sentences of two articles that share something, where at most so many share more with one of the two. Symmetric but
        for the order of the numbers."""
        table = self.table(first, second)
        found = set()
        for side in (0, 1):
            values: dict[int, list[float]] = defaultdict(list)
            for pair, value in table.items():
                values[pair[side]].append(value)
            least = {index: sorted(held, reverse=True)[: most + 1][-1] for index, held in values.items()}
            found |= {pair for pair, value in table.items() if value >= least[pair[side]]}
        return found

    def elsewhere(self, article: str, index: int, beside: str) -> float:
        """The most that a sentence shares with one of an article of its affair that is not `beside`."""
        if article not in self._beside:
            self._beside[article] = [other for other in self.entries if other != article and self._one_affair(article, other)]
        return max((self._best_of(article, other).get(index, 0.0) for other in self._beside[article] if other != beside), default=0.0)

    def _best_of(self, article: str, other: str) -> Mapping[int, float]:
        """The most that each sentence of an article shares with one of another, by its number; those that share nothing are left out."""
        if (article, other) not in self._best:
            best: dict[int, float] = defaultdict(float)
            for (index, _), value in self.table(article, other).items():
                best[index] = max(best[index], value)
            self._best[article, other] = dict(best)
        return self._best[article, other]
