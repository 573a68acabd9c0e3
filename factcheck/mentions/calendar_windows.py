"""Stretches of the Gregorian calendar as [start, end): years, months, weeks, and the windows within them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

__all__ = [
    "add_months",
    "at_midnight",
    "day_of",
    "find_week",
    "nth_weekday",
    "span_days",
    "span_months",
    "span_years",
    "window_in_month",
    "window_in_year",
]

Stretch = tuple[datetime, datetime]


def at_midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime(day.year, day.month, day.day)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none such (2月30日)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: datetime, months: int) -> datetime:
    """The same day `months` later, the last of the month where that one is shorter; clipped to years 1..9998."""
    index = min(max(12, day.year * 12 + day.month - 1 + months), 9998 * 12 + 11)
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        if last <= day.day and (found := day_of(year, month + 1, last)) is not None:
            return day.replace(year=year, month=month + 1, day=found.day)
    return day.replace(year=year, month=month + 1, day=28)


def span_years(year: int, count: int = 1) -> Stretch:
    """`count` years from the first of January of `year`."""
    return datetime(max(1, year), 1, 1), datetime(min(9999, max(1, year + count)), 1, 1)


def span_months(year: int, month: int, count: int = 1) -> Stretch:
    """`count` months from the first of `month`."""
    start = datetime(year, month, 1)
    return start, add_months(start, count)


def span_days(day: date, count: int = 1) -> Stretch:
    """`count` days from `day`."""
    start = at_midnight(day)
    return start, start + timedelta(days=count)


def find_week(first: date, number: int) -> date:
    """The Monday of week `number` of the year or month that begins on `first`: week 1 holds its first Thursday (ISO 8601)."""
    thursday = first + timedelta(days=(4 - first.isoweekday()) % 7)
    return thursday + timedelta(days=7 * (number - 1) - 3)


def nth_weekday(first: date, weekday: int, number: int) -> date:
    """The `number`-th `weekday` (1 Monday .. 7 Sunday) on or after `first`."""
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def window_in_year(year: int, window: tuple[int, ...]) -> Stretch:
    """A (month, day, month, day) window that begins in `year`; an end not after the beginning lies in the next year."""
    from_month, from_day, to_month, to_day = window
    over = (to_month, to_day) <= (from_month, from_day)
    return datetime(year, from_month, from_day), datetime(year + over, to_month, to_day)


def window_in_month(year: int, month: int, window: tuple[int, ...]) -> Stretch:
    """A (day, day) window in a month, 32 standing for its end."""
    start, end = span_months(year, month)
    return start + timedelta(days=window[0] - 1), end if window[1] > 28 else start + timedelta(days=window[1] - 1)
