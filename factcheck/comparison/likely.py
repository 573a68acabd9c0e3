"""Sentences of two articles that very likely contradict each other, though no comparer has read in what.

Two newsrooms word one denial, or one order of events, in words that no grammar foresees. What can be observed of two sentences
(`observations`) tells often enough that one denies or turns round what the other tells: they share what no other sentences do, one negates,
the other insists. Where the learned odds (`likelihood`) are high enough, the clauses that tell it are set against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.claims.statements import Statement
from factcheck.comparison.gates import gate_affair
from factcheck.comparison.likelihood import load_likelihoods
from factcheck.comparison.observations import Observer
from factcheck.comparison.surroundings import Surroundings, sentence_of
from factcheck.model import CONFLICT, Claim, Family, Kind, Reason, Relation

__all__ = ["LEAST", "UNLIKELY", "find_likely", "settle_unlikely"]

LEAST: Mapping[str, float] = {"denial": 0.5, "order": 0.5}
"""The probability from which on two sentences are set against each other. In cross-validation over authors (tests/evaluation/learn.py) four
in five such pairs of sentences hold a contradiction."""
_FIGURES = (Family.COUNT, Family.MONEY, Family.MEASURE, Family.SHARE, Family.CHANGE, Family.RANK, Family.DURATION, Family.OUTCOME)
UNLIKELY: Mapping[Family, tuple[str, float]] = {
    **dict.fromkeys(_FIGURES, ("number", 0.01)),
    **dict.fromkeys((Family.ACT, Family.STATE), ("denial", 0.02)),
    Family.DATE: ("any", 0.04),
}
"""The model and the probability below which claims of a family are not set against each other after all. Of the findings that earlier
versions had on corpora nobody had read, weighed by models that had not seen their authors, there lie below it 10 of 40 false and 1 of 120
true ones of figures, 12 of 21 and 3 of 68 of deeds and states, 7 of 14 and 1 of 12 of days. Of persons, places and orders nothing is won."""
_REASONS = {"denial": Reason.OPPOSITE, "order": Reason.OTHER_ORDER}
MAX_ACCOUNT = 120
"""Longest stretch of a sentence that is shown, in characters: nobody has read which of its clauses it is."""
_SIGN = 2.0
"""What a clause that negates, or that sets something before or after, is worth beside what it shares: a rare word."""
_SHOWN = 3
"""How many observations a relation tells of."""


class _Pair(NamedTuple):
    """Two sentences, in what they likely contradict each other, how likely, and what has been observed."""

    probability: float
    kind: str
    one: Statement
    other: Statement
    observed: Mapping[str, float]


def find_likely(
    observer: Observer, claims: Sequence[Claim], relations: Iterable[Relation], around: Surroundings
) -> tuple[list[Claim], list[Relation]]:
    """Contradictions between sentences that `relations` of `claims` have none between, the likeliest first, and the claims that they are
    about. A sentence is set against one of each other article, in one thing."""
    by_id = {c.id: c for c in claims}
    taken = {frozenset((sentence_of(by_id[r.a]), sentence_of(by_id[r.b]))) for r in relations if r.kind in CONFLICT}
    pairs = sorted(_rate(observer, around), key=lambda p: (-p.probability, p.kind, *(s.claim.id for s in (p.one, p.other))))
    used: set[tuple[str, str]] = set()
    told, found = dict[str, Claim](), []
    for pair in pairs:
        sides = {(pair.one.claim.id, pair.other.article), (pair.other.claim.id, pair.one.article)}
        if sides & used or frozenset((sentence_of(pair.one.claim), sentence_of(pair.other.claim))) in taken:
            continue
        used |= sides
        a, b = _cut(pair.one, pair.other, pair.kind, observer), _cut(pair.other, pair.one, pair.kind, observer)
        told |= {a.id: a, b.id: b}
        found.append(Relation(a.id, b.id, Kind.CONTRADICTS, _REASONS[pair.kind], _gates(pair)))
    return [*told.values()], found


def settle_unlikely(relations: Iterable[Relation], claims: Sequence[Claim], observer: Observer) -> list[Relation]:
    """The relations, those of another event that contradict though their sentences are very unlikely to: the gates have passed claims that
    read alike, and the sentences show that they are not of one thing."""
    by_id = {c.id: c for c in claims}
    return [_doubt(relation, by_id[relation.a], by_id[relation.b], observer) for relation in relations]


def _doubt(relation: Relation, a: Claim, b: Claim, observer: Observer) -> Relation:
    one, other = (observer.statement(*sentence_of(c)) for c in (a, b))
    if relation.kind not in CONFLICT or a.family not in UNLIKELY or a.article == b.article or one is None or other is None:
        return relation
    kind, least = UNLIKELY[a.family]
    probability = load_likelihoods()[kind].probability(observer.observe(one, other))
    if probability >= least:
        return relation
    return replace(relation, kind=Kind.INCOMPARABLE, reason=Reason.OTHER_EVENT, gates=(*relation.gates, ("unlikely", f"{probability:.3f}")))


def _rate(observer: Observer, around: Surroundings) -> Iterator[_Pair]:
    """The pairs of sentences that are likely enough."""
    models = {kind: load_likelihoods()[kind] for kind in LEAST}
    for one, other in observer.candidates():
        if around.linker.many and gate_affair(one.claim, other.claim, around.linker) is not None:
            continue
        observed = observer.observe(one, other)
        for kind, model in models.items():
            probability = model.probability(observed)
            if probability >= LEAST[kind]:
                yield _Pair(probability, kind, one, other, observed)


def _gates(pair: _Pair) -> tuple[tuple[str, str], ...]:
    """The likelihood, and the observations that speak for it most, each with what it is and what it adds to the log odds."""
    weighed = load_likelihoods()[pair.kind].weigh(pair.observed)
    shown = [(f"likely.{name}", f"{pair.observed[name]:.2f} ({worth:+.2f})") for name, worth in weighed if worth > 0][:_SHOWN]
    return (("likely", f"{pair.probability:.2f}"), *shown)


def _cut(one: Statement, other: Statement, kind: str, observer: Observer) -> Claim:
    """The clauses of a sentence from the first to the last that share something with the other sentence or carry what it is set against the
    other for; of a longer stretch than `MAX_ACCOUNT` the end that shares least is left out."""
    worth = [
        observer.fit(one.article, p.words, other.words) + (_SIGN if (p.negated if kind == "denial" else p.ordered) else 0.0)
        for p in one.passages
    ]
    held = [k for k, value in enumerate(worth) if value] or [0]
    first, last = held[0], held[-1]
    while first < last and one.passages[last].span.end - one.passages[first].span.start > MAX_ACCOUNT:
        if worth[first] < worth[last]:
            first += 1
        else:
            last -= 1
    return one.cut(first, last)
