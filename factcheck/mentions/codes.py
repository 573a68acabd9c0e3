"""What looks like a figure and is none: idioms, names, models, codes."""

from __future__ import annotations

import re
from functools import cache

from factcheck.mentions.numerals import Numeral
from factcheck.mentions.units import read_table
from factcheck.model import Hedge

__all__ = [
    "CODE",
    "TIME_WORDS",
    "idiom_end",
    "is_bare_number",
    "is_calibre",
    "is_designation_after",
    "is_list_mark",
    "joins_word",
]

TIME_WORDS = re.compile(
    "[年月日号时秒周旬]|天(?!然|线|鹅|文)|点|个?(?:半|多)?(?:小时|月|星期|礼拜|世纪|季度|交易日|工作[日天]|昼夜|年头|钟头|学年|财年|年度|年)"
    "|年代|刻钟|分钟|昼夜|时许|世纪|季度?(?!军)|星期|礼拜|小时|度(?:财年)"
)
"""What makes the number before it a date, a clock time or a duration."""

CODE = re.compile(r"[0-9A-Za-z]+(?:[-./:_][0-9A-Za-z]+)*")
"""A run of letters and digits with inner marks, to be skipped as a whole."""

_WORDS = tuple[str, ...]


@cache
def _words() -> tuple[dict[str, _WORDS], _WORDS, frozenset[str], _WORDS, _WORDS]:
    places: dict[str, list[str]] = {"word": [], "before": [], "model": [], "after": [], "calibre": []}
    for place, words in read_table("notfigures.tsv", 2):
        places[place].extend(words.split())
    idioms: dict[str, list[str]] = {}
    for word in places["word"]:
        idioms.setdefault(word[:2], []).append(word)
    return (
        {first: tuple(sorted(set(found), key=lambda w: (-len(w), w))) for first, found in idioms.items()},
        tuple(sorted(set(places["model"]))),
        frozenset(places["before"]),
        tuple(sorted(set(places["after"]))),
        tuple(sorted(set(places["calibre"]))),
    )


def idiom_end(text: str, at: int) -> int:
    """Where the idiom or name that begins at `at` ends (longest match), or `at` when there is none."""
    for word in _words()[0].get(text[at : at + 2], ()):
        if text.startswith(word, at):
            return at + len(word)
    return at


def joins_word(text: str, at: int) -> bool:
    """Whether the character before `at` makes a single Chinese digit part of a word: 统一, 唯一, 周三, 初一."""
    return at > 0 and text[at - 1] in _words()[2]


def is_designation_before(text: str, at: int) -> bool:
    """Whether what stands before `at` makes a bare number a designation: 歼20, 航班123, 电话110."""
    return text.endswith(_words()[1], 0, at) or (text.endswith(("：", ":", "为", "是"), 0, at) and text.endswith(_words()[1], 0, at - 1))


def is_designation_after(text: str, at: int) -> bool:
    """Whether what stands at `at` makes the bare number before it a designation: 15号, 20型."""
    return text.startswith(_words()[3], at)


def is_calibre(text: str, at: int) -> bool:
    """Whether the millimetres that end at `at` name a weapon: 122毫米火炮."""
    return text.startswith(_words()[4], at)


def is_bare_number(text: str, numeral: Numeral, at: int, end: int) -> bool:
    """Whether an Arabic number without a unit is a figure at all: no year, code, designation, date part."""
    digits = numeral.digits
    after = text[end] if end < len(text) else ""
    before = text[at - 1] if at else ""
    if (after.isascii() and after.isalpha()) or (after and after in "/_=&@×*") or (before and before in "/=?×*"):
        return False
    if (before == "+" and at > 1 and text[at - 2].isalnum()) or is_list_mark(text, at, end):
        return False
    if numeral.style == "arabic" and numeral.hedge is Hedge.EXACT:
        if before == " " and at > 1 and text[at - 2].isascii() and text[at - 2].isalpha():  # Windows 11
            return False
        if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
            return False
        if len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdigit() and at > 0:
            return False
        if is_designation_before(text, at):
            return False
        if len(digits) >= 5 and digits.isdigit() and at > 0 and text[at - 1] in "(（" and after in ")）.":
            return False
    return not (TIME_WORDS.match(text, end) or is_designation_after(text, end))


def is_list_mark(text: str, at: int, end: int) -> bool:
    """Whether a bare number is the mark of a list or a heading: 1. or 二、 at the start of a line, （三）, [4]."""
    before = text[at - 1] if at else "\n"
    after = text[end] if end < len(text) else ""
    if end - at > 3 or not after:
        return False
    if before in "(（[" and after in ")）]":
        return True
    if after not in "、.":
        return False
    line = at
    while line > 0 and at - line < 6 and text[line - 1] in " #*（(":
        line -= 1
    return (line == 0 or text[line - 1] == "\n") and not text[end + 1 : end + 2].isdigit()
