"""States with two poles, general verbs and words of scope of `data/poles.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from factcheck.claims.cues import word_pattern
from factcheck.claims.lexicon import load_event_words
from factcheck.datafile import DataFile, read_data
from factcheck.errors import ConfigError

__all__ = ["AVOWAL", "Field", "Poles", "load_poles"]

AVOWAL = "avowal"
"""Attribute and concept of claims about what somebody denied or admitted (`avowals`), which are states with two poles that no word list
has."""


@dataclass(frozen=True, slots=True)
class Field:
    """A state that a thing is in or not. `of`: nouns it is said of, all of which may name one thing; `person`: a state of a person;
    `after`: the thing stands behind the word; `counted`: "none" is said of a whole affair; `lasting`: it does not change in the course
    of an affair; `single`: it has no word of its own for the contrary; `zh`, `en`: its name."""

    id: str
    zh: str
    en: str
    of: re.Pattern[str]
    person: bool
    lasting: bool
    counted: bool
    single: bool


@dataclass(frozen=True, slots=True)
class Poles:
    """`words`: word -> (field, whether it says that the state holds), several where it stands in several fields; `pattern` finds the
    longest of them at a place. `general`: verb of being, using, getting ... -> its sort; `averting`: verbs that ward a thing off or ask
    for it; `people`: word -> group that a denial may be restricted to, by its first word; `sweeping`, `sweeping_denied`, `passing`,
    `moment`, `another`: find words of all the time, of none at all, of a while, of a moment that is over and of another case; `numbered`:
    finds things told apart by a number; `vague`: objects that any verb may have."""

    fields: Mapping[str, Field]
    words: Mapping[str, tuple[tuple[str, bool], ...]]
    pattern: re.Pattern[str]
    general: Mapping[str, str]
    averting: frozenset[str]
    people: Mapping[str, str]
    people_pattern: re.Pattern[str]
    sweeping: re.Pattern[str]
    sweeping_denied: re.Pattern[str]
    passing: re.Pattern[str]
    moment: re.Pattern[str]
    another: re.Pattern[str]
    numbered: re.Pattern[str]
    vague: frozenset[str]


_KEYS = {"zh", "en", "so", "not"}
_MORE = {"of", "who", "lasting", "counted"}


@cache
def load_poles() -> Poles:
    """The shipped states. Raises ConfigError (path:line) for a field with a part missing or unknown, and for a word at both poles of one
    field."""
    with resources.as_file(resources.files("factcheck.claims") / "data" / "poles.yml") as path:
        file = read_data(Path(path))
    fields: dict[str, Field] = {}
    words: dict[str, list[tuple[str, bool]]] = {}
    for name, entry in file.data["fields"].items():
        place = f"{file.name}:{file.position(('fields', name), key=True).line}"
        if missing := _KEYS - set(entry):
            raise ConfigError(f"{name} has no {', '.join(sorted(missing))}", where=place)
        if unknown := set(entry) - _KEYS - _MORE:
            raise ConfigError(f"{name}: unknown {', '.join(sorted(unknown))}", where=place, hint=f"known: {sorted(_KEYS | _MORE)}")
        poles = {pole: _expand(file, name, pole) for pole in ("so", "not")}
        if both := set(poles["so"]) & set(poles["not"]):
            raise ConfigError(f"{min(both)} stands at both poles of {name}", where=place)
        fields[name] = Field(
            name,
            entry["zh"],
            entry["en"],
            word_pattern(frozenset(entry.get("of", ()))),
            entry.get("who") == "person",
            bool(entry.get("lasting")),
            bool(entry.get("counted")),
            not poles["not"],
        )
        for holds, pole in ((True, "so"), (False, "not")):
            for word in dict.fromkeys(poles[pole]):
                words.setdefault(word, []).append((name, holds))
    named = {group: members[0] for group, members in file.data["people"].items()}
    people = {word: named[group] for word, group in file.invert("people").items()}
    return Poles(
        fields,
        {word: tuple(places) for word, places in words.items()},
        word_pattern(frozenset(words)),
        file.invert("general"),
        frozenset(file.data["averting"]),
        people,
        word_pattern(frozenset(people)),
        word_pattern(frozenset(file.data["sweeping"])),
        word_pattern(frozenset(file.data["sweeping_denied"])),
        word_pattern(frozenset(file.data["passing"])),
        word_pattern(frozenset(file.data["moment"])),
        word_pattern(frozenset(file.data["another"])),
        word_pattern(frozenset(file.data["numbered"])),
        frozenset(file.data["vague"]),
    )


def _expand(file: DataFile, field: str, pole: str) -> list[str]:
    """The words of one pole, `@type` replaced by the words of that event type that are two characters or longer."""
    words: list[str] = []
    for index, word in enumerate(file.data["fields"][field][pole]):
        if not word.startswith("@"):
            words.append(word)
            continue
        members = [w for w, kind in load_event_words().types.items() if kind == word[1:] and len(w) > 1]
        if not members:
            raise ConfigError(f"unknown event type {word}", where=f"{file.name}:{file.position(('fields', field, pole, index)).line}")
        words += members
    return words
