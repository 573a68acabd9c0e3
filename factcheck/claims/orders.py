"""Claims about order: which of two things came first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.claims import marks
from factcheck.claims.chronology import find_dated, find_played
from factcheck.claims.clauses import Clause
from factcheck.claims.draft import MAX_SPAN, clause_frame, make_claim, read_subject
from factcheck.claims.occasions import tells_of_another_occasion
from factcheck.claims.sequences import read_sequence
from factcheck.claims.steps import are_steps, describe_step, hand_on_agents, is_done, overlap
from factcheck.claims.tellings import Telling
from factcheck.language.document import Document
from factcheck.model import Claim, Family, Order, Scope, Stance, Step

__all__ = ["find_orders"]

MAX_ORDERS = 6
"""Orders taken of one sentence: a longer chain is a chronicle, and its neighbours say enough."""


def find_orders(document: Document, clauses: Sequence[Clause]) -> Iterator[Claim]:
    """The orders that each sentence tells, between sentences of one paragraph where a word such as 随后 ties them."""
    text = document.shadow.text
    before: Telling | None = None
    paragraph = -1
    for _, group in groupby(clauses, key=lambda c: c.sentence.index):
        inside = list(group)
        if inside[0].sentence.paragraph != paragraph or inside[0].sentence.headline:
            before, paragraph = None, inside[0].sentence.paragraph
        told = read_sequence(text, inside, before)
        done = {index: telling for index, telling in enumerate(told.tellings) if is_done(telling, text)}
        steps = hand_on_agents({index: describe_step(document, telling) for index, telling in done.items()})
        pairs = [(a, b) for a, b in told.closed() if a in steps and b in steps and are_steps(steps[a], steps[b])]
        pairs = [(a, b) for a, b in pairs if not overlap(told.tellings[a], told.tellings[b]) and not _told_twice(steps[a], steps[b])]
        for a, b in pairs[:MAX_ORDERS]:
            yield _make_order(document, told.tellings[a], told.tellings[b], steps[a], steps[b])
        before = told.latest()
    for find, dated in ((find_played, False), (find_dated, True)):
        for earlier, later in find(text, clauses):
            first, then = describe_step(document, earlier), describe_step(document, later)
            if is_done(earlier, text) and is_done(later, text) and are_steps(first, then):
                yield _make_order(document, earlier, later, first, then, dated=dated)


def _told_twice(first: Step, then: Step) -> bool:
    """Whether one step holds all acts of the other, and things of it, as where a headline runs into the text: no step is before itself."""
    acts = [frozenset(s.acts) for s in (first, then)]
    return min(map(len, acts)) >= 2 and (acts[0] <= acts[1] or acts[1] <= acts[0]) and bool({*first.things} & {*then.things})


def _make_order(document: Document, earlier: Telling, later: Telling, first: Step, then: Step, *, dated: bool = False) -> Claim:
    """`dated`: in order by their dates alone; where they stand in two sentences, the claim is quoted from the one told later."""
    start, end = min(earlier.start, later.start), max(earlier.end, later.end)
    home = earlier.clause if earlier.start <= later.start else later.clause
    if earlier.clause.sentence.index != later.clause.sentence.index and dated:
        last = max(earlier, later, key=lambda t: t.start)
        home, start, end = last.clause, last.clause.start, last.end
    subject, subject_text = read_subject(home)
    names = _name(document, earlier), _name(document, later)
    stress = _stress_dated(earlier) if dated else _stress(document.shadow.text, earlier, later)
    return make_claim(
        document,
        home,
        start=start,
        end=min(end, start + MAX_SPAN),
        family=Family.ORDER,
        attribute="order|" + "|".join(sorted(names)),
        value=Order(names[0], names[1], (first, then)),
        subject=subject,
        subject_text=subject_text,
        attribute_text="、".join(names),
        frame=replace(clause_frame(home), concept="dated" if dated else ""),
        scope=Scope(qualifiers=(*_occasion(document.shadow.text, home), *stress)),
        stance=_stance(earlier.clause, later.clause),
        time_behaviour="fixed",
    )


def _stress(text: str, earlier: Telling, later: Telling) -> tuple[str, ...]:
    """What an order is told to stress, sorted: `already` that the one step was done before (签字前已放人, 先放人), `only_then` that the
    other was not done until then (签字之后才放人)."""
    found = []
    between = (later.end, earlier.start) if later.start < earlier.start else (earlier.end, later.start)
    compared = marks.COMPARED.search(text, *between)
    if (
        (later.start < earlier.start and marks.BEFORE.search(text, *between))
        or (compared is not None and compared["c"] in marks.SOONER)
        or marks.FIRST.search(text, max(earlier.clause.start, earlier.start - 4), earlier.start + 1)
        or marks.NOT_YET.search(text, later.clause.start, later.start)
    ):
        found.append("already")
    if marks.ONLY_THEN.search(text, max(later.clause.start, earlier.end if earlier.end <= later.start else 0), later.start):
        found.append("only_then")
    return tuple(found)


def _stress_dated(earlier: Telling) -> tuple[str, ...]:
    """The same for an order by dates: 早在6月9日即已备案."""
    return ("already",) if marks.EARLY.search(earlier.clause.text) else ()


def _occasion(text: str, home: Clause) -> tuple[str, ...]:
    """`another` where the order is of another occasion than the one reported (去年那次)."""
    return ("another",) if tells_of_another_occasion(text[home.sentence.start : home.end]) else ()


def _name(document: Document, telling: Telling) -> str:
    """The words of a telling, at most as many as a reader needs, with a short subject that stands before the mark of order."""
    text = document.shadow.text
    lead = text[telling.lead[0] : telling.lead[1]].strip("，、的是 ")
    return ((lead if len(lead) <= 8 else "") + text[telling.start : telling.end].strip("，、的了 "))[:24]


def _stance(earlier: Clause, later: Clause) -> Stance:
    """How an order is meant: a thing done before one that is only planned is an order as firm as its first step."""
    stances = [earlier.stance, later.stance]
    if earlier.stance is Stance.ASSERTS and later.stance is Stance.PLANS:
        return Stance.ASSERTS
    return next((s for s in stances if s is not Stance.ASSERTS), Stance.ASSERTS)
