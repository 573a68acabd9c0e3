"""What plain sentences say: figures, times, places and doers that are easily misread."""

from __future__ import annotations

from datetime import datetime

import pytest

from factcheck import Article, check
from factcheck.claims.restrictions import ONE_MANNER
from factcheck.mentions import find_mentions
from factcheck.mentions.names import canonical_key
from factcheck.model import Claim, Family, Period, Polarity, Quantity

PUBLISHED = datetime(2031, 5, 20, 9)


def claims_of(text: str, title: str = "") -> list[Claim]:
    """The claims of one article published on 20 May 2031."""
    body = f"{title}\n\n{text}" if title else text
    return check([Article.from_text(body, id="a", source="甲报", published=PUBLISHED)]).claims


def told(text: str, **wanted: str) -> list[Claim]:
    """The claims whose fields are as wanted."""
    return [c for c in claims_of(text) if all(getattr(c, name) == value for name, value in wanted.items())]


def number(claim: Claim) -> float:
    assert isinstance(claim.value, Quantity)
    assert claim.value.low is not None
    return float(claim.value.low)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("以1分52秒47夺冠", 112.47), ("跑出9秒91", 9.91), ("游出51秒08，", 51.08), ("用时2分3秒18名选手", 123), ("历时1小时5分12秒", 3912)],
)
def test_hundredths_stand_behind_the_second(text: str, seconds: float) -> None:
    value = next(m for m in find_mentions(text) if m.kind == "duration").value
    assert isinstance(value, Quantity)
    assert value.low is not None
    assert float(value.low * (value.factor or 1)) == pytest.approx(seconds)


def test_a_contest_time_is_not_how_long_it_lasted() -> None:
    assert not told("名将陈岚以1分52秒47封王。", attribute="lasts|win")
    assert not [c for c in claims_of("距开幕只剩12天。") if c.attribute.startswith("lasts|")]
    assert told("罢工持续12天。", attribute="lasts|strike")


def test_votes_against_each_other() -> None:
    found = {c.attribute: number(c) for c in claims_of("白沙议会昨日以183票对97票通过渔业法案。") if c.family is Family.COUNT}
    assert found["vote.for"] == 183
    assert found["vote.against"] == 97
    fallen = {c.attribute: number(c) for c in claims_of("白沙议会昨日以183票对97票否决渔业法案。") if c.family is Family.COUNT}
    assert fallen["vote.against"] == 183


@pytest.mark.parametrize(
    ("name", "key"),
    [("白沙共和国国民议会", "白沙国民议会"), ("奥兰王国外交部", "奥兰外交部"), ("白沙联邦储备委员会", "白沙联邦储备委员会")],
)
def test_a_states_full_style_is_no_part_of_its_bodies_names(name: str, key: str) -> None:
    assert canonical_key(name, "ORG") == key
    assert canonical_key(key, "ORG") == key


def test_what_a_name_leaves_of_a_glued_word_is_a_negation_and_its_verb() -> None:
    attends = [c for c in claims_of("维尔兰未派企业参加本届博览会。") if c.attribute == "attend"]
    assert [c.value.holds for c in attends if isinstance(c.value, Polarity)] == [False]


def test_a_space_parts_the_statements_of_a_headline() -> None:
    leaks = [c for c in claims_of("盐湖化工厂昨日停产。", "盐湖化工厂紧急停产　无有毒气体外泄") if c.attribute.startswith("leak")]
    assert leaks
    assert not any(c.value.holds for c in leaks if isinstance(c.value, Polarity))


def test_those_to_whom_something_was_done_are_counted_by_what_was_done() -> None:
    claim = next(c for c in claims_of("名单上共有15人遭到惩处。") if c.family is Family.COUNT)
    assert claim.frame.predicate == "惩处"
    assert claim.frame.noun == ""


def test_who_arrests_is_not_who_is_counted() -> None:
    assert next(c for c in claims_of("5月9日的行动共逮捕7人。") if c.attribute == "law.arrested").frame.noun == ""


def test_a_relative_clause_behind_a_figure_is_no_noun() -> None:
    assert next(c for c in claims_of("政府随后释放12名在押的工会成员。") if c.family is Family.COUNT).frame.noun == "工会成员"


def test_trains_are_no_flights() -> None:
    assert told("白岭铁路昨日共取消83班客运列车。", attribute="disaster.trains_stopped")
    assert told("白岭机场昨日共取消83班航机。", attribute="disaster.flights_cancelled")


