"""Claims and relations as tables."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pandas

from factcheck.model import Name, Order, Period
from factcheck.report.frames import CLAIM_COLUMNS, RELATION_COLUMNS
from factcheck.report.view import Report


def test_claims(report: Report) -> None:
    frame = report.claims_frame()
    assert list(frame.columns) == list(CLAIM_COLUMNS)
    assert list(frame["id"]) == ["c01", "c02", "c03", "c04", "c05"]
    first = frame.iloc[0]
    assert (first["low"], first["hedge"], first["unit"], first["value_kind"]) == (3_860_000_000, "about", "CNY", "quantity")
    assert first["published"] == "2031-03-06T18:20:00+08:00"
    assert first["sentence"].endswith("泊位。")
    assert frame.iloc[2]["as_of_start"] == "2031-01-01T00:00:00"
    assert not frame.iloc[1]["holds"]
    assert pandas.isna(first["holds"])


def test_values_of_the_other_kinds(report: Report) -> None:
    values = (Name("海潮日報", "海潮日报"), Order("开工", "验收"), Period(datetime(2031, 3, 6), datetime(2031, 3, 7), "day"))
    claims = tuple(replace(c, value=v) for c, v in zip(sorted(report.claims, key=lambda c: c.id), values, strict=False))
    frame = replace(report, claims=claims).claims_frame()
    assert frame.iloc[0]["name"] == "海潮日报"
    assert (frame.iloc[1]["first"], frame.iloc[1]["then"]) == ("开工", "验收")
    assert (frame.iloc[2]["value_start"], frame.iloc[2]["granularity"]) == ("2031-03-06T00:00:00", "day")


def test_relations_of_every_kind(report: Report) -> None:
    frame = report.relations_frame()
    assert list(frame.columns) == list(RELATION_COLUMNS)
    assert len(frame) == len(report.relations)
    row = frame[(frame["a"] == "c01") & (frame["b"] == "c03")].iloc[0]
    assert (row["kind"], row["a_quote"], row["b_article"]) == ("contradicts", "约38.6亿元", "b-ming")


def test_an_empty_report_has_every_column() -> None:
    assert list(Report().claims_frame().columns) == list(CLAIM_COLUMNS)
    assert list(Report().relations_frame().columns) == list(RELATION_COLUMNS)


def test_pandas_and_rich_are_not_imported_before_they_are_needed() -> None:
    code = "import sys, factcheck.report.view; print(sorted({'pandas', 'rich', 'networkx', 'spacy', 'jsonschema'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
