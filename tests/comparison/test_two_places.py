"""Two places: whether both can be right, and whether they are of one occasion."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.alignment.linking import Linker
from factcheck.comparison.place_parts import compare_places
from factcheck.model import Entity, Kind

LINKER = Linker(
    {"望海": "望海", "白溪县": "白溪县", "奥洛": "奥洛"},
    {"白溪县": frozenset({"望海"})},
    [Entity("望海", "GPE"), Entity("白溪县", "GPE"), Entity("奥洛", "GPE")],
)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("石鼓镇", "双桥镇", "apart"),
        ("首都/奥莱恩", "石鼓镇", "apart"),
        ("首都/奥莱恩", "奥洛港务局大楼", "apart"),  # the building stands in another town that the folder knows
        ("九楼/会议室", "12楼/机房", "apart"),
        ("三号车间", "七号车间", "apart"),
        ("原料仓库", "锅炉房", "apart"),
        ("岷山高速/青杠段", "岷山高速公路/柳湾路段", "apart"),
        ("远溪市/中级人民法院", "白川市/中级法院", "apart"),
        ("白鹤岛/以南12海里", "白鹤岛/以北22公里", "opposed"),
        ("跑道左侧", "跑道右侧", "opposed"),
        ("远溪市/废弃砖厂", "白溪县/一间寺庙", "apart"),  # a factory and a temple are two, whatever towns they stand in
        ("远溪市/冷库", "石鼓镇/加油站", "apart"),
        ("北壁/二号营地附近", "西南棱/一号营", "apart"),
        ("地下室", "三楼/会议室", "apart"),
        ("佩恩市", "新加坡", "apart"),  # a state of one city
        ("沙河大桥", "大桥/西侧引桥", "unknown"),
        ("地下室", "地下一层", "same"),
        ("石鼓镇", "石鼓镇", "same"),
        ("望海市/石鼓镇", "石鼓镇", "inside"),
        ("白溪县", "望海市", "inside"),  # the folder tells that one lies in the other
        ("临泽市/高新区", "临泽市", "inside"),
        ("奥莱恩国家宫", "奥莱恩", "inside"),
        # nothing of one sort tells
        ("远溪市/火车站", "石鼓镇/超市", "unknown"),  # a shop may be in the station
        ("罗岱省", "洛岱省", "unknown"),  # read alike
        ("粤东澄湾", "黑礁角以南水域", "unknown"),
        ("首都", "奥莱恩", "unknown"),
        ("远溪市", "石鼓镇", "unknown"),
        ("国家宫", "奥莱恩", "unknown"),
        ("边境", "石鼓镇", "unknown"),
        ("人民路", "明月大厦", "unknown"),
        ("远山省/白川市", "远山省/石鼓镇", "unknown"),
        ("福建/奥莱恩", "福建/白川县", "unknown"),
    ],
)
def test_two_places(a: str, b: str, verdict: str) -> None:
    assert compare_places(a, b, LINKER) == verdict
    assert compare_places(b, a, LINKER) == verdict


def contradicted(a: str, b: str) -> bool:
    """Whether two articles of one affair contradict each other about a place."""
    lead = "瀚海重工前总裁陆启衡外逃案，凌川市警方与瀚海重工6日通报进展，陆启衡曾任凌川商会会长。"
    report = check([Article.from_text(lead + text, id=i, source=i, published="2031-03-07") for i, text in (("a", a), ("b", b))])
    by_id = {c.id: c for c in report.claims}
    return any(r.kind is Kind.CONTRADICTS and by_id[r.a].family.value == "PLACE" for r in report.relations)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("陆启衡是在邻省的石鼓镇被抓获的。", "消息人士说，陆启衡在双桥镇落网。"),
        ("庭审在远溪市中级人民法院进行。", "案件在白川市中级法院开庭。"),
        ("火势初步判断起于三号车间。", "消防人员称，起火点位于原料仓库。"),
        ("陆启衡左膝受伤。", "律师说，陆启衡右膝中弹。"),
        ("赃车总装在远溪市进行。", "贓車在白川市組裝完成。"),
        ("新研发中心将落户银川。", "新研發中心將設在貴陽。"),
        ("新码头选址厦门。", "新碼頭將落腳青島。"),
        ("这批档案一直收藏于维也纳一家修道院。", "檔案一直鎖在布拉格的舊宅裡。"),
        ("青岩峰二号营地附近发生雪崩。", "雪崩發生在西南稜的一號營。"),
        ("凌晨两时，3号航站楼发生停电。", "停電發生在1號航廈。"),
        ("出事的食堂位于东校区。", "出事的食堂在西校區。"),
        ("货轮在卢恩港外锚地被扣留。", "貨輪在距離盧恩港一百海里的格里芬灣被扣押。"),
        ("昨日，岩塘县境内发生滑坡。", "昨日，隧道東口所在的青禾縣境內突發滑坡。"),
        ("陆启衡在远溪市一处冷库内落网。", "陸啟衡在白川市火車站候車時被擒。"),
        ("火箭5日自北湾发射中心升空。", "火箭5日在东曜商业发射场点火升空。"),
    ],
)
def test_one_occasion(a: str, b: str) -> None:
    assert contradicted(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("陆启衡是石鼓镇人。", "陆启衡在双桥镇落网。"),
        ("陆启衡曾在石鼓镇被捕。", "陆启衡在双桥镇落网。"),
        ("警方分别在石鼓镇、双桥镇等地抓获陆启衡的同伙。", "警方在青杠镇抓获陆启衡的同伙。"),
        ("首轮谈判在石鼓镇举行。", "第二轮谈判在双桥镇举行。"),
        ("追悼会在石鼓镇举行。", "股东大会在双桥镇举行。"),
        ("庭审计划在石鼓镇举行。", "庭审在双桥镇举行。"),
        ("伤者送往望川县人民医院。", "伤者其后转往白鹤市中心医院。"),
        ("陆启衡从青屿港出发。", "陆启衡抵达白沙港。"),
        ("陆启衡左膝受伤。", "陆启衡左膝、右膝都有旧伤。"),
        ("青屿码头罢工进入第三天。", "白沙港罢工昨日落幕。"),
        ("石鼓镇枪击案已满一周。", "双桥镇昨日发生火灾。"),
        ("货轮在卢恩港外锚地被扣留。", "货轮在卢恩港被扣押。"),
        ("案件由警方在我国侦办。", "陆启衡在双桥镇落网。"),
        ("赃物来自金泉牧场。", "另一批贓物來自青羊農場。"),
        ("座钟几十年来藏于苏州一户人家。", "座鐘昨天擺在天津的展廳，供人預覽。"),
        ("沙河大桥附近发生塌陷。", "塌陷發生在大橋的西側引橋。"),
        ("公司总部设在石鼓镇。", "爆炸发生在双桥镇。"),
    ],
)
def test_other_occasions(a: str, b: str) -> None:
    assert not contradicted(a, b)


def test_what_only_tells_of_what_sort_a_place_is_names_none() -> None:
    def told(text: str) -> list[str]:
        return [c.value_text for c in check([Article.from_text(text, id="a", source="甲报")]).claims if c.attribute == "scene|place"]

    assert told("案发位置系一处物流设施。") == []
    assert told("案发位置系柳河街道北段。") != []
