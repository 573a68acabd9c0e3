"""Parts and their total in one article: 共计14人，其中甲方9人、乙方6人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.mentions.slips import Slip, read_slip
from factcheck.model import Claim, Family, Hedge, Quantity, Stance

__all__ = ["OPENS_LIST", "Sum", "figure_end", "figure_start", "find_sums"]

Sum = tuple[Claim, Sequence[Claim], Decimal, Decimal]
"""A stated total, the figures that should make it, and the least and most they add up to, in the unit of the total."""

OPENS_LIST = re.compile(
    r"其中|当中|计有|包括|分别|分业务|分地区|分产品|分行业|分领域|分项|按[^，。]{1,6}(?:划)?分|具体(?:来看|为)|构成|组成|来自|即"
    r"|(?<=[\u4e00-\u9fff0-9])(?:之中|里头|里面|[中里])[，,]"
)
"""What stands between a total and the list of its parts."""
_TOTAL_BEFORE = re.compile(r"(?:合共|共计|总计|合计|总共|一共|总数|加起来|[计共])(?:为|达|有|是|约|获得?|录得)*$")
_CAST = re.compile(r"投票|出席|到会|参加|投下|投出")
"""What makes a number of persons the total of votes."""
_ITEM_GAP = 20
"""Characters between the digits of two items of one list: unit, noun, comma, a noun again."""
_OPEN_GAP = 45
_SENTENCE_END = re.compile(r"[。！？；;\n]")
_SEPARATES = re.compile(r"[，,、]|和|及|与")
_OPEN_ENDED = re.compile(r"等|主要|多数|大部分|最多的|较多的|仅|单是|单计|前[三五十]|重点")
"""Words that say that a list is not all of it."""
_CROSSING = re.compile(r"女|男|外籍|境外|外地|外省|本地|首次|初次|岁|以上|以下|儿童|未成年|老人|长者|学生|党员|重症|重伤|危重|新增")
"""Traits that cut across each other: items told by them may overlap, so that their sum may pass the total."""
_BASE_OF_SHARE = re.compile(r"占[^，。；]{0,10}$")
_BEYOND = Decimal("1.5")
"""Times its total that a sum of parts may be at most: beyond, the list is of something else."""


def find_sums(text: str, figures: Sequence[Claim]) -> Iterator[Sum]:
    """The totals of an article that their parts do not make. `figures`: claims with figures in reading order, their spans in `text`."""
    ordered = sorted(
        (c for c in figures if c.family in {Family.COUNT, Family.MONEY, Family.MEASURE} and c.stance is not Stance.DENIES),
        key=lambda c: figure_start(text, c),
    )
    for run, opened in _read_lists(text, ordered):
        at = ordered.index(run[0])
        head = _head_before(text, ordered[:at], run) if opened else _total_after(text, ordered[at + len(run) :], run)
        if head is not None and (found := _compare(text, head, run)):
            yield found


def figure_start(text: str, claim: Claim) -> int:
    """Where the digits of a claim start in the text that its span is of."""
    assert isinstance(claim.value, Quantity)
    at = text.find(claim.value.digits, claim.span.start, claim.span.end) if claim.value.digits else -1
    return at if at >= 0 else claim.span.start


def figure_end(text: str, claim: Claim) -> int:
    """Where the digits of a claim end in the text that its span is of; the unit stands behind."""
    assert isinstance(claim.value, Quantity)
    return figure_start(text, claim) + len(claim.value.digits)


def _read_lists(text: str, ordered: Sequence[Claim]) -> Iterator[tuple[list[Claim], bool]]:
    """Runs of two figures or more of one unit with nothing but commas and nouns between, and whether a word that opens a list stands
    before the first."""
    run: list[Claim] = []
    opened = False
    for position, claim in enumerate(ordered):
        gap = text[figure_end(text, ordered[position - 1]) : figure_start(text, claim)] if position else ""
        opens = bool(OPENS_LIST.search(gap))
        if run and not opens and _same_unit(run[-1], claim) and _is_gap(gap) and not _TOTAL_BEFORE.search(gap):
            run.append(claim)
            continue
        if len(run) >= 2:
            yield run, opened
        run, opened = [claim], opens
    if len(run) >= 2:
        yield run, opened


def _is_gap(gap: str) -> bool:
    return len(gap) <= _ITEM_GAP and not _SENTENCE_END.search(gap) and bool(_SEPARATES.search(gap))


def _same_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures can be added: one currency, one dimension, measure words that do not count two sorts of things."""
    one, two = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if one.dimension != two.dimension or a.family is Family.CHANGE or b.family is Family.CHANGE:
        return False
    if one.unit == two.unit:
        return True
    loose = {"", "unit"} & {one.unit, two.unit} or {one.unit, two.unit} == {"person", "票"}
    return bool(loose) if one.dimension == "count" else one.factor is not None and two.factor is not None


