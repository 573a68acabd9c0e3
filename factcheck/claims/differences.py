"""Differences, rates of a whole, amounts a head, spans of days and ages that an article's own figures do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.lists import figure_end, figure_start
from factcheck.claims.printed import plain, span_of
from factcheck.model import Claim, Family, Hedge, Period, Quantity, Stance

__all__ = ["Derived", "find_derived"]


@dataclass(frozen=True, slots=True)
class Derived:
    """A stated figure and those it should follow from; `low` and `high`: what they allow; `formula` as an editor would write it."""

    kind: str
    stated: Claim
    operands: tuple[Claim, ...]
    low: Decimal
    high: Decimal
    formula: str


_MOVES_TO = re.compile(
    r"[^，。；]{0,3}(?:[跌降升涨增减挫滑调提扩缩攀]|上[升涨调]|下[降跌调滑]|回[升落]|飙)[^，。；]{0,3}(?:至|到|为|成|逾)[^，。；]{0,3}"
)
"""What stands between where a level was and where it went: 41%跌至29%."""
_COMPARED = re.compile(r"[^。；]{0,6}[，,]?[^，。；]{0,4}[比较][^，。；]{0,16}")
"""What stands between a level and what it is compared with: 43.6℃，比…创下的42.9℃."""
_BY = re.compile(
    r"(?:增加|减少|上升|下降|上涨|下跌|提高|降低|扩大|缩小|缩短|延长|[升降涨跌挫增减高低多少贵快慢长短]|便宜|滑落|下滑|回落|相差|差距|省下|节省)[了出约近达逾足为]*$"
)
_APART = re.compile(r"(?:相差|差距|领先|落后|险胜|小胜|[仅只]差|之差|赤字|顺差|逆差|盈余|净胜|结余)[^，。；0-9]{0,3}$")
"""What tells the difference of two figures that stand side by side: 甲得6982票，乙得6939票，仅差43票."""
_DIFFERENCE_GAP = 24
_OTHER_THING = re.compile(r"[。；;]|其中|当中|而|则|，[^，]*(?:的|[率额量数价值](?![个位]))")
"""What makes the difference that follows one of something else: 对手的支持率上升11个百分点."""
_EACH = re.compile(r"每[一]?(?P<unit>[户人名位校所家间个台辆只头件份张套场次天日月年亩村组班队])")
_TOTAL = re.compile(r"(?:合共|共计|总计|合计|总共|一共|总|共|收入|可提供|等于|就是)[^，。；]{0,8}$")
_OF_WHOLE = re.compile(r"占(?:了|到|比|比例|总[^，。；]{0,6}|全[^，。；]{0,6}|其中?|入场总数|的|约|近|逾|超过|为|达)*$")
_OF = re.compile(r"[^，。；0-9]{1,5}的(?:约|近|大约)?")
"""What stands between a whole and a share of it: 780亿元的4%."""
_HOLDS = re.compile(r"占|相当于|等于|合|按|依|即")
_IN_WHOLE = re.compile(
    r"[^，。；]{1,8}(?:中|里|当中|之中|里头)(?:有|只有|仅有|已|已有|就有)?[^，。；]{0,4}$|[^，。；]{1,4}(?:中|里)|，(?:发现|检出|查出|有|其中)[^，。；]{0,4}$"
)
_WHOLE_GAP = 40
_RATE_OF = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})比?率[^，。；]{0,4}$")
_LASTS = re.compile(r"(?:为期|历时|会期|展期|赛期|前后共?|一连)[^，。；]{0,2}$")
_LIVED = re.compile(r"(?:享年|终年|得年|享寿|现年|今年)[^，。；]{0,2}$")


def find_derived(
    text: str, sentence: Sequence[Claim], earlier: Sequence[Claim], moments: Sequence[Claim], published: datetime | None
) -> Iterator[Derived]:
    """The failing steps of one sentence. `sentence`: its claims with figures in reading order; `earlier`: those of the sentence before it
    in its paragraph; `moments`: its claims with dates. Spans are those of `text`."""
    ordered, before = _each_once(text, sentence), _each_once(text, earlier)
    yield from _check_differences(text, ordered)
    yield from _check_shares(text, ordered, before)
    yield from _check_products(text, ordered, before)
    yield from _check_days(text, ordered, moments)
    yield from _check_ages(text, ordered, moments, published)


def _each_once(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The figures in reading order, each as one claim, those of 并非9人 left out."""
    figures = {figure_start(text, c): c for c in reversed(claims) if c.stance is not Stance.DENIES}
    return [figures[at] for at in sorted(figures)]


