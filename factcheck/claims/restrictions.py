"""The words that restrict a figure: two figures are compared only where these are the same (最高, 人均, 首日, 其余, 追加, 上次)."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.language.document import Document
from factcheck.lexicon import AttributeEntry
from factcheck.mentions.types import Mention
from factcheck.model import Period, Quantity

__all__ = ["ONE_MANNER", "read_restrictions", "tells_of_before"]

_SUPERLATIVES = {
    **dict.fromkeys(("最高", "最多", "峰值", "尖峰", "最长", "最久"), "最大"),
    **dict.fromkeys(("最低", "最少", "最短"), "最小"),
}
"""Extremes that outlets name by different words, by the word they are compared under."""
ONE_MANNER = "one manner"
"""Restriction of a count of those who died in one way (6人经抢救无效死亡)."""
EARLIER_DAYS = 7
"""Days before its article from which on a dated earlier occasion (本月2日曾表决) is another than the one the article reports."""
_REST_GAP = re.compile(r"(?:的|那|这|尚有|还有|有|[约近逾])?$")


def read_restrictions(
    document: Document, clause: Clause, start: int, figure: Mention, end: int, entry: AttributeEntry | None
) -> tuple[str, ...]:
    """The restricting words around a figure (shadow offsets [start, end)), sorted, those inside a name (日经平均指数) left out; words of
    one meaning under one of them."""
    text = document.shadow.text
    found = set()
    for match in word_pattern(load_cues().restrictive | frozenset(_meanings())).finditer(text, start, end):
        apart = match.end() <= figure.start or figure.end <= match.start()
        if apart and not any(e.start <= match.start() < e.end for e in clause.entities):
            word = match.group()
            found.add(_SUPERLATIVES.get(word, _meanings().get(word, word)))
    if entry is not None and any(w[:2] in _SUPERLATIVES for w in entry.words):
        found -= {"最大", "最小"}  # the measure itself is one of extremes (最高气温)
    lead = text[max(clause.start, figure.start - 8) : figure.start]
    told = max((f.end for f in clause.figures if f.end <= figure.start), default=clause.start)
    if word_pattern(load_cues().first_day).search(text, told, figure.start):
        found.add("首日")  # 第一天就有36.5万支卖到消费者手上
    rest = [m for m in word_pattern(load_cues().rest).finditer(lead) if _REST_GAP.match(lead, m.end())]
    if rest:
        found.add("其余")
    if entry is not None and entry.id == "casualties.dead" and word_pattern(load_cues().manner_of_death).search(text, figure.end, end):
        found.add(ONE_MANNER)
    value = figure.value
    if entry is not None and entry.id == "person.age" and isinstance(value, Quantity) and value.low != value.high:
        found.add("ages")  # 24至57岁: of several people, not of one
    return tuple(sorted(found))


@cache
def _meanings() -> dict[str, str]:
    """The word that each of those with one meaning is compared under."""
    cues = load_cues()
    return {word: name for name, words in (("首日", cues.first_day), ("追加", cues.further)) for word in words}


def tells_of_before(document: Document, clause: Clause, figure: Mention, period: Period | None) -> bool:
    """Whether a figure is of an occasion before the one that is reported: a word for that (曾, 上次) stands before it in the sentence, and
    the time said lies a week or more before the article."""
    if period is None or period.start is None or document.article.published is None:
        return False
    if not word_pattern(load_cues().before_in).search(document.shadow.text, clause.sentence.start, figure.start):
        return False
    until = period.end or period.start
    return (document.article.published.replace(tzinfo=None) - until).total_seconds() >= EARLIER_DAYS * 86400
