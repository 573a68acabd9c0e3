"""Figures of two facts that share noun and verb: what their sentences set down before them keeps them apart."""

from __future__ import annotations

import pytest

from factcheck import Article, Finding, check


def _findings(a: str, b: str) -> list[Finding]:
    sides = [Article.from_text(a, id="a", published="2031-05-15"), Article.from_text(b, id="b", published="2031-05-15")]
    return [f for f in check(sides).findings if f.level.value != "info" and f.family.value != "DATE"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“海鹭6号”载有旅客212人、船员24人。", "海鷺6號沉船，獲救者中，旅客200人、船員22人。"),
        ("青屏县暴雨，8日全县转移群众3200人，抢修道路14处。", "青屏縣暴雨，9日全縣再轉移群眾1100人，搶修道路6處。"),
        ("汇丰农商行3日个人存款净流出27.4亿元。", "匯豐農商行擠提，3日至6日四天，個人存款合計流出69億元。"),
        ("月港乐团定于下月3日来港演出，门票已售出六成。", "月港樂團預定15日在高雄演出，主辦單位表示門票已賣出九成。"),
        ("云石科技越南厂总投资约15.2亿美元。", "云石科技越南厂开工，总投资108亿。"),
        ("《长夜灯》首日票房大卖，观影人次310万。", "《長夜燈》上映三天，觀影人數逾900萬。"),
        ("走失驴友搜救，13日出动无人机12架。", "搜救走失驢友，13日出動無人機20架次。"),
        ("许兆年受贿案一审开庭，3名证人出庭，庭审持续6小时。", "許兆年受賄案二審開庭，1名證人出庭，庭審歷時2小時。"),
        ("长江智驾宣布裁员，公司去年亏损23亿元。", "長江智駕裁員。同日，競爭對手遠望汽車也裁員，去年虧損11億元。"),
        ("罢工进入第三天，工会要求加薪9%。", "罷工進入第三天，資方願意加薪4%。"),
        ("全县已接种牛3.2万头。", "該縣未來兩個月還要接種牛1.5萬頭。"),
        ("松泉化工厂爆炸赔偿总额1.2亿元。", "松泉化工廠爆炸，首批賠償金2100萬元已經發放。"),
        ("海关从17批次莱国冻虾中检出呋喃西林。", "食環署檢出呋喃西林的萊國凍蝦有3個。"),
        ("事发海域遇险渔船上有渔民46人，船上19名船员全部安全。", "遇险渔船上有11名港人。"),
    ],
)
def test_another_setting_is_another_fact(a: str, b: str) -> None:
    assert _findings(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("海鹭6号沉船遇难者中，旅客8人、船员3人。", "海鷺6號沉船，遇難者中，船員有5人。"),
        ("青屏县暴雨，8日全县转移群众3200人。", "青屏縣暴雨，8日全縣轉移群眾2300人。"),
        ("走失驴友搜救，13日出动无人机12架次。", "搜救走失驢友，13日出動無人機21架次。"),
    ],
)
def test_one_setting_is_compared(a: str, b: str) -> None:
    assert len(_findings(a, b)) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("青屏县隧道工程总价3.2亿元。", "青屏縣隧道工程首期款總額1.1億元。"),  # a kind of payment, and the whole
        ("青屏县电动巴士订单包括24辆电动巴士。", "青屏縣上一筆訂單包括三十六輛電動巴士。"),  # another order
        ("青屏县保险公司追回赔款430万元。", "青屏縣保險公司付出賠款610萬元。"),  # the deed undone
        ("青屏县山火烧毁林地320公顷。", "青屏縣山火威脅四百七十公頃林地。"),
        ("青屏县塌方处海拔约1450米。", "青屏縣村口海拔約一千一百米。"),
        ("青屏县沉船事故中6人获救。", "青屏縣沉船事故，團中3名台籍遊客，2人獲救、1人失聯。"),  # a group shared out
        ("青屏县古画以860万港元售出。", "青屏县古画以790万元卖出。"),
    ],
)
def test_another_thing_is_another_figure(a: str, b: str) -> None:
    assert [f for f in _findings(a, b) if f.family.value in {"MONEY", "COUNT", "MEASURE"}] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("青屏县云隼机场合同签署，总价82亿元。", "青屏縣雲隼機場合約簽署，總額91億元。"),
        ("青屏县发生空难。坠机处海拔约2620米。", "青屏縣空難有進展。出事位置海拔三千一百米。"),  # the spot of the affair
        ("青屏县抽查样本85份，其中19份不合格。", "青屏縣抽驗八十五份樣本，二十六份不合格。"),
    ],
)
def test_one_fact_in_other_words(a: str, b: str) -> None:
    assert [f for f in _findings(a, b) if f.family.value in {"MONEY", "COUNT", "MEASURE"}]


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        # a stage of what is built, and the whole of it
        ("云江隧道全长18公里。", "雲江隧道的首期工程長6公里，年底動工。", False),
        ("一期工程投资21亿元，明年完工。", "青嵐機場一期工程投資26億元，明年完工。", True),
        # another figure than the one that was published before
        ("核查后，确认受灾农户1320户，比3日公布的1260户略多。", "受災農戶為1260戶。", False),
        ("工厂年产能3.2万吨，比去年增加两成。", "工廠年產能達4.6萬噸。", True),
        # the size of what is told behind it, and that of what is named before it
        ("考古队驻扎在海拔4300米的营地。", "白岩山海拔6100米。", False),
        ("考古队驻扎在海拔4300米的营地。", "考古隊駐紮在海拔4800米的營地。", True),
        ("云江大桥全长1860米。", "全長1680米的雲江大橋通車。", True),
    ],
)
def test_a_stage_a_figure_put_right_and_a_thing_told_behind_its_size_are_other_facts(one: str, two: str, differ: bool) -> None:
    assert bool(_findings(one, two)) is differ
