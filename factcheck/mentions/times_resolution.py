"""Points of time to periods: the missing parts filled in from the context."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from factcheck.mentions.calendar_lunar import find_holiday, find_lunar_day
from factcheck.mentions.calendar_windows import (
    add_months,
    at_midnight,
    day_of,
    find_week,
    nth_weekday,
    span_days,
    span_months,
    span_years,
    window_in_month,
    window_in_year,
)
from factcheck.mentions.times_context import Context, weaker
from factcheck.mentions.times_points import Point
from factcheck.mentions.times_words import load_words
from factcheck.model import Origin

__all__ = ["Resolved", "clock_seconds", "clock_text", "resolve_point"]


@dataclass(slots=True)
class Resolved:
    """A point in the calendar. `start` is None where the context did not give what was missing; `partial` then holds what is known.

    `level` says what the point lends to later ones (year, month, day, "" for nothing); `seconds` is the clock within the day (start,
    end), may pass 24 h.
    """

    start: datetime | None
    end: datetime | None
    granularity: str
    origin: Origin = Origin.WRITTEN
    partial: str = ""
    reason: str = ""
    level: str = ""
    seconds: tuple[int, int] | None = None
    instant: bool = False


def clock_seconds(point: Point) -> tuple[int, int, str] | None:
    """The clock of a point in seconds from midnight, [start, end), with its granularity; None where it gives neither clock nor part of
    the day."""
    words = load_words()
    part = words.parts.get(point.part)
    if point.hour is None:
        return (part.start * 3600, part.end * 3600, "part") if part is not None else None
    hour = point.hour
    if point.afternoon is not None:
        hour = hour % 12 + (12 if point.afternoon else 0) if hour <= 12 else hour
    elif part is not None and hour <= 12:
        if part.clock == "am":
            hour = 0 if hour == 12 and part.start < 6 and part.end <= 6 else hour
        elif part.clock == "pm":
            hour += 12 if hour < 12 else 0
        elif part.clock == "noon":
            hour += 12 if hour <= 5 else 0
        elif part.clock == "night":
            hour += 12 if 5 <= hour <= 12 else 24
            hour = 24 if hour == 36 else hour
    seconds = hour * 3600 + (point.minute or 0) * 60 + (point.second or 0)
    if point.second is not None:
        return seconds, seconds + 1, "second"
    if point.minute is not None:
        return seconds, seconds + 60, "minute"
    if point.hour_to is not None:
        return seconds, seconds + 3600 * (point.hour_to - (point.hour or 0)), "hour"
    return seconds, seconds + 3600, "hour"


def resolve_point(point: Point, context: Context, *, ahead: int = 0, base: Resolved | None = None) -> Resolved | None:
    """`point` in the calendar. `ahead`: its clause speaks of the future (`WEAK` or more). `base`: the left side of the range whose
    right side it is.

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
    else:
        found.partial += clock_text(clock[0])
    return found


