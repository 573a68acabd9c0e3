"""Figures and deeds of two things, parts, days or years of one affair, and look-alikes that are of one."""

from __future__ import annotations

import pytest

from factcheck import Article, Finding, check


def _findings(a: str, b: str) -> list[Finding]:
    sides = [Article.from_text(a, id="a", published="2031-09-19"), Article.from_text(b, id="b", published="2031-09-20")]
    return [f for f in check(sides).findings if f.level.value != "info"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # a part, a branch, a restriction that only one article knows
        ("云岫县茶园面积为12.6万亩。", "雲岫縣有機茶園面積三萬一千畝。"),
        ("地铁7号线南延段长9.6公里，投资58亿元。", "地鐵7號線全長38.2公里；北延段投資71億元。"),
        ("岭顶天文台新望远镜总投资3.9亿元。", "嶺頂天文台新望遠鏡主鏡造價1.1億元。"),
        # grades of one row
        ("第188期彩票一等奖开出7注，单注奖金628万元。", "第188期彩票二等獎開出96注，單注獎金18萬元。"),
        # what is usual, the same stretch of the year before, a day and a year
        ("江汀血站称，全市血库库存只够维持3天。", "江汀血站平日庫存應維持七天用量。"),
        ("云岫航空上半年净亏损17.8亿元，上年同期净亏损25.3亿元。", "雲岫航空公布業績，股東應佔虧損17.8億元。"),
        ("江汀眼科医院当天共做白内障手术34例。", "江汀眼科醫院今年已做白內障手術2100例。"),
        # words for a happening that name a device, a danger, a plan
        ("石埠冷库发生氨气泄漏。", "石埠冷庫未安裝洩漏報警器。"),
        ("滦岭县发生4.6级地震。", "灤嶺縣沒有地震應急預案。"),
        ("石埠镇村民没有撤离。", "石埠鎮公布撤離計劃。"),
        # another thing, a part or product of it, another sort
        ("机场没有关闭。", "機場貴賓室因漏水關閉，二號跑道照常。"),
        ("文物局否认出售壁画。", "文物局稱，壁畫複製品自上月起公開出售。"),
        ("消防称，电池没有起火。", "倉庫外一輛電單車起火，很快被撲滅。"),
        ("银行没有泄露客户资料。", "銀行外判商的一名員工洩露內部培訓資料。"),
        # two days
        ("剧院称，当晚观众没有退票。", "劇院表示，次日的場次有近三百名觀眾退票。"),
    ],
)
def test_two_things_of_one_affair(a: str, b: str) -> None:
    assert _findings(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云岫县茶园面积为12.6万亩。", "雲岫縣茶園面積三萬一千畝。"),
        ("地铁7号线南延段长9.6公里。", "地鐵7號線南延段長6.9公里。"),
        ("岭顶天文台新望远镜总投资3.9亿元。", "嶺頂天文台新望遠鏡造價1.1億元。"),
        ("第188期彩票二等奖单注奖金81万元。", "第188期彩票二等獎單注獎金18萬元。"),
        ("机场没有关闭。", "機場昨晚關閉。"),
        ("石埠冷库没有发生氨气泄漏。", "石埠冷庫氨氣洩漏，兩人送醫。"),
        ("澄海银行称，没有泄露任何客户资料。", "澄海銀行一名員工洩露了客戶資料。"),
    ],
)
def test_one_thing_is_still_compared(a: str, b: str) -> None:
    assert len(_findings(a, b)) >= 1
