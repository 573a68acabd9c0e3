"""Hedges: the words around a figure that open or soften it, and the bounds they make of a number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from factcheck.mentions.units import read_table
from factcheck.model import Hedge

__all__ = ["apply_hedge", "find_hedge_after", "find_hedge_before"]

Rows = dict[str, tuple[tuple[str, Hedge, tuple[str, ...]], ...]]

_FILLERS = frozenset("有为了达是在占合过")
"""One character that may stand between a hedge and its number: 约有, 超过了, 约为, 约占, 约合."""
_EDGE = r"(?=[，。；：、！？,;:!?\s)）”」』》的]|$)"
_SPLIT = re.compile(
    "(?![至到和与或])[\u4e00-\u9fff]{1,4}?(?<![一二三四五六七八九十百千万亿几数至到和与或为在])(左右|以上|以下|上下|之多|不等)" + _EDGE
)
_SPLIT_HEDGES = {"左右": Hedge.ABOUT, "上下": Hedge.ABOUT, "以上": Hedge.AT_LEAST, "以下": Hedge.UNDER}


@cache
def _tables() -> tuple[Rows, Rows, Rows]:
    places: dict[str, dict[str, list[tuple[str, Hedge, tuple[str, ...]]]]] = {"before": {}, "bare": {}, "after": {}}
    for place, hedge, words, cancel in read_table("hedges.tsv", 4):
        for word in words.split():
            key = word[0] if place == "after" else word[-1]
            places[place].setdefault(key, []).append((word, Hedge(hedge), tuple(cancel.split())))
    before, bare, after = (
        {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for key, rows in places[place].items()}
        for place in ("before", "bare", "after")
    )
    return before, bare, after


def find_hedge_before(text: str, at: int, floor: int, *, bare: bool = False) -> tuple[Hedge, int] | None:
    """The hedge that ends at `at` (or one filler or blank before it) and where it begins, not before `floor`.

    `bare`: the numeral has no digit (百, 万, 半), so that 过 and 破 count.
    """
    before, after_bare, _ = _tables()
    end = at
    for _ in range(3):
        if end <= floor:
            return None
        char = text[end - 1]
        for rows in (before, after_bare) if bare else (before,):
            for word, hedge, cancel in rows.get(char, ()):
                start = end - len(word)
                if start >= floor and text.startswith(word, start) and not (cancel and start > 0 and text.startswith(cancel, start - 1)):
                    return hedge, start
        if char not in _FILLERS and char != " ":
            return None
        end -= 1
    return None


def find_hedge_after(text: str, at: int, *, split: bool = False) -> tuple[Hedge, int] | None:
    """The hedge that begins at `at` and where it ends. `split`: a noun of up to four characters may stand between
    (20万名观众以上), where the hedge closes the phrase."""
    if at >= len(text):
        return None
    for word, hedge, cancel in _tables()[2].get(text[at], ()):
        if text.startswith(word, at):
            end = at + len(word)
            if not (cancel and text.startswith(cancel, end)):
                return hedge, end
    if split and ("以" in (near := text[at + 1 : at + 6]) or "左" in near or "上" in near):
        found = _SPLIT.match(text, at)
        if found is not None and found[1] in _SPLIT_HEDGES:
            return _SPLIT_HEDGES[found[1]], found.end()
    return None


def apply_hedge(low: Decimal | None, high: Decimal | None, hedge: Hedge) -> tuple[Decimal | None, Decimal | None]:
    """The bounds a hedge leaves of a number: at least and over open it upwards, at most and under downwards; about and nearly
    leave low and high, since the hedge itself says that they are soft."""
    if hedge in (Hedge.AT_LEAST, Hedge.OVER):
        return low, None
    if hedge in (Hedge.AT_MOST, Hedge.UNDER):
        return None, high if high is not None else low
    return low, high
