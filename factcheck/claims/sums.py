"""Parts and their total in one article: 共计14人，其中甲方9人、乙方6人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.claims.lexicon import load_event_words
from factcheck.language.contrasts import contrasts
from factcheck.mentions.slips import Slip, read_slip
from factcheck.model import Claim, Family, Hedge, Quantity, Stance

__all__ = [
    "OPENS_LIST",
    "Sum",
    "are_halves",
    "ends_list",
    "figure_end",
    "figure_start",
    "find_sums",
    "fits_some",
    "traits_cross",
    "turns_to_deeds",
]

Sum = tuple[Claim, Sequence[Claim], Decimal, Decimal]
"""A stated total, the figures that should make it, and the least and most they add up to, in the unit of the total."""

OPENS_LIST = re.compile(
    r"其中|当中|计有|包括|分别|分业务|分地区|分产品|分行业|分领域|分项|按[^，。]{1,6}(?:划)?分|具体(?:来看|为)|构成|组成|来自|即"
    r"|(?<=[\u4e00-\u9fff0-9])(?:之中|里头|里面|[中里])[，,]|：(?=[^，。；：]{0,12}$)"
)
"""What stands between a total and the list of its parts."""
_TOTAL_BEFORE = re.compile(r"(?:合共|共计|总计|合计|总共|一共|总数|加起来|[计共])(?:为|达|有|是|约|获得?|录得)*$")
_TOTAL_OF = re.compile(r"(?<![公])(?:合共|共计|总计|合计|总共|一共|共)[^，。；、0-9]{0,4}$")
"""共生产18.6万支: what makes a figure the whole of the list behind it though nothing opens that."""
_CAST = re.compile(r"投票|出席|到会|参加|投下|投出")
"""What makes a number of persons the total of votes."""
_ITEM_GAP = 20
"""Characters between the digits of two items of one list: unit, noun, comma, a noun again."""
_OPEN_GAP = 45
_SENTENCE_END = re.compile(r"[。！？；;\n]")
_SEPARATES = re.compile(r"[，,、]|和|及|与")
_OPEN_ENDED = re.compile(r"等|主要|多数|大部分|最多的|较多的|仅|单是|单计|前[三五十]|重点")
"""Words that say that a list is not all of it."""
_REST = re.compile(r"其他|其它|其余|余下|剩余|剩下|杂七杂八|杂项")
_TRAITS = (
    re.compile(r"女|男"),
    re.compile(r"外籍|境外|外地|外省|本地|本省|本国"),
    re.compile(r"首次|初次|新增"),
    re.compile(r"岁|以上|以下|婴儿|幼儿|婴幼|儿童|少年|青年|中年|老年|未成年|成年|老人|长者|学生|成人"),
    re.compile(r"重症|重伤|危重|轻伤"),
    re.compile(r"党员"),
)
"""Traits of persons, a line for each respect; items told by two of them may overlap (女性, 外籍), so that their sum may pass the total."""
_BREAKS = re.compile(r"另|此外|还有|仍|尚|目前|截至|至今|追加|其中|当中|同比|环比|[比较]|净利|罚款")
"""What stands before a figure that is no more an item of the list (另追加8亿元, 比去年多80人)."""
_FURTHER = re.compile(r"另有|另外[有的]?|还有")
_HAIR = Decimal("0.03")
"""Share of a total by which a list that may or may not be of it may miss it and still be meant to make it."""
_WITHIN = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})[中里内]")
"""弦乐60名、管乐40名，弦乐中小提琴32名: a part of an item."""
_BASE_OF_SHARE = re.compile(r"占[^，。；]{0,10}$")
_BEYOND = Decimal("1.5")
"""Times its total that a sum of parts may be at most: beyond, the list is of something else."""
_NEARLY = Decimal("0.08")
"""Share of its total by which a list of three items or more that is told as the whole may miss it: a slip; beyond, it is not all of it."""


def find_sums(text: str, figures: Sequence[Claim]) -> Iterator[Sum]:
    """The totals of an article that their parts do not make. `figures`: claims with figures in reading order, their spans in `text`."""
    ordered = sorted(
        (c for c in figures if (c.family in _ADDED or _is_amount_of_change(c)) and c.stance is not Stance.DENIES),
        key=lambda c: figure_start(text, c),
    )
    for found in _read_lists(text, ordered):
        run, at = found.items, ordered.index(found.items[0])
        head = _head_before(text, ordered[:at], run) if found.opened else _total_after(text, ordered[at + len(run) :], run)
        told = found.opened
        if head is None and not found.opened and len(run) >= 3:
            head, run, told = run[0], run[1:], False  # 共生产18万支，甲厂6万支，乙厂9万支，丙厂4万支
            if not (_is_total(text, head) and len(run) >= 3) and not _REST.search(_words_of(text, run[-1])):
                continue
        if head is None:
            continue
        if wrong := _compare(text, head, run, told=told, cut=found.cut) or _miss_narrowly(text, head, run, found.further):
            yield wrong


_ADDED = {Family.COUNT, Family.MONEY, Family.MEASURE}


def _is_amount_of_change(claim: Claim) -> bool:
    """Whether a figure says by how much something became more or less, in its own unit: 增加126.6亿元, which a list may divide."""
    return claim.family is Family.CHANGE and isinstance(claim.value, Quantity) and claim.value.dimension not in {"share", "points"}


def _amount(claim: Claim) -> Quantity:
    """The figure of a claim; of a decrease its size, as its parts are told (缩减300亿元，其中教育120亿元)."""
    value = claim.value
    assert isinstance(value, Quantity)
    if claim.family is Family.CHANGE and value.low is not None and value.high is not None and value.high < 0:
        return replace(value, low=-value.high, high=-value.low)
    return value


def _is_total(text: str, claim: Claim) -> bool:
    return bool(_TOTAL_OF.search(text[max(claim.sentence.start, figure_start(text, claim) - 10) : figure_start(text, claim)]))


def _words_of(text: str, claim: Claim) -> str:
    """The words of an item: from the mark before it to its unit."""
    before = re.split("[，、。；：]", text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)])[-1]
    return before + text[figure_start(text, claim) : claim.span.end] + claim.frame.noun


def figure_start(text: str, claim: Claim) -> int:
    """Where the digits of a claim start in the text that its span is of."""
    assert isinstance(claim.value, Quantity)
    at = text.find(claim.value.digits, claim.span.start, claim.span.end) if claim.value.digits else -1
    return at if at >= 0 else claim.span.start


def figure_end(text: str, claim: Claim) -> int:
    """Where the digits of a claim end in the text that its span is of; the unit stands behind."""
    assert isinstance(claim.value, Quantity)
    return figure_start(text, claim) + len(claim.value.digits)


@dataclass(slots=True)
class _List:
    """Figures of one unit with nothing but commas and nouns between; `opened`: a word that opens a list stands before them; `cut`: more of
    the unit follow that are no items, or may be none; `further`: the first of them where 另有 stands before it."""

    items: list[Claim]
    opened: bool
    cut: bool = False
    further: Claim | None = None


def _read_lists(text: str, ordered: Sequence[Claim]) -> Iterator[_List]:
    """The lists of two figures or more, in reading order."""
    found: _List | None = None
    for position, claim in enumerate(ordered):
        gap = text[figure_end(text, ordered[position - 1]) : figure_start(text, claim)] if position else ""
        opens = bool(OPENS_LIST.search(gap))
        if found and not opens and _same_unit(found.items[-1], claim) and _is_gap(gap) and not _TOTAL_BEFORE.search(gap):
            if not ends_list(text, [*found.items, claim]) and not turns_to_deeds(text, found.items[-1], claim):
                found.items.append(claim)
                continue
            found.cut = True
            found.further = claim if _FURTHER.search(gap) else None
        if found and len(found.items) >= 2:
            yield found
        found = _List([claim], opens)
    if found and len(found.items) >= 2:
        yield found


def ends_list(text: str, items: Sequence[Claim]) -> bool:
    """Whether the last of some figures in a row is no item of the list that those before it make: a word says so (另追加8亿元), or a comma
    stands before it where the others are parted by 、."""
    gaps = [text[figure_end(text, a) : figure_start(text, b)] for a, b in pairwise(items)]
    within = _WITHIN.search(gaps[-1])
    if within and any(within["what"] in _words_of(text, item) for item in items[:-1]):
        return True
    if _REST.search(gaps[-1]):
        return False  # 基建80亿元，其他40亿元
    return bool(_BREAKS.search(gaps[-1])) or ("、" not in gaps[-1] and "，" in gaps[-1] and any("、" in gap for gap in gaps[:-1]))


def turns_to_deeds(text: str, first: Claim, item: Claim) -> bool:
    """Whether a row that began with sorts of things goes on behind a comma to what was done to all of them: 筹集2.3万套，其中公租房8200套，
    开工1.7万套."""
    sort = bool(first.frame.noun) and not first.frame.predicate and not first.frame.concept
    words = load_event_words()
    deed = words.event_type(item.frame.predicate) in words.types.values() if item.frame.predicate and not item.frame.noun else False
    return sort and deed and "，" in text[figure_end(text, first) : figure_start(text, item)]


def _miss_narrowly(text: str, head: Claim, run: Sequence[Claim], further: Claim | None) -> Sum | None:
    """共有33人，其中7人遇难，20人受伤，另有7人脱险: the last item may be of the total or beside it; people told one by one that miss the
    total by a hair with it, and by far without it, were meant to make it."""
    assert isinstance(head.value, Quantity)
    if further is None or len(run) < 2 or any(not isinstance(c.value, Quantity) or c.value.unit != "person" for c in (head, *run, further)):
        return None
    values = [c.value for c in (*run, further) if isinstance(c.value, Quantity)]
    if any(v.hedge is not Hedge.EXACT or v.low is None or v.step > 1 for v in (*values, head.value)) or head.value.low is None:
        return None
    words = [_words_of(text, c) for c in (*run, further)]
    total = sum((v.low for v in values if v.low is not None), Decimal(0))
    missed = abs(total - head.value.low)
    narrow = 0 < missed <= max(Decimal(1), head.value.low * _HAIR) and missed * 2 < (values[-1].low or 0)
    return (head, (*run, further), total, total) if narrow and not traits_cross(words) else None


def _is_gap(gap: str) -> bool:
    return len(gap) <= _ITEM_GAP and not _SENTENCE_END.search(gap) and (bool(_SEPARATES.search(gap)) or gap.rstrip("约近") in _SEXES)


def are_halves(words: str) -> bool:
    """Whether the words of two items make them the two halves of a whole (进口, 出口)."""
    return any(all(word in words for word in pair) for pair in contrasts().whole)


def traits_cross(items: Sequence[str]) -> bool:
    """Whether some of the items (their words) are told by a trait in one respect and others in another or in none."""
    told = [frozenset(i for i, trait in enumerate(_TRAITS) if trait.search(item)) for item in items]
    if len(frozenset().union(*told)) == 1 and len(items) >= 3 and sum(map(bool, told)) >= 2:
        return False  # 会员15万、学生6万、老人5万: groups of one list, of which one has no word of that respect
    return any(told) and not frozenset.intersection(*told)


def fits_some(parts: Sequence[tuple[Decimal, Decimal]], low: Decimal, high: Decimal) -> bool:
    """Whether some of the parts (their bounds), two at least, make the total: the others may then be parts of these, or of nothing."""
    if len(parts) > MAX_PARTS:
        return False
    some = (chosen for size in range(2, len(parts)) for chosen in combinations(parts, size))
    return any(sum(p[0] for p in chosen) <= high and sum(p[1] for p in chosen) >= low for chosen in some)


MAX_PARTS = 12
"""Items up to which all choices among them are tried."""


def _same_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures can be added: one currency, one dimension, measure words that do not count two sorts of things."""
    one, two = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if Family.CHANGE in {a.family, b.family} and not (_is_amount_of_change(a) and b.family in _ADDED):
        return False
    if _counts_heads(one, two, b) or (_counts_heads(one, one, a) and _counts_heads(two, two, b)):
        return True
    if one.unit == two.unit == "" and a.family in {Family.COUNT, Family.MONEY} and b.family in {Family.COUNT, Family.MONEY}:
        return one.step > 1 and two.step > 1  # 总共8000万，票房1900万: money without its word
    if one.dimension != two.dimension:
        return False
    if one.unit == two.unit:
        return True
    loose = {"", "unit"} & {one.unit, two.unit} or {one.unit, two.unit} == {"person", "票"}
    return bool(loose) if one.dimension == "count" else one.factor is not None and two.factor is not None


