"""Whether two persons' names are surely two persons'."""

from __future__ import annotations

import pytest

from factcheck.mentions.names.apart import sound_alike, surely_apart
from factcheck.mentions.names.sound import loose_distance, sound_distance


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("汤姆·韦尔逊", "汤姆·威尔逊", False),
        ("玛尔塔·席尔瓦", "玛尔塔席尔瓦", False),  # the dot left out
        ("伊凡·谢罗夫", "塞罗夫", None),  # may be one
        ("阿里·哈桑", "奥马尔·哈桑", None),  # a brother, or another spelling
        ("伊凡·谢罗夫", "古斯塔夫·林德", True),
        ("董小岳", "侯佩珊", True),
        ("董小岳", "董小月", None),  # a slip of the pen is likelier
        ("周某", "周志远", None),
        ("周某", "赵志远", True),
        ("徐小姐", "袁晓琳", True),
    ],
)
def test_two_persons_or_one(one: str, two: str, apart: bool | None) -> None:
    assert surely_apart(one, two) is apart
    assert surely_apart(two, one) is apart


def test_only_foreign_names_sound_alike() -> None:
    assert sound_alike("塞罗夫", "谢罗夫")
    assert not sound_alike("李维", "黎伟")


def test_a_loose_distance_is_never_the_longer_one() -> None:
    for one, two in (("马兰诺", "马拉诺"), ("塞罗夫", "谢罗夫"), ("科恩", "凯恩")):
        assert loose_distance(one, two) <= sound_distance(one, two)
