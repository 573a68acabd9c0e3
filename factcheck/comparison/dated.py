"""Days of one happening in two sentences that tell one thing, where the words alone do not show that it is one happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims.lexicon import load_event_words
from factcheck.claims.place_words import load_place_words
from factcheck.comparison.happened_twice import two_who_did
from factcheck.comparison.happenings import DATE_WINDOW, PLAN_WINDOW, is_planned, lies_ahead
from factcheck.comparison.surroundings import Surroundings, sentence_of
from factcheck.comparison.times import compare_periods, days_apart
from factcheck.model import CONFLICT, Claim, Family, Kind, Period, Reason, Relation

__all__ = ["find_dated"]

RANK_OF_DAYS = 3.5
"""By how much the words that two sentences share must be worth more than what either shares with another of the other article, where
both date a happening of one listed kind: of the open corpora all such pairs were contradictions."""
CLAUSE_OF_DAYS = 1.0
"""What the words that their clauses share besides the verb must be worth where the two are taken for two happenings only because
something differs that is told of them, and the sentences are each other's best counterparts by any margin: of the open corpora all such
pairs were, too."""


def find_dated(claims: Sequence[Claim], relations: Sequence[Relation], around: Surroundings) -> Iterator[Relation]:
    """Contradictions between days told in sentences that are each other's counterparts, where `relations` have none between the two
    sentences."""
    by_id = {c.id: c for c in claims}
    settled = {
        frozenset(map(sentence_of, pair))
        for pair in ((by_id[r.a], by_id[r.b]) for r in relations if r.kind in CONFLICT)
        if all(isinstance(c.value, Period) for c in pair)
    }
    for a, b in _of_one_kind(claims, around):
        sides = frozenset((sentence_of(a), sentence_of(b)))
        if sides not in settled and around.margin(a, b) >= RANK_OF_DAYS:
            settled.add(sides)
            yield Relation(a.id, b.id, Kind.CONTRADICTS, Reason.OTHER_DATE, (("counterpart", "sentence"),))
    for relation in relations:
        a, b = by_id[relation.a], by_id[relation.b]
        sides = frozenset((sentence_of(a), sentence_of(b)))
        if sides not in settled and _only_told_otherwise(relation) and _of_one_telling(a, b, around):
            settled.add(sides)
            yield Relation(a.id, b.id, Kind.CONTRADICTS, Reason.OTHER_DATE, (("counterpart", "clause"),))


def _of_one_kind(claims: Sequence[Claim], around: Surroundings) -> Iterator[tuple[Claim, Claim]]:
    """Days of one listed kind of happening, each the only one of its kind in its sentence, that lie apart."""
    kinds = set(load_event_words().types.values()) - {"publish"}
    dated: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.family is Family.DATE and not claim.headline and claim.frame.concept in kinds and _is_plain_day(claim):
            dated[claim.attribute].append(claim)
    for attribute in sorted(dated):
        days = Counter(sentence_of(c) for c in dated[attribute])
        for a, b in combinations((c for c in dated[attribute] if days[sentence_of(c)] == 1), 2):
            if a.article == b.article or not around.linker.one_affair(a.article, b.article):
                continue
            if not two_who_did(a, b, around.linker) and a.stance is b.stance and _two_days(a, b):
                yield a, b


def _only_told_otherwise(relation: Relation) -> bool:
    """Whether two days have passed for days of one happening, but for what is told of them (体育专项测试, 术科测验)."""
    return relation.kind is Kind.INCOMPARABLE and relation.reason is Reason.OTHER_EVENT and relation.gates[-1:] == (("value", "apart"),)


def _of_one_telling(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two days are told in clauses with words in common and in sentences that are each other's counterparts; or each is the only
    day of its kind in its article and both are still to come, of which an affair has seldom two of a kind (9月1日施行, 10月1日上路)."""
    if a.article == b.article or not (_is_plain_day(a) and _is_plain_day(b)):
        return False
    gathered = {load_place_words().questions.get(c.frame.concept) for c in (a, b)} & {"hold"}  # a parade, a banquet: many are ahead
    if lies_ahead(a) and lies_ahead(b) and {a.id, b.id} <= around.sole and not gathered:
        return _two_days(a, b, PLAN_WINDOW)
    if not _two_days(a, b) or is_planned(a) != is_planned(b):
        return False
    worth = around.counterparts.worth(a.article, ({*a.frame.words} & {*b.frame.words}) - {a.frame.predicate, b.frame.predicate})
    return worth >= CLAUSE_OF_DAYS and around.margin(a, b) > 0


_LOOSE = frozenset({"another", "carried", "counted", "moved"})


def _is_plain_day(claim: Claim) -> bool:
    """Whether a date is said in so many words of what the article tells, and no finer or wider than that its day can be told."""
    marks = {*claim.scope.qualifiers}
    return isinstance(claim.value, Period) and claim.value.granularity in _DAYS and claim.value.start is not None and not marks & _LOOSE


_DAYS = frozenset({"day", "part", "hour", "minute"})


def _two_days(a: Claim, b: Claim, window: float = DATE_WINDOW) -> bool:
    """Whether the days lie apart, by no more than the window in days, and no ordinal tells two happenings of a row."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    rows = [{q for q in c.scope.qualifiers if q.startswith("#")} for c in (a, b)]
    one_day = a.value.start is not None and b.value.start is not None and a.value.start.date() == b.value.start.date()
    apart = compare_periods(a.value, b.value) == "apart" and not one_day
    return apart and rows[0] == rows[1] and days_apart(a.value, b.value) <= window
