"""How far apart two values of one fact lie, in the terms a rule's `compare` uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from factcheck.model import Claim, Hedge, Period, Quantity, Value
from factcheck.rules.rule import Compare

__all__ = ["claim_time", "days_apart", "gap_between", "growth_factor", "is_tolerated", "moves_against"]


def is_tolerated(first: Value, second: Value, compare: Compare) -> bool:
    """Whether a rule's hedges, rounding or tolerance bring the two values together. False for values that have no distance (names, units
    that do not convert)."""
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        gap = gap_between(first, second, compare.hedges, compare.rounding or Decimal(0))
        if gap is None:
            return False
        distance, larger, unit = gap
        softened = bool(compare.hedges) or compare.rounding is not None
        if distance == 0:
            return softened or compare.relative is not None or compare.absolute is not None
        near = compare.relative is not None and larger > 0 and distance / larger <= compare.relative
        return near or (compare.absolute is not None and distance / unit <= compare.absolute)
    if isinstance(first, Period) and isinstance(second, Period) and compare.days is not None:
        apart = days_apart(first, second)
        return apart is not None and apart <= compare.days
    return False


def gap_between(
    first: Quantity, second: Quantity, hedges: Mapping[str, Decimal] | None = None, steps: Decimal = Decimal(0)
) -> tuple[Decimal, Decimal, Decimal] | None:
    """(gap, larger magnitude, one unit of the larger) in the common base unit; the gap is 0 where the intervals meet. None when the units
    differ and do not convert, or when neither side has a bound."""
    if first.unit == second.unit:
        factors = (Decimal(1), Decimal(1))
    elif first.factor is not None and second.factor is not None and first.dimension == second.dimension:
        factors = (first.factor, second.factor)
    else:
        return None
    low_a, high_a = _reach(first, factors[0], hedges or {}, steps)
    low_b, high_b = _reach(second, factors[1], hedges or {}, steps)
    magnitude = [(_magnitude(first) * factors[0], factors[0]), (_magnitude(second) * factors[1], factors[1])]
    larger, unit = max(magnitude)
    gaps = [low - high for low, high in ((low_a, high_b), (low_b, high_a)) if low is not None and high is not None]
    return max([Decimal(0), *gaps]), larger, unit


def days_apart(first: Period, second: Period) -> Decimal | None:
    """Calendar days from the last day of the earlier stretch to the first day of the later one, 0 where they share a day; None where an
    open side hides it."""
    gaps = [
        (start.date() - _last_day(begin, end)).days
        for start, begin, end in ((first.start, second.start, second.end), (second.start, first.start, first.end))
        if start is not None and end is not None
    ]
    return Decimal(max(0, *gaps)) if gaps else None


def _last_day(start: datetime | None, end: datetime) -> date:
    """The last day of [start, end): the day before a midnight end, unless nothing lies before it."""
    return end.date() if end == start else (end - timedelta(microseconds=1)).date()


def claim_time(claim: Claim) -> Period | None:
    """When a claim holds: its as-of time, else the day its article was published."""
    if claim.as_of is not None and claim.as_of.start is not None:
        return claim.as_of
    if claim.published is None:
        return None
    day = claim.published.replace(tzinfo=None)
    return Period(start=day, end=day, granularity="second")


def growth_factor(first: Quantity, second: Quantity) -> Decimal | None:
    """Larger over smaller magnitude (at least 1); None where units differ or a side is 0."""
    if first.unit != second.unit:
        return None
    one, two = _magnitude(first), _magnitude(second)
    return max(one, two) / min(one, two) if one and two else None


def moves_against(first: Claim, second: Claim, direction: str) -> bool:
    """Whether the values do not move in `direction` (`rising`, `falling`) from the earlier to the later claim; False where that cannot be
    told."""
    if direction == "any":
        return False
    when = [period.start if (period := claim_time(claim)) else None for claim in (first, second)]
    if not isinstance(first.value, Quantity) or not isinstance(second.value, Quantity) or first.value.unit != second.value.unit:
        return False
    if when[0] is None or when[1] is None or _plain(when[0]) == _plain(when[1]):
        return False
    earlier, later = (first, second) if _plain(when[0]) < _plain(when[1]) else (second, first)
    assert isinstance(earlier.value, Quantity)
    assert isinstance(later.value, Quantity)
    rises = _middle(later.value) > _middle(earlier.value)
    return rises != (direction == "rising")


def _plain(when: datetime) -> datetime:
    return when.replace(tzinfo=None)


def _reach(value: Quantity, factor: Decimal, hedges: Mapping[str, Decimal], steps: Decimal) -> tuple[Decimal | None, Decimal | None]:
    low, high = value.low, value.high
    width = hedges.get(value.hedge.value, Decimal(0)) * _magnitude(value)
    down = width if value.hedge in (Hedge.ABOUT, Hedge.NEARLY, Hedge.UNDER, Hedge.SEVERAL) else Decimal(0)
    up = width if value.hedge in (Hedge.ABOUT, Hedge.OVER, Hedge.SEVERAL) else Decimal(0)
    printed = steps * value.step
    return (
        None if low is None else (low - down - printed) * factor,
        None if high is None else (high + up + printed) * factor,
    )


def _magnitude(value: Quantity) -> Decimal:
    return max((abs(bound) for bound in (value.low, value.high) if bound is not None), default=Decimal(0))


def _middle(value: Quantity) -> Decimal:
    bounds = [bound for bound in (value.low, value.high) if bound is not None]
    return sum(bounds, Decimal(0)) / len(bounds) if bounds else Decimal(0)
