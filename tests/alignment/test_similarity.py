"""Words of one meaning in the likeness of two attributes; what it must not carry over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.alignment.similarity import align_heads, meanings_of, noun_similarity, same_predicate, shared_words

NOUNS = [
    "受伤旅客",
    "乘客",
    "的士司机",
    "出租车司机",
    "出土古物",
    "文物",
    "飞弹",
    "导弹试验场",
    "营业收入",
    "营收",
    "旅客",
    "士多啤梨",
    "人",
    "",
]


@pytest.mark.parametrize(
    ("one", "other"),
    [("押后", "改期"), ("请辞", "辞去"), ("批出", "核准"), ("赔付", "赔偿"), ("告知", "通知"), ("告知了", "通知"), ("通过", "表决通过")],
)
def test_verbs_of_one_meaning_report_one_sort_of_happening(one: str, other: str) -> None:
    assert same_predicate(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [("受理", "采纳"), ("传唤", "拘捕"), ("住院", "出院"), ("提出", "通过"), ("试用", "投产"), ("查封", "没收"), ("拘留", "起诉")],
)
def test_steps_of_one_procedure_are_several_happenings(one: str, other: str) -> None:
    assert not same_predicate(one, other)


@pytest.mark.parametrize("verb", ["有", "进行", "开", "", "无此动词"])
def test_a_verb_that_says_little_has_no_meaning(verb: str) -> None:
    assert meanings_of(verb) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        ("受伤旅客", "乘客", ("受伤乘客", "乘客")),
        ("的士", "网约出租车", ("出租车", "网约出租车")),
        ("猕猴桃", "奇异果", ("奇异果", "奇异果")),
        ("外籍乘客", "本地乘客", ("外籍乘客", "本地乘客")),
        ("渔船", "导弹", ("渔船", "导弹")),
        ("", "导弹", ("", "导弹")),
    ],
)
def test_heads_of_one_meaning_are_written_alike(one: str, other: str, aligned: tuple[str, str]) -> None:
    assert align_heads(one, other) == aligned
    assert align_heads(other, one) == aligned[::-1]


def test_a_noun_is_as_like_as_its_words_mean_the_same() -> None:
    assert noun_similarity("番茄", "西红柿") == 1.0
    assert noun_similarity("受伤旅客", "乘客") == 1.0
    assert noun_similarity("外籍旅客", "转机乘客") == 0.5
    assert noun_similarity("游客", "乘客") == 0.0
    assert noun_similarity("", "") is None
    assert noun_similarity("人员", "人员") == 1.0
    assert noun_similarity("进口额", "出口额") == 0.0


def test_words_of_one_meaning_are_shared_once() -> None:
    assert shared_words(("工会", "罢工", "加薪"), ("职工会", "调薪", "港口")) == 2
    assert shared_words(("罢工",), ("停工", "怠工")) == 1
    assert shared_words(("罢工",), ("复工", "工会")) == 0
    assert shared_words((), ("罢工",)) == 0


@given(st.sampled_from(NOUNS), st.sampled_from(NOUNS))
def test_likeness_is_symmetric(a: str, b: str) -> None:
    assert noun_similarity(a, b) == noun_similarity(b, a)
    assert align_heads(a, b) == align_heads(b, a)[::-1]
    assert shared_words((a, "文物"), (b, "古物")) == shared_words((b, "古物"), (a, "文物"))
    assert same_predicate(a, b) == same_predicate(b, a)
