"""Two figures: do they meet?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.model import Hedge, Quantity, Reason

__all__ = ["NEAR", "QuantityVerdict", "Slip", "compare_quantities", "plausible_interval", "read_slip", "same_dimension"]

ABOUT = Decimal("0.10")
"""约, 左右: ten per cent either side. The founding example of design.md: 约1.5万 stands for 13.5 to 16.5 thousand."""
NEARLY = Decimal("0.10")
"""近, 将近: up to ten per cent below, not above."""
OVER = Decimal("0.20")
"""超过, 逾, 突破: up to a fifth above. A reporter who knows 15,000 does not write "over 10,000"."""
_POWERS = {"百", "千", "万", "亿", "百万", "千万", "十万"}
"""Powers of ten without a numeral (逾百名): anything up to twice that is called so."""
LEAST = Decimal("1.0")
"""至少, 以上: up to twice. It names a floor that was known, not the size."""
ROUND = Decimal("0.025")
"""A round figure without a hedge (3000, 5200) may stand for its neighbours within 2.5 per cent."""

CLASSIFIERS: tuple[frozenset[str], ...] = tuple(
    frozenset(group)
    for group in (
        {"person", "person-time"},
        {"person", "例", "宗"},
        {"艘", "条", "只", "船次"},
        {"架", "架次", "班", "航班", "班次"},
        {"列", "班", "趟", "班次", "列次"},
        {"辆", "台", "部", "车次", "辆次"},
        {"栋", "幢", "座", "间", "处", "所", "户"},
        {"起", "宗", "件", "例", "案", "桩"},
        {"枚", "发", "颗", "粒"},
        {"场", "time", "届", "轮", "回", "回合", "度", "番"},
        {"项", "种", "条", "类", "款", "份"},
        {"家", "间", "所"},
        {"套", "件", "组"},
        {"支", "只"},
        {"头", "只", "匹", "尾", "条"},
        {"封", "份", "件"},
        {"张", "幅", "件", "份"},
    )
)


_TURNS = frozenset({"time", "届", "轮", "回", "回合", "场", "度", "番"})
"""Measure words of turns and sessions: 第十轮 and 15个 count different things."""


@dataclass(frozen=True, slots=True)
class QuantityVerdict:
    """`meet`: whether the two can both be right of one thing; `reason` why. `equal`: the same figure, converted or not."""

    meet: bool
    reason: Reason
    equal: bool = False


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether two figures can be compared at all: one dimension; for counts, measure words that count the same sort of thing.
    Currencies are
    never converted into each other. Symmetric."""
    if a.dimension != b.dimension:
        return "number" in {a.dimension, b.dimension} and bool({a.dimension, b.dimension} & {"count", "money"})
    if a.unit == b.unit:
        return True
    if a.dimension == "count":
        generic = {"unit", ""}
        if a.unit in generic or b.unit in generic:
            return not ({a.unit, b.unit} & _TURNS and "unit" in {a.unit, b.unit})
        return any(a.unit in group and b.unit in group for group in CLASSIFIERS)
    return a.factor is not None and b.factor is not None


