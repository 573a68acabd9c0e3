"""The report made by hand, and the same with its parts in another order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_by_hand import make_report

from factcheck.report.view import Report


@pytest.fixture
def report() -> Report:
    return make_report()


@pytest.fixture
def replaced(report: Report) -> Report:
    """Outputs must not notice the difference."""
    return replace(
        report, articles=report.articles[::-1], claims=report.claims[::-1], relations=report.relations[::-1], findings=report.findings[::-1]
    )
