"""From an analysed clause to a Claim: spans mapped back to the original, identity, time."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from factcheck.claims.clauses import Clause
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Frame, Period, Scope, Span, Stance, Value

__all__ = [
    "MAX_SPAN",
    "avowed_start",
    "clause_frame",
    "cut_claim",
    "make_claim",
    "published_day",
    "published_period",
    "read_subject",
    "whole_day",
]

MAX_SPAN = 60
"""Longest claim span in characters: "a value with the words that make it mean something, at most a clause" (design.md section 5)."""


def published_period(document: Document) -> Period | None:
    """The minute of publication as a Period, None when it is not known. A zone is dropped: articles speak in local wall-clock time."""
    when = document.article.published
    if when is None:
        return None
    naive = when.replace(tzinfo=None)
    dated = naive.hour or naive.minute or naive.second
    return Period(naive, naive + (timedelta(minutes=1) if dated else timedelta(days=1)), "minute" if dated else "day")


def published_day(document: Document) -> Period | None:
    """The day of publication, None when it is not known."""
    return None if document.article.published is None else whole_day(document.article.published)


def whole_day(when: datetime) -> Period:
    """The day a moment lies in. A zone is dropped."""
    start = when.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    return Period(start, start + timedelta(days=1), "day")


def make_claim(
    document: Document,
    clause: Clause,
    *,
    start: int,
    end: int,
    family: Family,
    attribute: str,
    value: Value,
    frame: Frame,
    scope: Scope | None = None,
    as_of: Period | None = None,
    stance: Stance | None = None,
    speaker: str | None = None,
    subject: str = "",
    subject_text: str = "",
    attribute_text: str = "",
    time_behaviour: str = "stock",
    value_at: tuple[int, int] | None = None,
) -> Claim:
    """A claim over shadow[start:end]. Its span is the tight span of the original; `quote` is the original's words. `value_at`: where
    the value
    stands in the shadow, hedge and unit included."""
    article = document.article
    span = document.original(start, max(end, start + 1))
    sentence = document.original(*_sentences_of(document, clause, start, end))
    quote = span.of(article.text)
    return Claim(
        id=_claim_id(article.id, span, family, attribute, value),
        article=article.id,
        outlet=article.source or "",
        span=span,
        sentence=sentence,
        quote=quote,
        family=family,
        subject=subject,
        attribute=attribute,
        value=value,
        subject_text=subject_text,
        attribute_text=attribute_text,
        scope=scope or Scope(),
        as_of=as_of,
        speaker=clause.speaker if speaker is None else speaker,
        stance=stance or clause.stance,
        time_behaviour=time_behaviour,  # type: ignore[arg-type]
        headline=clause.sentence.headline,
        published=article.published,
        value_text=document.original(*value_at).of(article.text) if value_at else "",
        frame=frame,
    )


def cut_claim(claim: Claim, span: Span, value: Value) -> Claim:
    """A claim about a stretch inside the span of another, with a value of its own."""
    quote = claim.quote[span.start - claim.span.start : span.end - claim.span.start]
    return replace(claim, id=_claim_id(claim.article, span, claim.family, claim.attribute, value), span=span, quote=quote, value=value)


def _claim_id(article: str, span: Span, family: Family, attribute: str, value: Value) -> str:
    seed = "\x1f".join((article, str(span.start), str(span.end), family.value, attribute, repr(value)))
    return "c" + hashlib.sha256(seed.encode()).hexdigest()[:16]


def avowed_start(clause: Clause, start: int, end: int) -> int:
    """Where a claim begins that is admitted, confirmed or denied: at the word that does so, where it is not too far off (承认，…已停产)."""
    return clause.avowed_from if 0 <= clause.avowed_from < start and end - clause.avowed_from <= MAX_SPAN else start


def _sentences_of(document: Document, clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a claim begins and ends; of one that runs over two (an order told in both), where the two do."""
    first, last = clause.sentence.start, clause.sentence.end
    if start < first or last < end:
        held = [s for s in document.sentences if s.start < end and start < s.end]
        first, last = min(first, *(s.start for s in held)), max(last, *(s.end for s in held))
    return first, last


def read_subject(clause: Clause) -> tuple[str, str]:
    """Key and words of what a clause is about: its subject, or else what was last spoken of (then without words: ""), or else "" twice."""
    if clause.subject is not None:
        return clause.subject.key, clause.subject.text
    return (clause.context[0] if clause.context else ""), ""


def clause_frame(clause: Clause) -> Frame:
    """What a clause itself gives the frame of each claim made of it: its names and what it inherits, its places, words and topic."""
    return Frame(
        participants=clause.participants,
        context=clause.context,
        places=clause.places,
        words=clause.content_words(),
        topic=clause.topic,
        scene=clause.before,
        answers=clause.answers,
        stressed=clause.stressed,
        insists=clause.insists,
    )
