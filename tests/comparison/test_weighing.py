"""Figures that two reporters word differently, and look-alikes: what the weighed evidence makes of two short articles."""

from __future__ import annotations

from datetime import datetime

import pytest
from digits import digits_in_conflict

from factcheck import Article, check
from factcheck.model import Kind


def conflicts(a: str, b: str) -> set[frozenset[str]]:
    return digits_in_conflict((a, b), (datetime(2027, 3, 9, 20), datetime(2027, 3, 9, 20)))


LEAD_A = "鹿泉湾养殖场上周遭遇赤潮，鹿泉湾渔业合作社9日召开说明会，社长白启文到场。"
LEAD_B = "【本報訊】鹿泉灣養殖場赤潮事件，鹿泉灣漁業合作社昨日開會說明，社長白啟文出席。"


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        ("目前已清理死鱼4710吨。", "社方說，撈起的死魚有4170公噸。", {"4710", "4170"}),
        ("参加清理的渔民约1.3万人。", "約有1.9萬名漁民放下工作。", {"1.3万", "1.9万"}),
        ("检出超标网箱74个。", "結果有47個網箱超標。", {"74", "47"}),
        ("合作社尚未赔付的养殖户有362户。", "還有326戶養殖戶未獲賠付。", {"362", "326"}),
    ],
)
def test_one_fact_in_other_words_is_found(a: str, b: str, digits: set[str]) -> None:
    assert frozenset(digits) in conflicts(LEAD_A + a, LEAD_B + b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("目前已清理死鱼4710吨。", "邻县撈起死魚90公噸。"),
        ("合作社已赔付养殖户362户。", "還有326戶養殖戶未獲賠付。"),
        ("表决以114票赞成、119票反对告终。", "另一項動議以88票贊成、61票反對通過。"),
        ("在去年的上一次表决中，反对票为131票。", "今次有116票反對。"),
        ("逾百名渔民到场。", "共有126名漁民到場。"),
        ("渔民今年首七个月报案58宗。", "截至9日18时，漁民累計報案67宗。"),
        ("一辆云骏9撞上护栏。", "雲駿7不在召回之列。"),
        ("11名渔民中已有8人获救。", "11名漁民受困。"),
        ("白启文今年58岁。", "一名53歲漁民送院。"),
    ],
)
def test_look_alikes_stay_silent(a: str, b: str) -> None:
    assert conflicts(LEAD_A + a, LEAD_B + b) == set()


def test_nothing_grows_by_swapping_its_digits() -> None:
    early = Article.from_text("截至8日，鹿泉湾古墓出土器物1486件。", id="a", source="甲报", published=datetime(2027, 3, 8, 9))
    late = Article.from_text("截至9日，鹿泉湾古墓出土器物1846件。", id="b", source="乙报", published=datetime(2027, 3, 9, 20))
    kinds = {r.kind for r in check([early, late]).relations}
    assert Kind.CONTRADICTS in kinds
    assert Kind.UPDATES not in kinds