def plausible_interval(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The values the words leave open: bounds as written, widened by what the hedge means (constants above) and by rounding. None is
    unbounded."""
    low, high = q.low, q.high
    if q.hedge is Hedge.ABOUT and low is not None and high is not None:
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    if q.hedge is Hedge.NEARLY:
        top = high if high is not None else low
        return (None, None) if top is None else (top - abs(top) * NEARLY, top)
    if q.hedge is Hedge.OVER:
        tenths = q.step if q.dimension == "share" and q.step >= 10 else Decimal(0)
        return _above(low, high, LEAST if q.digits in _POWERS else OVER, tenths)
    if q.hedge is Hedge.AT_LEAST:
        return _above(low, high, LEAST)
    if q.hedge in {Hedge.UNDER, Hedge.AT_MOST}:
        top = high if high is not None else low
        if q.hedge is Hedge.UNDER and top is not None:
            return top - abs(top) * OVER, top
        return None, top
    half = q.step / 2
    if q.dimension in {"count", "number", "rank"} and q.step <= 1:
        half = Decimal(0)  # ten people are ten
    if low is not None and high is not None and low == high:
        half = max(half, _round_slack(low))
    return (None if low is None else low - half), (None if high is None else high + half)


def _above(low: Decimal | None, high: Decimal | None, share: Decimal, step: Decimal = Decimal(0)) -> tuple[Decimal | None, Decimal | None]:
    """From `low` up by a share of itself, or by a `step` where that is more: 逾一成 may be anything below 两成."""
    if low is None:
        return None, high
    if high is not None and high > low:
        return low, high
    return low, low + max(abs(low) * share, step)


def _round_slack(value: Decimal) -> Decimal:
    """Half the place of the last nonzero digit of a round integer of four digits or more, at most 2.5 per cent."""
    if value != value.to_integral_value() or abs(value) < 1000:
        return Decimal(0)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros < 2:
        return Decimal(0)
    return min(Decimal(10) ** zeros / 2, abs(value) * ROUND)


_ZERO = {"fahrenheit": Decimal(32), "kelvin": Decimal("273.15")}
"""What a scale of temperature reads at zero degrees Celsius: levels are shifted by it before they are scaled, differences are not."""


def _in_base(
    q: Quantity, bounds: tuple[Decimal | None, Decimal | None], convert: bool, difference: bool
) -> tuple[Decimal | None, Decimal | None]:
    if not convert or q.factor is None:
        return bounds
    factor, zero = q.factor, Decimal(0) if difference else _ZERO.get(q.unit, Decimal(0))
    return tuple(None if b is None else (b - zero) * factor for b in bounds)  # type: ignore[return-value]


def _before(high: Decimal | None, low: Decimal | None, *, touching: bool) -> bool:
    """Whether an interval ends before another begins. Rounding intervals of exact figures that only touch (5.9 and 6.0) do not meet."""
    return high is not None and low is not None and (high < low or (touching and high == low))


def compare_quantities(a: Quantity, b: Quantity, *, difference: bool = False) -> QuantityVerdict:
    """Whether two figures of one dimension (see `same_dimension`) can both be right. Symmetric. `difference`: both are amounts of change
    (1.8 degrees Fahrenheit warmer is 1 degree Celsius warmer)."""
    if a.dimension == b.dimension == "score" and a.per and b.per and a.per != b.per:
        return QuantityVerdict(False, Reason.VALUES_DISJOINT)  # 3比1 and 3比2
    convert = a.unit != b.unit and a.factor is not None and b.factor is not None
    low_a, high_a = _in_base(a, (a.low, a.high), convert, difference)
    low_b, high_b = _in_base(b, (b.low, b.high), convert, difference)
    if (low_a, high_a) == (low_b, high_b):
        return QuantityVerdict(True, Reason.CONVERTED if convert else Reason.SAME_VALUE, equal=True)
    (l0, h0), (l1, h1) = (
        _in_base(a, plausible_interval(a), convert, difference),
        _in_base(b, plausible_interval(b), convert, difference),
    )
    if a.step != b.step and a.hedge is b.hedge is Hedge.EXACT:
        # one is printed more coarsely and may have been cut off rather than rounded: 49.2% for 49.28% (design.md section 3)
        if a.step * (a.factor or 1) > b.step * (b.factor or 1):
            h0 = None if high_a is None else high_a + a.step * (a.factor or 1 if convert else 1)
        else:
            h1 = None if high_b is None else high_b + b.step * (b.factor or 1 if convert else 1)
    exact = a.hedge is Hedge.EXACT and b.hedge is Hedge.EXACT
    apart = _before(h0, l1, touching=exact) or _before(h1, l0, touching=exact)
    if apart:
        return QuantityVerdict(False, Reason.VALUES_DISJOINT)
    hedged = a.hedge is not Hedge.EXACT or b.hedge is not Hedge.EXACT
    if hedged:
        return QuantityVerdict(True, Reason.HEDGES_OVERLAP)
    return QuantityVerdict(True, Reason.CONVERTED if convert else Reason.ROUNDING)


class Slip(StrEnum):
    """How two numbers differ: the same three digits or more in another order (3620 and 3260) or with a nought more (1.4 and 1.04); two
    digits the other way round; one digit of several; or otherwise."""

    SWAPPED = "swapped"
    REVERSED = "reversed"
    ONE_DIGIT = "one_digit"
    NONE = "none"


NEAR = 3
"""Times by which the larger of two numbers that differ in one digit may pass the smaller; two swapped digits may be further apart."""


def read_slip(a: Quantity, b: Quantity) -> Slip:
    """How two figures of one dimension differ by their digits, the noughts at the end left out. Symmetric. Ranges and open bounds tell nothing."""
    first, second = _number_told(a), _number_told(b)
    if not first or not second:
        return Slip.NONE
    one, two = _digits(first), _digits(second)
    sizes = [abs(first * (a.factor or 1)), abs(second * (b.factor or 1))]
    ratio = max(sizes) / min(sizes)
    bare = one.replace("0", ""), two.replace("0", "")
    if one != two and len(one) == len(two) and ratio < NEAR * NEAR:
        apart = [i for i in range(len(one)) if one[i] != two[i]]
        if len(apart) == 2 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]:
            return Slip.SWAPPED if len(one) > 2 else Slip.REVERSED
        if len(apart) == 1 and len(one) >= 2 and ratio < NEAR:
            return Slip.ONE_DIGIT
    if one != two and bare[0] == bare[1] and len(bare[0]) >= 2 and ratio < NEAR:
        return Slip.REVERSED
    return Slip.NONE


def digits_of(value: Quantity) -> str:
    """The digits of a figure without the noughts at its end: 3620万 is 362, 8.64亿 is 864; "" for a range."""
    number = _number_told(value)
    return _digits(number) if number else ""


def _number_told(value: Quantity) -> Decimal | None:
    """The one number the words have, whatever the hedge; None for a range."""
    if value.hedge in {Hedge.OVER, Hedge.AT_LEAST}:
        return value.low
    if value.hedge in {Hedge.NEARLY, Hedge.UNDER, Hedge.AT_MOST}:
        return value.high
    return value.low if value.low == value.high else None


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits))
