"""A level, what it was before, and the rate between them: 由8万吨提高到12万吨，增幅40%; 营收48亿元，较上年的51亿元增长5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.lists import figure_end, figure_start
from factcheck.claims.printed import plain, span_of
from factcheck.model import Claim, Family, Hedge, Quantity

__all__ = ["Growth", "check_rate", "find_growths"]

Growth = tuple[Claim, Claim, Claim, Decimal, Decimal, str]
"""The level, the rate, the base, the least and most that level and base make of the rate in percent, and the formula."""

_COMPARED = re.compile(r"(?:较|比|相比|相较)[^，。；]{0,24}$")
_BASE_BEFORE = re.compile(
    r"(?:较|比|相比|相较)[^，。；]{0,24}$|(?:同期|上年度?|前一年|此前|原来|原先|上月|上季度?|上次|上届)[^，。；、0-9]{0,10}$"
    r"|[\u4e00-\u9fff]{2,4}(?<![天日月年周])前(?:的|是|为|报|约|只要|仅|要)*$"
)
"""What makes a figure the one that another is compared with: 较去年同期的236亿元, 停牌前38.5港元."""
_WAS = re.compile(
    r"(?:前[年月周季]|[去上]年|上[月周季届]|前一(?:个?交易)?[年月周季届日天])(?:度|同期|同月)?[^，。；、0-9]{0,6}?(?:的|为|是|有|报|收于?|录得|约)*$"
)
"""What tells that a figure is the one of before where the other is not compared with anything: 上月录得4.2万宗，前月为4.3万宗."""
_MOVED = re.compile(r"(?:[^，。；]{0,8}|[^，。；]{0,6}，[^，。；]{0,8}，?[^，。；]{0,6})(?:至|到|为|成|抵)[^，。；0-9]{0,4}")
"""What stands between where a level was and where it went: 8万吨提高到12万吨."""
_FROM = re.compile(r"(?:由|从|自)[^，。；]{0,14}$")
_ADJUSTED = re.compile(r"不变价|可比|实际|剔除|扣除|汇率|口径|年均|平均|复合")
"""What makes a rate one of other amounts than are told: 按不变价格计算同比增长5.6%."""
_RATE_GAP = 18
"""Characters between the later figure and its rate: unit, comma, 增幅达."""
_LEVEL_GAP = 60
_ENDS = re.compile(r"[。；;！？\n]")
_CLAUSE_MARKS = re.compile("[，。；：！？,;\n]")


def find_growths(text: str, sentence: Sequence[Claim]) -> Iterator[Growth]:
    """The rates of one sentence that its levels do not make. `sentence`: its claims with figures, spans in `text`."""
    ordered = sorted(sentence, key=lambda c: figure_start(text, c))
    for rate in ordered:
        way = 1 if (twice := _value(rate).digits.startswith("翻")) else _way_of(text, rate)
        if (_value(rate).dimension != "share" and not twice) or way == 0:
            continue
        before = [c for c in ordered if figure_end(text, c) <= figure_start(text, rate) and c.family not in {Family.CHANGE, Family.SHARE}]
        changes = [c for c in ordered if c.family is Family.CHANGE and figure_end(text, c) <= figure_start(text, rate) and _value(c).low]
        amounts = [c for c in changes if _value(c).dimension not in {"share", "points"}]
        if found := _levels_of(text, before, amounts, rate):
            levels, base = found
            wrong = [check_rate(rate, level, base, way) for level in levels]
            if wrong and all(wrong) and wrong[0] is not None:
                low, high, formula = wrong[0]
                yield levels[0], rate, base, low, high, formula


def _levels_of(text: str, before: Sequence[Claim], changes: Sequence[Claim], rate: Claim) -> tuple[list[Claim], Claim] | None:
    """The figures that a rate may be of, the nearest first, and what they are compared with; None where the sentence has no such pair."""
    if len(before) < 2:
        return None
    last = before[-1]
    by = [c for c in changes if figure_start(text, c) > figure_start(text, last)]
    gap = text[figure_end(text, (by or [last])[-1]) : figure_start(text, rate)]  # 去年为14万人，增加0.7万人，增幅5%
    if len(gap) > _RATE_GAP or _ENDS.search(gap) or any(d.isdigit() for d in gap) or _ADJUSTED.search(gap):
        return None
    others = [c for c in before[:-1] if _alike(c, last) and figure_start(text, last) - figure_end(text, c) <= _LEVEL_GAP]
    others = [c for c in others if not _ENDS.search(text[figure_end(text, c) : figure_start(text, last)])]
    if not others:
        return None
    ahead = text[max(last.sentence.start, figure_start(text, last) - 28) : figure_start(text, last)]
    if _BASE_BEFORE.search(ahead) and not _MOVED.fullmatch(text[figure_end(text, others[-1]) : figure_start(text, last)]):
        levels = [
            c
            for c in reversed(others)
            if not _COMPARED.search(text[max(c.sentence.start, figure_start(text, c) - 14) : figure_start(text, c)])
        ]
        return (levels, last) if levels else None
    if len(others) == 1 and _WAS.search(ahead):
        return others, last
    base = others[-1]
    between = text[figure_end(text, base) : figure_start(text, last)]
    began = text[max(base.sentence.start, figure_start(text, base) - 18) : figure_start(text, base)]
    if _MOVED.fullmatch(between) and (_FROM.search(began) or "from" in base.scope.qualifiers or word_pattern(_ways()).search(between)):
        return [last], base
    was = _is_base(text, base) or (_WAS.search(began) and not _WAS.search(ahead))
    if was and not _is_base(text, last) and before[-2] is base:  # 较上届的15万人次，今年为13万人次
        return [last], base
    return None


def _is_base(text: str, claim: Claim) -> bool:
    """Whether a figure is only what another is compared with (上年同期为165.98亿元)."""
    return bool(_BASE_BEFORE.search(text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)]))


def _ways() -> frozenset[str]:
    return frozenset({*load_cues().up, *load_cues().down})


def _way_of(text: str, rate: Claim) -> int:
    """Whether a rate is told as one of more (1) or of less (-1) by the last word of the kind before it in its clause; 0: as neither."""
    start = figure_start(text, rate)
    clause = _CLAUSE_MARKS.split(text[max(rate.sentence.start, start - 12) : start])[-1]
    found = list(word_pattern(_ways()).finditer(clause))
    if not found or len(clause) - found[-1].end() > 4 or re.search("占|[至到成]$", clause[found[-1].end() :]):
        return 0
    return -1 if word_pattern(load_cues().down).fullmatch(found[-1].group()) else 1


def _alike(a: Claim, b: Claim) -> bool:
    one, two = _value(a), _value(b)
    exact = one.hedge is two.hedge is Hedge.EXACT and one.low == one.high and two.low == two.high
    return exact and one.unit == two.unit and one.dimension == two.dimension and one.dimension not in {"share", "points", "rank"}


def check_rate(rate: Claim, level: Claim, base: Claim, way: int) -> tuple[Decimal, Decimal, str] | None:
    """What level and base make of the rate (percent; its least and most, and the formula) where that is not what is told; None where it
    fits, or the base is not above zero. Of two figures the one printed with fewer digits is as exact as the other (由4万吨减至2.8万吨);
    prices of single units are exact. `way`: 1 where the rate is told as one of more, -1 where as one of less."""
    step = min(_value(level).step, _value(base).step)
    (l0, l1), (b0, b1) = (_span(_value(c), step) for c in (level, base))
    if b0 <= 0:
        return None
    low, high = (l0 / b1 - 1) * 100, (l1 / b0 - 1) * 100
    told = _value(rate)
    if told.dimension == "ratio":  # 翻了一番
        more = ((told.low or Decimal(1)) - 1) * 100
        told = replace(told, low=more, high=more, hedge=Hedge.ABOUT, dimension="share", factor=None)
    r0, r1 = span_of(replace(told, low=abs(told.low or Decimal(0)), high=abs(told.high or Decimal(0))))
    r0, r1 = min(r0, r1), max(r0, r1)
    if told.hedge is Hedge.EXACT and told.step < 10:
        r1 += told.step / 2  # cut off instead of rounded
    r0, r1 = sorted((r0 * way, r1 * way))
    tenths = told.step >= 10 and told.hedge is Hedge.EXACT  # half way between two tenths and three is neither
    if (r0 < high and low < r1) or (not tenths and r0 <= high and low <= r1):
        return None
    now, before = _value(level).low or Decimal(0), _value(base).low or Decimal(1)
    true = (now / before - 1) * 100
    said = abs(told.low or Decimal(0)) * (told.factor or 1) * way
    return low, high, f"({plain(now)} - {plain(before)}) / {plain(before)} = {true:.2f}% ≠ {plain(round(said, 2))}%"


def _span(value: Quantity, step: Decimal) -> tuple[Decimal, Decimal]:
    if value.dimension == "money" and value.step <= 1 and (value.low or Decimal(0)) < 10000:
        return value.low or Decimal(0), value.high or Decimal(0)
    return span_of(replace(value, step=step, factor=None))


def _value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value
