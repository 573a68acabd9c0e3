"""The terminal: nothing wider than the screen, nothing that acts on it, nothing taken for markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hostile import HOSTILE, spoil
from hypothesis import given, settings
from hypothesis import strategies as st
from report_by_hand import make_report
from rich.cells import cell_len

from factcheck.model import ValueGroup
from factcheck.report.messages import load_messages
from factcheck.report.terminal import render_finding, render_gates, render_terminal
from factcheck.report.view import Report, build_view

# Any control but the line end, any mark that changes direction, any lone surrogate.
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _everything(report: Report, width: int, lang: str = "zh", ruled: bool = True) -> str:
    view = build_view(report, lang)
    shown = [render_terminal(view, width=width, verbose=True, ruled=ruled)]
    for finding in view.findings:
        shown.append(render_finding(finding, view.messages, width=width, ruled=ruled))
        shown.append(render_gates(finding, view.messages, width=width))
    return "\n".join(shown)


@pytest.mark.parametrize("width", [24, 40, 63, 64, 80, 100, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(report: Report, width: int, lang: str) -> None:
    assert max(cell_len(line) for line in _everything(report, width, lang).splitlines()) <= width


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("width", [40, 80])
def test_hostile_text_is_harmless_and_keeps_the_width(report: Report, number: int, width: int) -> None:
    shown = _everything(spoil(report, HOSTILE[number]), width)
    assert ACTIVE.search(shown) is None
    assert max(cell_len(line) for line in shown.split("\n")) <= width


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.text(max_size=60))
def test_any_text_is_harmless_and_keeps_the_width(text: str) -> None:
    shown = _everything(spoil(make_report(), text), 80)
    assert ACTIVE.search(shown) is None
    assert max(cell_len(line) for line in shown.split("\n")) <= 80


def test_markup_is_shown_as_text(report: Report) -> None:
    marked = replace(report.findings[1], message="[bold]粗[/bold] :smile: [/]", values=(ValueGroup("[red]甲[/red]", ("c01",)),))
    shown = render_terminal(build_view(replace(report, findings=(marked,))), verbose=True)
    assert "[bold]粗[/bold] :smile: [/]" in shown
    assert "[red]甲[/red]" in shown
    assert "[青屿港]" in render_terminal(build_view(report), verbose=True)


def test_what_cannot_be_shown_is_named(report: Report) -> None:
    spoiled = replace(report, backend="a\u202eb\x1b[1m")
    assert "a<U+202E>b<U+001B>[1m" in render_terminal(build_view(spoiled))


def test_without_colours_there_is_no_escape(report: Report) -> None:
    assert "\x1b" not in render_terminal(build_view(report), verbose=True)


def test_with_colours_the_text_is_the_same(report: Report) -> None:
    coloured = render_terminal(build_view(report), colours="standard", verbose=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in bare.splitlines()] == render_terminal(build_view(report), verbose=True).splitlines()


def test_colours_in_an_article_do_not_get_through_when_ours_do(report: Report) -> None:
    coloured = render_terminal(build_view(spoil(report, "\x1b[5mblink\x1b[0m")), colours="standard", verbose=True)
    assert "\x1b[5m" not in coloured
    assert "<U+001B>[5mblink" in re.sub(r"\x1b\[[0-9;]*m", "", coloured).replace("\n", "")


def test_the_exact_words_are_bold_and_underlined(report: Report) -> None:
    finding = build_view(report).findings[0]
    coloured = render_finding(finding, load_messages(), colours="standard")
    assert re.search(r"\x1b\[1;4m〖约38\.6亿元〗\x1b\[0m", coloured)


def test_words_that_wrap_are_marked_on_both_lines(report: Report) -> None:
    finding = build_view(report).findings[1]
    coloured = render_finding(finding, load_messages(), colours="standard")
    assert re.search(r"\x1b\[1;4m〖没有发生人员死亡事", coloured)
    assert re.search(r"\x1b\[1;4m故〗", coloured)


def test_marks_in_the_article_do_not_draw_the_underline_away(report: Report) -> None:
    articles = tuple(replace(a, text=a.text.replace("青屿港务局局长", "〖一〗〖二〗长")) for a in report.articles)
    assert {len(a.text) for a in articles} == {len(a.text) for a in report.articles}
    finding = build_view(replace(report, articles=articles)).findings[0]
    assert re.search(r"\x1b\[1;4m〖约38\.6亿元〗\x1b\[0m", render_finding(finding, load_messages(), colours="standard"))


def test_ascii_rules_for_consoles_where_box_characters_are_wide(report: Report) -> None:
    assert re.search("[\u2500-\u257f]", _everything(report, 80))
    assert re.search("[\u2500-\u257f]", _everything(report, 80, ruled=False)) is None


def test_every_value_begins_beside_its_outlets(report: Report) -> None:
    lines = render_terminal(build_view(report)).splitlines()
    assert [line for line in lines if "约38.6亿元" in line and "澜州新闻网" in line]
    assert [line for line in lines if "四十五億元" in line and "海潮日報" in line]


def test_more_outlets_than_fit_are_counted(report: Report) -> None:
    claims = tuple(replace(c, id=f"c{i:02d}", outlet=f"媒体{i}") for i, c in enumerate([report.claims[0]] * 9, start=1))
    finding = replace(report.findings[1], values=(ValueGroup("甲", tuple(c.id for c in claims)),))
    shown = render_terminal(build_view(replace(report, claims=claims, findings=(finding,))))
    assert "媒体4" in shown
    assert "媒体5" not in shown
    assert "另有 5 处" in shown


def test_many_values_are_laid_out_in_rows(report: Report) -> None:
    finding = replace(report.findings[1], values=tuple(ValueGroup(f"第{i}种说法", ("c01",)) for i in range(5)))
    view = build_view(replace(report, findings=(finding,)))
    shown = render_finding(view.findings[0], view.messages)
    rows = [line for line in shown.splitlines() if "种说法" in line]
    assert len(rows) == 2
    assert all(f"第{i}种说法" in "".join(rows) for i in range(5))


def test_a_clean_report_has_no_table(report: Report) -> None:
    shown = render_terminal(build_view(replace(report, findings=(), errors=())))
    assert "未发现矛盾" in shown
    assert "┌" not in shown
    assert "稿件 3 篇" in shown
