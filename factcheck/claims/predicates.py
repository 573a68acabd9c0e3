"""The verb of a count: where it stands far from the figure, behind what Chinese puts between the two, and whether it is done or bidden.

已有80人在8日晚发生的火灾中遇难, 12人因伤势过重死亡, 3名工人被落石砸中身亡: time, place, cause and agent all stand before the verb, and an
intransitive verb ends its clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import ConceptHit
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.mentions.types import Mention
from factcheck.model import Quantity

__all__ = ["find_final_deed", "is_bidden", "is_population"]

_NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
_COVERBS = frozenset({"在", "于", "因", "因为", "由于", "从", "自", "经", "被", "遭", "随", "为"})
"""Words that open what stands between a subject and its verb."""
_BEFORE_COVERB = re.compile(r"[已均都全也先后]|已经|全部|相继|陆续|不幸")
_AFTER_DEED = re.compile(r"[了着的过]?(?:身亡|死亡|人数)?$")
_NAMES_PEOPLE = re.compile(r"[者员患民]$|人[数员]$")
"""Ends of words of the lexicon that name people, not what happened to them."""
_DEEDS = "casualties."
_DIVIDED = re.compile(r"(?:的|人员|人|者|群众|工人|乘客|船员)*(?:之中|当中|里面|中|里)(?:已经?|共?有|另有|还有|仍有|目前|的)*$")
"""What stands between a group and the part of it that is counted: 被困人员中9人已死亡."""


def find_final_deed(text: str, clause: Clause, figure: Mention, hits: Sequence[ConceptHit]) -> ConceptHit | None:
    """The word of the lexicon for what happened to the people counted, where it ends the clause and only what stands before a verb in
    Chinese lies between; None where the count is not of people, no such stretch opens behind it or another count of people lies in it."""
    if not isinstance(figure.value, Quantity) or figure.value.unit != "person" or not _opens_stretch(clause, figure):
        return None
    deeds = [h for h in hits if h.start > figure.end and any(e.id.startswith(_DEEDS) for e in h.entries)]
    if not deeds:
        return None
    last = max(deeds, key=lambda h: (h.end, h.end - h.start))
    word = text[last.start : last.end]
    between = [f for f in clause.figures if figure.end <= f.start < last.start and isinstance(f.value, Quantity)]
    if _NAMES_PEOPLE.search(word) or any(isinstance(f.value, Quantity) and f.value.unit == "person" for f in between):
        return None
    return last if _AFTER_DEED.match(text[last.end : clause.end]) else None


def _opens_stretch(clause: Clause, figure: Mention) -> bool:
    """Whether behind a figure and the noun it counts a coverb opens what stands before the verb."""
    seen_noun = 0
    for token in (t for t in clause.tokens if t.start >= figure.end):
        if token.text in _COVERBS:
            return True
        if _BEFORE_COVERB.fullmatch(token.text):
            continue
        seen_noun += 1
        if token.tag not in _NOMINAL or seen_noun > 3:
            return False
    return False


def is_population(text: str, hit: ConceptHit, figure: Mention) -> bool:
    """Whether a word of the lexicon before a figure only names the group that the figure is a part of: 被困人员中9人已死亡."""
    if isinstance(figure.value, Quantity) and figure.value.dimension == "money":
        return False  # 取回当中1150万元: sums are no group that a word names
    return hit.end <= figure.start and _DIVIDED.fullmatch(text[hit.end : figure.start]) is not None


def is_bidden(clause: Clause, figure: Mention) -> bool:
    """Whether the sending of those counted is ordered, asked for or granted rather than done: 已下令增派1000名士兵, 要求派遣80名警员."""
    bids, words = load_cues().bids, load_event_words()
    before = [t for t in clause.content_tokens() if t.end <= figure.start and t.tag == "VERB"]
    sent = next((i for i in range(len(before) - 1, -1, -1) if words.event_type(before[i].text) == "deploy"), 0)
    return any(t.text in bids for t in before[:sent])
