"""A sheet per article: its findings from its own side, what was decided, room to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, spoil

from factcheck.errors import FactcheckError, UsageError
from factcheck.report.sheets import build_sheets, render_sheet, write_sheets
from factcheck.report.view import Report
from factcheck.review.decisions import Decision, Verdict

DECIDED = {"f-deaths": Decision("v1:" + "b" * 64, Verdict.DISMISSED, "不是施工期间", "沈知微", "二审", date(2031, 3, 10))}


def test_every_article_has_a_sheet_with_its_own_side_first(report: Report) -> None:
    sheets = build_sheets(report)
    assert [(sheet.name, len(sheet.findings)) for sheet in sheets] == [("han", 2), ("ming", 2), ("短讯", 1)]
    money = sheets[0].findings[0]
    assert [item.article for item in money.own] == ["a-han"]
    assert [(same, [item.article for item in evidence]) for same, _, evidence in money.others] == [(True, ["c-duan"]), (False, ["b-ming"])]
    text = render_sheet(sheets[0])
    assert text.index("**本文**") < text.index("**同样说法") < text.index("**另一种说法")
    assert "投资 <mark>38.6 亿元</mark>——这是官方说法" in text


def test_decisions_are_ticked_and_the_rest_is_blank(report: Report) -> None:
    text = render_sheet(build_sheets(replace(report, decisions=DECIDED))[0])
    money, deaths = text.split("### 2.")
    assert "☑" not in money
    assert "备注：" in money
    assert "☑ 不是矛盾" in deaths
    assert "已有裁定：不是矛盾 · 不是施工期间 · 沈知微 · 二审 · 2031-03-10" in deaths
    assert [line for line in text.splitlines() if line.startswith("| ") and line.endswith("|  |  |  |")] == [
        f"| {stage} |  |  |  |" for stage in ("一审", "二审", "三审")
    ]


def test_an_article_without_a_finding_is_signed_too(report: Report) -> None:
    sheets = build_sheets(replace(report, findings=()), "en")
    assert len(sheets) == 3
    assert "No conflict with another article was found." in render_sheet(sheets[0])


def test_no_two_sheets_have_one_name(report: Report) -> None:
    paths = ("a/News.md", "b/news.txt", "../../etc/passwd", "c:\\desk\\con:x|y?.md", "...", "x" * 300 + ".md", "稿 件.md")
    articles = tuple(replace(report.articles[0], id=f"{i}", path=path) for i, path in enumerate(paths))
    names = [sheet.name for sheet in build_sheets(replace(report, articles=articles, claims=(), findings=()))]
    assert len({name.casefold() for name in names}) == len(paths)
    assert all(name and len(name) <= 90 and not set(name) & set('/\\:*?"<>| ') and not name.startswith(".") for name in names)


@pytest.mark.parametrize("format", ["markdown", "docx"])
def test_the_same_report_gives_the_same_files(report: Report, replaced: Report, tmp_path: Path, format: str) -> None:
    if format == "docx":
        pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[office]'")
    one, two = (write_sheets(each, tmp_path / name, format=format) for each, name in ((report, "a"), (replaced, "b")))
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_word_document_holds_what_the_sheet_holds(report: Report, tmp_path: Path) -> None:
    docx: Any = pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[office]'")
    (path, *_) = write_sheets(replace(report, decisions=DECIDED), tmp_path, format="docx")
    document = docx.Document(str(path))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for told in ("审核单：青屿港扩建工程通过验收", "澜州新闻网", "四十五億元", "☑ 不是矛盾", "核对审计报告的口径与日期。"):
        assert told in text
    marked = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold and run.underline]
    assert marked == ["约38.6亿元", "38.6 亿元", "四十五億元", "没有发生人员死亡事故", "造成2人死亡"]
    assert [row.cells[0].text for row in document.tables[0].rows] == ["审次", "一审", "二审", "三审"]


@pytest.mark.parametrize("text", [*HOSTILE, "\ufffe\uffff\x00"], ids=lambda text: repr(text[:16]))
def test_hostile_text_is_text(report: Report, tmp_path: Path, text: str) -> None:
    spoiled = spoil(report, text)
    for sheet in build_sheets(spoiled):
        rendered = render_sheet(sheet)
        assert "<script" not in rendered
        assert "<img" not in rendered
        assert "\u202e" not in rendered
    write_sheets(spoiled, tmp_path / "md")
    docx: Any = pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[office]'")
    for path in write_sheets(spoiled, tmp_path / "docx", format="docx"):
        assert docx.Document(str(path)).paragraphs


def test_a_file_where_the_folder_should_be(report: Report, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("a file")
    with pytest.raises(FactcheckError, match="need a folder"):
        write_sheets(report, tmp_path / "x")
    with pytest.raises(UsageError, match="markdown, docx"):
        write_sheets(report, tmp_path / "y", format="odt")
