"""Our own phrases of time, each with the value an editor would give it (times.jsonl), read through the public function in the script
they stand in."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.language.shadow import shadow_text
from factcheck.mentions import find_mentions
from factcheck.mentions.times import read_times
from factcheck.model import Period, Quantity

CASES = [json.loads(line) for line in (Path(__file__).parent / "times.jsonl").read_text(encoding="utf-8").splitlines()]
TIMES = [case for case in CASES if not case.get("none")]
NO_TIMES = [case for case in CASES if case.get("none")]


def _reference(case: dict) -> datetime | None:
    return datetime.fromisoformat(case["reference"]) if case["reference"] else None


@pytest.mark.parametrize("case", TIMES, ids=[f"{n}-{case['phrase']}" for n, case in enumerate(TIMES)])
def test_phrase_is_read(case: dict) -> None:
    text = case["text"]
    found = find_mentions(text, _reference(case), parts=False)
    here = [m for m in found if (m.start, m.end) == (case["start"], case["end"])]
    assert here, f"nothing at {case['phrase']}: {[(text[m.start : m.end], m.kind, m.low, m.high) for m in found]}"
    (mention,) = here
    assert mention.kind == case["kind"]
    assert mention.low == (Decimal(str(case["low"])) if isinstance(case["low"], int | float) else case["low"])
    assert mention.high == (Decimal(str(case["high"])) if isinstance(case["high"], int | float) else case["high"])
    value = mention.value
    if "granularity" in case:
        assert isinstance(value, Period)
        assert value.granularity == case["granularity"]
    if "origin" in case:
        assert isinstance(value, Period)
        assert value.origin.value == case["origin"]
    if "hedge" in case:
        assert isinstance(value, Period | Quantity)
        assert value.hedge.value == case["hedge"]
    if "unit" in case:
        assert mention.unit == case["unit"]


@pytest.mark.parametrize("case", NO_TIMES, ids=[case["text"] for case in NO_TIMES])
def test_not_a_time(case: dict) -> None:
    shadow = shadow_text(case["text"])
    assert [shadow.text[m.start : m.end] for m in read_times(shadow.text, _reference(case))] == []


def test_phrases_are_many_and_of_both_scripts() -> None:
    assert len(TIMES) >= 150
    traditional = [case for case in TIMES if shadow_text(case["text"]).text != case["text"]]
    assert len(traditional) >= 30


def _starts(text: str, reference: datetime | None) -> list[tuple[str, str]]:
    """The words of each time and when it begins (where that is known; else what is known of it)."""
    out = []
    for mention in read_times(text, reference):
        assert isinstance(mention.value, Period)
        start = mention.value.start
        out.append((text[mention.start : mention.end], start.isoformat() if start is not None else mention.value.partial))
    return out


def test_an_hour_takes_the_day_told_before_it() -> None:
    reference = datetime(2025, 9, 4, 17, 30)
    assert _starts("8月28日，法庭开庭。下午2时，法官宣布休庭。", reference) == [
        ("8月28日", "2025-08-28T00:00:00"),
        ("下午2时", "2025-08-28T14:00:00"),
    ]
    assert _starts("昨晚11时货轮起火，凌晨2时扑灭，上午8时复航。", reference) == [
        ("昨晚11时", "2025-09-03T23:00:00"),
        ("凌晨2时", "2025-09-04T02:00:00"),
        ("上午8时", "2025-09-04T08:00:00"),
    ]
    assert _starts("8月28日凌晨2时起火，凌晨4时扑灭。", reference)[1] == ("凌晨4时", "2025-08-28T04:00:00")
    assert _starts("8月28日，他忆起2024年5月的会面，那晚谈到凌晨。", reference)[-1] == ("凌晨", "T00:00/T06:00")


def test_a_date_without_year_keeps_what_is_known() -> None:
    assert _starts("7月28日，展馆失火。29日晚，馆方致歉。", None) == [("7月28日", "XXXX-07-28"), ("29日晚", "XXXX-07-29T17:00")]
