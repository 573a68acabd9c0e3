"""Sentences of two articles that very likely contradict each other, though no comparer has read in what.

Two newsrooms word one denial, or one order of events, in words that no grammar foresees. What can be observed of two sentences
(`observations`) tells often enough that one denies or turns round what the other tells: they share what no other sentences do, one negates,
the other insists. Where the learned odds (`likelihood`) are high enough, the clauses that tell it are set against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.naming import SLOT
from factcheck.claims.statements import Passage, Statement
from factcheck.comparison.counterparts import tells
from factcheck.comparison.day_observations import DayObserver
from factcheck.comparison.figure_observations import FigureObserver
from factcheck.comparison.figures import differ_in_time
from factcheck.comparison.gates import gate_affair
from factcheck.comparison.likelihood import Likelihood, load_likelihoods
from factcheck.comparison.observations import Observer
from factcheck.comparison.observers import Observers
from factcheck.comparison.slot_observations import SlotObserver
from factcheck.comparison.slots import settled
from factcheck.comparison.surroundings import Surroundings, sentence_of
from factcheck.comparison.weighing import matched_figures
from factcheck.model import CONFLICT, Claim, Kind, Name, Period, Quantity, Reason, Relation

__all__ = ["LEAST", "MAX_ACCOUNT", "find_likely", "find_likely_days", "find_likely_figures", "find_likely_slots"]

LEAST: Mapping[str, float] = {"denial": 0.6, "avowal": 0.4, "order": 0.45, "figure": 0.7, "person": 0.7, "place": 0.6, "day": 0.8}
"""The probability from which on two sentences, two figures, two names or two days are set against each other. In cross-validation over
authors (tests/evaluation/learn.py) so rated pairs of sentences are right to wrong as 266 to 29 for denials, 187 to 11 for admissions and
157 to 10 for orders, of figures as 403 to 30, of persons as 125 to 15, of places as 77 to 18, of days as 53 to 2; most of these other
comparers find as well, of the rest six in ten are right."""
_REASONS = {"denial": Reason.OPPOSITE, "avowal": Reason.OPPOSITE, "order": Reason.OTHER_ORDER}
_FIRM = frozenset({Reason.PLAN_AGAINST_RESULT, Reason.OPINION, Reason.MULTI_VALUED, Reason.OTHER_PERIOD})
"""Reasons for which figures are not compared whatever their sentences share."""
MAX_ACCOUNT = 120
"""Longest stretch of a sentence that is shown, in characters: nobody has read which of its clauses it is."""
_DENIED = 2
"""How many telling words behind a negation are surely what it denies."""
_SIGN = 2.0
"""What a clause that negates, or that sets something before or after, is worth beside what it shares: a rare word."""


class _Pair(NamedTuple):
    """Two sentences, in what they likely contradict each other, how likely, and what has been observed."""

    probability: float
    kind: str
    one: Statement
    other: Statement
    observed: Mapping[str, float]


def find_likely(
    observers: Observers, claims: Sequence[Claim], relations: Iterable[Relation], around: Surroundings
) -> tuple[list[Claim], list[Relation]]:
    """Contradictions between sentences that `relations` of `claims` have not settled, the likeliest first, and the claims that they are
    about. A sentence is set against one of each other article, in one thing."""
    taken = _settled(claims, relations)
    pairs = sorted(_rate(observers, around), key=lambda p: (-p.probability, p.kind, *(s.claim.id for s in (p.one, p.other))))
    used: set[tuple[str, str]] = set()
    told, found = dict[str, Claim](), []
    for pair in pairs:
        sides = {(pair.one.claim.id, pair.other.article), (pair.other.claim.id, pair.one.article)}
        if sides & used or frozenset((sentence_of(pair.one.claim), sentence_of(pair.other.claim))) in taken:
            continue
        used |= sides
        a, b = _cut(pair.one, pair.other, pair.kind, observers.sentences), _cut(pair.other, pair.one, pair.kind, observers.sentences)
        told |= {a.id: a, b.id: b}
        found.append(Relation(a.id, b.id, Kind.CONTRADICTS, _REASONS[pair.kind], load_likelihoods()[pair.kind].gates(pair.observed)))
    return [*told.values()], found


def _settled(claims: Sequence[Claim], relations: Iterable[Relation]) -> set[frozenset[tuple[str, int]]]:
    """Pairs of sentences that contradict each other already, or of whose figures one is an update of the other: 无人死亡, then 3人遇难."""
    by_id, found = {c.id: c for c in claims}, set()
    for relation in relations:
        a, b = by_id[relation.a], by_id[relation.b]
        updated = relation.kind is Kind.UPDATES and isinstance(a.value, Quantity)
        if updated or relation.kind in CONFLICT:
            found.add(frozenset((sentence_of(a), sentence_of(b))))
    return found


def find_likely_figures(
    figures: FigureObserver, claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings
) -> list[Relation]:
    """Contradictions between figures that no comparer has related, or held apart by their wording alone; the likeliest first. A figure is
    set against one of each other article."""
    by_id = {c.id: c for c in claims}
    judged = {frozenset((r.a, r.b)): r for r in relations}
    matched = matched_figures(relations, by_id)
    rated, model = [], load_likelihoods()["figure"]
    for a, b in figures.candidates():
        known = judged.get(frozenset((a.id, b.id)))
        stopped = known is not None and (known.kind is not Kind.INCOMPARABLE or known.reason in _FIRM)
        if stopped or {(a.id, b.article), (b.id, a.article)} & matched or not _may_meet(a, b, around):
            continue
        observed = figures.observe(a, b)
        if observed is None or (probability := model.probability(observed)) < LEAST["figure"]:
            continue
        kind, reason = differ_in_time(a, b, around)
        if kind in CONFLICT:
            rated.append(_Rated(probability, a, b, kind, reason, observed, _sides(a, b, a.id, b.id)))
    return _choose(rated, model)


def find_likely_days(days: DayObserver, claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> list[Relation]:
    """Contradictions between the days of sentences that `relations` of `claims` have no contradiction of dates between; the likeliest
    first. A day is set against one of each other article."""
    by_id = {c.id: c for c in claims}
    judged = {frozenset((r.a, r.b)): r.kind for r in relations}
    taken, used = set[object](), set[object]()
    for relation in (r for r in relations if r.kind in CONFLICT):
        a, b = by_id[relation.a], by_id[relation.b]
        if isinstance(a.value, Period) and isinstance(b.value, Period):
            taken.add(frozenset((sentence_of(a), sentence_of(b))))
            used |= _days_of(a, b)
    rated, model = [], load_likelihoods()["day"]
    for a, b in days.candidates():
        if frozenset((sentence_of(a), sentence_of(b))) in taken or not _may_meet(a, b, around):
            continue
        if judged.get(frozenset((a.id, b.id)), Kind.INCOMPARABLE) is not Kind.INCOMPARABLE:
            continue
        observed = days.observe(a, b)
        if observed is not None and (probability := model.probability(observed)) >= LEAST["day"]:
            rated.append(_Rated(probability, a, b, Kind.CONTRADICTS, Reason.OTHER_DATE, observed, _days_of(a, b)))
    return _choose(rated, model, used)


def _days_of(a: Claim, b: Claim) -> frozenset[object]:
    """Each of two dates as a day of its article held against the other article."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    return _sides(a, b, *(v.start and v.start.date() for v in (a.value, b.value)))


