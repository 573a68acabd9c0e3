"""Which extent of a thing a figure gives by the adjective right before it: 桥面长128米, 古城墙高12米, 舰艇重3500吨."""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["DIMENSION_WORDS", "read_dimension"]

DIMENSION_WORDS = "长宽高深重"
"""The adjectives, each one character."""
_LENGTHS = {"long": "size.length", "wide": "size.width", "high": "size.height", "deep": "size.depth"}
_ADJECTIVE = re.compile(
    r"(?:(?<![延增伸生成拉部队船班店厂市州县镇校院所处科组团司家首行会助身])(?P<long>长)|(?<![提升抬涨走调攀拔新创身浪楼海增加比较])(?P<high>高)"
    r"|(?<![水加跌纵])(?P<deep>深)|(?<![加放路])(?P<wide>宽)|(?<![体载负起净毛比加])(?P<heavy>重))[约达为有近逾超仅至足]{0,2}$"
)
"""Not the ends of other words (延长, 队长, 提高, 水深, 体重); of these the lexicon has its own."""
_COMPARED = re.compile(r"[比较][^，。；]{0,10}$")


def read_dimension(text: str, clause: Clause, figure: Mention, quantity: Quantity) -> str:
    """The attribute that the adjective before a length or a weight names, "" where none does or one thing is compared with another
    (比去年高2米)."""
    if quantity.dimension not in {"length", "mass"}:
        return ""
    lead = text[max(clause.start, figure.start - 14) : figure.start]
    found = _ADJECTIVE.search(lead)
    if found is None or _COMPARED.search(lead[: found.start()]):
        return ""
    word = found.lastgroup or ""
    return _LENGTHS.get(word, "") if quantity.dimension == "length" else "size.weight" if word == "heavy" else ""