def _head_before(text: str, before: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """The total that a list opened by 其中 divides: the nearest figure of its unit, of the same sentence or the one before."""
    start = figure_start(text, run[0])
    for claim in reversed(before):
        between = text[figure_end(text, claim) : start]
        if len(between) > _OPEN_GAP or "\n" in between or len(_SENTENCE_END.findall(between)) > 1:
            return None
        opens = OPENS_LIST.search(between)
        if opens is None or ((ends := _SENTENCE_END.search(between)) and not between[ends.end() :].lstrip("”」").startswith(opens.group())):
            return None
        shared = _BASE_OF_SHARE.search(text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)])
        if _same_unit(claim, run[0]) and not shared and "from" not in claim.scope.qualifiers:
            return claim
    return None


def _total_after(text: str, after: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """The total that follows a list: 甲48票、乙31票，合计79票."""
    if not after or not _same_unit(run[-1], after[0]):
        return None
    gap = text[figure_end(text, run[-1]) : figure_start(text, after[0])]
    if len(gap) > _ITEM_GAP or _SENTENCE_END.search(gap) or not _TOTAL_BEFORE.search(gap):
        return None
    one, two = run[-1].value, after[0].value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    clause = gap + text[figure_end(text, after[0]) : figure_end(text, after[0]) + 12].partition("，")[0]
    return after[0] if one.unit == two.unit or _CAST.search(clause) else None  # 国会共有141名议员 need not all have voted


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """What the printed digits of a total or a part may stand for. A total that is called about so many is right to its last digit."""
    low, high = (b if b is not None else Decimal(0) for b in (quantity.low, quantity.high))
    factor = quantity.factor or Decimal(1) if quantity.dimension != "count" else Decimal(1)
    if quantity.hedge is Hedge.EXACT:
        half = Decimal(0) if quantity.dimension == "count" and quantity.step <= 1 else quantity.step / 2
        low, high = low - half, high + (half * 2 if quantity.dimension != "count" else half)
    elif quantity.hedge is Hedge.ABOUT:
        digits = str(int(abs(high))).rstrip("0") or "1"
        place = Decimal(10) ** (len(str(int(abs(high)))) - len(digits))
        slack = min(max(place, quantity.step) / 2, abs(high) / 10)
        low, high = low - slack, high + slack
    elif quantity.hedge is not Hedge.OVER or high <= low:
        low, high = low - abs(low) / 10, high + abs(high) / 10
    return low * factor, high * factor


def _compare(text: str, head: Claim, run: Sequence[Claim]) -> Sum | None:
    """The total with what its parts add up to, where that is more, or less though the list is plainly meant to be whole."""
    assert isinstance(head.value, Quantity)
    values = [c.value for c in run if isinstance(c.value, Quantity)]
    if any(v.low is None or v.high is None for v in (*values, head.value)):
        return None
    bounds = [_bounds(v) for v in values]
    low, high = sum((b[0] for b in bounds), Decimal(0)), sum((b[1] for b in bounds), Decimal(0))
    stated_low, stated_high = _bounds(head.value)
    if any(b[0] > stated_high for b in bounds) or low > stated_high * _BEYOND:
        return None
    nouns = [c.frame.noun or c.frame.predicate for c in run]
    parallel = len({n[-2:] for n in nouns}) == 1 and nouns[0] != ""
    if not parallel and any(_CROSSING.search(text[c.span.start : c.span.end]) for c in run):
        return None
    if low > stated_high:
        return head, run, low, high
    stretch = text[figure_start(text, run[0]) - 12 : figure_end(text, run[-1]) + 10]
    if high < stated_low and not _OPEN_ENDED.search(stretch) and all(v.hedge is Hedge.EXACT for v in (*values, head.value)):
        total = sum((v.low * (v.factor or 1) for v in values if v.low is not None), Decimal(0))
        stated = (head.value.low or Decimal(0)) * (head.value.factor or 1)
        if read_slip(Quantity(total, total), Quantity(stated, stated)) is not Slip.NONE and (len(run) >= 3 or total >= 100):
            return head, run, low, high
    return None
