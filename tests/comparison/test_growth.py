"""Two figures of what grows: an earlier and a later state, or two accounts of one."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind, Quantity

DAYS = ("2031-06-04T18:00:00", "2031-06-05T08:00:00", "2031-06-06T08:00:00")


def kinds(*texts: str, days: tuple[str, ...] = DAYS) -> set[Kind]:
    """The kinds of relation between the figures of the first two of the articles, one day after the other."""
    found = [
        Article.from_text(text, id=name, source=f"{name}报", published=day) for name, text, day in zip("甲乙丙", texts, days, strict=False)
    ]
    report = check(found)
    figures = {c.id for c in report.claims if isinstance(c.value, Quantity) and c.article in {"甲", "乙"}}
    return {r.kind for r in report.relations if {r.a, r.b} <= figures}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("松泉镇警方4日清查地下赌场，共抓获涉赌人员26名。", "松泉鎮警方清查地下賭場，共拘捕43人。"),
        ("澄岭海关在一艘渔船上查获象牙380公斤。", "澄嶺海關在一艘漁船上起出象牙520公斤。"),
    ],
)
def test_a_day_s_work_told_twice_without_a_word_of_growth_is_one_state(one: str, two: str) -> None:
    assert Kind.CONTRADICTS in kinds(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("松泉镇警方4日清查地下赌场，共抓获涉赌人员26名。", "松泉鎮警方清查地下賭場，至今已拘捕43人。"),
        ("松泉镇警方4日清查地下赌场，抓获涉赌人员26名。", "松泉鎮警方清查地下賭場，拘捕人數增至43人。"),
        ("澄岭海关在渔船上查获象牙380公斤。", "澄嶺海關截至5日7時在漁船上起出象牙520公斤。"),
        ("松泉镇警方4日清查赌场，抓获涉赌人员9名。", "松泉鎮警方清查賭場，拘捕43人。"),  # under three tenths: a part
        ("青岚县溃坝事故造成21人遇难。", "青嵐縣潰壩事故造成34人遇難。"),  # a toll grows, told so or not
    ],
)
def test_what_says_how_far_it_has_come_or_is_counted_on_may_have_grown(one: str, two: str) -> None:
    assert Kind.CONTRADICTS not in kinds(one, two)


def test_a_day_s_work_told_four_days_later_may_have_grown() -> None:
    one, two = "松泉镇警方4日清查地下赌场，共抓获涉赌人员26名。", "松泉鎮警方清查地下賭場，共拘捕43人。"
    assert Kind.CONTRADICTS not in kinds(one, two, days=("2031-06-04", "2031-06-08"))


def test_a_toll_may_have_grown_though_a_later_paper_repeats_the_old_one() -> None:
    one, two = "青岚县溃坝事故造成21人遇难。", "青嵐縣潰壩事故造成34人遇難。"
    assert Kind.CONTRADICTS not in kinds(one, two, "青岚县溃坝事故造成21人遇难，县长6日致歉。")


def test_a_count_of_the_trapped_that_a_later_paper_takes_back_was_never_so() -> None:
    one, two, three = "青岚隧道坍塌，17名工人被困。", "青嵐隧道坍塌，19名工人被困。", "青岚隧道坍塌事故被困的17名工人全部获救。"
    assert Kind.CONTRADICTS in kinds(one, two, three)


def test_arrests_that_a_later_paper_tells_again_have_not_grown() -> None:
    one, two = "松泉镇警方4日清查地下赌场，共抓获涉赌人员26名。", "松泉鎮警方清查地下賭場，共拘捕43人。"
    days = ("2031-06-04", "2031-06-08", "2031-06-10")
    assert Kind.CONTRADICTS in kinds(one, two, "松泉镇警方清查地下赌场，共抓获涉赌人员26名。", days=days)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("截至4日中午，溃坝事故已造成21人遇难。", "截至昨日正午12時，潰壩事故共造成34人遇難。", True),
        ("截至4日24时，溃坝事故已造成21人遇难。", "截至昨日午夜，潰壩事故共造成34人遇難。", True),
        ("截至4日凌晨，溃坝事故已造成21人遇难。", "截至昨日正午12時，潰壩事故共造成34人遇難。", False),
        ("截至4日中午，溃坝事故已造成21人遇难。", "截至昨日晚上，潰壩事故共造成34人遇難。", False),
    ],
)
def test_noon_and_midnight_are_points_of_the_day(one: str, two: str, same: bool) -> None:
    assert (Kind.CONTRADICTS in kinds(one, two)) is same
