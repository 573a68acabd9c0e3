"""Two times: the same, one inside the other, or apart?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from factcheck.model import Hedge, Origin, Period

__all__ = ["TimeVerdict", "compare_periods", "contains_period", "days_apart", "is_firm", "overlap_in_time"]

TimeVerdict = Literal["same", "inside", "apart", "unknown"]

_SLACK = {"second": timedelta(seconds=90), "minute": timedelta(minutes=10), "hour": timedelta(minutes=15), "part": timedelta(hours=2)}
"""How far two clock times of one happening may lie apart: reporters round to five minutes and write 9时许."""
_CLOCK = {"second", "minute", "hour", "part"}


def is_firm(period: Period) -> bool:
    """Whether nothing of the time was guessed."""
    return period.origin is not Origin.GUESSED and period.start is not None and period.end is not None


def contains_period(outer: Period, inner: Period) -> bool:
    """Whether `inner` lies inside `outer` (open ends reach for ever)."""
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends


_PART_BY_CLOCK = timedelta(hours=1)
"""The same for a part of a day set against a clock time, which says how far the part reaches: 2时40分 is no 深夜 of the day before."""


def _edges(period: Period, other: Period) -> tuple[datetime, datetime] | None:
    if period.start is None or period.end is None:
        return None
    slack = _SLACK.get(period.granularity, timedelta(0))
    if period.granularity == "part" and other.granularity in _CLOCK - {"part"}:
        slack = _PART_BY_CLOCK
    if period.hedge is Hedge.ABOUT:
        slack = (
            max(slack, timedelta(minutes=30))
            if period.granularity in _CLOCK
            else timedelta(days=max(1, (period.end - period.start).days // 10))
        )
    low = period.start - slack if period.start - datetime.min >= slack else datetime.min  # 约公元一世纪 begins where the calendar does
    return low, period.end + slack if datetime.max - period.end >= slack else datetime.max


def _in_year_of(period: Period, other: Period) -> Period:
    """A day whose year is not known, in the year of another time; anything else as it is."""
    if period.start is not None or other.start is None or not period.partial.startswith("XXXX-") or len(period.partial) != 10:
        return period
    try:
        start = datetime(other.start.year, int(period.partial[5:7]), int(period.partial[8:10]))
    except ValueError:
        return period
    return replace(period, start=start, end=start + timedelta(days=1), origin=Origin.ARTICLE)


def compare_periods(a: Period, b: Period) -> TimeVerdict:
    """How two times of one happening relate. Clock times get the slack reporters use; a day without a year (an undated article's
    7月28日) is taken in the
    year of the other. Symmetric."""
    a, b = _in_year_of(a, b), _in_year_of(b, a)
    if not is_firm(a) or not is_firm(b):
        return "unknown"
    first, second = _edges(a, b), _edges(b, a)
    if first is None or second is None:
        return "unknown"
    if (a.start, a.end) == (b.start, b.end):
        return "same"
    if first[1] <= second[0] or second[1] <= first[0]:
        return "apart"
    if contains_period(a, b) or contains_period(b, a):
        return "inside"
    return "same" if a.granularity in _CLOCK or b.granularity in _CLOCK else "inside"


def overlap_in_time(a: Period, b: Period) -> bool:
    """Whether two times share a moment. Times that only touch do not: 2024 and 2025. Symmetric."""
    if a.start == b.start and a.end == b.end:
        return True
    before = a.end is not None and b.start is not None and a.end <= b.start
    after = b.end is not None and a.start is not None and b.end <= a.start
    return not before and not after


def days_apart(a: Period, b: Period) -> float:
    """Days between the nearest edges of two times; 0 when they touch or are one, infinity when one is open."""
    a, b = _in_year_of(a, b), _in_year_of(b, a)
    if (a.start or a.end) and (a.start, a.end) == (b.start, b.end):
        return 0.0  # 自6月1日起, told twice
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return float("inf")
    gap = max(a.start - b.end, b.start - a.end)
    return max(0.0, gap.total_seconds() / 86400)
