"""The public mentions suite (Chinese specs of Recognizers-Text, MIT), where it lies beside the project: floors that only rise."""

from __future__ import annotations

import importlib.util
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck.mentions import find_mentions

SUITES = Path(os.environ.get("FACTCHECK_SUITES", Path(__file__).parents[3] / "shared" / "suites"))
HARNESS = SUITES / "mentions" / "harness.py"

pytestmark = pytest.mark.skipif(not HARNESS.is_file(), reason=f"no suite at {HARNESS} (set FACTCHECK_SUITES)")

FLOORS = {"lv": 514, "passed": 512}
SPURIOUS = 3
RANGES = 28


def _extract(text: str, reference: datetime | None) -> list[tuple[Any, ...]]:
    return [(m.start, m.end, m.kind, m.low, m.high, m.unit) for m in find_mentions(text, reference)]


@pytest.fixture(scope="module")
def harness() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mentions_harness", HARNESS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def table(harness: ModuleType) -> dict[str, dict[str, int]]:
    found, errors, _ = harness.run(_extract, harness.load([str(HARNESS.with_name("public.jsonl"))]))
    assert errors == 0
    return dict(found)


def test_the_suite_is_read_at_least_as_well_as_before(table: dict[str, dict[str, int]]) -> None:
    total: Counter[str] = Counter()
    for row in table.values():
        total.update(row)
    assert total["nv"] == 532
    for figure, floor in FLOORS.items():
        assert total[figure] >= floor, (figure, total[figure])
    assert total["spur"] <= SPURIOUS


def test_ranges_and_bounds_keep_their_hedges(table: dict[str, dict[str, int]]) -> None:
    assert table["NumberRangeModel"]["passed"] >= RANGES


def test_every_file_is_near_the_best_peer(table: dict[str, dict[str, int]]) -> None:
    best = {  # mentions with a right value (LV) of the best library in the suite's note
        "NumberModel": 186, "OrdinalModel": 8, "PercentModel": 66, "NumberRangeModel": 4, "AgeModel": 5, "CurrencyModel": 15,
        "DimensionModel": 17, "DateTimeModel": 96, "DateParser": 10, "DatePeriodParser": 22, "DateTimePeriodParser": 11,
        "DurationParser": 2, "HolidayParser": 14,
    }  # fmt: skip
    assert {suite: table[suite]["lv"] for suite in best if table[suite]["lv"] < 0.93 * best[suite]} == {}
