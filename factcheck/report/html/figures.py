"""Where the points of a drawing go. The page only draws: a layout is made here, once, the same for the same report.

Sizes are units of the drawing's own box, `WIDTH` wide.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.model import Article, Claim, Period

__all__ = ["LANE", "MOST_POINTS", "WIDTH", "lay_out_graph", "lay_out_timeline", "moment_of"]

WIDTH = 640
LANE = 44
#: A drawing with more points is unreadable; what is left out is said beside it.
MOST_POINTS = 16
_LABELS = 96
_APART = 30
_CENTRE, _ACROSS, _MARGIN = WIDTH // 2, 210, 44


def lay_out_graph(values: Sequence[Sequence[int]]) -> list[list[int]]:
    """[claim, value, place within the value, x, y] for every claim drawn: around an ellipse, the claims of one value side by side.

    `values` holds the numbers of the claims of each value. Where there are more than `MOST_POINTS`, each value keeps its first ones.
    """
    each = max(1, MOST_POINTS // max(1, len(values)))
    total = sum(len(group) for group in values)
    drawn = [(claim, v, i) for v, group in enumerate(values) for i, claim in enumerate(group) if total <= MOST_POINTS or i < each]
    drawn = drawn[:MOST_POINTS]
    points = []
    # Two points lie on a line; more need height.
    down = min(110, 25 * (len(drawn) - 2)) if len(drawn) > 2 else 0
    # Half a step of room between values keeps the groups apart.
    slots = len(drawn) + len({v for _, v, _ in drawn}) * 0.5
    turn = 0.0
    previous = drawn[0][1] if drawn else 0
    for claim, v, i in drawn:
        if v != previous:
            turn += 0.5
            previous = v
        angle = math.pi + 2 * math.pi * turn / max(slots, 1)
        points.append([claim, v, i, round(_CENTRE + _ACROSS * math.cos(angle)), round(_MARGIN + down + down * math.sin(angle))])
        turn += 1
    return points


def moment_of(claim: Claim, article: Article | None) -> tuple[str, bool]:
    """The day a claim speaks of (ISO 8601) and whether that is its as-of time; else the day it was published; "" when neither is known.

    A claim about a stretch that was not over when it was published (this year) speaks of the day of publication.
    """
    when = _day_of(claim.as_of)
    written = claim.published or (article.published if article else None)
    published = written.date() if written else None
    if when is None or (published is not None and when > published):
        return (published.isoformat() if published else ""), False
    return when.isoformat(), True


def _day_of(period: Period | None) -> date | None:
    """The day a period ends on, or begins where its end is open."""
    if period is None:
        return None
    if period.end is not None:
        try:
            return (period.end - timedelta(microseconds=1)).date()
        except OverflowError:
            return period.end.date()
    return period.start.date() if period.start is not None else None


def lay_out_timeline(points: Sequence[tuple[int, int, tuple[str, bool]]]) -> list[list[int | str]]:
    """[claim, lane, x, day, is an as-of time] in the order of time, [] where fewer than two days are known.

    `points` holds (claim, lane, (day, whether it is the as-of time)). Days are placed to scale, and pushed apart where they would meet.
    """
    dated = sorted((day, lane, claim, own) for claim, lane, (day, own) in points if day)[:MOST_POINTS]
    days = sorted({day for day, *_ in dated})
    if len(days) < 2:
        return []
    first, last = (date.fromisoformat(day).toordinal() for day in (days[0], days[-1]))
    room = WIDTH - _LABELS - 60
    places: dict[str, int] = {}
    least = 0
    for index, day in enumerate(days):
        wanted = round(room * (date.fromisoformat(day).toordinal() - first) / (last - first))
        # Never further right than leaves room for the days that follow.
        most = room - _APART * (len(days) - 1 - index)
        places[day] = min(max(wanted, least), most)
        least = places[day] + _APART
    return [[claim, lane, _LABELS + places[day], day, int(own)] for day, lane, claim, own in dated]
