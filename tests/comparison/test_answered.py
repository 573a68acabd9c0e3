"""A denial and the report that it answers, told in other words."""

from __future__ import annotations

import pytest

from factcheck import Article, Report, check
from factcheck.model import Kind

LEAD = "青棠县石门水厂6月3日停止供水，石门水厂与用户各执一词。"


def compare(one: str, other: str) -> Report:
    """What is found in two articles about one affair."""
    return check(
        [
            Article.from_text(f"{LEAD}{text}", id=name, source=f"{name}报", published=f"2031-06-0{day}")
            for name, day, text in (("a", 4, one), ("b", 5, other))
        ]
    )


def conflicts(one: str, other: str) -> list[frozenset[str]]:
    """The quotes of the pairs that contradict each other."""
    report = compare(one, other)
    quotes = {c.id: c.quote for c in report.claims}
    return [frozenset((quotes[r.a], quotes[r.b])) for r in report.relations if r.kind is Kind.CONTRADICTS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a rumour is answered: in whatever words
        ("针对网上“氯罐泄漏”的说法，县环保局表示，氯罐罐体完好，没有发生外泄。", "还有那个氯罐，当天就漏了，院子里全是味儿。"),
        # a stressed denial, and a report of the same deed with the same thing in the clause before
        ("监测仪在停水前没有发出过任何浊度报警。", "停水前半个钟头，浊度报警就响过三回。"),
        # many rare words in common
        ("厂内那尊清代青石镇水兽未能及时搬离。", "村民抬出的清代青石镇水兽摆在祠堂里。"),
    ],
)
def test_what_is_denied_here_and_told_there_in_other_words(one: str, other: str) -> None:
    assert conflicts(one, other)
    assert conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("石门水厂与石门酒厂从未有过投资关系。", "石门酒厂去年投入两亿元扩建厂房。"),  # only tells two bodies apart
        ("监测仪从未失灵。", "水厂门口的路灯失灵了三天。"),  # another thing
        ("针对网上“氯罐泄漏”的说法，县环保局表示，氯罐没有外泄。", "水厂的账本外流了，税务局正在查。"),
        ("取水口目前未发现异常。", "县里发现两口废井。"),
        ("水厂并未提高水价。", "县城的房价提高了。"),
    ],
)
def test_what_is_of_two_things_is_left_alone(one: str, other: str) -> None:
    assert not conflicts(one, other)
    assert not conflicts(other, one)


def test_two_papers_with_one_denial_do_not_contradict_each_other() -> None:
    one = "县防汛部门发言人表示，“渠道渗漏至今没有堵住，眼前的洪水比往年凶得多”。"
    assert conflicts(one, "县防汛部门发言人称：渠道渗漏仍未堵住，原因可能是鼠洞。") == []
