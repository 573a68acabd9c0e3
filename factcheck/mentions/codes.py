"""What looks like a figure and is none: idioms, names, models, codes."""

from __future__ import annotations

import re
from functools import cache

from factcheck.mentions.units import read_table

__all__ = ["CODE", "idiom_end", "is_calibre", "is_designation_after", "is_designation_before", "joins_word"]

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
        idioms.setdefault(word[0], []).append(word)
    return (
        {first: tuple(sorted(set(found), key=lambda w: (-len(w), w))) for first, found in idioms.items()},
        tuple(sorted(set(places["model"]))),
        frozenset(places["before"]),
        tuple(sorted(set(places["after"]))),
        tuple(sorted(set(places["calibre"]))),
    )


def idiom_end(text: str, at: int) -> int:
    """Where the idiom or name that begins at `at` ends (longest match), or `at` when there is none."""
    for word in _words()[0].get(text[at], ()):
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
