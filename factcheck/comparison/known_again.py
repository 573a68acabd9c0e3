"""Values that two articles of one affair both tell, known again however differently the articles put what they say of them.

The gates and the weighing ask whether the words of two claims fit each other, because two values that differ must be of one fact to be a
contradiction. Two values that are the same need less: nobody tells 2187.5万 twice in one affair by chance. How much a value tells by itself
decides how much its words must add, and so does whether each of the two articles tells it in one place only: of 109 pairs of figures of
two digits that share no word but are each told once, all but eight are one fact (open corpora), and so are nearly all spans of time that
one article tells in years and the other in months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from factcheck.alignment.similarity import noun_similarity, same_predicate, shared_words
from factcheck.comparison.likeness import shared_phrases
from factcheck.comparison.quantities import compare_quantities, same_dimension
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import is_firm, overlap_in_time
from factcheck.mentions.slips import digits_of, is_call_number, number_told
from factcheck.model import Claim, Kind, Quantity, Reason, Relation, Stance

__all__ = ["find_known_again"]

SURE = 4
"""Telling digits from which on a figure is known again whatever is said of it."""
TELLING = 3
"""Telling digits from which on it is known again unless its words are of two things."""
NEVER = 99
LARGE = Decimal(10000)
"""Size from which on a round figure tells as much as one with a digit more: 36亿 of one affair is one amount."""
CONVERTED = Decimal("0.02")
"""Share by which a converted figure may miss the other, by no more than its last digit: six nautical miles are eleven kilometres."""
FEW = 20
"""Figures of an article beyond which one of two digits may be met by chance: twice what an article of the corpora tells, less than most
long reports do."""
_OPEN = {Kind.INCOMPARABLE}
_EXCLUSIVE = {"casualties", "vote", "sport", "person"}
"""Groups of the attribute lexicon of which two entries often have one figure by chance."""
_SAID = {Stance.ASSERTS, Stance.OPINES, Stance.UNCONFIRMED}
_OWNERS = {"PER", "ORG", "PRODUCT"}


def find_known_again(
    pairs: Iterable[tuple[Claim, Claim]], relations: Mapping[frozenset[str], Relation], around: Surroundings
) -> Iterator[Relation]:
    """Agreements of figures that nothing else has related. `relations`: what was found so far, by the ids of the two claims."""
    once = _Once(around)
    for a, b in pairs:
        if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or a.article == b.article:
            continue
        relation = relations.get(frozenset((a.id, b.id)))
        if (relation is not None and relation.kind not in _OPEN) or not around.linker.one_affair(a.article, b.article):
            continue
        if a.value.dimension == b.value.dimension == "score":
            if _one_score(a, b, around):
                yield Relation(a.id, b.id, Kind.AGREES, Reason.SAME_VALUE, (("score", "pass"),))
            continue
        if not _one_amount(a.value, b.value):
            continue
        telling = max(map(_telling, (a.value, b.value))) if a.value.unit != b.value.unit else _telling(a.value)
        against, common = _speaks_against(a, b, around), _common(a, b)
        one_kind = bool(a.frame.concept) and a.frame.concept == b.frame.concept and "count" not in {a.value.dimension, b.value.dimension}
        if telling >= TELLING:
            needed = 0
        elif telling == 2:
            needed = 1 if _is_odd(a.value, b.value) else 2
        else:
            needed = 3 if telling == 1 and one_kind else NEVER
        if needed > 0 and once.tells(a) and once.tells(b):
            needed = min(needed, _needed_of_single(a.value, b.value, telling, few=once.tell_few(a, b)))
        if telling >= SURE or (common >= needed and not against):
            steps = (("telling", f"{telling:+d}"), ("common", f"{common:+d}"))
            yield Relation(a.id, b.id, Kind.AGREES, Reason.SAME_VALUE if a.value.unit == b.value.unit else Reason.CONVERTED, steps)


def _needed_of_single(a: Quantity, b: Quantity, telling: int, *, few: bool) -> int:
    """What the words of two equal figures must have in common where each article tells the figure in one place only. `few`: there are so
    few figures in the two articles that two digits seldom meet by chance."""
    if a.unit != b.unit:
        return 0 if telling and a.dimension == b.dimension == "time" else NEVER  # 七年, 84个月
    if telling == 2:
        return 0 if few and a.dimension != "share" else 1
    return NEVER if telling == 0 else 3 if a.dimension != "share" else 1 if few else 2


class _Once:
    """Which figures an article tells in one sentence of its text only, whatever it says of them there."""

    def __init__(self, around: Surroundings) -> None:
        self._figures = around.figures
        self._known: dict[str, bool] = {}

    def tells(self, claim: Claim) -> bool:
        if claim.id not in self._known:
            assert isinstance(claim.value, Quantity)
            alike = (c for c in self._figures.get(claim.article, ()) if isinstance(c.value, Quantity) and not c.headline)
            value = claim.value
            places = {c.sentence.start for c in alike if isinstance(c.value, Quantity) and _one_amount(c.value, value)}
            self._known[claim.id] = len(places - {claim.sentence.start}) == 0
        return self._known[claim.id]

    def tell_few(self, a: Claim, b: Claim) -> bool:
        """Whether two articles have so few figures between them that two of two digits seldom meet by chance."""
        return len(self._figures.get(a.article, ())) * len(self._figures.get(b.article, ())) <= FEW * FEW


def _one_amount(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are the same number of what may be the same unit: converted, or one of them without a unit (8.6亿元, 8.6个亿)."""
    one, two = number_told(a), number_told(b)
    if one is None or two is None or "score" in {a.dimension, b.dimension}:
        return False
    if same_dimension(a, b) and a.dimension == b.dimension:
        if a.unit == b.unit or a.factor is None or b.factor is None:
            return abs(one) == abs(two)
        apart, steps = abs(one * a.factor - two * b.factor), (a.step * a.factor, b.step * b.factor)
        return compare_quantities(a, b).equal or apart <= min(CONVERTED * abs(one * a.factor), max(steps))
    loose = {"number", "count"}
    bare = "number" in {a.dimension, b.dimension} and {a.dimension, b.dimension} <= {"number", "count", "money"}
    generic = "unit" in {a.unit, b.unit} and len(digits_of(a)) >= TELLING  # 15600个飞行小时
    return abs(one) == abs(two) and (bare or generic or {a.dimension, b.dimension} <= loose)


