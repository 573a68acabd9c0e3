"""What a clause tells as one thing done, whether or not it is put in order with another."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims import marks
from factcheck.claims.clauses import Clause
from factcheck.claims.lexicon import load_event_words

__all__ = ["Telling", "tells"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told as one thing done: shadow offsets within a clause. `lead`: words of the clause before the mark of order that belong
    to the step as well (its subject), as offsets; both ends equal where there are none."""

    clause: Clause
    start: int
    end: int
    lead: tuple[int, int] = (0, 0)


def tells(step: Telling, text: str) -> bool:
    """Whether words tell of something done: a verb, an event word, or a noun for something that happens."""
    if step.end - step.start < 1:
        return False
    words = text[step.start : step.end]
    if any(t.tag == "VERB" for t in step.clause.tokens_between(step.start, step.end)):
        return True
    inside = step.clause.tokens_between(step.start, step.end)
    if any(t.end < step.end and (t.text == "被" or (t.tag == "ADV" and marks.PREDICATED.match(t.text))) for t in inside):
        return True  # 热线就通过话, 被罚下: what stands behind is a predicate, whatever it is taken for
    return bool(load_event_words().pattern.search(words) or marks.EVENT_NOUN.search(words.rstrip("的了")))
