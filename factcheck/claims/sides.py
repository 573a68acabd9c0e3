"""Claims about which of two sides: 左膝, 右侧发动机, 跑道左侧."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.places import occasion_flags
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document, Token
from factcheck.model import Claim, Family, Name, Scope

__all__ = ["SIDE", "find_sides"]

SIDE = "SIDE"
"""The type of a name that is a side."""
_SIDE = re.compile(
    r"(?P<side>[左右])(?P<more>侧|边|后|前|上|下|外|内|后侧|前侧|舷|岸|半边?)?(?P<of>的)?"
    r"(?![右左转派倾拐键撇膀臂膀]|手边|邻|撇|不过|翼(?:政|势|阵|联|民|分|媒|团|选|人|思|色|极|激|组|党|主))"
)


def find_sides(document: Document, clause: Clause, times: ClauseTimes) -> Iterator[Claim]:
    """The sides that a clause tells, each of the noun right behind it (左膝) or, where there is none, right before it (跑道左侧). The
    noun is the concept of the frame: two sides are compared only of one thing."""
    offset = max(0, clause.content_start - clause.start)
    for match in _SIDE.finditer(clause.text, offset):
        start = clause.start + match.start()
        if (
            clause.text[match.start() - 1 : match.start()] in {"左", "右", "偏", "极", "中"}
            or clause.text[match.end() : match.end() + 1] == "右"
        ):
            continue
        noun, low, high = _noun_of(clause, start, clause.start + match.end(), bool(match["more"]))
        if not noun:
            continue
        subject, subject_text = read_subject(clause)
        yield make_claim(
            document,
            clause,
            start=low,
            end=high,
            family=Family.PLACE,
            attribute=f"{noun}|side",
            value=Name(clause.text[low - clause.start : high - clause.start], match["side"], SIDE),
            subject=subject,
            subject_text=subject_text,
            attribute_text=noun,
            scope=Scope(period=times.period_at(clause, start), event=clause.event, qualifiers=occasion_flags(clause, low, high)),
            as_of=times.as_of(clause),
            frame=replace(clause_frame(clause), concept=f"side|{noun}", head=noun),
            time_behaviour="fixed",
        )


def _noun_of(clause: Clause, start: int, end: int, sided: bool) -> tuple[str, int, int]:
    """The noun a side belongs to, with the stretch of both; "" where there is none. 左 alone takes the noun behind it only."""
    inside = next((t for t in clause.tokens if t.start <= start and end < t.end), None)
    if inside is not None:
        return _bare(clause.text[end - clause.start : inside.end - clause.start]), start, inside.end
    behind = next((t for t in clause.tokens if t.start == end), None)
    if behind is not None and _is_thing(clause, behind):
        return _bare(behind.text), start, behind.end
    before = next((t for t in reversed(clause.tokens) if t.end <= start and t.text != "的"), None)
    if sided and before is not None and before.end >= start - 1 and _is_thing(clause, before):
        return _bare(before.text), before.start, end
    return "", start, end


def _is_thing(clause: Clause, token: Token) -> bool:
    return token.tag in {"NOUN", "X"} and not any(m.start <= token.start < m.end for m in (*clause.figures, *clause.times))


def _bare(noun: str) -> str:
    """A part of the body or of a thing without the word for what ails it: 膝盖, 膝部 and 膝关节 are 膝."""
    return re.sub(r"(?<=.)(?:盖|部|关节|韧带|前交叉韧带|骨|头|子|端|翼尖|肌|肌肉)$", "", noun)
