"""One figure with its digits in another order, worded so differently that only the digits tell; and look-alikes."""

from __future__ import annotations

from datetime import datetime

import pytest
from digits import digits_in_conflict


def conflicts(a: str, b: str) -> set[frozenset[str]]:
    return digits_in_conflict((a, b), (datetime(2027, 4, 12, 20), datetime(2027, 4, 14, 8)))


LEAD_A = "栖霞山天文台11日举行落成典礼，栖霞山天文台台长穆怀远到场致辞。"
LEAD_B = "【本報訊】棲霞山天文台昨日落成，台長穆懷遠出席棲霞山天文台典禮。"


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        ("望远镜主镜口径6.5米。", "最亮眼的是那面5.6公尺的鏡子。", {"6.5", "5.6"}),
        ("报告厅可容纳1740名观众。", "禮堂設有1,470個座位。", {"1740", "1,470"}),
        ("调试历时43天。", "儀器前後試了34天才過關。", {"43天", "34天"}),
        ("圆顶重83吨。", "那座會轉的屋頂足有38公噸。", {"83", "38"}),
        ("项目获国家资助2.7亿元。", "錢從哪來？上頭給了7.2億元。", {"2.7亿", "7.2亿"}),
        ("建设期间共动用工人1350名。", "三年間前後有1,530人在山上幹活。", {"1350", "1,530"}),
        ("首批访客共96人。", "首批訪客有69人。", {"96", "69"}),
    ],
)
def test_transposed_digits_are_one_figure(a: str, b: str, digits: set[str]) -> None:
    assert frozenset(digits) in conflicts(LEAD_A + a, LEAD_B + b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("典礼上有12名学生晕倒送医。", "典禮出動21名保安。"),
        ("其中女研究员占37人。", "全台共有73名工作人員。"),
        ("报告厅装有46盏吊灯。", "停車場可停64輛巴士。"),
        ("旧天文台2011年落成时耗资4800万元。", "新的停車場耗資8,400萬元，附近旅館耗資4800萬元。"),
        ("上次扩建用了2130吨钢材。", "今次扩建用了1,230噸。"),
        ("已有362名会员缴费。", "尚有326名会员未缴费。"),
        ("事故造成12人死亡。", "意外中21人受傷。"),
    ],
)
def test_chance_is_no_slip(a: str, b: str) -> None:
    assert conflicts(LEAD_A + a, LEAD_B + b) == set()


def test_growing_tolls_are_updates() -> None:
    assert conflicts(LEAD_A + "典礼后食物中毒送医的有12人。", LEAD_B + "食物中毒送醫的增至21人。") == set()


def test_an_earlier_voyage_is_another() -> None:
    lead = "科考船“南辰”号12日返回砚州港，南辰号由砚州海洋所运营。"
    assert conflicts(lead + "船上共有124人。", lead + "南辰號上一航次搭載98人。") == set()


def test_in_an_affair_of_many_figures_chance_explains_more() -> None:
    told = LEAD_A + "望远镜主镜口径6.5米。", LEAD_B + "最亮眼的是那面5.6公尺的鏡子。"
    one = frozenset({"6.5", "5.6"})
    assert one in conflicts(*told)
    many = "".join(f"第{n}号库房存放胶片{n * 1013 + 200001}卷。" for n in range(1, 330))
    assert one not in conflicts(told[0] + many, told[1])
