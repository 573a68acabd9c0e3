"""The closed classes of words that are observed in a sentence, and what negates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.signals import CLASSES, is_negated, load_signals, parse_signals
from factcheck.datafile import parse_data
from factcheck.errors import ConfigError

WHOLE = {**{name: f"[{name}词]" for name in CLASSES}, "negates": "[没, 不, 不曾]", "affirms": "[没收]"}


def written(**changed: str | None) -> str:
    """A file with every class, each on a line of its own, some changed, added or (None) left out."""
    return "".join(f"{name}: {words}\n" for name, words in {**WHOLE, **changed}.items() if words is not None)


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        parse_signals(parse_data(text, name="own/signals.yml"))
    return caught.value


def test_a_whole_file_gives_a_pattern_a_class() -> None:
    signals = parse_signals(parse_data(written(), name="own/signals.yml"))
    assert signals.keys() == {*CLASSES, "negates", "affirms"}
    assert all(signals[name].search(f"船{name}词帆") for name in CLASSES)
    assert not signals["says"].search("船order词帆")


def test_an_unknown_class_is_refused_where_it_stands() -> None:
    error = refused(written(whispers="[低语]"))
    assert error.where == f"own/signals.yml:{len(WHOLE) + 1}"
    assert "whispers" in error.message
    assert "sweeping" in error.hint


@pytest.mark.parametrize("missing", sorted(WHOLE))
def test_a_missing_class_is_named(missing: str) -> None:
    error = refused(written(**{missing: None}))
    assert error.where == "own/signals.yml"
    assert missing in error.message


def test_all_missing_classes_are_named_at_once() -> None:
    error = refused(written(says=None, affirms=None))
    assert re.search("affirms.*says", error.message)
    assert all(name in refused("{}").message for name in WHOLE)


@pytest.mark.parametrize("text", ["", "[称, 说]", "称", "7"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    error = refused(text)
    assert error.where == "own/signals.yml:1"
    assert "must map" in error.message


@pytest.mark.parametrize("words", ["称", "{称: 说}", "[]", "[称, 7]", "[称, '']", "[称, [说]]", "", "true"])
def test_what_is_no_list_of_words_is_refused_where_it_stands(words: str) -> None:
    error = refused(written(says=words))
    assert error.where == f"own/signals.yml:{list(WHOLE).index('says') + 1}"
    assert "says" in error.message


def test_the_longest_word_at_a_place_is_found() -> None:
    signals = parse_signals(parse_data(written(says="[称, 称说, 说]"), name="own/signals.yml"))
    assert signals["says"].findall("渔政员称说船已离港，又说无碍") == ["称说", "说"]
    assert [m.group() for m in signals["negates"].finditer("他不曾没收渔具")] == ["不曾", "没收"]


def test_the_shipped_classes_are_all_there_and_tell_apart() -> None:
    signals = load_signals()
    assert signals.keys() == {*CLASSES, "negates", "affirms"}
    assert signals["order"].search("船员随后弃船")
    assert signals["admits"].search("船东承认超载")
    assert signals["unreal"].search("若风浪不减")
    assert not any(signals[name].search("渔船返港") for name in CLASSES)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔没有熄灭",
        "拖网未曾破损",
        "船长否认超载",
        "舱内并无活鱼",
        "所谓漏油纯属谣言",
        "渔民从未离港",
        "无一渔船受损",
        "船票不是他买的",
        "渔获绝非走私",
        "鱼价不断上涨，船东却没露面",
        "没收的渔网没有编号",
        "无人机没有起飞",
        "渔民没收到赔款",
        "落水者至今下落不明",
        "船东不服判决",
        "渔网找不到了",
        "船东不同意赔偿",
        "船票该不该退没有定论",
    ],
)
def test_words_that_negate(text: str) -> None:
    assert is_negated(text)


@pytest.mark.parametrize(
    "text",
    [
        "鱼价不断上涨",
        "渔网被没收",
        "无人机飞越海湾",
        "风浪非常大",
        "渔船驶往南非",
        "未来三天有雾",
        "渔船被巨浪吞没",
        "不少渔民转行",
        "船东不得不停航",
        "救生衣不足二十件",
        "渔船按时返港",
        "渔获不到两吨",
        "两名渔民没了",
        "风浪不过三级",
        "未来渔汛可期",
        "三张船票不见了",
        "这笔赔款该不该付",
        "网到底开没开",
        "",
    ],
)
def test_words_that_only_look_as_if_they_negated(text: str) -> None:
    assert not is_negated(text)


AFFIRMS = ("不断", "没收", "无人机", "非常", "在未来", "不久前", "不少", "南非")


@given(st.lists(st.sampled_from(AFFIRMS), max_size=6), st.sampled_from(["渔船", "，", "灯塔。"]), st.booleans())
def test_however_many_words_look_so_only_one_that_negates_does(looks: list[str], between: str, negates: bool) -> None:
    text = between.join([*looks, *(["并未返港"] if negates else []), *reversed(looks)])
    assert is_negated(text) is negates
