"""Figures and times of a text together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from factcheck.language.shadow import Shadow, shadow_text
from factcheck.mentions.figures import read_figures
from factcheck.mentions.parts import split_mention
from factcheck.mentions.times import read_times
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["find_mentions", "merge_mentions", "read_mentions"]


def read_mentions(text: str, reference: datetime | None = None) -> list[Mention]:
    """Every figure and time of a shadow text, sorted by place, without overlaps. `reference` is when it was published."""
    return merge_mentions(read_figures(text), read_times(text, reference))


def merge_mentions(figures: list[Mention], times: list[Mention]) -> list[Mention]:
    """Both lists (each sorted and free of overlaps) as one. Of two that overlap, the longer stays; of two of one length the time:
    a number inside a date or a duration is no figure, a rate (每小时151公里) no duration. A bare decimal keeps the clock time as
    a further reading."""
    out: list[Mention] = []
    at, count = 0, len(times)
    for figure in figures:
        while at < count and times[at].end <= figure.start:
            out.append(times[at])
            at += 1
        ahead = at
        keep = True
        while ahead < count and times[ahead].start < figure.end:
            time = times[ahead]
            if (time.start, time.end) == (figure.start, figure.end) and _is_decimal(figure) and time.kind == "time":
                figure = replace(figure, readings=(time,), reason="decimal or clock time")
            elif time.end - time.start >= figure.end - figure.start:
                keep = False
            ahead += 1
        if keep:
            at = ahead
            if out and out[-1].end > figure.start:
                continue
            out.append(figure)
    out.extend(times[at:])
    return out


def _is_decimal(figure: Mention) -> bool:
    """Whether a figure is a bare decimal (十五点七), which a clock would read as a time; both readings are kept, the number first."""
    value = figure.value
    return isinstance(value, Quantity) and not value.unit and value.step < 1


def find_mentions(text: str, reference: datetime | None = None, *, parts: bool = True) -> list[Mention]:
    """Every figure and every time in a text of any script, with offsets into that text, sorted by start, longer ones first.

    Each result has `start`, `end`, `kind`, `low`, `high`, `unit` (see `Mention`): percent in points, money with its ISO code, times
    as ISO 8601 with an exclusive end, None for an open bound. `reference` (the date of publication) completes partial and relative
    dates. With `parts` what a mention is made of follows it, so that any policy of spans is served: 至少5000人 comes with 5000人
    (quantity), 至少5000 (numberrange) and 5000 (number), 5—20% with 20%. Without, no two results overlap.
    """
    shadow = shadow_text(text)
    out: list[Mention] = []
    for mention in read_mentions(shadow.text, reference):
        found = [mention, *split_mention(shadow.text, mention)] if parts else [mention]
        out.extend(_in_original(shadow, each) for each in found)
    out.sort(key=lambda m: (m.start, -m.end, m.kind))
    return out


def _in_original(shadow: Shadow, mention: Mention) -> Mention:
    span = shadow.original(mention.start, mention.end)
    core = shadow.original(mention.core_start, mention.core_end)
    readings = tuple(_in_original(shadow, reading) for reading in mention.readings)
    return replace(mention, start=span.start, end=span.end, core_start=core.start, core_end=core.end, readings=readings)
