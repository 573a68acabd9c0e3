"""Whether a figure is a whole, a part of one or an item of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.language.document import Document
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Quantity

__all__ = ["DEEDS", "divides_before", "free_items", "has_twin", "is_itemised", "is_part"]

DEEDS = ("casualties.", "jobs.", "law.", "health.", "crowd.")
"""Groups of the lexicon whose words say what is done, not of whom."""
_OF_THESE = re.compile(r"[^，。；]{0,10}(?:之?中|里面?|当中)(?:的|已|已经|共|一共|就|只|仅|约|大约|有|又|还)*")
"""What stands between a whole and its part in one clause: 11名工人中已有8人获救."""
_ONE_OF_THEM = re.compile(r"[名位个]?[^，。；]{0,4}(?:[死伤]者|伤员|患者|嫌犯|嫌疑人|遇难者|失踪者|罹难者|被困者|获救者)")
"""Nouns for those who share a lot already told: 另两名伤者 are some of the injured, 另4人受伤 all of them."""


def is_part(document: Document, clause: Clause, figure: Mention, *, deed: bool) -> bool:
    """Whether the figure is said to be part of another: 其中, 单计 … before it in the sentence; a further item of a list opened by
    其中 counts too. `deed`: the figure says what happened to those it counts, so that 另有4人失联 is the whole of the missing."""
    before = document.shadow.text[clause.sentence.start : figure.start]
    own = clause.start - clause.sentence.start
    if any(
        f.end <= figure.start and _OF_THESE.fullmatch(document.shadow.text[f.end : figure.start]) for f in clause.figures if f is not figure
    ):
        return True
    if _INCLUDED.search(before):
        return True  # 获释者包括两名香港居民
    if before.endswith("另") and _ONE_OF_THEM.match(document.shadow.text, figure.end):
        return True
    matches = [
        m for m in word_pattern(load_cues().part_in).finditer(before) if m.start() >= own or m.group() not in load_cues().part_locally
    ]
    if matches and matches[-1].group() in {"其中", "当中"} and deed and _is_all_of_a_deed(document, clause, figure, matches[-1].end()):
        return False
    if not matches or (deed and matches[-1].group() in {"另有", "另外"}):
        return False
    between = before[matches[-1].end() :]
    if (
        matches[-1].group() in {"其中", "当中"}
        and matches[-1].start() > own
        and _follows_verb(clause, clause.sentence.start + matches[-1].start())
    ):
        return False  # 取回当中1150万元, 撤下其中5篇: all that the deed was done to
    return not re.search(r"[。！？；;]", between) and not re.search(r"共计|总共|合计|一共|累计|共有", between)


_INCLUDED = re.compile(r"(?:者|人员|员工|名单|乘客|旅客|学生|工人)(?:中|当中)?(?:包括|包含)了?(?:约|近|逾|至少|有)*$")
_NOTHING = re.compile(r"(?:已经?|共|就|仅|只|约|至少|有)*")


def _is_all_of_a_deed(document: Document, clause: Clause, figure: Mention, at: int) -> bool:
    """抽检85份样本，其中26份不合格: nothing narrows those counted but what happened to them, and they are all to whom it did. Not where
    more than a deed is told (其中12人伤势严重), nor where the whole is told by the same word."""
    text, start = document.shadow.text, clause.sentence.start
    if _NOTHING.fullmatch(text[start + at : figure.start]) is None:
        return False
    deed = text[figure.end : clause.end].strip("的了均都已为。，；")
    return 2 <= len(deed) <= 4 and deed not in text[start : start + at]


def _follows_verb(clause: Clause, at: int) -> bool:
    """Whether a verb of two characters or more, particle aside, ends right before a place."""
    before = [t for t in clause.tokens if t.end <= at and t.text not in {"了", "过", "到"}]
    return bool(before) and before[-1].tag == "VERB" and len(before[-1].text) > 1 and at - before[-1].end <= 1


def divides_before(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether the clause stands in brackets that divide the figure before them: 21人受伤（甲县20人、乙县1人）. Two figures or more of the
    unit of that figure."""
    if not clause.bracketed:
        return False
    inside = [c for c in clauses[max(0, clause.index - 6) : clause.index + 7] if c.bracketed and c.sentence.index == clause.sentence.index]
    first = next((c.index for c in reversed(clauses[: clause.index]) if not c.bracketed), -1)
    before = clauses[first] if first >= 0 else None
    if before is None or before.sentence.index != clause.sentence.index or not before.figures:
        return False
    whole = before.figures[-1].value
    parts = [f.value for c in inside if c.index > first for f in c.figures if isinstance(f.value, Quantity)]
    return isinstance(whole, Quantity) and len(parts) >= 2 and all(v.unit == whole.unit and v.dimension == "count" for v in parts)


def is_itemised(text: str, clause: Clause, figure: Mention, clauses: Sequence[Clause]) -> bool:
    """Whether the figure is an item of a list of three or more in its sentence (驱逐舰5艘、护卫舰9艘、两栖舰4艘): neighbouring
    clauses, each with one figure of
    the same unit and little else."""
    assert isinstance(figure.value, Quantity)
    unit = figure.value.unit

    def is_item(other: Clause) -> bool:
        return (
            other.sentence.index == clause.sentence.index
            and other.bracketed == clause.bracketed  # 21人受伤（甲县20人、乙县1人）: the whole and its parts are no one list
            and len(other.figures) == 1
            and isinstance(other.figures[0].value, Quantity)
            and other.figures[0].value.unit == unit
            and len(other.text) <= 18
            and not word_pattern(load_cues().whole_in).search(other.text)
        )

    if not is_item(clause):
        return False
    first = last = clause.index
    if clause.index + 1 < len(clauses) and word_pattern(load_cues().opens_parts).match(clauses[clause.index + 1].text):
        return False  # what is divided is no part
    while first > 0 and is_item(clauses[first - 1]) and not word_pattern(load_cues().opens_parts).match(clauses[first].text):
        first -= 1
    while last + 1 < len(clauses) and is_item(clauses[last + 1]):
        last += 1
    return last - first >= 2 and bool(re.search(r"[\u4e00-\u9fff]{2}", text[clause.start : figure.start] + text[figure.end : clause.end]))


def free_items(claims: list[Claim], items: Sequence[int]) -> None:
    """9人遇难、4人失联、17人受伤: an item of a list that says of itself what happened, as no other item of the list does, is no part of a
    whole but a fact of its own. Changed in place."""
    deeds = {i: claims[i].frame.concept or claims[i].frame.predicate for i in items}
    for i in items:
        alike = [j for j in items if deeds[j] == deeds[i] and claims[j].sentence == claims[i].sentence]
        if deeds[i] and alike == [i] and (not claims[i].frame.noun or deeds[i].startswith((*DEEDS, "vote."))):
            claims[i] = replace(claims[i], scope=replace(claims[i].scope, part=""))


def has_twin(clause: Clause, figure: Mention, clauses: Sequence[Clause]) -> bool:
    """Whether a neighbouring figure of the sentence has the same unit."""
    assert isinstance(figure.value, Quantity)
    near = [f for c in clauses[max(0, clause.index - 1) : clause.index + 2] if c.sentence.index == clause.sentence.index for f in c.figures]
    return any(f is not figure and isinstance(f.value, Quantity) and f.value.unit == figure.value.unit for f in near)
