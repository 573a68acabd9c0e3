"""Two accounts of which of two things came first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ordered import kinds

from factcheck import Article, check
from factcheck.alignment.linking import link_entities
from factcheck.comparison.orders import step_likeness, word_likeness
from factcheck.comparison.surroundings import Surroundings
from factcheck.model import Step

AROUND = Surroundings(link_entities({}), {})
WORDS = ["签署", "签", "协议", "停火协议", "撤离", "转移", "居民", "起火", "爆炸", "事故", "报警", "入院", "出院", "男子组", "女子组", "打"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云岭歌剧院塌顶，云岭歌剧院说，观众离场之后吊灯才坠落。", "雲嶺歌劇院塌頂，吊燈先墜落，觀眾隨後離場。"),
        ("青石镇选举点纠纷，票箱封存在先，监票人到场在后。", "青石鎮選舉點糾紛，監票人到場之後，票箱才封存。"),
        ("白塔药厂停产，药厂早在监管局检查之前就销毁了样品。", "白塔藥廠停產，直到監管局檢查結束，藥廠才銷毀樣品。"),
        ("长堤养蜂场失窃，3月2日蜂箱被运走，3月5日蜂农报警。", "長堤養蜂場失竊，蜂農報警之後，蜂箱才被運走。"),
        ("丰乐港工潮，工会说，资方公布名单后码头工人才罢工。", "豐樂港工潮，罷工在名單公布之前就開始了。"),
        ("长堤大坝险情，警报响起约十分钟后大坝溃口。", "长堤大坝险情，大坝先塌了，老半天才听见警报响。"),  # families of words
        ("海棠湾停航通告在撞船之前已经发布。", "海棠湾停航通告是船撞完了才发出来的。"),  # within one clause
        ("白塔药厂事故，药厂员工接到通知后才撤离。", "白塔药厂事故，员工先跑出来，半天才接到通知。"),
        ("青石镇路桥，两次听证会都在项目动工之前举行。", "青石镇路桥，项目动工时根本没有开过听证会，听证会是到年底才补开的。"),
        ("青石镇球赛，第31分钟，主队后卫陈锐被红牌罚下；第40分钟，客队凭点球破门。", "青石镇球赛，客队点球破门之后，陈锐才被红牌罚下场。"),
        ("白塔中学食物中毒，封存令在采样前两天就已送达食堂。", "白塔中學食物中毒，廚房都刷乾淨了，封存令才送到食堂。"),  # stressed
        ("丰乐港工潮，工会早在停工前十天就递交了停工通知。", "丰乐港工潮，工人都走光了，停工通知才送到资方手里。"),
        ("长堤音乐厅漏水，维修队在开票前已先行封闭二楼看台。", "長堤音樂廳漏水，樂迷都坐滿了，二樓看台才封閉。"),
        ("云岭索道停运，1日9时30分缆绳断裂。公司早在2月26日即已提交检修报告。", "云岭索道停运，检修报告是缆绳断了之后才交的。"),
        ("边境冲突，直到双方停止射击，热线才接通。", "边境冲突，动手前一个小时，热线就接通过。"),  # ended, not yet begun
    ],
)
def test_the_same_two_steps_the_other_way_round(a: str, b: str) -> None:
    assert "contradicts" in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云岭歌剧院塌顶，观众离场之后吊灯才坠落。", "雲嶺歌劇院塌頂，觀眾離場之前，樂手已離場。"),  # another's leaving
        ("长堤水厂换届，董事会表决之后签署协议。", "長堤水廠換屆，協議簽署之後股東大會表決。"),  # another body
        ("丰乐港谈判，第一轮谈判后交换名单。", "豐樂港談判，交換名單後舉行第二輪談判。"),  # another time
        ("青石镇田径赛，女子组先出发，男子组随后出发。", "青石鎮田徑賽，女子組衝線後，輪椅組出發。"),
        ("白塔药厂并购，白塔药厂计划在体检之后签约。", "白塔藥廠併購，白塔藥廠體檢之前就簽約。"),  # a plan
        ("青石镇球赛，比赛开始后观众才陆续入场。", "青石镇球赛，观众在比赛结束前已陆续入场。"),  # began, ended
        ("白塔药厂起火，火灾发生后消防队赶到。", "白塔药厂起火，消防队赶到后扑灭了大火。"),  # what is put out
        ("青石镇投票，好多人以为是先计票后封箱。", "青石镇投票，工作人员先封箱后计票。"),  # what others think
        ("海棠湾渔港，渔船靠岸前没有报告港口。", "海棠灣漁港，漁船靠岸之後報告港口。"),  # not done
        ("丰乐港工潮，工会早在停工前十天就递交了停工通知。", "丰乐港工潮，码头工人都走光了，资方才递交答复书。"),  # another paper
        ("海棠湾渔港，渔船先靠岸，再卸货。", "海棠灣漁港，漁船卸貨之前已靠岸兩小時。"),  # the same order
    ],
)
def test_what_is_no_other_order(a: str, b: str) -> None:
    assert "contradicts" not in kinds(a, b)


def test_a_step_goes_on_in_the_next_clause() -> None:
    later = "长堤水厂失火，工人救完了火才跑到门口，把大门锁上。"
    assert "contradicts" in kinds(later, "长堤水厂失火，大门先锁上，工人随后救火。")


def test_the_same_order_in_other_words_agrees() -> None:
    assert kinds("海棠湾渔港，渔船先靠岸，再卸下冷冻货柜。", "海棠灣漁港，漁船卸下冷凍貨櫃之前已靠岸。") == {"agrees"}


def steps() -> st.SearchStrategy[Step]:
    words = st.lists(st.sampled_from(WORDS), max_size=2).map(tuple)
    return st.builds(Step, words, words, words, st.lists(st.sampled_from(["再", "1次", "2次"]), max_size=1).map(tuple))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(steps(), steps())
def test_likeness_is_symmetric_and_bounded(x: Step, y: Step) -> None:
    assert step_likeness(x, y, AROUND) == step_likeness(y, x, AROUND)
    assert 0.0 <= step_likeness(x, y, AROUND) <= 1.0


def test_words_for_one_thing_and_words_for_two() -> None:
    assert word_likeness("起火", "失火") == 1.0
    assert word_likeness("事故", "脱轨") == 1.0
    assert word_likeness("撤", "撤离") >= 0.75
    assert word_likeness("入院", "出院") == 0.0
    assert word_likeness("签约", "灭火") == 0.0


def test_one_sentence_against_another_is_told_once() -> None:
    texts = ("丰乐港港务局先疏散工人，后关闭油阀。", "丰乐港的油阀是先关的，油阀关了之后工人才疏散。")
    report = check([Article.from_text(t, id=i, source=i, published="2031-03-16") for i, t in zip("ab", texts, strict=True)])
    orders = [r for r in report.relations if r.kind.value == "contradicts"]
    assert len(orders) == 1
