"""Our own phrases: every figure in each of them, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.language.shadow import shadow_text
from factcheck.mentions import find_mentions
from factcheck.mentions.figures import read_figures
from factcheck.model import Quantity

PHRASES = Path(__file__).with_name("phrases.tsv")


def _cases() -> list[tuple[str, list[list[str]]]]:
    out = []
    for line in PHRASES.read_text("utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            text, *figures = line.split("\t")
            out.append((text, [figure.split("|") for figure in figures]))
    return out


CASES = _cases()


def _shown(text: str) -> list[list[str]]:
    shadow = shadow_text(text)
    out = []
    for mention in read_figures(shadow.text):
        value = mention.value
        assert isinstance(value, Quantity)
        quote = shadow.original(mention.start, mention.end).of(text)
        out.append([_folded(quote), mention.kind, _plain(value.low), _plain(value.high), value.unit or "-", value.hedge.value])
    return out


def _folded(words: str) -> str:
    return shadow_text(words).text


def _plain(value: Decimal | None) -> str:
    return "-" if value is None else format(value.normalize(), "f")


@pytest.mark.parametrize(("text", "figures"), CASES, ids=[case[0][:24] for case in CASES])
def test_every_figure_of_a_phrase_is_read(text: str, figures: list[list[str]]) -> None:
    assert _shown(text) == [[_folded(words), *rest] for words, *rest in figures]


def test_there_are_phrases_of_both_scripts() -> None:
    traditional = [text for text, _ in CASES if shadow_text(text).text != text]
    assert len(CASES) >= 325
    assert len(traditional) >= 50


def test_floors_and_ranks_are_places_in_an_order() -> None:
    for text, reason in (("起火点位于5层", "floor"), ("二层起火", "floor"), ("12楼住户", "floor"), ("位列前三名", "rank")):
        (mention,) = read_figures(text)
        assert (mention.kind, mention.reason) == ("ordinal", reason), text
    for text in ("共18层", "两层", "18层的大厦", "三层楼房"):
        (mention,) = read_figures(text)
        assert mention.kind == "quantity", text


def test_spans_quote_the_original_text() -> None:
    text = "據報導，約１.５萬名朝鮮軍事人員已抵達；損失至少貳佰萬元"
    found = [(text[m.start : m.end], text[m.core_start : m.core_end]) for m in find_mentions(text, parts=False)]
    assert found == [("約１.５萬名", "１.５萬名"), ("至少貳佰萬元", "貳佰萬元")]


def test_parts_follow_the_mention_they_belong_to() -> None:
    text = "现场至少有5000人"
    found = {(text[m.start : m.end], m.kind, m.low, m.high) for m in find_mentions(text)}
    assert found == {
        ("至少有5000人", "quantity", 5000, None),
        ("5000人", "quantity", 5000, 5000),
        ("至少有5000", "numberrange", 5000, None),
        ("5000", "number", 5000, 5000),
    }
    assert len(find_mentions(text, parts=False)) == 1


def test_precision_is_the_place_of_the_last_printed_digit() -> None:
    steps = {
        "49.2%": "0.1",
        "1.5万人": "1000",
        "1000000人": "1",
        "三百人": "100",
        "二十人": "1",
        "3亿5000万元": "10000",
        "两千四百五十辆": "1",
    }
    for text, step in steps.items():
        (mention,) = read_figures(text)
        assert isinstance(mention.value, Quantity)
        assert mention.value.step == Decimal(step), text


def test_rates_and_indefinite_counts_say_what_they_are() -> None:
    (base, dividend) = read_figures("每10股派3.5元")
    assert (base.reason, dividend.value.per, dividend.reason) == ("rate base", "10股", "bare yuan")  # type: ignore[union-attr]
    (_, long) = read_figures("每10股派发现金红利5.2元")
    assert long.value.per == "10股"  # type: ignore[union-attr]
    (each,) = read_figures("平均每个居民头上三十元")
    assert each.value.per == ""  # type: ignore[union-attr]
    (income,) = read_figures("人均5万元人民币")
    assert income.value.per == "人"  # type: ignore[union-attr]
    (one,) = read_figures("这是一个转折点")
    assert one.reason == "indefinite"
