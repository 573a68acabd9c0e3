"""Names in a document: persons, organisations, places, works, events, products.

Several recognisers propose candidates (the backend's names, known names, the grammar of titles, of organisations and
places, marks and codes); overlaps are resolved, short forms learnt from the article itself, and every name is found again
wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.language.document import Document
from factcheck.language.thesaurus import groups_of
from factcheck.mentions.names.bodies import find_bodies, find_places
from factcheck.mentions.names.cutting import cut_names, join_chains
from factcheck.mentions.names.desk import DeskNames
from factcheck.mentions.names.folder import FolderNames
from factcheck.mentions.names.guesses import find_guessed
from factcheck.mentions.names.identity import canonical_key
from factcheck.mentions.names.known import PAIR_WEIGHT, find_known
from factcheck.mentions.names.learning import learn_short_names, spread_names
from factcheck.mentions.names.marked import find_marked
from factcheck.mentions.names.persons import TitleSpan, find_persons, find_titles
from factcheck.mentions.names.reading import Candidate, Reading
from factcheck.mentions.names.retyping import find_states, retype_names
from factcheck.mentions.names.shapes import find_bylines
from factcheck.mentions.names.tables import known_names
from factcheck.mentions.types import EntityMention

__all__ = ["read_entities"]

_ABOUT = re.compile(r"[\d一二两三四五六七八九十百千数几半]")
_LENGTH = re.compile(r"[\d一二两三四五六七八九十百千万数几半.,点]+(?:多|余)?(?:公里|千米|海里|英里|米|里|度|尺)")


_NEVER_LAST = frozenset("未不没已被把与及的了着是")
"""Function words that end no name."""
_SURE = 60
"""The weight from which on a name is known or marked as one."""


def read_entities(document: Document, desk: DeskNames | None = None, folder: FolderNames | None = None) -> list[EntityMention]:
    """The names in a document, sorted, not overlapping; `document.shadow.text[m.start:m.end] == m.text` for each.

    `key` is canonical (`names.canonical_key`), with what the article teaches: 哈桑 has the key of 阿米尔·哈桑 when the
    article names one such person. `title` is the office that touches a person's name with its prefixes (前总统), `of` the
    key of the body right before it (俄罗斯外长 -> 俄罗斯), and of what a metonym or abbreviation speaks for
    (克里姆林宫 -> 俄罗斯). `desk`: names a desk has given, which are found too and have its key; `folder`: what other articles of
    the run teach. Total: any document gives a list.
    """
    desk = desk or DeskNames()
    reading = Reading(document)
    if not reading.text.strip():
        return []
    titles = find_titles(reading)
    candidates = [
        *find_known(reading, frozenset(span.start for span in titles)),
        *find_marked(reading),
        *find_persons(reading, titles),
        *find_bodies(reading, titles),
        *find_places(reading, titles),
        *find_guessed(reading, titles),
        *find_states(reading),
    ]
    candidates += list(desk.find(reading, candidates))
    if folder is not None:
        candidates += list(folder.find(reading))
    bylines = frozenset(i for start, end in find_bylines(reading) for i in range(start, end))
    candidates = [_without_agent_mark(reading, c) for c in candidates]
    candidates = _without_cut_words(list(cut_names(reading, candidates)))
    paired = frozenset(c.start for c in candidates if c.weight == PAIR_WEIGHT and c.end - c.start == 1)
    candidates = [c for c in candidates if _may_stand(reading, c, paired, bylines)]
    accepted = _with_keys(reading, retype_names(reading, resolve_overlaps(candidates)))
    inside = frozenset(i for span in titles for i in range(span.start, span.end))
    learnt = learn_short_names(reading, accepted)
    again = [*accepted, *spread_names(reading, accepted, learnt, inside)]
    final = resolve_overlaps(c for c in again if _may_stand(reading, c, paired, bylines))
    for c in final:
        known = learnt.get(reading.text[c.start : c.end])
        if known is not None and (known[0] == c.type or c.weight <= 54):
            c.type, c.key = known
    bound = _bind_offices(reading, _with_keys(reading, join_chains(reading, final)), titles)
    return [replace(mention, key=desk.key(mention.key), of=desk.key(mention.of)) for mention in bound]


def _without_agent_mark(reading: Reading, c: Candidate) -> Candidate:
    """A place or body without the 由 before it that a tagger took along (由沁岚县): the word begins hardly any name."""
    name = reading.text[c.start : c.end]
    wanted = name.startswith("由") and len(name) >= 4 and c.type in ("GPE", "LOC", "ORG") and name not in known_names()
    return replace(c, start=c.start + 1, key="") if wanted else c


def _without_cut_words(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without a backend's names that took the end of the word before a person along (艺评|人江若谷)."""
    persons = {(c.start - 1, c.end) for c in candidates if c.type == "PER" and c.weight >= 56}
    return [c for c in candidates if c.type == "PER" or (c.start, c.end) not in persons]


