"""Points of time to periods: the missing parts filled in from the context."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.mentions.calendar_lunar import find_holiday, find_lunar_day
from factcheck.mentions.calendar_windows import (
    at_midnight,
    day_of,
    nth_weekday,
    span_days,
    span_months,
    window_in_month,
)
from factcheck.mentions.times_context import WEAK, Context
from factcheck.mentions.times_hours import clock_seconds, clock_text
from factcheck.mentions.times_model import Point, Resolved
from factcheck.mentions.times_words import load_words
from factcheck.mentions.times_years import count_within, resolve_decade, resolve_year
from factcheck.model import Origin

__all__ = ["resolve_point"]

SMALL_HOURS = 6 * 3600
"""Until when an hour after one of the evening is of the next day."""


def resolve_point(point: Point, context: Context, *, ahead: int = 0, base: Resolved | None = None) -> Resolved | None:
    """`point` in the calendar. `ahead`: its clause speaks of the future (`WEAK` or more). `base`: the left side of the range whose right
    side it is.

    None where the words name no real time (2月30日, 13月). Total: no input raises.
    """
    try:
        resolved = _resolve(point, context, ahead, base)
    except (OverflowError, ValueError):
        return None
    return resolved


def _resolve(point: Point, context: Context, ahead: int, base: Resolved | None) -> Resolved | None:
    clock = clock_seconds(point)
    if not point.has_date and not point.has_day:
        return _clock_alone(clock, context, base) if clock is not None else None
    found = _resolve_date(point, context, ahead, base)
    if found is None or clock is None:
        return found
    found.seconds = clock[:2]
    found.granularity = clock[2]
    found.instant = clock[2] != "part"
    if found.start is not None:
        midnight = found.start.replace(hour=0, minute=0, second=0)
        found.start, found.end = midnight + timedelta(seconds=clock[0]), midnight + timedelta(seconds=clock[1])
        if (
            point.day_told == 0
            and not ahead
            and context.begins_later(found)
            and (told := context.day_before(found.start.date())) is not None
        ):
            _move_back(found, *told)
    else:
        found.partial += clock_text(clock[0])
    return found


def _move_back(found: Resolved, day: date, origin: Origin) -> None:
    """截至15日6时……当日17时50分已发布, printed on the 15th in the morning: that day is the one told before. Changes `found`."""
    assert found.start is not None
    assert found.end is not None
    back = timedelta(days=(found.start.date() - day).days)
    found.start, found.end, found.origin = found.start - back, found.end - back, origin


def _clock_alone(clock: tuple[int, int, str], context: Context, base: Resolved | None) -> Resolved:
    partial = clock_text(clock[0]) + ("/" + clock_text(clock[1]) if clock[2] == "part" else "")
    found = Resolved(None, None, clock[2], Origin.GUESSED, partial, seconds=clock[:2], instant=clock[2] != "part")
    if base is not None and base.start is not None:
        day, origin = base.start.date(), base.origin
        if base.seconds is not None and base.seconds[0] >= 86400:
            day -= timedelta(days=1)
    elif base is None and (told := context.last_day()) is not None:
        day, origin = told
        month = context.sentence.month
        if month is not None and (day.year, day.month) != month[:2]:  # told of that month since, not of the day before it
            return found
        if day == context.evening and clock[0] < SMALL_HOURS:  # 昨晚11时起火，凌晨2时扑灭
            day += timedelta(days=1)
            found.level = "day"
    else:
        return found
    found.start, found.end = at_midnight(day) + timedelta(seconds=clock[0]), at_midnight(day) + timedelta(seconds=clock[1])
    found.origin = origin
    return found


def _resolve_date(point: Point, context: Context, ahead: int, base: Resolved | None) -> Resolved | None:
    if point.before_christ:
        return Resolved(None, None, "year", partial="BC")
    if point.decade is not None:
        return resolve_decade(point, context)
    if point.holiday is not None or point.lunar is not None:
        return _resolve_feast(point, context, ahead)
    year, origin = _written_year(point, context)
    if point.weekday is not None and not point.has_month and point.day is None and point.window is None:
        return _resolve_weekday(point, context, ahead, base)
    if point.week_offset is not None:
        return _resolve_week(point, context)
    if point.day_offset is not None or point.day_told is not None:
        return _resolve_relative_day(point, context)
    if point.day is not None and not point.has_month and not point.has_year:
        return _resolve_bare_day(point, context, ahead, base)
    if point.has_month:
        return _resolve_month(point, context, ahead, base, year, origin)
    return resolve_year(point, context, ahead, base, year, origin)


def _written_year(point: Point, context: Context) -> tuple[int | None, Origin]:
    if point.year is not None:
        return point.year, Origin.WRITTEN
    if point.year_offset is not None:
        return (context.reference.year + point.year_offset, Origin.PUBLICATION) if context.reference is not None else (None, Origin.GUESSED)
    if point.year_told is not None:
        told = context.last_year()
        return (told[0] + point.year_told, told[1]) if told is not None else (None, Origin.GUESSED)
    return None, Origin.GUESSED


def _resolve_feast(point: Point, context: Context, ahead: int) -> Resolved | None:
    """A holiday, solar term or lunar date."""
    year, origin = _written_year(point, context)

    def of_year(number: int) -> date | None:
        if point.holiday is not None:
            return find_holiday(number, point.holiday)
        assert point.lunar is not None
        month, day = point.lunar
        return find_lunar_day(number, month, day if day > 0 else 1)

    month_long = point.lunar is not None and point.lunar[1] < 0
    if year is None and context.reference is None:
        return Resolved(None, None, "month" if month_long else "day", Origin.GUESSED)
    if year is None:
        assert context.reference is not None
        today = context.reference.date()
        days = [found for y in range(today.year - 2, today.year + 3) if (found := of_year(y)) is not None]
        if not days:
            return Resolved(None, None, "day", Origin.GUESSED)
        past, later = [d for d in days if d <= today], [d for d in days if d > today]
        soon = later and (later[0] - today).days <= 60 and (not past or (today - past[-1]).days > 150)
        found = later[0] if later and (ahead or soon or not past) else past[-1]
        origin = Origin.PUBLICATION
    else:
        given = of_year(year)
        if given is None:
            return Resolved(None, None, "day", Origin.GUESSED)
        found = given
    if point.feast:
        low, high = (-3, 0) if point.feast == "前夕" else (-1, 8)
        return Resolved(at_midnight(found) + timedelta(days=low), at_midnight(found) + timedelta(days=high), "span", origin)
    start, end = span_days(found, 30 if month_long else 1)
    return Resolved(start, end, "month" if month_long else "day", origin, level="month" if month_long else "day")


def _check_said(point: Point, found: date) -> tuple[date, str]:
    """The day that stands beside a relative one or a week day rules; a disagreement is noted."""
    if point.said_day is None or (point.said_day == found.day and point.said_month in (None, found.month)):
        return found, ""
    month = point.said_month or found.month
    candidates = [
        d for shift in (-1, 0, 1) if (d := _shifted(found.year, month, point.said_day, 0 if point.said_month else shift)) is not None
    ]
    if not candidates:
        return found, ""
    said = min(candidates, key=lambda d: abs((d - found).days))
    return said, f"the day written ({said.isoformat()}) is not the one reckoned ({found.isoformat()})"


def _shifted(year: int, month: int, day: int, months: int) -> date | None:
    index = year * 12 + month - 1 + months
    return day_of(index // 12, index % 12 + 1, day)


def _resolve_weekday(point: Point, context: Context, ahead: int, base: Resolved | None) -> Resolved:
    assert point.weekday is not None
    length = 2 if point.inner == ("weekend", "", 0) else 1
    granularity = "week" if length == 2 else "day"
    if context.reference is None:
        return Resolved(None, None, granularity, Origin.GUESSED)
    today = context.reference.date()
    monday = today - timedelta(days=today.isoweekday() - 1)
    if point.week_offset is not None:
        found = monday + timedelta(days=7 * point.week_offset + point.weekday - 1)
    elif base is not None and base.start is not None:
        found = base.start.date() + timedelta(days=(point.weekday - base.start.isoweekday()) % 7)
    elif ahead > WEAK or (ahead and (point.weekday - today.isoweekday()) % 7 < (today.isoweekday() - point.weekday) % 7):
        found = today + timedelta(days=(point.weekday - today.isoweekday()) % 7)
    else:
        found = today - timedelta(days=(today.isoweekday() - point.weekday) % 7)
    found, reason = _check_said(point, found)
    start, end = span_days(found, length)
    return Resolved(start, end, granularity, Origin.PUBLICATION, reason=reason, level="day" if length == 1 else "")


def _resolve_week(point: Point, context: Context) -> Resolved:
    if context.reference is None:
        return Resolved(None, None, "week", Origin.GUESSED)
    today = context.reference.date()
    monday = today - timedelta(days=today.isoweekday() - 1) + timedelta(days=7 * (point.week_offset or 0))
    if point.inner is not None and point.inner[0] == "half_week":
        start, end = (monday, 3) if point.inner[1] == 1 else (monday + timedelta(days=3), 4)
        return Resolved(*span_days(start, end), "week", Origin.PUBLICATION)
    return Resolved(*span_days(monday, 7), "week", Origin.PUBLICATION)


def _resolve_relative_day(point: Point, context: Context) -> Resolved:
    if point.unanchored:
        return Resolved(None, None, "day", Origin.GUESSED)
    if point.day_told is not None:
        told = context.last_day()
        if told is None:
            if context.reference is None or point.day_told:
                return Resolved(None, None, "day", Origin.GUESSED)
            told = (context.reference.date(), Origin.GUESSED)
        found = told[0] + timedelta(days=point.day_told)
        return Resolved(*span_days(found), "day", told[1], level="day" if told[1] is not Origin.GUESSED else "")
    if context.reference is None:
        return Resolved(None, None, "day", Origin.GUESSED)
    found = context.reference.date() + timedelta(days=point.day_offset or 0)
    found, reason = _check_said(point, found)
    return Resolved(*span_days(found), "day", Origin.PUBLICATION, reason=reason, level="day")


def _resolve_bare_day(point: Point, context: Context, ahead: int, base: Resolved | None) -> Resolved | None:
    assert point.day is not None
    if not 1 <= point.day <= 31:
        return None
    if base is not None:
        if base.start is None:
            return Resolved(None, None, "day", base.origin, f"XXXX-XX-{point.day:02d}")
        start = base.start
        candidates = [d for shift in (0, 1) if (d := _shifted(start.year, start.month, point.day, shift)) is not None and d >= start.date()]
        if not candidates:
            return None
        return Resolved(*span_days(candidates[0]), "day", base.origin, level="day")
    picked = context.pick_month(point.day, ahead)
    if picked is None:
        month_known = f"{context.bare_month:02d}" if context.bare_month is not None else "XX"
        return Resolved(None, None, "day", Origin.GUESSED, f"XXXX-{month_known}-{point.day:02d}")
    year, month, origin = picked
    found = day_of(year, month, point.day)
    if found is None:
        return None
    return Resolved(*span_days(found), "day", origin, reason=_check_weekday(point, found), level="day")


def _check_weekday(point: Point, found: date) -> str:
    if point.weekday is None or point.weekday == found.isoweekday():
        return ""
    return f"{found.isoformat()} is not the week day written beside it"


def _resolve_month(point: Point, context: Context, ahead: int, base: Resolved | None, year: int | None, origin: Origin) -> Resolved | None:
    month = point.month
    if point.month_offset is not None or point.month_told is not None:
        if point.month_offset is not None:
            now = context.reference
            anchor = None if now is None else (now.year, now.month, Origin.PUBLICATION)
        else:
            anchor = context.last_month()
        if anchor is None:
            return Resolved(None, None, "month", Origin.GUESSED, "" if point.day is None else f"XXXX-XX-{point.day:02d}")
        if (
            point.window is not None
            and base is None
            and point.month_offset == 0
            and context.sentence.month is not None
            and point.window[1] in ("上旬", "中旬", "下旬")
        ):
            anchor = (*context.sentence.month[:2], Origin.SENTENCE)
        index = anchor[0] * 12 + anchor[1] - 1 + (point.month_offset or point.month_told or 0)
        year, month, origin = index // 12, month or index % 12 + 1, anchor[2]
    elif year is None and point.has_year:
        return Resolved(
            None, None, "day" if point.day else "month", origin, f"XXXX-{month:02d}" + (f"-{point.day:02d}" if point.day else "")
        )
    assert month is not None
    if not 1 <= month <= 12 or (point.day is not None and not 1 <= point.day <= 31):
        return None
    if year is None:
        if base is not None and base.start is not None:
            year, origin = base.start.year, base.origin
            if (month, point.day or 31) < (base.start.month, base.start.day if point.day else 1):
                year += 1
        else:
            picked = context.pick_year(month, point.day, ahead)
            if picked is None:
                context.bare_month = month
                possible = day_of(2000, month, point.day or 1)
                partial = f"XXXX-{month:02d}" + (f"-{point.day:02d}" if point.day else "")
                return Resolved(None, None, "day" if point.day else "month", Origin.GUESSED, partial) if possible else None
            year, origin = picked
    return _in_month(point, year, month, origin)


def _in_month(point: Point, year: int, month: int, origin: Origin) -> Resolved | None:
    if point.day is not None:
        found = day_of(year, month, point.day)
        return None if found is None else Resolved(*span_days(found), "day", origin, reason=_check_weekday(point, found), level="day")
    start, end = span_months(year, month)
    if point.month_to is not None:
        count = (point.month_to - month) % 12 + 1
        return Resolved(*span_months(year, month, count), "month", origin, level="month")
    if point.window is None:
        return Resolved(start, end, "month", origin, level="month")
    what, value, number = point.window
    first = start.date()
    if what == "month":
        low, high = window_in_month(year, month, load_words().month_windows[str(value)])
        return Resolved(low, high, "span", origin, level="month")
    if what == "nth_weekday":
        return Resolved(*span_days(nth_weekday(first, int(value), number)), "day", origin, level="day")
    if what == "last_weekday":
        last = end.date() - timedelta(days=1)
        return Resolved(*span_days(last - timedelta(days=(last.isoweekday() - int(value)) % 7)), "day", origin, level="day")
    return count_within(what, str(value), number, start, end, origin)
