"""What the mentions stage hands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Period, Quantity

__all__ = ["EntityMention", "Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure or a time in a text.

    `start`, `end`: offsets into the text it was read from, hedges included (约1.5万名). `core_start`, `core_end`: the figure and
    its unit without the hedge words. `kind`: number, ordinal, percent, numberrange, money, quantity, age, temperature, date,
    daterange, datetime, datetimerange, time, timerange, duration or set. `value`: a Quantity, or a Period, or None where only the
    span is known.
    `readings`: further readings of a truly ambiguous word, each a Mention of the same span. `reason` says why one was preferred.
    """

    start: int
    end: int
    kind: str
    value: Quantity | Period | None
    core_start: int
    core_end: int
    readings: tuple[Mention, ...] = ()
    reason: str = ""

    @property
    def low(self) -> Decimal | str | None:
        """Lower bound: a number for figures (percent in points), an ISO 8601 string for times (THH:MM for a time of day); None when open
        or unknown."""
        if isinstance(self.value, Quantity):
            return self.value.low
        if isinstance(self.value, Period):
            if self.kind in ("time", "timerange"):
                return self.value.partial.partition("/")[0] or None
            return self.value.start.isoformat() if self.value.start is not None else None
        return None

    @property
    def high(self) -> Decimal | str | None:
        """Upper bound, exclusive for dates."""
        if isinstance(self.value, Quantity):
            return self.value.high
        if isinstance(self.value, Period):
            if self.kind in ("time", "timerange"):
                first, slash, last = self.value.partial.partition("/")
                return (last if slash else first) or None
            return self.value.end.isoformat() if self.value.end is not None else None
        return None

    @property
    def unit(self) -> str:
        """Canonical unit id, "" for none."""
        return self.value.unit if isinstance(self.value, Quantity) else ""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in a text (shadow offsets). `type` as in model.Entity; `key` its canonical form within the folder's knowledge so far;
    `title` the office or title that stands with a person (外务相, 国防部发言人, 中将), "" if none; `of` the body the title belongs to."""

    start: int
    end: int
    text: str
    type: str
    key: str
    title: str = ""
    of: str = ""
