"""Two steps told the other way round in words of their own."""

from __future__ import annotations

import pytest
from ordered import kinds

from factcheck import Article, check


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("岭南歌王争议，评委打分全部提交之后，主持人才公布场外票数。", "嶺南歌王爭議，台上早就把場外票數亮了出來，評委分數還沒交齊。"),
        ("青江化工厂爆燃，值班员先切断进料阀，随后拉响警报。", "青江化工厂爆燃，警报都响了十来分钟，进料阀才有人去关。"),
        ("长宁动物园，饲养员锁好隔离门后才进入虎舍清扫。", "長寧動物園，飼養員先進了虎舍，隔離門還沒鎖。"),
        ("蓝湾球队换帅，俱乐部先与新帅签约，再解除原主教练合同。", "藍灣球隊換帥，原主帥走人三天後，新帥才簽字。"),
        ("云岭缆车停运，检修员到站后才打开车门。", "雲嶺纜車停運，檢修車還沒到，遊客就已經把車門掰開。"),
    ],
)
def test_told_the_other_way_round(a: str, b: str) -> None:
    assert "contradicts" in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("沙洲国总统在议会表决前签署了法令。", "沙洲國總統在議會表決後發表講話。"),  # shares only who did it
        ("青石镇火灾，警方先封锁现场，随后疏散居民。", "青石鎮火災，警方疏散居民後才召開發布會。"),
        ("星河航天，火箭推迟发射的决定在燃料加注前作出。", "星河航天，去年那次是燃料加注后才取消发射。"),  # another occasion
        ("临江法院，法官宣读判决之前，检方撤回一项指控。", "臨江法院，判決宣讀後，被告才上訴。"),
        ("北原矿难，救援队抵达前，矿方已自行升井12人。", "北原礦難，救援隊抵達後，又有5人升井。"),
        ("长宁动物园，饲养员锁好隔离门后才进入虎舍清扫。", "長寧動物園，獸醫先進熊舍檢查，隨後鎖上大門。"),
    ],
)
def test_of_other_steps(a: str, b: str) -> None:
    assert "contradicts" not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "青石镇拳赛，主办方公布，观众达1.2万人。",
            "青石鎮拳賽，名單公布後輿論譁然，外傳主隊已經提出申訴，拳會主席何立維否認。",
        ),  # only the rumour
        ("长堤水厂并购，监管局接获举报后立案。", "長堤水廠併購，設備須經工會同意才能引進。"),  # neither done nor not
    ],
)
def test_what_a_denial_does_not_reach(a: str, b: str) -> None:
    report = check([Article.from_text(t, id=i, source=i, published="2031-03-16") for i, t in (("a", a), ("b", b))])
    assert {r.kind.value for r in report.relations} <= {"agrees", "incomparable", "refines"}


def test_a_headline_denies_what_is_said_not_to_have_been_reported() -> None:
    article = Article.from_text("---\ntitle: 观测站大火九人伤　考察中心否认接获隐患报告\n---\n观测站昨晚起火。", id="a", source="a")
    told = [c.value.holds for c in check([article]).claims if c.headline and c.attribute.startswith("接获")]
    assert told
    assert not any(told)
