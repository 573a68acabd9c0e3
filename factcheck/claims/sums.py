"""Parts and their total in one article: 共计14人，其中甲方9人、乙方6人.

A list is figures of one unit with nothing but nouns and commas between. Its total is the figure that the words before the list name
(获救者中, 总投资包括), else the nearest one of the unit before it, or one behind it that says so (合计). A list that makes more than its total is
wrong; one that makes less only where it is plainly all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.claims.concepts import Concepts
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.printed import add_up, span_of
from factcheck.language.contrasts import make_whole_together, single_parts
from factcheck.mentions.slips import Slip, read_slip
from factcheck.model import Claim, Family, Hedge, Quantity, Stance

__all__ = ["Sum", "figure_end", "figure_start", "find_sums"]

Sum = tuple[Claim, Sequence[Claim], Decimal, Decimal]
"""A stated total, the figures that should make it, and the least and most they add up to, in base units."""

_OPENS_LIST = re.compile(
    r"其中|当中|计有|包括|包含|分别|分为|分业务|分地区|分产品|分行业|分领域|分项|[分按][^，。、]{1,6}(?:划分|看|分)|具体(?:来看|为|是)|构成|组成|来自|即|由(?=[^，。；]{2,12}$)"
    r"|(?<=[\u4e00-\u9fff0-9])(?:(?:之中|里头|里面|里边)[，,有]?|[中里](?:[，,]|有))|：(?=[^，。；：]{0,12}$)"
)
"""What stands between a total and the list of its parts."""
_ALL_TOLD = re.compile(r"组成|构成|分别为|具体为")
"""Words that say that a list is all of it: 由甲方9席、乙方6席组成."""
_TOTAL_BEFORE = re.compile(
    r"(?:合共|共计|总计|合计|总共|一共|总数|加起来)[^，。；、：0-9]{0,5}$|[计共](?:为|达|有|是|约|获得?|录得)*$"
)
_TOTAL_OF = re.compile(r"(?<![公])(?:合共|共计|总计|合计|总共|一共|共|总)[^，。；、0-9]{0,4}$")
"""共生产18.6万支: what makes a figure the whole of the list behind it though nothing opens that."""
_CAST = re.compile(r"投票|表决|出席|到会|到场|参加|投下|投出|全体|全数|悉数")
"""What makes a number of persons the total of votes."""
_ALL_CAST = re.compile(r"投票|表决|投下|投出|全体|全数|悉数")
_ITEM_GAP = 24
"""Characters between the digits of two items of one list: unit, noun, comma, a noun again."""
_OPEN_GAP = 45
_TOPIC_GAP = 260
"""Characters between a total and a list whose own words name it again."""
_SENTENCE_END = re.compile(r"[。！？；;\n]")
_CLAUSE_MARKS = re.compile("[，、。；：！？,;\n]")
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
_BREAKS = re.compile(r"另|此外|还有|仍|尚|目前|截至|至今|追加|其中|当中|同比|环比|[比较]|净利")
"""What stands before a figure that is no more an item of the list (另追加8亿元, 比去年多80人)."""
_FURTHER = re.compile(r"另有|另外[有的]?|还有")
_HAIR = Decimal("0.03")
"""Share of a total by which a list that may or may not be of it may miss it and still be meant to make it."""
_WITHIN = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})[中里内]")
"""弦乐60名、管乐40名，弦乐中小提琴32名: a part of an item."""
_BASE_OF_SHARE = re.compile(r"占[^，。；]{0,10}$")
_COMPARED = re.compile(r"(?:较|比|同期)[^，。；、0-9]{0,10}$")
"""What makes a figure one that another is only compared with."""
_BEYOND = Decimal("1.5")
"""Times its total that a sum of parts may be at most: beyond, the list is of something else."""
_FAR = Decimal("0.6")
"""Share of a total that its parts make at least: below, they are of something else, or some of many."""
_NEARLY = Decimal("0.08")
"""Share of its total by which a list of three items or more that is told as the whole may miss it: a slip; beyond, it is not all of it."""
_HARDLY = Decimal("0.1")
"""Share of its total by which items of one list told by several traits may pass it and still be one list; beyond, they overlap."""
_ADDED = {Family.COUNT, Family.MONEY, Family.MEASURE}
_GENERAL = {"件", "项", "种", "部", "unit"}
"""Units of a total whose parts may be counted in units of their own: 文物214件，其中造像68尊、经卷103册."""
MAX_PARTS = 12
"""Items up to which all choices among them are tried."""


def find_sums(text: str, figures: Sequence[Claim], concepts: Concepts) -> Iterator[Sum]:
    """The totals of an article that their parts do not make. `figures`: claims with figures in reading order, their spans in `text`;
    `concepts`: the attribute lexicon, by which the words before a list name its total."""
    ordered = sorted(
        (c for c in figures if (c.family in _ADDED or _is_amount_of_change(c)) and c.stance is not Stance.DENIES),
        key=lambda c: figure_start(text, c),
    )
    ordered = [c for c, then in pairwise(ordered) if not _modifies(text, c, then)] + ordered[-1:]
    for found in _read_lists(text, ordered):
        at = ordered.index(found.items[0])
        if wrong := _check_list(text, found, ordered[:at], ordered[at + len(found.items) :], concepts):
            yield wrong


def _check_list(text: str, found: _List, before: Sequence[Claim], after: Sequence[Claim], concepts: Concepts) -> Sum | None:
    """A list against the first figure that may be its total."""
    run = found.items
    if found.opened:
        for head in _heads_before(text, before, run, concepts):
            if _is_near(head, run):
                return _compare(text, head, run, told=True, cut=found.cut) or _miss_narrowly(text, head, run, found.further)
    if (total := _total_after(text, after, run)) is not None:
        return _compare(text, total, run, told=found.opened, cut=found.cut)
    if make_whole_together([_words_of(text, c) for c in run]) and (head := _voters(text, before, after, run)) is not None:
        return _compare(text, head, run, told=True, cut=not _ALL_CAST.search(_clause_of(text, head)))
    if found.opened:
        return None
    rest = bool(_REST.search(_words_of(text, run[-1])))
    if len(run) >= 4 - rest and (rest or _is_total(text, run[0])):  # 共生产18万支，甲厂6万支，乙厂9万支，丙厂4万支
        return _compare(text, run[0], run[1:], told=False, cut=found.cut)
    if before and _is_total(text, before[-1]) and _may_total(text, before[-1], run):  # 总奖金450万元，甲分得280万，乙分得190万
        gap = text[figure_end(text, before[-1]) : figure_start(text, run[0])]
        if len(gap) <= _ITEM_GAP and not _SENTENCE_END.search(gap):
            return _compare(text, before[-1], run, told=False, cut=found.cut)
    return None


def _modifies(text: str, claim: Claim, then: Claim) -> bool:
    """Whether a figure only says which things the next one counts: 110千伏9座, 三千吨级的3条."""
    gap = text[figure_end(text, claim) : figure_start(text, then)]
    return claim.family is Family.MEASURE and then.family is Family.COUNT and len(gap) <= 5 and not _CLAUSE_MARKS.search(gap)


def _is_amount_of_change(claim: Claim) -> bool:
    """Whether a figure says by how much something became more or less, in its own unit: 增加126.6亿元, which a list may divide."""
    return claim.family is Family.CHANGE and isinstance(claim.value, Quantity) and claim.value.dimension not in {"share", "points"}


def _amount(claim: Claim, unit_of: Quantity | None = None) -> Quantity:
    """The figure of a claim; of a decrease its size, as its parts are told (缩减300亿元，其中教育120亿元). A bare number is of the unit of the
    figure that it goes with (260万欧元，其中门禁65万)."""
    value = claim.value
    assert isinstance(value, Quantity)
    if claim.family is Family.CHANGE and value.low is not None and value.high is not None and value.high < 0:
        value = replace(value, low=-value.high, high=-value.low)
    if unit_of is not None and value.dimension == "number" and unit_of.dimension != "number":
        value = replace(value, unit=unit_of.unit, dimension=unit_of.dimension, factor=unit_of.factor)
    return value


def _is_near(head: Claim, run: Sequence[Claim]) -> bool:
    """Whether a list can be meant to make a figure: no item is more than it, and together they are not far from it."""
    stated = _amount(head)
    parts = [span_of(_amount(c, stated)) for c in run]
    low, high = span_of(stated)
    return all(p[0] <= high for p in parts) and low * _FAR <= sum(p[1] for p in parts) and sum(p[0] for p in parts) <= high * _BEYOND


def _is_total(text: str, claim: Claim) -> bool:
    return bool(_TOTAL_OF.search(text[max(claim.sentence.start, figure_start(text, claim) - 10) : figure_start(text, claim)]))


def _clause_of(text: str, claim: Claim) -> str:
    """The words between the marks around a figure."""
    start, end = figure_start(text, claim), figure_end(text, claim)
    return _CLAUSE_MARKS.split(text[max(claim.sentence.start, start - 30) : start])[-1] + _CLAUSE_MARKS.split(text[end : end + 16])[0]


def _words_of(text: str, claim: Claim) -> str:
    """The words of an item: from the mark or the figure before it to its unit."""
    before = re.split("[，、。；：0-9]", text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)])[-1]
    if letter := _noun_of(text, claim):
        return letter
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
        start = figure_start(text, claim)
        gap = text[figure_end(text, ordered[position - 1]) : start] if position else ""
        alike = next((figure_end(text, c) for c in reversed(ordered[:position]) if _same_unit(text, c, claim)), 0)
        opens = bool(_OPENS_LIST.search(text[max(alike, claim.sentence.start, start - _OPEN_GAP) : start]))
        if found and not opens and _same_unit(text, found.items[-1], claim) and _is_gap(gap) and not _TOTAL_BEFORE.search(gap):
            if not _ends_list(text, [*found.items, claim]) and not _turns_to_deeds(text, found.items[-1], claim):
                found.items.append(claim)
                continue
            found.cut = True
            found.further = claim if _FURTHER.search(gap) else None
        if found and len(found.items) >= 2:
            yield found
        found = _List([claim], opens)
    if found and len(found.items) >= 2:
        yield found


def _ends_list(text: str, items: Sequence[Claim]) -> bool:
    """Whether the last of some figures in a row is no item of the list that those before it make: a word says so (另追加8亿元), or a comma
    stands before it where the others are parted by 、."""
    gaps = [text[figure_end(text, a) : figure_start(text, b)] for a, b in pairwise(items)]
    within = _WITHIN.search(gaps[-1])
    if within and any(within["what"] in _words_of(text, item) for item in items[:-1]):
        return True
    if _REST.search(gaps[-1]):
        return False  # 基建80亿元，其他40亿元
    return bool(_BREAKS.search(gaps[-1])) or ("、" not in gaps[-1] and "，" in gaps[-1] and any("、" in gap for gap in gaps[:-1]))


def _turns_to_deeds(text: str, first: Claim, item: Claim) -> bool:
    """Whether a row that began with sorts of things goes on behind a comma to what was done to all of them: 筹集2.3万套，其中公租房8200套，
    开工1.7万套."""
    sort = bool(first.frame.noun) and not first.frame.predicate and not first.frame.concept
    words = load_event_words()
    deed = words.event_type(item.frame.predicate) in words.types.values() if item.frame.predicate and not item.frame.noun else False
    return sort and deed and "，" in text[figure_end(text, first) : figure_start(text, item)]


def _is_gap(gap: str) -> bool:
    return len(gap) <= _ITEM_GAP and not _SENTENCE_END.search(gap) and (bool(_SEPARATES.search(gap)) or gap.rstrip("约近") in single_parts())


def _same_unit(text: str, a: Claim, b: Claim) -> bool:
    """Whether two figures can be added: one currency, one dimension, measure words that do not count two sorts of things."""
    one, two = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if Family.CHANGE in {a.family, b.family} and not (_is_amount_of_change(a) and b.family in _ADDED):
        return False
    if _counts_heads(one, two, b) or (_counts_heads(one, one, a) and _counts_heads(two, two, b)):
        return True
    if one.dimension == two.dimension == "number" and _noun_of(text, a) and _noun_of(text, b):
        return True
    if one.unit == two.unit == "" and a.family in {Family.COUNT, Family.MONEY} and b.family in {Family.COUNT, Family.MONEY}:
        return one.step > 1 and two.step > 1  # 总共8000万，票房1900万: money without its word
    if one.dimension != two.dimension:
        return False
    if one.unit == two.unit:
        return True
    loose = {"", "unit"} & {one.unit, two.unit} or {one.unit, two.unit} == {"person", "票"}
    return bool(loose) if one.dimension == "count" else one.factor is not None and two.factor is not None


def _may_total(text: str, head: Claim, run: Sequence[Claim]) -> bool:
    """Whether a figure can be the total of a list: one unit, or a unit of which the items leave out the word (260万欧元，其中门禁65万), or a
    general one that they tell in their own (文物214件，其中造像68尊)."""
    one = head.value
    assert isinstance(one, Quantity)
    if _same_unit(text, head, run[0]):
        return True
    parts = [c.value for c in run if isinstance(c.value, Quantity)]
    if all(_noun_of(text, c) for c in run):
        return one.dimension == "count" and make_whole_together([_words_of(text, c) for c in run])
    if all(p.dimension == "number" and p.step > 1 for p in parts):
        return one.step > 1 and one.dimension in {"money", "count", "mass", "volume", "area"}
    return one.unit in _GENERAL and all(p.dimension == "count" and p.unit not in {"person", "time", "票"} for p in parts)


def _counts_heads(total: Quantity, part: Quantity, claim: Claim) -> bool:
    """Whether a bare number is of the people that a total counts: 二十四万人，其中会员15万."""
    if part.dimension != "number" or total.unit != "person":
        return False
    return total.step > 1 and part.step > 1 and bool(claim.frame.noun)


def _noun_of(text: str, claim: Claim) -> str:
    """The one character behind a bare number that says which part of a whole it counts: 8男2女, 9胜6平8负, 19金14银9铜; else ""."""
    behind = text[figure_end(text, claim) : figure_end(text, claim) + 1]
    return behind if behind in single_parts() else ""


def _heads_before(text: str, before: Sequence[Claim], run: Sequence[Claim], concepts: Concepts) -> Iterator[Claim]:
    """The figures that a list may divide: those that the words which open it name again (获救者中), nearest first; where they name none of
    the figures before it, those of its unit in its own sentence or in the one before, nearest first."""
    start = figure_start(text, run[0])
    opening = text[max(run[0].sentence.start, start - _OPEN_GAP) : start]
    opens = list(_OPENS_LIST.finditer(opening))
    if not opens:
        return
    lead = _CLAUSE_MARKS.split(opening[: opens[-1].start()])[-1]
    if len({tail := c.frame.noun[-2:] for c in run}) == 1 and len(tail) == 2:
        lead = tail  # 分业务看，汽车电子收入98.2亿元、消费电子收入61.5亿元
    fitting = [
        c
        for c in reversed(before)
        if start - figure_end(text, c) <= _TOPIC_GAP and _may_total(text, c, run) and not _is_compared(text, c)
    ]
    if named := [c for c in fitting if _names(text, lead, c, run, concepts)]:
        yield from named
        return
    for claim in fitting:
        between = text[figure_end(text, claim) : start]
        ends = list(_SENTENCE_END.finditer(between))
        own = not ends or (len(ends) == 1 and between[ends[0].end() :].lstrip("”」").startswith(opens[-1].group()))
        if len(between) > _OPEN_GAP or "\n" in between or not own:
            return
        yield claim


def _names(text: str, lead: str, claim: Claim, run: Sequence[Claim], concepts: Concepts) -> bool:
    """Whether the words before a list (获救者, 总投资) name what a figure tells."""
    if len(lead) < 2:
        return False
    if claim.frame.concept and any(e.id == claim.frame.concept for hit in concepts.find(lead) for e in hit.entries):
        return True
    words = _clause_of(text, claim)
    return any(lead[i : i + 2] in words for i in range(len(lead) - 1) if re.fullmatch("[\u4e00-\u9fff]{2}", lead[i : i + 2]))


def _is_compared(text: str, claim: Claim) -> bool:
    """Whether a figure is only what another is compared with, or what a share is taken of."""
    before = text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)]
    behind = text[figure_end(text, claim) : figure_end(text, claim) + 8]
    made = re.search("[编组构][组成]", behind)
    return bool(_BASE_OF_SHARE.search(before)) or ((bool(_COMPARED.search(before)) or "from" in claim.scope.qualifiers) and not made)


def _total_after(text: str, after: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """The total that follows a list: 甲48票、乙31票，合计79票."""
    if not after:
        return None
    gap = text[figure_end(text, run[-1]) : figure_start(text, after[0])]
    if len(gap) > _ITEM_GAP or _SENTENCE_END.search(gap) or not _TOTAL_BEFORE.search(gap):
        return None
    if not _may_total(text, after[0], run):
        return None
    one, two = run[-1].value, after[0].value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    clause = gap + text[figure_end(text, after[0]) : figure_end(text, after[0]) + 12].partition("，")[0]
    return after[0] if {one.unit, two.unit} != {"person", "票"} or _CAST.search(clause) else None  # 国会共有141名议员 need not all have voted


def _voters(text: str, before: Sequence[Claim], after: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """Those who cast the votes of a list that tells all of them: 15名执委悉数到场，11票赞成、2票反对、1票弃权; 518名议员参加投票."""
    unit = run[-1].value.unit if isinstance(run[-1].value, Quantity) else ""
    if unit not in {"票", "张", "person"} or not any("票" in _words_of(text, c) for c in run):
        return None
    for claim in (*before[-1:], *after[:1]):
        start, end = sorted((figure_end(text, claim), figure_start(text, run[0])))
        near = end - start <= _OPEN_GAP * 2 and "\n" not in text[start:end]
        if not near or not isinstance(claim.value, Quantity) or claim.value.unit != "person":
            continue
        if _CAST.search(_clause_of(text, claim)) or not _CLAUSE_MARKS.search(text[start:end]):
            return claim
    return None


def _traits_cross(items: Sequence[str]) -> bool:
    """Whether some of the items (their words) are told by a trait in one respect and others in another or in none."""
    told = [frozenset(i for i, trait in enumerate(_TRAITS) if trait.search(item)) for item in items]
    if _REST.search(items[-1]):
        return False
    if len(frozenset().union(*told)) == 1 and len(items) >= 3 and sum(map(bool, told)) >= 2:
        return False  # 会员15万、学生6万、老人5万: groups of one list, of which one has no word of that respect
    return any(told) and not frozenset.intersection(*told)


def _fits_some(parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether some of the parts, two at least, make the total: the others may then be parts of these, or of nothing."""
    if len(parts) > MAX_PARTS:
        return False
    return any(add_up(chosen, total) == 0 for size in range(2, len(parts)) for chosen in combinations(parts, size))


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
    return (head, (*run, further), total, total) if narrow and not _traits_cross(words) else None