def _counts_heads(total: Quantity, part: Quantity, claim: Claim) -> bool:
    """Whether a bare number is of the people that a total counts: 11人，包括8男2女; 二十四万人，其中会员15万."""
    if part.dimension != "number" or total.unit not in {"person", ""} or (total.unit == "" and total is not part):
        return False
    told = claim.frame.noun
    return told in _SEXES or (total.step > 1 and part.step > 1 and bool(told) and total is not part)


_SEXES = {"男", "女"}


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
        counted = quantity.dimension == "count" or (quantity.dimension == "number" and low == low.to_integral_value())
        half = Decimal(0) if counted and quantity.step <= 1 else quantity.step / 2
        low, high = low - half, high + (half if counted else half * 2)
    elif quantity.hedge is Hedge.ABOUT:
        digits = str(int(abs(high))).rstrip("0") or "1"
        place = Decimal(10) ** (len(str(int(abs(high)))) - len(digits))
        slack = min(max(place, quantity.step) / 2, abs(high) / 10)
        low, high = low - slack, high + slack
    elif quantity.hedge is not Hedge.OVER or high <= low:
        low, high = low - abs(low) / 10, high + abs(high) / 10
    return low * factor, high * factor


def _compare(text: str, head: Claim, run: Sequence[Claim], *, told: bool, cut: bool) -> Sum | None:
    """The total with what its parts add up to, where that is more, or less though the list is plainly meant to be whole. `told`: a word
    opens the list; `cut`: what follows the list may go with it."""
    stated_value = _amount(head)
    values = [c.value for c in run if isinstance(c.value, Quantity)]
    if any(v.low is None or v.high is None for v in (*values, stated_value)):
        return None
    bounds = [_bounds(v) for v in values]
    low, high = sum((b[0] for b in bounds), Decimal(0)), sum((b[1] for b in bounds), Decimal(0))
    stated_low, stated_high = _bounds(stated_value)
    if any(b[0] > stated_high for b in bounds) or low > stated_high * (_BEYOND if told else 1 + _NEARLY):
        return None
    words = [_words_of(text, c) for c in run]
    if fits_some(bounds, stated_low, stated_high) or traits_cross(words):
        return None
    if low > stated_high or (low == stated_high > stated_low):  # roundings that only touch: all would have to be the utmost
        return head, run, low, high
    stretch = text[figure_start(text, run[0]) - 12 : figure_end(text, run[-1]) + 10]
    if high >= stated_low or _OPEN_ENDED.search(stretch) or cut or any(v.hedge is not Hedge.EXACT for v in (*values, stated_value)):
        return None
    if _REST.search(words[-1]) or (len(run) == 2 and are_halves(" ".join(words))):
        return head, run, low, high
    if len(run) >= 3 and _is_total(text, head) and high >= stated_low * (1 - _NEARLY):
        return head, run, low, high
    total = sum((v.low * (v.factor or 1) for v in values if v.low is not None), Decimal(0))
    stated = (stated_value.low or Decimal(0)) * (stated_value.factor or 1)
    if (
        (told or _is_total(text, head))
        and read_slip(Quantity(total, total), Quantity(stated, stated)) is not Slip.NONE
        and (len(run) >= 3 or total >= 100)
    ):
        return head, run, low, high
    return None
