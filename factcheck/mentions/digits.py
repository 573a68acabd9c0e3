"""What numerals are written with: digits, units, and the result of reading one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Hedge

__all__ = [
    "ARABIC",
    "BIG",
    "DIGITS",
    "FINANCIAL",
    "LONGEST",
    "MORE",
    "NUMERAL_CHARACTERS",
    "SMALL",
    "TENS",
    "TO_ARABIC",
    "Numeral",
    "read_arabic",
]

LONGEST = 64
"""A run of numeral characters longer than this is a code, a table or an attack, not a numeral."""

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "俩": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5,
    "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
TENS = {"廿": 2, "卅": 3, "卌": 4}
FINANCIAL = frozenset("伍陆肆拾柒捌仟佰")  # also surnames, places and verbs: a numeral of one such character alone is none
MORE = {"余": Hedge.OVER, "多": Hedge.OVER, "几": Hedge.OVER, "来": Hedge.ABOUT}

NUMERAL_CHARACTERS = "".join(DIGITS) + "".join(SMALL) + "".join(BIG) + "".join(TENS) + "几数"
"""Characters a Chinese numeral may begin with (besides Arabic digits and signs)."""

ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,20})?|[0-9]{1,40}(?:\.[0-9]{1,20})?")
TO_ARABIC = str.maketrans({c: str(v) for c, v in DIGITS.items()})


class Numeral(NamedTuple):
    """A number read at text[start:end].

    `low`, `high`: bounds in plain units, equal for a definite number; `high` is None where the word leaves it open (上千, 数以万计).
    余, 多 and 几 reach up to the next unit of the digit before them (9800余 -> 9800..9900, 十几 -> 10..20); 来 is about (low = high).
    数百 and 几十 are 2 to 9 of their unit; 三四十 is 30..40.
    `step`: place value of the last printed digit (1.5万 -> 1000, 三百 -> 100, 250 -> 1). Tens in Chinese digits count as printed to
    the unit, since 二十 has no closer writing (二十 -> 1).
    `hedge`: EXACT, OVER (余/多/几), ABOUT (来), SEVERAL (数百), AT_LEAST (上千), RANGE (三四十).
    `digits`: the words. `style`: "arabic", "chinese", "mixed", "digits" (二〇二四: a row of digits without units), "fraction".
    `bare`: no digit at all, only a unit or a vague word (百, 千万, 几, 数): a numeral only in the right company.
    `parts`: denominator of a fraction written with 分之 whose head has no digit (百分之, 千分之, 万分之), else 0.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    step: Decimal
    hedge: Hedge = Hedge.EXACT
    digits: str = ""
    style: str = "arabic"
    bare: bool = False
    parts: int = 0

    @property
    def integer(self) -> int | None:
        """The number as an int where it is one definite whole number, else None."""
        if self.low == self.high and self.low == self.low.to_integral_value():
            return int(self.low)
        return None


@lru_cache(maxsize=4096)
def read_arabic(digits: str) -> tuple[Decimal, Decimal]:
    """Value and place value of the last digit of an Arabic number as matched by `ARABIC`."""
    value = Decimal(digits.replace(",", ""))
    point = digits.find(".")
    return value, Decimal(1) if point < 0 else Decimal(1).scaleb(point + 1 - len(digits))
