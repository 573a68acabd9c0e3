"""Numerals: ten ways of writing a number, read back; any text, without an error; work in proportion to the text."""

from __future__ import annotations

import sys
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.shadow import shadow_text
from factcheck.mentions import find_mentions, read_mentions
from factcheck.mentions.figures import read_figures
from factcheck.mentions.numerals import LONGEST, parse_numeral
from factcheck.model import Hedge

FAST = settings(max_examples=120, deadline=None, derandomize=True)
WIDE = {ord(a): chr(ord(a) + 0xFEE0) for a in "0123456789.,%"}
ALPHABET = (
    "0123456789一二三四五六七八九十百千万亿两零〇几数余多来半点分之%％.,，、-–—~至到约近超过以上下人名个元美年月日时分秒"
    "第每比成折倍岁度级米公里里氏负 （）\n\tAaKk$¥"
)


def _traditional(text: str) -> str:
    return text.translate(str.maketrans("万亿两贰叁", "萬億兩貳參"))


def _mixed(number: int) -> str:
    head, tail = divmod(number, 10_000)
    return f"{head}万" + (f"{tail}" if tail >= 1000 else f"零{tail}" if tail else "") if head else str(tail)


def _short(number: int) -> str:
    """一万五: the last unit left out."""
    text = cn2an.an2cn(number, "low")
    return text[:-1] if len(text) > 3 and text[-1] in "百千" and text[-3] in "千万" and "零" not in text else text


STYLES = {
    "plain": str,
    "grouped": lambda n: f"{n:,}",
    "full width": lambda n: str(n).translate(WIDE),
    "chinese": lambda n: cn2an.an2cn(n, "low"),
    "traditional": lambda n: _traditional(cn2an.an2cn(n, "low")),
    "financial": lambda n: cn2an.an2cn(n, "up") if n > 9 else str(n),  # 肆 alone may be a name
    "mixed": _mixed,
    "in ten thousands": lambda n: f"{Decimal(n) / 10000:f}万",
    "in hundred millions": lambda n: f"{Decimal(n) / 10**8:f}亿",
    "short": _short,
    "with liang": lambda n: cn2an.an2cn(n, "low").replace("二千", "两千").replace("二万", "两万") if n < 10**5 else str(n),
}


@pytest.mark.parametrize("style", STYLES)
@FAST
@given(number=st.one_of(st.integers(1, 100), st.integers(1, 99_999), st.integers(1, 10**12)))
def test_a_number_written_in_any_style_is_read_back(style: str, number: int) -> None:
    words = STYLES[style](number)
    text = shadow_text(words).text
    numeral = parse_numeral(text, 0)
    assert numeral is not None, words
    assert (numeral.low, numeral.high, numeral.end, numeral.hedge) == (number, number, len(text), Hedge.EXACT), words


@FAST
@given(number=st.decimals("0.001", "99999", places=3))
def test_decimals_agree_with_cn2an(number: Decimal) -> None:
    words = cn2an.an2cn(f"{number:f}", "low")
    numeral = parse_numeral(words, 0)
    assert numeral is not None
    assert numeral.low == number, words
    assert numeral.end == len(words)


@FAST
@given(number=st.integers(2, 10**9), unit=st.sampled_from(["人", "美元", "公里", "%"]))
def test_scripts_and_widths_give_equal_values(number: int, unit: str) -> None:
    simplified = f"共{cn2an.an2cn(number, 'low')}{unit}。"
    variants = [f"共{number}{unit}。", f"共{number}{unit}。".translate(WIDE), simplified, _traditional(simplified)]
    values = set()
    for text in variants:
        (mention,) = find_mentions(text, parts=False)
        values.add((mention.kind, mention.low, mention.high, mention.unit))
    assert len(values) == 1


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=st.text(alphabet=ALPHABET, max_size=60))
def test_any_text_is_read_and_spans_quote_it(text: str) -> None:
    shadow = shadow_text(text).text
    end = 0
    for mention in read_mentions(shadow):
        assert end <= mention.start <= mention.core_start < mention.core_end <= mention.end <= len(shadow)
        end = mention.end
        if isinstance(mention.low, Decimal) and isinstance(mention.high, Decimal):
            assert mention.low <= mention.high
    for mention in find_mentions(text):
        assert text[mention.start : mention.end]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=st.text(max_size=40), start=st.integers(-3, 50))
def test_parsing_is_total(text: str, start: int) -> None:
    numeral = parse_numeral(text, start)
    if numeral is not None:
        assert start == numeral.start < numeral.end <= min(len(text), start + LONGEST)


VAGUE = {
    "数百": (200, 900, Hedge.SEVERAL), "几十": (20, 90, Hedge.SEVERAL), "上千": (1000, None, Hedge.AT_LEAST), "十余": (10, 20, Hedge.OVER),
    "百余": (100, 200, Hedge.OVER), "二百三十余万": (2300000, 2400000, Hedge.OVER), "500多亿": (50000000000, 60000000000, Hedge.OVER),
    "9800余": (9800, 9900, Hedge.OVER), "十来万": (100000, 100000, Hedge.ABOUT), "三四十": (30, 40, Hedge.RANGE),
    "十七八万": (170000, 180000, Hedge.RANGE), "数以万计": (10000, None, Hedge.AT_LEAST), "十几": (10, 20, Hedge.OVER),
    "三十好几": (30, 40, Hedge.OVER),
}  # fmt: skip


@pytest.mark.parametrize("words", VAGUE)
def test_vague_numbers_have_bounds(words: str) -> None:
    numeral = parse_numeral(words, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.hedge) == VAGUE[words]
    assert numeral.end == len(words)


# ---------------------------------------------------------------- work in proportion

HOSTILE = [
    "一",
    "1",
    "年",
    "(",
    "（",
    "万",
    "1,",
    "1.",
    "零",
    "百分之",
    "第",
    "约",
    "1-",
    "3比",
    "几",
    "1/",
    "一点",
    "十余",
    "至",
    "1人至",
    "$",
    "每",
    "-",
    "比1",
    "元",
]


def _calls(text: str) -> int:
    """How many Python and C functions reading `text` calls."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        read_figures(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    small, large = _calls(piece * 1500), _calls(piece * 6000)
    assert large <= 4.2 * small + 200


def test_a_megabyte_without_figures_is_read() -> None:
    for piece in ("一", "7", "（", "年"):
        assert len(read_figures(piece * 1_000_000)) <= 1
