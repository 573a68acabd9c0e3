"""The verb of a deed and the role it gives its doer: a listed verb of `data/roles.yml`, or any verb of two
characters as a role of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.claims.clauses import Clause
from factcheck.claims.cues import load_cues
from factcheck.claims.lexicon import load_event_words
from factcheck.claims.roles import load_roles
from factcheck.mentions.types import EntityMention

__all__ = ["Deed", "role_of", "verb_after", "verb_before", "verb_pattern"]


@dataclass(frozen=True, slots=True)
class Deed:
    """A doer, the verb and whether the sentence singles the doer out; all in one clause."""

    doer: EntityMention
    role: str
    verb: str
    verb_at: int
    marked: bool
    lead_at: int = -1
    """Where the words begin that only describe the doer; -1 where none do."""


@cache
def verb_pattern() -> re.Pattern[str]:
    """The listed verbs, longest first."""
    verbs = load_roles().verbs
    return re.compile("|".join(map(re.escape, sorted(verbs, key=lambda w: (-len(w), w)))))


def verb_after(clause: Clause, start: int, end: int, *, listed: bool = False) -> tuple[int, str, str] | None:
    """Offset, word and role of the verb of a doer that ends at `start`: a listed one, else (unless `listed`) the first of two letters."""
    end = min(end, clause.end)
    match = verb_pattern().search(clause.text, start - clause.start, end - clause.start)
    while match is not None and not _is_verb(clause, clause.start + match.start(), match.group()):
        match = verb_pattern().search(clause.text, match.end(), end - clause.start)
    if match is not None:
        return clause.start + match.start(), match.group(), role_of(match.group(), clause)
    if listed:
        return None
    for token in clause.tokens_between(start, end):
        if _is_open_verb(token.text, token.tag):
            return token.start, token.text, f"did:{load_event_words().event_type(token.text)}"
    return None


def verb_before(clause: Clause, start: int, end: int) -> tuple[int, str, str] | None:
    """The last verb before 的是: a listed one, else the last verb of two characters."""
    found = [
        m
        for m in verb_pattern().finditer(clause.text, start - clause.start, end - clause.start)
        if _is_verb(clause, clause.start + m.start(), m.group())
    ]
    if found:
        return clause.start + found[-1].start(), found[-1].group(), role_of(found[-1].group(), clause)
    for token in reversed(clause.tokens_between(start, end)):
        if _is_open_verb(token.text, token.tag):
            return token.start, token.text, f"did:{load_event_words().event_type(token.text)}"
    return None


def _is_verb(clause: Clause, at: int, word: str) -> bool:
    """Whether a listed verb is not part of a longer noun or name here (设计|师, 生产|总值): it begins a word, and no name holds it."""
    if any(e.start <= at and at + len(word) <= e.end for e in clause.entities):
        return False
    starts = {t.start for t in clause.tokens}
    covering = next((t for t in clause.tokens if t.start <= at < t.end), None)
    if covering is None or (at not in starts and len(word) == 1):
        return False
    if covering.end > at + len(word) and covering.tag in {"NOUN", "PROPN"}:
        return False
    behind = clause.text[at - clause.start + len(word) : at - clause.start + len(word) + 1]
    return not (behind and behind in "者人员师商方长器机权部")


def _is_open_verb(word: str, tag: str) -> bool:
    cues, events = load_cues(), load_event_words()
    return tag == "VERB" and len(word) == 2 and word[-1] != "任" and word not in events.stative | cues.says | cues.opines | cues.links


def role_of(verb: str, clause: Clause) -> str:
    """The role of a verb, by the company it keeps in its sentence (由…牵头 of a round of financing)."""
    roles = load_roles()
    role = roles.verbs[verb]
    for other, words in roles.unless.get(role, {}).items():
        if any(word in clause.text for word in words):
            return other
    return role