def _value(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def _exact(*claims: Claim) -> bool:
    return all(_value(c).hedge is Hedge.EXACT and _value(c).low is not None and _value(c).low == _value(c).high for c in claims)


def _bounds(claim: Claim) -> tuple[Decimal, Decimal]:
    """The least and most that the size of a figure may be by its printed digits, in base units (shares in points)."""
    value = _value(claim)
    low, high = sorted(abs(v or Decimal(0)) for v in (value.low, value.high))
    return span_of(replace(value, low=low, high=high))


def _gap(text: str, one: Claim, two: Claim) -> str:
    return text[figure_end(text, one) : figure_start(text, two)]


def _check_differences(text: str, ordered: Sequence[Claim]) -> Iterator[Derived]:
    """由41%跌至29%，急挫14个百分点; 43.6℃，比42.9℃高出1.7℃."""
    for position, stated in enumerate(ordered):
        before = [c for c in ordered[:position] if _value(c).dimension != "time" or _value(stated).dimension == "time"]
        told = text[max(stated.sentence.start, figure_start(text, stated) - 8) : figure_start(text, stated)]
        if re.match(r"[^，。；0-9]{1,3}之差", text[figure_end(text, stated) : figure_end(text, stated) + 6]):
            told = "相差"
        before = [c for c in before if _value(c).unit == _value(stated).unit] if _APART.search(told) else before
        if len(before) < 2 or not (_BY.search(told) or _APART.search(told)):
            continue
        one, two = before[-2:]
        units = {_value(one).unit, _value(two).unit}
        fits = (
            units == {"percent"} if _value(stated).unit == "pp" else units == {_value(stated).unit} and _value(stated).dimension != "share"
        )
        gap = _gap(text, two, stated)
        if not fits or not _exact(one, two, stated) or len(gap) > _DIFFERENCE_GAP or _OTHER_THING.search(gap):
            continue
        beside = len(before) == 2 and _APART.search(told) and not re.search(r"[。；;]", _gap(text, one, two))
        if not (beside or _MOVES_TO.fullmatch(_gap(text, one, two)) or _COMPARED.fullmatch(_gap(text, one, two))):
            continue
        (l0, l1), (m0, m1) = _bounds(one), _bounds(two)
        low, high = max(Decimal(0), max(l0, m0) - min(l1, m1)), max(l1, m1) - min(l0, m0)
        s0, s1 = _bounds(stated)
        if s0 > high or s1 < low:
            small, large = sorted(abs(_value(c).low or Decimal(0)) for c in (one, two))
            formula = f"{plain(large)} - {plain(small)} = {plain(large - small)} ≠ {plain(abs(_value(stated).low or Decimal(0)))}"
            yield Derived("difference", stated, (one, two), low, high, formula)


def _check_shares(text: str, ordered: Sequence[Claim], earlier: Sequence[Claim]) -> Iterator[Derived]:
    """A share with the whole that it is of and the part that it is: 共230人，其中女性120人，占52.2%; 裁2100人，约占员工总数28400人的9.4%;
    127项中有97项谈成，成功率76%; 按销售额780亿元的4%，罚款31.2亿元."""
    for position, share in enumerate(ordered):
        if share.family not in {Family.SHARE, Family.CHANGE} or _value(share).dimension != "share":
            continue
        near = [c for c in ordered[:position] if c.family not in {Family.SHARE, Family.CHANGE} and not _breaks_off(text, c, share)]
        pair = _of_whole(text, near, share) or _rate_of(text, near, share) or _within(text, near, share, earlier)
        if pair is None or not _exact(*pair) or _value(share).hedge not in {Hedge.EXACT, Hedge.ABOUT}:
            continue
        part, whole = pair
        (w0, w1), (p0, p1) = _bounds(whole), _bounds(part)
        if w0 <= 0 or p0 > w1:
            continue
        low, high = p0 / w1 * 100, p1 / w0 * 100
        s0, s1 = span_of(_value(share))
        if _value(share).hedge is Hedge.EXACT and _value(share).step < 10:
            s1 += _value(share).step / 2 * (_value(share).factor or 1)  # cut off instead of rounded
        if s0 > high or s1 < low:
            true = (_value(part).low or Decimal(0)) / (_value(whole).low or Decimal(1)) * 100
            said = (_value(share).low or Decimal(0)) * (_value(share).factor or 1)
            formula = f"{plain(_value(part).low)} / {plain(_value(whole).low)} = {true:.1f}% ≠ {plain(round(said, 2))}%"
            yield Derived("share", share, (part, whole), low, high, formula)


def _breaks_off(text: str, claim: Claim, share: Claim) -> bool:
    return bool(re.search(r"[。；;]", _gap(text, claim, share))) or figure_end(text, claim) > figure_start(text, share)


def _alike(a: Claim, b: Claim) -> bool:
    return _value(a).unit == _value(b).unit and _value(a).dimension == _value(b).dimension


def _of_whole(text: str, near: Sequence[Claim], share: Claim) -> tuple[Claim, Claim] | None:
    """裁2100人，约占员工总数28400人的9.4%: the whole stands right before its share, the figure before it is the part."""
    if len(near) < 2 or not _OF.fullmatch(_gap(text, near[-1], share)):
        return None
    whole = near[-1]
    start = figure_start(text, whole)
    clause = text[max(whole.sentence.start, start - 26) : start]
    part = near[-2]
    jobs = {_value(part).unit, _value(whole).unit} == {"unit", "person"}  # 420个岗位，占员工2470人的17%
    if (
        not (_alike(part, whole) or jobs)
        or not _HOLDS.search(re.split("[，。；]", clause)[-1])
        or start - figure_end(text, part) > _WHOLE_GAP
    ):
        return None
    return part, whole


def _rate_of(text: str, near: Sequence[Claim], share: Claim) -> tuple[Claim, Claim] | None:
    """油12吨，已回收9.4吨，回收率达88%: the rate of what is done by the verb that it is called after; 127项中有97项谈成，成功率76%."""
    if len(near) < 2 or not _alike(near[-2], near[-1]) or len(_gap(text, near[-1], share)) > _DIFFERENCE_GAP:
        return None
    gap, clause = _gap(text, near[-1], share), text[figure_end(text, near[-2]) : figure_start(text, near[-1])]
    named = _RATE_OF.search(gap)
    if named is None or "分别" in gap or not (named["stem"] in clause + gap[: named.start()] or _IN_WHOLE.search(clause)):
        return None
    return near[-1], near[-2]


def _within(text: str, near: Sequence[Claim], share: Claim, earlier: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """共230人，其中女性120人，占52.2%: one total, one part and one share of it, the total in the same sentence or the last figure of the
    one before."""
    before = text[max(share.sentence.start, figure_start(text, share) - 14) : figure_start(text, share)]
    if not _OF_WHOLE.search(before) or len(near) not in {1, 2} or (len(near) == 1 and not earlier):
        return None
    part = near[-1]
    if len(near) == 2:
        wholes = [near[0]] if _alike(near[0], part) else []
    else:  # 问卷800份。其中344人…
        wholes = [c for c in earlier if _alike(c, part) or _value(c).dimension == _value(part).dimension == "count"]
    if len(wholes) != 1 or not re.search(r"其中|当中", _gap(text, wholes[0], part)):
        return None
    return part, wholes[0]


def _check_products(text: str, ordered: Sequence[Claim], earlier: Sequence[Claim]) -> Iterator[Derived]:
    """So many, so much each, so much in all: 向8000户家庭每户发放500元，合计600万元; 每张380元，共售出4500张，收入191万元."""
    row = [*earlier[-1:], *ordered]
    for first, second, total in zip(row, row[1:], row[2:], strict=False):
        if total in earlier or second in earlier or not _exact(first, second, total):
            continue
        if _EACH.search(_clause_before(text, second)):
            many, each = first, second
        elif _EACH.search(_clause_before(text, first)) and first not in earlier:
            many, each = second, first
        else:
            continue
        after = _gap(text, second, total)
        named = _EACH.search(_clause_before(text, each))
        if named is None or _value(many).dimension != "count" or not _counts(text, many, named["unit"]):
            continue
        same = _value(each).unit == _value(total).unit or (_value(total).dimension == "number" and _value(total).step > 1)
        if not same or not _TOTAL.search(_clause_before(text, total)) or len(after) > _DIFFERENCE_GAP or re.search(r"[。；;]", after):
            continue
        stretch = text[many.sentence.start : figure_start(text, total)]
        if word_pattern(load_cues().staged_in).search(stretch) or many.stance is not total.stance:
            continue
        (n0, n1), (e0, e1) = _bounds(many), _bounds(each)
        low, high = n0 * e0, n1 * e1
        s0, s1 = _bounds(total)
        if s0 > high or s1 < low:
            product = (_value(many).low or Decimal(0)) * (_value(each).low or Decimal(0))
            formula = f"{plain(_value(many).low)} × {plain(_value(each).low)} = {plain(product)} ≠ {plain(_value(total).low)}"
            yield Derived("product", total, (many, each), low, high, formula)


def _clause_before(text: str, claim: Claim) -> str:
    start = figure_start(text, claim)
    return re.split("[，。；]", text[max(claim.sentence.start, start - 14) : start])[-1]


def _counts(text: str, many: Claim, unit: str) -> bool:
    """Whether a count is one of what the amount is told for each of: 8000户, 每户; 2300名, 每位."""
    measure = text[figure_end(text, many) : figure_end(text, many) + 1]
    return measure == unit or {measure, unit} <= set("名人位")


def _check_days(text: str, ordered: Sequence[Claim], moments: Sequence[Claim]) -> Iterator[Derived]:
    """3月5日开幕，3月9日闭幕，为期七天."""
    for told in moments:
        yield from _check_range(text, ordered, told)
    days = {
        kind: [c for c in moments if c.frame.concept == kind and isinstance(c.value, Period) and c.value.granularity == "day"]
        for kind in ("begin", "end")
    }
    if len(days["begin"]) != 1 or len(days["end"]) != 1:
        return
    first, last = days["begin"][0], days["end"][0]
    assert isinstance(first.value, Period)
    assert isinstance(last.value, Period)
    if first.value.start is None or last.value.start is None or last.value.start <= first.value.start:
        return
    apart = (last.value.start - first.value.start).days
    for lasted in ordered:
        said = text[max(lasted.sentence.start, figure_start(text, lasted) - 5) : figure_start(text, lasted)]
        if (
            _value(lasted).unit != "day"
            or not _exact(lasted)
            or not _LASTS.search(said)
            or not -1 < figure_start(text, lasted) - last.span.end < _DIFFERENCE_GAP
        ):
            continue
        if re.search(r"[。；;]|[去前上]一?[年届次]", text[last.span.end : figure_start(text, lasted)]):
            continue
        if not apart <= (_value(lasted).low or 0) <= apart + 1:
            formula = f"{last.value.start:%m-%d} - {first.value.start:%m-%d} + 1 = {apart + 1} ≠ {plain(_value(lasted).low)}"
            yield Derived("duration", lasted, (first, last), Decimal(apart), Decimal(apart + 1), formula)


def _check_range(text: str, ordered: Sequence[Claim], told: Claim) -> Iterator[Derived]:
    """3月5日至3月18日举行，一连10日免费开放."""
    assert isinstance(told.value, Period)
    start, end = told.value.start, told.value.end
    if told.value.granularity != "day" or told.value.hedge is not Hedge.EXACT or start is None or end is None or (end - start).days < 2:
        return
    for lasted in ordered:
        gap = text[told.span.end : figure_start(text, lasted)] if told.span.end <= figure_start(text, lasted) else "。"
        said = text[max(lasted.sentence.start, figure_start(text, lasted) - 5) : figure_start(text, lasted)]
        if _value(lasted).unit != "day" or not _exact(lasted) or len(gap) > _DIFFERENCE_GAP or re.search(r"[。；;]", gap):
            continue
        days = (end - start).days
        of_other = text[figure_end(text, lasted) : figure_end(text, lasted) + 2].endswith("的")  # …举行，为期三天的论坛
        if _LASTS.search(said) and not of_other and not days - 1 <= (_value(lasted).low or 0) <= days:
            formula = f"{start:%m-%d} … {end - timedelta(days=1):%m-%d} = {days} ≠ {plain(_value(lasted).low)}"
            yield Derived("duration", lasted, (told,), Decimal(days - 1), Decimal(days), formula)


def _check_ages(text: str, ordered: Sequence[Claim], moments: Sequence[Claim], published: datetime | None) -> Iterator[Derived]:
    """出生于1961年的作家昨日去世，享年71岁: by the usual count or the one that begins at one, in the year the article appeared."""
    births = [c for c in moments if c.frame.concept == "born" and isinstance(c.value, Period) and c.value.start is not None]
    ages = [c for c in ordered if _value(c).dimension == "age" or _value(c).unit == "year"]
    ages = [c for c in ages if _LIVED.search(text[max(c.sentence.start, figure_start(text, c) - 5) : figure_start(text, c)])]
    if len(births) != 1 or len(ages) != 1 or published is None or not _exact(ages[0]):
        return
    born = births[0].value
    assert isinstance(born, Period)
    assert born.start is not None
    told = [c for c in moments if c is not births[0] and isinstance(c.value, Period) and c.value.start is not None]
    if any(abs(c.value.start.year - published.year) > 0 for c in told if isinstance(c.value, Period) and c.value.start is not None):
        return  # told of another year
    lived = published.year - born.start.year
    if not lived - 1 <= (_value(ages[0]).low or 0) <= lived + 1:
        formula = f"{published.year} - {born.start.year} = {lived} ≠ {plain(_value(ages[0]).low)}"
        yield Derived("age", ages[0], (births[0],), Decimal(lived - 1), Decimal(lived + 1), formula)
