"""Totals, differences, rates, amounts a head, days and ages of one article."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.model import Family


def failing(text: str) -> list[str]:
    """The stated figures, as written, that do not follow."""
    report = check([Article.from_text(text, id="a", source="甲报", published=datetime(2027, 3, 9, 20))])
    sets = [s for s in report.conflict_sets if s.family is Family.ARITHMETIC]
    quotes = {c.id: c.quote for c in report.claims}
    return [quotes[s.groups[0].claims[0]] for s in sets]


@pytest.mark.parametrize(
    "text",
    [
        "画廊共售出作品38件，其中油画21件、雕塑20件。",  # more than the total
        "列车上412名乘客中，成人旅客301名、儿童旅客98名、婴儿旅客23名。",
        "林场去年栽下的5.6万株树苗里头，已经补种3.1万株，枯死2.9万株。",
        "赛事总预算1.26亿元，其中场馆6200万元、安保2900万元、转播2500万元。",  # one digit less than the total
        "开票结果为甲候选人21,407票、乙候选人18,260票，有效票合计39,767票。",  # the total after its parts
        "支持率由52%跌至44%，一个月内下滑11个百分点。",
        "该站测得39.4℃，比前一日的36.8℃高出1.6℃。",
        "仓库存粮48吨，已转运30吨，转运率达72%。",
        "基金会向320所学校每所捐赠50册图书，合计2.6万册。",
        "书展4月3日开幕，4月8日闭幕，为期九天。",
        "出生于1950年的画家昨日去世，享年84岁。",
        "合唱团新招11人，包括6男4女，平均年龄23岁。",  # heads without a measure word
        "音乐节两天一共来了二十四万人，其中俱乐部会员15万、学生6万、退休老人5万。",
        "全年预算缩减300亿元，其中教育120亿元、国防90亿元、基建99亿元。",  # an amount of change, divided
        "馆藏修复费80万元，其中材料30万元、人工40万元，其他20万元。",  # the rest behind a comma
        "缆车上共有33人，其中7人擦伤，20人受惊送医，另有7人自行离开。",  # misses by a hair
        "这批货一天卖掉58万件，其中门店30万件、网店31万件。",  # sold, not grown fewer
    ],
)
def test_figures_that_do_not_follow_are_found(text: str) -> None:
    assert failing(text)


@pytest.mark.parametrize(
    "text",
    [
        "画廊共售出作品38件，其中油画21件、雕塑17件。",
        "画廊共售出作品38件，其中油画21件、雕塑12件等。",  # not said to be all
        "全馆共有藏品900件，其中瓷器410件、玉器200件。",  # a list of the largest
        "列车上412名乘客中，女性201名，老人190名，外籍乘客80名。",  # traits that cut across each other
        "支持率由52%跌至44%，一个月内下滑8个百分点。",
        "支持率由52%跌至44%，对手的支持率上升11个百分点。",
        "该站测得39.4℃，比前一日的36.8℃高出2.6℃。",
        "仓库存粮48吨，已转运30吨，完好率达98%。",  # the rate of something else
        "基金会首批向320所学校每所捐赠50册图书，全年合计将捐2.6万册。",
        "书展4月3日开幕，4月8日闭幕，为期六天；上届书展为期九天。",
        "法案以68票赞成、54票反对获得通过，国会共有132名议员，10人缺席。",
        "出生于1950年的画家昨日去世，享年77岁。",
        "合唱团新招10人，包括6男4女，平均年龄23岁。",
        "音乐节一共来了二十四万人，其中外地旅客13万、女性16万。",
        "缆车上共有45人，其中3人骨折，12人擦伤，另有8名路人受惊。",  # beside those on board
        "年产量减少12万吨，其中东区5万吨、西区7万吨。",
        "员工2470人，裁减420个岗位，约占员工总数2470人的17%，其中海外300人、总部120人。",
    ],
)
def test_figures_that_follow_or_need_not_stay_silent(text: str) -> None:
    assert failing(text) == []
