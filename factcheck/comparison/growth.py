"""Whether two figures of what grows or changes by the day may be an earlier and a later state of it, or are two accounts of one state.

A paper that tells how far something has come says so: 截至, 已, 增至, 仍, 目前. Where the later of two reports has no such word and no time
as of which it holds, it tells how many there were, as the earlier one does (共抓获14名嫌疑人, 共拘捕17人). For arrests, seizures and
crowds that is so from one day to the next, and longer where a third paper, later than both, tells the first figure again. Those hurt
or trapped are counted further for days, told so or not: there the later figure must be told by one paper alone besides (17 trapped, 19,
and 17 again in the end). A death toll is repeated for days when it is old.
"""

from __future__ import annotations

import re

from factcheck.claims.cues import load_cues, word_pattern
from factcheck.comparison.measures import published_at
from factcheck.comparison.quantities import compare_quantities
from factcheck.comparison.surroundings import Surroundings
from factcheck.comparison.times import days_apart, overlap_in_time
from factcheck.model import Claim, Family, Hedge, Quantity

__all__ = ["PART_SHARE", "is_one_state"]

PART_SHARE = 0.3
"""A figure under three tenths of another counts a part of it (one airline's, one district's) or another thing."""

_COUNTED_ON = frozenset({"casualties", "disaster", "health"})
"""Groups of the attribute lexicon whose figures are counted further for days."""
_TOLL = frozenset({"casualties.dead", "casualties.missing"})
"""Of these papers repeat an old figure for days, whatever others know."""
NEXT_DAY = 1.5
"""Days between two reports that tell of one day's work: the next morning's paper and the evening's after it. Of the pairs of the open
corpora that these rules take for one state, 17 of 19 are contradictions, one is of two sources and one of two days."""
_COMES_TO = re.compile(r"[已仍尚还再又增升涨扩至]|[变改]为|变成|最终|全部|更新|修正|调整|当时|那时")
"""Words by which a figure is that of a stage: how far it has come, what is left, what it was at an earlier time."""


def is_one_state(a: Claim, b: Claim, around: Surroundings) -> bool:
    """Whether two figures that do not meet tell of one state (see above). Both exact and above nought. Symmetric."""
    sizes = _plain_size(a), _plain_size(b)
    if not all(sizes) or min(sizes) < PART_SHARE * max(sizes) or any(_tells_stage(c) for c in (a, b)):
        return False
    pa, pb = a.scope.period, b.scope.period
    if pa is not None and pb is not None and not overlap_in_time(pa, pb):
        return False
    one, two = published_at(a), published_at(b)
    if one is None or two is None or one.start is None or two.start is None:
        return False
    groups = {c.frame.concept.partition(".")[0] for c in (a, b)}
    if Family.CHANGE in {a.family, b.family}:
        groups = set()  # by how much it rose or fell in a stretch is over with the stretch
    early, late = (a, b) if one.start <= two.start else (b, a)
    if groups & _COUNTED_ON:
        toll = any(c.frame.concept in _TOLL for c in (a, b))
        return not toll and _is_alone(late, around) and _is_told_again(early, late, around)
    return days_apart(one, two) <= NEXT_DAY or _is_told_again(early, late, around)


def _plain_size(claim: Claim) -> float:
    """A figure that is one number, told of no moment and as no goal of a change, in its base unit; 0 where it is not."""
    value = claim.value
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high or value.hedge in _BOUNDS:
        return 0.0
    return float(value.low) * float(value.factor or 1) if claim.as_of is None and "to" not in claim.scope.qualifiers else 0.0


_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.OVER, Hedge.AT_MOST})


def _tells_stage(claim: Claim) -> bool:
    """Whether the clause of a figure says that it is that of a stage, or of an earlier occasion."""
    cues, told = load_cues(), claim.frame.wording
    return any(word_pattern(words).search(told) for words in (cues.cumulative_in, cues.before_in)) or _COMES_TO.search(told) is not None


def _is_alone(late: Claim, around: Surroundings) -> bool:
    """Whether no other article tells the figure of a claim of the same measure."""
    return not any(c.article != late.article and _tells_same(c, late) for c in around.reported.get(late.attribute, ()))


def _is_told_again(early: Claim, late: Claim, around: Surroundings) -> bool:
    """Whether a third article that appeared after both tells the earlier figure of the same measure."""
    after = published_at(late)
    for other in (c for attribute in {early.attribute, late.attribute} for c in around.reported.get(attribute, ())):
        when = published_at(other)
        if other.article in {early.article, late.article} or when is None or after is None or when.start is None or after.start is None:
            continue
        if when.start > after.start and _tells_same(other, early):
            return True
    return False


def _tells_same(a: Claim, b: Claim) -> bool:
    """Whether two claims of one measure tell one figure in one unit."""
    one, two = a.value, b.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and one.unit == two.unit and compare_quantities(one, two).equal