def test_a_way_of_dying_restricts_a_count() -> None:
    marks = {c.scope.qualifiers for c in claims_of("6人经抢救无效死亡。") if c.attribute == "casualties.dead"}
    assert marks == {(ONE_MANNER,)}


def test_an_end_is_no_period_of_what_the_sentence_goes_on_to_count() -> None:
    count = next(c for c in claims_of("茶博会昨日揭幕，展期至6月20日，共有860家企业参展。") if c.family is Family.COUNT)
    assert count.scope.period is None


def test_where_a_change_starts() -> None:
    marks = [c.scope.qualifiers for c in claims_of("票价将从现行的62元逐步调高。") if c.family is Family.MONEY]
    assert marks
    assert all("from" in m for m in marks)


@pytest.mark.parametrize(
    "text",
    ["资料中心18日晚8点15分失火。", "上将马宏18日抵达。", "虚拟货币平台18日失窃。", "名将陈岚18日返回。"],
)
def test_parts_of_words_point_to_no_future(text: str) -> None:
    starts = [m.value.start for m in find_mentions(text, PUBLISHED) if isinstance(m.value, Period)]
    assert starts
    assert all(s is not None and (s.month, s.day) == (5, 18) for s in starts)


def test_that_day_is_of_what_the_article_is_about() -> None:
    text = "白沙议会5月18日通过法案。新法2032年1月1日生效。\n\n当天，工会上街抗议。"
    days = [c.value.start for c in claims_of(text) if isinstance(c.value, Period) and c.value.digits == "当天"]
    assert days
    assert all(d is not None and (d.year, d.month, d.day) == (2031, 5, 18) for d in days)
    assert all("said" not in c.scope.qualifiers for c in claims_of(text) if isinstance(c.value, Period) and c.value.digits == "当天")


def test_the_date_is_of_what_was_done_while_something_else_was() -> None:
    attributes = {c.attribute for c in claims_of("4月8日，村民罗庆翻修梯田时最先发现露出地表的石碑。") if c.family is Family.DATE}
    assert "discover|date" in attributes
    assert "翻修|date" not in attributes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("警方在边境小城拉桑捣破一个骗案集团。", "边境小城拉桑"),
        ("劳资代表在帕澜市政厅进行首轮协商。", "帕澜市政厅"),
        ("5月3日15时，银溪镇以北的鹿角溪林区首先起火。", "银溪镇以北的鹿角溪林区"),
    ],
)
def test_places_are_read(text: str, place: str) -> None:
    assert place in {c.value.text for c in claims_of(text) if c.family is Family.PLACE and hasattr(c.value, "text")}


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("茶博会16日登场，由白沙省委书记贺立宣布开幕。", "role|announcer", "贺立"),
        ("谈判首席代表由总统特使拉赫曼担任。", "role|negotiator", "拉赫曼"),
        ("压轴的接力赛，最后一棒周明远反超夺冠。", "role|last_leg", "周明远"),
    ],
)
def test_who_did_it(text: str, role: str, who: str) -> None:
    assert who in {c.value.text for c in claims_of(text) if c.attribute == role and hasattr(c.value, "text")}


def test_whom_a_noun_describes_is_the_subject() -> None:
    assert {c.subject for c in claims_of("澜洲泳将陈一岚以1分52秒47夺冠。") if c.subject_text} == {"陈一岚"}


def test_where_somebody_comes_from_is_not_whose_captain_he_is() -> None:
    captain = next(c for c in claims_of("货轮由菲律宾籍船长桑托斯指挥。") if c.attribute == "office|ship_captain")
    assert captain.subject == ""


def test_a_verb_parted_by_its_number_is_one_verb() -> None:
    assert told("海警全程未开一枪。", attribute="shoot")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("工会要求限制码头引进自动吊机。", "引进"),
        ("县府禁止货车驶入老城。", "驶入"),
        ("保安阻止歌迷冲上舞台。", "冲"),
        ("校方允許學生使用手機。", "使用"),
    ],
)
def test_what_is_forbidden_hindered_or_asked_for_is_not_told_as_done(text: str, verb: str) -> None:
    assert not [c for c in claims_of(text) if c.family is Family.ACT and verb in c.frame.predicate]


@pytest.mark.parametrize("text", ["居民应消防员要求撤离。", "在校长呼吁下，学生撤离了操场。"])
def test_what_is_done_at_a_request_is_done(text: str) -> None:
    assert [c for c in told(text, family=Family.ACT) if c.frame.concept == "evacuate"]
