"""Figures per unit of another thing: 每毫升1.7纳克, 75微克/立方米, 每100毫升血液含80毫克, 每秒1.2万立方米."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.mentions.draft import Draft
from factcheck.mentions.durations import SECONDS, find_duration_unit
from factcheck.mentions.numerals import parse_numeral
from factcheck.mentions.units import Unit, find_unit

__all__ = ["CONTENTS", "PER", "RATIOS", "read_ratio"]

PER = " per "
"""Between the dimensions of a ratio: "mass per volume"."""
_BELOW = {
    "mass": frozenset({"volume", "mass"}),
    "amount": frozenset({"volume"}),
    "volume": frozenset({"time", "mass"}),
    "radioactivity": frozenset({"volume", "mass"}),
    "radiation dose": frozenset({"time"}),
}
"""What news measures one dimension per: concentrations, contents, flows, dose rates. Yields per area and amounts per day are levels."""
RATIOS = frozenset(one + PER + other for one, others in _BELOW.items() for other in others)
"""The dimensions of ratios that figures may have."""
CONTENTS = frozenset(ratio for ratio in RATIOS if not ratio.endswith("time") and not ratio.startswith("volume"))
"""Those that say how much of one thing another holds."""
_RATES_OF_TIME = frozenset({"second", "minute", "hour"})
_BEFORE = re.compile(r"每(?:一)?([0-9一二两十百千]{0,4})([^0-9，。；、！？,：]{1,14})$")
_AFTER = re.compile(r"(?:/|每)([0-9]{0,4})")
_LINK = re.compile(r"(?:液体|血液)?(?:中|里)?[达为含有是约仅至近超逾]{0,2}")
"""Words between the denominator and a figure that say nothing more."""
_REACH = 16
"""Characters before a figure in which its denominator stands: 每100毫升血液中酒精含量为80毫克."""


def read_ratio(text: str, draft: Draft) -> None:
    """Make a figure one per unit of the thing written right behind it (毫克/升) or with 每 before it; leave it as it is where none is."""
    below = _BELOW.get(draft.unit.dimension)
    if below is None:
        return
    after = _AFTER.match(text, draft.core_end)
    if after is not None and (found := _find_below(text, after.end(), below)):
        _divide(draft, found[0], _amount(after[1]))
        draft.core_end = found[1]
        draft.end = max(draft.end, found[1])
        return
    before = _BEFORE.search(text, max(0, draft.start - _REACH), draft.start)
    if before is not None and (found := _find_below(text, before.start(2), below)):
        _divide(draft, found[0], _amount(before[1]))
        if _LINK.fullmatch(text, found[1], draft.start):
            draft.start = draft.core_start = before.start()


def _find_below(text: str, at: int, below: frozenset[str]) -> tuple[Unit, int] | None:
    """The unit at text[at:] that a figure may be per, and where it ends."""
    found = find_unit(text, at)
    if found is not None and found[0].dimension in below and found[0].factor is not None:
        return found
    for size in (2, 1) if "time" in below else ():
        id_ = find_duration_unit(text[at : at + size])
        if id_ in _RATES_OF_TIME:
            return Unit(id_, "time", "quantity", Decimal(SECONDS[id_])), at + size
    return None


def _amount(digits: str) -> Decimal:
    numeral = parse_numeral(digits, 0) if digits else None
    return numeral.low if numeral is not None else Decimal(1)


def _divide(draft: Draft, below: Unit, amount: Decimal) -> None:
    unit = draft.unit
    if unit.factor is None or below.factor is None or not amount:
        return
    per = "" if amount == 1 else f"{amount:f}"
    factor = unit.factor / (below.factor * amount)
    draft.unit = Unit(f"{unit.id}/{per}{below.id}", unit.dimension + PER + below.dimension, unit.kind, factor)
