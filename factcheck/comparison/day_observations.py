"""What can be observed of two days of two articles beside their sentences (`observations`): how their clauses fit, how far the days lie
apart, who else tells them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.alignment.similarity import same_predicate
from factcheck.comparison.happenings import fact_stance, lies_ahead
from factcheck.comparison.observations import OBSERVED, Observer, content_words, loose_meanings
from factcheck.comparison.surroundings import sentence_of
from factcheck.comparison.times import compare_periods
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


class DayObserver:
    """Holds the days of all articles against each other."""

    def __init__(self, observer: Observer, claims: Sequence[Claim]) -> None:
        """`observer`: of the sentences; `claims`: of all articles, of which those are taken that tell the day on which something was."""
        self._observer = observer
        self._of: dict[str, list[Claim]] = defaultdict(list)
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._tellers: dict[date, set[str]] = defaultdict(set)
        self._first: dict[str, int] = {}
        told = set[tuple[str, int, date]]()
        for claim in claims:
            if not claim.headline:
                self._first[claim.article] = min(self._first.get(claim.article, claim.sentence.start), claim.sentence.start)
            day = _day_of(claim)
            if day is None:
                continue
            self._of[claim.article].append(claim)
            self._in[sentence_of(claim)].append(claim)
            self._tellers[day].add(claim.article)
            told.add((claim.article, claim.sentence.start, day))
        self._told = Counter((article, day) for article, _, day in told)

    def candidates(self) -> Iterator[tuple[Claim, Claim]]:
        """Days that differ, in sentences of two articles that are near each other (`Observer.candidates`)."""
        for one, other in self._observer.candidates():
            for a in self._in.get(sentence_of(one.claim), ()):
                for b in self._in.get(sentence_of(other.claim), ()):
                    if _may_differ(a, b):
                        yield a, b

    def observe(self, a: Claim, b: Claim) -> dict[str, float] | None:
        """The observations of two days of two articles by name (`DAY_OBSERVED`), None where a sentence is not known. Symmetric."""
        one, other = self._observer.statement(*sentence_of(a)), self._observer.statement(*sentence_of(b))
        days = _day_of(a), _day_of(b)
        if one is None or other is None or days[0] is None or days[1] is None:
            return None
        fit = self._fit(a, b)
        margins = fit - self._rival(a, b), fit - self._rival(b, a)
        thirds = [self._tellers[day] - {a.article, b.article} for day in days if day is not None]
        here = (b.article in self._tellers[days[0]], a.article in self._tellers[days[1]])
        own = self._told[a.article, days[0]], self._told[b.article, days[1]]
        times = [_clock_of(c) for c in (a, b)]
        verbs = a.frame.predicate, b.frame.predicate
        ago = [(c.published.date() - day).days if c.published and day else 0 for c, day in zip((a, b), days, strict=True)]
        return {
            **self._observer.observe(one, other),
            "fit": fit,
            "fit_margin": min(margins),
            "other_fit_margin": max(margins),
            "days": float(abs((days[0] - days[1]).days)),
            "same_clock": float(times[0] == times[1] != ""),
            "clocks": float(sum(map(bool, times))),
            "same_predicate": float(bool(same_predicate(*verbs))) if all(verbs) else 0.0,
            "predicate_meaning": float(bool(loose_meanings(verbs[0]) & loose_meanings(verbs[1]))),
            "same_concept": float(a.frame.concept == b.frame.concept != ""),
            "same_attribute": float(a.attribute == b.attribute),
            "same_subject": float(a.subject == b.subject != ""),
            "told_by_thirds": float(max(map(len, thirds))),
            "told_by_thirds_least": float(min(map(len, thirds))),
            "told_here": float(sum(here)),
            "told_least": float(min(own)),
            "told_most": float(max(own)),
            "stances_differ": float(fact_stance(a, b) is not None),
            "said": float(sum(c.attribute == "said|said" for c in (a, b))),
            "ahead": float(lies_ahead(a) + lies_ahead(b)),
            "past": float(sum("past" in c.scope.qualifiers for c in (a, b))),
            "rows_differ": float(_rows(a) != _rows(b)),
            "leads": float(sum(c.sentence.start == self._first.get(c.article) for c in (a, b))),
            "before_publication": float(max(ago)),
            "before_publication_least": float(min(ago)),
        }

    def _fit(self, a: Claim, b: Claim) -> float:
        return self._observer.fit(min(a.article, b.article), content_words(a), content_words(b))

    def _rival(self, a: Claim, b: Claim) -> float:
        """How well a day fits another one in the article of the second."""
        return max((self._fit(a, c) for c in self._of[b.article] if _day_of(c) != _day_of(b)), default=0.0)


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


def _may_differ(a: Claim, b: Claim) -> bool:
    """Whether two dates are surely of two days that are not too far apart."""
    assert isinstance(a.value, Period)
    assert isinstance(b.value, Period)
    one, two = _day_of(a), _day_of(b)
    if one is None or two is None or one == two or abs((one - two).days) > FURTHEST:
        return False
    return compare_periods(a.value, b.value) == "apart"


def _rows(claim: Claim) -> frozenset[str]:
    """Which of a row of occasions a claim is told of (首站, 第二轮)."""
    return frozenset(q for q in claim.scope.qualifiers if q.startswith(("nth:", "#")))
