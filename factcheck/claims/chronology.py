"""What an article dates: two things with two dates or clock times are in order, though no word says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from factcheck.claims.clauses import Clause
from factcheck.claims.tellings import Telling, tells
from factcheck.model import Origin, Period, Stance

__all__ = ["find_dated", "find_played"]

REACH = 3
"""A dated thing is put in order with the next few of its article, and with the first, which is as a rule what the article is about."""
MOST = 24
"""Orders by date taken of one article."""
_FINE = frozenset({"minute", "hour", "part", "day", "week"})
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_NOT_DONE = re.compile(r"截[至止]|为止|以来|至今|迄今|原定|预定|拟|如果|[?？]|未|没|期间|之前|以前|之后|以后|同比|环比|每[天日年]")
"""Words of a clause whose time is not the time at which something was done."""


@dataclass(frozen=True, slots=True)
class _Dated:
    telling: Telling
    start: datetime
    end: datetime
    clock: bool  # a time of day without its day: to be set against others of its paragraph only


_PLAYED = re.compile(r"第(?P<minute>\d{1,3})分钟")
"""A minute of play."""


def find_played(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs (earlier, later) of what one paragraph tells of two minutes of a game (第31分钟，…)."""
    played: list[tuple[int, Telling]] = []
    alone: tuple[int, int] | None = None
    for clause in clauses:
        mark = _PLAYED.search(clause.text)
        if played and played[-1][1].clause.sentence.paragraph != clause.sentence.paragraph:
            played = []
        minute = int(mark["minute"]) if mark is not None else alone[1] if alone is not None and alone[0] == clause.sentence.index else None
        start, alone = clause.start, None
        if mark is not None:
            if len(clause.text) - len(mark.group()) <= 3:
                alone = clause.sentence.index, int(mark["minute"])
                continue
            start += mark.end() if mark.start() <= 1 else 0
        telling = Telling(clause, start, clause.end)
        if minute is None or clause.stance is not Stance.ASSERTS or _NOT_DONE.search(clause.text) or not tells(telling, text):
            continue
        for before, other in played[-REACH:]:
            if before != minute:
                yield (other, telling) if before < minute else (telling, other)
        played.append((minute, telling))


def find_dated(text: str, clauses: Sequence[Clause]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs (earlier, later) of what the article dates to times that do not meet."""
    dated = list(_read(text, clauses))
    found = 0
    for i, one in enumerate(dated):
        for j in range(i + 1, len(dated)):
            other = dated[j]
            if (j - i > REACH and i > 0) or one.clock != other.clock:
                continue
            if one.clock and one.telling.clause.sentence.paragraph != other.telling.clause.sentence.paragraph:
                continue
            first, then = (one, other) if one.start < other.start else (other, one)
            if first.end <= then.start and found < MOST:
                found += 1
                yield first.telling, then.telling


def _read(text: str, clauses: Sequence[Clause]) -> Iterator[_Dated]:
    alone: tuple[int, Period] | None = None  # the time of the clause before, which says nothing else
    for clause in clauses:
        times = [m for m in clause.times if isinstance(m.value, Period) and m.kind != "set"]
        own = alone[1] if alone is not None and alone[0] == clause.sentence.index and not times else None
        alone = None
        if clause.sentence.headline or clause.bracketed or len(times) > 1 or _NOT_DONE.search(clause.text):
            continue
        start = max(clause.start, clause.content_start)
        if clause.end - start < 3:
            start = clause.start  # 17时50分发布通告: publishing is what was done
        if times:
            assert isinstance(times[0].value, Period)
            if len(clause.text) - (times[0].end - times[0].start) <= 3:
                alone = clause.sentence.index, times[0].value
                continue
            own = times[0].value if times[0].start >= start else None
            start = times[0].end if times[0].start - start <= 1 else start
        moment = _moment(own) if own is not None else None
        if moment is None or clause.stance is not Stance.ASSERTS or clause.end - start < 3:
            continue
        telling = Telling(clause, start, clause.end)
        if tells(telling, text):
            yield _Dated(telling, *moment)


def _moment(period: Period) -> tuple[datetime, datetime, bool] | None:
    """Bounds of a time that is given to the week or finer; of a time of day alone, on an arbitrary day."""
    if period.granularity not in _FINE:
        return None
    if period.start is not None:
        if period.origin is Origin.GUESSED:
            return None
        return period.start, period.end or period.start + timedelta(days=1), False
    clock = _CLOCK.fullmatch(period.partial)
    if clock is None:
        return None
    start = datetime(2000, 1, 1, int(clock[1]), int(clock[2]))
    return start, start + timedelta(minutes=1), True
