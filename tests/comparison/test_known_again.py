"""Values that two articles of one affair both tell, and look-alikes: which are known again however they are worded."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind, Period, Quantity

LEAD_A = "鹿泉湾养殖场上周遭遇赤潮，鹿泉湾渔业合作社9日召开说明会，社长白启文到场。"
LEAD_B = "【本報訊】鹿泉灣養殖場赤潮事件，鹿泉灣漁業合作社日前開會說明，社長白啟文出席。"


def agreeing(a: str, b: str, *, days: tuple[str, str] = ("2031-03-10T20:00", "2031-03-11T07:00")) -> set[tuple[str, str]]:
    """The values, as written, by which the two articles agree."""
    report = check([Article.from_text(a, id="甲", published=days[0]), Article.from_text(b, id="乙", published=days[1])])
    claims = {c.id: c.value for c in report.claims}
    found = set()
    for relation in report.relations:
        one, two = claims[relation.a], claims[relation.b]
        if relation.kind is Kind.AGREES and isinstance(one, Quantity | Period) and isinstance(two, Quantity | Period):
            found.add((one.digits, two.digits))
    return found


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        ("清淤工程中标价8.6亿元。", "8.6個億的標，誰都眼紅。", ("8.6亿", "8.6")),
        ("合作社已赔付养殖户860万元。", "八百六十万已经到了养殖户手里。", ("860万", "八百六十万")),
        ("共清理死鱼2187吨。", "一車一車，足足2187噸哪。", ("2187", "2187")),
        ("门票4299元一张。", "4299的起步價實在香。", ("4299", "4299")),
        ("拖船累计航行15600小时。", "跑了15600個鐘頭的老船。", ("15600小时", "15600个钟头")),
    ],
)
def test_a_telling_figure_is_known_again(a: str, b: str, digits: tuple[str, str]) -> None:
    assert digits in agreeing(LEAD_A + a, LEAD_B + b)


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        ("共出动渔船30艘。", "巡邏車30輛到場。", ("30", "30")),
        ("3名渔民受伤。", "3個網箱破損。", ("3", "3")),
        ("999紧急热线没有中断。", "999緊急電話一度無法接通。", ("999", "999")),
    ],
)
def test_a_common_figure_is_not(a: str, b: str, digits: tuple[str, str]) -> None:
    assert digits not in agreeing(LEAD_A + a, LEAD_B + b)


def test_a_figure_of_two_affairs_is_not_known_again() -> None:
    assert not agreeing("鹿泉湾渔业合作社共清理死鱼2187吨。", "泰恩河谷鐵路去年運煤2187噸。")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("合作社须在2032年3月1日前提交报告。", "社方要在民國121年3月1日以前提出報告。"),
        ("8日22时47分，网箱警报响起。", "前晚10時47分，值班員聽見警報。"),
        ("清淤自3月15日起进行。", "社方本週六起釋出補貼。"),
    ],
)
def test_a_telling_time_is_known_again(a: str, b: str) -> None:
    days = ("2031-03-10T20:00", "2031-03-10T21:00")
    assert any(not x.isdigit() for x, _ in agreeing(LEAD_A + a, LEAD_B.replace("日前", "昨日") + b, days=days) - {("9日", "昨日")})


def test_the_day_on_which_one_speaker_said_it() -> None:
    a = "鹿泉湾渔业合作社9日宣布，养殖场即日起停业，社长白启文辞职。"
    b = "鹿泉灣漁業合作社昨日公布，養殖場即時停業，社長白啟文請辭。"
    assert ("9日", "昨日") in agreeing(a, b, days=("2031-03-09T20:00", "2031-03-10T07:00"))


def test_a_day_that_only_dates_a_figure_agrees_with_nothing() -> None:
    a, b = LEAD_A + "8日投入1260人。", LEAD_B + "8日投入2600人。"
    assert ("8日", "8日") not in agreeing(a, b)


def test_two_limits_do_not_agree() -> None:
    a, b = LEAD_A + "合作社要求承包商在30天内撤走。", LEAD_B + "社方要承包商在兩個月內撤走。"
    assert ("30天", "两个月") not in agreeing(a, b)
