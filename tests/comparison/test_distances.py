"""A figure that is a distance between two things is compared only where both sides say between whom."""

from __future__ import annotations

import pytest

from factcheck import Article, check


def findings(one: str, two: str) -> int:
    return len(
        check(
            [
                Article.from_text(one, id="a", source="甲报", published="2031-03-16"),
                Article.from_text(two, id="b", source="乙报", published="2031-03-16"),
            ]
        ).findings
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("两名候选人相差2610票。", "两名候选人在三号票站相差24票。"),
        ("甲队候选人得票率占有效票47.0%。", "差距低于有效票0.5%时须重新点票。"),
        ("甲隊候選人得票率佔有效票47.0%。", "差距低於有效票0.5%時須重新點票。"),
    ],
)
def test_distances_of_unnamed_parties_are_not_compared(one: str, two: str) -> None:
    assert findings(one, two) == 0


def test_a_measure_beside_them_is_still_compared() -> None:
    assert findings("3月15日，临山市选举投票率为66.0%。", "3月15日，临山市选举投票率为58.2%。") == 1
