"""Figures in a shadow text: numbers with their hedges, units and ranges.

One compiled pattern finds where a number may begin; from there a small parser reads numeral, unit, range and hedges and says
either what the figure is or where to go on. Nothing is read twice by more than a bounded stretch: the work is linear in the text.

What is read how (low, high; hedge):
  约300, 300左右       300, 300 about       近300             300, 300 nearly
  超过300              300, - over          至少300, 300以上  300, - at least (上千 as well)
  300余, 三百多        300, 400 over: up to the next unit of the last digit that is not zero
  不到300, 300以下     -, 300 under         最多300, 300以内  -, 300 at most
  数百                 200, 900 several     200至350, 三四十  200, 350 range
  三成八 is 38 percent, 七五折 75 percent (of the price), 百分之五 and 千分之五 percent points of a share, 个百分点 "pp".
  翻一番 and 翻倍 are 2 "times" (the multiple reached), 增长两倍 2 "times" as written, 腰斩 and 减半 0.5 "times", 半数 50 percent.
  3比2 is 3 "score" per 2; 里氏6.2级 and 5.8级地震 "magnitude"; 14级 "level"; 每小时151公里 "km/h"; 122毫米火炮 none (a calibre).
  一个, 一项: 1 with the reason "indefinite"; a bare 元: CNY with the reason "bare yuan"; 每10股: reason "rate base".
Durations, dates and clock times are not figures (see `times`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.mentions.bounds import apply_hedge, find_hedge_after, find_hedge_before
from factcheck.mentions.codes import CODE, TIME_WORDS, idiom_end, is_bare_number, is_designation_after, is_list_mark, joins_word
from factcheck.mentions.completion import complete
from factcheck.mentions.draft import Draft, freeze
from factcheck.mentions.money import read_money_sign, read_rate
from factcheck.mentions.numerals import DIGITS, LONGEST, Numeral, parse_numeral
from factcheck.mentions.ranges import join_bounds, read_between, read_range
from factcheck.mentions.ratios import read_ratio
from factcheck.mentions.scales import (
    WORDS,
    read_degrees,
    read_level,
    read_magnitude,
    read_score,
    read_speed,
    read_word,
)
from factcheck.mentions.types import Mention
from factcheck.mentions.units import NUMBER, Unit, find_unit, unit_heads
from factcheck.model import Hedge

__all__ = ["read_figures"]

_CHINESE = "零〇○一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅几"
_CANDIDATE = re.compile(
    f"[0-9{_CHINESE}数上半腰翻对双](?:(?<![0-9数上半腰翻对双])|(?<=[0-9])(?![0-9]{{0,7}}(?:[年月时]|日(?![元圆币本])))"
    "|(?<=数)(?=[十百千万亿以])|(?<=上)(?=[百千万亿])|(?<=半)(?=[数价公千吨斤米里升亩个])|(?<=[对过大近逾超减]半)"
    "|(?<=对)(?=折)|(?<=双)(?=倍)|(?<=腰)(?=斩)|(?<=翻)(?=了?[一两二三四]?[番倍]))"
)
"""Where a figure may begin. It starts with one set of characters, which the engine scans for fast; 半 is found
from behind (过半); the digits of dates are passed over."""
_RUN = re.compile(f"[{_CHINESE}兆数]+|[0-9]+")
_DATE_MARKS = frozenset("年月日时")
_EDGES = frozenset("，。、；：！？“”‘’（）《》〈〉「」『』【】…—～·,.;:!?\"'()[]{}<>~/\\| \t\n\r\u3000%*#+=&")
_LEFT = frozenset("是为前头得共有约到至从比达成满近超于减加乘和与或")
_RIGHT = frozenset("的是不和或与至到了这那比以左上多余名")
_JOINERS = frozenset(" 至到-–—~～−和与跟及")
_QUOTED = frozenset(("“”", "‘’", "「」", "『』", '""'))
_COMPARING = frozenset("小少大低高不但并且而")
_SAYS_HOW_MUCH = frozenset("达为是共")
_SIGNED = frozenset("至到为是达在约于比跌降负了减增涨升回落有的值")
_SIGNED_DIMENSIONS = frozenset(("share", "points", "temperature"))
_NEGATIVE_WORDS = frozenset("胜担肩自背抱欺辜成正")
_INDEFINITE = frozenset("个种项次场份批条座家起件支篇段轮届套款类样张块片句番组道级层门堆站笔把颗根所处只部")
_BARE_AFTER = frozenset("年天日月")
_MAY_FOLLOW = frozenset([*unit_heads(), *"成折又点分半余多至到比几个打和与.-–—~以左岁周月天来旬大小多少高低楼"])
"""What may stand behind a single Chinese digit that is a figure."""


def read_figures(text: str) -> list[Mention]:
    """Every figure of the shadow text, sorted and without overlaps, hedges included in the span."""
    drafts: list[Draft] = []
    at = floor = 0
    search = _CANDIDATE.search
    while True:
        found = search(text, at)
        if found is None:
            break
        start = found.start()
        draft, at = _read_at(text, start, floor)
        if draft is not None:
            drafts.append(draft)
            floor = draft.end
            at = max(at, floor)
        elif at <= start:
            at = start + 1
    return [freeze(draft) for draft in join_bounds(text, drafts)]


def _read_at(text: str, at: int, floor: int) -> tuple[Draft | None, int]:
    """The figure whose numeral begins at `at`, and where to go on."""
    char = text[at]
    if "0" <= char <= "9":
        return _read_arabic(text, at, floor)
    if char in _WORD_HEADS:
        if char == "半" and at > floor and text[at - 1] in "对过大近逾超减":
            at -= 1
        draft = read_word(text, at)
        if draft is not None:
            _add_hedges(text, draft, floor)
            return draft, draft.end
        if char not in _CHINESE and char not in "数上":
            return None, at + 1
    return _read_chinese(text, at, floor)


_WORD_HEADS = frozenset("".join(word[0] for word in WORDS) + "翻")


# ---------------------------------------------------------------- where a number begins


def _read_arabic(text: str, at: int, floor: int) -> tuple[Draft | None, int]:
    run = _RUN.match(text, at)
    assert run is not None
    end = run.end()
    after = text[end] if end < len(text) else ""
    if end - at > 40 or (after in _DATE_MARKS and text[end + 1 : end + 2] not in ("元", "圆", "币", "本")):
        return None, end
    start, before = at, text[at - 1] if at else ""
    signed = False
    if before:
        if before.isascii() and (before.isalpha() or before in "_@#&\\"):
            if read_money_sign(text, at, floor) is None:
                return None, _skip_code(text, at)
        elif before in "-−‑":
            outer = text[at - 2] if at > 1 else ""
            if outer.isascii() and outer.isalnum():
                return None, _skip_code(text, at)
            signed = True
            if outer in _EDGES or not outer or outer in _SIGNED:
                start = at - 1
        elif (before == "." and not (at > 1 and text[at - 2].isalnum())) or (
            before == "负" and not (at > 1 and text[at - 2] in _NEGATIVE_WORDS)
        ):
            start = at - 1
        elif before == "第":
            return _read_ordinal(text, at)
        elif before in "·•" and at > 1 and text[at - 2].isdigit():
            return None, end
    if start < floor:
        start = at
    if after and after in ":比":
        score = read_score(text, at)
        if score is not None:
            return score, score.end
        if after == ":" and end + 1 < len(text) and text[end + 1].isdigit():
            return None, _skip_code(text, at)
    elif after and after in "-–":
        score = read_score(text, at) if end - at < 4 else None
        if score is not None:
            return score, score.end
    elif after == "·" and text[end + 1 : end + 2].isdigit():
        return None, end + 1
    numeral = _point_numeral(text, start, end) if text[start] == "." else parse_numeral(text, start)
    if numeral is None:
        return None, end
    if text[numeral.end - 1].isdigit() and _CODE_TAIL.match(text, numeral.end):
        return None, _skip_code(text, at)
    draft = complete(text, numeral, floor)
    if draft is None:
        return None, numeral.end
    if signed and start == at:
        if draft.unit is NUMBER:
            return None, numeral.end
        if draft.unit.dimension in _SIGNED_DIMENSIONS and at - 1 >= floor:  # 变动-8.6%, not 火星-18
            negative = parse_numeral(text, at - 1)
            draft = None if negative is None else complete(text, negative, floor)
            if draft is None:
                return None, numeral.end
    if draft.unit is NUMBER and not is_bare_number(text, numeral, at, draft.core_end):
        return None, numeral.end
    draft, end = _finish(text, draft, floor)
    if draft.unit is NUMBER and draft.hedge is not Hedge.RANGE and text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return None, _skip_code(text, at)
    return draft, end


_CODE_TAIL = re.compile(r"\.[0-9]|-[0-9]+-|[A-Za-z]{1,3}[0-9]")


def _point_numeral(text: str, start: int, end: int) -> Numeral:
    digits = text[start:end]
    value = Decimal("0" + digits)
    return Numeral(start, end, value, value, Decimal(1).scaleb(1 - len(digits)), Hedge.EXACT, digits)


def _skip_code(text: str, at: int) -> int:
    found = CODE.match(text, at)
    return found.end() if found is not None else at + 1


def _read_chinese(text: str, at: int, floor: int) -> tuple[Draft | None, int]:
    size = len(text)
    after = text[at + 1] if at + 1 < size else ""
    before = text[at - 1] if at else ""
    if before == "第":
        return _read_ordinal(text, at)
    if (
        after
        and not (after in _MAY_FOLLOW or after in _CHINESE or "0" <= after <= "9" or after in _EDGES)
        and (after not in _RIGHT or (before and before not in _EDGES and before not in _LEFT))
    ):
        return None, at + 1
    run = _RUN.match(text, at)
    run_end = run.end() if run is not None else at + 1
    if run_end - at > LONGEST:
        return None, run_end
    start = at
    if before == "负" and not (at > 1 and text[at - 2] in _NEGATIVE_WORDS) and at - 1 >= floor:
        start = at - 1
    idiom = idiom_end(text, at)
    numeral = parse_numeral(text, start)
    if numeral is None:
        return None, max(idiom, at + 1)
    if idiom > numeral.end and not _outreaches(text, numeral, idiom):
        return None, idiom
    single = numeral.end - at == 1
    if single and (joins_word(text, at) and after != "成"):
        return None, at + 1
    score = read_score(text, at) if numeral.end < size and text[numeral.end] == "比" else None
    if score is not None and (score.end >= size or find_unit(text, score.end) is None):
        return score, score.end
    draft = complete(text, numeral, floor)
    if draft is None:
        return None, max(numeral.end, idiom)
    if numeral.bare:
        if not _bare_counts(text, numeral, draft, floor):
            return None, max(numeral.end, idiom)
    elif draft.unit is NUMBER and (
        (idiom == numeral.end and idiom > at) or not _is_chinese_number(text, numeral, floor, draft.core_end, single)
    ):
        return None, numeral.end
    if numeral.digits == "一" and draft.unit.dimension == "count" and text[numeral.end] in _INDEFINITE and draft.high == draft.low == 1:
        draft.reason = "indefinite"
    return _finish(text, draft, floor)


def _outreaches(text: str, numeral: Numeral, idiom: int) -> bool:
    """Whether a unit behind the numeral reaches further than the idiom (三公里 against 三公)."""
    found = find_unit(text, numeral.end)
    return found is not None and found[1] > idiom


def _bare_counts(text: str, numeral: Numeral, draft: Draft, floor: int) -> bool:
    """百, 千万, 几: figures when a hedge stands before (近百人, 过万) or, for two units or 几, a unit behind (百万美元, 几个)."""
    if draft.unit is not NUMBER and (len(numeral.digits) > 1 or numeral.digits in ("几", "数")):
        return True
    if numeral.digits in ("几", "数"):
        return False
    return find_hedge_before(text, numeral.start, floor, bare=True) is not None and text[numeral.end : numeral.end + 1] not in _BARE_AFTER


def _is_chinese_number(text: str, numeral: Numeral, floor: int, end: int, single: bool) -> bool:
    """Whether a number in Chinese digits without a unit is a figure: a long one, or one that stands free, or behind a hedge."""
    start = numeral.start
    if numeral.style == "digits" or TIME_WORDS.match(text, end) or is_list_mark(text, start, end):
        return False
    if numeral.style == "fraction" or numeral.style == "mixed" or numeral.hedge is Hedge.AT_LEAST:
        return True
    if end > numeral.end or (end - start > 2 and numeral.low >= 100):
        return True
    after = text[end] if end < len(text) else ""
    if after and start and text[start - 1] + after in _QUOTED:
        return False
    free = not after or after in _EDGES or after in _RIGHT
    if find_hedge_before(text, start, floor) is not None:
        return free or not single or after in _COMPARING
    if not free or is_designation_after(text, end):
        return after in "大小" and start > 0 and text[start - 1] == "比" if after else False
    if numeral.hedge is Hedge.RANGE:
        return False
    if single or (numeral.end - start == 2 and numeral.low >= 11 and numeral.low < 20):
        return start == 0 or text[start - 1] in _EDGES or text[start - 1] in _LEFT
    return True


def _read_ordinal(text: str, at: int) -> tuple[Draft | None, int]:
    """第三, 第11, 第3万: an order, not an amount."""
    idiom = idiom_end(text, at - 1)
    if idiom > at - 1:
        return None, idiom
    numeral = parse_numeral(text, at)
    if numeral is None or (numeral.bare and numeral.digits in ("几", "数")):
        return None, at + 1
    draft = Draft.of(numeral)
    draft.start = draft.core_start = at - 1
    draft.unit, draft.kind, draft.digits = _ORDINAL, "ordinal", "第" + numeral.digits
    if text.startswith("大", draft.end):
        draft.reason = "rank"
    return draft, draft.end


_ORDINAL = Unit("", "ordinal", "ordinal")


# ---------------------------------------------------------------- around a completed number


def _finish(text: str, draft: Draft, floor: int) -> tuple[Draft, int]:
    """Ranges, signs of money, degrees, rates and hedges around a completed number."""
    core = draft.core_start
    if draft.unit.kind in ("number", "money"):
        sign = read_money_sign(text, core, floor)
        if sign is not None:
            unit, start = sign
            bare_yuan = draft.unit.id == "CNY" and text[draft.core_end - 1] in "元圆块"
            if draft.unit is NUMBER or bare_yuan:
                draft.unit = unit
                draft.start = draft.core_start = start
        elif draft.unit.id == "CNY" and text[draft.core_end - 1] in "元圆":
            hedge = find_hedge_before(text, core, floor)
            named = read_money_sign(text, hedge[1] if hedge is not None else core - (text[core - 1 : core] in _SAYS_HOW_MUCH), floor)
            if named is not None:
                draft.unit = named[0]  # 折合新台币约38亿元
            else:
                draft.reason = "bare yuan"
    joined = False
    if text[draft.core_end : draft.core_end + 1] in _JOINERS:
        joined = read_range(text, draft, complete)
    if draft.hedge is Hedge.RANGE or text[draft.core_end : draft.core_end + 1] in _JOINERS:
        joined = read_between(text, draft, complete, floor) or joined
    unit = draft.unit
    dimension = unit.dimension
    if unit is NUMBER:
        read_magnitude(text, draft, core)
    elif dimension == "level":
        read_level(text, draft, core)
    elif dimension in ("degree", "temperature"):
        read_degrees(text, draft, core)
    elif dimension == "length":
        read_speed(text, draft, core)
    elif dimension == "money":
        read_rate(text, draft)
    else:
        read_ratio(text, draft)
    if draft.start < floor:
        draft.start = draft.core_start = core
    if core > 0 and text[core - 1] == "每" and not draft.reason and draft.digits != "一":
        draft.reason = "rate base"
    _add_hedges(text, draft, floor, ranged=joined)
    return draft, draft.end


def _add_hedges(text: str, draft: Draft, floor: int, *, ranged: bool = False) -> None:
    """Take in the hedges before and after, and let them open the bounds."""
    hedge: Hedge | None = None
    before = find_hedge_before(text, draft.start, floor, bare=draft.digits[:1] in "百千万亿")
    if before is not None:
        hedge, draft.start = before
    end = draft.core_end
    if draft.unit.kind == "money" and text.startswith("起", end) and (end + 1 == len(text) or text[end + 1] in _EDGES):
        draft.end, draft.hedge, draft.high = end + 1, Hedge.AT_LEAST, None
        return
    after = find_hedge_after(text, end, split=draft.unit.dimension in ("count", "number"))
    if (
        after is not None
        and not (draft.unit.id == "unit" and after[0] is Hedge.OVER)
        and (before is None or after[0] is Hedge.ABOUT or after[0] is hedge)
    ):
        draft.end = after[1]
        if hedge is None:
            hedge = after[0]
    if hedge is None and draft.core_start > 0 and text[draft.core_start - 1] == "比" and not ranged:
        hedge = _read_comparison(text, draft)
    if hedge is None or (ranged and hedge in (Hedge.ABOUT, Hedge.NEARLY)):
        return
    if draft.hedge in (Hedge.SEVERAL, Hedge.RANGE) or ranged:
        if hedge in (Hedge.ABOUT, Hedge.NEARLY):
            return
    elif draft.hedge is Hedge.OVER and hedge in (Hedge.ABOUT, Hedge.NEARLY):
        return
    draft.low, draft.high = apply_hedge(draft.low, draft.high, hedge)
    draft.hedge = hedge


def _read_comparison(text: str, draft: Draft) -> Hedge | None:
    """比三十大, 比四分之一小: a bound written as a comparison."""
    char = text[draft.core_end : draft.core_end + 1]
    start = draft.core_start - 1
    if start > 0 and (text[start - 1].isdigit() or text[start - 1] in DIGITS):
        return None
    hedge = Hedge.OVER if char in ("大", "多", "高") else Hedge.UNDER if char in ("小", "少", "低") else None
    if hedge is not None:
        draft.start, draft.end = start, draft.core_end + 1
    return hedge
