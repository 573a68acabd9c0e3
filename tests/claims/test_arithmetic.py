"""Figures of one article that should follow from each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.extract import Extraction
from factcheck.model import Quantity

Extract = Callable[..., Extraction]


RIGHT = [
    "船上共有24名船员，其中12名来自东岭县，7名来自红山市，5名来自青桥市。",
    "公司净利润从209亿元降至106亿元，降幅49.2%。",
    "公司净利润从209亿元降至106亿元，降幅49.3%。",
    "全年出口额达到120亿元，比上年的100亿元增长20%。",
    "全年出口额达到121亿元，比上年的100亿元增长约20%。",
    "学校共有230名学生，其中女生120名，占52.2%。",
    "学校共有230名学生，其中女生120名，占52.1%。",
    "船上共有约25名船员，其中12名来自东岭县，7名来自红山市，5名来自青桥市。",
    "船上共有30名船员，其中12名来自东岭县，7名来自红山市。",
    "本县有12个村，去年建了7所学校，今年又建5座桥。",
]
WRONG = [
    ("全年出口额达到120亿元，比上年的100亿元增长35%。", "growth"),
    ("公司净利润从209亿元降至106亿元，降幅39.2%。", "growth"),
    ("列车共载有25名乘客，其中男性12名，女性9名。", "sum"),
    ("船上共有20名船员，其中12名来自东岭县，7名来自红山市，5名来自青桥市。", "sum"),
    ("全年进出口总额300亿元，其中出口120亿元，进口140亿元。", "sum"),
    ("学校共有230名学生，其中女生120名，占62.2%。", "share"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_comes_out_is_not_reported(extract: Extract, text: str) -> None:
    assert [c.formula for c in extract(text).checks] == []


@pytest.mark.parametrize(("text", "kind"), WRONG)
def test_what_does_not_come_out_is_reported(extract: Extract, text: str, kind: str) -> None:
    extraction = extract(text)
    assert [c.kind for c in extraction.checks] == [kind]
    known = {c.id for c in extraction.claims}
    (check,) = extraction.checks
    assert {check.stated, *check.operands} <= known
    assert check.stated not in check.operands
    assert check.low <= check.high


@given(st.integers(100, 900), st.integers(100, 900))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_a_rate_that_was_computed_is_never_reported(extract: Extract, before: int, after: int) -> None:
    rate = (after - before) / before * 100
    word = "增长" if after >= before else "下降"
    for digits in (1, 2):
        text = f"全年出口额达到{after}亿元，比上年的{before}亿元{word}{abs(rate):.{digits}f}%。"
        assert extract(text).checks == (), text


@given(st.lists(st.integers(2, 400), min_size=3, max_size=3))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_a_sum_that_was_computed_is_never_reported(extract: Extract, parts: list[int]) -> None:
    a, b, c = parts
    text = f"船上共有{a + b + c}名船员，其中{a}名来自东岭县，{b}名来自红山市，{c}名来自青桥市。"
    extraction = extract(text)
    assert extraction.checks == (), text
    values = [c.value.low for c in extraction.claims if isinstance(c.value, Quantity)]
    assert a + b + c in values


@pytest.mark.parametrize(
    "text",
    [
        "警方共拘捕23人，其中主脑6人、司机8人、看守9人，目前18人已获保释。",
        "水厂今年投资50亿元，其中取水20亿元、净水15亿元、其他15亿元，另追加环保8亿元。",
        "集团营收120亿元，其中手机60亿元、家电40亿元、服务20亿元，净利润12亿元。",
        "大赛共有48名选手参加，其中男选手30名、女选手18名，外籍选手10名。",
        "乐团共有105名乐手，其中弦乐60名、管乐40名、打击乐5名，弦乐中小提琴32名。",
        "三天共接诊210人，其中首日80人、次日70人、第三日60人，仍有12人住院。",
        "学校共招收800人，其中文科300人、理科350人、艺术150人，比去年多80人。",
        "全省清理船只90艘，其中渔船21艘、货船11艘，罚款15万元。",
    ],
)
def test_what_stands_behind_a_list_is_none_of_it(extract: Extract, text: str) -> None:
    assert [c.formula for c in extract(text).checks] == []


@pytest.mark.parametrize(
    "text",
    [
        "车队共运出粮食18.6万袋，甲库运出6.3万袋，乙库运出9.1万袋，丙库运出4.2万袋。",
        "两校一口气签了14份备忘录：医学6份、工程4份、法律5份。",
        "空难共遇难12人，其中乘客8人、机组3人。",
        "各类保单合计1620亿元，其中寿险840亿元、车险510亿元、医疗险230亿元。",
        "警方共拘捕23人，其中主脑6人、司机8人、看守11人，目前18人已获保释。",
    ],
)
def test_a_list_told_as_the_whole_must_make_it(extract: Extract, text: str) -> None:
    assert [c.kind for c in extract(text).checks] == ["sum"]
