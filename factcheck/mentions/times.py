"""Dates, times of day, durations and sets in a shadow text (simplified, half width)."""

from __future__ import annotations

from datetime import datetime

from factcheck.mentions.times_blanks import Squeezed, squeeze
from factcheck.mentions.times_reader import TimeReader
from factcheck.mentions.types import Mention

__all__ = ["read_times"]


def read_times(text: str, reference: datetime | None) -> list[Mention]:
    """Every time in `text`, sorted, without overlaps.

    `text` is shadow text; blanks between digits and characters are tolerated. `reference` is when the text was published: its wall clock
    is taken, the zone is dropped. Without it, what needs it (今年, 昨天, a 4月27日 whose year is nowhere told) has a Period whose start
    and end are None, whose origin is guessed and whose `partial` says what is known.

    Kinds: date (one day), daterange, datetime (day and clock), datetimerange (day and part of the day, or a range with a clock), time,
    timerange (no day; start and end are set when the day was told before), duration (a Quantity of dimension time), set (每周三:
    bounds None). Total: any text gives a list; the work grows with the length of the text.
    """
    naive = reference.replace(tzinfo=None) if reference is not None else None
    squeezed = squeeze(text)
    if squeezed is None:
        return TimeReader(text, naive).read()
    return [_moved(mention, squeezed) for mention in TimeReader(squeezed.text, naive).read()]


def _moved(mention: Mention, squeezed: Squeezed) -> Mention:
    at = squeezed.original
    readings = tuple(_moved(reading, squeezed) for reading in mention.readings)
    return Mention(
        at(mention.start), at(mention.end - 1) + 1, mention.kind, mention.value, at(mention.core_start), at(mention.core_end - 1) + 1,
        readings, mention.reason,
    )  # fmt: skip
