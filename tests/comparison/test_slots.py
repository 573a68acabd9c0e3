"""Two names of one kind in two sentences that tell one thing, whatever the grammar around them."""

from __future__ import annotations

from operator import attrgetter

import pytest
from one_affair import read_affair

from factcheck import Article, check
from factcheck.articles import mark_article
from factcheck.claims.slots import MENTIONED
from factcheck.comparison.place_parts import opposite_sides
from factcheck.comparison.slot_observations import SlotObserver
from factcheck.engine.check import extract_articles
from factcheck.lexicon import load_attributes
from factcheck.model import Claim, Kind, Name, Period
from factcheck.settings import Settings

LEAD = "榆岭市第三届民间木偶艺术周6月3日开幕，艺术周由榆岭木偶剧院承办。"
REST = "主办方介绍，艺术周共有二十一个剧团参加。票价从三十元到一百二十元不等。开幕当天有小雨，观众热情不减。"


def conflicts(one: str, other: str) -> set[frozenset[str]]:
    """What contradicts what in two articles about one affair: pairs of names or days."""
    report = check(
        [
            Article.from_text(f"{LEAD}{text}{REST}", id=name, source=f"{name}报", published=f"2031-06-0{day}")
            for name, day, text in (("a", 4, one), ("b", 5, other))
        ]
    )
    values = {c.id: c.value for c in report.claims}
    pairs = [(values[r.a], values[r.b]) for r in report.relations if r.kind is Kind.CONTRADICTS]
    return {
        frozenset(v.text if isinstance(v, Name) else str(v.start)[:10] if isinstance(v, Period) else "" for v in pair) for pair in pairs
    }


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        # one title, one bearer in each article
        ("灯光师长廖启铭说，幕布换了两回。", "灯光师长邵文澜正在检查吊杆。", {"廖启铭", "邵文澜"}),
        ("团长廖启铭带着孩子们排练到深夜。", "团长邵文澜一早赶到后台。", {"廖启铭", "邵文澜"}),
        ("岚国驻榆岭总领事廖启铭到场祝贺。", "岚国驻榆岭总领事邵文澜在贵宾席就座。", {"廖启铭", "邵文澜"}),
        # clauses that share rare words
        ("开幕大戏《白蛇》的主偶由学徒廖启铭操纵登台。", "学徒的师傅邵文澜亲自操纵《白蛇》主偶登台。", {"廖启铭", "邵文澜"}),
    ],
)
def test_two_persons_for_one(one: str, other: str, names: set[str]) -> None:
    assert frozenset(names) in conflicts(one, other)
    assert frozenset(names) in conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("闭幕巡游的花车在清溪县钟鼓广场集结出发。", "闭幕巡游的花车在石浦县滨江码头集结出发。"),
        ("失踪的百年布袋戏偶在云桥镇一间当铺寻获。", "失踪的百年布袋戏偶在石浦镇一座旧祠堂寻获。"),
        ("位于清溪县境内的松风戏台修缮一新。", "这座戏台位在石浦县境内，台口雕着八仙。"),  # what stands there is one thing
        ("石浦县境内的松风古戏台始建于明代。", "清溪县境内的松风戏台正修补屋顶。"),
        ("道具车在鹿鸣山北坡抛锚，司机步行求援。", "大伙儿困在鹿鸣山南坡，等了一夜。"),  # sides of one thing
        ("道具车在鹿鸣山北坡抛锚，司机步行求援。", "大伙儿困在榆岭鹿鸣山南坡，等了一夜。"),  # called by the end of its name
        ("道具船停在鹿鸣岛东北约8公里处。", "大伙儿困在鹿鸣岛西南海域，等了一夜。"),
        ("失踪的百年布袋戏偶据称于云桥镇一间当铺寻获。", "失踪的百年布袋戏偶於石浦镇一座旧祠堂寻获。"),  # 于, 於
        ("艺术周将租用位于鹿鸣岛北岸的鹿鸣湾仓库。", "花车昨日驶入鹿鸣岛南岸的鹿鸣湾仓库。"),  # what stands there is one, and known to both
    ],
)
def test_two_places_for_one(one: str, other: str) -> None:
    assert conflicts(one, other)
    assert conflicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("副团长廖启铭带着孩子们排练到深夜。", "团长邵文澜一早赶到后台。"),  # two posts
        ("前团长廖启铭送来花篮。", "团长邵文澜一早赶到后台。"),
        ("榆岭团团长廖启铭带队演出。", "石浦团团长邵文澜带队演出。"),  # of two bodies
        ("观众廖启铭说，木偶做得精细。", "观众邵文澜说，木偶做得精细。"),  # whoever was asked
        ("团长廖启铭带着孩子们排练，团长邵文澜去了外地。", "团长邵文澜一早赶到后台。"),  # both are known
        ("团长安德烈·维契克赶到后台。", "团长维切克赶到后台。"),  # one name in other characters
        ("木偶戏《白蛇》在清溪县首演。", "皮影戏《武松》在石浦县首演。"),  # two things
        ("花车先后在清溪县、云桥镇停留。", "花车在石浦县停留。"),  # several
        ("位于清溪县的酒店住满了观众。", "位于石浦县的酒店住满了演员。"),  # two of one kind
        ("道具车在鹿鸣山北坡抛锚。", "彩车在鹿鸣山南坡停放，道具车在鹿鸣山北坡抛锚。"),  # both sides are known
        ("花车从清溪县出发。", "花车开往石浦县。"),  # whence and whither
    ],
)
def test_what_is_of_two_persons_or_places_is_left_alone(one: str, other: str) -> None:
    assert not conflicts(one, other)
    assert not conflicts(other, one)


