"""What two articles open with: the hour and the place of one happening, whatever the verbs."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.model import Kind

REST = ("云溪县白鹭湾镇居民对此议论纷纷，白鹭湾镇政府已派人到场。", "雲溪縣白鷺灣鎮居民議論紛紛，白鷺灣鎮政府派人到場。")


def contradicted(a: str, b: str, family: str) -> bool:
    texts = zip((a, b), REST, "ab", strict=True)
    sides = [Article.from_text(text + rest, id=name, source=name, published="2031-05-06") for text, rest, name in texts]
    result = check(sides)
    claims = {c.id: c for c in result.claims}
    return any(r.kind is Kind.CONTRADICTS and claims[r.a].family.value == family for r in result.relations)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("白鹭湾水厂1号泵机4日深夜11时许跳停，全镇断水。", "白鷺灣水廠1號泵機5日凌晨3時20分熄火，居民無水可用。"),
        ("4日凌晨，云溪县警方会同白鹭湾镇派出所端掉一个赌场，带走47人。", "雲溪縣警方5日凌晨突擊白鷺灣鎮一處賭場，帶走52人。"),
        ("云溪县议会4日18时30分对明年度预算案进行最后表决，获得通过。", "雲溪縣議會5日晚間三讀通過明年度預算案。"),
    ],
)
def test_one_hour_of_what_both_open_with(a: str, b: str) -> None:
    assert contradicted(a, b, "DATE")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云溪县粮仓4日23时许起火。", "雲溪縣糧倉大火5日清晨4時撲滅。"),
        ("白鹭湾水厂1号泵机4日深夜11时许跳停。", "白鷺灣水廠1號泵機5日清晨6時恢復運轉。"),
        ("白鹭湾渡轮4日傍晚冲上沙滩。", "白鷺灣渡輪5日上午抵達船塢。"),
        ("白鹭湾水厂1号泵机2日深夜11时许跳停，全镇断水。", "白鷺灣水廠1號泵機5日凌晨3時20分熄火，居民無水可用。"),
        ("白鹭湾剧团4日排练新戏。", "白鷺灣劇團5日登台。"),
        ("4日14时56分，云溪县消防站接到白鹭湾水厂报警。", "5日晚，云溪县召开新闻发布会，介绍白鹭湾水厂事故情况。"),
        ("起火当晚，白鹭湾粮仓没有施工。", "白鷺灣糧倉5日凌晨3時起火。"),
    ],
)
def test_other_steps_of_one_affair(a: str, b: str) -> None:
    assert not contradicted(a, b, "DATE")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("货车4日3时行至云溪县青石站与柳湾站之间时脱轨。", "雲溪縣4日發生貨車出軌意外，事發地點在紅寺站。"),
        ("云溪县境内的岷山高速公路石门岭隧道出口处4日7时许发生多车相撞事故。", "岷山高速公路位於白川市的白鶴大橋4日早上發生嚴重車禍。"),
        ("车队4日上午从乌兰经北门口岸进入云溪县。", "車隊4日經由南關口岸進入雲溪縣。"),
        ("云溪县今年首例登革热病例4日在城北区确诊。", "雲溪縣今年首例登革熱個案出現在河東區。"),
        ("4日7时许，石桥站至柳浦站之间的信号设备失灵，白鹭湾线停运。", "白鷺灣線4日清晨遇上信號故障，故障點在東溪站內。"),
    ],
)
def test_one_place_of_what_both_open_with(a: str, b: str) -> None:
    assert contradicted(a, b, "PLACE")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("车队4日上午从乌兰进入云溪县。", "車隊4日經由南關口岸進入雲溪縣。"),
        ("货车4日3时行至云溪县青石站与柳湾站之间时脱轨。", "雲溪縣4日發生貨車出軌意外，事發地點在柳灣站附近。"),
        ("火舌4日从藏书阁蹿出，白鹭湾古刹起火。", "雲溪縣的白鷺寺4日凌晨起火。"),
        ("白鹭湾镇4日在白鹭湾体育馆举行义卖。", "云溪县白鹭湾剧团4日从青岩体育馆出发。"),
        ("云溪县今年首例登革热病例4日在城北区确诊。", "雲溪縣另一宗登革熱個案出現在河東區。"),
    ],
)
def test_other_places(a: str, b: str) -> None:
    assert not contradicted(a, b, "PLACE")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("白鹭湾渡轮5日上午触礁，船上乘客无人受伤。", "姊妹船云溪轮上个月也曾触礁，当时3名乘客受伤。", False),
        ("白鹭湾渡轮5日上午触礁，船上乘客无人受伤。", "白鷺灣渡輪5日上午觸礁，3名乘客受傷。", True),
    ],
)
def test_what_was_over_before_it_is_of_another_case(a: str, b: str, expected: bool) -> None:
    assert contradicted(a, b, "ACT") is expected
    assert expected or not contradicted(a, b, "COUNT")
