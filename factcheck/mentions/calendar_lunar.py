"""Days of the lunar calendar, solar terms and holidays as Gregorian days, by `lunar_python` (MIT), imported when first needed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from factcheck.mentions.times_words import Holiday

__all__ = ["find_holiday", "find_lunar_day", "find_solar_term"]

FIRST_YEAR, LAST_YEAR = 1850, 2150
"""Years for which lunar dates are given; outside them the functions return None."""


def _solar(day: Any) -> date:
    return date(day.getYear(), day.getMonth(), day.getDay())


@lru_cache(maxsize=512)
def find_lunar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a lunar date; month below 0: the leap month; day 0: the last of the month. None where that year has no such
    day."""
    from lunar_python import LunarMonth, Solar

    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    found = LunarMonth.fromYm(year, month)
    if found is None:
        return None
    length = found.getDayCount()
    if day > length:
        return None
    first = _solar(Solar.fromJulianDay(found.getFirstJulianDay()))
    return first + timedelta(days=(day or length) - 1)


@lru_cache(maxsize=256)
def find_solar_term(year: int, term: str) -> date | None:
    """The day (China standard time) of a solar term within a Gregorian year."""
    from lunar_python import Lunar

    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    day = Lunar.fromYmd(year, 6, 1).getJieQiTable().get(term)
    if day is None:
        return None
    found = _solar(day)
    if found.year != year:  # 冬至, 小寒 and 大寒 of the lunar year may lie in the Gregorian year beside it
        day = Lunar.fromYmd(year + (1 if found.year < year else -1), 6, 1).getJieQiTable().get(term)
        found = _solar(day)
    return found if found.year == year else None


def find_holiday(year: int, holiday: Holiday) -> date | None:
    """The day of `holiday` in (for lunar ones: in the lunar year that begins in) the Gregorian `year`, or None."""
    if holiday.rule == "date":
        month, day = holiday.values
        return date(year, month, day)
    if holiday.rule == "lunar":
        month, day = holiday.values
        # 除夕 and 腊八 of the lunar year before fall in the Gregorian year's January or February, which is the year people mean.
        return find_lunar_day(year - 1 if month == 12 else year, month, day)
    if holiday.rule == "nth":
        month, weekday, which = holiday.values
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    return find_solar_term(year, holiday.term)
