"""Denials in the forms in which newsrooms stress them."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Claim, Family, Polarity


def read(text: str) -> list[Claim]:
    return list(check([Article.from_text(text, id="a", published="2031-06-05")]).claims)


def deeds(text: str) -> list[Claim]:
    """The claims of a text that something was done or not."""
    return [c for c in read(text) if c.family is Family.ACT and isinstance(c.value, Polarity)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("缆车出事前从未停过机。", "停机"),
        ("店主从头到尾没道过歉。", "道歉"),
        ("警铃根本没响。", "响"),
        ("到截止日，一份标书都没收到。", "收"),
        ("全班没有一人落榜。", "落榜"),
        ("全队无一人登顶。", "登顶"),
        ("问题大米没有一袋流入学校食堂。", "流入"),
        ("走私香烟没有一条运抵内港。", "运抵"),
    ],
)
def test_a_deed_is_denied(text: str, verb: str) -> None:
    assert [c.frame.predicate for c in deeds(text) if isinstance(c.value, Polarity) and not c.value.holds] == [verb]


@pytest.mark.parametrize("text", ["法院认为他犯有一项控罪。", "海关没收了三箱香烟。", "工会不排除下周罢工。"])
def test_nothing_is_denied(text: str) -> None:
    assert all(isinstance(c.value, Polarity) and c.value.holds for c in deeds(text))


def test_a_clause_of_nothing_at_all_stresses_the_one_before_it() -> None:
    assert [c.frame.stressed for c in deeds("这批猪苗没打过口蹄疫疫苗，一针都没有。")] == [True]
    assert [c.frame.stressed for c in deeds("这批猪苗没打过口蹄疫疫苗，饲料也换了。") if "疫苗" in c.quote] == [False]


@pytest.mark.parametrize(("text", "insists"), [("工地其实早已停工。", True), ("工地停工。", False), ("工地早就没有停工。", False)])
def test_who_insists_that_something_is_so(text: str, insists: bool) -> None:
    assert {c.frame.insists for c in deeds(text)} == {insists}


@pytest.mark.parametrize(
    ("text", "verb", "object_"),
    [
        ("当局昨天调派六只警犬进驻码头。", "调派", "警犬"),
        ("镇上出动三辆消防车支援邻村。", "出动", "消防车"),
        ("公司上周递交上市申请。", "递交", "上市申请"),  # a verb that is a part of the object
        ("他去年收了公司五十万元红包。", "收", "红包"),
    ],
)
def test_what_was_counted_goes_on_to_do_something(text: str, verb: str, object_: str) -> None:
    assert (verb, object_) in {(c.frame.predicate.rstrip("了过"), c.frame.head) for c in deeds(text)}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("公司否认有直升机在雪地坠毁。", False),
        ("公司否认有直升机。", True),
        ("公司否认有员工受伤的报告。", True),
        ("公司否认有员工受伤。", False),
    ],
)
def test_a_deed_that_is_denied_is_no_denied_thing(text: str, thing: bool) -> None:
    assert any(c.frame.concept == "thing" for c in read(text)) is thing


@pytest.mark.parametrize(("text", "kind"), [("剧团发放了退休金。", "retire"), ("球员拿了50万美元签约费。", "sign")])
def test_a_sum_of_money_is_no_deed(text: str, kind: str) -> None:
    assert not any(c.frame.concept == kind for c in read(text))
