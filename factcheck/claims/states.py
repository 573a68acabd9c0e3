"""States with two poles (open or shut, valid or expired, at his post or taken away): what is said to be in which.

A word of `data/poles.yml` makes a claim of family STATE whose value says whether the state holds, whichever pole the word is of and
however it is negated: 已到期 and 不在有效期内 both say that the paper is not valid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import clause_frame, make_claim, read_subject
from factcheck.claims.happenings import NOMINAL, is_hypothetical, is_only_named
from factcheck.claims.poles import load_poles
from factcheck.claims.stance import is_negated, negation_before
from factcheck.claims.timing import ClauseTimes
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Polarity, Scope, Stance

__all__ = ["find_states"]


def find_states(document: Document, clauses: Sequence[Clause], times: ClauseTimes) -> Iterator[Claim]:
    """The claims about states, in reading order."""
    thing, sentence = "", -1
    for clause in clauses:
        if clause.sentence.index != sentence:
            thing, sentence = "", clause.sentence.index
        yield from _states_of(document, clause, times, thing)
        thing = clause.topic or thing


def _states_of(document: Document, clause: Clause, times: ClauseTimes, inherited: str) -> Iterator[Claim]:
    poles = load_poles()
    taken = [(e.start, e.end) for e in clause.entities if e.type in {"WORK", "ORG", "PER"}]
    taken += [(m.start, m.end) for m in (*clause.times, *clause.figures)]
    for match in poles.pattern.finditer(clause.text, max(0, clause.content_start - clause.start)):
        start, end = clause.start + match.start(), clause.start + match.end()
        if any(a < end and start < b for a, b in taken) or _cuts_word(clause, start, end):
            continue
        if is_only_named(clause, end) or is_hypothetical(clause, start):
            continue
        negated = is_negated(clause, start)
        before, after = _nouns_before(clause, start), _nouns_after(clause, end)
        for field, pole in poles.words[match.group()]:
            holds = pole != negated
            if clause.stance is Stance.DENIES:
                holds = not holds
            yield _state_claim(document, clause, times, (start, end), field, holds, before or ("" if after else inherited), after)


def _cuts_word(clause: Clause, start: int, end: int) -> bool:
    """Whether a word of the clause goes on beyond either end: 强制 in 强制性, but not a segmenter's 已到期."""
    return any(
        (t.start < start < t.end and t.start + 1 < start) or (t.start < end < t.end and t.end > end + 1) for t in clause.tokens
    )


def _nouns_before(clause: Clause, at: int) -> str:
    """The nouns of the content before a place of the clause, times and figures left out."""
    aside = [(m.start, m.end) for m in (*clause.times, *clause.figures)]
    return "".join(
        t.text
        for t in clause.content_tokens()
        if t.end <= at and (t.tag in NOMINAL or (t.tag == "VERB" and len(t.text) > 1)) and not any(a <= t.start < b for a, b in aside)
    )


def _nouns_after(clause: Clause, at: int) -> str:
    """The nouns and verbs right behind a place of the clause."""
    found: list[str] = []
    for token in (t for t in clause.tokens if t.start >= at):
        if token.tag in NOMINAL or (token.tag == "VERB" and len(token.text) > 1):
            found.append(token.text)
        elif token.tag not in {"PART", "NUM", "DET", "ADP", "ADV", "PRON"}:
            break
    return "".join(found)


def _state_claim(
    document: Document, clause: Clause, times: ClauseTimes, at: tuple[int, int], field: str, holds: bool, before: str, after: str
) -> Claim:
    poles = load_poles()
    start, end = at
    negation = negation_before(clause, start)
    subject, subject_text = read_subject(clause)
    word = clause.text[start - clause.start : end - clause.start]
    marks = {
        "sweeping": bool(poles.sweeping.search(clause.text)),
        "passing": bool(poles.passing.search(clause.text)),
        "confirmed": clause.confirmed,
    }
    return make_claim(
        document,
        clause,
        start=min(start, negation.start) if negation is not None else start,
        end=end,
        family=Family.STATE,
        attribute=field,
        value=Polarity(holds, poles.fields[field].zh),
        subject=subject,
        subject_text=subject_text,
        attribute_text=poles.fields[field].zh,
        scope=Scope(
            place=clause.places[0] if clause.places else "",
            period=times.own_period(clause, start),
            event=clause.event,
            qualifiers=tuple(name for name, so in marks.items() if so),
        ),
        as_of=times.as_of(clause),
        frame=replace(clause_frame(clause), concept=field, head=after, noun=before, predicate=word),
        time_behaviour="stock",
    )
