"""The page as a file: what may run in it, what its data say, how large it gets."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from hostile import HOSTILE, spoil
from hypothesis import given, settings
from hypothesis import strategies as st
from large_report import make_large_report
from report_by_hand import make_report

from factcheck.model import Kind, Reason, Relation
from factcheck.report.html import render_html
from factcheck.report.html.data import build_data
from factcheck.report.html.page import SCRIPTS, STYLES, dump_data
from factcheck.report.view import Report


class _Page(HTMLParser):
    """The elements of a page as a browser would see them: (name, attributes, text)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", {}, ""))

    def handle_data(self, data: str) -> None:
        if self.elements:
            tag, attributes, text = self.elements[-1]
            self.elements[-1] = (tag, attributes, text + data)

    def of(self, name: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for tag, attributes, text in self.elements if tag == name]


def read_data(page: str) -> Any:
    return json.loads(_Page(page).of("script")[0][1])


def test_nothing_but_the_program_of_the_page_may_run(report: Report) -> None:
    page = _Page(render_html(report))
    (policy,) = [a["content"] for a, _ in page.of("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    allowed = dict(part.split(" ", 1) for part in str(policy).split("; "))
    assert allowed["default-src"] == "'none'"
    assert allowed["require-trusted-types-for"] == "'script'"
    (data, _), (attributes, script) = page.of("script")
    assert data == {"type": "application/json", "id": "data"}
    assert attributes == {}
    for directive, text in (("script-src", script), ("style-src", page.of("style")[0][1])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert allowed[directive] == f"'sha256-{digest}'"


def test_the_page_refers_to_nothing_outside(report: Report) -> None:
    page = render_html(report)
    program = page.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", program)
    assert not re.search(r"\b(?:src|action|srcset)=", program.split("<script", 1)[0])


@pytest.mark.parametrize("name", [*SCRIPTS, *STYLES])
def test_no_part_makes_markup_of_text_or_asks_the_network(name: str) -> None:
    text = files("factcheck.report.html").joinpath(name).read_text(encoding="utf-8")
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
    network = r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|@import|url\("
    assert not re.search(f"{markup}|{network}", text)
    assert "</" not in text, "would end the element it stands in"


@given(st.recursive(st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_data_cannot_end_its_element_and_read_back_as_they_were(data: Any) -> None:
    text = dump_data(data)
    assert not set("<>&\u2028\u2029") & set(text)
    text.encode("utf-8")
    assert json.loads(text) == data


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_hostile_text_opens_no_element(report: Report, text: str) -> None:
    plain, spoiled = (_Page(render_html(each)) for each in (report, spoil(report, text)))
    assert [(tag, set(a)) for tag, a, _ in spoiled.elements] == [(tag, set(a)) for tag, a, _ in plain.elements]


def test_both_languages_are_in_the_page_and_one_is_shown_first(report: Report) -> None:
    chinese, english = (render_html(report, lang) for lang in ("zh", "en"))
    assert '<html lang="zh-Hans">' in chinese
    assert '<html lang="en">' in english
    one, two = read_data(chinese), read_data(english)
    assert (one.pop("lang"), two.pop("lang")) == (0, 1)
    assert one == two


def test_messages_of_rules_are_told_in_both_languages(report: Report) -> None:
    said = replace(report.findings[0], translations=(("zh", "一说", "查"), ("en", "said", "check")))
    data = build_data(replace(report, findings=(said,)), "zh")
    finding = data["findings"][0]
    assert data["strings"][finding[9]] == ["一说", "said"]
    assert data["strings"][finding[10]] == ["查", "check"]


def test_the_same_report_gives_the_same_page(report: Report, replaced: Report) -> None:
    assert render_html(report) == render_html(replaced)


def test_offsets_count_as_a_browser_counts() -> None:
    report = make_report()
    shift = "😀𠀀"
    articles = tuple(replace(a, text=shift + a.text) for a in report.articles)
    move = len(shift)
    claims = tuple(
        replace(
            c,
            span=replace(c.span, start=c.span.start + move, end=c.span.end + move),
            sentence=replace(c.sentence, start=c.sentence.start + move, end=c.sentence.end + move),
        )
        for c in report.claims
    )
    data = build_data(replace(report, articles=articles, claims=claims), "zh")
    texts = [data["strings"][article[6]].encode("utf-16-le") for article in data["articles"]]
    quotes = {c.quote for c in claims}
    found = {texts[c[0]][2 * c[1] : 2 * c[2]].decode("utf-16-le") for c in data["claims"]}
    assert found == quotes


def test_every_number_of_the_data_points_at_something(report: Report) -> None:
    data = build_data(report, "zh")
    strings = len(data["strings"])
    for finding in data["findings"]:
        assert all(0 <= number < strings for number in (*finding[:11], finding[15]))
        for label, support, claims in finding[11]:
            assert label < strings
            assert support < strings
            assert all(0 <= claim < len(data["claims"]) for claim in claims)
        assert all(0 <= relation < len(data["relations"]) for relation in finding[12])
        assert {point[0] for point in finding[13]} <= {claim for value in finding[11] for claim in value[2]}
    for relation in data["relations"]:
        assert relation[4] < len(data["gates"])


def test_updates_are_told_as_the_history_of_a_fact() -> None:
    report = make_report()
    updates = Relation("c01", "c03", Kind.UPDATES, Reason.UPDATE_OVER_TIME)
    data = build_data(replace(report, relations=(updates, Relation("c01", "c05", Kind.AGREES, Reason.SAME_VALUE)), findings=()), "zh")
    ((names, claims, timeline),) = data["histories"]
    assert [data["strings"][name] for name in names] == ["青屿港扩建工程", "总投资"]
    told = [data["claims"][claim] for claim in claims]
    assert len(told) == 3
    assert [point[3] for point in timeline] == ["2031-03-06", "2031-03-09"]
    assert build_data(report, "zh")["histories"] == []


def test_a_large_report_stays_small_and_holds_each_text_once() -> None:
    report = make_large_report(articles=50, findings=500)
    page = render_html(report)
    data = read_data(page)
    assert len(data["findings"]) == 500
    texts = [text for text in data["strings"] if isinstance(text, str)]
    assert len(texts) == len(set(texts))
    assert len(page.encode()) < 1_500_000, "5,000 findings in 500 articles are to stay under 15 MB"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_a_notebook_shows_hostile_text_as_text(report: Report, text: str) -> None:
    tags = {tag for tag, _, _ in _Page(spoil(report, text)._repr_html_()).elements}
    assert {tag.removeprefix("/") for tag in tags} <= {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert not set("\u202e\x1b\x00") & set(spoil(report, text)._repr_html_())
