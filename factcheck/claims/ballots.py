"""Votes told as a score, 以5比4裁定, 7比2通过, or one number against the other, 以286票对241票通过."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factcheck.claims.clauses import Clause
from factcheck.claims.concepts import Concepts
from factcheck.claims.cues import load_cues, word_pattern
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Quantity

__all__ = ["name_ballot", "read_ballot"]

_GAME = re.compile(r"[主客][场队]|进球|球队|比赛|半场|[击打]败|[战完]胜|[取小大险]胜|晋级|[对逼]平|点球|加时|局|盘|战[绩胜平]")
_LOST = re.compile(r"否决|驳回|未获?通过|没有?通过|未能通过|落败|闯关失败|遭拒")


_AGAINST = re.compile(r"[对比]\s*$")


def name_ballot(clause: Clause, figure: Mention) -> str:
    """`vote.for` or `vote.against` for one of two numbers of votes that stand against each other (286票对241票): the larger number won,
    unless what was voted on fell. "" for any other."""
    votes = [f for f in clause.figures if isinstance(f.value, Quantity) and f.value.low is not None]
    for one, two in pairwise(votes):
        between = clause.text[one.end - clause.start : two.start - clause.start]
        if figure not in (one, two) or not _AGAINST.match(between) or not word_pattern(load_cues().ballot_in).search(clause.text):
            continue
        assert isinstance(one.value, Quantity)
        assert isinstance(two.value, Quantity)
        assert one.value.low is not None
        assert two.value.low is not None
        if "票" not in {one.value.unit, two.value.unit} or one.value.low == two.value.low:
            continue
        larger = (one if one.value.low > two.value.low else two) is figure
        return "vote.for" if larger != bool(_LOST.search(clause.text)) else "vote.against"
    return ""


def read_ballot(claim: Claim, clause: Clause, concepts: Concepts) -> Iterator[Claim]:
    """The votes for and against that a score in a clause about a vote stands for: the larger number won, unless what was voted on fell."""
    score, entries = claim.value, [concepts.by_id.get(i) for i in ("vote.for", "vote.against")]
    if claim.family is not Family.OUTCOME or not isinstance(score, Quantity) or not all(entries) or not score.per.isdigit():
        return
    if not word_pattern(load_cues().ballot_in).search(clause.text) or _GAME.search(clause.text) or score.low is None:
        return
    votes = sorted((score.low, Decimal(score.per)), reverse=not _LOST.search(clause.text))
    for entry, number in zip(entries, votes, strict=True):
        assert entry is not None
        value = Quantity(number, number, unit="票", dimension="count", digits=score.digits)
        yield replace(
            claim,
            id=f"{claim.id}-{entry.id}",
            family=Family.COUNT,
            attribute=entry.id,
            value=value,
            frame=replace(claim.frame, concept=entry.id, noun="", head="", predicate="", measure="票", near=entry.near),
            time_behaviour=entry.time,
        )
