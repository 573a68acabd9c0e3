"""From a numeral to a figure: what follows the number and belongs to it, its unit, 半, smaller money."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.mentions.codes import TIME_WORDS, is_calibre
from factcheck.mentions.draft import Draft
from factcheck.mentions.money import read_money_parts
from factcheck.mentions.numerals import BIG, DIGITS, Numeral, parse_numeral
from factcheck.mentions.scales import read_age, read_floor, read_tenths
from factcheck.mentions.units import find_unit, unit_by_id

__all__ = ["complete"]

_MEASURED = frozenset(("length", "area", "volume", "mass"))
_DOZEN_CANCEL = frozenset("击断架败算通赢开包造入破工车")
_SUFFIX = re.compile(r"([kKw])(?![A-Za-z0-9])|[ ]?(M)(?![A-Za-z0-9²³])")
_METRE_REST = re.compile("[0-9]{1,2}(?![0-9.])|[一二三四五六七八九]{1,2}(?![十百千万亿点年月日号一二三四五六七八九])")
_NOT_HALF = frozenset("年月天日小岛导决径球途成封数路官夜程场")


_PAID = re.compile(r"[价卖售花收付交赚赔罚费钱要涨降跌贵宜本薪资每元砍省减给票额值需仅只才卡]|补贴|红包|人均|一共")
"""Words before an amount in spoken money (花了五十块, 每斤三块)."""
_AFTER_MONEY = re.compile(
    r"$|[^\u4e00-\u9fff]|[一二三四五六七八九十](?![边角面层])|[钱多左上出不两几半的每就都也买卖涨跌降到至以起整封吧呢啊了还才能可够来给算是和与跟或搞拿请人打过]"
)
"""What stands behind spoken money; behind a piece stands what it is a piece of."""


def is_piece(text: str, start: int, end: int) -> bool:
    """Whether the 块 before `end` counts pieces (54块子镜, 12块奖牌) and is no spoken yuan: a noun follows, and nothing before the number,
    at `start`, tells of paying."""
    return _AFTER_MONEY.match(text, end) is None and _PAID.search(text, max(0, start - 6), start) is None


def complete(text: str, numeral: Numeral, floor: int = 0) -> Draft | None:
    """The number with what follows it: its unit, 半, parts of money. None where it turns out to be no figure (a calibre, 一成立)."""
    draft = Draft.of(numeral)
    if numeral.parts:
        if numeral.parts >= 100:
            draft.scale(Decimal(100))
            draft.unit = unit_by_id("percent")
        return draft
    at = numeral.end
    size = len(text)
    if numeral.style == "fraction":
        if text.startswith("决赛", at):
            return None
        whole = find_unit(text, at)
        if whole is not None and (whole[0].kind == "money" or whole[0].dimension in _MEASURED):
            draft.take(*whole)
        elif "分" in numeral.digits:
            draft.unit = unit_by_id("fraction")
            draft.kind = "number"
        return draft
    if at >= size:
        return draft
    char = text[at]
    if char in "成折" or (char == " " and text[at + 1 : at + 2] in ("成", "折") and numeral.style == "arabic"):
        return draft if read_tenths(text, numeral, draft) else (None if char == "成" and numeral.end - numeral.start == 1 else draft)
    if numeral.style == "arabic" and char in "kKMw " and _read_suffix(text, draft, at):
        at = draft.core_end
        if at >= size:
            return draft
        char = text[at]
    if char == "个" and at + 1 < size and text[at + 1] in BIG and text[at + 1] != "兆":
        draft.scale(Decimal(BIG[text[at + 1]]))
        at += 2
        draft.core_end = draft.end = draft.number_end = at
    elif char == "打" and text[at + 1 : at + 2] not in _DOZEN_CANCEL and not numeral.bare:
        draft.scale(Decimal(12))
        draft.core_end = draft.end = draft.number_end = at + 1
        return draft
    found = find_unit(text, at)
    if found is None and at < size and text[at] == " ":
        found = find_unit(text, at + 1)
    last = text[at - 1]
    if last in "千兆百" and numeral.end == at and at - 1 > numeral.start:
        longer = find_unit(text, at - 1)
        if longer is not None and longer[1] > at and longer[0].dimension != "money":
            shorter = parse_numeral(text, numeral.start, at - 1)
            if shorter is not None and shorter.end == at - 1:
                draft, found = Draft.of(shorter), longer
                numeral = shorter
    if found is None:
        if read_age(text, draft) or read_floor(text, draft):
            return draft
        return _read_points(text, numeral, draft)
    unit, end = found
    if unit.id == "CNY" and text[end - 1] == "块" and is_piece(text, numeral.start, end):
        unit = unit_by_id("块")
    if (unit.id == "liang" and last in "两俩") or (numeral.digits == "零" and unit.dimension == "count"):
        return draft
    if unit.id == "unit" and (read_age(text, draft) or TIME_WORDS.match(text, at)):
        return draft
    if unit.id == "unit" and text[end - 1] == "个":
        measured = find_unit(text, end)
        if measured is not None and measured[0].dimension in _MEASURED and measured[1] - end > 1:
            unit, end = measured
    if unit.id == "mm" and is_calibre(text, end):
        return None
    if unit.id == "层" and read_floor(text, draft):
        return draft
    draft.take(unit, end)
    if (
        unit.id == "person"
        and text[end - 1] == "名"
        and text[numeral.start - 1 : numeral.start] == "前"
        and numeral.start
        and _is_rank(text, end)
    ):
        draft.kind, draft.reason = "ordinal", "rank"
        return draft
    if unit.id == "person" and text[end - 1] == "人":
        draft.counted = "人"
    elif unit.id == "国" and text.startswith("国家", end - 2):
        draft.counted = "国家"
    return _read_tail(text, draft, numeral)


def _is_rank(text: str, end: int) -> bool:
    """前三名 closes its phrase, or what follows is no person: a place in an order."""
    return end >= len(text) or text[end] in "，。；、！？）)的中里内之以都均依分为是位排与和及"


def _read_suffix(text: str, draft: Draft, at: int) -> bool:
    """40k, 5K, 2.5 M, and 30w for 30万."""
    found = _SUFFIX.match(text, at)
    if found is None:
        return False
    if found[1] == "K" and len(draft.digits) < 2:  # 8K is a screen
        return False
    draft.scale(Decimal(10000 if found[1] == "w" else 1000 if found[1] else 1000000))
    draft.core_end = draft.end = draft.number_end = found.end()
    return True


def _read_points(text: str, numeral: Numeral, draft: Draft) -> Draft:
    """点 of an index (3000点, 涨12.5点): more than a clock can say."""
    at = draft.core_end
    if text.startswith("点", at) and numeral.style != "chinese" and (numeral.low >= 25 or numeral.step < 1):
        draft.take(unit_by_id("index point"), at + 1)
    return draft


def _read_tail(text: str, draft: Draft, numeral: Numeral) -> Draft:
    """What may follow a unit inside the figure: 半, further digits (一米八), smaller money."""
    at, unit = draft.core_end, draft.unit
    char = text[at] if at < len(text) else ""
    if unit.kind == "money":
        read_money_parts(text, draft)
        return draft
    if char == "半" and draft.step == 1 and text[at + 1 : at + 2] not in _NOT_HALF and unit.dimension != "share":
        half = Decimal("0.5")
        draft.low = None if draft.low is None else draft.low + half
        draft.high = None if draft.high is None else draft.high + half
        draft.step = half
        draft.core_end = draft.end = at + 1
    elif (
        unit.id in ("m", "degree")
        and char
        and (char in DIGITS or char.isdigit())
        and numeral.step == 1
        and draft.low is not None
        and draft.low < (10 if unit.id == "m" else 60)
    ):
        rest = _METRE_REST.match(text, at)
        if rest is not None and find_unit(text, rest.end()) is None:
            digits = "".join(str(DIGITS[c]) if c in DIGITS else c for c in rest[0])
            more = Decimal(digits).scaleb(-len(digits))
            draft.low, draft.high = draft.low + more, draft.low + more
            draft.step = Decimal(1).scaleb(-len(digits))
            draft.core_end = draft.end = rest.end()
    return draft
