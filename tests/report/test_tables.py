"""Tables: every row there, every word harmless in a spreadsheet, the same bytes for the same report."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, spoil
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from factcheck.report.outputs import parse_outputs, write_outputs
from factcheck.report.tables import FINDING_COLUMNS, disarm_cell, render_claims, render_findings, render_relations, write_workbook
from factcheck.report.view import Report
from factcheck.review.decisions import Decision, Verdict

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    '=HYPERLINK("http://x")',
    "\u200b=1",
    "\ufeff@x",
    "=cmd|' /C calc'!A0",
)


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "Excel takes the file for UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_for_every_claim_of_every_finding(report: Report) -> None:
    decided = {"f-deaths": Decision("v1:" + "b" * 64, Verdict.DISMISSED, "不是施工期间", "沈知微", "二审", date(2031, 3, 10))}
    rows = read_csv(render_findings(replace(report, decisions=decided)))
    assert tuple(rows[0]) == FINDING_COLUMNS
    told = [(row["number"], row["value"], row["outlet"], row["quote"], row["line"]) for row in rows]
    assert told == [
        ("1", "1", "澜州新闻网", "约38.6亿元", "1"),
        ("1", "1", "短讯.txt（未注明媒体）", "38.6 亿元", "1"),
        ("1", "2", "海潮日報", "四十五億元", "1"),
        ("2", "1", "澜州新闻网", "没有发生人员死亡事故", "2"),
        ("2", "2", "海潮日報", "造成2人死亡", "2"),
    ]
    assert [row["decision"] for row in rows] == ["", "", "", "不是矛盾", "不是矛盾"]
    assert rows[0]["sentence"] == "青屿港务局局长贺砚秋当天表示，工程总投资约38.6亿元，共建成12个深水泊位。"


def test_claims_and_relations_are_all_there(report: Report) -> None:
    claims = read_csv(render_claims(report))
    assert [row["id"] for row in claims] == [claim.id for claim in report.ordered_claims()]
    money = next(row for row in claims if row["id"] == "c03")
    assert (money["low"], money["unit"], money["headline"]) == ("4500000000", "CNY", "0")
    assert len(read_csv(render_relations(report))) == len(report.relations)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_text(text: str) -> None:
    assert disarm_cell(text).startswith("'")


@given(st.text())
@hypothesis_settings(max_examples=200, deadline=None, derandomize=True)
def test_no_cell_is_a_formula_or_breaks_a_line(text: str) -> None:
    cell = disarm_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert not set(cell) & set("\r\n\x00")


@pytest.mark.parametrize("text", [*HOSTILE, *FORMULAS], ids=lambda text: repr(text[:16]))
def test_hostile_text_stays_in_its_cell(report: Report, text: str) -> None:
    spoiled = spoil(report, text)
    for render in (render_findings, render_claims, render_relations):
        rows = list(csv.reader(io.StringIO(render(spoiled).removeprefix("\ufeff"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        cells = [cell for row in rows for cell in row]
        assert not any(cell.startswith(("=", "+", "@", "＝", "\t")) for cell in cells)


def load(path: Path) -> Any:
    openpyxl: Any = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install '.[office]'")
    return openpyxl.load_workbook(path)


def test_a_workbook_has_the_same_rows(report: Report, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install '.[office]'")
    path = tmp_path / "report.xlsx"
    write_workbook(report, path)
    book = load(path)
    assert book.sheetnames == ["findings", "claims", "relations"]
    rows = list(book["findings"].iter_rows(values_only=True))
    assert rows[0] == FINDING_COLUMNS
    assert [row[0] for row in rows[1:]] == [1, 1, 1, 2, 2]
    assert book["claims"].max_row == len(report.claims) + 1
    assert book["findings"].auto_filter.ref == "A1:AC6"


@pytest.mark.parametrize("text", [*HOSTILE[1:4], *HOSTILE[5:9], FORMULAS[0], FORMULAS[4], "\ufffe\x00"], ids=lambda text: repr(text[:16]))
def test_no_cell_of_a_workbook_is_a_formula(report: Report, tmp_path: Path, text: str) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install '.[office]'")
    path = tmp_path / "report.xlsx"
    write_workbook(spoil(report, text), path)
    cells = [cell for sheet in load(path) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) or b"<f " in archive.read(name) for name in archive.namelist() if "worksheets" in name)


def test_the_same_report_gives_the_same_bytes(report: Report, replaced: Report, tmp_path: Path) -> None:
    names = ["csv", "claims-csv", "relations-csv", "gexf", "annotations", "claimreview"]
    try:
        import openpyxl  # noqa: F401

        names.append("xlsx")
    except ImportError:
        pass
    for folder, made in (("a", report), ("b", replaced)):
        write_outputs(made, parse_outputs([f"{name}:{tmp_path}/{folder}/{name}" for name in names]))
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
