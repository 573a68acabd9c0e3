"""What a reporter who has one fact wrong would write: a quote, the fact in it changed, in the style in which it was written.

`ALTERATIONS` maps a kind to a function (quote, other quote, names, seed) -> `Alteration` or None where the quote holds nothing of that
kind. `other quote` is how another article words the same fact: only what both tell is changed. All choices are made by the seed, so that
one case is always changed in one way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from factcheck.mentions.names.tables import simplify
from factcheck.mentions.numerals import parse_numeral


class Name(NamedTuple):
    """A name that stands in a quote, and its type as in model.Entity (PER, GPE, LOC, FAC ...)."""

    text: str
    type: str


class Alteration(NamedTuple):
    """`apply` rewrites any passage of the article, so that the fact is changed wherever the article tells it; `quote` is the quote
    rewritten. `written` is what was replaced and `new` what stands there now."""

    quote: str
    written: str
    new: str
    apply: Callable[[str], str]


Alter = Callable[[str, str, Sequence[Name], int], "Alteration | None"]

_FOLD = str.maketrans("０１２３４５６７８９，．萬億兩時號點週禮東樓", "0123456789,.万亿两时号点周礼东楼")
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?(?:[千百]?[万亿](?:\d+[千百]?)?)?|[一二两三四五六七八九十百][零〇一二两三四五六七八九十百千万亿]*")
_OF_TIME = re.compile(r"[年月日号时点:：-]|分(?!钟|鐘|之)|成|折|[a-zA-Z]")
_BEFORE = re.compile(r"[第星期周礼拜初农曆历年月\d.:：一-九a-zA-Z之-]$")
_COUNTED = re.compile(r"[人名个個位艘架辆輛家所天小枚支把条條只隻栋棟间間年万亿元]")
_HEDGED = re.compile(r"[约約近逾超余餘多几幾]|左右|上下|不到|至少|将近")
_CHINESE = "零一二三四五六七八九"


def fold(text: str) -> str:
    """The text with figures and words of time in one script and width, character for character."""
    return text.translate(_FOLD)


def alter_quote(quote: str, written: str, new: str, rewrite: Callable[[str], str]) -> Alteration | None:
    changed = rewrite(quote)
    return Alteration(changed, written, new, rewrite) if changed != quote else None


# ------------------------------------------------------------------ figures


class Figure(NamedTuple):
    """A written number (offsets in the text), its value, and the character that follows it."""

    start: int
    end: int
    value: Decimal
    unit: str


def find_figures(text: str) -> list[Figure]:
    """The counts, amounts and measures of a passage; no dates, hours, ordinals or one-character numerals without a measure word."""
    folded, found = fold(text), []
    for match in _FIGURE.finditer(folded):
        numeral = parse_numeral(folded, match.start(), match.end())
        whole = numeral is not None and numeral.end == match.end() and numeral.low == numeral.high
        if not whole or numeral is None or _OF_TIME.match(folded, match.end()) or _BEFORE.search(folded[: match.start()]):
            continue
        if len(match[0]) == 1 and not match[0].isdigit() and not _COUNTED.match(folded, match.end()):
            continue
        if numeral.low >= 2:
            found.append(Figure(match.start(), match.end(), Decimal(numeral.low), folded[match.end() : match.end() + 1]))
    return found


def write_figure(value: Decimal, like: str) -> str | None:
    """The value in the style of a written figure (digits, commas, 万, Chinese numerals), None where that style cannot write it."""
    folded = fold(like)
    scale = next(((mark, size) for mark, size in (("亿", Decimal(10**8)), ("万", Decimal(10**4))) if mark in folded), ("", Decimal(1)))
    if not re.search(r"\d", folded):
        written = _write_chinese(int(value)) if value == int(value) else None
    else:
        number = (value / scale[1]).normalize()
        commas = "," in folded or ("." not in like and scale[0] == "" and "," in like)
        written = f"{number:,f}" if commas else f"{number:f}"
        written += scale[0]
    if written is None:
        return None
    if re.search(r"[０-９]", like):
        written = written.translate(_WIDE)
    for plain, old in (("万", "萬"), ("亿", "億"), ("两", "兩")):
        written = written.replace(plain, old) if old in like else written
    return written


def _write_chinese(value: int) -> str | None:
    """A whole number below ten thousand millions in Chinese numerals: 一百二十三, 一万二千."""
    if not 0 < value < 10**12:
        return None
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        if value >= size:
            high, rest = divmod(value, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return f"{_write_chinese(high)}{mark}{gap}{_write_chinese(rest) if rest else ''}"
    out, gap = "", False
    for mark, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            out += ("零" if gap and out else "") + _CHINESE[digit] + mark
        gap = not digit
    return re.sub(r"^一十", "十", out)


def transpose_digits(value: Decimal, seed: int) -> Decimal | None:
    """Two neighbouring digits the other way round, None where there are not two that differ."""
    digits, exponent = _digits_of(value)
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i > 0 or digits[1] != "0")]
    if not places:
        return None
    at = places[seed % len(places)]
    return _number(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :], exponent)


def change_digit(value: Decimal, seed: int, *, leading: bool = False) -> Decimal:
    """One digit changed by one or two: the first where `leading`, else one of the first two."""
    digits, exponent = _digits_of(value)
    at = 0 if leading or len(digits) == 1 else seed % 2
    old = int(digits[at])
    new = old + (1, 2)[seed // 2 % 2] if old < 7 else old - (1, 2)[seed // 2 % 2]
    return _number(f"{digits[:at]}{new}{digits[at + 1 :]}", exponent)


def change_magnitude(value: Decimal, seed: int) -> Decimal | None:
    """Ten times as much or a tenth, None for small numbers."""
    return None if value < 100 else value * 10 if seed % 2 or value % 10 else value / 10


def _digits_of(value: Decimal) -> tuple[str, int]:
    _, digits, exponent = value.normalize().as_tuple()
    return "".join(map(str, digits)), int(exponent)


def _number(digits: str, exponent: int) -> Decimal:
    return Decimal(digits).scaleb(exponent)


def alter_figure(quote: str, other: str, names: Sequence[Name], seed: int, *, how: str) -> Alteration | None:
    """The figure that both quotes tell, changed. Where the quotes write it in two units, each must have just one figure."""
    mine, theirs = find_figures(quote), find_figures(other)
    shared = [f for f in mine if f.value in {t.value for t in theirs}] or (mine if len(mine) == len(theirs) == 1 else [])
    if not shared:
        return None
    figure = shared[0]
    hedged = bool(_HEDGED.search(quote + other))
    change: dict[str, Callable[[], Decimal | None]] = {
        "transposed": lambda: transpose_digits(figure.value, seed),
        "digit": lambda: change_digit(figure.value, seed, leading=hedged),
        "magnitude": lambda: change_magnitude(figure.value, seed),
    }
    value = change[how]()
    if value is None or value == figure.value or (hedged and abs(value - figure.value) < figure.value / 5):
        return None
    rewrite = partial(_rewrite_figure, figure=figure, value=value)
    new = write_figure(value, quote[figure.start : figure.end])
    return alter_quote(quote, quote[figure.start : figure.end], new, rewrite) if new else None


def _rewrite_figure(text: str, figure: Figure, value: Decimal) -> str:
    """Every figure of that value and unit (three digits need no unit), each in its own style."""
    out, at, telling = "", 0, len(_digits_of(figure.value)[0]) >= 3
    for found in find_figures(text):
        if found.value == figure.value and (telling or found.unit == figure.unit):
            written = text[found.start : found.end]
            out, at = out + text[at : found.start] + (write_figure(value, written) or written), found.end
    return out + text[at:]


# ------------------------------------------------------------------ days and hours

_DAY = re.compile(
    r"(?<![\d月])(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一-九]?)(?=[日号])|(?<=月)(?:\d{1,2}|[一二三]?十?[一二三四五六七八九]?)(?=[日号])"
)
_WEEKDAY = re.compile(r"(?<=周)[一二三四五六日]|(?<=星期)[一二三四五六日]|(?<=礼拜)[一二三四五六日]")
_RELATIVE = {"今": "昨", "昨": "前", "前": "昨", "明": "后"}
_RELATIVE_DAY = re.compile(r"[今昨前明](?=[天日晨晚早午夜])")
_HOUR = re.compile(r"(?<![\d:：])\d{1,2}(?=[时点:：])|[一二两三四五六七八九十]{1,2}(?=[时点](?!间))")
_TELLS_DAY = re.compile(r"[日号今昨前明当翌]|周|星期|礼拜")


def shift_day(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """The day by one to three days, the day of the week or 昨日 by one. 昨日 is changed in the quote alone, as it may date anything."""
    folded = fold(quote)
    if not _TELLS_DAY.search(fold(other)):
        return None
    if (match := _DAY.search(folded)) and match[0]:
        numeral = parse_numeral(folded, match.start(), match.end())
        if numeral is None or numeral.end != match.end():
            return None
        day, step = int(numeral.low), 1 + seed % 3
        new = write_figure(Decimal(day - step if (day > step and seed // 3 % 2) or day + step > 28 else day + step), match[0]) or ""
        mark = folded[match.end()]
        pattern = re.compile(rf"(?<![\d一二三十廿]){match[0]}(?={'[日號号]' if mark in '日号' else mark})")
        return alter_quote(quote, match[0], new, lambda text: pattern.sub(new, text))
    if match := _WEEKDAY.search(folded):
        week = "一二三四五六日"
        new = week[(week.index(match[0]) + 1 + seed % 2) % 7]
        before, after = folded[match.start() - 1], match[0]
        pattern = re.compile(rf"(?<=[{before}{'週' if before == '周' else before}]){after}")
        return alter_quote(quote, match[0], new, lambda text: pattern.sub(new, text))
    if match := _RELATIVE_DAY.search(folded):
        new = _RELATIVE[match[0]]
        changed = quote[: match.start()] + new + quote[match.end() :]
        return alter_quote(quote, match[0], new, lambda text: text.replace(quote, changed))
    return None


def shift_hour(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """The hour by one to three, within its half of the day, wherever it stands."""
    folded = fold(quote)
    match = _HOUR.search(folded)
    if match is None or not _HOUR.search(fold(other)):
        return None
    numeral = parse_numeral(folded, match.start(), match.end())
    if numeral is None or numeral.end != match.end() or numeral.low > 24:
        return None
    hour, step = int(numeral.low), 1 + seed % 3
    new_hour = hour + step if hour + step <= (12 if hour <= 12 else 23) else hour - step
    new = write_figure(Decimal(new_hour), match[0]) if new_hour > 0 else None
    if new is None:
        return None
    mark = folded[match.end()]
    marks = {"时": "[时時]", "点": "[点點]"}.get(mark, "[:：]")
    pattern = re.compile(rf"(?<![\d一二三四五六七八九十]){match[0]}(?={marks})")
    return alter_quote(quote, match[0], new, lambda text: pattern.sub(new, text))


# ------------------------------------------------------------------ names

_STEMS = ("柳坪", "桑榆", "云岫", "榕溪", "槐荫", "松涧")
_GIVEN = ("晓桐", "立群", "若澄", "怀瑾")
_FAMILY = ("裴", "鲍", "纪", "乔")
_FOREIGN = ("佩雷拉", "阿利耶夫", "诺瓦克", "奥斯汀")
_PLACES = {"GPE", "LOC", "FAC", "VENUE"}
_SUFFIX = re.compile(
    r"(?:大[桥橋道厦廈]|[机機][场場]|[医醫]院|[广廣][场場]|水[库庫]|[码碼][头頭]|[口隧][岸道]|[镇鎮村县縣市区區乡鄉港桥橋山岛島湾灣站路街岭嶺河湖江院馆館])$"
)
_SIDES = str.maketrans("东西南北東", "西东北南西")


def replace_place(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """The place that both quotes name, by a fresh name of the same type (青石镇 by 柳坪镇); the side of something by the opposite one."""
    plain, theirs = simplify(quote), simplify(other)
    shared = sorted((n for n in names if n.type in _PLACES and simplify(n.text) in theirs), key=lambda n: -len(n.text))
    place = shared[-1].text if shared else _common_place(quote, plain, theirs)
    if place:
        suffix = _SUFFIX.search(place)
        kind = suffix[0] if suffix else ""
        stem = place.removesuffix(kind)
        fresh = _STEMS[seed % len(_STEMS)]
        if len(stem) >= 2:
            return alter_quote(quote, place, fresh + kind, lambda text: text.replace(place, fresh + kind).replace(stem, fresh))
        return alter_quote(quote, place, fresh + kind, lambda text: text.replace(place, fresh + kind))
    if match := re.search(r"[东西南北](?=[坡侧面岸门壁翼线])", fold(quote)):
        side = quote[match.start() : match.end() + 1]
        if simplify(side) in theirs:
            new = simplify(side[0]).translate(_SIDES) + side[1]
            return alter_quote(quote, side, new, lambda text: text.replace(side, new))
    return None


def _common_place(quote: str, plain: str, theirs: str) -> str:
    """The longest row of characters that both quotes have and that ends as names of places do."""
    best = ""
    if len(plain) != len(quote):
        return best
    for block in SequenceMatcher(None, plain, theirs, autojunk=False).get_matching_blocks():
        piece = quote[block.a : block.a + block.size]
        piece = re.sub(r"^[在于由从到至位於從]+", "", piece)
        for end in range(len(piece), 2, -1):
            if _SUFFIX.search(piece[:end]) and len(best) < end <= 6:
                best = piece[:end]
                break
    return best


def replace_person(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """The person that both quotes name, by somebody else; 顾某 and 老顾 follow."""
    theirs = simplify(other)
    for name in names:
        if name.type != "PER" or not {*simplify(name.text)} & {*theirs}:
            continue
        parts = re.split(r"[·・‧]", name.text)
        if len(parts) > 1 or len(name.text) > 4:
            first, last = _FOREIGN[seed % 4], _FOREIGN[(seed + 1) % 4]
            new = f"{first}·{last}" if len(parts) > 1 else last
            return alter_quote(
                quote, name.text, new, lambda text, old=name.text, n=new, p=parts, s=last: text.replace(old, n).replace(p[-1], s)
            )
        family, given = name.text[0], name.text[1:]
        if family in _FAMILY or not given:
            continue
        fresh, call = _FAMILY[seed % 4], _GIVEN[seed % 4]
        called = re.compile(rf"{family}(?=某|先生|女士|教授|姓)|(?<=[姓老小]){family}")
        hidden = "某" in given
        new = fresh + (given if hidden else call[: len(given)])
        return alter_quote(quote, name.text, new, lambda text, old=name.text, n=new, c=called, f=fresh: c.sub(f, text.replace(old, n)))
    return None


# ------------------------------------------------------------------ yes and no, first and then

_NEGATED = (
    (
        re.compile(r"(?:并|並|从|從|至今|迄今|均|仍|尚)*(?:没有|沒有|无|無)(?=[一-龥]{2})(?!人员|法|论|論|须|須)(?:任何|一[名人个個])?"),
        "有",
    ),
    (re.compile(r"(?:并|並|从|從|至今|迄今|均|仍|尚)*未(?=[一-龥]{2})(?!能|来|來|必|成年|婚)"), "已"),
)
_AFFIRMED = ((re.compile(r"(?<![而不])已[经經]?(?=[一-龥]{2})"), "没有"), (re.compile(r"(?<=[一-龥]{2})有人(?=[一-龥])"), "没有人"))


def negate(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """未 and 没有 taken away, 已 made 没有: only where a word says yes or no in so many words."""
    for pattern, new in (*_NEGATED, *_AFFIRMED):
        if match := pattern.search(quote):
            changed = quote[: match.start()] + new + re.sub(r"^任何", "", quote[match.end() :])
            return alter_quote(quote, match[0], new, lambda text, c=changed: text.replace(quote, c))
    return None


def swap_order(quote: str, other: str, names: Sequence[Name], seed: int) -> Alteration | None:
    """之前 for 之后, and what was done first for what was done then."""
    if match := re.search(r"[之以][前后後]", quote):
        new = match[0][0] + ("后" if match[0][1] == "前" else "前")
        changed = quote[: match.start()] + new + quote[match.end() :]
        return alter_quote(quote, match[0], new, lambda text: text.replace(quote, changed))
    if match := re.search(r"率?先(?=[^，。]*[，,；][^。]*?(随后|隨後|其后|其後|然后|然後|再|才|后|後))", quote):
        at = match.start(1)
        changed = f"{quote[: match.start()]}随后{quote[match.end() : at]}先{quote[match.end(1) :]}"
        return alter_quote(quote, f"{match[0]}…{match[1]}", "随后…先", lambda text: text.replace(quote, changed))
    return None


ALTERATIONS: dict[str, Alter] = {
    "transposed": partial(alter_figure, how="transposed"),
    "digit": partial(alter_figure, how="digit"),
    "magnitude": partial(alter_figure, how="magnitude"),
    "day": shift_day,
    "hour": shift_hour,
    "place": replace_place,
    "person": replace_person,
    "polarity": negate,
    "order": swap_order,
}
