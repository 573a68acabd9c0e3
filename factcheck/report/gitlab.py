"""GitLab Code Quality: the list a merge request shows beside the changed lines.

GitLab itself tells new from known by comparing the list of the branch with that of its target, so every finding is in it but those that a
reviewer dismissed.
"""

from __future__ import annotations

import hashlib
from typing import Any

from factcheck.model import Level, State
from factcheck.report.json import dump_json
from factcheck.report.places import Places, describe_sides
from factcheck.report.text import flatten_text
from factcheck.report.view import FindingView, Report, build_view

__all__ = ["render_gitlab"]

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.INFO: "info"}


def render_gitlab(report: Report, lang: str | None = None) -> str:
    """The report as Code Quality JSON, ending in a line feed. Findings in articles that are no files have no place in it."""
    places = Places(report)
    shown = [found for found in build_view(report, lang).findings if found.finding.state is not State.DISMISSED]
    return dump_json([issue for found in shown if (issue := _describe_issue(found, places)) is not None])


def _describe_issue(found: FindingView, places: Places) -> dict[str, Any] | None:
    finding = found.finding
    place = next((place for name in places.order(found) if (place := places.find(name))), None)
    if place is None:
        return None
    seed = f"{finding.fingerprint} {finding.id}"  # GitLab drops the second of two that are alike
    return {
        "description": f"{flatten_text(found.message)} {flatten_text(describe_sides(found))}",
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": _SEVERITIES[finding.level],
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }
