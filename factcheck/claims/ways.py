"""Ways to a place: what is told of a place that one passed or came through, and how the place stands to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.happenings import Happening
from factcheck.claims.located import Located
from factcheck.claims.place_phrases import read_place, read_units
from factcheck.claims.place_words import load_place_words

__all__ = ["NOT_WHENCE", "PASSING", "THROUGH", "on_the_way", "told_of", "way_of"]

PASSING = re.compile(r"(?:行|驶|行驶|运行|行进|开|走|航行|飞|飞行|途|路|骑|骑行|经)(?:至|到|经|过)")
"""行至梅子坳路段时侧翻: where one came to is where it happened."""
NOT_WHENCE = frozenset({"enter", "arrive", "land", "treat", "appear", "stay", "deviate", "rescue", "evacuate"})
"""Questions that 从X does not answer but 在X does: whence is not where."""
THROUGH = re.compile(r"(?<=[\u4e00-\u9fff]{2})经由?(?=[\u4e00-\u9fff]{2,6}(?:口岸|关口|边境|海峡|港|港口|机场|车站|码头|检查站|通道)$)")
"""Where a name goes on with the way taken, however names are cut."""
_VIA = frozenset({"经", "经由", "途经", "取道", "借道", "绕道"})
_MEANWHILE = re.compile(r"(?:路段|附近|处|一带|段|之间)*(?:时|之际|期间|途中|后)")


def way_of(word: str, question: str) -> str:
    """How a place stands to what is told of it: where, whence, or by which way (经北门口岸进入)."""
    if word[-1] in "在于赴" or question not in NOT_WHENCE:
        return "at"
    return "via" if word in _VIA else "from"


def on_the_way(clause: Clause, happenings: Sequence[Happening]) -> Iterator[Located]:
    """货车运行至北口站与南口站之间时脱轨: where one came to is where it happened, however the words are cut."""
    words = load_place_words()
    for passing in PASSING.finditer(clause.text, max(0, clause.content_start - clause.start)):
        found = read_place(clause, clause.start + passing.end())
        if found is None or not _MEANWHILE.match(clause.text, found[1] - clause.start):
            continue
        for one in told_of(clause, found[1], happenings):
            units = read_units(clause, *found)
            yield Located(*found, words.question_of(one.type, one.word), one.word, one.start, one.end, "at", one, units)


def told_of(clause: Clause, end: int, happenings: Sequence[Happening]) -> list[Happening]:
    """Which of the happenings behind a place are told of it: the first two that questions know, but an unlisted one first where an
    object stands between (在天台救下两名被困人士); 开始 before another verb tells nothing."""
    words = load_place_words()
    near = [h for h in happenings if h.start >= end and not h.negated][:3]
    if len(near) > 1 and near[0].type in {"begin", "hold"} and near[1].start == near[0].end:
        near = near[1:]
    known = [h for h in near if h.word in words.questions or h.type in words.questions]
    between = clause.text[near[0].end - clause.start : known[0].start - clause.start] if near and known and known[0] is not near[0] else ""
    if re.search(r"了|[一两三四五六七八九十\d]+[名个件艘辆只头]", between):
        return near[:1]
    return known[:2] or near[:1]