def _may_stand(reading: Reading, c: Candidate, paired: frozenset[int], bylines: frozenset[int]) -> bool:
    """Whether a candidate is none of the known misreadings: 北京 in 北京时间, 北约 in 以北约22公里, a pair of countries (俄乌) taken for
    one name, or who wrote the article."""
    if c.type == "PER" and c.start in bylines:
        return False
    text = reading.text
    if c.type in ("GPE", "LOC") and text.startswith("时间", c.end):
        return False
    if c.weight < _SURE and text[c.end - 1] in _NEVER_LAST:
        return False  # 创未|上市公司: a verb and a negation
    if c.type in _NO_PLACE and c.weight < _SURE and _is_common_noun(text[c.start : c.end]):
        return False  # 雪崩, 罚金: a word that stands in the thesaurus
    about = c.end - c.start == 2 and text[c.end - 1] == "约" and _ABOUT.match(text, c.end)
    if about and (text[c.start - 1 : c.start] in tuple("以向往偏正朝东西") or _LENGTH.match(text, c.end)):
        return False
    return c.weight == PAIR_WEIGHT or c.end - c.start > 4 or not all(i in paired for i in range(c.start, c.end))


_BODY = re.compile(r"[方院局部会司警军队署厅处校府社团党台馆所约盟储卫联银协行委央贸组安织构商层]$|公司|集团")
"""Ends of words for bodies: 警方 does things as a name does, and the thesaurus has names of its own (北约, 世卫)."""
_NO_PLACE = {"ORG", "EVENT", "PRODUCT", "WORK"}


def _is_common_noun(text: str) -> bool:
    """Whether a backend's name is a common noun by the thesaurus, and none for a body."""
    return len(text) <= 4 and bool(groups_of(text)) and not _BODY.search(text)


def resolve_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand, sorted: of two where one holds the other the longer (unless it is only a repetition of weight under 50),
    of two that cross the weightier, then the longer, then the earlier."""
    ordered = sorted(candidates, key=lambda c: (c.start, -(c.end - c.start), -c.weight, c.type))
    kept: list[Candidate] = []
    for c in ordered:
        if c.end <= c.start:
            continue
        if kept and c.start < kept[-1].end:
            last = kept[-1]
            if (c.start, c.end) == (last.start, last.end):
                _merge(last, c)
            elif c.end > last.end and c.weight > last.weight:
                kept[-1] = replace(c)
            continue
        kept.append(replace(c))
    return kept


def _merge(first: Candidate, second: Candidate) -> None:
    """Two readings of one stretch: the weightier gives the type, either the title."""
    if second.weight > first.weight:
        first.type, first.weight, first.key, first.of = second.type, second.weight, second.key, second.of
    if first.type == second.type == "PER" and not first.title:
        first.title = second.title


def _with_keys(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    for c in found:
        if not c.key:
            c.key = canonical_key(reading.text[c.start : c.end], c.type)
    return found


def _bind_offices(reading: Reading, found: list[Candidate], titles: list[TitleSpan]) -> list[EntityMention]:
    """Mentions, with the body each title belongs to."""
    ends = {c.end: c for c in found if c.type in ("ORG", "GPE", "LOC")}
    starts = {span.end: span.start for span in titles}
    after = {span.start: reading.text[span.start : span.end] for span in titles}
    mentions: list[EntityMention] = []
    for c in found:
        title, of = c.title, c.of
        if c.type == "PER":
            begin = starts.get(c.start)
            if begin is not None:
                title = title or reading.text[begin : c.start]
                body = ends.get(begin)
                of = body.key if body is not None else of
            elif not title and c.end in after:
                title = after[c.end]
        mentions.append(EntityMention(c.start, c.end, reading.text[c.start : c.end], c.type, c.key, title, of))
    return mentions
