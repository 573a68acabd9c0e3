"""Traditional characters read as simplified ones, character for character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import opencc

__all__ = ["fold_key", "simplify"]


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    """OpenCC's hk2s: t2s, and what only Hong Kong writes (衞生署, 護衞艦)."""
    return opencc.OpenCC("hk2s")


@lru_cache(maxsize=1)
def _zhu() -> re.Pattern[str]:
    """Finds 著 where it is read zhe (着); the words where it is zhu are listed in zhu.tsv as what stands before it or after it."""
    before: list[str] = []
    after: list[str] = []
    for line in files("factcheck.language").joinpath("zhu.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            side, words = line.split("\t")
            (before if side == "before" else after).extend(words.split())
    guards = "".join(f"(?<!{re.escape(word)})" for word in before)
    return re.compile(f"{guards}著(?!{'|'.join(map(re.escape, after))})")


def simplify(text: str) -> str:
    """The text in simplified characters; its length and the place of every character are unchanged.

    OpenCC's hk2s (no conversion of wording, which breaks names) until nothing changes. It leaves 著 alone where Taiwan writes it for
    着: in a line that held traditional characters it becomes 着, except in the words of zhu.tsv. Should OpenCC change the length of a line,
    its characters are converted one by one, and one that would change length is kept.
    """
    for _ in range(4):
        new = _convert(text)
        if new == text:
            break
        text = new
    return text


@cache
def fold_key(text: str) -> str:
    """A key in one width and one script, white space as single spaces: 海潮日報 and 海潮日报 are one outlet. Folding twice is folding
    once."""
    if text.isascii():
        return " ".join(text.split())
    for _ in range(4):
        folded = simplify(" ".join(unicodedata.normalize("NFKC", text).split()))
        if folded == text:
            break
        text = folded
    return text


_VARIANTS = str.maketrans({"砲": "炮", "鎚": "锤", "麯": "曲", "銲": "焊", "蹟": "迹", "牴": "抵"})
"""Graphic variants in use in Taiwan or Hong Kong that OpenCC leaves as they are."""


def _convert(text: str) -> str:
    new: str = _converter().convert(text).translate(_VARIANTS) if text else ""
    if len(new) != len(text):
        return "\n".join(map(_convert_line, text.split("\n")))
    if "著" not in new:
        return new
    pairs = zip(text.split("\n"), new.split("\n"), strict=False)
    return "\n".join(_zhu().sub("着", converted) if converted != line else converted for line, converted in pairs)


def _convert_line(line: str) -> str:
    new: str = _converter().convert(line).translate(_VARIANTS)
    if len(new) == len(line):
        return new
    single = (_converter().convert(char) for char in line)
    return "".join(new if len(new) == 1 else char for char, new in zip(line, single, strict=True))
