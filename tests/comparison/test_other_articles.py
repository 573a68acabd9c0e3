"""Two figures that contradict each other by themselves, and what a third article tells of them."""

from __future__ import annotations

import pytest
from digits import digits_in_conflict

Texts = tuple[str, ...]


@pytest.mark.parametrize(
    ("texts", "digits"),
    [
        # told side by side by a third article
        (("云岭动物园有丹顶鹤46只。", "雲嶺動物園18隻丹頂鶴放歸湖區。", "云岭动物园有丹顶鹤46只，18只丹顶鹤放归湖区。"), {"46", "18"}),
        (
            (
                "云岭造船厂裁员，云岭造船厂有工人1300人。",
                "雲嶺造船廠裁員，450名工人簽字離職。",
                "云岭造船厂裁员，工人共1300人，450名工人签字离职。",
            ),
            {"1300", "450"},
        ),
        # the figure of another thing beside two that are one figure and a slip of it
        (
            (
                "云岭高铁由东川集团承建，线路全长412公里。",
                "雲嶺高鐵開工，全長260公里。",
                "雲嶺高鐵開工，正線全長421公里。",
            ),
            {"412", "260"},
        ),
    ],
)
def test_two_things_by_what_a_third_article_tells(texts: Texts, digits: set[str]) -> None:
    assert frozenset(digits) in digits_in_conflict(texts[:2]), "the pair would be reported without the third article"
    assert frozenset(digits) not in digits_in_conflict(texts)


@pytest.mark.parametrize(
    ("texts", "digits"),
    [
        # two reports of one thing in one article
        (("云岭市发生6.2级地震。", "雲嶺市地震，震級為里氏5.9級。", "云岭市发生6.2级地震，另有机构测得震级为里氏5.9级。"), {"6.2", "5.9"}),
        # each with a name of his own who counts
        (
            (
                "云岭市集会，5000人参加集会。",
                "雲嶺市集會，1.2萬人參加集會。",
                "云岭市集会，警方说5000人参加集会，主办方说1.2万人参加集会。",
            ),
            {"5000", "1.2万"},
        ),
        # a third article that rounds one of them
        (("云岭大桥全长1420米。", "雲嶺大橋全長1240米。", "云岭大桥全长约1400米。"), {"1420", "1240"}),
        # three counts of one crowd
        (("云岭市集会，2万人参加集会。", "雲嶺市集會，5萬人參加集會。", "云岭市集会，12万人参加集会。"), {"2万", "5万"}),
        # the slip itself
        (
            ("云岭高铁由东川集团承建，线路全长412公里。", "雲嶺高鐵開工，正線全長421公里。", "雲嶺高鐵開工，另有支線全長260公里。"),
            {"412", "421"},
        ),
    ],
)
def test_one_thing_whatever_a_third_article_tells(texts: Texts, digits: set[str]) -> None:
    assert frozenset(digits) in digits_in_conflict(texts)
