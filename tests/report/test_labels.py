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
        (_quantity("15000", "15000", Hedge.ABOUT), "about 15,000 person"),
        (_quantity("15000", "15000"), "15,000 person"),
        (_quantity("1.50E+4", "1.50E+4", unit=""), "15,000"),
        (_quantity("49.20", "49.20", unit="percent"), "49.2 percent"),
        (_quantity("200", "350", Hedge.RANGE), "200–350 person"),
        (_quantity("100", None, Hedge.OVER), "≥ 100 person"),
        (_quantity(None, "100", Hedge.UNDER), "≤ 100 person"),
        (_quantity(None, None, Hedge.SEVERAL), "数百 person"),
        (Name("習近平", "习近平", "PER"), "习近平"),
        (Name("某人", "", "PER"), "某人"),
        (Polarity(False, "出兵"), "出兵 (does not hold)"),
        (Polarity(True), "holds"),
        (Order("开工", "验收"), "开工 before 验收"),
    ],
)
def test_values(value: object, label: str) -> None:
    assert value_label(value, EN) == label  # type: ignore[arg-type]


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
