"""Normalised values in words."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from factcheck.model import Hedge, Name, Order, Period, Polarity, Quantity
from factcheck.report.labels import period_label, value_label
from factcheck.report.messages import load_messages

EN = load_messages("en")


def _quantity(low: str | None, high: str | None, hedge: Hedge = Hedge.EXACT, unit: str = "person") -> Quantity:
    return Quantity(Decimal(low) if low else None, Decimal(high) if high else None, hedge, unit, digits="数百")


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (_quantity("15000", "15000", Hedge.ABOUT), "about 15,000 people"),
        (_quantity("15000", "15000"), "15,000 people"),
        (_quantity("1.50E+4", "1.50E+4", unit=""), "15,000"),
        (_quantity("49.20", "49.20", unit="percent"), "49.2%"),
        (_quantity("200", "350", Hedge.RANGE), "200–350 people"),
        (_quantity("100", None, Hedge.OVER), "≥ 100 people"),
        (_quantity(None, "100", Hedge.UNDER), "≤ 100 people"),
        (_quantity(None, None, Hedge.SEVERAL), "数百 people"),
        (_quantity("1", "1"), "1 person"),
        (_quantity("1", "1", Hedge.ABOUT), "about 1 person"),
        (_quantity("3", "3", unit="ordinal"), "no. 3"),
        (_quantity("3", "3", unit="艘"), "3 艘"),
        (_quantity("38.6", "38.6", unit="CNY"), "38.6 CNY"),
        (Name("曲嶼島以東海域", "曲屿岛/以东海域", "LOC"), "曲屿岛以东海域"),
        (Name("習近平", "习近平", "PER"), "习近平"),
        (Name("某人", "", "PER"), "某人"),
        (Polarity(False, "出兵"), "出兵 (does not hold)"),
        (Polarity(True), "holds"),
        (Order("开工", "验收"), "开工 before 验收"),
        (Order("收市", "ratify"), "收市 before ratify"),
    ],
)
def test_values(value: object, label: str) -> None:
    assert value_label(value, EN) == label  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (_quantity("15000", "15000", Hedge.ABOUT), "约 15,000 人"),
        (_quantity("1", "1"), "1 人"),
        (_quantity("3", "3", unit="ordinal"), "第 3"),
        (_quantity("0.5", "1", unit="year"), "0.5–1 年"),
        (Order("收市", "ratify"), "收市 先于 批准"),
    ],
)
def test_values_in_chinese(value: object, label: str) -> None:
    assert value_label(value, load_messages("zh")) == label  # type: ignore[arg-type]


def test_every_unit_of_a_word_has_a_name() -> None:
    """A unit that is no sign, such as km, and no Chinese measure word is not shown by its id."""
    from importlib.resources import files

    shown = {"ordinal": "", "floor": ""}
    for name in ("units.tsv", "measures.tsv"):
        for line in files("factcheck.mentions").joinpath(f"data/{name}").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                shown[line.split("\t")[0]] = line
    words = {unit for unit in shown if len(unit) > 4 and unit.isascii() and "/" not in unit}
    messages = load_messages("zh")
    raw = {unit for unit in words if unit in value_label(_quantity("3", "3", unit=unit), messages)}
    assert raw == set()


def _period(start: str | None, end: str | None, granularity: str) -> Period:
    return Period(
        datetime.fromisoformat(start) if start else None, datetime.fromisoformat(end) if end else None, granularity, digits="那时"
    )


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (_period("2024-01-01", "2025-01-01", "year"), "2024"),
        (_period("2024-02-01", "2024-03-01", "month"), "2024-02"),
        (_period("2024-02-29", "2024-03-01", "day"), "2024-02-29"),
        (_period("2024-09-01", "2024-12-01", "season"), "2024-09-01 – 2024-11-30"),
        (_period("1990-01-01", "2000-01-01", "decade"), "1990-01-01 – 1999-12-31"),
        (_period("2024-02-29T08:30", "2024-02-29T08:31", "minute"), "2024-02-29 08:30 – 2024-02-29 08:31"),
        (_period("2024-01-01", None, "year"), "2024-01-01 – open"),
        (_period(None, "2024-01-01", "year"), "open – 2023-12-31"),
        (_period(None, None, "span"), "那时"),
    ],
)
def test_periods(period: Period, label: str) -> None:
    assert period_label(period, EN) == label
