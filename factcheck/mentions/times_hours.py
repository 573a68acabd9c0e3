"""The hours of a point: parts of the day and clock times as seconds from midnight."""

from __future__ import annotations

from factcheck.mentions.times_model import Point
from factcheck.mentions.times_words import load_words

__all__ = ["clock_seconds", "clock_text"]


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


def clock_text(seconds: int) -> str:
    """THH:MM or THH:MM:SS; midnight at the end of a day is T24:00, later hours are those of the next day."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    hours = hours if hours <= 24 and seconds <= 86400 else hours % 24
    return f"T{hours:02d}:{minutes:02d}" + (f":{left:02d}" if left else "")