def clock_text(seconds: int) -> str:
    """THH:MM or THH:MM:SS; midnight at the end of a day is T24:00, later hours are those of the next day."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    hours = hours if hours <= 24 and seconds <= 86400 else hours % 24
    return f"T{hours:02d}:{minutes:02d}" + (f":{left:02d}" if left else "")


def _clock_alone(clock: tuple[int, int, str], context: Context, base: Resolved | None) -> Resolved:
    partial = clock_text(clock[0]) + ("/" + clock_text(clock[1]) if clock[2] == "part" else "")
    found = Resolved(None, None, clock[2], Origin.GUESSED, partial, seconds=clock[:2], instant=clock[2] != "part")
    if base is not None and base.start is not None:
        day, origin = base.start.date(), base.origin
        if base.seconds is not None and base.seconds[0] >= 86400:
            day -= timedelta(days=1)
    elif base is None and (told := context.last_day()) is not None:
        day, origin = told
    else:
        return found
    found.start, found.end = at_midnight(day) + timedelta(seconds=clock[0]), at_midnight(day) + timedelta(seconds=clock[1])
    found.origin = origin
    return found


def _resolve_date(point: Point, context: Context, ahead: int, base: Resolved | None) -> Resolved | None:
    if point.before_christ:
        return Resolved(None, None, "year", partial="BC")
    if point.decade is not None:
        return _resolve_decade(point, context)
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
    return _resolve_year(point, context, ahead, base, year, origin)


def _written_year(point: Point, context: Context) -> tuple[int | None, Origin]:
    if point.year is not None:
        return point.year, Origin.WRITTEN
    if point.year_offset is not None:
        return (context.reference.year + point.year_offset, Origin.PUBLICATION) if context.reference is not None else (None, Origin.GUESSED)
    if point.year_told is not None:
        told = context.last_year()
        return (told[0] + point.year_told, told[1]) if told is not None else (None, Origin.GUESSED)
    return None, Origin.GUESSED


def _resolve_decade(point: Point, context: Context) -> Resolved | None:
    assert point.decade is not None
    first, length = point.decade
    origin = Origin.WRITTEN
    if point.year_offset is not None or point.short_decade:
        now = context.reference.year if context.reference is not None else 2000
        century = now // 100 * 100
        if point.year_offset is not None:
            first += century + point.year_offset
        else:
            first += century if century + first <= now else century - 100
        origin = Origin.PUBLICATION if context.reference is not None else Origin.GUESSED
    start, end = span_years(first, length)
    granularity = "century" if length == 100 else "decade"
    if point.window is not None:
        low, high = load_words().long_windows[str(point.window[1])]
        start, end = span_years(first + low * length // 10, max(1, (high - low) * length // 10))
    return Resolved(start, end, granularity, origin)


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
    elif ahead:
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
    if point.day_told is not None:
        told = context.last_day()
        if told is None:
            if context.reference is None:
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
    return _counted(what, str(value), number, start, end, origin)


def _counted(what: str, unit: str, number: int, start: datetime, end: datetime, origin: Origin) -> Resolved | None:
    """The nth, first n or last n weeks, months, quarters or days of [start, end)."""
    if unit in ("周", "星期", "礼拜"):
        if what == "nth":
            return Resolved(*span_days(find_week(start.date(), number), 7), "week", origin)
        if what == "first":
            return Resolved(*span_days(find_week(start.date(), 1), 7 * number), "span", origin)
        return Resolved(end - timedelta(days=7 * number), end, "span", origin)
    if unit in ("天", "日"):
        if what == "nth":
            return Resolved(*span_days(start.date() + timedelta(days=number - 1)), "day", origin)
        low = start if what == "first" else end - timedelta(days=number)
        return Resolved(low, low + timedelta(days=number), "span", origin)
    if unit == "年":
        return Resolved(start, end, "year", origin)
    months = 3 if unit.startswith("季") else 1
    if what == "nth":
        low = add_months(start, months * (number - 1))
        return Resolved(low, add_months(low, months), "quarter" if months == 3 else "month", origin, level="month" if months == 1 else "")
    low = start if what == "first" else add_months(end, -months * number)
    return Resolved(low, add_months(low, months * number), "span", origin)


def _resolve_year(point: Point, context: Context, ahead: int, base: Resolved | None, year: int | None, origin: Origin) -> Resolved | None:
    """A year, or a window in a year that may have to be found."""
    if point.window is None:
        if year is None:
            return Resolved(None, None, "year", Origin.GUESSED)
        start, end = span_years(year)
        return Resolved(start, end, "year", origin, level="year")
    what, value, number = point.window
    if what == "quarter_offset":
        if context.reference is None:
            return Resolved(None, None, "quarter", Origin.GUESSED)
        index = context.reference.year * 4 + (context.reference.month - 1) // 3 + int(value)
        year, what, value, origin = index // 4, "quarter", index % 4 + 1, Origin.PUBLICATION
    if year is None and not point.has_year:
        if base is not None and base.start is not None:
            year, origin = base.start.year, base.origin
        else:
            told = context.sentence.year or context.paragraph.year
            if told is not None:
                year, origin = told[0], weaker(Origin.SENTENCE if context.sentence.year else Origin.PARAGRAPH, told[1])
            elif context.historical and context.article.year is not None:
                year, origin = context.article.year[0], weaker(Origin.ARTICLE, context.article.year[1])
            elif context.reference is not None:
                year, origin = context.reference.year, Origin.PUBLICATION
    if year is None:
        return Resolved(None, None, {"quarter": "quarter", "half": "half", "season": "season"}.get(what, "span"), Origin.GUESSED)
    lead = origin is Origin.PUBLICATION and not point.has_year and context.reference is not None
    found = _window(what, value, number, year, origin)
    if (
        found is not None
        and lead
        and found.start is not None
        and context.reference is not None
        and found.start > context.reference
        and not ahead
        and what in ("season", "quarter")
    ):
        found = _window(what, value, number, year - 1, origin)
    if found is not None and point.inner is not None and found.start is not None and found.end is not None:
        low = {"初": 0, "中": 1, "底": 2, "末": 2}[str(point.inner[1])]
        found.start, found.end, found.granularity = add_months(found.start, low), add_months(found.start, low + 1), "span"
    return found


def _window(what: str, value: str | int, number: int, year: int, origin: Origin) -> Resolved | None:
    words = load_words()
    if what == "half":
        return Resolved(*span_months(year, 1 if value == 1 else 7, 6), "half", origin, level="year")
    if what == "quarter":
        return Resolved(*span_months(year, 3 * int(value) - 2, 3), "quarter", origin, level="year")
    if what == "season":
        start, end = window_in_year(year, words.seasons[str(value)])
        return Resolved(start, end, "season", origin, level="year")
    if what == "year":
        start, end = window_in_year(year, words.year_windows[str(value)])
        return Resolved(start, end, "span", origin, level="year")
    if what == "month":
        return Resolved(
            *window_in_month(year, 12 if value in ("月底", "月末", "下旬") else 1, words.month_windows[str(value)]), "span", origin
        )
    return _counted(what, str(value), number, *span_years(year), origin)
