"""Which level of a trading day a figure in points is, where the word for it stands further off: the opening, the close, one between."""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import ConceptHit
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.types import Mention

__all__ = ["name_market_level"]

_QUOTED_AT = re.compile(r"报(?:收?[在于]?|了)?$")
_OPENS_AT = re.compile(r"开[盘市]|[低高平]开")
_PASSES = re.compile(r"(?:[跌升涨冲突击]破|失守|站上|站稳|守住|收复|逼近|跌穿|升穿)了?$")
_WITHIN_DAY = re.compile(r"盘中|午[间盘后]|半日|截至|早盘|[上下]午|[摸触冲]高|探低")


def name_market_level(text: str, clause: Clause, figure: Mention, chosen: tuple[AttributeEntry, ConceptHit] | None) -> str:
    """The attribute of a level in points that a market only 报: 上证综指跌3.57%，报4599.62点 is the close, 开盘跌破3300点，报3289.09点 the
    opening, what is told of an hour between neither; "" where another word says."""
    if chosen is not None and chosen[1].end > chosen[1].start:
        return ""
    told = re.split(r"[；;]", text[clause.sentence.start : figure.core_start])[-1]
    within = _WITHIN_DAY.search(told.replace("截至收盘", "")) is not None
    if _PASSES.search(told):
        return "market.intraday"  # 失守3000点: at some hour
    if not _QUOTED_AT.search(told):
        return ""
    return "market.open" if _OPENS_AT.search(told) else "market.intraday" if within else "market.index"
