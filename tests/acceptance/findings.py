"""Reading a report the way an acceptance test speaks: which two things are set against each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from factcheck.model import Claim, Finding, Level
from factcheck.report.view import Report

Side = Callable[[Claim, str], bool]
"""Whether a claim (and its sentence) is meant."""


def reported(report: Report) -> Iterator[Finding]:
    """The findings an editor is told of: level error or warning."""
    return (f for f in report.findings if f.level in {Level.ERROR, Level.WARNING})


def opposed(report: Report, finding: Finding) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that stand in two different values of a finding."""
    claims = {c.id: c for c in report.claims}
    for one, two in combinations(finding.values, 2):
        yield from ((claims[a], claims[b]) for a in one.claims for b in two.claims)


def conflicts(report: Report, one: Side, two: Side) -> list[Finding]:
    """Reported findings that set a claim of one kind against one of the other, in two articles."""
    text = {a.id: a.text for a in report.articles}

    def fits(a: Claim, b: Claim) -> bool:
        return a.article != b.article and one(a, a.sentence.of(text[a.article])) and two(b, b.sentence.of(text[b.article]))

    return [f for f in reported(report) if any(fits(a, b) or fits(b, a) for a, b in opposed(report, f))]


def quoting(pattern: str) -> Side:
    """A claim whose quote matches."""
    return lambda claim, sentence: re.search(pattern, claim.quote) is not None


def within(pattern: str, quote: str = "") -> Side:
    """A claim whose sentence matches, and its quote too."""
    return lambda claim, sentence: re.search(pattern, sentence) is not None and re.search(quote, claim.quote) is not None


def worth(low: float, *, counted: str = "") -> Side:
    """A claim with that figure; the words of its quote match `counted`."""

    def is_meant(claim: Claim, sentence: str) -> bool:
        return getattr(claim.value, "low", None) == low and re.search(counted, claim.quote) is not None

    return is_meant


def dated(year: int, months: range) -> Side:
    """A claim whose value is a time that begins within those months."""

    def is_meant(claim: Claim, sentence: str) -> bool:
        start = getattr(claim.value, "start", None)
        return start is not None and start.year == year and start.month in months

    return is_meant
