"""Claims and relations as Parquet are the tables of `frames`, typed."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import pytest
from hostile import HOSTILE, spoil

from factcheck.errors import UsageError
from factcheck.model import Order, Period, Quantity
from factcheck.report.frames import CLAIM_COLUMNS, RELATION_COLUMNS
from factcheck.report.outputs import parse_outputs, write_outputs
from factcheck.report.parquet import write_claims, write_relations
from factcheck.report.view import Report

TYPES = {
    **dict.fromkeys(("page", "start", "end", "sentence_start", "sentence_end"), "int64"),
    **dict.fromkeys(("low", "high"), "double"),
    **dict.fromkeys(("headline", "holds"), "bool"),
}


@pytest.fixture
def parquet() -> Any:
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install '.[parquet]'")


def cells(frame: pandas.DataFrame) -> list[list[Any]]:
    return [[None if pandas.isna(cell) else cell for cell in row] for row in frame.astype(object).itertuples(index=False)]


@pytest.mark.parametrize(
    ("write", "build", "columns"),
    [(write_claims, Report.claims_frame, CLAIM_COLUMNS), (write_relations, Report.relations_frame, RELATION_COLUMNS)],
)
def test_what_is_read_back_is_what_the_frame_holds(
    parquet: Any,
    report: Report,
    tmp_path: Path,
    write: Callable[[Report, Path], None],
    build: Callable[[Report], pandas.DataFrame],
    columns: tuple[str, ...],
) -> None:
    # A claim of every kind of value: figures, a denial, an order, a half-known date.
    claims = (
        replace(report.claims[0], value=Order("开工", "验收")),
        replace(report.claims[1], value=Period(None, None, "day", partial="XXXX-04-27")),
        *report.claims[2:],
    )
    made = replace(report, claims=claims)
    write(made, tmp_path / "t.parquet")
    table = parquet.read_table(tmp_path / "t.parquet")
    assert tuple(table.column_names) == columns
    assert {field.name: str(field.type) for field in table.schema} == {name: TYPES.get(name, "string") for name in columns}
    assert cells(table.to_pandas()) == cells(build(made))
    assert table.num_rows > 0


def test_an_empty_report_has_the_same_types(parquet: Any, report: Report, tmp_path: Path) -> None:
    write_claims(report, tmp_path / "full.parquet")
    write_claims(Report(), tmp_path / "empty.parquet")
    full, empty = (parquet.read_table(tmp_path / f"{name}.parquet") for name in ("full", "empty"))
    assert empty.num_rows == 0
    assert empty.schema == full.schema


def test_figures_are_numbers(parquet: Any, report: Report, tmp_path: Path) -> None:
    write_claims(report, tmp_path / "t.parquet")
    read = parquet.read_table(tmp_path / "t.parquet").to_pylist()
    figures = {claim.id: claim.value for claim in report.claims if isinstance(claim.value, Quantity)}
    assert figures
    assert {row["id"]: row["low"] for row in read if row["value_kind"] == "quantity"} == {
        name: float(value.low) if value.low is not None else None for name, value in figures.items()
    }


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:16]))
def test_hostile_text_is_a_cell(parquet: Any, report: Report, tmp_path: Path, text: str) -> None:
    write_claims(spoil(report, text), tmp_path / "t.parquet")
    read = parquet.read_table(tmp_path / "t.parquet").to_pylist()
    assert {row["outlet"] for row in read} == {text.replace("\ud800", "\\ud800")}


def test_the_same_report_gives_the_same_bytes(parquet: Any, report: Report, replaced: Report, tmp_path: Path) -> None:
    for folder, made in (("a", report), ("b", replaced)):
        names = ("claims-parquet", "relations-parquet")
        write_outputs(made, parse_outputs([f"{name}:{tmp_path}/{folder}/{name}" for name in names]))
    for name in ("claims-parquet", "relations-parquet"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(("format", "module"), [("claims-parquet", "pyarrow"), ("relations-parquet", "pyarrow"), ("xlsx", "openpyxl")])
def test_a_library_that_is_missing_is_told_before_anything_is_read(monkeypatch: pytest.MonkeyPatch, format: str, module: str) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == module else find(name, *rest))
    with pytest.raises(UsageError, match=f"needs {module}, which is not installed") as caught:
        parse_outputs([f"{format}:out.file"])
    assert "pip install" in caught.value.hint
