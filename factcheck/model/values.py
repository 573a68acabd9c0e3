"""What a claim may give: a figure, a time, a name, whether something is so, an order of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

__all__ = ["Hedge", "Name", "Order", "Origin", "Period", "Polarity", "Quantity", "Step", "Value", "number_json"]


class Hedge(StrEnum):
    """How firmly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"  # 约, 左右, 前后
    AT_LEAST = "at_least"  # 至少, 不少于, 以上
    OVER = "over"  # 超过, 逾, 余, 多, 突破
    AT_MOST = "at_most"  # 至多, 不超过, 以内
    UNDER = "under"  # 不到, 不足, 以下
    NEARLY = "nearly"  # 近, 将近, 接近
    SEVERAL = "several"  # 数百, 几十, 上千
    RANGE = "range"  # 200至350


def number_json(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: an integer where it is one, so that output is stable."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit.

    `low`, `high`: the bounds the words give, in `unit`; equal for a plain figure (also for 约 1.5万: the hedge says it is
    soft), None where the words leave that side open (超过, 至少: high None; 不到, 最多: low None).
    `step`: the place value of the last printed digit in `unit` (49.2% -> 0.1, 1.5万 -> 1000, 1000000 -> 1): half of it on either side
    is the
    rounding interval. `unit`: canonical unit id ("person", "CNY", "km", "percent", "" for a bare number), `dimension` what it
    measures ("count", "money", "length", "share", "time", ...), `factor` what one unit is in the dimension's base unit (None where
    units must never be
    converted: currencies, counts of different things). `digits`: the figure as written. `counted`: head noun counted or measured, as
    written in the shadow ("" where none stands with it). `per`: what it is a rate of, as written (股, 10股, 人, 吨); of a score the
    other side's number.
    """

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.EXACT
    unit: str = ""
    dimension: str = "number"
    step: Decimal = Decimal(0)
    factor: Decimal | None = None
    digits: str = ""
    counted: str = ""
    per: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": "quantity",
            "low": number_json(self.low),
            "high": number_json(self.high),
            "hedge": self.hedge.value,
            "unit": self.unit,
            "dimension": self.dimension,
            "step": number_json(self.step),
            "digits": self.digits,
            "counted": self.counted,
            **({"per": self.per} if self.per else {}),
        }


class Origin(StrEnum):
    """Where the missing part of a date was taken from, from firm to weak."""

    WRITTEN = "written"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    PUBLICATION = "publication"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time [start, end), local wall-clock time (naive), with the granularity it was given in.

    `granularity`: second, minute, hour, part (of a day), day, week, month, quarter, half, season, year, decade, century, span.
    `hedge`: exact, about (前后), at_least/over (since), at_most/under (before, 以前). `zone`: "" or what was written ("+08:00",
    "local"). A None bound is open.
    `partial`: what the words alone give where that is no whole date: a time of day ("T14:20", "T17:00/T19:30", "T22:00/"), or the
    known part of a
    date that could not be resolved ("XXXX-04-27"; `start` and `end` are then None and `origin` is guessed); "" otherwise.
    """

    start: datetime | None
    end: datetime | None
    granularity: str
    origin: Origin = Origin.WRITTEN
    hedge: Hedge = Hedge.EXACT
    zone: str = ""
    digits: str = ""
    partial: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": "period",
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "granularity": self.granularity,
            "origin": self.origin.value,
            "hedge": self.hedge.value,
            "zone": self.zone,
            "digits": self.digits,
            "partial": self.partial,
        }


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place, organisation or other name as a value. `key` is its canonical form (simplified, aliases folded)."""

    text: str
    key: str
    type: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "name", "text": self.text, "key": self.key, "type": self.type}


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether a thing is so (happened, holds) or not. `text` is the predicate as written."""

    holds: bool
    text: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "polarity", "holds": self.holds, "text": self.text}


@dataclass(frozen=True, slots=True)
class Step:
    """What one side of an order is known by, in words of the shadow. `acts`: its verbs; `things`: the nouns behind them and those that 把
    puts before; `agents`: the other nouns before them, and the subject. `ordinals`: which one of several (2次, 1号); 再 stands for
    what is done once more."""

    acts: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Two events in the order told: `first` before `then` (predicates, normalised). `steps`: the two in detail, in that order; empty for
    an order made by hand."""

    first: str
    then: str
    steps: tuple[Step, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"kind": "order", "first": self.first, "then": self.then}


Value = Quantity | Period | Name | Polarity | Order
