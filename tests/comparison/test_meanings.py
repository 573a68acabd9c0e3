"""Two desks that tell one happening in different words contradict each other; two happenings in like words do not."""

from __future__ import annotations

import pytest

from factcheck import Article, check


def findings(one: str, two: str) -> int:
    return len(
        check(
            [
                Article.from_text(one, id="a", source="甲报", published="2031-05-10"),
                Article.from_text(two, id="b", source="乙报", published="2031-05-10"),
            ]
        ).findings
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("澜溪县游泳馆昨日宣布，原定7月5日的开馆仪式押后至7月20日。", "澜溪县游泳馆方面说，开馆仪式改期到7月12日。"),
        ("青禾乐团音乐总监沈知远5月3日请辞。", "沈知远5月9日辞去青禾乐团音乐总监一职。"),
        ("调查组指出，矿方没有通知矿工撤离。", "矿方说，早已告知矿工离开井下。"),
        ("楓林鎮政府沒有批出擴建許可。", "枫林镇政府核准了扩建许可。"),
        ("飛虹航空沒有賠償旅客。", "飞虹航空已向乘客赔付。"),
    ],
)
def test_one_happening_in_other_words(one: str, two: str) -> None:
    assert findings(one, two) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("澜溪县游泳馆昨日宣布，开馆仪式押后。", "澜溪县游泳馆方面说，开馆仪式改期举行。"),  # the same, in other words
        ("法院受理了渔业公司的诉讼。", "法院没有采纳渔业公司的意见。"),  # two steps
        ("檢察院沒有扣押船長。", "检察院查扣了涉案船只。"),  # another object
        ("枫林镇政府没有批出扩建许可。", "县政府核准了枫林镇小学的采购计划。"),  # another subject
        ("飞虹航空没有赔偿货主。", "飞虹航空已向乘客赔付。"),  # other people
        ("气象台发布暴雨预警。", "氣象台沒有發出颱風警報。"),  # another warning
        ("白鹭湾村有46名乡民留医。", "白鹭湾村已有31名住院村民出院。"),  # in and out
    ],
)
def test_two_happenings_in_like_words(one: str, two: str) -> None:
    assert findings(one, two) == 0
