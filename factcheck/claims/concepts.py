"""Where the words of the attribute lexicon stand in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.language.script import simplify
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.unit_names import name_unit
from factcheck.model import Family, Quantity

__all__ = ["ConceptHit", "Concepts", "load_concepts"]


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A word of the lexicon in a text: offsets of that text, and the entries it may stand for (sorted by id)."""

    start: int
    end: int
    entries: tuple[AttributeEntry, ...]


class Concepts:
    """The attribute lexicon, ready to search. Finding is linear in the text; the longest word at a place wins.

    Words may be given in either script, units by id or as they are written (公里, 名).
    """

    def __init__(self, entries: Sequence[AttributeEntry]) -> None:
        entries = [_fold_entry(entry) for entry in entries]
        self._entries: dict[str, list[AttributeEntry]] = {}
        blocked: set[str] = set()
        for entry in entries:
            for word in entry.words:
                self._entries.setdefault(word, []).append(entry)
            blocked.update(entry.not_words)
        words = sorted(self._entries.keys() | blocked, key=lambda w: (-len(w), w))
        self._pattern = re.compile("|".join(map(re.escape, words)) or r"(?!)")
        self._not: dict[str, set[str]] = {}
        for entry in entries:
            for word in entry.not_words:
                self._not.setdefault(word, set()).add(entry.id)
        self._inner: dict[str, list[tuple[str, int]]] = {}
        self.by_id = {e.id: e for e in entries}

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[ConceptHit]:
        """Hits in text[start:end], in order; a word that says an entry is not meant hides that entry only."""
        hits = []
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            word = match.group()
            hidden = self._not.get(word, set())
            for inner, at in self._words_in(word):
                entries = [e for e in self._entries.get(inner, ()) if e.id not in hidden]
                if entries:
                    begin = match.start() + at
                    hits.append(ConceptHit(begin, begin + len(inner), tuple(sorted(entries, key=lambda e: e.id))))
        return hits

    def _words_in(self, word: str) -> list[tuple[str, int]]:
        """A lexicon word and the shorter ones inside it, with their offsets: the entries of the longest may not take the figure
        (发生坍塌 takes dates)."""
        known = self._inner.get(word)
        if known is None:
            known = [(word, 0)]
            known += [
                (word[i:j], i)
                for i in range(len(word))
                for j in range(i + 2, len(word) + 1)
                if j - i < len(word) and word[i:j] in self._entries
            ]
            self._inner[word] = known
        return known

    def choose(
        self, hits: Iterable[ConceptHit], quantity: Quantity, start: int, end: int, noun: str
    ) -> tuple[AttributeEntry, ConceptHit] | None:
        """The entry for a figure at [start, end): one that takes such a figure, the nearest to it, a word before the figure first, a
        long word first, a desk's own entry first, one that names what is counted more closely first."""
        best: tuple[tuple[int, int, int, bool, int, str], AttributeEntry, ConceptHit] | None = None
        for hit in hits:
            before = hit.end <= start
            distance = start - hit.end if before else max(0, hit.start - end)
            for entry in hit.entries:
                if not _takes(entry.family, quantity.dimension):
                    continue
                if entry.units and quantity.unit not in entry.units:
                    continue
                if entry.dimension and quantity.dimension != entry.dimension and not _may_be_money(entry, quantity):
                    continue
                if entry.populations and not any(p in noun for p in entry.populations):
                    continue
                if (entry.side == "before" and not before) or (entry.side == "after" and before):
                    continue
                counted = max((len(p) for p in entry.populations if p in noun), default=0)
                rank = (distance, 0 if before else 1, -(hit.end - hit.start), not entry.own, -counted, entry.id)
                if best is None or rank < best[0]:
                    best = (rank, entry, hit)
        return (best[1], best[2]) if best else None


def _may_be_money(entry: AttributeEntry, quantity: Quantity) -> bool:
    """Whether a bare number of ten thousands may be money without its word, as it is told colloquially: 一口气冻了2400万."""
    return entry.dimension == "money" and quantity.dimension == "number" and not quantity.unit and quantity.step >= LARGE


LARGE = 1000
"""The least step of a bare number that may be money (3.2万, 2400万)."""


def _fold_entry(entry: AttributeEntry) -> AttributeEntry:
    """The entry with its words in simplified characters and the ids of its units."""
    words, not_words, populations = map(_fold_words, (entry.words, entry.not_words, entry.populations))
    units = tuple(unit if (id_ := name_unit(unit)) is None else id_ for unit in entry.units)
    return replace(entry, words=words, not_words=not_words, populations=populations, units=units)


def _fold_words(words: tuple[str, ...]) -> tuple[str, ...]:
    whole = "\n".join(words)
    return words if simplify(whole) == whole else tuple(map(simplify, words))


_DIMENSIONS = {
    Family.COUNT: {"count", "number", "share", "pp"},
    Family.MONEY: {"money", "number", "share", "pp"},
    Family.SHARE: {"share", "number", "pp"},
    Family.DURATION: {"time"},
}


def _takes(family: Family, dimension: str) -> bool:
    """Whether an attribute of a family takes figures of a dimension. Counts and sums of money also take rates of change."""
    allowed = _DIMENSIONS.get(family)
    return allowed is None or dimension in allowed


@lru_cache(maxsize=4)
def load_concepts(entries: tuple[AttributeEntry, ...]) -> Concepts:
    """The searchable form of a lexicon, made once."""
    return Concepts(entries)
