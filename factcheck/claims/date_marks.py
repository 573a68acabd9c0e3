"""What a clause says of which happening it dates: another one of the kind, one that was moved, the first or the third, the one after lunch.

The marks go into a claim's qualifiers: `another`, `moved`, `#1`, `#3`, `#last`, `#other`, `@午餐`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.claims.happenings import NOMINAL
from factcheck.mentions.types import Mention

__all__ = ["mark_anchor", "mark_happening", "read_ordinals", "rows_in"]


_ANOTHER = re.compile(
    "也(?!许|门)|亦|同日|同一[天日]|曾(?!任|经理|[祖孙]|[一-鿿]{1,2}[说称表])|另(?:一|有|外|据)|上一?[次届回]|前一?[次届回]|此前|先前|之前曾|历史上|去年同期|同类|类似|又(?!称)|再(?![者说生保])|更(?:可|能|须|需|长达|达)"
)
"""Words by which a reporter sets one happening beside another of its kind: the date is not of the one the story is about."""
_NUMBER = "[二两三四五六七八九十0-9]{1,3}"
_ONE_OF = (
    "(?:[次例名批轮场位宗起份回届架班只头匹条艘辆列枚颗座栋间家所台部件项笔期局站标队组段炉处口把张支封拨波个]"
    "|[阶标]段|赛段|机组|车次|航班|死者|伤者|遇难者|患者)"
)
"""Measure words, and nouns that take a number without one: what a row is of."""
_ORDINAL = re.compile(
    f"(?P<first>首{_ONE_OF}|首度|初次|头一{_ONE_OF}|最早|最先|第[一1]{_ONE_OF})(?!候选人|把手|责任人)"
    f"|第(?P<number>{_NUMBER}){_ONE_OF}|(?P<last>最后一?{_ONE_OF}|末[班轮批站])|(?P<stage>[一二再终]审)"
    f"|(?P<other>另外?(?:有|的)?[一两二三四五六七八九十0-9]{{1,3}}{_ONE_OF}|另外?(?=[两二三四五六七八九十0-9]{{1,3}}人)|其[余他它](?=[^，。]{{0,3}}?[0-9一两二三四五六七八九十]|[一-鿿]{{1,2}}[则均都也])|余下|剩下)"
)
_DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九十")} | {"两": "2"}


def mark_happening(clause: Clause, scene: Sequence[str] = ()) -> tuple[str, ...]:
    """What the clause says of which happening it dates: `another` of its kind, `moved` to another day, the first or third one (#1, #3).
    `scene`: the words of the clauses around it, which may tell that it is of a neighbour (邻近城市巴朗加，10日停电)."""
    marks = []
    if _ANOTHER.search(clause.text) or any(map(word_pattern(load_cues().neighbour_in).search, (clause.text, *scene))):
        marks.append("another")
    if word_pattern(load_cues().moved_in).search(clause.text):
        marks.append("moved")
    return tuple(dict.fromkeys([*marks, *read_ordinals(clause)]))


def read_ordinals(clause: Clause) -> tuple[str, ...]:
    """Which of a row the clause speaks of: #1 for the first, #3, #last, #other. Words inside a name are none."""
    names = [(e.start - clause.start, e.end - clause.start) for e in clause.entities]
    return rows_in(clause.text, names)


def rows_in(text: str, names: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """Which of a row a text speaks of (#1, #3, #last, #other), what lies in `names` left out."""
    marks = []
    for match in _ORDINAL.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in names):
            continue
        number = match["number"]
        which = (
            "1" if match["first"] else _DIGITS.get(number, number) if number else match["stage"] or ("other" if match["other"] else "last")
        )
        marks.append(f"#{which}")
    return tuple(dict.fromkeys(marks))


_ANCHOR = re.compile(r"的?(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:之?后|过后|时|期间|当天|当日|当晚|现场)")


def mark_anchor(clause: Clause, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The noun that the first of some times is told by (@午餐), () where there is none."""
    anchor = _anchor_after(clause, mentions[0]) if mentions else ""
    return (f"@{anchor}",) if anchor else ()


def _anchor_after(clause: Clause, mention: Mention) -> str:
    """The noun right behind a time that tells of what it is the time (10月21日午餐后, 5月3日决赛时); "" where there is none."""
    if mention.start < clause.start:
        return ""
    at = mention.end - clause.start
    meal = clause.text[at - 1 : at] in {"早", "午", "晚"} and clause.text[at : at + 1] in {"餐", "膳", "饭", "宴"}  # 20日午|膳后
    match = _ANCHOR.match(clause.text, at - 1 if meal else at)
    if match is None:
        return ""
    start, end = clause.start + match.start("noun"), clause.start + match.end("noun")
    inside = clause.tokens_between(start, end)
    whole = bool(inside) and inside[0].start == start and inside[-1].end == end
    return match["noun"] if whole and all(t.tag in NOMINAL for t in inside) else ""
