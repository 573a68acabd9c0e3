"""What can be observed of two days of two articles beside their sentences (`observations`): how their clauses fit, how far the days lie
apart, who else tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from factcheck.alignment.similarity import same_predicate
from factcheck.comparison.happenings import fact_stance, lies_ahead, row_of
from factcheck.comparison.observations import OBSERVED, Observer, loose_meanings
from factcheck.comparison.times import compare_periods
from factcheck.comparison.value_observations import ValueObserver
from factcheck.model import Claim, Family, Period

__all__ = ["DAY_OBSERVED", "DayObserver"]

DAY_OBSERVED = (
    *OBSERVED,
    "fit",
    "fit_margin",
    "other_fit_margin",
    "days",
    "same_clock",
    "clocks",
    "same_predicate",
    "predicate_meaning",
    "same_concept",
    "same_attribute",
    "same_subject",
    "told_by_thirds",
    "told_by_thirds_least",
    "told_here",
    "told_least",
    "told_most",
    "stances_differ",
    "said",
    "ahead",
    "past",
    "rows_differ",
    "leads",
    "before_publication",
    "before_publication_least",
)
"""Names of the observations. `fit`: what the words of the two clauses share; `fit_margin`, `other_fit_margin`: how much more than with
another day in the other article; `days`: how many lie between the two; `clocks`: how many are told with an hour; `told_by_thirds`: how
many third articles tell either day, the one told more first; `told_here`: how many of the two the other article tells as well;
`told_least`, `told_most`: how often each article tells its own; `said`: how many are the day on which something was said; `ahead`: how many
lie after their article; `leads`: how many stand in the first sentence of the text; `before_publication`: how many days before its article
either lies."""
FURTHEST = 62
"""Most days between two that are set against each other: what lies further apart is told of two occasions, or is a slip of the year."""
_PLAIN = frozenset({"date", "from", "said"})
"""Roles of a date that tells when something was; not until when, or as of when, it is so."""
_CLOCK = frozenset({"second", "minute", "hour", "part"})


class DayObserver(ValueObserver):
    """Holds the days of all articles against each other."""

    def __init__(self, observer: Observer, claims: Sequence[Claim]) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which those are taken that tell the day on which something was."""
        dated = [c for c in claims if _day_of(c) is not None]
        super().__init__(observer, dated)
        self._told = Counter((article, day) for article, _, day in {(c.article, c.sentence.start, _day_of(c)) for c in dated})
        self._first: dict[str, int] = {}
        for claim in (c for c in claims if not c.headline):
            self._first[claim.article] = min(self._first.get(claim.article, claim.sentence.start), claim.sentence.start)

    def observe(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """The observations of two days of two articles by name (`DAY_OBSERVED`), None where a sentence is not known. Symmetric."""
        one, two = _day_of(a), _day_of(b)
        if one is None or two is None or (found := self._hold(a, b)) is None:
            return None
        own = self._told[a.article, one], self._told[b.article, two]
        times = [_clock_of(c) for c in (a, b)]
        verbs = a.frame.predicate, b.frame.predicate
        ago = [(c.published.date() - day).days if c.published else 0 for c, day in ((a, one), (b, two))]
        return {
            **found,
            "days": float(abs((one - two).days)),
            "same_clock": float(times[0] == times[1] != ""),
            "clocks": float(sum(map(bool, times))),
            "same_predicate": float(bool(same_predicate(*verbs))) if all(verbs) else 0.0,
            "predicate_meaning": float(bool(loose_meanings(verbs[0]) & loose_meanings(verbs[1]))),
            "told_least": float(min(own)),
            "told_most": float(max(own)),
            "stances_differ": float(fact_stance(a, b) is not None),
            "said": float(sum(c.attribute == "said|said" for c in (a, b))),
            "ahead": float(lies_ahead(a) + lies_ahead(b)),
            "past": float(sum("past" in c.scope.qualifiers for c in (a, b))),
            "rows_differ": float(row_of(a) != row_of(b)),
            "leads": float(sum(c.sentence.start == self._first.get(c.article) for c in (a, b))),
            "before_publication": float(max(ago)),
            "before_publication_least": float(min(ago)),
        }

    def _value(self, claim: Claim) -> Hashable:
        return _day_of(claim)

    def _may_differ(self, a: Claim, b: Claim) -> bool:
        """Whether two dates are surely of two days that are not too far apart."""
        one, two = _day_of(a), _day_of(b)
        if one is None or two is None or one == two or abs((one - two).days) > FURTHEST:
            return False
        return isinstance(a.value, Period) and isinstance(b.value, Period) and compare_periods(a.value, b.value) == "apart"

    def _rivals(self, a: Claim, b: Claim) -> Iterable[Claim]:
        """The other days."""
        return (c for c in self._of[b.article] if _day_of(c) != _day_of(b))


def _day_of(claim: Claim) -> date | None:
    """The day that a claim tells something of; None where it tells no one day, or of what is until, or as of, it."""
    period = claim.value
    if claim.family is not Family.DATE or not isinstance(period, Period) or claim.attribute.rpartition("|")[2] not in _PLAIN:
        return None
    if period.start is None or period.granularity not in {"day", *_CLOCK}:
        return None
    return period.start.date()


def _clock_of(claim: Claim) -> str:
    """The time of the day to the minute, "" where none is told."""
    period = claim.value
    if not isinstance(period, Period) or period.start is None or period.granularity not in _CLOCK - {"part"}:
        return ""
    return period.start.strftime("%H:%M")
