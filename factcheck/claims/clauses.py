"""A document cut into clauses, each with the figures, times and names that stand in it.

A clause ends at a comma, semicolon, colon, full stop, bracket or line end, and at an enumeration comma (、) between two items that
each hold a figure. Marks inside a mention (12:30, 1,000, a title in 《》) end nothing.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.language.document import Document, Sentence, Token
from factcheck.language.segmenter import is_listed
from factcheck.language.thesaurus import is_verb
from factcheck.mentions.types import EntityMention, Mention
from factcheck.model import Period, Quantity, Stance

__all__ = ["Clause", "cut_clauses"]

_MARKS = re.compile(r"[，,；;：:。！？!?、\n（）()【】\[\]“”‘’—]+|\.{3,}|…+")
_HEADLINE_MARKS = re.compile(_MARKS.pattern + r"|(?<=[\u4e00-\u9fff\d%])\s+(?=[\u4e00-\u9fff\d])")
"""In a headline a space parts two statements as well (机组自动停堆　无放射性外泄)."""
_FIGURES = {"number", "percent", "numberrange", "money", "quantity", "age", "temperature", "duration"}


@dataclass(slots=True)
class Clause:
    """One clause. Offsets are shadow offsets. The fields after `entities` are filled in by the stages of this package."""

    index: int
    sentence: Sentence
    start: int
    end: int
    text: str
    opening: str
    tokens: tuple[Token, ...]
    figures: tuple[Mention, ...]
    times: tuple[Mention, ...]
    entities: tuple[EntityMention, ...]
    ordinals: tuple[Mention, ...] = ()
    # filled by `stance`
    speaker: str = ""
    stance: Stance = Stance.ASSERTS
    content_start: int = 0  # what stands before it is attribution (据…称), not content
    denies: tuple[int, ...] = ()  # indexes of earlier clauses that this one denies (对此猜测予以否认)
    confirmed: bool = False  # said by one who admits or confirms it
    avowed_from: int = -1  # where the word starts that admits, confirms or denies what it tells (-1: none)
    denied_until: int = 0  # where the words end that deny this clause
    quoted: bool = False
    bracketed: bool = False
    # filled by `context`
    subject: EntityMention | None = None
    participants: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    event: str = ""
    topic: str = ""
    # filled by `answers`
    answers: tuple[str, ...] = ()
    stressed: bool = False
    insists: bool = False
    before: tuple[str, ...] = ()  # content words of the one or two clauses before it in its sentence
    _wording: str | None = field(default=None, repr=False)
    _words: tuple[str, ...] | None = field(default=None, repr=False)

    def wording(self) -> str:
        """The clause with every figure, ordinal and time masked by "#": what two copies of one sentence share."""
        if self._wording is None:
            parts, at = [], self.start
            for mention in sorted((*self.figures, *self.ordinals, *self.times), key=lambda m: m.start):
                if mention.core_start >= at:
                    parts += [self.text[at - self.start : mention.core_start - self.start], "#"]
                    at = mention.core_end
            parts.append(self.text[at - self.start :])
            self._wording = "".join(parts)
        return self._wording

    def content_tokens(self) -> tuple[Token, ...]:
        """The tokens after the attribution."""
        return tuple(t for t in self.tokens if t.start >= self.content_start)

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens inside [start, end)."""
        return tuple(t for t in self.tokens if start <= t.start and t.end <= end)

    def content_words(self) -> tuple[str, ...]:
        """Nouns, verbs and adjectives of the content, two characters or more, sorted and without repetition."""
        if self._words is None:
            self._words = tuple(
                sorted({t.text for t in self.content_tokens() if t.tag in {"NOUN", "VERB", "PROPN", "ADJ", "X"} and len(t.text) > 1})
            )
        return self._words


def cut_clauses(document: Document, mentions: Sequence[Mention], entities: Sequence[EntityMention]) -> list[Clause]:
    """All clauses of the document in reading order; every mention lies in the clause that holds its first character."""
    text = document.shadow.text
    covered = bytearray(len(text))
    spans = [(m.start, m.end) for m in mentions] + [(e.start, e.end) for e in entities]
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    figure_starts = [m.start for m in mentions if m.kind in _FIGURES and isinstance(m.value, Quantity)]
    clauses: list[Clause] = []
    depth = quotes = 0
    tokens = _named(document.tokens, entities)
    token_starts = [t.start for t in tokens]
    mention_starts = [m.start for m in mentions]
    entity_starts = [e.start for e in entities]
    for sentence in document.sentences:
        cuts: list[tuple[int, int, str]] = []
        for mark in (_HEADLINE_MARKS if sentence.headline else _MARKS).finditer(text, sentence.start, sentence.end):
            if covered[mark.start()] or (mark.group() in {"“", "”", "‘", "’"} and _inside_name(text, mark.start(), sentence)):
                continue
            if mark.group() == "、" and not _splits_figures(text, mark.start(), sentence, figure_starts):
                continue
            cuts.append((mark.start(), mark.end(), mark.group()))
        edges = [(sentence.start, sentence.start, ""), *cuts, (sentence.end, sentence.end, "")]
        for (_, begin, mark_text), (finish, _, _) in itertools.pairwise(edges):
            quotes = max(0, quotes + mark_text.count("“") - mark_text.count("”"))
            depth = max(0, depth + sum(map(mark_text.count, "（([【")) - sum(map(mark_text.count, "）)]】")))
            start, end = begin, finish
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start >= end:
                continue
            inside = mentions[bisect_left(mention_starts, start) : bisect_left(mention_starts, end)]
            clauses.append(
                Clause(
                    index=len(clauses),
                    sentence=sentence,
                    start=start,
                    end=end,
                    text=text[start:end],
                    opening=mark_text,
                    tokens=tokens[bisect_left(token_starts, start) : bisect_left(token_starts, end)],
                    figures=tuple(m for m in inside if m.kind in _FIGURES and isinstance(m.value, Quantity)),
                    times=tuple(m for m in inside if isinstance(m.value, Period) or m.kind == "set"),
                    ordinals=tuple(m for m in inside if m.kind == "ordinal" and isinstance(m.value, Quantity)),
                    entities=tuple(entities[bisect_left(entity_starts, start) : bisect_left(entity_starts, end)]),
                    content_start=start,
                    quoted=quotes > 0,
                    bracketed=depth > 0,
                )
            )
        if text[sentence.end - 1 : sentence.end] == "\n" or sentence.headline:
            quotes = depth = 0
    return clauses


