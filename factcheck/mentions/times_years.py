"""Years, decades and centuries, and the windows within them: quarters, halves, seasons, the first nine months."""

from __future__ import annotations

from datetime import datetime, timedelta

from factcheck.mentions.calendar_windows import add_months, find_week, span_days, span_months, span_years, window_in_month, window_in_year
from factcheck.mentions.times_context import Context, weaker
from factcheck.mentions.times_model import Point, Resolved
from factcheck.mentions.times_words import load_words
from factcheck.model import Origin

__all__ = ["count_within", "resolve_decade", "resolve_year"]


def resolve_decade(point: Point, context: Context) -> Resolved | None:
    """A decade or a century, those of two digits or 上世纪 by the century of the publication."""
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


def count_within(what: str, unit: str, number: int, start: datetime, end: datetime, origin: Origin) -> Resolved | None:
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


def resolve_year(point: Point, context: Context, ahead: int, base: Resolved | None, year: int | None, origin: Origin) -> Resolved | None:
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
            paragraph = context.paragraph.year
            told = context.sentence.year or (
                paragraph if paragraph is None or paragraph[1] is Origin.WRITTEN or what not in ("quarter", "half") else None
            )
            if told is not None:
                year, origin = told[0], weaker(Origin.SENTENCE if context.sentence.year else Origin.PARAGRAPH, told[1])
            elif context.historical and context.article.year is not None:
                year, origin = context.article.year[0], weaker(Origin.ARTICLE, context.article.year[1])
            elif context.reference is not None:
                year, origin = context.reference.year, Origin.PUBLICATION
    if year is None:
        return Resolved(None, None, {"quarter": "quarter", "half": "half", "season": "season"}.get(what, "span"), Origin.GUESSED)
    found = _window(what, value, number, year, origin)
    if not point.has_year and origin is Origin.PUBLICATION and not ahead and what in ("season", "quarter") and context.begins_later(found):
        found = _window(what, value, number, year - 1, origin)  # 第四季 in the news of March is that of last year
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
    return count_within(what, str(value), number, *span_years(year), origin)
