"""Which of two things came first: the orders that are read, and what is no order."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Family, Order


def orders(text: str) -> set[tuple[str, str]]:
    """The orders told in words, as (earlier, later)."""
    report = check([Article.from_text(text, id="a", source="甲报", published="2031-03-16")])
    return {(c.value.first, c.value.then) for c in report.claims if c.family is Family.ORDER and isinstance(c.value, Order)}


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("乐团团长离任之后，指挥才续约。", "离任", "续约"),
        ("新桥验收前两周，货车已经通行。", "通行", "验收"),
        ("評審團公布名次前，參賽者就已撤下作品。", "撤下作品", "公布名次"),
        ("馆长是在报案之后才通知保险公司的。", "报案", "通知保险公司"),
        ("兽医先注射镇静剂，随后拔除病牙。", "注射镇静剂", "拔除病牙"),
        ("工人先拆除围挡后清运渣土。", "拆除围挡", "清运渣土"),
        ("调解在先，起诉在后。", "调解", "起诉"),
        ("牌照吊销早于餐厅歇业。", "吊销", "歇业"),
        ("直到潮水退去，渔民才找到锚链。", "潮水退去", "找到锚链"),
        ("未等裁判鸣哨，前锋就起脚射门。", "起脚射门", "鸣哨"),
        ("救护车赶到时，司机已经离开。", "离开", "赶到"),
        ("合唱团谢幕的时候，后台尚未断电。", "谢幕", "断电"),
        ("判决送达的第二天，被告转移了房产。", "送达", "转移了房产"),
        ("列车停靠了，调度员这才发出指令。", "停靠", "发出指令"),
        ("驯兽师锁上笼门。随后，观众离开看台。", "锁上笼门", "离开看台"),
        ("轮渡熄火，过了二十分钟拖船才靠近。", "熄火", "靠近"),
        ("车队比救援船早两天出发。", "出发", "出发"),
    ],
)
def test_each_way_of_putting_two_things_in_order(text: str, first: str, then: str) -> None:
    assert any(first in a and then in b for a, b in orders(text)), orders(text)


@pytest.mark.parametrize(
    "text",
    [
        "先生后来搬到前门居住。",
        "他先后担任副行长和行长。",
        "并非先报案后理赔。",
        "谁先动手，谁后还击？",
        "事故的后果和善后工作由前方指挥部负责。",
        "公司前总经理出席后续会议。",
        "签署后的协议存放在前台。",
        "检修前没有停电。",
        "记者赶到码头，渔船起火，消防员灭火。",
        "只有通过体检，学员才能下水。",
    ],
)
def test_what_puts_nothing_in_order(text: str) -> None:
    assert orders(text) == set()


def test_what_follows_from_two_orders_of_a_sentence_is_an_order_too() -> None:
    found = orders("船长发现漏水后立即降帆，随后呼叫港口。")
    assert any("发现漏水" in a and "呼叫港口" in b for a, b in found)


def test_a_thing_done_before_one_that_is_planned_is_a_firm_order_and_two_plans_are_none() -> None:
    report = check([Article.from_text("球队先行签约，联盟将于6月再审批。剧院计划先检修后开演。", id="a", published="2031-03-16")])
    stances = {c.value.first[-2:]: c.stance.value for c in report.claims if isinstance(c.value, Order)}
    assert stances == {"签约": "asserts", "检修": "plans"}


def test_dates_put_things_in_order() -> None:
    found = orders("景区3月2日封闭栈道。3月5日岩壁崩塌。")
    assert any("封闭栈道" in a and "岩壁崩塌" in b for a, b in found), found
