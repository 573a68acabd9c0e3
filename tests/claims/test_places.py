"""Where something happened: by the grammar around the place, whether or not a list knows it."""

from __future__ import annotations

import pytest

from factcheck import Article, check
from factcheck.claims.place_words import load_place_words
from factcheck.model import Claim, Family, Name


def places(text: str) -> list[Claim]:
    """The claims about places of one article."""
    claims = check([Article.from_text(text, id="a", published="2031-03-07")]).claims
    return [c for c in claims if c.family is Family.PLACE and isinstance(c.value, Name) and c.attribute.endswith(("|place", "|side"))]


@pytest.mark.parametrize(
    ("text", "question", "place"),
    [
        # before a verb
        ("两国代表在边境的石鼓镇签署换俘协议。", "sign", "边境/石鼓镇"),
        ("双方在首都奥莱恩签下谅解备忘录。", "sign", "首都/奥莱恩"),
        ("該劇開鏡儀式昨在雲門古城舉行。", "hold", "云门古城"),
        ("盗墓者从北侧的排水沟潜入墓园。", "enter_from", "北侧/排水沟"),
        ("專案組在一家當鋪的保險庫裡，找到失竊的銅壺。", "find", "当铺/保险库"),
        ("一辆油罐车行至双桥乡柳湾路段时侧翻。", "scene_traffic", "双桥乡/柳湾路段"),
        # behind a verb
        ("这座青铜鼎出土于五号陪葬坑。", "find", "五号陪葬坑"),
        ("伤者都拉到望川县人民医院去了。", "treat", "望川县/人民医院"),
        ("签约仪式安排在市政府会议中心。", "hold", "市政府会议中心"),
        ("沉船位于白鹤岛以南12海里。", "seat", "白鹤岛/以南12海里"),
        # nouns that ask where
        ("起火点为九楼一间会议室。", "scene_fire", "九楼/会议室"),
        ("感染源锁定为青石市场的冷库。", "source", "青石市场/冷库"),
        ("追思會昨日舉行，地點選在南屏劇場。", "hold", "南屏剧场"),
        ("槍手藏身的地點是一處廢棄的磨坊。", "stay", "废弃磨坊"),
        # bodies that are places
        ("远溪市中级人民法院3月6日公开宣判。", "trial", "远溪市/中级人民法院"),
        # sides
        ("后卫秦朗扭伤的是左脚踝。", "side|脚踝", "左"),
    ],
)
def test_the_question_and_its_place(text: str, question: str, place: str) -> None:
    found = [(c.frame.concept, c.value.key) for c in places(text) if isinstance(c.value, Name)]
    assert (question, place) in found


@pytest.mark.parametrize(
    "text",
    [
        "两国代表没有在石鼓镇签署协议。",
        "会议在市长的主持下举行。",
        "公司业绩得益于海外市场。",
        "他在声明中表示遗憾。",
        "价格由五元升至八元左右。",
        "右翼政党在选举中获胜。",
    ],
)
def test_no_place(text: str) -> None:
    assert places(text) == []


def test_what_keeps_a_place_from_being_the_only_one() -> None:
    (one,) = places("警方分别在白溪县、望海市抓获嫌疑人21名。")
    assert "several" in one.scope.qualifiers
    (one,) = places("两人曾在白溪县被捕。")
    assert "past" in one.scope.qualifiers
    (one,) = places("第二轮会谈在白溪县举行。")
    assert "nth:2" in one.scope.qualifiers
    assert any("moved" in c.scope.qualifiers for c in places("伤者其后转往望川县人民医院。"))


def test_a_word_has_one_sort_and_one_question() -> None:
    words = load_place_words()
    assert words.sort_of("望海市") == "city"
    assert words.sort_of("市") == ""
    assert words.question_of("fire", "起火") == "scene_fire"
    assert words.question_of("啰嗦", "啰嗦") == "啰嗦"


@pytest.mark.parametrize("text", ["食堂在西校区。", "食堂都在西校区。", "食堂一直就在西校区。"])
def test_where_something_stands_however_firmly_it_is_told(text: str) -> None:
    assert ("seat|place", "西校区") in {(c.attribute, c.value.key) for c in places(text) if isinstance(c.value, Name)}
