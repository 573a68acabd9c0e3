"""How two numbers differ by their digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.mentions.slips import Slip, digits_of, read_slip
from factcheck.model import Hedge, Quantity


def number(value: str, **more: object) -> Quantity:
    return Quantity(Decimal(value), Decimal(value), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("4710000", "4170000", Slip.SWAPPED),
        ("5.38", "3.58", Slip.SWAPPED),
        ("74", "47", Slip.REVERSED),
        ("2.6", "2.06", Slip.REVERSED),
        ("153", "123", Slip.ONE_DIGIT),
        ("150", "156", Slip.ONE_DIGIT),
        ("12", "307", Slip.NONE),
        ("9", "6", Slip.NONE),
        ("800", "600", Slip.NONE),
        ("91", "19", Slip.REVERSED),
        ("0", "17", Slip.NONE),
    ],
)
def test_slips_are_told_from_other_numbers(one: str, two: str, slip: Slip) -> None:
    assert read_slip(number(one), number(two)) is slip


def test_a_hedged_number_is_read_by_its_digits_and_a_range_by_none() -> None:
    over = Quantity(Decimal("127"), Decimal("128"), Hedge.OVER)
    assert read_slip(over, number("172")) is Slip.SWAPPED
    assert digits_of(Quantity(Decimal(100), Decimal(200), Hedge.RANGE)) == ""


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_slips_are_symmetric_and_no_number_is_its_own(a: int, b: int) -> None:
    one, two = number(str(a)), number(str(b))
    assert read_slip(one, two) is read_slip(two, one)
    assert read_slip(one, one) is Slip.NONE
