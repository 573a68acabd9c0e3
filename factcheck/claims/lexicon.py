"""Event types, light verbs and offices of `data/events.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.datafile import read_data

__all__ = ["EventWords", "load_event_words"]


_ASPECTS = "了过着"
"""Particles that segmenters join to a verb (签过, 停了): when it happened, not what."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """`types`: word -> event type; `light`: verbs that say little; `stative`: verbs that report no happening; `generic`: types that
    happen all the time; `once`: types that happen once to one thing; `episodic`: types that one body does again and again;
    `declared`: types that are done by being declared; `awaited`:
    types whose absence is a matter of time; `tallied`: types of which "none" is said of a whole affair;
    `answering`: verbs by which one deals with a happening that another word names; `governing`: verbs that forbid, hinder, allow or ask
    for what the verb behind them tells; `nameable`: types whose word may only name what
    something is about; `named_of` finds the nouns of such things right behind it;
    `offices`: word -> office; `labels`: type or office -> the first word of its line, which is what it is called."""

    types: dict[str, str]
    light: frozenset[str]
    generic: frozenset[str]
    stative: frozenset[str]
    once: frozenset[str]
    episodic: frozenset[str]
    declared: frozenset[str]
    awaited: frozenset[str]
    tallied: frozenset[str]
    answering: frozenset[str]
    governing: frozenset[str]
    nameable: frozenset[str]
    named_of: re.Pattern[str]
    offices: dict[str, str]
    labels: dict[str, str]
    pattern: re.Pattern[str]
    office_pattern: re.Pattern[str]

    def event_type(self, verb: str) -> str:
        """The event type of a verb, by the longest word it holds; the verb itself when no type has it."""
        found = self.types.get(verb)
        if found:
            return found
        if len(verb) > 1 and verb[-1] in _ASPECTS:
            return self.event_type(verb[:-1])
        match = self.pattern.search(verb)
        return self.types[match.group()] if match and len(match.group()) * 2 >= len(verb) else verb


@cache
def load_event_words() -> EventWords:
    """The shipped event words. Raises ConfigError (path:line) for a word in two groups or an unknown type."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "events.yml") as path:
        file = read_data(Path(path))

    types = file.invert("types")
    offices = file.invert("offices")

    def pattern(words: dict[str, str]) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))))

    return EventWords(
        types=types,
        light=frozenset(file.data["light"]),
        generic=frozenset(file.data["generic"]),
        stative=frozenset(file.data["stative"]),
        once=frozenset(file.data["once"]),
        episodic=frozenset(file.data["episodic"]),
        declared=frozenset(file.data["declared"]),
        awaited=frozenset(file.data["awaited"]),
        tallied=frozenset(file.data["tallied"]),
        answering=frozenset(file.data["answering"]),
        governing=frozenset(file.data["governing"]),
        nameable=frozenset(file.data["nameable"]),
        named_of=pattern(dict.fromkeys(file.data["named_of"], "")),
        offices=offices,
        labels={group: words[0] for section in ("types", "offices") for group, words in file.data[section].items()},
        pattern=pattern(types),
        office_pattern=pattern(offices),
    )