def _named(tokens: Sequence[Token], entities: Sequence[EntityMention]) -> tuple[Token, ...]:
    """The tokens, cut where a name begins or ends inside one (沪|指摸), those of a name tagged as a name: no part of it is a verb."""
    found: list[Token] = []
    names = iter(entities)
    name = next(names, None)
    for token in tokens:
        while name is not None and name.end <= token.start:
            name = next(names, None)
        rest: Token | None = token
        while rest is not None and name is not None and name.start < rest.end:
            if rest.start < name.start:
                found.append(_cut(rest, rest.start, name.start))
                rest = _cut(rest, name.start, rest.end)
            inner = min(rest.end, name.end)
            part = _cut(rest, rest.start, inner)
            found.append(part if part.tag in {"NOUN", "PROPN"} else replace(part, tag="PROPN"))
            rest = _cut(rest, inner, rest.end) if inner < rest.end else None
            if rest is not None:
                name = next(names, None)
        if rest is not None:
            found += [rest] if rest is token else _parted(rest)
    return _joined([_noun(token) for token in found])


_NOUN_ENDS = frozenset("费款金券证书率额量价法案品物件者员樽瓶箱车船机舰艇枪炮弹药剂器具厂店馆院校")
"""Last characters that make a word of three or more a noun (赞助费), whatever a tagger took it for."""


def _parted(rest: Token) -> list[Token]:
    """What a name leaves of a word that a tagger made of it and what follows: a mark of negation, time or passive and its verb
    (维尔兰|未派)."""
    if len(rest.text) < 2 or rest.text[0] not in _VERB_MARKS or is_listed(rest.text):
        return [rest]
    at = rest.start + 1
    return [replace(_cut(rest, rest.start, at), tag="ADV"), replace(_cut(rest, at, rest.end), tag="VERB")]


_VERB_MARKS = frozenset("未没不无已曾将被拟")


def _joined(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens; what is joined to a verb by 或 and listed as a verb is one, too (买入|或|卖出)."""
    for position in range(len(tokens) - 2):
        first, link, then = tokens[position : position + 3]
        if link.text in {"或", "或者", "并"} and then.tag == "VERB" and first.tag == "NOUN" and is_verb(first.text):
            tokens[position] = replace(first, tag="VERB")
    return tuple(tokens)


def _noun(token: Token) -> Token:
    return replace(token, tag="NOUN") if token.tag == "VERB" and len(token.text) > 2 and token.text[-1] in _NOUN_ENDS else token


def _cut(token: Token, start: int, end: int) -> Token:
    if (start, end) == (token.start, token.end):
        return token
    return replace(token, start=start, end=end, text=token.text[start - token.start : end - token.start])


def _inside_name(text: str, at: int, sentence: Sentence) -> bool:
    """Whether the quotation mark belongs to a short quoted expression (“海盾”, “零关税”) rather than to quoted speech: the pair
    encloses at most
    eight characters without a comma or full stop, and no colon stands before it."""
    if text[at] in "“‘":
        close = text.find("”" if text[at] == "“" else "’", at, min(sentence.end, at + 11))
        return close > 0 and not re.search(r"[，。！？；：]", text[at:close]) and text[max(at - 1, 0)] not in "：:，"
    opening = max(text.rfind("“", max(sentence.start, at - 11), at), text.rfind("‘", max(sentence.start, at - 11), at))
    return opening >= 0 and not re.search(r"[，。！？；：]", text[opening:at]) and text[max(opening - 1, 0)] not in "：:，"


def _splits_figures(text: str, at: int, sentence: Sentence, figure_starts: list[int]) -> bool:
    """Whether the parts on both sides of an enumeration comma, up to the next mark, each hold a figure."""
    left = max((text.rfind(m, sentence.start, at) for m in "，；：。、（(“"), default=-1)
    right = min((p for m in "，；。、）)”\n" if (p := text.find(m, at + 1, sentence.end)) > 0), default=sentence.end)
    first = bisect_left(figure_starts, max(left, sentence.start))
    has_left = first < len(figure_starts) and figure_starts[first] < at
    second = bisect_left(figure_starts, at)
    return has_left and second < len(figure_starts) and figure_starts[second] < right
