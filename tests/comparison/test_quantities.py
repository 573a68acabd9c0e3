"""Two figures as reporters write them: do they meet?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.comparison.quantities import compare_quantities, plausible_interval, same_dimension
from factcheck.language.shadow import shadow_text
from factcheck.mentions import read_mentions
from factcheck.model import Hedge, Quantity, Reason

QUIET = settings(max_examples=200, deadline=None, derandomize=True)


def figure(text: str) -> Quantity:
    """The one figure of a phrase."""
    found = [m.value for m in read_mentions(shadow_text(text).text) if isinstance(m.value, Quantity)]
    assert len(found) == 1, (text, found)
    return found[0]


MEET = [
    ("近24万人", "23.6万人"),
    ("9800余人", "近1万人"),
    ("200海里", "370公里"),
    ("3000人", "约3100人"),
    ("超过100亿元", "105亿元"),
    ("不到30人", "28人"),
    ("1.2万人", "11960人"),
    ("1.2万人", "1.2万余人"),
    ("49.2%", "49.24%"),
    ("49%", "49.2%"),
    ("12.5%", "12%"),
    ("数百人", "300人"),
    ("最多50人", "20人"),
    ("20至30人", "25人"),
    ("至少10人", "15人"),
    ("10多人", "12人"),
    ("上千人", "1500人"),
    ("一个半小时", "90分钟"),
    ("三分之一", "33.3%"),
    ("气温零下5℃", "-5℃"),
]
EQUAL = [
    ("2.36万人", "23,600人"),
    ("两万三千六百人", "2.36万人"),
    ("1000米", "1公里"),
    ("2.5吨", "2500公斤"),
    ("一成", "10%"),
    ("半数", "50%"),
    ("一成二五", "12.5%"),
    ("三成八", "38%"),
    ("１２人", "十二人"),
]
APART = [
    ("约1.5万人", "大约1.1万人"),
    ("至少51人", "443人"),
    ("逾百亿元", "98亿元"),
    ("不到30人", "31人"),
    ("12人", "13人"),
    ("49.2%", "49.4%"),
    ("8.5%", "9%"),
    ("1.4%", "1%"),
    ("数百人", "3000人"),
    ("最多50人", "60人"),
    ("20至30人", "35人"),
    ("至少10人", "9人"),
    ("接近24万人", "24.5万人"),
    ("200海里", "200公里"),
    ("3.5万人", "5.3万人"),
    ("1.5亿元", "1.5万元"),
]


@pytest.mark.parametrize(("one", "two"), MEET)
def test_figures_that_can_both_be_right_meet(one: str, two: str) -> None:
    a, b = figure(one), figure(two)
    assert same_dimension(a, b)
    assert compare_quantities(a, b).meet


@pytest.mark.parametrize(("one", "two"), EQUAL)
def test_one_figure_written_two_ways_is_equal(one: str, two: str) -> None:
    verdict = compare_quantities(figure(one), figure(two))
    assert verdict.meet
    assert verdict.equal


@pytest.mark.parametrize(("one", "two"), APART)
def test_figures_that_cannot_both_be_right_are_apart(one: str, two: str) -> None:
    a, b = figure(one), figure(two)
    assert same_dimension(a, b)
    verdict = compare_quantities(a, b)
    assert (verdict.meet, verdict.equal, verdict.reason) == (False, False, Reason.VALUES_DISJOINT)


@pytest.mark.parametrize(
    ("one", "two"),
    [("100元", "100美元"), ("5亿日元", "5亿韩元"), ("3艘", "3架"), ("3人", "3%"), ("5公里", "5小时"), ("30吨", "30公里"), ("7人", "7辆车")],
)
def test_what_cannot_be_compared_is_told_apart_by_dimension(one: str, two: str) -> None:
    assert not same_dimension(figure(one), figure(two))
    assert not same_dimension(figure(two), figure(one))


def test_digits_may_have_been_cut_off() -> None:
    assert compare_quantities(figure("49.2%"), figure("49.28%")).meet


@pytest.mark.parametrize(("coarse", "fine"), [("2万人", "24800人"), ("3亿元", "3.4亿元")])
def test_rounding_goes_half_a_printed_digit_and_no_further(coarse: str, fine: str) -> None:
    a, b = figure(coarse), figure(fine)
    assert a.low is not None
    assert b.low is not None
    assert compare_quantities(a, b).meet == (abs(b.low - a.low) <= a.step / 2)


numbers = st.decimals(min_value=Decimal(0), max_value=Decimal(10) ** 9, places=1, allow_nan=False)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A figure of any hedge in one of three length units."""
    value = draw(numbers)
    hedge = draw(st.sampled_from(list(Hedge)))
    unit, factor = draw(st.sampled_from([("m", 1), ("km", 1000), ("nautical mile", 1852)]))
    low: Decimal | None = value
    high: Decimal | None = value
    if hedge in {Hedge.RANGE, Hedge.SEVERAL}:
        high = value + draw(numbers)
    elif hedge in {Hedge.AT_LEAST, Hedge.OVER}:
        high = draw(st.sampled_from([None, value * 2]))
    elif hedge in {Hedge.AT_MOST, Hedge.UNDER}:
        low = None
    step = draw(st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(100)]))
    return Quantity(low, high, hedge, unit=unit, dimension="length", step=step, factor=Decimal(factor))


@given(quantities(), quantities())
@QUIET
def test_comparison_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert compare_quantities(a, b) == compare_quantities(b, a)
    assert same_dimension(a, b) == same_dimension(b, a)


@given(quantities())
@QUIET
def test_a_figure_meets_itself(a: Quantity) -> None:
    assert compare_quantities(a, a).meet
    low, high = plausible_interval(a)
    assert low is None or high is None or low <= high


@given(quantities(), quantities())
@QUIET
def test_equal_figures_meet(a: Quantity, b: Quantity) -> None:
    verdict = compare_quantities(a, b)
    assert verdict.meet or not verdict.equal


@given(numbers, numbers)
@QUIET
def test_a_softer_word_never_turns_meeting_figures_apart(one: Decimal, two: Decimal) -> None:
    a = Quantity(one, one, unit="person", dimension="count", step=Decimal(1))
    b = replace(a, low=two, high=two)
    if compare_quantities(a, b).meet:
        assert compare_quantities(replace(a, hedge=Hedge.ABOUT), b).meet or abs(one) * Decimal("0.1") < max(a.step, abs(one - two))


@given(numbers, st.sampled_from(["CNY", "USD", "JPY"]), st.sampled_from(["CNY", "USD", "JPY"]))
@QUIET
def test_currencies_are_compared_only_with_themselves(value: Decimal, one: str, two: str) -> None:
    a = Quantity(value, value, unit=one, dimension="money", step=Decimal(1))
    assert same_dimension(a, replace(a, unit=two)) == (one == two)


def test_a_score_is_both_its_numbers() -> None:
    assert not compare_quantities(figure("以3比1取胜"), figure("以3比2取胜")).meet
    assert compare_quantities(figure("以3比1取胜"), figure("三比一取胜")).equal


def test_over_a_tenth_reaches_the_next_tenth() -> None:
    """逾一成: there is no word for twelve and a half per cent in tenths. 逾62% stays near."""
    tenth = Quantity(Decimal(10), None, Hedge.OVER, "percent", "share", Decimal(10))
    assert plausible_interval(tenth) == (Decimal(10), Decimal(20))
    percent = Quantity(Decimal(10), None, Hedge.OVER, "percent", "share", Decimal(1))
    assert plausible_interval(percent) == (Decimal(10), Decimal(12))
