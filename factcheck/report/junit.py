"""JUnit XML as Jenkins, GitLab and others read it (the schema of Jenkins' xUnit plugin).

One suite; a case for every finding, which fails when it is new or changed and of level error or warning; an error for every input that
could not be read; and one case that says what was read, so that a clean run is not an empty one.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from factcheck.model import Level
from factcheck.report.places import OPEN_STATES, describe_sides
from factcheck.report.text import flatten_text, make_visible
from factcheck.report.view import FindingView, Report, build_view

__all__ = ["render_junit"]

# What XML 1.0 cannot hold (line ends and tabs it can).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report, lang: str | None = None) -> str:
    """The report as JUnit XML text, ending in a line feed."""
    view = build_view(report, lang)
    failures = sum(1 for found in view.findings if _fails(found))
    skipped = sum(1 for found in view.findings if not _fails(found))
    errors = len(report.errors) + (not report.claims)
    cases = [_describe_reading(report, view.verdict)]
    cases += [_describe_error(str(error)) for error in report.errors]
    cases += [_describe_finding(found) for found in view.findings]
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="factcheck" {counts}>']
    lines += [f'  <testsuite name="factcheck" {counts} skipped="{skipped}">', *cases, "  </testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


def _fails(found: FindingView) -> bool:
    return found.finding.state in OPEN_STATES and found.finding.level is not Level.INFO


def _describe_reading(report: Report, verdict: str) -> str:
    content = f"\n      <system-out>{_text(verdict)}</system-out>\n    "
    if not report.claims:
        content = f'\n      <error type="nothing-compared" message={_attribute(verdict)}></error>\n    '
    name = _attribute(f"{len(report.articles)} articles, {len(report.claims)} claims")
    return f'    <testcase classname="factcheck.reading" name={name}>{content}</testcase>'


def _describe_error(told: str) -> str:
    error = f'<error type="unread" message={_attribute(told)}></error>'
    return f'    <testcase classname="factcheck.reading" name={_attribute(told)}>\n      {error}\n    </testcase>'


def _describe_finding(found: FindingView) -> str:
    finding = found.finding
    lines = [found.message, describe_sides(found), finding.fingerprint]
    lines += [f"{item.where} {item.outlet} {item.date} 〖{item.quote}〗" for value in found.values for item in value.evidence]
    if _fails(found):
        told = "\n".join(flatten_text(line) for line in lines)
        content = f"<failure type={_attribute(finding.level.value)} message={_attribute(found.message)}>{_text(told)}</failure>"
    else:
        content = f"<skipped type={_attribute(finding.state.value)} message={_attribute(f'{found.state}: {found.message}')}></skipped>"
    name = _attribute(f"{found.fact or finding.rule} ({finding.id})")
    return f"    <testcase classname={_attribute(f'factcheck.{finding.rule}')} name={name}>\n      {content}\n    </testcase>"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", make_visible(text)))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", flatten_text(text)))
