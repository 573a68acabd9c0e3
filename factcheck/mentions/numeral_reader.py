"""Reads one number, in Arabic and Chinese digits and units, from left to right."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.mentions.digits import ARABIC, BIG, DIGITS, FINANCIAL, MORE, SMALL, TENS, TO_ARABIC, Numeral, read_arabic
from factcheck.model import Hedge

__all__ = ["NumberReader"]

_POINT_DIGITS = re.compile("[0-9零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,20}")
_ROW = re.compile("[〇○零一二三四五六七八九]{2,40}")
_NEXT = frozenset(("12", "23", "34", "35", "45", "56", "67", "78", "89"))
"""Two digits in a row that mean from the one to the other: 三四十, 一两个, 三五百."""
_NOT_ABOUT = frozenset("自到源说看讲临年不回去得")
"""What follows 来 where it is no 来 of 十来个."""
_ABOUT = frozenset("岁个名人天年次家分万")
"""What follows 来 in 20来岁."""
_MANY = ("多元", "多边", "多样", "多次", "多方", "多数")
_WHOLE = 10**5  # above every unit below 万
_TOP = 10**17  # above every unit
_ONE = Decimal(1)
_ZERO = Decimal(0)
_LONE_AMOUNT = ("分之", "元", "圆", "角", "分", "毛")


class NumberReader:
    """Reads one number. `total` holds what is above the open section, `section` what is below 万, `pending` a digit or an Arabic number
    that waits for its unit, `second` the other end of a 三四(十), `more` the width that 余, 多, 几 or a range adds. Every `_take` method
    consumes something and says whether the number may go on."""

    __slots__ = (
        "bare", "big", "end", "hedge", "last", "more", "pending", "pending_step", "pos", "second", "section", "small", "start", "step",
        "style", "text", "total", "zero",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end, self.pos = text, start, end, start
        self.total = self.section = _ZERO
        self.pending: Decimal | None = None
        self.pending_step = self.step = _ONE
        self.second: int | None = None
        self.small = _WHOLE  # the last 十百千 of the open section: units must fall
        self.big = _TOP  # the last 万亿兆
        self.last = 0  # the last unit read
        self.more: Decimal | None = None
        self.hedge = Hedge.EXACT
        self.zero = False
        self.bare = True
        self.style = ""

    def read(self) -> Numeral | None:
        """The number, or None where there is none."""
        while self.pos < self.end:
            char = self.text[self.pos]
            if "0" <= char <= "9":
                going = self._take_arabic()
            elif char in DIGITS:
                going = self._take_zero() if DIGITS[char] == 0 else self._take_digit(char)
            elif char in SMALL:
                going = self._take_small(SMALL[char])
            elif char in BIG:
                going = self._take_big(BIG[char])
            elif char in TENS:
                going = self._take_tens(TENS[char])
            elif char == "点" or char == ".":
                going = self._take_decimals(char)
            elif char in MORE:
                going = self._take_more(char)
            elif char == "好" and self._ahead() == "几" and self.last == 10:
                self.pos += 1  # 四十好几辆
                going = self._take_more("几")
            else:
                going = char == " " and self._take_space()
            if not going:
                break
        return self._close()

    def _ahead(self) -> str:
        return self.text[self.pos + 1] if self.pos + 1 < self.end else ""

    def _styled(self, style: str) -> None:
        self.style = style if self.style in ("", style) else "mixed"

    def _take_arabic(self) -> bool:
        if self.pending is not None or self.more is not None:
            return False
        found = ARABIC.match(self.text, self.pos, self.end)
        if found is None:
            return False
        value, step = read_arabic(found[0])
        room = min(self.small, self.last or self.small)
        if self.last and (value >= room or "," in found[0]) and not (self.small == _WHOLE and value < 10**4):
            return False
        self._styled("arabic")
        self.pending, self.pending_step, self.bare = value, step, False
        self.pos = found.end()
        return True

    def _take_zero(self) -> bool:
        """零 between units (一千零五), before 几 (零几万), at the head (零点五) or in a row of digits (二〇二四)."""
        ahead = self._ahead()
        if self.more is not None:
            return False
        if self.pending is not None:
            return self._take_row()
        if self.zero or (ahead and ahead in "零〇○"):
            return False
        if self.last:
            if not ahead or not (ahead in DIGITS or ahead in SMALL or "0" <= ahead <= "9" or ahead == "几"):
                return False
            if ahead != "几":
                self.zero = True
        elif not self.bare:
            return False
        elif ahead in DIGITS:
            return self._take_row()
        else:
            self.pending, self.pending_step, self.bare, self.zero = _ZERO, _ONE, False, True
            self._styled("chinese")
        self.pos += 1
        return True

    def _take_digit(self, char: str) -> bool:
        if self.more is not None:
            return False
        ahead = self._ahead()
        if self.pending is not None:
            if self.pending == 0 and self.zero and not self.last:
                return False
            if self.second is None and self.style == "chinese" and ahead not in DIGITS and (not ahead or ahead not in "点."):
                pair = f"{self.pending}{DIGITS[char]}"
                if pair in _NEXT:
                    self.second = DIGITS[char]
                    self.pos += 1
                    return True
            return self._take_row()
        if char in "两俩" and self.last and not (ahead in BIG or SMALL.get(ahead, 0) >= 100):
            return False  # 一万两 is a weight, 一万两千 a number
        self._styled("chinese")
        self.pending, self.pending_step, self.bare = Decimal(DIGITS[char]), _ONE, False
        self.pos += 1
        return True

    def _take_row(self) -> bool:
        """A row of single digits from the start of the numeral (二〇二四); only a big unit or decimals may follow."""
        row = None if self.last or self.style == "arabic" else _ROW.match(self.text, self.start, self.end)
        if row is None:
            return False
        self.pending = Decimal(row[0].translate(TO_ARABIC))
        self.pending_step, self.second, self.bare, self.style = _ONE, None, False, "digits"
        self.pos = row.end()
        return self.pos < self.end and (self.text[self.pos] in BIG or self.text[self.pos] in "点.")

    def _take_tens(self, tens: int) -> bool:
        if self.pending is not None or self.small <= 10 or self.more is not None:
            return False
        self._styled("chinese")
        self.section += tens * 10
        self.small = self.last = 10
        self.step, self.bare, self.zero = _ONE, False, False
        self.pos += 1
        return True

    def _take_small(self, unit: int) -> bool:
        if unit >= self.small or self.more is not None or (self.style == "digits" and self.pending is not None):
            return False
        if self.pending is None:
            if unit > 10 and self.last and not self.zero:  # 万千, 亿百 are no numerals
                return False
            value = _ONE
            self.bare = self.bare and unit > 10
        else:
            value = self.pending if self.pending or not self.zero else _ONE
        self._styled("chinese")
        self.section += value * unit
        self.step = _ONE if unit == 10 and self.pending_step == 1 else self.pending_step * unit
        if self.second is not None:
            self.more, self.hedge, self.second = (self.second - value) * unit, Hedge.RANGE, None
        self.pending, self.pending_step, self.zero = None, _ONE, False
        self.small = self.last = unit
        self.pos += 1
        return self.more is None or (self.pos < self.end and self.text[self.pos] in BIG)

    def _take_big(self, unit: int) -> bool:
        if self.second is not None and self.pending is not None:
            self.more, self.hedge, self.second = self.second - self.pending, Hedge.RANGE, None
        value = self.section + (self.pending or 0)
        open_section = self.pending is not None or self.section != 0
        if not open_section and self.last not in (10**4, 10**8, 10**12):
            if self.pos != self.start:
                return False
            value, open_section = _ONE, True
        if not open_section:  # 万亿, 万万: a unit upon a unit
            self.total *= unit
            self.step *= unit
        else:
            step = self.pending_step if self.pending is not None else self.step
            self.total = self.total + value * unit if unit < self.big else (self.total + value) * unit
            self.step = step * unit
        if self.more is not None:
            self.more *= unit
        self._styled("chinese")
        self.section, self.pending, self.pending_step, self.zero = _ZERO, None, _ONE, False
        self.small, self.big, self.last = _WHOLE, unit, unit
        self.pos += 1
        return True

    def _take_decimals(self, char: str) -> bool:
        """点 or . and digits behind whole digits; 六点五十 is a clock time, 两点 has no decimals."""
        if self.more is not None or self.bare or self.second is not None:
            return False
        found = _POINT_DIGITS.match(self.text, self.pos + 1, self.end)
        if found is None:
            return False
        after = found.end()
        ahead = self.text[after] if after < self.end else ""
        if ahead in ("十", "拾", "刻") or (char == "." and self.style == "arabic"):
            return False
        if self.pending is not None and self.last >= 100 and not self.zero and self.style != "digits":  # 一千六点五 is 1600.5
            if self.last < 10**4:
                self.section += self.pending * self.last / 10
            else:
                self.total += self.pending * self.last / 10
            self.pending = None
        digits = found[0].translate(TO_ARABIC)
        place = _ONE.scaleb(-len(digits))
        self.pending = (self.pending or _ZERO) + Decimal(digits) * place
        self.pending_step, self.zero = place, True
        if ahead in BIG and self.section and self.total == 0:
            self.pending += self.section
            self.section = _ZERO
        self.pos = after
        return ahead in BIG

    def _take_more(self, char: str) -> bool:
        """余, 多, 几, 来 behind a round number: 9800余, 十余万, 五百多亿, 十几, 十来个."""
        ahead = self._ahead()
        if self.more is not None:
            if char != "多" or not self.last or ahead not in BIG:  # 十几万多亿
                return False
            self.pos += 1
            return True
        if self.second is not None or (self.bare and self.last == 0):
            return False
        width = self._width()
        if width is None:
            return False
        if char in "来几":
            tens = char == "来" and ahead in _ABOUT and not self.last and self.pending is not None and self.pending % 10 == 0
            if not tens and (self.pending or not self.last):
                return False
            if char == "来" and not tens and (self.last not in (10, 100, 1000, 10000) or ahead in _NOT_ABOUT):
                return False
        elif char == "多" and not self.last:
            assert self.pending is not None
            if (self.pending % 10 and ahead not in BIG) or (self.style == "arabic" and self.text.startswith(_MANY, self.pos)):
                return False
        self.hedge = MORE[char]
        self.more = _ZERO if char == "来" else width
        self.bare = False
        self.pos += 1
        return ahead in BIG

    def _width(self) -> Decimal | None:
        """The place value of the last digit that is not zero: how far 余 reaches."""
        if self.pending is not None:
            if self.pending != self.pending.to_integral_value():
                return None
            digits = str(int(self.pending))
            return _ONE.scaleb(len(digits) - len(digits.rstrip("0"))) if self.pending else _ONE
        if self.last:
            return min(Decimal(self.last), self.step) if self.last >= 10**4 else Decimal(self.small)  # 1.27亿余 ends before 1.28亿
        return None

    def _take_space(self) -> bool:
        """One blank inside a numeral: 1.5 万, 7万 5千 4百."""
        ahead = self._ahead()
        if self.pending is not None and (ahead in BIG or ahead in ("百", "千")):
            self.pos += 1
            return True
        if self.last and self.pending is None and "0" <= ahead <= "9":
            found = ARABIC.match(self.text, self.pos + 1, self.end)
            assert found is not None
            after = found.end()
            after += after < self.end and self.text[after] == " "
            unit = self.text[after] if after < self.end else ""
            if (SMALL.get(unit) or BIG.get(unit) or _TOP) < self.last:
                self.pos += 1
                return True
        return False

    def _close(self) -> Numeral | None:
        end, text = self.pos, self.text
        while end > self.start and (text[end - 1] == " " or (self.zero and self.pending is None and text[end - 1] in "零〇○")):
            end -= 1
        words = text[self.start : end]
        if not words or (words in FINANCIAL and not text.startswith(_LONE_AMOUNT, end)):
            return None
        low = self.total + self.section
        step = self.step
        if self.pending is not None:
            place = _ONE
            short = self.style != "mixed" or self.last >= 10**4 or words[-1] in DIGITS
            if short and self.last >= 100 and not self.zero and self.pending < 10 and self.pending_step == 1:
                place = Decimal(self.last) / 10  # 一万五, 三千四百五
            low += self.pending * place
            step = self.pending_step * place
            if self.second is not None:
                self.more, self.hedge = (self.second - self.pending) * place, Hedge.RANGE
        high = low + self.more if self.more else low
        return Numeral(self.start, end, low, high, step, self.hedge, words, self.style or "chinese", self.bare)
