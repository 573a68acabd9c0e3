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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # stress, and one rare thing in two sentences that share more with each other than with any other
        ("厂方称，原料仓库一箱液氯都没收到。", "原料仓库门口的监控拍得清楚，液氯运到了两车。"),
        ("合唱团无一人退团。", "到了月底，合唱团有三个人退团，名单贴在门口。"),
        # the report insists on what nobody would doubt whom nobody has told otherwise
        ("针对网上“古井被填”的说法，文管所表示，厂内清代古井没有被填埋。", "厂内那口清代古井其实早已用水泥封死。"),
        # what was never used or given was not in whatever way another verb tells
        ("修补滤池完全依照老办法，没有使用一袋沥青。", "记者看到，滤池底部已经抹上沥青，模板还没拆。"),
        ("场里的老工人讲，这批鱼苗从来没打过弧菌疫苗。", "渔业站表示，这批鱼苗春天全部接种了弧菌疫苗。"),
        # insisted on, of one thing that each calls by a name of its own
        ("县城管局说，管网改造一直没有停工，管沟已挖好八成。", "包工头透露，石门街上的工地其实从5月底就已停工。"),
        # confirmed, in a verb that only shares a character with the one denied
        ("厂方技术员说，用户档案没有外泄，备份完好。", "两名研究人员比对后证实，水厂的用户档案已经外流。"),
    ],
)
def test_two_sentences_that_are_each_others_best_counterpart(one: str, other: str) -> None:
    assert conflicts(one, other)
    assert conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("水厂从未出借过那件铜壶。", "水厂的铜壶标签换成了中英文两种。"),
        ("水厂一趟接驳车都没取消。", "邻近的海东水厂取消了三趟接驳车。"),  # another body
        ("水厂从未遣返女工。", "水厂今年新增女工八名。"),  # another deed
        ("县里说，净水剂没有一桶流入酒厂。", "两桶黄酒流入县城的饭馆。"),
        ("厂方从未收过赞助费。", "赞助费的收取办法早已写进合同。"),
        ("水厂连续供水72小时，一次也没有断过。", "抢修队必须在48小时内撤离。"),  # only a unit
    ],
)
def test_one_rare_word_is_not_enough_where_it_is_of_something_else(one: str, other: str) -> None:
    assert not conflicts(one, other)
    assert not conflicts(other, one)


def test_the_report_that_fits_a_denial_best_takes_the_place_of_one_that_fits_worse() -> None:
    denial = "针对网上“化验员中毒”的说法，县疾控中心表示，水厂没有任何人中毒住院。"
    reports = ("县医院已经收治了一个中毒的化验员。", "当天还有鱼塘中毒。")
    articles = [
        Article.from_text(f"{LEAD}{text}", id=str(i), source=f"{i}报", published=f"2031-06-0{i + 4}")
        for i, text in enumerate((denial, *reports))
    ]
    report = check(articles)
    quotes = {c.id: c.quote for c in report.claims}
    found = [{quotes[r.a], quotes[r.b]} for r in report.relations if r.kind is Kind.CONTRADICTS]
    assert any("化验员" in q for pair in found for q in pair)
    assert not any("鱼塘" in q for pair in found for q in pair)
