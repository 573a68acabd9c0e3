"""Numerals: the longest number written at a place of a shadow text, in any of the ways Chinese news writes one.

Arabic with separators and decimals (11,200.5), Chinese digits (三百五十, 二百五, 壹仟贰佰, 廿三, 十二点五), both mixed (1.5万,
3亿5000万, 一万五, 两万3千, 1864000万), fractions (三分之一, 3又1/2), vague ones (数百, 几十万, 十余, 二百三十余万, 500多亿, 十来万, 上千,
三四十, 十七八万, 数以万计), and a sign.
The text is a shadow text: NFKC and simplified (万 not 萬, 2 not ２).

Reading is total (any text and offset give a numeral or None) and its work is bounded by `LONGEST` characters, however long the run is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.mentions.digits import ARABIC, BIG, DIGITS, LONGEST, NUMERAL_CHARACTERS, SMALL, TENS, Numeral, read_arabic
from factcheck.mentions.numeral_reader import NumberReader
from factcheck.model import Hedge

__all__ = ["BIG", "DIGITS", "LONGEST", "NUMERAL_CHARACTERS", "SMALL", "Numeral", "parse_numeral"]

_PLAIN = re.compile("[0-9]{1,12}(?:[.][0-9]{1,8})?[百千万亿]{0,2}|[零〇一二两三四五六七八九十百千万亿]{1,12}")
_GOES_ON = frozenset("0123456789,.点零〇○一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿兆廿卅卌余多来几好 分又/")
"""What may follow a plain row and belong to the numeral."""
_SLASH = re.compile("(?:[ ](?=[0-9]{1,4}/))?([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_COUNTLESS = re.compile("数以([十百千万亿]{1,3})计")
_SHORT_FRACTION = re.compile("([三四五])分([一二三四])(?![个成元角分钟秒十百千万亿点日号名人家月年])")
_SCALE = frozenset([*SMALL, *BIG])
_AFTER_ARABIC = frozenset(["余", "多", "来", " ", *SMALL, *BIG])


def parse_numeral(text: str, start: int, limit: int | None = None) -> Numeral | None:
    """The longest numeral that begins at `start` (and ends by `limit`), or None. `text` is shadow text.

    A sign (负, -, − before a digit) is part of it. Raises nothing for any text and any offset.
    """
    size = len(text)
    end = size if limit is None else min(limit, size)
    if start < 0 or start >= end:
        return None
    end = min(end, start + LONGEST)
    found = _PLAIN.match(text, start, end)
    if found is not None:
        after = found.end()
        if after >= end or text[after] not in _GOES_ON:
            known = _read_plain(found[0])
            return None if known is None else tuple.__new__(Numeral, (start, start + known[1], *known[2:]))
    sign = text[start] if text[start] in "负-−" else ""
    at = start + len(sign)
    numeral = _read_unsigned(text, at, end)
    if numeral is None or (sign and numeral.bare):
        return None
    if sign:
        low, high = -numeral.low, numeral.high
        if high is not None:
            low, high = -high, -numeral.low
        numeral = numeral._replace(start=start, low=low, high=high, digits=sign + numeral.digits)
    return numeral


@lru_cache(maxsize=8192)
def _read_plain(words: str) -> Numeral | None:
    """The numeral at the start of a plain row of digits and units, which what follows cannot change."""
    return _read_unsigned(words, 0, len(words))


def _read_unsigned(text: str, start: int, end: int) -> Numeral | None:
    if start >= end:
        return None
    head = text[start]
    if head in "数几上":
        return _read_vague(text, start, end)
    numeral = _read_number(text, start, end)
    if numeral is None:
        return None
    after = numeral.end
    if after < end and numeral.high == numeral.low:
        mark = text[after]
        if mark == "分" and text.startswith("分之", after):
            return _read_fraction(text, numeral, Decimal(0), end) or numeral
        if mark == "分" and _SHORT_FRACTION.match(text, numeral.start):
            return _short_fraction(text, numeral)
        if mark == "又":
            return _read_mixed_fraction(text, numeral, end) or numeral
        if mark in "/ " and numeral.style == "arabic" and numeral.step == 1:
            return _read_slash(text, numeral, end) or numeral
    return numeral


# ---------------------------------------------------------------- plain numbers


def _read_number(text: str, start: int, end: int) -> Numeral | None:
    """A number without sign and fraction: digits and units in falling order, with decimals and 余/多/几/来 inside."""
    head = text[start]
    if "0" <= head <= "9":
        found = ARABIC.match(text, start, end)
        assert found is not None
        after = found.end()
        if after >= end or text[after] not in _AFTER_ARABIC:
            value, step = read_arabic(found[0])
            return Numeral(start, after, value, value, step, Hedge.EXACT, found[0])
    elif head not in DIGITS and head not in _SCALE and head not in TENS:
        return None
    return NumberReader(text, start, end).read()


# ---------------------------------------------------------------- vague numbers


def _read_vague(text: str, start: int, end: int) -> Numeral | None:
    """数百, 几十万, 数以万计, 上千, 几, 数."""
    head = text[start]
    found = _COUNTLESS.match(text, start, end)
    if found is not None:
        unit = _unit_value(found[1])
        return Numeral(start, found.end(), unit, None, unit, Hedge.AT_LEAST, found[0], "chinese")
    pos = start + 1
    while pos < end and text[pos] in _SCALE and pos - start < 4:
        pos += 1
    if pos == start + 1:
        if head == "上":
            return None
        return Numeral(start, pos, Decimal(2), Decimal(9), Decimal(1), Hedge.SEVERAL, head, "chinese", True)
    unit = _unit_value(text[start + 1 : pos])
    if head == "上":
        if text[start + 1] == "十":
            return None
        return Numeral(start, pos, unit, None, unit, Hedge.AT_LEAST, text[start:pos], "chinese")
    if pos < end and text[pos] in "余多":  # 数十余, 几百多
        pos += 1
        if pos < end and text[pos] in BIG:
            unit *= BIG[text[pos]]
            pos += 1
    return Numeral(start, pos, unit * 2, unit * 9, unit, Hedge.SEVERAL, text[start:pos], "chinese")


def _unit_value(units: str) -> Decimal:
    value = Decimal(1)
    for char in units:
        value *= SMALL.get(char) or BIG[char]
    return value


# ---------------------------------------------------------------- fractions


def _read_fraction(text: str, below: Numeral, whole: Decimal, end: int) -> Numeral | None:
    """三分之一, 百分之五 (parts = 100), 一千分之23."""
    at = below.end + 2
    sign = 1
    if at < end and text[at] in "负-−":
        sign, at = -1, at + 1
    if at >= end:
        return None
    above = _read_vague(text, at, end) if text[at] in "数几" else _read_number(text, at, end)
    if above is None or below.low == 0 or (above.bare and above.low not in (10, 100, 1000)):
        return None
    low, high = above.low / below.low * sign, None if above.high is None else above.high / below.low * sign
    if high is not None and high < low:
        low, high = high, low
    parts = int(below.low) if below.bare or below.digits == "十" else 0
    style = "fraction"
    if parts == 10:
        parts = 0
    start = below.start
    return Numeral(
        start, above.end, low + whole, None if high is None else high + whole, above.step / below.low if parts else Decimal(0), above.hedge,
        text[start : above.end], style, False, parts,
    )  # fmt: skip


def _short_fraction(text: str, below: Numeral) -> Numeral:
    """三分一, 四分三, as Hong Kong writes them."""
    found = _SHORT_FRACTION.match(text, below.start)
    assert found is not None
    value = Decimal(DIGITS[found[2]]) / Decimal(DIGITS[found[1]])
    return Numeral(below.start, found.end(), value, value, Decimal(0), Hedge.EXACT, found[0], "fraction")


def _read_mixed_fraction(text: str, whole: Numeral, end: int) -> Numeral | None:
    """十一又十四分之一, 3又1/2."""
    at = whole.end + 1
    if at >= end:
        return None
    below = _read_number(text, at, end)
    if below is None:
        return None
    if text.startswith("分之", below.end):
        found = _read_fraction(text, below, whole.low, end)
    elif below.style == "arabic" and below.step == 1:
        found = _read_slash(text, below, end)
        found = None if found is None else found._replace(low=found.low + whole.low, high=found.low + whole.low)
    else:
        found = None
    return None if found is None else found._replace(start=whole.start, digits=text[whole.start : found.end], parts=0)


def _read_slash(text: str, head: Numeral, end: int) -> Numeral | None:
    """1/2 and 1 4/3."""
    if text[head.end] == "/":
        found, whole, start = _SLASH.match(text, head.start, end), Decimal(0), head.start
    else:
        found, whole, start = _SLASH.match(text, head.end, end), head.low, head.start
    if found is None or int(found[2]) == 0 or (int(found[1]) > int(found[2]) > 10) or (text[head.end] == " " and found[0][0] != " "):
        return None
    if start > 0 and text[start - 1] in "/0123456789":
        return None
    value = whole + Decimal(int(found[1])) / Decimal(int(found[2]))
    return Numeral(start, found.end(), value, value, Decimal(0), Hedge.EXACT, text[start : found.end()], "fraction")
