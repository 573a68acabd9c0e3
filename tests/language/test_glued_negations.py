"""Negations that the segmenter glues to the verb behind them."""

from __future__ import annotations

import pytest

from factcheck.language.segmenter import tag_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("没交", ["没", "交"]),
        ("未办理", ["未", "办理"]),
        ("没发过", ["没", "发", "过"]),
        ("没人教", ["没人", "教"]),
        ("没收到", ["没", "收", "到"]),
        ("没响过", ["没", "响", "过"]),
    ],
)
def test_a_negation_is_a_word_of_its_own(text: str, words: list[str]) -> None:
    assert [t.text for t in tag_tokens(text)] == words


@pytest.mark.parametrize("word", ["没收", "未来", "未成年人", "没关系", "没有", "未能"])
def test_words_that_open_like_a_negation_stay_whole(word: str) -> None:
    assert [t.text for t in tag_tokens(word)] == [word]


def test_what_was_not_got_was_not_confiscated() -> None:
    assert [t.text for t in tag_tokens("标书一份都没收到")][-3:] == ["没", "收", "到"]
    assert "没收" in [t.text for t in tag_tokens("海关没收了三箱香烟")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("药房关了门，", ["关", "了", "门"]),
        ("厂里断了水，", ["断", "了", "水"]),
        ("老人拼了命，", ["拼", "了", "命"]),
        ("他离过婚，", ["离", "过", "婚"]),
    ],
)
def test_an_aspect_parts_a_verb_from_its_object(text: str, words: list[str]) -> None:
    assert [t.text for t in tag_tokens(text)][-4:-1] == words


@pytest.mark.parametrize("word", ["为了", "除了", "不了了之", "了不起"])
def test_words_that_only_hold_an_aspect_stay_whole(word: str) -> None:
    assert word in [t.text for t in tag_tokens(word)]
