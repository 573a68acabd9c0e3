"""Two figures: do they meet?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.mentions.ratios import PER
from factcheck.model import Hedge, Quantity, Reason

__all__ = ["QuantityVerdict", "compare_quantities", "counts_occasions", "limits_differ", "plausible_interval", "same_dimension"]

ABOUT = Decimal("0.10")
"""约, 左右: ten per cent either side. The founding example of design.md: 约1.5万 stands for 13.5 to 16.5 thousand."""
PRECISE = Decimal("0.05")
"""约 before a figure of three digits or more (约5620米) leaves less open: who rounds to a tenth does not tell the third digit."""
NEARLY = Decimal("0.10")
"""近, 将近: up to ten per cent below, not above."""
OVER = Decimal("0.20")
"""超过, 逾, 突破: up to a fifth above. A reporter who knows 15,000 does not write "over 10,000"."""
_POWERS = {"百", "千", "万", "亿", "百万", "千万", "十万"}
"""Powers of ten without a numeral (逾百名): anything up to twice that is called so."""
LEAST = Decimal("1.0")
"""至少, 以上: up to twice. It names a floor that was known, not the size."""
ROUNDED = Decimal("0.05")
"""By how much of itself an exact share may be told more coarsely without a word for it. The only two exact percentages in the open corpora
of tests/corpora that lie further apart and would round to one another (8.5, 9) are a contradiction."""
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
        {"支", "部", "台", "只"},
        {"头", "只", "匹", "尾", "条"},
        {"封", "份", "件"},
        {"张", "幅", "件", "份", "轴", "帧"},
        {"枚", "面", "块"},
        {"支", "枝", "把", "杆", "挺"},
        {"本", "册", "部", "份", "卷"},
        {"瓶", "支", "樽", "罐"},
        {"片", "粒", "颗", "张"},
        {"桩", "宗", "起", "件"},
    )
)


_TURNS = frozenset({"time", "届", "轮", "回", "回合", "场", "度", "番"})
"""Measure words of turns and sessions: 第十轮 and 15个 count different things."""


_OCCASIONS = frozenset({"person-time", "time"})
_BATCHES = frozenset({"批", "批次", "组", "对", "双", "户", "套", "副", "箱", "袋", "包"})
"""Measure words of groups of unknown size."""


_JOURNEY = re.compile(r"航[班机]|班[机次列车]|车次|列车|渡轮班|比赛|演出")


def counts_occasions(value: Quantity, noun: str = "") -> str:
    """What a count is of where it is not of things one by one: "occasions" (26架次, 观影人次310万), a word of batches (批), else "".
    Occasions and things may be told as one only where the figures are equal."""
    if value.dimension not in {"count", "number"} or _JOURNEY.search(noun):
        return ""  # a flight is itself an occasion
    if (
        value.unit in _OCCASIONS
        or value.unit.endswith("次")
        or (not value.unit and noun.endswith(("人次", "架次", "车次", "船次", "艘次")))
    ):
        return "occasions"
    if value.unit in _BATCHES:
        return value.unit.removesuffix("次")
    return "批" if noun.endswith("批次") and value.unit in {"", "unit"} else ""


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
        if leaves_out_base(a, b):
            return True
        return "number" in {a.dimension, b.dimension} and bool({a.dimension, b.dimension} & {"count", "money"})
    if a.unit == b.unit:
        return True
    if a.dimension == "count":
        generic = {"unit", ""}
        if a.unit in generic or b.unit in generic:
            return not ({a.unit, b.unit} & _TURNS and "unit" in {a.unit, b.unit})
        return any(a.unit in group and b.unit in group for group in CLASSIFIERS)
    return a.factor is not None and b.factor is not None


def leaves_out_base(a: Quantity, b: Quantity) -> bool:
    """Whether one of two figures is a ratio of which the other gives the upper half only (酒精含量186毫克, 186mg/100ml): the same number is
    meant."""
    return any(q.dimension.startswith(p.dimension + PER) and q.unit.startswith(p.unit + "/") for q, p in ((a, b), (b, a)) if p.unit)


def plausible_interval(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The values the words leave open: bounds as written, widened by what the hedge means (constants above) and by rounding. None is
    unbounded."""
    low, high = q.low, q.high
    if q.hedge is Hedge.ABOUT and low is not None and high is not None:
        share = PRECISE if low == high and len(low.normalize().as_tuple().digits) >= 3 else ABOUT
        return low - abs(low) * share, high + abs(high) * share
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


def limits_differ(a: Quantity, b: Quantity) -> bool:
    """Whether both figures only bound what they tell of, on one side and by different figures (30天内, 两个月内): they meet, and say two
    things. Symmetric."""
    upper, lower = {Hedge.AT_MOST, Hedge.UNDER}, {Hedge.AT_LEAST, Hedge.OVER}
    if not ({a.hedge, b.hedge} <= upper or {a.hedge, b.hedge} <= lower):
        return False
    sizes = [float((q.high if {q.hedge} <= upper else q.low) or 0) * float(q.factor or 1) for q in (a, b)]
    return min(sizes) < (1 - float(ABOUT)) * max(sizes)


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


def _set_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two exact shares that rounding would join differ by more of themselves than an editor rounds without a word for it: a rate of
    8.5% is not told as 9%, one of 49.28% is as 49%. Tenths (四成) are coarse as such. Symmetric."""
    if a.dimension != "share" or b.dimension != "share" or a.unit != b.unit or a.low is None or b.low is None:
        return False
    return max(a.step, b.step) <= 1 and abs(a.low - b.low) > ROUNDED * max(abs(a.low), abs(b.low))


def compare_quantities(a: Quantity, b: Quantity, *, difference: bool = False) -> QuantityVerdict:
    """Whether two figures of one dimension (see `same_dimension`) can both be right. Symmetric. `difference`: both are amounts of change
    (1.8 degrees Fahrenheit warmer is 1 degree Celsius warmer)."""
    if a.dimension == b.dimension == "score" and a.per and b.per and a.per != b.per:
        return QuantityVerdict(False, Reason.VALUES_DISJOINT)  # 3比1 and 3比2
    convert = a.unit != b.unit and a.factor is not None and b.factor is not None and not leaves_out_base(a, b)
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
    if _set_apart(a, b):
        return QuantityVerdict(False, Reason.VALUES_DISJOINT)
    return QuantityVerdict(True, Reason.CONVERTED if convert else Reason.ROUNDING)
