"""Whether a word of a clause is a verb that tells what was done or not: nouns that are predicates, verbs that only tell a sort of thing."""

from __future__ import annotations

import re

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import load_poles
from factcheck.claims.stance import is_negated, negation_before
from factcheck.language.document import Token
from factcheck.language.thesaurus import groups_of
from factcheck.mentions.types import Mention

__all__ = [
    "NOMINAL",
    "is_change",
    "is_governed",
    "is_predicate",
    "names_what_it_is_of",
    "tells_sort_of_any",
    "tells_the_sort",
    "tells_times",
]

NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}


_BEFORE_PREDICATE = frozenset(
    {"对", "向", "由", "将", "把", "给", "经", "没有", "没", "未", "从未", "未曾", "并未", "无一人", "无人", "没人"}
)


def is_predicate(clause: Clause, token: Token) -> bool:
    """Whether a word that a tagger takes for a noun is the verb of its clause: a listed verb with no other verb between it and the negation
    or preposition that a verb must follow, and a figure or the end behind it (对牛肉课征一成五关税, 由替身完成, 全程没有剪辑)."""
    if token.tag != "NOUN" or len(token.text) != 2 or not (groups_of(token.text) or token.text in load_event_words().types):
        return False
    following = next((t for t in clause.tokens if t.start >= token.end), None)
    if following is not None and following.tag not in {"NUM", "PUNCT"} and following.text != "了":
        return False
    before = [t for t in clause.content_tokens() if t.end <= token.start]
    for position in range(len(before) - 1, -1, -1):
        if before[position].text in _BEFORE_PREDICATE:
            negates = before[position].text in load_cues().negations
            return position + 1 == len(before) if negates else position + 1 < len(before) and before[-1].text != "的"
        if before[position].tag == "VERB":
            return False
    return False


def tells_the_sort(clause: Clause, start: int, end: int) -> bool:
    """Whether a verb stands between another negated verb and the noun that is that one's object."""
    negation = negation_before(clause, start)
    behind = next((t for t in clause.tokens if t.start == end), None)
    if negation is None or behind is None or behind.tag not in NOMINAL:
        return False
    between = [t for t in clause.tokens if negation.end <= t.start and t.end <= start]
    governs = [t for t in between if t.tag == "VERB" and len(t.text) > 1 and t.text not in load_event_words().light]
    joined = bool(between) and (between[-1].tag == "CCONJ" or between[-1].text == "、")
    return any(load_poles().general.get(t.text) != "exist" and t.text not in load_cues().opens_clause for t in governs) and not joined


_BETWEEN = re.compile(r"[^的了过着后前时中致使引发令及并和与在于被，。；、：\W\d]{0,2}")
"""What may stand between the word for a happening and the noun it belongs to: 泄漏应急预案, 爆炸抑制装置."""


def names_what_it_is_of(clause: Clause, start: int, end: int) -> bool:
    """Whether a word for a happening only names what the noun behind it is of: 火灾隐患, 撤离演练, 洩漏报警器."""
    words, text = load_event_words(), clause.text
    word, behind = text[start - clause.start : end - clause.start], end - clause.start
    if words.types.get(word) not in words.nameable or word.endswith(_OF_WORDS):
        return False
    between = _BETWEEN.match(text, behind)
    return any(words.named_of.match(text, at) for at in range(behind, between.end() + 1 if between else behind + 1))


_OF_WORDS = ("露", "外泄")
"""Ends of verbs for giving away what one knows, whose object any noun may be: 泄露计划."""


GOVERNED = 14
"""Characters between a verb of forbidding or asking and the verb it governs: who should not or should do it, and where."""
_BY_REQUEST = re.compile(r"(?:应|按照?|经|据|根据|依|在|的)[\u4e00-\u9fff]{0,8}$")


def is_governed(clause: Clause, start: int) -> bool:
    """Whether a verb at a shadow offset only tells what is forbidden, hindered, allowed or asked for: 限制码头引进设备. What is done at a
    request (应警方要求撤离) is done."""
    words, text = load_event_words(), clause.text
    for token in clause.tokens:
        if token.tag == "VERB" and token.text in words.governing and 0 <= start - token.end <= GOVERNED:
            at = token.start - clause.start
            if (
                not _BY_REQUEST.search(text, max(0, at - 10), at)
                and text[token.end - clause.start : token.end - clause.start + 1] not in "下后的"
            ):
                return True
    return False


def tells_times(clause: Clause, figure: Mention) -> bool:
    """Whether a figure tells how often something was done (做了两次除冰), and counts no things."""
    return clause.text[figure.end - clause.start - 1] in "次回遍趟轮"


def tells_sort_of_any(clause: Clause, verb: Token) -> bool:
    """Whether a verb only tells of which sort a thing is none of which there was: 支持 in 从未签过任何支持文件."""
    before = next((t for t in clause.tokens if t.end == verb.start), None)
    behind = next((t for t in clause.tokens if t.start == verb.end), None)
    return before is not None and before.text in {"任何", "什么"} and behind is not None and behind.tag in NOMINAL


def is_change(clause: Clause, verb: Token) -> bool:
    """Whether a verb of change is told as done to something or not (没有下调补贴, 提高了门槛) and links no figure."""
    cues = load_cues()
    return (
        len(verb.text) == 2
        and verb.text in (cues.up | cues.down)
        and (is_negated(clause, verb.start) or bool(_DONE_BY.search(clause.text)))
    )


_DONE_BY = re.compile(r"已|了(?!解)|将|宣布|决定")
