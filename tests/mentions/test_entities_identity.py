"""When two names are one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.mentions.names import canonical_key, match_names, same_name
from factcheck.mentions.names.sound import is_transliteration, sound_distance
from factcheck.mentions.names.tables import load_rows, name_sounds, simplify


@pytest.mark.parametrize(
    ("name", "type_", "key"),
    [
        ("俄羅斯", "GPE", "俄罗斯"),
        ("北韓", "GPE", "朝鲜"),
        ("美利坚合众国", "GPE", "美国"),
        ("澳洲", "GPE", "澳大利亚"),
        ("雪梨", "GPE", "悉尼"),
        ("川普", "PER", "特朗普"),
        ("澤倫斯基", "PER", "泽连斯基"),
        ("蒲亭", "PER", "普京"),
        ("北大西洋公约组织", "ORG", "北约"),
        ("恒川重工（集团）股份有限公司", "ORG", "恒川重工"),
        ("恒川集团", "ORG", "恒川"),
        ("中国石油公司", "ORG", "中国石油公司"),
        ("湖南省", "GPE", "湖南"),
        ("湖南省浏河市青石镇", "GPE", "青石镇"),
        ("吉林市", "GPE", "吉林市"),
        ("夏威夷州", "GPE", "夏威夷"),
        ("《渔业协定》", "WORK", "渔业协定"),
        ("“白鹇”", "EVENT", "白鹇"),
        ("s-400", "PRODUCT", "S-400"),
        ("李明", "PER", "李明"),
    ],
)
def test_keys(name: str, type_: str, key: str) -> None:
    assert canonical_key(name, type_) == key


@pytest.mark.parametrize(
    ("a", "b", "type_"),
    [
        ("哈桑", "哈山", "PER"),
        ("德斯坦", "戴斯坦", "PER"),
        ("萨维尔", "薩維爾", "PER"),
        ("扎哈罗娃", "札哈羅娃", "PER"),
        ("彼得罗夫", "佩特罗夫", "PER"),
        ("阿米尔·哈桑", "哈桑", "PER"),
        ("阿米尔·哈桑", "埃米尔·哈山", "PER"),
        ("默克尔", "梅克尔", "PER"),
        ("里根", "列根", "PER"),
        ("东屿", "东屿市", "GPE"),
        ("福建省东屿市", "东屿", "GPE"),
        ("北京市海淀区", "海淀", "GPE"),
        ("南岛共和国", "南岛", "GPE"),
        ("恒川重工", "恒川重工股份有限公司", "ORG"),
        ("昆明市公安局", "昆明公安局", "ORG"),
    ],
)
def test_one_name(a: str, b: str, type_: str) -> None:
    assert same_name(a, b, type_)


@pytest.mark.parametrize(
    ("a", "b", "type_"),
    [
        ("李明", "黎明", "PER"),
        ("何静宜", "梁文博", "PER"),
        ("张伟", "章伟", "PER"),
        ("萨维尔", "萨维尼亚", "GPE"),
        ("萨维尔", "萨维尼亚", "PER"),
        ("莫里森", "莫里斯", "PER"),
        ("哈里斯", "哈里森", "PER"),
        ("杰克逊", "约翰逊", "PER"),
        ("阿米尔·哈桑", "卡里姆·哈桑", "PER"),
        ("彼得罗夫", "彼得森", "PER"),
        ("恒川重工", "恒川科技", "ORG"),
        ("长沙市", "长沙县", "GPE"),
        ("东屿", "西屿", "GPE"),
        ("吉林省", "吉林市", "GPE"),
        ("伊朗", "伊拉克", "GPE"),
        ("奥地利", "澳大利亚", "GPE"),
        ("尼日尔", "尼日利亚", "GPE"),
        ("最高法院", "最高检察院", "ORG"),
    ],
)
def test_two_names(a: str, b: str, type_: str) -> None:
    assert not same_name(a, b, type_)


NAMES = st.text(alphabet="哈桑山德斯坦戴萨维尔尼亚阿米里·李明黎市省县公司集团东屿俄美国", min_size=1, max_size=7)
SOUNDS = st.text(alphabet="".join(sorted(name_sounds()))[:120], min_size=1, max_size=6)
TYPES = st.sampled_from(["PER", "ORG", "GPE", "LOC", "WORK", "EVENT", "PRODUCT", ""])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(NAMES, NAMES, TYPES)
def test_matching_is_symmetric_and_bounded(a: str, b: str, type_: str) -> None:
    grade = match_names(a, b, type_)
    assert grade == match_names(b, a, type_)
    assert 0.0 <= grade <= 1.0
    if canonical_key(a, type_):
        assert match_names(a, a, type_) == 1.0


@settings(max_examples=300, deadline=None, derandomize=True)
@given(NAMES, TYPES)
def test_keys_are_idempotent(name: str, type_: str) -> None:
    key = canonical_key(name, type_)
    assert canonical_key(key, type_) == key


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(alphabet="".join(sorted(name_sounds()))[:120], min_size=1, max_size=6),
    st.text(alphabet="".join(sorted(name_sounds()))[:120], min_size=1, max_size=6),
)
def test_sound_distance_is_symmetric(a: str, b: str) -> None:
    assert sound_distance(a, b) == sound_distance(b, a)
    assert sound_distance(a, a) == 0.0


def test_chinese_names_are_no_transliterations() -> None:
    for name in ("李明", "何静宜", "王丽娜", "马文博", "金在赫", "欧阳娜"):
        assert not is_transliteration(name)


@pytest.mark.parametrize(
    "table", ["bodies", "metonyms", "says", "sounds", "stops", "suffixes", "surnames", "territories", "titles", "variants"]
)
def test_data_is_simplified_and_whole(table: str) -> None:
    rows = load_rows(table)
    assert rows
    for row in rows:
        for cell in row:
            assert simplify(cell) == cell
            assert cell == cell.strip()
            assert all(part for part in cell.split(",")) or cell == ""


def test_no_variant_belongs_to_two_keys() -> None:
    owner: dict[tuple[str, str], str] = {}
    for row in (*load_rows("variants"), *load_rows("bodies")):
        for surface in {row[1], *(row[2].split(",") if len(row) > 2 and row[2] else ())}:
            assert owner.setdefault((row[0], surface), row[1]) == row[1]
