"""Ranges: two numbers that are the ends of one figure, with a unit they may share (200至350毫米, 3—5万, 20和30之间)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factcheck.mentions.draft import Draft
from factcheck.mentions.numerals import BIG, SMALL, Numeral, parse_numeral
from factcheck.mentions.units import NUMBER, convert
from factcheck.model import Hedge

__all__ = ["join_bounds", "read_between", "read_range"]

Complete = Callable[[str, Numeral, int], Draft | None]

_CONNECTOR = re.compile(r"[ ]?(?:至(?!少|多|今)|到(?!达|场|位|底|期)|-|–|—{1,2}|~|～|−)[ ]?")
_AND = re.compile(r"[ ]?(?:和|与|跟|及|到|至)[ ]?")
_BETWEEN = re.compile("之间|(?:间|中间)(?![谍隔接断或歇质])")
_BETWEEN_BEFORE = ("介于", "位于", "处于", "在", "介乎")
_LINK = re.compile(r"[ ]?(?:[，,][ ]?)?(?:并且|而且|并|且|但|而|和|又|同时)?[ ]?(?:也)?")
_UNITS_TIME = frozenset("年月日号时点分秒天周")


def _read_other(text: str, at: int, complete: Complete) -> Draft | None:
    numeral = parse_numeral(text, at)
    if numeral is None or numeral.start != at or text[at] in "-−" or (numeral.bare and numeral.digits in ("几", "数")):
        return None
    return complete(text, numeral, at)


def read_range(text: str, draft: Draft, complete: Complete) -> bool:
    """Join the number that follows 至, 到, - or a dash; `draft` then spans both. False (and nothing changed) when they are no range."""
    at = draft.core_end
    if at >= len(text) or text[at] not in " 至到-–—~～−":
        return False
    link = _CONNECTOR.match(text, at)
    if link is None:
        return False
    other = _read_other(text, link.end(), complete)
    if other is None:
        return False
    mark = link[0].strip()
    if mark in ("-", "–", "−") and draft.unit is NUMBER:
        if text[other.core_end : other.core_end + 1] in ("-", "–") or (
            len(draft.digits) > 1 and draft.digits[0] == "0" and "." not in draft.digits
        ):
            return False
        if draft.start > 0 and (text[draft.start - 1].isascii() and text[draft.start - 1].isalnum()):
            return False
    if mark in ("-", "–") and draft.unit is NUMBER and other.unit is NUMBER and draft.low == 0:
        return False
    if other.unit is NUMBER and text[other.core_end : other.core_end + 1] in _UNITS_TIME and text[other.core_end : other.core_end + 1]:
        return False
    return _join(text, draft, other)


def _join(text: str, draft: Draft, other: Draft) -> bool:
    low, high = draft.low, other.high
    if low is None or other.low is None:
        return False
    if (draft.unit is NUMBER and other.unit is not NUMBER) or draft.unit.id == other.unit.id:
        factor = Decimal(1)
        if draft.unit is NUMBER:
            scale = other.unit.scale
            if other.unit.dimension == "share" and other.unit.id == "percent":
                mark = text[other.number_end : other.number_end + 1]
                scale = Decimal(10) if mark in ("成",) else Decimal(1)
            factor = scale * _lent_scale(draft, other, scale)
            if factor * low > other.low and scale * low < other.low:
                factor = scale
    else:
        converted = convert(Decimal(1), draft.unit, other.unit)
        if converted is None:
            return False
        factor = converted
    low = low * factor
    if low >= other.low and not (low == other.low and high is not None and high > low):
        return False
    draft.low, draft.high = low, high
    draft.step = max(draft.step * factor, other.step)
    draft.digits = text[draft.core_start : other.core_end]
    draft.unit, draft.kind, draft.hedge = other.unit, other.kind, Hedge.RANGE if high is not None else Hedge.AT_LEAST
    draft.core_end = draft.end = other.core_end
    draft.number_end = other.number_end
    return True


def _lent_scale(draft: Draft, other: Draft, scale: Decimal) -> Decimal:
    """The 万 of 3—5万 belongs to the 3 as well; that of 5000至1万 does not."""
    unit = Decimal(1)
    digits = other.digits
    for char in reversed(digits):
        if char in BIG:
            unit *= BIG[char]
        elif char in SMALL and unit == 1 and SMALL[char] >= 100:
            unit *= SMALL[char]
        else:
            break
    if unit == 1 or draft.low is None or other.low is None:
        return Decimal(1)
    if any(char in BIG for char in draft.digits):
        return Decimal(1)
    return unit if draft.low * scale * unit < other.low else Decimal(1)


def read_between(text: str, draft: Draft, complete: Complete, floor: int) -> bool:
    """20和30之间, 介于10000与20000间: one figure, with the words of between in its span."""
    at = draft.core_end
    if draft.hedge is Hedge.RANGE:
        return _take_between(text, draft, floor)
    if at >= len(text) or text[at] not in " 和与跟及":
        return False
    link = _AND.match(text, at)
    if link is None:
        return False
    other = _read_other(text, link.end(), complete)
    if other is None:
        return False
    if other.unit.id == "间" and draft.unit is NUMBER:  # 10000与20000间: no rooms
        other.unit, other.core_end = NUMBER, other.number_end
    if _BETWEEN.match(text, other.core_end) is None:
        return False
    return _join(text, draft, other) and _take_between(text, draft, floor)


def _take_between(text: str, draft: Draft, floor: int) -> bool:
    found = _BETWEEN.match(text, draft.core_end)
    if found is not None:
        draft.end = found.end()
        for word in _BETWEEN_BEFORE:
            start = draft.start - len(word)
            if start >= floor and text.startswith(word, start):
                draft.start = start
                break
    return True


def join_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join neighbours that bound one figure from both sides: 大于100并且小于300, 最多100最少20个."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is not None and draft.start - last.end <= 6 and _bound_together(text, last, draft):
            low = last.low if last.low is not None else draft.low
            high = last.high if last.high is not None else draft.high
            last.low, last.high = low, high
            last.unit = draft.unit if last.unit is NUMBER else last.unit
            last.kind = draft.kind or last.kind
            last.digits = text[last.core_start : draft.core_end]
            last.end, last.core_end, last.core_start = draft.end, draft.end, last.start
            last.hedge, last.step = Hedge.RANGE, max(last.step, draft.step)
            continue
        out.append(draft)
    return out


def _bound_together(text: str, first: Draft, second: Draft) -> bool:
    link = _LINK.match(text, first.end, second.start)
    if link is None or link.end() != second.start:
        return False
    if first.unit.id != second.unit.id and first.unit is not NUMBER:
        return False
    if first.high is None and second.low is None and first.low is not None and second.high is not None:
        return first.low < second.high
    if first.low is None and second.high is None and second.low is not None and first.high is not None:
        return second.low < first.high
    return False
