"""Lists of figures of one article: 甲方9人、乙方6人. Figures of one unit with nothing but nouns and commas between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.lexicon import load_event_words
from factcheck.language.contrasts import single_parts
from factcheck.model import Claim, Family, Quantity

__all__ = [
    "CLAUSE_MARKS",
    "ITEM_GAP",
    "OPENS_LIST",
    "OPEN_GAP",
    "REST",
    "SENTENCE_END",
    "TOTAL_BEFORE",
    "FigureList",
    "clause_of",
    "figure_end",
    "figure_start",
    "in_brackets",
    "is_added",
    "is_amount_of_change",
    "is_counted",
    "letter_of",
    "modifies",
    "read_lists",
    "same_unit",
    "words_of",
]

OPENS_LIST = re.compile(
    r"其中|当中|依次为?|里头|里面|里边|计有|包括|包含|分别|分为|分业务|分地区|分产品|分行业|分领域|分项|[分按][^，。、]{1,6}(?:划分|看|分)|具体(?:来看|为|是)|构成|组成|(?<=，)来自|(?<!立)即(?!将)|(?<=，)由(?=[^，。；]{2,12}$)"
    r"|(?<=[\u4e00-\u9fff0-9])(?:之中[，,有]?|[中里](?:[，,]|有))|：(?=[^，。；：]{0,12}$)"
)
"""What stands between a total and the list of its parts."""
TOTAL_BEFORE = re.compile(
    r"(?:合共|共计|总计|合计|总共|一共|总数|加起来|累计)[^，。；、：0-9]{0,5}$|[天日场个周年项]总[^，。；、：0-9]{1,4}$|[计共](?:为|达|有|是|约|获得?|录得)*$"
)
ITEM_GAP = 24
"""Characters between the digits of two items of one list: unit, noun, comma, a noun again."""
OPEN_GAP = 45
SENTENCE_END = re.compile(r"[。！？；;\n]")
CLAUSE_MARKS = re.compile("[，、。；：！？,;\n]")
_ASIDE = re.compile(r"（[^（）]*）")
_SEPARATES = re.compile(r"[，,、]|和|及|与")
REST = re.compile(r"其他|其它|其余|余下|剩余|剩下|杂七杂八|杂项")
_BREAKS = re.compile(
    r"另(?!由|外[一二两三四五六七八九十0-9]+[名位个人家])|此外|还有|仍|尚|目前|截至|至今|追加|其中|当中|同比|环比|[比较]|净利"
)
"""What stands before a figure that is no more an item of the list (另追加8亿元, 比去年多80人)."""
_FURTHER = re.compile(r"另有|另外[有的]?|还有")
_WITHIN = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})[中里内]")
"""弦乐60名、管乐40名，弦乐中小提琴32名: a part of an item."""
_COUNTED = re.compile(
    r"(?<![0-9.第一二三四五六七八九十百千万])(?P<number>[2-9]|1[0-2]|[二两三四五六七八九十])"
    r"(?:个|项|部分|大?部|段|类|种|大|天|日|县|区|乡|镇|村|市|省|地|组|批|方|名|位|家|条|支|座|轮|节|局|站|场|期|季|校|院|厂|党|国|队)"
)
_NUMERALS = {"二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10"}
_ADDED = {"count", "number", "money", "mass", "volume", "area", "length", "energy", "power", "data", "points_scored"}
"""Dimensions of which parts add up; degrees, speeds and rates do not."""


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
class FigureList:
    """Figures of one unit with nothing but commas and nouns between; `opened`: a word that opens a list stands before them; `cut`: more of
    the unit follow that are no items, or may be none; `further`: the first of them where 另有 stands before it."""

    items: list[Claim]
    opened: bool
    cut: bool = False
    further: Claim | None = None


def read_lists(text: str, ordered: Sequence[Claim]) -> Iterator[FigureList]:
    """The lists of two figures or more, in reading order."""
    found: FigureList | None = None
    for position, claim in enumerate(ordered):
        start = figure_start(text, claim)
        gap = _ASIDE.sub("", text[figure_end(text, ordered[position - 1]) : start]) if position else ""
        reach = start - OPEN_GAP
        alike = next((figure_end(text, c) for c in reversed(ordered[max(0, position - 9) : position]) if same_unit(text, c, claim)), reach)
        opens = bool(OPENS_LIST.search(text[max(alike, claim.sentence.start, reach) : start]))
        if (
            found
            and not opens
            and not _turns_to_votes(found.items[-1], claim)
            and all(same_unit(text, item, claim) for item in found.items)
            and _is_gap(gap)
            and (REST.search(gap) or not TOTAL_BEFORE.search(gap))
        ):
            if not _ends_list(text, [*found.items, claim]) and not _turns_to_deeds(text, found.items[-1], claim):
                found.items.append(claim)
                continue
            found.cut = True
            found.further = claim if _FURTHER.search(gap) else None
        if found and len(found.items) >= 2:
            yield found
        found = FigureList([claim], opens)
    if found and len(found.items) >= 2:
        yield found


def _turns_to_votes(last: Claim, claim: Claim) -> bool:
    """15名委员到场，11票赞成: those who voted are no item of the list of the votes."""
    units = [c.value.unit for c in (last, claim) if isinstance(c.value, Quantity)]
    return units == ["person", "票"]


def is_counted(text: str, items: Sequence[Claim]) -> bool:
    """Whether the words around a list say how many items it has, and it has them all: 由三部分构成：…; 受灾的三个乡镇中，…; …三段组成."""
    start, end = figure_start(text, items[0]), figure_end(text, items[-1])
    around = text[max(0, start - OPEN_GAP) : start], text[end : end + 14]
    told = {_NUMERALS.get(m["number"], m["number"]) for stretch in around for m in _COUNTED.finditer(stretch)}
    return len(items) >= 2 and str(len(items)) in told


def _ends_list(text: str, items: Sequence[Claim]) -> bool:
    """Whether the last of some figures in a row is no item of the list that those before it make: a word says so (另追加8亿元), or a comma
    stands before it where the others are parted by 、."""
    gaps = [_ASIDE.sub("", text[figure_end(text, a) : figure_start(text, b)]) for a, b in pairwise(items)]
    within = _WITHIN.search(gaps[-1])
    if within and any(within["what"] in words_of(text, item) for item in items[:-1]):
        return True
    if REST.search(gaps[-1]) or "另由" in gaps[-1]:
        return False  # 基建80亿元，其他40亿元
    return bool(_BREAKS.search(gaps[-1])) or ("、" not in gaps[-1] and "，" in gaps[-1] and any("、" in gap for gap in gaps[:-1]))


def _turns_to_deeds(text: str, first: Claim, item: Claim) -> bool:
    """Whether a row that began with sorts of things goes on behind a comma to what was done to all of them: 筹集2.3万套，其中公租房8200套，
    开工1.7万套."""
    sort = bool(first.frame.noun) and not first.frame.predicate and not first.frame.concept
    words = load_event_words()
    deed = words.event_type(item.frame.predicate) in words.types.values() if item.frame.predicate and not item.frame.noun else False
    return sort and deed and "，" in text[figure_end(text, first) : figure_start(text, item)]


def modifies(text: str, claim: Claim, then: Claim) -> bool:
    """Whether a figure only says which things the next one counts: 110千伏9座, 三千吨级的3条."""
    gap = text[figure_end(text, claim) : figure_start(text, then)]
    if claim.family is not Family.MEASURE or then.family is not Family.COUNT or len(gap) > 5 or CLAUSE_MARKS.search(gap):
        return False
    return not is_added(claim) or gap.endswith(("的", "级"))


def _is_gap(gap: str) -> bool:
    return len(gap) <= ITEM_GAP and not SENTENCE_END.search(gap) and (bool(_SEPARATES.search(gap)) or gap.rstrip("约近") in single_parts())


def same_unit(text: str, a: Claim, b: Claim) -> bool:
    """Whether two figures can be added: one currency, one dimension, measure words that do not count two sorts of things."""
    one, two = a.value, b.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if Family.CHANGE in {a.family, b.family} and not (is_amount_of_change(a) and is_added(b)):
        return False
    if _counts_heads(one, two, b) or (_counts_heads(one, one, a) and _counts_heads(two, two, b)):
        return True
    if one.dimension == two.dimension == "number" and letter_of(text, a) and letter_of(text, b):
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
    """Whether a bare number is of the people that a total counts: 二十四万人，其中会员15万."""
    if part.dimension != "number" or total.unit != "person":
        return False
    return total.step > 1 and part.step > 1 and bool(claim.frame.noun)


def in_brackets(text: str, claim: Claim) -> bool:
    """Whether a figure stands in brackets: 境外输入9例（甲国6例、乙国3例），本地8例."""
    before = text[claim.sentence.start : figure_start(text, claim)]
    return before.rfind("（") > before.rfind("）")


def is_added(claim: Claim) -> bool:
    """Whether the figure of a claim is one of which parts add up: a count, an amount of money, a measure that is no degree or rate."""
    return (
        claim.family in {Family.COUNT, Family.MONEY, Family.MEASURE}
        and isinstance(claim.value, Quantity)
        and (claim.value.dimension in _ADDED or (claim.value.dimension == "degree" and claim.value.step > 1))  # 510亿度
    )


def is_amount_of_change(claim: Claim) -> bool:
    """Whether a figure says by how much something became more or less, in its own unit: 增加126.6亿元, which a list may divide."""
    return claim.family is Family.CHANGE and isinstance(claim.value, Quantity) and claim.value.dimension not in {"share", "points"}


def letter_of(text: str, claim: Claim) -> str:
    """The one character behind a bare number that says which part of a whole it counts: 8男2女, 9胜6平8负, 19金14银9铜; else ""."""
    assert isinstance(claim.value, Quantity)
    behind = text[figure_end(text, claim) : figure_end(text, claim) + 1]
    return behind if behind in single_parts() and claim.value.dimension == "number" and claim.value.step <= 1 else ""


def clause_of(text: str, claim: Claim) -> str:
    """The words between the marks around a figure."""
    start, end = figure_start(text, claim), figure_end(text, claim)
    return CLAUSE_MARKS.split(text[max(claim.sentence.start, start - 30) : start])[-1] + CLAUSE_MARKS.split(text[end : end + 16])[0]


def words_of(text: str, claim: Claim) -> str:
    """The words of an item: from the mark or the figure before it to its unit."""
    before = re.split("[，、。；：0-9]", text[max(claim.sentence.start, figure_start(text, claim) - 14) : figure_start(text, claim)])[-1]
    if letter := letter_of(text, claim):
        return letter
    return before + text[figure_start(text, claim) : claim.span.end] + claim.frame.noun
