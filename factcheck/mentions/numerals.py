"""Numerals: the longest number written at a place of a shadow text, in any of the ways Chinese news writes one.

Arabic with separators and decimals (11,200.5), Chinese digits (三百五十, 二百五, 壹仟贰佰, 廿三, 十二点五), both mixed (1.5万, 3亿5000万, 一万五, 两万3千,
1864000万), fractions (三分之一, 3又1/2), vague ones (数百, 几十万, 十余, 二百三十余万, 500多亿, 十来万, 上千, 三四十, 十七八万, 数以万计), and a sign.
The text is a shadow text: NFKC and simplified (万 not 萬, 2 not ２).

Reading is total (any text and offset give a numeral or None) and its work is bounded by `LONGEST` characters, however long the run is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Hedge

__all__ = ["BIG", "DIGITS", "LONGEST", "NUMERAL_CHARACTERS", "SMALL", "Numeral", "parse_numeral", "read_digits_run"]

LONGEST = 64
"""A run of numeral characters longer than this is a code, a table or an attack, not a numeral."""

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "俩": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5,
    "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TENS = {"廿": 2, "卅": 3, "卌": 4}
_FINANCIAL = frozenset("伍陆肆拾柒捌仟佰")  # also surnames, places and verbs: a numeral of one such character alone is none
_MORE = {"余": Hedge.OVER, "多": Hedge.OVER, "几": Hedge.OVER, "来": Hedge.ABOUT}
_NEXT = {(1, 2), (2, 3), (3, 4), (3, 5), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9)}  # 三四十, 一两个, 三五百

NUMERAL_CHARACTERS = "".join(DIGITS) + "".join(SMALL) + "".join(BIG) + "".join(_TENS) + "几数"
"""Characters a Chinese numeral may begin with (besides Arabic digits and signs)."""

_ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,20})?|[0-9]{1,40}(?:\.[0-9]{1,20})?")
_DIGIT_RUN = re.compile(r"[0-9]{1,40}|[〇○零一二三四五六七八九]{1,40}")
_POINT_DIGITS = re.compile(r"[0-9零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,20}")
_SLASH = re.compile(r"(?:[ ](?=[0-9]{1,4}/))?([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])")
_COUNTLESS = re.compile(r"数以([十百千万亿]{1,3})计")
_TO_ARABIC = str.maketrans({c: str(v) for c, v in DIGITS.items()})
_SCALE = frozenset([*SMALL, *BIG])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read at text[start:end].

    `low`, `high`: bounds in plain units, equal for a definite number; `high` is None where the word leaves it open (上千, 数以万计). 余, 多 and 几 reach up
    to the next unit of the digit before them (9800余 -> 9800..9900, 十几 -> 10..20); 来 is about (low = high). 数百 and 几十 are 2 to 9 of
    their unit; 三四十 is 30..40.
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
def _arabic(digits: str) -> tuple[Decimal, Decimal]:
    """Value and place value of the last digit of an Arabic number as matched by `_ARABIC`."""
    value = Decimal(digits.replace(",", ""))
    point = digits.find(".")
    return value, Decimal(1) if point < 0 else Decimal(1).scaleb(point + 1 - len(digits))


def read_digits_run(text: str, start: int, limit: int | None = None) -> tuple[str, int] | None:
    """The row of single digits at `start` as Arabic digits, and where it ends: 二〇二四 -> ("2024", 4), 1995 -> ("1995", 4).

    No units (十, 百), no 两, no separators; at most 40 digits; both writings are not mixed. None where there is no digit.
    """
    found = _DIGIT_RUN.match(text, start, len(text) if limit is None else limit)
    if found is None:
        return None
    return found[0].translate(_TO_ARABIC), found.end()


def parse_numeral(text: str, start: int, limit: int | None = None) -> Numeral | None:
    """The longest numeral that begins at `start` (and ends by `limit`), or None. `text` is shadow text.

    A sign (负, -, − before a digit) is part of it. Raises nothing for any text and any offset.
    """
    size = len(text)
    end = size if limit is None else min(limit, size)
    if start < 0 or start >= end:
        return None
    end = min(end, start + LONGEST)
    sign = text[start] if text[start] in "负-−" else ""
    at = start + len(sign)
    numeral = _read_unsigned(text, at, end)
    if numeral is None or (sign and numeral.bare):
        return None
    if sign:
        low, high = -numeral.low, numeral.high
        if high is not None:
            low, high = -high, -numeral.low
        numeral = replace(numeral, start=start, low=low, high=high, digits=sign + numeral.digits)
    return numeral


def _read_unsigned(text: str, start: int, end: int) -> Numeral | None:
    if start >= end:
        return None
    head = text[start]
    if head in "数几上":
        return _read_vague(text, start, end)
    numeral = _read_number(text, start, end)
    if numeral is None:
        return None
    after = numeral.end
    if after < end and numeral.high == numeral.low:
        mark = text[after]
        if mark == "分" and text.startswith("分之", after):
            return _read_fraction(text, numeral, Decimal(0), end) or numeral
        if mark == "分" and _SHORT_FRACTION.match(text, numeral.start):
            return _short_fraction(text, numeral)
        if mark == "又":
            return _read_mixed_fraction(text, numeral, end) or numeral
        if mark in "/ " and numeral.style == "arabic" and numeral.step == 1:
            return _read_slash(text, numeral, end) or numeral
    return numeral


# ---------------------------------------------------------------- plain numbers


def _read_number(text: str, start: int, end: int) -> Numeral | None:
    """A number without sign and fraction: digits and units in falling order, with decimals and 余/多/几/来 inside."""
    head = text[start]
    if "0" <= head <= "9":
        found = _ARABIC.match(text, start, end)
        assert found is not None
        after = found.end()
        if after >= end or text[after] not in _AFTER_ARABIC:
            value, step = _arabic(found[0])
            return Numeral(start, after, value, value, step, Hedge.EXACT, found[0])
    elif head not in DIGITS and head not in _SCALE and head not in _TENS:
        return None
    return _Reader(text, start, end).read()


_AFTER_ARABIC = frozenset(["余", "多", "来", " ", *SMALL, *BIG])


class _Reader:
    """Reads one number from left to right. `total` holds what is above the open section, `section` what is below 万, `pending` a digit or
    an Arabic number that waits for its unit."""

    __slots__ = (
        "bare", "big", "end", "hedge", "high_pending", "last", "more", "pending", "pending_step", "pos", "section", "small", "start", "step", "style",
        "text", "total", "zero",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end, self.pos = text, start, end, start
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.pending: Decimal | None = None
        self.pending_step = Decimal(1)
        self.high_pending: Decimal | None = None  # second digit of 三四(十)
        self.small = 10**5  # the last 十百千 of the open section; units must fall
        self.big = 10**17  # the last 万亿兆
        self.last = 0  # the last unit read, for 一万五
        self.step = Decimal(1)
        self.more: Decimal | None = None  # width of 余/多/几 at the place it stands
        self.hedge = Hedge.EXACT
        self.zero = False
        self.bare = True
        self.style = ""

    def read(self) -> Numeral | None:
        text, end = self.text, self.end
        while self.pos < end:
            char = text[self.pos]
            if "0" <= char <= "9":
                taken = self._arabic()
            elif char in DIGITS:
                taken = self._digit(char)
            elif char in SMALL:
                taken = self._small(SMALL[char])
            elif char in BIG:
                taken = self._big(BIG[char])
            elif char in _TENS:
                taken = self._tens(_TENS[char])
            elif char in "点.":
                if not self._decimals():
                    break
                taken = self.pos < end and text[self.pos] in BIG
            elif char in _MORE:
                taken = self._more(char)
            elif char == " ":
                taken = self._space()
            else:
                break
            if not taken:
                break
        return self._close()

    def _styled(self, style: str) -> None:
        self.style = style if self.style in ("", style) else "mixed"

    def _arabic(self) -> bool:
        if self.pending is not None or self.more is not None:
            return False
        found = _ARABIC.match(self.text, self.pos, self.end)
        if found is None:
            return False
        value, step = _arabic(found[0])
        room = min(self.small, self.last or self.small)
        if self.last and (value >= room or "," in found[0]) and not (self.small > 10**4 and value < 10**4):
            return False
        self._styled("arabic")
        self.pending, self.pending_step, self.bare = value, step, False
        self.pos = found.end()
        return True

    def _digit(self, char: str) -> bool:
        value = DIGITS[char]
        text, pos, end = self.text, self.pos, self.end
        if self.more is not None:
            return False
        if value == 0:
            if self.pending is not None:
                return self._row()
            if self.zero:
                return False
            ahead = text[pos + 1] if pos + 1 < end else ""
            if (
                (self.last
                and not (ahead in DIGITS or ahead in SMALL or "0" <= ahead <= "9" or (ahead == "几" and pos + 2 < end)))
                or (ahead in "零〇○"
                and ahead)
            ):
                return False
            if not self.last and not self.bare:
                return False
            if self.last and ahead == "几":
                self.pos += 1
                return True
            if not self.last:
                if ahead in DIGITS:
                    return self._row()
                self.pending, self.pending_step, self.bare = Decimal(0), Decimal(1), False
                self._styled("chinese")
            self.zero = True
            self.pos += 1
            return True
        if self.pending is not None:
            if self.pending == 0 and self.zero and not self.last:
                return False
            return self._pair(value)
        if (
            char in "两俩"
            and self.last
            and not ((pos + 1 < end and text[pos + 1] in SMALL and SMALL[text[pos + 1]] >= 100) or (pos + 1 < end and text[pos + 1] in BIG))
        ):
            return False
        if char == "一" and self.last and self.small <= 10:
            pass
        self._styled("chinese")
        self.pending, self.pending_step, self.bare = Decimal(value), Decimal(1), False
        self.pos += 1
        return True

    def _pair(self, value: int) -> bool:
        """A second digit in a row: 三四十 and 十七八万 are ranges, 二〇二四 and 三八 a row of digits."""
        text, pos, end = self.text, self.pos, self.end
        assert self.pending is not None
        ahead = text[pos + 1] if pos + 1 < end else ""
        if (
            self.high_pending is None
            and (self.pending, value) in _NEXT
            and self.style == "chinese"
            and ahead not in DIGITS
            and ahead not in "点."
        ):
            self.high_pending = Decimal(value)
            self.pos += 1
            return True
        return self._row()

    def _row(self) -> bool:
        """A row of single digits (二〇二四) is read only from the start of the numeral and ends it, but for a big unit or decimals."""
        if self.last or self.style == "arabic":
            return False
        row = _ROW.match(self.text, self.start, self.end)
        if row is None or len(row[0]) < 2:
            return False
        self.pending = Decimal(row[0].translate(_TO_ARABIC))
        self.pending_step, self.high_pending, self.bare = Decimal(1), None, False
        self.style = "digits"
        self.pos = row.end()
        return self.pos < self.end and (self.text[self.pos] in BIG or self.text[self.pos] in "点.")

    def _tens(self, tens: int) -> bool:
        if self.pending is not None or self.small <= 10 or self.more is not None:
            return False
        self._styled("chinese")
        self.section += tens * 10
        self.small = self.last = 10
        self.step, self.bare = Decimal(1), False
        self.pos += 1
        return True

    def _small(self, unit: int) -> bool:
        if unit >= self.small or (self.style == "digits" and self.pending is not None):
            return False
        if self.pending is None:
            if self.more is not None:
                return False
            if unit > 10 and self.last and not self.zero:  # 万千, 亿百: no numeral
                return False
            if unit == 10:
                self.bare = self.bare and False
            value = Decimal(1)
        else:
            value = self.pending if self.pending or not self.zero else Decimal(1)
        if self.more is not None:  # 十几 then 百: no
            return False
        self._styled("chinese")
        self.section += value * unit
        self.step = Decimal(1) if unit == 10 and self.pending_step == 1 else self.pending_step * unit
        if self.high_pending is not None:
            self.more, self.hedge = (self.high_pending - value) * unit, Hedge.RANGE
            self.high_pending = None
        self.pending, self.pending_step, self.zero = None, Decimal(1), False
        self.small = self.last = unit
        self.pos += 1
        return self.more is None or (self.pos < self.end and self.text[self.pos] in BIG)

    def _big(self, unit: int) -> bool:
        if self.hedge is Hedge.EXACT and self.high_pending is not None and self.pending is not None:
            self.more, self.hedge = self.high_pending - self.pending, Hedge.RANGE
            self.high_pending = None
        value = self.section + (self.pending or 0)
        had = self.pending is not None or self.section != 0
        if not had and self.last not in BIG.values():
            if self.pos != self.start:
                return False
            value, had = Decimal(1), True
        step = self.pending_step if self.pending is not None else (self.step if self.section else Decimal(1))
        if not had:  # 万亿, 万万: a unit upon a unit
            self.total *= unit
            self.step *= unit
            if self.more is not None:
                self.more *= unit
        elif unit < self.big:
            if self.big == 10**17 or unit < self.big:
                self.total += value * unit
            self.step = step * unit
            if self.more is not None:
                self.more *= unit
        else:
            self.total = (self.total + value) * unit
            self.step = step * unit
            if self.more is not None:
                self.more *= unit
        self._styled("chinese")
        self.section, self.pending, self.pending_step, self.zero = Decimal(0), None, Decimal(1), False
        self.small, self.big, self.last = 10**5, unit, unit
        self.pos += 1
        return True

    def _decimals(self) -> bool:
        """点 or . and digits behind whole digits; 六点五十 is a clock time, 两点 has no decimals."""
        if self.more is not None or self.bare or self.high_pending is not None:
            return False
        found = _POINT_DIGITS.match(self.text, self.pos + 1, self.end)
        if found is None:
            return False
        after = found.end()
        ahead = self.text[after] if after < self.end else ""
        if ahead in ("十", "拾", "刻") or (self.text[self.pos] == "." and self.style == "arabic"):
            return False
        if self.pending is not None and self.last and self.last >= 100 and not self.zero and self.style != "digits":
            self.section += self.pending * self.last / 10 if self.last < 10**4 else 0
            self.total += self.pending * self.last / 10 if self.last >= 10**4 else 0
            self.pending = None
        digits = found[0].translate(_TO_ARABIC)
        place = Decimal(1).scaleb(-len(digits))
        self.pending = (self.pending or Decimal(0)) + Decimal(digits) * place
        self.pending_step, self.zero = place, True
        if ahead in BIG and self.section and self.total == 0:
            self.pending += self.section
            self.section = Decimal(0)
        self.pos = after
        return True

    def _more(self, char: str) -> bool:
        """余, 多, 几, 来 behind a round number: 9800余, 十余万, 五百多亿, 十几, 十来(个)."""
        if self.more is not None and char == "多" and self.last and self.text[self.pos + 1 : self.pos + 2] in BIG:
            self.pos += 1
            return True
        if self.more is not None or self.high_pending is not None or (self.bare and self.last == 0):
            return False
        if char in "来几" and self.pending is not None and self.pending != 0:
            return False
        if self.pending is not None:
            value = self.pending
            if value != value.to_integral_value():
                return False
            if value % 10 and not (self.pos + 1 < self.end and self.text[self.pos + 1] in BIG) and char == "多":
                return False
            if value % 10:
                width = Decimal(1)
            else:
                width = Decimal(1).scaleb(len(str(int(value))) - len(str(int(value)).rstrip("0"))) if value else Decimal(1)
        elif self.last:
            width = Decimal(self.last) if self.small == self.last or self.last >= 10**4 else Decimal(self.small)
        else:
            return False
        if char == "来":
            ahead = self.text[self.pos + 1] if self.pos + 1 < self.end else ""
            if self.last not in (10, 100, 1000, 10000) or (ahead in "自到源说看讲临年不回去得" and ahead):
                return False
        if char == "几" and self.last == 0:
            return False
        if (
            char == "多"
            and self.text.startswith(("多元", "多边", "多样", "多次", "多方", "多数"), self.pos)
            and self.style == "arabic"
            and self.last == 0
        ):
            return False
        self.hedge = _MORE[char]
        self.more = Decimal(0) if char == "来" else width
        self.bare = False
        self.pos += 1
        return self.pos < self.end and self.text[self.pos] in BIG

    def _space(self) -> bool:
        """One space inside a numeral: 1.5 万, 7万 5千 4百."""
        text, pos = self.text, self.pos
        ahead = text[pos + 1] if pos + 1 < self.end else ""
        if self.pending is not None and (ahead in BIG or ahead in ("百", "千")):
            self.pos += 1
            return True
        if self.last and self.pending is None and "0" <= ahead <= "9":
            found = _ARABIC.match(text, pos + 1, self.end)
            assert found is not None
            after = found.end()
            after += after < self.end and text[after] == " "
            if after < self.end and {**SMALL, **BIG}.get(text[after], 10**9) < self.last:
                self.pos += 1
                return True
        return False

    def _close(self) -> Numeral | None:
        end = self.pos
        if end == self.start:
            return None
        while end > self.start and (self.text[end - 1] == " " or (self.zero and self.pending is None and self.text[end - 1] in "零〇○")):
            end -= 1
        low = self.total + self.section
        step = self.step
        high_pending = self.high_pending
        if self.pending is not None:
            place = Decimal(1)
            if self.last >= 100 and not self.zero and self.pending < 10 and self.pending_step == 1 and self.pending == int(self.pending):
                if self.style != "mixed" or self.last >= 10**4 or self.text[end - 1] in DIGITS:
                    place = Decimal(self.last) / 10  # 一万五, 三千四百五
            low += self.pending * place
            step = self.pending_step * place
            if high_pending is not None:
                self.more, self.hedge = (high_pending - self.pending) * place, Hedge.RANGE
        words = self.text[self.start : end]
        if len(words) == 1 and words in _FINANCIAL and not self.text.startswith(("分之", "元", "圆", "角", "分", "毛"), end):
            return None
        high = low + self.more if self.more else low
        if self.more is not None and self.hedge is Hedge.RANGE:
            step = max(step, Decimal(1))
        return Numeral(self.start, end, low, high, step, self.hedge, words, self.style or "chinese", self.bare)


_ROW = re.compile("[〇○零一二三四五六七八九]{1,40}")


# ---------------------------------------------------------------- vague numbers


def _read_vague(text: str, start: int, end: int) -> Numeral | None:
    """数百, 几十万, 数以万计, 上千, 几, 数."""
    head = text[start]
    found = _COUNTLESS.match(text, start, end)
    if found is not None:
        unit = _unit_value(found[1])
        return Numeral(start, found.end(), unit, None, unit, Hedge.AT_LEAST, found[0], "chinese")
    pos = start + 1
    while pos < end and text[pos] in _SCALE and pos - start < 4:
        pos += 1
    if pos == start + 1:
        if head == "上":
            return None
        return Numeral(start, pos, Decimal(2), Decimal(9), Decimal(1), Hedge.SEVERAL, head, "chinese", True)
    unit = _unit_value(text[start + 1 : pos])
    if head == "上":
        if text[start + 1] == "十":
            return None
        return Numeral(start, pos, unit, None, unit, Hedge.AT_LEAST, text[start:pos], "chinese")
    if pos < end and text[pos] in "余多":  # 数十余, 几百多
        pos += 1
        if pos < end and text[pos] in BIG:
            unit *= BIG[text[pos]]
            pos += 1
    return Numeral(start, pos, unit * 2, unit * 9, unit, Hedge.SEVERAL, text[start:pos], "chinese")


def _unit_value(units: str) -> Decimal:
    value = Decimal(1)
    for char in units:
        value *= SMALL.get(char) or BIG[char]
    return value


# ---------------------------------------------------------------- fractions


def _read_fraction(text: str, below: Numeral, whole: Decimal, end: int) -> Numeral | None:
    """三分之一, 百分之五 (parts = 100), 一千分之23."""
    at = below.end + 2
    sign = 1
    if at < end and text[at] in "负-−":
        sign, at = -1, at + 1
    if at >= end:
        return None
    above = _read_vague(text, at, end) if text[at] in "数几" else _read_number(text, at, end)
    if above is None or below.low == 0 or (above.bare and above.low not in (10, 100, 1000)):
        return None
    low, high = above.low / below.low * sign, None if above.high is None else above.high / below.low * sign
    if high is not None and high < low:
        low, high = high, low
    parts = int(below.low) if below.bare or below.digits == "十" else 0
    style = "fraction"
    if parts == 10:
        parts = 0
    start = below.start
    return Numeral(
        start, above.end, low + whole, None if high is None else high + whole, above.step / below.low if parts else Decimal(0), above.hedge,
        text[start : above.end], style, False, parts,
    )  # fmt: skip


_SHORT_FRACTION = re.compile("([三四五])分([一二三四])(?![个成元角分钟秒十百千万亿点日号名人家月年])")


def _short_fraction(text: str, below: Numeral) -> Numeral:
    """三分一, 四分三, as Hong Kong writes them."""
    found = _SHORT_FRACTION.match(text, below.start)
    assert found is not None
    value = Decimal(DIGITS[found[2]]) / Decimal(DIGITS[found[1]])
    return Numeral(below.start, found.end(), value, value, Decimal(0), Hedge.EXACT, found[0], "fraction")


def _read_mixed_fraction(text: str, whole: Numeral, end: int) -> Numeral | None:
    """十一又十四分之一, 3又1/2."""
    at = whole.end + 1
    if at >= end:
        return None
    below = _read_number(text, at, end)
    if below is None:
        return None
    if text.startswith("分之", below.end):
        found = _read_fraction(text, below, whole.low, end)
    elif below.style == "arabic" and below.step == 1:
        found = _read_slash(text, below, end)
        found = None if found is None else replace(found, low=found.low + whole.low, high=found.low + whole.low)
    else:
        found = None
    return None if found is None else replace(found, start=whole.start, digits=text[whole.start : found.end], parts=0)


def _read_slash(text: str, head: Numeral, end: int) -> Numeral | None:
    """1/2 and 1 4/3."""
    if text[head.end] == "/":
        found, whole, start = _SLASH.match(text, head.start, end), Decimal(0), head.start
    else:
        found, whole, start = _SLASH.match(text, head.end, end), head.low, head.start
    if found is None or int(found[2]) == 0 or (text[head.end] == " " and found[0][0] != " "):
        return None
    if start > 0 and text[start - 1] in "/0123456789":
        return None
    value = whole + Decimal(int(found[1])) / Decimal(int(found[2]))
    return Numeral(start, found.end(), value, value, Decimal(0), Hedge.EXACT, text[start : found.end()], "fraction")