def test_two_days_of_one_happening_in_sentences_that_are_counterparts() -> None:
    one = "压轴的万人提线木偶巡游6月9日在钟鼓广场举行，由退休偶匠领头。"
    other = "压轴的万人提线木偶巡游6月10日在钟鼓广场举行，由退休偶匠领头。"
    assert conflicts(one, other)
    assert not conflicts(one, "票友交流会6月10日在文化馆举行。")


@pytest.mark.parametrize(
    ("one", "other", "opposite"),
    [
        ("鹿鸣岛北岸", "鹿鸣岛南岸", True),
        ("鹿鸣岛北岸", "榆岭鹿鸣岛南岸", True),
        ("鹿鸣岛/东北/约8公里", "鹿鸣岛西南方向", True),
        ("鹿鸣江上游", "鹿鸣江下游", True),
        ("鹿鸣岛北岸", "鹿鸣岛东岸", False),  # two sides that meet
        ("鹿鸣岛东北部", "鹿鸣岛东南部", False),
        ("鹿鸣岛北岸", "白石岛南岸", False),
        ("鹿鸣岛北岸码头", "鹿鸣岛南岸灯塔", False),  # two things
        ("湖北", "湖南", False),
        ("山西", "山东", False),
        ("", "鹿鸣岛", False),
    ],
)
def test_what_are_opposite_sides_of_one_thing(one: str, other: str, opposite: bool) -> None:
    assert opposite_sides(one, other) is opposite_sides(other, one) is opposite


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("失踪的戏偶于石浦镇寻获。", {"石浦镇"}),
        ("失踪的戏偶昨晚于石浦镇寻获。", {"石浦镇"}),
        ("开工早于石浦码头竣工。", set()),  # earlier than it
        ("剧院由于石浦镇停电关门。", set()),  # because of it
        ("听证会在剧团总部所在地石浦镇召开。", {"石浦镇"}),  # whose seat it is lies in it
        ("探测器在鹿鸣海沟北段水深8730米处发现一处冷泉。", {"鹿鸣海沟/北段"}),  # how deep it is there
    ],
)
def test_where_a_clause_tells_it_was(text: str, places: set[str]) -> None:
    article = mark_article(Article.from_text(text, id="a", source="某报", published="2031-06-04"))
    extraction = extract_articles([article], load_attributes(()), Settings())[1]["a"]
    told = [s for s in extraction.slots if s.attribute.endswith("place") and isinstance(s.value, Name) and s.frame.head != MENTIONED]
    assert {s.value.key for s in told if isinstance(s.value, Name)} == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("石浦隧道出口端昨晚抢通。", {"石浦隧道/出口"}),
        ("剧团包下石浦镇戏台。", {"石浦镇"}),
        ("戏箱运到石浦码头。", set()),  # a word tells where
        ("戏票昨晚全部卖光。", set()),
    ],
)
def test_places_that_are_only_mentioned(text: str, places: set[str]) -> None:
    assert {v.key for v in map(attrgetter("value"), mentioned(text)) if isinstance(v, Name)} == places


def mentioned(text: str) -> list[Claim]:
    return [s for s in read_slots(text, "a") if s.frame.head == MENTIONED]


def test_two_places_of_which_no_word_tells_that_something_was_there_are_not_held_against_each_other() -> None:
    pairs = {"told": "戏箱昨晚运抵石浦码头，船工卸了一夜。", "one": "云桥码头昨晚卸戏箱。", "other": "松风码头昨晚卸戏箱。"}
    affair = read_affair(pairs)
    slots = {name: [s for s in read_slots(text, name) if s.attribute.endswith("place")] for name, text in pairs.items()}
    for name, compared in (("one", False), ("told", True)):
        held = SlotObserver(affair.observers.sentences, [*slots[name], *slots["other"]], affair.around).candidates()
        assert bool(held) is compared


def read_slots(text: str, name: str) -> list[Claim]:
    article = mark_article(Article.from_text(text, id=name, source=f"{name}报", published="2033-06-05"))
    return list(extract_articles([article], load_attributes(()), Settings())[1][name].slots)
