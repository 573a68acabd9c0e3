"""What printed digits stand for, and whether figures add up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.printed import add_up, plain, span_of
from factcheck.model import Hedge, Quantity

COUNTS = st.integers(1, 5000)


def count(number: int) -> Quantity:
    return Quantity(Decimal(number), Decimal(number), unit="person", dimension="count", step=Decimal(1))


def amount(text: str, hedge: Hedge = Hedge.EXACT) -> Quantity:
    value = Decimal(text)
    return Quantity(value, value, unit="CNY", dimension="money", step=Decimal(1).scaleb(int(value.as_tuple().exponent)), hedge=hedge)


@given(st.lists(COUNTS, min_size=2, max_size=6), st.integers(-20, 20))
def test_counts_add_up_exactly_or_not_at_all(parts: list[int], missed: int) -> None:
    total = max(1, sum(parts) - missed)
    found = add_up([count(n) for n in parts], count(total))
    assert found == (sum(parts) > total) - (sum(parts) < total)


@given(st.lists(st.decimals("0.1", "99.9", places=1), min_size=2, max_size=6), st.decimals("0.1", "400", places=1))
def test_the_order_of_the_parts_does_not_matter(parts: list[Decimal], total: Decimal) -> None:
    quantities = [amount(str(p)) for p in parts]
    assert add_up(quantities, amount(str(total))) == add_up(quantities[::-1], amount(str(total)))


def test_a_step_is_rounding_and_two_of_four_figures_are_not() -> None:
    parts = [amount(t) for t in ("3.1", "2.6", "1.7")]
    assert [add_up(parts, amount(t)) for t in ("7.4", "7.3", "7.5", "7.2", "7.6")] == [0, 0, 0, 1, -1]


def test_a_total_may_be_cut_off() -> None:
    parts = [amount(t) for t in ("9.3", "7.1", "5.5")]
    assert add_up(parts, amount("21")) == 0
    assert add_up([*parts, amount("0.3")], amount("21")) == 1


@given(st.decimals("0.01", "9999", places=2), st.sampled_from(list(Hedge)))
def test_a_figure_lies_in_its_own_span(value: Decimal, hedge: Hedge) -> None:
    low, high = span_of(amount(str(value), hedge))
    assert low <= value <= high


def test_numbers_are_shown_plainly() -> None:
    assert [plain(None), plain(Decimal("1200.50"))] == ["?", "1,200.5"]
