"""JSON: what other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Family, Hedge, Kind, Level, Name, Order, Origin, Reason, Stance, State
from factcheck.report.json import dump_json, read_schema, render_json
from factcheck.report.view import Report

SCHEMA = read_schema()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_report_is_as_the_schema_says(report: Report) -> None:
    jsonschema.validate(report.to_dict(incomparable=True), SCHEMA)
    jsonschema.validate(json.loads(render_json(report)), SCHEMA)


def test_an_empty_report_is_as_the_schema_says() -> None:
    jsonschema.validate(Report().to_dict(), SCHEMA)


@pytest.mark.parametrize("value", [Name("海潮日報", "海潮日报", "ORG"), Order("开工", "验收")])
def test_values_of_the_other_kinds_are_as_the_schema_says(report: Report, value: Any) -> None:
    changed = replace(report, claims=tuple(replace(claim, value=value) for claim in report.claims))
    jsonschema.validate(changed.to_dict(), SCHEMA)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("claims", 0), "quote"),
        (("claims", 0, "value"), "kind"),
        (("findings", 0), "fingerprint"),
        (("relations", 0), "reason"),
        ((), "coverage"),
    ],
)
def test_the_schema_misses_what_is_missing(report: Report, path: tuple[str | int, ...], key: str) -> None:
    document = report.to_dict()
    place: Any = document
    for step in path:
        place = place[step]
    del place[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


@pytest.mark.parametrize(
    ("enum", "where"),
    [
        (Family, ("family",)),
        (Hedge, ("hedge",)),
        (Kind, ("kind",)),
        (Reason, ("reason",)),
        (Stance, ("claim", "properties", "stance")),
        (Level, ("finding", "properties", "level")),
        (State, ("finding", "properties", "state")),
        (Origin, ("period", "properties", "origin")),
    ],
)
def test_the_schema_knows_the_closed_lists(enum: type[StrEnum], where: tuple[str, ...]) -> None:
    place: Any = SCHEMA["$defs"]
    for step in where:
        place = place[step]
    assert place["enum"] == [member.value for member in enum]


def test_the_order_of_the_parts_does_not_show(report: Report, replaced: Report) -> None:
    assert render_json(report) == render_json(replaced)


def test_quotes_are_the_articles_words_at_their_offsets(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    claims = report.to_dict()["claims"]
    assert len(claims) == 5
    assert all(texts[c["article"]][c["start"] : c["end"]] == c["quote"] for c in claims)


def test_claims_stand_in_reading_order_and_findings_by_level(report: Report) -> None:
    document = report.to_dict()
    assert [article["path"] for article in document["articles"]] == ["desk/han.md", "desk/ming.txt", "desk/短讯.txt"]
    assert [claim["id"] for claim in document["claims"]] == ["c01", "c02", "c03", "c04", "c05"]
    assert [finding["level"] for finding in document["findings"]] == ["error", "warning"]


def test_incomparable_pairs_are_left_out_unless_asked_for(report: Report) -> None:
    kinds = [relation["kind"] for relation in report.to_dict()["relations"]]
    assert sorted(kinds) == ["agrees", "contradicts", "contradicts", "disputes"]
    assert "incomparable" in [relation["kind"] for relation in report.to_dict(incomparable=True)["relations"]]


def test_the_coverage_is_open(report: Report) -> None:
    strange = replace(report, coverage={"later": {"b": 2, "a": {Kind.AGREES}}, "claims": 5, "unread": (("a", None),)})
    assert strange.to_dict()["coverage"] == {"claims": 5, "later": {"a": ["agrees"], "b": 2}, "unread": [["a", None]]}


def test_nothing_in_the_text_can_act_on_a_terminal() -> None:
    text = "\x1b[31m红\x9b31m\u202e反\u2066\u200b\ufeff\x07\u2028\ud800\x7f"
    shown = dump_json({"t": text})
    assert [c for c in shown if c in "\x1b\x9b\u202e\u2066\u200b\ufeff\x07\u2028\ud800\x7f"] == []
    assert json.loads(shown) == {"t": text}
    shown.encode("utf-8")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert json.loads(dump_json([text])) == [text]
