"""Dates of one happening told in other words, and of two that only look alike."""

from __future__ import annotations

import pytest

from factcheck import Article, check

LEADS = ("云溪县白鹭湾一事受到关注，白鹭湾镇居民议论纷纷。", "雲溪縣白鷺灣一事有新進展，白鷺灣鎮繼續受關注。")


def _rules(a: str, b: str) -> list[str]:
    sides = [Article.from_text(lead + text, id=name, published="2031-05-06") for lead, text, name in zip(LEADS, (a, b), "ab", strict=True)]
    return sorted({f.rule for f in check(sides).findings})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("施工队3月14日进场，随后打下第一根桩。", "據悉，施工隊於3月11日入場，比原計劃提前。"),
        ("剧团一行5月1日启程，前往北欧巡演。", "劇團4月29日動身前往北歐，先到丹麥。"),
        ("镇人民代表大会6日上午以58票赞成、12票反对的结果，批准了预算修正案。", "鎮人代會本週二（5日）表決，以58票對12票通過預算修正案。"),
        ("一、项目概况　2031年4月10日，白鹭湾水务局与承建方签订施工合同。", "施工合同4月8日由水務局與承建方簽署。"),
        ("法院4月22日一审以受贿罪判处镇长何东有期徒刑十年。", "鎮長何東4月24日一審被判囚十年。"),
        ("白鹭湾停水多日，5日22时全镇用户恢复供水。", "白鷺灣停水，部分地區等到5月6日清晨才恢復供水。"),
    ],
)
def test_one_happening_told_in_other_words(a: str, b: str) -> None:
    assert _rules(a, b) == ["FC201"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("镇长何东昨日由专车送抵县城开会。", "受邀專家最快今天飛抵縣城，參加會議。"),
        ("白鹭湾前晚大停水，居民提桶排队。", "鄰近的白鷺洲鎮4月30日才因管道檢修分區停水，一度與白鷺灣混淆。"),
        ("白鹭湾缆车5月2日恢复运行。", "白鷺灣輪渡5月3日恢復運行。"),
        ("白鹭湾停水多日，5日22时全镇用户恢复供水。", "白鷺灣停水，部分地區5月5日清晨先恢復供水。"),
        ("水务局4月17日与承建方签署《供水协议》。", "水務局4月14日與承建方簽署《保密協議》。"),
        ("县监委4月3日对镇长何东立案。", "縣監委4月6日將鎮長何東留置。"),
        ("船长在沉船之前已发出求救信号。", "沉船之後，搜救隊才發出求救信號。"),
    ],
)
def test_two_happenings_that_look_alike(a: str, b: str) -> None:
    assert _rules(a, b) == []
