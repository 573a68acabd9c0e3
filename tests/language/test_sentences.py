"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大桥周一通车。车流平稳。", ["大桥周一通车。", "车流平稳。"]),
        ("收入186.4亿元；利润3.5亿元。全年增长12.3%。", ["收入186.4亿元；利润3.5亿元。", "全年增长12.3%。"]),
        ("他说：“我们不会撤离。”随后会议结束。", ["他说：“我们不会撤离。”", "随后会议结束。"]),
        ("“我们不会撤离。”他说。会议结束。", ["“我们不会撤离。”他说。", "会议结束。"]),
        ("市长直言“没有人受伤！没有房屋倒塌”，并致谢。", ["市长直言“没有人受伤！没有房屋倒塌”，并致谢。"]),
        ("真的吗？！没人知道。", ["真的吗？！", "没人知道。"]),
        ("他喊出“加油！”的口号。", ["他喊出“加油！”的口号。"]),
        ("水位上涨……居民转移。", ["水位上涨……居民转移。"]),
        ("《去哪儿？》周五上映。", ["《去哪儿？》周五上映。"]),
        ("气温升至38.5度.居民避暑.", ["气温升至38.5度.", "居民避暑."]),
        ("标题一行\n\n　　正文一句。\n第二段", ["标题一行", "正文一句。", "第二段"]),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_long_quotation_is_cut_at_its_own_stops() -> None:
    speech = "“" + "这一句话说得相当长，谈到了预算和工期。" * 6 + "”"
    assert len(split(speech)) == 6


def test_paragraphs_and_headline() -> None:
    sentences = split_sentences("暴雨停课\n学校停课。家长接回孩子。\n明日复课。", headline=(0, 4))
    assert [(s.index, s.paragraph, s.headline) for s in sentences] == [(0, 0, True), (1, 1, False), (2, 1, False), (3, 2, False)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="甲乙丙说。！？…；，“”「」（）()《》.\n 　3a", max_size=80))
def test_every_character_lies_in_one_sentence(text: str) -> None:
    covered = [0] * len(text)
    for s in split_sentences(text):
        assert text[s.start : s.end].strip() == text[s.start : s.end] != ""
        assert "\n" not in text[s.start : s.end]
        for i in range(s.start, s.end):
            covered[i] += 1
    assert all(n <= 1 for n in covered)
    assert all(n == 1 for n, c in zip(covered, text, strict=True) if not c.isspace())
