"""Dates and times in a shadow text (simplified, half width)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from factcheck.mentions.types import Mention
from factcheck.model import Origin, Period

__all__ = ["read_times"]

_DATE = re.compile(r"(?<![0-9.])([12][0-9]{3})(?:年([0-9]{1,2})月([0-9]{1,2})[日号]|[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9.]))")


def read_times(text: str, reference: datetime | None) -> list[Mention]:
    """Every time in `text`, sorted, without overlaps. `reference` is when the text was published."""
    found = []
    for m in _DATE.finditer(text):
        try:
            start = datetime(int(m[1]), int(m[2] or m[4]), int(m[3] or m[5]))
        except ValueError:
            continue
        period = Period(start, start + timedelta(days=1), "day", Origin.WRITTEN, digits=m[0])
        found.append(Mention(m.start(), m.end(), "date", period, m.start(), m.end()))
    return found
