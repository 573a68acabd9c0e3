"""Money around a number: signs and names before it, smaller parts behind it, and what it is paid per."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.mentions.draft import Draft
from factcheck.mentions.numerals import DIGITS, parse_numeral
from factcheck.mentions.units import Unit, currency_words

__all__ = ["read_money_parts", "read_money_sign", "read_rate"]

_PER_AFTER = re.compile("(?:/|每)([0-9]{0,4}[\u4e00-\u9fffA-Za-z]{1,3}?)(?=[，。；、！？,;)）的至到]|$|[0-9])")
_THING = (
    "股|吨|公吨|桶|公斤|斤|平方米|平方呎|平方尺|呎|坪|人|户|亩|盎司|升|公升|加仑|度|千瓦时|张|台|辆|件"
    "|个(?=[售卖价要需仅只约为])|头|克|瓶|盒|人次|名|位"
)
_PER_BEFORE = re.compile(
    f"每([0-9十百]{{0,4}}(?:{_THING}))[^0-9一二三四五六七八九十，。；、！？,]{{0,9}}$|(人均|户均|每人|每户)[^0-9，。；、！？,]{{0,6}}$"
)


def read_money_sign(text: str, at: int, floor: int) -> tuple[Unit, int] | None:
    """The sign or name of a currency that ends at `at` (up to two blanks between) and where it begins: $, US$, 人民币."""
    end = at
    while end > floor and end > at - 2 and text[end - 1] == " ":
        end -= 1
    if end <= floor:
        return None
    for word, unit in currency_words().before.get(text[end - 1], ()):
        start = end - len(word)
        if start >= floor and text.startswith(word, start):
            if word[0].isalpha() and word.isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
                continue
            return unit, start
    return None


def read_money_parts(text: str, draft: Draft) -> None:
    """三毛 behind 五元, 三美分 behind 两美元又, 5本钱 behind 10日元: added to the whole."""
    char = text[draft.core_end : draft.core_end + 1]
    if not (char in DIGITS or char in "又十整正" or char.isdigit()):
        return
    _read_spoken(text, draft)
    parts = currency_words().parts.get(draft.unit.id)
    if parts is None or draft.unit.scale == Decimal("0.01") or draft.low != draft.high or draft.low is None:
        return
    for _ in range(2):
        at = draft.core_end
        if text.startswith(("又", "零"), at):
            at += 1
        numeral = parse_numeral(text, at, at + 3)
        if numeral is None or numeral.low != numeral.high or numeral.low >= 100 or numeral.start != at:
            return
        if text[at] in "-−负":
            return
        for word, value in parts:
            if text.startswith(word, numeral.end) and not (numeral.bare and at == numeral.start and numeral.digits not in ("十",)):
                end = numeral.end + len(word)
                if word == "分" and text.startswith(("钟", "之", "别"), end):
                    return
                if value >= (draft.step or Decimal(1)) and draft.step < 1:
                    return
                draft.low += numeral.low * value
                draft.high = draft.low
                draft.step = value
                draft.core_end = draft.end = end
                break
        else:
            return


_TENTH = re.compile("(零?)([一二三四五六七八九])(?![十百千万亿点个名位家元块角毛分成折倍月日年])")


def _read_spoken(text: str, draft: Draft) -> None:
    """五块六 is 5.6 and 七毛八 0.78; 圆整 closes an amount in full."""
    at = draft.core_end
    if at >= len(text) or draft.unit.id != "CNY":
        return
    last = text[at - 1]
    if last in "块毛角" and draft.low is not None and draft.low == draft.high and draft.step in (1, Decimal("0.1")):
        found = _TENTH.match(text, at)
        if found is not None:
            value = draft.step * (Decimal("0.01") if found[1] else Decimal("0.1"))
            draft.low = draft.high = draft.low + DIGITS[found[2]] * value
            draft.step = value
            draft.core_end = draft.end = found.end()
    elif last in "元圆角分" and text[at] in "整正" and (at + 1 == len(text) or not text[at + 1].isalpha()):
        draft.core_end = draft.end = at + 1


def read_rate(text: str, draft: Draft) -> None:
    """What the money is paid per: 每10股派3.5元, 3元/吨, 人均5万元."""
    after = _PER_AFTER.match(text, draft.core_end)
    if after is not None:
        draft.per = after[1]
        draft.core_end = draft.end = after.end()
        return
    near = text[max(0, draft.core_start - 18) : draft.core_start]
    if "每" not in near and "均" not in near:
        return
    found = _PER_BEFORE.search(near)
    if found is not None:
        draft.per = found[1] or "人" if found[2] in (None, "人均", "每人") else "户"
