"""Places that stand bare before what befell them: 青禾县境内突发涌水, 弥敦道一幢唐楼起火, 青禾县境内的一段堤坝决口."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.located import Located
from factcheck.claims.place_phrases import read_place, read_units
from factcheck.claims.place_words import load_place_words
from factcheck.language.document import Token

__all__ = ["bare_scenes", "befallen"]

_OCCURS = re.compile(
    r"(?:昨[日晚天]?|今[日晨早天]?|凌晨|突然|突|再度?|再次|又|曾|也|惊|先后)?"
    r"(?:发生|突发|爆发|出现|惊传|传出|惊现|发现)(?:了)?(?:[一两][起宗场次])?"
)
_BEFELL = re.compile(
    r"(?:昨[日晚天]?|今[日晨早天]?|凌晨|突然|突|再度?|再次|又|曾|也|惊|先后)?(?:发生|突发|爆发)(?:了)?(?:[一两][起宗场次])?"
)
_NAMED_AFTER = re.compile(r"[^，。]{0,2}?(?:案|事件|事故|惨案|惨剧|悲剧|灾难|者|人|罪)")
"""河滨市场枪击案今天满一周: what an affair is called."""
_ACTED = frozenset({"strike", "protest"})
"""What people do at a place that is called after it: 码头罢工."""
_SUDDEN = re.compile(r"(?:突然|突|再度|再次|又|首先|最先|率先)?")
_LIES = re.compile(r"(?:位于|位在|地处|坐落于?)(?=[\u4e00-\u9fff]{2,12}?的)")
"""云江高速|位于|青禾县的石门大桥: the place is the one behind, which says more."""
_WITHIN = re.compile(r"(?:境内|市内|县内|辖内|附近|一带|沿线|之间|以[东南西北]|外海|对开)(?:的)(?P<thing>[^，。、；：！？的]{2,16}?)$")
"""青禾县境内的|一段堤坝: what stands at a place that only says where."""
_SCENE_BEHIND = 10
"""Characters behind 发生 within which the word for what befell ends its phrase (多车|相撞|事故)."""


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
    lies = _LIES.match(clause.text, found[1] - clause.start) if found is not None else None
    if lies is not None:
        found = read_place(clause, clause.start + lies.end()) or found
    if found is None or len(clause.text[found[0] - clause.start : found[1] - clause.start]) < 4:
        return
    rest = _behind(clause, found[1]) - clause.start
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
        if (question := _question(scene.group())).partition("_")[0] in _BEFALLS:
            low, high = clause.start + scene.start(), clause.start + scene.end()
            yield Located(*found, question, scene.group(), low, high, units=read_units(clause, *found))
            return
    if rest == found[1] - clause.start and (struck := _struck_within(clause, found[1])) is not None:
        question, at_verb = struck
        yield Located(*found, question, at_verb.text, at_verb.start, at_verb.end, units=read_units(clause, *found))
        return
    befell = _BEFELL.match(clause.text, rest)
    if befell is not None and (scene := _scene_of(clause, befell.end())) is not None:
        low, high = clause.start + scene.start(), clause.start + scene.end()
        yield Located(*found, _question(scene.group()), scene.group(), low, high, units=read_units(clause, *found))
        return
    told = befallen(clause, clause.start + befell.end(), clause.end) if befell is not None else None
    if told is not None:
        yield Located(*found, told[1], told[0], clause.end - len(told[0]), clause.end, units=read_units(clause, *found))


_BEFALLS = frozenset({"scene", "quake"})


def _question(word: str) -> str:
    words = load_place_words()
    return words.roles.get(word) or words.question_of(load_event_words().types.get(word, word), word)


def _behind(clause: Clause, end: int) -> int:
    """Where what befell a place may begin: behind the place, a thing that stands there (境内的一段堤坝), and a time."""
    within = next(
        (m for m in clause.times if end < m.start and _WITHIN.search(clause.text, end - clause.start - 3, m.start - clause.start)), None
    )
    start = within.start if within is not None else end
    return next((m.end for m in clause.times if m.start == start), start)


def _struck_within(clause: Clause, end: int) -> tuple[str, Token] | None:
    """What befell a thing that stands within a place: 两站之间的|信号设备|失灵. The question, and the first verb."""
    verb = next((t for t in clause.tokens if t.start >= end and t.tag == "VERB"), None)
    events = load_event_words()
    kind = events.types.get(verb.text, "") if verb is not None else ""
    if verb is None or not kind or kind in events.generic:
        return None
    if not _WITHIN.search(clause.text, end - clause.start - 3, verb.start - clause.start):
        return None
    return _question(verb.text), verb


def _scene_of(clause: Clause, at: int) -> re.Match[str] | None:
    """The last word for a scene in the phrase that ends its clause behind 发生 (多车相撞|事故, 严重车祸)."""
    words = load_place_words()
    if len(clause.text) - at > _SCENE_BEHIND:
        return None
    found = [m for pattern in (words.role_pattern, words.verb_pattern) for m in pattern.finditer(clause.text, at)]
    told = [m for m in found if _question(m.group()).startswith("scene_")]
    return max(told, key=lambda m: (m.end(), m.end() - m.start()), default=None)


def befallen(clause: Clause, start: int, end: int) -> tuple[str, str] | None:
    """The last word of what is told to have befallen (特大|雪崩), and its question: the event type, else the word itself. None where the
    stretch is long or ends in no plain word."""
    tokens = [t for t in clause.tokens if start <= t.start and t.end <= end]
    if not tokens or end - start > 8 or tokens[-1].end != end or len(tokens[-1].text) < 2:
        return None
    word = tokens[-1].text
    if tokens[-1].tag not in {"NOUN", "VERB", "X"} or word in load_cues().vague_happenings or load_event_words().event_type(word) in _ACTED:
        return None
    return word, load_place_words().question_of(load_event_words().event_type(word), word)
