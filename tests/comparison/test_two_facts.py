"""What two articles on one affair tell in like words and figures though it is of two facts, and look-alikes that are of one."""

from __future__ import annotations

import pytest

from factcheck import Article, Finding, check


def _findings(a: str, b: str) -> list[Finding]:
    sides = [Article.from_text(a, id="a", published="2031-05-19"), Article.from_text(b, id="b", published="2031-05-20")]
    return [f for f in check(sides).findings if f.level.value != "info"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # a plan with a day in it (日前 is no word of completion there)
        ("青屏县春耕，县里计划在本月28日前发放麦种900吨。", "青屏縣春耕，截至18日，當地實際發放麥種640噸。"),
        # scores of periods, and the result
        ("苍梧杯决赛，云雀队以25比19、21比25、15比12战胜海鹭队。", "蒼梧盃決賽，雲雀隊以2比1擊敗海鷺隊。"),
        # the evening of the event is not that of the paper
        ("青屏县云岭桥17日凌晨垮塌。", "青屏縣雲嶺橋垮塌當晚，橋上沒有施工。"),
        # a stage that has passed
        ("青屏县盗猎案，主犯何大年落网。", "青屏縣盜獵案，何大年在逃期間未傷害任何人。"),
        # another occasion
        ("“海鹭6号”被困礁区，船上共171人。", "「海鷺6號」被困礁區，該船上一航次搭載98人，並未觸礁。"),
        ("星港无人机表演事故，120架坠落。", "星港無人機表演事故，上次國慶表演動用1500架，未有墜落。"),
        ("边境对峙，双方对峙约5小时。", "邊境對峙，2027年的對峙歷時73天。"),
        ("海棠市滑板车去年2人死亡。", "海棠市滑板車今年首七個月無人死亡。"),
        # one of two of a kind
        ("望海体育场西看台屋顶长120米。", "望海體育場東看台屋頂長95米。"),
        ("澄江音乐厅满场混响时间为1.8秒。", "澄江音樂廳空場混響時間為2.1秒。"),
        ("苍梧大学今年本科录取分数线462分。", "蒼梧大學藝術類錄取分數線386分。"),
        ("白岭雪场出事，1号索道全长3.4公里。", "白嶺雪場出事，3號索道全長2.1公里。"),
        ("云帆号靠港，船员1120人。", "雲帆號靠港，約1900名旅客下船。"),
        # a quarter of the town, and the town
        ("临汀市新房均价每平方米2.9万元。", "臨汀市城東新房均價每平方米3.6萬元。"),
        # some of those listed
        ("青屏县泥石流，共有44人，其中教师31人、学生13人。", "青屏縣泥石流，十九名教師由直升機送往縣城。"),
        # the longest, and one man's
        ("凤凰山索道停驶，游客最长被困3小时。", "鳳凰山索道停駛，遊客王平說自己被困40分鐘。"),
        # a region's own figure, told in passing
        ("澄湾市流感，全市没有死亡病例。", "澄灣市流感升溫。台灣今年流感重症累計104例，其中3人死亡。"),
        # two who were let go
        ("北谷口岸交换，39人质获释。", "北谷口岸交換，政府釋放21名陣線成員。"),
        # a denial of one deed, told of another
        ("东岬发射场中止发射，工作人员把推进剂抽干净。", "東岬發射場中止發射。航天署否認，強調推進劑一滴都沒有漏。"),
        # what went on
        ("银溪镇山火，5月17日发生的山火仍在蔓延。", "銀溪鎮山火，昨日繼續蔓延。"),
    ],
)
def test_two_facts_in_like_words(a: str, b: str) -> None:
    assert _findings(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("苍梧杯决赛，云雀队以3比1战胜海鹭队。", "蒼梧盃決賽，雲雀隊以3比2擊敗海鷺隊。"),
        ("青屏县云岭桥17日凌晨垮塌。", "青屏縣雲嶺橋16日凌晨垮塌。"),
        ("“海鹭6号”被困礁区，船上共171人。", "「海鷺6號」被困礁區，船上共117人。"),
        ("望海体育场西看台屋顶长120米。", "望海體育場西看台屋頂長95米。"),
        ("澄江音乐厅满场混响时间为1.8秒。", "澄江音樂廳滿場混響時間為1.4秒。"),
        ("白岭雪场出事，3号索道全长3.4公里。", "白嶺雪場出事，3號索道全長2.1公里。"),
        ("临汀市城东新房均价每平方米2.9万元。", "臨汀市城東新房均價每平方米3.6萬元。"),
    ],
)
def test_one_fact_is_still_compared(a: str, b: str) -> None:
    assert len(_findings(a, b)) >= 1


def test_deeds_behind_a_row_of_sorts_are_no_parts() -> None:
    text = "青屏县今年筹集保障房2.3万套，其中公租房8200套，开工1.7万套，竣工9600套。"
    assert [f for f in check([Article.from_text(text, id="a", published="2031-05-19")]).findings if f.family.value == "ARITHMETIC"] == []
