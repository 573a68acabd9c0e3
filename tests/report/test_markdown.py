"""Markdown: read back by a Markdown parser, it says what the report says and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hostile import HOSTILE, spoil
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.report.markdown import escape_markdown, render_markdown
from factcheck.report.text import flatten_text
from factcheck.report.view import Report, build_view

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"h1", "h2", "h3", "h4", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "ul", "li", "blockquote", "mark"}


class _Reader(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(markdown: str) -> _Reader:
    reader = _Reader()
    reader.feed(PARSER.render(markdown))
    return reader


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_opens_no_tag_of_its_own(report: Report, number: int) -> None:
    plain = _read(render_markdown(build_view(report)))
    spoiled = _read(render_markdown(build_view(spoil(report, HOSTILE[number]))))
    assert {tag for tag, _ in spoiled.tags} <= OURS
    assert all(names == () for _, names in spoiled.tags)
    assert [tag for tag, _ in spoiled.tags].count("tr") == [tag for tag, _ in plain.tags].count("tr")
    assert [tag for tag, _ in spoiled.tags].count("td") == [tag for tag, _ in plain.tags].count("td")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from("\\`*_{}[]()#+-.!|~<>&$:/@=^'\" \n1a中。"), min_size=1, max_size=30))
def test_escaped_text_shows_as_itself(text: str) -> None:
    for line in (escape_markdown(text), f"- 甲 {escape_markdown(text)}", f"| {escape_markdown(text)} |\n| --- |"):
        shown = _read(line).text.strip()
        assert re.sub(r"\s+", " ", shown).removeprefix("甲 ") == flatten_text(text) or (shown == "甲" and not flatten_text(text))


@pytest.mark.parametrize("text", ["http://x.example/a", "www.x.example", "a@x.example"])
def test_nothing_becomes_a_link_by_itself(text: str) -> None:
    assert text not in escape_markdown(text)
    assert _read(escape_markdown(text)).text.strip() == text


def test_the_exact_words_are_marked(report: Report) -> None:
    assert "<mark>约38.6亿元</mark>" in render_markdown(build_view(report))


def test_a_clean_report_has_no_findings_section(report: Report) -> None:
    from dataclasses import replace

    shown = render_markdown(build_view(replace(report, findings=())))
    assert "## 核查发现" not in shown
    assert "## 读取范围" in shown
    assert shown.endswith("\n")
