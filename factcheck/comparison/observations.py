"""What can be observed of two sentences of two articles: how much they share, how much more than with any other sentence, and in what they
differ. Each observation is a number with a name; what they are worth together is learned (`likelihood`).

In the manner of nomenklatura's `matching`: observations that explain themselves, weighed by a model that adds them up. Where a sentence
stands in its article and how long it is are left out on purpose: they tell the writer's habits, not the matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import combinations, product
from math import sqrt

from factcheck.claims.signals import CLASSES
from factcheck.claims.statements import Statement
from factcheck.comparison.counterparts import meanings, tells
from factcheck.comparison.sharing import Sharing
from factcheck.language.thesaurus import groups_of
from factcheck.model import Claim

__all__ = ["LONGEST", "NEAREST", "OBSERVED", "SHORTEST", "Observer", "content_words", "loose_meanings"]

SHORTEST, LONGEST = 6, 20
"""Fewest and most sentences of an article, the headline included, whose sentences are candidates: in a long one some sentence has a
counterpart by chance, in a note of two or three none has a better one. (In cross-validation over reports of up to 60 sentences what seemed
likely was as often wrong as right; what seemed unlikely was.)"""
NEAREST = 2
"""How many sentences of the other article may be more like a sentence than the one that it is held against."""
NEAREST_BY_CHARACTERS = 0
"""The same by the characters that two sentences share: what two newsrooms word with no word in common (撤进库房, 离开展厅) is told in the
sentences that look most alike all the same."""
BY_MEANING = 0.4
"""What a shared meaning is worth beside a shared word."""
_SIGNALS = tuple(name for name in CLASSES if name not in {"order", "sweeping", "says"})
_MARKS = ("stressed", "insists", "confirmed", "plans", "opines")
OBSERVED = (
    "likeness",
    "words",
    "meanings",
    "rank",
    "margin",
    "other_margin",
    "characters",
    "character_margin",
    "other_character_margin",
    "denied_characters",
    "share_of_shorter",
    "share_of_longer",
    "bigrams",
    "elsewhere",
    "elsewhere_least",
    "beyond_elsewhere",
    "clause",
    "clause_negations",
    "clause_opposed",
    "negations",
    "denied_clause",
    "denied_words",
    "denied_told",
    "denied_affirmed",
    "poles_opposed",
    "poles_same",
    "order_both",
    "order_words",
    "order_differs",
    "orders",
    "times_same",
    "times_differ",
    "figures_same",
    "figures_differ",
    "people_differ",
    "people_more",
    "places_same",
    "places_differ",
    "sweeping",
    "says",
    "asks",
    "headline",
    "content",
    "negations_least",
    "spread",
    "days_apart",
    *(f"{name}_{many}" for name in _SIGNALS for many in ("one", "both")),
    *_MARKS,
)
"""Names of the observations. `likeness`: what the words and meanings that two sentences share are worth; `margin`, `other_margin`: how
much more that is than with the next best of the other article, for the sentence where it is more and where it is less; `elsewhere`: the
most that either shares with a third article; `characters`: the same of characters; `clause`: the same of the two clauses that share most;
`denied_…`: of the clause that negates and fits the other sentence best, what it shares, how much of what stands behind its negation the
other tells (`words`), tells rather than denies (`told`), and in one clause (`affirmed`)."""


class Observer:
    """Holds the sentences of all articles against each other."""

    def __init__(
        self,
        statements: Mapping[str, Sequence[Statement]],
        one_affair: Callable[[str, str], bool],
        key: Callable[[str], str] = str,
        *,
        longest: float = LONGEST,
    ) -> None:
        """`statements`: by article. `one_affair`: whether two articles are about one affair. `key`: one key for all names of a thing.
        `longest`: most sentences of an article whose sentences are candidates."""
        self._longest = longest
        self._statements = statements
        self._key = key
        self._one_affair = one_affair
        self._observed: dict[tuple[str, str], Mapping[str, float]] = {}
        self._at = {(t.article, t.span.start): index for told in statements.values() for index, t in enumerate(told)}
        gists = {article: [_gist(t.words) for t in told] for article, told in statements.items()}
        self._gists = Sharing(gists, one_affair, lambda entry: BY_MEANING if _is_meaning(entry) else 1.0)
        self._characters = Sharing({a: [_characters(t.text) for t in told] for a, told in statements.items()}, one_affair)

    def statement(self, article: str, start: int) -> Statement | None:
        """The sentence that starts at a place of an article."""
        index = self._at.get((article, start))
        return None if index is None else self._statements[article][index]

    def statements(self, a: Claim, b: Claim) -> tuple[Statement, Statement] | None:
        """The sentences of two claims, None where one of them is not known."""
        one, other = self.statement(a.article, a.sentence.start), self.statement(b.article, b.sentence.start)
        return None if one is None or other is None else (one, other)

    def fit(self, article: str, words: frozenset[str], others: frozenset[str]) -> float:
        """What words of an article share with other words, and with their meanings."""
        return self._gists.worth(article, _gist(words) & _gist(others))

    def characters_fit(self, article: str, text: str, other: str) -> float:
        """What the characters of words of an article share with those of other words."""
        return self._characters.worth(article, _characters(text) & _characters(other))

    def can_tell(self, article: str) -> bool:
        """Whether an article is long enough for its sentences to have better and worse counterparts."""
        return len(self._statements.get(article, ())) >= SHORTEST

    def is_searched(self, article: str) -> bool:
        """Whether an article is of a length at which what its sentences look like tells what they are about."""
        return self.can_tell(article) and len(self._statements[article]) <= self._longest

    def candidates(self) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of sentences of two articles of one affair, one of them among those that the other shares most words and meanings with, in
        reading order."""
        return iter(self._near)

    def statements_of(self, article: str) -> Sequence[Statement]:
        """The sentences of an article."""
        return self._statements.get(article, ())

    def before(self, statement: Statement) -> Statement | None:
        """The sentence before one in its article, None for the first."""
        index = self._at.get((statement.article, statement.span.start), 0)
        return self._statements[statement.article][index - 1] if index else None

    def wide_candidates(self) -> Iterator[tuple[Statement, Statement]]:
        """The same and those, one of which is the sentence that the other shares most characters with."""
        return iter(self._wide)

    @cached_property
    def _near(self) -> Sequence[tuple[Statement, Statement]]:
        return self._told_in(self._by_words)

    @cached_property
    def _wide(self) -> Sequence[tuple[Statement, Statement]]:
        letters = self._characters
        return self._told_in({two: near | letters.nearest(*two, NEAREST_BY_CHARACTERS) for two, near in self._by_words.items()})

    @cached_property
    def article_pairs(self) -> Sequence[tuple[str, str]]:
        """Every two articles (ids) of one affair whose sentences are candidates, in reading order."""
        searched = [a for a in self._statements if self.is_searched(a)]
        return [two for two in combinations(searched, 2) if self._one_affair(*two)]

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str], set[tuple[int, int]]]:
        """By two articles of one affair, the numbers of their sentences that are near each other by words and meanings."""
        return {two: self._gists.nearest(*two, NEAREST) for two in self.article_pairs}

    def _told_in(self, near: Mapping[tuple[str, str], Iterable[tuple[int, int]]]) -> Sequence[tuple[Statement, Statement]]:
        """The sentences by their articles and numbers."""
        told = self._statements
        return [(told[first][i], told[second][j]) for (first, second), pairs in near.items() for i, j in sorted(pairs)]

    def observe(self, one: Statement, other: Statement) -> Mapping[str, float]:
        """The observations of two sentences of two articles by name (`OBSERVED`). Symmetric."""
        a, b = sorted((one, other), key=lambda t: (t.article, t.span.start))
        if (a.claim.id, b.claim.id) not in self._observed:
            self._observed[a.claim.id, b.claim.id] = self._hold(a, b)
        return self._observed[a.claim.id, b.claim.id]

    def _hold(self, a: Statement, b: Statement) -> dict[str, float]:
        """Two sentences in the order of their articles against each other."""
        worth = partial(self._gists.worth, a.article)
        place = a.article, self._at[a.article, a.span.start], b.article, self._at[b.article, b.span.start]
        likeness, margins, letters = self._gists.shared(*place), self._gists.margins(*place), self._characters.margins(*place)
        gists = [self._gists.entries[article][index] for article, index in (place[:2], place[2:])]
        shared = gists[0] & gists[1]
        own = [worth(_words_of(gist)) for gist in gists]
        elsewhere = [self._gists.elsewhere(*place[:3]), self._gists.elsewhere(*place[2:], a.article)]
        (clause, negating, spread), denials = _rank_clauses(a, b, worth), max(_denial(a, b, worth), _denial(b, a, worth))
        order = Counter(a.order), Counter(b.order)
        poles = dict(sorted(a.poles)), dict(sorted(b.poles))
        opposed = [poles[0][name] != poles[1][name] for name in poles[0].keys() & poles[1].keys()]
        people, places = ([frozenset(map(self._key, names)) for names in pair] for pair in ((a.people, b.people), (a.places, b.places)))
        pairs = [_bigrams(t.text) for t in (a, b)]
        negations = [sum(p.negated for p in t.passages) for t in (a, b)]
        found: dict[str, float] = {
            "likeness": likeness,
            "words": worth(_words_of(shared)),
            "meanings": worth(shared - _words_of(shared)),
            "rank": max(self._gists.ranks(*place)),
            "margin": margins[0],
            "other_margin": margins[1],
            "characters": self._characters.shared(*place),
            "character_margin": letters[0],
            "other_character_margin": letters[1],
            "share_of_shorter": likeness / max(1.0, min(own)),
            "share_of_longer": likeness / max(1.0, max(own)),
            "bigrams": len(pairs[0] & pairs[1]) / max(1.0, sqrt(len(pairs[0]) * len(pairs[1]))),
            "elsewhere": max(elsewhere),
            "elsewhere_least": min(elsewhere),
            "beyond_elsewhere": likeness - max(elsewhere),
            "clause": clause,
            "clause_negations": negating,
            "clause_opposed": float(negating == 1),
            "negations": max(negations),
            "denied_clause": denials[1],
            "denied_words": denials[2],
            "denied_told": denials[3],
            "denied_affirmed": denials[4],
            "denied_characters": max(self._denied_characters(a, b), self._denied_characters(b, a)),
            "poles_opposed": sum(opposed),
            "poles_same": len(opposed) - sum(opposed),
            "order_both": float(bool(a.order) and bool(b.order)),
            "order_words": min(len(a.order), len(b.order)),
            "order_differs": ((order[0] | order[1]) - (order[0] & order[1])).total(),
            "orders": min(a.orders, b.orders),
            "times_same": len(a.times & b.times),
            "times_differ": min(len(a.times - b.times), len(b.times - a.times)),
            "figures_same": len(a.figures & b.figures),
            "figures_differ": min(len(a.figures - b.figures), len(b.figures - a.figures)),
            "people_differ": min(len(people[0] - people[1]), len(people[1] - people[0])),
            "people_more": max(len(people[0] - people[1]), len(people[1] - people[0])),
            "places_same": len(places[0] & places[1]),
            "places_differ": min(len(places[0] - places[1]), len(places[1] - places[0])),
            "sweeping": float("sweeping" in a.signals | b.signals),
            "says": float("says" in a.signals | b.signals),
            "asks": float(any(mark in t.text for t in (a, b) for mark in "？?")),
            "headline": float(a.claim.headline or b.claim.headline),
            "content": min(own),
            "negations_least": min(negations),
            "spread": spread,
            "days_apart": _days_apart(a.claim, b.claim),
        }
        for name in _SIGNALS:
            found |= {f"{name}_one": float(name in a.signals | b.signals), f"{name}_both": float(name in a.signals & b.signals)}
        for name in _MARKS:
            found[name] = (
                float(name in a.marks) + float(name in b.marks) if name in {"plans", "opines"} else float(name in a.marks | b.marks)
            )
        return found

    def _denied_characters(self, one: Statement, other: Statement) -> float:
        """The most that the characters of words behind a negation are worth that the other sentence has in one clause that does not
        negate."""
        told = [_characters("".join(sorted(p.words))) for p in other.passages if not p.negated]
        denied = [_characters("".join(p.denied)) for p in one.passages if p.negated]
        return max((self._characters.worth(one.article, no & yes) for no in denied for yes in told), default=0.0)


