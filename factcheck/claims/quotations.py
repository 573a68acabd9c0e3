"""Claims about words in quotation marks: who said them. One sentence quoted from two mouths is a mistake of one of the articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import MAX_SPAN, make_claim
from factcheck.language.document import Document
from factcheck.mentions.types import EntityMention
from factcheck.model import Claim, Family, Frame, Name

__all__ = ["SHORTEST", "extract_quotations"]

SHORTEST = 8
"""Characters of a quotation from which on two people do not say the same by chance."""
_QUOTED = re.compile(r"“([^“”]{4,120})”")
_EMPTY = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]")


def extract_quotations(document: Document, clauses: Sequence[Clause]) -> list[Claim]:
    """One claim a quotation of at least `SHORTEST` characters whose speaker is named: the person nearest before it in its sentence or the
    one before, or right after it (“…”，某某说)."""
    text = document.shadow.text
    claims = []
    for match in _QUOTED.finditer(text):
        words = _EMPTY.sub("", match.group(1))
        home = next((c for c in clauses if c.start <= match.start(1) < c.end), None)
        if home is None or len(words) < SHORTEST:
            continue
        speaker = _speaker(clauses, home, match.start(), match.end())
        if speaker is None:
            continue
        claims.append(
            make_claim(
                document,
                home,
                start=match.start(1),
                end=min(match.end(1), match.start(1) + MAX_SPAN),
                family=Family.MEETING,
                attribute="said",
                value=Name(speaker.text, speaker.key, "PER"),
                attribute_text=match.group(1)[:20],
                frame=Frame(concept="said", wording=words, words=home.content_words(), context=home.context),
                time_behaviour="fixed",
            )
        )
    return claims


def _speaker(clauses: Sequence[Clause], home: Clause, start: int, end: int) -> EntityMention | None:
    """The person before the quotation in its sentence, else the one that speaks right behind it, else the last of the sentence before."""
    own = [c for c in clauses[max(0, home.index - 8) : home.index + 6] if c.sentence.index == home.sentence.index]
    before = [e for c in own for e in c.entities if e.type == "PER" and e.end <= start]
    if before:
        return before[-1]
    behind = [c for c in clauses[home.index : home.index + 6] if c.start >= end]
    if behind and behind[0].entities and behind[0].content_start > behind[0].start and behind[0].entities[0].type == "PER":
        return behind[0].entities[0]
    if not own or own[0].start < start - 12:
        return None
    last = [c for c in clauses[max(0, home.index - 8) : home.index] if c.sentence.index == home.sentence.index - 1]
    people = [e for c in last for e in c.entities if e.type == "PER"]
    return people[-1] if len({e.key for e in people}) == 1 and last[0].sentence.paragraph == home.sentence.paragraph else None
