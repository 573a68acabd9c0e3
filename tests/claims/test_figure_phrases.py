"""What a figure counts or measures, and what restricts it, in sentences of all sorts."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Claim, Quantity


def figure(text: str, digits: str) -> Claim:
    """The first claim of a figure as written."""
    report = check([Article.from_text(text, id="a", source="甲报", published=datetime(2031, 5, 20, 20))])
    return next(c for c in report.claims if isinstance(c.value, Quantity) and c.value.digits == digits)


@pytest.mark.parametrize(
    ("text", "digits", "noun"),
    [
        ("受赤潮影响的养殖区截至18日下午4时达42平方公里。", "42", "养殖区"),  # a time between noun and figure
        ("参保人口去年底为3200万人。", "3200万", "参保人口"),
        ("雇主供款率上调1.5个百分点。", "1.5", "供款率"),  # 率 belongs to its word
        ("学校统共才招9名老师。", "9", "老师"),
        ("警方带走涉事人员83人。", "83", "人员"),  # a verb that only describes
    ],
)
def test_the_noun_is_found(text: str, digits: str, noun: str) -> None:
    assert figure(text, digits).frame.noun.endswith(noun)


@pytest.mark.parametrize(
    ("text", "digits", "concept"),
    [
        ("古塔塔基高12米。", "12", "size.height"),
        ("沉没的木船龙骨长35米。", "35", "size.length"),
        ("新船重3500吨。", "3500", "size.weight"),
        ("井水每升含砷0.15毫克。", "0.15", "size.concentration"),
        ("法官以5比4裁定收购案违法。", "5比4", "vote.against"),
        ("警方一口气冻了2400万。", "2400万", "law.frozen"),
    ],
)
def test_the_measure_is_found(text: str, digits: str, concept: str) -> None:
    report = check([Article.from_text(text, id="a", source="甲报", published=datetime(2031, 5, 20, 20))])
    assert concept in {c.frame.concept for c in report.claims if isinstance(c.value, Quantity) and c.value.digits == digits}


@pytest.mark.parametrize(
    ("text", "digits"),
    [("价格比去年高12元，水位比警戒线高2米。", "2"), ("工期延长35天，队长35岁。", "35"), ("主队以5比4取胜晋级。", "5比4")],
)
def test_other_words_name_no_extent_and_no_vote(text: str, digits: str) -> None:
    concept = figure(text, digits).frame.concept
    assert not concept.startswith("vote.")
    assert concept not in {"size.height", "size.length"}


@pytest.mark.parametrize(
    ("text", "digits", "mark"),
    [
        ("新书第一天就卖出36万册。", "36万", "首日"),
        ("新书首日售出36万册。", "36万", "首日"),
        ("市府追加拨款12亿元。", "12亿", "追加"),
        ("其余四名学员获得奖学金。", "四", "其余"),
        ("董事会本月2日曾表决类似方案，获13票赞成。", "13", "上次"),
    ],
)
def test_words_of_one_meaning_restrict_alike(text: str, digits: str, mark: str) -> None:
    assert mark in figure(text, digits).scope.qualifiers


def test_sizes_behind_a_count_are_no_claims() -> None:
    report = check([Article.from_text("海关在2个40英尺集装箱内查获象牙312公斤。", id="a", source="甲报", published=datetime(2031, 5, 20))])
    assert "40" not in {c.value.digits for c in report.claims if isinstance(c.value, Quantity)}


def test_none_of_anything_is_nought() -> None:
    report = check([Article.from_text("截至18时，没有一名用户受伤。", id="a", source="甲报", published=datetime(2031, 5, 20))])
    assert [c.value.low for c in report.claims if isinstance(c.value, Quantity) and c.frame.concept == "casualties.injured"] == [0]


def test_the_currency_may_stand_before_the_hedge() -> None:
    value = figure("工程发包金额折合新台币约38亿元。", "38亿").value
    assert isinstance(value, Quantity)
    assert value.unit == "TWD"
