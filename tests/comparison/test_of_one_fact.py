"""What keeps two claims of one affair from being of one fact, and what does not."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind

LEAD = "白沙县白沙茶厂3月4日发生火灾，白沙茶厂与白沙县消防队各执一词。"


def found(one: str, other: str, *, days: tuple[int, int] = (6, 6)) -> bool:
    """Whether two articles about one affair contradict each other."""
    articles = [
        Article.from_text(f"{LEAD}{text}", id=name, source=f"{name}报", published=f"2031-03-{day:02d}T09:00")
        for name, day, text in (("a", days[0], one), ("b", days[1], other))
    ]
    return any(r.kind is Kind.CONTRADICTS for r in check(articles).relations)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("白沙茶厂火灾名单上共有15人遭到惩处。", "白沙茶厂火灾共处罚13人。"),
        ("白沙县警方全程未开一枪。", "白沙县警方朝人群开枪。"),
        ("白沙县第六轮茶业谈判5日在望潮市结束。", "白沙县茶业谈判5日在岚港市落幕。"),
        ("停电由厂区一台变压器短路引发。", "停电由锅炉房一台水泵过热触发。"),
        ("白沙茶厂火灾3月5日的行动共逮捕7人。", "白沙县警方3月5日拘捕4名嫌疑人。"),
        ("茶厂股票首日收在38.3元。", "茶厂股票全天收报33.8元。"),
    ],
)
def test_one_fact(one: str, other: str) -> None:
    assert found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # some of a group did something
        ("事故共处罚13人，其中班长7人。", "风波未平，其中两名班长已提出申诉。"),
        ("船上14人全部落水。", "我们村就有3个人在船上。"),
        ("人质当天获释，共39名人质获释。", "获释者包括两名香港居民。"),
        # another place or edition
        ("火灾烧毁46间房屋。", "上周邻省南溪镇亦发生火灾，烧毁19间房屋。"),
        ("半决赛中，厂队的成绩是3分12秒。", "决赛中，厂队的成绩是3分20秒。"),
        # what did it is not when it began
        ("白沙茶厂3月4日15时起火。", "白沙茶厂的仓库5日凌晨遭大火烧毁。"),
        # measures with and without what was taken out of them
        ("白沙茶厂去年净亏损3.2亿元。", "白沙茶厂去年经调整净亏损1.1亿元。"),
        # what is asked is not what is done
        ("工会释放12名代表。", "工会要求释放60名代表。"),
        # a region holds the town
        ("华北地震。", "地震发生在平川县柳镇。"),
        # never that, and something else
        ("茶厂从未遣返任何一名女工。", "茶厂新增女工300名。"),
    ],
)
def test_two_facts(one: str, other: str) -> None:
    assert not found(one, other)


def test_a_count_that_says_it_is_newer_is_not_stale() -> None:
    later = "截至5日18时，火灾共造成6人受伤，没有人员死亡报告。"
    assert found("镇上的卫生院已经确认有2个人遇难。", later, days=(4, 6))