def _sides(a: Claim, b: Claim, one: object, two: object) -> frozenset[object]:
    """What each of two claims tells, as that of its article held against the other article."""
    return frozenset({(one, a.article, b.article), (two, b.article, a.article)})


class _Rated(NamedTuple):
    """Two claims, how likely they contradict each other and as what, what has been observed of them, and what the contradiction takes up of
    each (`_sides`)."""

    probability: float
    a: Claim
    b: Claim
    kind: Kind
    reason: Reason
    observed: Mapping[str, float]
    sides: frozenset[object]


def _choose(rated: Iterable[_Rated], model: Likelihood, used: Iterable[object] = ()) -> list[Relation]:
    """The likeliest contradictions of which neither side is `used` yet, nor by a likelier one."""
    taken, found = {*used}, []
    for pair in sorted(rated, key=lambda r: (-r.probability, r.a.id, r.b.id)):
        if not pair.sides & taken:
            taken |= pair.sides
            found.append(Relation(pair.a.id, pair.b.id, pair.kind, pair.reason, model.gates(pair.observed)))
    return found


def find_likely_slots(slots: SlotObserver, claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> list[Relation]:
    """Contradictions between persons, and between places, of sentences that `relations` of `claims` have no such contradiction between,
    nor between the two names; the likeliest first. A name is set against one of each other article."""
    names, sentences = settled(claims, relations, around)
    model, key = load_likelihoods()["slot"], around.linker.key
    rated = []
    for a, b in slots.candidates():
        assert isinstance(a.value, Name)
        assert isinstance(b.value, Name)
        kind, pair = a.attribute.removeprefix(SLOT), frozenset((key(a.value.key), key(b.value.key)))
        if pair in names or (kind, frozenset((sentence_of(a), sentence_of(b)))) in sentences:
            continue
        observed = slots.observe(a, b)
        probability = model.probability(observed)
        if probability >= LEAST[kind]:
            sides = _sides(a, b, key(a.value.key), key(b.value.key))
            rated.append(_Rated(probability, a, b, Kind.CONTRADICTS, Reason.OTHER_NAME, observed, sides))
    return _choose(rated, model)


def _rate(observers: Observers, around: Surroundings) -> Iterator[_Pair]:
    """The pairs of sentences that are likely enough."""
    models = load_likelihoods()
    for kind, one, other in _signed(observers):
        if not _may_meet(one.claim, other.claim, around):
            continue
        if kind != "order" and (_one_came_later(one, other) or _deny_alike(one, other)):
            continue
        observed = observers.observe(kind, one, other)
        probability = models[kind].probability(observed)
        if probability >= LEAST[kind]:
            yield _Pair(probability, kind, one, other, observed)


def _signed(observers: Observers) -> Iterator[tuple[str, Statement, Statement]]:
    """Pairs of sentences that bear the sign of a kind, with the kind. What is admitted may be denied anywhere in another article: it is
    judged by who says so, and not as any denial is."""
    avowals = observers.avowals
    yield from (("avowal", *pair) for pair in avowals.candidates())
    for one, other in observers.sentences.wide_candidates():
        admitted = avowals.is_candidate(one, other) or avowals.is_candidate(other, one)
        for kind in ("order",) if admitted else ("denial", "order"):
            if _has_sign(kind, one) or _has_sign(kind, other):
                yield kind, one, other


def _has_sign(kind: str, statement: Statement) -> bool:
    """Whether a sentence negates, tells what is admitted, or sets something before or after another."""
    return any(_bears(kind, p) for p in statement.passages)


def _bears(kind: str, passage: Passage) -> bool:
    """Whether a clause bears the sign of a kind: that it negates, for admissions also that it tells one, or that it sets something
    before or after another."""
    if kind == "order":
        return passage.ordered
    return passage.negated or (kind == "avowal" and passage.avows)


def _one_came_later(one: Statement, other: Statement) -> bool:
    """Whether either of two sentences may tell what came of the other (`_came_later`)."""
    return _came_later(one, other) or _came_later(other, one)


def _came_later(one: Statement, other: Statement) -> bool:
    """Whether one tells that something has not happened yet and the other, a day or more later, tells what may have come of it."""
    told, then = one.claim.published, other.claim.published
    if told is None or then is None or (then.replace(tzinfo=None) - told.replace(tzinfo=None)).days < 1:
        return False
    pending = [word_pattern(load_cues().not_yet_in).search(t.text) is not None for t in (one, other)]
    return pending == [True, False]


def _deny_alike(one: Statement, other: Statement) -> bool:
    """Whether two sentences deny one thing: a word that both have right behind a negation, and neither in a clause that does not negate."""
    first, second = ({w for p in t.passages if p.negated for w in [*filter(tells, p.denied)][:_DENIED]} for t in (one, other))
    told = {w for t in (one, other) for p in t.passages if not p.negated for w in p.words}
    return bool((first & second) - told)


def _may_meet(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two claims are surely of one affair."""
    return gate_affair(a, b, around.linker) is None and around.linker.surely_one_affair(a.article, b.article)


def _cut(one: Statement, other: Statement, kind: str, observer: Observer) -> Claim:
    """The clauses of a sentence from the first to the last that share something with the other sentence or carry what it is set against the
    other for; of a longer stretch than `MAX_ACCOUNT` the end that shares least is left out. Where no word is shared, the clause that shares
    most characters."""
    worth = [observer.fit(one.article, p.words, other.words) + (_SIGN if _bears(kind, p) else 0.0) for p in one.passages]
    held = [k for k, value in enumerate(worth) if value] or [_most_alike(one, other, observer)]
    first, last = held[0], held[-1]
    while first < last and one.passages[last].span.end - one.passages[first].span.start > MAX_ACCOUNT:
        if worth[first] < worth[last]:
            first += 1
        else:
            last -= 1
    return one.cut(first, last)


def _most_alike(one: Statement, other: Statement, observer: Observer) -> int:
    """The number of the clause of a sentence that shares most characters with the other sentence, the first of several."""
    alike = [observer.characters_fit(one.article, "".join(sorted(p.words)), other.text) for p in one.passages]
    return alike.index(max(alike))
