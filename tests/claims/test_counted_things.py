"""What a figure counts where the words behind it are a name in quotation marks, a deed or the place it stands in."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Claim, Quantity, Stance


def figure(text: str, digits: str) -> Claim:
    """The first claim of a figure as written."""
    report = check([Article.from_text(text, id="a", source="甲报", published=datetime(2031, 5, 20, 20))])
    return next(c for c in report.claims if isinstance(c.value, Quantity) and c.value.digits == digits)


@pytest.mark.parametrize(
    ("text", "digits", "noun"),
    [
        ("车队将增购24辆“云雀”客车。", "24", "云雀客车"),  # a name in quotation marks
        ("港务局订购六艘“海燕”及12座吊机。", "12", "吊机"),  # what stands before the conjunction was counted first
        ("一千二百名观众摸黑沿楼梯离场。", "一千二百", "观众"),  # a deed drawn into the noun
        ("17人堵塞路口。", "17", ""),  # the noun is the verb's
        ("停水期间300户受到影响。", "300", ""),  # when, not what
        ("合唱团共有91名团员。", "91", "团员"),
        ("货船载有原油8.6万吨。", "8.6万", "原油"),
    ],
)
def test_the_thing_counted(text: str, digits: str, noun: str) -> None:
    assert figure(text, digits).frame.noun == noun


@pytest.mark.parametrize(
    ("text", "unit"),
    [("墓中出土铜镜37面。", "面"), ("库房清点出37盏宫灯。", "盏"), ("馆方借出37轴山水。", "轴"), ("仓库搜出37罐奶粉。", "罐")],
)
def test_measure_words(text: str, unit: str) -> None:
    assert figure(text, "37").value.unit == unit  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["会场约37面对面坐下。", "全书37本地人口述。"])
def test_no_measure_word_is_cut_out_of_another_word(text: str) -> None:
    report = check([Article.from_text(text, id="a", source="甲报", published=datetime(2031, 5, 20, 20))])
    assert not {c.value.unit for c in report.claims if isinstance(c.value, Quantity)} & {"面", "本"}


def test_an_expectation_beside_the_result_is_no_forecast() -> None:
    assert figure("入场人数远少于原先预计的五万人，当天63人中暑。", "63").stance is Stance.ASSERTS


def test_what_is_done_with_money_goes_before_what_money_it_is() -> None:
    assert figure("研究院收回科研经费870万元。", "870万").frame.concept == "law.recovered"
    assert figure("研究院全年经费870万元。", "870万").frame.concept == "deal.budget"


def test_a_common_noun_is_no_name() -> None:
    report = check([Article.from_text("雪崩发生处海拔约4620米。", id="a", source="甲报", published=datetime(2031, 5, 20, 20))])
    assert all(c.subject != "雪崩" for c in report.claims)
