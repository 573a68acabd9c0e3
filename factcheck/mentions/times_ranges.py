"""Ranges: the right side of 3月1日至5日, 8至10时, 从昨天下午两点到明天四点."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from factcheck.mentions.times_context import Context
from factcheck.mentions.times_model import Point, Resolved
from factcheck.mentions.times_points import read_point
from factcheck.mentions.times_resolution import resolve_point
from factcheck.model import Origin

__all__ = ["JOIN_WORDS", "read_right"]

JOIN_WORDS = re.compile(
    r"(?:前|起|开始)?(?:直?至|一?直到|到|[-–—~～ー]{1,2}|延续到|持续到|延至|、(?=[0-9]{1,2}[月日号]|[12][0-9]{3}年))(?!今(?![年天日晚晨])|目前)"
)
_AND = re.compile("和|与|及|同")
_MINGUO_YEAR = re.compile("(?P<year>[0-9]{2,3})年(?!代|级|历史|之久|[初底末]|[0-9]{1,2}月)")
_BETWEEN = re.compile("之间|间(?![隔断接])")


def read_right(text: str, point: Point, left: Resolved, context: Context, ahead: int) -> tuple[Point, Resolved] | None:
    """The right side of the range that begins with `point` (resolved: `left`), or None where there is none. `left` is completed from
    the right side where that says more (1月至2023年3月, 2:00-明天4:00)."""
    join = JOIN_WORDS.match(text, point.end)
    between = join is None
    if join is None:
        join = _AND.match(text, point.end)
        if join is None:
            return None
    right = _read_minguo(text, join.end(), point) or read_point(
        text, join.end(), bare_year=point.bare, clocked=point.hour is not None, joined=True
    )
    if right is None or (join[0] == "、" and not _follows(point, right)) or not _comparable(point, right):
        return None
    end = _BETWEEN.match(text, right.end)
    if between and end is None:
        return None
    _inherit_part(point, right)
    lone_clock = not point.has_date and not point.has_day and (right.has_day or right.has_month)
    resolved = resolve_point(right, context, ahead=ahead, base=None if lone_clock else left)
    if resolved is None:
        return None
    if lone_clock:
        _date_left_clock(point, left, context, resolved)
    elif point.has_month and not point.has_year and right.year is not None:
        _take_year(point, left, right)
    if left.start is not None and resolved.start is not None and resolved.end is not None and resolved.start < left.start:
        if right.has_date or right.has_day:
            return None
        resolved.start, resolved.end = resolved.start + timedelta(days=1), resolved.end + timedelta(days=1)  # 晚上10点到凌晨4点
    if between and end is not None:
        right.end = end.end()
    return right, resolved


def _read_minguo(text: str, at: int, left: Point) -> Point | None:
    """The right year of 民国100年到112年: of the same era though it is not said again."""
    match = _MINGUO_YEAR.match(text, at) if left.minguo and left.month is None and left.day is None else None
    return Point(at, match.end(), year=1911 + int(match["year"]), minguo="minguo") if match is not None else None


def _inherit_part(left: Point, right: Point) -> None:
    """下午2点到4点: the right clock is of the same part of the day."""
    if right.hour is None or right.part or not left.part or right.has_date or right.has_day:
        return
    first = left.hour or 0
    if right.hour >= first or first == 12:
        right.part = left.part


def _date_left_clock(point: Point, left: Resolved, context: Context, right: Resolved) -> None:
    """2:00-明天4:00 begins on the day of publication."""
    if right.start is None or left.seconds is None or context.reference is None:
        return
    midnight = datetime(context.reference.year, context.reference.month, context.reference.day)
    left.start, left.end = midnight + timedelta(seconds=left.seconds[0]), midnight + timedelta(seconds=left.seconds[1])
    left.origin, left.partial = Origin.PUBLICATION, ""
    point.day_offset = 0


def _take_year(point: Point, left: Resolved, right: Point) -> None:
    """11月至2024年2月: the year of the left side is that of the right, or the one before."""
    if left.start is None or left.end is None or point.month is None or right.year is None:
        return
    year = right.year - ((point.month, point.day or 0) > (right.month or 12, right.day or 31))
    shift = year - left.start.year
    for name in ("start", "end"):
        moment: datetime = getattr(left, name)
        day = 28 if moment.month == 2 and moment.day == 29 else moment.day
        setattr(left, name, moment.replace(year=moment.year + shift, day=day))


def _comparable(left: Point, right: Point) -> bool:
    """Whether two points can be the ends of one range (not 下午2时至北京)."""
    if left.decade is not None or right.decade is not None or left.has_date or left.has_day:
        return True
    return right.hour is not None or bool(right.part) or right.has_day


def _follows(left: Point, right: Point) -> bool:
    """Whether the right of 7、8月 or 3、4日 is next to the left, so that both are one stretch."""
    for first, second in ((left.day, right.day), (left.month, right.month), (left.year, right.year)):
        if first is not None and second is not None:
            return second == first + 1
    return False
