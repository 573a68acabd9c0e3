"""Places that stand bare before what befell them: 青禾县境内突发涌水, 弥敦道一幢唐楼起火."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.located import Located
from factcheck.claims.place_phrases import read_place, read_units
from factcheck.claims.place_words import load_place_words

__all__ = ["bare_scenes", "befallen"]

_OCCURS = re.compile(
    r"(?:昨[日晚天]?|今[日晨早天]?|凌晨|突然|突|再度?|再次|又|曾|也|惊|先后)?"
    r"(?:发生|突发|爆发|出现|惊传|传出|惊现|发现)(?:了)?(?:[一两][起宗场次])?"
)
_BEFELL = re.compile(
    r"(?:昨[日晚天]?|今[日晨早天]?|凌晨|突然|突|再度?|再次|又|曾|也|惊|先后)?(?:发生|突发|爆发)(?:了)?(?:[一两][起宗场次])?"
)
_VAGUE = re.compile(r"事件|事故|意外|事情|变化|争议|争执|纠纷|变故|状况|情况|问题|改变|关系|矛盾|冲突|疫情|病例|险情|灾害|灾情")
_NAMED_AFTER = re.compile(r"[^，。]{0,2}?(?:案|事件|事故|惨案|惨剧|悲剧|灾难|者|人|罪)")
"""河滨市场枪击案今天满一周: what an affair is called."""
_ACTED = frozenset({"strike", "protest"})
"""What people do at a place that is called after it: 码头罢工."""
_SUDDEN = re.compile(r"(?:突然|突|再度|再次|又|首先|最先|率先)?")


def bare_scenes(clause: Clause) -> Iterator[Located]:
    """A place that opens its clause, without any preposition, before what befell it: 青禾县境内突发涌水, 弥敦道一幢唐楼起火."""
    words = load_place_words()
    if clause.sentence.headline:
        return  # 洛港街市枪击九死: headlines call places by short names
    at = max(clause.start, clause.content_start)
    for mark in sorted(clause.times, key=lambda m: m.start):
        if at <= mark.start <= at + 4:
            at = mark.end
    while at < clause.end and clause.text[at - clause.start] in "，、 许左右":
        at += 1
    found = read_place(clause, at)
    if found is None or len(clause.text[found[0] - clause.start : found[1] - clause.start]) < 4:
        return
    rest = next((m.end for m in clause.times if m.start == found[1]), found[1]) - clause.start
    occurs = _OCCURS.match(clause.text, rest)
    sudden = _SUDDEN.match(clause.text, rest)
    for start in dict.fromkeys(m.end() for m in (occurs, sudden) if m is not None):
        scene = max(
            (m for m in (words.role_pattern.match(clause.text, start), words.verb_pattern.match(clause.text, start)) if m is not None),
            key=lambda m: m.end(),
            default=None,
        )
        named = occurs is None and scene is not None and _NAMED_AFTER.match(clause.text, scene.end())
        if scene is None or named or load_event_words().types.get(scene.group()) in _ACTED:
            continue
        word = scene.group()
        question = words.roles.get(word) or words.question_of(load_event_words().types.get(word, word), word)
        if question.partition("_")[0] in {"scene", "quake"}:
            low, high = clause.start + scene.start(), clause.start + scene.end()
            yield Located(*found, question, word, low, high, units=read_units(clause, *found))
            return
    befell = _BEFELL.match(clause.text, rest)
    told = befallen(clause, clause.start + befell.end(), clause.end) if befell is not None else None
    if told is not None:
        yield Located(*found, told[1], told[0], clause.end - len(told[0]), clause.end, units=read_units(clause, *found))


def befallen(clause: Clause, start: int, end: int) -> tuple[str, str] | None:
    """The last word of what is told to have befallen (特大|雪崩), and its question: the event type, else the word itself. None where the
    stretch is long or ends in no plain word."""
    tokens = [t for t in clause.tokens if start <= t.start and t.end <= end]
    if not tokens or end - start > 8 or tokens[-1].end != end or len(tokens[-1].text) < 2:
        return None
    word = tokens[-1].text
    if tokens[-1].tag not in {"NOUN", "VERB", "X"} or _VAGUE.fullmatch(word) or load_event_words().event_type(word) in _ACTED:
        return None
    return word, load_place_words().question_of(load_event_words().event_type(word), word)
