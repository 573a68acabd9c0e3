"""Figures and times of which nothing is made out but that they are told.

八十六个在建工地 without a verb, 每人每天五万: what they count is not said in words that the readers know. Such a figure is never set
against another; but two articles of one affair that both tell 2187.5万 tell one fact, whatever each says of it
(`comparison.known_again`). The same holds for the time at which something was said (警方6日通报).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.mentions.types import Mention
from factcheck.model import Claim, Family, Period, Quantity, Scope

__all__ = ["SAID", "TOLD", "find_figure", "find_speech_times", "is_bare"]

TOLD = "figure"
"""Attribute of a figure of which only is known that it is told."""
SAID = "said"
"""Role of the time at which something was said."""
_FAMILIES = {"money": Family.MONEY, "count": Family.COUNT, "number": Family.COUNT, "share": Family.SHARE}
REACH = 8
"""Characters on either side of a bare figure that its span takes in, within its clause."""


def is_bare(claim: Claim) -> bool:
    """Whether a claim is a figure of which only is known that it is told."""
    return claim.attribute == TOLD


def find_figure(document: Document, clause: Clause, figure: Mention, times: ClauseTimes) -> Claim:
    """The claim of a figure for which no words say what it counts. Its span is the figure with the words right around it."""
    assert isinstance(figure.value, Quantity)
    subject, subject_text = read_subject(clause)
    return make_claim(
        document,
        clause,
        start=max(clause.start, figure.start - REACH),
        end=min(clause.end, figure.end + REACH),
        family=_FAMILIES.get(figure.value.dimension, Family.MEASURE),
        attribute=TOLD,
        value=figure.value,
        subject=subject,
        subject_text=subject_text,
        scope=Scope(place=clause.places[0] if clause.places else "", event=clause.event),
        as_of=times.as_of(clause),
        frame=replace(clause_frame(clause), wording=clause.wording()),
        time_behaviour="fixed",
        value_at=(figure.start, figure.end),
    )


def find_speech_times(
    document: Document, clause: Clause, times: ClauseTimes, words: Sequence[str], scene: tuple[str, ...]
) -> Iterator[Claim]:
    """The times in the attribution of a clause: when what it tells was said. `words`: its content words; `scene`: those around it."""
    if clause.avowed_from >= 0:
        return  # when somebody denied or admitted it is no time of one announcement
    for mention in times.said_in(clause):
        value = mention.value
        if not (clause.start <= mention.start and mention.end <= clause.content_start) or not isinstance(value, Period):
            continue
        if value.start is None or value.end is None or value.granularity not in {"minute", "hour", "part", "day"}:
            continue
        named = tuple(e.key for e in clause.entities if e.end <= clause.content_start)
        yield make_claim(
            document,
            clause,
            start=clause.start if mention.start - clause.start <= 2 * REACH else mention.start,
            end=clause.content_start,
            family=Family.DATE,
            attribute=f"{SAID}|{SAID}",
            value=value,
            subject=clause.speaker,
            subject_text=clause.speaker if named else "",
            scope=Scope(event=clause.event, qualifiers=("said",)),
            frame=replace(
                clause_frame(clause),
                words=tuple(sorted({*words, *_speaker_words(clause, mention)})),
                scene=scene,
                participants=tuple({*named, *clause.participants}),
            ),
            time_behaviour="fixed",
        )


def _speaker_words(clause: Clause, mention: Mention) -> set[str]:
    """The nouns of the attribution: who speaks, of what."""
    told = (t for t in clause.tokens if t.end <= clause.content_start and not mention.start <= t.start < mention.end)
    return {t.text for t in told if t.tag in {"NOUN", "PROPN", "ADJ"} and len(t.text) > 1}