@lru_cache(maxsize=16384)
def _characters(text: str) -> frozenset[str]:
    return frozenset(c for c in text if "\u4e00" <= c <= "\u9fff")


def loose_meanings(word: str) -> set[str]:
    """The meanings of a word; of a longer word that has no group of its own also those of its last two characters, since Chinese words end
    in what they are (柴电潜舰). What stands before them may make two things of it (公立学校, 私立学校), so that this is only weighed."""
    found = meanings(word)
    return found | groups_of(word[-2:]) if len(word) > 2 and not groups_of(word) else found


@lru_cache(maxsize=65536)
def _gist(words: frozenset[str]) -> frozenset[str]:
    """The telling words of a sentence and their meanings."""
    told = {w for w in words if tells(w)}
    return frozenset(told | {f"={m}" for w in told for m in loose_meanings(w)})


def _is_meaning(entry: str) -> bool:
    return entry.startswith("=")


@lru_cache(maxsize=65536)
def _words_of(gist: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in gist if not _is_meaning(w))


_Weigher = Callable[[Iterable[str]], float]


def _rank_clauses(a: Statement, b: Statement, worth: _Weigher) -> tuple[float, int, float]:
    """(what the two clauses share that share most, how many of them negate, and what the second two share that share most, neither of
    them one of the first two: two steps that both sentences tell)."""
    pairs = product(enumerate(a.passages), enumerate(b.passages))
    ranked = sorted(((worth(_gist(p.words) & _gist(q.words)), i, j) for (i, p), (j, q) in pairs), key=lambda r: (-r[0], r[1:]))
    if not ranked:
        return 0.0, 0, 0.0
    fit, first, second = ranked[0]
    spread = next((fit for fit, i, j in ranked if i != first and j != second), 0.0)
    return fit, a.passages[first].negated + b.passages[second].negated, spread


