"""A figure while it is being read, before it is frozen into a Mention."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.mentions.numerals import Numeral
from factcheck.mentions.types import Mention
from factcheck.mentions.units import NUMBER, Unit
from factcheck.model import Hedge, Quantity

__all__ = ["Draft", "freeze"]


@dataclass(slots=True)
class Draft:
    """A figure in the making. `low`, `high`, `step` are in `unit`; hedges around it are applied when they are read.
    `number_end` is where the numeral ends; `shared` the power of ten a range may lend to its left number (3—5万)."""

    start: int
    end: int
    core_start: int
    core_end: int
    number_end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    hedge: Hedge
    digits: str
    unit: Unit = NUMBER
    kind: str = ""
    per: str = ""
    counted: str = ""
    reason: str = ""

    @classmethod
    def of(cls, numeral: Numeral) -> Draft:
        """The bare number."""
        start, end, low, high, step, hedge, digits, *_ = numeral
        return cls(start, end, start, end, end, low, high, step, hedge, digits)

    def scale(self, factor: Decimal) -> None:
        """Multiply number and precision."""
        if self.low is not None:
            self.low *= factor
        if self.high is not None:
            self.high *= factor
        self.step *= factor

    def take(self, unit: Unit, end: int) -> None:
        """Give it a unit that ends at `end`."""
        self.unit = unit
        if unit.scale != 1:
            self.scale(unit.scale)
        self.core_end = end
        if self.end < end:
            self.end = end


def freeze(draft: Draft) -> Mention:
    """The finished mention. Without a unit, a number that is open or spans a stretch is a numberrange."""
    low, high = draft.low, draft.high
    kind = draft.kind or draft.unit.kind
    if kind == "number" and low != high:
        kind = "numberrange"
    unit = draft.unit
    quantity = Quantity(
        low, high, draft.hedge, unit.id, unit.dimension, draft.step, unit.factor, draft.digits, draft.counted, draft.per
    )  # fmt: skip
    return Mention(draft.start, draft.end, kind, quantity, draft.core_start, draft.core_end, (), draft.reason)
