"""Which sentences of two articles tell of one thing: each other's best counterpart by the words that they share.

Two newsrooms word one fact each in its own way, but seldom so that another sentence of the other article is nearer to it. What figures,
denials, orders, persons and places are held against each other for by this is told in `weighing`, `answered`, `turned` and `slots`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property, lru_cache

from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import load_poles
from factcheck.comparison.rarity import Rarity
from factcheck.language.thesaurus import groups_of
from factcheck.mentions.unit_names import name_unit

__all__ = ["Counterparts", "Place", "meanings", "tells"]

Place = tuple[str, int]
"""An article and where one of its sentences starts."""


@lru_cache(maxsize=65536)
def tells(word: str) -> bool:
    """Whether a word says anything of what is told: no light verb, no negation, no unit (小时)."""
    empty = word in load_event_words().light | load_cues().negations or word in load_poles().vague
    return len(word) > 1 and not empty and name_unit(word) is None


def meanings(word: str) -> set[str]:
    """The groups of the thesaurus and the type of happening that a word belongs to."""
    words = load_event_words()
    kind = words.types.get(word)
    return {*groups_of(word), *({f"@{kind}"} if kind and kind not in words.generic else ())}


class Counterparts:
    """The sentences of all articles, compared on demand by what the words are worth that they share (`Rarity`)."""

    def __init__(self, wordings: Mapping[str, Mapping[int, Set[str]]], one_affair: Callable[[str, str], bool]) -> None:
        """`wordings`: by article, the content words of each sentence by the place where it starts. `one_affair`: whether two articles are
        about one affair."""
        self._wordings = wordings
        self._words = {
            article: {start: frozenset(filter(_is_told, words)) for start, words in sentences.items()}
            for article, sentences in wordings.items()
        }
        self._rarity = Rarity({article: sentences.values() for article, sentences in self._words.items()}, one_affair)

    @cached_property
    def counts(self) -> Mapping[str, Counter[str]]:
        """By article, in how many of its sentences a word or one of its meaning stands."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for article, sentences in self._wordings.items():
            for words in sentences.values():
                found[article].update(words | {m for w in words for m in meanings(w)})
        return found

    def worth(self, article: str, words: Iterable[str]) -> float:
        """What words are worth in the affair of an article."""
        return self._rarity.worth(article, filter(_is_told, words))

    def margin(self, one: Place, other: Place) -> float:
        """How much more two sentences of two articles share than either with the next best of the other article; at most 0 where one of
        them has a better or an equal one. Symmetric."""
        return self._shared(one, other) - max(self._next_best(one, other), self._next_best(other, one))

    def _next_best(self, one: Place, other: Place) -> float:
        article, start = other
        return max((self._shared(one, (article, at)) for at in self._words.get(article, ()) if at != start), default=0.0)

    def _shared(self, one: Place, other: Place) -> float:
        words = [self._words.get(article, {}).get(start, frozenset()) for article, start in (one, other)]
        return self.worth(min(one[0], other[0]), words[0] & words[1])


def _is_told(word: str) -> bool:
    """Whether a word tells of what a sentence is about: that something lies somewhere tells nothing."""
    return tells(word) and load_event_words().types.get(word) != "located"