def content_words(claim: Claim) -> frozenset[str]:
    """The content words of the clause of a claim."""
    frame = claim.frame
    return frozenset({*frame.words, frame.head, frame.noun, frame.predicate} - {""})


def _days_apart(a: Claim, b: Claim) -> float:
    """Days between the publication of two articles, 0 where one is not known."""
    if a.published is None or b.published is None:
        return 0.0
    return abs((a.published.replace(tzinfo=None).date() - b.published.replace(tzinfo=None).date()).days)


def _denial(a: Statement, b: Statement, worth: _Weigher) -> tuple[float, float, float, float, float]:
    """Of the clause of `a` that negates and fits `b` best: (fit and the deed, what it shares, what is told of the words behind the
    negation, how much rather told than denied of the first two, and how much better a clause fits that does not negate than one that
    does)."""
    best = (-1.0, 0.0, 0.0, 0.0, 0.0)
    whole, clauses = _gist(b.words), [(_gist(p.words), p.negated) for p in b.passages]
    for passage in a.passages:
        if not passage.negated:
            continue
        gist = _gist(passage.words)
        fit = worth(gist & whole)
        denied = [w for w in passage.denied if tells(w)]
        told = [_is_told(w, whole) for w in denied]
        sides = [[g for g, negated in clauses if negated is no] for no in (False, True)]
        deeds = [max((_is_told(w, g) for w in denied[:2] for g in side), default=0.0) for side in sides]
        fits = [max((worth(gist & g) for g in side), default=0.0) for side in sides]
        deed = max(told[:2], default=0.0)
        words = sum(strength * worth({w}) for strength, w in zip(told, denied, strict=True))
        best = max(best, (fit + deed, fit, words, deeds[0] - deeds[1], fits[0] - fits[1]))
    return best


def _is_told(word: str, gist: frozenset[str]) -> float:
    """How surely a gist tells of a word: as it is, in a word of its meaning, or in one with a character of it."""
    if word in gist:
        return 1.0
    if any(f"={m}" in gist for m in loose_meanings(word)):
        return 0.8
    return 0.4 if any(set(word) & set(w) for w in gist if not _is_meaning(w)) else 0.0


@lru_cache(maxsize=16384)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[k : k + 2] for k in range(len(text) - 1) if all("\u4e00" <= c <= "\u9fff" for c in text[k : k + 2]))
