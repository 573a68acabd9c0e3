"""Dates of one kind of happening that lie apart: one happening told two ways, or two."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.comparison.happened_twice import two_of_a_kind
from factcheck.model import Family, Kind

PUBLISHED = datetime(2031, 5, 8, 20)


def contradicts(a: str, b: str, family: Family = Family.DATE) -> bool:
    report = check([Article.from_text(t, id=i, source=i, published=PUBLISHED) for i, t in (("a", a), ("b", b))])
    family_of = {claim.id: claim.family for claim in report.claims}
    return any(r.kind is Kind.CONTRADICTS and family_of[r.a] is family for r in report.relations)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # two of a row
        ("海湾市地铁招标昨日开标。第一标段5月6日开标。", "海湾市地铁招标有了结果，第二标段5月7日开标。"),
        ("麻疹疫情，首例患者5月1日确诊。", "麻疹疫情，第三例患者5月4日确诊。"),
        ("青山镇发生连环命案。首名死者5月1日遇害。", "青山鎮連環命案：其餘兩人5月3日遇害。"),
        # two who did it, two it was done to
        ("贩毒集团落网，主脑郭某5月3日在机场被捕。", "贩毒集团落网，其妻何某5月5日在住所被捕。"),
        ("地震灾区迎来多国救援，日本救援队5月6日抵达。", "地震灾区迎来多国救援，韩国救援队5月7日抵达。"),
        ("失联登山者搜救：背包5月5日在冰川被发现。", "失联登山者搜救：遗体5月7日在冰川被发现。"),
        ("新税法分步实施，酒税6月1日起生效。", "新税法分步实施，烟税7月1日起生效。"),
        ("并购谈判中，董事长何立5月6日会见工会代表。", "并购谈判，董事长何立5月7日会见投资者代表。"),
        # a verb that only says which is meant
        ("教育局5月7日收到一封由三百名家长签署的联名信，抗议学校搬迁。", "学校搬迁一事，教育局与家长代表5月6日签署协议。"),
        # days that count
        ("海城公交司机罢工今天已是第五天。", "海城公交司机5月4日开始罢工。"),
        ("北川化工厂爆炸今天進入第三天。", "北川化工厂5月6日爆炸，居民疏散。"),
        # hours after what was told before
        ("5月7日22时，黑岩水电站大坝渗漏，约3小时后决口。", "黑岩水电站大坝5月8日凌晨决口，下游村庄被淹。"),
    ],
)
def test_two_happenings_of_a_kind_do_not_contradict(a: str, b: str) -> None:
    assert not contradicts(a, b)
    assert not contradicts(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("海湾市地铁招标有结果。第二标段5月6日开标。", "海湾市地铁招标有了结果，第2标段5月7日开标。"),
        ("贩毒集团落网，主脑郭某5月3日在机场被捕。", "贩毒集团落网，主脑郭某5月5日在机场被捕。"),
        ("黑岩水电站大坝5月7日凌晨决口。", "黑岩水电站大坝5月8日凌晨决口，下游村庄被淹。"),
    ],
)
def test_one_happening_does(a: str, b: str) -> None:
    assert contradicts(a, b)


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("日本救援队", "韩国救援队", True),
        ("酒税", "烟税", True),
        ("北京站", "上海站", True),
        ("救援队", "日本救援队", False),
        ("遗体", "背包", False),
        ("消防员", "救援人员", False),
    ],
)
def test_two_of_a_kind(a: str, b: str, two: bool) -> None:
    assert two_of_a_kind(a, b) is two_of_a_kind(b, a) is two


def test_a_place_of_another_of_a_row_is_another_place() -> None:
    a = "出逃的黑熊陆续落网。第二只昨日在西郊果园被捕获。"
    assert not contradicts(a, "出逃黑熊再有消息，第三只昨日在城东采石场被捕获。", Family.PLACE)
