"""How two numbers differ by their digits: what a slip of the pen makes of a number, and what is another number."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from factcheck.model import Hedge, Quantity

__all__ = ["NEAR", "Slip", "digits_of", "is_call_number", "number_told", "read_slip"]


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
    """How two figures of one dimension differ by their digits, the noughts at the end left out. Symmetric. Ranges tell nothing."""
    first, second = number_told(a), number_told(b)
    if not first or not second:
        return Slip.NONE
    one, two = _digits(first), _digits(second)
    sizes = [abs(first * (a.factor or 1)), abs(second * (b.factor or 1))]
    ratio = max(sizes) / min(sizes)
    if int(sizes[0]) and len(str(int(sizes[0]))) == len(str(int(sizes[1]))):
        longer = max(len(one), len(two))
        one, two = one.ljust(longer, "0"), two.ljust(longer, "0")  # 150 and 156
    bare = one.replace("0", ""), two.replace("0", "")
    if one != two and len(one) == len(two) and ratio < NEAR * NEAR:
        apart = [i for i in range(len(one)) if one[i] != two[i]]
        if len(apart) == 2 and _same_size(sizes) and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]:
            return Slip.SWAPPED if min(map(len, bare)) > 2 else Slip.REVERSED
        if len(apart) == 1 and len(one) >= 2 and ratio < NEAR:
            return Slip.ONE_DIGIT
    if one != two and bare[0] == bare[1] and len(bare[0]) >= 2 and ratio < NEAR:
        return Slip.REVERSED
    return Slip.NONE


def _same_size(sizes: list[Decimal]) -> bool:
    """Whether two amounts have as many digits before the point: 1.2亿 and 2100万 are no slip of one another."""
    return sizes[0].adjusted() == sizes[1].adjusted()


def digits_of(value: Quantity) -> str:
    """The digits of a figure without the noughts at its end: 3620万 is 362, 8.64亿 is 864; "" for a range."""
    number = number_told(value)
    return _digits(number) if number else ""


def is_call_number(value: Quantity) -> bool:
    """Whether a number may be the name of a line (999, 110): three digits without a unit, two of them the same."""
    number = number_told(value)
    return not value.unit and number is not None and number < 1000 and len(digits_of(value)) == 3 > len(set(digits_of(value)))


def number_told(value: Quantity) -> Decimal | None:
    """The one number the words have, whatever the hedge; None for a range."""
    if value.hedge in {Hedge.OVER, Hedge.AT_LEAST}:
        return value.low
    if value.hedge in {Hedge.NEARLY, Hedge.UNDER, Hedge.AT_MOST}:
        return value.high
    return value.low if value.low == value.high else None


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits))
