"""Two places, two sides and two bodies that are one or cannot be: read from the names alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.linking import Linker
from factcheck.comparison.happened_twice import two_rounds
from factcheck.comparison.place_parts import compare_places, in_two_homes
from factcheck.model import Claim, Family, Frame, Polarity, Scope, Span

LINKER = Linker({}, {}, ())


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("鹿鸣县/松风岭", "石浦县/松风岭", True),
        ("鹿鸣县/松风岭", "鹿鸣县/松风岭", False),
        ("鹿鸣县/松风岭", "松风岭", False),
        ("鹿鸣县/松风岭", "石浦县/云桥岭", False),
        ("鹿鸣县/人民医院", "石浦县/人民医院", False),  # every county has one
        ("鹿鸣县/白村", "石浦县/白村", False),  # many a village is called so
        ("鹿鸣省/松风岭", "石浦县/松风岭", False),  # a county lies in a province
    ],
)
def test_one_place_in_two_homes(one: str, other: str, two: bool) -> None:
    assert in_two_homes(one, other, LINKER) is two
    assert in_two_homes(other, one, LINKER) is two


@given(st.lists(st.sampled_from(["鹿鸣县", "石浦县", "松风岭", "云桥镇", "南岸"]), min_size=1, max_size=3).map("/".join))
def test_no_place_is_in_two_homes_by_itself(key: str) -> None:
    assert not in_two_homes(key, key, LINKER)


def test_a_side_may_be_told_with_a_distance() -> None:
    assert compare_places("汀澜岛东南/约2.5海里/乌脊礁", "汀澜岛/西北方/乌脊礁", LINKER) == "opposed"


def claim(noun: str, *marks: str) -> Claim:
    return Claim(
        id=noun,
        article="a",
        outlet="甲报",
        span=Span(0, 1),
        quote="",
        sentence=Span(0, 1),
        subject="",
        subject_text="",
        attribute="agreed",
        attribute_text="",
        family=Family.STATE,
        value=Polarity(True),
        scope=Scope(qualifiers=marks),
        frame=Frame(noun=noun),
    )


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (claim("首轮会谈"), claim("第二轮谈判"), True),
        (claim("首轮会谈"), claim("谈判", "#2"), True),
        (claim("第二轮会谈"), claim("谈判", "#2"), False),
        (claim("首轮会谈"), claim("谈判"), False),
    ],
)
def test_two_rounds(one: Claim, other: Claim, two: bool) -> None:
    assert two_rounds(one, other) is two_rounds(other, one) is two
