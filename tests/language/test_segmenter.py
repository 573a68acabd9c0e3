"""Words of the built-in segmenter at the borders of dates."""

from __future__ import annotations

import pytest

from factcheck.language.segmenter import cut_words, tag_tokens
from factcheck.language.thesaurus import one_morpheme


@pytest.mark.parametrize(
    ("text", "word"),
    [("考察队4月25日入山，当晚扎营", "入山"), ("母猫5日产下三只幼崽", "产下"), ("6月8日本公司公告", "本"), ("货轮3月28日离港", "离港")],
)
def test_no_word_reaches_across_the_end_of_a_day(text: str, word: str) -> None:
    assert "".join(cut_words(text)) == text
    assert word in cut_words(text)
    assert [t.text for t in tag_tokens(text)] == cut_words(text)


@pytest.mark.parametrize(("text", "word"), [("票价20日元", "日元"), ("3日内完成", "日内"), ("游客多为日本人", "日本")])
def test_what_is_no_day_stays_whole(text: str, word: str) -> None:
    assert any(word in w for w in cut_words(text))


def test_verbs_made_of_characters_that_mean_the_same() -> None:
    assert one_morpheme("进场", "入场")
    assert one_morpheme("回乡", "返乡")
    assert not one_morpheme("进场", "离场")
    assert not one_morpheme("开庭", "闭庭")
    assert not one_morpheme("进场", "入山")
