"""A point of time as written, before anything is filled in, and as found in the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.mentions.times_words import Holiday
from factcheck.model import Origin

__all__ = ["Point", "Resolved"]


@dataclass(slots=True)
class Point:
    """A point of time at text[start:end]. None or "" is what is not said.

    `year_offset` (去年: -1) counts from the publication, `year_told` (次年: 1) from the year last told; so for month and day. `window`
    narrows what stands before it: (what, word or numbers). `decade` is the first year and length of a decade or century. `said_month`,
    `said_day`: an explicit day beside a relative one (本周四（9日）). `zone` as in data/times.yml. `feast`: the holidays around a
    feast (期间, 长假, 前夕). `unanchored`: counted from an event that is not dated. `bare`: the number has its unit from what follows
    (3至5日).
    """

    start: int
    end: int
    year: int | None = None
    year_offset: int | None = None
    year_told: int | None = None
    minguo: str = ""
    month: int | None = None
    month_offset: int | None = None
    month_told: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_offset: int | None = None
    day_told: int | None = None
    weekday: int | None = None
    week_offset: int | None = None
    window: tuple[str, str | int, int] | None = None
    inner: tuple[str, str | int, int] | None = None
    decade: tuple[int, int] | None = None
    short_decade: bool = False
    lunar: tuple[int, int] | None = None
    holiday: Holiday | None = None
    said_month: int | None = None
    said_day: int | None = None
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    afternoon: bool | None = None
    zone: str = ""
    before_christ: bool = False
    feast: str = ""
    unanchored: bool = False
    bare: bool = False
    hour_to: int | None = None

    @property
    def has_date(self) -> bool:
        return (
            self.year is not None
            or self.month is not None
            or self.year_offset is not None
            or self.window is not None
            or self.decade is not None
            or self.day is not None
            or self.month_offset is not None
            or self.year_told is not None
            or self.month_told is not None
            or self.has_day
        )

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.year_offset is not None or self.year_told is not None

    @property
    def has_month(self) -> bool:
        return self.month is not None or self.month_offset is not None or self.month_told is not None

    @property
    def has_day(self) -> bool:
        return (
            self.day is not None
            or self.day_offset is not None
            or self.day_told is not None
            or self.weekday is not None
            or self.week_offset is not None
            or self.lunar is not None
            or self.holiday is not None
        )


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
