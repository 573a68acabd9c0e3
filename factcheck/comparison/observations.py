"""What can be observed of two sentences of two articles: how much they share, how much more than with any other sentence, and in what they
differ. Each observation is a number with a name; what they are worth together is learned (`likelihood`).

In the manner of nomenklatura's `matching`: observations that explain themselves, weighed by a model that adds them up. Where a sentence
stands in its article and how long it is are left out on purpose: they tell the writer's habits, not the matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import log, sqrt

from factcheck.claims.signals import CLASSES
from factcheck.claims.statements import Statement
from factcheck.comparison.counterparts import RAREST, meanings, tells
from factcheck.model import Claim

__all__ = ["NEAREST", "OBSERVED", "Observer"]

NEAREST = 2
"""How many sentences of the other article may be more like a sentence than the one that it is held against."""
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
most that either shares with a third article; `clause`: the same of the two clauses that share most; `denied_…`: of the clause that negates
and fits the other sentence best, what it shares, how much of what stands behind its negation the other tells (`words`), tells rather than
denies (`told`), and in one clause (`affirmed`)."""


class Observer:
    """Holds the sentences of all articles against each other."""

    def __init__(
        self, statements: Mapping[str, Sequence[Statement]], one_affair: Callable[[str, str], bool], key: Callable[[str], str] = str
    ) -> None:
        """`statements`: by article. `one_affair`: whether two articles are about one affair. `key`: one key for all names of a thing."""
        self._statements = statements
        self._key = key
        self._one_affair = one_affair
        self._at = {(t.article, t.span.start): index for told in statements.values() for index, t in enumerate(told)}
        self._known: dict[str, list[frozenset[str]]] = {}
        self._where: dict[str, dict[str, list[int]]] = {}
        for article, told in statements.items():
            self._known[article] = [_gist(t.words) for t in told]
            places: dict[str, list[int]] = defaultdict(list)
            for index, gist in enumerate(self._known[article]):
                for word in sorted(gist):
                    places[word].append(index)
            self._where[article] = dict(places)
        self._counts: dict[str, tuple[int, Counter[str]]] = {}
        self._tables: dict[tuple[str, str], dict[tuple[int, int], float]] = {}
        self._best: dict[tuple[str, int, str], float] = {}

    def statement(self, article: str, start: int) -> Statement | None:
        """The sentence that starts at a place of an article."""
        index = self._at.get((article, start))
        return None if index is None else self._statements[article][index]

    def fit(self, article: str, words: frozenset[str], others: frozenset[str]) -> float:
        """What words of an article share with other words, and with their meanings."""
        return _likeness(_gist(words), _gist(others), self._weigher(article))

    def candidates(self) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of sentences of two articles of one affair, one of them among those that the other shares most with, in reading order."""
        articles = list(self._statements)
        for position, first in enumerate(articles):
            for second in articles[position + 1 :]:
                if not self._one_affair(first, second):
                    continue
                table = self._table(first, second)
                for i, j in sorted(table):
                    if min(self._rank(first, second, i, j)) <= NEAREST:
                        yield self._statements[first][i], self._statements[second][j]

    def observe(self, one: Statement, other: Statement) -> dict[str, float]:
        """The observations of two sentences of two articles by name (`OBSERVED`). Symmetric."""
        a, b = sorted((one, other), key=lambda t: (t.article, t.span.start))
        worth = self._weigher(a.article)
        i, j = self._at[a.article, a.span.start], self._at[b.article, b.span.start]
        table = self._table(a.article, b.article)
        shared = self._known[a.article][i] & self._known[b.article][j]
        likeness = table.get((i, j), 0.0)
        mine = likeness - max((v for (x, y), v in table.items() if x == i and y != j), default=0.0)
        theirs = likeness - max((v for (x, y), v in table.items() if y == j and x != i), default=0.0)
        own = [worth(_words_of(self._known[t][k])) for t, k in ((a.article, i), (b.article, j))]
        elsewhere = [self._elsewhere(a.article, i, b.article), self._elsewhere(b.article, j, a.article)]
        clause, denials = _closest(a, b, worth), max(_denial(a, b, worth), _denial(b, a, worth))
        order = Counter(a.order), Counter(b.order)
        poles = dict(a.poles), dict(b.poles)
        opposed = [poles[0][name] != poles[1][name] for name in poles[0].keys() & poles[1].keys()]
        people, places = ([frozenset(map(self._key, names)) for names in pair] for pair in ((a.people, b.people), (a.places, b.places)))
        pairs = [_bigrams(t.text) for t in (a, b)]
        negations = [sum(p.negated for p in t.passages) for t in (a, b)]
        found: dict[str, float] = {
            "likeness": likeness,
            "words": worth(_words_of(shared)),
            "meanings": worth({w for w in shared if w not in _words_of(shared)}),
            "rank": max(self._rank(a.article, b.article, i, j)),
            "margin": max(mine, theirs),
            "other_margin": min(mine, theirs),
            "share_of_shorter": likeness / max(1.0, min(own)),
            "share_of_longer": likeness / max(1.0, max(own)),
            "bigrams": len(pairs[0] & pairs[1]) / max(1.0, sqrt(len(pairs[0]) * len(pairs[1]))),
            "elsewhere": max(elsewhere),
            "elsewhere_least": min(elsewhere),
            "beyond_elsewhere": likeness - max(elsewhere),
            "clause": clause[0],
            "clause_negations": clause[1],
            "clause_opposed": float(clause[1] == 1),
            "negations": max(negations),
            "denied_clause": denials[1],
            "denied_words": denials[2],
            "denied_told": denials[3],
            "denied_affirmed": denials[4],
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
            "spread": _spread(a, b, worth),
            "days_apart": _days_apart(a.claim, b.claim),
        }
        for name in _SIGNALS:
            found |= {f"{name}_one": float(name in a.signals | b.signals), f"{name}_both": float(name in a.signals & b.signals)}
        for name in _MARKS:
            found[name] = (
                float(name in a.marks) + float(name in b.marks) if name in {"plans", "opines"} else float(name in a.marks | b.marks)
            )
        return found

    def _weigher(self, article: str) -> Callable[[frozenset[str] | set[str]], float]:
        """What words and meanings are worth in the affair of an article: the logarithm of its sentences to each that has one, at most
        `RAREST`."""
        if article not in self._counts:
            told = [g for other, gists in self._known.items() if other == article or self._one_affair(article, other) for g in gists]
            self._counts[article] = len(told), Counter(word for gist in told for word in gist)
        size, counts = self._counts[article]
        return lambda words: sum(min(RAREST, max(0.0, log((size + 1) / (counts[w] + 0.5)))) for w in sorted(words))

    def _table(self, first: str, second: str) -> dict[tuple[int, int], float]:
        """How alike the sentences of two articles are, by their numbers, those left out that share nothing. Kept for both directions."""
        key = (first, second) if first <= second else (second, first)
        if key not in self._tables:
            worth = self._weigher(key[0])
            table: dict[tuple[int, int], float] = defaultdict(float)
            one, other = self._where[key[0]], self._where[key[1]]
            for word in sorted(one.keys() & other.keys()):
                value = worth({word}) * (BY_MEANING if _is_meaning(word) else 1.0)
                for i in one[word] if value else ():
                    for j in other[word]:
                        table[i, j] += value
            self._tables[key] = dict(table)
        kept = self._tables[key]
        return kept if key == (first, second) else {(j, i): v for (i, j), v in kept.items()}

    def _rank(self, first: str, second: str, i: int, j: int) -> tuple[int, int]:
        """How many sentences of the second article the first one's is more like, and the other way round."""
        table = self._table(first, second)
        value = table.get((i, j), 0.0)
        return sum(v > value for (x, _), v in table.items() if x == i), sum(v > value for (_, y), v in table.items() if y == j)

    def _elsewhere(self, article: str, index: int, beside: str) -> float:
        """The most that a sentence shares with one of a third article of its affair."""
        best = 0.0
        for other in self._statements:
            if other in {article, beside} or not self._one_affair(article, other):
                continue
            if (article, index, other) not in self._best:
                table = self._table(article, other)
                self._best[article, index, other] = max((v for (x, _), v in table.items() if x == index), default=0.0)
            best = max(best, self._best[article, index, other])
        return best


