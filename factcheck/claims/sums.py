"""Parts and their total in one article: 共计14人，其中甲方9人、乙方6人.

A list is figures of one unit with nothing but nouns and commas between. Its total is the figure that the words before the list name
(获救者中, 总投资包括), else the nearest one of the unit before it, or one behind it that says so (合计). A list that makes more than its
total is wrong; one that makes less only where it is plainly all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.claims.concepts import Concepts
from factcheck.claims.lists import (
    CLAUSE_MARKS,
    ITEM_GAP,
    OPEN_GAP,
    OPENS_LIST,
    REST,
    SENTENCE_END,
    TOTAL_BEFORE,
    FigureList,
    clause_of,
    figure_end,
    figure_start,
    in_brackets,
    is_added,
    is_amount_of_change,
    is_counted,
    letter_of,
    modifies,
    read_lists,
    same_unit,
    words_of,
)
from factcheck.claims.printed import add_up, span_of
from factcheck.language.contrasts import make_whole_together
from factcheck.mentions.slips import Slip, read_slip
from factcheck.model import Claim, Family, Hedge, Quantity, Stance

__all__ = ["Sum", "find_sums"]

Sum = tuple[Claim, Sequence[Claim], Decimal, Decimal]
"""A stated total, the figures that should make it, and the least and most they add up to, in base units."""

_MAY_OPEN = re.compile(r"(?<=[\u4e00-\u9fff])[中里有](?=[\u4e00-\u9fff]{1,8}$)")
"""What may open a list if the words before it name a figure told before: 常住人口中男性641.2万人，女性647.9万人."""
_OTHERS = re.compile(r"另外?[^，。；]{0,6}$")
"""What makes a list one of others than were told: 甲得11,204票，另外两人分别得8,916票及3,860票."""
_MANIFOLD = re.compile(r"每人|兼|同时|重复|两项|多项|人均|可报")
"""What lets one thing be counted in several items: 每人最多可报两项."""
_DIVIDES = re.compile(r"[分按].+|分别|具体.+")
_ALL_TOLD = re.compile(r"组成|构成|分别为|具体为")
"""Words that say that a list is all of it: 由甲方9席、乙方6席组成."""
_TOTAL_OF = re.compile(r"(?<![公])(?:合共|共计|总计|合计|总共|一共|共|总)[^，。；、0-9]{0,4}$|(?:这|上述)$")
"""共生产18.6万支: what makes a figure the whole of the list behind it though nothing opens that."""
_CAST = re.compile(r"投票|表决|出席|到会|到场|参加|投下|投出|全体|全数|悉数")
"""What makes a number of persons the total of votes."""
_ALL_CAST = re.compile(r"投票|表决|投下|投出|全体|全数|悉数|所有")
_NOT_CAST = re.compile(r"另|其余|缺席|未[按投参]|没有")
_TOPIC_GAP = 260
"""Characters between a total and a list whose own words name it again."""
_OPEN_ENDED = re.compile(r"等|主要|多数|大部分|最多的|较多的|仅|单是|单计|前[三五十]|重点")
"""Words that say that a list is not all of it."""
_TRAITS = (
    re.compile(r"女|男"),
    re.compile(r"外籍|境外|外地|外省|本地|本省|本国"),
    re.compile(r"首次|初次|新增"),
    re.compile(r"岁|以上|以下|婴儿|幼儿|婴幼|儿童|少年|青年|中年|老年|未成年|成年|老人|长者|学生|成人"),
    re.compile(r"重症|重伤|危重|轻伤"),
    re.compile(r"党员"),
)
"""Traits of persons, a line for each respect; items told by two of them may overlap (女性, 外籍), so that their sum may pass the total."""
_HAIR = Decimal("0.03")
"""Share of a total by which a list that may or may not be of it may miss it and still be meant to make it."""
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
_GENERAL = {"件", "项", "种", "部", "unit"}
"""Units of a total whose parts may be counted in units of their own: 文物214件，其中造像68尊、经卷103册."""
MAX_PARTS = 12
"""Items up to which all choices among them are tried."""


def find_sums(text: str, figures: Sequence[Claim], concepts: Concepts) -> Iterator[Sum]:
    """The totals of an article that their parts do not make. `figures`: claims with figures in reading order, their spans in `text`;
    `concepts`: the attribute lexicon, by which the words before a list name its total."""
    ordered = sorted(
        (c for c in figures if (is_added(c) or is_amount_of_change(c)) and c.stance is not Stance.DENIES),
        key=lambda c: figure_start(text, c),
    )
    ordered = [c for c, then in pairwise(ordered) if not modifies(text, c, then)] + ordered[-1:]
    outside = [c for c in ordered if not in_brackets(text, c)]
    for row in (ordered, outside) if len(outside) < len(ordered) else (ordered,):
        for found in read_lists(text, row):
            at = row.index(found.items[0])
            if wrong := _check_list(text, found, row[:at], row[at + len(found.items) :], concepts):
                yield wrong


def _check_list(text: str, found: FigureList, before: Sequence[Claim], after: Sequence[Claim], concepts: Concepts) -> Sum | None:
    """A list against the first figure that may be its total."""
    run = found.items
    for head in _heads_before(text, before, run, concepts, opened=found.opened):
        if _is_near(head, run):
            return _compare(text, head, run, told=True, cut=found.cut) or _miss_narrowly(text, head, run, found.further)
    if (total := _total_after(text, after, run)) is not None:
        return _compare(text, total, run, told=found.opened, cut=found.cut)
    whole = make_whole_together([words_of(text, c) for c in run])
    if whole and (voters := _voters(text, before, after, run)) is not None:
        all_cast = _ALL_CAST.search(clause_of(text, voters) + text[figure_end(text, voters) : figure_start(text, run[0])])
        return _compare(text, voters, run, told=True, cut=not all_cast or bool(_NOT_CAST.search(text[figure_end(text, run[-1]) :][:16])))
    if not found.opened and (wrong := _check_unopened(text, found, before, whole=whole)):
        return wrong
    rest = bool(REST.search(words_of(text, run[-1])))
    if len(run) >= 4 - rest and (rest or _is_total(text, run[0])):  # 共生产18万支，甲厂6万支，乙厂9万支，丙厂4万支
        return _compare(text, run[0], run[1:], told=False, cut=found.cut)
    return None


def _check_unopened(text: str, found: FigureList, before: Sequence[Claim], *, whole: bool) -> Sum | None:
    """A list that no word opens against a figure told before it in its sentence that is called a total (总奖金450万元，甲分得280万，乙分得
    190万) or of which the list names all parts; or in the sentence before, where that is said to be made up (由21人组成。设主任1名…), the
    list ends in the rest, or it is a record (30轮。…18胜7平6负)."""
    run = found.items
    rest = bool(REST.search(words_of(text, run[-1])))
    letters = whole and all(letter_of(text, c) for c in run)
    for head in reversed(before):
        gap = text[figure_end(text, head) : figure_start(text, run[0])]
        sentences = len(SENTENCE_END.findall(gap))
        if "\n" in gap or sentences > 1 or len(gap) > (_TOPIC_GAP if letters or rest else OPEN_GAP):
            return None
        if not _may_total(text, head, run) or _is_compared(text, head):
            continue
        if sentences == 1:
            if _almost(head, run) and (rest or letters or _ALL_TOLD.search(clause_of(text, head))):
                return _compare(text, head, run, told=True, cut=found.cut)
        elif (whole or _is_total(text, head)) and _is_near(head, run):
            return _compare(text, head, run, told=whole, cut=found.cut or (whole and not letters))
    return None


def _amount(claim: Claim, unit_of: Quantity | None = None) -> Quantity:
    """The figure of a claim; of a decrease its size, as its parts are told (缩减300亿元，其中教育120亿元). A bare number is of the unit of
    the figure that it goes with (260万欧元，其中门禁65万)."""
    value = claim.value
    assert isinstance(value, Quantity)
    if claim.family is Family.CHANGE and value.low is not None and value.high is not None and value.high < 0:
        value = replace(value, low=-value.high, high=-value.low)
    if unit_of is not None and value.dimension == "number" and unit_of.dimension != "number":
        value = replace(value, unit=unit_of.unit, dimension=unit_of.dimension, factor=unit_of.factor)
    return value


def _almost(head: Claim, run: Sequence[Claim]) -> bool:
    """Whether a list makes a figure but for a slip."""
    stated = _amount(head)
    total = sum((_amount(c, stated).low or Decimal(0)) for c in run)
    return stated.low is not None and abs(total - stated.low) <= max(stated.low * _HARDLY, Decimal(1))


def _is_near(head: Claim, run: Sequence[Claim]) -> bool:
    """Whether a list can be meant to make a figure: no item is more than it, and together they are not far from it."""
    stated = _amount(head)
    parts = [span_of(_amount(c, stated)) for c in run]
    low, high = span_of(stated)
    return all(p[0] <= high for p in parts) and low * _FAR <= sum(p[1] for p in parts) and sum(p[0] for p in parts) <= high * _BEYOND


def _is_total(text: str, claim: Claim) -> bool:
    return bool(_TOTAL_OF.search(text[max(claim.sentence.start, figure_start(text, claim) - 10) : figure_start(text, claim)]))


def _may_total(text: str, head: Claim, run: Sequence[Claim]) -> bool:
    """Whether a figure can be the total of a list: one unit, or a unit of which the items leave out the word (260万欧元，其中门禁65万), or
    a general one that they tell in their own (文物214件，其中造像68尊)."""
    one = head.value
    assert isinstance(one, Quantity)
    if same_unit(text, head, run[0]):
        return True
    parts = [c.value for c in run if isinstance(c.value, Quantity)]
    if all(letter_of(text, c) for c in run):
        return one.dimension == "count" and make_whole_together([words_of(text, c) for c in run])
    if one.dimension == "number" and all(p.unit == "person" for p in parts):
        return "人数" in clause_of(text, head)  # 入组人数是18430，其中东区11200人
    if all(p.dimension == "number" and p.step > 1 for p in parts):
        return one.step > 1 and one.dimension in {"money", "count", "mass", "volume", "area"}
    return one.unit in _GENERAL and all(p.dimension == "count" and p.unit not in {"person", "time", "票"} for p in parts)


def _heads_before(text: str, before: Sequence[Claim], run: Sequence[Claim], concepts: Concepts, *, opened: bool) -> Iterator[Claim]:
    """The figures that a list may divide: those that the words which open it name again (获救者中), nearest first; where they name none of
    the figures before it, those of its unit in its own sentence or in the one before, nearest first."""
    start = figure_start(text, run[0])
    opening = text[max(run[0].sentence.start, start - OPEN_GAP) : start]
    opens = list((OPENS_LIST if opened else _MAY_OPEN).finditer(opening))
    if not opens:
        return
    lead = CLAUSE_MARKS.split(opening[: opens[-1].start()])[-1]
    if _OTHERS.search(lead):
        return
    begins = start - len(opening) + opens[-1].start() - len(lead)
    tail = run[0].frame.noun[-2:]
    if len(tail) == 2 and all(tail in clause_of(text, c) for c in run):
        lead = tail  # 分业务看，汽车电子收入98.2亿元、消费电子收入61.5亿元
    near = (c for c in reversed(before) if start - figure_end(text, c) <= _TOPIC_GAP)
    near = (c for c in near if figure_end(text, c) <= begins or _amount(c).low != len(run))  # 受灾的三个乡镇中，甲乡…
    fitting = [c for c in near if _may_total(text, c, run) and not _is_compared(text, c)]
    if named := [c for c in fitting if _names(text, lead, c, run, concepts)]:
        yield from named
        return
    if not opened:
        return
    for claim in fitting:
        between = text[figure_end(text, claim) : start]
        ends = list(SENTENCE_END.finditer(between))
        begins = bool(ends) and between[ends[0].end() :].lstrip("”」").startswith(opens[-1].group())
        own = not ends or (len(ends) == 1 and (begins or is_counted(text, run)))
        if len(between) > OPEN_GAP or "\n" in between or not own:
            break
        yield claim
    if _DIVIDES.fullmatch(opens[-1].group()) and len(run) >= 3:  # 按地区划分，…: of a figure told further back
        yield from (c for c in fitting if _almost(c, run))


def _names(text: str, lead: str, claim: Claim, run: Sequence[Claim], concepts: Concepts) -> bool:
    """Whether the words before a list (获救者, 总投资) name what a figure tells."""
    if len(lead) < 2:
        return False
    if claim.frame.concept and any(e.id == claim.frame.concept for hit in concepts.find(lead) for e in hit.entries):
        return True
    words = clause_of(text, claim)
    return any(lead[i : i + 2] in words for i in range(len(lead) - 1) if re.fullmatch("[\u4e00-\u9fff]{2}", lead[i : i + 2]))


def _is_compared(text: str, claim: Claim) -> bool:
    """Whether a figure is only what another is compared with, or what a share is taken of."""
    before = text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)]
    behind = text[figure_end(text, claim) : figure_end(text, claim) + 8]
    made = re.search("[编组构][组成]", behind)
    return bool(_BASE_OF_SHARE.search(before)) or ((bool(_COMPARED.search(before)) or "from" in claim.scope.qualifiers) and not made)


def _total_after(text: str, after: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """The total that follows a list: 甲48票、乙31票，合计79票."""
    total = next((c for c in after[:3] if _may_total(text, c, run) and _is_near(c, run)), None)
    if total is None:
        return None
    gap = text[figure_end(text, run[-1]) : figure_start(text, total)]
    if len(gap) > ITEM_GAP or SENTENCE_END.search(gap) or not TOTAL_BEFORE.search(gap):
        return None
    one, two = run[-1].value, total.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    clause = gap + text[figure_end(text, total) : figure_end(text, total) + 12].partition("，")[0]
    voters = {one.unit, two.unit} == {"person", "票"}  # 国会共有141名议员 need not all have voted
    return total if not voters or _CAST.search(clause) else None


def _voters(text: str, before: Sequence[Claim], after: Sequence[Claim], run: Sequence[Claim]) -> Claim | None:
    """Those who cast the votes of a list that tells all of them: 15名执委悉数到场，11票赞成、2票反对、1票弃权; 518名议员参加投票."""
    unit = run[-1].value.unit if isinstance(run[-1].value, Quantity) else ""
    if unit not in {"票", "张", "person"} or not any("票" in words_of(text, c) for c in run):
        return None
    for claim in (*reversed(before), *after[:1]):
        start, end = sorted((figure_end(text, claim), figure_start(text, run[0])))
        near = end - start <= _TOPIC_GAP and "\n" not in text[start:end]
        if not near or not isinstance(claim.value, Quantity) or claim.value.unit != "person":
            continue
        if _CAST.search(clause_of(text, claim)) or not CLAUSE_MARKS.search(text[start:end]):
            return claim
    return None


def _traits_cross(items: Sequence[str]) -> bool:
    """Whether some of the items (their words) are told by a trait in one respect and others in another or in none."""
    told = [frozenset(i for i, trait in enumerate(_TRAITS) if trait.search(item)) for item in items]
    if REST.search(items[-1]):
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
    words = [words_of(text, c) for c in (*run, further)]
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
    words = [words_of(text, c) for c in run]
    whole = make_whole_together(words) or is_counted(text, run)
    gaps = [text[figure_end(text, a) : figure_start(text, b)] for a, b in pairwise(run)]
    level = told and len(run) >= 3 and all("、" in gap for gap in gaps)
    if missed == 0 or (not level and not whole and _fits_some(values, stated)):
        return None
    between = text[min(figure_end(text, head), figure_start(text, run[0])) : figure_start(text, run[0])]
    if missed > 0 and _MANIFOLD.search(between):
        return None
    if missed > 0:
        hardly = len(run) >= 3 and low <= max(stated_high * (1 + _HARDLY), stated_high + 1)
        overlap = _traits_cross(words) and not whole and not hardly
        return None if overlap else (head, run, low, high)
    stretch = text[figure_start(text, run[0]) - 12 : figure_end(text, run[-1]) + 10]
    if _OPEN_ENDED.search(stretch) or cut or any(v.hedge is not Hedge.EXACT for v in (*values, stated)):
        return None
    around = between + text[figure_end(text, run[-1]) : figure_end(text, run[-1]) + 8]
    rest = REST.search(words[-1]) and ("、" in gaps[-1] or stated.unit != "person")  # 9人受伤，其余3人: may be of another total
    if rest or whole or _ALL_TOLD.search(around):
        return head, run, low, high
    if len(run) >= 3 and _is_total(text, head) and high >= stated_low * (1 - _NEARLY):
        return head, run, low, high
    if _traits_cross(words):
        return None
    total = sum((v.low * (v.factor or 1) for v in values if v.low is not None), Decimal(0))
    amount = (stated.low or Decimal(0)) * (stated.factor or 1)
    slip = read_slip(Quantity(total, total), Quantity(amount, amount)) is not Slip.NONE
    if (told or _is_total(text, head)) and slip and (len(run) >= 3 or total >= 100):
        return head, run, low, high
    return None
