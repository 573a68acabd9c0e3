"""Two dates in two articles: which are of one happening, and which of those differ."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Family, Kind, Relation

PUBLISHED = datetime(2031, 5, 6, 9)


def relations(a: str, b: str, family: Family = Family.DATE) -> list[Relation]:
    """The relations between claims of a family in two articles of one affair."""
    lead = "云桥集团董事长陆远舟与鹤山县青石镇政府有关的一事，云桥集团仍在处理，陆远舟未露面。"
    report = check([Article.from_text(lead + t, id=i, source=i, published=PUBLISHED) for i, t in (("a", a), ("b", b))])
    family_of = {claim.id: claim.family for claim in report.claims}
    return [r for r in report.relations if family_of[r.a] is family]


def kinds(a: str, b: str, family: Family = Family.DATE) -> set[Kind]:
    return {r.kind for r in relations(a, b, family)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云桥集团工厂的锅炉5月3日下午爆炸。", "云桥集团厂区锅炉4日凌晨爆炸，窗户震碎。"),
        ("新县长将于5月8日宣誓就职。", "新县长訂於5月15日宣誓。"),
        ("书展将展至5月25日。", "书展开放至6月8日。"),
        ("云桥集团5月3日午餐后有工人腹痛。", "云桥集团工人5月2日午膳后出现腹泻。"),
        ("2号锅炉今年3月完成大修。", "2号锅炉去年11月完成大修。"),
    ],
)
def test_two_dates_of_one_happening_contradict(a: str, b: str) -> None:
    assert Kind.CONTRADICTS in kinds(a, b)
    assert Kind.CONTRADICTS in kinds(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("水厂5月2日停止供水。", "水厂5月4日恢复供水。"),
        ("云桥集团工厂5月3日爆炸。", "去年11月，云桥集团工厂也曾爆炸。"),
        ("首轮谈判5月2日举行。", "第二轮谈判5月4日举行。"),
        ("展览5月1日开幕。", "展览5月5日闭幕。"),
        ("消费者可在5月30日前退货。", "召回5月8日起实施。"),
        ("云桥集团5月3日公布事故。", "云桥集团工厂的事故发生于5月1日。"),
        ("比赛推迟到5月17日举行。", "比赛将于5月10日举行。"),
        ("搜救行动延长至5月30日。", "搜救行动持续到5月26日。"),
        ("云桥集团工厂去年失火。", "云桥集团工厂5月3日失火。"),
    ],
)
def test_dates_that_answer_two_questions_do_not(a: str, b: str) -> None:
    assert Kind.CONTRADICTS not in kinds(a, b)
    assert Kind.CONTRADICTS not in kinds(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云桥集团5月4日深夜与工会签约。", "云桥集团前天半夜同工会谈成了。"),
        ("工程于2023年4月正式启动。", "工程民國112年4月開挖。"),
        ("工人自5日零时起罢工。", "工人自周一凌晨零时起离开岗位。"),
        ("截至5日18时，共有12人求诊。", "截至昨日傍晚六时，求诊者累计12人。"),
    ],
)
def test_the_same_time_in_other_words_agrees(a: str, b: str) -> None:
    assert Kind.AGREES in kinds(a, b)
    assert Kind.CONTRADICTS not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云桥集团工厂锅炉5月3日爆炸。", "今天是云桥集团工厂锅炉爆炸第四天。"),  # counts the days
        ("青石镇村民5月3日已经撤离。", "双方同意以5月1日的位置为基准撤离。"),  # which position
        ("云桥集团股价昨日收报28.6元。", "云桥集团4月营收4.2亿元。"),  # when figures were taken
        ("云桥集团新车5月1日开售。", "香港行货5月4日登场，云桥集团新车定价不变。"),  # at home
        ("法院昨日开审云桥集团案。", "今天给大家掰开云桥集团案。"),  # one character in common
    ],
)
def test_a_day_that_is_not_of_the_happening(a: str, b: str) -> None:
    assert Kind.CONTRADICTS not in kinds(a, b)


def test_how_far_a_night_reaches() -> None:
    assert Kind.CONTRADICTS in kinds("云桥集团货轮5月4日2时40分与渔船相撞。", "云桥集团货轮5月3日深夜与渔船相撞。")
    assert Kind.CONTRADICTS not in kinds("云桥集团货轮5月4日0时40分与渔船相撞。", "云桥集团货轮5月3日深夜与渔船相撞。")


def test_lengths_of_one_happening() -> None:
    assert kinds("工人罢工持续7天后结束。", "历时10天的罢工落幕。", Family.DURATION) == {Kind.CONTRADICTS}
    assert Kind.AGREES in kinds("历时7天的罢工落幕。", "工人罢工整整一个礼拜。", Family.DURATION)


def test_what_goes_on_grows_from_day_to_day() -> None:
    lead = "云桥集团董事长陆远舟与鹤山县青石镇政府有关的一事，云桥集团仍在处理，陆远舟未露面。"

    def found(days: int) -> set[Kind]:
        texts = (("a", "云桥集团的罢工仍在进行，至今已罢工7天。", 6), ("b", "云桥集团的罢工仍在进行，至今已罢工9天。", 6 + days))
        report = check([Article.from_text(lead + t, id=i, source=i, published=datetime(2031, 5, day)) for i, t, day in texts])
        lasting = {claim.id for claim in report.claims if claim.attribute.startswith("lasts|")}
        return {r.kind for r in report.relations if {r.a, r.b} <= lasting}

    assert found(2) == {Kind.UPDATES}
    assert found(0) == {Kind.CONTRADICTS}


def test_one_time_told_of_two_things_spreads_no_contradiction() -> None:
    """B says that another thing happened at A's hour: what contradicts A's date does not contradict B."""
    loose = [r for r in relations("云桥集团5月4日深夜与工会签约。", "云桥集团前天半夜同工会谈成了。") if r.kind is Kind.AGREES]
    assert any(("happening", "other_attribute") in r.gates for r in loose)