def _gist(words: frozenset[str]) -> frozenset[str]:
    """The telling words of a sentence and their meanings."""
    told = {w for w in words if tells(w)}
    return frozenset(told | {f"={m}" for w in told for m in meanings(w)})


def _is_meaning(entry: str) -> bool:
    return entry.startswith("=")


def _words_of(gist: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in gist if not _is_meaning(w))


_Weigher = Callable[[frozenset[str] | set[str]], float]


def _likeness(one: frozenset[str], other: frozenset[str], worth: _Weigher) -> float:
    shared = one & other
    words = _words_of(shared)
    return worth(words) + BY_MEANING * worth(shared - words)


def _closest(a: Statement, b: Statement, worth: _Weigher) -> tuple[float, int]:
    """What the two clauses share that share most, and how many of them negate."""
    gists = [[(_gist(p.words), p.negated) for p in t.passages] for t in (a, b)]
    ranked = [(_likeness(one, other, worth), int(no) + int(yes)) for one, no in gists[0] for other, yes in gists[1]]
    return max(ranked, key=lambda r: r[0], default=(0.0, 0))


def _spread(a: Statement, b: Statement, worth: _Weigher) -> float:
    """What the second two clauses share that share most, neither of them one of the first two: two steps that both sentences tell."""
    pairs = product(enumerate(a.passages), enumerate(b.passages))
    ranked = sorted(((_likeness(_gist(p.words), _gist(q.words), worth), i, j) for (i, p), (j, q) in pairs), key=lambda r: (-r[0], r[1:]))
    return next((fit for fit, i, j in ranked if i != ranked[0][1] and j != ranked[0][2]), 0.0)


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
        fit = _likeness(gist, whole, worth)
        denied = [w for w in passage.denied if tells(w)]
        told = [_is_told(w, whole) for w in denied]
        sides = [[g for g, negated in clauses if negated is no] for no in (False, True)]
        deeds = [max((_is_told(w, g) for w in denied[:2] for g in side), default=0.0) for side in sides]
        fits = [max((_likeness(gist, g, worth) for g in side), default=0.0) for side in sides]
        deed = max(told[:2], default=0.0)
        words = sum(strength * worth({w}) for strength, w in zip(told, denied, strict=True))
        best = max(best, (fit + deed, fit, words, deeds[0] - deeds[1], fits[0] - fits[1]))
    return best


def _is_told(word: str, gist: frozenset[str]) -> float:
    """How surely a gist tells of a word: as it is, in a word of its meaning, or in one with a character of it."""
    if word in gist:
        return 1.0
    if any(f"={m}" in gist for m in meanings(word)):
        return 0.8
    return 0.4 if any(set(word) & set(w) for w in gist if not _is_meaning(w)) else 0.0


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[k : k + 2] for k in range(len(text) - 1) if all("\u4e00" <= c <= "\u9fff" for c in text[k : k + 2]))
