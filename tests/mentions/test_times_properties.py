"""What holds for times in any text: reading is total, spans quote, bounds are in order, both scripts and both widths agree, the
context only fills what is missing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.shadow import shadow_text
from factcheck.mentions.times import read_times
from factcheck.model import Period, Quantity

PIECES = (
    "2024年", "去年", "9月", "27日", "十", "二十", "三", "初一", "上午", "下午2时", "20分", "14:20",
    "至", "到", "—", "、", "，", "。", "\n", "截至", "自", "以来", "前", "后",
    "之前", "近", "四年", "三天", "个", "半", "小时", "月", "日", "号", "周三", "上周",
    "第", "季度", "民国114年", "20世纪", "90年代", "年底", "深秋",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
REFERENCES = st.one_of(st.none(), st.datetimes(datetime(1900, 1, 1), datetime(2090, 12, 31)))
DAYS = st.dates(date(1912, 1, 1), date(2090, 12, 31))
REFERENCE = datetime(2025, 9, 4, 17, 30)


def _check(text: str, reference: datetime | None) -> None:
    mentions = read_times(text, reference)
    last = 0
    for mention in mentions:
        assert last <= mention.start <= mention.core_start < mention.core_end <= mention.end <= len(text)
        last = mention.end
        value = mention.value
        if isinstance(value, Period):
            assert value.start is None or value.end is None or value.start <= value.end
            if value.digits and " " not in text:
                assert value.digits == text[mention.core_start : mention.core_end]
        elif isinstance(value, Quantity):
            assert value.low is None or value.high is None or value.low <= value.high
            assert value.dimension == "time"
    assert mentions == read_times(text, reference)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS, REFERENCES)
def test_reading_is_total_on_words_of_time(text: str, reference: datetime | None) -> None:
    _check(text, reference)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=60), REFERENCES)
def test_reading_is_total_on_any_text(text: str, reference: datetime | None) -> None:
    _check(text, reference)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones else "")


def _writings(day: date) -> list[str]:
    y, m, d = day.year, day.month, day.day
    digits = "".join("〇一二三四五六七八九"[int(c)] for c in str(y))
    return [
        f"{y}年{m}月{d}日",
        f"{y}年{m:02d}月{d:02d}日",
        f"{y}-{m:02d}-{d:02d}",
        f"{y}/{m}/{d}",
        f"{y}.{m:02d}.{d:02d}",
        f"{digits}年{_chinese(m)}月{_chinese(d)}日",
        f"民国{y - 1911}年{m}月{d}日",
        f"{y}年{m}月{d}号",
        f"{y} 年 {m} 月 {d} 日",
    ]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(DAYS)
def test_a_day_in_any_writing_is_the_same_day(day: date) -> None:
    for words in _writings(day):
        (mention,) = read_times(f"他于{words}抵达。", None)
        assert (mention.kind, mention.low, mention.high) == (
            "date",
            f"{day.isoformat()}T00:00:00",
            f"{(day + timedelta(days=1)).isoformat()}T00:00:00",
        ), words


@settings(max_examples=100, deadline=None, derandomize=True)
@given(DAYS, st.integers(0, 300))
def test_a_day_without_its_year_is_found_again_by_the_publication(day: date, gap: int) -> None:
    """Within ten months after the day, news that says 3月5日 means the last one (2月29日 aside)."""
    if (day.month, day.day) == (2, 29):
        return
    published = datetime(day.year, day.month, day.day, 12) + timedelta(days=gap)
    (mention,) = read_times(f"他{day.month}月{day.day}日抵达。", published)
    assert mention.low == f"{day.isoformat()}T00:00:00"
    assert isinstance(mention.value, Period)
    assert mention.value.origin.value == "publication"


@settings(max_examples=100, deadline=None, derandomize=True)
@given(DAYS, st.integers(0, 26))
def test_a_bare_day_is_found_again_by_the_publication(day: date, gap: int) -> None:
    published = datetime(day.year, day.month, day.day, 12) + timedelta(days=gap)
    (mention,) = read_times(f"他{day.day}日抵达。", published)
    assert mention.low == f"{day.isoformat()}T00:00:00"


@pytest.mark.parametrize(
    ("simplified", "other"),
    [
        ("上周三晚8点", "上週三晚8點"),
        ("截至4日12时30分", "截至４日１２時３０分"),
        ("民国114年9月2日", "民國114年9月2日"),
        ("两个半小时后", "兩個半小時後"),
        ("2020年1月1日之后", "２０２０年１月１日之後"),
        ("去年第四季度", "去年第四季度"),
    ],
)
def test_script_and_width_do_not_matter(simplified: str, other: str) -> None:
    first = read_times(shadow_text(simplified).text, REFERENCE)
    second = read_times(shadow_text(other).text, REFERENCE)
    assert first
    assert [(m.kind, m.low, m.high) for m in first] == [(m.kind, m.low, m.high) for m in second]


def test_hostile_runs_are_read_in_bounded_steps() -> None:
    """A long run costs about its length: counted in calls of the point reader, not in seconds."""
    import factcheck.mentions.times_reader as reader

    calls = 0
    real = reader.read_point

    def counting(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        return real(*args, **kwargs)  # type: ignore[arg-type]

    reader.read_point = counting  # type: ignore[assignment]
    try:
        for run in ("一", "1", "年", "（", "近", "1日至", "今年", "上", "第", "每"):
            calls = 0
            read_times(run * (20_000 // len(run)), REFERENCE)
            assert calls <= 20_000, run
    finally:
        reader.read_point = real


def test_an_as_of_phrase_is_told_from_other_bounds() -> None:
    text = "截至9月3日15时，报名结束前已有3人。2030年前建成。到8月底为止共2次。"
    open_ended = [m for m in read_times(text, REFERENCE) if isinstance(m.value, Period) and m.value.start is None]
    assert [text[m.start : m.end] for m in open_ended] == ["截至9月3日15时", "2030年前", "到8月底为止"]


def test_a_disagreement_between_week_day_and_day_is_noted() -> None:
    (mention,) = read_times("本周四（9日）开庭。", REFERENCE)
    assert mention.low == "2025-09-09T00:00:00"
    assert "2025-09-04" in mention.reason


def test_near_years_keep_both_readings_where_nothing_tells() -> None:
    (mention,) = read_times("这反映出两国近四年的疏远。", REFERENCE)
    assert mention.kind == "daterange"
    assert [reading.kind for reading in mention.readings] == ["duration"]
    assert mention.reason


def test_days_before_a_day_of_the_month_keep_both_readings() -> None:
    (mention,) = read_times("请于10日前完成。", REFERENCE)
    assert (mention.kind, mention.low, mention.high) == ("daterange", None, "2025-09-10T00:00:00")
    assert [(reading.kind, reading.low) for reading in mention.readings] == [("date", "2025-08-25T00:00:00")]


def test_without_publication_what_is_known_is_kept() -> None:
    day, clock = read_times("9月2日出发。当天8时30分到站。", None)
    assert isinstance(day.value, Period)
    assert isinstance(clock.value, Period)
    assert (day.low, day.value.partial, day.value.origin.value) == (None, "XXXX-09-02", "guessed")
    assert clock.low is None


def test_that_day_is_no_day_to_come() -> None:
    printed = datetime(2031, 9, 5, 8, 30)
    told = read_times("4日19时42分列车脱轨，截至5日6时救援仍在进行。调度当日17时50分即已发出警告。", printed)[-1]
    assert isinstance(told.value, Period)
    assert told.value.start == datetime(2031, 9, 4, 17, 50)


@pytest.mark.parametrize("text", ["扩建计划早在3月9日即已报批。", "扩建计划3月9日就已报批。", "扩建计划已于3月9日报批。"])
def test_words_of_the_past_overrule_a_plan(text: str) -> None:
    (told,) = read_times(text, datetime(2031, 9, 5))
    assert isinstance(told.value, Period)
    assert told.value.start == datetime(2031, 3, 9)


def test_a_plan_still_lies_ahead() -> None:
    (told,) = read_times("扩建计划于3月9日报批。", datetime(2031, 9, 5))
    assert isinstance(told.value, Period)
    assert told.value.start == datetime(2032, 3, 9)
