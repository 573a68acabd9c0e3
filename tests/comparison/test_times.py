"""Two times: the same, one inside the other, or apart."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.comparison.times import compare_periods, contains_period, days_apart, is_firm, overlap_in_time
from factcheck.mentions import read_mentions
from factcheck.model import Hedge, Origin, Period

QUIET = settings(max_examples=200, deadline=None, derandomize=True)
NEWS_DAY = datetime(2025, 5, 20, 9, 0)


def moment(text: str) -> Period:
    """The one time of a phrase, as of `NEWS_DAY`."""
    found = [m.value for m in read_mentions(text, NEWS_DAY) if isinstance(m.value, Period)]
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("2024年秋天", "2025年4月", "apart"),
        ("2025年4月", "2025年4月27日", "inside"),
        ("2025年4月27日", "2025年4月27日", "same"),
        ("5月3日", "2025年5月3日", "same"),
        ("5月3日", "5月4日", "apart"),
        ("2024年", "2025年", "apart"),
        ("2025年第一季度", "2025年3月", "inside"),
        ("5月3日下午3时20分", "5月3日下午3时25分", "same"),
        ("5月3日下午3时", "5月3日晚上9时", "apart"),
        ("去年", "2024年", "same"),
        ("5月3日下午", "5月3日15时10分", "inside"),
    ],
)
def test_times_as_reporters_write_them(one: str, two: str, verdict: str) -> None:
    a, b = moment(one), moment(two)
    assert compare_periods(a, b) == compare_periods(b, a) == verdict


def test_nothing_is_said_of_a_time_that_was_guessed() -> None:
    day = Period(NEWS_DAY, NEWS_DAY + timedelta(days=1), "day")
    guessed = Period(day.start, day.end, "day", origin=Origin.GUESSED)
    open_end = Period(day.start, None, "day", hedge=Hedge.AT_LEAST)
    for other in (guessed, open_end):
        assert not is_firm(other)
        assert compare_periods(day, other) == "unknown"


def test_a_time_at_the_edge_of_the_calendar_is_compared() -> None:
    first = Period(datetime(1, 1, 1), datetime(101, 1, 1), "century", hedge=Hedge.ABOUT)
    last = Period(datetime(9900, 1, 1), datetime.max, "century", hedge=Hedge.ABOUT)
    assert compare_periods(first, last) == compare_periods(last, first) == "apart"


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = datetime(2025, 1, 1) + timedelta(minutes=draw(st.integers(0, 60 * 24 * 90)))
    grain, length = draw(
        st.sampled_from(
            [("minute", timedelta(minutes=1)), ("hour", timedelta(hours=1)), ("day", timedelta(days=1)), ("month", timedelta(days=30))]
        )
    )
    hedge = draw(st.sampled_from([Hedge.EXACT, Hedge.ABOUT]))
    origin = draw(st.sampled_from([Origin.WRITTEN, Origin.PUBLICATION, Origin.GUESSED]))
    open_side = draw(st.sampled_from(["", "", "", "start", "end"]))
    end = start + length
    return Period(None if open_side == "start" else start, None if open_side == "end" else end, grain, origin, hedge)


@given(periods(), periods())
@QUIET
def test_comparisons_of_times_are_symmetric(a: Period, b: Period) -> None:
    assert compare_periods(a, b) == compare_periods(b, a)
    assert overlap_in_time(a, b) == overlap_in_time(b, a)
    assert days_apart(a, b) == days_apart(b, a)


@given(periods(), periods(), periods())
@QUIET
def test_containing_is_an_order(a: Period, b: Period, c: Period) -> None:
    assert contains_period(a, a)
    if contains_period(a, b) and contains_period(b, c):
        assert contains_period(a, c)
    if contains_period(a, b) and contains_period(b, a):
        assert (a.start, a.end) == (b.start, b.end)


@given(periods(), periods())
@QUIET
def test_what_one_time_contains_is_never_apart_from_it(a: Period, b: Period) -> None:
    if contains_period(a, b) and None not in (a.start, a.end, b.start, b.end):
        assert compare_periods(a, b) != "apart"
        assert overlap_in_time(a, b)
        assert days_apart(a, b) == 0


@given(periods(), periods())
@QUIET
def test_days_between_times_that_share_a_moment_are_none(a: Period, b: Period) -> None:
    assert days_apart(a, b) >= 0
    if is_firm(a) and is_firm(b) and overlap_in_time(a, b):
        assert days_apart(a, b) == 0


def test_one_open_stretch_told_twice_is_no_distance_away() -> None:
    since = Period(datetime(2025, 6, 1), None, "day", hedge=Hedge.AT_LEAST)
    assert days_apart(since, since) == 0
    assert days_apart(since, Period(datetime(2025, 7, 1), None, "day", hedge=Hedge.AT_LEAST)) == float("inf")
    unknown = Period(None, None, "day", Origin.GUESSED)
    assert days_apart(unknown, unknown) == float("inf")
