"""What limits a statement to a part of the affair: one of several numbered or named parts (二号窑, 一楼, 东侧), a time up to which it
holds (开考之前), the nouns that tell which thing it is of."""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import load_poles

__all__ = ["BEFORE", "ON", "nouns_about", "numbered_things", "time_limit"]

BEFORE = "before:"
"""Opens the mark of what is said of the time before something only; the words of that moment follow."""

_NUMBER = r"[一二三四五六七八九十\d]{1,3}"
_PARTED = re.compile(
    rf"第{_NUMBER}(?:批|期|轮|审|航站楼|工厂|医院|小学|中学|幕|节|场|局|盘|季|车间|分厂|看守所|监区|战区)"
    rf"|(?:[东西南北中左右][侧面段翼座楼区岸塔坝馆门线]|[东西南北]?[主副侧支][坝楼塔馆门桥])"
    rf"|(?:负?{_NUMBER}(?:楼|层|楼层)(?![高的]))|[上下]半场|[甲乙丙丁ABCDEF](?:座|栋|区|馆|队|组|厂|段|标段)|(?:前|后|首|末|尾)[一二三四五六七八九十两]?节"
    rf"|(?:小学|初中|高中|中学|大学|幼儿园)部|(?:男|女)[单双]"
)
"""One of several parts that are told apart by a number, a letter or a side."""


def numbered_things(clause: Clause) -> tuple[str, ...]:
    """The things that a clause tells apart by a number or a side: 三号井, 第二批, 东楼. Days of the month are none."""
    taken = [(m.start - clause.start, m.end - clause.start) for m in clause.times]
    found = {m.group() for m in _PARTED.finditer(clause.text) if not any(a < m.end() and m.start() < b for a, b in taken)}
    for number in _NUMBERED.finditer(clause.text):
        thing = load_poles().numbered.match(clause.text, number.end())
        if thing is not None and not any(a < thing.end() and number.start() < b for a, b in taken):
            found.add(number.group() + thing.group())
    return tuple(sorted(found))


_NUMBERED = re.compile(rf"{_NUMBER}号")
_UNTIL = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,10}?)(?:之前|以前|前夕|(?<![目此日当生先早提从眼之以年月周天日时])前)(?![期往来后者沿景途提线锋排面方台述身列辈缘科不天日晚夜年])"
)
_AFFAIR_ITSELF = re.compile(r"目$|此$|日$|当$|年$|事$|月$|周$|天$|先$|案$|空$|史$|^在?(?:本报|记者)?(?:截稿|发稿|截至|到|截止)")
_VAGUE = re.compile(r"(?:不久|稍早|早些时候|很久|多[年月日天]|[\d一二三四五六七八九十两几数]+(?:年|个?月|天|日|周|小时|分钟))$")


def time_limit(clause: Clause, at: int) -> str:
    """The moment up to which alone something is said, told in the clause before `at` (开考之前没有…); "" for none."""
    found = _UNTIL.search(clause.text[max(0, clause.content_start - clause.start) : max(0, at - clause.start)])
    if found is None or _AFFAIR_ITSELF.search(found["what"]) or _VAGUE.search(found["what"]):
        return ""
    return found["what"]


_NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
_ON = frozenset({"就", "关于", "有关", "围绕", "针对", "对", "在"})
ON = "@"
"""Opens a phrase that tells what something is about (就边境问题)."""


def nouns_about(clause: Clause, start: int, end: int) -> tuple[str, ...]:
    """The noun phrases of a clause beside what is told at [start, end), in reading order: their words parted by blanks, the head last,
    verbs that describe it included (增发 新股 议案). Names, times and figures are left out."""
    aside = [(m.start, m.end) for m in (*clause.times, *clause.figures)] + [(e.start, e.end) for e in clause.entities]
    tokens = clause.content_tokens()
    phrases: list[list[str]] = [[]]
    for position, token in enumerate(tokens):
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        describes = token.tag == "VERB" and following is not None and (following.tag in _NOMINAL or following.text == "的")
        describes = describes and token.text not in load_event_words().light and token.text.lstrip("已曾未没无") not in load_poles().general
        if any(a < token.end and token.start < b for a, b in aside) or token.text == "的":
            continue
        if start <= token.start and token.end <= end:
            phrases.append([])
        elif token.text in _ON:
            phrases.append([ON])
        elif token.tag in _NOMINAL or (describes and len(token.text) > 1):
            if len(token.text) > 1:
                phrases[-1].append(token.text)
        elif token.tag not in {"NUM", "DET"}:
            phrases.append([])
    return tuple(" ".join(phrase) for phrase in phrases if phrase and phrase != [ON])