def _compare(text: str, head: Claim, run: Sequence[Claim], *, told: bool, cut: bool) -> Sum | None:
    """The total with what its parts add up to, where that is more, or less though the list is plainly meant to be whole. `told`: a word
    opens the list; `cut`: what follows the list may go with it."""
    stated = _amount(head)
    values = [_amount(c, stated) for c in run]
    if any(v.low is None or v.high is None for v in (*values, stated)):
        return None
    bounds = [span_of(v) for v in values]
    low, high = sum((b[0] for b in bounds), Decimal(0)), sum((b[1] for b in bounds), Decimal(0))
    stated_low, stated_high = span_of(stated)
    if not _is_near(head, run) or (not told and low > stated_high * (1 + _NEARLY)):
        return None
    missed = add_up(values, stated)
    words = [_words_of(text, c) for c in run]
    whole = make_whole_together(words)
    gaps = [text[figure_end(text, a) : figure_start(text, b)] for a, b in pairwise(run)]
    level = told and len(run) >= 3 and all("、" in gap for gap in gaps)
    if missed == 0 or (not level and not whole and _fits_some(values, stated)):
        return None
    if missed > 0:
        overlap = _traits_cross(words) and not whole and not (len(run) >= 3 and low <= stated_high * (1 + _HARDLY))
        return None if overlap else (head, run, low, high)
    stretch = text[figure_start(text, run[0]) - 12 : figure_end(text, run[-1]) + 10]
    if _OPEN_ENDED.search(stretch) or cut or any(v.hedge is not Hedge.EXACT for v in (*values, stated)) or _traits_cross(words) and not whole:
        return None
    around = text[figure_end(text, head) : figure_start(text, run[0])] + text[figure_end(text, run[-1]) : figure_end(text, run[-1]) + 8]
    rest = _REST.search(words[-1]) and ("、" in gaps[-1] or stated.unit != "person")  # 9人受伤，其余3人: may be of another total
    if rest or whole or _ALL_TOLD.search(around):
        return head, run, low, high
    if len(run) >= 3 and _is_total(text, head) and high >= stated_low * (1 - _NEARLY):
        return head, run, low, high
    total = sum((v.low * (v.factor or 1) for v in values if v.low is not None), Decimal(0))
    amount = (stated.low or Decimal(0)) * (stated.factor or 1)
    slip = read_slip(Quantity(total, total), Quantity(amount, amount)) is not Slip.NONE
    if (told or _is_total(text, head)) and slip and (len(run) >= 3 or total >= 100):
        return head, run, low, high
    return None
