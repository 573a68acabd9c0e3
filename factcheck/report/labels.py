"""Normalised values as a reader reads them: 9,900–12,100 person; 2024-09-01 to 2024-11-30."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from factcheck.claims.naming import name_event
from factcheck.claims.poles import AVOWAL
from factcheck.model import Claim, Family, Hedge, Name, Order, Period, Polarity, Quantity, Stance, Value
from factcheck.report.messages import Messages

__all__ = ["period_label", "stance_label", "value_label"]

_BY_DAY = frozenset({"day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "span"})


def value_label(value: Value, messages: Messages) -> str:
    """The normalised value, whatever its type."""
    match value:
        case Quantity():
            return _quantity_label(value, messages)
        case Period():
            return period_label(value, messages)
        case Name():
            return value.key.replace("/", "") or value.text  # of a place, its side stands behind a stroke
        case Polarity():
            held = messages("value.holds" if value.holds else "value.holds_not")
            return f"{value.text}{messages.bracket(held)}" if value.text else held
        case Order():
            first, then = (name_event(step, messages.lang) for step in (value.first, value.then))
            return messages("value.order", first=first, then=then)


def period_label(period: Period, messages: Messages) -> str:
    """A period as ISO 8601 writes it: 2024, 2024-04, 2024-04-26, or its first and last day (or minute). Open ends are said."""
    start, end = period.start, period.end
    if start is None and end is None:
        return period.digits
    if start is not None and end is not None:
        if period.granularity == "year" and end == _shift_year(start):
            return f"{start:%Y}"
        if period.granularity == "month" and start.day == 1 and end - start <= timedelta(days=31):
            return f"{start:%Y-%m}"
    by_day = period.granularity in _BY_DAY
    first = _moment(start, by_day) if start else messages("value.open")
    last = _moment(end - timedelta(days=1) if by_day else end, by_day) if end else messages("value.open")
    return first if first == last else f"{first} – {last}"


def _moment(when: datetime, by_day: bool) -> str:
    return when.date().isoformat() if by_day else when.isoformat(sep=" ", timespec="minutes")


def _shift_year(start: datetime) -> datetime | None:
    return start.replace(year=start.year + 1) if (start.month, start.day) == (1, 1) and start.year < 9999 else None


def _quantity_label(value: Quantity, messages: Messages) -> str:
    low, high = value.low, value.high
    if low is not None and low == high:
        hedge = "" if value.hedge in (Hedge.EXACT, Hedge.RANGE) else messages.name(value.hedge)
        figure = f"{hedge} {_figure(low)}" if hedge else _figure(low)
    elif low is None and high is None:
        figure = value.digits
    elif high is None and low is not None:
        figure = f"≥ {_figure(low)}"
    elif low is None and high is not None:
        figure = f"≤ {_figure(high)}"
    else:
        assert low is not None
        assert high is not None
        figure = f"{_figure(low)}–{_figure(high)}"
    if not value.unit:
        return figure
    one, _, many = messages.find(f"unit.{value.unit}", f"{{n}} {value.unit}").partition("||")
    return (many if many and not value.low == value.high == 1 else one).replace("{n}", figure)


def _figure(number: Decimal) -> str:
    """A number with thousands marked, no exponent, no trailing zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def stance_label(claim: Claim, messages: Messages) -> str:
    """What a value's label does not say by itself: that the thing is denied, doubted or planned, or said not to be so."""
    if claim.stance is not Stance.ASSERTS:
        stance = messages.name(claim.stance)
        return messages.bracket(messages.label(claim.speaker, stance) if claim.speaker else stance)
    told = claim.family is Family.OFFICE or claim.attribute == AVOWAL  # 前总统, 否认: the words themselves say so
    if isinstance(claim.value, Polarity) and not claim.value.holds and not told:
        return messages.bracket(messages("value.holds_not"))
    return ""
