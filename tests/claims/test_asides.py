"""Times that date nothing: days that count, lengths read as days, verbs that only say which thing is meant."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Family, Period

PUBLISHED = datetime(2031, 5, 8, 20)


def dates_of(text: str) -> dict[str, datetime | None]:
    """Attribute to beginning, of the date claims of a text."""
    report = check([Article.from_text(text, id="a", source="甲报", published=PUBLISHED)])
    return {c.attribute: c.value.start for c in report.claims if c.family is Family.DATE and isinstance(c.value, Period)}


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("停电事故今天进入第三天。", "break_down|date"),
        ("矿工罢工昨日已是第五天。", "strike|date"),
        ("集团表示，三十日宽限期已经届满。", "届满|date"),
        ("商会估计，停工一日损失约九亿元。", "suspend|date"),
        ("5月7日，由北港开往南岛的渡轮与货轮相撞。", "开往|date"),
    ],
)
def test_no_date_of_it(text: str, attribute: str) -> None:
    assert attribute not in dates_of(text)


def test_the_main_verb_keeps_the_time() -> None:
    assert dates_of("5月7日，由北港开往南岛的渡轮与货轮相撞。")["collide|date"] == datetime(2031, 5, 7)
    assert "arrest|date" in dates_of("5月7日被捕的男子曾任会计。")


def test_hours_after_count_from_the_clock_told_before() -> None:
    sunk = dates_of("5月7日19时40分，渡轮与货轮相撞，约1小时后沉没。")["sink|date"]
    assert sunk is not None
    assert datetime(2031, 5, 7, 20) <= sunk <= datetime(2031, 5, 7, 20, 40)
    assert dates_of("渡轮5月7日上午与货轮相撞，两小时后沉没。").get("sink|date") is None


@pytest.mark.parametrize("text", ["5月7日，卡洛火山仍在喷发。", "5月7日，卡洛火山持续喷发。", "5月7日，卡洛火山依然喷发。"])
def test_a_day_on_which_it_went_on_is_not_the_day_it_happened(text: str) -> None:
    def of(text: str, day: int) -> Article:
        return Article.from_text(f"卡洛岛卡洛火山喷发。{text}", id=str(day), source=f"{day}报", published=PUBLISHED)

    report = check([of(text, 7), of("5月6日，卡洛火山持续喷发。", 6)])
    assert not report.findings
    assert check([of("5月7日，卡洛火山喷发。", 7), of("5月6日，卡洛火山喷发。", 6)]).findings


def test_the_place_of_the_event_is_no_event() -> None:
    assert "事发|date" not in dates_of("5月7日，记者前往事发路段采访。")
    assert "事发|date" in dates_of("5月7日事发，记者前往采访。")
