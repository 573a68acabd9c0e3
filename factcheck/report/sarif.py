"""SARIF 2.1.0 (OASIS), as code scanning services read it.

One result a finding. Its first location is in the article a change is about, the other claims are related locations, which the message
links to. Columns are Unicode code points. Texts from outside are made harmless, and what SARIF would take for a link is escaped.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck import __version__
from factcheck.model import Level, State
from factcheck.report.json import dump_json
from factcheck.report.messages import Messages
from factcheck.report.places import Place, Places
from factcheck.report.text import flatten_text, make_visible
from factcheck.report.view import Evidence, FindingView, Report, build_view

__all__ = ["render_sarif"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_BASELINE = {State.NEW: "new", State.CHANGED: "updated", State.EXPANDED: "updated"}
_LINK_MARKS = re.compile(r"([\\\[\]])")


def render_sarif(report: Report, lang: str | None = None) -> str:
    """The report as SARIF text, ending in a line feed."""
    view = build_view(report, lang)
    places = Places(report)
    rules = sorted({found.finding.rule for found in view.findings} | set(report.rule_names))
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": __version__,
                "semanticVersion": _semantic(__version__),
                "rules": [_describe_rule(rule, report, view.messages) for rule in rules],
            }
        },
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors and bool(report.claims),
                "toolExecutionNotifications": [{"level": "error", "message": {"text": _escape(str(error))}} for error in report.errors],
            }
        ],
        "results": [_describe_result(found, rules.index(found.finding.rule), places, view.messages) for found in view.findings],
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _semantic(version: str) -> str:
    return version if re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", version) else re.sub(r"^(\d+(?:\.\d+){0,2}).*", r"\1", version)


def _describe_rule(rule: str, report: Report, messages: Messages) -> dict[str, Any]:
    chinese, english = report.rule_names.get(rule, (rule, rule))
    name = flatten_text(english if messages.lang == "en" else chinese)
    levels = [finding.level for finding in report.findings if finding.rule == rule]
    level = min(levels, key=list(Level).index) if levels else Level.WARNING
    return {
        "id": rule,
        "name": flatten_text(english),
        "shortDescription": {"text": name},
        "fullDescription": {"text": name},
        "help": {"text": messages("sarif.help", rule=rule)},
        "defaultConfiguration": {"level": _LEVELS[level]},
        "properties": {
            "tags": ["facts"],
            "problem.severity": "recommendation" if level is Level.INFO else level.value,
            "precision": "high",
        },
    }


def _describe_result(found: FindingView, index: int, places: Places, messages: Messages) -> dict[str, Any]:
    finding = found.finding
    evidence = {item.claim: item for value in found.values for item in value.evidence}
    order = places.order(found)
    located = [(name, place) for name in order if (place := places.find(name)) is not None]
    related = {name: number for number, (name, _) in enumerate(located[1:], start=1)}
    digest = finding.fingerprint.rpartition(":")[2]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": _tell(found, related)},
        "locations": [_locate(*located[0], evidence)] if located else [],
        "relatedLocations": [
            {"id": related[name], "message": {"text": _name(evidence[name])}, **_locate(name, place, evidence)}
            for name, place in located[1:]
        ],
        # The first is what code scanning of GitHub follows an alert by; it wants no more than a stable text.
        "partialFingerprints": {
            "primaryLocationLineHash": f"{digest[:32]}:1",
            f"factcheck/{finding.fingerprint.partition(':')[0]}": digest,
        },
        "baselineState": _BASELINE.get(finding.state, "unchanged"),
        "properties": {"state": finding.state.value, "family": finding.family.value, "findingId": finding.id},
    }
    if finding.state is State.DISMISSED:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": found.state}]
    return result


def _tell(found: FindingView, related: dict[str, int]) -> str:
    """The message, then every value with its outlets, each linked to its place."""
    sides = []
    for value in found.values:
        said = ", ".join(
            f"[{_escape(_name(item))}]({related[item.claim]})" if item.claim in related else _escape(_name(item)) for item in value.evidence
        )
        sides.append(f"{_escape(value.label)}: {said}")
    text = _escape(found.message) + "\n" + "\n".join(sides)
    return text + (f"\n{_escape(found.advice)}" if found.advice else "")


def _name(item: Evidence) -> str:
    return " ".join(part for part in (item.outlet, item.date) if part)


def _locate(name: str, place: Place, evidence: dict[str, Evidence]) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line}
    if place.exact:
        region |= {
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "charOffset": place.offset,
            "charLength": place.length,
        }
    region["snippet"] = {"text": make_visible(evidence[name].quote)}
    artifact = {"uri": place.uri} if place.uri.startswith("file:") else {"uri": place.uri, "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _escape(text: str) -> str:
    return _LINK_MARKS.sub(r"\\\1", flatten_text(text))
