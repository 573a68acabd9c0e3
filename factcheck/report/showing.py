"""What a rule leaves out of a place: information it does not show there. Errors and warnings are never left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from factcheck.report.view import Report

__all__ = ["show_in"]


def show_in(report: Report, place: str) -> Report:
    """The report as a place of `model.SHOWN` shows it; `withheld` counts, by rule, what it holds besides."""
    kept = tuple(finding for finding in report.findings if finding.shows_in(place))
    if len(kept) == len(report.findings):
        return report
    left = Counter(finding.rule for finding in report.findings if not finding.shows_in(place))
    return replace(report, findings=kept, withheld=dict(sorted(left.items())))
