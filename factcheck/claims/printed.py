"""What the printed digits of a figure stand for, and whether figures add up within their rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Hedge, Quantity

__all__ = ["add_up", "plain", "span_of"]

_DEVIATIONS = 3
"""Standard deviations of its rounding errors (each even over a step of its last digit) by which a sum may miss its total."""


def span_of(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and most that a figure may stand for, in base units: its rounding interval, or what its hedge leaves open. What is counted
    one by one is exact; a total that is called about so many is right to its last digit."""
    low, high = (b if b is not None else Decimal(0) for b in (quantity.low, quantity.high))
    if quantity.hedge is Hedge.EXACT:
        half = _step(quantity) / 2
        low, high = low - half, high + half
    elif quantity.hedge is Hedge.ABOUT:
        digits = str(int(abs(high))).rstrip("0") or "1"
        place = Decimal(10) ** (len(str(int(abs(high)))) - len(digits))
        slack = min(max(place, quantity.step) / 2, abs(high) / 10)
        low, high = low - slack, high + slack
    elif quantity.hedge is not Hedge.OVER or high <= low:
        low, high = low - abs(low) / 10, high + abs(high) / 10
    return low * _factor(quantity), high * _factor(quantity)


def add_up(parts: Sequence[Quantity], total: Quantity) -> int:
    """0 where the parts may make the total, 1 where they are more, -1 where they are less. All in one dimension. Exact figures may miss it
    by three standard deviations of their rounding errors, never by more than all of these together; a total may be cut off instead of
    rounded (21.9亿 told as 21亿)."""
    if any(q.hedge is not Hedge.EXACT or q.low != q.high for q in (*parts, total)):
        bounds = [span_of(q) for q in parts]
        low, high = sum((b[0] for b in bounds), Decimal(0)), sum((b[1] for b in bounds), Decimal(0))
        stated_low, stated_high = span_of(total)
        return 1 if low > stated_high else -1 if high < stated_low else 0
    steps = [_step(q) * _factor(q) for q in (*parts, total)]
    missed = sum((_told(q) for q in parts), Decimal(0)) - _told(total)
    slack = min(_DEVIATIONS * (sum((s * s for s in steps), Decimal(0)) / 12).sqrt(), sum(steps, Decimal(0)) / 2)
    if abs(missed) <= slack or (steps[-1] > max(steps[:-1]) and 0 <= missed < steps[-1]):
        return 0
    return 1 if missed > 0 else -1


def _told(quantity: Quantity) -> Decimal:
    return (quantity.low or Decimal(0)) * _factor(quantity)


def _factor(quantity: Quantity) -> Decimal:
    return quantity.factor or Decimal(1) if quantity.dimension != "count" else Decimal(1)


def _step(quantity: Quantity) -> Decimal:
    """The unit of the last printed digit; nought for what is counted one by one."""
    low = quantity.low or Decimal(0)
    counted = quantity.dimension == "count" or (quantity.dimension == "number" and low == low.to_integral_value())
    return Decimal(0) if counted and quantity.step <= 1 else quantity.step


def plain(value: Decimal | None) -> str:
    """A number as a formula shows it: 1,200; "?" where there is none."""
    return "?" if value is None else f"{value.normalize():,f}"
