"""Negations that the segmenter glues to the verb behind them."""

from __future__ import annotations

import pytest

from factcheck.language.segmenter import tag_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [("没交", ["没", "交"]), ("未办理", ["未", "办理"]), ("没发过", ["没", "发", "过"]), ("没人教", ["没人", "教"])],
)
def test_a_negation_is_a_word_of_its_own(text: str, words: list[str]) -> None:
    assert [t.text for t in tag_tokens(text)] == words


@pytest.mark.parametrize("word", ["没收", "未来", "未成年人", "没关系", "没有", "未能"])
def test_words_that_open_like_a_negation_stay_whole(word: str) -> None:
    assert [t.text for t in tag_tokens(word)] == [word]