def _one_score(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two equal scores are of one match: told of one side by name, and at no two times."""
    one, two = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if (one.low, one.high, one.per) != (two.low, two.high, two.per) or one.low is None:
        return False
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and not overlap_in_time(pa, pb):
        return False
    named = [tuple(k for k in (c.subject, *c.frame.participants) if around.linker.type(k) in {"ORG", "GPE", "PER"}) for c in (a, b)]
    return around.linker.any_same(*named)


def _telling(value: Quantity) -> int:
    """The digits of a figure without the noughts at its end, one more for a large one."""
    digits, number = digits_of(value), number_told(value)
    if number is None or value.dimension in {"age", "rank"}:
        return 0
    if value.dimension == "time":
        return len(digits)
    if is_call_number(value):
        return 0
    return len(digits) + (1 if abs(number) >= LARGE else 0)


def _is_odd(a: Quantity, b: Quantity) -> bool:
    """Whether two counts have one measure word or none of their own, and no round number: 78名, 78个."""
    number = number_told(a)
    return a.dimension == b.dimension == "count" and number is not None and number > 20 and number % 5 != 0


def _common(a: Claim, b: Claim) -> int:
    """What the words of two figures have in common: noun, verb, words, pairs of characters."""
    fa, fb = a.frame, b.frame
    points = 2 if fa.concept and fa.concept == fb.concept else 0
    nouns = noun_similarity(fa.noun, fb.noun)
    points += 2 if nouns is not None and nouns >= 0.5 else 0
    points += 1 if same_predicate(fa.predicate, fb.predicate) else 0
    points += min(2, shared_words(fa.words, fb.words))
    points += 1 if a.subject and a.subject == b.subject else 0
    return points + min(2, len(shared_phrases(fa.wording, fb.wording)))


def _speaks_against(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether what is said of two equal figures is of two things."""
    if (a.stance is Stance.DENIES) != (b.stance is Stance.DENIES) or (a.stance in _SAID) != (b.stance in _SAID):
        return True
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and is_firm(pa) and is_firm(pb) and not overlap_in_time(pa, pb):
        return True
    if "from" in {*a.scope.qualifiers} ^ {*b.scope.qualifiers}:
        return True
    one, two = a.frame.concept, b.frame.concept
    if one and two and one != two and {one.partition(".")[0], two.partition(".")[0]} & _EXCLUSIVE:
        return True
    owners = all(c.subject_text and around.linker.type(c.subject) in _OWNERS for c in (a, b))
    return owners and not around.linker.related(a.subject, b.subject)
